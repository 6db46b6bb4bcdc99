"""Lists that would take the memory, the time or the truth: each is refused with a sentence, and nothing goes down."""

from __future__ import annotations

import csv
import io
import os
import struct
import subprocess
import sys
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fakes.list_corpus import CORPUS, Case
from tests.fakes.workbooks import archive, inline, ods, xls, xlsx

from sendoff.adapters.tabular import open_table, write_csv
from sendoff.adapters.tabular.lists import ListFiles
from sendoff.adapters.tabular.table import Table
from sendoff.adapters.tabular.xlsx_sheets import closely, glance
from sendoff.core.errors import InputError
from sendoff.core.listing import ReadOptions

ROW = f'<row r="1">{inline("A1", "anna@example.com")}</row>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def put(folder: Path, raw: bytes, name: str) -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


def refused(path: Path, options: ReadOptions | None = None) -> InputError:
    with pytest.raises(InputError) as caught:
        list(open_table(path, options or ReadOptions()).rows())
    assert caught.value.where == path.name
    assert caught.value.title.endswith(".")
    assert caught.value.remedy.endswith(".")
    return caught.value


def ods_cell(text: str, repeated: int = 1) -> str:
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeated}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def xlsb(row: int, column: int) -> bytes:
    return b"\x00\x04" + struct.pack("<I", row) + b"\x02\x04" + struct.pack("<I", column)


def beyond(raw: bytes) -> bytes:
    """An XLS whose sheet begins behind its end, at which its reader panics."""
    return raw[: 1536 + 32] + b"\x7f" + raw[1536 + 33 :]


def circle(raw: bytes) -> bytes:
    """An XLS whose second sector of data is followed by itself."""
    return raw[: 512 + 12] + struct.pack("<I", 3) + raw[512 + 16 :]


def lying(raw: bytes, part: str) -> bytes:
    """The archive with a part that says it is tiny."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        size = package.getinfo(part).file_size
    return raw.replace(struct.pack("<I", size), struct.pack("<I", 9))


FAR = ROW + f'<row r="1048576">{inline("XFD1048576", "z")}</row>'
BARE = '<row r="{row}"><c t="inlineStr"><is><t>z</t></is></c></row>'
BOMBS = {
    "a cell far out": ("far.xlsx", xlsx(FAR), "too_large"),
    "a cell far out, oddly written": ("far.xlsx", xlsx(ROW + "<row><c\n r = 'XFD1048576'><v/></c></row>"), "too_large"),
    "a cell beyond all columns": ("far.xlsx", xlsx(ROW + "<row><c r='AAAAAAA99999'><v>1</v></c></row>"), "too_large"),
    "a cell without bound": ("far.xlsx", xlsx(ROW + f'<row r="2">{inline("ZZZZZZ2", "z")}</row>'), "too_large"),
    "a cell of eight letters": ("far.xlsx", xlsx(ROW + f'<row r="2">{inline("AAAAZZZZ2", "z")}</row>'), "too_large"),
    "a cell with zeros in front": ("far.xlsx", xlsx(ROW + f'<row>{inline("XFD000001048576", "z")}</row>'), "too_large"),
    "a row far out without its cell's place": ("far.xlsx", xlsx(ROW + BARE.format(row=99_999_999)), "too_large"),
    "abbreviations": ("laughs.xlsx", xlsx(ROW, strings=f"{LAUGHS}<sst><si><t>&b;</t></si></sst>"), "too_large"),
    "abbreviations in ODS": ("laughs.ods", ods([["a@example.com"]], prolog=LAUGHS), "too_large"),
    "a size that lies": ("lie.xlsx", lying(xlsx(ROW + " " * 54_321), "xl/worksheets/sheet1.xml"), "damaged"),
    "a billion columns in ODS": (
        "wide.ods",
        ods(body=f"<table:table-row>{ods_cell('x', 10**9)}</table:table-row>"),
        "too_large",
    ),
    "a million wide rows in ODS": (
        "tall.ods",
        ods(body=f'<table:table-row table:number-rows-repeated="1048576">{ods_cell("x", 16_384)}</table:table-row>'),
        "too_large",
    ),
    "no number in ODS": ("odd.ods", ods(body='<table:table-row table:number-rows-repeated="many"/>'), "damaged"),
    "torn ODS": ("torn.ods", archive({"content.xml": "<office:document-content"}), "damaged"),
    "a cell far out in XLS": ("far.xls", xls([["a@example.com"]], far=(65_535, 65_535)), "too_large"),
    "a cell far out in a small XLS": ("far.xls", xls([["a@b.com"]], far=(65_535, 65_535), small=True), "too_large"),
    "a cell far out in XLSB": (
        "far.xlsb",
        archive({"xl/workbook.bin": b"", "xl/worksheets/sheet1.bin": xlsb(0, 0) + xlsb(1_048_575, 16_383)}),
        "too_large",
    ),
    "noise in XLSB": ("torn.xlsb", archive({"xl/worksheets/sheet1.bin": b"\xff"}), "damaged"),
    "a sheet beyond the end in XLS": ("beyond.xls", beyond(xls([["a@example.com"]])), "damaged"),
    "a circle in XLS": ("circle.xls", circle(xls([["a@example.com"]])), "damaged"),
    "a password in XLS": ("locked.xls", xls([["a@example.com"]], locked=True), "password"),
    "NUL bytes": ("nul.csv", b"email\na@example.com\n\0\n", "not_text"),
    "a million columns": ("wide.csv", b"email" + b"," * 999_999 + b"x\na@example.com\n", "too_wide"),
    "no header there": ("list.csv", b"email\na@example.com\n", "header"),
}  # fmt: skip


@pytest.mark.parametrize("what", BOMBS)
def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path, what: str) -> None:
    file, raw, code = BOMBS[what]
    options = ReadOptions(header=99) if code == "header" else None
    assert refused(put(tmp_path, raw, file), options).code == code


_CHILD = """
import resource, sys
from pathlib import Path
from sendoff.adapters.tabular import open_table
from sendoff.core.errors import InputError
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
for path in map(Path, sys.argv[1:]):
    try:
        print(len(open_table(path).sample))
    except InputError as error:
        print(error.code)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a limit of memory is kept so by Linux alone")
def test_workbooks_that_would_take_all_memory_are_refused_with_little_of_it(tmp_path: Path) -> None:
    """In a process of its own: where the reader gets no memory it takes the whole program down."""
    far = [(raw, code) for what, (file, raw, code) in BOMBS.items() if file == "far.xlsx"]
    for number, (raw, _) in enumerate(far):
        put(tmp_path, raw, f"{number}.xlsx")
    paths = [str(tmp_path / f"{number}.xlsx") for number in range(len(far))]
    child = subprocess.run([sys.executable, "-c", _CHILD, *paths], capture_output=True, text=True, check=False)
    assert (child.stdout.split(), child.returncode) == ([code for _, code in far], 0), child.stderr[-500:]
    assert len(far) > 5


def test_a_far_cell_that_holds_nothing_is_no_bomb(tmp_path: Path) -> None:
    """LibreOffice writes the formats of the last row, too."""
    rest = '<row r="1048576"><c r="A1048576" s="0"/><c r="AMJ1048576" s="0"/></row>'
    heads = f'<row r="1">{inline("A1", "email")}</row><row r="2">{inline("A2", "a@example.com")}</row>'
    assert open_table(put(tmp_path, xlsx(heads + rest), "list.xlsx")).sample == (("a@example.com",),)


def test_a_picture_that_looks_like_a_cell_is_no_damage(tmp_path: Path) -> None:
    heads = f'<row r="1">{inline("A1", "email")}</row><row r="2">{inline("A2", "a@example.com")}</row>'
    path = put(tmp_path, xlsx(heads), "list.xlsx")
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/media/image1.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR <c >")
    assert open_table(path).sample == (("a@example.com",),)


def test_cells_without_a_place_are_read_where_they_come(tmp_path: Path) -> None:
    rows = "".join(f'<row><c t="inlineStr"><is><t>{text}</t></is></c></row>' for text in ("email", "a@example.com"))
    assert open_table(put(tmp_path, xlsx(rows), "list.xlsx")).sample == (("a@example.com",),)


@given(
    rows=st.lists(
        st.lists(
            st.tuples(
                st.sampled_from(["", "A", "C", "ZZ", "XFD", "a", "ZZZZZZ", "AAAAAAAAA"]),
                st.sampled_from(
                    ['<c r="{at}" s="1">', "<c r='{at}'>", '<c s="1" r="{at}">', '<x:c\n r = "{at}">', "<c>"]
                ),
                st.sampled_from(["<v>1</v>", "<is><t>x</t></is>", ""]),
            ),
            max_size=3,
        ),
        max_size=4,
    ),
    first=st.sampled_from([1, 7, 1_048_570, 99_999_999]),
    size=st.integers(1, 300),
)
def test_a_glance_never_sees_less_than_a_close_look(
    rows: list[list[tuple[str, str, str]]], first: int, size: int
) -> None:
    """However a sheet is written and wherever it is cut into pieces."""
    raw = '<worksheet xmlns:x="urn:x"><sheetData>'
    for number, cells in enumerate(rows, first):
        raw += f'<row r="{number}">'
        for letters, tag, held in cells:
            opened = tag.format(at=f"{letters or 'B'}{number}")
            raw += f"{opened}{held}</{'x:c' if opened.startswith('<x:') else 'c'}>"
        raw += "</row>"
    whole = f"{raw}</sheetData></worksheet>".encode()
    pieces = [whole[at : at + size] for at in range(0, len(whole), size)]
    glanced, close = glance(pieces), closely(pieces)
    if glanced is not None and close.size != (0, 0):
        assert glanced.top <= close.top <= close.bottom <= glanced.bottom
        assert glanced.left <= close.left <= close.right <= glanced.right
    odd = any(
        tag != '<c r="{at}" s="1">' or letters in ("a", "ZZZZZZ", "AAAAAAAAA")
        for row in rows
        for letters, tag, _ in row
    )
    assert (glanced is None) is (odd or (any(rows) and first > 9_999_999))


def test_libreoffices_repeated_rest_is_no_bomb(tmp_path: Path) -> None:
    assert open_table(put(tmp_path, ods([["email"], ["a@example.com"]]), "list.ods")).sample == (("a@example.com",),)


def test_a_small_old_workbook_is_read(tmp_path: Path) -> None:
    raw = xls([["email", "n"], ["a@example.com", 5]], small=True)
    assert len(raw) < 4096
    assert open_table(put(tmp_path, raw, "list.xls")).sample == (("a@example.com", "5"),)


def test_a_huge_cell_is_refused_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "cell.csv"
    with path.open("wb") as file:
        file.write(b'email,note\na@example.com,"')
        for _ in range(48):
            file.write(b"words and more words\n" * 50_000)
    tracemalloc.start()
    try:
        error = refused(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (error.code, path.stat().st_size > 48_000_000) == ("broken_row", True)
    assert peak < 20_000_000


def test_a_nul_names_its_line(tmp_path: Path) -> None:
    assert "line 3 has a NUL byte" in refused(put(tmp_path, b"email\na@example.com\n\0\n", "x.csv")).title


def test_what_only_hidden_sheets_hold_is_offered(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Geheim").append(["email"])
    book["Geheim"].append(["a@example.com"])
    book["Geheim"].sheet_state = "hidden"
    book.save(tmp_path / "list.xlsx")
    assert "Geheim" in refused(tmp_path / "list.xlsx").remedy
    assert open_table(tmp_path / "list.xlsx", ReadOptions(sheet="Geheim")).headers == ("email",)


def test_errors_and_formulas_come_with_the_value_the_program_saved(tmp_path: Path) -> None:
    cells = '<c r="B2" t="e"><v>#N/A</v></c><c r="C2"><f>1+1</f><v>2</v></c><c r="D2" t="str"><f>A2</f><v>x</v></c>'
    heads = "".join(inline(f"{letter}1", name) for letter, name in zip("ABCD", ("email", "b", "c", "d"), strict=True))
    raw = xlsx(f'<row r="1">{heads}</row><row r="2">{inline("A2", "a@example.com")}{cells}</row>')
    assert open_table(put(tmp_path, raw, "list.xlsx")).sample == (("a@example.com", "", "2", "x"),)


def growing(table: Table, path: Path) -> None:
    rows = iter(table.rows())
    next(rows)
    with path.open("a") as file:
        file.write("late@example.com\n")
    list(rows)


def test_a_file_that_grows_while_it_is_read_is_not_taken(tmp_path: Path) -> None:
    path = put(tmp_path, b"email\n" + b"".join(b"p%d@example.com\n" % number for number in range(20_000)), "list.csv")
    table = open_table(path)
    with pytest.raises(InputError) as caught:
        growing(table, path)
    assert (caught.value.code, caught.value.where) == ("changed", "list.csv")


def test_a_file_that_was_replaced_is_not_taken(tmp_path: Path) -> None:
    path = put(tmp_path, b"email\na@example.com\n", "list.csv")
    table = open_table(path)
    at = path.stat()
    put(tmp_path, b"email\nb@example.com\n", "other.csv").replace(path)
    os.utime(path, ns=(at.st_atime_ns, at.st_mtime_ns))
    with pytest.raises(InputError, match="changed"):
        list(table.rows())


def test_what_was_pasted_is_kept_until_the_end_and_no_longer() -> None:
    lists = ListFiles()
    path = lists.keep_list("Pasted list.txt", (b"a@example.com\n", b"b@example.com"))
    assert [row[0] for row in lists.open_list(path).rows()] == ["a@example.com", "b@example.com"]
    folder = path.parent.parent
    del lists
    assert not folder.exists()


CELL = st.text(st.sampled_from("'=+-@\t\r\n\",;|aZ0 ü王"), max_size=6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
@given(rows=st.lists(st.tuples(CELL, CELL), min_size=1, max_size=8))
def test_an_export_read_back_is_the_same_list(tmp_path: Path, rows: list[tuple[str, str]]) -> None:
    full = [(f"p{number}@example.com", *row) for number, row in enumerate(rows)]
    path = tmp_path / "export.csv"
    assert write_csv(path, ("email", "one", "two"), full) == len(full)
    assert list(open_table(path).rows()) == full
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in csv.reader(file) for cell in row)


def test_the_apostrophes_of_other_programs_are_left_alone(tmp_path: Path) -> None:
    table = open_table(put(tmp_path, b"email,note\na@example.com,'=x\n", "list.csv"))
    assert table.sample == (("a@example.com", "'=x"),)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
@given(
    case=st.sampled_from(CORPUS),
    at=st.floats(0, 1, exclude_max=True),
    cut=st.integers(0, 9),
    bytes_=st.binary(max_size=9),
)
def test_whatever_is_broken_in_a_list_is_said_or_read(
    tmp_path: Path, case: Case, at: float, cut: int, bytes_: bytes
) -> None:
    place = int(at * len(case.raw))
    path = put(tmp_path, case.raw[:place] + bytes_ + case.raw[place + cut :], case.file)
    try:
        table = open_table(path)
        assert all(len(row) >= len(table.headers) for row in table.rows())
    except InputError as error:
        refusal = error
    else:
        return
    assert (refusal.where, bool(refusal.code)) == (case.file, True)
