"""Wires forgetting a person, in the data folder and in the one within it where campaigns are tried in the sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sendoff.adapters.storage.store import Store
    from sendoff.adapters.system.paths import Home
    from sendoff.core.ports import Clock
    from sendoff.services.bus import Bus
    from sendoff.services.forgetting import Forgetting, Kept

SANDBOX_MESSAGES = "sandbox-messages.db"
"""In the data folder: what the sandbox took last."""


def forgetting_services(
    store: Store, home: Home, face: str, *, covers: Callable[[str], bool], clock: Clock, bus: Bus
) -> Forgetting:
    """Forgetting a person."""
    from sendoff.services.forgetting import Forgetting

    rehearsals = partial(_rehearsals, home.sandbox(), face)
    return Forgetting(own=_kept(store, home), rehearsals=rehearsals, covers=covers, bus=bus, clock=clock)


@contextmanager
def _rehearsals(home: Home, face: str, *, look: bool) -> Iterator[Kept | None]:
    """What was tried with `--sandbox`, held or only looked at. Raises HeldError, StorageError."""
    from sendoff.adapters.storage.database import FILE_NAME
    from sendoff.adapters.storage.store import Store
    from sendoff.adapters.system.lock import DataLock

    if not (home.data / FILE_NAME).is_file():
        yield None
        return
    lock = None if look else DataLock(home.data).acquire(face)
    try:
        store = Store(home.data, read_only=look)
        try:
            yield _kept(store, home, rehearsed=True)
        finally:
            store.close()
    finally:
        if lock is not None:
            lock.release()


def _kept(store: Store, home: Home, *, rehearsed: bool = False) -> Kept:
    from sendoff.adapters.sandbox.shelf import Shelf
    from sendoff.adapters.storage.forgetting import Forgetting as Rows
    from sendoff.adapters.system.blobs import Blobs
    from sendoff.services.forgetting import Kept

    return Kept(
        memory=Rows(store.database, rehearsed=True) if rehearsed else store.forgetting,
        mail=Shelf(home.data / SANDBOX_MESSAGES),
        drop_file=Blobs(home.data / "blobs").remove,
    )
