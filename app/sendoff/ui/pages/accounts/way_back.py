"""The way back to the campaign whose step sent one to the accounts."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sendoff.core.campaign import Campaign
from sendoff.core.errors import KnownError
from sendoff.core.language import quoted, tr
from sendoff.ui.operations import Newest
from sendoff.ui.pages.stage import Stage
from sendoff.ui.widgets.button import Button

_LONGEST = 40
"""Letters of a campaign's name."""


class WayBack(Button):
    """Shown while one came from a campaign; a press goes to the very step."""

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__("", "link", icon="arrow-left", run=self.go)
        self.setParent(parent)
        self._stage = stage
        self._naming = Newest(stage.operations, self)
        self.subject = ""
        """The step, as the campaign's page is opened on it."""
        self.hide()

    @property
    def campaign_id(self) -> str:
        """The campaign; empty where one came from elsewhere."""
        return self.subject.partition("/")[0]

    def follow(self) -> None:
        """Look where one came from."""
        self.subject = self._stage.navigator.back
        self.hide()
        if campaign_id := self.campaign_id:
            campaigns = self._stage.services.campaigns
            self._naming.query(lambda: campaigns.get(campaign_id), self._name, self._gone)

    @Slot()
    def go(self) -> None:
        """Go there."""
        self._stage.navigator.open("campaign", self.subject)

    def _name(self, campaign: Campaign) -> None:
        if campaign.id != self.campaign_id:
            return  # one came from elsewhere meanwhile
        name = campaign.name
        short = name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
        words = tr("Back to {name}", name=quoted(short))
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(name if short != name else "")
        self.show()

    def _gone(self, _error: KnownError) -> None:
        self.subject = ""
