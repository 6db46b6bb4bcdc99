"""Imports that are under way or were given up: their rows are marked first, shown to nobody, and swept afterwards.

The mark is an owner's id in `unfinished`. It is written before the first row and taken away by the commit that makes
the list whole, so a killed import leaves a mark, never half a list.
"""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

import sqlalchemy as sa
from sqlalchemy import select

from sendoff.adapters.storage.database import Database, StoppedError
from sendoff.adapters.storage.schema import campaign, campaign_count, delivery, unfinished
from sendoff.core.campaign import CampaignState
from sendoff.core.errors import InputError, StorageError
from sendoff.core.language import tr

_BATCH = 5_000
"""Rows swept in one commit, so that a running campaign hardly waits."""
_d, _u, _n = delivery.c, unfinished.c, campaign_count.c


def is_whole(owner_id: str) -> sa.ColumnElement[bool]:
    """What every look at the rows of a list asks for: no import into it is under way or being swept."""
    return sa.literal(owner_id).not_in(select(_u.owner_id))


class Sweeper:
    """Marks and unmarks lists, and takes away in a thread what was given up."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._closed = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def begin(self, owner_id: str) -> str:
        """Mark an import; returns where its rows go: to the owner itself, or beside rows that are there.

        One import into an owner at a time; of several owners there may be several.
        """
        with self._database.writing() as connection:
            refuse_sent(connection, owner_id)
            taken = select(_d.id).where(_d.campaign_id == owner_id).exists()
            target = secrets.token_hex(6) if connection.execute(select(taken)).scalar() else owner_id
            _mark(connection, target, given_up=False)
        return target

    def finish(
        self,
        owner_id: str,
        target_id: str,
        stopped: Callable[[], bool],
        *,
        fields: Sequence[str] | None = None,
        list_name: str = "",
    ) -> bool:
        """Make the rows the owner's in place of those it had, in one transaction; False = stopped, nothing changed."""
        if stopped():
            return False
        try:
            with self._database.interruptible(stopped) as connection:
                self._put_in_place(connection, owner_id, target_id, fields=fields, list_name=list_name)
        except StoppedError:
            return False
        return True

    @staticmethod
    def _put_in_place(
        connection: sa.Connection, owner_id: str, target_id: str, *, fields: Sequence[str] | None, list_name: str
    ) -> None:
        refuse_sent(connection, owner_id)
        if target_id != owner_id:
            for table in (delivery, campaign_count):
                connection.execute(table.delete().where(table.c.campaign_id == owner_id))
                moved = table.update().where(table.c.campaign_id == target_id).values(campaign_id=owner_id)
                connection.execute(moved)
        if fields is not None:
            said = {"fields": json.dumps(list(fields), ensure_ascii=False), "list_name": list_name}
            connection.execute(campaign.update().where(campaign.c.id == owner_id).values(said))
        connection.execute(unfinished.delete().where(_u.owner_id.in_([owner_id, target_id])))

    def discard(self, owner_id: str) -> None:
        """Give up every row of a list: from now on they are neither shown nor counted, and soon they are gone."""
        with self._database.writing() as connection:
            _mark(connection, owner_id, given_up=True)
            connection.execute(campaign_count.delete().where(_n.campaign_id == owner_id))
        self._start()

    def take_over(self) -> None:
        """Give up what the last program left unfinished. Nobody else may be importing."""
        with self._database.writing() as connection:
            if connection.execute(select(_u.owner_id).limit(1)).first() is None:
                return
            connection.execute(campaign_count.delete().where(_n.campaign_id.in_(select(_u.owner_id))))
            connection.execute(unfinished.update().values(given_up=True))
        self._start()

    def wait(self) -> None:
        """Return once everything is swept."""
        if (thread := self._thread) is not None:
            thread.join()

    def close(self) -> None:
        """Stop sweeping; the next program goes on."""
        self._closed.set()
        self.wait()

    def _start(self) -> None:
        with self._lock:
            before = self._thread
            self._thread = threading.Thread(target=self._sweep, args=(before,), name="sweeper", daemon=True)
            self._thread.start()

    def _sweep(self, before: threading.Thread | None) -> None:
        if before is not None:
            before.join()
        with suppress(StorageError):  # a full disk: the next program goes on
            while not self._closed.is_set() and self._sweep_some():
                pass

    def _sweep_some(self) -> bool:
        with self._database.writing() as connection:
            owner = connection.execute(select(_u.owner_id).where(_u.given_up).limit(1)).scalar()
            if owner is None:
                return False
            some = select(_d.id).where(_d.campaign_id == owner).order_by(_d.position).limit(_BATCH)
            if connection.execute(delivery.delete().where(_d.id.in_(some))).rowcount == 0:
                connection.execute(unfinished.delete().where(_u.owner_id == owner))
        return True


def was_sent(connection: sa.Connection, owner_id: str) -> bool:
    """Whether the rows belong to a campaign that is no draft any more."""
    state = connection.execute(select(campaign.c.state).where(campaign.c.id == owner_id)).scalar()
    return state not in (None, CampaignState.DRAFT.value)


def refuse_sent(connection: sa.Connection, owner_id: str) -> None:
    """Raise InputError where the rows belong to a campaign that is no draft any more."""
    if was_sent(connection, owner_id):
        raise InputError(
            tr("The campaign has been started, so its list stays as it is."),
            remedy=tr("Duplicate the campaign to use a corrected list."),
            code="not_a_draft",
        )


def refuse_unfinished(connection: sa.Connection, owner_id: str) -> None:
    """Raise InputError where a list is being imported just now."""
    if not connection.execute(select(is_whole(owner_id))).scalar():
        raise InputError(tr("A list is being imported."), remedy=tr("Wait for its end."), code="importing")


def refuse_importing(connection: sa.Connection) -> None:
    """Raise InputError where any list is being imported just now."""
    if connection.execute(select(_u.owner_id).where(~_u.given_up).limit(1)).first() is not None:
        raise InputError(tr("A list is being imported."), remedy=tr("Wait for its end."), code="importing")


def _mark(connection: sa.Connection, owner_id: str, *, given_up: bool) -> None:
    connection.execute(unfinished.delete().where(_u.owner_id == owner_id))
    connection.execute(unfinished.insert().values(owner_id=owner_id, given_up=given_up))
