"""What may be taller than its page: it scrolls, and its bar stands in the page's margin, so that no edge moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QHideEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget


class Scrolled(QScrollArea):
    """Shows `inner` as wide as there is room, whether it needs to scroll or not.

    The bar is laid over the right margin of the page (or dialog) that this stands in, the left one where people read
    from the right; `verticalScrollBar` is still what tells and sets the place. Only what goes `sideways`, too, has a
    bar for that, once its words have become too large.
    """

    def __init__(self, inner: QWidget, *, sideways: bool = False) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if inner.property("role") is None:
            inner.setProperty("role", "scrolled")
        self.setWidget(inner)
        self._page: QWidget | None = None
        self._between: list[QWidget] = []
        """What stands between this and the page: where one of them moves, the bar moves."""
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.hide()
        own = self.verticalScrollBar()
        own.rangeChanged.connect(self._follow)
        own.valueChanged.connect(self.bar.setValue)
        self.bar.valueChanged.connect(own.setValue)

    def showEvent(self, event: QShowEvent) -> None:
        """Find the page, and bring the bar there."""
        super().showEvent(event)
        self._settle()
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the bar away: it is the page's child, and would stay."""
        super().hideEvent(event)
        self.bar.hide()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Let the bar follow."""
        super().moveEvent(event)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the bar follow."""
        super().resizeEvent(event)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the bar follow what is moved with this in it."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and watched in self._between:
            self._follow()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        between = []
        one = self.parentWidget()
        while one is not None and not one.isWindow() and one.property("role") != "page":
            between.append(one)
            one = one.parentWidget()
        for widget in self._between:
            widget.removeEventFilter(self)
        self._page, self._between = one, [*between, *([one] if one is not None else [])]
        for widget in self._between:
            widget.installEventFilter(self)
        self.bar.setParent(one)

    @Slot()
    def _follow(self) -> None:
        """Give the bar the range, and its place beside this."""
        own, page = self.verticalScrollBar(), self._page
        self.bar.setRange(own.minimum(), own.maximum())
        self.bar.setPageStep(own.pageStep())
        self.bar.setSingleStep(own.singleStep())
        self.bar.setValue(own.value())
        if page is None or not self.isVisible() or own.maximum() <= own.minimum():
            self.bar.hide()
            return
        width = self.bar.sizeHint().width()
        from_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = 0 if from_right else page.width() - width
        self.bar.setGeometry(left, self.mapTo(page, QPoint()).y(), width, self.height())
        self.bar.show()
        self.bar.raise_()
