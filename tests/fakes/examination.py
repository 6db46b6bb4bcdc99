"""An examination by the connection doctor, and what tests ask of it: where it failed, why, and with which button."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tests.fakes.smtp_servers import PATIENCE, Peer, Script, ScriptedServer

from sendoff.adapters.smtp.probe import SmtpProbe
from sendoff.adapters.smtp.probe_network import resolve
from sendoff.adapters.system.clock import SystemClock
from sendoff.core.account import Account, Security, SignIn
from sendoff.core.doctor import Diagnosis, StepResult, StepState
from sendoff.core.doctor_steps import FixKind, Step

NOW = SystemClock().now()
SECRET = "Canary-secret-77"
BRIEF = 4.0
"""Seconds a step, where one is to run out: a busy machine does every other step in less."""
PLAIN = Account(
    id="a", name="work", host="127.0.0.1", port=1, security=Security.NONE, step_seconds=30,
    username="anna@example.com", sender="Anna Lee <anna@example.com>",
)  # fmt: skip
NO_USER = replace(PLAIN, username="", sign_in=SignIn.NONE)
USERS = {"anna@example.com": SECRET}
FEATURES = ("PIPELINING", "SIZE 26214400", "8BITMIME", "AUTH PLAIN LOGIN")
STARTTLS = replace(PLAIN, host="localhost", security=Security.STARTTLS)


@dataclass
class Seen:
    """One examination: what came of it, and every change as it was published."""

    diagnosis: Diagnosis
    published: list[StepResult] = field(default_factory=list)


def examine(
    account: Account,
    *,
    port: int = 0,
    secret: str = SECRET,
    ports: Mapping[int, Security] | None = None,
    now: int = NOW,
    ask: Callable[[str, int], Sequence[tuple[object, ...]]] = resolve,
    renew: Callable[[str], str] = str,
    nowhere: str = "nowhere.invalid",
) -> Seen:
    published: list[StepResult] = []
    probe = SmtpProbe(
        replace(account, port=port or account.port),
        lambda: secret,
        now=lambda: now,
        ports=ports or {},
        ask=ask,
        renew=renew,
        nowhere=nowhere,
    )
    start = time.monotonic()
    diagnosis = probe.run(published.append)
    steps = len([one for one in published if one.state is StepState.RUNNING])
    assert time.monotonic() - start < steps * account.step_seconds + PATIENCE / 2
    assert SECRET not in repr(diagnosis)
    assert SECRET not in repr(published)
    return Seen(diagnosis, published)


def fault(seen: Seen) -> tuple[Step, str, FixKind | None]:
    """Where it failed, why, and the button."""
    failed = seen.diagnosis.failure
    assert failed is not None, seen.diagnosis
    assert not seen.diagnosis.ok
    assert failed.finding is not None
    assert failed.finding.title == failed.found
    assert failed.finding.title.endswith(".")
    assert failed.finding.remedy
    assert "!" not in failed.finding.title + failed.finding.remedy
    later = seen.diagnosis.steps[seen.diagnosis.steps.index(failed) + 1 :]
    assert all(one.state is StepState.SKIPPED for one in later)
    fix = failed.finding.fix
    return failed.step, failed.finding.code, fix.kind if fix else None


def changes(seen: Seen) -> dict[str, object]:
    assert seen.diagnosis.fix is not None
    return dict(seen.diagnosis.fix.changes)


def fixed(account: Account, seen: Seen) -> Account:
    """The account with what the button changes."""
    return replace(account, **changes(seen))  # type: ignore[arg-type]  # the fields of a fix are an account's


def served(script: Script, account: Account = PLAIN, **options: object) -> Seen:
    with ScriptedServer(script) as server:
        return examine(account, port=server.port, **options)  # type: ignore[arg-type]  # a test's own values


class RawServer(ScriptedServer):
    """A server that is no mail server from the start."""

    def __init__(self, talk: Callable[[Peer, ScriptedServer], None]) -> None:
        super().__init__()
        self._talk = talk

    def _serve(self, peer: Peer) -> None:
        with contextlib.suppress(OSError):
            self._talk(peer, self)
        peer.close()
