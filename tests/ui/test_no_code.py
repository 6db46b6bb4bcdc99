"""No template's code is shown to who does not write code: fields are said by their titles on every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.ui.desk import Desk, at_desk

from sendoff.core.campaign import Campaign, Content
from sendoff.core.design import Button, Design, Footer, Heading, Text
from sendoff.core.design_json import design_to_json
from sendoff.ui.pages.message.link_panel import LinkPanel
from sendoff.ui.pages.message.view import MessageStep
from sendoff.ui.widgets.code_edit import CodeEdit
from sendoff.ui.widgets.text import ElidedLabel

PEOPLE = """E-Mail,First name,Last order,Shop
anna@example.com,Anna,2026-03-14,Rome
ben@example.com,,soon,Bonn
"""
FIELD = "{{ first_name | default('there') }}"
SUBJECT = "Hello " + FIELD + ", since {{ last_order }}{% if shop %} in {{ shop }}{% endif %}"
MARKDOWN = f"# Hi {FIELD}\n\nYour [order](https://x.example/{{{{ shop | urlencode }}}}) of {{{{ last_order }}}}."
DESIGN = design_to_json(
    Design(blocks=(
        Heading(text="For {{ first_name }}"),
        Text(text="Hello {{ first_name ~ ' ' ~ shop }},\n\n{% if shop %}see you in {{ shop }}{% endif %}"),
        Button(text="To {{ shop }}", link="https://x.example/{{ shop | urlencode }}"),
        Footer(text="You were here on {{ last_order }}."),
    ))
)  # fmt: skip
CODE = ("{{", "{%", "first_name", "last_order")


def content(mode: str) -> Content:
    return Content(
        mode=mode, subject=SUBJECT, preheader="For {{ first_name }}", markdown=MARKDOWN, design=DESIGN,
        unsubscribe="https://x.example/bye?who={{ email | urlencode }}", postal="1 High Street",
    )  # fmt: skip


def said_by(window: QWidget) -> Iterator[str]:
    """What can be read, but for tool tips and the editors of source."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, CodeEdit) or isinstance(widget.parent(), CodeEdit):
            continue
        yield widget.accessibleName()
        if isinstance(widget, ElidedLabel):
            yield widget.whole()
        elif isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield from (widget.text(), widget.placeholderText())
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            yield from (widget.toPlainText(), widget.placeholderText())
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            places = [(row, at) for row in range(min(model.rowCount(), 50)) for at in range(model.columnCount())]
            yield from (str(model.data(model.index(row, at, QModelIndex())) or "") for row, at in places)


def code_in(window: QWidget) -> set[str]:
    found = {" ".join(text.replace("\u034f\u200c", "").split()) for text in said_by(window)}
    return {text for text in found if any(mark in text for mark in CODE)}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with at_desk(tmp_path, qtbot) as desk:
        desk.account()
        desk.show()
        yield desk


def full_of_fields(desk: Desk, mode: str) -> Campaign:
    people = desk.folder / "people.csv"
    people.write_text(PEOPLE, "utf-8")
    draft, _done = desk.services.recipients.bring(desk.draft(), desk.services.recipients.look(people))
    draft = replace(draft, content=content(mode), reply_to="{{ shop }} <shop+{{ shop }}@example.com>")
    desk.services.campaigns.save(draft)
    return draft


@pytest.mark.parametrize("mode", ["write", "design"])
def test_no_page_shows_code(desk: Desk, mode: str) -> None:
    draft, window = full_of_fields(desk, mode), desk.opened.window
    shown: dict[str, set[str]] = {}
    for step in ("recipients", "message", "check", "send", "results"):
        desk.open(draft, step)
        if step == "message":
            page = desk.flow.step(1)
            assert isinstance(page, MessageStep)
            page.heading.footer.show()
            for path in ((0,), (1,), (2,), (3,)) if mode == "design" else ():
                page.editor.design._chosen(path)
                shown[f"{step} {path}"] = code_in(window)
        desk.rest()
        shown[step] = code_in(window)
    for name in ("campaigns", "audiences"):
        window.navigator.open(name)
        desk.rest()
        shown[name] = code_in(window)
    left = {place: texts for place, texts in shown.items() if texts}
    assert not left, left


def test_the_summary_shows_the_subject_as_the_first_recipient_reads_it(desk: Desk) -> None:
    draft = full_of_fields(desk, "write")
    desk.open(draft, "send")
    said = set(said_by(desk.opened.window))
    assert {"Hello Anna, since 2026-03-14 in Rome", "For example to Anna"} <= said
    desk.services.campaigns.save(replace(draft, content=Content(subject="{{ first_name.nonsense }}", text="Hi")))
    assert desk.services.previews.subject(desk.services.campaigns.get(draft.id)) == ("", "")


def test_a_link_s_panel_shows_fields_as_chips(desk: Desk) -> None:
    desk.open(full_of_fields(desk, "write"), "message")
    page = desk.flow.step(1)
    assert isinstance(page, MessageStep)
    rich = page.editor.write.rich
    place = rich.toPlainText().index("order")
    page.editor.write._pressed(place, rich.mapToGlobal(rich.rect().center()))
    panel = page.editor.write._open
    assert isinstance(panel, LinkPanel)
    assert code_in(panel) == set()
    panel.apply()
    assert "[order](https://x.example/{{ shop | urlencode }})" in page.editor.write.source()


def test_a_field_for_a_web_address_is_written_as_one(desk: Desk) -> None:
    desk.open(full_of_fields(desk, "write"), "message")
    page = desk.flow.step(1)
    assert isinstance(page, MessageStep)
    leave, reply = page.heading.unsubscribe, page.heading.reply_to
    leave.edit.setText("https://x.example/?who=")
    leave.edit.moveCursor(QTextCursor.MoveOperation.End)
    page.heading.insert_field(leave.edit, "email | default('x')")
    assert leave.edit.text() == "https://x.example/?who={{ email | default('x') | urlencode }}"
    leave.edit.point_at("email")
    hints = {}
    for text in ("", "https://x.example", "leave@x.example", "https://x.example leave@x.example"):
        leave.edit.setText(text)
        hints[text] = leave._below.text()
    assert len(set(hints.values())) == 4
    reply.edit.setText("")
    page.heading.insert_field(reply.edit, "email")
    assert reply.edit.text() == "{{ email }}"
    assert page.heading.written(page._written()).reply_to == "{{ email }}"
