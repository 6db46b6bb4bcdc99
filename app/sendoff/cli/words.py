"""The sentences that only a terminal says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, tzinfo

from sendoff.core.errors import InputError
from sendoff.core.events import PaceChanged
from sendoff.core.wording import clock_text, count_text, pace_sentence
from sendoff.services.campaigns import Check, Finding
from sendoff.services.recipients import Imported

_SHOWN = {
    "accepted": "accepted",
    "failed": "failed",
    "in_doubt": "in doubt",
    "deferred": "deferred",
    "queued": "not started",
    "skipped": "skipped",
    "suppressed": "blocked",
    "cancelled": "cancelled",
}
EXAMPLES = 10
"""Rows shown of each kind of finding."""


def time_text(at: int, now: int) -> str:
    """When, in the person's time zone."""
    return clock_text(at, now, _zone(at))


def _zone(at: int) -> tzinfo:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone().tzinfo or UTC


def figures(counts: Mapping[str, int], only: Iterable[str] = _SHOWN) -> str:
    """`1,212 accepted, 1 in doubt, 787 not started`; zeros are left out, but for the accepted."""
    wanted = set(only)
    parts = [
        f"{count_text(counts[key])} {word}"
        for key, word in _SHOWN.items()
        if key in wanted and (counts[key] or key == "accepted")
    ]
    return ", ".join(parts)


def people(number: int) -> str:
    """`1 person`, `4,812 people`."""
    return "1 person" if number == 1 else f"{count_text(number)} people"


def imported_text(imported: Imported) -> str:
    """What a list brought, `250 rows: 245 ready, 3 with an address that came before`, as a sentence."""
    said = {
        "probably mistyped": imported.suggested,
        "to a role such as info@": imported.role,
        "to a disposable address": imported.disposable,
        "on the blocked list": imported.suppressed,
        "with an address that came before": imported.duplicate,
        "without a valid address": imported.invalid,
    }
    parts = [f"{count_text(imported.ready)} ready"]
    parts += [f"{count_text(number)} {words}" for words, number in said.items() if number]
    rows = "1 row" if imported.rows == 1 else f"{count_text(imported.rows)} rows"
    return f"{rows}: {', '.join(parts)}."


def pace_text(pace: PaceChanged | None, *, now: int, per_second: float, server: str, deferred: int = 0) -> str:
    """The sentence under the figures: what is being done, or waited for."""
    if pace is None:
        return "Connecting."
    return pace_sentence(pace, server, now, _zone(now), per_minute=round(60 * per_second), deferred=deferred)


def blocked(check: Check, where: str) -> InputError:
    """The error for a check that keeps a campaign from being sent."""
    first = next(finding for finding in check.findings if finding.blocks)
    row, address, detail = first.examples[0]
    others = sum(finding.count for finding in check.findings if finding.blocks) - 1
    more = f" And {count_text(others)} more like it." if others else ""
    return InputError(
        f"Row {row} ({address}): {detail}{more}",
        remedy="Mend the list or the message and run it again; nothing was sent.",
        where=where,
        code=first.kind.value,
    )


def finding_rows(findings: Iterable[Finding]) -> Iterable[tuple[str, str, str, str]]:
    """The lines of the table of findings: the first rows of each kind, and how many more there are."""
    for finding in findings:
        weight = "stops" if finding.blocks else "warning"
        for row, address, detail in finding.examples[:EXAMPLES]:
            yield weight, count_text(row), address, detail
        if finding.count > EXAMPLES:
            yield weight, "…", "", f"and {count_text(finding.count - EXAMPLES)} more rows"


def check_json(check: Check, imported: Imported) -> dict[str, object]:
    """A check as JSON."""
    return {
        **imported.figures(),
        "blocked": check.blocked,
        "findings": [
            {
                "kind": finding.kind.value,
                "count": finding.count,
                "blocks": finding.blocks,
                "examples": [
                    {"row": row, "address": address, "detail": detail}
                    for row, address, detail in finding.examples[:EXAMPLES]
                ],
            }
            for finding in check.findings
        ],
    }
