"""For whom a block is: everybody, those of whom a field says something, or an expression of one's own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.template import compile_template
from sendoff.core.template_conditions import condition_in, expression_of
from sendoff.ui.pages.message.condition_edit import ConditionEdit
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.field import Choice
from sendoff.ui.widgets.taborder import hand_on
from sendoff.ui.widgets.text import Text

ALWAYS, CHOSEN, OWN = "", "if", "@"
_EXAMPLE = "city == 'Berlin' and amount > 500"


class WhenEdit(QWidget):
    """`edited` gives the condition; empty = everybody. What is no condition yet is said, and the last one holds."""

    edited = Signal(str)

    def __init__(self, value: str, fields: Sequence[tuple[str, str]], dates: Collection[str], undo: QObject) -> None:
        super().__init__()
        held = condition_in(value) if value else None
        self._columns: dict[str, str] = {}
        self.who = Choice(
            tr("Shown"),
            ((ALWAYS, tr("To everybody")), (CHOSEN, tr("By a condition…")), (OWN, tr("As an expression…"))),
        )
        self.who.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.asked = ConditionEdit(held)
        self.own = QLineEdit(value)
        self.own.setPlaceholderText(_EXAMPLE)
        self.own.setAccessibleName(tr("Condition"))
        self._wrong = Text("", "problem", wrap=True)
        self._wrong.hide()
        self.show_fields(fields, dates)
        self.who.choose(CHOSEN if held is not None else OWN if value else ALWAYS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for part in (self.who, self.asked, self.own, self._wrong):
            column.addWidget(part)
        for line in (self.asked.value, self.own):
            line.installEventFilter(undo)
        self.own.textEdited.connect(self._tell)
        self.asked.edited.connect(self._tell)
        self.who.chosen.connect(self._chosen)
        hand_on(self, self.who)
        self._show()

    def show_fields(self, fields: Sequence[tuple[str, str]], dates: Collection[str]) -> None:
        """Offer these, by their titles; the one that is asked about is there in any case."""
        self._columns = dict(fields)
        self.asked.show_fields(fields, dates)

    def condition(self) -> str:
        """What is asked for now."""
        match self.who.choice():
            case "if":
                return self.asked.condition().expression
            case "@":
                return expression_of(self.own.text(), self._columns)
            case _:
                return ""

    def _show(self) -> None:
        self.asked.setVisible(self.who.choice() == CHOSEN)
        self.own.setVisible(self.who.choice() == OWN)

    @Slot()
    def _chosen(self) -> None:
        """An expression begins with what was chosen."""
        if self.who.choice() == OWN and not self.asked.condition().lacks and not self.asked.isHidden():
            self.own.setText(self.asked.condition().expression)
        self._show()
        if self.who.choice() == CHOSEN:
            self.asked.hold()
        if self.who.choice() != ALWAYS:
            line = self.own if self.who.choice() == OWN else self.asked
            line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        if self.who.choice() == CHOSEN and self.asked.condition().lacks:
            self._wrong.hide()  # the chooser says it
            return
        condition, wrong = self.condition(), ""
        try:
            compile_template(f"{{% if {condition or 1} %}}{{% endif %}}", html=False, where="when")
        except InputError:
            wrong = tr("This is no condition yet. Such as: {example}", example=_EXAMPLE)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        if not wrong:
            self.edited.emit(condition)
