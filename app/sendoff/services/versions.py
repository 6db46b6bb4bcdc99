"""The versions of drafts: every autosave that differs is kept, so that undo outlives the program."""

from __future__ import annotations

from collections.abc import Sequence

from sendoff.core.campaign import Campaign, Content
from sendoff.core.errors import InputError
from sendoff.core.language import digits, tr
from sendoff.core.library import Version, VersionStore
from sendoff.core.ports import Clock


class Versions:
    """Notes what drafts were, and finds it again. `Campaigns.save` calls `note`."""

    def __init__(self, *, store: VersionStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def note(self, draft: Campaign, before: Campaign | None = None) -> None:
        """Keep the draft's message where it differs from the last version.

        `before` is the draft as it was stored: where it has no version yet, it becomes the first.
        """
        if before is not None and before.content != Content() and not self._store.all(draft.id):
            self._store.keep(draft.id, before.content, before.created_at)
        if draft.content != Content() or self._store.all(draft.id):
            self._store.keep(draft.id, draft.content, self._clock.now())

    def all(self, campaign_id: str) -> Sequence[Version]:
        """The versions of a campaign's message, newest first; the newest is the message as it stands."""
        return self._store.all(campaign_id)

    def get(self, campaign_id: str, number: int) -> Content:
        """The message as it was. Raises InputError (`no_version`)."""
        content = self._store.get(campaign_id, number)
        if content is None:
            raise InputError(
                tr("There is no version {number}.", number=digits(f"{number:,}")),
                remedy=tr("`sendoff templates versions` lists them."),
                code="no_version",
            )
        return content
