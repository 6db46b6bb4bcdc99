"""What is made, its modules read, only when somebody uses it: a campaign on its way needs a third of all services."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")


def late(make: Callable[[], T]) -> T:
    """Something that stands for what `make` returns and calls it, once, when it is first asked for anything."""
    return cast("T", _Late(make))


def _once(make: Callable[[], object]) -> Callable[[], object]:
    lock, made = threading.RLock(), list[object]()

    def thing() -> object:
        with lock:
            if not made:
                made.append(make())
            return made[0]

    return thing


class _Late:
    def __init__(self, make: Callable[[], object]) -> None:
        self.__dict__["_late_thing"] = _once(make)

    def __getattr__(self, name: str) -> Any:
        # Python comes here only for what this object has not, which is all but its own one.
        return getattr(self._late_thing(), name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._late_thing(), name, value)
