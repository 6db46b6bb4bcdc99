"""The first messages of a campaign, after which it pauses by itself so that somebody can look at them."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from sendoff.core.campaign import Campaign
from sendoff.core.delivery import AGAIN, Move, State
from sendoff.core.language import phrase
from sendoff.core.ports import RowReader
from sendoff.core.said import figure, is_said_from, said

PAUSED = phrase("It paused by itself after the {which}, as set. Look at them, then resume.")
_SETTLED = frozenset({State.ACCEPTED, State.FAILED, State.IN_DOUBT})


class Portion:
    """How many may still be handed out before the pause; one for all accounts of the campaign. Any thread may call."""

    def __init__(self, campaign: Campaign, rows: RowReader) -> None:
        self._first = campaign.pace.first
        self._left = self._first - _handed_over(campaign, rows) if self._first else 0
        self._bound = self._left > 0
        self._out: set[int] = set()
        self._lock = threading.Lock()

    @property
    def open(self) -> bool:
        """Say whether another message may be handed out."""
        return not self._bound or len(self._out) < self._left

    @property
    def over(self) -> bool:
        """Say whether all of them came to their end in this run."""
        return self._bound and self._left <= 0

    @property
    def sentence(self) -> str:
        """Why it pauses."""
        return pause_sentence(self._first)

    def handed(self, delivery_id: int) -> bool:
        """A message is about to be on its way; say whether it may."""
        if not self._bound:
            return True
        with self._lock:
            if not self.open:
                return False
            self._out.add(delivery_id)
            return True

    def back(self, delivery_id: int) -> None:
        """It came back and was not sent."""
        with self._lock:
            self._out.discard(delivery_id)

    def note(self, made: Iterable[Move]) -> None:
        """Take note of moves that took effect: what came to its end counts, what waits again does not."""
        if not self._bound:
            return
        with self._lock:
            self._note(made)

    def _note(self, made: Iterable[Move]) -> None:
        for move in made:
            if move.new is not State.SENDING:
                self._out.discard(move.delivery_id)
            self._left -= move.new in _SETTLED


def _handed_over(campaign: Campaign, rows: RowReader) -> int:
    counts, first = rows.counts(campaign.id), campaign.pace.first
    settled = counts["accepted"] + counts["failed"] + counts["in_doubt"]
    again = rows.page(campaign.id, campaign.fields, limit=first, states=(State.QUEUED,), reasons=AGAIN)
    return settled + len(again)


def pause_sentence(first: int) -> str:
    """What a campaign says that paused by itself after its first messages."""
    which = said("first message") if first == 1 else said("first {first} messages", first=figure(f"{first:,}"))
    return said(PAUSED, which=which)


def paused_by_itself(reason: str, first: int) -> bool:
    """Say whether a campaign paused for this reason because its `first` messages were sent."""
    return is_said_from(reason, PAUSED) or reason == pause_sentence(first)
