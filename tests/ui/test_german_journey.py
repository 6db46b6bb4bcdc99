"""One person's way through the window in German: in every state no English word is left, and none is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.catalogue import FOLDER, read
from tests.e2e.journey import Journey, slow_sandbox
from tests.ui import audit
from tests.ui.desk import at_desk
from tests.ui.person import Person

from sendoff.ui import tokens
from sendoff.ui.language import install

_KNOWN = {text.replace("&", ""): said.replace("&", "") for text, said in read(FOLDER / "sendoff_de.ts").items()}
_HERE = {
    "Way to write": "Art zu schreiben",
    "Next": "Weiter",
    "Keep": "Speichern",
    "Use": "verwenden",
    "Import": "importieren",
    "messages leaves in": "Nachrichten geht in",
    "Finished ": "Fertig",
}
"""What is said otherwise where the journey looks for it: a piece of a sentence, or one word of several meanings."""
_TYPED = re.compile(
    r"^Since$|needs no browser|Spring list|our spring list|our new list|by the sandbox|No such user|by policy|"
    r"[\w.]+@|https?:|\w+\.\w+"
)
"""What a person or a server wrote, in English."""
_ENGLISH = re.compile(
    r"\b(the|and|is|are|not|of|for|with|your|you|has|have|this|that|from|what|who|they|been|which|when|where|how|no|two|its|"
    r"than|most|only|before|after|between|some|any|each|every|other|nobody|nothing|there|here|to|it|one|be|by)\b",
    re.IGNORECASE,
)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    take_back = install(qapp, FOLDER, "de")
    yield
    take_back()


def in_german(words: str) -> str:
    """What the window says for what it would say in English, also where two things stand in one name."""
    if words in _HERE or words in _KNOWN:
        return _HERE.get(words) or _KNOWN[words]
    if found := re.fullmatch(r"(\d+) (.+)", words):
        return f"{found[1]} {in_german(found[2])}"
    if ": " in words:
        return ": ".join(map(in_german, words.split(": ")))
    return words


class GermanPerson(Person):
    """Looks for the German of what the journey names."""

    def click(self, words: str, *, within: str = "") -> None:
        super().click(in_german(words), within=in_german(within))

    def drop(self, path: Path, name: str) -> None:
        super().drop(path, in_german(name))

    def field(self, name: str) -> QWidget:
        return super().field(in_german(name))

    def see(self, words: str, *, seconds: float = 60) -> None:
        super().see(in_german(words), seconds=seconds)

    def sees(self, words: str) -> bool:
        return super().sees(in_german(words))


class GermanJourney(Journey):
    """The way of the English journey."""

    @property
    def person(self) -> Person:
        return GermanPerson(self.desk.opened.window)


def said(front: QWidget) -> Iterator[str]:
    """What can be read or heard: names, labels, hints, tables."""
    for one in audit.widgets(front):
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip())
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        if isinstance(one, QLineEdit):
            yield one.placeholderText()
        if isinstance(one, QComboBox):
            yield from (one.itemText(row) for row in range(one.count()))
        if isinstance(one, QAbstractItemView) and not isinstance(one, QHeaderView) and one.model() is not None:
            yield from _cells(one.model())


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    columns = range(model.columnCount()) if hasattr(model, "columnCount") and not _is_list(model) else range(1)
    for column in columns:
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        yield from (str(model.index(row, column).data() or "") for row in range(min(model.rowCount(), 40)))


def _is_list(model: QAbstractItemModel) -> bool:
    return model.inherits("QAbstractListModel")


def english(text: str) -> bool:
    """Say whether a text is English: a sentence of the catalogue, or one with an English word."""
    known = _KNOWN.get(text, text) != text and text not in _KNOWN.values()
    return not _TYPED.search(text) and (known or bool(_ENGLISH.search(text)))


def headings(front: QWidget) -> list[str]:
    """Columns narrower than what stands above them."""
    return [
        f"heading cut: {one.model().headerData(column, Qt.Orientation.Horizontal)}"
        for one in audit.widgets(front)
        if isinstance(one, QHeaderView) and one.orientation() is Qt.Orientation.Horizontal and one.model() is not None
        for column in range(one.count())
        if not one.isSectionHidden(column) and one.sectionSizeFromContents(column).width() > one.sectionSize(column) + 1
    ]


def test_the_examination_knows_english() -> None:
    assert [text for text in ("Nobody is blocked", "Undo", "Niemand ist gesperrt", "Text") if english(text)] == [
        "Nobody is blocked",
        "Undo",
    ]
    assert in_german("Way to write: Design") == "Art zu schreiben: Gestalten"


@pytest.mark.timeout(400)
@pytest.mark.usefixtures("german")
def test_every_state_is_german_and_whole(qtbot: QtBot, tmp_path: Path) -> None:
    faults: list[str] = []
    states: list[str] = []

    def examine(state: str) -> None:
        front = journey.person.front()
        states.append(state)

        def find() -> Iterator[str]:
            yield from dict.fromkeys(text for text in said(front) if text and english(text))
            yield from audit.cut(front)
            yield from headings(front)

        faults.extend(f"{state}: {fault}" for fault in audit.lasting(find))

    with at_desk(tmp_path, qtbot, slow_sandbox) as desk:
        desk.opened.window.resize(*tokens.WINDOW_LEAST)
        journey = GermanJourney(desk, examine)
        for stage in (journey.first_run, journey.sample, journey.bring_list, journey.write, journey.keep_list,
                      journey.check, journey.send, journey.results):  # fmt: skip
            stage()
    assert len(states) >= 30
    assert "\n".join(faults) == ""
