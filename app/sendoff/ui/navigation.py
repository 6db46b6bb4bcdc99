"""Which page is shown: pages are registered by name, built when first opened, and opened on a subject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sendoff.ui.busy import busy


@runtime_checkable
class Opens(Protocol):
    """A page that wants to know when it is shown, and on what."""

    def opened(self, subject: str) -> None:
        """The page is in front now; `subject` names what it is about (a campaign's id), or is empty."""
        ...


@dataclass(slots=True)
class _Entry:
    build: Callable[[], QWidget]
    rail: str
    page: QWidget | None = None


class Navigator(QObject):
    """Switches the pages of one stack."""

    moved = Signal(str, str)
    """The page's name and its rail entry, after the page came to the front; both empty when the window is closed."""

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._stack = stack
        self._entries: dict[str, _Entry] = {}
        self.current = ""
        self.back = ""
        """The step of a campaign that sent one to the page in front, as `open` takes it; empty where none did."""

    def register(self, name: str, build: Callable[[], QWidget], *, rail: str = "") -> None:
        """Make a page known. `rail` names the rail's entry that stays lit where it is not the page's own name."""
        self._entries[name] = _Entry(build, rail or name)

    def open(self, name: str, subject: str = "", *, back: str = "") -> QWidget:
        """Bring a page to the front and return it; `back` is the step of a campaign that it may lead back to.

        Raises KeyError for a name nobody registered.
        """
        entry, self.back = self._entries[name], back
        if entry.page is None:
            with busy():
                entry.page = entry.build()
                self._stack.addWidget(entry.page)
        self._stack.setCurrentWidget(entry.page)
        self.current = name
        if isinstance(entry.page, Opens):
            entry.page.opened(subject)
        self.moved.emit(name, entry.rail)
        return entry.page

    def leave(self) -> None:
        """The window is closed: whoever edits something saves it."""
        self.current = ""
        self.moved.emit("", "")
