"""Address books: vCard 2.1 (quoted-printable), 3.0 (RFC 2426) and 4.0 (RFC 6350), as far as a mailing needs them."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from pathlib import Path

from sendoff.adapters.tabular.encoding import find_encodings, read_lines
from sendoff.adapters.tabular.table import CELL_LIMIT, Row, Table, make_table
from sendoff.core.listing import ReadOptions, Understood

HEADERS = ("email", "name", "first_name", "last_name", "company", "other_emails")

_ESCAPED = re.compile(r"\\(.)")
_PARAMETER = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')


def open_vcard(path: Path, options: ReadOptions) -> Table:
    """Open an address book; each card is a row, also one without an address. Raises InputError."""
    encodings = find_encodings(path, options.encoding)
    notes = Understood(kind="vcard", encoding=encodings[0], encodings=encodings)
    return make_table(lambda: _cards(path, encodings[0]), notes, path=path, headers=HEADERS)


def _cards(path: Path, encoding: str) -> Iterator[Row]:
    card: list[tuple[str, str, str]] = []
    for line in _unfolded(path, encoding):
        head, _, value = line.partition(":")
        name = head.upper()
        if name in {"BEGIN", "END"}:
            if card:
                yield _row(card)
            card = []
        else:
            name, parameters = _split_head(name)
            card.append((name, parameters, _decoded(value, parameters)))
    # A card that was cut off is shown rather than lost.
    if card:
        yield _row(card)


def _row(card: list[tuple[str, str, str]]) -> Row:
    mails = [(parameters, value) for name, parameters, value in card if name == "EMAIL" and value.strip()]
    # The preferred address first; sorting keeps the order of the rest.
    mails.sort(key=lambda mail: not re.search(r"\bPREF\b", mail[0]))
    addresses = [_plain(value) for _, value in mails]
    values = {name: value for name, _, value in reversed(card)}
    last, first, *_ = [_plain(part) for part in re.split(r"(?<!\\);", values.get("N", ""))] + ["", ""]
    company = _plain(re.split(r"(?<!\\);", values.get("ORG", ""))[0])
    full = _plain(values.get("FN", "")) or f"{first} {last}".strip()
    return (addresses[0] if addresses else "", full, first, last, company, ", ".join(addresses[1:]))


def _unfolded(path: Path, encoding: str) -> Iterator[str]:
    """Join folded lines (RFC 6350 3.2) and quoted-printable ones that end in `=`."""
    whole = ""
    for line in read_lines(path, encoding):
        text = line.rstrip("\r\n")
        if whole.endswith("=") and "QUOTED-PRINTABLE" in whole.partition(":")[0].upper():
            whole = whole[:-1] + text
        elif text[:1] in {" ", "\t"}:
            if len(whole) < CELL_LIMIT:  # a picture may be as long as it likes; nobody looks at it
                whole += text[1:]
        else:
            if whole:
                yield whole
            whole = text
    if whole:
        yield whole


def _split_head(head: str) -> tuple[str, str]:
    name, *parameters = _PARAMETER.split(head)
    return name.rpartition(".")[2].strip(), ";".join(parameters)


def _decoded(value: str, parameters: str) -> str:
    if "QUOTED-PRINTABLE" not in parameters:
        return value
    charset = re.search(r"CHARSET=([\w-]+)", parameters)
    data = quopri.decodestring(value.encode("utf-8", "replace"))
    try:
        return data.decode(charset[1] if charset else "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _plain(value: str) -> str:
    return " ".join(_ESCAPED.sub(lambda match: " " if match[1] in "nN" else match[1], value).split())
