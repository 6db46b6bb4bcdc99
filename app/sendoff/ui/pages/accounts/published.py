"""What the provider publishes of its limits, below the fields of the account's own: each with how sure it is."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sendoff.core.language import tr
from sendoff.core.provider import Preset
from sendoff.core.provider_limits import Figure, date_text, figures
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.text import Text


class PublishedLimits(QWidget):
    """One row a figure: what and how sure, the source and what else is known in the tip; hidden where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Text("", "label")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._title)
        column.addLayout(self._grid)

    def show_preset(self, preset: Preset) -> None:
        """Show what this provider publishes."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        found = [one for one in figures(preset) if one.known] if preset.id != "custom" else []
        self._title.setText(
            tr("Known limits of {name}, as of {checked}", name=preset.shown, checked=date_text(preset.checked))
        )
        for row, one in enumerate(found):
            self._add(row, one)
        self.setVisible(bool(found))

    def rows(self) -> list[str]:
        """What is shown, row by row."""
        return [
            "  ".join(_words(item.widget()) for place in range(2) if (item := self._grid.itemAtPosition(row, place)))
            for row in range(self._grid.rowCount())
            if self._grid.itemAtPosition(row, 0)
        ]

    def _add(self, row: int, one: Figure) -> None:
        sure = Text(one.sure, "secondary")
        what = Text(one.text)
        for label in (what, sure):
            label.setToolTip("\n".join(filter(None, (f"{one.sure.capitalize()}: {one.why}.", one.note, one.source))))
        self._grid.addWidget(what, row, 0)
        self._grid.addWidget(sure, row, 1)


def _words(widget: QWidget | None) -> str:
    return widget.text() if isinstance(widget, Text) else ""
