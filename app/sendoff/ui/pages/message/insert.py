"""The fields of the list as chips: a press puts one where the cursor is, with what stands in for an empty value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sendoff.core.language import tr
from sendoff.core.shown import WORDS, Forms
from sendoff.core.titles import shortened
from sendoff.ui.pages.message.merge import expression
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.taborder import stand_before
from sendoff.ui.widgets.text import Caption, Text
from sendoff.ui.widgets.wrap import Wrap

_LONGEST = 28
"""Characters of a chip."""


class InsertBar(QWidget):
    """`wanted` gives the expression to put between the braces."""

    wanted = Signal(str)
    fallback_said = Signal(str)
    """Enter was pressed: what stands in for an empty value of the field that was inserted last."""

    def __init__(self) -> None:
        super().__init__()
        self._fallback = QLineEdit()
        self._fallback.setPlaceholderText(tr("nothing"))
        self._fallback.setAccessibleName(tr("Shown where a field is empty"))
        theme().size(self._fallback, QWidget.setFixedWidth, 96)
        self._fallback.setProperty("role", "small")
        self._fallback.returnPressed.connect(self._say_fallback)
        self._fields: list[tuple[str, str]] | None = None
        self._forms: Mapping[str, Forms] = {}
        self._none = Caption(tr("Bring a list in the first step: its columns stand here, ready to insert."))
        self._holder = QWidget()
        self._chips = Wrap(self._holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addWidget(self._holder)
        self.show_fields([])

    def show_fields(self, fields: Sequence[tuple[str, str]], forms: Mapping[str, Forms] = MappingProxyType({})) -> None:
        """Offer these fields, each with its title, in the form that fits its values."""
        if (list(fields), forms) == (self._fields, self._forms):
            return
        self._fields, self._forms = list(fields), forms
        self._fallback.setParent(self)  # out of the chips' way, which are deleted
        self._fallback.hide()
        self._chips.clear()
        for name, title in fields:
            chip = Button(shortened(title, _LONGEST), run=partial(self._press, name))
            chip.setAccessibleName(tr("Insert {name}", name=title))
            chip.setToolTip(self._tip(name))
            chip.setProperty("role", "chip")
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in the text
            self._chips.addWidget(chip)
        if fields:
            self._chips.addWidget(self._if_empty())
        for chip in self.chips():
            stand_before(self._fallback, chip)
        self._none.setVisible(not fields)
        self._holder.setVisible(bool(fields))

    def forget(self) -> None:
        """What stands in is said for one field: it is not the next one's, nor another draft's."""
        self._fallback.clear()

    def chips(self) -> list[Button]:
        """The buttons, in the order of the list's columns."""
        widgets = (item.widget() for place in range(self._chips.count()) if (item := self._chips.itemAt(place)))
        return [widget for widget in widgets if isinstance(widget, Button)]

    def _if_empty(self) -> QWidget:
        words = Text(tr("if empty, say"), "caption")
        words.setBuddy(self._fallback)
        both = QWidget(self._holder)
        row = QHBoxLayout(both)
        row.setContentsMargins(Space.XS, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(words)
        row.addWidget(self._fallback)
        self._fallback.show()
        return both

    def _tip(self, name: str) -> str:
        forms = self._forms.get(name, WORDS)
        said = tr("Insert {{{{ {name} }}}}", name=expression(name, "", forms.usual))
        return f"{said}\n{tr('Shown as {example}', example=forms.offered[0].example)}" if forms.usual else said

    def _press(self, name: str) -> None:
        self.wanted.emit(expression(name, self._fallback.text().strip(), self._forms.get(name, WORDS).usual))
        self.forget()

    @Slot()
    def _say_fallback(self) -> None:
        if words := self._fallback.text().strip():
            self.fallback_said.emit(words)
