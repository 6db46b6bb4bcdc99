"""Lists as the world writes them are read whole; what cannot be read says where, what and what to do."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sendoff.adapters.tabular import Table, open_table, write_csv
from sendoff.adapters.tabular.lists import ListFiles
from sendoff.adapters.tabular.workbook import show
from sendoff.core.duplicates import DuplicateFinder
from sendoff.core.errors import InputError
from sendoff.core.listing import ReadOptions
from sendoff.core.recipient import Verdict, guess_mapping, read_rows
from sendoff.services.looks import Looks

_SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
SAMPLES = (_SAMPLES / "spring-sale" / "people.csv", _SAMPLES / "de" / "spring-sale" / "Kunden.csv")

TWO = (("anna@example.com", "Zoë"), ("bob@example.com", "Bob"))
HEADERS = ("email", "name")


def put(folder: Path, content: bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def book(folder: Path, *sheets: Sequence[Sequence[object]], name: str = "list.xlsx") -> Path:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for number, rows in enumerate(sheets, 1):
        sheet = workbook.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append(list(row))
    workbook.save(folder / name)
    return folder / name


def content(table: Table) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    rows = tuple(table.rows())
    assert rows == tuple(table.rows()), "a table can be read again"
    assert table.sample == rows
    return table.headers, rows


PLAIN = "email,name\r\nanna@example.com,Zoë\r\nbob@example.com,Bob\r\n"


@pytest.mark.parametrize(
    ("raw", "encoding", "delimiter"),
    [
        (PLAIN.encode(), "utf-8", ","),
        (PLAIN.encode("utf-8-sig"), "utf-8-sig", ","),
        (PLAIN.encode("cp1252"), "cp1252", ","),
        (PLAIN.encode("utf-16"), "utf-16", ","),
        (PLAIN.encode("utf-16-le"), "utf-16-le", ","),
        (PLAIN.encode("utf-16-be"), "utf-16-be", ","),
        (PLAIN.replace(",", ";").encode("cp1252"), "cp1252", ";"),
        (PLAIN.replace(",", "\t").encode("utf-16"), "utf-16", "\t"),
        (PLAIN.replace(",", "|").encode(), "utf-8", "|"),
        (b"sep=;\r\n" + PLAIN.replace(",", ";").encode(), "utf-8", ";"),
        (b"sep=\t\r\n" + PLAIN.replace(",", "\t").encode(), "utf-8", "\t"),
        (PLAIN.replace("\r\n", "\n").encode(), "utf-8", ","),
        (PLAIN.replace("\r\n", "\r").encode(), "utf-8", ","),
        (PLAIN.rstrip().encode(), "utf-8", ","),
        (PLAIN.replace("\r\n", "\r\n,\r\n  , \r\n\r\n").encode(), "utf-8", ","),
        (PLAIN.replace("\r\n", ",,\r\n").encode(), "utf-8", ","),
        ('"email","name"\r\n"anna@example.com","Zoë"\r\n"bob@example.com","Bob"\r\n'.encode(), "utf-8", ","),
    ],
)
def test_every_dialect_reads_the_same(tmp_path: Path, raw: bytes, encoding: str, delimiter: str) -> None:
    table = open_table(put(tmp_path, raw))
    assert content(table) == (HEADERS, TWO)
    assert (table.notes.encoding, table.notes.delimiter, table.notes.header) == (encoding, delimiter, 1)


def test_quoted_line_breaks_delimiters_and_quotation_marks_stay_in_their_cell(tmp_path: Path) -> None:
    raw = b'email;note\n"anna@example.com";"Mill Lane 1;\n12345 ""Town"", x"\n'
    assert content(open_table(put(tmp_path, raw)))[1] == (("anna@example.com", 'Mill Lane 1;\n12345 "Town", x'),)


def test_commas_in_names_do_not_make_a_semicolon_list_a_comma_list(tmp_path: Path) -> None:
    raw = b"Name, first;Email\nLee, Anna;anna@example.com\nRay, Bob;bob@example.com\n"
    assert content(open_table(put(tmp_path, raw)))[0] == ("Name, first", "Email")


def test_right_to_left_and_east_asian_names(tmp_path: Path) -> None:
    raw = "البريد الإلكتروني,الاسم\nnour@example.com,نور الهدى\nnoa@example.com,נועה כהן\nwang@example.com,王芳\n"
    table = open_table(put(tmp_path, raw.encode()))
    mapping = guess_mapping(table.headers, table.sample)
    assert [row.name for row in read_rows(table.rows(), mapping)] == ["نور الهدى", "נועה כהן", "王芳"]


def test_said_encoding_and_delimiter_are_taken(tmp_path: Path) -> None:
    path = put(tmp_path, "email|имя\nanna@example.com|Анна\n".encode("cp1251"), "list.txt")
    table = open_table(path, ReadOptions(encoding="windows-1251", delimiter="|"))
    assert content(table) == (("email", "имя"), (("anna@example.com", "Анна"),))
    assert open_table(put(tmp_path, b"email\tx\na@b.com\ty\n"), ReadOptions(delimiter="tab")).headers == ("email", "x")


def test_a_list_without_headers_gets_some(tmp_path: Path) -> None:
    table = open_table(put(tmp_path, b"Anna,anna@example.com\nBob,bob@example.com,x\n"))
    assert content(table)[0] == ("column_1", "column_2", "column_3")
    assert len(content(table)[1]) == 2
    assert table.notes.header == 0


def test_a_plain_list_of_mailboxes(tmp_path: Path) -> None:
    raw = b'Anna Lee <anna@example.com>,\n\n"Ray, Bob" <bob@example.com>\ncarl@example.com;\n'
    table = open_table(put(tmp_path, raw, "list.txt"))
    rows = (("anna@example.com", "Anna Lee"), ("bob@example.com", "Ray, Bob"), ("carl@example.com", ""))
    assert content(table) == (HEADERS, rows)


def test_a_plain_list_keeps_its_broken_lines(tmp_path: Path) -> None:
    lines = [f"p{number}@example.com" for number in range(20)]
    table = open_table(put(tmp_path, "\n".join([*lines, "nobody, at home"]).encode(), "list.txt"))
    assert content(table)[1][-1] == ("nobody, at home", "")


def test_short_rows_are_padded_and_long_ones_kept(tmp_path: Path) -> None:
    table = open_table(put(tmp_path, b"email,name\na@example.com\nb@example.com,Bob,Paper\nc@example.com,Carl,,\n"))
    assert content(table)[1] == (
        ("a@example.com", ""),
        ("b@example.com", "Bob", "Paper"),
        ("c@example.com", "Carl"),
    )


def test_a_column_without_a_header_is_kept(tmp_path: Path) -> None:
    table = open_table(put(tmp_path, b"email,name,\na@example.com,Anna,Bonn\n"))
    assert content(table) == (("email", "name", ""), (("a@example.com", "Anna", "Bonn"),))


def test_a_workbook_shows_what_people_see(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        [],
        [
            ["email", "n", "share", "phone", "zip", "day", "at", "paid"],
            [
                "anna@example.com",
                5,
                0.1,
                4915112345678,
                "00123",
                dt.date(2024, 5, 1),
                dt.datetime(2024, 5, 1, 9, 5),  # noqa: DTZ001 -- cells have no time zone
                True,
            ],
            [None] * 8,
            ["bob@example.com"],
        ],
        [["email"], ["carl@example.com"]],
    )
    table = open_table(path)
    assert table.notes.sheet == "Sheet 2"
    assert table.notes.sheets == ("Sheet 1", "Sheet 2", "Sheet 3")
    assert content(table)[1] == (
        ("anna@example.com", "5", "0.1", "4915112345678", "00123", "2024-05-01", "2024-05-01 09:05", "TRUE"),
        ("bob@example.com", *[""] * 7),
    )
    assert content(open_table(path, ReadOptions(sheet="sheet 3")))[1] == (("carl@example.com",),)


def test_a_workbook_under_the_name_of_a_csv_and_the_other_way_round(tmp_path: Path) -> None:
    rows = content(open_table(book(tmp_path, [HEADERS, *TWO], name="list.xlsx").rename(tmp_path / "export.csv")))
    assert rows == (HEADERS, TWO)
    assert content(open_table(put(tmp_path, PLAIN.replace(",", "\t").encode(), "export.xls"))) == (HEADERS, TWO)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (3.0, "3"), (-2.0, "-2"), (0.1 + 0.2, "0.3"), (1e20, "1e+20"), (7, "7"), (False, "FALSE"),
        (dt.time(9, 5), "09:05"), (dt.timedelta(hours=30), "30:00"), ("007", "007"),
    ],
)  # fmt: skip
def test_cells_as_text(cell: float | str | dt.time | dt.timedelta, text: str) -> None:
    assert show(cell) == text


VCARDS = """BEGIN:VCARD\r
VERSION:3.0\r
N:Lee;Anna;;;\r
FN:Anna Lee\r
EMAIL;TYPE=INTERNET:old@example.com\r
item1.EMAIL;TYPE=INTERNET,PREF:anna@\r
 example.com\r
ORG:Paper\\, Ink;Sales\r
PHOTO;ENCODING=b:AAAA\r
 BBBB\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=\r
=B6rg\r
EMAIL:joerg@example.com\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:4.0\r
FN:No Mail\r
END:VCARD\r
BEGIN:VCARD\r
FN:Cut Off\r
EMAIL;PREF=1:"""


def test_an_address_book(tmp_path: Path) -> None:
    table = open_table(put(tmp_path, (VCARDS + "cut@example.com").encode(), "people.vcf"))
    assert content(table) == (
        ("email", "name", "first_name", "last_name", "company", "other_emails"),
        (
            ("anna@example.com", "Anna Lee", "Anna", "Lee", "Paper, Ink", "old@example.com"),
            ("joerg@example.com", "Jörg Müller", "Jörg", "Müller", "", ""),
            ("", "No Mail", "", "", "", ""),
            ("cut@example.com", "Cut Off", "", "", "", ""),
        ),
    )


def archive(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return buffer.getvalue()


OLE = bytes.fromhex("D0CF11E0A1B11AE1")
BAD: dict[str, tuple[str, bytes, str]] = {
    "an unknown kind": ("list.pdf", b"%PDF", "unknown_kind"),
    "no ending": ("list", b"a@example.com", "unknown_kind"),
    "a document of Numbers": ("list.numbers", b"PK", "unknown_kind"),
    "a note of Excel": ("~$list.xlsx", b"\x04Anna", "lock_file"),
    "nothing": ("list.csv", b"", "empty_list"),
    "only blanks": ("list.csv", b"\r\n , ,\r\n", "empty_list"),
    "only a mark": ("list.csv", b"\xef\xbb\xbf", "empty_list"),
    "only headers": ("list.csv", b"email,name\r\n", "empty_list"),
    "a picture": ("list.csv", b"\x89PNG\r\n\x1a\n\0\0\0", "not_text"),
    "control characters": ("list.csv", b"\x01\x02\x03email\n" * 9, "not_text"),
    "a zero far down": ("list.csv", b"email\n" + b"a@example.com\n" * 99_999 + b"\0\n", "not_text"),
    "one endless line": ("list.csv", b"a" * (18 << 20), "not_text"),
    "no known encoding": ("list.csv", b"email\n" + bytes(range(0x80, 0x100)) + b"\n", "unknown_encoding"),
    "an open quotation mark": ("list.csv", b'email,x\n"anna@example.com,1\nb@example.com,2\n', "broken_row"),
    "a stray quotation mark": ("list.csv", b'email,x\na@example.com,"A "B" C"\n', "broken_row"),
    "a huge cell": ("list.csv", b"email,x\na@example.com," + b"x" * 1_000_001 + b"\n", "broken_row"),
    "too many columns": ("list.csv", b"email" + b",x" * 2_000 + b"\n1\n", "too_wide"),
    "a long row": ("list.csv", b"email\n" + b"a@example.com\n" * 1_500 + b",x" * 2_000 + b"\n", "too_wide"),
    "a torn workbook": ("list.xlsx", b"PK\x03\x04 torn", "damaged"),
    "another archive": ("list.xlsx", archive(hello=b"world"), "damaged"),
    "a web page": ("list.xls", b"<html><table><tr><td>a@example.com", "damaged"),
    "noise": ("list.xlsx", b"ab\0\0", "damaged"),
    "a torn old workbook": ("list.xls", OLE + b"\0" * 999, "damaged"),
    "a protected workbook": ("list.xlsx", OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a protected ODS": ("list.ods", archive(**{"META-INF/manifest.xml": b"<m:encryption-data/>"}), "password"),
    "a bomb": ("list.xlsx", archive(**{"xl/worksheets/sheet1.xml": b" " * (30 << 20)}), "too_large"),
    "too many parts": ("list.xlsx", archive(**{f"part{number}": b"" for number in range(1_001)}), "too_large"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_give_one_sentence_with_the_file_and_a_remedy(tmp_path: Path, name: str) -> None:
    file, raw, code = BAD[name]
    path = put(tmp_path, raw, file)
    with pytest.raises(InputError) as caught:
        list(open_table(path).rows())
    error = caught.value
    assert (error.code, error.where) == (code, file)
    assert error.title.endswith(".")
    assert error.remedy.endswith(".")
    assert str(tmp_path) not in str(error)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux tells which files are open")
def test_a_broken_list_is_not_kept_open_by_its_fault(tmp_path: Path) -> None:
    path = put(tmp_path, b'email,name\na@example.com,"A"x\n' + b"b@example.com,B\n" * 9, "list.csv")
    with pytest.raises(InputError) as caught:
        list(open_table(path).rows())
    assert caught.value.code == "broken_row"
    assert str(path) not in [os.path.realpath(one) for one in Path("/proc/self/fd").iterdir()]


def test_what_to_do_with_a_file_depends_on_its_kind(tmp_path: Path) -> None:
    said = {}
    for kind in (".numbers", ".pdf", ".png", ".zip", ".gsheet", ".accdb", ".what"):
        with pytest.raises(InputError) as caught:
            open_table(put(tmp_path, b"x", f"list{kind}"))
        said[kind] = caught.value.remedy
    assert len(set(said.values())) == len(said)
    assert said[".numbers"] == "In Numbers: File, Export To, Excel or CSV; then choose that file."
    with pytest.raises(InputError) as caught:
        open_table(put(tmp_path, b"x", "~$readers.xlsx"))
    assert caught.value.remedy == "Choose “readers.xlsx”."


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="folder"):
        open_table(tmp_path)
    (tmp_path / "list.csv").mkdir()
    with pytest.raises(InputError, match="folder"):
        open_table(tmp_path / "list.csv")
    with pytest.raises(InputError, match="does not exist"):
        open_table(tmp_path / "gone.csv")


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_an_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.symlink_to(path)
    with pytest.raises(InputError, match="cannot be read"):
        open_table(path)


def test_a_workbook_with_too_many_columns(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="2,001 columns; 2,000 is the most") as caught:
        open_table(book(tmp_path, [["x"] * 2_001, ["a@example.com"]]))
    assert caught.value.code == "too_wide"


def test_an_empty_workbook_and_an_unknown_sheet(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="workbook is empty"):
        open_table(book(tmp_path, []))
    with pytest.raises(InputError, match="no sheet “2025”") as caught:
        open_table(book(tmp_path, [HEADERS, *TWO]), ReadOptions(sheet="2025"))
    assert caught.value.remedy == "Its sheets are: Sheet 1."


def test_a_workbook_torn_inside(tmp_path: Path) -> None:
    source = zipfile.ZipFile(book(tmp_path, [HEADERS, *TWO]))
    parts = {name: source.read(name) for name in source.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    path = put(tmp_path, archive(**{**parts, sheet: parts[sheet][:-150]}), "torn.xlsx")
    with pytest.raises(InputError, match="damaged"):
        open_table(path)


@pytest.mark.parametrize(
    ("encoding", "raw", "sentence"),
    [
        ("utf-8", b"email,name\na@example.com,Zo\xeb\n", "Line 2 is not utf-8 text .byte EB."),
        ("ascii", b"email,name\n\n\xc3\xab,x\n", "Line 3 is not ascii text .byte C3."),
        ("utf-16", PLAIN.encode(), "Line 1 is not utf-16 text"),
        ("klingon", PLAIN.encode(), "There is no encoding “klingon”"),
        ("base64", PLAIN.encode(), "There is no encoding “base64”"),
    ],
)
def test_a_wrong_encoding_names_the_line(tmp_path: Path, encoding: str, raw: bytes, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence) as caught:
        open_table(put(tmp_path, raw), ReadOptions(encoding=encoding))
    assert caught.value.code == "wrong_encoding"


@pytest.mark.parametrize("delimiter", ["::", '"', "\n"])
def test_what_cannot_separate_columns(tmp_path: Path, delimiter: str) -> None:
    with pytest.raises(InputError, match="cannot separate"):
        open_table(put(tmp_path, PLAIN.encode()), ReadOptions(delimiter=delimiter))


def test_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    path = put(tmp_path, PLAIN.encode())
    table = open_table(path)
    path.write_bytes(b"email\n\xff\xff\n")
    with pytest.raises(InputError, match="has changed since") as caught:
        list(table.rows())
    assert caught.value.code == "changed"
    path.unlink()
    with pytest.raises(InputError, match="to its end"):
        list(table.rows())


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n",;|\t'), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    rows=st.lists(st.tuples(CELL, CELL), min_size=1, max_size=15),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
@example(rows=[("\u2028", "\u0085x")], delimiter=",", encoding="utf-8")
def test_rows_out_are_rows_in(tmp_path: Path, rows: list[tuple[str, str]], delimiter: str, encoding: str) -> None:
    full = [(f"p{number}@example.com", *row) for number, row in enumerate(rows)]
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([("email", "one", "two"), *full])
    table = open_table(put(tmp_path, buffer.getvalue().encode(encoding)), ReadOptions(encoding=encoding))
    assert list(table.rows()) == full
    assert table.notes.delimiter == delimiter


def test_exports_cannot_run_formulas_and_can_be_read_back(tmp_path: Path) -> None:
    path = tmp_path / "rejects.csv"
    cells = ["=1+1", "+49", "-5", "@x", "\tx", "\rx", "\nx", "plain", "a=b", "Zoë"]
    assert write_csv(path, ["address", "=cell"], (("a@example.com", cell) for cell in cells)) == 10
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.reader(file))
    assert read[0] == ["address", "'=cell"]
    assert [row[1] for row in read[1:]] == [f"'{cell}" for cell in cells[:7]] + cells[7:]
    assert len(list(open_table(path).rows())) == 10


def test_a_failed_export_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = put(tmp_path, b"old")

    def broken() -> list[tuple[str, ...]]:
        raise InputError("stop")

    with pytest.raises(InputError, match="stop"):
        write_csv(path, ["a"], (row for _ in range(1) for row in broken()))
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("list.csv", b"old")]
    with pytest.raises(InputError, match="cannot be written"):
        write_csv(tmp_path / "gone" / "list.csv", ["a"], [])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_sample_campaign_has_something_to_triage(path: Path) -> None:
    table = open_table(path)
    rows = list(read_rows(table.rows(), guess_mapping(table.headers, table.sample), DuplicateFinder()))
    assert Counter(row.verdict for row in rows) == {Verdict.READY: 245, Verdict.DUPLICATE: 3, Verdict.INVALID: 2}
    assert sum(not row.fields["first_name"] for row in rows) == 4
    assert any(not row.address.isascii() for row in rows)
    assert all(row.address.rpartition("@")[2].rpartition(".")[0] for row in rows if row.verdict is Verdict.READY)


def test_a_cover_and_a_sheet_without_addresses_are_passed_over(tmp_path: Path) -> None:
    looks, people = Looks(ListFiles()), [list(HEADERS), *map(list, TWO)]
    cover = book(tmp_path, [["Our readers"]], people)
    assert looks.look(cover).understood.sheet == "Sheet 2"
    prices = book(tmp_path, [["what", "price"], ["Ink", "3"]], [["a"]], people)
    look = looks.look(prices)
    assert (look.understood.sheet, look.sheets) == ("Sheet 3", ("Sheet 1", "Sheet 2", "Sheet 3"))
    with pytest.raises(InputError, match="what, price"):
        looks.look(prices, ReadOptions(sheet="Sheet 1"))
    without = book(tmp_path, [["what", "price"], ["Ink", "3"]], [["a", "b"], ["1", "2"]])
    with pytest.raises(InputError, match="what, price"):
        looks.look(without)
