"""What the widgets do: figures add up and filter, steps open by key, fields name their controls, secrets hide."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.ui import audit

from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import COUNTED, State
from sendoff.core.errors import InputError
from sendoff.core.report import MARKED, apart
from sendoff.ui.theme import Mode, Theme
from sendoff.ui.widgets.button import Button, IconButton, Segments
from sendoff.ui.widgets.code_edit import CodeEdit, field_marks
from sendoff.ui.widgets.crash import CrashDialog, ErrorDialog, Failures, redacted, report
from sendoff.ui.widgets.field import Choice, Field, NumberEdit, SearchEdit, SecretEdit
from sendoff.ui.widgets.figures import FIGURES, FigureRow, figures
from sendoff.ui.widgets.list_acts import ListActs
from sendoff.ui.widgets.message import Banner, EmptyState
from sendoff.ui.widgets.progress import RateChart, SegmentedProgressBar
from sendoff.ui.widgets.state import LOOKS, SCHEDULED, StatePill
from sendoff.ui.widgets.stepper import Stepper
from sendoff.ui.widgets.table import Table
from sendoff.ui.widgets.text import ElidedLabel
from sendoff.ui.widgets.toast import Toast

COUNTS = st.fixed_dictionaries({state: st.integers(0, 10**6) for state in COUNTED})


@given(counts=COUNTS, share=st.floats(0, 1))
def test_the_figures_add_up_to_the_list(counts: dict[str, int], share: float) -> None:
    assert sum(figures(counts).values()) == sum(counts.values())
    marked = int(share * counts["accepted"])
    shown = figures(apart(counts, marked))
    assert sum(shown.values()) == sum(counts.values())
    assert (shown["accepted"], shown[MARKED]) == (counts["accepted"] - marked, marked)


def test_every_state_is_in_one_figure_and_has_a_look() -> None:
    covered = [state for figure in FIGURES for state in figure.states]
    assert sorted(covered) == sorted([*COUNTED, MARKED])
    assert set(LOOKS) == set(State) | set(CampaignState) | {MARKED, SCHEDULED}


def test_a_figure_filters_and_a_second_press_shows_everything(qtbot: QtBot) -> None:
    row = FigureRow({"queued": 5, "accepted": 3, "in_doubt": 1})
    qtbot.addWidget(row)
    row.show()
    asked: list[str] = []
    row.filtered.connect(asked.append)
    doubt = row._chips["in_doubt"]
    QTest.mouseClick(doubt, Qt.MouseButton.LeftButton)
    assert row.states() == ("in_doubt",)
    QTest.keyClick(row._chips["waiting"], Qt.Key.Key_Space)
    assert row.states() == ("queued",)
    QTest.mouseClick(row._chips["waiting"], Qt.MouseButton.LeftButton)
    assert row.states() == ()
    assert asked == ["in_doubt", "waiting", ""]
    assert doubt.accessibleName() == "1 in doubt"
    assert row.total() == 9


def test_a_word_is_explained_by_pointing_by_ear_and_where_there_is_room_beside_it(qtbot: QtBot) -> None:
    row = FigureRow({"accepted": 3, "deferred": 2, "in_doubt": 1})
    qtbot.addWidget(row)
    row.resize(2_000, 40)
    row.show()
    deferred = row._chips["deferred"]
    assert deferred.accessibleDescription() == "The server asked to come back later. It is tried again by itself."
    assert "It is tried again by itself.<br>Show the deferred only" in deferred.toolTip()
    roomy = deferred.width_of(short=False, spelt=True)
    assert deferred.sizeHint().width() == roomy
    assert row._chips["failed"].width_of(short=False, spelt=True) == row._chips["failed"].width_of(short=False)
    row.resize(sum(chip.width_of(short=False) + 8 for chip in row._chips.values() if chip.isVisible()), 40)
    qtbot.waitUntil(lambda: deferred.sizeHint().width() < roomy)
    row.explain("deferred", "It is tried again at 14:20.")
    assert deferred.accessibleDescription() == "It is tried again at 14:20."
    assert deferred.accessibleName() == "2 deferred"
    bar = SegmentedProgressBar()
    bar.set_counts({"accepted": 3, "deferred": 2, "in_doubt": 1})
    legend = "3 accepted, 2 deferred, tried again and 1 in doubt, may have arrived"
    assert bar.accessibleDescription() == legend


def test_skipped_is_shown_only_where_something_was(qtbot: QtBot) -> None:
    row = FigureRow({"accepted": 3})
    qtbot.addWidget(row)
    row.show()
    assert not row._chips["skipped"].isVisible()
    row.set_counts({"accepted": 3, "suppressed": 1, "cancelled": 2})
    assert row._chips["skipped"].isVisible()
    assert row._chips["skipped"].number == 1
    assert row._chips["cancelled"].isVisible()
    assert row._chips["cancelled"].number == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(counts=COUNTS)
def test_the_bar_shows_every_segment_and_never_overflows(qtbot: QtBot, counts: dict[str, int]) -> None:
    bar = SegmentedProgressBar()
    bar.resize(400, 10)
    bar.set_counts(counts)
    drawn = dict(bar.segments())
    bare = ("waiting", "skipped")
    assert set(drawn) == {key for key, number in figures(counts).items() if number and key not in bare}
    assert sum(drawn.values()) <= 400.001
    assert all(width >= 2.99 for width in drawn.values())


def test_bar_and_chart_say_what_they_show(qtbot: QtBot) -> None:
    bar, chart = SegmentedProgressBar(), RateChart()
    bar.set_counts({"accepted": 3104, "queued": 1708})
    chart.set_rates([7], 30, 600_000)
    assert (chart.most, chart._rates) == ("7 so far in this minute", (7,))
    chart.set_rates([0, *range(39), 5], 39, 40 * 60_000 + 1, lambda at: f"minute {at // 60_000}")
    assert bar.accessibleName() == "3,104 of 4,812 accepted"
    assert chart.most == "busiest minute: 38"
    said = "Accepted in each of the last 30 minutes: 38 in the busiest minute, minute 39; now it goes at 39 a minute"
    assert chart.accessibleName() == said
    assert len(chart._rates) == 30


def test_a_pill_says_its_state_in_words(qtbot: QtBot) -> None:
    pill = StatePill(State.DEFERRED, "15:20")
    assert pill.accessibleName() == "deferred, 15:20"
    pill.show_state(State.IN_DOUBT)
    assert pill.accessibleName() == "in doubt"


def test_steps_open_by_mouse_and_by_key(qtbot: QtBot) -> None:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.set_state(2, "attention", "2 to fix")
    stepper.set_current(1)
    stepper.show()
    stepper.activateWindow()
    qtbot.waitUntil(stepper.isActiveWindow)
    opened: list[int] = []
    stepper.chosen.connect(opened.append)
    stepper.steps[1].setFocus()
    QTest.keyClick(stepper.steps[1], Qt.Key.Key_Right)
    assert stepper.steps[2].hasFocus()
    assert opened == []
    QTest.keyClick(stepper.steps[2], Qt.Key.Key_Return)
    QTest.keyClick(stepper.steps[2], Qt.Key.Key_Right)
    QTest.keyClick(stepper.steps[3], Qt.Key.Key_Space)
    QTest.keyClick(stepper.steps[3], Qt.Key.Key_Right)
    QTest.keyClick(stepper.steps[4], Qt.Key.Key_Right)
    assert stepper.steps[0].hasFocus()
    QTest.mouseClick(stepper.steps[4], Qt.MouseButton.LeftButton)
    assert opened == [2, 3, 4]
    assert stepper.steps[2].accessibleName() == "Check, step 3 of 5, 2 to fix"


def test_a_step_that_is_as_wide_as_it_wants_to_be_shows_its_words_whole(qtbot: QtBot) -> None:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    for number in range(0, 3000, 37):
        for step in stepper.steps:
            step.show_state("attention", f"{number} accepted, 1 in doubt")
            step.resize(step.minimumSizeHint())
            assert step.shown_note() == f"{number} accepted, 1 in doubt"


def test_only_the_present_step_is_in_the_tab_order(qtbot: QtBot) -> None:
    stepper = Stepper()
    stepper.set_current(3)
    assert stepper.current() == 3
    assert [bool(step.focusPolicy() & Qt.FocusPolicy.TabFocus) for step in stepper.steps] == [
        False,
        False,
        False,
        True,
        False,
    ]


def test_a_field_names_its_control_and_tells_the_problem(qtbot: QtBot) -> None:
    edit = QLineEdit()
    field = Field("&Server", edit, "Filled in by the preset.")
    qtbot.addWidget(field)
    field.show()
    label = field.findChild(QLabel)
    assert label is not None
    assert label.buddy() is edit
    assert edit.accessibleName() == "Server"
    assert edit.accessibleDescription() == "Filled in by the preset."
    field.set_problem("This server does not exist.")
    assert edit.accessibleDescription() == "This server does not exist."
    assert edit.property("problem") is True
    field.set_problem("")
    assert edit.property("problem") is False
    assert edit.accessibleDescription() == "Filled in by the preset."


def test_a_secret_is_hidden_until_the_eye_is_pressed(qtbot: QtBot) -> None:
    edit = SecretEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.setText("hunter2")
    eye = edit.findChild(QToolButton)
    assert eye is not None
    assert edit.displayText() != "hunter2"
    assert eye.accessibleName() == "Show the password"
    QTest.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert edit.displayText() == "hunter2"
    assert eye.accessibleName() == "Hide the password"
    assert eye.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_choice_keeps_what_was_chosen_and_tells_only_what_a_person_chose(qtbot: QtBot) -> None:
    choice = Choice("Security", (("starttls", "STARTTLS"), ("tls", "TLS")))
    qtbot.addWidget(choice)
    told: list[str] = []
    choice.chosen.connect(told.append)
    assert choice.choice() == "starttls"
    choice.choose("tls")
    choice.set_choices((("none", "None"), ("tls", "TLS")))
    assert choice.choice() == "tls"
    choice.choose("gone")
    assert choice.choice() == "none"
    assert told == []
    choice.show()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert told == ["tls"]
    choice.set_choices(())
    assert choice.choice() == ""


def test_a_choice_without_room_ends_in_dots(qtbot: QtBot) -> None:
    choice = Choice("Account", [("a", "A" * 80)])
    qtbot.addWidget(choice)
    choice.setFixedWidth(160)
    choice.show()
    whole = choice.grab().toImage()
    choice.setItemText(0, "A" * 79 + "B")  # what is cut off makes no difference
    assert choice.grab().toImage() == whole
    choice.setItemText(0, "@" + "A" * 78 + "B")  # the end of an address does
    assert choice.grab().toImage() != whole


@pytest.mark.parametrize("word", ["Heading 1", "STARTTLS", "As in the message", "iiiiiiiiiiiii", "Überschrift 1"])
def test_a_choice_as_wide_as_it_wants_to_be_shows_its_word_whole(qtbot: QtBot, word: str) -> None:
    choice = Choice("Kind", [("one", word), ("other", f"{word[:-1]}X")])
    qtbot.addWidget(choice)
    choice.show()
    choice.resize(choice.sizeHint())
    before = choice.grab().toImage()
    choice.setCurrentIndex(1)  # differs in its last letter
    assert choice.grab().toImage() != before


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_an_opened_choice_shows_every_entry_below_its_field(qtbot: QtBot, look: Theme, mode: Mode) -> None:
    look.mode = mode
    page = QWidget()
    page.resize(400, 500)
    choices = [Choice(f"{many} things", [(str(one), f"Thing {one}") for one in range(many)]) for many in (1, 2, 3, 10)]
    rows = QVBoxLayout(page)
    for choice in choices:
        rows.addWidget(choice, 0, Qt.AlignmentFlag.AlignTop)
        choice.choose("1")
    qtbot.addWidget(page)
    page.show()
    for choice in choices:
        choice.showPopup()
        view = choice.view()
        last = view.visualRect(view.model().index(choice.count() - 1, 0))
        assert view.viewport().rect().contains(last), choice.accessibleName()
        # A popup that lies over its field scrolls by strips of its own, and cuts an entry where it shows them.
        strips = [one for one in view.window().children() if one.metaObject().className().endswith("Scroller")]
        assert (strips, view.verticalScrollBar().maximum()) == ([], 0)
        assert view.window().height() == view.height()
        choice.hidePopup()


def test_a_number_and_a_choice_turn_with_the_wheel_only_where_the_focus_is(qtbot: QtBot) -> None:
    page = QWidget()
    rows, number, choice = QVBoxLayout(page), NumberEdit("Number", 1, 9, 5), Choice("Thing", [("a", "A"), ("b", "B")])
    rows.addWidget(number)
    rows.addWidget(choice)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    choice.setFocus()
    assert [audit.wheel(one).isAccepted() for one in (number, choice)] == [False, True]
    assert (number.value(), choice.choice()) == (5, "b")
    number.setFocus()
    audit.wheel(number)
    audit.wheel(choice)
    assert (number.value(), choice.choice()) == (4, "b")


def test_searching_waits_for_the_typing_to_rest(qtbot: QtBot) -> None:
    edit = SearchEdit()
    qtbot.addWidget(edit)
    asked: list[str] = []
    edit.searched.connect(asked.append)
    with qtbot.waitSignal(edit.searched):
        QTest.keyClicks(edit, "mia")
    assert asked == ["mia"]


def test_an_address_elides_in_the_middle_and_keeps_the_whole_in_the_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("a-very-long-name@correspondence.example.com", middle=True)
    qtbot.addWidget(label)
    label.resize(150, 20)
    label.show()
    assert "…" in label.text()
    assert label.text().endswith(".com")
    assert label.toolTip() == label.accessibleName() == label.whole()
    label.resize(600, 20)
    assert label.text() == label.whole()
    assert label.toolTip() == ""


def test_an_invitation_leaves_no_word_alone_on_its_last_line(qtbot: QtBot) -> None:
    long = EmptyState(
        "audiences", "An audience is a list kept under a name, for as many campaigns as you like to send."
    )
    short = EmptyState("blocked", "Nobody is blocked.")
    for one in (long, short):
        qtbot.addWidget(one)
    words, width, narrow = long._words, long._words.minimumWidth(), short._words.minimumWidth()
    words.setMinimumWidth(0)
    assert narrow < width < 420
    assert words.heightForWidth(width) == words.heightForWidth(420) < words.heightForWidth(width - 1)


def test_a_toast_covers_no_button(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 400)
    button = QPushButton("Test connection", host)
    button.setGeometry(300, 340, 200, 32)
    toast = Toast(host)
    host.show()
    toast.say("Saved.")
    middle = toast.geometry()
    assert not middle.intersects(button.geometry())
    assert host.rect().contains(middle)
    assert (middle.center().y() > 340, middle.left() > 500) == (True, True)  # beside it, on the nearer side
    button.setGeometry(10, 340, 880, 32)
    toast.say("Saved again.")
    assert toast.geometry().bottom() < 340
    button.hide()
    toast.say("Saved once more.")
    assert abs(toast.geometry().center().x() - 450) <= 1


def test_a_toast_covers_no_row(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 400)
    table = QTableWidget(40, 2)
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(table)
    toast = Toast(host)
    host.show()
    qtbot.waitUntil(lambda: table.height() == 400)
    toast.say("Corrected.", "Undo")
    for _ in range(2):
        qtbot.waitUntil(lambda: 300 < table.height() < 400)
        assert table.y() == 0  # the rows stay where they are
        assert not toast.geometry().intersects(table.geometry())
        assert host.rect().contains(toast.geometry())
        toast._label()  # as every second
    toast._button.click()
    qtbot.waitUntil(lambda: table.height() == 400)
    table.setRowCount(2)
    toast.say("Two rows are no obstacle.")
    assert host.contentsMargins().bottom() == 0


def test_a_toast_undoes_or_expires(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(600, 300)
    qtbot.addWidget(host)
    toast = Toast(host)
    host.show()
    told: list[str] = []
    toast.say("Stopped.", "Undo", lambda: told.append("undone"), on_expire=lambda: told.append("stopped"))
    assert toast.isVisible()
    assert host.rect().contains(toast.geometry())
    QTest.mouseClick(toast._button, Qt.MouseButton.LeftButton)
    assert told == ["undone"]
    assert not toast.isVisible()
    toast.say("First.", on_expire=lambda: told.append("first"))
    toast.say("Second.", seconds=1, on_expire=lambda: told.append("second"))
    assert told == ["undone", "first"]
    qtbot.waitUntil(lambda: told == ["undone", "first", "second"])


def test_segments_hold_one_choice(qtbot: QtBot) -> None:
    segments = Segments("Form", (("html", "HTML"), ("text", "Plain")))
    segments.explain({"text": "Words only"})
    text = segments._buttons["text"]
    assert (text.toolTip(), text.accessibleDescription()) == ("Words only", "Words only")
    qtbot.addWidget(segments)
    segments.show()
    chosen: list[str] = []
    segments.chosen.connect(chosen.append)
    QTest.mouseClick(segments._buttons["text"], Qt.MouseButton.LeftButton)
    segments.choose("html")
    assert chosen == ["text"]
    assert segments.choice() == "html"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dear {{ name }},", [(5, 10, True)]),
        ("Dear {{ nmae | default('x') }},", [(5, 25, False)]),
        ("{{name}} {{-other-}}", [(0, 8, True), (9, 11, False)]),
        ("{{ ", [(0, 3, True)]),
        ("no fields { here }", []),
    ],
)
def test_fields_are_found_and_unknown_ones_told(line: str, expected: list[tuple[int, int, bool]]) -> None:
    assert list(field_marks(line, {"name"})) == expected
    assert all(fine for _start, _length, fine in field_marks(line, None))


def test_an_unknown_field_is_underlined_where_it_stands_behind_an_emoji(qtbot: QtBot) -> None:
    editor = CodeEdit("HTML")
    qtbot.addWidget(editor)
    editor.set_known_fields({"name"})
    editor.setPlainText("🌷🌷 {{ citty }}")
    layout = editor.document().firstBlock().layout()
    marks = [(it.start, it.length) for it in layout.formats() if it.format.fontUnderline() or it.format.toolTip()]
    assert marks == [(5, 11)]
    editor.set_known_fields({"citty"})
    assert [it for it in layout.formats() if it.format.toolTip()] == []


class Endless(QAbstractTableModel):
    """A million rows without a word."""

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 -- Qt's
        return 1_000_000

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 -- likewise
        return 2

    def data(self, _index: QModelIndex | QPersistentModelIndex, _role: int = 0) -> object:
        return None


def test_of_many_chosen_rows_only_the_first_are_looked_up(qtbot: QtBot) -> None:
    table = Table("Everybody")
    qtbot.addWidget(table)
    assert table.selected_rows() == []
    model = Endless(table)
    table.setModel(model)
    table.setSelectionMode(Table.SelectionMode.MultiSelection)
    for row in (7, 2, 3, 900_000):
        table.selectRow(row)
    assert table.selected_rows() == [2, 3, 7, 900_000]
    assert table.selected_rows(2) == [2, 3]
    table.selectAll()
    assert table.selected_rows(1_001) == list(range(1_001))
    table.selectRow(1)
    assert table.selected_rows(3) == [0, 2, 3]
    assert len(table.selected_rows()) == 999_999


def test_chosen_rows_are_copied_as_a_spreadsheet_takes_them(qtbot: QtBot) -> None:
    model = QStandardItemModel(0, 2)
    for cells in (("a@x.test", "250 ok"), ("b@x.test", "451 line\none\ttab")):
        model.appendRow([QStandardItem(cell) for cell in cells])
    table = Table("Deliveries")
    qtbot.addWidget(table)
    table.setModel(model)
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    table.setFocus()
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "a@x.test\t250 ok\nb@x.test\t451 line one tab"
    assert table.rowHeight(0) == 32


def test_a_report_names_nobody(qtbot: QtBot) -> None:
    text = "smtp://anna:pw1@mail.test to mia@example.com: password=hunter2 AUTH PLAIN AGFubmEAaHVudGVyMg=="
    text += "\nINSERT INTO delivery [parameters: ('Mia Lee', 1)]\nnext line"
    clean = redacted(text)
    assert clean.endswith("next line")
    for secret in ("anna:pw1", "mia@example.com", "hunter2", "Mia Lee", "AGFubmEAaHVudGVyMg"):
        assert secret not in clean
    dialog = CrashDialog(ValueError("row of mia@example.com"))
    qtbot.addWidget(dialog)
    assert "mia@" not in dialog.report
    assert "ValueError: row of [address]" in dialog.report
    assert report(ValueError("x")).startswith("Sendoff ")


def test_bugs_are_logged_and_shown_one_at_a_time(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    failures = Failures(host)
    for number in range(3):
        error = ValueError(f"bug {number} of mia@example.com")
        failures.hook(ValueError, error, None)
    shown = host.findChildren(CrashDialog)
    assert len(shown) == 1
    assert "bug 0 of [address]" in shown[0].report
    assert [record.levelname for record in caplog.records] == ["CRITICAL"] * 3
    assert "mia@" not in caplog.text
    shown[0].accept()
    failures.crashed(ValueError("later"))
    assert "later" in host.findChildren(CrashDialog)[-1].report


def test_a_report_holds_no_secret_of_the_session(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    Failures(host, clean=lambda text: text.replace("blue horse", "[hidden]")).crashed(ValueError("with blue horse"))
    (shown,) = host.findChildren(CrashDialog)
    assert "ValueError: with [hidden]" in shown.report
    assert "blue horse" not in caplog.text


def test_a_known_error_that_escapes_is_told_in_words(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    Failures(host).hook(InputError, InputError("No list was chosen.", remedy="Choose a file."), None)
    dialog = host.findChild(ErrorDialog)
    assert dialog is not None
    banner = dialog.findChild(Banner)
    assert banner is not None
    assert banner.accessibleName() == "No list was chosen. Choose a file."
    assert caplog.records == []


def test_what_goes_wrong_is_told_beside_the_work_and_the_window_can_be_used_on(qtbot: QtBot) -> None:
    host = QPushButton("Pause")
    qtbot.addWidget(host)
    host.show()
    failures = Failures(host)
    for words in ("The disk is full.", "The disk is full.", "The server is gone."):
        failures.known(InputError(words, remedy="Look."))
    failures.crashed(ValueError("a bug"))
    (told,) = host.findChildren(ErrorDialog)
    names = {one.accessibleName() for one in told.findChildren(Banner)}
    assert names == {"The disk is full. Look.", "The server is gone. Look."}
    assert QApplication.activeModalWidget() is None
    with qtbot.waitSignal(host.clicked):
        QTest.mouseClick(host, Qt.MouseButton.LeftButton)
    told.accept()
    failures.known(InputError("Another one.", remedy="Look."))
    banner = host.findChildren(ErrorDialog)[-1].findChild(Banner)
    assert banner is not None
    assert banner.accessibleName() == "Another one. Look."


def test_every_control_tells_its_name_and_role_to_a_screen_reader(qtbot: QtBot) -> None:
    banner = Banner("bad", "Gmail did not accept this password.", "Make an app password.", dismissable=True)
    empty = EmptyState("campaigns", "Write once, send to everyone on a list.", "New campaign")
    stepper = Stepper()
    controls: dict[QWidget, str] = {
        Button("Pause", icon="pause"): "Pause",
        IconButton("trash", "Delete"): "Delete",
        SecretEdit("App password"): "App password",
        SearchEdit("Search recipients"): "Search recipients",
        CodeEdit("HTML"): "HTML",
        Table("Deliveries"): "Deliveries",
        banner.add_action("Make one", lambda: None): "Make one",
        empty.button: "New campaign",
        stepper.steps[0]: "Recipients, step 1 of 5, shown now",
    }
    for control, name in controls.items():
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface is not None, name
        assert interface.text(QAccessible.Text.Name) == name


def test_a_button_that_rests_keeps_the_keyboard_from_its_neighbour(qtbot: QtBot) -> None:
    frame, save, delete = QWidget(), Button("Back up…"), Button("Restore…")
    row = QHBoxLayout(frame)
    row.addWidget(save)
    row.addWidget(delete)
    qtbot.addWidget(frame)
    frame.show()
    save.setFocus()
    save.rest()
    assert frame.focusWidget() is None
    save.wake()
    assert frame.focusWidget() is save
    save.rest()
    delete.setFocus()
    save.wake()
    assert frame.focusWidget() is delete


def test_the_room_a_table_has_left_goes_to_its_addresses_until_a_person_drags_them(qtbot: QtBot) -> None:
    model = QStandardItemModel(1, 3)
    table = Table("People")
    qtbot.addWidget(table)
    table.setModel(model)
    table.set_widths(100, 200, 100)
    table.spread(1)
    table.resize(600, 300)
    table.show()
    over = table.viewport().width() - table.wanted()
    assert over > 100
    assert table.columnWidth(1) == 200 + over // 2
    table.resize(300, 300)
    qtbot.waitUntil(lambda: table.columnWidth(1) == 200)
    table.setColumnWidth(1, 150)
    table.resize(700, 300)
    assert table.columnWidth(1) == 150


def test_what_can_be_done_with_a_row_is_said_below_the_list_at_all_times(qtbot: QtBot) -> None:
    done: list[str] = []
    act, aside = QAction("Open"), QLabel("Aside")
    act.triggered.connect(lambda: done.append("open"))
    act.setEnabled(False)
    acts = ListActs(act, aside=aside)
    qtbot.addWidget(acts)
    acts.show()
    (button,) = acts.buttons
    assert (button.text(), button.isVisible(), button.isEnabled()) == ("Open", True, False)
    act.setEnabled(True)
    button.click()
    assert done == ["open"]
