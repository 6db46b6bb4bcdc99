"""The row above the blocks: a block is added by its name; what is done with the chosen one; back, forward, layouts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from sendoff.core.language import tr
from sendoff.ui.pages.message.design_words import NAMES
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton

_TOOL = 30
"""Pixels: all of them fit beside each other in the narrowest window."""


class DesignTools(QWidget):
    """`added` gives a kind of block, `step_wanted` -1 or 1; the others say what was pressed."""

    added = Signal(str)
    step_wanted = Signal(int)
    copied = Signal()
    removed = Signal()
    undone = Signal()
    redone = Signal()
    layouts_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._add = Button(tr("Add a block"), icon="plus")
        self._add.setMenu(self._kinds())
        self._moves = [
            IconButton("chevron-up", tr("Move up (Alt+Up)"), run=partial(self.step_wanted.emit, -1)),
            IconButton("chevron-down", tr("Move down (Alt+Down)"), run=partial(self.step_wanted.emit, 1)),
            IconButton("copy", tr("Duplicate (Ctrl+D)"), run=self.copied.emit),
            IconButton("trash", tr("Remove (Delete)"), run=self.removed.emit),
        ]
        self._undo = IconButton("undo", tr("Undo"), run=self.undone.emit)
        self._redo = IconButton("redo", tr("Redo"), run=self.redone.emit)
        layouts = IconButton("layouts", tr("Begin with another layout"), run=self.layouts_wanted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._add)
        row.addSpacing(Space.S)
        for one in self._moves:
            row.addWidget(one)
        row.addStretch(1)
        for one in (self._undo, self._redo):
            row.addWidget(one)
        row.addSpacing(Space.S)
        row.addWidget(layouts)
        for one in self.findChildren(IconButton):
            one.setFixedSize(_TOOL, _TOOL)

    def show_can(self, *, moves: tuple[bool, bool], block: bool, undo: bool, redo: bool) -> None:
        """Offer what can be done: with the chosen block up and down, with it at all, and in the history."""
        for button, can in zip(self._moves, (*moves, True, True), strict=True):
            button.setEnabled(block and can)
        self._undo.setEnabled(undo)
        self._redo.setEnabled(redo)

    def _kinds(self) -> QMenu:
        menu = QMenu(self._add)
        for kind, (name, icon) in NAMES.items():
            action = menu.addAction(tr(name))
            theme().dress(action, icon, "ink_2")
            action.triggered.connect(partial(self._pressed, kind))
        return menu

    def _pressed(self, kind: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's `triggered` gives it
        self.added.emit(kind)
