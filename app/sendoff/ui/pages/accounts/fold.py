"""A part of a form that is folded away while its values are the usual ones."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from sendoff.ui import tokens
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.card import Hairline
from sendoff.ui.widgets.text import ElidedLabel


class Fold(QWidget):
    """A heading that opens and closes what is in `column`; the summary stands beside it while it is closed."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._head = QPushButton(title)
        self._head.setProperty("role", "link")
        self._head.setCheckable(True)
        self._head.setIconSize(QSize(tokens.GLYPH, tokens.GLYPH))
        self._head.toggled.connect(lambda _checked: self._show())
        self._head.clicked.connect(self._bring_into_sight)
        self._summary = ElidedLabel("", role="secondary")
        self._body = QWidget()
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.M)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._head, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._summary, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(Space.S)
        outer.addWidget(Hairline())
        outer.addLayout(row)
        outer.addWidget(self._body)
        self._show()

    @property
    def unfolded(self) -> bool:
        """Whether the part is open."""
        return self._head.isChecked()

    def unfold(self, *, shown: bool) -> None:
        """Open or close the part."""
        self._head.setChecked(shown)

    def set_summary(self, text: str) -> None:
        """The values in a few words."""
        self._summary.setText(text)
        self._head.setAccessibleName(f"{self._title}: {text}")

    def _bring_into_sight(self) -> None:
        """Scroll to what was opened, once it has its height."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea) and self.unfolded:
            QTimer.singleShot(0, self, lambda: _scroll(area, self, self._head))

    def _show(self) -> None:
        self._body.setVisible(self.unfolded)
        self._summary.setVisible(not self.unfolded)
        icon = "chevron-down" if self.unfolded else "chevron-right"
        theme().dress(self._head, icon, "accent", size=tokens.GLYPH)


def _scroll(area: QScrollArea, *parts: QWidget) -> None:
    """Bring each into sight; of what is higher than the area the last part wins."""
    for part in parts:
        area.ensureWidgetVisible(part)
