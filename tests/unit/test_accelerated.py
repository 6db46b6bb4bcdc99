"""Quotas and hours over days, by the clock of the server: the real engine, queue and limits in accelerated time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.bench.plan import TOO_FAST, WORK, Case, run
from tests.fakes.accelerated import MONDAY, Desk, crowded
from tests.fakes.transport import TAKEN

from sendoff.core.campaign import CampaignState
from sendoff.core.hours import SendingHours, parse_hours
from sendoff.core.limits import parse_limit
from sendoff.core.outcome import Reply, Stage

HOUR = 3_600_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("connections", [1, 4])
@pytest.mark.parametrize(("limit", "rows"), [("1/second", 20), ("30/minute", 36), ("80/hour", 90), ("500/day", 255)])
def test_no_window_holds_one_too_many_over_a_restart_and_two_campaigns(
    desk: Desk, connections: int, limit: str, rows: int
) -> None:
    known = parse_limit(limit)
    desk.account = replace(desk.account, limits=(limit,), connections=connections)
    names = [desk.campaign(name, rows).id for name in ("one", "two")]
    desk.run(*names, until=lambda: len(desk.taken) >= rows // 2)
    assert len(desk.taken) < rows
    desk.close()
    desk.open()
    desk.run(*names)
    times = [at for at, _ in desk.taken]
    assert len(times) == 2 * rows
    assert crowded(times, known.count, known.seconds) == []
    assert {desk.state(name) for name in names} == {CampaignState.FINISHED}
    # Not by being slow either: every window is used to the full.
    windows = (2 * rows - 1) // known.count
    assert max(times) - min(times) < 1000 * known.seconds * windows * 1.2 + 300_000


@pytest.mark.parametrize("code", [421, 451])
def test_the_rate_falls_at_once_rises_slowly_and_comes_near_what_a_server_takes(desk: Desk, code: int) -> None:
    rows, refused = 700, list[int]()
    desk.account = replace(desk.account, connections=4)

    def answer(_address: str, now: int) -> Reply:
        """Take 20 in any 10 seconds, and nobody says so."""
        if sum(now - at < 10_000 for at, _ in desk.taken[-40:]) < 20:
            return TAKEN
        refused.append(now)
        return Reply(Stage.END, code, "4.7.1", "You are sending too fast, slow down")

    desk.answer = answer
    desk.campaign("c", rows)
    desk.run("c")
    times = [at for at, _ in desk.taken]
    assert len({address for _, address in desk.taken}) == len(times) == rows
    assert {line.attempts for line in desk.store.deliveries.page("c", ("email", "tz"), limit=rows)} == {1}
    assert len(refused) <= rows // 50
    assert max(times) - min(times) < 2 * 1000 * rows // 2  # half of what it would take, most of it the rests asked for
    late = refused[5:]  # by then it knows about what is taken
    assert len(late) > 1
    for at, later in pairwise(late):
        before = sum(at - 30_000 <= one < at for one in times)
        after = sum(at + 30_000 <= one < at + 60_000 for one in times)  # the rest asked for is over
        assert after <= 0.75 * before
        assert later - at > 60_000


def test_nothing_leaves_outside_of_the_hours_and_all_of_it_inside(desk: Desk) -> None:
    hours = parse_hours("9:00-11:00", "mon-fri", "Europe/Vienna")
    desk.account = replace(desk.account, limits=("20/hour",))
    desk.campaign("c", 130, hours=hours)
    desk.clock.go_to(MONDAY + 4 * 24 * HOUR - 30 * 60_000)  # Friday 9:30 in Vienna
    desk.run("c")
    assert desk.state("c") is CampaignState.FINISHED
    assert hours is not None
    assert all(hours.open_at(at - desk.latency, ZoneInfo("Europe/Vienna")) for at, _ in desk.taken)
    days = [datetime.fromtimestamp(at / 1000, ZoneInfo("Europe/Vienna")).day for at, _ in desk.taken]
    assert [days.count(day) for day in sorted(set(days))] == [40, 40, 40, 10]
    assert sorted(set(days)) == [20, 23, 24, 25]  # no Saturday, no Sunday


def test_each_recipient_has_hours_of_its_own_and_the_unknown_have_the_senders(desk: Desk) -> None:
    hours = SendingHours(opens=9 * 60, closes=10 * 60, zone="Europe/Vienna", column="tz")
    zones = ("America/New_York", "asia/tokyo", "", "Mars/Olympus")
    desk.campaign("c", 400, zones=zones, hours=hours)
    desk.latency = 100
    desk.run("c")
    assert len({address for _, address in desk.taken}) == len(desk.taken) == 400
    for at, address in desk.taken:
        name = zones[int(address[1:].partition("@")[0]) % 4]
        meant = {"asia/tokyo": "Asia/Tokyo", "America/New_York": name}.get(name, "Europe/Vienna")
        assert hours.open_at(at - desk.latency, ZoneInfo(meant))
    assert max(at for at, _ in desk.taken) - MONDAY < 25 * HOUR


def test_a_limit_that_keeps_rows_at_hand_past_their_hours_sends_them_the_next_day(desk: Desk) -> None:
    hours = SendingHours(opens=9 * 60, closes=10 * 60, zone="UTC", column="tz")
    desk.account = replace(desk.account, limits=("10/hour",))
    desk.campaign("c", 30, zones=("UTC", "Europe/Vienna"), hours=hours)
    desk.run("c")
    assert len(desk.taken) == 30
    for at, address in desk.taken:
        zone = ZoneInfo(("UTC", "Europe/Vienna")[int(address[1:].partition("@")[0]) % 2])
        assert hours.open_at(at - desk.latency, zone)


@pytest.mark.parametrize(
    "case",
    [
        Case(name="quota, used before, slowed", rows=170, limits=("80/hour",), used=30, every=35, reply=TOO_FAST),
        Case(name="hours", rows=90, limits=("10/hour",), pace={"hours": WORK}),
    ],
    ids=lambda case: case.name,
)
def test_a_plan_comes_true_within_five_per_cent(tmp_path: Path, case: Case) -> None:
    came = run(case, tmp_path)
    assert abs(came.before) < 0.05
    assert abs(came.halfway) < 0.05
