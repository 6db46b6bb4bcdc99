"""Workbooks as other programs write them, byte by byte: ODS and XLSX by hand, and the old XLS (MS-XLS, MS-CFB)."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

Cells = Sequence[Sequence[object]]

_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SECTOR = 512


def archive(files: dict[str, str | bytes]) -> bytes:
    """A zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return buffer.getvalue()


def ods(rows: Cells = (), *, body: str = "", prolog: str = "") -> bytes:
    """As LibreOffice writes it, with the empty rest of the sheet repeated; `body` instead of rows is taken as it is."""
    rest = '<table:table-cell table:number-columns-repeated="16300"/>'
    body = (
        body
        or "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}{rest}</table:table-row>" for row in rows)
        + f'<table:table-row table:number-rows-repeated="1048000">{rest}</table:table-row>'
    )
    names = " ".join(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "table", "text"))
    return archive({
        "mimetype": _ODS,
        "META-INF/manifest.xml": f'<?xml version="1.0"?><m:manifest xmlns:m="{_OASIS}:manifest:1.0"><m:file-entry '
        f'm:full-path="/" m:media-type="{_ODS}"/></m:manifest>',
        "content.xml": f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<office:document-content {names}><office:body>'
        f'<office:spreadsheet><table:table table:name="Tabelle1">{body}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>",
    })  # fmt: skip


def _ods_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        kind = f'office:value-type="float" office:value="{value}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def xlsx(sheet: str, *, strings: str = "", hidden: bool = False) -> bytes:
    """As web programs write it: one sheet with the given XML rows."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    state = ' state="hidden"' if hidden else ""
    shared = {"xl/sharedStrings.xml": strings} if strings else {}
    return archive({
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType='
        f'"{kind}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{office}/'
        'officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Form responses" '
        f'sheetId="1"{state} r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="b" Type='
        f'"{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="{office}/sharedStrings" '
        'Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
        **shared,
    })  # fmt: skip


def inline(place: str, text: str) -> str:
    """A cell of XLSX that holds its text itself."""
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def xls(rows: Cells, *, far: tuple[int, int] | None = None, locked: bool = False, small: bool = False) -> bytes:
    """As Excel 97 to 2003 wrote it; `far` = a last cell at this row and column, counted from 0."""
    name = "Tabelle1"
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    head = _record(0x0809, begin) + (_record(0x002F, bytes(54)) if locked else b"") + _record(0x0042, b"\xb0\x04")
    bound = struct.pack("<IBBBB", len(head) + 4 + 8 + len(name) + 4, 0, 0, len(name), 0) + name.encode()
    cells = b"".join(_xls_cell(y, x, value) for y, row in enumerate(rows) for x, value in enumerate(row))
    if far:
        cells += _xls_cell(*far, "z")
    sheet = _record(0x0809, begin[:2] + b"\x10\x00" + begin[4:]) + cells + _record(0x000A, b"")
    return _compound(head + _record(0x0085, bound) + _record(0x000A, b"") + sheet, small=small)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _xls_cell(row: int, column: int, value: object) -> bytes:
    if value is None:
        return b""
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, int | float):
        return _record(0x0203, place + struct.pack("<d", value))
    text = str(value)
    return _record(0x0204, place + struct.pack("<HB", len(text), 1) + text.encode("utf-16-le"))


def _compound(stream: bytes, *, small: bool) -> bytes:
    """A compound file with one stream, `Workbook`; a small one lies in pieces of 64 bytes in the root's stream."""
    size = len(stream) if small else max(len(stream), 4096)
    stream = stream.ljust(size, b"\0")
    stream += bytes(-len(stream) % _SECTOR)
    first = 3 if small else 2
    fat = _table([_FAT, _END, *[_END] * small], len(stream) // _SECTOR)
    pieces = _table([], len(stream) // 64) if small else b""
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        bytes.fromhex("D0CF11E0A1B11AE1"), bytes(16), 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 2 if small else _END,
        int(small), _END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    root = _entry("Root Entry", 5, first if small else _END, len(stream) if small else 0, child=1)
    entries = root + _entry("Workbook", 2, 0 if small else first, size)
    return header + fat + entries.ljust(_SECTOR, b"\0") + pieces + stream


def _table(head: list[int], count: int) -> bytes:
    """A sector of a table: after `head` one chain of `count`."""
    chain = [*head, *range(len(head) + 1, len(head) + count), _END]
    assert len(chain) <= _SECTOR // 4
    return struct.pack("<128I", *chain, *[_FREE] * (_SECTOR // 4 - len(chain)))


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _FREE) -> bytes:
    raw = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", raw, len(raw) + 2, kind, 1, _FREE, _FREE, child, bytes(16), 0, 0, 0, start, size
    )
