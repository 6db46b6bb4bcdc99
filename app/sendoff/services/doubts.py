"""Whoever is in doubt is looked for where the provider keeps copies; what was found is written down as evidence.

A copy makes a row accepted. Its absence moves nothing, whatever it proves: sending again stays a person's word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sendoff.core.account import Account, Route
from sendoff.core.campaign import Campaign
from sendoff.core.copies import CopyRows
from sendoff.core.delivery import Line, State
from sendoff.core.doubts import (
    ABSENT,
    FOUND,
    QUARANTINE,
    Probe,
    Resolved,
    SentCopies,
    SentCopiesFactory,
    absence,
    found_text,
    together,
)
from sendoff.core.errors import ConnectError, InputError, KnownError
from sendoff.core.events import CampaignChanged, DeliveriesMoved, DeliveryMoved, DoubtsProgress
from sendoff.core.language import tr
from sendoff.core.ports import Clock, Rows
from sendoff.core.stopping import never
from sendoff.services.accounts import Accounts, unknown_sign_in
from sendoff.services.bus import Bus
from sendoff.services.campaigns import Campaigns
from sendoff.services.paging import lines
from sendoff.services.reports import sent_id

_PROBED = 20
"""Accepted messages that are looked for, to learn whether this server keeps copies."""


class Doubts:
    """Looks up doubts. `look_up` blocks its thread."""

    def __init__(
        self,
        *,
        rows: Rows,
        accounts: Accounts,
        campaigns: Campaigns,
        copies: SentCopiesFactory,
        marks: CopyRows,
        bus: Bus,
        clock: Clock,
    ) -> None:
        self._rows = rows
        self._accounts = accounts
        self._campaigns = campaigns
        self._copies = copies
        self._marks = marks
        self._bus = bus
        self._clock = clock

    def obstacle(self, campaign: Campaign) -> InputError | None:
        """Why nothing can be looked up for this campaign, with the remedy; None where one account can be asked."""
        found = [self._obstacle(account_id) for account_id in campaign.account_ids or ("",)]
        return None if None in found else found[0]

    def _obstacle(self, account_id: str) -> InputError | None:
        try:
            account = self._accounts.get(account_id)
        except InputError as gone:
            return gone
        if account.is_sandbox:
            return InputError(
                tr("The sandbox has no Sent folder."), remedy=tr("Its messages are on its page."), code="sandbox"
            )
        if account.route is Route.SMTP and not account.imap.host:
            return InputError(
                tr("Sendoff does not know where “{name}” keeps its sent messages.", name=account.name),
                remedy=tr("Enter its IMAP server in the account, under Security and network."),
                code="no_sent_place",
            )
        if self._accounts.needs_secret(account):
            return unknown_sign_in(account)
        return None

    def look_up(self, campaign_id: str, stopped: Callable[[], bool] = never) -> Resolved:
        """Look for everyone in doubt, in the account that sent; `stopped` ends it between two of them.

        What a server refuses or a lost connection leaves is counted as unknown, with `why`. Raises InputError where
        there is no place to look.
        """
        campaign = self._campaigns.get(campaign_id)
        if obstacle := self.obstacle(campaign):
            raise obstacle
        doubtful: dict[str, list[Line]] = {}
        for line in self._doubtful(campaign):
            doubtful.setdefault(line.account_id or campaign.account_id, []).append(line)
        if not doubtful:
            return Resolved()
        resolved = together([self._looked_in(campaign, *each, stopped) for each in doubtful.items()])
        self._bus.publish(CampaignChanged(campaign.id, self._campaigns.get(campaign.id).state, campaign.reason))
        return resolved

    def _looked_in(
        self, campaign: Campaign, account_id: str, doubtful: Sequence[Line], stopped: Callable[[], bool]
    ) -> Resolved:
        if obstacle := self._obstacle(account_id):
            return Resolved(unknown=len(doubtful), why=str(obstacle))
        return self._looked(campaign, self._accounts.get(account_id), doubtful, stopped)

    def after_run(self, campaign_id: str, stopped: Callable[[], bool] = never) -> Resolved | None:
        """Look by itself after a run that left doubts; None where there is nothing to look for, or nowhere to look."""
        campaign = self._campaigns.get(campaign_id)
        if not self._rows.by_state(campaign_id).get(State.IN_DOUBT) or self.obstacle(campaign):
            return None
        return self.look_up(campaign_id, stopped)

    def _looked(
        self, campaign: Campaign, account: Account, doubtful: Sequence[Line], stopped: Callable[[], bool]
    ) -> Resolved:
        copies = self._copies(account, lambda: self._accounts.secret(account), stopped)
        found, missing, why, place, began = 0, list[Line](), "", "", self._clock.now()
        resolved = Resolved(unknown=len(doubtful))
        try:
            place = copies.open()
            for number, line in enumerate(doubtful, 1):
                if stopped():
                    break
                if mark := copies.find(sent_id(campaign, line)):
                    found += self._accept(campaign, line, found_text(place, mark))
                else:
                    missing.append(line)
                self._bus.publish(DoubtsProgress(campaign.id, number, len(doubtful)))
            resolved = Resolved(found=found, unknown=len(doubtful) - found)
            if missing and not stopped():
                absent, unproven = self._note(campaign, missing, place, self._probe(campaign, account, copies), began)
                resolved = replace(resolved, absent=absent, unproven=unproven)
        except ConnectError as error:
            why = "" if stopped() else str(error)
        except KnownError as error:  # the keyring, or a sign-in that was taken back
            why = str(error)
        finally:
            copies.close()
        looked = found + resolved.absent + resolved.unproven
        return replace(resolved, found=found, unknown=len(doubtful) - looked, why=why, place=place)

    def _doubtful(self, campaign: Campaign) -> list[Line]:
        return list(lines(self._rows, campaign, states=(State.IN_DOUBT,)))

    def _accept(self, campaign: Campaign, line: Line, evidence: str) -> bool:
        if not self._rows.find_accepted(campaign.id, line.id, evidence, self._clock.now()):
            return False
        self._tell(campaign, line, State.ACCEPTED, evidence)
        return True

    def _tell(self, campaign: Campaign, line: Line, state: State, text: str) -> None:
        moved = DeliveryMoved(
            delivery_id=line.id,
            state=state,
            code=line.code,
            text=text,
            attempts=line.attempts,
            enhanced=line.enhanced,
        )
        self._bus.publish(DeliveriesMoved(campaign.id, (moved,), self._rows.counts(campaign.id)))

    def _probe(self, campaign: Campaign, account: Account, copies: SentCopies) -> Probe:
        """Look for what the server accepted by its own word and kept by itself.

        What was found here before, or marked by hand, is none; nor is what Sendoff filed, asked after the look: a copy
        is written down as begun before it can be there.
        """
        many = len(campaign.account_ids)
        newest = self._rows.newest(campaign.id, campaign.fields, State.ACCEPTED, _PROBED * many * many)
        here = [line for line in newest if (line.account_id or campaign.account_id) == account.id]
        accepted = [line for line in here[:_PROBED] if line.reason != FOUND]
        there = {line.id: bool(copies.find(sent_id(campaign, line))) for line in accepted}
        own = self._marks.handed(list(there))
        return Probe(looked=len(there.keys() - own), found=sum(found for row, found in there.items() if row not in own))

    def _note(
        self, campaign: Campaign, missing: Sequence[Line], place: str, probe: Probe, began: int
    ) -> tuple[int, int]:
        """Write down for whom no copy is there; how many times that proves something, and how many times not."""
        absent, unproven = 0, 0
        for line in missing:
            if line.reason == ABSENT:  # proven before: whatever was deleted there since, that stands
                absent += 1
                continue
            proven, words = absence(place, probe, quarantined=began - line.updated_at < QUARANTINE)
            if self._rows.note_doubt(campaign.id, line.id, ABSENT if proven else "", words):
                absent, unproven = absent + proven, unproven + (not proven)
                self._tell(campaign, line, State.IN_DOUBT, words)
        return absent, unproven
