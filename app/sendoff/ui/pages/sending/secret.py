"""Asks for an account's password in place, and says where it is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from sendoff.core.account import Account, SignIn
from sendoff.core.language import phrase, tr
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.field import Field, SecretEdit
from sendoff.ui.widgets.text import Text

_KINDS = {
    SignIn.APP_PASSWORD: phrase("app password"),
    SignIn.API_KEY: phrase("API key"),
    SignIn.SMTP_CREDENTIALS: phrase("SMTP password"),
}


class SecretCard(Card):
    """One field and one button."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._account_id = ""
        self.edit = SecretEdit()
        self._title = Text("", "emphasis")
        self._field = Field(tr("&Password"), self.edit)
        self._kept = Text("", "secondary", wrap=True)
        self._use = Button(tr("Use it"), run=self._give)
        self.edit.returnPressed.connect(self._give)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._field, 1)
        row.addWidget(self._use, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self.column.addWidget(self._title)
        self.column.addLayout(row)
        self.column.addWidget(self._kept)
        self.column.addStretch(1)
        self.hide()

    def ask(self, account: Account, kept_where: str) -> None:
        """Ask for this account's secret; what was begun for another account is not its own."""
        if account.id != self._account_id:
            self._account_id = account.id
            self.edit.clear()
        word = tr(_KINDS.get(account.sign_in, phrase("password")))
        self._title.setText(tr("{name} needs its {word}.", name=account.name, word=word))
        self._kept.setText(kept_where)
        self.edit.setAccessibleDescription(kept_where)
        self.show()

    def _give(self) -> None:
        secret = self.edit.text()
        if secret:
            self.edit.clear()
            self.hide()
            self.given.emit(secret)
        else:
            self.edit.setFocus()
