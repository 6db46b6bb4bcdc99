"""When each part of a campaign goes, and when it ends: reckoned ahead from limits, quota already used and hours."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo

from sendoff.core.hours import SendingHours, hours_text
from sendoff.core.language import all_of, digits, tr
from sendoff.core.limits import Limit
from sendoff.core.warm_up import Days
from sendoff.core.wording import clock_text, count_text, duration_text, limit_text

MOST_BURSTS = 20_000
"""Steps that are reckoned one by one; what comes after goes on at their rate."""
ANSWER = 200
"""Milliseconds that a server takes for a message, where nothing was measured: its place is held that much longer."""
_PAUSE = 60_000
"""Milliseconds without a message that part one part of a plan from the next."""
_BINS = 500
"""Earlier messages are gathered where they are apart by less than this part of their age."""
_SHORT = 60
"""Seconds below which a plan says no time of day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What is known about the rest of a campaign."""

    messages: int
    limits: tuple[Limit, ...] = ()
    used: Sequence[int] = ()
    """When messages counted against them lately (epoch ms)."""
    delay: float = 0.0
    """Seconds between messages at least."""
    per_second: float = 0.0
    """What the server takes, as measured; 0 = not known yet."""
    start: int = 0
    """Nothing leaves before (epoch ms)."""
    hours: SendingHours | None = None
    zones: tuple[tuple[tzinfo, int], ...] = ()
    """By whose clocks the hours go: how many recipients have each; empty = all have UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Messages that go without a long pause between them."""

    start: int
    end: int
    """When the last of them goes (epoch ms)."""
    messages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The parts in order, and what holds them back."""

    messages: int
    start: int
    parts: tuple[Part, ...] = ()
    limits: tuple[Limit, ...] = ()
    """Those that cost time, the shortest window first."""
    delay: float = 0.0
    hours: SendingHours | None = None
    first: int = 0
    """After so many more it pauses by itself; 0 = it does not."""

    @property
    def end(self) -> int:
        """When the last message goes (epoch ms)."""
        return self.parts[-1].end if self.parts else self.start


class _Window:
    """One rolling limit while the plan is reckoned."""

    def __init__(self, limit: Limit) -> None:
        self.limit = limit
        self.waited = False
        self._seen: deque[tuple[int, int]] = deque()
        self._count = 0
        self._over = Days()
        """What has left the window, which a warm-up grows by."""

    def room(self, at: int) -> int:
        while self._seen and self._seen[0][0] + self.limit.window <= at:
            sent, messages = self._seen.popleft()
            self._count -= messages
            if self.limit.warm_up:
                self._over.add(sent, messages)
        most = self.limit.warm_up.after(self._over.best) if self.limit.warm_up else self.limit.count
        return most - self._count

    def add(self, at: int, messages: int) -> None:
        self._seen.append((at, messages))
        self._count += messages

    @property
    def frees(self) -> int:
        """When the oldest that counts counts no more."""
        return self._seen[0][0] + self.limit.window


class _Group:
    """The recipients whose hours go by one clock."""

    def __init__(self, hours: SendingHours | None, zone: tzinfo, left: int) -> None:
        self.left = left
        self._hours, self._zone = hours, zone
        self._open = True
        self.until = 0
        """When they may no more, while they may (epoch ms); 0 = never."""

    def opens(self, at: int) -> int:
        """When its messages may leave: at `at`, or later."""
        if self._hours is None:
            return at
        if at >= self.until:
            self._open, self.until = self._hours.open_at(at, self._zone), self._hours.changes_after(at, self._zone)
        return at if self._open else self.until


def plan(ahead: Ahead, now: int) -> Plan:
    """Reckon a campaign ahead from `now` (epoch ms). Limits of single domains are reckoned apart, see `latest`."""
    windows = [_Window(limit) for limit in ahead.limits if not limit.domain]
    longest = max((one.limit.memory for one in windows), default=0)
    for at, number in _gathered(ahead.used, now, longest):
        for one in windows:
            one.add(at, number)
    gap = max(1000 * ahead.delay, 1000 / ahead.per_second if ahead.per_second else 0.0)
    hours = ahead.hours if ahead.hours and not ahead.hours.always else None
    bursts = _reckoned(ahead, hours, windows, gap, max(now, ahead.start))
    return Plan(
        messages=ahead.messages,
        start=bursts[0].start if bursts else max(now, ahead.start),
        parts=tuple(_joined(bursts)),
        limits=tuple(one.limit for one in sorted(windows, key=lambda one: one.limit.seconds) if one.waited),
        delay=ahead.delay,
        hours=hours,
    )


def _reckoned(ahead: Ahead, hours: SendingHours | None, windows: Sequence[_Window], gap: float, at: int) -> list[Part]:
    """Step by step: from `at` on, as many at once as every limit and the hours allow."""
    groups = [_Group(hours, zone, number) for zone, number in ahead.zones or ((UTC, ahead.messages),) if number]
    held = 0 if ahead.per_second else ANSWER
    bursts: list[Part] = []
    while groups and len(bursts) < MOST_BURSTS:
        ready = [one for one in groups if one.opens(at) == at]
        if not ready:
            at = min(one.opens(at) for one in groups)
            continue
        full = max((one for one in windows if one.room(at) <= 0), key=lambda one: one.frees, default=None)
        if full is not None:
            full.waited = True
            at = full.frees
            continue
        number = min([sum(one.left for one in ready), *(one.room(at) for one in windows)])
        closing = min(one.until for one in ready)
        if closing and gap:
            number = min(number, max(1, int((closing - at) / gap)))
        for one in windows:
            one.add(at + max(round(gap), held), number)
        bursts.append(Part(start=at, end=at + round((number - 1) * gap), messages=number))
        at += round(number * gap)
        _take(ready, number)
        groups = [one for one in groups if one.left]
    left = sum(one.left for one in groups)
    return [*bursts, _rest(bursts, left)] if left else bursts


def _take(ready: Sequence[_Group], number: int) -> None:
    """Spread what goes over the groups that may, evenly."""
    for place, one in enumerate(sorted(ready, key=lambda group: group.left)):
        share = min(one.left, -(-number // (len(ready) - place)))
        one.left -= share
        number -= share


def latest(plans: Sequence[Plan]) -> Plan:
    """Of the plan for all and those for single domains, which go beside it, the parts of the first with the latest end.

    The recipients of a slow domain come last; everybody else goes as the first plan says.
    """
    whole, last = plans[0], max(plans, key=lambda one: one.end)
    if last.end <= whole.end or not whole.parts:
        return whole
    tail = Part(start=whole.end, end=last.end, messages=0)
    return replace(whole, parts=(*whole.parts, tail), limits=last.limits)


def _gathered(used: Sequence[int], now: int, longest: int) -> Iterable[tuple[int, int]]:
    """Earlier messages in at most `_BINS` steps, each at its latest moment, so that nothing is promised too early."""
    times, at = sorted(min(at, now) for at in used if at > now - longest), 0
    while at < len(times):
        end = bisect_left(times, times[at] + max(1, (now - times[at]) // _BINS))
        yield times[end - 1], end - at
        at = end


def _rest(bursts: Sequence[Part], left: int) -> Part:
    """What was not reckoned step by step, at the rate of the second half of what was."""
    half = bursts[len(bursts) // 2 :]
    sent, span = sum(one.messages for one in half), half[-1].end - half[0].start
    return Part(start=half[-1].end, end=half[-1].end + round(span * left / sent), messages=left)


def _joined(bursts: Iterable[Part]) -> Iterable[Part]:
    held: Part | None = None
    for one in bursts:
        if held is not None and one.start - held.end < _PAUSE:
            held = Part(start=held.start, end=one.end, messages=held.messages + one.messages)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def by_day(made: Plan, zone: tzinfo) -> list[tuple[int, int]]:
    """How many messages go on each day that has any: (a moment of the day in epoch ms, messages), in order."""
    days: dict[str, tuple[int, int]] = {}
    for part in made.parts:
        for at, number in _split(part, zone):
            key = _date(at, zone)
            moment, sum_ = days.get(key, (at, 0))
            days[key] = (moment, sum_ + number)
    return [(at, number) for at, number in days.values() if number]


def _split(part: Part, zone: tzinfo) -> Iterable[tuple[int, int]]:
    """A part that goes over midnight, evenly."""
    at, sent, span = part.start, 0, part.end - part.start
    while _date(at, zone) != _date(part.end, zone):
        midnight = SendingHours(days=(_day(at, zone),)).changes_after(at, zone)
        due = round(part.messages * (midnight - part.start) / span) - sent
        yield at, due
        at, sent = midnight, sent + due
    yield at, part.messages - sent


def _date(at: int, zone: tzinfo) -> str:
    return f"{datetime.fromtimestamp(at / 1000, zone):%Y-%m-%d}"


def _day(at: int, zone: tzinfo) -> int:
    return datetime.fromtimestamp(at / 1000, zone).weekday()


def plan_text(made: Plan, now: int, zone: tzinfo) -> str:
    """Say it in a line, as `12,431 messages; 80 an hour until Tuesday 14:10; 500 today` does."""
    parts = [
        (
            tr("{messages} message", messages=count_text(made.messages))
            if made.messages == 1
            else tr("{messages} messages", messages=count_text(made.messages))
        )
    ]
    if made.start > now + _PAUSE:
        parts.append(tr("from {clock}", clock=clock_text(made.start, now, zone)))
    if made.end - max(now, made.start) < 1000 * _SHORT:
        parts.append(tr("as fast as the server takes them"))
    else:
        rate = all_of(limit_text(one.text) for one in made.limits)
        rate = rate or (tr("{delay} s apart", delay=digits(f"{made.delay:g}")) if made.delay else "")
        parts.append(" ".join(filter(None, (rate, tr("until {clock}", clock=clock_text(made.end, now, zone))))))
    days = by_day(made, zone)
    if len(days) > 1 and _date(days[0][0], zone) == _date(now, zone):
        parts.append(tr("{days} today", days=count_text(days[0][1])))
    return "; ".join(parts) + "."


def why_text(made: Plan, now: int, zone: tzinfo, *, most: int = 4, duration: bool = True) -> str:
    """Say what explains it: how long it takes, in which hours, and the first days' numbers."""
    sentences = []
    if not duration:
        pass
    elif made.end - made.start >= 1000 * _SHORT:
        sentences.append(tr("It takes {time}.", time=duration_text((made.end - made.start) / 1000)))
    elif not made.limits and not made.hours:
        sentences.append(tr("No limit holds them back."))
    if made.hours:
        sentences.append(tr("Only {hours}.", hours=hours_text(made.hours)))
    days = by_day(made, zone)
    if len(days) > 1:
        named = [f"{day_text(at, now, zone)} {count_text(number)}" for at, number in days[:most]]
        more = tr(" and {days} more days", days=len(days) - most) if len(days) > most + 1 else ""
        if len(days) == most + 1:
            named.append(f"{day_text(days[most][0], now, zone)} {count_text(days[most][1])}")
        sentences.append(f"{', '.join(named)}{more}.")
    if made.first:
        sentences.append(tr("It pauses by itself after the first {first}.", first=count_text(made.first)))
    return " ".join(sentences)


def day_text(at: int, now: int, zone: tzinfo) -> str:
    """`Today`, or what the clock says without the time: `Tuesday`, `3 December`."""
    words = clock_text(at, now, zone).split(" ")[:-1]
    return " ".join(words) or tr("Today")
