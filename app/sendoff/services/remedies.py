"""What is done about the rows of one cause: send to them again, block them, or take them into a new draft."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sendoff.core.address import check_address, duplicate_key
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import Line, State
from sendoff.core.errors import InputError
from sendoff.core.forgetting import FORGOTTEN
from sendoff.core.language import tr
from sendoff.core.listing import ReadOptions
from sendoff.core.ports import AccountStore, Rows
from sendoff.core.remedies import Origin, correctable, remediable
from sendoff.core.repeats import Receipts, same_message
from sendoff.core.review import Review, ReviewStore
from sendoff.core.wording import cause_sentence, state_label
from sendoff.services.campaigns import Campaigns
from sendoff.services.paging import lines, row_at
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
        receipts: Receipts,
        accounts: AccountStore,
    ) -> None:
        self._accounts = accounts
        self._reviews = reviews
        self._receipts = receipts
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
        return self._follow_up(campaign, self._lines(campaign, state, reason))

    def correct(self, campaign: Campaign, position: int, address: str) -> Campaign:
        """A new draft with the same message for the one person in this row, whose address was wrong.

        The row itself stays as it is. Where such a draft holds the new address already, it is that one.
        Raises InputError where the old address is not at fault, and where the new one is none, is blocked, or has the
        message or may still get it from a campaign.
        """
        line = row_at(self._rows, campaign, position)
        if not correctable(line.state, line.reason) or line.address == FORGOTTEN:
            raise InputError(tr("They may have the message already, or still get it."), code="not_remediable")
        address = self._corrected(line, address)
        family = {one.id: one for one in self._same(campaign)}
        found = self._receipts.standing(duplicate_key(address), list(family))
        for one, state in ((family[owner_id], state) for owner_id, state in found):
            if one.state is not CampaignState.DRAFT:
                raise InputError(
                    tr("“{address}” is in “{name}” already: {state}.", address=address, name=one.name,
                       state=state_label(state)),
                    remedy=tr("An address gets a message once. Write another one."),
                    code="there_already",
                )  # fmt: skip
        if found:
            return family[found[0][0]]
        name = tr("{name} to {who}", name=campaign.name, who=line.name or address)
        return self._follow_up(campaign, [replace(line, address=address)], name=name, corrected=line.address)

    def _corrected(self, line: Line, address: str) -> str:
        """The new address as people read it. Raises InputError."""
        checked = check_address(address.strip())
        if checked.problem:
            raise InputError(checked.problem, code="address")
        if duplicate_key(checked.address) == duplicate_key(line.address):
            raise InputError(tr("This is the address that is wrong."), remedy=tr("Write another one."), code="address")
        if self._suppressions.covers(checked.address):
            raise InputError(
                tr("“{address}” is on the blocked list.", address=checked.address),
                remedy=tr("No campaign writes there."),
                code="blocked",
            )
        return checked.address

    def _same(self, campaign: Campaign) -> Iterator[Campaign]:
        """The campaign and what has its message: others that were started, and drafts that are to mend one.

        What reached nobody, because it went to the sandbox, counts only beside what did so too.
        """
        rehearsed = {one.id for one in self._accounts.all() if one.is_sandbox}
        tried = campaign.account_id in rehearsed
        for one in self._campaigns.all():
            alike = same_message(one, campaign) or same_message(campaign, one)
            meant = one.state is not CampaignState.DRAFT or self.origin(one) is not None
            if one.id == campaign.id or (alike and meant and (one.account_id in rehearsed) is tried):
                yield one

    def _follow_up(
        self, campaign: Campaign, people: Iterable[Line], *, name: str = "", corrected: str = ""
    ) -> Campaign:
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
        for number, line in enumerate(people, 1):  # noqa: B007 -- counted for below
            written.writerow([line.address, *(line.fields.get(name, "") for name in names if name != "email")])
        if line is None:
            raise InputError(tr("Nobody is left with this cause."), code="nobody")
        draft = self._campaigns.duplicate(campaign.id, name)
        try:
            look = self._recipients.look_text(text.getvalue(), _OPTIONS, recall=False)
            draft, _imported = self._recipients.bring(draft, replace(look, shape=""))
            draft = replace(draft, titles=campaign.titles, formats=campaign.formats)
            draft = replace(draft, list_name=tr("People of “{name}”", name=campaign.name))
            self._campaigns.save(draft)
        except InputError:
            self._campaigns.remove(draft.id)
            raise
        origin = replace(_origin(campaign, line, number), corrected=corrected)
        self._reviews.save(draft.id, Review(origin=origin))
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
