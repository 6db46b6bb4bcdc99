"""How the cells of a workbook are shown: the number format of each column, which calamine does not tell.

XLSX is read here and ODS in `ods_formats`; the binary kinds say nothing, and then their dates are known all the same.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import IO
from xml.parsers import expat

from sendoff.core.cell_formats import BUILT_IN

ROWS = 300
"""Rows looked at."""
_CHUNK = 1 << 16
_PART = 16 << 20
"""Bytes of a part that lists formats; larger ones are none that a spreadsheet writes."""
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, struct.error, OSError, ValueError, LookupError, RuntimeError,
    EOFError,
)  # fmt: skip
Attributes = dict[str, str]


class Enough(Exception):  # noqa: N818 -- a signal, not a fault
    """What is wanted of a part was read."""


def column_formats(path: Path, sheet: str, first: int) -> tuple[str, ...]:
    """The format that most figures of each column have, from column `first` (from 0) on; empty where it says nothing.

    A workbook that cannot be read in this way has none: it is a help, and no condition for reading the list.
    """
    with suppress(*_DAMAGE), zipfile.ZipFile(path) as archive:
        names = frozenset(archive.namelist())
        if "xl/workbook.xml" in names:
            found = _xlsx(archive, sheet)
        elif "content.xml" in names:
            from sendoff.adapters.tabular.ods_formats import ods_formats

            found = ods_formats(archive, sheet)
        else:
            return ()
        usual = {column: codes.most_common(1)[0][0] for column, codes in found.items()}
        return tuple(usual.get(column, "") for column in range(first, max(usual, default=-1) + 1))
    return ()


def walk(
    archive: zipfile.ZipFile,
    name: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] = lambda _name: None,
    text: Callable[[str], None] = lambda _words: None,
    *,
    whole: bool = True,
) -> None:
    """Go through the elements of a part, by their names without prefixes, until the end or `Enough`.

    `whole` refuses a part that is larger than any list of formats. Raises ExpatError, ValueError and what zips raise.
    """
    if whole and archive.getinfo(name).file_size > _PART:
        raise ValueError("too large")
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, given: start(_bare(tag), {_bare(key): one for key, one in given.items()})
    parser.EndElementHandler = lambda tag: end(_bare(tag))
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    with suppress(Enough), archive.open(name) as part:
        for chunk in _chunks(part):
            parser.Parse(chunk, False)  # noqa: FBT003 -- expat's own signature
        parser.Parse(b"", True)  # noqa: FBT003 -- likewise


def _refuse(*_: object) -> None:
    raise ValueError("no spreadsheet writes a document type")


def _chunks(part: IO[bytes]) -> Iterator[bytes]:
    return iter(lambda: part.read(_CHUNK), b"")


def _bare(name: str) -> str:
    return name.rpartition(":")[2]


def _xlsx(archive: zipfile.ZipFile, sheet: str) -> dict[int, Counter[str]]:
    codes, target = _cell_codes(archive), _part_of(archive, sheet)
    found: dict[int, Counter[str]] = {}
    cell: list[int] = [-1, 0, 0]  # column, style, 1 for a figure
    rows = 0

    def start(name: str, given: Attributes) -> None:
        nonlocal rows
        match name:
            case "row":
                rows, cell[0] = rows + 1, -1
                if rows > ROWS:
                    raise Enough
            case "c":
                letters = "".join(one for one in given.get("r", "") if one.isalpha())
                cell[0] = _column(letters) if letters else cell[0] + 1
                cell[1:] = int(given.get("s", 0)), int(given.get("t", "n") in {"n", "d"})
            case "v" if cell[2]:
                code = codes[cell[1]] if 0 <= cell[1] < len(codes) else ""
                found.setdefault(cell[0], Counter())[code] += 1

    walk(archive, target, start, whole=False)
    return found


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """The part that holds a sheet. Raises LookupError where there is none."""
    ids: dict[str, str] = {}
    targets: dict[str, str] = {}

    def sheets(name: str, given: Attributes) -> None:
        if name == "sheet":
            ids[given.get("name", "")] = given.get("id", "")

    def relations(name: str, given: Attributes) -> None:
        if name == "Relationship":
            targets[given.get("Id", "")] = given.get("Target", "")

    walk(archive, "xl/workbook.xml", sheets)
    walk(archive, "xl/_rels/workbook.xml.rels", relations)
    target = targets[ids[sheet]]
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)


def _cell_codes(archive: zipfile.ZipFile) -> list[str]:
    """The format of each style of a cell."""
    own: dict[int, str] = {}
    codes: list[str] = []
    within = ""

    def start(name: str, given: Attributes) -> None:
        nonlocal within
        if name in {"cellXfs", "cellStyleXfs"}:
            within = name
        elif name == "numFmt":
            own[int(given["numFmtId"])] = given["formatCode"]
        elif name == "xf" and within == "cellXfs":
            number = int(given.get("numFmtId", 0))
            codes.append(own.get(number) or BUILT_IN.get(number, ""))

    walk(archive, "xl/styles.xml", start)
    return ["" if code == "General" else code for code in codes]
