"""Every widget on sheets of 1280 x 800, light and dark; with SENDOFF_SHOTS=folder they are kept as pictures."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QTabBar,
    QTableView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sendoff.core.errors import ConnectError
from sendoff.ui.theme import Mode, Theme, theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton, Segments
from sendoff.ui.widgets.card import Card, Hairline, Page
from sendoff.ui.widgets.code_edit import CodeEdit
from sendoff.ui.widgets.crash import CrashDialog, ErrorDialog
from sendoff.ui.widgets.field import Choice, Field, NumberEdit, SearchEdit, SecretEdit
from sendoff.ui.widgets.figures import FigureRow
from sendoff.ui.widgets.message import Banner, EmptyState
from sendoff.ui.widgets.progress import RateChart, SegmentedProgressBar
from sendoff.ui.widgets.state import LOOKS, StatePill
from sendoff.ui.widgets.stepper import Stepper
from sendoff.ui.widgets.table import Table
from sendoff.ui.widgets.text import Caption, ElidedLabel, Glyph, Heading, Text
from sendoff.ui.window import Window

COUNTS = {"queued": 1655, "accepted": 3104, "failed": 11, "deferred": 41, "in_doubt": 1, "skipped": 0}
RATES = [9, 21, 28, 28, 29, 28, 28, 30, 28, 27, 28, 12, 26, 28, 28, 28, 29, 30, 30, 28, 27, 28, 28, 4, 0, 18, 28, 28]
TEMPLATE = """<p>Dear {{ first_name | default('friend') }},</p>
<p>the spring sale 🌷 starts {{ begin }} in {{ citty }}.</p>
{% if vip %}<p>Your early code is <b>{{ code }}</b>.</p>{% endif %}
"""


def row(*widgets: QWidget, spread: int = -1, fill: bool = False) -> QWidget:
    """Widgets side by side; the room that is left goes after them, before the widget at `spread`, or to all."""
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.S)
    for place, widget in enumerate(widgets):
        if place == spread:
            line.addStretch(1)
        line.addWidget(widget)
    if spread < 0 and not fill:
        line.addStretch(1)
    return box


def steps() -> Stepper:
    stepper = Stepper()
    stepper.set_state(0, "done", "4,812 to send")
    stepper.set_state(1, "done", "edited")
    stepper.set_state(2, "attention", "2 to fix")
    stepper.set_state(3, "todo", "not started")
    stepper.set_state(4, "todo")
    stepper.set_current(3)
    return stepper


def deliveries() -> Table:
    model = QStandardItemModel(0, 4)
    model.setHorizontalHeaderLabels(["Who", "State", "Tries", "Server said"])
    lines = [
        ("mia.holgersson-lindqvist@correspondence.example.com", "accepted", "1", "250 2.0.0 queued as 4F2C81A0"),
        ("jo@example.org", "deferred", "2", "451 4.7.1 greylisted, try again in 300 s"),
        ("lee@example.net", "in_doubt", "1", "connection lost after the message"),
        ("nobody@example.com", "failed", "1", "550 5.1.1 no such user here"),
        ("anna@example.com", "queued", "0", ""),
    ]
    for who, state, tries, said in lines:
        look = LOOKS[state]
        word = QStandardItem(look.word)
        word.setIcon(theme().icons.icon(look.glyph, theme().palette.colour(look.token), size=16))
        model.appendRow([QStandardItem(who), word, QStandardItem(tries), QStandardItem(said)])
    table = Table("Deliveries")
    table.setModel(model)
    model.setParent(table)
    table.set_address_column(0)
    table.set_widths(240, 120, 70)
    table.selectRow(1)
    return table


def controls_sheet() -> QWidget:
    page = Page()
    page.column.addWidget(Heading("Controls"))
    off = Button("Not now")
    off.setEnabled(False)
    off_primary = Button("Send", "primary")
    off_primary.setEnabled(False)
    page.column.addWidget(
        row(
            Button("Next step", "primary"),
            Button("Back"),
            Button("Pause", icon="pause"),
            Button("Stop…", "danger", icon="stop"),
            Button("Change", "quiet"),
            Button("Make one", "link"),
            off,
            off_primary,
            IconButton("more", "More"),
            IconButton("trash", "Delete"),
            Segments("Form of the message", (("html", "HTML"), ("markdown", "Markdown"), ("text", "Plain"))),
        )
    )
    page.column.addWidget(Hairline())
    host = QLineEdit("smtp.example.com")
    port = NumberEdit("Port", 1, 65535, 587)
    security = Choice("Security", (("starttls", "STARTTLS"), ("tls", "TLS"), ("none", "None")))
    wrong = QLineEdit("anna@@example")
    wrong_field = Field("From", wrong)
    wrong_field.set_problem("This is not an address: it has two @.")
    secret = SecretEdit("App password")
    secret.setText("abcdefghijklmnop")
    form = row(
        Field("Server", host, "Filled in by the preset."),
        Field("Port", port),
        Field("Security", security),
        Field("App password", secret, "16 letters, made in your Google account."),
        wrong_field,
        fill=True,
    )
    page.column.addWidget(form)
    ticked, unticked = QCheckBox("First 20, then pause"), QCheckBox("Keep the order of the list")
    ticked.setChecked(True)
    radio, other = QRadioButton("Start now"), QRadioButton("Start later")
    radio.setChecked(True)
    busy = QProgressBar(value=40, textVisible=False)
    busy.setAccessibleName("Reading the list")
    tabs = QTabBar()
    for word in ("Ready 4,812", "Invalid 31", "Duplicate 12"):
        tabs.addTab(word)
    tabs.setAccessibleName("Rows")
    page.column.addWidget(row(ticked, unticked, radio, other, tabs, busy))
    editor = CodeEdit("HTML", "Write the message")
    editor.setPlainText(TEMPLATE)
    editor.set_known_fields({"first_name", "begin", "vip", "code"})
    note = QTextEdit("Plain text for those who read without HTML.")
    note.setAccessibleName("Plain text")
    page.column.addWidget(row(editor, note, fill=True), 1)
    page.column.addWidget(row(*[Glyph(name) for name in theme().icons.names()]))
    page.column.addWidget(row(*[StatePill(state) for state in list(LOOKS)[:9]]))
    return page


def sending_sheet() -> QWidget:
    page = Page()
    pause, stop = Button("Pause", icon="pause"), Button("Stop…", "danger")
    head = row(Heading("Spring sale"), StatePill("running"), pause, stop, spread=2)
    page.column.addWidget(head)
    page.column.addWidget(steps())
    left = Text("about 1 h 20 min left, until 16:45", "secondary")
    line = row(Text("3,104 of 4,812 accepted", "figure"), left, spread=1)
    bar = SegmentedProgressBar()
    bar.set_counts(COUNTS)
    figures = FigureRow(COUNTS)
    page.column.addWidget(line)
    page.column.addWidget(bar)
    page.column.addWidget(figures)
    page.column.addWidget(
        row(
            Text("Waiting 38 s: 30 messages a minute is the limit of Microsoft 365.", "secondary"),
            Button("Change", "link"),
        )
    )
    chart = RateChart()
    chart.set_rates(RATES)
    card = Card("Rate, last 30 min")
    card.column.addWidget(chart)
    card.column.addStretch(1)
    card.setFixedWidth(300)
    right = QWidget()
    column = QVBoxLayout(right)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.S)
    column.addWidget(SearchEdit("Search recipients"))
    column.addWidget(deliveries(), 1)
    both = row(card, right, fill=True)
    page.column.addWidget(both, 1)
    return page


def words_sheet() -> QWidget:
    page = Page()
    page.column.addWidget(Heading("Words"))
    bad = Banner(dismissable=True)
    bad.say_error(
        ConnectError(
            "Gmail did not accept this password.",
            remedy="Gmail needs an app password, 16 letters, made in your Google account.",
        )
    )
    bad.add_action("Make one", lambda: None)
    bad.add_action("Try again", lambda: None)
    page.column.addWidget(bad)
    doubt = (
        "The connection broke after the whole message was handed over. It may have arrived, so it was not sent again."
    )
    page.column.addWidget(Banner("doubt", "1 recipient is in doubt", doubt))
    page.column.addWidget(Banner("wait", "No keyring answered. The password is asked for in each session."))
    page.column.addWidget(Banner("ok", "Signed in to smtp.example.com", "TLS 1.3, limit 35 MB, 30 messages a minute."))
    page.column.addWidget(Banner("info", "This is the sandbox", "Nothing leaves this machine."))
    page.column.addWidget(Caption("Saved just now. Sizes, times and counts are written as a person says them."))
    page.column.addWidget(ElidedLabel("mia.holgersson-lindqvist@correspondence.example.com", middle=True))
    card = Card()
    card.column.addWidget(EmptyState("campaigns", "Write once, send to everyone on a list.", "New campaign"))
    page.column.addWidget(card, 1)
    return page


class Kept:
    """A memory that holds nothing beyond the test."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def read(self, key: str) -> str:
        return self.values.get(key, "")

    def write(self, key: str, value: str) -> None:
        self.values[key] = value


def whole_window() -> QWidget:
    window = Window(Kept())
    window.navigator.register("campaigns", sending_sheet)
    window.navigator.open("campaigns")
    window.toast.say("Sending to 4,812 people starts in 10 s.", "Undo", seconds=10)
    return window


SHEETS: dict[str, Callable[[], QWidget]] = {
    "controls": controls_sheet,
    "sending": sending_sheet,
    "words": words_sheet,
    "window": whole_window,
    "crash": lambda: CrashDialog(ValueError("anna@example.com is not a row")),
    "error": lambda: ErrorDialog(ConnectError("Nothing answered on port 25.", remedy="Use port 587.")),
}
CONTROLS = (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QTableView,
    QProgressBar,
)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("sheet", SHEETS)
def test_every_widget_paints_and_every_control_has_a_name(qtbot: QtBot, look: Theme, sheet: str, mode: Mode) -> None:
    look.mode = mode
    widget = SHEETS[sheet]()
    qtbot.addWidget(widget)
    if not widget.isWindow() or sheet in {"controls", "sending", "words"}:
        widget.resize(1280, 800)
    with qtbot.waitExposed(widget):
        widget.show()
    qtbot.wait(1)  # layouts settle
    shot = widget.grab()
    image = shot.toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 5
    unnamed = [
        f"{type(control).__name__} {control.objectName()}"
        for kind in CONTROLS
        for control in widget.findChildren(kind)
        if control.isVisible()
        and not (control.accessibleName() or getattr(control, "text", str)())
        and not control.objectName().startswith("qt_")
    ]
    assert unnamed == []
    folder = os.environ.get("SENDOFF_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        assert shot.save(str(Path(folder) / f"{sheet}-{mode}.png"))
