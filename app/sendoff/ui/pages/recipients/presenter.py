"""Looks at lists, imports them and follows the import."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import State
from sendoff.core.errors import KnownError
from sendoff.core.events import ImportProgress
from sendoff.core.recipient import Verdict
from sendoff.core.wording import count_text
from sendoff.services.recipients import Imported, Look
from sendoff.ui.models.deliveries import Filter
from sendoff.ui.pages.stage import Stage
from sendoff.ui.widgets.stepper import StepState

if TYPE_CHECKING:
    from collections.abc import Callable

    from sendoff.ui.pages.recipients.view import RecipientsStep

_EMPTY, _LOOKING, _IMPORTING, _LISTED = range(4)
_READY = tuple(state for state in State if state is not State.SKIPPED)


class RecipientsPresenter(QObject):
    """Behind the recipients step."""

    def __init__(self, step: RecipientsStep, stage: Stage) -> None:
        super().__init__(step)
        self._step = step
        self._stage = stage
        self._campaign: Campaign | None = None
        self._counts: dict[str, int] = {}
        self._look: Look | None = None
        self._sheet = ""
        self._face = _EMPTY
        self._stop = threading.Event()
        stage.bridge.batch.connect(self._hear)
        stage.navigator.moved.connect(self._moved)

    # -- the step

    def show_campaign(self, campaign: Campaign) -> None:
        """Show a campaign's list; a look or an import under way stays where it is."""
        another = self._campaign is None or self._campaign.id != campaign.id
        self._campaign = campaign
        if another:
            self._stop.set()
            self._look, self._counts = None, {}
            self._step.problem.hide()
            self._step.figures.clear_filter()
            self._step.search.clear()
            self._turn(_EMPTY)
        self._read()

    def state(self) -> tuple[StepState, str]:
        """The step's mark."""
        if self._face == _IMPORTING:
            return "todo", "importing"
        total, ready = sum(self._counts.values()), self._counts.get("ready", 0)
        if not total:
            return "todo", "no list yet"
        return ("done" if ready else "problem"), f"{count_text(ready)} ready"

    def primary(self) -> tuple[str, Callable[[], None]] | None:
        """Import, or choose a file first."""
        if self._face == _LOOKING:
            return "Import this list", self.bring
        return None

    # -- looking

    @Slot(Path)
    def look(self, path: Path) -> None:
        """Open a list and show what was understood."""
        if self._campaign is None or self._campaign.state is not CampaignState.DRAFT:
            return
        self._sheet = ""
        self._look_at(path, {})

    @Slot(str)
    def choose_email(self, header: str) -> None:
        """Another column holds the addresses."""
        if self._look is not None:
            self._look_at(self._look.path, {"email": header})

    @Slot(str)
    def choose_sheet(self, sheet: str) -> None:
        """The list is on another sheet."""
        if self._look is not None:
            self._sheet = sheet
            self._look_at(self._look.path, {})

    def forget(self) -> None:
        """Go back without importing."""
        self._look = None
        self._step.problem.hide()
        self._turn(_LISTED if self._counts else _EMPTY)

    def _look_at(self, path: Path, mapping: dict[str, str]) -> None:
        recipients, sheet = self._stage.services.recipients, self._sheet
        self._step.problem.hide()
        self._stage.operations.query(lambda: recipients.look(path, mapping, sheet), self._looked, self._bad, owner=self)

    def _looked(self, look: Look) -> None:
        self._look = look
        self._step.show_look(look, self._sheet)
        self._turn(_LOOKING)

    def _bad(self, error: KnownError) -> None:
        self._step.problem.say_error(error)
        self._step.problem.show()
        if self._face == _IMPORTING:
            self._turn(_LISTED if self._counts else _EMPTY)

    # -- bringing it in

    def bring(self) -> None:
        """Import what is looked at, in place of the present list."""
        if self._campaign is None or self._look is None:
            return
        services, campaign_id, look, sheet = self._stage.services, self._campaign.id, self._look, self._sheet
        stop = self._stop = threading.Event()
        self._step.progress_words.setText(f"Reading {look.path.name}")
        self._step.cancel.setEnabled(True)
        self._turn(_IMPORTING)

        def run() -> tuple[Campaign, Imported]:
            campaign = services.campaigns.get(campaign_id)
            return services.recipients.bring(campaign, look, sheet=sheet, stopped=stop.is_set)

        def done(result: tuple[Campaign, Imported]) -> None:
            if self._campaign is not None and self._campaign.id == campaign_id:
                self._brought(*result, cancelled=stop.is_set())

        self._stage.operations.command(run, done, self._bad, owner=self)

    def cancel(self) -> None:
        """Give the import up; no row of it stays."""
        self._stop.set()
        self._step.cancel.setEnabled(False)
        self._step.progress_words.setText("Cancelling")

    def _brought(self, campaign: Campaign, imported: Imported, *, cancelled: bool) -> None:
        self._campaign, self._look = campaign, None
        self._step.model.forget()
        if cancelled:
            self._stage.say("Import cancelled. The campaign has no list now.")
        elif not imported.ready:
            self._step.problem.say("bad", "No row of this list can be sent to.", "See why, or choose another list.")
            self._step.problem.show()
        self._step.figures.clear_filter()
        self._counts = {}
        self._turn(_EMPTY if cancelled else _LISTED)
        self._read()

    @Slot(str, str)
    def _moved(self, name: str, _rail: str) -> None:
        if not name:
            self._stop.set()  # the window is closed: an import half done leaves no rows behind

    @Slot(tuple)
    def _hear(self, batch: tuple[object, ...]) -> None:
        if self._face != _IMPORTING or self._campaign is None or self._stop.is_set():
            return
        for event in batch:
            if isinstance(event, ImportProgress) and event.campaign_id == self._campaign.id:
                self._step.progress_words.setText(f"{count_text(event.rows)} rows read")

    # -- the list

    @Slot(str)
    def filter(self, _key: str) -> None:
        """Show the rows of one figure only."""
        self._show_rows()

    @Slot(str)
    def search(self, _text: str) -> None:
        """Show the rows that hold a text."""
        self._show_rows()

    def _read(self) -> None:
        campaign, reports = self._campaign, self._stage.services.reports
        if campaign is None:
            return

        def read() -> dict[str, int]:
            total = sum(reports.counts(campaign).values())
            skipped = {one.reason: one.count for one in reports.groups(campaign) if one.state is State.SKIPPED}
            repeated, all_skipped = skipped.get(Verdict.DUPLICATE.value, 0), sum(skipped.values())
            return {"ready": total - all_skipped, "invalid": all_skipped - repeated, "duplicate": repeated}

        def came(counts: dict[str, int]) -> None:
            if self._campaign is not None and self._campaign.id == campaign.id:
                self._listed(counts)

        self._stage.operations.query(read, came, owner=self)

    def _listed(self, counts: dict[str, int]) -> None:
        self._counts = counts if any(counts.values()) else {}
        if self._campaign is not None and self._counts:
            self._step.show_list(self._campaign, counts)
            self._show_rows()
        if self._face not in (_LOOKING, _IMPORTING):
            self._turn(_LISTED if self._counts else _EMPTY)
        self._step.changed.emit()

    def _show_rows(self) -> None:
        if self._campaign is None:
            return
        only = Filter(search=self._step.search.text().strip())
        match self._step.figures.filter():
            case "ready":
                only = Filter(states=_READY, search=only.search)
            case ("invalid" | "duplicate") as reason:
                only = Filter(states=(State.SKIPPED,), reasons=(reason,), search=only.search)
        self._step.model.show(self._campaign, sum(self._counts.values()), only)

    def _turn(self, face: int) -> None:
        self._face = face
        self._step.show_page(face)
        self._step.changed.emit()
