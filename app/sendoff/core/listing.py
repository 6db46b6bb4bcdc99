"""How a list is read: what a person says about it, and what was understood."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from sendoff.core.errors import InputError
from sendoff.core.language import digits, phrase, quoted, tr

HEADER_LIMIT = 1_000
"""The furthest row that can hold the column names."""
MIXED = "utf-8+cp1252"
"""Our name for UTF-8 with some lines in Windows-1252 between, as joined exports have them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What a person says about a list; what is left empty is guessed."""

    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    header: int | None = None
    """The row with the column names, counted from 1, blank rows too; 0 = the list has none."""
    mapping: Mapping[str, str] = field(default_factory=dict)
    """Merge field → the column it is read from."""
    names: str = ""
    """`whole` leaves whole names as they are, `split` takes first and last names from them, as a guess does."""

    def over(self, other: ReadOptions) -> ReadOptions:
        """These options, and the other ones where these say nothing."""
        return ReadOptions(
            sheet=self.sheet or other.sheet,
            encoding=self.encoding or other.encoding,
            delimiter=self.delimiter or other.delimiter,
            header=other.header if self.header is None else self.header,
            mapping={**other.mapping, **self.mapping},
            names=self.names or other.names,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """How a list was read, and how else it might be; empty where it does not apply."""

    kind: str = ""
    """`csv`, `workbook`, `vcard`, or `addresses` for a list of mailboxes."""
    encoding: str = ""
    encodings: tuple[str, ...] = ()
    """Encodings the text could also be in, the likeliest first."""
    delimiter: str = ""
    delimiters: tuple[str, ...] = ()
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    header: int = 0
    """The row with the column names, counted from 1; 0 = there are none, the columns got numbers."""


class TableSource(Protocol):
    """An opened list."""

    @property
    def headers(self) -> tuple[str, ...]: ...

    @property
    def sample(self) -> tuple[tuple[str, ...], ...]:
        """The first rows, at least one."""
        ...

    @property
    def notes(self) -> Understood: ...

    @property
    def formats(self) -> tuple[str, ...]:
        """How a workbook shows the figures of its columns, such as `dd.mm.yyyy`; may be shorter than the headers."""
        ...

    def rows(self) -> Iterable[Sequence[str]]:
        """Every row that is not blank, as text, at least as wide as the headers; may be called again and again.

        Raises InputError where the file is damaged further down or has changed since it was opened.
        """
        ...


def fingerprint(understood: Understood, headers: Sequence[str], file_name: str) -> str:
    """What two lists of one shape share: format, encoding, delimiter and headers; without headers the file's name.

    The encoding belongs to it, so that what was said of one program's exports is not applied to another's.
    """
    names = headers if understood.header or understood.kind == "vcard" else (file_name, str(len(headers)))
    parts = (understood.kind, understood.encoding, understood.delimiter, *(name.strip().casefold() for name in names))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def options_as_values(options: ReadOptions) -> dict[str, object]:
    """The options for a settings file: only what was said."""
    values: dict[str, object] = {
        name: value for name in ("sheet", "encoding", "delimiter", "names") if (value := getattr(options, name))
    }
    if options.header is not None:
        values["header"] = options.header
    if options.mapping:
        values["mapping"] = dict(options.mapping)
    return values


def options_from_values(values: object) -> ReadOptions:
    """The options of a settings file; what is not of the expected kind is left out, for people edit such files."""
    if not isinstance(values, Mapping):
        return ReadOptions()
    sheet, encoding, delimiter = (
        value if isinstance(value := values.get(name), str) else "" for name in ("sheet", "encoding", "delimiter")
    )
    header, mapping = values.get("header"), values.get("mapping")
    options = ReadOptions(sheet=sheet, encoding=encoding, delimiter=delimiter)
    if (names := values.get("names")) in ("whole", "split"):
        options = replace(options, names=names)
    if isinstance(header, int) and 0 <= header <= HEADER_LIMIT:
        options = replace(options, header=header)
    if isinstance(mapping, Mapping):
        options = replace(
            options, mapping={k: v for k, v in mapping.items() if isinstance(k, str) and isinstance(v, str)}
        )
    return options


def check_header(header: int | None, where: str) -> None:
    """Refuse a header row that cannot be. Raises InputError."""
    if header is not None and not 0 <= header <= HEADER_LIMIT:
        raise InputError(
            tr("Row {header} cannot hold the column names.", header=digits(f"{header:,}")),
            remedy=tr(
                "Name a row from 1 to {header_limit}, or 0 where the list has no column names.",
                header_limit=digits(f"{HEADER_LIMIT:,}"),
            ),
            where=where,
            code="header",
        )


_KINDS = {
    "csv": phrase("A table"),
    "workbook": phrase("A workbook"),
    "vcard": phrase("An address book"),
    "addresses": phrase("A list of addresses"),
}
_DELIMITERS = {",": phrase("commas"), ";": phrase("semicolons"), "\t": phrase("tabs"), "|": phrase("bars")}
_ENCODINGS = {
    "mac_roman": "Mac Roman",
    "mac-roman": "Mac Roman",
    "iso8859-15": "ISO-8859-15",
    "cp932": "Shift-JIS",
    "cp949": "EUC-KR",
    "utf-8-sig": "UTF-8",
}
_LETTERS = {
    "cp1250": phrase("Central European"),
    "cp1251": phrase("Cyrillic"),
    "cp1252": phrase("Western European"),
    "cp1253": phrase("Greek"),
    "cp1254": phrase("Turkish"),
    "cp1255": phrase("Hebrew"),
    "cp1256": phrase("Arabic"),
    "cp1257": phrase("Baltic"),
    "iso8859-15": phrase("Western European"),
    "mac_roman": phrase("Western European"),
    "mac-roman": phrase("Western European"),
    "koi8-r": phrase("Cyrillic"),
    "cp932": phrase("Japanese"),
    "shift_jis": phrase("Japanese"),
    "gb18030": phrase("Chinese"),
    "big5": phrase("Chinese, traditional"),
    "euc_kr": phrase("Korean"),
    "cp949": phrase("Korean"),
}
"""Whose letters an encoding has, where its name alone says that only to experts."""


def encoding_label(name: str) -> str:
    """An encoding as people know it: `cp1252` is Western European (Windows-1252)."""
    if name == MIXED:
        return tr("UTF-8, some lines in Windows-1252")
    windows = name.startswith("cp125") and name.removeprefix("cp").isdigit()
    known = _ENCODINGS.get(name) or (tr("Windows-{name}", name=name[2:]) if windows else name.replace("_", "-").upper())
    return tr("{letters} ({name})", letters=tr(_LETTERS[name]), name=known) if name in _LETTERS else known


def understood_sentences(understood: Understood, *, remembered: bool = False) -> str:
    """What was understood, for people, such as `An address book, in UTF-8`."""
    first = tr(_KINDS.get(understood.kind, tr("A list")))
    if understood.delimiter:
        sign = understood.delimiter
        named = tr(_DELIMITERS[sign]) if sign in _DELIMITERS else quoted(sign)
        first += tr(" with {named} between the columns", named=named)
    if understood.encoding:
        first += tr(", in {encoding_label}", encoding_label=encoding_label(understood.encoding))
    if understood.encodings[1:]:
        more = ", ".join(map(encoding_label, understood.encodings[1:]))
        first += tr("; where letters look wrong, try {more}", more=more)
    sentences = [first]
    if understood.sheet:
        others = [name for name in understood.sheets if name != understood.sheet]
        sentences.append(
            tr("Sheet “{sheet}”", sheet=understood.sheet)
            + (tr("; there is also {others}", others=", ".join(others)) if others else "")
        )
    if understood.kind in {"csv", "workbook"}:
        row = (
            tr("Its column names are in row {header}", header=digits(f"{understood.header:,}"))
            if understood.header
            else tr("It has no column names")
        )
        sentences.append(row)
    if remembered:
        sentences.append(tr("It is read as last time"))
    return ". ".join(sentences) + "."
