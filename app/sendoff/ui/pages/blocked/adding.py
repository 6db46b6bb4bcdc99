"""The dialog that blocks addresses and domains: one, or as many as are pasted."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from sendoff.core.language import pairs, tr
from sendoff.ui.models.suppressions import REASON_WORDS
from sendoff.ui.widgets.field import Choice, Field
from sendoff.ui.widgets.form_dialog import FormDialog


class AddDialog(FormDialog):
    """What to block, why, and where it comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Block addresses or domains"), tr("Block"), parent)
        self.entries = QPlainTextEdit()
        self.entries.setPlaceholderText("anna@example.com\n@example.org")
        self.entries.setTabChangesFocus(True)
        self.entries.setMinimumHeight(140)
        hint = tr("One a line, or with commas between them. @example.org blocks everybody at that domain.")
        self.form.addWidget(Field(tr("&Addresses and domains"), self.entries, hint), 1)
        self.reason = Choice(tr("Reason"), pairs(REASON_WORDS.items()))
        self.form.addWidget(Field(tr("&Reason"), self.reason))
        self.source: QLineEdit = self.add_text(tr("&Source"), hint=tr("Where you know it from; may stay empty."))
        self.entries.textChanged.connect(self._enable)
        self._enable()
        self.entries.setFocus()

    def keys(self) -> list[str]:
        """What is written, each once."""
        return entries_of(self.entries.toPlainText())

    def _enable(self) -> None:
        self.primary.setEnabled(bool(self.entries.toPlainText().strip()))


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
