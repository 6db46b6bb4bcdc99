"""The test message: one row's message to oneself, and what became of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign
from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.core.outcome import Reply
from sendoff.ui.pages.sending.facts import Facts, tested_text
from sendoff.ui.pages.sending.line import Line
from sendoff.ui.pages.stage import Stage
from sendoff.ui.sandbox import awake
from sendoff.ui.theme import theme
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.field import Field, NumberEdit, propose


class TestCard(Card):
    """Send one row's message to oneself."""

    __test__ = False  # a card, whatever a test runner thinks of its name
    wanted = Signal(str, int)
    looked = Signal(str)
    """Where the message to this address arrived in the sandbox is to be shown."""

    def __init__(self) -> None:
        super().__init__(tr("Send a test to myself"))
        self.address = QLineEdit()
        self.address.setPlaceholderText("you@example.com")
        self.row = NumberEdit(tr("Number in the list"), 1, 1, 1)
        theme().size(self.row, QWidget.setFixedWidth, 88)
        self.button = Button(tr("Send a test"), run=self._ask)
        self.address.returnPressed.connect(self._ask)
        self.result = Line()
        self.result.hide()
        self._sent_to = self._about = ""
        self._recalled = False
        """What is said is of an earlier test."""
        self.show_it = Button(tr("Show it"), run=lambda: self.looked.emit(self._sent_to))
        self.show_it.hide()
        self._field = Field(tr("&Address"), self.address)
        row = Field(tr("With the data of &no."), self.row)
        self.column.addWidget(self._field)
        self.column.addWidget(row)
        self.column.addWidget(self.button)
        self.column.addWidget(self.result)
        self.column.addWidget(self.show_it)

    def offer(self, rows: int, address: str, *, about: str = "", last: str = "", same: bool = True) -> None:
        """Offer the rows there are; `address` is proposed where none was typed.

        `about` is the campaign's id, `last` what became of its last test, where that is not said yet, and `same`
        whether the message is still the one that was tested.
        """
        if about != self._about:
            self._about = about
            self.result.hide()
            self.show_it.hide()
        if last and (self.result.isHidden() or self._recalled):
            self.result.say("accepted" if same else "warning", "ok" if same else "wait", last)
            self.result.show()
            self._recalled = True
        self.row.setMaximum(max(1, rows))
        self.setEnabled(bool(rows))
        propose(self.address, address)

    def busy(self) -> None:
        """The test is on its way."""
        self._recalled = False
        self.button.setEnabled(False)
        self._field.set_problem("")
        self.result.say("clock", "ink_2", tr("Sending the test."))
        self.result.show()
        self.show_it.hide()

    def said(self, *, good: bool, words: str, sandboxed: str = "") -> None:
        """How it went; `sandboxed` is the address for which it can be looked at in the sandbox."""
        self.button.setEnabled(True)
        self._sent_to = sandboxed
        self.show_it.setVisible(bool(sandboxed))
        self.result.say("accepted" if good else "error", "ok" if good else "bad", words)
        self.result.show()

    def rest(self) -> None:
        """Its answer is not wanted here any more."""
        self.button.setEnabled(True)

    def _ask(self) -> None:
        address = self.address.text().strip()
        if not address:
            self._field.set_problem(tr("Write the address the test should go to."))
            self.address.setFocus()
        elif self.button.isEnabled():
            self.wanted.emit(address, self.row.value())


class OwnTest(QObject):
    """Sends it, and says how it went while its campaign is shown."""

    def __init__(self, card: TestCard, stage: Stage) -> None:
        super().__init__(card)
        self._card = card
        self._stage = stage
        self._campaign: Campaign | None = None
        self._account: Account | None = None
        card.wanted.connect(self._send)
        card.looked.connect(self._look)

    def show(self, campaign: Campaign) -> None:
        """It is about this draft."""
        if self._campaign is None or self._campaign.id != campaign.id:
            self._account = None
            self._card.result.hide()
        self._campaign = campaign

    def know(self, facts: Facts) -> None:
        """Offer the rows there are, and say how the last test went."""
        self._account = facts.account
        rows = facts.ready + sum(facts.skipped.values())
        same = facts.tested is None or facts.tested[1]
        self._card.offer(rows, facts.test_to, about=facts.campaign.id, last=tested_text(facts), same=same)

    @Slot(str, int)
    def _send(self, address: str, position: int) -> None:
        campaign, services, sandbox = self._campaign, self._stage.services, self._stage.context.sandbox()
        if campaign is None:
            return
        rehearsed = self._account is not None and self._account.is_sandbox
        self._card.busy()

        def said(*, good: bool, words: str, sandboxed: str = "") -> None:
            if self._campaign is not None and self._campaign.id == campaign.id:
                self._card.said(good=good, words=words, sandboxed=sandboxed)
            else:
                self._card.rest()

        def done(reply: Reply) -> None:
            taken = reply.code // 100 == 2  # noqa: PLR2004 -- RFC 5321 4.2.1: the first digit is the verdict
            if not taken:
                words = tr("The server said: {reply}", reply=reply)
            elif rehearsed:
                words = tr("The sandbox took it. It is on the sandbox's page and in nobody's inbox.")
            else:
                words = tr("Accepted by the server. Look for it at {address}.", address=address)
            said(good=taken, words=words, sandboxed=address if taken and rehearsed else "")

        def failed(error: KnownError) -> None:
            said(good=False, words=str(error))

        def send() -> Reply:
            awake(services, sandbox, campaign.account_id)
            return services.sending.send_test(campaign, position, address)

        self._stage.operations.command(send, done, failed, owner=self)

    @Slot(str)
    def _look(self, address: str) -> None:
        if self._campaign is not None:
            self._stage.navigator.open("sandbox", f"{self._campaign.id}/send#{address}")
