"""The list of accounts at the left: two lines each, walked with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from sendoff.core.language import tr
from sendoff.ui import tokens
from sendoff.ui.models.accounts import SECOND_LINE, AccountRow, AccountsModel
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space

_HEIGHT = 54


class _TwoLines(QStyledItemDelegate):
    """Paints the name above the provider and the address."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, round(_HEIGHT * theme().scale))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        name, second, area, font = (
            str(index.data()),
            str(index.data(SECOND_LINE)),
            QRect(option.rect),
            QFont(option.font),
        )
        option.text = ""
        option.widget.style().drawControl(
            option.widget.style().ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        area.adjust(Space.M, Space.S, -Space.M, -Space.S)
        half = area.height() // 2
        font.setWeight(QFont.Weight.DemiBold)
        _line(painter, QRect(area.left(), area.top(), area.width(), half), name, font, theme().palette.ink)
        small = QFont(option.font)
        small.setPixelSize(theme().pixels(tokens.Type.CAPTION))
        _line(painter, QRect(area.left(), area.top() + half, area.width(), half), second, small, theme().palette.ink_2)


def _line(painter: QPainter, area: QRect, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    mode = Qt.TextElideMode.ElideMiddle if "@" in text else Qt.TextElideMode.ElideRight
    shown = QFontMetrics(font).elidedText(text, mode, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


class AccountList(QListView):
    """`chosen` gives the id of the account that a person (or `select`) chose."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Accounts"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._rows = AccountsModel()
        self._rows.setParent(self)
        self._lines = _TwoLines(self)
        self.setItemDelegate(self._lines)
        self.setModel(self._rows)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_rows(self, rows: Sequence[AccountRow], selected: str) -> None:
        """Show these accounts with one selected, without a signal."""
        with QSignalBlocker(self.selectionModel()):
            self._rows.set_rows(rows)
            self._put(selected)
        self.viewport().update()

    def select(self, account_id: str) -> None:
        """Select an account without a signal; an unknown one selects none."""
        with QSignalBlocker(self.selectionModel()):
            self._put(account_id)
        self.viewport().update()

    def count(self) -> int:
        """The number of accounts."""
        return self._rows.rowCount()

    def _put(self, account_id: str) -> None:
        row = self._rows.row_of(account_id)
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._rows.index(row))

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._rows.account(current.row()).id)
