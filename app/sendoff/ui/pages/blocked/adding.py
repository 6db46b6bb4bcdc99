"""The dialogs that block addresses and domains: as many as are pasted, or everybody in a file."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from sendoff.core.language import pairs, tr
from sendoff.core.wording import count_text
from sendoff.services.suppressions import Blocked
from sendoff.ui.models.suppressions import REASON_WORDS
from sendoff.ui.widgets.field import Choice, Field
from sendoff.ui.widgets.form_dialog import FormDialog
from sendoff.ui.widgets.text import Text

_FIRST = 3
"""Addresses of a file that are named."""


class AddDialog(FormDialog):
    """What to block, why, and where it comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Block addresses or domains"), tr("Block"), parent)
        self.entries = QPlainTextEdit()
        self.entries.setProperty("role", "lines")
        self.entries.setPlaceholderText("anna@example.com\n@example.org")
        self.entries.setTabChangesFocus(True)
        self.entries.setMinimumHeight(140)
        hint = tr("One a line, or with commas between them. @example.org blocks everybody at that domain.")
        self.form.addWidget(Field(tr("&Addresses and domains"), self.entries, hint), 1)
        self.reason = _reason(self)
        self.source: QLineEdit = self.add_text(tr("&Source"), hint=tr("Where you know it from; may stay empty."))
        self.entries.textChanged.connect(self._enable)
        self._enable()
        self.entries.setFocus()

    def keys(self) -> list[str]:
        """What is written, each once."""
        return entries_of(self.entries.toPlainText())

    def _enable(self) -> None:
        self.primary.setEnabled(bool(self.entries.toPlainText().strip()))


class FileDialog(FormDialog):
    """Whom a file would block, before it does."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Block everybody in {name}?", name=name), tr("Block"), parent)
        self.found = Text("")
        self.found.setWordWrap(True)
        self.form.addWidget(self.found)
        self.reason = _reason(self)
        self.source = self.add_text(tr("&Source"), name, hint=tr("Where you know it from; may stay empty."))
        self.primary.hide()

    def show_found(self, found: Blocked) -> None:
        """Say who is in the file."""
        self.found.setText(found_words(found))
        words = tr("Block {number}", number=count_text(found.added))
        self.primary.setText(words)
        self.primary.setAccessibleName(words)
        self.primary.setVisible(found.added > 0)
        if not found.added:
            self.cancel.setText(tr("Close"))


def found_words(found: Blocked) -> str:
    """Whom a file would block: how many, the first of them, and of the other rows why not."""
    if not found.added:
        return tr("Everybody in the file is blocked already.") if found.known else tr("Nobody in the file to block.")
    first = ", ".join(found.keys[:_FIRST])
    more = found.added - len(found.keys[:_FIRST])
    words = [
        tr("{names} and {more} more.", names=first, more=count_text(more)) if more else f"{first}.",
        tr("They get nothing from any campaign, until you unblock them."),
    ]
    if found.known:
        one = tr("1 row is blocked already or repeated.")
        many = tr("{number} rows are blocked already or repeated.", number=count_text(found.known))
        words.append(one if found.known == 1 else many)
    return " ".join(words)


def _reason(dialog: FormDialog) -> Choice:
    choice = Choice(tr("Reason"), pairs(REASON_WORDS.items()))
    dialog.form.addWidget(Field(tr("&Reason"), choice))
    return choice


def entries_of(text: str) -> list[str]:
    """The entries of a text, parted by lines, commas or semicolons; of `Anna <anna@example.com>` the address.

    Blanks part them too where every part is an address or a domain; so a slip of the pen is shown as it was written.
    """
    found: dict[str, None] = {}
    for part in filter(None, map(str.strip, re.split(r"[\n,;\t]", text))):
        inside = re.search(r"<([^<>]+)>", part)
        words = part.split()
        entries = [inside[1]] if inside else words if all("@" in word for word in words) else [part]
        found.update(dict.fromkeys(entries))
    return list(found)
