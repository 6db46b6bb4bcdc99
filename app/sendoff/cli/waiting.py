"""Waits for a campaign's time in the main thread, with a countdown, and starts it."""

from __future__ import annotations

import signal
import threading
from contextlib import nullcontext
from types import FrameType

from rich.live import Live
from rich.text import Text

from sendoff.cli.main import INTERRUPTED, WAITING
from sendoff.cli.running import run_campaign
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import moment_text, time_text
from sendoff.core.campaign import Campaign
from sendoff.core.errors import InputError
from sendoff.core.schedule import Standing
from sendoff.core.wording import duration_text
from sendoff.services.app import Services

_LOOK_EVERY = 0.25
"""Seconds between looks at the clock, which may be set meanwhile, and stands still while the computer sleeps."""


def wait_and_run(services: Services, campaign: Campaign, terminal: Terminal, *, late: bool) -> int:
    """Wait for the campaign's time and send; `late` = also where it was missed. Returns the exit status."""
    now, at = services.clock.now(), campaign.scheduled_at
    if now < at and not _waited(services, campaign, terminal):
        terminal.say(f"Still scheduled for {time_text(at, now)}. The same command goes on; `sendoff stop` ends it.")
        terminal.result(services.reports.summary(campaign))
        return INTERRUPTED
    if services.schedule.standing(campaign) is Standing.MISSED and not late:
        terminal.error(missed(services, campaign))
        return WAITING
    return run_campaign(services, campaign, terminal)


def missed(services: Services, campaign: Campaign) -> InputError:
    """What to say of a campaign whose time passed while nobody was there."""
    when = moment_text(campaign.scheduled_at, services.clock.now())
    return InputError(
        f"“{campaign.name}” was to be sent {when}, while Sendoff was closed or the computer slept.",
        remedy="Send it now with --yes, at another time with --at, or take it back with `sendoff stop`.",
        code="missed",
    )


def _waited(services: Services, campaign: Campaign, terminal: Terminal) -> bool:
    """Wait until the time has come; False where a signal ended the wait."""
    ended = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        ended.set()

    def left() -> Text:
        seconds = max(0, campaign.scheduled_at - services.clock.now()) / 1000
        return Text(f"It starts in {duration_text(seconds)}.")

    when = moment_text(campaign.scheduled_at, services.clock.now())
    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    live = Live(get_renderable=left, console=terminal.console, refresh_per_second=1, transient=True)
    try:
        with live if terminal.console.is_terminal else nullcontext():
            terminal.say(f"“{campaign.name}” is sent {when}. Ctrl-C leaves it scheduled; the same command goes on.")
            while services.clock.now() < campaign.scheduled_at:
                if ended.wait(_LOOK_EVERY):
                    return False
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return True
