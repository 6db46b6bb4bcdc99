"""Where a list comes in: dropped, chosen, pasted, or taken from an audience."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sendoff.core.language import phrase, tr
from sendoff.ui import tokens
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.text import Caption, Glyph, Text

FORMATS = phrase(
    "CSV, TSV, text, Excel (XLSX, XLS), OpenDocument (ODS), contacts (VCF), or addresses copied from anywhere"
)


def brought(data: QMimeData) -> Path | str | None:
    """The one file or the text that was dropped or copied; None where it is neither."""
    urls = data.urls()
    if urls:
        return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return (data.text() if data.text().strip() else None) if data.hasText() else None


class DropZone(QWidget):
    """A place to let a file go, which says so."""

    dropped = Signal(object)
    """A Path, or the text itself."""

    def __init__(self, choose: Callable[[], object], paste: Callable[[], object], use: Callable[[], object]) -> None:
        super().__init__()
        self._over = False
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Drop a list here"))
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(Glyph("upload", "ink_2", 32), 0, centre)
        column.addWidget(Text(tr("Drop a list here"), "emphasis"), 0, centre)
        column.addWidget(Text(tr("The column with the addresses is found by itself."), "secondary"), 0, centre)
        self.button = Button(tr("Choose a file…"), "primary", run=choose)
        self.paste = Button(tr("Paste"), run=paste)
        self.paste.setToolTip(tr("Cells copied from a spreadsheet, or addresses (Ctrl+V)"))
        self.audience = Button(tr("Use an audience…"), run=use)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addStretch(1)
        for button in (self.button, self.paste, self.audience):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        formats = Caption(tr(FORMATS))
        formats.setWordWrap(False)
        column.addWidget(formats, 0, centre)
        column.addStretch(3)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file from this computer, or a text."""
        if brought(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._over = True
            self.update()

    def dragLeaveEvent(self, _event: object) -> None:
        """It was taken elsewhere."""
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """It was let go."""
        self._over = False
        self.update()
        found = brought(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self.dropped.emit(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashed edge."""
        palette = theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.sheet_values(palette)["edge_hover"]
        painter.setPen(QPen(QColor(palette.accent if self._over else edge), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(palette.tint("accent", 0.08) if self._over else palette.surface))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, tokens.RADIUS_CARD, tokens.RADIUS_CARD)
        painter.end()
