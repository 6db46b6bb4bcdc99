"""One session with an SMTP server: opened and closed here; messages go by a `voyage`, one at a time or in flight."""

from __future__ import annotations

import contextlib
import selectors
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from math import inf

from sendoff.adapters.network.lifeline import Lifeline
from sendoff.adapters.network.wakeful import wakeful_clock
from sendoff.adapters.smtp import dialogue, faults, opening, refusals, tls
from sendoff.adapters.smtp.flight import Flight
from sendoff.adapters.smtp.portal import network_instead
from sendoff.adapters.smtp.proxy import reach
from sendoff.adapters.smtp.signin import sign_in
from sendoff.adapters.smtp.voyage import Voyage
from sendoff.adapters.smtp.windowed import NEEDED, WindowedFlight
from sendoff.adapters.smtp.wire import Broken, Timeouts, Wire
from sendoff.core.account import Account, Security, SignIn, WireMode
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import ConnectError, Phase, SessionLost, Withheld
from sendoff.core.flight import Cut, Held, Settled, Sign
from sendoff.core.outcome import Reply

_ONLY = 1
"""The key of the one message that `send` has under way."""


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
        clock: Callable[[], float] = wakeful_clock,
    ) -> None:
        self._account = account
        self._secret = secret
        self._proxy_secret = proxy_secret
        self._timeouts = timeouts or Timeouts.for_steps(account.step_seconds)
        self._clock = clock
        self._wire: Wire | None = None
        self._lifeline = Lifeline()
        self._voyage: Voyage | None = None
        self._capabilities = Capabilities()

    @property
    def usable(self) -> bool:
        """Whether another message may be sent; False before `connect` and after any loss, 421, `close` or `abort`."""
        return self._wire is not None and not self._lifeline.is_cut()

    @property
    def capabilities(self) -> Capabilities:
        """What the server offered; empty before `connect`."""
        return self._capabilities

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
        if self._lifeline.is_cut():
            fault = faults.stopped(self._account)
        if fault is None:
            return self._capabilities
        self.drop()
        fault = network_instead(fault, self._account, self._lifeline.is_cut)
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
        return opening.capabilities(wire, greeting, offered)

    def _dial(self, context: ssl.SSLContext | None) -> Wire:
        connection = reach(self._account, self._proxy_secret, self._timeouts.connect, self._lifeline.is_cut)
        self._lifeline.hold(connection)
        self._wire = wire = Wire(self._account.host, connection, self._timeouts.greeting)
        if self._lifeline.is_cut():
            raise InterruptedError
        wire.local_hostname = opening.local_name(self._account, connection)
        if context and self._account.security is Security.TLS:
            wire.secure(context)
        return wire

    def _read_certificate(self, error: ssl.SSLCertVerificationError) -> Mapping[str, object]:
        """Look once more at a certificate that was refused for its name or date, to say which; empty if it fails."""
        self.drop()
        if not tls.needs_inspection(error) or self._lifeline.is_cut():
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
            raise SessionLost(Phase.IDLE, (self._voyage and self._voyage.ended) or "there is no session")
        if self._voyage is None:
            self._voyage = self._body_first(self._wire)
        settled = False
        try:
            reply = self._fly(self._voyage, envelope, commit)
            settled = self._voyage.usable
            return reply
        finally:
            if not settled:
                self.drop()

    def _fly(self, voyage: Voyage, envelope: Envelope, commit: Callable[[], bool]) -> Reply:
        """Drive one message to its end, waiting where the server is waited for."""
        voyage.give(_ONLY, envelope)
        signs = voyage.advance()
        with selectors.DefaultSelector() as selector:
            selector.register(voyage, selectors.EVENT_READ)
            while not signs or isinstance(signs[0], Held):
                signs = self._end(voyage, commit) if signs else self._wait(voyage, selector)
        match signs[0]:
            case Settled(reply=reply):
                return reply
            case Cut(phase=phase, detail=detail):
                raise SessionLost(phase, detail)
            case _:
                raise SessionLost(Phase.IDLE, voyage.ended)

    @staticmethod
    def _end(voyage: Voyage, commit: Callable[[], bool]) -> Sequence[Sign]:
        if not commit():
            raise Withheld
        return voyage.grant((_ONLY,), voyage.moment())

    @staticmethod
    def _wait(voyage: Voyage, selector: selectors.BaseSelector) -> Sequence[Sign]:
        selector.modify(voyage, selectors.EVENT_READ | (selectors.EVENT_WRITE if voyage.wants_write else 0))
        patience = voyage.deadline - time.monotonic()
        selector.select(None if patience == inf else max(patience, 0))
        return voyage.advance()

    def flight(self) -> Voyage:
        """The session from here on as one loop drives it; `send` is then not used any more."""
        if not self._wire:
            raise SessionLost(Phase.IDLE, "there is no session")
        if self._account.wire is WireMode.WINDOWED and self._capabilities.features >= NEEDED:
            return WindowedFlight(
                self._wire, self._capabilities, self._timeouts, window=self._account.window, clock=self._clock,
                aborted=self._lifeline.is_cut,
            )  # fmt: skip
        return self._body_first(self._wire)

    def _body_first(self, wire: Wire) -> Voyage:
        return Flight(
            wire, self._capabilities, self._timeouts, overlapped=self._account.wire is not WireMode.CAREFUL,
            clock=self._clock, aborted=self._lifeline.is_cut,
        )  # fmt: skip

    # --- ending --------------------------------------------------------------------------------------------------

    def close(self) -> None:
        wire = self._wire
        if wire and not self._lifeline.is_cut():
            with contextlib.suppress(Broken):
                wire.patience = self._timeouts.brief
                wire.docmd("QUIT")
        self.drop()

    def abort(self) -> None:
        self._lifeline.cut()

    def drop(self) -> None:
        """Let go of the connection without a word; what was not written stays unwritten."""
        wire, self._wire = self._wire, None
        self._lifeline.release()
        if wire:
            wire.sock.close()
