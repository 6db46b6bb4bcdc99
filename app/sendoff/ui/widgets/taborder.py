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


def stand_within(place: QWidget) -> None:
    """Let Tab come to all that `place` holds, in the order it was made, where `place` stands among the others."""
    before: QWidget | None = place.previousInFocusChain()
    while before is not None and (place.isAncestorOf(before) or before.focusPolicy() is Qt.FocusPolicy.NoFocus):
        if before is place:
            return  # nothing else is there yet
        before = before.previousInFocusChain()
    held: list[QWidget] = []
    for one in place.findChildren(QWidget):
        # Popups have rings of their own. Not by the window's ring: after going all round it at each remaking of a form,
        # menus' actions were seen to be taken for deleted (PySide 6.11).
        if one.window() is place.window() and _stops(one) and not (held and held[-1].isAncestorOf(one)):
            held.append(one)
    for stop in held:
        if before is not None:
            QWidget.setTabOrder(before, stop)
        before = stop


def hand_on(whole: QWidget, part: QWidget) -> None:
    """Give the focus of `whole` to a part of its own; with no policy itself, Tab's way could not be changed for it."""
    whole.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    whole.setFocusProxy(part)


def _stops(one: QWidget) -> bool:
    """Whether Tab stops here; of what hands the focus on, only the whole, and its parts go with it."""
    proxy = one.focusProxy()
    return one.focusPolicy() is not Qt.FocusPolicy.NoFocus and (proxy is None or one.isAncestorOf(proxy))
