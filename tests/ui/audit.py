"""What every page must keep, read from what is on screen: names, contrast, keys, wheel, focus, sizes, nothing cut.

Each function gives the faults of one window or dialog as sentences; an empty list is what a test wants.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)
from tests.ui.person import reveal

from sendoff.ui import tokens
from sendoff.ui.widgets.stepper import Step
from sendoff.ui.widgets.text import ElidedLabel
from sendoff.ui.window import Rail

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QTextEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QTabBar,
)
_AA = 4.5
_TARGET = 24
_FINE = 2
"""Pixels painted for each: the middle of a letter's stroke is then all ink."""
_MOST_STOPS, _PATIENT = 200, 6
_FOOT = 0.88
"""Below this share of the height stand the buttons that end a page."""
_LOOKS, _LOOK_MS = 40, 50


def lasting(find: Callable[[], Iterable[str]]) -> list[str]:
    """What is found still when what moves or is laid out anew has had 2 s to come to rest."""
    found = [*find()]
    for _ in range(_LOOKS):
        if not found:
            break
        QTest.qWait(_LOOK_MS)
        found = [*find()]
    return found


def widgets(front: QWidget) -> Iterator[QWidget]:
    """Everything a person can see in a window or dialog."""
    yield front
    for one in front.findChildren(QWidget):
        if one.isVisible() and one.window() is front and not one.visibleRegion().isEmpty():
            yield one


def controls(front: QWidget) -> Iterator[QWidget]:
    """Everything a person can use; the inner parts of a control are not counted again."""
    for one in widgets(front):
        if isinstance(one, CONTROLS) and not isinstance(one, QHeaderView) and not _inner(one):
            yield one


def names(front: QWidget) -> list[str]:
    """Controls without a name, labels without a control, icons without a word."""
    found = [f"no name: {say(one)}" for one in controls(front) if not _named(one)]
    for one in widgets(front):
        if isinstance(one, QLabel) and one.property("role") == "label" and one.buddy() is None:
            found.append(f"a label of nothing: {say(one)}")
        if (
            isinstance(one, QAbstractButton)
            and not one.text()
            and not _inner(one)
            and not one.toolTip()
            and not _drawn(one)
        ):
            found.append(f"an icon without a word: {say(one)}")
    return found


def targets(front: QWidget) -> list[str]:
    """Controls that are hard to hit: less than 24 by 24 pixels (WCAG 2.2, 2.5.8)."""
    return [
        f"too small, {one.width()} × {one.height()}: {say(one)}"
        for one in controls(front)
        if min(one.width(), one.height()) < _TARGET
    ]


def cut(front: QWidget) -> list[str]:
    """Words that have less room than they need, things beyond the edge, and pages that scroll sideways."""
    found = []
    for one in widgets(front):
        if _inner(one):
            continue
        if isinstance(one, QLabel | QAbstractButton) and not isinstance(one, ElidedLabel) and _squeezed(one):
            wants, has = _wants(one)
            found.append(f"cut, has {has[0]} × {has[1]} of {wants[0]} × {wants[1]}: {say(one)}")
        elif isinstance(one, QLabel | QAbstractButton) and _beyond(one):
            found.append(f"beyond the edge: {say(one)}")
        if isinstance(one, QScrollArea) and one.horizontalScrollBar().isVisible():
            found.append(f"scrolls sideways: {say(one)}")
    return found


def contrasts(front: QWidget) -> list[str]:
    """Words that are painted too pale to read (WCAG 2.2, 1.4.3); what cannot be used is exempt."""
    image = painted(front)
    found = []
    for one in widgets(front):
        if not isinstance(one, QLabel | QAbstractButton | QLineEdit) or not one.text().strip() or not one.isEnabled():
            continue
        if one.visibleRegion().boundingRect() != one.rect():
            continue  # its words may be scrolled away
        ratio = _contrast(image, _seen(one, front))
        if ratio and ratio < _AA:
            found.append(f"contrast {ratio:.1f}: {say(one)}")
    return found


def stops(front: QWidget, looked_at: set[tuple[str, str]] | None = None) -> list[str]:
    """Controls Tab does not reach, jumps against the reading order, and focus that cannot be seen.

    `looked_at` remembers the kinds of control whose focus was looked at, so that each is looked at once.
    """
    front.activateWindow()
    QTest.qWaitForWindowActive(front)
    began = QApplication.focusWidget()
    chain, found = _walk(front)
    seen = looked_at if looked_at is not None else set()
    for one in chain:
        kind = (type(one).__name__, str(one.property("role")))
        if isinstance(one, CONTROLS) and kind not in seen:
            seen.add(kind)
            found += [f"focus cannot be seen: {say(one)}"] * (not _lit(one, front))
    found += [
        f"Tab does not come here: {say(one)}" for one in controls(front) if one.isEnabled() and not _reached(one, chain)
    ]
    found += [f"Tab jumps back: {say(one)} → {say(two)}" for one, two in pairwise(chain) if _back(one, two)]
    if began is not None and began.isVisible():
        began.setFocus()
    return found


def _walk(front: QWidget) -> tuple[list[QWidget], list[str]]:
    """Go round by Tab once: the stops on the way, and a turn that does not end."""
    chain: list[QWidget] = []
    repeated = 0
    while len(chain) < _MOST_STOPS and (QApplication.focusWidget() or front).focusNextPrevChild(True):
        reached = QApplication.focusWidget()
        if reached is None or reached.window() is not front or (len(chain) > 1 and reached is chain[0]):
            break
        if reached not in chain:
            chain.append(reached)
            repeated = 0
            continue
        repeated += 1  # a browser has stops of its own
        if repeated > _PATIENT:
            return chain, [f"Tab turns round: {say(reached)}"]
    return chain, []


def turned(front: QWidget) -> list[str]:
    """Controls that a turn of the wheel changes while one only wants to scroll the page: those without the focus."""
    found = []
    for one in front.findChildren(QWidget):  # those that are folded away or on another step, too
        if not isinstance(one, QComboBox | QAbstractSpinBox | QAbstractSlider) or isinstance(one, QScrollBar):
            continue
        if one.focusPolicy() is Qt.FocusPolicy.WheelFocus:
            found.append(f"the wheel brings the focus: {say(one)}")
        elif not one.hasFocus() and wheel(one).isAccepted():
            found.append(f"the wheel changes: {say(one)}")
    return found


def wheel(one: QWidget) -> QWheelEvent:
    """Turn the wheel by a notch over a control; what was asked is kept from the page behind."""
    middle, none = QPointF(one.rect().center()), Qt.KeyboardModifier.NoModifier
    notch, phase = QPoint(0, -120), Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, middle, QPoint(), notch, Qt.MouseButton.NoButton, none, phase, False)
    one.event(event)
    return event


EVERY: tuple[Callable[[QWidget], list[str]], ...] = (names, targets, cut, contrasts, turned)
"""What can be asked of a page without touching it."""


def say(one: QWidget) -> str:
    """A widget as a person finds it."""
    words = next((text for text in (one.accessibleName(), getattr(one, "text", str)(), one.objectName()) if text), "")
    above: QWidget | None = one
    while above is not None and type(above).__module__.startswith("PySide6"):
        above = above.parentWidget()
    where = type(above).__name__ if above is not None else ""
    return f"{type(one).__name__} “{words[:60]}” in {where}"


def painted(front: QWidget) -> QImage:
    """The window as it is painted, each pixel as several."""
    image = QImage(front.size() * _FINE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_FINE)
    painter = QPainter(image)
    front.render(painter, QPoint())
    painter.end()
    return image


def _named(one: QWidget) -> bool:
    return bool(one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))


def _drawn(button: QAbstractButton) -> bool:
    """It paints its words itself."""
    return button.icon().isNull() and bool(button.accessibleName())


def _inner(one: QWidget) -> bool:
    parent = one.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit | QTabBar | QHeaderView | QMenu):
            return True
        if isinstance(parent, QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return False


def _wants(one: QWidget) -> tuple[tuple[int, int], tuple[int, int]]:
    hint = one.minimumSizeHint() if isinstance(one, Step) else one.sizeHint()  # its line may shrink
    wide, high = hint.width(), hint.height()
    if isinstance(one, QLabel) and one.wordWrap():
        wide, high = min(wide, one.width()), one.heightForWidth(one.width())
        if one.text():
            longest = max(one.fontMetrics().horizontalAdvance(word) for word in _words(one.text()))
            wide = max(0, min(longest, 10_000))
    return (wide, high), (one.width(), one.height())


def _words(text: str) -> list[str]:
    """The pieces between which a line may break: at blanks, and where a zero-width space says so."""
    return text.replace("\u200b", " ").split() or [""]


def _squeezed(one: QWidget) -> bool:
    if isinstance(one, QAbstractButton) and not one.text():
        return False
    if isinstance(one, QLabel) and not one.text():
        return False
    (wide, high), (width, height) = _wants(one)
    slack = 8 if isinstance(one, QAbstractButton) else 1
    return wide > width + slack or high > height + 2


def _scrolled(one: QWidget) -> bool:
    parent = one.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _beyond(one: QWidget) -> bool:
    parent = one.parentWidget()
    if parent is None or _scrolled(one) or one.isWindow():
        return False
    return not parent.rect().adjusted(-1, -1, 1, 1).contains(one.geometry())


def _seen(one: QWidget, front: QWidget) -> QRect:
    seen = one.visibleRegion().boundingRect()
    return QRect(one.mapTo(front, seen.topLeft()), seen.size())


def _contrast(image: QImage, area: QRect) -> float:
    piece = image.copy(QRect(area.topLeft() * _FINE, area.size() * _FINE)).convertToFormat(QImage.Format.Format_RGB32)
    if piece.isNull():
        return 0
    counted = Counter(memoryview(piece.constBits()).cast("I"))
    ground = QColor(counted.most_common(1)[0][0] & 0xFFFFFF).name()
    far = max((tokens.contrast(QColor(one & 0xFFFFFF).name(), ground) for one in counted), default=0)
    return 0 if far < 1.05 else far


def _lit(one: QWidget, front: QWidget) -> bool:
    one.setFocus(Qt.FocusReason.TabFocusReason)
    reveal(one)
    spot = QRect(one.mapTo(front, QPoint(-4, -4)), one.size()).adjusted(0, 0, 8, 8)
    with_focus = front.grab(spot).toImage()
    one.clearFocus()
    return with_focus != front.grab(spot).toImage()


def _reached(one: QWidget, chain: list[QWidget]) -> bool:
    if one in chain or any(one.isAncestorOf(stop) for stop in chain) or one.focusProxy() in chain:
        return True
    if isinstance(one, QAbstractButton) and one.group() is not None and one.group().exclusive():
        return any(mate in chain for mate in one.group().buttons())  # the arrow keys go on from there
    if isinstance(one, Step):
        return any(isinstance(stop, Step) for stop in chain)  # likewise
    return isinstance(one, QLineEdit) and one.isReadOnly()


def _back(one: QWidget, two: QWidget) -> bool:
    front = one.window()
    last = _FOOT * front.height()
    if one.property("role") == "primary" and one.mapTo(front, one.rect().center()).y() > last:
        # The end of a page: the way leads round to its beginning, which is the rail or a dialog's first control.
        round_again = isinstance(front, QDialog) or isinstance(two.parentWidget(), Rail)
        return not round_again and two.mapTo(front, two.rect().center()).y() < last
    if one.parentWidget() is not two.parentWidget() or one.parentWidget() is None:
        return False
    before, after = one.geometry(), two.geometry()
    if after.bottom() < before.top():
        return after.left() <= before.left()  # a new column may begin higher
    same_line = after.top() < before.bottom() and before.top() < after.bottom()
    return same_line and after.right() < before.left()
