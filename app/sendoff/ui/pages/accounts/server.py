"""The part of the account form that names the server; where a person has to know it, it says where that stands."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from sendoff.core.account import Account, Security
from sendoff.core.language import phrase, tr
from sendoff.core.provider import Preset
from sendoff.ui.pages.accounts.fold import Fold
from sendoff.ui.pages.accounts.words import SECURITY, server_text
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.field import Choice, Field, NumberEdit

_OWN = frozenset({"custom", "cpanel"})
"""Providers whose server a person has to know."""
_HOST = phrase("In your provider's help pages, under “SMTP” or “outgoing mail”; often like smtp.example.com.")
_PORT = {
    Security.TLS: phrase("They name it; with TLS usually 465."),
    Security.STARTTLS: phrase("They name it; with STARTTLS usually 587."),
    Security.NONE: phrase("Usually 25, on a network of your own only."),
}
_SECURITY = phrase("“SSL” and “SSL/TLS” there mean TLS.")


class ServerFold(Fold):
    """Server, port and security; `edited` comes with every change."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Server"))
        self._own = False
        self._host = QLineEdit()
        self._host.setPlaceholderText("smtp.example.com")
        self.host = Field(tr("S&erver"), self._host)
        self._port = NumberEdit(tr("Port"), 1, 65535, 465)
        self._port.setGroupSeparatorShown(False)
        self.port = Field(tr("&Port"), self._port)
        self._security = Choice(tr("Security"))
        self.security = Field(tr("Se&curity"), self._security)
        self.places = {"host": self.host, "port": self.port, "security": self.security}
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        for field, share in ((self.host, 2), (self.port, 1), (self.security, 2)):
            row.addWidget(field, share)
        self.column.addLayout(row)
        self._host.textChanged.connect(lambda _text: self.edited.emit())
        self._port.valueChanged.connect(lambda _value: self.edited.emit())
        self._security.currentIndexChanged.connect(self._security_changed)
        self._security.chosen.connect(self._security_chosen)

    def show_account(self, account: Account, preset: Preset) -> None:
        """Show an account's server, unfolded where a person has to name it."""
        self._own = preset.id in _OWN
        self._security.set_choices(
            (one, tr("{security}, usually {port}", security=tr(word), port=one.usual_port) if self._own else tr(word))
            for one, word in SECURITY
        )
        self._host.setText(account.host)
        self.take(account.port or 465, account.security)
        self.host.set_hint(tr(_HOST) if self._own else "")
        self.security.set_hint(tr(_SECURITY) if self._own else "")
        self.unfold(shown=self._own)
        self._hint()

    def take(self, port: int, security: Security, host: str = "") -> None:
        """Take another port and security, and another server if one is named."""
        if host:
            self._host.setText(host)
        self._port.setValue(port)
        self._security.choose(security)

    def applied(self, account: Account) -> Account:
        """The account with what is written here."""
        security = Security(self._security.choice() or Security.TLS)
        return replace(account, host=self._host.text().strip(), port=self._port.value(), security=security)

    def sum_up(self, account: Account) -> None:
        """Say the values in a line."""
        self.set_summary(server_text(account))

    def _hint(self) -> None:
        security = Security(self._security.choice() or Security.TLS)
        self.port.set_hint(tr(_PORT[security]) if self._own else "")

    @Slot(int)
    def _security_changed(self, _row: int) -> None:
        self._hint()
        self.edited.emit()

    @Slot(str)
    def _security_chosen(self, security: str) -> None:
        if self._port.value() in {one.usual_port for one in Security}:
            self._port.setValue(Security(security).usual_port)
