"""How many recipients of a campaign got which outcome in which minute: counted in the commit that says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy import bindparam, select

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import campaign_minute
from sendoff.adapters.storage.statements import Cursor, run
from sendoff.core.delivery import State
from sendoff.core.tempo import MINUTE, TOLD, Minute

_m = campaign_minute.c
_ADD = (
    campaign_minute.update()
    .where(_m.campaign_id == bindparam("campaign"), _m.minute == bindparam("at"), _m.state == bindparam("kind"))
    .values(n=_m.n + bindparam("more"))
)
_NEW = campaign_minute.insert().values(
    campaign_id=bindparam("campaign"), minute=bindparam("at"), state=bindparam("kind"), n=bindparam("more")
)


def count_minutes(dialect: sa.Dialect, cursor: Cursor, campaign_id: str, moved: Mapping[tuple[int, str], int]) -> None:
    """Add how many moves there were in a minute (since 1970) to a new state, where that is an outcome."""
    for (minute, kind), more in moved.items():
        if kind not in TOLD:
            continue
        values = {"campaign": campaign_id, "at": minute, "kind": kind, "more": more}
        run(dialect, cursor, _ADD, values)
        if cursor.rowcount == 0:
            run(dialect, cursor, _NEW, values)


def read_minutes(database: Database, campaign_id: str, since: int) -> Sequence[Minute]:
    """Every minute with an outcome from `since` (epoch ms) on, oldest first."""
    query = select(_m.minute, _m.state, _m.n).where(_m.campaign_id == campaign_id, _m.minute >= since // MINUTE)
    with database.reading() as connection:
        rows = connection.execute(query.order_by(_m.minute)).all()
    return [Minute(at=minute * MINUTE, state=State(state), count=n) for minute, state, n in rows]
