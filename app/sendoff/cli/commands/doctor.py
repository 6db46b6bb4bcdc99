"""`sendoff accounts test`: the connection doctor, step by step; 0 when all is well, 2 when a step failed."""

from __future__ import annotations

import argparse

from sendoff.cli.commands.accounts import account_json
from sendoff.cli.context import Context
from sendoff.cli.main import BAD_INPUT, OK
from sendoff.cli.opening import reading
from sendoff.cli.terminal import Terminal
from sendoff.core.account import Proxy, SignIn
from sendoff.core.doctor import STEP_WORD, Diagnosis, Finding, StepResult, StepState
from sendoff.core.doctor_fixes import Fix

_MARK = {StepState.OK: "✓", StepState.FAILED: "✗", StepState.SKIPPED: "–", StepState.WARNED: "!"}


def test(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Examine an account's connection. Nothing is sent."""
    with reading(args, context) as services:
        account = services.accounts.named(args.name)
        secret = None
        typed = account.sign_in is not SignIn.XOAUTH2
        if typed and services.accounts.needs_secret(account) and terminal.asks:
            secret = terminal.ask_secret(f"Password of “{account.name}”")
        probe = services.doctor.examination(account, secret)

        def tell(result: StepResult) -> None:
            if mark := _MARK.get(result.state):
                terminal.say(f"{mark} {STEP_WORD[result.step]:<21}{result.found}")

        try:
            diagnosis = probe.run(tell)
        except KeyboardInterrupt:
            probe.abort()
            raise
    _conclude(account.name, diagnosis, terminal)
    terminal.result(
        {
            "ok": diagnosis.ok,
            "account": account_json(account),
            "steps": [_step_json(one) for one in diagnosis.steps],
            "fix": _fix_json(diagnosis.fix),
            "transcript": diagnosis.transcript.splitlines(),
        }
    )
    return OK if diagnosis.ok else BAD_INPUT


def _conclude(name: str, diagnosis: Diagnosis, terminal: Terminal) -> None:
    found = diagnosis.finding
    if diagnosis.ok:
        terminal.say(f"“{name}” works. No message was sent.")
    if found:
        terminal.warn(f"{found.title} {found.remedy}" if diagnosis.ok else found.remedy)
        if found.fix:
            terminal.warn(f"In the window one button does it: {found.fix.label}.")


def _step_json(result: StepResult) -> dict[str, object]:
    return {
        "step": result.step.value,
        "state": result.state.value,
        "seconds": round(result.seconds, 3),
        "found": result.found,
        "finding": _finding_json(result.finding),
    }


def _finding_json(found: Finding | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {"code": found.code, "title": found.title, "remedy": found.remedy, "fix": _fix_json(found.fix)}


def _fix_json(fix: Fix | None) -> dict[str, object] | None:
    if fix is None:
        return None
    changes = {key: _value(value) for key, value in fix.changes.items()}
    return {"kind": fix.kind.value, "label": fix.label, "changes": changes, "url": fix.url}


def _value(value: object) -> int | str:
    if isinstance(value, Proxy):
        value = value.kind.value
    return value if isinstance(value, int) else str(value)
