"""What can be done with the row that is chosen in a list, as buttons below it that never move."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button


class ListActs(QWidget):
    """A button for each action, grey while it cannot be done; `aside` stands at the end of the row."""

    def __init__(self, *actions: QAction, aside: QWidget | None = None) -> None:
        super().__init__()
        self.buttons = [Button(action.text(), run=action.trigger) for action in actions]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for action, button in zip(actions, self.buttons, strict=True):
            button.setEnabled(action.isEnabled())
            action.enabledChanged.connect(button.setEnabled)
            row.addWidget(button)
        row.addStretch(1)
        if aside is not None:
            row.addWidget(aside)
