"""How long a campaign takes, from its limits before the start and from its rate while it runs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.forecast import least_seconds
from sendoff.core.limits import Ledger, Limit, parse_limit

LIMITS = st.lists(
    st.builds(lambda count, seconds: Limit(count, seconds, "x"), st.integers(1, 9), st.integers(1, 60)), max_size=2
)


def test_the_slowest_rule_decides() -> None:
    limits = [parse_limit("80/hour"), parse_limit("500/day")]
    assert least_seconds(80, limits, 0) == 0
    assert least_seconds(81, limits, 0) == 3600
    assert least_seconds(501, limits, 0) == 86_400
    assert least_seconds(11, limits, 2.5) == 25
    assert least_seconds(0, limits, 9) == 0


@given(st.integers(1, 40), LIMITS, st.integers(0, 5))
def test_the_ledger_is_never_faster(count: int, limits: list[Limit], delay: int) -> None:
    ledger, now = Ledger(limits, 1000 * delay), 1_000_000
    start = now
    for _ in range(count):
        now = ledger.next_at(now)
        ledger.done(ledger.take(now), now)
    assert now - start >= 1000 * least_seconds(count, limits, delay)
