"""The one way from the window to work in the background and back: queries side by side, commands one after another.

Workers are plain threads and touch no QObject: a finished future goes into a queue, and a timer of the GUI thread,
running only while something is under way, hands the result over.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from sendoff.core.errors import KnownError

Result = TypeVar("Result")
Stopped = Callable[[], bool]
_INTERVAL_MS = 10
_READERS = 3
_ABROAD = 2


@dataclass(slots=True, eq=False)
class Operation:
    """A call under way; `cancel` makes its answer unwanted (the call itself runs to its end)."""

    on_done: Callable[[Any], object]
    on_error: Callable[[KnownError], object] | None
    owner: QObject | None
    cancelled: bool = field(default=False, init=False)
    over: bool = field(default=False, init=False)
    """The call has ended."""

    def cancel(self) -> None:
        """Drop the answer when it comes."""
        self.cancelled = True

    def wanted(self) -> bool:
        """Whether somebody still waits: not cancelled, and neither the owner nor a callback's object was deleted."""
        receivers = (self.owner, getattr(self.on_done, "__self__", None), getattr(self.on_error, "__self__", None))
        return not self.cancelled and all(isValid(it) for it in receivers if isinstance(it, QObject))


class Operations(QObject):
    """Runs calls in the background and delivers their answers on the GUI thread.

    `known` is the default place for KnownError, `crashed` the only place for every other error.
    """

    def __init__(
        self,
        *,
        known: Callable[[KnownError], None],
        crashed: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._crashed = crashed
        self._readers = ThreadPoolExecutor(max_workers=_READERS, thread_name_prefix="query")
        self._abroad = ThreadPoolExecutor(max_workers=_ABROAD, thread_name_prefix="abroad")
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="command")
        self._finished: SimpleQueue[tuple[Operation, Future[Any]]] = SimpleQueue()
        self._under_way = 0
        self.closed = False
        """The window is gone."""
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self._deliver)

    def query(
        self,
        call: Callable[[], Result],
        on_result: Callable[[Result], object],
        on_error: Callable[[KnownError], object] | None = None,
        *,
        owner: QObject | None = None,
    ) -> Operation:
        """Read in the background. Give `owner` where the callbacks are closures: they are dropped with it."""
        return self._submit(self._readers, call, Operation(on_result, on_error, owner))

    def abroad(
        self,
        call: Callable[[], Result],
        on_result: Callable[[Result], object],
        on_error: Callable[[KnownError], object] | None = None,
        *,
        owner: QObject | None = None,
    ) -> Operation:
        """Ask strangers, who may take their time, in threads of their own: no query waits behind it.

        Whoever asks ends the call when the window closes, which waits for it.
        """
        return self._submit(self._abroad, call, Operation(on_result, on_error, owner))

    def command(
        self,
        call: Callable[[], Result],
        on_done: Callable[[Result], object],
        on_error: Callable[[KnownError], object] | None = None,
        *,
        owner: QObject | None = None,
    ) -> Operation:
        """Change something in the background; commands run one at a time, in the order given."""
        return self._submit(self._writer, call, Operation(on_done, on_error, owner))

    def finish(self) -> None:
        """Wait until every command given so far was carried out; blocks."""
        self._writer.submit(lambda: None).result()

    def close(self) -> None:
        """Let what runs come to its end, drop what has not begun, and begin and deliver nothing more."""
        self.closed = True
        self._timer.stop()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._abroad.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True, cancel_futures=True)

    def _submit(self, pool: ThreadPoolExecutor, call: Callable[[], Any], operation: Operation) -> Operation:
        finished = self._finished
        if self.closed:
            operation.cancel()  # the window is gone: whoever still asks wants no answer
            return operation
        self._under_way += 1
        pool.submit(call).add_done_callback(lambda future: finished.put((operation, future)))
        if not self._timer.isActive():
            self._timer.start()
        return operation

    def _deliver(self) -> None:
        try:
            while True:
                operation, future = self._finished.get_nowait()
                self._under_way -= 1
                operation.over = True
                self._hand_over(operation, future)
        except Empty:
            pass
        if not self._under_way:
            self._timer.stop()

    def _hand_over(self, operation: Operation, future: Future[Any]) -> None:
        error = future.exception()
        if error is not None and not isinstance(error, KnownError):
            self._crashed(error)  # a bug is reported even when nobody waits for the answer
        elif not operation.wanted():
            return
        elif error is None:
            operation.on_done(future.result())
        else:
            (operation.on_error or self._known)(error)


class Newest:
    """Asks for the same thing again and again, and tells no answer that a later one has overtaken.

    Queries run side by side. While the answers are slow to come every one of them is told, so that something is seen.
    """

    def __init__(self, operations: Operations, owner: QObject) -> None:
        self._operations = operations
        self._owner = owner
        self._asked = 0
        self._told = 0

    def query(
        self,
        call: Callable[[], Result],
        on_result: Callable[[Result], object],
        on_error: Callable[[KnownError], object] | None = None,
    ) -> None:
        """Read in the background."""
        self._asked += 1
        number = self._asked

        def newer() -> bool:
            overtaken = number <= self._told
            self._told = max(number, self._told)
            return not overtaken

        def done(answer: Result) -> None:
            if newer():
                on_result(answer)

        def failed(error: KnownError) -> None:
            if newer() and on_error is not None:
                on_error(error)

        self._operations.query(call, done, failed if on_error is not None else None, owner=self._owner)

    def cancel(self) -> None:
        """Want no answer to what was asked so far."""
        self._told = self._asked


class Stoppable:
    """Looks for one thing at a time: what is asked later, or `cancel`, gives up what was asked before.

    The call gets the question whether to stop, which the closing of the window answers as well. What was given up tells
    nobody anything, its error neither.
    """

    def __init__(self, operations: Operations, owner: QObject, *, abroad: bool = False) -> None:
        self._operations = operations
        self._owner = owner
        self._abroad = abroad
        self._stop = Event()
        self._operation: Operation | None = None

    @property
    def under_way(self) -> bool:
        """Whether an answer is waited for."""
        return self._operation is not None and not self._operation.over

    def query(
        self,
        call: Callable[[Stopped], Result],
        on_result: Callable[[Result], object],
        on_error: Callable[[KnownError], object] | None = None,
    ) -> None:
        """Read in the background, or ask strangers where it was made for that."""
        self.cancel()
        operations, stop = self._operations, Event()
        self._stop = stop

        def stopped() -> bool:
            return stop.is_set() or operations.closed

        ask = operations.abroad if self._abroad else operations.query
        self._operation = ask(lambda: call(stopped), on_result, on_error, owner=self._owner)

    def cancel(self) -> None:
        """Let the call end as soon as it may, and want no answer."""
        self._stop.set()
        if self._operation is not None:
            self._operation.cancel()
            self._operation = None
