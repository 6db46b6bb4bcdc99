"""How an account sends and signs in, where its provider leaves a choice: by SMTP or by its own interface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sendoff.core.account import Account, Route, SignIn
from sendoff.core.language import phrase, tr
from sendoff.core.provider import Preset
from sendoff.core.signin import BROWSER_PRESETS, GOOGLE_PRESETS, GRAPH_PRESETS
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.field import Choice, Field, SecretEdit
from sendoff.ui.widgets.text import ElidedLabel

_BY = {
    SignIn.PASSWORD: phrase("With a password (SMTP)"),
    SignIn.APP_PASSWORD: phrase("With an app password (SMTP)"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """A route with a kind of sign-in."""

    route: Route
    sign_in: SignIn
    words: str

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.route}/{self.sign_in}"


def authority_name(preset: Preset) -> str:
    """Who signs people in by browser there; empty where nobody does."""
    if preset.id not in BROWSER_PRESETS:
        return ""
    return "Google" if preset.id in GOOGLE_PRESETS else "Microsoft"


def ways(preset: Preset) -> Sequence[Way]:
    """The ways to choose from; empty where there is only one."""
    name = authority_name(preset)
    if not name:
        return ()
    found = [Way(Route.SMTP, SignIn.XOAUTH2, tr("Signed in with {name} (SMTP)", name=name))]
    if preset.sign_in in _BY:
        found.insert(0, Way(Route.SMTP, preset.sign_in, tr(_BY[preset.sign_in])))
    if preset.id in GOOGLE_PRESETS:
        found.append(Way(Route.GMAIL, SignIn.XOAUTH2, tr("Signed in with Google (Gmail API)")))
    elif preset.id in GRAPH_PRESETS:
        found.append(Way(Route.GRAPH, SignIn.XOAUTH2, tr("Signed in with Microsoft (Microsoft Graph)")))
    return found


class WayChooser(QWidget):
    """The choice, and below it what a sign-in by browser needs. `edited` comes when a person changed something."""

    edited = Signal()
    sign_in_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._preset: Preset | None = None
        self._choice = Choice(tr("How to send"))
        self.way = Field(tr("&How to send"), self._choice)
        self._client_id = QLineEdit()
        self.client_id = Field(
            tr("Client &ID"), self._client_id, tr("Of a client of your own; the guide shows how to make one.")
        )
        self._client_secret = SecretEdit(tr("Client secret"))
        self.client_secret = Field(
            tr("Client secret"), self._client_secret, tr("Google gives one along with the client ID.")
        )
        self._tenant = QLineEdit()
        self._tenant.setPlaceholderText("contoso.onmicrosoft.com")
        self.tenant = Field(tr("Directory (tenant)"), self._tenant, tr("Empty means any."))
        self.button = Button(tr("Sign in"), run=self.sign_in_wanted.emit)
        self._state = ElidedLabel("", role="secondary")
        ids = QHBoxLayout()
        ids.setSpacing(Space.M)
        for field in (self.client_id, self.client_secret, self.tenant):
            ids.addWidget(field, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.button)
        row.addWidget(self._state, 1)
        self._browser = QWidget()
        inner = QVBoxLayout(self._browser)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.M)
        inner.addLayout(ids)
        inner.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.way)
        column.addWidget(self._browser)
        self._choice.chosen.connect(lambda _key: self._changed())
        for line in (self._client_id, self._tenant):
            line.textEdited.connect(lambda _text: self.edited.emit())

    def show_account(self, account: Account, preset: Preset) -> None:
        """Show an account's way."""
        self._preset = preset
        offered = ways(preset)
        self.setVisible(bool(offered))
        self._choice.set_choices((way.key, way.words) for way in offered)
        self._choice.choose(Way(account.route, account.sign_in, "").key)
        self._client_id.setText(account.client_id)
        self._client_secret.clear()
        self._tenant.setText(account.tenant)
        name = authority_name(preset)
        self.client_secret.setVisible(name == "Google")
        self.tenant.setVisible(name == "Microsoft" and preset.id != "outlook")
        self.button.setText(tr("Sign in with {name}", name=name))
        self.show_state("")
        self._show_browser()

    def show_state(self, words: str, *, busy: bool = False) -> None:
        """Say whether somebody has signed in; `busy` while the browser is open."""
        self._state.setText(words)
        self.button.setEnabled(not busy)

    def applied(self, account: Account) -> Account:
        """The account with what is chosen here."""
        way = self._chosen()
        if way is None:
            return account
        return replace(
            account,
            route=way.route,
            sign_in=way.sign_in,
            client_id=self._client_id.text().strip(),
            tenant=self._tenant.text().strip(),
        )

    def secret(self) -> str | None:
        """The client secret that was typed; None = the one of the last sign-in."""
        return self._client_secret.text().strip() or None

    def _chosen(self) -> Way | None:
        offered = ways(self._preset) if self._preset is not None else ()
        return next((way for way in offered if way.key == self._choice.choice()), None)

    def _changed(self) -> None:
        self._show_browser()
        self.edited.emit()

    def _show_browser(self) -> None:
        way = self._chosen()
        self._browser.setVisible(way is not None and way.sign_in is SignIn.XOAUTH2)
