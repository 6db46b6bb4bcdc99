"""Runs one campaign in the main thread, and listens for Ctrl-C and for other terminals beside it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from types import FrameType, TracebackType
from typing import Any, Self

from sendoff.cli.main import INTERRUPTED, OK, UNWELL, WAITING
from sendoff.cli.meter import Meter
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import figures_of
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.copies import filed_text
from sendoff.core.doubts import resolved_text
from sendoff.core.errors import KnownError, StorageError
from sendoff.core.language import tr
from sendoff.core.wording import duration_text
from sendoff.services.app import Services
from sendoff.services.sending.course import IN_TERMINAL

_LOOK_EVERY = 0.05
"""Seconds between looks at signals; requests of other terminals are looked for every fourth time."""
_FORCE = 2
"""The signal that no longer waits for the message in flight."""


class Watch:
    """Turns signals into a pause, and polls for requests, in a thread of its own.

    The handler only counts: the main thread may be inside a transaction, whose lock a pause needs.
    """

    def __init__(
        self, services: Services, *campaign_ids: str, say: Callable[[str], None], tick: Callable[[], None]
    ) -> None:
        self._services = services
        self._campaign_ids = campaign_ids
        self._say = say
        self._tick = tick
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watch", daemon=True)
        self._before: dict[int, Any] = {}
        self.signals = 0

    def __enter__(self) -> Self:
        self._before = {number: signal.signal(number, self._count) for number in (signal.SIGINT, signal.SIGTERM)}
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _count(self, _number: int, _frame: FrameType | None) -> None:
        self.signals += 1

    def _watch(self) -> None:
        looks, told, aborted, paused = 0, False, False, set[str]()
        while not self._over.wait(_LOOK_EVERY):
            looks += 1
            if self.signals and not told:
                told = True
                self._say("Pausing after the message in flight. Ctrl-C again drops it, and it is then in doubt.")
            # A request that cannot be read, or a full disk, must not end the watch: the engine says what is wrong.
            with suppress(KnownError):
                if self.signals:
                    running = [one for one in self._campaign_ids if one not in paused]
                    paused |= {one for one in running if self._services.sending.pause(one, IN_TERMINAL)}
                if self.signals >= _FORCE and not aborted:
                    aborted = True
                    for one in self._campaign_ids:
                        self._services.sending.abort(one)
                if looks % 4 == 0:
                    self._services.remote.poll()
            self._tick()


def run_campaign(services: Services, campaign: Campaign, terminal: Terminal) -> int:
    """Start or resume a campaign, send until its end, say how it ended, and return the exit status."""
    before = services.reports.counts(campaign)["accepted"]
    started = services.clock.monotonic()
    try:
        with (
            Meter(services, campaign, terminal) as meter,
            Watch(services, campaign.id, say=terminal.say, tick=meter.tick) as watch,
        ):
            services.sending.begin(campaign.id)
            services.sending.run(campaign.id)
            _end(services, [campaign], watch, terminal)
    except StorageError as error:
        terminal.error(error)
        return WAITING
    seconds = services.clock.monotonic() - started
    if not watch.signals:
        _look_for_doubtful(services, campaign, terminal)
        _file_copies(services, campaign, terminal)
    status = _end(services, [campaign], watch, terminal)
    campaign = services.campaigns.get(campaign.id)
    summary = services.reports.summary(campaign, seconds=seconds, accepted_before=before)
    terminal.say(_ending(campaign, summary, seconds))
    terminal.result(summary)
    return status


def run_campaigns(services: Services, campaigns: Sequence[Campaign], terminal: Terminal) -> int:
    """Send several campaigns at the same time, each in a thread of its own; the highest exit status of theirs."""
    before = {one.id: services.reports.counts(one)["accepted"] for one in campaigns}
    started, broken = services.clock.monotonic(), list[BaseException]()

    def run(campaign_id: str) -> None:
        try:
            services.sending.run(campaign_id)
        except BaseException as error:  # noqa: BLE001 -- a thread's last resort: it is raised below
            broken.append(error)

    with ExitStack() as stack:
        meters = [stack.enter_context(Meter(services, one, terminal, beside=True)) for one in campaigns]
        ids = [one.id for one in campaigns]
        ticks = partial(_tick, meters)
        watch = stack.enter_context(Watch(services, *ids, say=terminal.say, tick=ticks))
        threads: list[threading.Thread] = []
        try:
            for campaign_id in ids:
                services.sending.begin(campaign_id)
                threads.append(threading.Thread(target=run, args=(campaign_id,), name=campaign_id))
                threads[-1].start()
        except KnownError:
            for campaign_id in ids:  # those before it have begun
                services.sending.pause(campaign_id, IN_TERMINAL)
            raise
        finally:
            for thread in threads:
                thread.join()
        _end(services, campaigns, watch, terminal)
    for error in broken:
        if not isinstance(error, StorageError):
            raise error
        terminal.error(error)
    return _tell_all(services, campaigns, before, services.clock.monotonic() - started, watch, terminal)


def _tick(meters: Sequence[Meter]) -> None:
    for meter in meters:
        meter.tick()


def _tell_all(
    services: Services,
    campaigns: Sequence[Campaign],
    before: Mapping[str, int],
    seconds: float,
    watch: Watch,
    terminal: Terminal,
) -> int:
    summaries = []
    for one in campaigns:
        if not watch.signals:
            _look_for_doubtful(services, one, terminal)
            _file_copies(services, one, terminal)
        now = services.campaigns.get(one.id)
        summary = services.reports.summary(now, seconds=seconds, accepted_before=before[one.id])
        summaries.append(summary)
        terminal.say(f"“{now.name}”: {_ending(now, summary, seconds)}")
    status = _end(services, campaigns, watch, terminal)
    terminal.result({"campaigns": summaries})
    return status


def _look_for_doubtful(services: Services, campaign: Campaign, terminal: Terminal) -> None:
    """Look where the provider keeps copies, if anybody is in doubt and that is known; Ctrl-C ends the looking."""
    try:
        if resolved := services.doubts.after_run(campaign.id):
            terminal.say(resolved_text(resolved))
    except KeyboardInterrupt:
        terminal.say("Not looked up to the end. `sendoff doubts --look` goes on.")
    except KnownError as error:
        terminal.warn(str(error))


def _file_copies(services: Services, campaign: Campaign, terminal: Terminal) -> None:
    """File copies where the account asks for them; nothing that happens here is the campaign's fault."""
    try:
        if not services.copies.asked_for(campaign.id):
            return
        terminal.say(tr("Filing copies in the Sent folder; Ctrl+C leaves them for later."))
        if (filed := services.copies.after_run(campaign.id)) and (said := filed_text(filed)):
            terminal.say(said)
    except KeyboardInterrupt:
        terminal.say(tr("Not all copies are filed. `sendoff file-copies` goes on."))
    except KnownError as error:
        terminal.warn(str(error))


def _end(services: Services, campaigns: Sequence[Campaign], watch: Watch, terminal: Terminal) -> int:
    """The highest exit status of theirs, which no Ctrl-C changes from here on: it can only cut off what is told."""
    now = [services.campaigns.get(one.id) for one in campaigns]
    interrupted = bool(watch.signals)
    terminal.ended = max(exit_status(one, services.reports.counts(one), interrupted=interrupted) for one in now)
    return terminal.ended


def exit_status(campaign: Campaign, counts: dict[str, int], *, interrupted: bool = False) -> int:
    """The status for how a campaign stands."""
    if campaign.state is CampaignState.PAUSED:
        return INTERRUPTED if interrupted else WAITING
    undone = ("queued", "deferred", "failed", "in_doubt", "cancelled")
    return UNWELL if any(counts[key] for key in undone) else OK


def _ending(campaign: Campaign, summary: Mapping[str, Any], seconds: float) -> str:
    said, counts = figures_of(summary), summary["counts"]
    if campaign.state is CampaignState.PAUSED:
        why = "" if campaign.reason == IN_TERMINAL else f" {campaign.reason}"
        return f"Paused: {said}.{why} Run the same command to go on."
    if campaign.state is CampaignState.STOPPED:
        return f"Stopped: {said}."
    more = " `sendoff report` says why." if counts["failed"] or counts["in_doubt"] else ""
    return f"Done in {duration_text(max(1, seconds))}: {said}.{more}"
