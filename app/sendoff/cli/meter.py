"""The live display of a run: a bar, the five figures, the pace sentence. It reads events, never a database."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.align import Align
from rich.console import Group, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.text import Text

from sendoff.cli.terminal import Terminal
from sendoff.cli.words import pace_text, time_text
from sendoff.core.campaign import Campaign
from sendoff.core.events import DeliveriesMoved, Event, Lane, LanesChanged, PaceChanged, PaceKind
from sendoff.core.plan import Plan
from sendoff.core.wording import count_text, duration_text
from sendoff.services.app import Services

_FIGURES = (
    ("accepted", "●", "accepted", "green"),
    ("queued", "●", "waiting", "default"),
    ("deferred", "●", "deferred", "yellow"),
    ("failed", "●", "failed", "red"),
    ("in_doubt", "◆", "in doubt", "magenta"),
)
_A_SECOND = 8
"""Refreshes."""
_RECKON_EVERY = 5.0
"""Seconds between two plans."""
_SOON = 60.0
"""Seconds; who waits for less needs no clock."""


class Meter:
    """A context manager. Off a terminal it only says what is waited for, once each."""

    def __init__(self, services: Services, campaign: Campaign, terminal: Terminal, *, beside: bool = False) -> None:
        """`beside` others: it only says what is waited for, with the campaign's name."""
        self._beside = beside
        self._services = services
        self._campaign = campaign
        self._terminal = terminal
        known = [one for one in services.accounts.every() if one.id in campaign.account_ids]
        self._server = services.accounts.provider_name(known[0]) if len(known) == 1 else "the accounts"
        self._counts = services.reports.counts(campaign)
        self._accepted_before = self._counts["accepted"]
        self._started = services.clock.monotonic()
        self._pace: PaceChanged | None = None
        self._told: PaceChanged | None = None
        self._live: Live | None = None
        self._over = False
        self._plan: Plan | None = None
        self._reckoned = 0.0
        self._limited = False
        self._lanes: tuple[Lane, ...] = ()
        self._left_behind: set[str] = set()

    def __enter__(self) -> Self:
        self._unsubscribe = self._services.bus.subscribe(self._hear)
        if self._terminal.console.is_terminal and not self._beside:
            self._live = Live(get_renderable=self._render, console=self._terminal.console, refresh_per_second=_A_SECOND)
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._unsubscribe()
        self._over = True
        if self._live:
            self._live.stop()

    def tick(self) -> None:
        """Called now and then by another thread than the engine's, which must not wait for a slow reader."""
        self._tell_who_left()
        if self._live:
            self._reckon()
        pace = self._pace
        if self._live or pace is None or pace.kind is PaceKind.SENDING:
            return
        # The rate that a server asked for changes all the time; once said is enough.
        known = self._told is not None and pace.kind is self._told.kind
        if not known or (pace.kind is not PaceKind.SLOWED and self._told and pace.detail != self._told.detail):
            self._told = pace
            name = f"“{self._campaign.name}”: " if self._beside else ""
            self._terminal.say(f"{name}{self._sentence()}")

    def _tell_who_left(self) -> None:
        """Say once of each account of several that it cannot go on."""
        for lane in self._lanes:
            if lane.out and lane.account_id not in self._left_behind:
                self._left_behind.add(lane.account_id)
                self._terminal.warn(f"“{lane.account}” cannot go on: {lane.out}")

    def _hear(self, event: Event) -> None:
        match event:
            case LanesChanged(campaign_id=self._campaign.id):
                self._lanes = event.lanes
            case DeliveriesMoved(campaign_id=self._campaign.id):
                self._counts = dict(event.counts)
            case PaceChanged(campaign_id=self._campaign.id):
                self._pace = event
                self._limited = self._limited or event.kind is PaceKind.LIMIT

    def _per_second(self) -> float:
        passed = self._services.clock.monotonic() - self._started
        return (self._counts["accepted"] - self._accepted_before) / passed if passed > 0 else 0.0

    def _sentence(self) -> str:
        return pace_text(
            self._pace,
            now=self._services.clock.now(),
            per_second=self._per_second(),
            server=self._server,
            deferred=self._counts["deferred"],
        )

    def _render(self) -> RenderableType:
        counts = self._counts
        total = sum(counts[key] for key, *_ in _FIGURES)
        waiting = counts["queued"] + counts["deferred"]
        head = f"{count_text(counts['accepted'])} of {count_text(total)} accepted{self._left(waiting)}"
        line = Text()
        for key, sign, word, style in _FIGURES:
            line.append(f"{sign} {count_text(counts[key])} {word}   ", style)
        bar = ProgressBar(total=max(1, total), completed=total - waiting, width=60)
        sentence = () if self._over else (Text(self._sentence()),)
        return Group(Text(head), Align.left(bar), line, *sentence)

    def _left(self, waiting: int) -> str:
        now, made = self._services.clock.now(), self._plan
        if not waiting or made is None or made.end <= now:
            return ""
        seconds = (made.end - now) / 1000
        until = f", until {time_text(made.end, now)}" if seconds > _SOON else ""
        return f", {duration_text(seconds)} left{until}"

    def _reckon(self) -> None:
        """Plan anew now and then, in the thread of `tick`."""
        now = self._services.clock.monotonic()
        if self._reckoned and now - self._reckoned < _RECKON_EVERY:
            return
        self._reckoned = now
        # Where limits are met, the rate over a wait says nothing of the server.
        rate, pace = 0.0 if self._limited else self._per_second(), self._pace
        start = pace.rests_until if pace is not None else 0
        if rate or self._limited:
            self._plan = self._services.plans.of(self._campaign, per_second=rate, start=start)
