"""A campaign once more, opened, with a word on who comes along."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sendoff.core.language import tr
from sendoff.core.wording import people_text
from sendoff.services.duplicates import Duplicate
from sendoff.ui.pages.stage import Stage


def duplicate(stage: Stage, campaign_id: str, owner: QObject, *, step: str = "message") -> None:
    """Make a draft with the same message for the same people, and open it at a step."""
    duplicates = stage.services.duplicates

    def show(made: Duplicate) -> None:
        stage.navigator.open("campaign", f"{made.draft.id}/{step}")
        if made.people:
            stage.say(tr("Copied with {people}. Who was left out stays out.", people=people_text(made.people)))

    stage.operations.command(lambda: duplicates.make(campaign_id), show, owner=owner)
