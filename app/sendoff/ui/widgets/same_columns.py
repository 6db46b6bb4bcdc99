"""Which columns of a list that comes in are columns that are here already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from sendoff.core.language import tr
from sendoff.core.same_columns import aligned
from sendoff.core.titles import Titles, shortened
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.field import Choice
from sendoff.ui.widgets.taborder import stand_within
from sendoff.ui.widgets.text import Text

_ROW, _SEEN = 40, 4
"""Pixels of a row, and how many of them are seen at once."""
_LONGEST = 32


class SameColumns(QWidget):
    """A row for each column that has no namesake here, with what it is taken for; hidden where there is none."""

    changed = Signal()

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.choices: dict[str, Choice] = {}
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(Text(title or tr("What its other columns are here"), "strong"))
        column.addWidget(self._area)
        self.hide()

    def show_lists(self, fields: Sequence[str], titles: Titles, others: Sequence[str], other_titles: Titles) -> None:
        """Ask about the columns of another list, the guess chosen."""
        here = [name for name in fields if not name.startswith("@")]
        others = [name for name in others if not name.startswith("@")]
        guess = dict(zip(others, aligned(here, titles, others, other_titles, {}), strict=True))
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, Space.S, 0)
        grid.setColumnStretch(1, 1)
        self.choices = {}
        offered = [("", tr("a column of its own"))]
        offered += [(name, shortened(title, _LONGEST)) for name, title in titles.offered(here)]
        for group in other_titles.columns(others):
            if any(name in here for name in group):
                continue
            title = other_titles.of(group[0])
            choice = Choice(tr("“{column}” is", column=title), offered)
            choice.choose(guess[group[0]] if guess[group[0]] in here else "")
            choice.chosen.connect(lambda _key: self.changed.emit())
            label = Text(shortened(title, _LONGEST))
            label.setBuddy(choice)
            row = len(self.choices)
            grid.addWidget(label, row, 0)
            grid.addWidget(choice, row, 1)
            self.choices[group[0]] = choice
        self._area.setWidget(inner)
        stand_within(self._area)
        theme().size(self._area, QWidget.setFixedHeight, _ROW * min(len(self.choices), _SEEN))
        self.setVisible(bool(self.choices))

    def same(self) -> dict[str, str]:
        """What is said of each column, as `core.same_columns.aligned` takes it."""
        return {field: choice.choice() for field, choice in self.choices.items()}
