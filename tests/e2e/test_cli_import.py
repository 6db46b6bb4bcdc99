"""`sendoff import`: any list, from a file or a pipe, read as one says, remembered, and compared with what is there."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.e2e.command_line import Desk, Ended

from sendoff.bootstrap import _context
from sendoff.cli.main import run

RUSSIAN = "Список\nпочта;ФИО;почта\na@example.test;МНОГО;x\nb@example.test;МАЛО;y\n"


class Near(Desk):
    """The command in this process: the same from what is typed on, without a start for each."""

    def run(self, *words: str, given: str = "", **environ: str) -> Ended:
        out, err = io.StringIO(), io.StringIO()
        stdin = io.TextIOWrapper(io.BytesIO(given.encode()))
        context = _context({"SENDOFF_HOME": str(self.home), **environ})
        status = run(words, replace(context, stdin=stdin, stdout=out, stderr=err))
        return Ended(status=status, out=out.getvalue(), err=err.getvalue())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Near(tmp_path)


def test_a_list_is_read_as_one_says_and_the_next_one_too(desk: Desk) -> None:
    path = desk.folder / "list.csv"
    path.write_bytes(RUSSIAN.encode("koi8-r"))
    said = ("--encoding", "koi8-r", "--delimiter", ";", "--header-row", "2", "--map", "who=ФИО")
    told = desk.run("import", str(path), *said, "--remember", "--json").json
    assert (told["encoding"], told["delimiter"], told["header_row"]) == ("koi8-r", ";", 2)
    assert told["sample"] == [["a@example.test", "МНОГО", "x"], ["b@example.test", "МАЛО", "y"]]
    assert sorted(told["fields"]) == ["email", "name", "who", "почта", "почта_2", "фио"]
    again = desk.run("import", str(path))
    assert "in Cyrillic (KOI8-R)" in again.out
    assert "It is read as last time." in again.out
    assert "МНОГО" in again.out
    anew = desk.run("import", str(path), "--anew", "--json").json
    assert (anew["remembered"], anew["header_row"]) == (False, 2)


def test_an_import_remembers_what_was_said(desk: Desk) -> None:
    path = desk.folder / "list.csv"
    path.write_text("private,work\na@example.test,a@example.org\n")
    assert desk.run("audiences", "import", "Fans", str(path), "--map", "email=work").status == 0
    told = desk.run("import", str(path), "--json").json
    assert (told["email"], told["remembered"]) == ("work", True)


def test_a_pipe_is_read_like_a_file_and_nothing_is_stored(desk: Desk) -> None:
    told = desk.run("import", "-", "--json", given="Anna Lee <a@example.test>; b@example.test, b@example.test").json
    assert (told["format"], told["rows"], told["ready"]) == ("addresses", 3, 2)
    bare = desk.run("import", "-", "--no-header", "--json", given="a@example.test,x\nb@example.test,y\n").json
    assert (bare["header_row"], bare["email"], bare["rows"]) == (0, "column_1", 2)
    assert not desk.home.exists()


def test_a_list_is_compared_with_an_audience_and_changes_nothing(desk: Desk) -> None:
    old, new = desk.folder / "old.csv", desk.folder / "new.csv"
    old.write_text("email,name\na@example.test,Anna\nb@example.test,Bob\nc@example.test,Carl\n")
    new.write_text("Email,Name,Town\nA@example.test,Anna,X\nc@example.test,Karl,Y\nd@example.test,Dora,Z\nd@,,\n")
    assert desk.run("audiences", "import", "Fans", str(old)).status == 0
    before = desk.files()
    told = desk.run("import", str(new), "--into", "fans", "--compare", "--json").json
    figures = {name: told[name] for name in ("new", "changed", "gone", "same", "left", "columns_new")}
    assert figures == {"new": 1, "changed": 2, "gone": 1, "same": 0, "left": 1, "columns_new": ["town"]}
    assert {"change": "changed", "address": "c@example.test", "fields": {"name": ["Carl", "Karl"]}} in told["examples"]
    assert desk.files() == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--encoding", "utf-16"), "Line 1 is not utf-16 text"),
        (("--header-row", "0"), "is no row for the column names"),
        (("--header-row", "900"), "Row 900 holds no column names"),
        (("--into", "Fans"), "--into belongs to --compare or --replace"),
        (("--into", "Fans", "--compare"), "Fans"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(desk: Desk, words: tuple[str, ...], sentence: str) -> None:
    path = desk.folder / "list.csv"
    path.write_text("email,name\na@example.test,Anna\n")
    ended = desk.run("import", str(path), *words)
    assert (ended.status, ended.out) == (2, "")
    assert sentence in ended.err
    assert "Traceback" not in ended.err


def test_a_workbook_s_columns_come_with_the_form_they_have_there(desk: Desk) -> None:
    book = Workbook()
    page = book.active
    page.append(("E-mail", "Last order", "Amount", "PLZ"))
    for day, amount in ((14, 84.5), (15, 1284.5)):
        page.append((f"a{day}@example.test", date(2026, 3, day), amount, 10115))
        page.cell(page.max_row, 2).number_format, page.cell(page.max_row, 3).number_format = "dd.mm.yyyy", '0.00 "€"'
    book.save(desk.folder / "list.xlsx")
    told = desk.run("import", str(desk.folder / "list.xlsx"), "--json").json
    assert told["forms"] == {
        "last_order": "date('en', 'dd.MM.yyyy')",
        "amount": "number('en', 2, grouped=false, after=' €')",
    }
    assert told["sample"][0] == ["a14@example.test", "2026-03-14", "84.5", "10115"]
    said = desk.run("import", str(desk.folder / "list.xlsx")).out
    assert "{{ last_order | date('en', 'dd.MM.yyyy') }}" in said
    assert "1284.50\xa0€" in said
    assert "{{ plz }}" in said
