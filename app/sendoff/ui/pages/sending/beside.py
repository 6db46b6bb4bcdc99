"""What stands beside the live table: the pace, what each account may still send, and who is tried again when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sendoff.core.language import tr
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.progress import RateChart
from sendoff.ui.widgets.text import Caption, ElidedLabel, Text

_WIDTH = 256


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it is about, its figure at the end, and what is said below."""

    what: str
    figure: str = ""
    below: str = ""


class Section(QWidget):
    """A few lines under a quiet heading; gone where there is nothing to say."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        self.entries: tuple[Entry, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS + 2)
        self._column.addWidget(Text(title, "caption"))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these lines."""
        if tuple(entries) == self.entries:
            return
        self.entries = tuple(entries)
        while self._column.count() > 1:
            item = self._column.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in entries:
            self._column.addWidget(_line(one))

    def height_at(self, width: int) -> int:
        """The pixels it takes; 0 where it says nothing."""
        if not self.entries:
            return 0
        wraps = self._column.hasHeightForWidth()
        return self._column.heightForWidth(width) if wraps else self._column.sizeHint().height()


class Beside(Card):
    """As high as the table; where there is little room the chart goes before the words."""

    def __init__(self) -> None:
        super().__init__(margin=Space.M)
        self.chart = RateChart()
        self.through = Section(tr("Through"))
        self.tries = Section(tr("Tried again"))
        self.days = Section(tr("What goes when"))
        self.run = Section(tr("This run"))
        self._pace = QWidget()
        pace = QVBoxLayout(self._pace)
        pace.setContentsMargins(0, 0, 0, 0)
        pace.setSpacing(Space.XS)
        pace.addWidget(Text(tr("Accepted in each minute"), "caption"))
        pace.addWidget(self.chart)
        self._went = False
        self.column.setSpacing(Space.L)
        self.column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        theme().size(self, QWidget.setFixedWidth, _WIDTH)
        self.column.addWidget(self._pace)
        for section in (self.through, self.tries, self.days, self.run):
            self.column.addWidget(section)
        self.column.addStretch(1)

    def show_pace(self, *, went: bool) -> None:
        """Whether anything went yet that the chart can show."""
        self._went = went

    def fit(self, height: int) -> bool:
        """Show as much as so many pixels hold, the words before the chart; False where nothing finds room."""
        margins = self.column.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        room = height - margins.top() - margins.bottom()
        needs: list[tuple[QWidget, int]] = [(one, one.height_at(width)) for one in (self.through, self.tries)]
        needs.append((self._pace, self._pace.minimumSizeHint().height() if self._went else 0))
        needs += [(one, one.height_at(width)) for one in (self.days, self.run)]
        any_shown = False
        for part, need in needs:
            fits = 0 < need <= room
            part.setVisible(fits)
            room -= need + self.column.spacing() if fits else 0
            any_shown |= fits
        return any_shown

    def brief(self) -> str:
        """The words in one line, for where it finds no room: `Through Work: 460 of 500 a day left.`."""
        said = [
            f"{section.title} " + ", ".join(_brief(one) for one in section.entries)
            for section in (self.through, self.tries)
            if section.entries
        ]
        return f"{'. '.join(said)}." if said else ""


def _brief(entry: Entry) -> str:
    below = " ".join(entry.below.split()).removesuffix(".")
    figure = f" ({entry.figure})" if entry.figure else ""
    return f"{entry.what}{figure}: {below}" if below else f"{entry.what}{figure}"


def _line(entry: Entry) -> QWidget:
    line = QWidget()
    line.setAccessibleName(_brief(entry))
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    row.addWidget(ElidedLabel(entry.what, middle="@" in entry.what), 1)
    if entry.figure:
        row.addWidget(Text(entry.figure))
    column.addLayout(row)
    if entry.below:
        column.addWidget(Caption(entry.below))
    return line
