"""Every file dialog of the window: it opens in the folder used last, at first among the person's documents."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

LAST = "files.folder"
"""The folder used last, as the window's memory calls it; a backup leaves it out."""
_used: list[Path] = []
_memories: list[Memory] = []


class Memory(Protocol):
    """What is remembered between two runs."""

    def read(self, key: str) -> str:
        """The remembered text, or an empty one."""
        ...

    def write(self, key: str, value: str) -> None:
        """Remember a text."""
        ...


def remember_in(memory: Memory) -> None:
    """Keep the folder used last there from now on, and begin with the one that is kept."""
    kept = memory.read(LAST)
    _memories[:], _used[:] = [memory], [Path(kept)] if kept else []


def folder() -> Path:
    """Where the next dialog opens."""
    if _used and _used[0].is_dir():
        return _used[0]
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def save_name(parent: QWidget, title: str, name: str, kinds: str) -> str:
    """Ask where to write a file, proposing a name; empty where that was given up."""
    path, _kind = QFileDialog.getSaveFileName(parent, title, str(folder() / name), kinds)
    return _noted(path)


def open_name(parent: QWidget, title: str, kinds: str) -> str:
    """Ask for a file; empty where that was given up."""
    path, _kind = QFileDialog.getOpenFileName(parent, title, str(folder()), kinds)
    return _noted(path)


def open_names(parent: QWidget, title: str, kinds: str = "") -> list[str]:
    """Ask for files."""
    paths, _kind = QFileDialog.getOpenFileNames(parent, title, str(folder()), kinds)
    for path in paths[:1]:
        _noted(path)
    return list(paths)


def folder_name(parent: QWidget, title: str) -> str:
    """Ask for a folder; empty where that was given up."""
    path = QFileDialog.getExistingDirectory(parent, title, str(folder()))
    return _noted(path, itself=True)


def _noted(path: str, *, itself: bool = False) -> str:
    if path:
        used = Path(path) if itself else Path(path).parent
        if [used] != _used:
            _used[:] = [used]
            for memory in _memories:
                memory.write(LAST, str(used))
    return path
