"""The plan of several accounts: it ends when all of them together are done, and everybody is in it once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.limits import parse_limit
from sendoff.core.plan import Ahead, Plan, plan
from sendoff.core.plan_sharing import divided, together

NOW = 1_795_305_600_000
HOUR = 3_600_000


def alone(messages: int, *limits: str, delay: float = 0.0) -> Plan:
    return plan(Ahead(messages=messages, limits=tuple(parse_limit(one) for one in limits), delay=delay), NOW)


def test_two_accounts_take_what_each_may() -> None:
    shares = divided(300, [alone(300, "100/hour"), alone(300, "50/hour")])
    assert sum(shares) == 300
    assert shares == [200, 100]
    both = together([alone(200, "100/hour"), alone(100, "50/hour")])
    assert both.messages == sum(part.messages for part in both.parts) == 300
    assert HOUR <= both.end - NOW < HOUR + 60_000


def test_an_account_without_a_limit_takes_what_the_other_may_not() -> None:
    shares = divided(1000, [alone(1000, "10/hour"), alone(1000)])
    assert sum(shares) == 1000
    assert shares[1] >= 900


@given(st.integers(1, 3000), st.lists(st.sampled_from([0.0, 0.5, 2.0, 30.0]), min_size=1, max_size=5))
def test_everybody_is_sent_to_once_and_no_later_than_by_the_quickest_alone(messages: int, delays: list[float]) -> None:
    plans = [alone(messages, delay=one) for one in delays]
    shares = divided(messages, plans)
    assert sum(shares) == messages
    assert min(shares) >= 0
    ends = [alone(share, delay=delay).end for share, delay in zip(shares, delays, strict=True) if share]
    assert max(ends) <= min(one.end for one in plans)
