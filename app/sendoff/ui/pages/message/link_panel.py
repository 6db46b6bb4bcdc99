"""The panel of a link or a button in the text."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from sendoff.core.language import tr
from sendoff.core.rich_text import Run
from sendoff.core.titles import Titles
from sendoff.ui.pages.message.chip_line import ChipLine
from sendoff.ui.pages.message.panels import Panel
from sendoff.ui.widgets.field import Field

_SCHEMES = ("http://", "https://", "mailto:", "tel:", "#", "{{", "{%")


class _Line(ChipLine):
    """Its chips open no panel over this one."""

    asks = False


class LinkPanel(Panel):
    """A link or a button: its words and where it leads."""

    def __init__(self, parent: QWidget, run: Run, titles: Titles, *, known: bool) -> None:
        super().__init__(
            parent,
            tr("Button") if run.button else tr("Link"),
            tr("Done") if known else tr("Insert"),
            remove=tr("Unlink") if known else "",
        )
        self._address = self._line(tr("&Address"), run.link, "https://example.com", titles)
        self._words = self._line(tr("&Words"), run.text, tr("Buy now") if run.button else tr("our page"), titles)
        self._button = QCheckBox(tr("As a &button"))
        self._button.setChecked(run.button)
        self.column.addWidget(self._button)

    def run(self) -> Run:
        """The link as it is asked for now; a bare domain becomes an https address."""
        address = self._address.text().strip()
        if address and not address.startswith(_SCHEMES):
            address = f"mailto:{address}" if "@" in address and "/" not in address else f"https://{address}"
        return Run(text=self._words.text().strip() or address, link=address, button=self._button.isChecked())

    def _line(self, label: str, value: str, placeholder: str, titles: Titles) -> ChipLine:
        edit = _Line()
        edit.show_fields((), titles)
        edit.setText(value)
        edit.setPlaceholderText(placeholder)
        edit.returnPressed.connect(self.apply)
        self.column.addWidget(Field(label, edit))
        return edit
