"""Events for whoever listens: plain calls, in the publisher's thread, in order of subscription."""

from __future__ import annotations

from collections.abc import Callable

from sendoff.core.events import Event

Listener = Callable[[Event], None]


class Bus:
    """Hands each event to every listener. Listeners must be quick and must not raise."""

    def __init__(self) -> None:
        self._listeners: tuple[Listener, ...] = ()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Add a listener; the returned call takes it away again."""
        self._listeners = (*self._listeners, listener)

        def unsubscribe() -> None:
            self._listeners = tuple(one for one in self._listeners if one is not listener)

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Tell every listener."""
        for listener in self._listeners:
            listener(event)
