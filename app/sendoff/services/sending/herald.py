"""What a run tells the faces: batches of moved rows, and what it is doing or waiting for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sendoff.core.delivery import Move
from sendoff.core.events import DeliveriesMoved, DeliveryMoved, PaceChanged, PaceKind
from sendoff.core.language import all_of, tr
from sendoff.core.ports import Clock, RowReader
from sendoff.core.wording import rough
from sendoff.services.bus import Bus
from sendoff.services.sending.pace import Share

PUBLISH_EVERY = 0.1
"""Seconds between events: one event a batch, never one a message."""
_SAME_MOMENT = 1_000
"""Milliseconds by which a wait's end may wander without being told again."""


class Herald:
    """Publishes for one run, from the coordinator's thread."""

    def __init__(self, campaign_id: str, rows: RowReader, bus: Bus, clock: Clock) -> None:
        self._campaign_id = campaign_id
        self._rows = rows
        self._bus = bus
        self._clock = clock
        self._moved: dict[int, Move] = {}
        self._published = 0.0
        self._pace: PaceChanged | None = None

    def moved(self, moves: Iterable[Move]) -> None:
        """Remember the last move of each row that took effect until the next publication."""
        self._moved.update((move.delivery_id, move) for move in moves)

    def publish(self, *, force: bool = False) -> None:
        """Tell what moved, if it is time."""
        now = self._clock.monotonic()
        if self._moved and (force or now - self._published >= PUBLISH_EVERY):
            self._published = now
            moved, self._moved = tuple(map(_moved, self._moved.values())), {}
            self._bus.publish(DeliveriesMoved(self._campaign_id, moved, self._rows.counts(self._campaign_id)))

    def pace(self, kind: PaceKind, detail: str = "", until: int = 0) -> None:
        """Tell what the run is doing, if that is news."""
        last = self._pace
        if last and last.kind is kind and last.detail == detail and abs(until - last.until) <= _SAME_MOMENT:
            return
        self._pace = PaceChanged(self._campaign_id, kind, detail, until)
        self._bus.publish(self._pace)

    def sending(self, share: Share, until: int = 0) -> None:
        """Tell that messages leave, and how much slower than they would if the server had not asked."""
        parts = [tr("{rate} a minute", rate=rough(60 * share.rate))] if share.rate else []
        if share.missing and share.alone:
            left = max(1, share.wanted - share.missing)
            parts.append(tr("{left} connections", left=left) if left > 1 else tr("{left} connection", left=left))
        if parts:
            self.pace(PaceKind.SLOWED, all_of(parts), until)
        else:
            self.pace(PaceKind.SENDING)

    def waiting(self, share: Share, domains: Sequence[str], now: int) -> None:
        """Tell what keeps rows of these domains from leaving."""
        at = share.next_at(now, domains) if domains else share.next_at(now)
        domain = next((one for one in domains if share.next_at(now, (one,)) == at), "")
        if share.resting_until > now:
            self.pace(PaceKind.PARKED, share.words, share.resting_until)
        elif share.behind:
            self.pace(PaceKind.TURN, share.behind)
        elif limit := share.blocking(now, domain):
            self.pace(PaceKind.LIMIT, limit.text, at)
        elif at > now and share.rate:
            self.sending(share, at if at - now > _SAME_MOMENT else 0)
        elif at <= now:
            self.pace(PaceKind.TURN)


def _moved(move: Move) -> DeliveryMoved:
    return DeliveryMoved(
        delivery_id=move.delivery_id,
        state=move.new,
        code=move.code,
        text=move.text,
        due_at=move.due_at,
        attempts=move.attempts,
        enhanced=move.enhanced,
    )
