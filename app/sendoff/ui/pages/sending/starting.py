"""Looks at everything before the start, until the last word can be asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sendoff.core.campaign import Campaign
from sendoff.core.errors import KnownError
from sendoff.core.events import AccountsChanged, CheckProgress
from sendoff.core.language import tr
from sendoff.core.plan import Plan
from sendoff.core.wording import count_text, people_text
from sendoff.ui.operations import Newest
from sendoff.ui.pages.sending.before import BeforeView
from sendoff.ui.pages.sending.deciding import Deciding
from sendoff.ui.pages.sending.facts import Facts, gather
from sendoff.ui.pages.sending.inspecting import Inspection
from sendoff.ui.pages.sending.lacking import lacking
from sendoff.ui.pages.sending.last_word import LastWord, Phase
from sendoff.ui.pages.sending.own_test import OwnTest
from sendoff.ui.pages.sending.telling import tell_mistyped, tell_repeat, tell_rows, tell_server
from sendoff.ui.pages.stage import Stage
from sendoff.ui.releasing import release_actions

_AGED_MS = 30_000


class StartPresenter(QObject):
    """Behind the summary of a draft."""

    changed = Signal()

    def __init__(self, view: BeforeView, stage: Stage) -> None:
        super().__init__(view)
        self._view = view
        self._stage = stage
        self._campaign: Campaign | None = None
        self._facts: Facts | None = None
        self._gathering, self._reckoning = Newest(stage.operations, self), Newest(stage.operations, self)
        self.ageing = QTimer(self, interval=_AGED_MS)
        """What is said of the time is reckoned anew when it ends."""
        self.ageing.timeout.connect(self._age)
        self._stale = False
        """An account has changed since everything was read."""
        self._inspection = Inspection(stage, self)
        self._inspection.changed.connect(self._inspected)
        self._deciding = Deciding(view, stage, self.ask, self)
        self._deciding.changed.connect(self.changed)
        self.last_word = LastWord(view.confirm, stage, self._deciding.schedule)
        self.last_word.changed.connect(self.changed)
        self.last_word.refused.connect(self._refused)
        self._own_test = OwnTest(view.test, stage)
        self._eager = False
        """The person has pressed the button already, and it goes on once everything was looked at."""
        stage.bridge.batch.connect(self._hear)
        view.secret.given.connect(self._remember)
        view.options.timed.connect(self._retime)
        view.shown.connect(self._refresh)
        view.mistyped_wanted.connect(self._open_recipients)
        view.repeated_unwanted.connect(self._leave_out_repeated)

    # -- the step

    def show(self, campaign: Campaign) -> None:
        """Show a draft."""
        if self._campaign is None or self._campaign.id != campaign.id:
            self._inspection.forget()
            self._facts, self._eager = None, False
            self._deciding.show(campaign)
            self._view.problem.hide()
            self.last_word.show(campaign)
        self._campaign = campaign
        self._own_test.show(campaign)
        self._gather()

    def leave(self) -> None:
        """Another page is shown: a confirmation left open is taken back, a countdown goes on."""
        self._eager = False
        self.ageing.stop()
        self._inspection.rest()
        self.last_word.leave()

    def primary(self) -> tuple[str, Callable[[], None]]:
        """What the one button does now."""
        return self.last_word.primary() or self._mending() or self._deciding.waiting() or (self._offer(), self.ask)

    def _offer(self) -> str:
        if self._facts is None:
            return tr("Send")
        ready, first = self._facts.ready, self._facts.campaign.pace.first
        people = people_text(ready)
        if self._deciding.later():
            return tr("Schedule for {people}", people=people)
        if 0 < first < ready:
            return tr("Send to the first {first} of {people}", first=count_text(first), people=people)
        return tr("Send to {people}", people=people)

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
        self.last_word.ask(at, self._deciding.when(at) if at else "")

    @Slot(str)
    def _remember(self, secret: str) -> None:
        facts, accounts = self._facts, self._stage.services.accounts
        if facts is not None and facts.account is not None:
            account = facts.account
            self._inspection.forget()
            self._stage.operations.command(
                lambda: accounts.remember(account, secret), lambda _none: self._gather(), owner=self
            )

    @Slot(object)
    def _refused(self, error: KnownError) -> None:
        if self._campaign is not None:
            again = partial(self.last_word.start, self._campaign.id)
            actions = release_actions(self._stage, error, self._campaign.id, again, self)
            self._view.say_problem(error.title, error.remedy, actions)

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
        if self._facts is not None:
            self._gather()

    def _know(self, facts: Facts) -> None:
        if self._campaign is None or facts.campaign.id != self._campaign.id:
            return
        self.last_word.know(facts)
        self._facts = facts
        view, account = self._view, facts.account
        view.summary.show_facts(facts)
        self._show_unset()
        self.ageing.start()
        view.options.show_zones(facts.campaign, facts.zone_columns)
        self._deciding.show(facts.campaign, for_session=facts.for_session)
        self._own_test.know(facts)
        view.rehearsal.setVisible(account is not None and account.is_sandbox)
        view.secret.setVisible(facts.needs_secret)
        if facts.needs_secret and account is not None:
            view.secret.ask(account, facts.secrets_are)
        self._look()

    def _show_unset(self) -> None:
        if self._deciding.later() and self._facts is not None and not self._facts.start:
            self._view.summary.finish.setText("—")  # the time is still being written

    @Slot()
    def _age(self) -> None:
        """Reckon anew when it would be done: what was said has grown old, and may be over."""
        facts, services = self._facts, self._stage.services
        if facts is None or not self._view.isVisible():
            return
        start = self._deciding.start()

        def known(plan: Plan | None) -> None:
            if self._facts is facts:
                self._facts = replace(facts, plan=plan, now=services.clock.now())
                self._view.summary.show_forecast(self._facts)
                self._show_unset()

        self._reckoning.query(lambda: services.plans.of(facts.campaign, facts.account, start=start), known)

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
        if self._eager and self.ready() and self.last_word.phase is Phase.SUMMARY:
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
        tell_repeat(view.repeated, facts)
        if found.problem is not None:
            error = found.problem
            view.say_problem(error.title, error.remedy, [(tr("Open the account"), self._open_account)])
        elif isinstance(found.rows, KnownError):
            error = found.rows
            view.say_problem(error.title, error.remedy, [(tr("Open the message"), lambda: self._open("message"))])
        elif found.server is not None and self.last_word.phase is Phase.SUMMARY:
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

    @Slot()
    def _leave_out_repeated(self) -> None:
        campaign, repeats = self._campaign, self._stage.services.repeats
        if campaign is not None:
            self._stage.operations.command(
                lambda: repeats.leave_out(campaign), lambda _rows: self.changed.emit(), owner=self
            )

    def _open_account(self) -> None:
        if self._facts is not None and self._facts.account is not None:
            self._open_page("accounts", self._facts.account.id)

    def _open_page(self, name: str, subject: str) -> None:
        back = f"{self._campaign.id}/send" if self._campaign is not None else ""
        self._stage.navigator.open(name, subject, back=back)

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
