"""A real engine, queue and wire that go on by one step when they are told to, and die when they are told to.

The engine has its own thread, but never runs beside the test: it stops wherever it would wait for the network.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from random import Random
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from tests.adapters.data_folder import open_folder
from tests.fakes.peer import Network
from tests.fakes.resolver import TableResolver
from tests.fakes.vault import DictVault

from sendoff.adapters.storage.store import Store
from sendoff.adapters.system.blobs import Blobs
from sendoff.adapters.system.files import UserFiles
from sendoff.adapters.system.resources import load_rules
from sendoff.adapters.system.zones import zone_of
from sendoff.adapters.tabular.lists import ListFiles
from sendoff.core.delivery import Move
from sendoff.core.rulebook import RuleBook
from sendoff.services.accounts import Accounts
from sendoff.services.bus import Bus
from sendoff.services.campaigns import Campaigns
from sendoff.services.recipients import Recipients
from sendoff.services.sending import fleet
from sendoff.services.sending.connection import Said
from sendoff.services.sending.fleet import Fleet
from sendoff.services.sending.service import Sending

STUCK = 60.0
"""Seconds after which an engine that does not come to its next wait is a fault."""


class Killed(BaseException):
    """The process is gone: nothing that would have come now is done."""


@dataclass
class Time:
    """A wall clock that may be set, and one that only goes on."""

    wall: int = 1_700_000_000_000
    steady: float = 1_000.0

    def now(self) -> int:
        return self.wall

    def monotonic(self) -> float:
        return self.steady

    def go_on(self, seconds: float) -> None:
        """Let time pass."""
        self.wall += round(1000 * seconds)
        self.steady += seconds


@dataclass
class Life:
    """One process: alive until it is killed, at once or at its next commit."""

    dead: bool = False
    dies: str = ""
    """`before` or `after` its next commit."""
    ready: SimpleQueue[None] = field(default_factory=SimpleQueue)
    go: SimpleQueue[None] = field(default_factory=SimpleQueue)

    def demand(self) -> None:
        """Do nothing more after the end."""
        if self.dead:
            raise Killed

    def record(self, real: Callable[..., Sequence[bool]], campaign_id: str, moves: Sequence[Move]) -> Sequence[bool]:
        """Write moves, or die at it."""
        self.dead = self.dies == "before"
        self.demand()
        granted = real(campaign_id, moves)
        self.dead = self.dies == "after"
        self.demand()
        return granted


class Mortal:
    """A repository that a dead process cannot reach any more."""

    def __init__(self, real: Any, life: Life) -> None:
        self._real, self._life = real, life

    def __getattr__(self, name: str) -> Any:
        self._life.demand()
        found = getattr(self._real, name)
        return (lambda *given: self._life.record(found, *given)) if name == "record" else found


class AtOnce:
    """What looks like a thread and has done its work when it is started, so that the order of things is certain."""

    def __init__(self, *, target: Callable[..., object], args: tuple[Any, ...] = (), **_named: object) -> None:
        self._target, self._args = target, args

    def start(self) -> None:
        self._target(*self._args)

    def is_alive(self) -> bool:
        return False

    def join(self) -> None:
        """It has ended."""


class Steps:
    """What the fleet of a running engine does instead of waiting for the network."""

    life = Life()
    last: Fleet | None = None
    listen, send_home = Fleet.listen, Fleet.send_home


def _listen(fleet: Fleet, _patience: float) -> Sequence[Said]:
    """One step of the engine ends here, and the next begins."""
    life, Steps.last = Steps.life, fleet
    life.ready.put(None)
    life.go.get()
    life.demand()
    return Steps.listen(fleet, 0)


def _send_home(fleet: Fleet) -> None:
    """The dead say no goodbyes."""
    Steps.life.demand()
    Steps.send_home(fleet)


@cache
def _rules() -> RuleBook:
    return load_rules()


@contextmanager
def stepped() -> Iterator[None]:
    """The engine's fleet goes on by steps, and has no threads, for as long as this lasts."""
    threads = SimpleNamespace(Thread=AtOnce, Event=threading.Event)
    listens, homes = patch.object(Fleet, "listen", _listen), patch.object(Fleet, "send_home", _send_home)
    with listens, homes, patch.object(fleet, "threading", threads):
        yield


class Stage:
    """One data folder and the process that works on it; `kill` and `begin_again` make another."""

    def __init__(self, folder: Path, network: Network, clock: Time) -> None:
        self.folder, self.network, self.clock, self.rules = folder, network, clock, _rules()
        self.eye: sqlite3.Connection | None = None
        self.begin_again()

    def close(self) -> None:
        """Look at the data folder no more."""
        if self.eye is not None:
            self.eye.close()

    def begin_again(self) -> None:
        """Start the program: what was left behind is recovered."""
        self.life = Life()
        self.thread: threading.Thread | None = None
        self.wrong: BaseException | None = None
        self.over = False
        self.store = open_folder(self.folder)
        self.close()
        self.eye = sqlite3.connect(self.store.database.path, isolation_level=None, check_same_thread=False)
        self.sending = services(self.store, self.life, self.network, self.clock, self.folder, self.rules)
        self.sending.recover()

    def sql(self, statement: str) -> list[tuple[Any, ...]]:
        """Rows of a statement, as another process would read them from the disk."""
        assert self.eye is not None
        return self.eye.execute(statement).fetchall()

    @property
    def under_way(self) -> bool:
        """Whether an engine runs."""
        return self.thread is not None

    def run(self, campaign_id: str) -> None:
        """Start or resume a campaign, up to the engine's first wait."""
        self.sending.begin(campaign_id)
        Steps.life, Steps.last = self.life, None
        self.thread = threading.Thread(target=self._run, args=(campaign_id,))
        self.thread.start()
        self._wait()

    def step(self) -> None:
        """Let the engine go on until its next wait, or its end."""
        self.life.go.put(None)
        self._wait()

    def kill(self) -> None:
        """Nothing more is done by this process; its connections break, what it had handed over still arrives."""
        self.life.dead = True
        if self.under_way:
            self.step()
        if Steps.last is not None:
            Steps.last.join()
            Steps.last = None
        self.network.cut()
        self.store.close()

    def _run(self, campaign_id: str) -> None:
        try:
            self.sending.run(campaign_id)
        except Killed:
            pass
        except BaseException as error:  # noqa: BLE001 -- handed to the test
            self.wrong = error
        self.over = True
        self.life.ready.put(None)

    def _wait(self) -> None:
        self.life.ready.get(timeout=STUCK)
        if self.over and self.thread is not None:
            self.thread.join()
            self.thread, self.over = None, False
            if self.wrong is not None:
                raise self.wrong


def services(store: Store, life: Life, network: Network, clock: Time, folder: Path, rules: RuleBook) -> Sending:
    """Sending and what it needs, over a store that can die."""
    bus, files, blobs = Bus(), UserFiles(), Blobs(folder / "blobs")
    keeper, rows, queue, books, zoned = (
        Mortal(one, life) for one in (store.campaigns, store.deliveries, store.queue, store.accounts, store.zones)
    )
    accounts = Accounts(
        store=books, vault=DictVault(), presets={}, transports=network, resolver=TableResolver(), bus=bus
    )
    recipients = Recipients(files=files, lists=ListFiles(), campaigns=keeper, rows=rows, blobs=blobs, bus=bus)
    campaigns = Campaigns(
        store=keeper, rows=rows, blobs=blobs, files=files, recipients=recipients, bus=bus, clock=clock, accounts=books
    )
    return Sending(
        store=keeper, rows=rows, queue=queue, account_store=books, accounts=accounts, campaigns=campaigns,
        transports=network, rules=rules, bus=bus, clock=clock, random=Random(1), zoned=zoned, zones=zone_of,
    )  # fmt: skip
