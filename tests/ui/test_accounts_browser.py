"""Signing in by browser in the window, at an authority on the loopback: said yes, given up, and as somebody else."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.fakes.authority import CLIENT_ID, CLIENT_SECRET, FakeAuthority
from tests.ui.stand import Stand, standing

from sendoff import bootstrap
from sendoff.adapters.oauth.browser import BrowserAuthorizer
from sendoff.adapters.smtp.line import open_line
from sendoff.adapters.system.logs import redact
from sendoff.core.account import Route, SignIn
from sendoff.core.ports import Clock
from sendoff.core.signin_ports import Vault
from sendoff.services.signin import SignIns
from sendoff.ui.pages.accounts.form import AccountForm
from sendoff.ui.pages.accounts.view import AccountsPage
from sendoff.ui.widgets.field import Field

ANNA = "anna@gmail.com"


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeAuthority]:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    with FakeAuthority() as fake:
        yield fake


@dataclass
class Desk:
    """The form of a new Gmail account that signs in by browser."""

    stand: Stand
    bot: QtBot
    form: AccountForm
    authority: FakeAuthority

    def sign_in(self) -> None:
        self.form.fields.ways._client_secret.setText(CLIENT_SECRET)
        self.form.fields.ways.button.click()
        assert not self.form.fields.ways.button.isEnabled()

    def over(self) -> None:
        """Wait until the button can be pressed again and nothing runs any more."""
        self.bot.waitUntil(self.form.fields.ways.button.isEnabled)
        self.bot.waitUntil(lambda: not self.stand.stage.operations._under_way)

    def kept(self, account_id: str = "") -> str | None:
        return self.stand.services.accounts.vault.get(account_id or self.form.fields.account().id)

    def said(self) -> str:
        return self.form.doctor.accessibleName() + " ".join(
            label.text() for label in self.form.doctor.findChildren(QLabel)
        )


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, fake: FakeAuthority, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    def sign_ins(clock: Clock, vault: Vault) -> SignIns:
        authorizer = BrowserAuthorizer(
            clock=clock, note=redact, opening=open_line, open_browser=fake.browse, patience=5, answer=5
        )
        return SignIns(
            authorizer=authorizer, vault=vault, clock=clock, note=redact, authorities=lambda _account: fake.authority
        )

    monkeypatch.setattr(bootstrap, "sign_ins", sign_ins)
    with standing(tmp_path, qtbot) as stand:
        stand.window.navigator.register("accounts", lambda: AccountsPage(stand.stage))
        page = stand.window.navigator.open("accounts", "add")
        assert isinstance(page, AccountsPage)
        stand.window.show()
        page.gallery.chosen.emit("gmail")
        typed(page.form.fields.sender_address, ANNA)
        page.form.fields.change(route=Route.GMAIL, sign_in=SignIn.XOAUTH2, client_id=CLIENT_ID)
        yield Desk(stand, qtbot, page.form, fake)


def typed(field: Field, text: str) -> None:
    assert isinstance(field.control, QLineEdit)
    QTest.keyClicks(field.control, text)


def test_a_yes_in_the_browser_keeps_account_and_tokens(desk: Desk, fake: FakeAuthority) -> None:
    fake.behaviour.person = ANNA
    desk.sign_in()
    desk.bot.waitUntil(lambda: len(desk.stand.services.accounts.all()) == 1)
    (account,) = desk.stand.services.accounts.all()
    assert fake.opened[0]["login_hint"] == ANNA
    kept = json.loads(desk.kept(account.id) or "")
    assert (kept["refresh_token"] in fake.valid, kept["client_secret"]) == (True, CLIENT_SECRET)
    assert (account.route, account.client_id, account.username) == (Route.GMAIL, CLIENT_ID, ANNA)
    assert desk.stand.services.accounts.secret(account) in fake.live
    desk.bot.waitUntil(lambda: desk.form.fields.ways._state.text() == "Signed in.")


def test_a_sign_in_given_up_while_the_browser_is_open_keeps_nothing(desk: Desk, fake: FakeAuthority) -> None:
    fake.behaviour.consent = "silent"
    desk.sign_in()
    desk.bot.waitUntil(lambda: bool(fake.opened))
    desk.form._cancel.click()
    desk.over()
    assert (desk.stand.services.accounts.all(), desk.kept(), fake.asked) == ([], None, [])


def test_a_sign_in_given_up_after_the_yes_keeps_no_token(
    desk: Desk, fake: FakeAuthority, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go_on = threading.Event(), threading.Event()
    token = fake.token

    def held(form: dict[str, str]) -> tuple[int, bytes]:
        asked.set()
        assert go_on.wait(60)
        return token(form)

    monkeypatch.setattr(fake, "token", held)
    desk.sign_in()
    desk.bot.waitUntil(asked.is_set)
    desk.form._cancel.click()
    go_on.set()
    desk.over()
    assert fake.valid, "the authority did give a token"
    assert (desk.stand.services.accounts.all(), desk.kept()) == ([], None)
    desk.sign_in()
    desk.bot.waitUntil(lambda: len(desk.stand.services.accounts.all()) == 1)


def test_whoever_signs_in_as_somebody_else_is_told_both_names(desk: Desk, fake: FakeAuthority) -> None:
    fake.behaviour.person = "bea@gmail.com"
    desk.sign_in()
    desk.bot.waitUntil(lambda: "You signed in as bea@gmail.com; this account sends as anna@gmail.com." in desk.said())
    desk.over()
    assert (desk.stand.services.accounts.all(), desk.kept()) == ([], None)


def test_an_account_that_cannot_be_kept_opens_no_browser(desk: Desk, fake: FakeAuthority) -> None:
    desk.form.fields._identities.setPlainText("nobody")
    desk.sign_in()
    desk.over()
    assert fake.opened == []
    assert desk.kept() is None
