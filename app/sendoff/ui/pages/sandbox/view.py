"""The sandbox page: what it is, its switch, and the messages it took."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QHeaderView, QSizePolicy, QStackedWidget, QVBoxLayout

from sendoff.core.errors import KnownError
from sendoff.core.language import phrase, tr
from sendoff.core.wording import count_text
from sendoff.ui.local_time import local_zone
from sendoff.ui.models.sandbox import SandboxModel
from sendoff.ui.pages.sandbox.presenter import SandboxPresenter
from sendoff.ui.pages.stage import Stage
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card, Hairline, Page
from sendoff.ui.widgets.message import Banner, EmptyState
from sendoff.ui.widgets.table import Table
from sendoff.ui.widgets.text import Caption, Glyph, Heading, Text

_POLL_MS = 500
_WHAT = phrase(
    "A mail server inside Sendoff, on this computer only. It takes every message and delivers none: "
    "try a whole campaign on it, and nobody gets anything."
)


_REFUSED = phrase(
    "Addresses that begin with “bounce” or “blocked” are then refused, “full” and “grey” are put off, and after “lost” "
    "the connection breaks, so that the message is in doubt."
)


class SandboxPage(Page):
    """Starts, stops and looks into the built-in server."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.presenter = SandboxPresenter(stage, self)
        self._seen = -1
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self.refresh)
        self.trouble = Banner("bad", dismissable=True)
        self.trouble.hide()
        self.model = SandboxModel()
        self.model.setParent(self)
        self.table = Table(tr("Messages the sandbox took"))
        self.table.setModel(self.model)
        self.table.set_address_column(1)
        self.table.set_widths(110, 240, 300, 90)
        columns = self.table.horizontalHeader()
        columns.setStretchLastSection(False)
        columns.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.empty = EmptyState(
            "sandbox", tr("No message has come yet. Send the sample campaign and watch it arrive here.")
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        for widget in (Heading(tr("Sandbox")), Text(tr(_WHAT), "secondary", wrap=True), self.trouble, self._switch()):
            self.column.addWidget(widget)
        self.column.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.sample = Button(tr("Send the sample campaign here"), "primary", run=self.presenter.bring_sample)
        foot.addWidget(self.sample)
        self.column.addLayout(foot)
        self.presenter.changed.connect(self.refresh)
        self.presenter.failed.connect(self._failed)
        self.refresh()

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
        card.column.addWidget(Hairline())
        self.refuse = QCheckBox(tr("Refuse some, to see what failures look like"))
        self.refuse.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.refuse.setChecked(self.presenter.refusing)
        self.refuse.toggled.connect(self.presenter.refuse)
        card.column.addWidget(self.refuse)
        card.column.addWidget(Caption(tr(_REFUSED)))
        return card

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
        self.start.setVisible(not running)
        self.stop.setVisible(running)
        if count != self._seen:
            self._seen = count
            now = self.presenter.now()
            self.model.show(self.presenter.received(), now, local_zone(now))
            self.stack.setCurrentWidget(self.table if count else self.empty)

    @Slot(object)
    def _failed(self, error: KnownError) -> None:
        self.trouble.say_error(error)
        self.trouble.show()
