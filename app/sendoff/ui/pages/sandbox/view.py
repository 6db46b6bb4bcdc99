"""The sandbox page: what it is, its switch, the messages it took, each of them to be read, and whom it refuses."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from sendoff.core.errors import KnownError
from sendoff.core.language import pairs, phrase, tr
from sendoff.core.rehearsal import KEPT_BYTES, KEPT_DAYS, KEPT_MESSAGES
from sendoff.core.sight import Sight
from sendoff.core.wording import count_text
from sendoff.ui.local_time import local_zone
from sendoff.ui.models.sandbox import SandboxModel
from sendoff.ui.pages.sandbox.letter import Letter
from sendoff.ui.pages.sandbox.presenter import SandboxPresenter
from sendoff.ui.pages.sandbox.refusals import Refusals
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, Segments
from sendoff.ui.widgets.card import Card, Page
from sendoff.ui.widgets.field import SearchEdit
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.message import Banner, EmptyState
from sendoff.ui.widgets.table import ListTable
from sendoff.ui.widgets.text import Caption, Glyph, Text
from sendoff.ui.widgets.toast import Toast

_POLL_MS = 500
_WHAT = phrase(
    "A mail server inside Sendoff, on this computer only. It takes every message and delivers none: "
    "try a whole campaign on it, and nobody gets anything."
)
MESSAGES, REFUSALS = "messages", "refusals"
_FACES = ((MESSAGES, phrase("Messages")), (REFUSALS, phrase("Who is refused")))


class SandboxPage(Page):
    """Starts, stops and looks into the built-in server."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.toast = Toast(self)
        self.presenter = SandboxPresenter(stage, self.toast, self)
        self._seen = (-1, -1)
        self._read_number = 0
        """The number of the message that is read."""
        self._sought = ""
        """The words that are looked for."""
        self._told: KnownError | None = None
        self._origin = ""
        """The campaign's step that led here, as a subject of its page."""
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self.refresh)
        self.trouble = Banner("bad", dismissable=True)
        self.trouble.hide()
        self.model = SandboxModel()
        self.model.setParent(self)
        self.search = SearchEdit(tr("Find an address or a subject"))
        self.search.searched.connect(self._search)
        theme().size(self.search, QWidget.setFixedWidth, 280)
        self.found = Text("", "secondary")
        self.table = ListTable(tr("Messages the sandbox took"), self.model)
        self.table.set_address_column(1)
        columns = self.table.horizontalHeader()
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)  # before its width is set
        self.table.set_widths(110, 240, 300, 90)
        columns.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.spread(1)
        self.table.opened.connect(self._open_row)
        self.table.selectionModel().selectionChanged.connect(lambda *_change: self._offer())
        self.table.act(tr("Open"), self._open_row)
        self.empty = EmptyState(
            "sandbox", tr("No message has come yet. Open the sample campaign, send it, and watch it arrive here.")
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self.letter = Letter()
        self.letter.left.connect(self.show_list)
        self.letter.step.connect(self._step)
        self.letter.back.clicked.connect(self._go_back)
        self.back = Button(tr("Back to the campaign"), icon="arrow-left")
        self.back.clicked.connect(self._go_back)
        self._lay_out()
        self.presenter.changed.connect(self.refresh)
        self.presenter.failed.connect(self._failed)
        self.presenter.read.connect(self._read)
        self.opened("")

    def opened(self, subject: str) -> None:
        """Show the list; where a campaign's step led here (its subject), what came last and the way back.

        `campaign/step#address` shows what came last for that address. The results speak of what was kept, too, and
        without an address of several people: then the list is shown.
        """
        self._origin, _, to = subject.partition("#")
        self.back.setVisible(bool(subject))
        self.letter.back.setVisible(bool(subject))
        self.show_face(MESSAGES)
        self.show_list()
        if to or self._sought:
            self.search.setText(to)
            self._search(to)
        self.refresh()
        if self._origin.endswith("/results"):
            self.presenter.wake((lambda: self._open_last(subject)) if to else None)
            return
        self.presenter.wake()
        # What came in an earlier session is not what another of the campaign's steps speaks of.
        if subject and self.presenter.running:
            self._open_last(subject)

    def _open_last(self, subject: str) -> None:
        """Open what came last, for an address where one is named, unless one has gone elsewhere meanwhile."""
        origin, _, to = subject.partition("#")
        if origin != self._origin:
            return
        received = self.presenter.received()
        if meant := [one for one in received if not to or one.recipient.casefold() == to.casefold()]:
            self.presenter.look(meant[-1].number)

    @Slot(str)
    def show_face(self, face: str) -> None:
        """Show the messages, or whom it refuses."""
        self.faces.choose(face)
        messages = face == MESSAGES
        self._lower.setCurrentWidget(self.stack if messages else self.refusals)
        for widget in (self.open, self.clear, self.kept, self.search, self.found):
            widget.setVisible(messages and bool(self.presenter.count))
        self.refusals.remove.setVisible(not messages and bool(self.presenter.rules))

    def show_list(self) -> None:
        """Go back from a message to the list of them."""
        self.presenter.look_at_none()
        self._pages.setCurrentIndex(0)
        if self.table.isVisible():
            self.table.setFocus()

    def _lay_out(self) -> None:
        self.open = Button(tr("Open"), run=self._open_chosen)
        self.clear = Button(tr("Empty the sandbox"), run=self.presenter.empty)
        self.sample = Button(tr("Open the sample campaign"), "primary", run=self.presenter.bring_sample)
        self.kept = Caption(_kept())
        self.faces = Segments(tr("What to look at"), pairs(_FACES))
        self.faces.chosen.connect(self.show_face)
        self.refusals = Refusals(self.presenter)
        self.presenter.told.connect(lambda: self.show_face(self.faces.choice()))
        self._lower = QStackedWidget()
        self._lower.addWidget(self.stack)
        self._lower.addWidget(self.refusals)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.kept, 1)
        foot.addStretch()
        for button in (self.refusals.remove, self.clear, self.open):
            foot.addWidget(button)
        foot.addWidget(self.sample)
        overview = QWidget()
        column = QVBoxLayout(overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(Head(tr("Sandbox"), self.back))
        for widget in (Text(tr(_WHAT), "secondary", wrap=True), self.trouble, self._switch()):
            column.addWidget(widget)
        bar = QHBoxLayout()
        bar.setSpacing(Space.S)
        bar.addWidget(self.faces)
        bar.addStretch(1)
        bar.addWidget(self.found)
        bar.addWidget(self.search)
        column.addLayout(bar)
        column.addWidget(self._lower, 1)
        column.addLayout(foot)
        self._pages = QStackedWidget()
        self._pages.addWidget(overview)
        self._pages.addWidget(self.letter)
        self.column.addWidget(self._pages, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for new messages while the page is in front."""
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        super().hideEvent(event)
        self._timer.stop()

    def _switch(self) -> Card:
        self._glyph = Glyph("stop", "ink_2")
        self.state = Text("", "strong", selectable=True)
        self.taken = Text("", "secondary")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.state)
        words.addWidget(self.taken)
        self.start = Button(tr("Start"), icon="play", run=self._start)
        self.stop = Button(tr("Stop"), icon="stop", run=self.presenter.stop)
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._glyph)
        row.addLayout(words, 1)
        row.addWidget(self.start)
        row.addWidget(self.stop)
        card.column.addLayout(row)
        return card

    def _offer(self) -> None:
        self.open.setEnabled(self.table.chosen() is not None)

    def _open_chosen(self) -> None:
        if (row := self.table.chosen()) is not None:
            self._open_row(row)

    @Slot(int)
    def _open_row(self, row: int) -> None:
        self.trouble.hide()
        self.presenter.look(self.model.entry(row).number)

    @Slot(int, object, str)
    def _read(self, number: int, sight: Sight, head: str) -> None:
        row = self.model.row_of(number)
        if row >= 0:
            self.table.selectRow(row)
        reading = self._pages.currentWidget() is self.letter
        self._read_number = number
        self.letter.show_letter(sight, head)
        self.letter.show_place(row, self.model.rowCount())
        self._pages.setCurrentWidget(self.letter)
        if not reading:
            self.letter.leave.setFocus()

    @Slot(int)
    def _step(self, by: int) -> None:
        """Open the letter above or below the one that is shown."""
        row = self.model.row_of(self._read_number)
        if row >= 0 and 0 <= row + by < self.model.rowCount():
            self._open_row(row + by)

    @Slot(str)
    def _search(self, text: str) -> None:
        """Show the messages that hold every word in their address or subject."""
        self._sought = text.strip()
        self._list()

    @Slot()
    def _go_back(self) -> None:
        self.presenter.go_back(self._origin)

    def _start(self) -> None:
        self.trouble.hide()
        self.presenter.start()

    @Slot()
    def refresh(self) -> None:
        """Show the server's state and what came since."""
        running, count = self.presenter.running, self.presenter.count
        self._glyph.show_glyph(*(("accepted", "ok") if running else ("stop", "ink_2")))
        self.state.setText(tr("Running on {address}", address=self.presenter.address) if running else tr("Not running"))
        many = (
            tr("{count} messages taken, none delivered.", count=count_text(count))
            if count != 1
            else tr("{count} message taken, none delivered.", count=count_text(count))
        )
        self.taken.setText(
            many if running or count else tr("Start it, and choose the account “Sandbox” in a campaign's message.")
        )
        self.sample.set_kind("secondary" if count else "primary")
        self.start.setVisible(not running)
        self.stop.setVisible(running)
        if (trouble := self.presenter.trouble) is not None and trouble is not self._told:
            self._told = trouble
            self._failed(trouble)
        if (seen := (count, self.presenter.last)) != self._seen:
            self._seen = seen
            self._list()
            self.stack.setCurrentWidget(self.table if count else self.empty)
            self.show_face(self.faces.choice())
            if self._pages.currentWidget() is self.letter:
                self.letter.show_place(self.model.row_of(self._read_number), self.model.rowCount())

    def _list(self) -> None:
        """Show the messages that are looked for; the chosen one stays chosen."""
        now, words = self.presenter.now(), self._sought.casefold().split()
        row = self.table.chosen()
        chosen = self.model.entry(row).number if row is not None else 0
        received = self.presenter.received()
        meant = [one for one in received if all(word in f"{one.recipient} {one.subject}".casefold() for word in words)]
        self.model.show(meant, now, local_zone(now))
        self.found.setText(tr("{number} found", number=count_text(len(meant))) if words else "")
        if (row := self.model.row_of(chosen)) >= 0:
            self.table.selectRow(row)
        self._offer()

    @Slot(object)
    def _failed(self, error: KnownError) -> None:
        self.trouble.say_error(error)
        self.trouble.show()


def _kept() -> str:
    return tr(
        "The last {most} messages are kept for {days} days, also when Sendoff is closed, up to {size} MB. "
        "No backup holds them.",
        most=KEPT_MESSAGES,
        days=KEPT_DAYS,
        size=KEPT_BYTES >> 20,
    )
