"""Follows a campaign while it is sent, and pauses, resumes and stops it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import Line
from sendoff.core.errors import KnownError
from sendoff.core.events import BlockedChanged, DeliveriesMoved, PaceChanged, PaceKind
from sendoff.core.language import tr
from sendoff.core.report import MARKED, Filter, apart
from sendoff.core.wording import clock_text
from sendoff.ui.again import Again, SendingAgain
from sendoff.ui.local_time import local_zone
from sendoff.ui.models.deliveries import DeliveriesModel
from sendoff.ui.operations import Newest
from sendoff.ui.pages.sending.forecast import Forecast
from sendoff.ui.pages.sending.live import LiveView
from sendoff.ui.pages.sending.meter import Meter
from sendoff.ui.pages.sending.moving import MovingRows
from sendoff.ui.pages.sending.pausing import ask_secret
from sendoff.ui.pages.sending.reading import Known, read
from sendoff.ui.pages.sending.standing import mark, pace_words, say_state, sentence
from sendoff.ui.pages.sending.ways import course, days, tries, ways
from sendoff.ui.pages.stage import Stage
from sendoff.ui.releasing import release_actions
from sendoff.ui.rows import RowActions
from sendoff.ui.sandbox import awake
from sendoff.ui.widgets.figures import tried_again
from sendoff.ui.widgets.stepper import StepState

_SECOND = 1000


class LivePresenter(QObject):
    """Behind the live view."""

    changed = Signal()
    primary_wanted = Signal()
    """The keyboard was on a button that is gone: it goes on at the page's own."""

    def __init__(self, view: LiveView, model: DeliveriesModel, stage: Stage) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._moving = MovingRows(view, model)
        self._stage = stage
        self._campaign: Campaign | None = None
        self._known: Known | None = None
        self._counts: dict[str, int] = {}
        self._reading = Newest(stage.operations, self)
        self._paces = stage.bridge.paces
        self._meter = Meter()
        self._forecast = Forecast(stage, self)
        self._asked = ""
        """What was pressed and has not happened yet."""
        self._held = False  # whether the keyboard was on what was pressed
        self._clock = QTimer(self, interval=_SECOND)
        self._clock.timeout.connect(self._tick)
        stage.bridge.batch.connect(self._hear)
        view.pause.clicked.connect(self._pause_or_resume)
        view.stop_confirmed.connect(self.stop)
        view.change.clicked.connect(self._open_account)
        view.figures.filtered.connect(self._filter)
        view.search.searched.connect(self._filter)
        view.secret.given.connect(self._remember)
        self._rows = RowActions(view.table, stage, view.toast)
        self._rows.settled.connect(self._settled)
        self._rows.again.connect(self._send_again)
        self._again = SendingAgain(view.undo, stage)
        self._again.begun.connect(self._settled)
        self._again.undone.connect(self._settled)

    # -- the step

    def show(self, campaign: Campaign) -> None:
        """Show a campaign that has started."""
        if self._campaign is None or self._campaign.id != campaign.id:
            self._meter, self._known, self._asked = Meter(), None, ""
            self._forecast.begin()
            self._view.figures.clear_filter()
            self._view.search.clear()
            for question in (self._view.banner, self._view.stopping, self._view.secret):
                question.hide()
            self._moving.forget()
        elif self._campaign.state is not campaign.state:
            self._asked = ""
            self._meter.begin(self._stage.services.clock.now())
        self._campaign = campaign
        self._rows.about(campaign)
        self._again.about(campaign.id)
        services = self._stage.services
        self._reading.query(lambda: read(services, campaign), self._know)

    def primary(self) -> tuple[str, Callable[[], None]] | None:
        """Going on, where it is paused; while it is sent, nothing needs to be pressed."""
        if self._campaign is not None and self._campaign.state is CampaignState.PAUSED:
            return tr("Resume"), self.resume
        return None

    def mark(self, campaign: Campaign) -> tuple[StepState, str]:
        """The step's mark."""
        return mark(campaign, self._counts)

    # -- what people press

    @Slot()
    def _pause_or_resume(self) -> None:
        if self._campaign is not None and self._campaign.state is CampaignState.RUNNING:
            self.pause()
        else:
            self.resume()

    def pause(self) -> None:
        """No further message goes; the one in flight ends."""
        campaign, sending = self._campaign, self._stage.services.sending
        if campaign is None:
            return
        self._asked = tr("Pausing: the message in flight ends first.")
        self._held = self._view.window().focusWidget() is self._view.pause
        self._view.pause.setEnabled(False)
        self._tick()
        # Not a command: a pause never waits behind an import.
        self._stage.operations.query(lambda: sending.pause(campaign.id), lambda _done: self.changed.emit(), owner=self)

    def resume(self) -> None:
        """Go on with who still waits."""
        campaign, known, stage = self._campaign, self._known, self._stage
        if campaign is None or known is None:
            return
        if known.needs_secret:
            ask_secret(self._view, known)
            return

        def begin() -> bool:
            # Pressed twice; whether an engine runs says nothing, as one that was paused may not quite have ended.
            if stage.services.campaigns.get(campaign.id).state is not CampaignState.PAUSED:
                return False
            awake(stage.services, stage.context.sandbox(), campaign.account_id)
            stage.services.sending.begin(campaign.id)
            return True

        def begun(now: bool) -> None:  # noqa: FBT001 -- the answer of `begin`
            if now:
                stage.dispatcher.start(campaign.id)
            self.changed.emit()

        self._view.banner.hide()
        stage.operations.command(begin, begun, partial(self._refused, campaign.id), owner=self)

    @Slot()
    def stop(self) -> None:
        """End it: who still waits is cancelled."""
        campaign, sending = self._campaign, self._stage.services.sending
        if campaign is None:
            return
        self._asked = tr("Stopping: the message in flight ends first.")
        self._tick()
        self._stage.operations.query(
            lambda: sending.stop(campaign.id),
            lambda _number: self.changed.emit(),
            partial(self._refused, campaign.id),
            owner=self,
        )

    def _shows(self, campaign_id: str) -> bool:
        """Whether it is still the one that was meant when something was pressed: commands may have to wait."""
        return self._campaign is not None and self._campaign.id == campaign_id

    def _refused(self, campaign_id: str, error: KnownError) -> None:
        if not self._shows(campaign_id):
            self._stage.fail(error)
            return

        def released() -> None:
            if self._shows(campaign_id):
                self.resume()

        self._asked = ""
        actions = release_actions(self._stage, error, campaign_id, released, self)
        self._view.say("bad", error.title, error.remedy, actions)
        self._buttons()

    @Slot(str)
    def _remember(self, secret: str) -> None:
        known, services = self._known, self._stage.services
        if known is None or known.account is None:
            return
        account, campaign_id = known.account, known.campaign.id

        def kept(_none: None) -> None:
            if self._known is not None and self._shows(campaign_id):
                self._known = replace(self._known, needs_secret=False)
                self.resume()

        self._stage.operations.command(lambda: services.accounts.remember(account, secret), kept, owner=self)

    @Slot()
    def _open_account(self) -> None:
        if self._campaign is not None:
            self._stage.navigator.open("accounts", self._campaign.account_id, back=f"{self._campaign.id}/send")

    @Slot(object)
    def _send_again(self, line: Line) -> None:
        if self._known is not None:
            again = Again(campaign=self._known.campaign, number=1, failed=True, only=(line,))
            self._again.start(again, self._known.account)

    def _go_on(self) -> None:
        """Send to those whom a stop kept from getting it."""
        if self._known is not None:
            self._view.banner.hide()
            again = Again(campaign=self._known.campaign, number=self._known.missed, failed=True)
            self._again.start(again, self._known.account)

    @Slot()
    def _settled(self) -> None:
        self.changed.emit()
        if self._campaign is not None:
            self.show(self._campaign)

    @Slot()
    def _filter(self) -> None:
        self._show_rows()

    # -- telling

    def _know(self, known: Known) -> None:
        if not self._shows(known.campaign.id):
            return
        if self._known is None:
            now, counts = self._stage.services.clock.now(), known.counts
            self._meter.recall(now, counts.get("accepted", 0), known.minutes, known.campaign.started_at)
        self._known, view = known, self._view
        self._forecast.rooms = known.rooms
        self._figures(known.counts)
        self._show_rows()
        running = known.campaign.state is CampaignState.RUNNING
        if running and not self._clock.isActive():
            self._clock.start()
        elif not running:
            self._clock.stop()
        if not running:
            view.stopping.hide()
        say_state(view, known, self._stage.navigator, self._go_on)
        self._buttons()
        self._tick()
        self.changed.emit()
        if self._held and not running:
            self._held = False
            self.primary_wanted.emit()

    def _figures(self, counts: dict[str, int]) -> None:
        self._counts = counts
        if self._campaign is not None and self._campaign.state is CampaignState.RUNNING and not self._model.filter():
            self._moving.follow(counts)
        self._view.show_counts(counts)
        self._meter.note(self._stage.services.clock.now(), counts.get("accepted", 0))
        if not self._waiting():
            self._view.say_left("")
        if self._campaign is not None:
            self._view.say_stop(self._campaign.name, self._waiting())

    def _waiting(self) -> int:
        """How many messages are still to be sent."""
        return self._counts.get("queued", 0) + self._counts.get("deferred", 0)

    def _show_rows(self) -> None:
        if self._campaign is None:
            return
        only = Filter.of(self._view.figures.states(), self._view.search.text().strip())
        self._model.show(self._campaign, sum(self._counts.values()), only)

    def _buttons(self) -> None:
        if self._campaign is None:
            return
        state = self._campaign.state
        running, paused = state is CampaignState.RUNNING, state is CampaignState.PAUSED
        self._view.pause.setVisible(running)
        self._view.pause.setEnabled(running and not self._asked)
        self._view.stop.setVisible(running or paused)

    @Slot()
    def _tick(self) -> None:
        campaign, view = self._campaign, self._view
        if campaign is None:
            return
        now = self._stage.services.clock.now()

        def clock(at: int) -> str:
            return clock_text(at, now, local_zone(now))

        if self._known is None or self._known.campaign.state is CampaignState.RUNNING:
            view.show_rates(self._meter.counted(now), self._meter.per_minute(now), now, clock)
        else:
            view.show_run(self._known.minutes, clock)
        running, pace = campaign.state is CampaignState.RUNNING, self._paces.get(campaign.id)
        view.sentence.setText(sentence(campaign, now, self._waiting(), self._asked or self._pace_words(pace, now)))
        if running:
            self._forecast.reckon(campaign, self._meter, pace, now, self._counts)
        view.say_left(self._forecast.left(now, self._counts) if running and self._waiting() else "")
        self._tell_beside(campaign, now, running=running)
        view.change.setVisible(running and pace is not None and pace.kind is PaceKind.LIMIT)

    def _tell_beside(self, campaign: Campaign, now: int, *, running: bool) -> None:
        """What stands beside the table; what is ahead only while it goes on."""
        if self._known is None:
            return
        zone, ahead, known = local_zone(now), self._forecast, self._known
        later = ahead.later(now)
        self._view.figures.explain("deferred", tried_again(later[0][0] if later else 0, now, zone))
        self._view.show_beside(
            ways(campaign, known.accounts, ahead.rooms, self._stage.bridge.lanes.get(campaign.id, ()), now, zone),
            tries(later, now, zone) if running else (),
            days(ahead.plan, now, zone) if running else (),
            course(campaign, now, zone),
        )

    def _pace_words(self, pace: PaceChanged | None, now: int) -> str:
        per_minute, deferred = self._meter.per_minute(now), self._counts.get("deferred", 0)
        return pace_words(pace, self._known, now, per_minute, deferred, self._forecast.next_try())

    @Slot(tuple)
    def _hear(self, batch: tuple[object, ...]) -> None:
        shown, counts = self._campaign.id if self._campaign else "", None
        for event in batch:
            if isinstance(event, DeliveriesMoved) and event.campaign_id == shown:
                counts = apart(event.counts, self._counts.get(MARKED, 0))
                self._moving.take(event.moved)
            elif isinstance(event, BlockedChanged) and self._campaign and self._campaign.state is CampaignState.STOPPED:
                self.show(self._campaign)
        if counts is not None:
            self._figures(counts)
