"""A newer list beside addresses that a person corrected: which of its rows mean whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sendoff.core.recipient import Recipient, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A row whose address was corrected."""

    said: str
    """The duplicate key of what its file said."""
    key: str
    """That of its address now."""
    address: str
    repeated: bool
    """Whether another row stands for its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """What a person corrected in a list."""

    rows: Sequence[Corrected] = ()
    standing: frozenset[str] = frozenset()
    """Of the keys that its file said there, those that are the address of another of its rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A row of the newer list whose address is one that was corrected."""

    id: int
    key: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A row of the newer list that means somebody whose address was corrected."""

    row: Written
    means: Corrected
    verdict: Verdict
    """What the row is with the corrected address: ready, or a repeated one."""


def found_again(
    corrected: Iterable[Corrected], written: Sequence[Written], standing: Collection[str], there: Collection[str]
) -> list[Found]:
    """Pair rows of a newer list with who they mean, both in their lists' orders.

    `standing` are keys of the older list's own rows, which a row of the newer one with that address means first, and
    `there` those of the newer list's: where it holds the corrected address itself, the other one is somebody else.
    """
    waiting: dict[str, list[Written]] = {}
    for row in written:
        waiting.setdefault(row.key, []).append(row)
    for key in standing:
        waiting[key] = [row for row in waiting.get(key, ()) if row.verdict is Verdict.DUPLICATE]
    found: list[Found] = []
    taken = set(there)
    for one in corrected:
        rows = waiting.get(one.said)
        if not rows or (one.key in there and not one.repeated):
            continue
        verdict = Verdict.DUPLICATE if one.key in taken else Verdict.READY
        found.append(Found(row=rows.pop(0), means=one, verdict=verdict))
        taken.add(one.key)
    return found


def as_meant(written: Recipient, found: Found) -> Recipient:
    """A row of the newer list with the corrected address in every field that held the other one."""
    fields = {
        name: found.means.address if name == "email" or (cell and cell == written.address) else cell
        for name, cell in written.fields.items()
    }
    return replace(written, address=found.means.address, fields=fields, verdict=found.verdict)
