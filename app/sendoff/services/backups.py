"""Backups: one file of everything but the passwords, and putting it back without sending anything twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from sendoff import __version__
from sendoff.core.backup import DATABASE, Manifest, Restored, day_text
from sendoff.core.backup_ports import Archive, Foreign, Snapshots
from sendoff.core.language import digits, tr
from sendoff.core.ports import AccountStore, CampaignStore, Clock


class Backups:
    """Writes backups of an open data folder, also while it is sent from."""

    def __init__(
        self,
        *,
        archive: Archive,
        snapshots: Snapshots,
        accounts: AccountStore,
        campaigns: CampaignStore,
        audiences: Callable[[], int],
        clock: Clock,
    ) -> None:
        self._archive = archive
        self._snapshots = snapshots
        self._accounts = accounts
        self._campaigns = campaigns
        self._audiences = audiences
        self._clock = clock

    def look(self, path: Path) -> Manifest:
        """What a backup holds. Raises InputError."""
        return self._archive.look(path)

    def make(self, target: Path) -> Manifest:
        """Write a backup; an older file of that name is replaced. Raises InputError, StorageError."""
        manifest = Manifest(
            version=__version__,
            made_at=self._clock.now(),
            campaigns=len(self._campaigns.all()),
            audiences=self._audiences(),
            accounts=len(self._accounts.all()),
        )
        with TemporaryDirectory(
            prefix="sendoff-backup-", dir=target.parent if target.parent.is_dir() else None
        ) as folder:
            copy = Path(folder) / "sendoff.db"
            self._snapshots.copy_to(copy)
            return self._archive.write(target, manifest, copy)


class Restoring:
    """Puts a backup back into a data folder that nobody has open."""

    def __init__(self, *, archive: Archive, foreign: Foreign, data: Path, clock: Clock) -> None:
        self._archive = archive
        self._foreign = foreign
        self._data = data
        self._clock = clock

    def look(self, path: Path) -> Manifest:
        """What a backup holds. Raises InputError."""
        return self._archive.look(path)

    def restore(self, path: Path) -> Restored:
        """Replace the data by the backup's; what the data knows of its recipients and is newer is taken over.

        Where that cannot be known, every campaign waits for a person's word. The replaced database is kept. Raises
        InputError where the backup is damaged, StorageError; then nothing was changed.
        """
        manifest, staging = self._archive.unpack(path)
        try:
            folder, now = (staging / DATABASE).parent, self._clock.now()
            self._foreign.bring_up(folder)
            carried = self._foreign.carry_over(self._data, folder)
            held = self._foreign.hold_all(folder, manifest.made_at, now) if carried is None else 0
            self._foreign.fold(folder)
            self._foreign.fold(self._data)
            kept = self._archive.place(staging, manifest.parts, str(now))
        finally:
            self._archive.discard(staging)
        return Restored(manifest=manifest, carried=carried or 0, held=held, kept=kept)


def told(done: Restored) -> str:
    """What was done and what is known, in sentences."""
    words = tr("Restored: the state of {made_at}.", made_at=day_text(done.manifest.made_at))
    if done.held:
        words += (
            tr(
                " What was sent since then is not known here, so {held} campaign waits for your word "
                "before anything is sent.",
                held=done.held,
            )
            if done.held == 1
            else tr(
                " What was sent since then is not known here, so {held} campaigns wait for your word "
                "before anything is sent.",
                held=done.held,
            )
        )
    elif done.carried:
        words += (
            tr(" What happened since then to 1 recipient was taken over from the replaced data.")
            if done.carried == 1
            else tr(
                " What happened since then to {carried} recipients was taken over from the replaced data.",
                carried=digits(f"{done.carried:,}"),
            )
        )
    else:
        words += tr(" Nobody was written to since then.")
    return tr("{words} The replaced data is kept in {kept}.", words=words, kept=done.kept) if done.kept else words
