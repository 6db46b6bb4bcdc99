"""The connection doctor's examination over SMTP: step by step, live, cancellable, and nothing is sent."""

from __future__ import annotations

import contextlib
import socket
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sendoff.adapters.smtp import opening, tls
from sendoff.adapters.smtp.probe_causes import Causes, FaultError, StepEnd
from sendoff.adapters.smtp.probe_certificate import certificate_finding, day_text, names_text, time_in
from sendoff.adapters.smtp.probe_line import ProbeLine
from sendoff.adapters.smtp.probe_network import Nature, OtherPorts, Resolve, addresses, nature, resolve
from sendoff.adapters.smtp.probe_portal import NOWHERE, answers_for_all
from sendoff.adapters.smtp.probe_wire import ProbeWire, Transcript, short_address
from sendoff.adapters.smtp.proxy import in_force
from sendoff.adapters.smtp.signin import sign_in
from sendoff.adapters.smtp.wire import Broken, Cause, reason, speaks_plain
from sendoff.core.account import Account, Security, SignIn
from sendoff.core.doctor import (
    USUAL_PORTS,
    WAITING,
    Diagnosis,
    Finding,
    Publish,
    StepResult,
    StepState,
    finding,
    steps_of,
)
from sendoff.core.doctor_fixes import Fix, own_address, use_server
from sendoff.core.doctor_replies import envelope_finding, greeting_finding, sign_in_finding
from sendoff.core.doctor_steps import Step
from sendoff.core.errors import ConnectError, KnownError
from sendoff.core.language import digits, tr
from sendoff.core.outcome import Stage, parse_reply

_REFUSED, _READY, _SMALL = 400, 220, 10_000_000
_SLOW_GREETING, _SILENCE = 5.0, 2.0
_SHOWN_AT = {
    "local_name_refused": Step.EHLO,  # also said to the EHLO before STARTTLS
    "bad_local_name": Step.EHLO,
    "proxy_unsupported": Step.PROXY,
}
"""Where a fault belongs that may come up earlier."""


class SmtpProbe:
    """The `Probe` over SMTP. One run; only `abort` is thread-safe."""

    def __init__(
        self,
        account: Account,
        secret: Callable[[], str],
        proxy_secret: Callable[[], str] = str,
        *,
        now: Callable[[], int],
        ports: Mapping[int, Security] = USUAL_PORTS,
        ask: Resolve = resolve,
        renew: Callable[[str], str] = str,
        nowhere: str = NOWHERE,
    ) -> None:
        self._account = account
        self._secret = secret
        self._ports = {port: security for port, security in ports.items() if port != account.port}
        self._ask = ask
        self._now = now
        self._renew = renew
        self._nowhere = nowhere
        self._transcript = Transcript()
        self._line = ProbeLine(account, proxy_secret, self._transcript)
        self._others = OtherPorts((), {}, self._line.stopped)
        self._server_time: datetime | None = None
        self._take: Mapping[Step, Callable[[], StepEnd]] = {
            Step.NAME: self._name,
            Step.TCP: self._tcp,
            Step.PROXY: self._proxy,
            Step.GREETING: self._greeting,
            Step.TLS: self._tls,
            Step.EHLO: self._ehlo,
            Step.SIGN_IN: self._sign_in,
            Step.ENVELOPE: self._envelope,
        }

    def abort(self) -> None:
        self._line.abort()

    def run(self, publish: Publish) -> Diagnosis:
        steps = steps_of(self._account)
        done: dict[Step, StepResult] = {}

        def tell(result: StepResult) -> None:
            done[result.step] = result
            publish(result)

        try:
            for step in steps:
                if not self._step(step, tell):
                    break
            else:
                self._line.goodbye()
        finally:
            self._line.drop()
        for step in steps:
            if step not in done:
                tell(StepResult(step=step, state=StepState.SKIPPED, found=tr("Not reached.")))
        return Diagnosis(steps=tuple(done[step] for step in steps), transcript=str(self._transcript))

    def _step(self, step: Step, tell: Publish) -> bool:
        """Take one step; say whether the next one follows."""
        start = time.monotonic()
        self._line.give_time()
        waiting = tr(WAITING[step], host=self._account.host, port=self._account.port)
        tell(StepResult(step=step, state=StepState.RUNNING, found=f"{waiting}…"))
        end, fault = self._tried(step)
        seconds = time.monotonic() - start
        if self._line.stopped():
            fault = finding("stopped", self._account)
        if fault is None:
            tell(StepResult(step=step, state=end.state, seconds=seconds, found=end.found, finding=end.finding))
            return True
        self._transcript.note("*", fault.title)
        if (belongs := _SHOWN_AT.get(fault.code, step)) is not step:
            tell(StepResult(step=step, state=StepState.SKIPPED, found=tr("Not reached.")))
            step = belongs
        tell(StepResult(step=step, state=StepState.FAILED, seconds=seconds, found=fault.title, finding=fault))
        return False

    def _tried(self, step: Step) -> tuple[StepEnd, Finding | None]:
        try:
            return self._take[step](), None
        except FaultError as error:
            return StepEnd(""), error.found
        except KnownError as error:
            return StepEnd(""), self._pin_changed(error) if error.code == "pin_changed" else self._causes().told(error)
        except ssl.SSLError as error:
            return StepEnd(""), self._handshake(error)
        except (OSError, UnicodeError) as error:
            connecting = self._line.wire is None and step in (Step.TCP, Step.PROXY)
            return StepEnd(""), self._causes().unreachable(error) if connecting and isinstance(error, OSError) else (
                self._causes().broke(error, step)
            )

    # --- the steps ----------------------------------------------------------------------------------------------------

    def _name(self) -> StepEnd:
        account, line = self._account, self._line
        line.via, _ = in_force(account)
        host, port = (line.via.host, line.via.port) if line.proxied else (account.host, account.port)
        try:
            line.addresses = addresses(host.strip("[]"), port, line.left(), line.stopped, self._ask)
        except TimeoutError:
            raise self._fault("name_slow", seconds=f"{account.step_seconds:g}") from None
        except socket.gaierror as error:
            raise self._fault("no_dns" if error.errno == socket.EAI_AGAIN else "no_such_host", host=host) from None
        except UnicodeError:
            raise self._fault("no_such_host", host=host) from None
        shown = ", ".join(line.addresses[:3]) + (", …" if len(line.addresses) > 3 else "")  # noqa: PLR2004 -- a line
        return StepEnd(f"{(tr('The proxy: ') if line.proxied else '')}{shown}.")

    def _tcp(self) -> StepEnd:
        account, line = self._account, self._line
        if line.proxied:
            return StepEnd(tr("The proxy makes the connection."), StepState.SKIPPED)
        self._others = OtherPorts(line.addresses, self._ports, line.stopped)
        self._others.start(line.left())
        start = time.monotonic()
        line.open()
        took = time.monotonic() - start
        also = ", ".join(str(port) for port in self._others.answered(min(0.3, line.left())))
        return StepEnd(
            tr("Port {port} answered in {took} ms", port=account.port, took=digits(f"{max(1000 * took, 1):.0f}"))
            + (tr("; so do {also}", also=also) if also else "")
            + "."
        )

    def _proxy(self) -> StepEnd:
        via = self._line.via
        if not self._line.proxied:
            return StepEnd(tr("The system names no proxy."), StepState.SKIPPED)
        self._line.open()
        return StepEnd(
            tr("{host} port {port} connects to {host_2}.", host=via.host, port=via.port, host_2=self._account.host)
        )

    def _greeting(self) -> StepEnd:
        wire, start = self._line.live(), time.monotonic()
        if self._account.security is not Security.TLS and not self._line.speaks(min(_SILENCE, self._line.left() / 2)):
            self._explain_silence()
        try:
            code, words = wire.getreply()
        except Broken as error:
            if error.cause is Cause.TIMEOUT:
                raise self._fault("greeting_timeout", seconds=f"{self._account.step_seconds:g}") from None
            raise
        if code != _READY:
            raise FaultError(greeting_finding(self._account, wire.last))
        self._server_time = time_in(wire.last.text)
        took = time.monotonic() - start
        greeting = parse_reply(Stage.CONNECT, code, words).text
        if took > _SLOW_GREETING:
            slow = finding("greeting_slow", self._account, seconds=f"{took:.0f}")
            return StepEnd(greeting, StepState.WARNED, slow)
        return StepEnd(greeting)

    def _tls(self) -> StepEnd:
        wire, account = self._line.live(), self._account
        if account.security is Security.NONE:
            return StepEnd(tr("The account asks for no encryption."), StepState.SKIPPED)
        context = tls.client_context(account)
        if account.security is Security.TLS:
            wire.waits_for = tr("the start of TLS")
            wire.secure(context)
        else:
            opening.protect(wire, account, context)
        seen = tls.certificate_info(account, wire.der())
        cipher = wire.protection().partition(" ")[2]
        pinned = tr(", the one this account trusts") if account.pinned else ""
        until = tr(
            "until {not_after}, from {issuer}", not_after=day_text(seen.not_after), issuer=seen.issuer or "itself"
        )
        return StepEnd(
            tr(
                "{protocol}, certificate for {seen}{pinned}, {until}; {cipher}.",
                protocol=wire.protocol(),
                seen=names_text(seen),
                pinned=pinned,
                until=until,
                cipher=cipher,
            )
        )

    def _ehlo(self) -> StepEnd:
        wire, account = self._line.live(), self._account
        if account.security is not Security.STARTTLS:
            opening.protect(wire, account, None)
        found = opening.capabilities(wire, "", opening.sign_in_offers(wire))
        parts = [
            tr("messages up to {size} MB", size=digits(f"{found.size / 1000000.0:,.0f}"))
            if found.size
            else tr("no size limit named"),
            *([tr("addresses in every alphabet")] if "SMTPUTF8" in found.features else []),
            tr("ways to sign in: {auth}", auth=", ".join(found.auth)) if found.auth else tr("no sign-in offered"),
        ]
        warning = None
        if 0 < found.size < _SMALL:
            warning = finding("small_size", account, size=f"{found.size / 1e6:.1f}")
        if account.security is Security.NONE and wire.has_extn("starttls"):
            warning = finding("plain_though_tls", account, use_server(account.port, Security.STARTTLS))
        return StepEnd(" · ".join(parts), StepState.WARNED if warning else StepState.OK, warning)

    def _sign_in(self) -> StepEnd:
        wire, account = self._line.live(), self._account
        if not account.username or account.sign_in is SignIn.NONE:
            return StepEnd(tr("The account has no user name."), StepState.SKIPPED)
        offered = opening.sign_in_offers(wire)
        if not offered and account.security is Security.NONE and wire.has_extn("starttls"):
            raise self._fault("sign_in_needs_tls", use_server(account.port, Security.STARTTLS))
        secret = self._line.attend(self._secret)
        if not secret:
            raise self._fault("secret_missing")
        refusal = self._refused(wire, secret, offered)
        if refusal and refusal.code == "token_refused" and (fresh := self._line.attend(lambda: self._renew(secret))):
            self._transcript.note("*", "The token was renewed.")
            wire = self._line.open_anew()
            refusal = self._refused(wire, fresh, opening.sign_in_offers(wire))
        if refusal:
            raise FaultError(refusal)
        return StepEnd(
            tr(
                "Signed in as {username} ({mechanism}).",
                username=short_address(account.username),
                mechanism=wire.mechanism,
            )
        )

    def _refused(self, wire: ProbeWire, secret: str, offered: Sequence[str]) -> Finding | None:
        """Sign in; returns why not."""
        account = self._account
        self._transcript.hide(secret)
        try:
            sign_in(wire, account, secret, offered)
        except ConnectError as error:
            if error.code == "sign_in_unsupported":
                only = tr("; it knows {offered}", offered=", ".join(offered)) if offered else ""
                return finding("sign_in_unsupported", account, offered=only)
            if wire.refusal.code < _REFUSED:
                return self._causes().told(error)
            return sign_in_finding(account, replace(wire.refusal, stage=Stage.AUTH))
        return None

    def _envelope(self) -> StepEnd:
        wire, account = self._line.live(), self._account
        address = own_address(account)
        if not address or not address.isprintable() or (not address.isascii() and not wire.has_extn("smtputf8")):
            return StepEnd(tr("There is no address of your own to try."), StepState.SKIPPED)
        refused: Finding | None = None
        for stage, command, argument in (
            (Stage.MAIL, "MAIL", f"FROM:<{address}>"),
            (Stage.RCPT, "RCPT", f"TO:<{address}>"),
        ):
            code, _ = wire.docmd(command, argument)
            if code >= _REFUSED:
                refused = envelope_finding(account, replace(wire.last, stage=stage))
                break
        with contextlib.suppress(Broken):
            wire.docmd("RSET")
        if refused and refused.code != "greylisted":
            raise FaultError(refused)
        if refused:
            return StepEnd(refused.title, StepState.WARNED, refused)
        return StepEnd(
            tr("A message from {address} to itself would be taken; none was sent.", address=short_address(address))
        )

    # --- why it failed ------------------------------------------------------------------------------------------------

    def _fault(self, code: str, fix: Fix | None = None, **facts: object) -> FaultError:
        return FaultError(finding(code, self._account, fix, **facts))

    def _explain_silence(self) -> None:
        """A port that waits for TLS, and a web server, say nothing either; a slow mail server is neither."""
        what, _ = self._nature()
        if what is Nature.TLS:
            raise self._fault("waits_for_tls", use_server(self._account.port, Security.TLS))
        if what is Nature.WEB:
            raise self._fault("captive_portal")

    def _handshake(self, error: ssl.SSLError) -> Finding:
        if isinstance(error, ssl.SSLCertVerificationError):
            try:
                return self._untrusted(error)
            except (ConnectError, OSError):  # it cannot be read a second time
                said = getattr(error, "verify_message", "") or reason(error)
                return finding("bad_certificate", self._account, said=said)
        if speaks_plain(error):
            return self._causes().no_tls(*self._nature())
        return self._causes().handshake(error)

    def _untrusted(self, error: ssl.SSLError | None) -> Finding:
        """Look at the certificate over a connection of its own. Raises ConnectError, OSError."""
        account, line = self._account, self._line
        with closing(line.connect(line.left())) as connection:
            seen = tls.read_certificate(account, connection, line.left())
        now = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=self._now())
        found = certificate_finding(account, seen, error, now, self._server_time)
        if found.code != "antivirus" and not line.proxied and self._everywhere(seen):
            return finding("portal_certificate", account, names=names_text(seen))
        return found

    def _everywhere(self, seen: tls.CertificateInfo) -> bool:
        line = self._line
        return answers_for_all(
            self._account, seen, line.addresses,
            ask=self._ask, nowhere=self._nowhere, patience=line.left(), stopped=line.stopped,
        )  # fmt: skip

    def _pin_changed(self, error: KnownError) -> Finding:
        try:
            return self._untrusted(None)
        except (ConnectError, OSError):  # it cannot be read a second time
            return self._causes().told(error)

    def _nature(self) -> tuple[Nature, str]:
        return nature(self._account.host, self._line.connect, min(1.0, self._line.left()))

    def _causes(self) -> Causes:
        answered = self._others.answered(max(min(self._line.left(), 3.0), 0.3))
        return Causes(account=self._account, answered=answered, transcript=self._transcript, wire=self._line.wire)
