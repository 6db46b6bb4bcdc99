"""A list becomes recipients: which column is what, what each row says, which rows are ready and why others are not."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from operator import itemgetter
from typing import Protocol

from sendoff.core.address import PlainAddresses, check_address
from sendoff.core.column_names import free_name, meaning_of, meant, normalise_field
from sendoff.core.delivery import State
from sendoff.core.duplicates import DuplicateFinder
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.titles import Titles, titles_of


class Verdict(StrEnum):
    """What a row of a list is; every row is exactly one of these."""

    INVALID = "invalid"
    DUPLICATE = "duplicate"
    SUPPRESSED = "suppressed"
    LEFT_OUT = "left_out"
    """By a person's word."""
    SUGGESTED = "suggested"
    """Valid, but probably mistyped."""
    ROLE = "role"
    """A task's address, not a person's."""
    DISPOSABLE = "disposable"
    READY = "ready"


_STATES: Mapping[Verdict, State] = {
    Verdict.INVALID: State.SKIPPED,
    Verdict.DUPLICATE: State.SKIPPED,
    Verdict.LEFT_OUT: State.SKIPPED,
    Verdict.SUPPRESSED: State.SUPPRESSED,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: its header as written, and the merge field it offers."""

    header: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """Which column is what."""

    columns: tuple[Column, ...]
    sources: Mapping[str, int]
    """Every merge field and the column (from 0) it is read from; a column may serve several fields."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The merge fields a template may use."""
        return tuple(self.sources)

    @property
    def titles(self) -> Titles:
        """What the column of each field is called."""
        return titles_of([one.header for one in self.columns], self.sources)

    @property
    def email(self) -> Column:
        """The column that holds the addresses."""
        return self.columns[self.sources["email"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One row of a list. `problem` says why it is not ready; then `address` is what was written."""

    position: int
    """Row of the list, counted from 1, the header left out."""
    address: str
    name: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    verdict: Verdict = Verdict.READY
    problem: str = ""
    suggestion: str = ""
    """The address that was probably meant."""


def guess_mapping(
    headers: Sequence[str], sample: Sequence[Sequence[str]], overrides: Mapping[str, str] | None = None
) -> ColumnMapping:
    """Find the address and name columns; `overrides` maps a field to the column that holds it and is always right.

    The address column is the one with the most valid addresses in `sample`; its name decides a tie. Of two headers with
    one name the second gets a number. Raises InputError for an override naming no column, and a list without addresses.
    """
    own = _numbered([normalise_field(header, number) for number, header in enumerate(headers, 1)])
    chosen = {normalise_field(name): _find(headers, own, header) for name, header in (overrides or {}).items()}
    if "email" not in chosen:
        chosen["email"] = _guess_email(headers, own, sample)
    for meaning in ("first_name", "last_name", "name"):
        position = meant(headers, meaning)
        if position is not None and meaning not in chosen and position != chosen["email"]:
            chosen[meaning] = position
    # In German lists `Vorname, Name` is a first and a last name.
    if (
        any("vorname" in one.split("_") for one in own)
        and "name" in own
        and "last_name" not in chosen
        and chosen.get("name") == own.index("name")
    ):
        chosen["last_name"] = chosen.pop("name")
    sources = dict(chosen)
    for index in range(len(own)):
        if sources.get(own[index], index) != index:
            own[index] = free_name(own[index], {*own, *sources})
        sources[own[index]] = index
    columns = tuple(Column(header.strip(), name) for header, name in zip(headers, own, strict=True))
    return ColumnMapping(columns=columns, sources=sources)


Judged = tuple[int, str, str, str, Sequence[str], Verdict, str, str]
"""A row as it is kept: position, address, duplicate key, name, the values of the fields, verdict, problem, suggestion.

A plain tuple, because a million of them pass; `Recipient` says what its parts are.
"""


class Marked(Protocol):
    """What a marker says of a valid address; see `core.triage.Mark`."""

    @property
    def verdict(self) -> Verdict: ...

    @property
    def suggestion(self) -> str: ...


def judge_rows(
    rows: Iterable[Sequence[str]],
    mapping: ColumnMapping,
    duplicates: DuplicateFinder | None = None,
    *,
    marker: Callable[[str], Marked] | None = None,
    suppressed: Container[str] = (),
) -> Iterator[Judged]:
    """Give each row its one verdict, in order, none left out. With `duplicates`, later rows of one address say so.

    A row has at least as many cells as the mapping has columns; one with more is invalid, because its values may have
    slipped into the wrong columns. `suppressed` is asked for duplicate keys.
    """
    indices, width = tuple(mapping.sources.values()), len(mapping.columns)
    pick = itemgetter(*indices) if len(indices) > 1 else lambda row: (row[indices[0]],)
    at = mapping.fields.index("email")
    name_of = _namer(mapping)
    read = PlainAddresses().read
    first_of = duplicates.first if duplicates else lambda _key, position: position
    blocked = suppressed or ()
    for position, row in enumerate(rows, 1):
        values = [*map(str.strip, pick(row))]
        verdict, problem, suggestion, beside = Verdict.READY, "", "", ""
        plain = read(values[at])
        if plain is None or len(row) != width:
            address, key, beside, problem, suggestion = read_written(values[at], len(row), width)
        else:
            address, key = plain
        if problem:
            verdict = Verdict.INVALID
        else:
            values[at] = address
            first = first_of(key, position)
            if first != position:
                verdict, problem = Verdict.DUPLICATE, tr("No. {first} of the list has the same address.", first=first)
            elif key in blocked:
                verdict = Verdict.SUPPRESSED
            elif marker is not None:
                mark = marker(address)
                verdict, suggestion = mark.verdict, mark.suggestion
        yield position, address, key, name_of(values) or beside, values, verdict, problem, suggestion


def read_rows(
    rows: Iterable[Sequence[str]],
    mapping: ColumnMapping,
    duplicates: DuplicateFinder | None = None,
    *,
    marker: Callable[[str], Marked] | None = None,
    suppressed: Container[str] = (),
) -> Iterator[Recipient]:
    """The same as `judge_rows`, with every row as a recipient."""
    return recipients_of(judge_rows(rows, mapping, duplicates, marker=marker, suppressed=suppressed), mapping)


def recipients_of(judged: Iterable[Judged], mapping: ColumnMapping) -> Iterator[Recipient]:
    """Judged rows as recipients."""
    fields = mapping.fields
    for position, address, _key, name, values, verdict, problem, suggestion in judged:
        yield Recipient(
            position=position,
            address=address,
            name=name,
            fields=dict(zip(fields, values, strict=True)),
            verdict=verdict,
            problem=problem,
            suggestion=suggestion,
        )


def read_written(written: str, cells: int, width: int) -> tuple[str, str, str, str, str]:
    """Address, duplicate key, name beside it, problem and suggestion of a cell that is no plain address."""
    checked = check_address(written)
    problem = checked.problem
    if cells > width:
        problem = (
            tr("The row has {cells} cells, the list has 1 column.", cells=cells)
            if width == 1
            else tr("The row has {cells} cells, the list has {width} columns.", cells=cells, width=width)
        )
    if problem:
        return written, written.casefold(), checked.name, problem, checked.suggestion
    return checked.address, checked.wire.lower(), checked.name, "", ""


def name_places(mapping: ColumnMapping) -> tuple[int | None, tuple[int, ...]]:
    """Where a recipient's name is among the values of a row: the whole one, and the parts that else make one."""
    places = {name: place for place, name in enumerate(mapping.fields)}
    if mapping.sources.get("name") == mapping.sources.get("last_name", -1):
        del places["name"]
    whole, first, last = (places.get(name) for name in ("name", "first_name", "last_name"))
    return whole, tuple(place for place in (first, last) if place is not None)


def _namer(mapping: ColumnMapping) -> Callable[[Sequence[str]], str]:
    """What finds the name among the values of a row."""
    whole, parts = name_places(mapping)

    def name_of(values: Sequence[str]) -> str:
        return (values[whole] if whole is not None else "") or " ".join([values[part] for part in parts]).strip()

    return name_of


def kept_as(verdict: Verdict) -> tuple[State, str]:
    """How a verdict is kept with its row: the state, and the reason where it is not simply ready."""
    return _STATES.get(verdict, State.QUEUED), "" if verdict is Verdict.READY else verdict.value


def verdict_of(reason: str) -> Verdict:
    """The verdict behind the reason kept with a row of a draft."""
    return Verdict(reason) if reason else Verdict.READY


def refuse_repeated(headers: Sequence[str]) -> None:
    """Refuse two columns of one name, for a list that nobody looks at before it is used. Raises InputError."""
    seen: dict[str, int] = {}
    for index, header in enumerate(headers):
        first = seen.setdefault(normalise_field(header, index + 1), index)
        if first != index:
            raise InputError(
                tr(
                    "Columns {first} (“{headers}”) and {index} (“{header}”) have the same name.",
                    first=first + 1,
                    headers=headers[first].strip(),
                    index=index + 1,
                    header=header.strip(),
                ),
                remedy=tr("Rename one of them in the first row of the list."),
                code="duplicate_headers",
            )


def _numbered(names: Sequence[str]) -> list[str]:
    """Names of their own: the second `city` is `city_2`."""
    given: list[str] = []
    taken = set(names)
    for name in names:
        own = name if name not in given else free_name(name, taken)
        taken.add(own)
        given.append(own)
    return given


def _find(headers: Sequence[str], own: Sequence[str], wanted: str) -> int:
    """The column with this header; blanks and case are forgiven, and the name of its merge field is taken too."""
    same = [index for index, header in enumerate(headers) if _folded(header) == _folded(wanted)]
    same += [index for index, name in enumerate(own) if name == normalise_field(wanted)]
    if not same:
        raise InputError(
            tr("The list has no column “{wanted}”.", wanted=wanted.strip()),
            remedy=tr("Its columns are: {headers}.", headers=_listed(headers)),
            code="mapping",
        )
    return same[0]


def _guess_email(headers: Sequence[str], own: Sequence[str], sample: Sequence[Sequence[str]]) -> int:
    def score(index: int) -> tuple[int, bool, bool]:
        cells = (row[index] for row in sample if index < len(row))
        valid = sum(1 for cell in cells if "@" in cell and not check_address(cell).problem)
        return valid, own[index] == "email", meaning_of(headers[index]) == "email"

    # Of equals max() takes the first, the leftmost column.
    best = max(range(len(own)), key=score, default=-1)
    if best < 0 or not any(score(best)):
        raise InputError(
            tr("No column holds e-mail addresses."),
            remedy=tr(
                "The columns found are: {headers}. Choose another file, or say which column it is.",
                headers=_listed(headers),
            ),
            code="no_email_column",
        )
    return best


def _folded(header: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", header).casefold().split())


def _listed(headers: Sequence[str], most: int = 12) -> str:
    names = [header.strip() or f"column_{number}" for number, header in enumerate(headers, 1)]
    return ", ".join(names[:most]) + (tr(" and {names} more", names=len(names) - most) if len(names) > most else "")
