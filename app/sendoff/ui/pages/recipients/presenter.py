"""Looks at lists, imports them or takes them from an audience, and follows what comes in."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.difference import Difference
from sendoff.core.errors import KnownError
from sendoff.core.events import ImportProgress
from sendoff.core.language import tr
from sendoff.core.listing import ReadOptions
from sendoff.core.recipient import Verdict
from sendoff.core.triage_rows import SENT
from sendoff.core.wording import count_text, people_text
from sendoff.services.looks import Look
from sendoff.services.recipients import Imported
from sendoff.ui.operations import Newest, Stoppable, Stopped
from sendoff.ui.pages.recipients.choosing import ChoosingPresenter
from sendoff.ui.pages.recipients.correcting import TriagePresenter
from sendoff.ui.pages.stage import Stage
from sendoff.ui.widgets.stepper import StepState

if TYPE_CHECKING:
    from sendoff.ui.pages.recipients.view import RecipientsStep

EMPTY, LOOKING, IMPORTING, LISTED, FROZEN, CHOOSING = range(6)


class RecipientsPresenter(QObject):
    """Behind the recipients step."""

    def __init__(self, step: RecipientsStep, stage: Stage) -> None:
        super().__init__(step)
        self._step = step
        self._stage = stage
        self.campaign: Campaign | None = None
        self.triage = TriagePresenter(step.triage, step.model, step.toast, stage)
        self.choosing = ChoosingPresenter(step.choosing, stage)
        self._counts: dict[Verdict, int] = {}
        self._look: Look | None = None
        self._looking = Newest(stage.operations, self)
        self._face = EMPTY
        self._stop = threading.Event()
        self._counting, self._comparing = Stoppable(stage.operations, self), Stoppable(stage.operations, self)
        self.triage.counted.connect(self._listed)
        self.choosing.ready.connect(step.changed)
        step.frozen.presenter.counted.connect(step.changed)
        step.look.corrected.connect(self._correct)
        step.look.anew.connect(self._guess_anew)
        stage.bridge.batch.connect(self._hear)
        stage.navigator.moved.connect(self._moved)

    # -- the step

    def show_campaign(self, campaign: Campaign) -> None:
        """Show a campaign's list; a look or an import under way stays where it is."""
        another = self.campaign is None or self.campaign.id != campaign.id
        self.campaign = campaign
        if another:
            self._give_up()
            self._look, self._counts = None, {}
            self._step.problem.hide()
            self.triage.forget()
            self._turn(EMPTY)
        if campaign.state is CampaignState.DRAFT:
            self.triage.show(campaign)
        else:
            self._step.frozen.presenter.show(campaign)
            self._turn(FROZEN)

    def state(self) -> tuple[StepState, str]:
        """The step's mark."""
        if self._face == IMPORTING:
            return "todo", tr("importing")
        if self._face == FROZEN:
            number = self._step.frozen.presenter.counts.get("addressed", 0)
            return "done", people_text(number)
        if not sum(self._counts.values()):
            return "todo", tr("no list yet")
        number = sum(self._counts.get(verdict, 0) for verdict in SENT)
        kind: StepState = "attention" if self._counts.get(Verdict.SUGGESTED) else "done"
        return (kind if number else "problem"), tr("{number} to send", number=count_text(number))

    def primary(self) -> tuple[str, Callable[[], None]] | None:
        """Import what is looked at, use who is chosen, or go on."""
        if self._face == LOOKING:
            return (tr("Replace the list") if self._counts else tr("Import this list")), self.bring
        if self._face == CHOOSING and self.choosing.selection is not None:
            people = (
                tr("this person")
                if self.choosing.number == 1
                else tr("these {number} people", number=count_text(self.choosing.number))
            )
            return tr("Use {people}", people=people), self.use
        return None

    def is_open(self) -> bool:
        """Whether another list can be brought now."""
        draft = self.campaign is not None and self.campaign.state is CampaignState.DRAFT
        return draft and self._face != IMPORTING

    # -- looking

    @Slot(object)
    def take(self, source: Path | str) -> None:
        """Open a file, or a text that was pasted or dropped, and show what was understood."""
        if not self.is_open():
            return
        recipients = self._stage.services.recipients
        if isinstance(source, Path):
            self._look_at(lambda: recipients.look(source))
        else:
            self._look_at(lambda: recipients.look_text(source))

    @Slot(ReadOptions)
    def _correct(self, options: ReadOptions) -> None:
        if self._look is not None:
            path, recipients = self._look.path, self._stage.services.recipients
            self._look_at(lambda: recipients.look(path, options, recall=False))

    @Slot()
    def _guess_anew(self) -> None:
        self._correct(ReadOptions())

    def choose_audience(self) -> None:
        """Show the audiences and what can be said of their people."""
        if self.campaign is not None and self.is_open():
            self._look = None
            self._give_up_look()
            self._step.problem.hide()
            self.choosing.open(self.campaign.id)
            self._turn(CHOOSING)

    def forget(self) -> None:
        """Go back without a change."""
        self._look = None
        self._give_up_look()
        self.choosing.stop()
        self._step.problem.hide()
        self._turn(LISTED if self._counts else EMPTY)

    def _look_at(self, look: Callable[[], Look]) -> None:
        self._give_up_look()
        self._step.problem.hide()
        campaign, services = self.campaign, self._stage.services
        if campaign is None:
            return

        def fitted() -> tuple[Look, Mapping[str, str]]:
            return services.recipients.fit(services.campaigns.get(campaign.id).content, look())

        self._looking.query(fitted, lambda found: self._looked(*found), self._bad)

    def _looked(self, look: Look, shown_as: Mapping[str, str]) -> None:
        if not self.is_open():
            return
        self._look = look
        self._step.look.show_look(look)
        self._step.look.show_same(shown_as)
        self._turn(LOOKING)
        self._count(look)
        if self._counts:
            self._compare(look)

    def _count(self, look: Look) -> None:
        """Say how many rows there are."""
        recipients = self._stage.services.recipients

        self._counting.query(
            lambda stopped: recipients.count(look, stopped), self._step.look.show_number, lambda _error: None
        )

    def _compare(self, look: Look) -> None:
        """Say what the list would change in the present one."""
        campaign, recipients = self.campaign, self._stage.services.recipients
        if campaign is None:
            return
        self._step.look.show_difference(tr("Comparing with the present list …"))

        def came(found: Difference | None) -> None:
            if found is not None:
                counts, _, more = found.sentences.partition(". ")
                self._step.look.show_difference(
                    tr("Beside the present list: {counts}.", counts=counts.rstrip(".")), more
                )

        def bad(_error: KnownError) -> None:
            self._step.look.show_difference(tr("It cannot be compared with the present list."))

        self._comparing.query(lambda stopped: recipients.compare(campaign, look, stopped=stopped), came, bad)

    def _bad(self, error: KnownError) -> None:
        self._step.problem.say_error(error)
        self._step.problem.show()
        if self._face == LOOKING and self._look is not None:
            self._step.look.show_look(self._look)  # the choices say again how it is read
        elif self._face == IMPORTING and self.campaign is not None:
            self._turn(LOOKING if self._look is not None else CHOOSING)
            self.triage.show(self.campaign)

    # -- bringing it in

    def bring(self) -> None:
        """Import what is looked at, in place of the present list."""
        campaign, look, services = self.campaign, self._look, self._stage.services
        if campaign is None or look is None:
            return

        def run(stopped: Stopped) -> tuple[Campaign, Imported]:
            return services.recipients.bring(services.campaigns.get(campaign.id), look, stopped=stopped)

        self._import(campaign.id, tr("Reading {name}", name=look.path.name), run)

    def use(self) -> None:
        """Copy the people chosen, in place of the present list."""
        campaign, selection, services = self.campaign, self.choosing.selection, self._stage.services
        if campaign is None or selection is None:
            return

        def run(stopped: Stopped) -> tuple[Campaign, Imported]:
            return services.audiences.use(services.campaigns.get(campaign.id), selection, stopped=stopped)

        self._import(campaign.id, tr("Copying the people"), run)

    def cancel(self) -> None:
        """Give the import up; the list is then as it was."""
        self._stop.set()
        self._step.importing.cancel.setEnabled(False)
        self._step.importing.words.setText(tr("Cancelling"))

    def _import(self, campaign_id: str, words: str, run: Callable[[Stopped], tuple[Campaign, Imported]]) -> None:
        self._give_up()
        stop = self._stop = threading.Event()
        self.triage.forget()
        self._step.problem.hide()
        self._step.importing.words.setText(words)
        self._step.importing.cancel.setEnabled(True)
        self._turn(IMPORTING)

        def done(result: tuple[Campaign, Imported]) -> None:
            if self.campaign is not None and self.campaign.id == campaign_id:
                self._brought(*result, cancelled=stop.is_set())

        def bad(error: KnownError) -> None:
            if self.campaign is not None and self.campaign.id == campaign_id:
                self._bad(error)

        self._stage.operations.command(lambda: run(stop.is_set), done, bad, owner=self)

    def _brought(self, campaign: Campaign, imported: Imported, *, cancelled: bool) -> None:
        self.campaign, self._look = campaign, None
        given_up = cancelled and not imported.rows
        if given_up:
            words = tr("The list is as it was.") if self._counts else tr("The campaign has no list yet.")
            self._step.toast.say(tr("Import cancelled. {words}", words=words))
        elif not imported.sendable:
            self._step.problem.say(
                "bad", tr("No row of this list can be sent to."), tr("See why, or choose another list.")
            )
            self._step.problem.show()
        if not given_up:
            self._counts = {}
        self._turn(LISTED if imported.rows or self._counts else EMPTY)
        self.triage.show(campaign)

    def _give_up(self) -> None:
        self._stop.set()
        self._give_up_look()
        self.choosing.stop()

    def _give_up_look(self) -> None:
        for each in (self._looking, self._counting, self._comparing):
            each.cancel()

    @Slot(str, str)
    def _moved(self, name: str, _rail: str) -> None:
        if not name:  # the window is closed: an import half done leaves no rows behind
            self._give_up()
            self.triage.stop()

    @Slot(tuple)
    def _hear(self, batch: tuple[object, ...]) -> None:
        if self._face != IMPORTING or self.campaign is None or self._stop.is_set():
            return
        for event in batch:
            if isinstance(event, ImportProgress) and event.campaign_id == self.campaign.id:
                read = tr("1 row read") if event.rows == 1 else tr("{rows} rows read", rows=count_text(event.rows))
                self._step.importing.words.setText(read)

    # -- the list

    @Slot(dict)
    def _listed(self, counts: dict[Verdict, int]) -> None:
        self._counts = counts if any(counts.values()) else {}
        if self._face in (EMPTY, LISTED):
            self._turn(LISTED if self._counts else EMPTY)
        self._step.changed.emit()

    def _turn(self, face: int) -> None:
        self._face = face
        self._step.show_page(face)
        self._step.changed.emit()
