"""Runs the engines of a campaign that has several accounts, a thread each, and makes one ending of theirs."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from queue import SimpleQueue

from sendoff.core.account import Account
from sendoff.core.events import Event, Lane, LanesChanged, PaceChanged, PaceKind
from sendoff.core.said import joined, quoted
from sendoff.services.bus import Bus
from sendoff.services.sending.company import Seat
from sendoff.services.sending.ending import Ending
from sendoff.services.sending.engine import Engine

_GOING = (PaceKind.SENDING, PaceKind.SLOWED)


class Chorus:
    """What the accounts of a campaign say of their pace, told as one voice and account by account."""

    def __init__(self, campaign_id: str, accounts: Sequence[Account], bus: Bus) -> None:
        self._campaign_id = campaign_id
        self._bus = bus
        self._lock = threading.Lock()
        self._lanes = {one.id: Lane(account_id=one.id, account=one.name) for one in accounts}
        self._told: PaceChanged | None = None

    def voice(self, account: Account) -> Bus:
        """The bus for one account's engine."""
        return _Voice(self, account.id, self._bus)

    def leaves(self, account: Account, why: str) -> None:
        """An account sends no more in this run."""
        self._change(account.id, out=why)

    def paced(self, account_id: str, pace: PaceChanged) -> None:
        """An account does something else than before."""
        self._change(account_id, pace=pace)

    def _change(self, account_id: str, *, pace: PaceChanged | None = None, out: str = "") -> None:
        with self._lock:
            lane = self._lanes[account_id]
            self._lanes[account_id] = replace(lane, pace=pace or lane.pace, out=out or lane.out)
            lanes = tuple(self._lanes.values())
            one = _foremost([lane.pace for lane in lanes if lane.pace is not None and not lane.out])
            news = one is not None and one != self._told
            self._told = one or self._told
        self._bus.publish(LanesChanged(self._campaign_id, lanes))
        if one is not None and news:
            self._bus.publish(one)


def _foremost(paces: Sequence[PaceChanged]) -> PaceChanged | None:
    """What stands for all: that one is sending, or else what ends first."""
    going = [one for one in paces if one.kind in _GOING]
    return min(going or paces, key=lambda one: (_order(one), one.until), default=None)


def _order(pace: PaceChanged) -> int:
    return _GOING.index(pace.kind) if pace.kind in _GOING else len(_GOING)


class _Voice(Bus):
    def __init__(self, chorus: Chorus, account_id: str, bus: Bus) -> None:
        super().__init__()
        self._chorus = chorus
        self._account_id = account_id
        self._bus = bus

    def publish(self, event: Event) -> None:
        """Pass on what is the campaign's; keep what is one account's."""
        if isinstance(event, PaceChanged):
            self._chorus.paced(self._account_id, event)
        else:
            self._bus.publish(event)


@dataclass(frozen=True, slots=True)
class Member:
    """One account with its engine and its place in the company."""

    account: Account
    engine: Engine
    seat: Seat


class Conductor:
    """The engines of one run. `run` blocks; `halt` and `abort` may be called from any thread."""

    def __init__(self, members: Sequence[Member], chorus: Chorus) -> None:
        self._members = members
        self._chorus = chorus
        self._ended: SimpleQueue[tuple[Member, Ending | BaseException]] = SimpleQueue()
        for member in members:
            member.seat.wake = member.engine.wake

    def halt(self) -> None:
        """Stop every engine within the messages in flight."""
        for member in self._members:
            member.engine.halt()

    def abort(self) -> None:
        """Drop every connection now: messages past their last byte are then in doubt."""
        for member in self._members:
            member.engine.abort()

    def run(self) -> Ending:
        """Send until no account has anything left, or none can go on. Raises what an engine raises."""
        threads = [threading.Thread(target=self._work, args=(one,), name=one.account.name) for one in self._members]
        for thread in threads:
            thread.start()
        left: dict[str, str] = {}
        over: Ending | BaseException | None = None
        for _ in self._members:
            member, end = self._ended.get()
            member.seat.out = True
            if isinstance(end, BaseException):
                over = end if over is None or isinstance(over, Ending) else over
                self.halt()
            elif end.needs_user and end.own:
                left[member.account.name] = end.reason
                self._chorus.leaves(member.account, end.reason)
            elif end.needs_user:
                over = over or end
                self.halt()
            elif end.finished:
                over = over or end
        for thread in threads:
            thread.join()
        if isinstance(over, BaseException):
            raise over
        return _joined(over, left)

    def _work(self, member: Member) -> None:
        try:
            self._ended.put((member, member.engine.run()))
        except BaseException as error:  # noqa: BLE001 -- a thread's last resort: `run` raises it
            self._ended.put((member, error))


def _joined(over: Ending | None, left: dict[str, str]) -> Ending:
    """One ending: what ended the campaign, and which accounts had left before, with their reasons."""
    each = joined(" ", (joined(": ", (quoted(name), reason)) for name, reason in left.items()))
    if over is None:
        return Ending(reason=each, needs_user=bool(left))
    return replace(over, without=each)
