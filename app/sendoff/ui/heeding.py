"""Lists that follow the blocked list by themselves, as soon as they are looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.core.wording import count_text
from sendoff.ui.pages.stage import Stage


def heed_blocked(stage: Stage, owner_id: str, owner: QObject) -> None:
    """Hold back who came onto the blocked list since, let go who left it, and say how many those are."""
    triage = stage.services.triage

    def heeded(number: int) -> None:
        if number:
            many = tr("The blocked list has changed, and {number} rows here with it.", number=count_text(number))
            stage.say(tr("The blocked list has changed, and 1 row here with it.") if number == 1 else many)

    stage.operations.query(lambda: triage.heed(owner_id), heeded, _later, owner=owner)


def _later(_error: KnownError) -> None:
    """The list was started or taken away meanwhile; whoever opens it says so."""
