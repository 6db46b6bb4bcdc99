"""The rows that a finding is about, in a small window of its own, closed by a click beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sendoff.core.language import phrase, tr
from sendoff.core.review import Finding
from sendoff.core.wording import count_text
from sendoff.ui.models.listing import Index, Titled
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.table import Table
from sendoff.ui.widgets.text import Caption, Text

_SIZE = (640, 400)


class _Rows(Titled):
    titles = (phrase("No."), phrase("Address"), phrase("What"))

    def __init__(self) -> None:
        super().__init__()
        self.examples: tuple[tuple[int, str, str], ...] = ()

    def show(self, examples: tuple[tuple[int, str, str], ...]) -> None:
        self.beginResetModel()
        self.examples = examples
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self.examples)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        value = self.examples[index.row()][index.column()]
        return count_text(value) if isinstance(value, int) else value


class RowsList(QFrame):
    """Lists a finding's rows; `chosen` gives the one that is pressed."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme().size(self, QWidget.setFixedSize, *_SIZE)
        self._title = Text("", "strong", wrap=True)
        self._model = _Rows()
        self.table = Table(tr("Rows with this finding"))
        self.table.setModel(self._model)
        self.table.set_address_column(1)
        self.table.set_widths(72, 220)
        self.table.activated.connect(self._chose)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addWidget(self.table, 1)
        column.addWidget(Caption(tr("Enter or a double click shows a row's message.")))

    def show_rows(self, finding: Finding, beside: QWidget) -> None:
        """Show the rows below `beside`."""
        shown = (
            tr("The first {examples} of ", examples=count_text(len(finding.examples)))
            if finding.count > len(finding.examples)
            else ""
        )
        self._title.setText(
            tr(
                "{shown}{count} in {rows} rows",
                shown=shown,
                count=count_text(finding.count),
                rows=count_text(finding.rows),
            )
        )
        self._model.show(finding.examples)
        window = beside.window()
        spot = beside.mapToGlobal(QPoint(0, beside.height() + Space.XS))
        low = window.mapToGlobal(QPoint(0, window.height())).y() - self.height() - Space.L
        right = window.mapToGlobal(QPoint(window.width(), 0)).x() - self.width() - Space.L
        self.move(min(spot.x(), right), min(spot.y(), low))
        self.show()

    def _chose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.examples[index.row()][0])
