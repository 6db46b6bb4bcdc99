"""Which people of a list are meant: rows of field, comparison and value, or the same written as an expression."""

from __future__ import annotations

import csv
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from sendoff.core.errors import InputError, KnownError
from sendoff.core.language import pairs, tr
from sendoff.core.segment import (
    DATES,
    NUMBER,
    NUMBER_LENGTH,
    Condition,
    Every,
    Not,
    Op,
    Segment,
    Some,
    period,
    segment_text,
)
from sendoff.core.segment_grammar import parse_segment
from sendoff.core.segment_words import COMPARED_DATES, COMPARISONS, NOT
from sendoff.core.titles import UNTITLED, Titles, shortened
from sendoff.services.selections import Held
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton, Segments
from sendoff.ui.widgets.field import Choice, Field
from sendoff.ui.widgets.proposals import Proposals
from sendoff.ui.widgets.text import Text

_TYPING_MS = 200
_LONGEST_TITLE = 40
"""Characters of a column's title in a choice."""
_ORDERED = (Op.GREATER, Op.AT_LEAST, Op.LESS, Op.AT_MOST)
Clicked = tuple[str, str, str]
"""Field, comparison and value of a row."""


def segment_of(rows: Sequence[Clicked], *, every: bool) -> Segment:
    """What rows of clicks mean; a row that still lacks its value means nothing yet."""
    parts = tuple(_condition(*row) for row in rows if row[0] and (row[2].strip() or row[1].endswith(Op.EMPTY.value)))
    return Every(parts) if every or not parts else Some(parts)


def clicks_of(segment: Segment) -> tuple[list[Clicked], bool] | None:
    """The rows that mean this segment, and whether all must hold; None where only the written form can say it."""
    every = not isinstance(segment, Some)
    parts = segment.parts if isinstance(segment, Every | Some) else (segment,)
    rows = [row for part in parts if (row := _clicked(part)) is not None]
    return (rows, every) if len(rows) == len(parts) else None


def listed(values: Sequence[str]) -> str:
    """Values as they are typed one after the other; one that has a comma in it stands in quotes."""
    return ", ".join('"' + one.replace('"', '""') + '"' if set(one) & {",", '"'} else one for one in values)


def values_of(typed: str) -> tuple[str, ...]:
    """The values typed with commas between them, each once."""
    found = next(csv.reader([" ".join(typed.split())], skipinitialspace=True), [])
    return tuple(dict.fromkeys(one.strip() for one in found if one.strip()))


def _condition(name: str, comparison: str, value: str) -> Segment:
    op, text = Op(comparison.removeprefix(NOT)), value.strip()
    if op is Op.IN:
        among = Condition(name, op, values_of(text) or (text,))
        return Not(among) if comparison.startswith(NOT) else among
    if op in DATES:
        return Condition(name, op, (period(text) or text,))  # what is no date is refused where it is read
    number = op in _ORDERED and len(text) <= NUMBER_LENGTH and NUMBER.fullmatch(text)
    one = Condition(name, op, () if op is Op.EMPTY else (float(text) if number else text,))
    return Not(one) if comparison.startswith(NOT) else one


def _clicked(part: Segment) -> Clicked | None:
    inner = _among(part.part if isinstance(part, Not) else part)
    if not isinstance(inner, Condition):
        return None
    comparison = (NOT if isinstance(part, Not) else "") + inner.op.value
    said = [f"{value:g}" if isinstance(value, float) else value for value in inner.values]
    row = (inner.field, comparison, listed(said) if inner.op is Op.IN else "".join(said))
    known = comparison in dict((*COMPARISONS, *COMPARED_DATES))
    return row if known and _condition(*row) == (Not(inner) if isinstance(part, Not) else inner) else None


def _among(part: Segment) -> Segment:
    """A column that is this or that is one of these."""
    if not isinstance(part, Some):
        return part
    conditions = [one for one in part.parts if isinstance(one, Condition) and one.op in (Op.EQUAL, Op.IN)]
    fields = {one.field for one in conditions}
    if len(conditions) < len(part.parts) or len(fields) != 1:
        return part
    return Condition(fields.pop(), Op.IN, tuple(dict.fromkeys(value for one in conditions for value in one.values)))


class _Row(QWidget):
    """One condition."""

    changed = Signal()
    removed = Signal()

    def __init__(
        self,
        fields: Sequence[str],
        titles: Titles,
        row: Clicked,
        dates: Collection[str],
        values: Mapping[str, Sequence[str]],
    ) -> None:
        super().__init__()
        self._dates, self._values = dates, values
        offered = [(name, shortened(title, _LONGEST_TITLE)) for name, title in titles.offered(fields, row[0])]
        self._field = Choice(tr("Field"), offered)
        self._field.choose(row[0])
        self._comparison = Choice(tr("Comparison"))
        self._offer(row[1])
        self.value = QLineEdit(row[2])
        self.value.setAccessibleName(tr("Value"))
        self._proposals = Proposals(self.value)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        line.addWidget(self._field, 2)
        line.addWidget(self._comparison, 2)
        line.addWidget(self.value, 3)
        line.addWidget(IconButton("close", tr("Remove this condition"), run=self.removed.emit))
        self._field.chosen.connect(lambda _key: self._turn())
        self._comparison.chosen.connect(lambda _key: self._compare())
        self.value.textChanged.connect(lambda _text: self.changed.emit())
        self._compare()

    def clicked(self) -> Clicked:
        return self._field.choice(), self._comparison.choice(), self.value.text()

    def show_dates(self, dates: Collection[str]) -> None:
        """Which columns hold dates: they are compared by before and after."""
        self._dates = dates
        self._turn()

    def show_values(self, values: Mapping[str, Sequence[str]]) -> None:
        """Which values the columns have, to be proposed."""
        self._values = values
        self._propose()

    def _propose(self) -> None:
        comparison = self._comparison.choice().removeprefix(NOT)
        fitting = comparison in (Op.EQUAL, Op.UNEQUAL, Op.IN)
        values = self._values.get(self._field.choice(), ()) if fitting else ()
        several = comparison == Op.IN
        self._proposals.offer([listed([one]) for one in values] if several else values, several=several)

    def _offer(self, wanted: str) -> None:
        offered = COMPARED_DATES if self._field.choice() in self._dates else COMPARISONS
        if wanted and wanted not in dict(offered):
            offered = tuple(dict.fromkeys((*offered, *COMPARED_DATES, *COMPARISONS)))
        self._comparison.set_choices(pairs(offered))
        self._comparison.choose(wanted)

    def _turn(self) -> None:
        """Another field has its own comparisons; one that a value stands beside already is kept."""
        self._offer(self._comparison.choice() if self.value.text() else "")
        self._compare()

    def _compare(self) -> None:
        dated = self._comparison.choice() in DATES
        several = self._comparison.choice().removeprefix(NOT) == Op.IN
        words = tr("Values with commas between them") if several else tr("Value")
        self.value.setPlaceholderText(tr("31.01.2026, 2026-01 or 2026") if dated else words)
        self.value.setEnabled(not self._comparison.choice().endswith(Op.EMPTY.value))
        self._propose()
        self.changed.emit()


class SegmentEdit(QWidget):
    """A segment, clicked or written; `changed` comes with the expression once the typing rests."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._fields: tuple[str, ...] = ()
        self._titles = Titles()
        self._dates: frozenset[str] = frozenset()
        self._values: Mapping[str, Sequence[str]] = {}
        self._rows: list[_Row] = []
        self.ways = Segments(tr("How to say it"), (("click", tr("Choose")), ("write", tr("Write"))))
        self.ways.chosen.connect(self._turn)
        self.match = Choice(
            tr("How the conditions go together"), (("every", tr("All of these")), ("some", tr("Any of these")))
        )
        self.match.chosen.connect(lambda _key: self._touched())
        self.add = Button(tr("Add a condition"), "flush", icon="plus", run=self.add_row)
        self.written = QLineEdit()
        self.written.textChanged.connect(lambda _text: self._touched())
        example = tr('For example: genre = "crime" and city in ("Berlin", "Hamburg")')
        self._field = Field(tr("Con&dition"), self.written, example)
        self._rest = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._rest.timeout.connect(lambda: self.changed.emit(self.expression()))
        self._lay_out()

    def set_fields(self, fields: Sequence[str], titles: Titles = UNTITLED) -> None:
        """Offer these fields, by what they are called; what was said of others is dropped."""
        self._fields, self._titles, self._dates, self._values = tuple(fields), titles, frozenset(), {}
        self._show_rows([])
        self.written.clear()
        self.show_problem(None)

    def show_dates(self, fields: Collection[str]) -> None:
        """Say which of the fields hold dates."""
        self._dates = frozenset(fields)
        for row in self._rows:
            row.show_dates(self._dates)

    def show_values(self, values: Mapping[str, Sequence[str]]) -> None:
        """Say which values the fields have, to be proposed while one is typed."""
        self._values = values
        for row in self._rows:
            row.show_values(values)

    def show_held(self, held: Held) -> None:
        """Say both of a list's columns."""
        self.show_dates(held.dates)
        self.show_values(held.values)

    def expression(self) -> str:
        """The segment as it is kept and used; empty means everybody."""
        if self.ways.choice() == "write":
            return self.written.text().strip()
        segment = segment_of([row.clicked() for row in self._rows], every=self.match.choice() == "every")
        return segment_text(segment)

    def set_expression(self, text: str) -> None:
        """Show an expression: as rows where they can say it, else as it is written."""
        self.written.setText(text)
        if not self._show_clicks(text):
            self.ways.choose("write")
            self._stack.setCurrentIndex(1)

    def show_problem(self, error: KnownError | None) -> None:
        """Say what cannot be read and where, below what was clicked or written."""
        words = f"{error.title} {error.remedy}" if error is not None else ""
        self._field.set_problem(words)
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def add_row(self) -> None:
        """Add an empty condition."""
        self._show_row((self._fields[0] if self._fields else "", "", ""))
        self._rows[-1].value.setFocus()
        self._touched()

    # -- parts

    def _lay_out(self) -> None:
        clicks = QWidget()
        self._column = QVBoxLayout(clicks)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._problem = Text("", "problem", wrap=True)
        self._problem.hide()
        self._column.addWidget(self._problem)
        foot = QHBoxLayout()
        foot.setSpacing(Space.L)
        foot.addWidget(self.add)
        foot.addWidget(self.match)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self._column.addStretch(1)
        written = QWidget()
        column = QVBoxLayout(written)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        column.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(clicks)
        self._stack.addWidget(written)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.S)
        whole.addWidget(self.ways)
        whole.addWidget(self._stack, 1)
        self.match.hide()

    def _turn(self, way: str) -> None:
        """Take over what was said the other way, where it can be."""
        if way == "write":
            segment = segment_of([row.clicked() for row in self._rows], every=self.match.choice() == "every")
            self.written.setText(segment_text(segment))
            self._stack.setCurrentIndex(1)
        elif not self._show_clicks(self.written.text()):
            self.ways.choose("write")
            self._field.set_problem(tr("This can only be written: it has parentheses, or cannot be read."))
            self.written.setFocus()
            return
        self._touched()

    def _show_clicks(self, text: str) -> bool:
        try:
            clicks = clicks_of(parse_segment(text, self._fields))
        except InputError:
            return False
        if clicks is None:
            return False
        self._show_rows(clicks[0])
        self.match.choose("every" if clicks[1] else "some")
        self.ways.choose("click")
        self._stack.setCurrentIndex(0)
        return True

    def _show_rows(self, rows: Sequence[Clicked]) -> None:
        for row in self._rows:
            row.deleteLater()
        self._rows = []
        self.match.hide()
        for clicked in rows:
            self._show_row(clicked)

    def _show_row(self, clicked: Clicked) -> None:
        row = _Row(self._fields, self._titles, clicked, self._dates, self._values)
        row.changed.connect(self._touched)
        row.removed.connect(lambda: self._remove(row))
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        self.match.setVisible(len(self._rows) > 1)

    def _remove(self, row: _Row) -> None:
        self._rows.remove(row)
        row.deleteLater()
        self.match.setVisible(len(self._rows) > 1)
        self.add.setFocus()
        self._touched()

    def _touched(self) -> None:
        self._rest.start()
