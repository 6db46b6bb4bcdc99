"""`sendoff triage`: a list's rows by what they are, and what is done about them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import holding, reading
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import people
from sendoff.core.delivery import Line
from sendoff.core.errors import InputError
from sendoff.core.recipient import Verdict, verdict_of
from sendoff.core.triage_rows import SENT, Keep
from sendoff.core.triage_words import heirs_words, sent_sum
from sendoff.core.wording import count_text, verdict_label
from sendoff.services.app import Services
from sendoff.services.triage import Owner, problem

Report = dict[str, object]
_TOLD = 20
"""Fixes told one by one."""


def triage(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Do what was asked, in the order of the options' help, then say how the list stands."""
    with (holding if _changes(args) else reading)(args, context) as services:
        owner = services.triage.find(args.list)
        services.triage.counts(owner.id)  # refuses a campaign that was started before anything is asked or written
        done: Report = {}
        for step in (_edit, _fix, _leave_out, _take_in, _keep, _refresh, _check_domains):
            done |= step(args, services, owner, terminal)
        tabs = tuple(_verdict(word) for word in args.tab)
        counts = services.triage.counts(owner.id)
        _say_counts(owner, counts, terminal)
        rows = list(_rows(services, owner, tabs, args.limit)) if tabs and not args.export else []
        if rows:
            terminal.table(("No.", "Address", "Tab", "Why"), map(_cells, rows))
        if args.export:
            done["exported"] = services.triage.export(owner.id, Path(args.export), tabs or tuple(Verdict))
            terminal.say(f"{count_text(int(str(done['exported'])))} rows are in {args.export}.")
    terminal.result(
        {
            "list": owner.id,
            "name": owner.name,
            "counts": {verdict.value: number for verdict, number in counts.items()},
            "done": done,
            "rows": [
                {"row": one.position, "address": one.address, "tab": one.reason or "ready", "problem": problem(one)}
                for one in rows
            ],
        }
    )
    return OK


def _changes(args: argparse.Namespace) -> bool:
    asked = (args.edit, args.leave_out, args.take_in, args.keep_duplicate)
    return any(asked) or args.fix_typos or args.refresh or args.check_domains


def _edit(args: argparse.Namespace, services: Services, owner: Owner, terminal: Terminal) -> Report:
    for text in args.edit:
        place, found, value = text.partition("=")
        number, _, name = place.strip().partition(".")
        if not found or not number.isdecimal():
            raise InputError(
                f"“{text}” is no correction.", remedy="Write --edit 17=ADDRESS or --edit 17.city=Paris.", code="edit"
            )
        line = services.triage.edit(
            owner.id, services.triage.row(owner.id, int(number)).id, fields={name.strip() or "email": value}
        )
        terminal.say(f"No. {number} is now under “{verdict_label(verdict_of(line.reason))}”. {problem(line)}".strip())
    return {"edited": len(args.edit)} if args.edit else {}


def _fix(args: argparse.Namespace, services: Services, owner: Owner, terminal: Terminal) -> Report:
    if not args.fix_typos:
        return {}
    lines: list[str] = []

    def told(position: int, old: str, new: str) -> None:
        if len(lines) < _TOLD:
            lines.append(f"No. {count_text(position)}: {old} is now {new}.")

    fixed = services.triage.fix_all(owner.id, told=told)
    for line in lines:
        terminal.say(line)
    if fixed > len(lines):
        terminal.say(f"And {count_text(fixed - len(lines))} more.")
    terminal.say(f"{people(fixed)} got the address that was probably meant." if fixed else "There was nothing to fix.")
    return {"fixed": fixed}


def _leave_out(args: argparse.Namespace, services: Services, owner: Owner, terminal: Terminal) -> Report:
    heirs: list[int] = []
    number = _each(args.leave_out, services, owner, partial(services.triage.leave_out, told=heirs.append))
    if args.leave_out:
        terminal.say(f"{people(number)} left out. {heirs_words(heirs)}".strip())
    return {"left_out": number} if args.leave_out else {}


def _take_in(args: argparse.Namespace, services: Services, owner: Owner, terminal: Terminal) -> Report:
    number = _each(args.take_in, services, owner, services.triage.take_in)
    if args.take_in:
        terminal.say(f"{people(number)} taken in again.")
    return {"taken_in": number} if args.take_in else {}


def _each(words: Sequence[str], services: Services, owner: Owner, act: Callable[..., int]) -> int:
    """Do it for every tab and row that is named."""
    rows = [services.triage.row(owner.id, int(word)).id for word in words if word.isdecimal()]
    tabs = [_verdict(word) for word in words if not word.isdecimal()]
    return sum(act(owner.id, tab) for tab in tabs) + (act(owner.id, row_ids=rows) if rows else 0)


def _keep(args: argparse.Namespace, services: Services, owner: Owner, terminal: Terminal) -> Report:
    if not args.keep_duplicate:
        return {}
    number = services.triage.keep(owner.id, Keep(args.keep_duplicate))
    terminal.say(f"The {args.keep_duplicate} row of each address is kept; that changed {people(number)}.")
    return {"kept_instead": number}


def _refresh(args: argparse.Namespace, services: Services, owner: Owner, terminal: Terminal) -> Report:
    if not args.refresh:
        return {}
    number = services.triage.refresh(owner.id)
    terminal.say(f"The blocked list changed {people(number)}.")
    return {"refreshed": number}


def _check_domains(args: argparse.Namespace, services: Services, owner: Owner, terminal: Terminal) -> Report:
    if not args.check_domains:
        return {}
    found = services.domains.check(owner.id)
    terminal.say(
        f"{count_text(found.checked)} domains checked: {count_text(len(found.dead))} take no mail "
        f"({people(found.rows)}), {count_text(found.unknown)} gave no answer and stay as they are."
    )
    domains = {"checked": found.checked, "dead": list(found.dead), "unknown": found.unknown, "rows": found.rows}
    return {"domains": domains}


def _say_counts(owner: Owner, counts: dict[Verdict, int], terminal: Terminal) -> None:
    total = sum(counts.values())
    terminal.say(f"“{owner.name}” has {count_text(total)} {'row' if total == 1 else 'rows'}.")
    shown = [
        (verdict_label(verdict), count_text(number), "yes" if verdict in SENT else "no")
        for verdict, number in counts.items()
        if number
    ]
    terminal.table(("Tab", "Rows", "Is it sent?"), shown)
    if counts:
        terminal.say(sent_sum(counts))


def _rows(services: Services, owner: Owner, tabs: Sequence[Verdict], most: int) -> Iterator[Line]:
    for tab in tabs:
        yield from services.triage.page(owner.id, tab, limit=most)


def _cells(line: Line) -> tuple[str, str, str, str]:
    return count_text(line.position), line.address, verdict_label(verdict_of(line.reason)), problem(line)


def _verdict(word: str) -> Verdict:
    try:
        return Verdict(word.replace("-", "_"))
    except ValueError:
        tabs = ", ".join(verdict.value.replace("_", "-") for verdict in Verdict)
        raise InputError(f"There is no tab “{word}”.", remedy=f"The tabs are: {tabs}.", code="no_tab") from None
