"""Tab's way through what is made later than its neighbours."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stand_before(widget: QWidget, new: QWidget) -> None:
    """Let Tab come to `new` just before `widget`; Qt puts what is made later at the end."""
    before: QWidget | None = widget.previousInFocusChain()
    while before is not None and before is not widget:
        if before is not new and before.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            QWidget.setTabOrder(before, new)
            return
        before = before.previousInFocusChain()
    QWidget.setTabOrder(new, widget)  # nothing else is there yet


def stand_at(place: QWidget, new: QWidget) -> None:
    """Let Tab come to `new` where `place`, which holds it and is no stop itself, stands among the others."""
    after: QWidget | None = place.nextInFocusChain()
    while after is not None and after is not place:
        if after is not new and after.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            stand_before(after, new)
            return
        after = after.nextInFocusChain()
