"""The Send step: the summary of a draft, then the live view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.language import tr
from sendoff.ui.models.deliveries import DeliveriesModel
from sendoff.ui.pages.sending.before import BeforeView
from sendoff.ui.pages.sending.following import LivePresenter
from sendoff.ui.pages.sending.live import LiveView
from sendoff.ui.pages.sending.starting import StartPresenter
from sendoff.ui.pages.stage import Stage
from sendoff.ui.widgets.stepper import StepState


class SendingStep(QWidget):
    """The step's page."""

    changed = Signal()
    primary_wanted = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._campaign: Campaign | None = None
        self.model = DeliveriesModel(stage.services.reports, stage.operations, stage.services.clock, parent=self)
        self.before = BeforeView()
        self.live = LiveView(self.model)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.before)
        self.stack.addWidget(self.live)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.start = StartPresenter(self.before, stage)
        self.follow = LivePresenter(self.live, self.model, stage)
        self.start.changed.connect(self.changed)
        self.follow.changed.connect(self.changed)
        self.follow.primary_wanted.connect(self.primary_wanted)

    def show_campaign(self, campaign: Campaign) -> None:
        """Show the summary of a draft, or what happens to a campaign that has started."""
        self._campaign = campaign
        if self._draft():
            self.stack.setCurrentWidget(self.before)
            self.start.show(campaign)
        else:
            self.stack.setCurrentWidget(self.live)
            self.follow.show(campaign)

    def state(self) -> tuple[StepState, str]:
        """The step's mark."""
        campaign = self._campaign
        if campaign is None or self._draft():
            if campaign is not None and campaign.scheduled_at:
                return "todo", tr("scheduled")
            return "todo", tr("ready to send") if self.start.ready() else tr("not sent yet")
        return self.follow.mark(campaign)

    def primary(self) -> tuple[str, Callable[[], None]] | None:
        """Send, confirm, undo, resume; None while it is being sent."""
        return self.start.primary() if self._draft() else self.follow.primary()

    def leave(self) -> None:
        """An open confirmation is taken back; a countdown goes on."""
        self.start.leave()

    def _draft(self) -> bool:
        return self._campaign is None or self._campaign.state is CampaignState.DRAFT
