"""The recipients' time zones beside their rows, so that only those whose hours are open are claimed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy import bindparam, func, select, update

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.queue import Event, write_events
from sendoff.adapters.storage.schema import delivery
from sendoff.adapters.storage.statements import run
from sendoff.core.delivery import State
from sendoff.core.plan_ports import SENDERS

_d = delivery.c
_GIVE_BACK = (
    update(delivery)
    .where(_d.id == bindparam("row"), _d.state == State.CLAIMED.value, _d.token == bindparam("mark"))
    .values(state=State.QUEUED.value, token="", updated_at=bindparam("now"))
    .returning(_d.id, _d.attempts)
)


class ZonedRows:
    """Implements `core.plan_ports.ZonedRows`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lay(self, campaign_id: str, place: int, known: Callable[[str], str]) -> None:
        """Write beside each row the zone that its field at `place` names, as `known` spells it."""
        named = _named(place)
        every = _d.campaign_id == campaign_id
        with self._database.writing() as connection:
            connection.execute(update(delivery).where(every).values(zone=named))
            names = [name for (name,) in connection.execute(select(_d.zone).where(every).distinct())]
            keys = {name: known(name) for name in names}
            for name, key in keys.items():
                if key and key != name:
                    connection.execute(update(delivery).where(every, _d.zone == name).values(zone=key))
            good = sorted({key for key in keys.values() if key})
            connection.execute(update(delivery).where(every, _d.zone.not_in(good)).values(zone=SENDERS))

    def keys(self, campaign_id: str) -> Sequence[str]:
        """The zones there are."""
        with self._database.reading() as connection:
            found = connection.execute(select(_d.zone).where(_d.campaign_id == campaign_id).distinct())
            return [key for (key,) in found]

    def waiting(self, campaign_id: str, place: int) -> Mapping[str, int]:
        """How many wait by what their field at `place` says."""
        waiting = _d.state.in_([State.QUEUED.value, State.DEFERRED.value])
        named = _named(place)
        query = select(named, func.count()).where(_d.campaign_id == campaign_id, waiting).group_by(named)
        with self._database.reading() as connection:
            return {str(name): number for name, number in connection.execute(query)}

    def holds(self, campaign_id: str) -> bool:
        """Say whether any row is queued."""
        queued = select(_d.id).where(_d.campaign_id == campaign_id, _d.state == sa.literal_column("'queued'")).limit(1)
        with self._database.reading() as connection:
            return connection.execute(queued).first() is not None

    def give_back(self, campaign_id: str, token: str, rows: Sequence[int], now: int) -> None:
        """Queue claimed rows again whose hours have closed."""
        events = []
        with self._database.committing() as cursor:
            for row in rows:
                run(self._database.dialect, cursor, _GIVE_BACK, {"row": row, "mark": token, "now": now})
                events += [
                    Event(one, now, str(State.CLAIMED), str(State.QUEUED), attempt, reason="hours")
                    for one, attempt in cursor.fetchall()
                ]
            write_events(cursor, campaign_id, events)


def _named(place: int) -> sa.ColumnElement[str]:
    """What a row's field says, without blanks around it; empty where the row is shorter."""
    return func.trim(func.coalesce(func.json_extract(_d.fields, f"$[{place}]"), ""))
