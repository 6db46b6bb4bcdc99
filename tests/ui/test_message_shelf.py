"""Templates, versions, imported files and enclosures of the message step, on real services."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.drafting import shown
from tests.ui.stand import Stand

from sendoff.core.campaign import Campaign, Content
from sendoff.core.errors import InputError
from sendoff.ui.pages.message.attachments import own_sentence
from sendoff.ui.pages.message.picker import TemplatePicker, VersionPicker
from sendoff.ui.widgets.button import Button


def kept(stand: Stand, campaign: Campaign) -> Content:
    return stand.services.campaigns.get(campaign.id).content


def test_a_template_takes_the_message_s_place_and_a_version_brings_it_back(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.services.campaigns.new("Autumn")
    step = shown(stand, qtbot, draft)
    step._saving.setInterval(60_000)
    QTest.keyClicks(step.editor.write.rich, "My own words")
    step.shelf.choose_template()
    picker = step.shelf.dialog
    assert isinstance(picker, TemplatePicker)
    qtbot.waitUntil(lambda: picker.list.count() >= 6)
    assert not picker.delete.isEnabled()  # a layout stays
    name = picker.chosen().name
    picker.use.click()
    qtbot.waitUntil(lambda: kept(stand, draft).mode == "design")
    qtbot.waitUntil(lambda: step.editor.bodies().active == "design")
    assert f"“{name}”" in stand.said[-1]
    assert "My own words" in kept(stand, draft).design
    assert kept(stand, draft).markdown == "My own words\n"
    assert kept(stand, draft).subject == ""  # the layout's is not about these words

    step.shelf.choose_version()
    versions = step.shelf.dialog
    assert isinstance(versions, VersionPicker)
    qtbot.waitUntil(lambda: versions.list.count() > 0)
    qtbot.waitUntil(lambda: versions.list.count() == 2)
    assert not versions.use.isEnabled()  # what is written now
    versions.list.setCurrentRow(1)
    versions.use.click()
    qtbot.waitUntil(lambda: kept(stand, draft).markdown == "My own words\n")
    qtbot.waitUntil(lambda: step.editor.write.rich.toPlainText() == "My own words")


def test_a_message_is_saved_as_a_template_renamed_and_deleted_with_undo(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    step.shelf.save_template()
    panel = step.shelf.panel
    assert panel is not None
    (name,) = panel.findChildren(QLineEdit)
    name.setText("Ours")
    panel.apply()
    qtbot.waitUntil(lambda: stand.said == ["Saved as the template “Ours”."])
    step.shelf.choose_template()
    picker = step.shelf.dialog
    assert isinstance(picker, TemplatePicker)
    qtbot.waitUntil(lambda: picker.list.count() > 0)
    assert picker.list.item(0).text() == "Ours"
    picker.rename.click()
    picker._name.setText("Sale")
    QTest.keyClick(picker._name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: picker.list.item(0).text() == "Sale")
    picker.copy.click()
    qtbot.waitUntil(lambda: picker.list.currentItem() is not None and picker.list.currentItem().text() == "Sale (copy)")
    picker.delete.click()
    qtbot.waitUntil(lambda: "Sale (copy)" not in [one.name for one in stand.services.templates.all()])
    undo = next(one for one in picker.trouble.findChildren(Button) if one.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: "Sale (copy)" in [one.name for one in stand.services.templates.all()])
    picker.reject()


def test_a_file_is_imported_into_the_way_it_is_of(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "news.html"
    page.write_text("<html><head><title>News</title></head><body><p>Hi</p></body></html>", encoding="utf-8")
    draft = stand.services.campaigns.new("Autumn")
    step = shown(stand, qtbot, draft)
    step.shelf.file_chosen.emit(page)
    qtbot.waitUntil(lambda: step.editor.bodies().active == "html")
    assert step.heading.subject.edit.text() == "News"
    assert "<p>Hi</p>" in kept(stand, draft).html
    broken = tmp_path / "news.docx"
    broken.write_bytes(b"PK")
    step.shelf.file_chosen.emit(broken)
    qtbot.waitUntil(step.trouble.isVisible)
    assert "<p>Hi</p>" in kept(stand, draft).html


def test_preview_text_footer_and_reply_address_are_kept(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    QTest.keyClicks(step.heading.preheader.edit, "Short")
    assert "room for about 90" in step.heading.preheader._below.text()
    step.room.footer.click()
    QTest.keyClicks(step.heading.unsubscribe.edit, "https://x.example/u?e=")
    step.heading.unsubscribe.edit.setFocus()
    qtbot.waitUntil(lambda: step._last is step.heading.unsubscribe.edit)
    step.insert.chips()[0].click()
    QTest.keyClicks(step.heading.postal, "1 High Street")
    wanted = ("Short", "https://x.example/u?e={{ email | urlencode }}", "1 High Street")

    def said() -> tuple[str, str, str]:
        content = kept(stand, draft)
        return content.preheader, content.unsubscribe, content.postal

    qtbot.waitUntil(lambda: said() == wanted)
    assert step.room.footer.text() == "Footer: unsubscribe and address"


def test_a_dropped_picture_is_fitted_frozen_and_sent_along(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    draft = stand.services.campaigns.new("Autumn")
    step = shown(stand, qtbot, draft)
    image = QImage(2400, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    image.save(str(tmp_path / "a b.png"), "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes
    step.enclosures.embed([tmp_path / "a b.png"])
    qtbot.waitUntil(lambda: len(kept(stand, draft).images) == 1)
    (frozen,) = kept(stand, draft).images
    assert f"](cid:{frozen.cid})" in kept(stand, draft).markdown
    assert QImage.fromData(stand.services.campaigns.picture_bytes(frozen)).width() == 1200
    qtbot.waitUntil(lambda: frozen.cid in step.editor.write.rich.pictures)
    (tmp_path / "no.png").write_bytes(b"no")
    step.enclosures.embed([tmp_path / "no.png"])
    qtbot.waitUntil(step.trouble.isVisible)
    assert len(kept(stand, draft).images) == 1


def test_each_recipient_s_own_file_is_found_and_what_is_missing_is_said(
    stand: Stand, qtbot: QtBot, tmp_path: Path
) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    lines = list(stand.services.reports.every(draft))
    folder = tmp_path / "invoices"
    folder.mkdir()
    ready = [line for line in lines if line.state == "queued"]
    for line in ready[:2]:
        (folder / line.fields["voucher"]).write_bytes(b"x" * 1000)
    step.files.own_wanted.emit("voucher", folder)
    qtbot.waitUntil(lambda: "2 of 245 rows have a file from “voucher”" in step.files._note.whole())
    assert f"None for no. {ready[2].position}, " in step.files._note.whole()
    campaign = stand.services.campaigns.get(draft.id)
    row = stand.services.campaigns.envelope(campaign, ready[0].position)
    assert b"eHh4" in row.content
    assert [line.fields["city"] for line in stand.services.reports.every(campaign)] == [
        line.fields["city"] for line in lines
    ]
    with pytest.raises(InputError, match="no column"):
        stand.services.own_files.attach(campaign, "nothing", folder)
    found = stand.services.own_files.look(campaign, "voucher")
    assert (found.found, found.missing, found.size) == (2, 243, 2000)
    assert own_sentence(found).startswith("2 of 245 rows have a file from “voucher”, 2 KB in all. None for no. ")
