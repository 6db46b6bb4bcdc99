"""The sentences that only a terminal says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any

from sendoff.core import wording
from sendoff.core.content_check import Place, Severity
from sendoff.core.copies import Filed
from sendoff.core.errors import InputError
from sendoff.core.events import PaceChanged
from sendoff.core.plan import Plan, plan_text, why_text
from sendoff.core.repeats import Repeat, repeat_text
from sendoff.core.review import Check, Finding
from sendoff.core.wording import clock_text, count_text, pace_sentence
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
_PLACES = 3


def time_text(at: int, now: int) -> str:
    """When, in the person's time zone; empty for 0, which is no moment."""
    return clock_text(at, now, _zone(at)) if at else ""


def moment_text(at: int, now: int) -> str:
    """The same in a sentence: `at 16:45`, `on Tuesday, 1 December 14:10`."""
    return wording.date_text(at, now, _zone(at))


def repeated_text(repeat: Repeat, now: int) -> str:
    """Who is about to get the same message once more."""
    return repeat_text(repeat, now, _zone(now))


def _zone(at: int) -> tzinfo:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone().tzinfo or UTC


def figures(counts: Mapping[str, int], only: Iterable[str] = _SHOWN, *, marked: int = 0) -> str:
    """`1,212 accepted, 1 in doubt, 787 not started`; zeros are left out, but for the accepted.

    `marked` of the accepted were marked as sent by a person, which is said apart.
    """
    wanted = set(only)
    parts = [
        f"{count_text(counts[key] - (marked if key == 'accepted' else 0))} {word}"
        for key, word in _SHOWN.items()
        if key in wanted and (counts[key] or key == "accepted")
    ]
    if marked:
        parts.insert(1, f"{count_text(marked)} marked as sent by you")
    return ", ".join(parts)


def figures_of(summary: Mapping[str, Any]) -> str:
    """The figures of a campaign as its summary has them."""
    return figures(summary["counts"], marked=summary["marked_as_sent"])


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


def plan_words(made: Plan | None, now: int) -> str:
    """When the messages go; empty without a plan."""
    if made is None:
        return ""
    zone = _zone(made.end)  # the clocks may be changed until then
    return f"{plan_text(made, now, zone)} {why_text(made, now, zone)}".strip()


def plan_json(made: Plan | None) -> dict[str, object]:
    """A plan as JSON: when it ends, and its parts."""
    if made is None:
        return {}
    parts = [{"start": one.start, "end": one.end, "messages": one.messages} for one in made.parts]
    return {"plan": {"messages": made.messages, "start": made.start, "end": made.end, "parts": parts}}


def pace_text(pace: PaceChanged | None, *, now: int, per_second: float, server: str, deferred: int = 0) -> str:
    """The sentence under the figures: what is being done, or waited for."""
    if pace is None:
        return "Connecting."
    return pace_sentence(pace, server, now, _zone(now), per_minute=round(60 * per_second), deferred=deferred)


def blocked(check: Check, where: str) -> InputError:
    """The error for a check that keeps a campaign from being sent."""
    closing = [finding for finding in check.findings if finding.kind in check.closing]
    accept = " ".join(f"--accept {kind}" for kind in check.closing)
    remedy = f"Correct the list or the message and run it again, or send with {accept}; nothing was sent."
    if not closing:
        one = next(remark for remark in check.remarks if remark.kind in check.closing)
        return InputError(f"{one.sentence} {one.why}".strip(), remedy=remedy, where=where, code=one.kind.value)
    row, address, detail = closing[0].examples[0]
    others = sum(finding.count for finding in closing) - 1
    more = f" And {count_text(others)} more like it." if others else ""
    title = f"No. {row} of the list ({address}): {detail}{more}"
    return InputError(title, remedy=remedy, where=where, code=closing[0].kind.value)


def remark_rows(check: Check) -> Iterable[tuple[str, str, str, str]]:
    """The lines of the table of what was found in the content, with the first places of each."""
    for one in check.remarks:
        if one.severity is Severity.GOOD:
            yield "fine", "", one.sentence, ""
            continue
        blocks = one.severity is Severity.BLOCKING
        weight = "warning" if not blocks else "accepted" if one.kind in check.accepted else "stops"
        where = place_text(one.places[0]) if one.places else one.why if one.field else ""
        yield weight, one.kind.value, one.sentence, where
        for place in one.places[1:_PLACES]:
            yield "", "", "", place_text(place)
        if one.count > _PLACES:
            yield "", "", "", f"and {count_text(one.count - _PLACES)} more"


def place_text(place: Place) -> str:
    """Where something is in the message."""
    return f"line {place.line}: {place.excerpt}" if place.line else place.excerpt


def finding_rows(findings: Iterable[Finding], accepted: Collection[str] = ()) -> Iterable[tuple[str, str, str, str]]:
    """The lines of the table of findings: the first rows of each kind, and how many more there are."""
    for finding in findings:
        weight = "note" if finding.note else "warning"
        if finding.blocks:
            weight = "accepted" if finding.kind in accepted else "stops"
        for row, address, detail in finding.examples[:EXAMPLES]:
            yield weight, count_text(row), address, detail
        if finding.count > EXAMPLES:
            yield weight, "…", "", f"and {count_text(finding.count - EXAMPLES)} more of {finding.kind.value}"


def check_json(check: Check, imported: Imported | None = None) -> dict[str, object]:
    """A check as JSON."""
    return {
        **(imported.figures() if imported else {"rows": check.rows}),
        "blocked": check.blocked,
        "accepted": sorted(check.accepted),
        "findings": [
            {
                "kind": finding.kind.value,
                "count": finding.count,
                "rows": finding.rows,
                "blocks": finding.blocks,
                "examples": [
                    {"row": row, "address": address, "detail": detail}
                    for row, address, detail in finding.examples[:EXAMPLES]
                ],
            }
            for finding in check.findings
        ],
        "content": [
            {
                "kind": remark.kind.value,
                "severity": remark.severity.value,
                "sentence": remark.sentence,
                "why": remark.why,
                "count": remark.count,
                "places": [{"line": place.line, "excerpt": place.excerpt} for place in remark.places],
            }
            for remark in check.remarks
            if remark.severity is not Severity.GOOD
        ],
    }


def copies_json(filed: Filed) -> dict[str, object]:
    """How the copies in the Sent folder stand."""
    return {"filed": filed.filed, "left": filed.left, "needless": filed.needless, "why": filed.why}
