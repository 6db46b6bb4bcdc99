"""One session with an SMTP server, and the two phases in which it sends: the body, the intent, then the dot.

Every line here serves one question: when the session breaks, is it certain that the server did not take
the message? It is, until the first byte of the final dot is handed to the operating system; from then on only
a reply can tell.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping

from sendoff.adapters.smtp import dialogue, faults, opening, refusals, tls
from sendoff.adapters.smtp.flight import Flight
from sendoff.adapters.smtp.proxy import reach
from sendoff.adapters.smtp.signin import sign_in
from sendoff.adapters.smtp.voyage import LONGEST_PAUSE, Voyage
from sendoff.adapters.smtp.windowed import NEEDED, WindowedFlight
from sendoff.adapters.smtp.wire import Broken, Cause, Timeouts, Wire, on_the_wire
from sendoff.core.account import Account, Security, SignIn, WireMode
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import ConnectError, Phase, SessionLost, Withheld
from sendoff.core.outcome import Reply, Stage, parse_reply

_BLOCK = 65_536
_REFUSED, _CLOSING = dialogue.REFUSED, dialogue.CLOSING


def _wakeful_clock() -> float:
    """Seconds that never go back and go on while the machine sleeps, where the system has such a clock."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class SmtpTransport:
    """The `Transport` over SMTP. One session: once it is lost or closed, make another. Only `abort` is thread-safe.

    `secret` gives the password, or the access token where the account signs in by XOAUTH2; a refused token raises
    ConnectError with code `token_refused`, after which the caller may refresh it once and connect anew. `proxy_secret`
    gives the proxy's password.
    """

    def __init__(
        self,
        account: Account,
        secret: Callable[[], str],
        *,
        proxy_secret: Callable[[], str] = str,
        timeouts: Timeouts | None = None,
        clock: Callable[[], float] = _wakeful_clock,
    ) -> None:
        self._account = account
        self._secret = secret
        self._proxy_secret = proxy_secret
        self._timeouts = timeouts or Timeouts.for_steps(account.step_seconds)
        self._clock = clock
        self._wire: Wire | None = None
        self._handle: socket.socket | None = None
        self._handle_lock = threading.Lock()
        self._aborted = False
        self._phase = Phase.IDLE
        self._owes_reset = False
        self._capabilities = Capabilities()
        self._messages_sent = 0
        self._last_used = 0.0

    @property
    def usable(self) -> bool:
        """Whether another message may be sent; False before `connect` and after any loss, 421, `close` or `abort`."""
        return self._wire is not None and not self._aborted

    @property
    def capabilities(self) -> Capabilities:
        """What the server offered; empty before `connect`."""
        return self._capabilities

    @property
    def messages_sent(self) -> int:
        """Messages that were handed over whole in this session, whatever the answer."""
        return self._messages_sent

    @property
    def last_used(self) -> float:
        """When the server last answered, in seconds of `time.monotonic`."""
        return self._last_used

    # --- opening -------------------------------------------------------------------------------------------------

    def connect(self) -> Capabilities:
        fault: ConnectError | None = None
        try:
            self._capabilities = self._open()
        except ConnectError as error:
            fault = error
        except ssl.SSLCertVerificationError as error:
            fault = tls.bad_certificate(self._account, error, self._read_certificate(error))
        except faults.REPORTED as error:
            fault = faults.explain(error, self._account, self._timeouts)
        except BaseException:
            self.drop()
            raise
        if self._aborted:
            fault = faults.stopped(self._account)
        if fault is None:
            return self._capabilities
        self.drop()
        # Raised here, with no chain and no old traceback: neither leads to a frame that holds the secret.
        fault.__cause__ = fault.__context__ = None
        raise fault.with_traceback(None)

    def _open(self) -> Capabilities:
        context = None if self._account.security is Security.NONE else tls.client_context(self._account)
        wire = self._dial(context)
        greeting = opening.greet(wire, self._account)
        opening.protect(wire, self._account, context)
        offered = opening.sign_in_offers(wire)
        if self._account.username and self._account.sign_in is not SignIn.NONE:
            secret = self._secret()
            if not secret:
                raise refusals.secret_missing(self._account)
            sign_in(wire, self._account, secret, offered)
        self._last_used = time.monotonic()
        return opening.capabilities(wire, greeting, offered)

    def _dial(self, context: ssl.SSLContext | None) -> Wire:
        connection = reach(self._account, self._proxy_secret, self._timeouts.connect, lambda: self._aborted)
        with self._handle_lock:
            # A second handle on the same connection: `abort` can shut it down while TLS wraps or reads the first.
            self._handle = connection.dup()
        self._wire = wire = Wire(self._account.host, connection, self._timeouts.greeting)
        if self._aborted:
            raise InterruptedError
        wire.local_hostname = opening.local_name(self._account, connection)
        if context and self._account.security is Security.TLS:
            wire.secure(context)
        return wire

    def _read_certificate(self, error: ssl.SSLCertVerificationError) -> Mapping[str, object]:
        """Look once more at a certificate that was refused for its name or date, to say which; empty if it fails."""
        self.drop()
        if not tls.needs_inspection(error) or self._aborted:
            return {}
        with contextlib.suppress(ConnectError, *faults.REPORTED):
            context = tls.inspection_context(self._account)
            wire = self._dial(context)
            if self._account.security is Security.STARTTLS:
                opening.greet(wire, self._account)
                opening.protect(wire, self._account, context)
            return wire.certificate()
        return {}

    # --- sending -------------------------------------------------------------------------------------------------

    def send(self, envelope: Envelope, commit: Callable[[], bool]) -> Reply:
        if refusal := dialogue.refused_here(envelope, self._capabilities):
            return refusal
        if not self.usable or not self._wire:
            self.drop()
            raise SessionLost(Phase.IDLE, "there is no session")
        settled = False
        self._phase = Phase.IDLE
        try:
            reply = self._transact(self._wire, envelope, commit)
            settled = reply.code != _CLOSING
            self._last_used = time.monotonic()
            return reply
        except Broken as loss:
            raise SessionLost(self._phase, "stopped" if self._aborted else loss.detail) from loss
        finally:
            if not settled:
                self.drop()

    def _transact(self, wire: Wire, envelope: Envelope, commit: Callable[[], bool]) -> Reply:
        if wire.spoke():
            wire.patience = self._timeouts.brief
            code, words = wire.getreply()
            raise Broken(Cause.CLOSED, f"the server ended the session: {parse_reply(Stage.MAIL, code, words)}")
        self._phase = Phase.ENVELOPE
        if refusal := self._envelope(wire, envelope):
            return refusal
        self._phase = Phase.BODY
        if refusal := self._body(wire, on_the_wire(envelope.content)) or self._early_refusal(wire):
            return refusal
        if not commit():
            raise Withheld
        granted_at = self._clock()
        # The commit may have taken long: whatever the server said or did meanwhile is still a certain "no".
        if refusal := self._early_refusal(wire):
            return refusal
        wire.patience = self._timeouts.data_block
        if self._clock() - granted_at > LONGEST_PAUSE:
            raise Broken(Cause.TIMEOUT, "this computer paused between the intent and the end of the message")
        if self._aborted:
            raise Broken(Cause.CLOSED, "stopped")
        self._phase = Phase.COMMITTED
        return self._end(wire)

    def _envelope(self, wire: Wire, envelope: Envelope) -> Reply | None:
        """Say MAIL, RCPT and DATA, in one write where the server offers PIPELINING; return the first refusal."""
        commands = dialogue.commands(envelope, self._capabilities.features, reset=self._owes_reset)
        self._owes_reset = False
        pipelined = "PIPELINING" in self._capabilities.features
        for batch in [commands] if pipelined else [[command] for command in commands]:
            wire.patience = self._timeouts.command
            wire.send(b"".join(line for _, line in batch))
            if refusal := self._answers(wire, [stage for stage, _ in batch]):
                self._owes_reset = True
                return refusal
        return None

    def _answers(self, wire: Wire, stages: list[Stage | None]) -> Reply | None:
        """Read one reply for each command of a batch; None stands for RSET. Return the first refusal."""
        refusal: Reply | None = None
        refused: set[Stage | None] = set()
        for stage in stages:
            wire.patience = self._timeouts.data_start if stage is Stage.DATA else self._timeouts.command
            try:
                code, words = wire.getreply()
                dialogue.demand(dialogue.answers_to(stage, code), code, words)
            except Broken:
                if refusal is None:
                    raise
                self.drop()  # the refusal is certain already; only the session is over
                return refusal
            if stage is not None and code >= _REFUSED:
                refused.add(stage)
                refusal = refusal or parse_reply(stage, code, words)
                if code == _CLOSING:
                    self.drop()
                    return refusal
            elif stage is Stage.DATA and refusal:
                self._leave_data(wire, rcpt_refused=Stage.RCPT in refused)
        return refusal

    def _leave_data(self, wire: Wire, *, rcpt_refused: bool) -> None:
        """Get out of a 354 that a pipelined DATA was given although the message was refused (RFC 2920 3.1).

        An empty message may be ended only where the recipient was refused: it has nobody to go to, so even a
        careless server that says 250 to it delivers nothing, and its answer does not matter. Where MAIL was refused
        but RCPT was not, a careless server could deliver an empty message; there the connection is dropped instead.
        """
        if not rcpt_refused:
            self.drop()
            return
        try:
            wire.patience = self._timeouts.greeting
            wire.send(b"\r\n.\r\n")
            wire.getreply()
        except Broken:
            self.drop()

    def _body(self, wire: Wire, body: bytes) -> Reply | None:
        """Send everything but the dot; return a refusal that came before it was asked for."""
        view = memoryview(body)
        for start in range(0, len(body), _BLOCK):
            if start and (refusal := self._early_refusal(wire)):
                return refusal
            try:
                wire.patience = self._timeouts.data_block
                wire.send(view[start : start + _BLOCK])
            except Broken:
                # Servers say why before they hang up; the reason is still waiting to be read.
                if refusal := self._early_refusal(wire):
                    return refusal
                raise
        return None

    def _early_refusal(self, wire: Wire) -> Reply | None:
        """Read a refusal that came before the dot, and end the session: the server will not take this message."""
        if not wire.spoke():
            return None
        wire.patience = self._timeouts.brief
        code, words = wire.getreply()
        dialogue.demand(code >= _REFUSED, code, words)  # nobody can accept what is not finished
        self.drop()
        return parse_reply(Stage.END, code, words)

    def _end(self, wire: Wire) -> Reply:
        """Hand over the dot and wait for the answer; from the first byte on, only the answer can tell."""
        try:
            wire.send_dot()
        except Broken as loss:
            if loss.untouched:
                self._phase = Phase.BODY
            raise
        self._messages_sent += 1
        wire.patience = self._timeouts.end
        code, words = wire.getreply()
        dialogue.demand(dialogue.answers_to(Stage.END, code), code, words)
        return parse_reply(Stage.END, code, words)

    def flight(self) -> Voyage:
        """The session from here on as one loop drives it; `send` is then not used any more."""
        if not self._wire:
            raise SessionLost(Phase.IDLE, "there is no session")
        mode, account, offered = self._account.wire, self._account, self._capabilities
        if mode is WireMode.WINDOWED and offered.features >= NEEDED:
            return WindowedFlight(
                self._wire, offered, self._timeouts, window=account.window, clock=self._clock,
                aborted=lambda: self._aborted,
            )  # fmt: skip
        return Flight(
            self._wire, offered, self._timeouts, overlapped=mode is not WireMode.CAREFUL, clock=self._clock,
            aborted=lambda: self._aborted,
        )  # fmt: skip

    # --- ending --------------------------------------------------------------------------------------------------

    def close(self) -> None:
        wire = self._wire
        if wire and not self._aborted:
            with contextlib.suppress(Broken):
                wire.patience = self._timeouts.brief
                wire.docmd("QUIT")
        self.drop()

    def abort(self) -> None:
        self._aborted = True
        with self._handle_lock:
            if self._handle:
                _shut(self._handle)

    def drop(self) -> None:
        """Let go of the connection without a word; what was not written stays unwritten."""
        wire, self._wire = self._wire, None
        with self._handle_lock:
            handle, self._handle = self._handle, None
        if handle:
            _shut(handle)
            handle.close()
        if wire:
            wire.sock.close()


def _shut(handle: socket.socket) -> None:
    with contextlib.suppress(OSError):
        handle.shutdown(socket.SHUT_RDWR)
