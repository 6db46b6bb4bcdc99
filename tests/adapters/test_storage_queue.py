"""The durable queue: who is claimed, what a compare-and-set grants, and what a crash leaves behind."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.adapters.data_folder import add_campaign, batch, judged, open_folder, sql

from sendoff.adapters.storage.store import Store
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import Move, State
from sendoff.core.suppression import Suppression

S = State


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_folder(tmp_path)
    yield store
    store.close()


def move(row: int, old: State, new: State, token: str = "t", at: int = 10, **more: Any) -> Move:
    return Move(delivery_id=row, token=token, old=old, new=new, at=at, **more)


def claim(store: Store, limit: int, *, token: str = "t", now: int = 10) -> list[int]:
    return [one.id for one in store.queue.claim("c", token, limit, now)]


def states(store: Store) -> list[str]:
    return [state for (state,) in sql(store, "SELECT state FROM delivery WHERE campaign_id = 'c' ORDER BY id")]


def test_a_claim_mixes_domains_though_the_list_is_sorted_by_them(store: Store) -> None:
    store.campaigns.save(Campaign(id="m", name="m", state=CampaignState.RUNNING, account_id="account", fields=()))
    addresses = [*(f"g{n}@gmail.com" for n in range(6)), *(f"y{n}@yahoo.com" for n in range(2)), "x@example.com"]
    store.deliveries.add("m", [batch(judged(n, address) for n, address in enumerate(addresses, 1))])
    first, second = ([one.address for one in store.queue.claim("m", "t", 4, 10)] for _ in range(2))
    assert first == ["g0@gmail.com", "g1@gmail.com", "y0@yahoo.com", "x@example.com"]
    assert second == ["g2@gmail.com", "g3@gmail.com", "g4@gmail.com", "y1@yahoo.com"]


def test_what_went_to_a_domain_is_read_from_the_history(store: Store) -> None:
    rows = add_campaign(store, 4)
    claim(store, 4)
    for row in rows[:3]:
        store.queue.record("c", [move(row, S.CLAIMED, S.SENDING), move(row, S.SENDING, S.ACCEPTED, at=20 + row)])
    assert store.accounts.used_for("account", "odd.example", 0) == [20 + rows[0], 20 + rows[2]]
    assert store.accounts.used_for("account", "odd.example", 20 + rows[2]) == [20 + rows[2]]
    assert store.accounts.used_for("account", "even.example", 0) == [20 + rows[1]]
    assert store.accounts.used_for("another", "odd.example", 0) == []


def test_rows_are_claimed_in_the_order_of_the_list(store: Store) -> None:
    rows = add_campaign(store, 7)
    add_campaign(store, 3, "other")
    first = store.queue.claim("c", "t", 3, 10)
    assert [one.id for one in first] == rows[:3]
    assert [(one.position, one.address, one.fields, one.state) for one in first[:2]] == [
        (1, "u1@odd.example", {"first_name": "Ann 1"}, S.CLAIMED),
        (2, "u2@even.example", {"first_name": "Ann 2"}, S.CLAIMED),
    ]
    assert claim(store, 3) == rows[3:6]
    assert claim(store, 3) == rows[6:]
    assert claim(store, 3) == []
    assert store.deliveries.by_state("other") == {S.QUEUED: 3}


@pytest.mark.parametrize("state", [one for one in CampaignState if one is not CampaignState.RUNNING])
def test_nothing_is_claimed_unless_the_campaign_runs(store: Store, state: CampaignState) -> None:
    add_campaign(store, 3, state=state)
    assert claim(store, 3) == []
    assert states(store) == ["queued"] * 3


def test_deferred_rows_wake_when_they_are_due(store: Store) -> None:
    rows = add_campaign(store, 3)
    claim(store, 3)
    for row, due in zip(rows, (300, 100, 200), strict=True):
        store.queue.record("c", [move(row, S.CLAIMED, S.DEFERRED, due_at=due, attempts=1)])
    assert store.queue.next_due("c") == 100
    assert claim(store, 3, now=99) == []
    assert claim(store, 1, now=250) == [rows[1]]
    assert store.queue.next_due("c") == 200
    assert claim(store, 5, now=250) == [rows[2]]
    assert [one.attempts for one in store.queue.claim("c", "t", 5, 300)] == [1]
    assert store.queue.next_due("c") is None


@pytest.mark.parametrize("key", ["u2@even.example", "@even.example"])
def test_the_suppressed_are_set_aside_at_the_claim(store: Store, key: str) -> None:
    rows = add_campaign(store, 3)
    store.suppressions.add([Suppression(key=key, reason="hard", source="test", at=1)])
    assert claim(store, 3) == [rows[0], rows[2]]
    assert states(store) == ["claimed", "suppressed", "claimed"]
    assert [(one.old, one.new) for one in store.deliveries.history(rows[1])] == [
        (S.QUEUED, S.CLAIMED),
        (S.CLAIMED, S.SUPPRESSED),
    ]


def test_whoever_waits_behind_the_suppressed_is_found(store: Store) -> None:
    add_campaign(store, 7)
    blocked = [Suppression(key=f"u{n}@{'even' if n % 2 == 0 else 'odd'}.example", reason="hard", source="t", at=1)
               for n in range(1, 7)]  # fmt: skip
    store.suppressions.add(blocked)
    assert [one.position for one in store.queue.claim("c", "t", 2, 10)] == [7]
    assert states(store) == ["suppressed"] * 6 + ["claimed"]
    assert claim(store, 2) == []


def test_a_part_of_an_address_suppresses_nobody(store: Store) -> None:
    rows = add_campaign(store, 2)
    for key in ("even.example", "2@even.example", "@example", "u2@"):
        store.suppressions.add([Suppression(key=key, reason="hard", source="test", at=1)])
    assert claim(store, 2) == rows


@pytest.mark.parametrize(
    "wrong",
    [
        {"token": "other"},
        {"token": ""},
        {"old": S.QUEUED, "new": S.CANCELLED},
        {"old": S.SENDING, "new": S.ACCEPTED},
        {"row": 999_999},
    ],
)
def test_a_move_from_elsewhere_is_not_made(store: Store, wrong: dict[str, Any]) -> None:
    rows = add_campaign(store, 2)
    claim(store, 2)
    before = sql(store, "SELECT * FROM delivery"), sql(store, "SELECT * FROM delivery_event")
    values: dict[str, Any] = {"row": rows[0], "old": S.CLAIMED, "new": S.FAILED, "text": "no", "attempts": 3} | wrong
    assert list(store.queue.record("c", [move(**values)])) == [False]
    assert (sql(store, "SELECT * FROM delivery"), sql(store, "SELECT * FROM delivery_event")) == before
    assert store.deliveries.by_state("c") == {S.CLAIMED: 2}
    assert store.accounts.used("account", 0) == []


def test_a_record_keeps_the_server_s_word(store: Store) -> None:
    rows = add_campaign(store, 2)
    claim(store, 2)
    said: dict[str, Any] = {
        "code": 550,
        "enhanced": "5.1.1",
        "text": "no such user",
        "reason": "no_such_user",
        "attempts": 1,
    }
    moves = [move(rows[0], S.CLAIMED, S.SENDING, at=20), move(rows[1], S.CLAIMED, S.FAILED, at=21, **said)]
    assert list(store.queue.record("c", moves)) == [True, True]
    assert list(store.queue.record("c", [move(rows[0], S.SENDING, S.ACCEPTED, at=30, code=250)])) == [True]
    line = store.deliveries.at("c", ("first_name",), 2)
    assert line is not None
    assert (line.state, line.code, line.enhanced, line.text, line.reason, line.attempts, line.updated_at) == (
        S.FAILED, 550, "5.1.1", "no such user", "no_such_user", 1, 21,
    )  # fmt: skip
    assert [(one.at, one.new, one.text) for one in store.deliveries.history(rows[1])][-1] == (
        21, S.FAILED, "no such user",
    )  # fmt: skip
    # Only what was past its last byte counts against the account, at the time it was over.
    assert store.accounts.used("account", 0) == [30]


@pytest.mark.parametrize("obstacle", ["paused", "stopped", "address", "domain"])
def test_an_intent_is_refused_while_it_may_not_be_sent(store: Store, obstacle: str) -> None:
    rows = add_campaign(store, 3)
    claim(store, 3)
    if obstacle in ("paused", "stopped"):
        store.campaigns.move("c", CampaignState(obstacle), "", 11)
        granted = [False, False, False]
    else:
        key = "u2@even.example" if obstacle == "address" else "@even.example"
        store.suppressions.add([Suppression(key=key, reason="soft", source="test", at=11)])
        granted = [True, False, True]
    assert list(store.queue.record("c", [move(row, S.CLAIMED, S.SENDING) for row in rows])) == granted
    assert states(store) == ["sending" if grant else "claimed" for grant in granted]


def test_a_result_is_recorded_although_the_campaign_was_paused(store: Store) -> None:
    row = add_campaign(store, 1)[0]
    claim(store, 1)
    store.queue.record("c", [move(row, S.CLAIMED, S.SENDING)])
    store.campaigns.move("c", CampaignState.PAUSED, "", 11)
    assert list(store.queue.record("c", [move(row, S.SENDING, S.ACCEPTED)])) == [True]


def test_release_gives_back_one_token_s_claims(store: Store) -> None:
    rows = add_campaign(store, 5)
    claim(store, 3, token="mine")
    claim(store, 1, token="yours")
    store.queue.record("c", [move(rows[0], S.CLAIMED, S.SENDING, token="mine")])
    assert store.queue.release("c", "mine", 20) == 2
    assert states(store) == ["sending", "queued", "queued", "claimed", "queued"]
    assert store.queue.release("c", "mine", 20) == 0
    assert list(store.queue.record("c", [move(rows[1], S.CLAIMED, S.SENDING, token="mine")])) == [False]


def test_after_a_crash_the_sent_are_in_doubt_and_the_claimed_wait_again(store: Store) -> None:
    rows = add_campaign(store, 5)
    add_campaign(store, 1, "other")
    store.queue.claim("other", "t", 1, 10)
    claim(store, 4)
    store.queue.record("c", [move(row, S.CLAIMED, S.SENDING) for row in rows[:2]])
    assert store.queue.recover("c", 50) == (2, 2)
    assert states(store) == ["in_doubt", "in_doubt", "queued", "queued", "queued"]
    assert store.accounts.used("account", 0) == [50, 50]
    assert store.queue.recover("c", 60) == (0, 0)
    assert store.accounts.used("account", 0) == [50, 50]
    assert store.deliveries.by_state("other") == {S.CLAIMED: 1}
    # Nobody claims a doubtful row, and a late answer with the old token still clears it.
    assert claim(store, 9) == rows[2:]
    assert list(store.queue.record("c", [move(rows[0], S.IN_DOUBT, S.ACCEPTED)])) == [True]


def test_a_person_moves_whole_states_and_single_rows(store: Store) -> None:
    rows = add_campaign(store, 4)
    claim(store, 2)
    store.queue.record("c", [move(row, S.CLAIMED, S.FAILED, attempts=5) for row in rows[:2]])
    assert store.deliveries.shift("c", S.QUEUED, S.CANCELLED, "stopped", 20) == 2
    assert store.deliveries.shift("c", S.DEFERRED, S.CANCELLED, "stopped", 20) == 0
    assert states(store) == ["failed", "failed", "cancelled", "cancelled"]
    assert store.deliveries.shift_one("c", rows[0], S.FAILED, S.QUEUED, "retry", 30)
    assert not store.deliveries.shift_one("c", rows[0], S.FAILED, S.QUEUED, "retry", 30)
    assert not store.deliveries.shift_one("other", rows[1], S.FAILED, S.QUEUED, "retry", 30)
    assert [(one.attempts, one.before, one.tried, one.first_at) for one in store.queue.claim("c", "t", 9, 40)] == [
        (5, 5, 0, 0)
    ]


def test_eight_threads_lose_no_commit(store: Store) -> None:
    each, threads = 30, 8
    rows = add_campaign(store, each * threads)
    claimed = claim(store, each * threads)
    assert claimed == rows
    granted: Counter[bool] = Counter()

    def work(mine: list[int]) -> None:
        for row in mine:
            for old, new in ((S.CLAIMED, S.SENDING), (S.SENDING, S.ACCEPTED)):
                granted.update(store.queue.record("c", [move(row, old, new)]))
            store.deliveries.counts("c")
            store.accounts.note_use("another", 10)

    workers = [threading.Thread(target=work, args=(rows[number::threads],)) for number in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert granted == {True: 2 * len(rows)}
    assert store.deliveries.by_state("c") == {S.ACCEPTED: len(rows)}
    assert set(states(store)) == {"accepted"}
    assert sql(store, "SELECT count(*) FROM delivery_event") == [(3 * len(rows),)]
    assert len(store.accounts.used("account", 0)) == len(store.accounts.used("another", 0)) == len(rows)


def test_of_many_who_claim_at_once_each_row_has_one(store: Store) -> None:
    rows = add_campaign(store, 200)
    taken: list[int] = []

    def work(token: str) -> None:
        while mine := claim(store, 3, token=token):
            taken.extend(mine)

    workers = [threading.Thread(target=work, args=(f"t{number}",)) for number in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(taken) == rows


def test_outcomes_are_counted_by_the_minute_in_the_commit_that_says_so(store: Store) -> None:
    rows = add_campaign(store, 5)
    claim(store, 5)
    minute = 60_000
    for row, new, at in zip(
        rows,
        (S.ACCEPTED, S.ACCEPTED, S.FAILED, S.IN_DOUBT, S.ACCEPTED),
        (0, 59_999, 59_999, 60_000, 150_000),
        strict=True,
    ):
        store.queue.record("c", [move(row, S.CLAIMED, S.SENDING, at=at), move(row, S.SENDING, new, at=at)])
    found = {(one.at, one.state): one.count for one in store.deliveries.minutes("c")}
    assert found == {
        (0, S.ACCEPTED): 2, (0, S.FAILED): 1, (minute, S.IN_DOUBT): 1, (2 * minute, S.ACCEPTED): 1,
    }  # fmt: skip
    assert [one.at for one in store.deliveries.minutes("c", since=minute + 1)] == [minute, 2 * minute]
    assert store.queue.record("c", [move(rows[0], S.CLAIMED, S.SENDING)]) == [False]
    assert store.deliveries.find_accepted("c", rows[3], "found", 200_000)  # a doubt that is resolved is counted once
    assert sum(one.count for one in store.deliveries.minutes("c")) == 5
    store.campaigns.remove("c")
    assert list(store.deliveries.minutes("c")) == []
