"""Wires what belongs to the program itself: settings, log, wakefulness, backups."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sendoff.adapters.storage.store import Store
    from sendoff.adapters.system.paths import Home
    from sendoff.core.campaign import Campaign
    from sendoff.core.diagnosis_ports import LogFile
    from sendoff.core.ports import Clock
    from sendoff.services.backups import Backups, Restoring
    from sendoff.services.bus import Bus
    from sendoff.services.continuity import Continuity
    from sendoff.services.diagnostics import Diagnostics
    from sendoff.services.moving import Moving
    from sendoff.services.preferences import Preferences
    from sendoff.services.staying_awake import StayingAwake


def preferences(home: Home) -> Preferences:
    """The settings of one home."""
    from sendoff.adapters.system.settings_file import SettingsFile
    from sendoff.services.preferences import Preferences

    return Preferences(SettingsFile(home.settings / "settings.toml"))


def listening(home: Home, bus: Bus, rest: Callable[[], None], lasting: Continuity | None) -> StayingAwake:
    """Let the log, the computer's sleep and memory, and the count of turns (not for a reader) follow what happens.

    `rest` lets go of what the database holds in memory.
    """
    from sendoff.adapters.system.awake import Awake
    from sendoff.adapters.system.memory import give_back
    from sendoff.core.campaign import CampaignState
    from sendoff.core.events import CampaignChanged, Event
    from sendoff.core.settings import AWAKE, LOG_LEVEL
    from sendoff.services.journal import note, set_level
    from sendoff.services.staying_awake import StayingAwake

    def lean(event: Event) -> None:
        if isinstance(event, CampaignChanged) and event.state == CampaignState.RUNNING:
            rest()
            give_back()

    set_level(preferences(home).text(LOG_LEVEL))
    bus.subscribe(note)
    if lasting is not None:
        lasting.begin()
        bus.subscribe(lasting.hear)
    # Read anew each time: another Sendoff may have changed it meanwhile.
    staying = StayingAwake(Awake(), lambda: preferences(home).on(AWAKE))
    bus.subscribe(staying.hear)
    bus.subscribe(lean)
    return staying


def bearable(home: Home) -> Callable[[], int]:
    """How many recipients in a hundred may be refused for good before a campaign pauses, as chosen when it starts."""
    from sendoff.core.settings import REFUSED

    return lambda: preferences(home).number(REFUSED)


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


def home_of(environ: Mapping[str, str], *, sandbox: bool = False) -> Home:
    """Where things are kept, also after the data was moved. Raises StorageError where that place is gone."""
    from sendoff.adapters.system.paths import find_home
    from sendoff.core.errors import StorageError
    from sendoff.core.language import tr
    from sendoff.services.moving import DATA_FOLDER

    home = find_home(environ)
    if moved := preferences(home).recall(DATA_FOLDER):
        if not Path(moved).is_dir():
            raise StorageError(
                tr("The data folder {moved} is not there.", moved=moved),
                remedy=tr(
                    "Connect the disk it is on. To begin anew, take “{entry}” out of the settings file.",
                    entry=DATA_FOLDER,
                ),
                where=str(home.settings / "settings.toml"),
                code="moved_away",
            )
        home = replace(home, data=Path(moved))
    return home.sandbox() if sandbox else home


def known_home(environ: Mapping[str, str], *, sandbox: bool = False) -> Home:
    """The home for looking only: the usual one where the data's place is gone."""
    from sendoff.adapters.system.paths import find_home
    from sendoff.core.errors import StorageError

    try:
        return home_of(environ, sandbox=sandbox)
    except StorageError:
        return find_home(environ)


def log_of(home: Home) -> LogFile:
    """The log of one home."""
    from sendoff.adapters.system.machine import LogTail

    return LogTail(home.logs / "sendoff.log")


def diagnostics(home: Home) -> Diagnostics:
    """What makes the text for whoever helps."""
    from sendoff.adapters.system.clock import SystemClock
    from sendoff.adapters.system.logs import without_secrets
    from sendoff.adapters.system.machine import ThisMachine
    from sendoff.services.diagnostics import Diagnostics

    return Diagnostics(ThisMachine(home.data), log_of(home), preferences(home), without_secrets, SystemClock().now)


@contextmanager
def moving(home: Home, face: str) -> Iterator[Moving]:
    """What moves the data folder, holding it and the sandbox's within it meanwhile. Raises HeldError, StorageError."""
    from sendoff.adapters.storage.lineage import Foreign
    from sendoff.adapters.system.data_folder import DataFolder
    from sendoff.adapters.system.lock import DataLock
    from sendoff.adapters.system.paths import prepare
    from sendoff.services.moving import Moving

    prepare(home)
    with ExitStack() as held:
        # The sandbox's folder moves along, and a trial in another process writes there under a lock of its own.
        for data in (home.data, home.sandbox().data):
            if data.is_dir():
                held.enter_context(DataLock(data).acquire(face))
        yield Moving(folder=DataFolder(), foreign=Foreign(), preferences=preferences(home), data=home.data)


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
