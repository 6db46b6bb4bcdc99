"""Wires what belongs to the program itself: settings, log, wakefulness, backups."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sendoff.adapters.storage.store import Store
    from sendoff.adapters.system.paths import Home
    from sendoff.core.campaign import Campaign
    from sendoff.core.ports import Clock
    from sendoff.services.backups import Backups, Restoring
    from sendoff.services.bus import Bus
    from sendoff.services.continuity import Continuity
    from sendoff.services.preferences import Preferences
    from sendoff.services.staying_awake import StayingAwake


def preferences(home: Home) -> Preferences:
    """The settings of one home."""
    from sendoff.adapters.system.settings_file import SettingsFile
    from sendoff.services.preferences import Preferences

    return Preferences(SettingsFile(home.settings / "settings.toml"))


def listening(home: Home, bus: Bus, lasting: Continuity | None) -> StayingAwake:
    """Let the log, the computer's sleep and the count of turns (not for a reader) follow what happens."""
    from sendoff.adapters.system.awake import Awake
    from sendoff.core.settings import AWAKE, LOG_LEVEL
    from sendoff.services.journal import note, set_level
    from sendoff.services.staying_awake import StayingAwake

    set_level(preferences(home).text(LOG_LEVEL))
    bus.subscribe(note)
    if lasting is not None:
        lasting.begin()
        bus.subscribe(lasting.hear)
    # Read anew each time: another Sendoff may have changed it meanwhile.
    staying = StayingAwake(Awake(), lambda: preferences(home).on(AWAKE))
    bus.subscribe(staying.hear)
    return staying


def continuity(store: Store, home: Home, clock: Clock) -> Continuity:
    """What notices a database that was put back."""
    from sendoff.adapters.system.high_water import HighWaterFile
    from sendoff.services.continuity import Continuity

    return Continuity(store.lineage, HighWaterFile(home.settings), clock)


def gates(*each: Callable[[Campaign], None]) -> Callable[[Campaign], None]:
    """One question of several: a campaign goes through if it goes through each."""

    def gate(campaign: Campaign) -> None:
        for one in each:
            one(campaign)

    return gate


def backups(store: Store, home: Home, clock: Clock) -> Backups:
    """What writes backups."""
    from sendoff.adapters.system.backup_file import BackupFile
    from sendoff.services.backups import Backups

    return Backups(
        archive=BackupFile(home.data, home.settings),
        snapshots=store.database,
        accounts=store.accounts,
        campaigns=store.campaigns,
        audiences=lambda: len(store.audiences.all()),
        clock=clock,
    )


@contextmanager
def restoring(home: Home, face: str) -> Iterator[Restoring]:
    """What puts a backup back, holding the data folder meanwhile. Raises HeldError, StorageError."""
    from sendoff.adapters.storage.lineage import Foreign
    from sendoff.adapters.system.backup_file import BackupFile
    from sendoff.adapters.system.clock import SystemClock
    from sendoff.adapters.system.lock import DataLock
    from sendoff.adapters.system.paths import prepare
    from sendoff.services.backups import Restoring

    prepare(home)
    lock = DataLock(home.data).acquire(face)
    try:
        archive = BackupFile(home.data, home.settings)
        yield Restoring(archive=archive, foreign=Foreign(), data=home.data, clock=SystemClock())
    finally:
        lock.release()
