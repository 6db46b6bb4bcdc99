"""For whom a block is: everybody, those of whom a field says something, or a condition of one's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sendoff.core.errors import InputError
from sendoff.core.language import pairs, tr
from sendoff.core.template import compile_template
from sendoff.ui.pages.message.merge import FILLED, IS, IS_NOT, TESTS, Condition, condition_of
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.field import Choice
from sendoff.ui.widgets.taborder import hand_on
from sendoff.ui.widgets.text import Text

_ALWAYS, _OWN = "", "@"
_IF, _THEN = "{% if ", " %}"
_AS_IN_SEGMENTS = re.compile(r"""("[^"]*"|'[^']*')|`([^`]*)`|(?<![=!<>])=(?!=)|\b(AND|OR|NOT)\b""")


def expression(written: str) -> str:
    """A condition as templates have it; one written as in a segment (`city` = "Rome" AND …) is understood as well."""

    def said(part: re.Match[str]) -> str:
        return part[1] or part[2] or (part[3].lower() if part[3] else "==")

    return _AS_IN_SEGMENTS.sub(said, written.strip())


class WhenEdit(QWidget):
    """`edited` gives the condition; empty = everybody. What is no condition yet is said, and the last one holds."""

    edited = Signal(str)

    def __init__(self, value: str, fields: Sequence[tuple[str, str]], undo: QObject) -> None:
        super().__init__()
        held = condition_of(_IF + value + _THEN) if value else None
        self._asked = held.name if held is not None else ""
        self.field = Choice(tr("Shown"))
        self.show_fields(fields)
        self.test = Choice(tr("Test"), pairs(TESTS))
        for choice in (self.field, self.test):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.value = QLineEdit(held.value if held is not None else "")
        self.value.setAccessibleName(tr("Value"))
        self.own = QLineEdit(value)
        self.own.setPlaceholderText("city == 'Berlin'")
        self.own.setAccessibleName(tr("Condition"))
        self._wrong = Text("", "problem", wrap=True)
        self._wrong.hide()
        self.field.choose(held.name if held is not None else _OWN if value else _ALWAYS)
        self.test.choose(held.test if held is not None else FILLED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for part in (self.field, self.test, self.value, self.own, self._wrong):
            column.addWidget(part)
        for line in (self.value, self.own):
            line.installEventFilter(undo)
            line.textEdited.connect(self._tell)
        self.field.chosen.connect(self._chosen)
        self.test.chosen.connect(self._chosen)
        hand_on(self, self.field)
        self._show()

    def show_fields(self, fields: Sequence[tuple[str, str]]) -> None:
        """Offer these, by their titles; the one that is asked about is there in any case."""
        offered = dict(fields)
        asked = self.field.choice() if self.field.count() else self._asked
        if asked not in (_ALWAYS, _OWN):
            offered = {asked: offered.get(asked, asked)} | offered
        choices = [(name, tr("Where “{name}” …", name=title)) for name, title in offered.items()]
        self.field.set_choices([(_ALWAYS, tr("To everybody")), *choices, (_OWN, tr("By a condition…"))])

    def condition(self) -> str:
        """What is asked for now."""
        match self.field.choice():
            case "":
                return ""
            case "@":
                return expression(self.own.text())
            case name:
                asked = Condition(name=name, test=self.test.choice(), value=self.value.text().strip())
                return asked.tag.removeprefix(_IF).removesuffix(_THEN)

    def _show(self) -> None:
        by_field = self.field.choice() not in (_ALWAYS, _OWN)
        self.test.setVisible(by_field)
        self.value.setVisible(by_field and self.test.choice() in (IS, IS_NOT))
        self.own.setVisible(self.field.choice() == _OWN)

    @Slot()
    def _chosen(self) -> None:
        self._show()
        for line in (self.value, self.own):
            if not line.isHidden():
                line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        condition, wrong = self.condition(), ""
        try:
            compile_template(f"{_IF}{condition or 1}{_THEN}{{% endif %}}", html=False, where="when")
        except InputError:
            wrong = tr("This is no condition yet. Such as: {example}", example="city == 'Berlin'")
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        if not wrong:
            self.edited.emit(condition)
