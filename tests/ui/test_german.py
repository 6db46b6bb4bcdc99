"""The window in German, and in a language that is longer and runs from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.catalogue import FOLDER, read
from tests.ui import audit
from tests.ui.desk import RESOURCES, Desk, at_desk

from sendoff.core.campaign import Campaign, CampaignState, Content
from sendoff.core.delivery import State
from sendoff.core.errors import InputError
from sendoff.core.hours import days_word, parse_days
from sendoff.core.language import Language, speak, tr
from sendoff.core.moments import moment_said, offered_moments, parse_moment, written
from sendoff.core.report import Group
from sendoff.core.wording import clock_text, count_text, date_text
from sendoff.ui.drafts import sample_campaign
from sendoff.ui.language import CONTEXT, chosen, install, translated
from sendoff.ui.pages.accounts.gallery import matching
from sendoff.ui.pages.accounts.view import AccountsPage
from sendoff.ui.pages.flow.outline import outline
from sendoff.ui.pages.message.picker import TemplatePicker
from sendoff.ui.pages.message.view import MessageStep
from sendoff.ui.pages.recipients.view import RecipientsStep
from sendoff.ui.pages.results.groups import GroupsView
from sendoff.ui.pages.sending.view import SendingStep
from sendoff.ui.widgets.figures import FigureRow
from sendoff.ui.widgets.text import ElidedLabel

PAGES = ("welcome", "first_steps", "campaigns", "audiences", "accounts", "blocked", "sandbox", "settings", "find")
STEPS = ("recipients", "message", "check", "send", "results")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    take_back = install(qapp, FOLDER, "de")
    yield
    take_back()


class Longer(QTranslator):
    """A language nobody speaks: every vowel of our sentences stands twice, two fifths more to read."""

    def isEmpty(self) -> bool:  # noqa: N802 -- Qt's name
        """It knows everything."""
        return False

    def translate(self, context: str, source: str, _note: object = None, _number: int = -1) -> str:
        """The sentence, longer; what is in braces stays."""
        if context != CONTEXT:
            return ""
        parts = re.split(r"(\{+[^{}]*\}+|&.)", source)
        return "".join(one if place % 2 else re.sub("([aeiou])", r"\1\1", one) for place, one in enumerate(parts))


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[None]:
    translator = Longer(qapp)
    qapp.installTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    speak(Language(code="xx", translate=translated))
    yield
    speak(Language())
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("german")
def test_the_compiled_catalogue_says_what_the_written_one_does() -> None:
    known = read(FOLDER / "sendoff_de.ts")
    assert len(known) > 1000
    assert {text for text, said in known.items() if translated(text) != said} == set(), "run python -m tests.catalogue"


@pytest.mark.usefixtures("german")
def test_a_provider_whose_name_is_words_is_named_in_german_and_found_by_both(desk: Desk) -> None:
    presets = {one.id: one for one in desk.services.accounts.presets()}
    assert (presets["custom"].shown, presets["gmail"].shown) == ("Anderer Mailserver", "Gmail")
    assert presets["custom"].name == "Another mail server"  # its id and its name in files stay
    for wanted in ("Anderer", "Another mail"):
        assert presets["custom"] in matching(list(presets.values()), wanted)
    page = desk.page(AccountsPage, "accounts", "add")
    assert "Anderer Mailserver" in [card.text() for card in page.gallery.cards()]
    page.gallery.chosen.emit("custom")
    assert page.form._title.whole() == "Anderer Mailserver"


@pytest.mark.usefixtures("german")
def test_every_mark_of_the_steps_is_german() -> None:
    marks = {
        state: [words for _mark, words in outline(Campaign(id="c", name="C", state=state), {"accepted": 2})]
        for state in CampaignState
    }
    assert marks[CampaignState.FINISHED][2:4] == ["geprüft", "fertig"]
    assert marks[CampaignState.STOPPED][3] == "gestoppt"
    begun = Campaign(id="c", name="C", content=Content(subject="Hallo"))
    assert outline(begun, {})[1] == ("attention", "begonnen")


@pytest.mark.usefixtures("german")
def test_figures_times_and_qt_itself_are_german(qtbot: QtBot) -> None:
    now = round(datetime(2026, 11, 23, 9, tzinfo=UTC).timestamp() * 1000)
    assert count_text(4812) == "4.812"
    assert clock_text(now + 10 * 86_400_000, now) == "3. Dezember 09:00"
    assert date_text(now + 10 * 86_400_000, now) == "am Donnerstag, 3. Dezember 09:00"
    assert date_text(now + 60_000, now) == "um 09:01"
    assert parse_moment("Am Dienstag 9:00", now, UTC) == parse_moment("24.11.2026 9:00", now, UTC)
    assert tr("Undo") == "Rückgängig"
    assert parse_moment(tr("tomorrow 9:00"), now, UTC) == parse_moment("tomorrow 9:00", now, UTC)
    assert parse_moment("Heute 23:59", now, UTC) == parse_moment("23.11.2026 23:59", now, UTC)
    for words in ("nächsten Dienstag 9:00", "Dienstag, 1. Dezember um 9 Uhr", "in 8 Tagen um 9 Uhr", "1.12. 9:00"):
        said = moment_said(parse_moment(words, now, UTC), now, UTC)
        assert said == "am Dienstag, 1. Dezember 09:00, in 8 Tagen"
    assert parse_moment("kommenden Mi, 9 Uhr", now, UTC) == parse_moment("25.11.2026 9:00", now, UTC)
    assert offered_moments(now, UTC) == ("morgen 9:00", "Donnerstag 9:00", "Montag 9:00")
    assert written(date(2027, 3, 1), 9, 0, date(2026, 11, 23)) == "1. März 2027 9:00"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"


def test_what_is_said_is_english_again_afterwards() -> None:
    assert (tr("Undo"), count_text(4812)) == ("Undo", "4,812")
    assert QCoreApplication.translate(CONTEXT, "Undo") == "Undo"


def test_the_first_wish_that_is_a_language_holds() -> None:
    assert chosen("", "de") == "de"
    assert chosen("en", "de") == "en"
    assert chosen("tlh", "system") in {"en", "de"}


def opened(desk: Desk) -> Iterator[tuple[str, QMainWindow]]:
    """Every page and every step of a campaign that can be sent, one after the other."""
    desk.account()
    draft = desk.draft("mia@example.com", "jo@example.com")
    window = desk.opened.window
    for page in PAGES:
        window.navigator.open(page)
        desk.rest()
        yield page, window
    for step in STEPS:
        desk.open(draft, step)
        desk.rest()
        yield step, window


def said_by(window: QWidget) -> Iterator[str]:
    """What a person reads or hears of what is shown."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        yield widget.accessibleName()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
        if isinstance(widget, QTableView) and (model := widget.model()) is not None:
            across = Qt.Orientation.Horizontal
            yield from (str(model.headerData(at, across) or "") for at in range(model.columnCount()))


@pytest.mark.usefixtures("german")
def test_no_page_has_an_english_word_left_and_none_is_cut(qtbot: QtBot, tmp_path: Path) -> None:
    known = {text: said for text, said in read(FOLDER / "sendoff_de.ts").items() if text != said}
    plain = {text for text in known if "{" not in text and len(text) > 2} - set(known.values())
    shapes = [_shape(text) for text in known if "{" in text and len(re.sub(r"\{\w+\}", "", text).split()) > 1]
    german = [_shape(said) for said in known.values() if "{" in said]
    left, cut = set(), set()

    def english(window: QWidget) -> Iterator[str]:
        for text in said_by(window):
            shaped = any(one.fullmatch(text) for one in shapes) and not any(one.fullmatch(text) for one in german)
            if text in plain or shaped:
                yield text

    with at_desk(tmp_path, qtbot) as desk:
        desk.opened.window.resize(1024, 700)
        desk.opened.window.show()
        for page, window in opened(desk):
            cut |= {(page, text) for text in audit.lasting(partial(cut_off, window))}
            left |= {(page, text) for text in audit.lasting(partial(english, window))}
    assert (left, cut) == (set(), set())


@pytest.mark.usefixtures("german")
def test_the_check_names_the_empty_field_in_german(qtbot: QtBot, tmp_path: Path) -> None:
    with at_desk(tmp_path, qtbot) as desk:
        desk.account()
        services = desk.services
        (desk.folder / "people.csv").write_text("email,name\nmia@example.com,\njo@example.com,Jo\n", "utf-8")
        draft, _done = services.recipients.bring(desk.draft(), services.recipients.look(desk.folder / "people.csv"))
        desk.opened.window.show()
        said = set(said_by(desk.open(draft, "check")))
    assert "Bei 1 Empfänger fehlt: „Name“." in said
    assert not any("  " in text for text in said)


@pytest.mark.usefixtures("german")
def test_tables_templates_and_figures_are_german(qtbot: QtBot, tmp_path: Path) -> None:
    row = FigureRow({"accepted": 4812})
    qtbot.addWidget(row)
    assert row._chips["accepted"].accessibleName() == "4.812 angenommen"
    with at_desk(tmp_path, qtbot) as desk:
        desk.account()
        desk.services.suppressions.add(["gone@example.com", "@example.net"])
        desk.show()
        desk.opened.window.navigator.open("blocked")
        qtbot.waitUntil(lambda: "2 Einträge" in set(said_by(desk.opened.window)))
        assert {"Adresse oder Domain", "Grund", "Seit", "Quelle"} <= set(said_by(desk.opened.window))
        picker = TemplatePicker(desk.opened.window, desk.opened.stage)
        desk.rest()
        names = {picker.list.item(at).text() for at in range(picker.list.count())}
        templates = desk.services.templates
        copy = templates.duplicate(templates.find("layout-announcement"))
    assert {"Ankündigung", "Angebot"} <= names
    assert (copy.name, copy.description) == ("Ankündigung (Kopie)", "Eine Neuigkeit, eine Schaltfläche")


@pytest.mark.usefixtures("german")
def test_the_sample_is_german_and_in_a_german_sandbox(qtbot: QtBot, tmp_path: Path) -> None:
    with at_desk(tmp_path, qtbot) as desk:
        made = sample_campaign(desk.services, RESOURCES / "samples", desk.opened.sandbox)
        again = sample_campaign(desk.services, RESOURCES / "samples", desk.opened.sandbox)
        shown = desk.services.previews.at(made, 1)
        account = desk.services.accounts.get(made.account_id)
    assert (made.name, made.id, account.name) == ("Frühlingsverkauf", again.id, "Testserver")
    assert shown.subject == "Anna, heute beginnt der Frühlingsverkauf"
    assert all(words in shown.html for words in ('<html lang="de">', "auch in Köln", "bei Hafenbuchhandlung"))


@pytest.mark.usefixtures("german")
def test_days_of_the_week_are_read_and_written_in_german() -> None:
    assert parse_days("Mo-Fr, so") == parse_days("montag-freitag sun") == (0, 1, 2, 3, 4, 6)
    assert (days_word((0, 1, 2, 3, 4), spoken=True), days_word((1, 3), spoken=True)) == ("Mo-Fr", "Di, Do")
    assert days_word((1, 3)) == "tue, thu"
    with pytest.raises(InputError):
        parse_days("Mon-Freund")


@pytest.mark.usefixtures("german")
def test_the_link_to_unsubscribe_says_so_in_german(qtbot: QtBot, tmp_path: Path) -> None:
    with at_desk(tmp_path, qtbot) as desk:
        desk.account()
        draft = desk.draft("mia@example.com")
        desk.show()
        step = desk.open(draft, "message").step(1)
        assert isinstance(step, MessageStep)
        step.heading.footer.show()
        assert not step.heading.leaving.isEnabled()
        QTest.keyClicks(step.heading.unsubscribe.edit, "https://example.com/u")
        services = desk.services
        desk.until(lambda: "Abmelden: https" in services.previews.at(services.campaigns.get(draft.id), 1).text)
        desk.rest()
        assert (step.heading.leaving.isEnabled(), step.heading.leaving.edit.text()) == (True, "Abmelden")


@pytest.mark.usefixtures("german")
def test_the_fault_of_a_design_is_said_without_a_line_and_in_german(qtbot: QtBot, tmp_path: Path) -> None:
    with at_desk(tmp_path, qtbot) as desk:
        step = desk.open(desk.draft("mia@example.com"), "message").step(1)
        assert isinstance(step, MessageStep)
        step.editor.show_problem(InputError("Zeile 3 lässt sich nicht ausfüllen.", where="design"))
        assert step.editor.problem.text().endswith(": Es lässt sich nicht ausfüllen.")
        desk.rest()


@pytest.mark.usefixtures("german")
def test_what_can_be_done_about_doubts_goes_on_in_a_second_line(qtbot: QtBot) -> None:
    groups = GroupsView()
    qtbot.addWidget(groups)
    cause = Group(state=State.IN_DOUBT, reason="lost", count=1, text="", sentence="Die Verbindung brach ab.")
    groups.show_groups([cause], busy="", put_off=False, quarantine="")
    assert groups.minimumSizeHint().width() < 600


@pytest.mark.usefixtures("german")
def test_a_state_has_room_for_its_longest_word_and_a_field_for_its_longest_choice(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("full@example.com")
    page = desk.open(draft, "send").step(3)
    assert isinstance(page, SendingStep)
    card = page.before.options
    for choice in (card.starting, card.pausing, card.speed.kind, card.when):
        longest = max(choice.fontMetrics().horizontalAdvance(choice.itemText(at)) for at in range(choice.count()))
        assert choice.width() == card.starting.width() >= longest + 40
    table = page.live.table
    assert table.columnWidth(1) >= table.fontMetrics().horizontalAdvance("zurückgestellt, 00:00") + 48


@pytest.mark.usefixtures("german")
def test_figures_without_room_leave_their_words_to_tool_tips(qtbot: QtBot) -> None:
    counts = {"accepted": 62, "failed": 3, "in_doubt": 1, "skipped": 2}
    row = FigureRow(counts)
    qtbot.addWidget(row)
    row.show()
    shown = [chip for chip in row._chips.values() if chip.number]
    whole = [chip.width_of(short=False) for chip in shown]
    row.resize(sum(whole) - 20, row.height())
    qtbot.wait(1)
    assert [chip for chip in shown if chip.width() < chip.sizeHint().width()] == []
    assert [chip.sizeHint().width() == wide for chip, wide in zip(shown, whole, strict=True)] == [
        True,
        True,
        True,
        False,
    ]
    assert "übersprungen" in shown[-1].toolTip()


def _shape(text: str) -> re.Pattern[str]:
    return re.compile(".+".join(re.escape(part) for part in re.split(r"\{\w+\}", text)), re.DOTALL)


@pytest.mark.usefixtures("longer")
def test_longer_words_from_right_to_left_are_not_cut(qtbot: QtBot, tmp_path: Path) -> None:
    with at_desk(tmp_path, qtbot) as desk:
        desk.opened.window.resize(1024, 700)
        desk.opened.window.show()
        cut = {(page, text) for page, window in opened(desk) for text in audit.lasting(partial(cut_off, window))}
    assert cut == set()


def cut_off(window: QWidget) -> Iterator[str]:
    """The words that have less room than they take, and the page that makes the window wider."""
    if window.width() > 1024:
        yield f"the window is {window.width()} wide"
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        if isinstance(widget, QLabel) and wraps and widget.height() + 1 < widget.heightForWidth(widget.width()):
            yield f"{widget.text()} is {widget.heightForWidth(widget.width())} high"
        if isinstance(widget, QLabel | QAbstractButton) and widget.text() and not wraps:
            least = min(widget.sizeHint().width(), widget.minimumSizeHint().width())
            seen = widget.visibleRegion().boundingRect().width()
            if widget.width() + 1 < least or 0 < seen < widget.width() - 1:
                yield widget.text()


@pytest.mark.usefixtures("german")
def test_the_states_of_a_sent_list_are_whole_where_there_is_room(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("ulrike.groessmann42@members-mail.example")
    desk.services.sending.begin(draft.id)
    desk.services.sending.run(draft.id)
    step = desk.open(draft, "recipients").step(0)
    assert isinstance(step, RecipientsStep)
    desk.opened.window.resize(1280, 800)
    desk.rest()
    table = step.frozen.table
    assert step.frozen.model.index(0, 2).data() == "angenommen"
    assert step.frozen.figures._chips["addressed"].accessibleName() == "1 Empfänger"
    assert table.columnWidth(2) >= table.sizeHintForColumn(2)
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
