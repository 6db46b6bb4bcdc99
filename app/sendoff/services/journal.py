"""Writes into the log what happened: the campaigns' turns, and each recipient's result where everything is wanted."""

from __future__ import annotations

import logging

from sendoff.core.campaign import CampaignState
from sendoff.core.events import CampaignChanged, DeliveriesMoved, Event, PaceChanged, PaceKind

_log = logging.getLogger(__name__)


def note(event: Event) -> None:
    """Log an event that somebody may look for later; a listener on the bus."""
    if isinstance(event, CampaignChanged) and event.state != CampaignState.DRAFT:
        _log.info("campaign %s is %s %s", event.campaign_id, event.state, event.reason)
    elif isinstance(event, PaceChanged) and event.kind is not PaceKind.SENDING:
        _log.info("campaign %s: %s %s", event.campaign_id, event.kind, event.detail)
    elif isinstance(event, DeliveriesMoved) and _log.isEnabledFor(logging.DEBUG):
        for one in event.moved:
            _log.debug("campaign %s, row %d: %s %d %s", event.campaign_id, one.delivery_id, one.state, one.code,
                       one.text)  # fmt: skip


def set_level(word: str) -> None:
    """Log from `info` or from `debug` on, at once."""
    logging.getLogger("sendoff").setLevel(logging.DEBUG if word == "debug" else logging.INFO)
