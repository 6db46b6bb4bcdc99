"""A campaign once more: its message in a new draft, and whom it goes to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sendoff.core.audience import Selection
from sendoff.core.campaign import Campaign
from sendoff.core.errors import KnownError
from sendoff.core.list_ports import Intake
from sendoff.core.recipient import Verdict
from sendoff.services.campaigns import Campaigns
from sendoff.services.filling import filling
from sendoff.services.selections import Selections


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """A draft made of a campaign."""

    draft: Campaign
    people: int = 0
    """Who gets it, as the blocked list is now."""
    blocked: int = 0
    """Who came along and is on the blocked list."""


class Duplicates:
    """Makes drafts of campaigns. Calls block."""

    def __init__(self, *, campaigns: Campaigns, rows: Intake, selections: Selections) -> None:
        self._campaigns = campaigns
        self._rows = rows
        self._selections = selections

    def make(self, campaign_id: str, name: str = "") -> Duplicate:
        """A new draft with the same message for the same people; `name` takes the place of “… (copy)”.

        Corrected addresses and files of one's own come along. Who was left out, invalid or repeated stays behind, what
        was sent is forgotten, and today's blocked list holds. Raises InputError and StorageError; then there is none.
        """
        old = self._campaigns.get(campaign_id)
        draft = self._campaigns.duplicate(campaign_id, name)
        if not old.list_name and not old.fields:
            return Duplicate(draft=draft)
        people = Selection(owner_id=old.id, fields=old.fields, kept=True)
        try:
            with filling(self._rows, draft.id) as new:
                copied = self._selections.copy(people, new.target, old.fields, owner_id=draft.id)
                if not copied.total():
                    return Duplicate(draft=draft)
                new.keep(fields=old.fields, list_name=old.list_name)
        except KnownError:
            self._campaigns.remove(draft.id)
            raise
        draft = replace(draft, fields=old.fields, titles=old.titles, formats=old.formats, list_name=old.list_name)
        self._campaigns.save(draft)
        blocked = copied[Verdict.SUPPRESSED]
        return Duplicate(draft=draft, people=copied.total() - blocked, blocked=blocked)
