"""Background work: answers come on the GUI thread, in order, to whoever still lives, and errors have one place."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

import pytest
import shiboken6
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sendoff.core.errors import InputError, KnownError
from sendoff.ui.operations import Newest, Operations, Stoppable, Stopped


@dataclass
class Seen:
    known: list[KnownError] = field(default_factory=list)
    crashes: list[BaseException] = field(default_factory=list)


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def operations(qtbot: QtBot, seen: Seen) -> Iterator[Operations]:
    made = Operations(known=seen.known.append, crashed=seen.crashes.append)
    yield made
    made.close()


def never(_answer: object) -> None:
    pytest.fail("nobody may be told")


def until_stopped(ended: threading.Event, stopped: Stopped) -> str:
    """What a search does that finds nothing for long: look now and then whether it is still wanted."""
    patience = threading.Event()
    while not stopped():
        patience.wait(0.005)
    ended.set()
    return "late"


def fail(error: BaseException) -> Callable[[], None]:
    def call() -> None:
        raise error

    return call


def test_an_answer_comes_on_the_gui_thread(qtbot: QtBot, operations: Operations) -> None:
    where: list[tuple[int, int]] = []
    operations.query(threading.get_ident, lambda worker: where.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(where))
    worker, receiver = where[0]
    assert receiver == threading.get_ident()
    assert worker != receiver


def test_commands_run_one_at_a_time_in_order(qtbot: QtBot, operations: Operations) -> None:
    done: list[int] = []
    first_may_end = threading.Event()
    operations.command(lambda: first_may_end.wait(60) and 1, lambda _result: done.append(1))
    operations.command(lambda: 2, lambda _result: done.append(2))
    operations.query(lambda: 3, lambda _result: done.append(3))
    qtbot.waitUntil(lambda: done == [3])
    first_may_end.set()
    qtbot.waitUntil(lambda: done == [3, 1, 2])


def test_a_known_error_goes_to_the_caller_or_to_the_default_place(
    qtbot: QtBot, operations: Operations, seen: Seen
) -> None:
    own: list[KnownError] = []
    error = InputError("No list was chosen.", remedy="Choose a file.")
    operations.query(fail(error), never, own.append)
    operations.command(fail(error), never)
    qtbot.waitUntil(lambda: own == [error] and seen.known == [error])
    assert seen.crashes == []


def test_a_bug_is_reported_even_when_nobody_waits(qtbot: QtBot, operations: Operations, seen: Seen) -> None:
    error = ZeroDivisionError("a bug")
    operations.query(fail(error), never, never).cancel()
    qtbot.waitUntil(lambda: seen.crashes == [error])


def test_a_cancelled_or_orphaned_answer_is_dropped(qtbot: QtBot, operations: Operations) -> None:
    gate = threading.Event()
    answers: list[str] = []
    bound, closure = QLabel(), QLabel()
    operations.query(lambda: gate.wait(60), lambda _ok: answers.append("cancelled")).cancel()
    operations.query(lambda: str(gate.wait(60)), bound.setText)
    operations.query(lambda: gate.wait(60), lambda _ok: answers.append(closure.text()), owner=closure)
    shiboken6.delete(bound)
    shiboken6.delete(closure)
    gate.set()
    operations.command(lambda: "last", answers.append)
    qtbot.waitUntil(lambda: answers == ["last"] and not operations._timer.isActive())


def test_a_bug_in_one_receiver_does_not_lose_the_next_answer(qtbot: QtBot, operations: Operations) -> None:
    answers: list[int] = []
    with qtbot.captureExceptions() as caught:
        operations.command(lambda: 0, lambda number: answers.append(1 // number))
        operations.command(lambda: 5, answers.append)
        qtbot.waitUntil(lambda: answers == [5])
    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]


def test_closing_waits_for_what_runs_and_drops_the_rest(qtbot: QtBot, seen: Seen) -> None:
    operations = Operations(known=seen.known.append, crashed=seen.crashes.append)
    ran: list[str] = []
    begun, gate = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        gate.wait(60)
        ran.append("slow")

    operations.command(slow, never)
    operations.command(lambda: ran.append("never"), never)
    assert begun.wait(60)
    threading.Timer(0.05, gate.set).start()
    operations.close()
    qtbot.wait(30)
    assert ran == ["slow"]


def test_an_answer_that_a_later_one_has_overtaken_is_not_told(qtbot: QtBot, operations: Operations, seen: Seen) -> None:
    newest, told, may_come = Newest(operations, operations), list[str](), threading.Event()

    def refused() -> str:
        may_come.wait(60)
        raise InputError("Old.", remedy="")

    newest.query(lambda: "old" if may_come.wait(60) else "", told.append)
    newest.query(refused, never, never)
    newest.query(lambda: "new", told.append)
    qtbot.waitUntil(lambda: told == ["new"])
    may_come.set()
    qtbot.waitUntil(lambda: not operations._under_way)
    assert told == ["new"]
    assert seen.known == []


def test_while_answers_are_slow_to_come_each_is_told_until_nobody_wants_them(
    qtbot: QtBot, operations: Operations
) -> None:
    newest, told, later = Newest(operations, operations), list[str](), threading.Event()
    newest.query(lambda: "one", told.append)
    newest.query(lambda: "two" if later.wait(60) else "", told.append)
    qtbot.waitUntil(lambda: told == ["one"])
    later.set()
    qtbot.waitUntil(lambda: told == ["one", "two"])
    newest.query(lambda: "three", told.append)
    newest.cancel()
    qtbot.waitUntil(lambda: not operations._under_way)
    assert told == ["one", "two"]


def test_what_is_looked_for_later_ends_what_was_looked_for_before(qtbot: QtBot, operations: Operations) -> None:
    looking, told = Stoppable(operations, operations), list[str]()
    ended = [threading.Event() for _ in range(4)]
    for each in ended:
        looking.query(partial(until_stopped, each), never)
    looking.query(lambda _stopped: "found", told.append)
    qtbot.waitUntil(lambda: told == ["found"])
    assert all(each.wait(60) for each in ended)
    qtbot.waitUntil(lambda: not operations._under_way)
    assert told == ["found"]


def test_what_was_given_up_fails_in_silence_and_what_was_not_is_told(
    qtbot: QtBot, operations: Operations, seen: Seen
) -> None:
    looking, own, may_fail = Stoppable(operations, operations), list[KnownError](), threading.Event()
    error = InputError("It was taken away.", remedy="")

    def refused(_stopped: Stopped) -> None:
        may_fail.wait(60)
        raise error

    looking.query(refused, never, never)
    looking.query(refused, never)
    looking.query(refused, never, own.append)
    may_fail.set()
    qtbot.waitUntil(lambda: not operations._under_way)
    assert own == [error]
    assert seen.known == []
    looking.query(refused, never)
    qtbot.waitUntil(lambda: seen.known == [error])


def test_leaving_the_page_ends_a_look_and_its_answer_goes_nowhere(qtbot: QtBot, operations: Operations) -> None:
    page, ended = QLabel(), threading.Event()
    looking = Stoppable(operations, page)
    looking.query(partial(until_stopped, ended), never, never)
    waits = [looking.under_way]
    looking.cancel()
    assert [*waits, looking.under_way] == [True, False]
    assert ended.wait(60)
    qtbot.waitUntil(lambda: not operations._under_way)
    told, gate = list[str](), threading.Event()
    looking.query(lambda _stopped: str(gate.wait(60)), told.append)
    shiboken6.delete(page)
    gate.set()
    qtbot.waitUntil(lambda: not looking.under_way)
    assert told == []


def test_a_look_is_over_when_its_answer_comes(qtbot: QtBot, operations: Operations) -> None:
    looking, waited = Stoppable(operations, operations, abroad=True), list[bool]()
    looking.query(lambda _stopped: None, lambda _none: waited.append(looking.under_way))
    qtbot.waitUntil(lambda: waited == [False])


def test_closing_ends_what_looks_for_something(qtbot: QtBot, seen: Seen) -> None:
    operations, ended, begun = (
        Operations(known=never, crashed=seen.crashes.append),
        threading.Event(),
        threading.Event(),
    )

    def look(stopped: Stopped) -> str:
        begun.set()
        return until_stopped(ended, stopped)

    looking = Stoppable(operations, operations)
    looking.query(look, never, never)
    assert begun.wait(60)
    operations.close()
    assert ended.is_set()
    looking.query(look, never, never)
    assert seen.crashes == []
