"""How many recipients of a campaign got which outcome in which minute: counted in the commit that says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import campaign_minute
from sendoff.adapters.storage.statements import Cursor, tally_of
from sendoff.core.delivery import State
from sendoff.core.tempo import MINUTE, TOLD, Minute

_m = campaign_minute.c
_TALLY = tally_of(campaign_minute)


def count_minutes(cursor: Cursor, campaign_id: str, moved: Mapping[tuple[int, str], int]) -> None:
    """Add how many moves there were in a minute (since 1970) to a new state, where that is an outcome."""
    _TALLY.add(cursor, [(campaign_id, minute, state, more) for (minute, state), more in moved.items() if state in TOLD])


def read_minutes(database: Database, campaign_id: str, since: int) -> Sequence[Minute]:
    """Every minute with an outcome from `since` (epoch ms) on, oldest first."""
    query = select(_m.minute, _m.state, _m.n).where(_m.campaign_id == campaign_id, _m.minute >= since // MINUTE)
    with database.reading() as connection:
        rows = connection.execute(query.order_by(_m.minute)).all()
    return [Minute(at=minute * MINUTE, state=State(state), count=n) for minute, state, n in rows]
