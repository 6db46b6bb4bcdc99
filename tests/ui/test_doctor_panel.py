"""The connection doctor in the account form: ticks, a button that mends, cancelling, and the transcript."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import trustme
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.fakes.certificates import Authority
from tests.fakes.ports import own_port
from tests.fakes.proxies import HttpConnect, Manner
from tests.fakes.smtp_servers import Script, ScriptedServer, silence
from tests.ui.stand import Stand, standing

from sendoff.core.account import Account, Proxy, ProxyKind, Route, Security, SignIn
from sendoff.ui.pages.accounts.view import AccountsPage
from sendoff.ui.widgets.button import Button

FEATURES = ("PIPELINING", "SIZE 26214400", "AUTH PLAIN")
USERS = {"anna@example.com": "hunter22"}


@pytest.fixture
def stand(tmp_path: Path, qtbot: QtBot) -> Iterator[Stand]:
    with standing(tmp_path, qtbot) as made:
        made.window.navigator.register("accounts", lambda: AccountsPage(made.stage))
        yield made


def opened(stand: Stand, qtbot: QtBot, account: Account) -> AccountsPage:
    stand.services.accounts.save(account, "hunter22")
    page = stand.window.navigator.open("accounts", account.id)
    assert isinstance(page, AccountsPage)
    stand.window.show()
    qtbot.waitUntil(lambda: page.form.fields._account == account)
    return page


def account_at(port: int, **changes: object) -> Account:
    account = Account(
        id="work", name="Work", host="localhost", port=port, security=Security.STARTTLS,
        username="anna@example.com", sender="Anna Lee <anna@example.com>",
    )  # fmt: skip
    return replace(account, **changes)  # type: ignore[arg-type]  # a test's own values


def buttons(page: AccountsPage) -> dict[str, Button]:
    return {one.text(): one for one in page.form.doctor.findChildren(Button) if one.isVisible()}


def answered(page: AccountsPage, qtbot: QtBot) -> str:
    qtbot.waitUntil(page.form.doctor.result.isVisible)
    return page.form.doctor.result.accessibleName()


def test_the_steps_tick_and_are_folded_when_all_is_well(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with ScriptedServer(Script(starttls=authority.server("localhost"), features=FEATURES, users=USERS)) as server:
        page = opened(stand, qtbot, account_at(server.port, ca_file=authority.file))
        seen: list[list[str]] = []
        page.presenter.examination.ticked.connect(lambda _: seen.append(page.form.doctor.steps.said()))
        page.form._test.click()
        assert page.form.doctor.steps.isVisible()
        assert page.form.doctor.steps.said()[0] == "Find the server: not yet."
        said = answered(page, qtbot)
    assert said == "Connected. localhost took the sign-in. Encrypted · messages up to 26 MB"
    assert any("Wait for its greeting: running. Waiting for localhost to say hello…" in lines for lines in seen)
    assert not page.form.doctor.steps.isVisible()
    buttons(page)["Show steps"].click()
    assert page.form.doctor.steps.isVisible()
    said_now = page.form.doctor.steps.said()
    assert "Signed in: good. Signed in as a…@example.com (PLAIN)." in said_now
    assert [line.partition(":")[0] for line in said_now] == [
        "Found the server", "Reached the server", "The server greeted", "Encrypted the connection",
        "Asked what it can do", "Signed in", "It takes messages from you",
    ]  # fmt: skip
    buttons(page)["Hide steps"].click()
    assert not page.form.doctor.steps.isVisible()


def test_showing_the_steps_keeps_what_is_being_written_in_sight(stand: Stand, qtbot: QtBot) -> None:
    with ScriptedServer(Script(features=FEATURES, users=USERS)) as server:
        page = opened(stand, qtbot, account_at(server.port, host="127.0.0.1", security=Security.NONE))
        stand.window.resize(1024, 700)
        page.form._test.click()
        answered(page, qtbot)
    field = page.form.fields.reply_to.control
    field.setFocus()
    viewport = page.form._area.viewport()

    def in_sight() -> bool:
        spot = QRect(field.mapTo(viewport, QPoint()), field.size())
        return viewport.rect().contains(spot)

    qtbot.waitUntil(in_sight)
    buttons(page)["Show steps"].click()
    qtbot.waitUntil(lambda: page.form.doctor.steps.isVisible() and in_sight())


def test_one_button_mends_the_form_and_tests_again(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    context = Authority(tmp_path).server("localhost")
    with ScriptedServer(Script(starttls=context, features=FEATURES, users=USERS)) as server:
        page = opened(stand, qtbot, account_at(server.port, security=Security.TLS))
        page.form._test.click()
        assert "does not begin with TLS" in answered(page, qtbot)
        buttons(page)[f"Use port {server.port} with STARTTLS"].click()
        assert page.form.fields.account().security is Security.STARTTLS
        assert "comes from Sendoff tests" in answered(page, qtbot)
        buttons(page)["Trust this certificate"].click()
        assert len(page.form.fields.account().pinned) == 64
        assert answered(page, qtbot).startswith("Connected.")
    assert stand.services.accounts.get("work").pinned == ""  # nothing is kept before it is saved


def test_the_transcript_is_copied_without_the_secret(stand: Stand, qtbot: QtBot) -> None:
    refuse = b"535 5.7.8 no: hunter22\r\n"
    with ScriptedServer(Script(features=FEATURES, at={"AUTH": refuse})) as server:
        page = opened(stand, qtbot, account_at(server.port, host="127.0.0.1", security=Security.NONE))
        page.form._test.click()
        assert "did not accept" in answered(page, qtbot)
    buttons(page)["Copy for support"].click()
    copied = QGuiApplication.clipboard().text()
    assert "> AUTH PLAIN ***" in copied
    assert "hunter22" not in copied + page.form.doctor.result.accessibleName()
    assert "Copied" in buttons(page)


def test_it_can_be_cancelled(stand: Stand, qtbot: QtBot) -> None:
    with ScriptedServer(Script(at={"greeting": silence})) as server:
        account = account_at(server.port, security=Security.NONE, sign_in=SignIn.NONE, username="", step_seconds=300)
        page = opened(stand, qtbot, account)
        page.form._test.click()
        qtbot.waitUntil(lambda: any("Wait for its greeting: running" in line for line in page.form.doctor.steps.said()))
        page.form._cancel.click()
        assert not page.form.doctor.isVisible()
        assert page.form._test.text() == "Test connection"
        qtbot.waitUntil(lambda: stand.stage.operations._under_way == 0)
        qtbot.wait(60)
        assert not page.form.doctor.isVisible()


def test_editing_takes_the_answer_away(stand: Stand, qtbot: QtBot) -> None:
    with ScriptedServer(Script(features=FEATURES, users=USERS)) as server:
        page = opened(stand, qtbot, account_at(server.port, host="127.0.0.1", security=Security.NONE))
        page.form._test.click()
        answered(page, qtbot)
    page.form.fields.change(reply_to="desk@example.com")
    assert not page.form.doctor.isVisible()


def test_a_file_of_certificates_is_chosen(
    stand: Stand, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = Authority(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (authority.file, ""))
    with ScriptedServer(Script(starttls=authority.server("localhost"), features=FEATURES, users=USERS)) as server:
        page = opened(stand, qtbot, account_at(server.port, ca_file=str(tmp_path / "missing.pem")))
        page.form._test.click()
        assert "cannot be used" in answered(page, qtbot)
        buttons(page)["Choose a certificate file…"].click()
        assert page.form.fields.account().ca_file == authority.file
        assert answered(page, qtbot).startswith("Connected.")


def test_a_proxy_that_is_not_there_is_left_out_by_one_button(stand: Stand, qtbot: QtBot) -> None:
    proxy = Proxy(kind=ProxyKind.HTTP, host="127.0.0.1", port=own_port())
    with ScriptedServer(Script(features=FEATURES, users=USERS)) as server:
        account = account_at(server.port, host="127.0.0.1", security=Security.NONE, proxy=proxy)
        page = opened(stand, qtbot, account)
        page.form._test.click()
        assert "cannot be reached" in answered(page, qtbot)
        buttons(page)["Connect without the proxy"].click()
        assert page.form.fields.account().proxy == Proxy()
        assert answered(page, qtbot).startswith("Connected.")
    assert stand.services.accounts.get("work").proxy == proxy  # nothing is kept before it is saved


@pytest.mark.parametrize("user", ["", "anna"])
def test_the_proxys_password_is_typed_where_the_button_leads(stand: Stand, qtbot: QtBot, user: str) -> None:
    with HttpConnect(Manner(users={"anna": "open sesame"})) as running:
        proxy = Proxy(kind=ProxyKind.HTTP, host="127.0.0.1", port=running.port, username=user)
        page = opened(stand, qtbot, account_at(25, host="127.0.0.1", security=Security.NONE, proxy=proxy))
        page.form._test.click()
        answered(page, qtbot)
        assert not page.form.fields.network.unfolded
        buttons(page)["Type the proxy's password"].click()
    network = page.form.fields.network
    assert network.unfolded
    wanted = network.proxy_password if user else network.proxy_user
    assert page.form.window().focusWidget() is wanted.control


def test_a_client_certificate_is_chosen(
    stand: Stand, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine.pem"
    certificate = trustme.CA().issue_cert("anna@example.com")
    mine.write_bytes(certificate.private_key_and_cert_chain_pem.bytes())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(mine), ""))
    authority = Authority(tmp_path)
    with ScriptedServer(Script(starttls=authority.server("localhost"), features=FEATURES, users=USERS)) as server:
        missing = str(tmp_path / "missing.pem")
        page = opened(stand, qtbot, account_at(server.port, ca_file=authority.file, client_cert=missing))
        page.form._test.click()
        assert "cannot be used" in answered(page, qtbot)
        buttons(page)["Choose a client certificate…"].click()
        assert page.form.fields.account().client_cert == str(mine)
        assert answered(page, qtbot).startswith("Connected.")


def test_a_captive_portal_is_opened_in_the_browser(stand: Stand, qtbot: QtBot) -> None:
    page_of_the_hotel = b"HTTP/1.1 302 Found\r\nLocation: http://login.hotel.example/\r\n\r\n"
    with ScriptedServer(Script(at={"greeting": page_of_the_hotel})) as server:
        page = opened(stand, qtbot, account_at(server.port, host="127.0.0.1", security=Security.NONE))
        links: list[str] = []
        page.form.link_wanted.disconnect()
        page.form.link_wanted.connect(links.append)
        page.form._test.click()
        assert "A web page answers" in answered(page, qtbot)
        buttons(page)["Open a web page"].click()
    assert links == ["http://example.com/"]


def test_smtp_that_is_switched_off_leads_to_graph(stand: Stand, qtbot: QtBot) -> None:
    off = b"535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.\r\n"
    with ScriptedServer(Script(features=FEATURES, at={"AUTH": off})) as server:
        account = account_at(
            server.port, host="127.0.0.1", security=Security.NONE, preset="microsoft365", sign_in=SignIn.PASSWORD
        )
        page = opened(stand, qtbot, account)
        wanted: list[Account] = []
        page.form.sign_in_wanted.disconnect()
        page.form.sign_in_wanted.connect(lambda account, _secret: wanted.append(account))
        page.form._test.click()
        assert "switched off" in answered(page, qtbot)
        buttons(page)["Send through Microsoft Graph"].click()
    assert [(one.route, one.sign_in) for one in wanted] == [(Route.GRAPH, SignIn.XOAUTH2)]
