"""The timeline keeps every outcome, in stretches of one round length without a gap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.delivery import State
from sendoff.core.tempo import MINUTE, MOST_BINS, TOLD, Minute, accepted_by_minute, timeline

MINUTES = st.lists(
    st.builds(
        Minute,
        at=st.integers(29_000_000, 29_900_000).map(lambda minute: minute * MINUTE),
        state=st.sampled_from(sorted(TOLD)),
        count=st.integers(1, 10_000),
    ),
    max_size=80,
)


@given(MINUTES)
def test_no_outcome_is_lost_and_there_are_no_gaps(minutes: list[Minute]) -> None:
    line = timeline(minutes)
    assert len(line.bins) <= MOST_BINS
    assert sum(one.total for one in line.bins) == sum(one.count for one in minutes)
    assert [one.at for one in line.bins] == [line.bins[0].at + place * line.width for place in range(len(line.bins))]
    for one in minutes:
        place = (one.at - line.bins[0].at) // line.width
        assert line.bins[place].counts[one.state] >= one.count


def test_a_short_run_is_told_by_the_minute_and_a_long_one_by_hours() -> None:
    def line(*minutes: int) -> int:
        return timeline([Minute(at=at * MINUTE, state=State.ACCEPTED, count=1) for at in minutes]).width // MINUTE

    assert line(0, 3) == 1
    assert line(0, 58 * 60) == 60
    assert timeline([]).bins == ()


def test_only_the_accepted_make_the_rate() -> None:
    minutes = [Minute(at=0, state=State.ACCEPTED, count=3), Minute(at=0, state=State.FAILED, count=2)]
    assert accepted_by_minute(minutes) == {0: 3}
