"""The button where a campaign waits for a person's word since a backup was put back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.ui.pages.stage import Stage


def release_actions(
    stage: Stage, error: KnownError, campaign_id: str, then: Callable[[], object], owner: QObject
) -> list[tuple[str, Callable[[], object]]]:
    """What goes with the error: releasing the campaign and then what was wanted; nothing for any other error."""

    def release() -> None:
        let = partial(stage.services.continuity.release, campaign_id)
        stage.operations.command(let, lambda _held: then(), owner=owner)

    return [(tr("Release and send"), release)] if error.code == "restored" else []
