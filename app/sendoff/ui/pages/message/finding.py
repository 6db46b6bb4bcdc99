"""A person is found by a part of the name or the address, whose message is then shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView

from sendoff.core.language import tr
from sendoff.ui.theme import theme
from sendoff.ui.widgets.field import SearchEdit

LIMIT = 8
"""People offered at once; who types on finds the others."""
_WIDTH = 360
_NARROWEST = 92
_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One row that was found."""

    position: int
    address: str
    name: str = ""
    sent: bool = True
    """Whether the row gets the message."""


class PersonSearch(SearchEdit):
    """`wanted` asks for the people a text finds, `show_found` offers them, `chosen` gives the row of one."""

    wanted = Signal(str)
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(tr("Find a person"))
        self.setToolTip(tr("Part of a name or an address"))
        theme().size(self, SearchEdit.setMinimumWidth, _NARROWEST)
        self._people = QStandardItemModel(self)
        # Not by setCompleter: the field would take over the words of a line, and filter people that were found.
        self._offer = QCompleter(self._people, self)
        self._offer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._offer.setWidget(self)
        self.offer = QListView()
        self._offer.setPopup(self.offer)
        self.offer.setAccessibleName(tr("People found"))
        self._offer.activated[QModelIndex].connect(self._picked)  # type: ignore[index]  # the stubs know no overloads
        self.searched.connect(self._typed)
        self.returnPressed.connect(self._entered)

    def show_found(self, text: str, people: Sequence[Person]) -> None:
        """Offer who was found by a text, if that still stands there."""
        if text != self.text() or not text.strip() or not self.hasFocus():
            return
        self._people.clear()
        for one in people:
            words = f"{one.name} <{one.address}>" if one.name else one.address
            item = QStandardItem(words if one.sent else tr("{words}: does not get it", words=words))
            item.setData(one.position, _PLACE)
            self._people.appendRow(item)
        if not people:
            nobody = QStandardItem(tr("Nobody has that in the name or the address."))
            nobody.setFlags(Qt.ItemFlag.NoItemFlags)
            self._people.appendRow(nobody)
        self._offer.setCompletionPrefix("")
        width = max(self.width(), round(theme().scale * _WIDTH))
        self._offer.complete(QRect(self.width() - width, 0, width, self.height()))
        if people:
            self.offer.setCurrentIndex(self._offer.completionModel().index(0, 0))

    @Slot(str)
    def _typed(self, text: str) -> None:
        if text.strip():
            self.wanted.emit(text)
        else:
            self._people.clear()
            self.offer.hide()

    @Slot()
    def _entered(self) -> None:
        """Enter after the offer was closed opens it again."""
        if not self.offer.isVisible() and self.text().strip():
            self.wanted.emit(self.text())

    @Slot(QModelIndex)
    def _picked(self, index: QModelIndex) -> None:
        position = index.data(_PLACE)
        if position:
            self.clear()
            self.chosen.emit(position)
