"""A test: one row's message, sent to oneself by the way of the real send."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sendoff.core.account import Account
from sendoff.core.address import check_address
from sendoff.core.campaign import Campaign
from sendoff.core.delivery import Delivery
from sendoff.core.envelope import Envelope
from sendoff.core.errors import InputError, SessionLost
from sendoff.core.language import tr
from sendoff.core.outcome import Reply
from sendoff.core.ports import Clock, RowReader, TransportFactory
from sendoff.services.accounts import Accounts
from sendoff.services.campaigns import Campaigns
from sendoff.services.paging import row_at
from sendoff.services.sending.ledgers import Ledgers


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTest:
    """Counts among the account's limits like every message."""

    rows: RowReader
    accounts: Accounts
    campaigns: Campaigns
    transports: TransportFactory
    ledgers: Ledgers
    clock: Clock
    tested: Callable[[Campaign, str], None]
    """Hears of each test that the server took."""

    def send(self, campaign: Campaign, position: int, to: str, *, note: bool) -> Reply:
        """Send the message of the row with this number there, subject marked; `note` remembers it.

        Raises InputError, also where the answer was lost, and ConnectError.
        """
        checked = check_address(to)
        if checked.problem:
            raise InputError(checked.problem, remedy=tr("Write the address the test should go to."), where="test")
        line = row_at(self.rows, campaign, position)
        account = self.accounts.get(campaign.account_id)
        marked = replace(
            campaign,
            id=f"{campaign.id}-test-{self.clock.now()}",
            content=replace(campaign.content, subject=f"[Test] {campaign.content.subject}"),
        )
        delivery = Delivery(
            id=line.id, campaign_id=marked.id, position=position, address=to, name="", fields=line.fields
        )
        envelope = self.campaigns.compose_with(marked)(delivery)
        with self.ledgers.visit(account, self.clock):
            reply = self._hand_over(account, envelope)
        if note and reply.code // 100 == 2:  # noqa: PLR2004 -- RFC 5321 4.2.1: the first digit is the verdict
            self.tested(campaign, to)
        return reply

    def _hand_over(self, account: Account, envelope: Envelope) -> Reply:
        """Send one message over a connection of its own."""
        transport = self.transports(account, lambda: self.accounts.secret(account))
        self.accounts.connect(account, transport)
        try:
            return transport.send(envelope, lambda: True)
        except SessionLost as loss:
            raise InputError(
                tr("The connection broke during the test: {detail}", detail=loss.detail),
                remedy=tr("Test the account, then try again."),
            ) from loss
        finally:
            transport.close()
