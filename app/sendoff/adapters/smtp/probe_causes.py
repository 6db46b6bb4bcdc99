"""From what the network, TLS, the dialogue or the transport's pieces raise in a step to its one cause."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Mapping
from dataclasses import dataclass

from sendoff.adapters.smtp import faults
from sendoff.adapters.smtp.probe_network import Nature, is_web
from sendoff.adapters.smtp.probe_wire import ProbeWire, Transcript
from sendoff.adapters.smtp.wire import Broken, Cause, Timeouts
from sendoff.adapters.smtp.wire import reason as reason_of
from sendoff.core.account import Account, Security
from sendoff.core.doctor import Finding, StepState, finding, told
from sendoff.core.doctor_fixes import use_best, use_server
from sendoff.core.doctor_replies import greeting_finding
from sendoff.core.doctor_steps import Step
from sendoff.core.errors import KnownError
from sendoff.core.outcome import Reply, Stage

_RELAY_PORT, _CLOSING = 25, 421
_TOO_OLD = frozenset({"UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION", "NO_PROTOCOLS_AVAILABLE"})
_CUT_OFF = frozenset({"UNEXPECTED_EOF_WHILE_READING"})


class FaultError(Exception):
    """A step ends with this finding."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.title)
        self.found = found


@dataclass(frozen=True, slots=True)
class StepEnd:
    """How a step ended that did not fail."""

    found: str
    state: StepState = StepState.OK
    finding: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Causes:
    """What is known when a step ends: the account, the other ports that answered, and the dialogue so far."""

    account: Account
    answered: Mapping[int, Security]
    transcript: Transcript
    wire: ProbeWire | None = None

    @property
    def _last(self) -> Reply:
        return self.wire.last if self.wire else Reply(Stage.CONNECT, 0)

    @property
    def _seconds(self) -> str:
        return f"{self.account.step_seconds:g}"

    def unreachable(self, error: OSError) -> Finding:
        """No connection could be opened."""
        account = self.account
        if error.errno in faults.NO_ROUTE:
            return finding("offline", account)
        if fix := use_best(self.answered):
            if self._plain_here and account.port != _RELAY_PORT:
                fix = use_server(next(iter(self.answered)), Security.NONE)
                return finding("other_port_here", account, fix, other=fix.changes["port"])
            code = "port_25_blocked" if account.port == _RELAY_PORT else "other_port"
            return finding(code, account, fix, other=fix.changes["port"])
        if error.errno == errno.ECONNREFUSED:
            return finding("refused", account)
        if isinstance(error, TimeoutError | InterruptedError):
            return finding("timeout", account, seconds=self._seconds)
        return finding("closed", account)

    def handshake(self, error: ssl.SSLError) -> Finding:
        """TLS could not be agreed on, though both sides speak it."""
        reason = reason_of(error)
        if found := self._own_certificate(error):
            return found
        if reason in _TOO_OLD:
            return finding("tls_too_old", self.account)
        if not reason or reason in _CUT_OFF:
            return finding("closed", self.account)
        return finding("tls_failed", self.account, said=reason.replace("_", " ").lower())

    def no_tls(self, what: Nature, features: str) -> Finding:
        """The port does not begin with TLS; `features` is what it says to EHLO in the clear."""
        if what is Nature.WEB:
            return finding("captive_portal", self.account)
        if what is Nature.SMTP and "STARTTLS" not in features and self._plain_here:
            return finding("plain_here", self.account, use_server(self.account.port, Security.NONE))
        if what is Nature.SMTP and "STARTTLS" not in features:
            return finding("plain_only", self.account, use_best(self.answered))
        return finding("speaks_plain", self.account, use_server(self.account.port, Security.STARTTLS))

    def broke(self, error: OSError | UnicodeError, step: Step) -> Finding:
        """The dialogue, or the network below it, ended."""
        account, wire = self.account, self.wire
        cause = error.cause if isinstance(error, Broken) else None
        if cause is Cause.GARBAGE:
            said = self.transcript.clean(str(error))
            if is_web(said):
                return finding("captive_portal", account)
            return finding("not_smtp", account, said=said.partition(": ")[2])
        if cause is Cause.TIMEOUT or isinstance(error, TimeoutError):
            waited = wire.waits_for if wire else step.value
            return finding("step_timeout", account, waited=waited, seconds=self._seconds)
        if isinstance(error, Broken) and (found := self._own_certificate(error)):
            return found
        if self._last.code == _CLOSING:  # RFC 5321 3.8: it said why before it hung up
            return greeting_finding(account, self._last)
        return finding("closed", account)

    def _own_certificate(self, error: OSError) -> Finding | None:
        """The server wants a certificate from this computer, or does not like the one it was shown."""
        fault = faults.explain(error, self.account, Timeouts.for_steps(self.account.step_seconds))
        return self.told(fault) if fault.code == "client_cert_refused" else None

    def told(self, error: KnownError) -> Finding:
        """What the pieces of the transport say, in the doctor's own words where it has them."""
        account, code, said = self.account, error.code, str(self._last).rstrip(".")
        if code == "no_starttls" and self._plain_here:
            return finding("plain_here", account, use_server(account.port, Security.NONE))
        if code in {"no_starttls", "starttls_refused", "starttls_injection"}:
            return finding(code, account, use_best(self._begin_with_tls), said=said)
        if code == "local_name_refused":
            return finding(code, account, said=said)
        if code in {"greeting_refused", "greeting_later"}:
            return greeting_finding(account, self._last)
        return told(error, account)

    @property
    def _plain_here(self) -> bool:
        """Whether the server is on this computer, where nobody is on the way, and has no port that begins with TLS."""
        return self.account.is_here and not self._begin_with_tls

    @property
    def _begin_with_tls(self) -> Mapping[int, Security]:
        return {port: security for port, security in self.answered.items() if security is Security.TLS}
