"""The referee: what a sink really accepted, against what Sendoff says of every recipient."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.fakes.sink import read_log

from sendoff.core.delivery import OPEN, State

TAKEN = frozenset({State.ACCEPTED, State.BOUNCED, State.COMPLAINED, State.UNSUBSCRIBED})
"""States that say a server took the message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the comparison found; every tuple holds sentences, and an honest run leaves all of them empty."""

    rows: int
    accepted: int
    """Messages in the sinks' logs."""
    in_doubt: int
    in_doubt_accepted: int
    """Rows in doubt whose message a sink has."""
    duplicates: tuple[str, ...]
    """A message or a recipient accepted more than once."""
    lost: tuple[str, ...]
    """Said to be accepted, and no sink has it."""
    contradictions: tuple[str, ...]
    """A sink has it, and its row says otherwise, or no row knows it."""
    unfinished: tuple[str, ...]
    """Rows the engine still had to work on, when the run was said to be over."""
    too_many_doubts: tuple[str, ...]
    violations: tuple[str, ...]
    """Where the sender broke SMTP."""

    def faults(self) -> list[str]:
        """Every sentence found, the worst first."""
        kinds = (
            self.duplicates,
            self.lost,
            self.contradictions,
            self.too_many_doubts,
            self.unfinished,
            self.violations,
        )
        return [sentence for kind in kinds for sentence in kind]

    def demand(self) -> None:
        """Raise AssertionError that names the first faults, unless the run was honest."""
        found = self.faults()
        if found:
            more = f"\n... and {len(found) - 20} more" if len(found) > 20 else ""
            raise AssertionError("\n".join([f"{self.summary()}", *found[:20]]) + more)

    def summary(self) -> str:
        """The figures in one line."""
        return (
            f"{self.rows} rows, {self.accepted} accepted at the sink, {len(self.duplicates)} duplicates, "
            f"{len(self.lost)} lost, {len(self.contradictions)} contradictions, "
            f"{self.in_doubt} in doubt ({self.in_doubt_accepted} of them accepted)"
        )


class Referee:
    """Judges rows against the logs of all sinks that took part."""

    def __init__(self, *logs: Path) -> None:
        self.records: list[dict[str, Any]] = [record for log in logs for record in read_log(log)]
        self.violations = [entry for log in logs for entry in read_log(log, "violation")]

    def judge(
        self, rows: Iterable[tuple[str, str, str]], *, doubts: int | None = None, finished: bool = True
    ) -> Verdict:
        """Compare `rows` (message id, recipient, state) with the logs.

        `doubts` is the most rows that may be in doubt (connections × kills + answers lost); None = any number.
        A row without a message id is known by its recipient. `finished` says no row may be left open.
        """
        listed = [(mark, recipient, State(state)) for mark, recipient, state in rows]
        by_mark = Counter(record["message_id"] for record in self.records if record["message_id"])
        messages = {(record["message_id"] or i, _same(record["recipient"])) for i, record in enumerate(self.records)}
        by_recipient = Counter(recipient for _, recipient in messages)
        has = {
            (mark, recipient): by_mark[mark] or (0 if mark else by_recipient[_same(recipient)])
            for mark, recipient, _ in listed
        }
        doubtful = [(mark, recipient) for mark, recipient, state in listed if state is State.IN_DOUBT]
        return Verdict(
            rows=len(listed),
            accepted=len(self.records),
            in_doubt=len(doubtful),
            in_doubt_accepted=sum(1 for row in doubtful if has[row]),
            duplicates=tuple(
                f"{name} was accepted {number} times"
                for name, number in sorted((by_mark + by_recipient).items())
                if number > 1
            ),
            lost=tuple(
                f"{recipient} {mark} is {state} and no sink has it"
                for mark, recipient, state in listed
                if state in TAKEN and not has[mark, recipient]
            ),
            contradictions=(
                *(
                    f"{recipient} {mark} was accepted and its row says {state}"
                    for mark, recipient, state in listed
                    if has[mark, recipient] and state not in TAKEN and state is not State.IN_DOUBT
                ),
                *self._strangers(listed),
            ),
            unfinished=tuple(
                f"{recipient} is still {state}" for _, recipient, state in listed if finished and state in OPEN
            ),
            too_many_doubts=(
                (f"{len(doubtful)} rows are in doubt, {doubts} are allowed",)
                if doubts is not None and len(doubtful) > doubts
                else ()
            ),
            violations=tuple(f"{entry['what']}: {entry['recipient']}" for entry in self.violations),
        )

    def _strangers(self, listed: list[tuple[str, str, State]]) -> Iterable[str]:
        """Messages of no row, or that went to another recipient than their row's."""
        recipients = {mark: _same(recipient) for mark, recipient, _ in listed if mark}
        unmarked = {_same(recipient) for mark, recipient, _ in listed if not mark}
        for record in self.records:
            mark, recipient = record["message_id"], _same(record["recipient"])
            if recipients.get(mark, recipient) != recipient:
                yield f"{mark} went to {recipient}, its row says {recipients[mark]}"
            elif mark not in recipients and recipient not in unmarked:
                yield f"{recipient} {mark} was accepted and no row knows it"


def _same(address: str) -> str:
    """An address as the wire has it: the domain in ASCII and lower case."""
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.encode('idna').decode().lower()}"
