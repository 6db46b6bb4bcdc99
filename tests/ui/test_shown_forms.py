"""A pressed field of a date or a number comes as the spreadsheet shows it, and its box offers other forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.drafting import shown
from tests.ui.stand import Stand

from sendoff.core.campaign import Campaign, Content
from sendoff.core.content_remarks import ContentKind
from sendoff.core.shown import as_shown, own_forms
from sendoff.ui.pages.check.items import remark_item
from sendoff.ui.pages.message.drafts import HTML
from sendoff.ui.pages.message.panels import FieldPanel
from sendoff.ui.pages.message.view import MessageStep
from sendoff.ui.pages.recipients.cells import columns_of
from sendoff.ui.pages.recipients.looking import LookView
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.code_edit import CodeEdit

PEOPLE = (("Anna", 14, 84.5), ("Bob", 15, 1284.5), ("Cleo", 16, 7))


def draft_with(stand: Stand, folder: Path, content: Content, *, formats: tuple[str, str] = ("", "")) -> Campaign:
    """A draft with a list from a real workbook; its dates and amounts have these number formats."""
    book = Workbook()
    page = book.active
    page.append(("E-mail", "First name", "Last order", "Amount", "PLZ"))
    for name, day, amount in PEOPLE:
        page.append((f"{name.lower()}@example.org", name, date(2026, 3, day), amount, 10115))
        for column, code in zip((3, 4), formats, strict=True):
            if code:
                page.cell(page.max_row, column).number_format = code
    book.save(folder / "list.xlsx")
    services = stand.services
    draft, _imported = services.recipients.bring(
        services.campaigns.new("Spring"), services.recipients.look(folder / "list.xlsx")
    )
    written = replace(draft, content=content, sender="anna@example.com")
    services.campaigns.save(written)
    return written


def chip(step: MessageStep, title: str) -> Button:
    return next(one for one in step.insert.chips() if one.text() == title)


def panel_of(stand: Stand) -> FieldPanel:
    return next(iter(stand.window.findChildren(FieldPanel)))


def offered(panel: FieldPanel) -> list[str]:
    return [panel._style.itemText(row).replace("\xa0", " ") for row in range(panel._style.count())]


@pytest.mark.parametrize(
    ("formats", "subject"),
    [
        (("dd.mm.yyyy", '0.00 "€"'), "14.03.2026, 84.50\xa0€, 10115"),
        (("", ""), "14 March 2026, 84.50, 10115"),
    ],
)
def test_a_pressed_field_reads_as_in_the_spreadsheet(
    stand: Stand, qtbot: QtBot, tmp_path: Path, formats: tuple[str, str], subject: str
) -> None:
    draft = draft_with(stand, tmp_path, Content(text="Hi"), formats=formats)
    step = shown(stand, qtbot, draft)
    line = step.heading.subject.edit
    line.setFocus()
    for number, title in enumerate(("Last order", "Amount", "PLZ")):
        line.insert(", " if number else "")
        chip(step, title).click()
    assert subject.partition(",")[0] in chip(step, "Last order").toolTip()
    step.leave()
    qtbot.waitUntil(lambda: stand.services.campaigns.get(draft.id).content.subject == line.text())
    seen = stand.services.campaigns.preview(stand.services.campaigns.get(draft.id), 1)
    assert seen.subject == subject
    line_of = stand.services.reports.page(draft, limit=1)[0]
    assert (line_of.fields["last_order"], line_of.fields["amount"]) == ("2026-03-14", "84.5")


def test_the_box_of_a_field_offers_forms_by_an_example_of_the_list(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    draft = draft_with(stand, tmp_path, Content(subject="Hi", markdown="Since {{ last_order }}\n", mode="write"))
    step = shown(stand, qtbot, draft)
    step.point_at("last_order|")
    panel = panel_of(stand)
    assert (panel._style.choice(), panel._style.hasFocus()) == ("date('en', 'd MMMM yyyy')", True)
    assert offered(panel)[:2] == ["As in the list: 2026-03-14", "14 March 2026"]
    assert "14.03.2026" in offered(panel)
    assert "03/14/2026" in offered(panel)
    panel._style.choose("date('de', 'dd.MM.yyyy')")
    panel.apply()
    assert step.editor.write.source() == "Since {{ last_order | date('de', 'dd.MM.yyyy') }}\n"


def test_another_field_comes_with_its_own_form_and_words_keep_their_cases(
    stand: Stand, qtbot: QtBot, tmp_path: Path
) -> None:
    draft = draft_with(stand, tmp_path, Content(subject="{{ last_order }}", text="Hi"), formats=("", '0.00 "€"'))
    step = shown(stand, qtbot, draft)
    step.point_at("last_order|")
    panel = panel_of(stand)
    for name, first in (("amount", "1284.50 €"), ("first_name", "Title Case")):
        panel._name.choose(name)
        panel._name.chosen.emit(name)
        assert offered(panel)[1] == first
    panel._name.choose("amount")
    panel._name.chosen.emit("amount")
    assert {"1,284.50", "1.284,50", "€1,284.50", "1.284,50 €"} <= set(offered(panel))
    panel.apply()
    assert step.heading.subject.edit.text() == "{{ amount | number('en', 2, grouped=false, after=' €') }}"


def test_a_form_written_by_hand_is_kept(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    own = "{{ last_order | date('fr', 'full') | default('soon') }}"
    step = shown(stand, qtbot, draft_with(stand, tmp_path, Content(subject=own, text="Hi")))
    step.heading.subject.edit._ask(0, step.mapToGlobal(step.rect().center()))
    panel = panel_of(stand)
    assert panel.tag() == own
    assert "samedi 14 mars 2026" in offered(panel)


def test_within_an_address_a_field_stands_as_in_the_list(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    step = shown(stand, qtbot, draft_with(stand, tmp_path, Content(subject="Hi", html="<p>x</p>", mode="html")))
    edit = step.editor.active()
    assert isinstance(edit, CodeEdit)
    assert edit is step.editor.codes[HTML]
    for before, inside in (("<a href='https://x.example/?d=", "{{ last_order }}"), ("<p>", "{{ last_order | date(")):
        edit.setPlainText(before)
        edit.moveCursor(edit.textCursor().MoveOperation.End)
        edit.setFocus()
        chip(step, "Last order").click()
        assert inside in edit.toPlainText()
    step.heading.footer.show()
    step.heading.unsubscribe.edit.setFocus()
    chip(step, "Last order").click()
    assert step.heading.unsubscribe.edit.text() == "{{ last_order }}"


def test_the_check_says_a_bare_date_once_and_its_button_opens_the_field(
    stand: Stand, qtbot: QtBot, tmp_path: Path
) -> None:
    written = "{{ last_order }} {{ plz }} {{ amount | number('en', 2) }}"
    content = Content(subject="{{ last_order }}", markdown=written, mode="write")
    draft = draft_with(stand, tmp_path, content)
    remarks = [one for one in stand.services.checks.run(draft).remarks if one.kind is ContentKind.RAW_VALUE]
    assert [one.sentence for one in remarks] == ["“Last order” is shown as 2026-03-14."]
    item = remark_item(remarks[0], accepted=False)
    assert (item.kind, item.action, item.button) == ("wait", "message", "Choose how it is shown")
    assert "14 March 2026" in item.body
    step = shown(stand, qtbot, draft)
    step.point_at(item.field)
    panel_of(stand).apply()
    assert step.heading.subject.edit.text() == "{{ last_order | date('en', 'd MMMM yyyy') }}"


def test_a_field_is_opened_once_it_is_known_what_the_list_holds(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    draft = draft_with(stand, tmp_path, Content(subject="{{ amount }}", text="Hi"))
    step = MessageStep(stand.stage)
    stand.window.navigator.register("campaign", lambda: step)
    stand.window.navigator.open("campaign")
    stand.window.show()
    step.show_campaign(draft)
    step.point_at("amount|")
    qtbot.waitUntil(lambda: bool(stand.window.findChildren(FieldPanel)))
    assert offered(panel_of(stand))[:2] == ["As in the list: 1284.5", "1,284.50"]


def test_a_list_shows_dates_and_amounts_as_the_letter_will(stand: Stand, tmp_path: Path, qtbot: QtBot) -> None:
    draft = draft_with(stand, tmp_path, Content(subject="Hello"), formats=("dd.mm.yyyy", "0.00"))
    look = stand.services.recipients.look(tmp_path / "list.xlsx")
    view = LookView(lambda: None, lambda: None)
    qtbot.addWidget(view)
    view.show_look(look)
    model = view.sample.model()
    assert [model.index(0, column).data() for column in range(1, 5)] == ["Anna", "14.03.2026", "84.50", "10115"]
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in (0, 1, 2)] == [
        "E-mail\nE-mail address", "First name", "Last order",
    ]  # fmt: skip
    owner = stand.services.triage.owner(draft.id)
    line = stand.services.triage.row(draft.id, 1)
    forms = own_forms(owner.columns, [line.fields], "en", owner.formats)
    shown = {column.title: column.text(line) for column in columns_of(owner.columns, {}, None, forms=forms)}
    assert (shown["last order"], shown["amount"], shown["plz"]) == ("14.03.2026", "84.50", "10115")
    assert line.fields["last_order"] == "2026-03-14"
    assert as_shown(forms, "last_order", "soon") == "soon"
