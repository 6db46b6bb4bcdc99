"""The sender's domain in the check step: asked beside everything else, said in lines with the button that helps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from tests.fakes.zones import CONTROLS, GOOD, NameServer, name_server
from tests.ui.stand import Stand
from tests.ui.test_check_step import checked, shown, titled

from sendoff.adapters.dns import resolver
from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.errors import InputError
from sendoff.core.events import AccountsChanged
from sendoff.ui.pages.check.view import CheckStep

GOOGLE = Account(
    id="g", name="Work", preset="google_workspace", host="smtp.gmail.com", port=465, sender="anna@brightmill.net"
)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[NameServer]:
    """The window's name server is one on loopback."""
    with name_server(GOOD) as running:
        here = partial(resolver.DnsResolver, servers=("127.0.0.1",), port=running.port, seconds=10.0)
        monkeypatch.setattr(resolver, "DnsResolver", here)
        yield running


def draft(stand: Stand, sender: str = "Anna <anna@brightmill.net>") -> Campaign:
    stand.services.accounts.save(GOOGLE)
    campaign = replace(stand.sample(), sender=sender, account_id=GOOGLE.id)
    stand.services.campaigns.save(campaign)
    return campaign


def asked(step: CheckStep, qtbot: QtBot) -> None:
    def done() -> bool:
        facts = step.presenter.facts
        return facts is not None and facts.domain is not None and not facts.asking

    qtbot.waitUntil(done)


def opened(stand: Stand, qtbot: QtBot, campaign: Campaign) -> CheckStep:
    step = shown(stand, qtbot, campaign)
    asked(step, qtbot)
    return step


def test_a_domain_in_order_is_one_line(stand: Stand, qtbot: QtBot, server: NameServer) -> None:
    step = opened(stand, qtbot, draft(stand))
    line = titled(step, "Nothing speaks against brightmill.net as a sender.")
    assert (line.kind, line.button) == ("ok", "Look again")
    assert step.state() == ("done", "nothing to fix")
    number = len(server.asked)
    server.zone = {**GOOD, ("_dmarc.brightmill.net", "TXT"): []}
    next(one.button for one in step.lines if one.button is not None and one.item is line).click()
    qtbot.waitUntil(lambda: any("DMARC" in one.item.title for one in step.lines))
    assert len(server.asked) > number


def test_what_is_to_be_added_can_be_copied(stand: Stand, qtbot: QtBot, server: NameServer) -> None:
    server.zone = {**GOOD, ("brightmill.net", "TXT"): ["v=spf1 mx -all"]}
    step = opened(stand, qtbot, draft(stand))
    assert step.state() == ("attention", "1 to look at")
    item, copy = next((one.item, one.copy) for one in step.lines if one.copy is not None)
    assert item.title.startswith("Google Workspace is not among the servers that may send for brightmill.net")
    copy.click()
    assert QGuiApplication.clipboard().text() == "v=spf1 mx include:_spf.google.com -all"
    assert copy.accessibleName() == "Copy the line for brightmill.net"


def test_a_domain_that_does_not_exist_closes_sending_until_it_is_accepted(
    stand: Stand, qtbot: QtBot, server: NameServer
) -> None:
    server.zone = CONTROLS
    campaign = draft(stand, "Anna <anna@brihgtmill.net>")
    step = opened(stand, qtbot, campaign)
    qtbot.waitUntil(lambda: step.state() == ("problem", "1 to fix"))
    qtbot.waitUntil(lambda: any(one.accept is not None for one in step.lines))  # laid out after the state is told
    item, accept = next((one.item, one.accept) for one in step.lines if one.accept is not None)
    assert (item.title, item.accept) == ("The domain brihgtmill.net does not exist.", "no_domain")
    with pytest.raises(InputError, match="no domain"):
        stand.services.checks.gate(campaign)
    accept.click()
    qtbot.waitUntil(lambda: step.state()[0] == "attention")
    stand.services.checks.gate(campaign)


def test_without_an_answer_nothing_is_said_against_it(stand: Stand, qtbot: QtBot, server: NameServer) -> None:
    server.failing = {name for name, _kind in GOOD} | {
        f"sendoff-asks-for-nobody.{n}" for n in ("gmail.com", "outlook.com")
    }
    step = opened(stand, qtbot, draft(stand))
    line = next(one.item for one in step.lines if "no name server answers" in one.item.title)
    assert (line.kind, line.button) == ("todo", "Look again")
    assert step.state() == ("done", "nothing to fix")


def test_it_is_asked_again_when_the_sender_changes(stand: Stand, qtbot: QtBot, server: NameServer) -> None:
    campaign = draft(stand)
    step = opened(stand, qtbot, campaign)
    number = len(server.asked)
    step.show_campaign(replace(campaign, sender="anna@gmail.com"))
    checked(step, qtbot)
    qtbot.waitUntil(lambda: any("Only the servers of gmail.com" in one.item.title for one in step.lines) or
                    any("gmail.com belongs to" in one.item.body for one in step.lines))  # fmt: skip
    assert len(server.asked) > number


def test_an_account_that_changes_meanwhile_does_not_bring_the_old_sender_back(
    stand: Stand, qtbot: QtBot, server: NameServer
) -> None:
    campaign = draft(stand)
    step = opened(stand, qtbot, campaign)
    written = replace(campaign, sender="anna@gmail.com")
    step.show_campaign(written)
    stand.stage.bridge.batch.emit((AccountsChanged(),))
    qtbot.waitUntil(lambda: step.presenter.facts is not None and step.presenter.facts.campaign == written)
    checked(step, qtbot)
    assert step.presenter.facts is not None
    assert step.presenter.facts.campaign == written


def test_nobody_is_asked_about_the_sandbox_and_examples(stand: Stand, qtbot: QtBot, server: NameServer) -> None:
    step = opened(stand, qtbot, stand.sample())
    assert titled(step, "The sender's domain is not checked.").kind == "note"
    assert server.asked == []


def test_asking_ends_with_the_step(stand: Stand, qtbot: QtBot, server: NameServer) -> None:
    server.silent = {name for name, _kind in GOOD}
    step = shown(stand, qtbot, draft(stand))
    qtbot.waitUntil(lambda: step.presenter._asking.under_way)
    step.hide()
    assert not step.presenter._asking.under_way
    server.silent = ()
    step.show()
    asked(step, qtbot)
    assert any("Nothing speaks against" in one.item.title for one in step.lines)


def test_a_campaign_that_was_started_can_still_be_looked_into(stand: Stand, qtbot: QtBot, server: NameServer) -> None:
    server.zone = {**GOOD, ("brightmill.net", "TXT"): ["v=spf1 mx -all"]}
    step = CheckStep(stand.stage)
    stand.window.navigator.register("campaign", lambda: step)
    stand.window.navigator.open("campaign")
    stand.window.show()
    step.show_campaign(replace(draft(stand), state=CampaignState.PAUSED))
    asked(step, qtbot)
    assert [line.item.title for line in step.lines if line.copy is not None] == [
        "Google Workspace is not among the servers that may send for brightmill.net (SPF)."
    ]
    assert step.state() == ("done", "checked")
    assert {line.item.button for line in step.lines} == {"", "Look again"}


def test_what_only_a_test_can_tell_offers_the_test(stand: Stand, qtbot: QtBot, server: NameServer) -> None:
    server.zone = {**GOOD, ("key.elsewhere.net", "TXT"): []}
    step = opened(stand, qtbot, draft(stand))
    line = titled(step, "Not known yet of brightmill.net")
    assert (line.kind, line.button) == ("todo", "Send a test…")
    assert step.state() == ("done", "nothing to fix")
