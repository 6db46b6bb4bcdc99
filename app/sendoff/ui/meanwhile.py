"""What can only be done while the data folder is closed: the window goes, the work is done, the window comes back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout

from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.ui.start_problem import StartProblem
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.text import Text

_GLANCE_MS = 30


class Meanwhile:
    """One piece of work between two openings of the window."""

    def __init__(self, close: Callable[[], object]) -> None:
        self._close = close
        self.words = ""
        self.act: Callable[[], str] | None = None
        self.place = ("", "")
        """The page that is opened then, and on what; empty = the first one."""

    def ask(self, words: str, act: Callable[[], str]) -> None:
        """Close the window, do `act` and open it again; `act` returns what is then said. It may raise KnownError."""
        self.words, self.act = words, act
        self._close()

    def restart(self, name: str, subject: str) -> None:
        """Close the window and open it again, as the settings then say, at a page."""
        self.words, self.act, self.place = "", str, (name, subject)
        self._close()

    def carry_out(self) -> str:
        """Do the work, with a small dialog while it lasts; what is to be said, or empty after a fault was shown."""
        if self.act is None or not self.words:
            return ""
        dialog = _Working(self.words)
        loop = QEventLoop()
        with ThreadPoolExecutor(max_workers=1) as pool:
            future: Future[str] = pool.submit(self.act)
            glance = QTimer(interval=_GLANCE_MS)
            glance.timeout.connect(lambda: loop.quit() if future.done() else None)
            glance.start()
            dialog.show()
            loop.exec()
            glance.stop()
        dialog.done(0)
        error = future.exception()
        if isinstance(error, KnownError):
            StartProblem(error, tr("Nothing was changed"), tr("Go on")).exec()
            return ""
        return future.result()


class _Working(QDialog):
    """Says what is under way; it cannot be closed by hand."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setWindowTitle("Sendoff")
        self.setMinimumWidth(420)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addWidget(Text(words, "emphasis", wrap=True))
        column.addWidget(bar)

    def reject(self) -> None:
        """Wait: the work must come to its end."""
