"""What the three cards do."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sendoff.core.campaign import Campaign
from sendoff.ui.drafts import new_draft, sample_campaign
from sendoff.ui.pages.stage import Stage


class WelcomePresenter(QObject):
    """Behind the welcome page."""

    def __init__(self, page: QObject, stage: Stage) -> None:
        super().__init__(page)
        self._stage = stage

    def connect_account(self) -> None:
        """Open the gallery of providers."""
        self._stage.navigator.open("accounts", "add")

    def look_around(self) -> None:
        """Open the sample, in the sandbox."""
        services, context = self._stage.services, self._stage.context

        def make() -> Campaign:
            return sample_campaign(services, context.samples, context.sandbox())

        def show(draft: Campaign) -> None:
            self._stage.navigator.open("campaign", f"{draft.id}/recipients")

        self._stage.operations.command(make, show, owner=self)

    def bring_list(self) -> None:
        """Open a new campaign at its recipients."""
        services = self._stage.services

        def show(draft: Campaign) -> None:
            self._stage.navigator.open("campaign", f"{draft.id}/recipients")

        self._stage.operations.command(lambda: new_draft(services), show, owner=self)
