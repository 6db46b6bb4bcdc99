"""The thread behind one connection: it takes jobs, drives one transport session, and reports. No SQL here.

Everything it says goes into the coordinator's inbox. Before each last byte it calls `intend`, which returns when the
intent is on the disk.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue

from sendoff.core.delivery import Delivery
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import ConnectError, KnownError, Phase, SessionLost, Withheld
from sendoff.core.outcome import Reply
from sendoff.core.ports import Clock, Transport
from sendoff.services.sending.pace import Ticket

IDLE_LIMIT = 30.0
"""Seconds after which an unused connection is replaced: several providers hang up silently (SES after 10 s)."""


@dataclass(frozen=True, slots=True)
class Job:
    """One claimed row with its message and its place in the account's ledger."""

    delivery: Delivery
    envelope: Envelope
    ticket: Ticket


@dataclass(frozen=True, slots=True)
class Said:
    """The root of what a connection says."""

    connection: int
    job: Job


@dataclass(frozen=True, slots=True)
class Answered(Said):
    """The server's last word."""

    reply: Reply
    committed: bool


@dataclass(frozen=True, slots=True)
class Lost(Said):
    """The session broke."""

    phase: Phase
    detail: str
    committed: bool


@dataclass(frozen=True, slots=True)
class Kept(Said):
    """The row was not sent: a halt, or (`withheld`) the intent was not granted."""

    withheld: bool = False
    committed: bool = False
    """The intent is on the disk, though nothing of the message can have left."""


@dataclass(frozen=True, slots=True)
class NotConnected(Said):
    """No session could be opened; the row was not touched."""

    error: ConnectError


@dataclass(frozen=True, slots=True)
class Connected(Said):
    """A session is open."""

    capabilities: Capabilities


@dataclass(frozen=True, slots=True)
class Broken(Said):
    """A bug: an error nobody expected. It ends the run and goes to the crash report."""

    error: BaseException
    committed: bool


def connect_error(error: KnownError) -> ConnectError:
    """Why there is no session; where the keyring gives no secret, trying again unchanged cannot help."""
    if isinstance(error, ConnectError):
        return error
    return ConnectError(error.title, remedy=error.remedy, code=error.code, permanent=True)


class Connection(threading.Thread):
    """One thread, one session, one job at a time."""

    def __init__(
        self,
        number: int,
        *,
        transports: Callable[[], Transport],
        intend: Callable[[Delivery, int], bool],
        inbox: SimpleQueue[Said | None],
        halt: threading.Event,
        clock: Clock,
        messages_per_session: int,
    ) -> None:
        super().__init__(name=f"connection-{number}", daemon=True)
        self.number = number
        self.jobs: SimpleQueue[Job | None] = SimpleQueue()
        self.settled: SimpleQueue[None] = SimpleQueue()
        """One token for each report the coordinator has dealt with."""
        self._transports = transports
        self._transport: Transport | None = None
        self._aborted = threading.Event()
        self._intend = intend
        self._inbox = inbox
        self._halt = halt
        self._clock = clock
        self._messages_per_session = messages_per_session
        self._sent = 0
        self._last_use = 0.0
        self._committed = False
        self._unsettled = 0

    def run(self) -> None:
        """Work until the job None comes."""
        try:
            while (job := self.jobs.get()) is not None:
                self._inbox.put(self._work(job))
                self._unsettled += 1
        finally:
            self._leave()

    def abort(self) -> None:
        """Drop the session now, from another thread: a message past its last byte is then in doubt."""
        self._aborted.set()
        transport = self._transport
        if transport is not None:
            transport.abort()

    def _work(self, job: Job) -> Said:
        self._committed = False
        try:
            if self._halt.is_set():
                return Kept(self.number, job)
            return self._deliver(job)
        except Withheld:
            self._transport = None
            return Kept(self.number, job, withheld=True)
        except SessionLost as loss:
            self._transport = None
            return Lost(self.number, job, loss.phase, loss.detail, self._committed)
        except KnownError as error:
            # The server cannot be reached, or the keyring gives no secret: nothing about this row.
            self._transport = None
            refusal = connect_error(error)
            if refusal.permanent:
                self._halt.set()  # nobody else tries a password that was refused
            return NotConnected(self.number, job, refusal)
        except BaseException as error:  # noqa: BLE001 -- a thread's last resort: the coordinator raises it
            return Broken(self.number, job, error, self._committed)

    def _deliver(self, job: Job) -> Said:
        transport = self._session(job)

        def commit() -> bool:
            # The last message's result goes to the disk no later than this intent: one doubt at most a connection.
            while self._unsettled:
                self.settled.get()
                self._unsettled -= 1
            self._committed = self._intend(job.delivery, self.number)
            return self._committed

        reply = transport.send(job.envelope, commit)
        self._sent += 1
        self._last_use = self._clock.monotonic()
        if not transport.usable:
            self._leave()
        return Answered(self.number, job, reply, self._committed)

    def _session(self, job: Job) -> Transport:
        """The open session, or a new one where it is used up or stale."""
        used_up = self._messages_per_session and self._sent >= self._messages_per_session
        stale = self._clock.monotonic() - self._last_use > IDLE_LIMIT
        if self._transport is not None and (used_up or stale):
            self._leave()
        if self._transport is None:
            self._transport = self._transports()
            if self._aborted.is_set():
                self._transport.abort()
            capabilities = self._transport.connect()
            self._sent, self._last_use = 0, self._clock.monotonic()
            self._inbox.put(Connected(self.number, job, capabilities))
        return self._transport

    def _leave(self) -> None:
        if self._transport is not None:
            self._transport.close()
            self._transport = None
