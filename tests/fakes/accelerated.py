"""Days of sending in seconds: the real engine, queue, limits and hours on a clock that jumps from event to event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from tests.adapters.data_folder import batch, judged
from tests.fakes.resolver import TableResolver
from tests.fakes.transport import TAKEN, FakeServer
from tests.fakes.vault import DictVault

from sendoff.adapters.storage.store import Store
from sendoff.adapters.system.blobs import Blobs
from sendoff.adapters.system.files import UserFiles
from sendoff.adapters.system.resources import load_rules
from sendoff.adapters.system.zones import zone_of
from sendoff.adapters.tabular.lists import ListFiles
from sendoff.core.account import Account, Security, SignIn
from sendoff.core.campaign import Campaign, CampaignState, Content, Pace
from sendoff.core.delivery import Delivery
from sendoff.core.outcome import Reply, Stage
from sendoff.services.accounts import Accounts
from sendoff.services.bus import Bus
from sendoff.services.campaigns import Campaigns
from sendoff.services.plans import Plans
from sendoff.services.recipients import Recipients
from sendoff.services.sending import engine, muster
from sendoff.services.sending.connection import Answered, Job, Kept, Said
from sendoff.services.sending.engine import Engine
from sendoff.services.sending.service import Sending

MONDAY = 1_794_819_600_000
"""16 November 2026, 9:00 UTC."""
_LOOK = 120.0
"""Seconds that an engine waits at most before it looks around, in place of a quarter of one."""
Answer = Callable[[str, int], Reply]
"""What the server says to an address at a moment (epoch ms)."""


@dataclass
class Clock:
    """Both clocks, which go on only by `go_to`."""

    wall: int = MONDAY

    def now(self) -> int:
        return self.wall

    def monotonic(self) -> float:
        return self.wall / 1000

    def go_to(self, wall: int) -> None:
        self.wall = max(self.wall, wall)


@dataclass(eq=False)
class Seat:
    """One simulated connection."""

    number: int
    depth: int = 1
    opened: bool = False
    job: Job | None = None
    done_at: int = 0

    @property
    def jobs(self) -> int:
        return int(self.job is not None)


class Seats:
    """`Hands` whose server takes `latency` milliseconds for each message."""

    def __init__(
        self, desk: Desk, size: int, intend: Callable[[Sequence[tuple[Delivery, int]]], Sequence[bool]]
    ) -> None:
        self.posts = [Seat(number) for number in range(1, size + 1)]
        self._desk, self._intend = desk, intend

    @property
    def busy(self) -> bool:
        return any(seat.job for seat in self.posts)

    @property
    def open(self) -> int:
        return sum(seat.opened for seat in self.posts)

    def choose(self, count: int) -> Sequence[Seat]:
        chosen = sorted(self.posts, key=lambda seat: not seat.opened)
        for seat in chosen[count:]:
            seat.opened = seat.job is not None
        return chosen[:count]

    def give(self, post: Seat, job: Job) -> None:
        post.job, post.opened, post.done_at = job, True, self._desk.clock.now() + self._desk.latency

    def next_at(self) -> int | None:
        return min((seat.done_at for seat in self.posts if seat.job), default=None)

    def listen(self, _patience: float) -> Sequence[Said]:
        """What is answered by now; at the end of a run, what is still under way."""
        if self._desk.dismissing:
            self._desk.clock.go_to(self.next_at() or 0)
        return [self._end(seat, seat.job) for seat in self.posts if seat.job and seat.done_at <= self._desk.clock.now()]

    def _end(self, seat: Seat, job: Job) -> Said:
        seat.job, now = None, self._desk.clock.now()
        reply = self._desk.answer(job.envelope.recipient, now)
        committed = reply.stage is Stage.END
        if committed and not self._intend([(job.delivery, seat.number)])[0]:
            return Kept(seat.number, job, withheld=True)
        if committed and reply.code == TAKEN.code:
            self._desk.taken.append((now, job.envelope.recipient))
        return Answered(seat.number, job, reply, committed=committed)

    def proceed(self) -> None: ...

    def send_home(self) -> None: ...

    def join(self) -> None: ...

    def wake(self) -> None: ...

    def abort(self) -> None: ...


@dataclass
class Desk:
    """A data folder, an account and the sink's own log: when it took which message."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    latency: int = 50
    answer: Answer = lambda _address, _now: TAKEN
    taken: list[tuple[int, str]] = field(default_factory=list)
    dismissing: bool = False

    def __post_init__(self) -> None:
        self.account = Account(
            id="a", name="Work", host="h", port=25, security=Security.NONE, sign_in=SignIn.NONE, sender="me@example.com"
        )
        self.open()

    def open(self) -> None:
        """Start the program, anew after a restart."""
        self.store, bus = Store(self.folder), Bus()
        files, blobs, lists, server = UserFiles(), Blobs(self.folder / "blobs"), ListFiles(), FakeServer()
        rows, store = self.store.deliveries, self.store
        accounts = Accounts(
            store=store.accounts, vault=DictVault(), presets={}, transports=server, resolver=TableResolver(), bus=bus
        )
        recipients = Recipients(files=files, lists=lists, campaigns=store.campaigns, rows=rows, blobs=blobs, bus=bus)
        campaigns = Campaigns(
            store=store.campaigns, rows=rows, blobs=blobs, files=files, recipients=recipients, bus=bus, clock=self.clock
        )
        self.plans = Plans(accounts=store.accounts, rows=rows, clock=self.clock, zoned=store.zones, zones=zone_of)
        self.sending = Sending(
            store=store.campaigns, rows=rows, queue=store.queue, account_store=store.accounts, accounts=accounts,
            campaigns=campaigns, transports=server, rules=load_rules(), bus=bus, clock=self.clock, random=Random(1),
            zoned=store.zones, zones=zone_of,
        )  # fmt: skip

    def close(self) -> None:
        self.store.close()

    def campaign(self, name: str, rows: int, *, zones: Sequence[str] = (), **pace: Any) -> Campaign:
        """A draft with so many recipients; `zones` in turn are in their column `tz`."""
        self.store.accounts.save(self.account)
        made = Campaign(
            id=name, name=name, account_id="a", sender="me@example.com", content=Content(subject="Hi", text="Hello"),
            pace=Pace(**pace), fields=("email", "tz"),
        )  # fmt: skip
        self.store.campaigns.save(made)
        people = [
            judged(row, address, (address, zones[row % len(zones)] if zones else ""))
            for row in range(1, rows + 1)
            if (address := f"u{row}@example.com")
        ]
        self.store.deliveries.add(name, [batch(people)])
        return made

    def state(self, name: str) -> CampaignState:
        found = self.store.campaigns.get(name)
        assert found is not None
        return found.state

    def run(self, *names: str, until: Callable[[], bool] = lambda: False) -> None:
        """Send campaigns side by side to their ends, or until something is so; then they are paused."""
        with _fast(self):
            for name in names:
                self.sending.begin(name)
            runs = {name: self._engine(name) for name in names}
            while runs:
                if until():
                    for name, one in runs.items():
                        self.sending.pause(name)
                        one.halt()
                for one in runs.values():
                    one.step()
                for name in [name for name, one in runs.items() if one._ending is not None]:
                    self._end(name, runs.pop(name))
                self.clock.go_to(min((one.wake_at() for one in runs.values()), default=0))

    def _end(self, name: str, run: Any) -> None:
        self.dismissing = True
        run._dismiss(run.hands)
        self.dismissing = False
        run._share.leave(self.clock.now())
        self.sending._course.conclude(name, run._ending)
        self.sending._runs._begun.discard(name)

    def _engine(self, name: str) -> Any:
        campaign = self.store.campaigns.get(name)
        assert campaign is not None
        made: Any
        made, (share,) = self.sending._runs._muster.runner(campaign)
        made.hands = made._crew = Seats(self, share.wanted, made._intend_all)
        made._progress, made.desk = self.clock.monotonic(), self
        return made


class Fast(Engine):
    """The engine, a step at a time."""

    hands: Seats
    desk: Desk

    def step(self) -> None:
        if self._ending is None:
            self._feed(self.hands)
            for said in self.hands.listen(0):
                self._hear(said)
            self._record()
            self._herald.publish()

    def wake_at(self) -> int:
        """When it wants to look around again (epoch ms)."""
        at = self.desk.clock.now() + max(1, round(1000 * self._patience()))
        return min(at, self.hands.next_at() or at)


@contextmanager
def _fast(_desk: Desk) -> Iterator[None]:
    with patch.object(muster, "Engine", Fast), patch.object(engine, "TICK", _LOOK):
        yield


def crowded(times: Iterable[int], count: int, seconds: int) -> list[int]:
    """The spans in milliseconds, shorter than the window, in which one message more than the limit was taken."""
    ordered = sorted(times)
    spans = (last - first for first, last in zip(ordered, ordered[count:], strict=False))
    return [span for span in spans if span < 1000 * seconds]
