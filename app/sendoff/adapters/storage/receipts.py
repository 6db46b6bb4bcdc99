"""Who of a draft got something from other campaigns: one statement, by the index of a list's states."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import MARKED, delivery
from sendoff.core.delivery import State
from sendoff.core.recipient import Verdict

_d = delivery.c
_GOT = (State.ACCEPTED.value, State.COMPLAINED.value, State.UNSUBSCRIBED.value)
"""Who got a message, whatever they did then; who may have got it is not counted."""


class Receipts:
    """Implements `core.repeats.Receipts`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def again(self, draft_id: str, earlier: Sequence[str]) -> int:
        query = sa.select(sa.func.count()).select_from(delivery).where(_ready(draft_id), _theirs(earlier))
        with self._database.reading() as connection:
            return int(connection.execute(query).scalar_one())

    def rows(self, draft_id: str, earlier: Sequence[str]) -> Sequence[int]:
        repeated = sa.and_(_d.campaign_id == draft_id, MARKED, _d.reason == Verdict.DUPLICATE.value)
        with self._database.reading() as connection:
            return [
                row_id
                for which in (_ready(draft_id), repeated)
                for (row_id,) in connection.execute(sa.select(_d.id).where(which, _theirs(earlier)))
            ]

    def standing(self, key: str, campaigns: Sequence[str]) -> Sequence[tuple[str, State]]:
        query = sa.select(_d.campaign_id, _d.state).where(
            _d.campaign_id.in_(campaigns), _d.address_key == key, _d.state != State.SKIPPED.value
        )
        with self._database.reading() as connection:
            return [(campaign_id, State(state)) for campaign_id, state in connection.execute(query)]


def _ready(draft_id: str) -> sa.ColumnElement[bool]:
    return sa.and_(_d.campaign_id == draft_id, _d.state == State.QUEUED.value)


def _theirs(earlier: Sequence[str]) -> sa.ColumnElement[bool]:
    other = delivery.alias("other")
    got = sa.select(other.c.address_key).where(other.c.campaign_id.in_(earlier), other.c.state.in_(_GOT))
    return _d.address_key.in_(got)
