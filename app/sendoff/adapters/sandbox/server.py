"""The sandbox server: SMTP on 127.0.0.1 that takes every message, with any sign-in or none, and delivers nothing."""

from __future__ import annotations

import asyncio
import errno
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from sendoff.adapters.sandbox.faults import USUAL, Faults
from sendoff.adapters.sandbox.keeping import Keeping
from sendoff.adapters.sandbox.mailbox import Mailbox
from sendoff.adapters.sandbox.shelf import Received, Shelf
from sendoff.core.errors import InputError, StorageError
from sendoff.core.language import tr
from sendoff.core.rehearsal import SandboxRule
from sendoff.core.rehearsal_rules import RuleBook
from sendoff.core.system_words import system_words

HOST = "127.0.0.1"
_SIZE = 25 << 20
"""Largest message in bytes, as EHLO says (RFC 1870)."""
_BACKLOG = 100


class SandboxServer:
    """A server in a thread of its own; a context manager that starts and stops it.

    `port` 0 takes a free one. `delay`: seconds each message takes. `folder`: where each message is also written
    as an .eml file. `keep`: how many messages stay in memory. `shelf`: where the last ones are kept over restarts.
    `on_message` is called from the server's thread.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        delay: float = 0,
        faults: Faults | None = None,
        folder: Path | None = None,
        keep: int = 1000,
        shelf: Shelf | None = None,
        on_message: Callable[[Received], None] | None = None,
    ) -> None:
        self.port = port
        self.refused = 0
        """Recipients refused so far."""
        self._folder = folder
        self._on_message = on_message
        self._lost: StorageError | None = None
        try:
            self._mailbox = Mailbox(keep, folder, shelf)
        except StorageError as error:
            self._lost = error
            self._mailbox = Mailbox(keep, folder)
        self._keeping = Keeping(self._mailbox.save)
        faults = replace(faults or Faults(rules=()), tried=self._mailbox.put_off)
        self._handler = _Handler(self, self._mailbox, delay, faults, self._hear)
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping: asyncio.Event | None = None

    @property
    def url(self) -> str:
        """What `--smtp` takes."""
        return f"smtp://{HOST}:{self.port}?security=none"

    @property
    def refusing(self) -> bool:
        """Whether some addresses are refused."""
        return bool(self._handler.faults.rules)

    def refuse(self, *, on: bool) -> None:
        """Refuse the usual addresses from now on, or none; may be said at any time."""
        if on != self.refusing:
            self._handler.faults = replace(self._handler.faults, rules=USUAL if on else ())

    def answer(self, rules: Sequence[SandboxRule]) -> None:
        """Do from now on to addresses what these rules say, also where it refuses nobody else."""
        self._handler.faults = replace(self._handler.faults, own=RuleBook(rules))

    @property
    def trouble(self) -> StorageError | None:
        """Why messages are not kept; None where they are, or need not be."""
        return self._lost or self._keeping.trouble

    @property
    def count(self) -> int:
        """Messages taken since it was emptied, or begun."""
        return self._mailbox.count

    @property
    def last(self) -> int:
        """The number of the newest message; numbers are never used again."""
        return self._mailbox.last

    @property
    def received(self) -> list[Received]:
        """A line for each of the last 100,000 messages, oldest first; after a restart for those that were kept."""
        return self._mailbox.received()

    def forget(self, address: str) -> int:
        """Take away whatever went to an address or names it, also where it is kept. Raises StorageError."""
        return self._mailbox.forget(address)

    def empty(self, up_to: int) -> None:
        """Take away every message up to the one of this number, also where they are kept. Raises StorageError."""
        self._mailbox.empty(up_to)

    def messages(self) -> list[bytes]:
        """The last messages as they came, oldest first."""
        return self._mailbox.messages()

    def message(self, number: int) -> bytes | None:
        """The message of this number as it came, the first is 1; None where it is kept no longer."""
        return self._mailbox.message(number)

    def start(self) -> Self:
        """Listen; returns when connections are taken. Raises InputError (port), StorageError (folder)."""
        if self._folder is not None:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StorageError(
                    tr("{folder} cannot be used: {strerror}.", folder=self._folder, strerror=system_words(error)),
                    remedy=tr("Name another."),
                ) from error
        listener = _listen(self.port)
        self.port = listener.getsockname()[1]
        ready = threading.Event()
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._serve(listener, ready)), name="sandbox", daemon=True
        )
        self._thread.start()
        self._keeping.start()
        ready.wait()
        return self

    def stop(self) -> None:
        """Drop all connections, free the port and keep what is to be kept; does nothing where it is not running."""
        if self._thread is None or self._loop is None or self._stopping is None:
            return
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()
        self._thread = None
        self._keeping.stop()

    def note_refusal(self) -> None:
        """Count a refused recipient, and keep who was put off."""
        self.refused += 1
        self._keeping.came()

    def _hear(self, received: Received) -> None:
        self._keeping.came()
        if self._on_message is not None:
            self._on_message(received)

    def serve_forever(self, stop: threading.Event | None = None) -> None:
        """Serve until `stop` is set or the person presses Ctrl+C. Raises as `start`."""
        ended = stop or threading.Event()
        with self:
            try:
                # A wait without a limit would not see Ctrl+C on Windows.
                while not ended.wait(0.5):
                    pass
            except KeyboardInterrupt:
                return

    async def _serve(self, listener: socket.socket, ready: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        self._stopping = asyncio.Event()
        server = await self._loop.create_server(lambda: _Connection(self._handler), sock=listener)
        ready.set()
        await self._stopping.wait()
        # The end of the loop cancels each connection's task, which closes its connection.
        server.close()

    def __enter__(self) -> Self:
        return self if self._thread is not None else self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Connection(SMTP):
    """One connection."""

    def __init__(self, handler: _Handler) -> None:
        super().__init__(
            handler,
            data_size_limit=_SIZE,
            enable_SMTPUTF8=True,
            # Else each connection would look this computer's name up.
            hostname="localhost",
            ident="Sendoff sandbox: nothing leaves this computer",
            auth_require_tls=False,
            authenticator=_anyone,
            loop=asyncio.get_running_loop(),
        )

    def drop(self) -> None:
        """Close without an answer."""
        if isinstance(self.transport, asyncio.WriteTransport):
            self.transport.abort()


class _Handler:
    """What happens at RCPT and DATA."""

    def __init__(
        self,
        server: SandboxServer,
        mailbox: Mailbox,
        delay: float,
        faults: Faults,
        on_message: Callable[[Received], None],
    ) -> None:
        self._server = server
        self._mailbox = mailbox
        self._delay = delay
        self.faults = faults
        self._on_message = on_message

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd's name
        self, _smtp: _Connection, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if reply := self.faults.refusal(address):
            self._server.note_refusal()
            return reply
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 Recipient ok"

    async def handle_DATA(self, smtp: _Connection, _session: Session, envelope: Envelope) -> str:  # noqa: N802 -- likewise
        if self._delay:
            await asyncio.sleep(self._delay)
        for recipient in envelope.rcpt_tos:
            try:
                received = self._mailbox.add(_now(), envelope.mail_from or "", recipient, _content(envelope))
            except OSError as error:
                return f"452 4.3.1 The sandbox cannot write the message: {error.strerror}"
            self._on_message(received)
        if any(map(self.faults.loses_answer, envelope.rcpt_tos)):
            smtp.drop()
            # The loss of the connection cancels this wait.
            await asyncio.sleep(1)
        return f"250 2.0.0 Taken by the sandbox as {self._mailbox.count}"


def _now() -> int:
    return time.time_ns() // 1_000_000


def _content(envelope: Envelope) -> bytes:
    content = envelope.content
    return content if isinstance(content, bytes) else (content or "").encode()


def _anyone(*_: Any) -> AuthResult:
    return AuthResult(success=True)


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        # On Windows this option would let two programs share the port.
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen(_BACKLOG)
    except (OSError, OverflowError) as error:
        listener.close()
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        why = tr("is in use by another program") if taken else tr("cannot be used")
        raise InputError(
            tr("Port {port} {why}.", port=port, why=why), remedy=tr("Choose another one, or 0 for any."), code="port"
        ) from error
    return listener
