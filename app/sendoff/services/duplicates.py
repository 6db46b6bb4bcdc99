"""A campaign once more: its message in a new draft, and whom it goes to."""

from __future__ import annotations

from dataclasses import replace

from sendoff.core.audience import Selection
from sendoff.core.campaign import Campaign
from sendoff.core.errors import KnownError
from sendoff.core.list_ports import Intake
from sendoff.core.recipient import Verdict
from sendoff.services.campaigns import Campaigns
from sendoff.services.filling import filling
from sendoff.services.selections import Selections


class Duplicates:
    """Makes drafts of campaigns. Calls block."""

    def __init__(self, *, campaigns: Campaigns, rows: Intake, selections: Selections) -> None:
        self._campaigns = campaigns
        self._rows = rows
        self._selections = selections

    def make(self, campaign_id: str) -> tuple[Campaign, int]:
        """A new draft with the same message for the same people, and how many they go to.

        Corrected addresses and files of one's own come along. Who was left out, invalid or repeated stays behind, what
        was sent is forgotten, and today's blocked list holds. Raises InputError and StorageError; then there is none.
        """
        old = self._campaigns.get(campaign_id)
        draft = self._campaigns.duplicate(campaign_id)
        if not old.list_name and not old.fields:
            return draft, 0
        people = Selection(owner_id=old.id, fields=old.fields, kept=True)
        try:
            with filling(self._rows, draft.id) as new:
                copied = self._selections.copy(people, new.target, old.fields, owner_id=draft.id)
                if not copied.total():
                    return draft, 0
                new.keep(fields=old.fields, list_name=old.list_name)
        except KnownError:
            self._campaigns.remove(draft.id)
            raise
        draft = replace(draft, fields=old.fields, titles=old.titles, list_name=old.list_name)
        self._campaigns.save(draft)
        return draft, copied.total() - copied[Verdict.SUPPRESSED]
