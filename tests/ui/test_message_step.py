"""The message step: nothing typed is lost, fields go where the cursor is, and the preview fetches nothing."""

from __future__ import annotations

import socket
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from tests.ui.drafting import shown
from tests.ui.stand import SAMPLE, Stand

from sendoff.core.campaign import Campaign, Content
from sendoff.core.design import Button, Columns, Design, Heading, Text
from sendoff.core.design_json import design_to_json
from sendoff.core.template import compile_template
from sendoff.services.previews import Worth
from sendoff.ui.pages.message.chip_line import ChipLine
from sendoff.ui.pages.message.drafts import DESIGN, HTML, PLAIN, WRITE, Bodies
from sendoff.ui.pages.message.merge import expression, visible
from sendoff.ui.pages.message.panels import FieldPanel
from sendoff.ui.pages.message.view import MessageStep
from sendoff.ui.theme import Mode, Theme
from sendoff.ui.widgets.button import IconButton
from sendoff.ui.widgets.code_edit import CodeEdit
from sendoff.ui.widgets.mail_browser import MailBrowser


def kept(stand: Stand, campaign: Campaign) -> Campaign:
    return stand.services.campaigns.get(campaign.id)


def subject(step: MessageStep) -> ChipLine:
    assert isinstance(step.subject.control, ChipLine)
    return step.subject.control


def code(step: MessageStep) -> CodeEdit:
    edit = step.editor.active()
    assert isinstance(edit, CodeEdit)
    return edit


def test_what_is_typed_is_kept_by_itself(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.services.campaigns.new("Autumn")
    step = shown(stand, qtbot, draft)
    assert step.state() == ("todo", "not written yet")
    QTest.keyClicks(subject(step), "Hello")
    QTest.keyClicks(step.editor.write.rich, "Hi there")
    with qtbot.waitSignal(step.changed):
        pass
    qtbot.waitUntil(lambda: step._edit == step._saved_edit)
    content = kept(stand, draft).content
    assert (content.subject, content.markdown, content.mode) == ("Hello", "Hi there\n", WRITE)
    assert step.state() == ("attention", "no account yet")


def test_leaving_saves_at_once(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.services.campaigns.new("Autumn")
    step = shown(stand, qtbot, draft)
    step._saving.setInterval(60_000)
    QTest.keyClicks(subject(step), "Hello")
    step.leave()
    qtbot.waitUntil(lambda: kept(stand, draft).content.subject == "Hello")


def test_the_ways_keep_their_texts_and_one_is_sent(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.services.campaigns.new("Autumn")
    step = shown(stand, qtbot, draft)
    QTest.keyClicks(step.editor.write.rich, "written")
    for way in (HTML, PLAIN):
        step.editor._ways.chosen.emit(way)
        code(step).setPlainText(f"as {way}")
    wanted = Content(mode=PLAIN, markdown="written\n", html="as html", text="as text")
    qtbot.waitUntil(lambda: kept(stand, draft).content == wanted)
    step.editor._ways.chosen.emit(HTML)
    assert code(step).toPlainText() == "as html"
    beside = Content(mode=HTML, markdown="written\n", html="as html", kept_text="as text")
    qtbot.waitUntil(lambda: kept(stand, draft).content == beside)
    step.show_campaign(stand.services.campaigns.new("Other"))
    step.show_campaign(kept(stand, draft))
    assert step.editor.bodies() == Bodies.of(beside)
    step.editor._ways.chosen.emit(PLAIN)
    qtbot.waitUntil(lambda: kept(stand, draft).content == wanted)


def test_the_plain_part_of_a_page_is_not_the_text_way() -> None:
    bodies = Bodies.of(Content(html="<p>a</p>", text="a, by hand", kept_text="plain"))
    assert (bodies.alternative, bodies.texts[PLAIN]) == ("a, by hand", "plain")
    bodies.active = PLAIN
    sent = bodies.content(Content())
    assert (sent.mode, sent.text, sent.kept_text) == (PLAIN, "plain", "a, by hand")
    assert Bodies.of(sent) == bodies


def test_an_untouched_campaign_of_before_stays_as_it_was() -> None:
    for old in (Content(markdown="a"), Content(html="b", text="c"), Content(text="d"), Content(design="{}")):
        assert Bodies.of(old).content(old) == old
    bodies = Bodies.of(Content(markdown="a"))
    bodies.active = DESIGN
    assert bodies.content(Content(markdown="a")) == Content(mode=DESIGN, markdown="a")


def test_a_plain_part_of_ones_own_is_begun_and_dropped(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    step.shelf.plain_wanted.emit()
    qtbot.waitUntil(step.editor.beside.isVisible)
    step.editor.beside.setPlainText("By hand, {{ city }}")
    qtbot.waitUntil(lambda: kept(stand, draft).content.text == "By hand, {{ city }}")
    step.editor._drop.click()
    assert not step.editor.beside.isVisible()
    qtbot.waitUntil(lambda: kept(stand, draft).content.text == "")


def test_colours_are_no_edit(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    step.editor.show_fields(("email",))
    qtbot.wait(50)
    assert step._edit == 0
    assert kept(stand, draft) == draft


def test_a_chip_inserts_where_the_cursor_was(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    assert [chip.text() for chip in step.insert.chips()] == [draft.titles.of(name) for name in draft.fields]
    subject(step).setText("Hi ")
    subject(step).setFocus()
    qtbot.waitUntil(lambda: step._last is subject(step))
    step.insert._fallback.setText("you there, d'accord")
    step.insert.chips()[1].click()
    assert subject(step).text() == "Hi {{ first_name | default('you there, d\\'accord') }}"
    step.insert._fallback.clear()
    code(step).clear()
    step.editor.active().setFocus()
    qtbot.waitUntil(lambda: step._last is step.editor)
    step.insert.chips()[3].click()
    assert code(step).toPlainText() == "{{ city }}"


def test_a_column_that_says_the_same_has_one_chip(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    people = tmp_path / "some.csv"
    people.write_text("Mail,Vorname,Ort\nANNA@Example.com,Anna,Bonn\nbert@example.com,Bert,Rom\n", encoding="utf-8")
    services = stand.services
    campaign, _imported = services.recipients.bring(services.campaigns.new("Some"), services.recipients.look(people))
    step = shown(stand, qtbot, campaign)
    qtbot.waitUntil(lambda: [chip.text() for chip in step.insert.chips()] == ["Mail", "Vorname", "Ort"])
    assert step.insert._fallback.placeholderText() == "nothing"


def test_what_is_inserted_is_said_in_words(stand: Stand, qtbot: QtBot) -> None:
    step = shown(stand, qtbot, stand.services.campaigns.new("New"))
    write = step.editor.write
    menu = write._insert.menu()
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()] == ["Picture…", "Link…", "Button…", "Line", "Show only if…"]
    menu.actions()[3].trigger()
    assert "---" in write.source()
    write.toggle_source.click()
    assert not write._insert.isEnabled()


def test_hidden_fields_are_never_offered() -> None:
    assert visible(("email", "@invoice", "city")) == ["email", "city"]


@pytest.mark.parametrize("fallback", ["there", "d'accord", "back\\slash", "'", "\\'", '"quoted"', "{{ x }}", "%}"])
def test_any_fallback_makes_a_template_that_works(fallback: str) -> None:
    template = compile_template("{{ " + expression("name", fallback) + " }}", html=False, where="text")
    assert template.render({"name": ""}) == fallback
    assert template.render({"name": "Mia"}) == "Mia"


def test_the_preview_follows_the_row_and_the_text(stand: Stand, qtbot: QtBot) -> None:
    step = shown(stand, qtbot, stand.sample())
    qtbot.waitUntil(lambda: step.preview._subject.whole() == "Anna, the spring sale starts today")
    forward = next(one for one in step.preview.findChildren(IconButton) if one.accessibleName() == "Next recipient")
    forward.click()
    qtbot.waitUntil(lambda: step.preview._subject.whole() != "Anna, the spring sale starts today")
    code(step).setPlainText("<p>Dear {{ city }}</p>")
    (reader,) = step.preview.findChildren(MailBrowser)
    qtbot.waitUntil(lambda: "Dear" in reader.toPlainText())
    step.preview._kinds.chosen.emit("plain")
    assert step.preview._stack.currentWidget() is step.preview._plain
    assert step.preview._plain.toPlainText().startswith("Dear ")


def test_the_preview_says_who_of_the_rows_is_sent(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    people = tmp_path / "some.csv"
    people.write_text("email,name\nanna@example.com,Anna\nanna@example.com,Again\nask me,\n", encoding="utf-8")
    services = stand.services
    campaign = replace(services.campaigns.new("Some"), content=Content(subject="Hi", text="Hi {{ name }}"))
    services.campaigns.save(campaign)
    campaign, _imported = services.recipients.bring(campaign, services.recipients.look(people))
    step = shown(stand, qtbot, campaign)
    preview = step.preview
    qtbot.waitUntil(lambda: preview.steps.of.text() == "of 1")
    qtbot.waitUntil(lambda: "Hi Anna" in preview._sight.text)
    assert preview._sight.note == ""
    preview.show_row(2)
    qtbot.waitUntil(lambda: preview._sight.note == "This row is not sent. No. 1 of the list has the same address.")
    assert "Hi Again" in preview._sight.text
    preview.show_row(3)
    qtbot.waitUntil(lambda: preview._sight.note.startswith("This row is not sent. "))
    assert services.previews.find(campaign, Worth.EMPTY) == 0  # the empty name is in a row that is not sent


def test_examples_name_fields_the_list_has(stand: Stand, qtbot: QtBot) -> None:
    step = shown(stand, qtbot, stand.services.campaigns.new("No list yet"))

    def examples(fields: tuple[str, ...]) -> list[str]:
        step.heading.show_fields(fields)
        step.editor.show_fields(fields)
        codes = (*step.editor.codes.values(), step.editor.write.code)
        return [one.placeholderText() for one in codes]

    assert all("{{ first_name | default(" in one for one in examples(()))
    assert all("{{ name | default(" in one for one in examples(("email", "name", "city")))
    for one in examples(("email", "city", "@file")):
        assert "{{" not in one


def test_a_wrong_field_is_told_below_the_text_with_its_line(stand: Stand, qtbot: QtBot) -> None:
    step = shown(stand, qtbot, stand.sample())
    code(step).setPlainText("<p>Hi</p>\n<p>{{ citty }}</p>")
    qtbot.waitUntil(lambda: not step.editor.problem.isHidden())
    assert step.editor.problem.text() == "HTML: Line 2 uses “citty”, which the list does not have. Use “city” instead."
    mark, _under = code(step).extraSelections()
    assert mark.cursor.blockNumber() == 1
    assert not step.preview._note.isHidden()
    assert step.state() == ("problem", "1 to fix")
    code(step).setPlainText("<p>{{ city }}</p>")
    qtbot.waitUntil(step.editor.problem.isHidden)
    assert code(step).extraSelections() == []


def test_nothing_is_said_of_a_message_before_its_list_is_known(
    stand: Stand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, counted, counts = stand.sample(), threading.Event(), stand.services.reports.counts

    def slow(campaign: Campaign) -> dict[str, int]:
        counted.wait(60)
        return counts(campaign)

    monkeypatch.setattr(stand.services.reports, "counts", slow)
    step = MessageStep(stand.stage)
    qtbot.addWidget(step)
    step.show_campaign(draft)
    qtbot.waitUntil(lambda: not step._rendering.isActive())
    qtbot.wait(100)  # long enough for a page to be made
    assert step.editor.problem.isHidden()
    counted.set()
    qtbot.waitUntil(lambda: step.preview._subject.whole() == "Anna, the spring sale starts today")
    assert step.editor.problem.isHidden()


def test_errors_of_the_sender_stand_at_its_field(stand: Stand, qtbot: QtBot) -> None:
    step = shown(stand, qtbot, stand.sample())
    assert isinstance(step.heading.sender_field.control, QLineEdit)
    step.heading.sender_field.control.clear()
    QTest.keyClicks(step.heading.sender_field.control, "anna")
    qtbot.waitUntil(lambda: "There is no @ sign" in step.heading.sender_field._below.text())
    assert step.editor.problem.isHidden()


def test_what_is_being_typed_is_not_overwritten_by_news(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    step._saving.setInterval(60_000)
    QTest.keyClicks(subject(step), "!")
    typed = subject(step).text()
    step.show_campaign(replace(draft, name="Renamed elsewhere"))
    assert subject(step).text() == typed
    step.leave()
    qtbot.waitUntil(lambda: kept(stand, draft).content.subject == typed)


def test_a_letter_typed_just_before_news_stays_and_so_does_the_cursor(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.services.campaigns.new("Autumn")
    step = shown(stand, qtbot, draft)
    rich = step.editor.write.rich
    QTest.keyClicks(rich, "Dear ")
    step.insert.wanted.emit("first_name")
    qtbot.waitUntil(lambda: step._edit == step._saved_edit)
    QTest.keyClicks(rich, " and all")  # has not rested yet
    step.show_campaign(replace(kept(stand, draft), name="Renamed elsewhere"))
    QTest.keyClicks(rich, " of you")
    qtbot.waitUntil(lambda: kept(stand, draft).content.markdown == "Dear {{ first_name }} and all of you\n")


def test_what_a_preview_reads_while_typing_is_saved(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.services.campaigns.new("Autumn")
    step = shown(stand, qtbot, draft)
    QTest.keyClicks(step.editor.write.rich, "Hello")
    step._render()  # before the typing rests
    qtbot.waitUntil(lambda: kept(stand, draft).content.markdown == "Hello\n")


def test_a_window_shown_anew_in_mid_typing_changes_nothing(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.services.campaigns.new("Autumn")
    step = shown(stand, qtbot, draft)
    rich = step.editor.write.rich
    QTest.keyClicks(rich, "Dear ")
    stand.window.hide()
    stand.window.show()  # as it is when the first browser is put into it
    QTest.keyClicks(rich, "friend")
    assert (rich.toPlainText(), rich.textCursor().position()) == ("Dear friend", 11)
    qtbot.waitUntil(lambda: kept(stand, draft).content.markdown == "Dear friend\n")


def test_the_cursor_stays_in_a_line_that_news_do_not_change(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    subject(step).moveCursor(QTextCursor.MoveOperation.End)
    place = subject(step).textCursor().position()
    step.show_campaign(replace(draft, name="Renamed elsewhere"))
    assert subject(step).textCursor().position() == place > 0


def test_what_stands_in_for_a_field_is_not_the_next_ones(stand: Stand, qtbot: QtBot) -> None:
    step = shown(stand, qtbot, stand.sample())
    fallback, rich = step.insert._fallback, step.editor.write.rich
    step.editor.write.show_source("")
    step.editor._ways.chosen.emit(WRITE)
    QTest.keyClicks(fallback, "friend")
    for chip in step.insert.chips()[:2]:
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    first, second = stand.sample().fields[:2]
    assert step.editor.write.source() == f"{{{{ {first} | default('friend') }}}}{{{{ {second} }}}}\n"
    QTest.keyClicks(fallback, "one who waits")
    step.show_campaign(stand.services.campaigns.new("Other"))
    assert (fallback.text(), rich.toPlainText()) == ("", "")


@pytest.mark.parametrize("where", ["subject", "unsubscribe", WRITE, HTML])
def test_enter_gives_what_stands_in_to_the_field_before_the_cursor(stand: Stand, qtbot: QtBot, where: str) -> None:
    step = shown(stand, qtbot, stand.services.campaigns.new("Autumn"))
    if where == HTML:
        step.editor._ways.chosen.emit(HTML)
    lines = {"subject": subject(step), "unsubscribe": step.heading.unsubscribe.edit}
    step.heading.footer.show()
    place = lines.get(where) or step.editor.active()
    place.setFocus()
    fallback = step.insert._fallback
    fallback.setText("friend")
    QTest.keyClick(fallback, Qt.Key.Key_Return)
    assert fallback.text() == "friend"  # no field is there yet
    fallback.clear()
    step._insert("city")
    QTest.keyClicks(fallback, "friend")
    QTest.keyClick(fallback, Qt.Key.Key_Return)
    QTest.keyClicks(place, "!")
    body = step.editor.bodies()
    leaving = step.heading.unsubscribe.edit.text()
    texts = {"subject": subject(step).text(), "unsubscribe": leaving, **body.texts}
    written = texts[where].strip()
    assert (written, fallback.text()) == ("{{ city | default('friend') }}!", "")


@pytest.mark.parametrize("where", ["subject", WRITE, HTML])
def test_a_gap_is_pointed_at_where_it_is(stand: Stand, qtbot: QtBot, where: str) -> None:
    texts = dict.fromkeys(("subject", WRITE, HTML), "Dear {{ city | default('friend') }}, {{ city }}!")
    texts = {one: text if one == where else "Hello {{ first_name }}" for one, text in texts.items()}
    mode = HTML if where == HTML else WRITE
    content = Content(mode=mode, subject=texts["subject"], markdown=texts[WRITE], html=texts[HTML])
    step = shown(stand, qtbot, replace(stand.sample(), content=content))
    step.point_at("city")
    if where == WRITE:
        panel = step.editor.write._open
        assert isinstance(panel, FieldPanel)
        assert panel.isVisible()
        panel._fallback.setText("the town")
        panel.apply()
        assert step.editor.write.source() == "Dear {{ city | default('friend') }}, {{ city | default('the town') }}!\n"
    elif where == "subject":
        assert subject(step).selected_text() == "{{ city }}"
        panel = next(iter(stand.window.findChildren(FieldPanel)))
        panel._fallback.setText("the town")
        panel.apply()
        assert subject(step).text() == "Dear {{ city | default('friend') }}, {{ city | default('the town') }}!"
        subject(step).undo()
        assert subject(step).text() == texts["subject"]
    else:
        edit = code(step)
        qtbot.waitUntil(edit.hasFocus)
        assert edit.textCursor().selectedText() == "{{ city }}"


DESIGN_TEXT = design_to_json(
    Design(blocks=(
        Heading(text="For {{ city | default('you') }}"),
        Columns(columns=((Text(text="left"),), (Text(text="right"), Button(text="Go", link="https://a.b/{{ city }}")))),
    ))
)  # fmt: skip


def test_a_gap_in_a_design_opens_its_block(stand: Stand, qtbot: QtBot) -> None:
    content = Content(mode=DESIGN, subject="Hi", design=DESIGN_TEXT)
    step = shown(stand, qtbot, replace(stand.sample(), content=content))
    step.point_at("city")
    line = step.editor.design.properties.control("link")
    assert isinstance(line, ChipLine)
    assert line.selected_text() == "{{ city }}"
    panel = next(iter(stand.window.findChildren(FieldPanel)))
    assert panel.isVisible()
    panel.close()
    assert step.editor.design._path == (1, 1, 1)
    line.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(step.insert._fallback, "rome")
    QTest.keyClick(step.insert._fallback, Qt.Key.Key_Return)
    assert "{{ city | default('rome') }}" in step.editor.bodies().texts[DESIGN]
    step.point_at("city")  # no gap is left
    assert step.editor.design._path == (1, 1, 1)


def test_enter_gives_what_stands_in_inside_a_block(stand: Stand, qtbot: QtBot) -> None:
    content = Content(mode=DESIGN, subject="Hi", design=DESIGN_TEXT)
    step = shown(stand, qtbot, replace(stand.sample(), content=content))
    step.editor.design._chosen((0,))
    words = step.editor.design.properties.control("text")
    assert isinstance(words, ChipLine)
    words.setText("Dear {{ city }}")
    words.setFocus()
    words.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(step.insert._fallback, "rome")
    QTest.keyClick(step.insert._fallback, Qt.Key.Key_Return)
    assert words.text() == "Dear {{ city | default('rome') }}"
    assert step.insert._fallback.text() == ""


def test_another_steps_work_survives_a_save(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    stand.services.campaigns.save(replace(draft, list_name="newer.csv", name="Renamed"))
    QTest.keyClicks(subject(step), "!")
    qtbot.waitUntil(lambda: kept(stand, draft).content.subject.startswith("!"))
    assert (kept(stand, draft).list_name, kept(stand, draft).name) == ("newer.csv", "Renamed")


def test_a_started_campaign_can_only_be_read(stand: Stand, qtbot: QtBot, look: Theme) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    QTest.keyClicks(subject(step), "!")
    stand.services.sending.begin(draft.id)
    begun = kept(stand, draft)
    step.leave()  # comes too late
    qtbot.waitUntil(lambda: step._saved_edit == step._edit)
    assert kept(stand, draft) == begun
    step.show_campaign(begun)
    assert subject(step).isReadOnly()
    assert subject(step).text() == begun.content.subject
    assert code(step).isReadOnly()

    def ground(edit: ChipLine | CodeEdit) -> str:
        return edit.viewport().grab().toImage().pixelColor(edit.viewport().width() - 3, 8).name()

    for mode in (Mode.LIGHT, Mode.DARK):
        look.mode = mode
        assert {ground(subject(step)), ground(code(step))} == {look.palette.canvas.lower()}
        assert look.palette.canvas != look.palette.surface
    assert not step.insert.isVisible()
    assert step.state() == ("done", "sent as it was")
    step.show_campaign(stand.services.campaigns.new("Next"))
    assert ground(subject(step)) == look.palette.surface.lower()


def test_files_are_frozen_shown_and_taken_away(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    step.enclosures.attach([SAMPLE.with_name("people.csv"), SAMPLE.with_name("message.html")])
    qtbot.waitUntil(
        lambda: [one.name for one in kept(stand, draft).content.attachments] == ["people.csv", "message.html"]
    )
    step.files.removed.emit(0)
    qtbot.waitUntil(lambda: [one.name for one in kept(stand, draft).content.attachments] == ["message.html"])


def test_a_file_that_is_gone_is_said_and_changes_nothing(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    step.enclosures.attach([tmp_path / "gone.pdf"])
    qtbot.waitUntil(step.trouble.isVisible)
    assert kept(stand, draft).content.attachments == ()


def test_the_search_finds_the_next_row_with_an_empty_field(stand: Stand, qtbot: QtBot) -> None:
    step = shown(stand, qtbot, stand.sample())
    code(step).setPlainText("{{ first_name }}")
    step.preview.row_wanted.emit(Worth.EMPTY)
    qtbot.waitUntil(lambda: step.preview.row() == 18)
    code(step).setPlainText("{{ first_name | default('you') }}")
    step.preview.row_wanted.emit(Worth.EMPTY)
    qtbot.waitUntil(lambda: stand.said == ["No row has an empty field that this message prints."])


def test_the_only_account_is_taken_with_its_sender(stand: Stand, qtbot: QtBot) -> None:
    account = replace(stand.sandbox_account(), sender="Anna <anna@example.com>")
    stand.services.accounts.save(account)
    draft = stand.services.campaigns.new("Autumn")
    shown(stand, qtbot, draft)
    qtbot.waitUntil(lambda: kept(stand, draft).account_id == account.id)
    assert kept(stand, draft).sender == "Anna <anna@example.com>"


def test_the_preview_never_fetches_anything(qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "secret.png"
    picture.write_bytes(b"\x89PNG")
    browser = MailBrowser("Message")
    qtbot.addWidget(browser)
    kind = QTextDocument.ResourceType.ImageResource.value
    assert browser.loadResource(kind, QUrl.fromLocalFile(str(picture))) is None
    assert browser.loadResource(kind, QUrl("data:image/png;base64,aGk=")) == b"hi"
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.3)
        place = f"http://127.0.0.1:{listener.getsockname()[1]}"
        browser.setHtml(
            f"<link rel='stylesheet' href='{place}/a.css'><img src='{place}/b.png'><img src='{picture.as_uri()}'>"
            f"<div style='background:url({place}/c.png)'>x</div>"
        )
        browser.show()
        browser.grab()
        qtbot.wait(50)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_the_account_s_identities_are_offered_as_senders(stand: Stand, qtbot: QtBot) -> None:
    account = replace(
        stand.sandbox_account(), sender="Anna <anna@example.com>", identities=("Shop <shop@example.com>",)
    )
    stand.services.accounts.save(account)
    draft = replace(stand.services.campaigns.new("Autumn"), account_id=account.id)
    stand.services.campaigns.save(draft)
    step = shown(stand, qtbot, draft)
    sender = step.heading.sender_field.control
    assert isinstance(sender, QLineEdit)
    model = sender.completer().model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [account.sender, *account.identities]
