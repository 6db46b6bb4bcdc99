"""Campaigns that share an account: one ledger, one governor, and never more connections together than allowed."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.adapters.system.clock import SystemClock
from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, Pace, Priority
from sendoff.core.errors import InputError
from sendoff.services.sending.ledgers import Ledgers
from sendoff.services.sending.pace import Share

NOW = 1_795_305_600_000
ACCOUNT = Account(id="a", name="Work", host="mail.example.com", port=25, connections=4, limits=("3/minute",))


@dataclass
class Past:
    """What the accounts of a data folder sent before; of the port, only what is asked here."""

    uses: dict[str, list[int]] = field(default_factory=dict)

    def used(self, account_id: str, since: int) -> list[int]:
        assert account_id == "a"
        return [at for at in self.uses.get("", []) if at >= since]

    def used_for(self, account_id: str, domain: str, since: int) -> list[int]:
        assert account_id == "a"
        return [at for at in self.uses.get(domain, []) if at >= since]

    def note_use(self, account_id: str, at: int) -> None:
        assert account_id == "a"
        self.uses.setdefault("", []).append(at)


class Standing:
    """A clock that stands still."""

    def now(self) -> int:
        return NOW

    def monotonic(self) -> float:
        return 0.0


def ledgers(**past: list[int]) -> Ledgers:
    return Ledgers(Past({name.replace("_", "."): times for name, times in past.items()}))  # type: ignore[arg-type]  # part of the port


def sale(name: str = "Sale", priority: Priority = Priority.NORMAL, **pace: Any) -> Campaign:
    """A campaign with a pace of its own."""
    return Campaign(id=name, name=name, priority=priority, pace=Pace(**pace))


def sent(share: Share, count: int, now: int = NOW, domain: str = "example.com") -> int:
    """Take and end so many messages; how many were let."""
    tickets = [share.try_take(now, domain) for _ in range(count)]
    for ticket in tickets:
        if ticket is not None:
            share.done(ticket, now)
    return sum(ticket is not None for ticket in tickets)


def test_two_campaigns_count_against_the_same_limit() -> None:
    all_ = ledgers()
    first, second = all_.of(ACCOUNT, sale(), NOW), all_.of(ACCOUNT, sale(limits=("1/hour",)), NOW)
    assert sent(first, 1) == 1
    assert sent(second, 5) == 1
    limit = second.blocking(NOW)
    assert limit is not None
    assert limit.text == "1/hour"
    assert sent(first, 5) == 1
    limit = first.blocking(NOW)
    assert limit is not None
    assert limit.text == "3/minute"


def test_a_campaign_without_limits_counts_for_the_others() -> None:
    all_ = ledgers()
    free, bound = all_.of(ACCOUNT, sale(no_limits=True), NOW), all_.of(ACCOUNT, sale(), NOW)
    assert sent(free, 10) == 10
    assert sent(bound, 1) == 0


def test_a_campaigns_own_delay_replaces_the_accounts() -> None:
    all_, account = ledgers(), replace(ACCOUNT, limits=(), delay=2.0)
    slow, quick = all_.of(account, sale(), NOW), all_.of(account, sale(delay=0.0), NOW)
    assert sent(quick, 5) == 5
    assert slow.next_at(NOW) == NOW + 2000


def test_what_was_sent_before_counts_for_the_account_and_the_domain() -> None:
    account = replace(ACCOUNT, limits=("3/minute", "gmail.com 1/hour"))
    share = ledgers(gmail_com=[NOW - 600_000]).of(account, sale(), NOW)
    assert sent(share, 1, domain="gmail.com") == 0
    assert share.next_at(NOW, ("gmail.com",)) == NOW + 3_000_001
    assert sent(share, 5, domain="example.com") == 3
    assert ledgers(**{"": [NOW] * 3}).of(account, sale(), NOW).next_at(NOW) == NOW + 60_000


def test_changed_limits_wait_until_nothing_runs() -> None:
    all_ = ledgers()
    share = all_.of(ACCOUNT, sale(), NOW)
    with pytest.raises(InputError) as refused:
        all_.of(replace(ACCOUNT, limits=("9/minute",)), sale(), NOW)
    assert refused.value.code == "limits_changed"
    share.leave(NOW)
    assert sent(all_.of(replace(ACCOUNT, limits=("9/minute",)), sale(), NOW), 20) == 9


def test_what_a_broken_run_had_under_way_counts_as_sent() -> None:
    all_ = ledgers()
    broken, other = all_.of(ACCOUNT, sale(), NOW), all_.of(ACCOUNT, sale(), NOW)
    for _ in range(3):
        assert broken.try_take(NOW)
    broken.leave(NOW + 1000)
    assert other.next_at(NOW + 1000) == NOW + 61_000


def test_a_test_message_counts() -> None:
    all_ = ledgers()
    share = all_.of(ACCOUNT, sale(), NOW)
    with all_.visit(ACCOUNT, Standing()):
        pass
    assert sent(share, 5) == 2


def test_what_the_server_taught_outlives_the_run_but_not_its_rest() -> None:
    all_ = ledgers()
    share = all_.of(replace(ACCOUNT, limits=()), sale(), NOW)
    ticket = share.try_take(NOW)
    assert ticket
    share.slow_down(NOW, ticket, "slow down")
    share.rest(NOW + 10**7, "slow down")
    share.done(ticket, NOW)
    assert share.next_at(NOW) == NOW + 10**7
    rate = share.rate
    share.leave(NOW)
    again = all_.of(replace(ACCOUNT, limits=()), sale(), NOW)
    assert again.rate == rate > 0
    assert NOW < again.next_at(NOW) < NOW + 10**7


def test_a_rest_and_a_rate_are_everybodys() -> None:
    all_ = ledgers()
    first, second = all_.of(ACCOUNT, sale(), NOW), all_.of(ACCOUNT, sale(no_limits=True), NOW)
    first.rest(NOW + 5000, "later")
    assert (second.next_at(NOW), second.words) == (NOW + 5000, "later")


STEPS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["ask", "ask", "ask", "close", "idle", "crowded"])), max_size=40
)


@given(st.integers(1, 6), STEPS)
def test_together_they_never_open_more_than_the_account_allows(most: int, steps: list[tuple[int, str]]) -> None:
    """Each opens all it is allowed, and closes when it must, late."""
    all_, account = ledgers(), replace(ACCOUNT, connections=most, limits=())
    shares = [all_.of(account, sale(), NOW) for _ in range(3)]
    open_now = [0, 0, 0]
    budget = most
    for who, what in steps:
        share = shares[who]
        if what == "crowded":
            share.fewer_connections(NOW, open_now[who])
            budget = most - share.missing
            continue
        before = sum(open_now)
        allowed = share.connections(NOW, open_now[who], idle=what == "idle")
        if what == "close":
            open_now[who] = min(open_now[who], allowed)
        else:
            open_now[who] = max(open_now[who], allowed)
        assert sum(open_now) <= max(budget, before)
    assert all(share.connections(NOW, 0, idle=False) <= most for share in shares)


def test_the_only_connection_goes_round() -> None:
    all_, account = ledgers(), replace(ACCOUNT, connections=1, limits=())
    first, second = all_.of(account, sale(), NOW), all_.of(account, sale(), NOW)
    assert first.connections(NOW, 0, idle=False) == 1
    assert second.connections(NOW, 0, idle=False) == 0
    assert first.connections(NOW, 1, idle=True) == 0  # it closes as soon as it can
    assert second.connections(NOW, 0, idle=False) == 0
    assert first.connections(NOW, 0, idle=True) == 0
    assert second.connections(NOW, 0, idle=False) == 1
    assert first.connections(NOW, 0, idle=False) == 0
    second.leave(NOW)
    assert first.connections(NOW, 0, idle=False) == 1


def test_two_test_messages_wait_for_each_other() -> None:
    all_, account = ledgers(), replace(ACCOUNT, connections=1, limits=())
    order: list[str] = []

    def second() -> None:
        with all_.visit(account, SystemClock()):
            order.append("second")

    with all_.visit(account, SystemClock()):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.3)
        order.append("first is over")
    thread.join(60)
    assert order == ["first is over", "second"]
