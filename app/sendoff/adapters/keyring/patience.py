"""Calls to a keyring that may never come back: a bus that hangs, a question nobody answers."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Answer(Generic[Value]):
    """What a call gave: its value or its fault. A fault is a value because back ends raise whatever D-Bus raises."""

    value: Value | None = None
    fault: BaseException | None = None


def within(seconds: float, call: Callable[[], Value]) -> Answer[Value]:
    """Run `call` in a thread of its own and wait at most `seconds`; the fault is then TimeoutError."""
    answers: queue.SimpleQueue[Answer[Value]] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put(Answer(value=call()))
        except BaseException as fault:  # noqa: BLE001 -- carried to the caller, who decides
            answers.put(Answer(fault=fault))

    # A daemon: a call that hangs must not keep the program from ending.
    threading.Thread(target=run, name="keyring", daemon=True).start()
    try:
        return answers.get(timeout=seconds)
    except queue.Empty:
        return Answer(fault=TimeoutError("the keyring does not answer"))
