"""The bar at the bottom of a page that says what was just done and lets it be undone while the seconds run."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QTableView, QWidget

from sendoff.core.language import tr
from sendoff.ui import tokens
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.text import Text

_SECOND = 1000
_INSIDE = 10
"""Pixels between the edge of the button and its word."""


class Toast(QFrame):
    """Floats above `host`. One message at a time; a newer one lets the older one expire at once."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._left = self._room = 0
        self._action = ""
        self._on_action: Callable[[], object] | None = None
        self._on_expire: Callable[[], object] | None = None
        self.setProperty("role", "toast")
        self._words = Text()
        self._button = Button(tr("Undo"), run=self._act)
        row = self._row = QHBoxLayout(self)
        row.addStrut(tokens.HEAD_HEIGHT)  # as high without its button as with it
        row.setSpacing(Space.L)
        row.addWidget(self._words)
        row.addWidget(self._button)
        shadow = QGraphicsDropShadowEffect(self, blurRadius=24)
        shadow.setColor(QColor(*tokens.SHADOW))
        shadow.setOffset(0, 6)
        self.setGraphicsEffect(shadow)
        self._clock = QTimer(self, interval=_SECOND)
        self._clock.timeout.connect(self._tick)
        host.installEventFilter(self)
        self.hide()

    def say(
        self,
        text: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        seconds: int = 6,
        on_expire: Callable[[], object] | None = None,
    ) -> None:
        """Show `text` for `seconds`; `action` is the button's word, `on_expire` runs when nobody pressed it."""
        if self.isVisible():
            self._expire()
        self._left, self._action = seconds, action
        self._on_action, self._on_expire = on_action, on_expire
        self._words.setText(text)
        self.setAccessibleName(text)
        self._button.setVisible(bool(action))
        end = Space.L - _INSIDE if action else Space.L  # the words at both ends are as far from the edge
        self._row.setContentsMargins(Space.L, Space.S, end, Space.S)
        self._label()
        self.show()
        self.raise_()
        self._place()
        self._clock.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the host is resized."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _tick(self) -> None:
        self._left -= 1
        self._label()
        if self._left <= 0:
            self._expire()

    def _label(self) -> None:
        self._button.setText(f"{self._action} ({self._left} s)")
        self._button.setAccessibleName(self._action)
        self._place()

    def _act(self) -> None:
        self._close()
        if self._on_action is not None:
            self._on_action()

    def _expire(self) -> None:
        self._close()
        if self._on_expire is not None:
            self._on_expire()

    def _close(self) -> None:
        self._clock.stop()
        self.hide()
        self._make_room(0)

    def _place(self) -> None:
        """Stand in the middle at the bottom, or as near to it as no button is covered; else above the buttons.

        Where rows of a table would be covered, the page ends above it meanwhile.
        """
        self.adjustSize()
        if self._room:
            self._stand_below()
            return
        room = self._host.width() - self.width()
        spot = QRect(QPoint(max(0, room // 2), self._host.height() - self.height() - Space.XL), self.size())
        covered = [one for one in self._buttons() if one.intersects(spot)]
        beside = [one.right() + Space.L for one in covered] + [one.left() - self.width() - Space.L for one in covered]
        for left in sorted(beside, key=lambda left: abs(left - spot.left())):
            moved = QRect(QPoint(left, spot.top()), self.size())
            if Space.L <= left <= room - Space.L and not any(one.intersects(moved) for one in self._buttons()):
                spot = moved
                break
        else:
            if covered:
                spot.moveBottom(min(one.top() for one in covered) - Space.S)
        self.move(spot.topLeft())
        if not covered and self.isVisible() and any(one.intersects(spot) for one in self._rows()):
            self._make_room(self.height() + 2 * Space.S)
            self._stand_below()

    def _stand_below(self) -> None:
        """Stand in the room that was made."""
        layout = self._host.layout()
        margin = layout.contentsMargins().bottom() if layout is not None else 0
        left = max(0, (self._host.width() - self.width()) // 2)
        self.move(left, self._host.height() - self.height() - margin - Space.S)

    def _make_room(self, height: int) -> None:
        """Let the page end so much higher."""
        if height != self._room:
            self._room = height
            self._host.setContentsMargins(0, 0, 0, height)

    def _rows(self) -> list[QRect]:
        """Where the host's tables have rows that can be seen."""
        found = []
        for table in self._host.findChildren(QTableView):
            last = table.model().rowCount() - 1 if table.isVisible() and table.model() is not None else -1
            if last >= 0:
                view = table.viewport()
                end = table.rowViewportPosition(last) + table.rowHeight(last)
                found.append(QRect(view.mapTo(self._host, QPoint()), view.size().boundedTo(QSize(view.width(), end))))
        return found

    def _buttons(self) -> list[QRect]:
        """Where the host's buttons are that can be seen."""
        return [
            QRect(one.mapTo(self._host, QPoint()), one.size())
            for one in self._host.findChildren(QAbstractButton)
            if one.isVisible() and not self.isAncestorOf(one)
        ]
