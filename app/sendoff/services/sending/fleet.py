"""Many open sessions driven by the coordinator's own thread: no thread waits for another, one commit serves all.

Connecting and signing in may block for seconds, so each is done by a thread of its own, which ends when the session is
open. The `Crew` does the same work with one thread a connection, for transports that cannot fly.
"""

from __future__ import annotations

import selectors
import socket
import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue

from sendoff.core.delivery import Delivery
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import ConnectError, KnownError
from sendoff.core.flight import Cut, Flight, FlyingTransport, Held, Settled, Sign
from sendoff.core.ports import Clock
from sendoff.services.sending.connection import (
    IDLE_LIMIT,
    Answered,
    Broken,
    Connected,
    Job,
    Kept,
    Lost,
    NotConnected,
    Said,
    connect_error,
)


@dataclass(slots=True, eq=False)
class Berth:
    """One place for a session, and the jobs it holds."""

    number: int
    waiting: deque[Job] = field(default_factory=deque)
    """Jobs that the flight has not got yet."""
    aloft: dict[int, Job] = field(default_factory=dict)
    """Those it has, by their rows, the foremost first."""
    intended: set[int] = field(default_factory=set)
    """Rows whose intent is on the disk."""
    transport: FlyingTransport | None = None
    flight: Flight | None = None
    opening: bool = False
    sent: int = 0
    last_use: float = 0.0
    mask: int = 0

    @property
    def jobs(self) -> int:
        """How many jobs it holds."""
        return len(self.waiting) + len(self.aloft)

    @property
    def depth(self) -> int:
        """How many it may hold."""
        return 2 if self.flight is None else self.flight.capacity


@dataclass(frozen=True, slots=True)
class _Opened:
    berth: Berth
    transport: FlyingTransport
    result: Capabilities | BaseException


class Fleet:
    """The sessions of one run. Used by the coordinator's thread, but for `wake` and `abort`."""

    def __init__(
        self,
        size: int,
        *,
        transports: Callable[[], FlyingTransport],
        intend: Callable[[Sequence[tuple[Delivery, int]]], Sequence[bool]],
        halt: threading.Event,
        clock: Clock,
        messages_per_session: int,
    ) -> None:
        self.posts = [Berth(number) for number in range(1, size + 1)]
        self._transports = transports
        self._intend = intend
        self._halt = halt
        self._clock = clock
        self._messages_per_session = messages_per_session
        self._selector = selectors.DefaultSelector()
        self._bell, self._ear = socket.socketpair()
        self._bell.setblocking(False)  # noqa: FBT003 -- the socket's signature
        self._ear.setblocking(False)  # noqa: FBT003 -- likewise
        self._selector.register(self._ear, selectors.EVENT_READ)
        self._news: SimpleQueue[_Opened] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._leaving: list[threading.Thread] = []
        self._said: list[Said] = []
        self._held: dict[Berth, list[int]] = {}
        self._fed: dict[Berth, None] = {}
        self._aborted = threading.Event()

    @property
    def busy(self) -> bool:
        """Whether any session holds a job, or has yet to say what became of one."""
        return bool(self._said) or any(berth.jobs for berth in self.posts)

    @property
    def open(self) -> int:
        """How many connections there are, those that say goodbye too."""
        leaving = sum(thread.is_alive() for thread in self._leaving)
        return leaving + sum(berth.opening or berth.flight is not None for berth in self.posts)

    def choose(self, count: int) -> Sequence[Berth]:
        """The sessions to use, those that are open first; the others close as soon as nothing is under way there."""
        if count >= len(self.posts):
            return self.posts
        chosen = sorted(self.posts, key=lambda berth: berth.flight is None and not berth.opening)
        for berth in chosen[count:]:
            if not berth.jobs:
                self._leave(berth)
        return chosen[:count]

    # -- from any thread

    def wake(self) -> None:
        """Let `listen` return."""
        with suppress(OSError):
            self._bell.send(b"!")

    def abort(self) -> None:
        """Drop every session now: a message past its last byte is then in doubt."""
        self._aborted.set()
        for berth in self.posts:
            transport = berth.transport
            if transport is not None:
                transport.abort()
        self.wake()

    # -- the coordinator

    def give(self, berth: Berth, job: Job) -> None:
        """Hand a job to a session, which begins with it, or is opened, at the next `listen`."""
        berth.waiting.append(job)
        self._fed[berth] = None

    def listen(self, patience: float) -> Sequence[Said]:
        """What happened, waiting for at most so many seconds."""
        fed, self._fed = self._fed, {}
        for berth in fed:
            self._supply(berth)
        for key, _mask in self._selector.select(0 if self._said or self._held else patience):
            if key.data is None:
                self._answer_the_bell()
            else:
                self._advance(key.data)
        now = self._clock.monotonic()
        for berth in self.posts:
            if berth.flight is not None and berth.flight.deadline <= now:
                self._advance(berth)
        if self._halt.is_set():
            self._recall()
        said, self._said = self._said, []
        return said

    def proceed(self) -> None:
        """End the messages that are held: one commit for all their intents, then the last bytes."""
        held, self._held = self._held, {}
        # What was recalled or cut meanwhile has been put down.
        wanted = [(berth, berth.aloft[key]) for berth, keys in held.items() for key in keys if key in berth.aloft]
        if not wanted:
            return
        granted = self._intend([(job.delivery, berth.number) for berth, job in wanted])
        moments = [0.0 if berth.flight is None else berth.flight.moment() for berth in held]
        withheld = []
        for (berth, job), grant in zip(wanted, granted, strict=True):
            if grant:
                berth.intended.add(job.delivery.id)
            else:
                withheld.append((berth, job))
        for berth, job in withheld:
            self._hear(berth, self._withheld(berth, job))
        for (berth, keys), at in zip(held.items(), moments, strict=True):
            if berth.flight is not None:  # else its session broke over another message
                self._hear(berth, berth.flight.grant(berth.intended.intersection(keys), at))

    def send_home(self) -> None:
        """Begin nothing more; what is under way still ends and is reported."""
        self._halt.set()
        self._recall()

    def join(self) -> None:
        """Say goodbye to every server."""
        for berth in self.posts:
            self._leave(berth)
        for thread in self._threads + self._leaving:
            thread.join()
        while not self._news.empty():
            self._news.get().transport.close()
        self._selector.close()
        self._bell.close()
        self._ear.close()

    # -- one session

    def _supply(self, berth: Berth) -> None:
        """Pass on the jobs for which there is room; open a session where there is none to pass them to."""
        if berth.opening or not berth.jobs:
            return
        if not berth.aloft and self._worn(berth):
            self._leave(berth)
        if berth.flight is None:
            self._open(berth)
            return
        room = berth.flight.room
        while berth.waiting and room > 0 and not self._used_up(berth):
            job = berth.waiting.popleft()
            berth.aloft[job.delivery.id] = job
            berth.sent += 1
            room -= 1
            berth.flight.give(job.delivery.id, job.envelope)
        self._advance(berth)

    def _used_up(self, berth: Berth) -> bool:
        most = self._messages_per_session
        return (most and berth.sent >= most) or (berth.flight is not None and berth.flight.worn)

    def _worn(self, berth: Berth) -> bool:
        """Whether a session has sent what it may, or was idle for longer than servers wait."""
        return self._used_up(berth) or self._clock.monotonic() - berth.last_use > IDLE_LIMIT

    def _advance(self, berth: Berth) -> None:
        if berth.flight is not None:
            self._hear(berth, berth.flight.advance())

    def _hear(self, berth: Berth, signs: Sequence[Sign]) -> None:
        flight = berth.flight
        for sign in signs:
            if isinstance(sign, Held):
                self._held.setdefault(berth, []).append(sign.key)
            else:
                self._said.append(self._over(berth, sign))
        if flight is None or berth.flight is not flight:
            return
        if not flight.usable:
            self._drop(berth)
            self._keep_all(berth)  # the coordinator decides when to come back
            return
        self._watch(berth, flight)
        if any(isinstance(sign, Settled) for sign in signs):
            berth.last_use = self._clock.monotonic()
            self._supply(berth)

    def _over(self, berth: Berth, sign: Sign) -> Said:
        """A job is done, lost or spared: put it down and say so."""
        job = berth.aloft.pop(sign.key)
        committed = sign.key in berth.intended
        berth.intended.discard(sign.key)
        if isinstance(sign, Settled):
            return Answered(berth.number, job, sign.reply, committed)
        if isinstance(sign, Cut):
            return Lost(berth.number, job, sign.phase, sign.detail, committed)
        return Kept(berth.number, job, committed=committed)

    def _withheld(self, berth: Berth, job: Job) -> Sequence[Sign]:
        """The intent was not granted: the message is put down before its last byte."""
        del berth.aloft[job.delivery.id]
        self._said.append(Kept(berth.number, job, withheld=True))
        return [] if berth.flight is None else berth.flight.withhold(job.delivery.id)

    def _keep_all(self, berth: Berth) -> None:
        self._said += [Kept(berth.number, job) for job in (*berth.aloft.values(), *berth.waiting)]
        berth.aloft.clear()
        berth.waiting.clear()

    def _recall(self) -> None:
        """Take back every job of which no server has heard yet."""
        for berth in self.posts:
            if berth.opening:
                continue
            unsaid = berth.flight.recall() if berth.flight is not None else ()
            for job in (*(berth.aloft.pop(key) for key in unsaid), *berth.waiting):
                self._said.append(Kept(berth.number, job))
            berth.waiting.clear()

    # -- opening and leaving

    def _open(self, berth: Berth) -> None:
        if self._halt.is_set():
            self._keep_all(berth)
            return
        berth.opening = True
        berth.transport = transport = self._transports()
        if self._aborted.is_set():
            transport.abort()
        thread = threading.Thread(
            target=self._connect, args=(berth, transport), name=f"connection-{berth.number}", daemon=True
        )
        self._threads = [one for one in self._threads if one.is_alive()] + [thread]
        thread.start()

    def _connect(self, berth: Berth, transport: FlyingTransport) -> None:
        result: Capabilities | BaseException
        try:
            result = transport.connect()
        except BaseException as error:  # noqa: BLE001 -- a thread's last resort: the coordinator raises it
            result = error
        self._news.put(_Opened(berth, transport, result))
        self.wake()

    def _answer_the_bell(self) -> None:
        with suppress(BlockingIOError):
            while self._ear.recv(4096):
                pass
        with suppress(Empty):
            while True:
                self._hear_opened(self._news.get_nowait())

    def _hear_opened(self, news: _Opened) -> None:
        berth, result = news.berth, news.result
        berth.opening = False
        first = berth.waiting[0]
        if isinstance(result, Capabilities):
            berth.flight = news.transport.flight()
            berth.sent, berth.last_use = 0, self._clock.monotonic()
            self._watch(berth, berth.flight)
            self._said.append(Connected(berth.number, first, result))
            if not self._halt.is_set():
                self._supply(berth)
            return
        berth.transport = None
        berth.waiting.popleft()
        if not isinstance(result, KnownError):
            self._said.append(Broken(berth.number, first, result, committed=False))
        else:
            error: ConnectError = connect_error(result)
            if error.permanent:
                self._halt.set()  # nobody else tries a password that was refused
            self._said.append(NotConnected(berth.number, first, error))
        self._keep_all(berth)

    def _watch(self, berth: Berth, flight: Flight) -> None:
        mask = selectors.EVENT_READ | (selectors.EVENT_WRITE if flight.wants_write else 0)
        if mask == berth.mask:
            return
        if berth.mask:
            self._selector.modify(flight.fileno(), mask, berth)
        else:
            self._selector.register(flight.fileno(), mask, berth)
        berth.mask = mask

    def _forget(self, berth: Berth) -> FlyingTransport | None:
        if berth.mask and berth.flight is not None:
            self._selector.unregister(berth.flight.fileno())
        transport, berth.transport, berth.flight, berth.mask = berth.transport, None, None, 0
        return transport

    def _drop(self, berth: Berth) -> None:
        transport = self._forget(berth)
        if transport is not None:
            transport.drop()

    def _leave(self, berth: Berth) -> None:
        """Say goodbye in a thread: a server may take its time."""
        if berth.flight is None:
            return
        transport = self._forget(berth)
        if transport is not None:
            thread = threading.Thread(target=transport.close, name=f"goodbye-{berth.number}", daemon=True)
            self._leaving = [one for one in self._leaving if one.is_alive()] + [thread]
            thread.start()
