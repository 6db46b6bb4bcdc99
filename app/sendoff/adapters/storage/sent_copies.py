"""What is written down about copies in the Sent folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from sqlalchemy import Executable, Update, delete, func, literal, select, update

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.queue import is_forgotten
from sendoff.adapters.storage.schema import copies_expected, delivery, sending_run, sent_copy
from sendoff.core.copies import CopyState, Filed
from sendoff.core.delivery import State
from sendoff.core.doubts import FOUND

_c = sent_copy.c
_LEFT = (CopyState.WANTED.value, CopyState.BEGUN.value)
_HANDED = (CopyState.BEGUN.value, CopyState.FILED.value)


class SentCopyRows:
    """Implements `core.copies.CopyRows`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def expect(self, campaign_id: str) -> None:
        """Remember a campaign whose copies are to be filed, before the first is wanted."""
        known = select(copies_expected.c.campaign_id).where(copies_expected.c.campaign_id == campaign_id)
        self._write(
            copies_expected.insert().from_select(["campaign_id"], select(literal(campaign_id)).where(~known.exists()))
        )

    def settle(self, campaign_id: str) -> None:
        """Forget it again: every copy is filed or needless."""
        self._write(delete(copies_expected).where(copies_expected.c.campaign_id == campaign_id))

    def want(self, campaign_id: str, account_id: str, usual: str, *, after: int, limit: int) -> int:
        """Write down accepted messages of an account whose copies are not written down; the last row's id."""
        run = select(sending_run.c.account_id).where(sending_run.c.token == delivery.c.token, delivery.c.token != "")
        known = select(_c.delivery_id).where(_c.delivery_id == delivery.c.id)
        query = select(delivery.c.id).where(
            delivery.c.campaign_id == campaign_id,
            delivery.c.state == State.ACCEPTED.value,
            delivery.c.id > after,
            delivery.c.reason != FOUND,
            func.coalesce(run.scalar_subquery(), usual) == account_id,
            ~known.exists(),
            ~is_forgotten,
        )
        # Looked for beside the writer, which others may need for the message they are sending.
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(delivery.c.id).limit(limit)).scalars().all()
        if not rows:
            return 0
        wanted = select(
            delivery.c.id, delivery.c.campaign_id, literal(account_id), literal(CopyState.WANTED.value)
        ).where(delivery.c.id.in_(rows), ~known.exists())
        self._write(sent_copy.insert().from_select(["delivery_id", "campaign_id", "account_id", "state"], wanted))
        return int(rows[-1])

    def states(self, account_id: str, rows: Sequence[int]) -> Mapping[int, CopyState]:
        """How far these rows' copies in this account are."""
        query = select(_c.delivery_id, _c.state).where(_c.delivery_id.in_(rows), _c.account_id == account_id)
        with self._database.reading() as connection:
            return {row: CopyState(state) for row, state in connection.execute(query)}

    def handed(self, rows: Sequence[int]) -> AbstractSet[int]:
        """Those of these rows whose copy was handed over, perhaps."""
        query = select(_c.delivery_id).where(_c.delivery_id.in_(rows), _c.state.in_(_HANDED))
        with self._database.reading() as connection:
            return set(connection.execute(query).scalars())

    def latest(self, campaign_id: str, account_id: str) -> int:
        """When the last of the copies that were begun and not filed was begun."""
        begun = (_c.campaign_id == campaign_id, _c.account_id == account_id, _c.state == CopyState.BEGUN.value)
        with self._database.reading() as connection:
            return connection.execute(select(func.max(_c.at)).where(*begun)).scalar() or 0

    def move(self, rows: Sequence[int], new: CopyState, now: int) -> None:
        """Write down how far these copies are now."""
        if rows:
            self._write(update(sent_copy).where(_c.delivery_id.in_(rows)).values(state=new.value, at=now))

    def close_open(self, campaign_id: str, account_id: str, now: int) -> None:
        """Every copy that is not filed is needless."""
        self._write(_left_of(campaign_id, account_id).values(state=CopyState.NEEDLESS.value, at=now))

    def explain(self, campaign_id: str, account_id: str, why: str) -> None:
        """Keep why copies are left."""
        self._write(_left_of(campaign_id, account_id).where(_c.note != why).values(note=why))

    def standing(self, campaign_id: str) -> Filed:
        """How a campaign's copies stand."""
        query = select(_c.state, func.count(), func.max(_c.note)).where(_c.campaign_id == campaign_id)
        with self._database.reading() as connection:
            found = {state: (number, note) for state, number, note in connection.execute(query.group_by(_c.state))}
        left = [found[state] for state in _LEFT if state in found]
        return Filed(
            filed=found.get(CopyState.FILED, (0, ""))[0],
            needless=found.get(CopyState.NEEDLESS, (0, ""))[0],
            left=sum(number for number, _ in left),
            why=max((note for _, note in left), default=""),
        )

    def unfinished(self) -> Sequence[str]:
        """Campaigns that are expected to have copies to file."""
        query = select(copies_expected.c.campaign_id).order_by(copies_expected.c.campaign_id)
        with self._database.reading() as connection:
            return connection.execute(query).scalars().all()

    def _write(self, statement: Executable) -> None:
        with self._database.writing() as connection:
            connection.execute(statement)


def _left_of(campaign_id: str, account_id: str) -> Update:
    return update(sent_copy).where(_c.campaign_id == campaign_id, _c.account_id == account_id, _c.state.in_(_LEFT))
