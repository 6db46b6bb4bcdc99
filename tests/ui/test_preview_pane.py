"""The preview shows the bytes that will be sent, parsed back, of any recipient; rows worth a look are found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.stand import Stand

from sendoff.core.campaign import Attachment, Campaign, Content
from sendoff.core.errors import InputError
from sendoff.core.sight import Sight, read_sight
from sendoff.services.previews import Worth
from sendoff.ui.pages.message.preview import PreviewPane
from sendoff.ui.widgets.button import IconButton
from sendoff.ui.widgets.mail_browser import MailBrowser

PEOPLE = (
    "email,first_name,city\na@x.example,Anna,Rome\nbroken,Bob,Oslo\nc@x.example,,Berlin\nd@x.example,Maximilian,Ur\n"
)


def draft(stand: Stand, folder: Path, **content: object) -> Campaign:
    services = stand.services
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    made = replace(
        services.campaigns.new("Spring"),
        sender="Anna Lee <anna@example.com>",
        content=Content(subject="Hé {{ first_name }}", **content),  # type: ignore[arg-type]  # a test's own values
    )
    services.campaigns.save(made)
    return services.recipients.bring(made, services.recipients.look(folder / "people.csv"))[0]


def test_what_is_shown_is_what_is_sent_parsed_back(stand: Stand, tmp_path: Path) -> None:
    services = stand.services
    picture = tmp_path / "logo.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n and more")
    (tmp_path / "note.txt").write_text("n", encoding="utf-8")
    image = services.campaigns.embed(picture)
    attachment: Attachment = services.campaigns.attach(tmp_path / "note.txt")
    campaign = draft(
        stand, tmp_path, html=f"<p>{{{{ city }}}} ü</p><img src='cid:{image.cid}' alt=''>", images=(image,),
        attachments=(attachment,),
    )  # fmt: skip
    sight = services.previews.at(campaign, 1)
    sent = services.campaigns.envelope(campaign, 1).content
    assert sight == read_sight(sent)
    assert (sight.subject, sight.to, sight.size) == ("Hé Anna", "Anna <a@x.example>", len(sent))
    assert "<p>Rome ü</p>" in sight.html
    assert sight.text.startswith("Rome ü")
    assert sight.pictures[image.cid].content == picture.read_bytes()
    assert sight.files == ("note.txt",)


def test_a_row_that_is_not_sent_is_shown_and_says_so(stand: Stand, tmp_path: Path) -> None:
    sight = stand.services.previews.at(draft(stand, tmp_path, text="Hi {{ first_name }}"), 2)
    assert (sight.to, sight.text.strip()) == ("broken", "Hi Bob")
    assert sight.note.startswith("This row is not sent. ")


def test_without_a_list_a_stand_in_is_written_to(stand: Stand) -> None:
    made = replace(
        stand.services.campaigns.new("x"), sender="a@example.com", content=Content(subject="Hi", text="there")
    )
    assert stand.services.previews.sample(made).to == "someone@example.com"
    with pytest.raises(InputError, match="the number 1"):
        stand.services.previews.at(made, 1)


def test_rows_worth_a_look_are_found(stand: Stand, tmp_path: Path) -> None:
    find, campaign = stand.services.previews.find, draft(stand, tmp_path, text="{{ first_name }} in {{ city }}")
    assert find(campaign, Worth.LONGEST) == 4
    assert find(campaign, Worth.SHORTEST) == 3
    assert find(campaign, Worth.EMPTY, 0) == 3
    assert find(campaign, Worth.EMPTY, 3) == 3
    full = replace(campaign, content=Content(subject="Hi", text="{{ first_name | default('you') }}"))
    assert find(full, Worth.EMPTY, 0) == 0
    hidden = "{% if city == 'Rome' %}" + "long " * 20 + "{% endif %}{{ first_name | default('you') }}"
    assert find(replace(campaign, content=Content(subject="Hi", text=hidden)), Worth.LONGEST) == 1


def test_the_next_one_is_who_gets_the_message(stand: Stand, tmp_path: Path) -> None:
    previews, campaign = stand.services.previews, draft(stand, tmp_path, text="Hi")
    assert [previews.step(campaign, at) for at in (0, 1, 2, 3, 4)] == [1, 3, 3, 4, 0]
    assert [previews.step(campaign, at, -1) for at in (1, 2, 3, 4, 9)] == [0, 1, 1, 3, 4]
    assert (previews.step(campaign, 1, 2), previews.step(campaign, 1, 50), previews.step(campaign, 4, -50)) == (4, 4, 1)
    assert previews.step(campaign, 2, 0) == 2
    assert [previews.find(campaign, Worth.UNSENT, at) for at in (0, 1, 2, 4)] == [2, 2, 2, 2]
    nobody = stand.services.campaigns.new("Without a list")
    assert previews.step(nobody, 0) == previews.find(nobody, Worth.UNSENT) == 0


def test_people_are_found_by_a_part_of_the_name_or_the_address(stand: Stand, tmp_path: Path) -> None:
    campaign = draft(stand, tmp_path, text="Hi")

    def found(text: str, limit: int = 9) -> list[int]:
        return [one.position for one in stand.services.previews.people(campaign, text, limit)]

    assert found("maxi") == found(" D@X ") == [4]
    assert found("@x.EXAMPLE") == [1, 3, 4]
    assert found("@x.example", 2) == [1, 3]
    assert found("oken") == [2]
    assert found("nobody") == found("  ") == []


def pane_on(qtbot: QtBot) -> PreviewPane:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(384, 500)
    pane.show()
    return pane


def test_every_control_of_the_pane_fits_the_narrowest_window(qtbot: QtBot) -> None:
    pane = pane_on(qtbot)
    pane.show_total(123_456, 123_000)
    assert pane.steps.of.text() == "of 123,000"
    assert pane.steps.jump.menu().actions()[-1].text() == "Next of the 456 who do not get it"
    pane.show_preview(Sight(subject="A subject that is a good deal longer than there is room", to="a@b.example"))
    assert pane.minimumSizeHint().width() <= 384
    assert not pane._kinds.isEnabled()
    assert pane._stack.currentWidget() is pane._plain


def test_the_pane_tells_what_was_not_fetched_and_asks_before_it_is(qtbot: QtBot) -> None:
    pane = pane_on(qtbot)
    page = "<img src='https://a.example/1.png'><img src='https://a.example/2.png'>"
    pane.show_preview(Sight(html=page))
    assert pane._kept_out.isHidden()
    for name in ("1.png", "2.png", "1.png"):
        pane._html.refused.emit(f"https://a.example/{name}")
    assert pane._kept_out.text() == "2 pictures on the web are not shown."
    pane.show_preview(Sight(html="<img src='https://a.example/1.png'>"))
    pane._html.refused.emit("https://a.example/1.png")
    pane._html.loaded.emit()
    assert pane._kept_out.text() == "A picture on the web is not shown."
    pane._allow.click()
    assert pane._look.web_pictures
    assert pane._kept_out.isHidden()
    pane.forget()
    assert not pane._look.web_pictures


def test_the_pane_s_ways_of_reading_and_its_jumps(qtbot: QtBot) -> None:
    pane = pane_on(qtbot)
    pane.show_total(9, 9)
    pane.show_preview(Sight(html="<p>Hello</p>", text="Hello", note="This row is not sent."))
    assert pane._note.text() == "This row is not sent."
    assert isinstance(pane._html._reader, MailBrowser)
    assert pane._html._reader.toPlainText() == "Hello"
    assert pane._link.whole() == pane._html.poor
    pane._kinds._buttons["phone"].click()
    pane._dark.click()
    pane._pictures.click()
    assert (pane._look.phone, pane._look.dark, pane._look.pictures) == (True, True, False)
    pane._kinds._buttons["plain"].click()
    assert pane._stack.currentWidget() is pane._plain
    pane._html.pressed.emit("https://shop.example")
    assert pane._link.whole() == "Opens https://shop.example"
    with qtbot.waitSignal(pane.step_wanted) as told:
        next(one for one in pane.findChildren(IconButton) if one.accessibleName() == "Next recipient").click()
    assert told.args == [1]
    with qtbot.waitSignal(pane.step_wanted) as told:
        QTest.keyClick(pane.steps.number, Qt.Key.Key_PageDown)
    assert (told.args, pane.row()) == ([-10], 1)
    with qtbot.waitSignal(pane.row_wanted) as wanted:
        pane.steps.jump.menu().actions()[0].trigger()
    assert wanted.args == ["longest"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Hi {{ first_name }}, {{ city | default('you') }}", "Hi [First name], [city]"), ("Hi", "Hi")],
)
def test_without_a_list_a_field_is_not_known_yet_and_not_wrong(stand: Stand, text: str, shown: str) -> None:
    draft = replace(stand.services.campaigns.new("Autumn"), sender="anna@example.com", content=Content(text=text))
    seen = stand.services.previews.sample(draft)
    assert seen.text.strip() == shown
    assert bool(seen.note) == ("{{" in text)


def test_without_a_list_a_figure_is_awaited(stand: Stand) -> None:
    content = Content(text="{{ amount | number }}")
    draft = replace(stand.services.campaigns.new("Autumn"), sender="anna@example.com", content=content)
    assert stand.services.previews.sample(draft).note


def test_without_a_list_what_cannot_be_read_is_still_wrong(stand: Stand) -> None:
    draft = replace(stand.services.campaigns.new("Autumn"), sender="anna@example.com", content=Content(text="{{ a"))
    with pytest.raises(InputError):
        stand.services.previews.sample(draft)
