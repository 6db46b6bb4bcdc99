"""Whatever is done to a queue in whatever order, it does what a model of forty lines does, and its figures add up."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.adapters.data_folder import add_campaign, open_folder, sql

from sendoff.adapters.storage.store import Store
from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import MOVES, Move, State, counted, may_move
from sendoff.core.suppression import Suppression

ROWS = 6
PAIRS = sorted((old, new) for old, news in MOVES.items() for new in news)
TOKENS = ("t0", "t1")
BLOCKABLE = ("u1@odd.example", "u2@even.example", "@odd.example")


@dataclass
class Row:
    """What the model knows of one row."""

    address: str
    state: State = State.QUEUED
    token: str = ""
    due: int = 0


@dataclass
class Model:
    """The queue as it should be."""

    rows: dict[int, Row]
    running: bool = True
    blocked: set[str] = field(default_factory=set)
    used: int = 0

    def stands(self, row: Row) -> bool:
        """Say whether the row's address may be written to."""
        return not {row.address, "@" + row.address.rpartition("@")[2]} & self.blocked

    def claim(self, token: str, limit: int, now: int) -> list[int]:
        """The rows a claim should give: it goes on where everybody it met was blocked."""
        while True:
            given, met = self._claim_some(token, limit, now)
            if given or not met:
                return given

    def _claim_some(self, token: str, limit: int, now: int) -> tuple[list[int], int]:
        due = [row for row in self.rows.values() if row.state is State.DEFERRED and row.due <= now]
        for row in sorted(due, key=lambda row: row.due)[:limit]:
            row.state = State.QUEUED
        waiting = [(number, row) for number, row in sorted(self.rows.items()) if row.state is State.QUEUED]
        turns: Counter[str] = Counter()
        mixed = []
        for number, row in waiting:
            domain = row.address.rpartition("@")[2]
            mixed.append((turns[domain], number, row))
            turns[domain] += 1
        chosen = [(number, row) for _, number, row in sorted(mixed, key=lambda one: one[:2])[:limit]]
        taken = sorted(chosen, key=lambda one: one[0]) if self.running else []
        for _, row in taken:
            row.token, row.state = token, State.CLAIMED if self.stands(row) else State.SUPPRESSED
        return [number for number, row in taken if row.state is State.CLAIMED], len(taken)

    def record(self, move: Move) -> bool:
        """Say whether a move should be granted, and make it."""
        row = self.rows[move.delivery_id]
        granted = (row.state, row.token) == (move.old, move.token)
        if move.new is State.SENDING:
            granted = granted and self.running and self.stands(row)
        if granted:
            row.state, row.due = move.new, move.due_at
            self.used += move.old is State.SENDING
        return granted

    def may(self, row: Row, new: State) -> bool:
        """Say whether a person's word may bring a row there: nobody who is blocked waits again."""
        return new is not State.QUEUED or self.stands(row)

    def shift(self, old: State, new: State) -> int:
        """Move every row in a state by a person's word; returns how many."""
        found = [row for row in self.rows.values() if row.state is old and self.may(row, new)]
        for row in found:
            row.state, row.token, row.due = new, "", 0
        return len(found)

    def change(self, old: State, new: State, token: str | None = None, *, clear: bool = False) -> int:
        """Move every row in a state (and with a token); returns how many."""
        found = [row for row in self.rows.values() if row.state is old and token in (None, row.token)]
        for row in found:
            row.state = new
            if clear:
                row.token, row.due = "", 0
        return len(found)


@dataclass
class Run:
    """One store, its model, and the clock both go by."""

    store: Store
    model: Model
    now: int = 0

    def step(self, word: str, n: int) -> None:
        """Do one thing to both and compare what they say."""
        self.now += 10
        getattr(self, f"do_{word}")(n)
        by_state = Counter(row.state for row in self.model.rows.values())
        assert self.store.deliveries.by_state("c") == by_state
        assert sum(self.store.deliveries.counts("c").values()) == ROWS
        found = sql(self.store, "SELECT id, state, token FROM delivery WHERE campaign_id = 'c'")
        assert found == [(number, row.state, row.token) for number, row in sorted(self.model.rows.items())]

    def do_claim(self, n: int) -> None:
        token, limit = TOKENS[n % 2], 1 + n % 3
        claimed = [one.id for one in self.store.queue.claim("c", token, limit, self.now)]
        assert claimed == self.model.claim(token, limit, self.now)

    def do_record(self, n: int) -> None:
        """A batch: mostly moves that fit a row, now and then any other."""
        moves = []
        for number, row in sorted(self.model.rows.items()):
            n, chance = divmod(n, 7)
            fitting = sorted(MOVES[row.state]) if chance else []
            old, new = (row.state, fitting[n % len(fitting)]) if fitting else PAIRS[n % len(PAIRS)]
            token = TOKENS[n % 2] if chance == 1 else row.token
            due = self.now + 5 + 10 * (n % 3) + number if new is State.DEFERRED else 0
            moves.append(Move(delivery_id=number, token=token, old=old, new=new, at=self.now, due_at=due))
        assert list(self.store.queue.record("c", moves)) == [self.model.record(move) for move in moves]

    def do_release(self, n: int) -> None:
        token = TOKENS[n % 2]
        given = self.model.change(State.CLAIMED, State.QUEUED, token, clear=True)
        assert self.store.queue.release("c", token, self.now) == given

    def do_recover(self, _: int) -> None:
        doubtful = self.model.change(State.SENDING, State.IN_DOUBT)
        self.model.used += doubtful
        queued = self.model.change(State.CLAIMED, State.QUEUED)
        assert self.store.queue.recover("c", self.now) == (doubtful, queued)

    def do_shift(self, n: int) -> None:
        old, new = PAIRS[n % len(PAIRS)]
        shifted = self.model.shift(old, new)
        assert self.store.deliveries.shift("c", old, new, "by hand", self.now) == shifted

    def do_shift_one(self, n: int) -> None:
        number, row = sorted(self.model.rows.items())[n % ROWS]
        old, new = PAIRS[n % len(PAIRS)]
        fits = row.state is old and self.model.may(row, new)
        if fits:
            row.state, row.due = new, 0  # whose account tried last stays known
        assert self.store.deliveries.shift_one("c", number, old, new, "by hand", self.now) is fits

    def do_pause(self, _: int) -> None:
        state = CampaignState.PAUSED if self.model.running else CampaignState.RUNNING
        self.model.running = not self.model.running
        assert self.store.campaigns.move("c", state, "", self.now)

    def do_block(self, n: int) -> None:
        key = BLOCKABLE[n % len(BLOCKABLE)]
        if key in self.model.blocked:
            self.store.suppressions.remove([key], self.now)
        else:
            self.store.suppressions.add([Suppression(key=key, reason="manual", source="test", at=self.now)])
        self.model.blocked ^= {key}

    def judge(self) -> None:
        """Every row's history is one chain of legal moves from its start to where it stands, and nothing else moved."""
        assert len(self.store.accounts.used("account", 0)) == self.model.used
        for number, row in self.model.rows.items():
            stood = State.QUEUED
            for one in self.store.deliveries.history(number):
                assert one.old is stood
                assert may_move(one.old, one.new)
                stood = one.new
            assert stood is row.state
        due = [row.due for row in self.model.rows.values() if row.state is State.DEFERRED]
        assert self.store.queue.next_due("c") == min(due, default=None)
        assert self.store.deliveries.by_state("other") == {State.QUEUED: 2}
        total = Counter(self.store.deliveries.by_state("c"))
        assert self.store.deliveries.counts("c") == counted(total)


# Written out so that claims and records are frequent; the others are there to disturb them.
WORDS = "claim claim claim record record record release release recover shift shift_one pause block".split()


@pytest.mark.parametrize("seed", range(30))
def test_the_queue_does_what_its_model_does(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    store = open_folder(tmp_path)
    try:
        rows = add_campaign(store, ROWS)
        add_campaign(store, 2, "other")
        addresses = [address for (address,) in sql(store, "SELECT address FROM delivery WHERE campaign_id = 'c'")]
        run = Run(store, Model({number: Row(address) for number, address in zip(rows, addresses, strict=True)}))
        for _ in range(80):
            run.step(draw.choice(WORDS), draw.randrange(7**8))
        run.judge()
    finally:
        store.close()
