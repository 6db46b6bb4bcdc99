"""One setting on the page: its title and explanation, the control of its kind, and the way back to the default."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from sendoff.core.language import pairs, tr
from sendoff.core.settings import Kind, Setting, Value
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import IconButton, Segments
from sendoff.ui.widgets.card import Card, Hairline
from sendoff.ui.widgets.field import NumberEdit
from sendoff.ui.widgets.text import Caption, Text

_SWITCH = 24
"""Pixels: a box without a word would keep the distance to one."""


class SettingRow(QWidget):
    """Shows a value and emits `chosen` when a person chose another."""

    chosen = Signal(str, object)
    reset_wanted = Signal(str)

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.setting = setting
        self.control = self._control(setting)
        self.control.setAccessibleDescription(tr(setting.explanation))
        title = Text(tr(setting.title), "label")
        title.setBuddy(self.control)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        explanation = Caption(tr(setting.explanation))
        explanation.setWordWrap(True)
        words.addWidget(explanation)
        self.back = IconButton("undo", tr("{title}: back to the default", title=tr(setting.title)), run=self._reset)
        keep = self.back.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addLayout(words, 1)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.control, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_value(self, value: Value) -> None:
        """Show what holds."""
        control = self.control
        if isinstance(control, Segments):
            control.choose(str(value))
        else:
            control.blockSignals(True)  # noqa: FBT003 -- Qt's own signature
            if isinstance(control, NumberEdit):
                control.setValue(int(value))
            elif isinstance(control, QCheckBox):
                control.setChecked(value is True)
            control.blockSignals(False)  # noqa: FBT003 -- likewise
        self.back.setVisible(value != self.setting.default)

    def _control(self, setting: Setting) -> QWidget:
        if setting.kind is Kind.CHOICE:
            choice = Segments(tr(setting.title), pairs(setting.choices))
            choice.chosen.connect(self._choose)
            return choice
        if setting.kind is Kind.NUMBER:
            number = NumberEdit(
                tr(setting.title), setting.least, setting.most, int(setting.default), unit=tr(setting.unit)
            )
            theme().size(number, QWidget.setFixedWidth, 110)
            number.valueChanged.connect(self._choose)
            return number
        switch = QCheckBox()
        switch.setFixedWidth(_SWITCH)
        switch.setAccessibleName(tr(setting.title))
        switch.toggled.connect(self._choose)
        return switch

    def _choose(self, value: Value) -> None:
        self.chosen.emit(self.setting.key, value)

    def _reset(self) -> None:
        self.control.setFocus()  # the button is about to go
        self.reset_wanted.emit(self.setting.key)


class Section(Card):
    """The settings of one section, of which a search may leave some."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.rows: list[SettingRow] = []
        self._lines: list[Hairline] = []

    def add(self, row: SettingRow) -> None:
        """Add a setting below a hairline."""
        if self.rows:
            line = Hairline()
            self._lines.append(line)
            self.column.addWidget(line)
        self.rows.append(row)
        self.column.addWidget(row)

    def leave(self, keys: set[str]) -> bool:
        """Show these settings only; say whether any is left."""
        shown = [row.setting.key in keys for row in self.rows]
        for row, visible in zip(self.rows, shown, strict=True):
            row.setVisible(visible)
        for place, line in enumerate(self._lines, start=1):
            line.setVisible(shown[place] and any(shown[:place]))
        self.setVisible(any(shown))
        return any(shown)
