"""File dialogs open where the last one ended, at first among the documents; and all of them do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.desk import Desk

from sendoff.ui import file_dialogs, revealing

UI = Path(file_dialogs.__file__).parent


def test_a_dialog_opens_in_the_folder_used_last_and_at_first_in_documents(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, lists = tmp_path / "Documents", tmp_path / "Lists"
    documents.mkdir()
    lists.mkdir()
    parent = QWidget()
    qtbot.addWidget(parent)
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, where: str, _kinds: str) -> tuple[str, str]:
        asked.append(where)
        return answer, ""

    monkeypatch.setattr(file_dialogs, "_used", [])
    monkeypatch.setattr(file_dialogs, "_memories", [])
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(documents))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    answer = ""
    assert file_dialogs.save_name(parent, "Export", "report.pdf", "PDF (*.pdf)") == ""
    answer = str(lists / "people.csv")
    assert file_dialogs.open_name(parent, "Choose a list", "CSV (*.csv)") == answer
    file_dialogs.save_name(parent, "Export", "report.pdf", "PDF (*.pdf)")
    assert asked == [str(documents / "report.pdf"), str(documents), str(lists / "report.pdf")]
    lists.rename(tmp_path / "gone")
    assert file_dialogs.folder() == documents


def test_the_folder_used_last_is_known_after_a_restart(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists = tmp_path / "Lists"
    lists.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(lists / "out.csv"), ""))
    assert file_dialogs.save_name(desk.opened.window, "Export", "out.csv", "CSV (*.csv)")
    desk.reopen(file_dialogs._used.clear)
    assert file_dialogs.folder() == lists


def test_what_was_written_is_shown_where_it_lies(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    answers = [True, False]

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return answers.pop(0)

    monkeypatch.setattr(revealing, "_ask_manager", lambda _path: False)
    monkeypatch.setattr(revealing, "PLATFORM", "linux")
    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    toast, path = desk.opened.window.toast, tmp_path / "a b" / "out.csv"
    for said in ("Saved.", f"No file manager answered. The file is {path}."):
        desk.opened.stage.wrote("Saved.", path)
        assert toast._button.accessibleName() == "Show in folder"
        toast._button.click()
        assert toast.accessibleName() == said
    assert opened == [str(path.parent)] * 2


@pytest.mark.parametrize(
    ("platform", "asked"), [("win32", ["explorer.exe", "/select,"]), ("darwin", ["/usr/bin/open", "-R"])]
)
def test_the_file_is_selected_in_the_system_s_own_way(
    platform: str, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []

    def start(program: str, words: list[str]) -> tuple[bool, int]:
        ran.extend([program, *words])
        return True, 1

    monkeypatch.setattr(revealing, "PLATFORM", platform)
    monkeypatch.setattr(QProcess, "startDetached", start)
    assert revealing.show_in_folder(Path("/out.csv"))
    assert ran[:2] == asked
    assert ran[2].endswith("out.csv")


def test_no_page_opens_a_file_dialog_of_its_own() -> None:
    others = [path for path in UI.rglob("*.py") if "QFileDialog" in path.read_text("utf-8")]
    assert others == [UI / "file_dialogs.py"]
