"""The blocks of a design in their order: chosen, dragged, moved and removed by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from sendoff.core.design import Block, Columns, Design
from sendoff.core.design_edit import Path
from sendoff.core.design_json import kind_of
from sendoff.core.language import tr
from sendoff.core.template_conditions import both, expression_words
from sendoff.core.titles import UNTITLED, Titles
from sendoff.core.wording import people_text
from sendoff.ui import tokens
from sendoff.ui.pages.message.design_places import COLUMN
from sendoff.ui.pages.message.design_words import NAMES, name_of, summary
from sendoff.ui.theme import theme

_PATH, _ICON = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_Drop = QAbstractItemView.DropIndicatorPosition
_Flag = Qt.ItemFlag


class Outline(QTreeWidget):
    """`chosen` gives a path; `drop_wanted` (old, gap); `step_wanted` -1 or 1; `removed`, `copied` mean the chosen."""

    chosen = Signal(object)
    drop_wanted = Signal(object, object)
    step_wanted = Signal(int)
    removed = Signal()
    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Blocks of the message"))
        self.setHeaderHidden(True)
        self.setIndentation(tokens.Space.L)
        self.setIconSize(QSize(tokens.GLYPH, tokens.GLYPH))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "blocks")
        self.setMouseTracking(True)
        self.setItemDelegate(_Handles(self))
        self._items: dict[Path, QTreeWidgetItem] = {}
        self._blocks: dict[Path, Block] = {}
        self._titles = UNTITLED
        self._counts: Mapping[str, int] = {}
        self.currentItemChanged.connect(self._changed)

    def show_design(self, design: Design, path: Path) -> None:
        """Show a design with the block at a path chosen, without a signal."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.clear()
        self._items, self._blocks = {}, {}
        self._add(None, (), tr("Look of the message"), "settings", _Flag.NoItemFlags)
        for place, block in enumerate(design.blocks):
            item = self._block(None, (place,), block)
            if not isinstance(block, Columns):
                continue
            for column, stack in enumerate(block.columns):
                path_to = (place, column)
                holder = self._add(
                    item, path_to, tr("Column {column}", column=column + 1), "block-columns", _Flag.ItemIsDropEnabled
                )
                for inner, piece in enumerate(stack):
                    self._block(holder, (*path_to, inner), piece)
        self.expandAll()
        self.choose(path)
        self.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def choose(self, path: Path) -> None:
        """Choose by path; one that is not there any more gives the nearest before it."""
        while path and path not in self._items:
            path = (*path[:-1], path[-1] - 1) if path[-1] > 0 else path[:-1]
        if path in self._items:
            self.setCurrentItem(self._items[path])

    def path(self) -> Path:
        """What is chosen."""
        return _path(self.currentItem())

    def words(self) -> list[str]:
        """What the rows say, in order."""
        return [item.text(0) for item in self._items.values()]

    def rename(self, path: Path, block: Block) -> None:
        """Take the new words of a block."""
        if path in self._items:
            self._blocks[path] = block
            self._say(path)

    def show_titles(self, titles: Titles) -> None:
        """What the columns are called that conditions are about."""
        self._titles = titles
        self._say_all()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """For how many people the conditions hold."""
        self._counts = counts
        self._say_all()

    def conditions(self) -> frozenset[str]:
        """Every condition for which a block is shown, that of the columns it stands in among them."""
        return frozenset(self._condition(path) for path, block in self._blocks.items() if block.when)

    def mark(self, path: Path | None) -> None:
        """Mark the block that keeps the message from being sent; the icon says it too, not the colour alone."""
        for place, item in self._items.items():
            icon, tone = ("error", "bad") if place == path else (item.data(0, _ICON), "ink_2")
            item.setIcon(0, theme().icons.icon(icon, theme().palette.colour(tone), size=tokens.GLYPH))
            item.setForeground(0, theme().colour("bad" if place == path else "ink"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move, Delete removes, Ctrl+D duplicates."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.step_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        elif event.key() == Qt.Key.Key_D and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.copied.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where a block was let go; the design decides, and the rows are made anew."""
        index = self.indexAt(event.position().toPoint())
        gap = self._gap(index, self.dropIndicatorPosition())
        old = self.path()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if event.source() is self and old:
            self.drop_wanted.emit(old, gap)

    def _gap(self, index: QModelIndex, where: QAbstractItemView.DropIndicatorPosition) -> Path:
        path = _path(self.itemFromIndex(index)) if index.isValid() else None
        if path is None or where is _Drop.OnViewport:
            return (self.topLevelItemCount() - 1,)
        if not path:
            return (0,)
        if len(path) == COLUMN:
            item = self._items[path]
            return (*path, 0 if where is _Drop.AboveItem else item.childCount())
        return path if where is _Drop.AboveItem else (*path[:-1], path[-1] + 1)

    def _block(self, above: QTreeWidgetItem | None, path: Path, block: Block) -> QTreeWidgetItem:
        self._blocks[path] = block
        return self._add(above, path, self._line(path), NAMES[kind_of(block)][1], _Flag.ItemIsDragEnabled)

    def _condition(self, path: Path) -> str:
        around = self._blocks[path[:1]].when if len(path) > 1 else ""
        return both(around, self._blocks[path].when)

    def _line(self, path: Path) -> str:
        """What a block is; below, for whom, and how many they are."""
        block = self._blocks[path]
        words = summary(block)
        lines = [f"{name_of(block)} · {words}" if words else name_of(block)]
        if block.when:
            lines.append(tr("only if {condition}", condition=expression_words(block.when, self._titles)))
            if (count := self._counts.get(self._condition(path))) is not None:
                lines.append(people_text(count))
        return "\n".join(lines)

    def _say(self, path: Path) -> None:
        words = self._line(path)
        self._items[path].setText(0, words)
        self._items[path].setToolTip(0, words)

    def _say_all(self) -> None:
        for path in self._blocks:
            self._say(path)

    def _add(
        self, above: QTreeWidgetItem | None, path: Path, words: str, icon: str, flag: Qt.ItemFlag
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem([words])
        item.setData(0, _PATH, path)
        item.setData(0, _ICON, icon)
        item.setFlags(_Flag.ItemIsEnabled | _Flag.ItemIsSelectable | flag)
        item.setToolTip(0, words)
        if above is None:
            self.addTopLevelItem(item)
        else:
            above.addChild(item)
        self._items[path] = item
        return item

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _changed(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(_path(item))


class _Handles(QStyledItemDelegate):
    """Under the mouse a block shows the handle it is dragged by."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Put the handle in the icon's place."""
        super().initStyleOption(option, index)
        over = QStyle.StateFlag.State_MouseOver in option.state
        if over and _Flag.ItemIsDragEnabled in index.flags():
            option.icon = theme().icons.icon("grip", theme().palette.colour("ink_2"), size=tokens.GLYPH)


def _path(item: QTreeWidgetItem | None) -> Path:
    return tuple(item.data(0, _PATH)) if item is not None else ()
