"""Keeps the frame true: loads the campaign, opens its steps, and follows what changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.errors import KnownError
from sendoff.core.events import BlockedChanged, CampaignChanged, DeliveriesMoved, ListChanged
from sendoff.core.language import phrase, tr
from sendoff.core.remedies import Origin
from sendoff.core.report import MARKED, apart
from sendoff.ui.duplicating import duplicate
from sendoff.ui.heeding import heed_blocked
from sendoff.ui.operations import Newest
from sendoff.ui.pages.flow.origin import origin_words, place_of
from sendoff.ui.pages.flow.outline import KEYS, RECIPIENTS, RESULTS, SEND, first_step, outline
from sendoff.ui.pages.stage import Hands, Points, Stage
from sendoff.ui.widgets.state import standing_of
from sendoff.ui.widgets.stepper import STEPS

if TYPE_CHECKING:
    from sendoff.ui.pages.flow.view import FlowPage

PAGE = "campaign"
"""The frame's name for the navigator."""
_SAVED = phrase("· saved")
_FRESH_MS = 60_000
_MARK_MS = 100
"""The stepper follows what is sent at most this often."""
_GATHER_MS = 60
"""Several changes in a row are read once."""


class FlowPresenter(QObject):
    """Behind the frame."""

    def __init__(self, page: FlowPage, stage: Stage) -> None:
        super().__init__(page)
        self._page = page
        self._stage = stage
        self._id = ""
        self._campaign: Campaign | None = None
        self._counts: dict[str, int] = {}
        self._reading = Newest(stage.operations, self)
        self._origin: Origin | None = None
        """What the draft was made to mend."""
        self._place = -1
        self._wanted = -1
        """The step that is to be shown when the campaign is there."""
        self._point = ""
        """What the step is to point at, once it is shown."""
        self._opened: set[int] = set()
        """The steps that were told of this campaign; the others are outlined."""
        self._shown: tuple[Campaign, dict[str, int]] | None = None
        """What the present step was told last."""
        self._gather = QTimer(self, interval=_GATHER_MS, singleShot=True)
        self._gather.timeout.connect(self.reload)
        self._marking = QTimer(self, interval=_MARK_MS, singleShot=True)
        self._marking.timeout.connect(self._head)
        self._fresh = QTimer(self, interval=_FRESH_MS, singleShot=True)
        self._fresh.timeout.connect(lambda: page.saved.setText(tr(_SAVED)))
        stage.bridge.batch.connect(self._hear)
        stage.navigator.moved.connect(self._moved)
        for place in range(len(KEYS)):
            step = page.step(place)
            step.changed.connect(self._changed)
            if isinstance(step, Hands):
                step.primary_wanted.connect(lambda: page.primary.setFocus())  # noqa: PLW0108 -- it comes later

    # -- opening

    def open(self, subject: str) -> None:
        """Show a campaign, at the step named or at the one that matters now."""
        campaign_id, _, place = subject.partition("/")
        step, _, self._point = place.partition("/")
        self._wanted = KEYS.index(step) if step in KEYS else -1
        if campaign_id and campaign_id != self._id:
            self._page.name.settle()
            self.leave()
            self._id, self._campaign, self._place, self._shown = campaign_id, None, -1, None
            self._opened.clear()
            self._page.saved.setText(tr(_SAVED))
            self._page.pages.setVisible(False)
            self._reading.cancel()
        self.reload()
        if self._id:
            heed_blocked(self._stage, self._id, self)

    def leave(self) -> None:
        """Let the present step save what is being edited."""
        if self._campaign is not None and self._place >= 0:
            self._page.step(self._place).leave()

    @Slot(int)
    def go(self, place: int) -> None:
        """Open a step."""
        if self._campaign is None or place == self._place:
            return
        self.leave()
        self._wanted = -1
        self._enter(place)
        self.reload()

    def back(self) -> None:
        """Open the step before."""
        self.go(max(0, self._place - 1))

    def act(self) -> None:
        """The primary button: the step's own action, else the next step."""
        if self._campaign is None:
            return
        primary = self._page.step(self._place).primary()
        if primary is not None:
            primary[1]()
        elif self._place < RESULTS:
            self.go(self._place + 1)

    # -- changing

    @Slot(str)
    def rename(self, name: str) -> None:
        """Give the draft another name."""
        campaign_id, campaigns = self._id, self._stage.services.campaigns

        def save() -> None:
            campaigns.save(replace(campaigns.get(campaign_id), name=name))

        self._stage.operations.command(save, lambda _none: self.reload(), owner=self)

    def duplicate(self) -> None:
        """Open a new draft with the same message for the same people, at the step that is in front."""
        duplicate(self._stage, self._id, self, step=KEYS[max(RECIPIENTS, self._place)])

    def put_away(self) -> None:
        """Say no more what the draft was made to mend."""
        campaign_id, remedies, self._origin = self._id, self._stage.services.remedies, None
        self._stage.operations.command(lambda: remedies.put_away(campaign_id), lambda _none: self.reload(), owner=self)

    def open_parent(self) -> None:
        """Open the results of the campaign that the draft comes from."""
        if self._campaign is not None:
            self._stage.navigator.open(PAGE, f"{self._campaign.parent_id}/results")

    # -- following

    @Slot()
    def reload(self) -> None:
        """Read the campaign anew."""
        campaign_id = self._id
        if not campaign_id:
            return
        services = self._stage.services

        def read() -> tuple[Campaign, dict[str, int], Origin | None]:
            campaign = services.campaigns.get(campaign_id)
            made = campaign.parent_id and campaign.state is CampaignState.DRAFT
            return campaign, services.reports.figures(campaign), services.remedies.origin(campaign) if made else None

        self._reading.query(read, self._came, self._gone)

    def _gone(self, error: KnownError) -> None:
        self._reading.cancel()
        self._id, self._campaign = "", None
        self._stage.fail(error)
        self._stage.navigator.open("campaigns")

    def _came(self, found: tuple[Campaign, dict[str, int], Origin | None]) -> None:
        campaign, counts, origin = found
        self._show_origin(origin)
        if self._campaign not in (None, campaign):
            self._page.saved.setText(tr("· saved just now"))
            self._fresh.start()
        if self._campaign is not None and self._campaign.state is not campaign.state:
            self._opened &= {self._place}  # the others said what held before
        self._campaign, self._counts = campaign, counts
        self._page.pages.setVisible(True)
        place, self._wanted = self._wanted if self._wanted >= 0 else self._place, -1
        place = place if place >= 0 else first_step(campaign, counts)
        if place != self._place:
            if self._place >= 0:
                self.leave()
            self._enter(place)
        elif self._shown != (campaign, counts):
            self._tell()
        self._head()
        step, point, self._point = self._page.step(self._place), self._point, ""
        if point and isinstance(step, Points):
            step.point_at(point)

    def _show_origin(self, origin: Origin | None) -> None:
        self._origin = origin
        if origin is not None:
            self._page.origin.say("info", *origin_words(origin))

    def _enter(self, place: int) -> None:
        self._place = place
        self._page.show_step(place)
        self._tell()
        self._head()

    def _tell(self) -> None:
        if self._campaign is not None:
            self._shown = (self._campaign, self._counts)
            self._opened.add(self._place)
            self._page.step(self._place).show_campaign(self._campaign)

    def _head(self) -> None:
        campaign = self._campaign
        if campaign is None:
            return
        draft = campaign.state is CampaignState.DRAFT
        self._page.name.show_name(campaign.name, fixed=not draft)
        self._page.pill.show_state(standing_of(campaign))
        self._page.saved.setVisible(draft and not campaign.scheduled_at)
        self._page.origin.setVisible(self._origin is not None and self._place == place_of(self._origin))
        self._page.frozen.setVisible(not draft and self._place < SEND)
        self._marks(campaign, self._counts)

    def _marks(self, campaign: Campaign, counts: Mapping[str, int]) -> None:
        for place, mark in enumerate(outline(campaign, counts)):
            state, note = self._page.step(place).state() if place in self._opened else mark
            self._page.stepper.set_state(place, state, note)
        step = self._page.step(self._place)
        primary = step.primary()
        if primary is not None:
            self._page.show_primary(primary[0])
        else:
            words = tr("Next: {steps}", steps=tr(STEPS[self._place + 1])) if self._place < RESULTS else ""
            state = step.state()[0]
            first = state != "problem" and (self._place != RECIPIENTS or state != "todo")  # else there is more to do
            running = self._place == SEND and campaign.state is CampaignState.RUNNING  # it goes on without a press
            self._page.show_primary(words, first=first and not running)

    @Slot()
    def _changed(self) -> None:
        if self._campaign is not None and self._place >= RECIPIENTS:
            self._marks(self._campaign, self._counts)
            self._gather.start()

    @Slot(tuple)
    def _hear(self, batch: tuple[object, ...]) -> None:
        for event in batch:
            if isinstance(event, CampaignChanged) and event.campaign_id == self._id and event.state != "removed":
                if event.state == CampaignState.PAUSED:
                    self._shown = None  # it may have run for a moment, and pauses for the same reason again
                self._gather.start()
            elif isinstance(event, ListChanged) and event.owner_id == self._id:
                self._gather.start()
            elif isinstance(event, BlockedChanged) and self._id and self._stage.navigator.current == PAGE:
                heed_blocked(self._stage, self._id, self)
            elif isinstance(event, DeliveriesMoved) and event.campaign_id == self._id and self._campaign is not None:
                self._counts = apart(event.counts, self._counts.get(MARKED, 0))
                if not self._marking.isActive():
                    self._marking.start()

    @Slot(str, str)
    def _moved(self, name: str, _rail: str) -> None:
        if name != PAGE:
            self.leave()
