"""Workbooks that are written: texts stay texts, numbers and times are such, and length has no bound."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sendoff.adapters.tabular import workbook_export
from sendoff.adapters.tabular.lists import ListFiles
from sendoff.adapters.tabular.workbook_export import write_workbook
from sendoff.core.errors import InputError

HEADERS = ("row", "address", "time", "server_said")
NOW = datetime(2026, 11, 22, 21, 5, tzinfo=UTC)
EVIL = ('=HYPERLINK("http://x.test","y")', "+1", "-1", "@SUM(A1)", "\t=1", "http://x.test", "007", "1e5")


def test_nothing_that_is_written_can_run(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    assert write_workbook(path, HEADERS, ((row, text, NOW, "") for row, text in enumerate(EVIL, 1))) == len(EVIL)
    sheet = load_workbook(path)["Recipients"]
    for row, text in enumerate(EVIL, 2):
        cell = sheet.cell(row, 2)
        assert (cell.value, cell.data_type) == (text, "s")
        assert bool(cell.quotePrefix) is text.startswith(("=", "+", "-", "@", "\t"))
    with zipfile.ZipFile(path) as parts:
        inside = b"".join(parts.read(name) for name in parts.namelist())
    assert b"<f>" not in inside
    assert b"<hyperlink" not in inside


def test_numbers_times_and_every_script_come_back(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    name = "إعلان 春季 🎉\x07"
    write_workbook(path, HEADERS, [(7, name, NOW, "x" * 40_000), (8, "", "", "")])
    rows = list(load_workbook(path)["Recipients"].iter_rows(values_only=True))
    assert rows[0] == HEADERS
    assert rows[1][0] == 7
    assert str(rows[1][1]).replace("_x0007_", "\x07") == name
    assert rows[1][2] == NOW.replace(tzinfo=None)
    assert len(str(rows[1][3])) == 32_767
    assert rows[2][1:] == (None, None, None)


def test_more_rows_than_a_sheet_takes_go_on_in_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_export, "SHEET_ROWS", 3)
    path = tmp_path / "out.xlsx"
    assert write_workbook(path, ("row",), ((row,) for row in range(7))) == 7
    book = load_workbook(path)
    assert [[row[0] for row in sheet.iter_rows(values_only=True)] for sheet in book] == [
        ["row", 0, 1, 2], ["row", 3, 4, 5], ["row", 6],
    ]  # fmt: skip


def test_an_empty_list_has_its_header(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    assert ListFiles().write_workbook(path, HEADERS, []) == 0
    assert [tuple(row) for row in load_workbook(path)["Recipients"].iter_rows(values_only=True)] == [HEADERS]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken.xlsx").mkdir()
    with pytest.raises(InputError) as told:
        write_workbook(tmp_path / "taken.xlsx", HEADERS, [(1, "a", NOW, "")])
    assert told.value.code == "unwritable"
    assert [one.name for one in tmp_path.iterdir()] == ["taken.xlsx"]
