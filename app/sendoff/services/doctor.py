"""The connection doctor as the faces use it: an examination that knows the provider."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

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
    browser_sign_in,
)
from sendoff.core.doctor_replies import sharpen
from sendoff.core.doctor_steps import Step
from sendoff.core.errors import InputError, KnownError
from sendoff.core.ports import Clock, TransportFactory, Vault
from sendoff.core.provider import Preset
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
            probe = self._probes(account, give, give_proxy)
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

    def run(self, publish: Publish) -> Diagnosis:
        publish(StepResult(step=Step.SIGN_IN, state=StepState.RUNNING, found=f"{WAITING[Step.SIGN_IN]}…"))
        start = self.clock.monotonic()
        result = self._signed_in()
        result = replace(result, seconds=self.clock.monotonic() - start)
        publish(result)
        return Diagnosis(steps=(result,), transcript=f"* {result.found}")

    def abort(self) -> None:
        """A request is short; its answer is not waited for."""

    def _signed_in(self) -> StepResult:
        try:
            transport = self.transports(self.account, self.secret)
            transport.connect()
            transport.close()
        except KnownError as error:
            fix = browser_sign_in(self.account)
            found = Finding(code=error.code or "other", title=error.title, remedy=error.remedy, fix=fix)
            return StepResult(step=Step.SIGN_IN, state=StepState.FAILED, found=error.title, finding=found)
        return StepResult(step=Step.SIGN_IN, state=StepState.OK, found=f"Signed in as {self.account.username}.")
