"""A month's days in a small window below a button, to choose one that is to come."""

from __future__ import annotations

from PySide6.QtCore import QDate, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QSpinBox, QTableView, QToolButton, QVBoxLayout, QWidget

from sendoff.core.language import tr
from sendoff.ui.theme import theme
from sendoff.ui.tokens import RADIUS_FIELD, Space, mix

_SIZE = (296, 280)
_FAINT = 0.55
_EDGE = 2
"""Pixels between a day's ground and its neighbour's."""


class Days(QCalendarWidget):
    """Paints a day itself: the chosen one filled, today with a line around it, what cannot be chosen faint."""

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        """One day."""
        look = theme()
        chosen = date == self.selectedDate()
        other = date.month() != self.monthShown() or not self.minimumDate() <= date <= self.maximumDate()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.setPen(QPen(look.colour("accent"), 1) if date == QDate.currentDate() else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent") if chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ground, RADIUS_FIELD, RADIUS_FIELD)
        faint = QColor(mix(look.palette.ink_2, look.palette.surface, _FAINT))
        painter.setPen(look.colour("on_accent") if chosen else faint if other else look.colour("ink"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(date.day()))
        painter.restore()


class Calendar(QFrame):
    """Qt's own calendar in our colours: the arrows go through days, Enter or a press chooses, Escape closes it."""

    chosen = Signal(QDate)

    def __init__(self, beside: QWidget) -> None:
        """It opens below `beside`, which gets the keyboard back."""
        super().__init__(beside, Qt.WindowType.Popup)
        self._beside = beside
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Calendar"))
        theme().size(self, QWidget.setFixedSize, *_SIZE)
        self.days = Days()
        self.days.setAccessibleName(tr("Calendar"))
        self.days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.days.setFocusProxy(self.table)
        self._name_parts()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.addWidget(self.days)
        self.days.activated.connect(self._choose)
        self.days.clicked.connect(self._choose)
        theme().changed.connect(self._colour)
        self._colour()

    def ask(self, today: QDate, selected: QDate) -> None:
        """Open it at a day; none before today can be chosen."""
        self.days.setMinimumDate(today)
        self.days.setSelectedDate(max(today, selected))
        spot = self._beside.mapToGlobal(QPoint(0, self._beside.height() + Space.XS))
        room = self._beside.screen().availableGeometry()
        if spot.y() + self.height() > room.bottom():
            spot = self._beside.mapToGlobal(QPoint(0, -self.height() - Space.XS))
        self.move(max(room.left(), min(spot.x(), room.right() - self.width())), max(room.top(), spot.y()))
        self.show()
        self.table.setFocus()

    @property
    def table(self) -> QTableView:
        """What has the keyboard: a cell a day."""
        (table,) = self.days.findChildren(QTableView)
        return table

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it and chooses nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            self._beside.setFocus()
            return
        super().keyPressEvent(event)

    @Slot(QDate)
    def _choose(self, day: QDate) -> None:
        if self.isVisible():  # Enter activates, and some styles let a press do so besides
            self.close()
            self.chosen.emit(day)

    def _name_parts(self) -> None:
        names = {
            "qt_calendar_prevmonth": (tr("Month before"), "arrow-left"),
            "qt_calendar_nextmonth": (tr("Month after"), "arrow-right"),
            "qt_calendar_monthbutton": (tr("Month"), ""),
            "qt_calendar_yearbutton": (tr("Year"), ""),
        }
        for button in self.days.findChildren(QToolButton):
            name, icon = names[button.objectName()]
            button.setAccessibleName(name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if icon:
                button.setToolTip(name)
                theme().dress(button, icon, "ink_2")
        for year in self.days.findChildren(QSpinBox):
            year.setAccessibleName(tr("Year"))
        self.table.setAccessibleName(tr("Days"))

    @Slot()
    def _colour(self) -> None:
        """Qt paints the names of Saturday and Sunday red."""
        quiet = QTextCharFormat()
        quiet.setForeground(theme().colour("ink_2"))
        self.days.setHeaderTextFormat(quiet)
        for day in Qt.DayOfWeek:
            self.days.setWeekdayTextFormat(day, quiet)
