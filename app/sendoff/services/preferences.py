"""What was chosen in the settings, and the window's small memory beside it, in one file that is read once."""

from __future__ import annotations

import threading
from collections.abc import Callable

from sendoff.core.errors import KnownError
from sendoff.core.ports import Settings
from sendoff.core.settings import Kind, Setting, Value, setting, value_in

Listener = Callable[[Setting, Value], object]


class Preferences:
    """Reads never fail: a file that cannot be read gives the defaults. Safe to call from any thread."""

    def __init__(self, store: Settings) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._kept: dict[str, object] | None = None
        self._listeners: list[Listener] = []

    def value(self, key: str) -> Value:
        """The chosen value, or the default. Raises InputError for a key that is no setting's."""
        with self._lock:
            return value_in(setting(key), self._values())

    def text(self, key: str) -> str:
        """A choice's key."""
        return str(self.value(key))

    def on(self, key: str) -> bool:
        """Say whether a switch is on."""
        return self.value(key) is True

    def number(self, key: str) -> int:
        """A number."""
        return int(self.value(key))

    def choose(self, key: str, value: Value) -> None:
        """Keep a value and tell the listeners. Raises InputError where it does not fit, StorageError."""
        one = setting(key)
        if value_in(one, {key: value}) != value:
            raise ValueError(f"{value!r} does not fit {key}")
        self.remember(key, value)
        self._tell(one)

    def reset(self, key: str) -> None:
        """Go back to the default. Raises InputError for an unknown key, StorageError."""
        one = setting(key)
        with self._lock:
            kept = self._fresh()
            if kept.pop(key, None) is not None:
                self._store.write(kept)
            self._kept = kept
        self._tell(one)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of each choice, in the chooser's thread; the returned call ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def recall(self, key: str) -> str:
        """A text remembered beside the settings, or an empty one."""
        with self._lock:
            return str(self._values().get(key, ""))

    def remember(self, key: str, value: Value) -> None:
        """Keep a value beside what else is in the file. Raises StorageError."""
        with self._lock:
            kept = self._fresh()
            kept[key] = value
            self._store.write(kept)
            self._kept = kept

    def _tell(self, one: Setting) -> None:
        for listener in list(self._listeners):
            listener(one, self.value(one.key))

    def _values(self) -> dict[str, object]:
        if self._kept is None:
            self._kept = self._fresh()
        return self._kept

    def _fresh(self) -> dict[str, object]:
        """What the file holds now: another Sendoff may have written to it."""
        try:
            return dict(self._store.read())
        except KnownError:
            return {}


def shown(one: Setting, value: Value) -> str:
    """The value as a person reads it."""
    if one.kind is Kind.SWITCH:
        return "on" if value else "off"
    if one.kind is Kind.NUMBER:
        return f"{value} {one.unit}".strip()
    return next(word for key, word in one.choices if key == value)
