"""What is made, its modules read, only when somebody uses it: a campaign on its way needs a third of all services."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")


def late(make: Callable[[], T]) -> T:
    """Something that stands for what `make` returns and calls it, once, when it is first asked for anything."""
    return cast("T", _Late(make))


class _Late:
    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._lock = threading.RLock()

    def __getattr__(self, name: str) -> Any:
        # Python comes here only for what this object has not, which is all but its own two.
        with self._lock:
            if "_made" not in self.__dict__:
                self._made = self._make()
        return getattr(self._made, name)
