"""Looks at everything before the start, asks for the last word, and starts."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot

from sendoff.core.campaign import Campaign
from sendoff.core.errors import KnownError
from sendoff.core.events import AccountsChanged, CheckProgress
from sendoff.core.language import tr
from sendoff.core.outcome import Reply
from sendoff.core.wording import count_text, people_text
from sendoff.ui.countdowns import Countdown
from sendoff.ui.operations import Newest
from sendoff.ui.pages.sending.before import BeforeView
from sendoff.ui.pages.sending.deciding import Deciding
from sendoff.ui.pages.sending.facts import Facts, gather, tested_text
from sendoff.ui.pages.sending.inspecting import Inspection
from sendoff.ui.pages.sending.lacking import lacking
from sendoff.ui.pages.sending.telling import tell_mistyped, tell_rows, tell_server
from sendoff.ui.pages.stage import Stage
from sendoff.ui.releasing import release_actions
from sendoff.ui.sandbox import SANDBOX, awake, undo_seconds

SAME_PRESS = 600
"""Milliseconds in which another press of the same place still means the first: a double click takes nothing back."""


class Phase(Enum):
    """How far the person is."""

    SUMMARY = auto()
    CONFIRM = auto()
    COUNTDOWN = auto()
    STARTING = auto()


class StartPresenter(QObject):
    """Behind the summary of a draft."""

    changed = Signal()

    def __init__(self, view: BeforeView, stage: Stage) -> None:
        super().__init__(view)
        self._view = view
        self._stage = stage
        self._campaign: Campaign | None = None
        self._facts: Facts | None = None
        self._gathering = Newest(stage.operations, self)
        self._stale = False
        """An account has changed since everything was read."""
        self._phase = Phase.SUMMARY
        self._inspection = Inspection(stage, self)
        self._inspection.changed.connect(self._inspected)
        self._pressed = QElapsedTimer()
        """Since the confirmation."""
        self._at = 0
        """When it starts by itself (epoch ms), 0 = at once."""
        self._deciding = Deciding(view, stage, self.ask, self)
        self._deciding.changed.connect(self.changed)
        self._eager = False
        """The person has pressed the button already, and it goes on once everything was looked at."""
        self._countdowns = stage.countdowns
        self._countdowns.changed.connect(self._counted)
        stage.bridge.batch.connect(self._hear)
        view.secret.given.connect(self._remember)
        view.test.wanted.connect(self._test)
        view.test.looked.connect(self._show_test)
        view.options.timed.connect(self._retime)
        view.shown.connect(self._refresh)
        view.mistyped_wanted.connect(self._open_recipients)
        view.confirm.cancelled.connect(self._back)
        view.confirm.hurried.connect(self._hurry)
        view.confirm.typed.returnPressed.connect(self.confirm)

    # -- the step

    def show(self, campaign: Campaign) -> None:
        """Show a draft."""
        if self._campaign is None or self._campaign.id != campaign.id:
            self._inspection.forget()
            self._facts, self._eager = None, False
            self._deciding.show(campaign)
            self._view.test.result.hide()
            self._view.problem.hide()
            counting = self._countdowns.of(campaign.id)
            if counting is not None:
                self._view.confirm.count_down(counting.words)
            self._turn(Phase.COUNTDOWN if counting else Phase.SUMMARY)
        self._campaign = campaign
        self._gather()

    def leave(self) -> None:
        """Another page is shown: a confirmation left open is taken back, a countdown goes on."""
        self._eager = False
        self._inspection.rest()
        if self._phase is Phase.CONFIRM:
            self._turn(Phase.SUMMARY)

    def primary(self) -> tuple[str, Callable[[], None]]:
        """What the one button does now."""
        match self._phase:
            case Phase.CONFIRM:
                return tr("Schedule") if self._at else tr("Send"), self.confirm
            case Phase.COUNTDOWN:
                return tr("Undo"), self.undo
            case Phase.STARTING:
                return tr("Starting"), _nothing
            case Phase.SUMMARY:
                return self._mending() or self._deciding.waiting() or (self._offer(), self.ask)

    def _offer(self) -> str:
        if self._facts is None:
            return tr("Send")
        people = people_text(self._facts.ready)
        return (
            tr("Schedule for {people}", people=people) if self._facts.start else tr("Send to {people}", people=people)
        )

    def _mending(self) -> tuple[str, Callable[[], None]] | None:
        """What has to be mended before the question can be asked."""
        missing = self._missing(self._facts) if self._facts is not None else None
        if missing is not None:
            return missing
        if self._inspection.problem is not None:
            return tr("Try again"), self._try_again
        return (tr("See what to fix"), lambda: self._open("check")) if self._inspection.blocked else None

    def ready(self) -> bool:
        """Say whether nothing stands in the way."""
        return self._facts is not None and self._missing(self._facts) is None and self._inspection.passed

    # -- what people press

    def ask(self) -> None:
        """The first press: ask for the last word, once everything was looked at."""
        if self._facts is None:
            return
        if not self.ready():
            self._eager = True
            self._look()
            return
        self._eager = False
        self._view.problem.hide()
        at = self._deciding.moment()
        if at is None:
            return
        self._at = at
        when = self._deciding.when(at) if at else ""
        self._view.confirm.ask(self._facts, undo_seconds(self._stage.preferences, self._facts.account), when)
        self._turn(Phase.CONFIRM)

    @Slot()
    def confirm(self) -> None:
        """The second press: the seconds to undo begin."""
        facts = self._facts
        if self._phase is not Phase.CONFIRM or facts is None or not self._view.confirm.confirmed(facts.ready):
            return
        if self._at:
            self._deciding.schedule(facts.campaign, self._at)
            self._turn(Phase.SUMMARY)
            return
        go, seconds = partial(self._start, facts.campaign.id), undo_seconds(self._stage.preferences, facts.account)
        if not seconds:
            go()
            return
        self._pressed.start()
        self._turn(Phase.COUNTDOWN)
        self._countdowns.begin(Countdown(facts.campaign, facts.ready, seconds, go))

    def undo(self) -> None:
        """Take it back: nothing was sent. Not by the second press of a double click."""
        if self._pressed.isValid() and not self._pressed.hasExpired(SAME_PRESS):
            return
        if self._campaign is not None:
            self._countdowns.undo(self._campaign.id)

    @Slot()
    def _hurry(self) -> None:
        if self._campaign is not None:
            self._countdowns.hurry(self._campaign.id)

    @Slot()
    def _back(self) -> None:
        self._turn(Phase.SUMMARY)

    @Slot(str)
    def _counted(self, campaign_id: str) -> None:
        if self._phase is not Phase.COUNTDOWN or self._campaign is None or self._campaign.id != campaign_id:
            return
        counting = self._countdowns.of(campaign_id)
        if counting is not None:
            self._view.confirm.count_down(counting.words)
        else:
            self._turn(Phase.SUMMARY)

    def _start(self, campaign_id: str) -> None:
        stage = self._stage

        def here() -> bool:
            return self._campaign is not None and self._campaign.id == campaign_id

        if here():
            self._turn(Phase.STARTING)

        def started(_none: None) -> None:
            stage.dispatcher.start(campaign_id)
            if self._phase is Phase.STARTING:
                self._turn(Phase.SUMMARY)

        def failed(error: KnownError) -> None:
            if not here():
                stage.fail(error)
                return
            self._turn(Phase.SUMMARY)
            again = release_actions(stage, error, campaign_id, lambda: self._start(campaign_id), self)
            self._view.say_problem(error.title, error.remedy, again)

        stage.operations.command(lambda: stage.services.sending.begin(campaign_id), started, failed, owner=self)

    @Slot(str)
    def _remember(self, secret: str) -> None:
        facts, accounts = self._facts, self._stage.services.accounts
        if facts is not None and facts.account is not None:
            account = facts.account
            self._inspection.forget()
            self._stage.operations.command(
                lambda: accounts.remember(account, secret), lambda _none: self._gather(), owner=self
            )

    @Slot(str, int)
    def _test(self, address: str, position: int) -> None:
        campaign, services, sandbox = self._campaign, self._stage.services, self._stage.context.sandbox()
        if campaign is None:
            return
        view = self._view.test
        view.busy()
        rehearsed = (
            self._facts is not None and self._facts.account is not None and self._facts.account.preset == SANDBOX
        )

        def done(reply: Reply) -> None:
            taken = reply.code // 100 == 2  # noqa: PLR2004 -- RFC 5321 4.2.1: the first digit is the verdict
            if not taken:
                words = tr("The server said: {reply}", reply=reply)
            elif rehearsed:
                words = tr("The sandbox took it. It is on the sandbox's page and in nobody's inbox.")
            else:
                words = tr("Accepted by the server. Look for it at {address}.", address=address)
            view.said(good=taken, words=words, sandboxed=address if taken and rehearsed else "")

        def failed(error: KnownError) -> None:
            view.said(good=False, words=str(error))

        def send() -> Reply:
            awake(services, sandbox, campaign.account_id)
            return services.sending.send_test(campaign, position, address)

        self._stage.operations.command(send, done, failed, owner=self)

    @Slot(str)
    def _show_test(self, address: str) -> None:
        if self._campaign is not None:
            self._stage.navigator.open("sandbox", f"{self._campaign.id}/send#{address}")

    # -- looking

    def _gather(self) -> None:
        campaign, services = self._campaign, self._stage.services
        if campaign is not None:
            start, self._stale = self._deciding.start(), False
            self._gathering.query(lambda: gather(services, campaign, start), self._know)

    @Slot()
    def _refresh(self) -> None:
        if self._stale and self._view.isVisible():
            self._gather()

    @Slot()
    def _retime(self) -> None:
        if self._facts is not None and self._facts.start != self._deciding.start():
            self._gather()

    def _know(self, facts: Facts) -> None:
        if self._campaign is None or facts.campaign.id != self._campaign.id:
            return
        if self._phase is Phase.CONFIRM and self._facts is not None and self._facts.ready != facts.ready:
            self._turn(Phase.SUMMARY)
        self._facts = facts
        view, account = self._view, facts.account
        view.summary.show_facts(facts)
        view.options.show_zones(facts.campaign, facts.zone_columns)
        self._deciding.show(facts.campaign, for_session=facts.for_session)
        rows = facts.ready + sum(facts.skipped.values())
        view.test.offer(rows, facts.test_to, about=facts.campaign.id, last=tested_text(facts))
        view.rehearsal.setVisible(account is not None and account.preset == SANDBOX)
        view.secret.setVisible(facts.needs_secret)
        if facts.needs_secret and account is not None:
            view.secret.ask(account, facts.secrets_are)
        self._look()

    def _look(self) -> None:
        self._tell()
        if self._facts is not None:
            self._inspection.look(self._facts, complete=self._missing(self._facts) is None)

    @Slot()
    def _inspected(self) -> None:
        if self._inspection.problem is not None:
            self._eager = False
            self._tell()
            return
        self._look()
        if self._eager and self.ready() and self._phase is Phase.SUMMARY:
            self.ask()

    def _try_again(self) -> None:
        self._eager = True
        self._look()

    # -- telling

    def _tell(self) -> None:
        view, facts, found = self._view, self._facts, self._inspection
        if facts is None:
            return
        tell_server(view.server, facts, found.server)
        tell_rows(view.check, facts, found.rows, checking=found.checking)
        tell_mistyped(view.mistyped, facts)
        if found.problem is not None:
            error = found.problem
            view.say_problem(error.title, error.remedy, [(tr("Open the account"), self._open_account)])
        elif isinstance(found.rows, KnownError):
            error = found.rows
            view.say_problem(error.title, error.remedy, [(tr("Open the message"), lambda: self._open("message"))])
        elif found.server is not None and self._phase is Phase.SUMMARY:
            view.problem.hide()
        self.changed.emit()

    def _missing(self, facts: Facts) -> tuple[str, Callable[[], None]] | None:
        return lacking(facts, self._view, self._open, self._open_page)

    def _open(self, step: str) -> None:
        if self._campaign is not None:
            self._open_page("campaign", f"{self._campaign.id}/{step}")

    @Slot()
    def _open_recipients(self) -> None:
        self._open("recipients")

    def _open_account(self) -> None:
        if self._facts is not None and self._facts.account is not None:
            self._open_page("accounts", self._facts.account.id)

    def _open_page(self, name: str, subject: str) -> None:
        self._stage.navigator.open(name, subject)

    def _turn(self, phase: Phase) -> None:
        self._phase = phase
        if phase in (Phase.SUMMARY, Phase.STARTING):
            self._view.confirm.hide()
        self.changed.emit()

    @Slot(tuple)
    def _hear(self, batch: tuple[object, ...]) -> None:
        for event in batch:
            if isinstance(event, AccountsChanged):
                self._stale = True
                self._refresh()
            elif (
                isinstance(event, CheckProgress) and self._inspection.checking and self._facts is not None
                and event.campaign_id == self._facts.campaign.id
            ):  # fmt: skip
                done = tr("{rows} of {total}", rows=count_text(event.rows), total=count_text(event.total))
                self._view.check.say("clock", "ink_2", tr("Checking every message: {done}.", done=done))


def _nothing() -> None:
    """A button that has to wait."""
