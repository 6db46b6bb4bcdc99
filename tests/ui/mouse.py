"""The mouse over one widget: told to it alone, since a window another test left could lie above."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


def over(widget: QWidget, at: QPoint) -> None:
    """Move the mouse to a place of a widget, in its own coordinates."""
    none = Qt.MouseButton.NoButton
    spot, there = QPointF(at), QPointF(widget.mapToGlobal(at))
    moved = QMouseEvent(QEvent.Type.MouseMove, spot, there, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, moved)
