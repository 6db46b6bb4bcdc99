"""Deleting from a list: gone from sight at once, from the store when nobody has undone it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from sendoff.core.language import tr
from sendoff.ui.operations import Operations
from sendoff.ui.widgets.toast import Toast


class Hides(Protocol):
    """A model that leaves entries out by their ids."""

    def hide(self, ids: frozenset[str]) -> None:
        """Show all but these."""


class Deleting(QObject):
    """The deletions of one page that can still be undone; `changed` runs after each change of what is hidden."""

    def __init__(
        self, page: QObject, model: Hides, toast: Toast, operations: Operations, changed: Callable[[], object]
    ) -> None:
        super().__init__(page)
        self._model = model
        self._toast = toast
        self._operations = operations
        self._changed = changed
        self._ids: frozenset[str] = frozenset()

    def delete(self, key: str, name: str, remove: Callable[[], object]) -> None:
        """Hide the entry `key`, offer Undo, and run `remove` in the background when nobody takes it."""

        def back(_result: object = None) -> None:
            self._hide(self._ids - {key})

        def expire() -> None:
            self._operations.command(remove, back, owner=self)

        self._toast.say(tr("“{name}” is deleted.", name=name), tr("Undo"), back, on_expire=expire)
        self._hide(self._ids | {key})

    def _hide(self, ids: frozenset[str]) -> None:
        self._ids = ids
        self._model.hide(ids)
        self._changed()
