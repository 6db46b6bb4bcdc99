"""What the connection doctor says: steps, what each found, one cause, one remedy, and a fix that is data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sendoff.core.account import Account, ProxyKind, Route, Security
from sendoff.core.doctor_faults import BY_CODE
from sendoff.core.doctor_fixes import Fix, usual_fix
from sendoff.core.doctor_steps import Step
from sendoff.core.errors import KnownError
from sendoff.core.language import phrase, tr
from sendoff.core.said import said

USUAL_PORTS: Mapping[int, Security] = {
    465: Security.TLS, 587: Security.STARTTLS, 2525: Security.STARTTLS, 25: Security.STARTTLS,
}  # fmt: skip
"""The ports looked at beside the account's own, best first, and how each is usually protected."""
STEP_WORD = {
    Step.NAME: phrase("Name"),
    Step.TCP: phrase("Connection"),
    Step.PROXY: phrase("Proxy"),
    Step.GREETING: phrase("Greeting"),
    Step.TLS: phrase("Encryption"),
    Step.EHLO: phrase("Features"),
    Step.SIGN_IN: phrase("Sign-in"),
    Step.ENVELOPE: phrase("Sender and recipient"),
}
"""What each step is about, in a word: for tables and the command line."""
STEP_TASK = {
    Step.NAME: phrase("Find the server"),
    Step.TCP: phrase("Reach the server"),
    Step.PROXY: phrase("Go through the proxy"),
    Step.GREETING: phrase("Wait for its greeting"),
    Step.TLS: phrase("Encrypt the connection"),
    Step.EHLO: phrase("Ask what it can do"),
    Step.SIGN_IN: phrase("Sign in"),
    Step.ENVELOPE: phrase("Ask if it takes messages"),
}
"""What each step does, while it is not done."""
STEP_DONE = {
    Step.NAME: phrase("Found the server"),
    Step.TCP: phrase("Reached the server"),
    Step.PROXY: phrase("Went through the proxy"),
    Step.GREETING: phrase("The server greeted"),
    Step.TLS: phrase("Encrypted the connection"),
    Step.EHLO: phrase("Asked what it can do"),
    Step.SIGN_IN: phrase("Signed in"),
    Step.ENVELOPE: phrase("It takes messages from you"),
}
"""The same once it is done."""
WAITING = {
    Step.NAME: phrase("Looking up {host}"),
    Step.TCP: phrase("Connecting to {host} port {port}, and looking at the other usual ports"),
    Step.PROXY: phrase("Waiting for the proxy"),
    Step.GREETING: phrase("Waiting for {host} to say hello"),
    Step.TLS: phrase("Agreeing on encryption"),
    Step.EHLO: phrase("Asking what {host} can do"),
    Step.SIGN_IN: phrase("Signing in"),
    Step.ENVELOPE: phrase("Asking whether a message to yourself would be taken"),
}
"""What each step waits for."""


class StepState(StrEnum):
    """How far a step is."""

    PENDING = "pending"
    RUNNING = "running"
    OK = "ok"
    FAILED = "failed"
    SKIPPED = "skipped"
    WARNED = "warned"
    """It works, and there is something to know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One cause in a sentence, one remedy, and a fix where one is known."""

    code: str
    title: str
    remedy: str
    fix: Fix | None = None
    said: str = ""
    """The server's own words, where it said any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepResult:
    """A step as it stands now; `found` says what was found, or what it waits for."""

    step: Step
    state: StepState
    seconds: float = 0.0
    found: str = ""
    finding: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """All steps of one examination and the dialogue, without secrets."""

    steps: tuple[StepResult, ...]
    transcript: str = ""

    @property
    def ok(self) -> bool:
        """Whether no step failed."""
        return self.failure is None and all(one.state is not StepState.RUNNING for one in self.steps)

    @property
    def failure(self) -> StepResult | None:
        """The step that failed."""
        return next((one for one in self.steps if one.state is StepState.FAILED), None)

    @property
    def finding(self) -> Finding | None:
        """The cause of the failure, else the first thing worth knowing."""
        failed = self.failure or next((one for one in self.steps if one.state is StepState.WARNED), None)
        return failed.finding if failed else None

    @property
    def fix(self) -> Fix | None:
        """What the one button does."""
        return self.finding.fix if self.finding else None


def step_text(result: StepResult) -> str:
    """Say in plain words what a step does, or that it is done."""
    done = result.state in (StepState.OK, StepState.WARNED)
    return tr((STEP_DONE if done else STEP_TASK)[result.step])


Publish = Callable[[StepResult], None]


class Probe(Protocol):
    """An examination of one account; made for one run."""

    def run(self, publish: Publish) -> Diagnosis:
        """Take every step; each change of a step is published. Never raises for what a server does."""
        ...

    def abort(self) -> None:
        """End the run soon; may be called from another thread."""
        ...


class ProbeFactory(Protocol):
    """Makes a probe; each secret is asked for when it is needed.

    `renew` gives another token for the one a server refused; it raises ConnectError where none can be had.
    """

    def __call__(
        self,
        account: Account,
        secret: Callable[[], str],
        proxy_secret: Callable[[], str],
        *,
        renew: Callable[[str], str],
    ) -> Probe: ...


def steps_of(account: Account) -> tuple[Step, ...]:
    """The steps for this account, in the order in which they happen."""
    if account.route is not Route.SMTP:
        return (Step.SIGN_IN,)
    proxy = () if account.proxy.kind is ProxyKind.NONE else (Step.PROXY,)
    middle = (Step.TLS, Step.GREETING) if account.security is Security.TLS else (Step.GREETING, Step.TLS)
    return (Step.NAME, Step.TCP, *proxy, *middle, Step.EHLO, Step.SIGN_IN, Step.ENVELOPE)


def finding(code: str, account: Account, fix: Fix | None = None, **facts: object) -> Finding:
    """Make a finding of the table's sentences; its button is `fix`, else the usual one.

    Raises KeyError for a code or a fact that is missing.
    """
    fault = BY_CODE[code]
    known = {"host": account.host, "port": account.port, "user": account.username, **facts}
    return Finding(
        code=code,
        title=said(fault.title, **known),
        remedy=said(fault.remedy, **known),
        fix=fix or usual_fix(code, account),
        said=str(facts.get("said", "")),
    )


def told(error: KnownError, account: Account) -> Finding:
    """What a piece of the transport says, in its own words, with the button its fault usually has."""
    fix = usual_fix(error.code, account)
    return Finding(code=error.code or "other", title=error.title, remedy=error.remedy, fix=fix)
