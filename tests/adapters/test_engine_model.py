"""Whatever happens in whatever order to the real engine, queue and wire, what forty lines say of each row is true."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.adapters.data_folder import batch, judged
from tests.adapters.engine_stage import Stage, Time, stepped
from tests.fakes.peer import ALL, Network

from sendoff.core.account import Account, Security, SignIn, WireMode
from sendoff.core.campaign import Campaign, CampaignState, Content, Pace
from sendoff.core.delivery import OPEN, State, may_move
from sendoff.core.suppression import Suppression

EXAMPLES, STEPS = int(os.environ.get("SENDOFF_MODEL_EXAMPLES", "40")), int(os.environ.get("SENDOFF_MODEL_STEPS", "60"))
"""`SENDOFF_MODEL_EXAMPLES=2000 SENDOFF_MODEL_STEPS=200` is an hour."""
PIPELINED = frozenset({"PIPELINING", "CHUNKING", "8BITMIME"})
WIRES = {
    "one by one": (WireMode.CAREFUL, frozenset[str]()),
    "careful": (WireMode.CAREFUL, PIPELINED),
    "overlapped": (WireMode.OVERLAPPED, PIPELINED),
    "windowed": (WireMode.WINDOWED, PIPELINED),
}
WINDOW = 3
MEMORY = Path("/dev/shm")
"""Where the data folder is, if it exists: power cuts are another test's subject, and syncs its time."""
ANSWERS = ("451", "550", "421", "close")
TROUBLES = [
    ("connect", "refuse"),
    ("body", "close"),
    ("rset", "421"),
    *((stage, answer) for stage in ("mail", "rcpt", "data") for answer in ANSWERS),
    *(2 * [("dot", answer) for answer in (*ANSWERS, "lost", "garbage")]),
]
"""Where a server fails, and how."""
DAY = 86_400_000
REVIVED = frozenset({State.FAILED, State.IN_DOUBT})
NOT_YET_OVER = frozenset({State.SENDING, State.ACCEPTED, State.IN_DOUBT})


@dataclass
class Model:
    """What a server and a person know of each row, and what must therefore be true of it."""

    taken: Counter[str] = field(default_factory=Counter)
    """Messages a server took, since a person last spoke of the row."""
    ever: Counter[str] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)
    """Last bytes that a server saw."""
    orders: Counter[str] = field(default_factory=Counter)
    """How often a person said that a doubtful message may go again."""
    vouched: set[str] = field(default_factory=set)
    """Accepted by a person's word."""
    barred: dict[str, int] = field(default_factory=dict)
    """Blocked addresses, and their intents when they were blocked."""
    paused: int | None = None
    """All intents there were when the campaign last stood still; None while it runs."""

    def judge(self, states: dict[str, State], intents: Counter[str]) -> None:
        """Compare it with what the data folder says."""
        for address, state in states.items():
            assert self.ever[address] <= 1 + self.orders[address], f"{address} got one too many (I1)"
            assert self.ends[address] <= intents[address], f"{address} was ended without an intent (I1, I2)"
            if self.taken[address]:
                assert state in NOT_YET_OVER, f"{address} was taken and is {state} (I3)"
            elif state is State.ACCEPTED:
                assert address in self.vouched, f"{address} is accepted and was not taken"
        for address, before in self.barred.items():
            assert intents[address] == before, f"{address} is blocked and got an intent (I6)"
        if self.paused is not None:
            assert intents.total() == self.paused, "an intent after a pause (I5)"

    def word(self, address: str, *, again: bool, accepted: bool = False) -> None:
        """A person spoke: what was taken before is settled."""
        self.taken[address], self.orders[address] = 0, self.orders[address] + again
        if accepted:
            self.vouched.add(address)


class Machine(RuleBasedStateMachine):
    """Everything that can happen to one campaign."""

    stage: Stage

    def __init__(self) -> None:
        super().__init__()
        self.model, self.clock = Model(), Time()
        self.folder = tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        self.started = False
        self.wrong: list[str] = []

    @initialize(
        rows=st.integers(2, 9), connections=st.integers(1, 3), wire=st.sampled_from(sorted(WIRES)),
        attempts=st.integers(1, 4), troubles=st.lists(st.sampled_from(TROUBLES), max_size=6), late=st.integers(0, 4),
    )  # fmt: skip
    def open(
        self,
        rows: int,
        connections: int,
        wire: str,
        attempts: int,
        troubles: list[tuple[str, str]],
        late: int,
    ) -> None:
        mode, features = WIRES[wire]
        self.bound = connections * (WINDOW if wire == "windowed" else 1)
        self.network = Network(features, self.tell, self.hear, self.clock.monotonic)
        for trouble in troubles:
            self.plan(trouble)
        self.stage = Stage(Path(self.folder.name), self.network, self.clock)
        self.stage.store.accounts.save(
            Account(
                id="a", name="A", host="h.example", port=25, security=Security.NONE, sign_in=SignIn.NONE,
                sender="me@a.example", connections=connections, wire=mode, window=WINDOW, messages_per_connection=5,
            )
        )  # fmt: skip
        content = Content(subject="Hi", text="Hello\n.\nand more")
        pace = Pace(retry_after=2.0, attempts=attempts, connections=connections)
        self.stage.store.campaigns.save(
            Campaign(id="c", name="C", account_id="a", sender="me@a.example", content=content, pace=pace)
        )
        self.stage.store.deliveries.add("c", [batch(judged(n, f"u{n}@d{n % 2}.example") for n in range(1, rows + 1))])
        if late < 4:
            self.start()

    # -- what a server says of itself

    def tell(self, event: str, what: str) -> None:
        if event == "accepted":
            self.model.taken[what] += 1
            self.model.ever[what] += 1
        elif event == "violation":
            self.wrong.append(what)

    def hear(self, stage: str, recipient: str) -> None:
        """I2, at the very moment: the intent of a message is on the disk when its end arrives."""
        if stage == "dot":
            self.model.ends[recipient] += 1
            if self.model.ends[recipient] > self.intents()[recipient]:
                self.wrong.append(f"{recipient} was ended before its intent was durable")

    # -- the engine and the network go on

    @rule(times=st.integers(1, 4))
    def step(self, times: int) -> None:
        for _ in range(times):
            if self.stage.under_way:
                self.stage.step()
                self.look_for_the_dead()

    @precondition(lambda self: self.network.peers)
    @rule(octets=st.one_of(st.just(ALL), st.integers(1, 400)), which=st.integers(0, 5))
    def arrive(self, octets: int, which: int) -> None:
        self.network.peers[which % len(self.network.peers)].hear(octets)

    @rule(rounds=st.integers(1, 12))
    def flow_on(self, rounds: int) -> None:
        """The same, so that it is drawn more often."""
        self.flow(rounds)

    @rule(rounds=st.integers(1, 12))
    def flow(self, rounds: int) -> None:
        """Both sides go on without hindrance."""
        for _ in range(rounds):
            self.step(1)
            for peer in self.network.peers:
                peer.hear()

    @rule(trouble=st.sampled_from(TROUBLES))
    def plan(self, trouble: tuple[str, str]) -> None:
        """The next message to come to this stage meets this."""
        stage, answer = trouble
        self.network.script.planned[stage].append(answer)

    @rule(seconds=st.sampled_from([0.02, 1.0, 5.0, 70.0, 1_900.0]))
    def wait(self, seconds: float) -> None:
        self.clock.go_on(seconds)

    @rule(days=st.sampled_from([-1, 1]))
    def set_the_clock(self, days: int) -> None:
        self.clock.wall += days * DAY

    # -- what a person does

    @precondition(lambda self: not self.stage.under_way)
    @rule()
    def start(self) -> None:
        state = self.campaign()
        if state in (CampaignState.DRAFT, CampaignState.PAUSED):
            self.started, self.model.paused = True, None
            self.stage.run("c")
            self.look_for_the_dead()

    @precondition(lambda self: self.stage.under_way)
    @rule()
    def pause(self) -> None:
        self.stage.sending.pause("c")

    @precondition(lambda self: self.started)
    @rule(really=st.integers(0, 5))
    def stop(self, really: int) -> None:
        if not really and self.campaign() in (CampaignState.RUNNING, CampaignState.PAUSED):
            self.stage.sending.stop("c")

    @rule(which=st.integers(0, 8))
    def block(self, which: int) -> None:
        """Block an address, or let it go again."""
        key = sorted(self.states())[which % len(self.states())]
        if key in self.model.barred:
            self.stage.store.suppressions.remove([key], self.clock.now())
            del self.model.barred[key]
        else:
            blocked = Suppression(key=key, reason="manual", source="test", at=self.clock.now())
            self.stage.store.suppressions.add([blocked])
            self.model.barred[key] = self.intents()[key]

    @precondition(lambda self: not self.stage.under_way and bool(REVIVED & set(self.states().values())))
    @rule(in_doubt=st.booleans(), failed=st.booleans())
    def retry(self, in_doubt: bool, failed: bool) -> None:
        if self.campaign() is CampaignState.RUNNING:
            return
        self.network.settle()  # half an hour must have passed, which no server keeps an unfinished message
        before = self.states()
        self.stage.sending.retry("c", failed=failed, in_doubt=in_doubt)
        for address, state in self.states().items():
            if before[address] is State.IN_DOUBT and state is State.QUEUED:
                self.model.word(address, again=True)

    @precondition(lambda self: State.IN_DOUBT in self.states().values())
    @rule(accepted=st.booleans(), which=st.integers(0, 8))
    def resolve(self, accepted: bool, which: int) -> None:
        self.network.settle()
        doubtful = self.stage.sql("SELECT id, address FROM delivery WHERE state = 'in_doubt' ORDER BY id")
        row, address = doubtful[which % len(doubtful)]
        assert self.stage.sending.resolve("c", row, accepted=accepted)
        self.model.word(address, again=not accepted, accepted=accepted)

    # -- the end of a process

    @rule(arrives=st.booleans())
    def crash(self, arrives: bool) -> None:
        self.stage.kill()
        self.rise(arrives=arrives)

    @precondition(lambda self: self.stage.under_way)
    @rule(dies=st.sampled_from(["before", "after"]))
    def crash_at_the_next_commit(self, dies: str) -> None:
        self.stage.life.dies = dies

    def look_for_the_dead(self) -> None:
        if self.stage.life.dead:
            self.stage.kill()
            self.rise(arrives=True)

    def rise(self, *, arrives: bool) -> None:
        """The next start, before or after the last octets of the dead arrive."""
        if arrives:
            self.network.settle()
        self.stage.begin_again()
        found = self.stage.sql("SELECT count(*) FROM delivery_event WHERE reason = 'interrupted' AND "
                    "to_state = 'in_doubt'")[0][0]  # fmt: skip
        assert found - self.doubts <= self.bound, "more in doubt than the connections can hold"
        self.doubts = found
        assert not {State.SENDING, State.CLAIMED} & set(self.states().values())
        self.network.settle()

    doubts = 0

    # -- what must be true after every step

    @invariant()
    def all_is_well(self) -> None:
        if not hasattr(self, "stage"):
            return
        assert not self.wrong, self.wrong
        states, intents = self.states(), self.intents()
        if self.campaign() is CampaignState.RUNNING:
            self.model.paused = None
        elif self.model.paused is None:
            self.model.paused = intents.total()
        self.model.judge(states, intents)
        assert sum(self.stage.store.deliveries.counts("c").values()) == len(states)
        assert Counter(states.values()) == Counter(self.stage.store.deliveries.by_state("c"))

    def teardown(self) -> None:
        try:
            if hasattr(self, "stage"):
                self.finish()
        finally:
            if hasattr(self, "stage"):
                self.stage.kill()
                self.network.settle()
                self.stage.close()
            self.folder.cleanup()

    def finish(self) -> None:
        """Once all troubles are over every row comes to its end, and each end is what the servers say (I4)."""
        self.network.script.planned.clear()
        for _ in range(400):
            if self.campaign() in (CampaignState.FINISHED, CampaignState.STOPPED) and not self.stage.under_way:
                break
            if not self.stage.under_way:
                self.start()
            self.flow(6)
            self.clock.go_on(0.02 if self.stage.under_way and self.network.peers else 1_000)
            self.clock.go_on(DAY / 1000 if _ % 20 == 19 else 60)
            self.all_is_well()
        else:
            raise AssertionError(f"it never ends: {self.states()}")
        self.network.settle()
        states = self.states()
        assert not OPEN & set(states.values()), states
        for address, state in states.items():
            if state is State.ACCEPTED and address not in self.model.vouched:
                assert self.model.taken[address] == 1, f"{address} is accepted, and was taken {self.model.taken}"
        self.judge_history()

    def judge_history(self) -> None:
        """Every row's history is one chain of legal moves."""
        for (row,) in self.stage.sql("SELECT id FROM delivery"):
            stood = State.QUEUED
            for one in self.stage.store.deliveries.history(row):
                assert one.old is stood
                assert may_move(one.old, one.new)
                stood = one.new

    # -- what the data folder says

    def states(self) -> dict[str, State]:
        return {address: State(state) for address, state in self.stage.sql("SELECT address, state FROM delivery")}

    def intents(self) -> Counter[str]:
        found = self.stage.sql("SELECT address FROM delivery JOIN delivery_event ON delivery_id = delivery.id "
                    "WHERE to_state = 'sending'")  # fmt: skip
        return Counter(address for (address,) in found)

    def campaign(self) -> CampaignState:
        return CampaignState(self.stage.sql("SELECT state FROM campaign")[0][0])


@pytest.mark.timeout(3600 if EXAMPLES > 100 else 300)
def test_the_engine_does_what_forty_lines_say() -> None:
    with stepped():
        run_state_machine_as_test(Machine, settings=settings(max_examples=EXAMPLES, stateful_step_count=STEPS))


@pytest.mark.parametrize("past_the_intent", [False, True])
def test_a_stop_that_a_crash_cut_short_is_complete_at_the_next_start(past_the_intent: bool) -> None:
    """What the model found: rows of a stopped campaign stood claimed, or past their intent, for ever."""
    with stepped():
        machine = Machine()
        machine.open(rows=3, connections=1, wire="careful", attempts=3, troubles=[], late=0)
        if past_the_intent:
            for _ in range(30):
                machine.step(1)
                if State.SENDING in machine.states().values():
                    break
                for peer in machine.network.peers:
                    peer.hear()
        machine.stop(really=0)
        machine.crash(arrives=True)
        expected = Counter({State.CANCELLED: 3 - past_the_intent, State.IN_DOUBT: int(past_the_intent)})
        assert Counter(machine.states().values()) == +expected
        machine.all_is_well()
        machine.teardown()


def test_a_server_that_hangs_up_over_a_body_whose_end_is_on_its_way_leaves_an_honest_doubt() -> None:
    """Without any answer lost: nobody can tell how much of what was handed over it had read."""
    with stepped():
        machine = Machine()
        machine.open(rows=1, connections=1, wire="overlapped", attempts=3, troubles=[("body", "close")], late=0)
        for _ in range(30):
            machine.step(1)
            if State.SENDING in machine.states().values():
                break
            for peer in machine.network.peers:
                peer.hear(70)  # the envelope, and nothing of the body
        machine.flow(4)
        machine.wait(1.0)
        machine.step(4)
        assert machine.states() == {"u1@d1.example": State.IN_DOUBT}
        assert not machine.model.ever
        machine.teardown()
