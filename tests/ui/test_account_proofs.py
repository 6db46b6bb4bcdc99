"""Whether an account counts as tested, in whatever order one tests, saves, renames, checks and changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.smtp_servers import PATIENCE, Peer, Script, ScriptedServer
from tests.ui.stand import Stand, standing

from sendoff.core.account import Account, Security
from sendoff.core.campaign import Campaign, Content
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import ConnectError, KnownError
from sendoff.core.events import AccountTested
from sendoff.core.ports import Transport
from sendoff.services.proofs import Proof
from sendoff.ui.pages.accounts.view import AccountsPage
from sendoff.ui.pages.check.items import Facts, items

FEATURES = ("PIPELINING", "SIZE 26214400", "AUTH PLAIN")
USERS = {"anna@example.com": "hunter22"}


@pytest.fixture
def stand(tmp_path: Path, qtbot: QtBot) -> Iterator[Stand]:
    with standing(tmp_path, qtbot) as made:
        made.window.navigator.register("accounts", lambda: AccountsPage(made.stage))
        yield made


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer(Script(features=FEATURES, users=USERS)) as running:
        yield running


def account_at(port: int) -> Account:
    return Account(
        id="work", name="Work", host="127.0.0.1", port=port, security=Security.NONE,
        username="anna@example.com", sender="Anna Lee <anna@example.com>",
    )  # fmt: skip


def opened(stand: Stand, qtbot: QtBot, port: int, secret: str | None = "hunter22") -> AccountsPage:
    stand.services.accounts.save(account_at(port), secret)
    page = stand.window.navigator.open("accounts", "work")
    assert isinstance(page, AccountsPage)
    stand.window.show()
    qtbot.waitUntil(lambda: page.form.fields._account == account_at(port))
    return page


class Hesitant:
    """A server that takes whoever connects, after something else has happened."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        self._meanwhile = meanwhile

    def connect(self) -> Capabilities:
        self._meanwhile()
        return Capabilities()


def test_a_test_of_a_secret_that_was_replaced_meanwhile_is_forgotten(stand: Stand) -> None:
    accounts, account = stand.services.accounts, account_at(2525)
    accounts.save(account, "old")
    for meanwhile, proven in ((lambda: accounts.save(account, "new"), False), (lambda: None, True)):
        accounts.connect(account, cast("Transport", Hesitant(meanwhile)))
        assert accounts.proven(account) is proven


def kept(stand: Stand) -> Account:
    return stand.services.accounts.get("work")


def proven(stand: Stand) -> bool:
    return stand.services.accounts.proven(kept(stand))


def tries(page: AccountsPage, qtbot: QtBot, beginning: str) -> None:
    page.form._test.click()
    qtbot.waitUntil(lambda: page.form.doctor.result.isVisible() and not page.presenter._given)
    assert page.form.doctor.result.accessibleName().startswith(beginning)


def saves(page: AccountsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.presenter.saved):
        page.form._save.click()


def said_by_the_check(stand: Stand) -> tuple[str, str]:
    """The kind and the title of what the check says of the account, next to what it says of everything else."""
    campaign = Campaign(id="c", name="C", account_id="work", content=Content(subject="S", text="T"))
    account, proofs = kept(stand), stand.services.accounts.proofs
    facts, other = Facts(campaign=campaign, account=account, proof=proofs.of(account)), Facts(campaign=campaign)
    known = {one.title for one in items(other, UTC)}
    return next((one.kind, one.title) for one in items(facts, UTC) if one.title not in known and one.kind != "info")


def test_a_name_and_limits_leave_a_test_as_it_was(stand: Stand, qtbot: QtBot, server: ScriptedServer) -> None:
    page = opened(stand, qtbot, server.port)
    stand.services.sending.preflight(kept(stand))  # as the check's button does it
    page.form.fields.change(name="Office", limits=("80/hour",))
    saves(page, qtbot)
    assert kept(stand).name == "Office"
    assert proven(stand)


def test_what_was_typed_and_tested_counts_once_it_is_saved(stand: Stand, qtbot: QtBot, server: ScriptedServer) -> None:
    page = opened(stand, qtbot, server.port, None)
    page.form.fields._edit_secret.setText("hunter22")
    tries(page, qtbot, "Connected.")
    assert not proven(stand)
    saves(page, qtbot)
    assert proven(stand)


def test_a_failure_on_the_way_to_another_server_leaves_a_good_test(
    stand: Stand, qtbot: QtBot, server: ScriptedServer
) -> None:
    page = opened(stand, qtbot, server.port, None)
    page.form.fields._edit_secret.setText("hunter22")
    assert not page.form._unsaved.isVisible()
    tries(page, qtbot, "Connected.")
    assert page.form._unsaved.isVisible(), "its password is new"
    page.form.fields.change(port=9)
    assert not page.form._unsaved.isVisible()
    tries(page, qtbot, "127.0.0.1 refuses")
    assert not page.form._unsaved.isVisible()
    page.form.fields.change(port=server.port)
    tries(page, qtbot, "Connected.")
    assert page.form._unsaved.isVisible()
    saves(page, qtbot)
    qtbot.waitUntil(page.form.next.isVisible)
    assert not page.form._unsaved.isVisible()
    assert proven(stand)
    tries(page, qtbot, "Connected.")
    assert not page.form._unsaved.isVisible(), "it is as it was saved"


def test_a_cancelled_test_leaves_a_good_one(stand: Stand, qtbot: QtBot, server: ScriptedServer) -> None:
    page = opened(stand, qtbot, server.port, None)
    page.form.fields._edit_secret.setText("hunter22")
    tries(page, qtbot, "Connected.")
    page.form._test.click()
    page.form._cancel.click()
    saves(page, qtbot)
    assert proven(stand)


def test_the_same_password_typed_again_leaves_a_good_test(stand: Stand, qtbot: QtBot, server: ScriptedServer) -> None:
    page = opened(stand, qtbot, server.port)
    tries(page, qtbot, "Connected.")
    page.form.fields._edit_secret.setText("hunter22")
    saves(page, qtbot)
    assert proven(stand)
    page.form.fields._edit_secret.setText("another")
    saves(page, qtbot)
    assert not proven(stand)


@contextmanager
def waiting_server() -> Iterator[tuple[ScriptedServer, threading.Event]]:
    """A server that greets when it is told to."""
    go = threading.Event()

    def greet(peer: Peer) -> None:
        assert go.wait(PATIENCE)
        peer.say(b"220 hello\r\n")

    with ScriptedServer(Script(at={"greeting": greet}, features=FEATURES, users=USERS)) as server:
        try:
            yield server, go
        finally:
            go.set()


def test_saving_lets_a_test_that_is_under_way_go_on(stand: Stand, qtbot: QtBot) -> None:
    with waiting_server() as (server, go):
        page = opened(stand, qtbot, server.port, None)
        page.form.fields._edit_secret.setText("hunter22")
        page.form._test.click()
        saves(page, qtbot)
        qtbot.waitUntil(page.form.next.isVisible)
        assert "A test shows whether it works" in page.form.next.accessibleName()
        assert page.form._cancel.isVisible()
        go.set()
        qtbot.waitUntil(page.form.doctor.result.isVisible)
        assert page.form.doctor.result.accessibleName().startswith("Connected.")
        assert proven(stand)
        qtbot.waitUntil(lambda: "The test went well" in page.form.next.accessibleName())


def test_what_is_saved_in_place_of_what_is_being_tested_is_not_tested(stand: Stand, qtbot: QtBot) -> None:
    with waiting_server() as (server, go):
        page = opened(stand, qtbot, server.port)
        page.form._test.click()
        page.form.fields._edit_secret.setText("another")
        saves(page, qtbot)
        go.set()
        qtbot.waitUntil(lambda: stand.stage.operations._under_way == 0)
        assert not page.form.doctor.isVisible()
        assert not proven(stand)


def test_another_provider_hears_nothing_of_the_last_one_s_test(stand: Stand, qtbot: QtBot) -> None:
    with waiting_server() as (server, go):
        page = opened(stand, qtbot, server.port)
        page.form._test.click()
        page.add()
        page.gallery.chosen.emit("custom")
        go.set()
        qtbot.waitUntil(lambda: stand.stage.operations._under_way == 0)
        assert not page.form.doctor.isVisible()
        assert page.form._test.text() == "Test connection"


def test_the_last_test_is_the_one_that_counts_wherever_it_was_made(
    stand: Stand, qtbot: QtBot, server: ScriptedServer
) -> None:
    page = opened(stand, qtbot, server.port)
    assert said_by_the_check(stand) == ("todo", "“Work” was not tested yet.")
    tries(page, qtbot, "Connected.")
    assert said_by_the_check(stand) == ("ok", "“Work” is ready: 127.0.0.1 took the sign-in.")
    stand.services.accounts.proofs.note(kept(stand), Proof(error=ConnectError("No.")))
    assert said_by_the_check(stand) == ("bad", "No.")


def test_a_test_is_heard_of_after_it_is_known(stand: Stand, qtbot: QtBot, server: ScriptedServer) -> None:
    page = opened(stand, qtbot, server.port, None)
    page.form.fields._edit_secret.setText("hunter22")
    tries(page, qtbot, "Connected.")
    heard: list[bool] = []

    def hear(event: object) -> None:
        if isinstance(event, AccountTested):
            heard.append(proven(stand))

    forget = stand.services.bus.subscribe(hear)
    saves(page, qtbot)
    forget()
    assert heard == [True]


def test_a_test_that_cannot_connect_says_so_everywhere(stand: Stand) -> None:
    stand.services.accounts.save(replace(account_at(9), username=""))
    with pytest.raises(KnownError):
        stand.services.sending.preflight(kept(stand))
    proof = stand.services.accounts.proofs.of(kept(stand))
    assert proof is not None
    assert proof.error is not None
    assert not proven(stand)
