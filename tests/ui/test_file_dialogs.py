"""File dialogs open where the last one ended, at first among the documents; and all of them do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from sendoff.ui import file_dialogs

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


def test_no_page_opens_a_file_dialog_of_its_own() -> None:
    others = [path for path in UI.rglob("*.py") if "QFileDialog" in path.read_text("utf-8")]
    assert others == [UI / "file_dialogs.py"]
