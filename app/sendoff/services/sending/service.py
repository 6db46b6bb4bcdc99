"""Sending as the faces call it: start, pause, resume, stop, retry, resolve, and the test message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState, Priority
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import InputError
from sendoff.core.events import CampaignChanged
from sendoff.core.language import phrase, tr
from sendoff.core.outcome import Reply
from sendoff.core.plan_ports import ZonedRows, Zones
from sendoff.core.ports import AccountStore, CampaignStore, Clock, Queue, Rows, TransportFactory
from sendoff.core.rulebook import RuleBook
from sendoff.services.accounts import Accounts
from sendoff.services.bus import Bus
from sendoff.services.campaigns import Campaigns
from sendoff.services.sending.again import Again
from sendoff.services.sending.course import READY_AGAIN, Course, Interruption
from sendoff.services.sending.ending import Ending
from sendoff.services.sending.guards import BEARABLE
from sendoff.services.sending.hours import check_hours, zone_columns
from sendoff.services.sending.ledgers import Ledgers
from sendoff.services.sending.muster import Muster
from sendoff.services.sending.own_test import OwnTest
from sendoff.services.sending.runs import Runs
from sendoff.services.sending.start import Start


class Sending:
    """Runs campaigns. `run` blocks its thread; everything else returns at once."""

    def __init__(
        self,
        *,
        store: CampaignStore,
        rows: Rows,
        queue: Queue,
        account_store: AccountStore,
        accounts: Accounts,
        campaigns: Campaigns,
        transports: TransportFactory,
        rules: RuleBook,
        bus: Bus,
        clock: Clock,
        random: Random,
        zoned: ZonedRows,
        zones: Zones,
        gate: Callable[[Campaign], None] = lambda _draft: None,
        tested: Callable[[Campaign, str], None] = lambda _campaign, _to: None,
        bearable: Callable[[], int] = lambda: BEARABLE,
    ) -> None:
        """`gate` raises InputError for what must not start; `tested` hears of each test; `bearable`: see `Guards`."""
        self._rows = rows
        self._accounts = accounts
        self._campaigns = campaigns
        self._bus = bus
        self._zones = zones
        ledgers = Ledgers(account_store)
        muster = Muster(
            queue=queue,
            rows=rows,
            ledgers=ledgers,
            accounts=accounts,
            campaigns=campaigns,
            transports=transports,
            rules=rules,
            bus=bus,
            clock=clock,
            random=random,
            zoned=zoned,
            zones=zones,
            bearable=bearable,
        )
        self._start = Start(
            store=store,
            rows=rows,
            queue=queue,
            campaigns=campaigns,
            ledgers=ledgers,
            muster=muster,
            zoned=zoned,
            zones=zones,
            gate=gate,
        )
        self._course = Course(store=store, rows=rows, queue=queue, campaigns=campaigns, bus=bus, clock=clock)
        self._runs = Runs(
            muster=muster, ledgers=ledgers, course=self._course, store=store, campaigns=campaigns, clock=clock
        )
        self._again = Again(rows, clock)
        self._own_test = OwnTest(
            rows=rows,
            accounts=accounts,
            campaigns=campaigns,
            transports=transports,
            ledgers=ledgers,
            clock=clock,
            tested=tested,
        )

    # -- before a run, and the run

    def recover(self) -> Sequence[Interruption]:
        """After the start of the program: settle what a crash left behind, and say what it was."""
        return self._course.recover()

    def preflight(self, account: Account) -> Capabilities:
        """Make sure the account connects and signs in. Raises ConnectError; nothing was changed."""
        return self._accounts.test(account)

    def zone_columns(self, campaign: Campaign) -> tuple[str, ...]:
        """The fields that hold time zones, as its first rows say."""
        return zone_columns(campaign, self._rows, self._zones)

    def check_hours(self, campaign: Campaign) -> None:
        """Raise InputError where the hours go by a time zone or a column that does not exist."""
        check_hours(campaign, self._zones)

    def begin(self, campaign_id: str) -> None:
        """Start or resume: from here the campaign is a snapshot. Raises InputError where it cannot run.

        Each `begin` is followed by one `run`.
        """
        self._runs.await_end(campaign_id)
        self._start.make_ready(campaign_id)
        self._runs.begin(campaign_id)

    def run(self, campaign_id: str) -> Ending:
        """Send until the end, a pause or a stop; blocks. Raises StorageError."""
        return self._runs.run(campaign_id)

    def running(self) -> Sequence[str]:
        """Campaigns whose engine runs in this process."""
        return self._runs.running()

    # -- what people press

    def pause(self, campaign_id: str, reason: str = "") -> bool:
        """Pause: from the return on no intent is granted. Say whether it was running.

        What was granted before may still go out: at most one message a connection.
        """
        # The table of moves also leads from an ended campaign to a paused one, but that is `retry`'s.
        if self._campaigns.get(campaign_id).state is not CampaignState.RUNNING:
            return False
        if not self._course.change(campaign_id, CampaignState.PAUSED, reason):
            return False
        self._runs.halt(campaign_id)
        return True

    def stop(self, campaign_id: str) -> int:
        """End a campaign before its end: who still waits is cancelled. Returns how many."""
        if not self._course.change(campaign_id, CampaignState.STOPPED, phrase("Stopped.")):
            campaign = self._campaigns.get(campaign_id)
            raise InputError(
                tr("“{name}” is {state}.", name=campaign.name, state=campaign.state),
                remedy=tr("There is nothing to stop."),
            )
        self._runs.halt(campaign_id)
        return self._course.cancel_waiting(campaign_id)

    def abort(self, campaign_id: str) -> None:
        """Drop the connections now; what is past its last byte is then in doubt."""
        self._runs.abort(campaign_id)

    def put_first(self, campaign_id: str, priority: Priority) -> None:
        """Give a campaign another priority, whatever its state; while it is sent, from now on."""
        self._runs.put_first(campaign_id, priority)
        self._tell(campaign_id)

    def retry(
        self,
        campaign_id: str,
        *,
        failed: bool = True,
        dead: bool = False,
        in_doubt: bool = False,
        absent: bool = False,
        reason: str = "",
        only: Sequence[int] = (),
    ) -> int:
        """Queue the failed (and the cancelled) again, the doubtful only if asked; never an accepted one.

        `reason`: of the failed and cancelled only those of this cause; `only`: of them these rows alone. Whose address
        does not exist is left out unless named so, or by `dead`. `absent`: of the doubtful only those of whom a look-up
        proved that no copy is in the Sent folder. Whoever is on the blocked list by now is left as they are.

        The campaign is then paused, ready to be resumed. Doubtful rows go only 30 minutes after their intent, when no
        server can still be about to deliver them. Returns how many rows wait again. Raises InputError.
        """
        campaign = self._campaigns.get(campaign_id)
        if campaign.state is CampaignState.RUNNING:
            raise InputError(
                tr("The campaign is running."), remedy=tr("Pause it first, or wait for its end."), code="running"
            )
        if campaign.state is CampaignState.DRAFT:
            raise InputError(tr("The campaign has not been sent yet."), remedy=tr("Send it first."), code="draft")
        total = self._again.queue_failed(campaign_id, dead=dead, reason=reason, only=only) if failed else 0
        if in_doubt or absent:
            total += self._again.queue_doubtful(campaign, absent=absent)
        if total and campaign.state is not CampaignState.PAUSED:
            self._course.change(campaign_id, CampaignState.PAUSED, READY_AGAIN)
        return total

    def quarantined(self, campaign_id: str) -> int:
        """When the last doubtful row may be sent again (epoch ms), 0 when all may now."""
        return self._again.quarantined(self._campaigns.get(campaign_id))

    def resolve(self, campaign_id: str, delivery_id: int, *, accepted: bool) -> bool:
        """Settle one doubt by a person's evidence: it arrived, or it did not (then it has failed)."""
        done = self._again.settle(campaign_id, delivery_id, accepted=accepted)
        if done:
            self._tell(campaign_id)
        return done

    def send_test(self, campaign: Campaign, position: int, to: str, *, note: bool = True) -> Reply:
        """Send one row's message to oneself, subject marked, by the way of the real send; `note` remembers it.

        Raises InputError, also where the answer was lost, and ConnectError.
        """
        return self._own_test.send(campaign, position, to, note=note)

    def _tell(self, campaign_id: str) -> None:
        campaign = self._campaigns.get(campaign_id)
        self._bus.publish(CampaignChanged(campaign_id, campaign.state, campaign.reason))
