"""Sending as the faces call it: start, pause, resume, stop, retry, resolve, and the test message."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from random import Random

from sendoff.core.account import Account
from sendoff.core.account_check import check_connections
from sendoff.core.address import check_address
from sendoff.core.campaign import Campaign, CampaignState, Priority
from sendoff.core.delivery import OPEN, PUT_OFF, Delivery, State
from sendoff.core.doubts import ABSENT
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import InputError, KnownError, SessionLost, StorageError
from sendoff.core.events import CampaignChanged
from sendoff.core.language import phrase, tr
from sendoff.core.outcome import Reply
from sendoff.core.plan_ports import ZonedRows, Zones
from sendoff.core.ports import AccountStore, CampaignStore, Clock, Queue, Rows, TransportFactory
from sendoff.core.report import DEAD, RETRIED
from sendoff.core.rulebook import RuleBook
from sendoff.core.sharing import check_sharers
from sendoff.services.accounts import Accounts
from sendoff.services.bus import Bus
from sendoff.services.campaigns import Campaigns
from sendoff.services.paging import lines, row_at
from sendoff.services.sending.ending import Ending
from sendoff.services.sending.guards import BEARABLE
from sendoff.services.sending.hours import check_hours, lay_zones, zone_columns
from sendoff.services.sending.ledgers import Ledgers
from sendoff.services.sending.muster import Muster, Runner
from sendoff.services.sending.pace import Share

INTERRUPTED = phrase("Sendoff was closed while it was sending.")
_IN_FLIGHT = 30.0
"""Seconds that a resume waits for the end of the run before it."""
QUARANTINE = 30 * 60_000
"""Milliseconds before a doubtful message may be sent again: longer than any server keeps an unfinished one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption:
    """A campaign that was running when the program ended, as found at the next start."""

    campaign: Campaign
    in_doubt: int
    """Rows that were past their last byte: listed by name, never sent again by themselves."""
    counts: dict[str, int]


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
        self._gate = gate
        self._tested = tested
        self._store = store
        self._rows = rows
        self._queue = queue
        self._account_store = account_store
        self._accounts = accounts
        self._campaigns = campaigns
        self._transports = transports
        self._bus = bus
        self._clock = clock
        self._zoned = zoned
        self._zones = zones
        self._ledgers = Ledgers(account_store)
        self._muster = Muster(
            queue=queue,
            rows=rows,
            ledgers=self._ledgers,
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
        self._engines: dict[str, Runner] = {}
        self._begun: set[str] = set()
        self._stranded: dict[str, str] = {}
        self._lock = threading.Condition()

    def recover(self) -> Sequence[Interruption]:
        """After the start of the program: settle what a crash left behind, and say what it was."""
        found = []
        for campaign in self._store.all():
            if campaign.state not in (CampaignState.RUNNING, CampaignState.PAUSED, CampaignState.STOPPED):
                continue
            doubtful, _ = self._queue.recover(campaign.id, self._clock.now())
            if campaign.state is CampaignState.STOPPED and self._waiting(campaign.id):
                self.cancel_waiting(campaign.id)  # the crash came before the engine gave back what it had claimed
            if campaign.state is CampaignState.RUNNING:
                self._store.move(campaign.id, CampaignState.PAUSED, INTERRUPTED, self._clock.now())
                found.append(
                    Interruption(
                        campaign=self._campaigns.get(campaign.id),
                        in_doubt=doubtful,
                        counts=self._rows.counts(campaign.id),
                    )
                )
        return found

    def _waiting(self, campaign_id: str) -> bool:
        by_state = self._rows.by_state(campaign_id)
        return any(by_state.get(state) for state in OPEN)

    def preflight(self, account: Account) -> Capabilities:
        """Make sure the account connects and signs in. Raises ConnectError; nothing was changed."""
        return self._accounts.test(account)

    def zone_columns(self, campaign: Campaign) -> tuple[str, ...]:
        """The fields that hold time zones, as its first rows say."""
        return zone_columns(campaign, self._rows, self._zones)

    def begin(self, campaign_id: str) -> None:
        """Start or resume: from here the campaign is a snapshot. Raises InputError where it cannot run.

        Each `begin` is followed by one `run`.
        """
        self._rescue()
        with self._lock:
            # Resumed a moment after a pause: the messages in flight end first.
            if not self._lock.wait_for(lambda: campaign_id not in self._begun, timeout=_IN_FLIGHT):
                raise InputError(
                    tr("The last message is still on its way."),
                    remedy=tr("Wait until it is answered."),
                    code="in_flight",
                )
        campaign = self._campaigns.get(campaign_id)
        if campaign.state not in (CampaignState.DRAFT, CampaignState.PAUSED):
            raise InputError(
                tr("“{name}” is {state}.", name=campaign.name, state=campaign.state), remedy="", code="not_startable"
            )
        check_sharers(campaign.sharers)
        for account, _ in self._muster.accounts_of(campaign):
            if campaign.state is CampaignState.DRAFT and campaign.pace.connections:
                check_connections(account.route, campaign.pace.connections)
            self._ledgers.check(account)
        if not self._rows.by_state(campaign.id):
            raise InputError(tr("The campaign has no recipients."), remedy=tr("Choose a list first."), code="empty")
        signed = self._campaigns.signed(campaign)
        for sharer in signed.sharers or (None,):
            self._campaigns.composer(signed, sharer)
        self._gate(campaign)
        self.check_hours(campaign)
        self._store.save(signed)  # only a draft is changed by it
        self._queue.forget(campaign_id)
        if campaign.state is CampaignState.DRAFT:
            lay_zones(campaign, self._zoned, self._zones)
        with self._lock:
            self._begun.add(campaign_id)
        self._change(campaign_id, CampaignState.RUNNING, "")

    def check_hours(self, campaign: Campaign) -> None:
        """Raise InputError where the hours go by a time zone or a column that does not exist."""
        check_hours(campaign, self._zones)

    def run(self, campaign_id: str) -> Ending:
        """Send until the end, a pause or a stop; blocks. Raises StorageError."""
        shares: Sequence[Share] = ()
        try:
            engine, shares = self._muster.runner(self._campaigns.get(campaign_id))
            with self._lock:
                self._engines[campaign_id] = engine
                meanwhile = self._campaigns.get(campaign_id)  # a pause or another priority may have come since `begin`
                self._ledgers.put_first(campaign_id, meanwhile.priority)
            if meanwhile.state is not CampaignState.RUNNING:
                return Ending()
            return self._conclude(campaign_id, engine.run())
        except BaseException as error:
            # A bug or a full disk: nothing may stay "running" without an engine.
            known = isinstance(error, KnownError)
            self._stranded[campaign_id] = str(error) if known else tr("Sending ended with an error.")
            with suppress(StorageError):
                self._rescue()
            raise
        finally:
            for share in shares:
                share.leave(self._clock.now())
            with self._lock:
                self._engines.pop(campaign_id, None)
                self._begun.discard(campaign_id)
                self._lock.notify_all()

    def _rescue(self) -> None:
        """Pause and settle what ended with an error, now or as soon as the disk can follow. Raises StorageError."""
        for campaign_id, reason in list(self._stranded.items()):
            self._change(campaign_id, CampaignState.PAUSED, reason)
            self._queue.recover(campaign_id, self._clock.now())
            del self._stranded[campaign_id]

    def _conclude(self, campaign_id: str, ending: Ending) -> Ending:
        """Write down how a run ended; somebody's pause or stop in the meantime stands."""
        state = self._campaigns.get(campaign_id).state
        if state is CampaignState.STOPPED:
            self.cancel_waiting(campaign_id)  # what the engine had claimed came back only now
        if state is not CampaignState.RUNNING:
            return Ending()
        if not self._waiting(campaign_id):  # also where the very last message was a reason to pause
            self._change(campaign_id, CampaignState.FINISHED, ending.without)
            return Ending(finished=True, without=ending.without)
        self._change(campaign_id, CampaignState.PAUSED, f"{ending.reason} {ending.without}".strip())
        return replace(ending, finished=False)

    # -- what people press

    def pause(self, campaign_id: str, reason: str = "") -> bool:
        """Pause: from the return on no intent is granted. Say whether it was running.

        What was granted before may still go out: at most one message a connection.
        """
        # The table of moves also leads from an ended campaign to a paused one, but that is `retry`'s.
        if self._campaigns.get(campaign_id).state is not CampaignState.RUNNING:
            return False
        if not self._change(campaign_id, CampaignState.PAUSED, reason):
            return False
        self._halt(campaign_id)
        return True

    def stop(self, campaign_id: str) -> int:
        """End a campaign before its end: who still waits is cancelled. Returns how many."""
        if not self._change(campaign_id, CampaignState.STOPPED, phrase("Stopped.")):
            campaign = self._campaigns.get(campaign_id)
            raise InputError(
                tr("“{name}” is {state}.", name=campaign.name, state=campaign.state),
                remedy=tr("There is nothing to stop."),
            )
        self._halt(campaign_id)
        return self.cancel_waiting(campaign_id)

    def cancel_waiting(self, campaign_id: str) -> int:
        """Cancel whoever still waits in a stopped campaign; also after its engine gave back what it had claimed."""
        now, total = self._clock.now(), 0
        for state, reason in ((State.QUEUED, "stopped"), (State.DEFERRED, PUT_OFF)):
            total += self._rows.shift(campaign_id, state, State.CANCELLED, reason, now)
        self._bus.publish(CampaignChanged(campaign_id, CampaignState.STOPPED))
        return total

    def abort(self, campaign_id: str) -> None:
        """Drop the connections now; what is past its last byte is then in doubt."""
        with self._lock:
            engine = self._engines.get(campaign_id)
        if engine:
            engine.abort()

    def running(self) -> Sequence[str]:
        """Campaigns whose engine runs in this process."""
        with self._lock:
            return list(self._engines)

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
        now, total, but = self._clock.now(), 0, "" if dead or reason else DEAD
        for state in RETRIED if failed else ():
            if only:
                shift = self._rows.shift_one
                total += sum(shift(campaign_id, row, state, State.QUEUED, "retry", now) for row in only)
            else:
                total += self._rows.shift(campaign_id, state, State.QUEUED, "retry", now, only=reason, but=but)
        if in_doubt or absent:
            total += self._retry_doubtful(campaign, now, (ABSENT,) if absent else ())
        if total and campaign.state is not CampaignState.PAUSED:
            self._change(campaign_id, CampaignState.PAUSED, phrase("Ready to send again."))
        return total

    def _retry_doubtful(self, campaign: Campaign, now: int, reasons: Sequence[str]) -> int:
        return sum(
            self._rows.shift_one(campaign.id, line.id, State.IN_DOUBT, State.QUEUED, "send_again", now)
            for line in lines(self._rows, campaign, states=(State.IN_DOUBT,), reasons=reasons)
            if now - line.updated_at >= QUARANTINE
        )

    def quarantined(self, campaign_id: str) -> int:
        """When the last doubtful row may be sent again (epoch ms), 0 when all may now."""
        doubtful = lines(self._rows, self._campaigns.get(campaign_id), states=(State.IN_DOUBT,))
        latest = max((line.updated_at for line in doubtful), default=0)
        until = latest + QUARANTINE
        return until if latest and until > self._clock.now() else 0

    def resolve(self, campaign_id: str, delivery_id: int, *, accepted: bool) -> bool:
        """Settle one doubt by a person's evidence: it arrived, or it did not (then it has failed)."""
        new, reason = (State.ACCEPTED, "found") if accepted else (State.FAILED, "not_found")
        done = self._rows.shift_one(campaign_id, delivery_id, State.IN_DOUBT, new, reason, self._clock.now())
        if done:
            self._bus.publish(CampaignChanged(campaign_id, self._campaigns.get(campaign_id).state))
        return done

    def send_test(self, campaign: Campaign, position: int, to: str, *, note: bool = True) -> Reply:
        """Send one row's message to oneself, subject marked, by the way of the real send; `note` remembers it.

        Raises InputError, ConnectError; SessionLost where the answer was lost.
        """
        checked = check_address(to)
        if checked.problem:
            raise InputError(checked.problem, remedy=tr("Write the address the test should go to."), where="test")
        line = row_at(self._rows, campaign, position)
        account = self._accounts.get(campaign.account_id)
        marked = replace(
            campaign,
            id=f"{campaign.id}-test-{self._clock.now()}",
            content=replace(campaign.content, subject=f"[Test] {campaign.content.subject}"),
        )
        delivery = Delivery(
            id=line.id, campaign_id=marked.id, position=position, address=to, name=line.name, fields=line.fields
        )
        envelope = self._campaigns.compose_with(marked)(delivery)
        with self._ledgers.visit(account, self._clock):
            reply = self._sent(account, envelope)
        if note and reply.code // 100 == 2:  # noqa: PLR2004 -- RFC 5321 4.2.1: the first digit is the verdict
            self._tested(campaign, to)
        return reply

    def _sent(self, account: Account, envelope: Envelope) -> Reply:
        """Send one message over a connection of its own."""
        transport = self._transports(account, lambda: self._accounts.secret(account))
        self._accounts.connect(account, transport)
        try:
            return transport.send(envelope, lambda: True)
        except SessionLost as loss:
            raise InputError(
                tr("The connection broke during the test: {detail}", detail=loss.detail),
                remedy=tr("Test the account, then try again."),
            ) from loss
        finally:
            transport.close()

    def put_first(self, campaign_id: str, priority: Priority) -> None:
        """Give a campaign another priority, whatever its state; while it is sent, from now on."""
        with self._lock:
            self._store.set_priority(campaign_id, priority)
            self._ledgers.put_first(campaign_id, priority)
        campaign = self._campaigns.get(campaign_id)
        self._bus.publish(CampaignChanged(campaign_id, campaign.state, campaign.reason))

    def _halt(self, campaign_id: str) -> None:
        with self._lock:
            engine = self._engines.get(campaign_id)
        if engine:
            engine.halt()

    def _change(self, campaign_id: str, state: CampaignState, reason: str) -> bool:
        moved = self._store.move(campaign_id, state, reason, self._clock.now())
        if moved:
            self._bus.publish(CampaignChanged(campaign_id, state, reason))
        return moved
