"""A daily limit that grows: how it is written, what it lets go, and that its plan comes true over restarts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.accelerated import MONDAY, Desk

from sendoff.core.errors import InputError
from sendoff.core.limits import Ledger, parse_limit
from sendoff.core.warm_up import DAY, MEMORY, WarmUp, best_day, read_warm_up
from sendoff.core.wording import limit_text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("20/day x1.5 to 500", WarmUp(20, 500, factor=1.5)),
        ("20 / d +30 to 1,000/day", WarmUp(20, 1000, step=30)),
        ("1/DAY X2 to 8", WarmUp(1, 8, factor=2.0)),
    ],
)
def test_it_is_read_and_given_back(text: str, meant: WarmUp) -> None:
    assert read_warm_up(text) == meant == read_warm_up(meant.text)
    assert parse_limit(text).warm_up == meant


def test_what_is_none_is_left_to_the_other_limits_and_what_shrinks_is_refused() -> None:
    assert read_warm_up("80/hour") is None
    for bad in ("20/day x1 to 500", "20/day +0 to 500", "500/day x2 to 20"):
        with pytest.raises(InputError, match="does not grow"):
            parse_limit(bad)
    assert limit_text("20/day x1.5 to 500") == "a warm-up from 20 to 500 a day"


def test_it_grows_from_the_best_day_that_is_over_and_forgets_after_a_month() -> None:
    warm_up = WarmUp(20, 50, factor=1.5)
    assert [warm_up.after(best) for best in (0, 5, 20, 30, 45, 900)] == [20, 20, 30, 45, 50, 50]
    times = [MONDAY] * 20
    assert best_day(times, MONDAY + DAY - 1) == 0
    assert best_day(times, MONDAY + DAY) == 20
    assert best_day(times, MONDAY + MEMORY) == 0
    assert best_day([MONDAY, MONDAY + DAY - 1, MONDAY + DAY], MONDAY + 3 * DAY) == 2


def test_it_begins_at_its_start_grows_by_steps_and_may_begin_at_its_end() -> None:
    steps = WarmUp(5, 100, step=30)
    assert [steps.after(best) for best in (0, 5, 35, 90)] == [5, 35, 65, 100]
    assert read_warm_up("20/day x2 to 20") == WarmUp(20, 20, factor=2.0)
    assert best_day([MONDAY] * 20, MONDAY + 31 * DAY - 1) == 20
    assert best_day([MONDAY] * 20, MONDAY + 31 * DAY) == 0


@given(st.lists(st.integers(0, 20 * 3_600_000), min_size=1, max_size=120))
def test_no_day_holds_more_than_the_best_one_before_allows(gaps: list[int]) -> None:
    limit = parse_limit("3/day x2 to 20")
    assert limit.warm_up is not None
    ledger, now = Ledger([limit]), MONDAY
    taken: list[int] = []
    for gap in gaps:
        now = ledger.next_at(now + gap // 20)
        ledger.done(ledger.take(now), now)
        taken.append(now)
    for place, at in enumerate(taken):
        lately = sum(at - DAY < one <= at for one in taken[: place + 1])
        assert lately <= limit.warm_up.after(best_day(taken, at))


def test_each_day_grows_from_what_was_sent_over_a_restart_and_as_planned(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.account = replace(desk.account, limits=("10/day x1.5 to 40",))
    campaign = desk.campaign("c", 140)
    plan = desk.plans.of(campaign)
    assert plan is not None
    desk.run("c", until=lambda: len(desk.taken) >= 31)
    desk.close()
    desk.open()
    desk.run("c")
    by_day = Counter((at - MONDAY + 3_600_000) // DAY for at, _ in desk.taken)
    assert [by_day[day] for day in sorted(by_day)] == [10, 15, 22, 33, 40, 20]
    assert [part.messages for part in plan.parts] == [10, 15, 22, 33, 40, 20]
    end = max(at for at, _ in desk.taken)
    assert abs(plan.end - end) < 0.01 * (end - MONDAY)
    desk.close()
