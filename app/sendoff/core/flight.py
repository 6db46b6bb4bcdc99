"""A session that never waits, and what it says of the messages given to it; `key` is the number the caller gave."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from sendoff.core.envelope import Envelope
from sendoff.core.errors import Phase
from sendoff.core.outcome import Reply
from sendoff.core.ports import Transport


@dataclass(frozen=True, slots=True)
class Sign:
    """The root of what a flight says."""

    key: int


@dataclass(frozen=True, slots=True)
class Held(Sign):
    """Everything but the end is out: the intent is wanted."""


@dataclass(frozen=True, slots=True)
class Settled(Sign):
    """The server's last word on the message."""

    reply: Reply


@dataclass(frozen=True, slots=True)
class Cut(Sign):
    """The session broke over this message; `phase` decides what is certain."""

    phase: Phase
    detail: str


@dataclass(frozen=True, slots=True)
class Spared(Sign):
    """The session ended over another message, before this one could be taken: it is untouched."""


class Flight(Protocol):
    """An open session that never waits, so that one loop drives many. Not thread-safe."""

    @property
    def usable(self) -> bool:
        """Say whether another message may be given, now or later."""
        ...

    @property
    def worn(self) -> bool:
        """Say whether the session should be replaced as soon as nothing is under way."""
        ...

    @property
    def capacity(self) -> int:
        """How many messages it takes at a time."""
        ...

    @property
    def room(self) -> int:
        """How many more messages may be given now."""
        ...

    @property
    def wants_write(self) -> bool:
        """Say whether something waits until the system takes more."""
        ...

    @property
    def deadline(self) -> float:
        """Call `advance` at the latest then (monotonic seconds)."""
        ...

    def fileno(self) -> int: ...

    def give(self, key: int, envelope: Envelope) -> None:
        """Begin a message as soon as the dialogue allows; call `advance` next."""
        ...

    def advance(self) -> Sequence[Sign]:
        """Do what can be done without waiting, and say what came of it."""
        ...

    def moment(self) -> float:
        """Seconds on a clock that goes on while the machine sleeps."""
        ...

    def grant(self, keys: Collection[int], granted_at: float) -> Sequence[Sign]:
        """End `Held` messages whose intents are on the disk since `granted_at` (`moment`)."""
        ...

    def withhold(self, key: int) -> Sequence[Sign]:
        """Give up a `Held` message whose intent was not granted; where its body is out, the session ends."""
        ...

    def recall(self) -> Sequence[int]:
        """Take back the messages of which nothing was said yet."""
        ...


class FlyingTransport(Transport, Protocol):
    """A transport whose open session can be driven by a loop."""

    def flight(self) -> Flight:
        """The session from here on; `send` is then not used any more."""
        ...

    def drop(self) -> None:
        """Let go of the connection without a word."""
        ...
