"""The engine: runs one campaign to its end, a pause or a stop. It knows no Qt, no SMTP and no SQL.

The thread that calls `run` is the coordinator: it claims, decides (through `judge`) and hands out. Before each last
byte a connection makes its intent durable (`commits`). One commit serves all connections: the result of message k
and the intent of message k+1 ride together, so durability costs one flush a message at one connection, less at more.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from random import Random

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign
from sendoff.core.delivery import OPEN, Delivery, Move, State
from sendoff.core.envelope import Envelope
from sendoff.core.errors import ConnectError, KnownError, Phase
from sendoff.core.events import PaceKind
from sendoff.core.limits import latest
from sendoff.core.outcome import Outcome, Scope, Stage, classify
from sendoff.core.ports import Clock, Queue, RowReader, Transport
from sendoff.core.retry import reconnect_delay
from sendoff.core.rulebook import RuleBook
from sendoff.services.bus import Bus
from sendoff.services.sending.commits import Commits
from sendoff.services.sending.connection import Answered, Broken, Connected, Job, Kept, Lost, NotConnected, Said
from sendoff.services.sending.crew import Hands, Place
from sendoff.services.sending.ending import Ending, nothing_went
from sendoff.services.sending.guards import Guards
from sendoff.services.sending.hands import open_hands
from sendoff.services.sending.herald import Herald
from sendoff.services.sending.judge import Circumstances, judge_loss, judge_reply, put_back, unsendable
from sendoff.services.sending.pace import Share
from sendoff.services.sending.supply import LEFT_AFTER, Supply

TICK = 0.25
"""Seconds after which the coordinator looks around even when nothing was said."""
DEAD_AFTER = 900.0
"""Seconds without any progress after which a run that cannot connect stops and asks."""


class Engine:
    """Sends one campaign. `run` blocks; `halt` and `abort` may be called from any thread."""

    def __init__(
        self,
        *,
        campaign: Campaign,
        account: Account,
        queue: Queue,
        rows: RowReader,
        share: Share,
        rules: RuleBook,
        transports: Callable[[], Transport],
        compose: Callable[[Delivery], Envelope],
        bus: Bus,
        clock: Clock,
        random: Random,
        token: str,
        supply: Supply,
        guards: Guards,
    ) -> None:
        self._campaign = campaign
        self._account = account
        self._queue = queue
        self._herald = Herald(campaign.id, rows, bus, clock)
        self._share = share
        self._rules = rules
        self._transports = transports
        self._compose = compose
        self._clock = clock
        self._random = random
        self._token = token
        self._rows = rows
        self._supply = supply
        self._halt = threading.Event()
        self._crew: Hands | None = None
        self._usable: Sequence[Place] = ()
        self._commits = Commits(queue, campaign.id, clock)
        self._losses = 0
        self._rest_until = 0.0
        self._progress = 0.0
        self._guards = guards
        self._proven = False
        self._ending: Ending | None = None
        self._single = account.delay > 0 or campaign.pace.delay > 0

    # -- from any thread

    def halt(self) -> None:
        """Stop within the messages in flight: no further last byte after the campaign's state says so."""
        self._halt.set()
        if self._crew is not None:
            self._crew.wake()

    def abort(self) -> None:
        """Drop every connection now: messages past their last byte are then in doubt."""
        self.halt()
        if self._crew is not None:
            self._crew.abort()

    def wake(self) -> None:
        """Look around: another account of the campaign has moved."""
        if self._crew is not None:
            self._crew.wake()

    # -- the coordinator

    def run(self) -> Ending:
        """Send until every row is at its end, or a halt. Raises StorageError when the disk cannot follow."""
        self._progress = self._clock.monotonic()
        self._crew = hands = self._muster()
        try:
            while self._ending is None:
                self._feed(hands)
                self._listen(hands)
                self._record()
                self._herald.publish()
        finally:
            self._dismiss(hands)
        return self._ending

    def _muster(self) -> Hands:
        return open_hands(
            self._account,
            self._share.wanted,
            transports=self._transports,
            intend=self._intend_all,
            halt=self._halt,
            clock=self._clock,
        )

    def _dismiss(self, hands: Hands) -> None:
        """Let the messages in flight end, record them, and give back what was only claimed."""
        self._halt.set()
        hands.send_home()
        while hands.busy:
            self._listen(hands)
            self._record()
        hands.join()
        self._commits.flush()
        self._record()
        if self._commits.pending and self._commits.error:
            raise self._commits.error
        self._queue.release(self._campaign.id, self._token, self._clock.now())
        self._herald.publish(force=True)

    def _feed(self, hands: Hands) -> None:
        """Hand rows to free connections as fast as limits, rests and halts allow."""
        if self._halt.is_set():
            if not hands.busy:
                self._end(Ending())
            return
        self._usable = ()
        if (rest := self._rest_until - self._clock.monotonic()) > 0:
            self._stand_aside(hands, round(1000 * rest))
            return
        # At the start and after a loss one connection probes; the others wait for its news.
        probing = self._losses > 0 or not self._proven
        posts = self._usable = self._allowed(hands)[: 1 if probing else None]
        if not posts:
            self._wait(hands, self._clock.now())
            return
        depth = 1 if self._single or probing else max(post.depth for post in posts)
        for level in range(1 + min(post.jobs for post in posts), depth + 1):
            for post in posts:
                if post.jobs < min(level, post.depth) and not self._hand(hands, post):
                    return
        self._herald.sending(self._share)

    def _allowed(self, hands: Hands) -> Sequence[Place]:
        """The connections this campaign may use now, by what the account, the server and other campaigns leave."""
        now = self._clock.now()
        idle = self._supply.empty and not hands.busy and not self._supply.look(now)
        count = self._share.connections(now, hands.open, idle=idle)
        return hands.choose(count)

    def _hand(self, hands: Hands, post: Place) -> bool:
        now = self._clock.now()
        delivery = self._supply.next(now)
        if delivery is None:
            if self._supply.portion.open:
                self._wait(hands, now)
            return False
        ticket = self._share.try_take(now, delivery.domain)
        if ticket is None:  # another campaign was quicker
            self._supply.put_back(delivery)
            return False
        try:
            # Here, not in the connection: its thread then waits for the disk while the next message is made.
            envelope = self._compose(delivery)
        except KnownError as error:
            self._share.give_back(ticket)
            self._commits.later(unsendable(str(error), self._circumstances(delivery)))
            return True
        hands.give(post, Job(delivery, envelope, ticket))
        return True

    def _wait(self, hands: Hands, now: int) -> None:
        """Nothing can be handed out: find out whether anything ever will, and tell what is waited for."""
        if not self._supply.empty:
            self._progress = self._clock.monotonic()  # a wait is no standstill
            self._herald.waiting(self._share, self._supply.domains, now)
            self._stand_aside(hands, self._share.next_at(now) - now)
        elif not hands.busy and not self._commits.pending:
            # The last results may have deferred rows after the queue looked empty.
            due = self._supply.next_due(now)
            if due is None and self._all_sent():
                self._end(Ending(finished=True))
            elif due is not None and due > now:
                self._herald.pace(self._supply.waits_for, "", due)

    def _stand_aside(self, hands: Hands, wait: int) -> None:
        """Leave what must wait here for so many milliseconds to the campaign's other accounts."""
        seat = self._share.seat
        if seat is None or wait <= LEFT_AFTER or hands.busy or self._commits.pending:
            return
        if not seat.alone:
            self._supply.surrender(self._clock.now())
        if self._all_sent():
            self._end(Ending(finished=True))

    def _all_sent(self) -> bool:
        """Whether the campaign's other accounts, if it has any, hold nothing that may come back."""
        return self._share.seat is None or not OPEN & self._rows.by_state(self._campaign.id).keys()

    def _listen(self, hands: Hands) -> None:
        """Hear what connections say, waiting until there is something to do, and let them go on."""
        for said in hands.listen(self._patience()):
            self._hear(said)
        hands.proceed()

    def _patience(self) -> float:
        now, wait = self._clock.monotonic(), TICK
        if self._commits.pending:
            wait = min(wait, self._commits.due_at - now)
        if self._rest_until > now:
            wait = min(wait, self._rest_until - now)
        wall = self._clock.now()
        if any(not post.jobs for post in self._usable):
            wait = min(wait, self._supply.wait(wall) / 1000)
        return max(wait, 0.001)

    def _hear(self, said: Said) -> None:
        match said:
            case Connected():
                self._proven = True
            case Answered():
                self._hear_answer(said)
            case Lost():
                self._hear_loss(said)
            case NotConnected():
                self._share.give_back(said.job.ticket)
                self._supply.put_back(said.job.delivery)
                self._hear_not_connected(said.error)
            case Kept():
                self._hear_kept(said)
            case Broken():
                self._lose(str(said.error), ends=False)
                raise said.error

    def _hear_answer(self, said: Answered) -> None:
        now = self._clock.now()
        outcome = classify(said.reply, self._rules, self._account.preset, now=now)
        self._over(said, committed=said.committed)
        verdict = judge_reply(said.reply, outcome, self._around(said, committed=said.committed))
        self._commits.later(verdict.move)
        self._learn(said, outcome, now)
        warning = self._guards.hear(said.reply, outcome, again=said.job.delivery.again)
        if outcome.scope is Scope.SESSION and not outcome.accepted:
            self._lose(str(said.reply), ends=False, wait=outcome.wait)
        else:
            self._losses, self._progress = 0, self._clock.monotonic()
        if verdict.pause or warning:
            own = outcome.scope is Scope.ACCOUNT or said.reply.stage is Stage.MAIL
            self._end(Ending(reason=warning or str(said.reply), needs_user=True, own=own))
        if verdict.park_until:
            self._share.rest(verdict.park_until, str(said.reply))
            self._herald.pace(PaceKind.PARKED, str(said.reply), verdict.park_until)

    def _learn(self, said: Answered, outcome: Outcome, now: int) -> None:
        """Let the account's pace follow what the server says of it."""
        if outcome.accepted:
            self._share.accepted(now)
        elif outcome.too_many_connections:
            self._share.fewer_connections(now, self._open())
        elif outcome.too_fast:
            self._share.slow_down(now, said.job.ticket, str(said.reply))

    def _hear_not_connected(self, error: ConnectError) -> None:
        """No session: the server wants fewer, which leaves the others alone, or there is none to be had."""
        now = self._clock.now()
        outcome = error.reply and classify(error.reply, self._rules, self._account.preset, now=now)
        if outcome and outcome.too_many_connections:
            self._share.fewer_connections(now, self._open())
            if self._open():
                return
        if error.of_network and self._proven:
            self._progress = self._clock.monotonic()  # offline for however long, it goes on by itself
        self._lose(str(error), ends=error.permanent, wait=outcome.wait if outcome else 0)

    def _open(self) -> int:
        return 0 if self._crew is None else self._crew.open

    def _hear_loss(self, said: Lost) -> None:
        committed = said.committed and said.phase is Phase.COMMITTED
        self._over(said, committed=committed)
        verdict = judge_loss(said.phase, said.detail, self._around(said, committed=said.committed))
        self._commits.later(verdict.move)
        self._lose(said.detail, ends=False)

    def _hear_kept(self, said: Kept) -> None:
        self._share.give_back(said.job.ticket)
        if said.withheld or said.committed:
            # Paused, suppressed since the claim (the next claim tells which), or spared after its intent.
            reason = "withheld" if said.withheld else "spared"
            self._commits.later(put_back(self._around(said, committed=said.committed), reason))
        else:
            self._supply.put_back(said.job.delivery)

    def _around(self, said: Said, *, committed: bool) -> Circumstances:
        return self._circumstances(said.job.delivery, committed=committed, connection=said.connection)

    def _circumstances(self, delivery: Delivery, *, committed: bool = False, connection: int = 0) -> Circumstances:
        return Circumstances(
            delivery=delivery,
            token=self._token,
            committed=committed,
            now=self._clock.now(),
            jitter=self._random.random(),
            pace=self._campaign.pace,
            losses_in_a_row=self._losses,
            connection=connection,
        )

    def _over(self, said: Said, *, committed: bool) -> None:
        """A message that reached its last byte counts against the limits from now; one that did not, not at all."""
        if committed:
            self._share.done(said.job.ticket, latest(self._clock.now()))
        else:
            self._share.give_back(said.job.ticket)

    def _lose(self, detail: str, *, ends: bool, wait: int = 0) -> None:
        """A session is gone: the first time come back at once, then with growing waits; give up only as a question."""
        if ends:
            self._end(Ending(reason=detail, needs_user=True, own=True))
            return
        if self._clock.monotonic() < self._rest_until:
            return  # the same outage, as another connection saw it: one outage is one loss
        self._losses += 1
        if self._clock.monotonic() - self._progress > DEAD_AFTER:
            self._end(Ending(reason=nothing_went(detail), needs_user=True, own=True))
            return
        delay = reconnect_delay(self._losses, self._random.random())
        # The first return is immediate, as promised; a server that named a time is then taken at its word.
        self._rest(PaceKind.RECONNECTING, detail, max(delay, wait) if self._losses > 1 else delay)

    def _rest(self, kind: PaceKind, detail: str, seconds: float) -> None:
        self._rest_until = max(self._rest_until, self._clock.monotonic() + seconds)
        if seconds > 0:
            self._herald.pace(kind, detail, self._clock.now() + round(1000 * seconds))

    def _end(self, ending: Ending) -> None:
        self._ending = self._ending or ending
        self._halt.set()

    # -- the disk

    def _intend_all(self, wanted: Sequence[tuple[Delivery, int]]) -> Sequence[bool]:
        """Make the intents to send durable, all in one commit; a connection with a thread calls this in its own."""
        now = self._clock.now()
        return self._commits.all_now(
            [
                Move(
                    delivery_id=delivery.id,
                    token=self._token,
                    old=State.CLAIMED,
                    new=State.SENDING,
                    at=now,
                    attempts=delivery.attempts,
                    connection=connection,
                )
                for delivery, connection in wanted
            ]
        )

    def _record(self) -> None:
        """Write results that found no company in time, and take note of what was written by anybody."""
        if self._commits.pending and self._clock.monotonic() >= self._commits.due_at:
            self._commits.flush()
        if self._commits.error:
            self._end(Ending(reason=str(self._commits.error), needs_user=True))
        made = self._commits.take_made()
        self._supply.note(made)
        if self._supply.portion.over:
            self._end(Ending(finished=True, reason=self._supply.portion.sentence))
        self._herald.moved(made)
