"""Long commands asked for in a dialog: progress is said there, and Cancel or closing the window ends them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from sendoff.core.errors import KnownError
from sendoff.core.events import ImportProgress
from sendoff.core.language import tr
from sendoff.core.wording import count_text
from sendoff.ui.pages.stage import Stage
from sendoff.ui.widgets.form_dialog import FormDialog

Result = TypeVar("Result")


class Work(QObject):
    """What one dialog has under way, one thing at a time."""

    def __init__(self, dialog: FormDialog, stage: Stage) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._stage = stage
        self._stop = threading.Event()
        self._words = ""
        dialog.stop = self._end
        stage.bridge.batch.connect(self._hear)
        stage.navigator.moved.connect(self._moved)

    def run(
        self,
        call: Callable[[Callable[[], bool]], Result],
        done: Callable[[Result], object],
        words: str,
        *,
        stays: bool = False,
    ) -> None:
        """Run `call` with the question whether to stop; `done` hears its answer unless it was stopped.

        A known error is said in the dialog, which stays open; with `stays` it does so afterwards too.
        """
        stop = self._stop = threading.Event()
        self._words = words
        self._dialog.work(words)

        def came(result: Result) -> None:
            self._words = ""
            if stays:
                self._dialog.rest()
            else:
                self._dialog.done_with()
            if not stop.is_set():
                done(result)

        self._stage.operations.command(lambda: call(stop.is_set), came, self._failed, owner=self._dialog)

    def _failed(self, error: KnownError) -> None:
        self._words = ""
        self._dialog.fail(error)

    def _end(self) -> None:
        self._stop.set()

    @Slot(str, str)
    def _moved(self, name: str, _rail: str) -> None:
        if not name:
            self._end()

    @Slot(tuple)
    def _hear(self, batch: tuple[object, ...]) -> None:
        if not self._words or self._stop.is_set():
            return
        for event in batch:
            # Commands run one at a time, so that progress is this one's.
            if isinstance(event, ImportProgress) and event.rows:
                self._dialog.tell(
                    tr("{words}: 1 row", words=self._words)
                    if event.rows == 1
                    else tr("{words}: {rows} rows", words=self._words, rows=count_text(event.rows))
                )
