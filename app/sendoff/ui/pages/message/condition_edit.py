"""A condition that is chosen: a field, a comparison and a value, as in the filters of a list."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sendoff.core.language import pairs, tr
from sendoff.core.segment import DATES
from sendoff.core.template_conditions import AMONG, EMPTY, FILLED, ORDERED, Condition, comparisons_of
from sendoff.core.titles import MEANINGS, shortened
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.field import Choice
from sendoff.ui.widgets.taborder import hand_on
from sendoff.ui.widgets.text import Text

_LONGEST_TITLE = 40
"""Characters of a column's title in a choice."""
_ADDRESS = "email"


class ConditionEdit(QWidget):
    """`edited` comes with every change; `grown` when it needs more room, or less."""

    edited = Signal()
    grown = Signal()

    def __init__(self, held: Condition | None = None) -> None:
        super().__init__()
        self._held = held
        self._dates: frozenset[str] = frozenset()
        self.field, self.test = Choice(tr("Field")), Choice(tr("Comparison"))
        for choice in (self.field, self.test):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.value = QLineEdit(held.value if held is not None else "")
        self.value.setAccessibleName(tr("Value"))
        self.wrong = Text("", "problem", wrap=True)
        self.wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for part in (self.field, self.test, self.value, self.wrong):
            column.addWidget(part)
        self.field.chosen.connect(self._field_chosen)
        self.test.chosen.connect(self._test_chosen)
        self.value.textEdited.connect(self._typed)
        hand_on(self, self.field)

    def show_fields(self, fields: Sequence[tuple[str, str]], dates: Collection[str]) -> None:
        """Offer these, by their titles, the address last; `dates` are those that hold dates."""
        asked = self._held.name if self._held is not None else ""
        offered = dict(sorted(fields, key=lambda one: one[0] == _ADDRESS)) or {"first_name": tr(MEANINGS["first_name"])}
        if asked and asked not in offered:
            offered = {asked: asked} | offered
        self._dates = frozenset(dates)
        self.field.set_choices([(name, shortened(title, _LONGEST_TITLE)) for name, title in offered.items()])
        self.field.choose(asked or next(iter(offered)))
        self._offer(self._held.test if self._held is not None else "")

    def hold(self) -> None:
        """What is asked for now is what somebody wants: another list does not change it."""
        self._held = self.condition()

    def condition(self) -> Condition:
        """What is asked for now."""
        return Condition(name=self.field.choice(), test=self.test.choice(), value=self.value.text().strip())

    def is_whole(self) -> bool:
        """Say whether it can be used; what it lacks is said below, the cursor where to write it."""
        lacks = self.condition().lacks
        self._say(lacks)
        if lacks:
            self.value.setFocus(Qt.FocusReason.OtherFocusReason)
        return not lacks

    def _offer(self, now: str) -> None:
        self.test.set_choices(pairs(comparisons_of(self.field.choice(), self._dates, now)))
        self.test.choose(now or FILLED)
        self._show()

    def _show(self) -> None:
        test = self.test.choice()
        self.value.setVisible(test not in (FILLED, EMPTY))
        said = tr("Values with commas between them") if test == AMONG else tr("Value")
        said = tr("31.01.2026, 2026-01 or 2026") if test in DATES else said
        self.value.setPlaceholderText(tr("A number, such as 500") if test in ORDERED else said)
        self._say("")

    def _say(self, lacks: str) -> None:
        self.wrong.setText(lacks)
        self.wrong.setVisible(bool(lacks))
        self.grown.emit()

    @Slot()
    def _field_chosen(self) -> None:
        """Another field has its own comparisons; one that a value stands beside already is kept."""
        self._offer(self.test.choice() if self.value.text() else "")
        self._tell()

    @Slot()
    def _test_chosen(self) -> None:
        self._show()
        if not self.value.isHidden():
            self.value.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    @Slot()
    def _typed(self) -> None:
        condition = self.condition()
        self._say(condition.lacks if condition.value else "")
        self._tell()

    def _tell(self) -> None:
        self.hold()
        self.edited.emit()
