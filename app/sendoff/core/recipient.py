"""A list becomes recipients: which column is what, what each row says, which rows are ready and why others are not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from jinja2.lexer import name_re  # type: ignore[attr-defined]  # the lexer's own rule, re-exported by it

from sendoff.core.address import check_address, duplicate_key
from sendoff.core.errors import InputError

_WORDS = """
email: email e_mail mail email_address e_mail_address mail_address emailaddress e_mail_adresse email_adresse mailadresse
email: courriel adresse_e_mail correo correo_electronico correo_electrónico posta_elettronica e_post epost sähköposti
email: e_posta eposta почта электронная_почта メール メールアドレス 邮箱 电子邮件 البريد_الإلكتروني
first_name: first_name firstname first given_name givenname forename vorname prénom prenom nombre voornaam förnamn
first_name: fornavn fornamn etunimi imię imie jméno jmeno meno keresztnév utónév ad adı prenume имя ім_я όνομα 名
first_name: שם_פרטי الاسم_الأول
last_name: last_name lastname last surname family_name familyname nachname familienname zuname nom nom_de_famille
last_name: apellido apellidos cognome sobrenome apelido achternaam efternamn efternavn etternavn sukunimi nazwisko
last_name: příjmení prijmeni priezvisko vezetéknév soyad soyadı nume фамилия прізвище επώνυμο 姓 שם_משפחה اسم_العائلة
name: name full_name fullname display_name contact contact_name recipient recipient_name vollständiger_name
name: ansprechpartner nom_complet nombre_completo nome nome_completo nome_e_cognome volledige_naam naam namn navn nimi
name: фио полное_имя 姓名 名前 氏名 이름 שם الاسم الاسم_الكامل
"""
_MEANINGS: Mapping[str, str] = {
    word: meaning
    for meaning, _, words in (line.partition(": ") for line in _WORDS.strip().splitlines())
    for word in words.split()
}
"""What a column of this name usually holds, by the field it then also offers."""
_RESERVED = frozenset(("and", "else", "false", "if", "in", "is", "none", "not", "or", "true"))
"""Words a template would not take for a field."""
_REPEATED = " has the same address."


class Verdict(StrEnum):
    """What a row of a list is; every row is exactly one of these."""

    READY = "ready"
    INVALID = "invalid"
    DUPLICATE = "duplicate"


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


class DuplicateFinder:
    """Remembers the addresses of one list; the first row that holds an address keeps it."""

    def __init__(self) -> None:
        self._first: dict[str, int] = {}

    def first(self, address: str, position: int) -> int:
        """The row that has this address first; `position` itself where it is new."""
        return self._first.setdefault(duplicate_key(address), position)


def normalise_field(header: str, position: int = 1) -> str:
    """Make a header into a field name a template can use: `E-Mail / Büro` is `e_mail_büro`.

    Any script is kept; everything that is no letter, digit or mark becomes one underscore. An empty header becomes
    `column_<position>`, counted from 1.
    """
    text = unicodedata.normalize("NFKC", header).lower()
    # Jinja2 knows the marks of an older Unicode than Python, so both must take the letter.
    words = "".join(
        letter if f"a{letter}".isidentifier() and name_re.fullmatch(letter) else " "
        for letter in text.replace("_", " ")
    ).split()
    name = "_".join(words) or f"column_{position}"
    return name if name.isidentifier() and name not in _RESERVED else f"_{name}"


def guess_mapping(
    headers: Sequence[str], sample: Sequence[Sequence[str]], overrides: Mapping[str, str] | None = None
) -> ColumnMapping:
    """Find the address and name columns; `overrides` maps a field to the header that holds it and is always right.

    The address column is the one with the most valid addresses in `sample`; its name decides a tie. Raises InputError
    for two headers with one name, an override naming no column, and a list without addresses.
    """
    own = [normalise_field(header, number) for number, header in enumerate(headers, 1)]
    _refuse_duplicates(headers, own)
    chosen = {normalise_field(name): _find(headers, header) for name, header in (overrides or {}).items()}
    if "email" not in chosen:
        chosen["email"] = _guess_email(headers, own, sample)
    for meaning in ("first_name", "last_name", "name"):
        position = next((index for index, name in enumerate(own) if _MEANINGS.get(name) == meaning), None)
        if position is not None and meaning not in chosen and position != chosen["email"]:
            chosen[meaning] = position
    # In German lists `Vorname, Name` is a first and a last name.
    if "vorname" in own and "name" in own and "last_name" not in chosen and chosen.get("name") == own.index("name"):
        chosen["last_name"] = chosen.pop("name")
    sources = dict(chosen)
    for index in range(len(own)):
        if sources.get(own[index], index) != index:
            own[index] = _free_name(own[index], {*own, *sources})
        sources[own[index]] = index
    columns = tuple(Column(header.strip(), name) for header, name in zip(headers, own, strict=True))
    return ColumnMapping(columns=columns, sources=sources)


def read_rows(
    rows: Iterable[Sequence[str]], mapping: ColumnMapping, duplicates: DuplicateFinder | None = None
) -> Iterator[Recipient]:
    """Make each row a recipient, in order, none left out. With `duplicates`, later rows of one address say so.

    A row has at least as many cells as the mapping has columns; one with more is invalid, because its values may have
    slipped into the wrong columns.
    """
    sources = tuple(mapping.sources.items())
    at, width = mapping.sources["email"], len(mapping.columns)
    whole = mapping.sources.get("name", -1) != mapping.sources.get("last_name", -1)
    for position, row in enumerate(rows, 1):
        checked = check_address(row[at])
        fields = {name: row[index].strip() for name, index in sources}
        verdict, problem = Verdict.READY, checked.problem
        if len(row) > width:
            problem = f"The row has {len(row)} cells, the list has {width} columns."
        if problem:
            verdict = Verdict.INVALID
        else:
            fields["email"] = checked.address
            first = position if duplicates is None else duplicates.first(checked.address, position)
            if first != position:
                verdict, problem = Verdict.DUPLICATE, f"Row {first}{_REPEATED}"
        yield Recipient(
            position=position,
            address=fields["email"],
            name=(fields.get("name", "") if whole else "") or _full_name(fields) or checked.name,
            fields=fields,
            verdict=verdict,
            problem=problem,
            suggestion=checked.suggestion,
        )


def skip_reason(problem: str) -> str:
    """The verdict behind a problem's sentence, as kept with the row; empty where there is no problem."""
    if not problem:
        return ""
    return (Verdict.DUPLICATE if problem.endswith(_REPEATED) else Verdict.INVALID).value


def _full_name(fields: Mapping[str, str]) -> str:
    return f"{fields.get('first_name', '')} {fields.get('last_name', '')}".strip()


def _refuse_duplicates(headers: Sequence[str], own: Sequence[str]) -> None:
    seen: dict[str, int] = {}
    for index, name in enumerate(own):
        first = seen.setdefault(name, index)
        if first != index:
            raise InputError(
                f"Columns {first + 1} (“{headers[first].strip()}”) and {index + 1} (“{headers[index].strip()}”) "
                "have the same name.",
                remedy="Rename one of them in the first row of the list.",
                code="duplicate_headers",
            )


def _find(headers: Sequence[str], wanted: str) -> int:
    same = [index for index, header in enumerate(headers) if _folded(header) == _folded(wanted)]
    if not same:
        raise InputError(
            f"The list has no column “{wanted.strip()}”.",
            remedy=f"Its columns are: {_listed(headers)}.",
            code="mapping",
        )
    return same[0]


def _guess_email(headers: Sequence[str], own: Sequence[str], sample: Sequence[Sequence[str]]) -> int:
    def score(index: int) -> tuple[int, bool, bool]:
        cells = (row[index] for row in sample if index < len(row))
        valid = sum(1 for cell in cells if "@" in cell and not check_address(cell).problem)
        return valid, own[index] == "email", _MEANINGS.get(own[index]) == "email"

    # Of equals max() takes the first, the leftmost column.
    best = max(range(len(own)), key=score, default=-1)
    if best < 0 or not any(score(best)):
        raise InputError(
            "No column holds e-mail addresses.",
            remedy=f"The columns found are: {_listed(headers)}. Choose another file, or say which column it is.",
            code="no_email_column",
        )
    return best


def _free_name(name: str, taken: set[str]) -> str:
    number = 2
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"


def _folded(header: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", header).casefold().split())


def _listed(headers: Sequence[str], most: int = 12) -> str:
    names = [header.strip() or f"column_{number}" for number, header in enumerate(headers, 1)]
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
