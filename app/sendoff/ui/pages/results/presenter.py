"""Reads what happened, and does what can be done about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import Line, State
from sendoff.core.events import BlockedChanged, CopiesProgress, DeliveriesMoved, DoubtsProgress
from sendoff.core.language import tr
from sendoff.core.remedies import Remedy, remedy_for
from sendoff.core.report import EVERY, Filter, Group, again, doubtful
from sendoff.core.wording import clock_text, count_text
from sendoff.ui.again import Again, SendingAgain
from sendoff.ui.file_names import file_name
from sendoff.ui.local_time import local_zone, sent_when
from sendoff.ui.operations import Newest
from sendoff.ui.pages.results import questions
from sendoff.ui.pages.results.acts import look, mend, remedy, write
from sendoff.ui.pages.results.reading import Known, busy, read
from sendoff.ui.pages.results.sheet import SheetPresenter
from sendoff.ui.pages.stage import Stage
from sendoff.ui.rows import RowActions
from sendoff.ui.widgets.figures import tried_again
from sendoff.ui.widgets.stepper import StepState

if TYPE_CHECKING:
    from sendoff.ui.pages.results.view import ResultsStep

_REREAD_MS = 1_000


class ResultsPresenter(QObject):
    """Behind the results step."""

    def __init__(self, step: ResultsStep, stage: Stage) -> None:
        super().__init__(step)
        self._step = step
        self._stage = stage
        self._campaign: Campaign | None = None
        self._known: Known | None = None
        self._cause: Group | None = None
        """The cause whose rows are shown."""
        self._settling = False
        """Rows have just left their doubt."""
        self._point = 0
        """The place in the list of the recipient that is to be shown, 0 = nobody in particular."""
        self._reading = Newest(stage.operations, self)
        self._rows = RowActions(step.table, stage, step.toast)
        self._reread = QTimer(self, interval=_REREAD_MS, singleShot=True)
        self._reread.timeout.connect(self._load)
        self._rows.settled.connect(self._settled)
        self._rows.blocked.connect(self._load)
        self._rows.again.connect(lambda line: self._go_on(1, failed=True, only=(line,)))
        stage.bridge.batch.connect(self._hear)
        step.figures.filtered.connect(self._filter)
        step.search.searched.connect(self._show_rows)
        step.groups.shown.connect(self._show_cause)
        step.every.clicked.connect(lambda _checked=False: self._filter(""))
        step.groups.remedied.connect(self._remedy)
        self._sheet = SheetPresenter(step, self._rows)
        self._again = SendingAgain(step.undo, stage)
        self._again.begun.connect(self._begun)
        step.groups.insisted.connect(self._insist)
        step.groups.corrected.connect(self._correct)
        step.groups.retry.connect(self._retry)
        step.groups.settle.connect(self._ask_settle)
        step.groups.send_doubtful.connect(self._ask_again)
        step.groups.look.connect(self._look)
        step.groups.stop.connect(self._ask_stop)
        stage.looking.changed.connect(self._looked)
        stage.filing.changed.connect(self._looked)
        step.copies.wanted.connect(self._file)

    # -- the step

    def show(self, campaign: Campaign) -> None:
        """Show what happened to a campaign so far."""
        if self._campaign is None or self._campaign.id != campaign.id:
            self._known = None
            self._point = 0
            self._show_everybody()
            self._step.model.forget()  # nobody of another campaign can be chosen meanwhile
            self._step.ask_no_more()
            self._step.show_face("summary")
        self._campaign = campaign
        self._rows.about(campaign)
        self._again.about(campaign.id)
        draft = campaign.state is CampaignState.DRAFT
        self._step.stack.setCurrentIndex(0 if draft else 1)
        if not draft:
            self._load()

    def point_at(self, position: int) -> None:
        """Show the recipient in this place of the list, whatever was looked at before."""
        self._point = position
        self._show_everybody()
        self._step.show_face("recipients")
        self._show_pointed()

    def _show_everybody(self) -> None:
        """Drop what would hide somebody: the cause, the figure and the words that were searched for."""
        self._cause = None
        self._step.show_cause("")
        self._step.figures.clear_filter()
        self._step.search.clear()

    def _show_pointed(self) -> None:
        """Show the rows, and of them who is pointed at: when it is known how many there are."""
        self._show_rows()
        if self._point and self._known is not None:
            position, self._point = self._point, 0
            self._sheet.choose(position)

    def state(self) -> tuple[StepState, str]:
        """The step's mark."""
        known = self._known
        if known is None or known.campaign.state is CampaignState.DRAFT:
            return "todo", ""
        failed, doubtful = known.counts["failed"], known.counts["in_doubt"]
        words = [tr("{failed} failed", failed=count_text(failed))] * bool(failed) + [
            tr("{doubtful} in doubt", doubtful=count_text(doubtful))
        ] * bool(doubtful)
        if words:
            return "attention", ", ".join(words)
        done = known.campaign.state is CampaignState.FINISHED
        return ("done" if done else "todo"), tr("{accepted} accepted", accepted=count_text(known.counts["accepted"]))

    def go_to_send(self) -> None:
        """Open the step before."""
        if self._campaign is not None:
            self._stage.navigator.open("campaign", f"{self._campaign.id}/send")

    # -- the export

    def proposed(self, kind: str = "csv") -> str:
        """A file name for an export."""
        name = self._campaign.name if self._campaign is not None else tr("Untitled campaign")
        return file_name(tr("{name} results", name=name), f".{kind}")

    def export(self, path: Path, kind: str = "csv") -> None:
        """Write the rows of `shown`, or the page that sums up."""
        if self._campaign is not None:
            write(self, self._stage, self._campaign, path, kind, self.shown())

    # -- what can be done

    @Slot()
    def _retry(self) -> None:
        if self._known is not None:
            self._go_on(again(self._known.groups).number, failed=True)

    @Slot(object)
    def _remedy(self, group: Group) -> None:
        """Do the one thing that helps with a cause."""
        if self._campaign is None:
            return
        if remedy_for(group.state, group.reason) is Remedy.RETRY:
            self._go_on(group.count - group.blocked, failed=True, reason=group.reason)
        else:
            remedy(self, self._stage, self._campaign, group, self._step.toast, self._load)

    @Slot(object)
    def _insist(self, group: Group) -> None:
        """Send to addresses that do not exist, after a question."""
        self._step.ask(
            questions.dead_again(group),
            lambda: self._go_on(group.dead, failed=True, reason=group.reason, asked=True),
        )

    @Slot(object)
    def _correct(self, group: Group) -> None:
        """Correct the address of the only one of a cause, or those of several in a new draft."""
        if group.count == 1:
            self._rows.correct_only(group)
        elif self._campaign is not None:
            mend(self, self._stage, self._campaign, group)

    @Slot()
    def _ask_again(self) -> None:
        known = self._known
        if known is None:
            return
        if absent := doubtful(known.groups, absent=True):
            self._step.ask(questions.absent_again(absent), lambda: self._go_on(absent, absent=True))
        else:
            number = doubtful(known.groups)
            self._step.ask(questions.doubtful_again(known), lambda: self._go_on(number, in_doubt=True))

    @Slot(bool)
    def _ask_settle(self, accepted: bool) -> None:  # noqa: FBT001 -- a signal gives by position
        if self._known is not None:
            asked = questions.settled(self._known, accepted=accepted)
            self._step.ask(asked, lambda: self._settle(accepted=accepted))

    def _settle(self, *, accepted: bool) -> None:
        campaign, reports = self._campaign, self._stage.services.reports
        if campaign is not None:
            self._rows.settle(
                lambda: [line.id for line in reports.every(campaign, (State.IN_DOUBT,))], accepted=accepted
            )

    @Slot()
    def _ask_stop(self) -> None:
        if self._known is None or self._campaign is None:
            return
        campaign_id, sending = self._campaign.id, self._stage.services.sending

        def stop() -> None:  # not a command: it never waits behind an import
            self._stage.operations.query(lambda: sending.stop(campaign_id), lambda _n: self._changed(), owner=self)

        self._step.ask(questions.stopped(self._known), stop)

    @Slot()
    def _look(self) -> None:
        """Look for whoever is in doubt where a copy would be, or stop."""
        if self._campaign is not None and self._known is not None:
            look(self._stage, self._known)

    @Slot()
    def _file(self) -> None:
        if self._campaign is None:
            return
        filing, campaign_id = self._stage.filing, self._campaign.id
        (filing.stop if filing.under_way(campaign_id) else filing.start)(campaign_id)

    @Slot(str)
    def _looked(self, campaign_id: str) -> None:
        if self._campaign is not None and campaign_id == self._campaign.id:
            self._load()

    def _go_on(
        self,
        number: int,
        *,
        failed: bool = False,
        in_doubt: bool = False,
        absent: bool = False,
        reason: str = "",
        only: tuple[Line, ...] = (),
        asked: bool = False,
    ) -> None:
        """Send again when the seconds to undo are over; where there are none, after a question, unless `asked`."""
        campaign, known = self._campaign, self._known
        if campaign is None or known is None:
            return
        again = Again(
            campaign=campaign,
            number=number,
            failed=failed,
            in_doubt=in_doubt,
            absent=absent,
            reason=reason,
            only=only,
        )
        # Whoever is in doubt was asked about.
        self._again.start(again, known.account, asked=asked or not failed)

    @Slot(str)
    def _begun(self, campaign_id: str) -> None:
        if self._campaign is not None and campaign_id == self._campaign.id and self._step.isVisible():
            self.go_to_send()

    # -- telling

    @Slot()
    def _load(self) -> None:
        campaign, services = self._campaign, self._stage.services
        if campaign is not None:
            self._reading.query(lambda: read(services, campaign), self._know)

    def _know(self, known: Known) -> None:
        if self._campaign is None or known.campaign.id != self._campaign.id:
            return
        self._known = known
        now = self._stage.services.clock.now()
        self._drop_settled(known)
        self._step.show_counts(known.counts, sent_when(known.campaign, now, local_zone(now)))
        until = clock_text(known.quarantined, now, local_zone(now)) if known.quarantined else ""
        wait = (
            tr("It can be sent again from {until} on: until then a server may still deliver it.", until=until)
            if until
            else ""
        )
        self._step.show_timeline(known.line)
        self._step.copies.show_standing(known.copies, busy=self._stage.filing.under_way(known.campaign.id))
        self._step.figures.explain("deferred", tried_again(known.next_try, now, local_zone(now)))
        self._step.groups.show_groups(
            known.groups,
            busy=busy(known, now),
            put_off=bool(known.later),
            quarantine=wait,
            obstacle=known.obstacle,
            looking=self._stage.looking.under_way(known.campaign.id),
            rehearsed=known.rehearsed,
            doubtful=known.doubtful,
            names=known.names,
            alone=known.alone,
        )
        self._show_pointed()
        self._step.changed.emit()

    def _drop_settled(self, known: Known) -> None:
        """Ask the table no longer for those in doubt, once the last of them is settled."""
        settling, self._settling = self._settling, False
        if not settling or known.counts["in_doubt"]:
            return
        if self._step.figures.filter() == State.IN_DOUBT:
            self._step.figures.clear_filter()
        if self._cause is not None and self._cause.state is State.IN_DOUBT:
            self._cause = None
            self._step.show_cause("")

    @Slot()
    def _settled(self) -> None:
        self._settling = True
        self._changed()

    @Slot()
    def _changed(self) -> None:
        self._step.changed.emit()
        self._load()

    @Slot(str)
    def _filter(self, key: str) -> None:
        self._cause = None
        self._step.show_cause("")
        if key:
            self._step.show_face("recipients")
        self._show_rows()

    @Slot(object)
    def _show_cause(self, group: Group) -> None:
        self._step.figures.clear_filter()
        self._cause = group
        self._step.show_cause(tr("Only {count}: {sentence}", count=count_text(group.count), sentence=group.sentence))
        self._step.show_face("recipients")
        self._show_rows()
        if group.count == 1:
            self._sheet.choose_only()

    @Slot()
    def _show_rows(self) -> None:
        if self._campaign is None or self._known is None:
            return
        self._step.model.show(self._campaign, sum(self._known.counts.values()), self._only())

    def shown(self) -> Filter:
        """Which rows an export takes: those that can be seen, and every one where the summary is in front."""
        return self._only() if self._step.lists() else EVERY

    def _only(self) -> Filter:
        """Whom the table of recipients shows."""
        search, cause = self._step.search.text().strip(), self._cause
        if cause is not None:
            return Filter(states=(cause.state,), reasons=(cause.reason,), search=search)
        return Filter.of(self._step.figures.states(), search)

    @Slot(tuple)
    def _hear(self, batch: tuple[object, ...]) -> None:
        campaign = self._campaign
        if campaign is None or not self._step.isVisible():
            return
        for event in batch:
            if isinstance(event, DeliveriesMoved) and event.campaign_id == campaign.id:
                self._step.model.apply(event.moved)
                if not self._reread.isActive():
                    self._reread.start()
            elif isinstance(event, BlockedChanged):
                self._load()
            elif isinstance(event, DoubtsProgress | CopiesProgress) and event.campaign_id == campaign.id:
                self._progress(event)

    def _progress(self, event: DoubtsProgress | CopiesProgress) -> None:
        """Say how far it has come; what is heard after its end says nothing any more."""
        if isinstance(event, CopiesProgress):
            if self._stage.filing.under_way(event.campaign_id):
                self._step.copies.show_progress(event.filed, event.total)
        elif self._stage.looking.under_way(event.campaign_id):
            self._step.groups.show_looked(event.looked, event.total)
