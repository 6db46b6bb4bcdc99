"""Rows of a list that a person corrects: what a row becomes, and which of several with one address keeps it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from types import MappingProxyType

from sendoff.core.address import check_address, duplicate_key
from sendoff.core.language import phrase, tr
from sendoff.core.recipient import Verdict
from sendoff.core.triage import Mark

SENT = (Verdict.READY, Verdict.SUGGESTED, Verdict.ROLE, Verdict.DISPOSABLE)
"""The verdicts whose rows get the message."""
ASIDE = (Verdict.DUPLICATE, Verdict.LEFT_OUT)
"""The verdicts of valid rows that do not stand for their address."""
LEFT_OUT_TEXT = phrase("You left it out.")


class Keep(StrEnum):
    """Which of the rows with one address keeps it."""

    STANDING = "standing"
    """The one that has it; the first where nobody has."""
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True, kw_only=True)
class TriageRow:
    """A row of a draft or an audience. `text` is the problem's sentence; of a suggested one the address meant."""

    id: int
    position: int
    address: str
    key: str
    """What rows with the same mailbox share; see `core.address.duplicate_key`."""
    name: str
    values: tuple[str, ...]
    """In the order of the list's fields."""
    verdict: Verdict
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which rows an act is about: those with a verdict, at a domain (as `@example.com`), or by id."""

    verdicts: tuple[Verdict, ...] = ()
    domains: tuple[str, ...] = ()
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """An address by itself: whether it is blocked or repeated is for the list to say."""

    address: str
    key: str
    verdict: Verdict
    text: str = ""


Judge = Callable[[str], Judgement]


def judge_by(marker: Callable[[str], Mark]) -> Judge:
    """Make the judge of addresses as they are written."""

    def judge(text: str) -> Judgement:
        checked = check_address(text)
        if checked.problem:
            return Judgement(text, text.casefold(), Verdict.INVALID, checked.problem)
        mark = marker(checked.address)
        return Judgement(checked.address, duplicate_key(checked.address), mark.verdict, mark.suggestion)

    return judge


def judged_anew(row: TriageRow, judge: Judge) -> TriageRow:
    """The row as if it had just been imported."""
    found = judge(row.address)
    return replace(row, address=found.address, key=found.key, verdict=found.verdict, text=found.text)


def readdressed(row: TriageRow, address: str, judge: Judge, fields: Sequence[str]) -> TriageRow:
    """The row with another address, in every field that held the old one; who was left out stays left out.

    A repeated row that is only written otherwise stays repeated.
    """
    found = judged_anew(replace(row, address=address), judge)
    if row.verdict is Verdict.DUPLICATE and found.key == row.key and found.verdict is not Verdict.INVALID:
        found = replace(found, verdict=row.verdict, text=row.text)
    values = tuple(
        found.address if name == "email" or (value and value == row.address) else value
        for name, value in zip(fields, row.values, strict=False)
    )
    found = replace(found, values=values)
    return left_out(found) if row.verdict is Verdict.LEFT_OUT else found


def left_out(row: TriageRow) -> TriageRow:
    """The row by a person's word; one that can never be sent stays what it is."""
    sent = row.verdict in SENT or row.verdict is Verdict.DUPLICATE  # the latter once nobody else has its address
    return replace(row, verdict=Verdict.LEFT_OUT, text=LEFT_OUT_TEXT) if sent else row


def meant_instead(row: TriageRow) -> str:
    """The address that was probably meant by a suggested or invalid row; empty where nobody can tell."""
    if row.verdict is Verdict.SUGGESTED:
        return row.text
    return check_address(row.address).suggestion if row.verdict is Verdict.INVALID else ""


def with_fields(row: TriageRow, fields: Sequence[str], changed: Mapping[str, str]) -> TriageRow:
    """The row with other values; its name follows the columns it was made of."""
    old = dict(zip(fields, row.values, strict=False))
    new = {**old, **changed}
    name = row.name
    if {"name", "first_name", "last_name"} & changed.keys():
        whole = f"{new.get('first_name', '')} {new.get('last_name', '')}".strip()
        name = new.get("name", "") or whole
    return replace(row, name=name, values=tuple(new.get(each, "") for each in fields))


class Claim(IntEnum):
    """How strongly a row claims its address after an act, the strongest first."""

    CHOSEN = 0
    """It stood for the address, and was among the rows taken in."""
    TAKEN_IN = 1
    STANDING = 2
    NEW = 3
    """It has only now got this address."""


def settled(
    rows: Sequence[TriageRow],
    judge: Judge,
    keep: Keep = Keep.STANDING,
    claims: Mapping[int, Claim] = MappingProxyType({}),
) -> Iterator[TriageRow]:
    """What has to change so that one of the rows with one address keeps it; `rows` by position, none invalid.

    Rows that a person left out stay so, and do not count. `claims` has the ids of those that do not just stand there.
    """
    rows = [row for row in rows if row.verdict is not Verdict.LEFT_OUT]
    if not rows:
        return
    holders = [row for row in rows if row.verdict is not Verdict.DUPLICATE]
    strongest = min(holders or rows, key=lambda row: claims.get(row.id, Claim.STANDING))
    keeper = rows[-1] if keep is Keep.LAST else rows[0] if keep is Keep.FIRST else strongest
    heir = judged_anew(keeper, judge) if keeper.verdict is Verdict.DUPLICATE else keeper
    repeated = tr("No. {position} of the list has the same address.", position=keeper.position)
    for row in rows:
        wanted = heir if row is keeper else replace(row, verdict=Verdict.DUPLICATE, text=repeated)
        if wanted != row:
            yield wanted
