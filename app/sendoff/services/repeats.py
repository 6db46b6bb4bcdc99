"""Tells of people who are about to get the same message once more, and leaves them out where that is wished."""

from __future__ import annotations

from collections.abc import Sequence

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.ports import AccountStore, CampaignStore
from sendoff.core.repeats import Receipts, Repeat, same_message, subject_said
from sendoff.services.triage import Triage


class Repeats:
    """Compares a draft with the campaigns that were started. Calls block."""

    def __init__(self, *, receipts: Receipts, campaigns: CampaignStore, accounts: AccountStore, triage: Triage) -> None:
        self._receipts = receipts
        self._campaigns = campaigns
        self._accounts = accounts
        self._triage = triage

    def of(self, draft: Campaign, ready: int) -> Repeat | None:
        """Whom of the `ready` the same message was already delivered to; None where it was to nobody."""
        earlier = self._earlier(draft)
        again = self._receipts.again(draft.id, [one.id for one in earlier]) if earlier and ready else 0
        if not again:
            return None
        *newer, oldest = sorted(earlier, key=lambda one: one.started_at, reverse=True)
        newest = next((one for one in newer if self._receipts.again(draft.id, [one.id])), oldest)
        return Repeat(subject=subject_said(draft), again=again, ready=max(ready, again), at=newest.started_at)

    def leave_out(self, draft: Campaign) -> int:
        """Leave them out of the draft; returns how many rows. Raises InputError where it was started."""
        earlier = self._earlier(draft)
        rows = self._receipts.rows(draft.id, [one.id for one in earlier]) if earlier else ()
        return self._triage.leave_out(draft.id, row_ids=rows) if rows else 0

    def _earlier(self, draft: Campaign) -> Sequence[Campaign]:
        """Campaigns with the same message that went out for real; for a rehearsal, those that were rehearsed."""
        if draft.state is not CampaignState.DRAFT:
            return ()
        sandboxes = {one.id for one in self._accounts.all() if one.is_sandbox}
        rehearsal = draft.account_id in sandboxes
        return [
            one
            for one in self._campaigns.all()
            if one.started_at and (one.account_id in sandboxes) is rehearsal and same_message(draft, one)
        ]
