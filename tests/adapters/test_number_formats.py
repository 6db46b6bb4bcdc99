"""How a workbook shows its columns is read from real XLSX and ODS files, and nothing of it can spoil a list."""

from __future__ import annotations

import datetime as dt
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.fakes.workbooks import archive, ods

from sendoff.adapters.tabular import open_table
from sendoff.adapters.tabular.number_formats import column_formats
from sendoff.adapters.tabular.table import COLUMN_LIMIT
from sendoff.core.errors import InputError
from sendoff.core.listing import ReadOptions

HEADERS = ("E-mail", "Last order", "Amount", "Discount", "Guests")
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(
    f'xmlns:{name}="{_OASIS}:{space}:1.0"'
    for name, space in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
                        ("number", "datastyle"))
)  # fmt: skip
STYLES = """
<number:date-style style:name="N1"><number:day number:style="long"/><number:text>.</number:text>
<number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/></number:date-style>
<number:date-style style:name="N2"><number:day/><number:text>. </number:text>
<number:month number:style="long" number:textual="true"/><number:text> </number:text>
<number:year number:style="long"/><number:text> </number:text><number:hours number:style="long"/>
<number:text>:</number:text><number:minutes number:style="long"/></number:date-style>
<number:date-style style:name="N3" number:format-source="language"><number:day/><number:text>/</number:text>
<number:month/></number:date-style>
<number:currency-style style:name="N4P0"><number:number number:decimal-places="2" number:min-decimal-places="2"
number:min-integer-digits="1" number:grouping="true"/><number:text> </number:text>
<number:currency-symbol number:language="de" number:country="DE">€</number:currency-symbol></number:currency-style>
<number:currency-style style:name="N4"><number:text>-</number:text><number:number number:decimal-places="2"
number:min-integer-digits="1" number:grouping="true"/><number:text> </number:text>
<number:currency-symbol>€</number:currency-symbol>
<style:map style:condition="value()&gt;=0" style:apply-style-name="N4P0"/></number:currency-style>
<number:percentage-style style:name="N5"><number:number number:decimal-places="1" number:min-integer-digits="1"/>
<number:text>%</number:text></number:percentage-style>
<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="ce2" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="ce3" style:family="table-cell" style:data-style-name="N3"/>
<style:style style:name="ce4" style:family="table-cell" style:data-style-name="N4"/>
<style:style style:name="ce5" style:family="table-cell" style:parent-style-name="Share"/>
"""
NAMED = '<style:style style:name="Share" style:family="table-cell" style:data-style-name="N5"/>'


def xlsx_by_openpyxl(path: Path) -> Path:
    book = Workbook()
    page = book.active
    page.title = "Readers"
    page.append(HEADERS)
    for day in range(3, 9):
        page.append((f"a{day}@example.org", dt.date(2026, 3, day), 84.5 * day, 0.15, day))
        for column, code in (("B", "dd.mm.yyyy"), ("C", '0.00 "€"'), ("D", "0%")):
            page[f"{column}{day - 1}"].number_format = code
    book.create_sheet("Old").append(("E-mail", "Since"))
    book["Old"].append(("old@example.org", dt.date(2020, 1, 1)))
    book["Old"]["B2"].number_format = "mmmm yyyy"
    book.save(path)
    return path


def xlsx_by_xlsxwriter(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Readers")
        looks = [book.add_format({"num_format": code}) for code in ("dd.mm.yyyy", '0.00 "€"', "0%")]
        for column, header in enumerate(HEADERS):
            page.write(2, column + 1, header)
        for row in range(3, 9):
            page.write(row, 1, f"a{row}@example.org")
            page.write_datetime(row, 2, dt.datetime(2026, 3, row), looks[0])  # noqa: DTZ001 -- a day has no time zone
            page.write(row, 3, 84.5 * row, looks[1])
            page.write(row, 4, 0.15, looks[2])
            page.write(row, 5, row)
        page.write(0, 1, "Readers of the spring list")
    return path


def ods_document(path: Path, cells: str, *, columns: str = "") -> Path:
    def part(kind: str, inside: str) -> str:
        return f'<?xml version="1.0" encoding="UTF-8"?><office:{kind} {_NAMES}>{inside}</office:{kind}>'

    head = [f'<table:table-cell office:value-type="string"><text:p>{one}</text:p></table:table-cell>'
            for one in HEADERS[:4]]  # fmt: skip
    body = f"<table:table-row>{''.join(head)}</table:table-row>{cells}"
    path.write_bytes(archive({
        "mimetype": _ODS,
        "META-INF/manifest.xml": f'<?xml version="1.0"?><m:manifest xmlns:m="{_OASIS}:manifest:1.0"><m:file-entry '
        f'm:full-path="/" m:media-type="{_ODS}"/></m:manifest>',
        "styles.xml": part("document-styles", f"<office:styles>{NAMED}</office:styles>"),
        "content.xml": part(
            "document-content", f"<office:automatic-styles>{STYLES}</office:automatic-styles><office:body>"
            f'<office:spreadsheet><table:table table:name="Readers">{columns}{body}</table:table>'
            "</office:spreadsheet></office:body>",
        ),
    }))  # fmt: skip
    return path


def ods_row(*styles: str) -> str:
    address = '<table:table-cell office:value-type="string"><text:p>a@example.org</text:p></table:table-cell>'
    values = ('office:value-type="date" office:date-value="2026-03-14"',
              'office:value-type="float" office:value="84.5"',
              'office:value-type="percentage" office:value="0.155"')  # fmt: skip
    looks = [f'table:style-name="{style}"' if style else "" for style in styles]
    cells = [f"<table:table-cell {look} {value}><text:p>x</text:p></table:table-cell>"
             for look, value in zip(looks, values, strict=True)]  # fmt: skip
    return f"<table:table-row>{address}{''.join(cells)}</table:table-row>"


@pytest.mark.parametrize("write", [xlsx_by_openpyxl, xlsx_by_xlsxwriter])
def test_the_columns_of_an_xlsx_have_the_formats_of_their_cells(write: object, tmp_path: Path) -> None:
    table = open_table(write(tmp_path / "readers.xlsx"))  # type: ignore[operator]  # one of the two above
    assert table.headers == HEADERS
    assert table.formats == ("", "dd.mm.yyyy", '0.00 "€"', "0%", "")[: len(table.formats)]
    assert len(table.formats) >= 4
    assert table.sample[0][1][:8] == "2026-03-"


def test_another_sheet_has_its_own_formats(tmp_path: Path) -> None:
    table = open_table(xlsx_by_openpyxl(tmp_path / "readers.xlsx"), ReadOptions(sheet="Old"))
    assert table.formats == ("", "mmmm yyyy")


def test_the_columns_of_an_ods_have_the_formats_of_their_cells(tmp_path: Path) -> None:
    rows = ods_row("ce1", "ce4", "ce5") * 2
    table = open_table(ods_document(tmp_path / "readers.ods", rows))
    assert table.formats == ("", 'dd"."mm"."yyyy', '#,##0.00" ""€"', "0.0%")
    assert table.sample[0][:4] == ("a@example.org", "2026-03-14", "84.5", "0.155")


def test_a_column_of_an_ods_gives_its_cells_a_style_and_most_cells_decide(tmp_path: Path) -> None:
    columns = '<table:table-column/><table:table-column table:default-cell-style-name="ce2"/>'
    rows = ods_row("", "ce4", "") + ods_row("", "", "") + ods_row("ce1", "", "")
    table = open_table(ods_document(tmp_path / "readers.ods", rows, columns=columns))
    assert table.formats[1:3] == ('d". "mmmm" "yyyy" "hh":"mm', "")


def test_the_system_s_own_date_is_no_form_of_the_list(tmp_path: Path) -> None:
    table = open_table(ods_document(tmp_path / "readers.ods", ods_row("ce3", "", "")))
    assert table.formats[1] == ""


def test_a_list_without_styles_has_no_formats(tmp_path: Path) -> None:
    (tmp_path / "plain.ods").write_bytes(ods([("E-mail", "Amount"), ("a@example.org", 84.5)]))
    assert not any(open_table(tmp_path / "plain.ods").formats)
    (tmp_path / "plain.csv").write_text("E-mail,Amount\na@example.org,84.5\n", "utf-8")
    assert open_table(tmp_path / "plain.csv").formats == ()


@pytest.mark.parametrize("name", ["xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize("text", ["", "<a>", "<a b='1'/>", "<!DOCTYPE a><a/>", '<a><xf numFmtId="x"/><cellXfs/></a>'])
def test_a_part_that_cannot_be_read_gives_no_formats(name: str, text: str, tmp_path: Path) -> None:
    changed = _with_part(xlsx_by_openpyxl(tmp_path / "a.xlsx"), tmp_path / "b.xlsx", name, text.encode())
    assert not any(column_formats(changed, "Readers", 0))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_workbook_is_a_list_or_a_clear_error(data: st.DataObject, tmp_path: Path) -> None:
    xlsx_by_openpyxl(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as package:
        name = data.draw(st.sampled_from(["xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"]))
        part = bytearray(package.read(name))
    for _ in range(3):
        part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.integers(1, 127))
    path = _with_part(tmp_path / "a.xlsx", tmp_path / "b.xlsx", name, bytes(part))
    with suppress(InputError):
        table = open_table(path)
        assert len(table.formats) <= COLUMN_LIMIT
        assert all(isinstance(code, str) for code in table.formats)


def _with_part(path: Path, changed: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(path) as package:
        parts: dict[str, str | bytes] = {one: package.read(one) for one in package.namelist()}
    changed.write_bytes(archive({**parts, name: content}))
    return changed
