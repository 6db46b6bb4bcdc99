"""The connection doctor as the faces use it: an examination that knows the provider."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from sendoff.core.account import Account, Route, SignIn
from sendoff.core.doctor import (
    WAITING,
    Diagnosis,
    Finding,
    Probe,
    ProbeFactory,
    Publish,
    StepResult,
    StepState,
    finding,
    told,
)
from sendoff.core.doctor_replies import sharpen
from sendoff.core.doctor_steps import Step
from sendoff.core.errors import InputError, KnownError
from sendoff.core.language import tr
from sendoff.core.ports import Clock, Transport, TransportFactory
from sendoff.core.provider import Preset
from sendoff.core.signin_ports import Vault
from sendoff.services.accounts import Accounts, proxy_name


class Doctor:
    """Examines accounts. Nothing is sent and nothing is changed."""

    def __init__(
        self, *, accounts: Accounts, vault: Vault, probes: ProbeFactory, transports: TransportFactory, clock: Clock
    ) -> None:
        self._accounts = accounts
        self._vault = vault  # where proxies' passwords are: never one that was given for the account
        self._probes = probes
        self._transports = transports
        self._clock = clock

    def examination(self, account: Account, secret: str | None = None, proxy_secret: str | None = None) -> Probe:
        """Prepare one run; a secret that is None is the kept one. `run` blocks, `abort` ends it from another thread."""
        typed = None if account.sign_in is SignIn.XOAUTH2 else secret  # nobody types a token

        def give() -> str:
            return self._accounts.secret(account) if typed is None else typed

        def give_proxy() -> str:
            return self._vault.get(proxy_name(account.id)) or "" if proxy_secret is None else proxy_secret

        probe: Probe
        if account.route is Route.SMTP:
            probe = self._probes(account, give, give_proxy, renew=partial(self._accounts.renewed, account))
        else:
            probe = _ApiProbe(account=account, secret=give, transports=self._transports, clock=self._clock)
        return _Sharpened(probe=probe, account=account, preset=self._preset(account))

    def _preset(self, account: Account) -> Preset:
        """The account's provider, or the one whose server it names."""
        every = self._accounts.presets()
        by_host = (one for one in every if any(account.host == endpoint.host for endpoint in one.endpoints))
        try:
            own = self._accounts.preset(account.preset)
        except InputError:
            own = self._accounts.preset("custom")
        return next(by_host, own) if own.id == "custom" else own


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sharpened:
    """A probe whose findings know the provider."""

    probe: Probe
    account: Account
    preset: Preset

    def run(self, publish: Publish) -> Diagnosis:
        found = self.probe.run(lambda result: publish(self._sharp(result)))
        return replace(found, steps=tuple(self._sharp(result) for result in found.steps))

    def abort(self) -> None:
        self.probe.abort()

    def _sharp(self, result: StepResult) -> StepResult:
        if result.finding is None:
            return result
        finding = sharpen(result.finding, self.account, self.preset)
        failed = result.state is StepState.FAILED
        return replace(result, finding=finding, found=finding.title if failed else result.found)


@dataclass(slots=True, kw_only=True)
class _ApiProbe:
    """The examination of a route without SMTP: one step, the sign-in."""

    account: Account
    secret: Callable[[], str]
    transports: TransportFactory
    clock: Clock
    _over: threading.Event = field(default_factory=threading.Event)
    """The connection is made, or nobody waits for it any more."""
    _stopped: bool = False
    _transport: Transport | None = None
    _connected: bool = False
    _found: Finding | None = None

    def run(self, publish: Publish) -> Diagnosis:
        publish(StepResult(step=Step.SIGN_IN, state=StepState.RUNNING, found=f"{tr(WAITING[Step.SIGN_IN])}…"))
        start = self.clock.monotonic()
        # In a thread of its own: nothing can wake a keyring, or the provider that renews a token.
        threading.Thread(target=self._connect, name="doctor-api", daemon=True).start()
        self._over.wait()
        found = finding("stopped", self.account) if self._stopped else self._found
        if not found and not self._connected:
            raise RuntimeError("the connecting thread ended early; its own error is the bug")
        result = StepResult(
            step=Step.SIGN_IN,
            state=StepState.FAILED if found else StepState.OK,
            seconds=self.clock.monotonic() - start,
            found=found.title if found else tr("Signed in as {username}.", username=self.account.username),
            finding=found,
        )
        publish(result)
        return Diagnosis(steps=(result,), transcript=f"* {result.found}")

    def abort(self) -> None:
        self._stopped = True
        if self._transport:
            self._transport.abort()
        self._over.set()

    def _connect(self) -> None:
        try:
            self._transport = transport = self.transports(self.account, self.secret)
            if self._stopped:
                return
            transport.connect()
            transport.close()
            self._connected = True
        except KnownError as error:
            self._found = told(error, self.account)
        finally:
            self._over.set()
