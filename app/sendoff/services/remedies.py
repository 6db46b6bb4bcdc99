"""What is done about the rows of one cause: send to them again, block them, or take them into a new draft."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

from sendoff.core.campaign import Campaign
from sendoff.core.delivery import Line, State
from sendoff.core.errors import InputError
from sendoff.core.forgetting import FORGOTTEN
from sendoff.core.language import tr
from sendoff.core.listing import ReadOptions
from sendoff.core.ports import Rows
from sendoff.core.remedies import Origin, remediable
from sendoff.core.review import Review, ReviewStore
from sendoff.core.wording import cause_sentence
from sendoff.services.campaigns import Campaigns
from sendoff.services.paging import lines
from sendoff.services.recipients import BLOB_FIELD, Recipients
from sendoff.services.suppressions import Blocked, Suppressions

_OPTIONS = ReadOptions(encoding="utf-8", delimiter=",", header=1, mapping={"email": "email"})


class Remedies:
    """Acts on a campaign's rows by their state and reason. Calls block; a running campaign is only read."""

    def __init__(
        self,
        *,
        rows: Rows,
        campaigns: Campaigns,
        recipients: Recipients,
        suppressions: Suppressions,
        reviews: ReviewStore,
    ) -> None:
        self._reviews = reviews
        self._rows = rows
        self._campaigns = campaigns
        self._recipients = recipients
        self._suppressions = suppressions

    def block(self, campaign: Campaign, state: State, reason: str) -> Blocked:
        """Put the addresses on the blocked list, as mailboxes that do not exist. Raises InputError."""
        addresses = [line.address for line in self._lines(campaign, state, reason)]
        return self._suppressions.add(addresses, reason="hard", source=campaign.name)

    def mend(self, campaign: Campaign, state: State, reason: str) -> Campaign:
        """A new draft with the same message for exactly these people, whose addresses are judged anew.

        Raises InputError where they may have got the message or still may, where nobody is left, or where each
        recipient's own files came from a folder.
        """
        if not remediable(state):
            raise InputError(tr("They may have the message already, or still get it."), code="not_remediable")
        if any(one.column for one in campaign.content.attachments):
            raise InputError(
                tr("Recipients' own attachments need a list in a file."),
                remedy=tr("Export these recipients, then import that file into a new campaign."),
                code="attachment_column",
            )
        names = [name for name in campaign.fields if not name.startswith(BLOB_FIELD)]
        text = io.StringIO()
        written = csv.writer(text)
        written.writerow(["email", *(name for name in names if name != "email")])
        number, line = 0, None
        for number, line in enumerate(self._lines(campaign, state, reason), 1):  # noqa: B007 -- counted for below
            written.writerow([line.address, *(line.fields.get(name, "") for name in names if name != "email")])
        if line is None:
            raise InputError(tr("Nobody is left with this cause."), code="nobody")
        draft = self._campaigns.duplicate(campaign.id)
        try:
            look = self._recipients.look_text(text.getvalue(), _OPTIONS, recall=False)
            draft, _imported = self._recipients.bring(draft, replace(look, shape=""))
            draft = replace(draft, titles=campaign.titles, formats=campaign.formats)
            draft = replace(draft, list_name=tr("People of “{name}”", name=campaign.name))
            self._campaigns.save(draft)
        except InputError:
            self._campaigns.remove(draft.id)
            raise
        self._reviews.save(draft.id, Review(origin=_origin(campaign, line, number)))
        return draft

    def origin(self, draft: Campaign) -> Origin | None:
        """What a draft was made to mend; None where it was not, or where that was put away."""
        return self._reviews.get(draft.id).origin if draft.parent_id else None

    def put_away(self, draft_id: str) -> None:
        """Say no more what a draft was made to mend."""
        self._reviews.save(draft_id, replace(self._reviews.get(draft_id), origin=None))

    def unblock(self, campaign: Campaign, state: State, reason: str) -> int:
        """Take the addresses off the blocked list again; returns how many."""
        return self._suppressions.remove([line.address for line in self._lines(campaign, state, reason)])

    def _lines(self, campaign: Campaign, state: State, reason: str) -> Iterator[Line]:
        rows = lines(self._rows, campaign, states=(state,), reasons=(reason,))
        return (line for line in rows if line.address != FORGOTTEN)


def _origin(campaign: Campaign, line: Line, number: int) -> Origin:
    """What `number` rows are to be mended for, one of which is `line`."""
    return Origin(
        name=campaign.name,
        state=line.state,
        reason=line.reason,
        count=number,
        sentence=cause_sentence(line.state, line.reason, line.code, line.text),
        said=f"{line.code} {line.text}" if line.code else "",
    )
