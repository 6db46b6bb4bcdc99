"""The last resort: a bug is told in words, with a report that can be copied and names nobody."""

from __future__ import annotations

import logging
import platform
import re
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from sendoff import __version__
from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.ui.theme import monospace
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.text import Text

_log = logging.getLogger(__name__)
_REDACTIONS = (
    (re.compile(r"(?s)\[parameters: .*?\](?=\n|$)"), "[parameters]"),
    (re.compile(r"(?<=://)[^/\s@]+@"), "[sign-in]@"),
    (re.compile(r"[\w.+'%-]+@[\w-]+(?:\.[\w-]+)+"), "[address]"),
    (re.compile(r"(?i)\b(pass(?:word)?|secret|token|authorization|auth \w+)(\W{1,4})\S+"), r"\1\2[secret]"),
    (re.compile(r"(?<![\w/])[A-Za-z0-9+/]{32,}={0,2}(?![\w/])"), "[long value]"),
)


_MOST_TOLD = 5
"""Errors that are told at once."""


def redacted(text: str) -> str:
    """Take addresses, sign-ins, secrets and the user's folder out of a text."""
    text = text.replace(str(Path.home()), "~")
    for pattern, word in _REDACTIONS:
        text = pattern.sub(word, text)
    return text


def report(error: BaseException, clean: Callable[[str], str] = str) -> str:
    """What a developer needs to find the bug, with nothing personal in it; `clean` knows this session's secrets."""
    versions = f"Sendoff {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    trace = "".join(traceback.format_exception(error))
    return f"{versions} {platform.release()}\n\n{redacted(clean(trace))}"


class CrashDialog(QDialog):
    """Says that Sendoff made a mistake and offers the report."""

    def __init__(
        self, error: BaseException, parent: QWidget | None = None, *, clean: Callable[[str], str] = str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Sendoff made a mistake"))
        self.setMinimumSize(640, 420)
        self.report = report(error, clean)
        shown = QPlainTextEdit(self.report, readOnly=True)
        shown.setAccessibleName(tr("Report"))
        shown.setFont(monospace())
        shown.document().setDocumentMargin(Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Text(tr("This should not have happened"), "title"))
        words = tr(
            "What was sent is on disk, and no message is sent twice because of this. "
            "The report below has no addresses and no passwords in it; send it to the developers."
        )
        column.addWidget(Text(words, "secondary", wrap=True))
        column.addWidget(shown, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Button(tr("Copy the report"), icon="copy", run=self._copy))
        keep = Button(tr("Go on"), "primary", run=self.accept)
        keep.setDefault(True)
        row.addWidget(keep)
        column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)


class ErrorDialog(QDialog):
    """Known errors where no page has a place for them: what happened, what to do."""

    def __init__(self, error: KnownError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sendoff")
        self.setMinimumWidth(480)
        self._said: list[str] = []
        self._errors = QVBoxLayout()
        self._errors.setSpacing(Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.L)
        column.addLayout(self._errors)
        self.add(error)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(tr("Close"), "primary", run=self.accept)
        close.setDefault(True)
        row.addWidget(close)
        column.addLayout(row)

    def add(self, error: KnownError) -> None:
        """Tell one more, above the others, unless it is told already."""
        if str(error) in self._said or len(self._said) == _MOST_TOLD:
            return
        self._said.append(str(error))
        banner = Banner()
        banner.say_error(error)
        self._errors.insertWidget(0, banner)


class Failures:
    """The default place for errors: known ones get a sentence, bugs the log and one crash dialog at a time.

    Both stand beside the window, which can be used on: whoever sends is never made to answer first.
    """

    def __init__(self, parent: QWidget | None = None, *, clean: Callable[[str], str] = str) -> None:
        """`clean` takes this session's secrets out of a text."""
        self._parent = parent
        self._clean = clean
        self._shown: CrashDialog | None = None
        self._told: ErrorDialog | None = None

    def known(self, error: KnownError) -> None:
        """Tell what happened and what to do."""
        if self._told is not None:
            self._told.add(error)
            return
        self._told = ErrorDialog(error, self._front())
        self._told.destroyed.connect(lambda *_: self._read())
        self._told.finished.connect(lambda *_: self._read())
        _open(self._told)

    def crashed(self, error: BaseException) -> None:
        """Log a bug, and show it unless another one is on screen: a bug while painting comes back at every frame."""
        _log.critical("%s", report(error, self._clean))
        if self._shown is None:
            self._shown = CrashDialog(error, self._front(), clean=self._clean)
            self._shown.destroyed.connect(lambda *_: self._closed())
            self._shown.finished.connect(lambda *_: self._closed())
            _open(self._shown)

    def hook(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """For `sys.excepthook`: whatever escapes on the GUI thread."""
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
        elif isinstance(error, KnownError):
            self.known(error)
        else:
            self.crashed(error)

    def _front(self) -> QWidget | None:
        """What it belongs to: a dialog that is open would keep what is not its own from being used."""
        return QApplication.activeModalWidget() or self._parent

    def _closed(self) -> None:
        self._shown = None

    def _read(self) -> None:
        self._told = None


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
