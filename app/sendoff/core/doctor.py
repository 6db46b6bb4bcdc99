"""What the connection doctor says: steps, what each found, one cause, one remedy, and a fix that is data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from sendoff.core.account import Account, ProxyKind, Route, Security, SignIn
from sendoff.core.doctor_faults import BY_CODE
from sendoff.core.doctor_steps import FixKind, Step
from sendoff.core.signin import BROWSER_PRESETS

SECURITY_WORD = {Security.TLS: "TLS", Security.STARTTLS: "STARTTLS", Security.NONE: "no encryption"}
USUAL_PORTS: Mapping[int, Security] = {
    465: Security.TLS, 587: Security.STARTTLS, 2525: Security.STARTTLS, 25: Security.STARTTLS,
}  # fmt: skip
"""The ports looked at beside the account's own, best first, and how each is usually protected."""
STEP_WORD = {
    Step.NAME: "Name",
    Step.TCP: "Connection",
    Step.PROXY: "Proxy",
    Step.GREETING: "Greeting",
    Step.TLS: "Encryption",
    Step.EHLO: "Features",
    Step.SIGN_IN: "Sign-in",
    Step.ENVELOPE: "Sender and recipient",
}

WAITING = {
    Step.NAME: "Looking up {host}",
    Step.TCP: "Connecting to {host} port {port}, and looking at the other usual ports",
    Step.PROXY: "Waiting for the proxy",
    Step.GREETING: "Waiting for {host} to say hello",
    Step.TLS: "Agreeing on encryption",
    Step.EHLO: "Asking what {host} can do",
    Step.SIGN_IN: "Signing in",
    Step.ENVELOPE: "Asking whether a message to yourself would be taken",
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
class Fix:
    """What one button does: a change of the account, or a page to open."""

    kind: FixKind
    label: str
    changes: Mapping[str, object] = field(default_factory=dict)
    url: str = ""
    """A page for the browser; then there are no changes."""

    @property
    def tests_again(self) -> bool:
        """Whether the test may follow at once. A name out of a certificate is looked at by a person first."""
        return self.kind is not FixKind.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One cause in a sentence, one remedy, and a fix where one is known."""

    code: str
    title: str
    remedy: str
    fix: Fix | None = None


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
    """Makes a probe; each secret is asked for when it is needed."""

    def __call__(self, account: Account, secret: Callable[[], str], proxy_secret: Callable[[], str]) -> Probe: ...


def steps_of(account: Account) -> tuple[Step, ...]:
    """The steps for this account, in the order in which they happen."""
    if account.route is not Route.SMTP:
        return (Step.SIGN_IN,)
    proxy = () if account.proxy.kind is ProxyKind.NONE else (Step.PROXY,)
    middle = (Step.TLS, Step.GREETING) if account.security is Security.TLS else (Step.GREETING, Step.TLS)
    return (Step.NAME, Step.TCP, *proxy, *middle, Step.EHLO, Step.SIGN_IN, Step.ENVELOPE)


def finding(code: str, account: Account, fix: Fix | None = None, **facts: object) -> Finding:
    """Make a finding of the table's sentences. Raises KeyError for a code or a fact that is missing."""
    fault = BY_CODE[code]
    known = {"host": account.host, "port": account.port, "user": account.username, **facts}
    return Finding(code=code, title=fault.title.format(**known), remedy=fault.remedy.format(**known), fix=fix)


def apply_fix(account: Account, fix: Fix) -> Account:
    """The account with what the fix changes."""
    changed: Account = replace(account, **fix.changes)  # type: ignore[arg-type]  # the makers below name real fields
    return changed


# --- the fixes --------------------------------------------------------------------------------------------------------


def use_server(port: int, security: Security) -> Fix:
    """Another port, with the protection that belongs to it."""
    label = f"Use port {port} with {SECURITY_WORD[security]}"
    return Fix(kind=FixKind.SERVER, label=label, changes={"port": port, "security": security})


def use_best(open_ports: Mapping[int, Security], unwanted: int = 0) -> Fix | None:
    """The best of the ports that answered."""
    port = next((one for one in open_ports if one != unwanted), None)
    return None if port is None else use_server(port, open_ports[port])


def use_host(name: str) -> Fix:
    """The server's own name."""
    return Fix(kind=FixKind.HOST, label=f"Use {name}", changes={"host": name})


def pin(sha256: str) -> Fix:
    """Trust this one certificate, and no other."""
    return Fix(kind=FixKind.PIN, label="Trust this certificate", changes={"pinned": sha256})


def choose_ca() -> Fix:
    """Choose a file of certificates; only a person knows which."""
    return Fix(kind=FixKind.CA_FILE, label="Choose a certificate file…")


def use_name(name: str) -> Fix:
    """Another user name."""
    return Fix(kind=FixKind.USERNAME, label=f"Use “{name}” as user name", changes={"username": name})


def send_from(account: Account) -> Fix | None:
    """Make From equal the login; the name of the sender stays."""
    login = account.username
    if "@" not in login or own_address(account).casefold() == login.casefold():
        return None
    shown, mark, _ = account.sender.rpartition("<")
    sender = f"{shown}<{login}>" if mark else login
    return Fix(kind=FixKind.SENDER, label=f"Send from {login}", changes={"sender": sender})


def one_connection(account: Account) -> Fix | None:
    """Fewer sessions side by side."""
    if account.connections == 1:
        return None
    return Fix(kind=FixKind.CONNECTIONS, label="Use one connection", changes={"connections": 1})


def introduce_as(account: Account) -> Fix | None:
    """Another name in EHLO: none of one's own, else the domain one sends from."""
    if account.local_name:
        return Fix(kind=FixKind.LOCAL_NAME, label="Leave the local name empty", changes={"local_name": ""})
    domain = own_address(account).rpartition("@")[2]
    if "." not in domain:
        return None
    return Fix(kind=FixKind.LOCAL_NAME, label=f"Introduce itself as {domain}", changes={"local_name": domain})


def wait_longer(account: Account) -> Fix | None:
    """More patience for each step."""
    if account.step_seconds >= LONGEST_STEP:
        return None
    label = f"Wait up to {LONGEST_STEP:g} s"
    return Fix(kind=FixKind.PATIENCE, label=label, changes={"step_seconds": LONGEST_STEP})


LONGEST_STEP = 30.0


def type_secret() -> Fix:
    """Go to the field of the password."""
    return Fix(kind=FixKind.SECRET, label="Type it")


def browser_sign_in(account: Account) -> Fix | None:
    """Sign in by browser, where the account's provider offers it."""
    if account.preset not in BROWSER_PRESETS:
        return None
    if "microsoft" in account.preset or account.preset == "outlook":
        return Fix(kind=FixKind.MICROSOFT, label="Sign in with Microsoft", changes={"sign_in": SignIn.XOAUTH2})
    return Fix(kind=FixKind.GOOGLE, label="Sign in with Google", changes={"sign_in": SignIn.XOAUTH2})


def open_link(label: str, url: str) -> Fix:
    """A page of the provider."""
    return Fix(kind=FixKind.LINK, label=label, url=url)


def own_address(account: Account) -> str:
    """The address the doctor writes to itself with: that of From, else the login; empty where neither is one."""
    written = account.sender.rpartition("<")[2].rstrip("> ") or account.username
    return written if "@" in written else ""
