"""Ways through a list of any length: the first rows at once, the whole order as ids, and a search while typing.

A search looks through the addresses and names of one list, held in memory as case-folded text: 17 ms a million rows,
where SQLite takes 500 (docs/measurements.md). Everything else is SQL, and so is a search until that text is read.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, cast

import sqlalchemy as sa

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.runs import LINE
from sendoff.adapters.storage.schema import audience, campaign, delivery, unfinished
from sendoff.adapters.storage.segments import holding
from sendoff.adapters.storage.selecting import chosen
from sendoff.adapters.storage.statements import Cursor, run
from sendoff.core.audience import Selection, Sort
from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import Line, State
from sendoff.core.stopping import never
from sendoff.core.trace import Trace

_a, _c, _d = audience.c, campaign.c, delivery.c
_CHUNK = 10_000
"""Rows of one piece of text: small enough that a search never holds the interpreter for long."""
PATIENCE = 0.15
"""Seconds after which the first page is what was found so far; the whole order follows."""
_HANDFUL = 5_000
"""Rows with the text that a statement can name."""
_GLANCE = 20_000
"""Steps of SQLite between looks at `stopped`; about a millisecond."""
_TEXT = sa.func.replace(_d.address + " " + _d.name, "\n", " ")
_TEXTS = (
    sa.select(_d.id, _TEXT)
    .where(_d.campaign_id == sa.bindparam("owner"), sa.bindparam("owner").not_in(sa.select(unfinished.c.owner_id)))
    .order_by(_d.position)
)
Haystack = list[tuple["array[int]", str]]


class Browser:
    """Implements `core.list_ports.Browsing` and `core.trace.Tracks`; keeps the text of the list searched last."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._owner = ""
        self._haystack: Haystack = []
        self._changes = 0

    def prepare(self, owner_id: str, stopped: Callable[[], bool] = never) -> None:
        self._text_of(owner_id, stopped)

    def forget(self, owner_id: str) -> None:
        with self._lock:
            self._changes += 1
            if self._owner == owner_id:
                self._owner, self._haystack = "", []

    def first(
        self, selection: Selection, sort: Sort, limit: int, stopped: Callable[[], bool] | None = None
    ) -> Sequence[int]:
        if self._owner == selection.owner_id and _by_text_alone(selection, sort):
            return list(islice(self._found(selection, never), limit))
        until = time.monotonic() + PATIENCE
        found = array("q")
        self._collect(selection, sort, found, stopped or (lambda: time.monotonic() > until), limit)
        return found

    def order(self, selection: Selection, sort: Sort, stopped: Callable[[], bool] = never) -> array[int] | None:
        if self._owner == selection.owner_id and _by_text_alone(selection, sort):
            found = array("q", self._found(selection, stopped))
        else:
            found = array("q")
            self._collect(selection, sort, found, stopped)
        return None if stopped() else found

    def by_ids(self, ids: Sequence[int], fields: Sequence[str]) -> Sequence[Line]:
        wanted = sa.func.json_each(json.dumps(list(ids))).table_valued("key", "value")
        query = sa.select(*LINE).join(wanted, wanted.c.value == _d.id).order_by(wanted.c.key)
        with self._database.reading() as connection:
            return [_line(row._mapping, fields) for row in connection.execute(query)]  # noqa: SLF001 -- public name

    def everywhere(self, search: str, limit: int, stopped: Callable[[], bool] = never) -> Sequence[Trace]:
        query = (
            sa.select(_d.id, _d.campaign_id)
            .where(holding((_d.address, _d.name), search), _d.campaign_id.not_in(sa.select(unfinished.c.owner_id)))
            .order_by(_d.updated_at.desc(), _d.id.desc())
            .limit(limit)
        )
        ids: list[tuple[int, str]] = []
        with self._database.reading() as connection, _interruptible(connection, stopped) as cursor:
            run(self._database.dialect, cast("Cursor", cursor), query, {})
            ids.extend(cursor)
        owner_of = dict(ids)
        owners = self._owners(list({*owner_of.values()}))
        traces = []
        for line in self.by_ids(list(owner_of), ()):
            owner_id = owner_of[line.id]
            if owner_id in owners:
                name, state = owners[owner_id]
                traces.append(Trace(owner_id=owner_id, owner=name, state=state, line=line))
        return traces

    def _owners(self, ids: Sequence[str]) -> Mapping[str, tuple[str, CampaignState | None]]:
        """The names of the campaigns and audiences among these, and the campaigns' states."""
        campaigns = sa.select(_c.id, _c.name, _c.state).where(_c.id.in_(ids))
        audiences = sa.select(_a.id, _a.name, sa.null()).where(_a.id.in_(ids))
        with self._database.reading() as connection:
            found = connection.execute(campaigns.union_all(audiences)).all()
        return {owner: (name, CampaignState(state) if state else None) for owner, name, state in found}

    def _found(self, selection: Selection, stopped: Callable[[], bool]) -> Iterator[int]:
        """The ids of rows whose address or name holds every word, in the list's order."""
        rarest, *others = sorted(selection.text.casefold().split(), key=len, reverse=True)
        for ids, text in self._text_of(selection.owner_id, stopped):
            if stopped():
                return
            row = start = 0
            while (at := text.find(rarest, start)) >= 0:
                row += text.count("\n", start, at)
                end = text.find("\n", at)
                end = len(text) if end < 0 else end
                if not others or _all_in(others, text, text.rfind("\n", 0, at) + 1, end):
                    yield ids[row]
                row, start = row + 1, end + 1

    def _text_of(self, owner_id: str, stopped: Callable[[], bool]) -> Haystack:
        with self._lock:
            if self._owner == owner_id:
                return self._haystack
            before = self._changes
        # Read without the lock: who tells of a change must not wait.
        haystack = self._read(owner_id, stopped)
        if haystack is None:
            return []
        with self._lock:
            if self._changes == before:
                self._owner, self._haystack = owner_id, haystack
        return haystack

    def _read(self, owner_id: str, stopped: Callable[[], bool]) -> Haystack | None:
        haystack: Haystack = []
        with self._database.reading() as connection, _interruptible(connection, stopped) as cursor:
            run(self._database.dialect, cast("Cursor", cursor), _TEXTS, {"owner": owner_id})
            while rows := cursor.fetchmany(_CHUNK):
                ids, texts = zip(*rows, strict=True)
                haystack.append((array("q", ids), "\n".join(texts).casefold()))
        return None if stopped() else haystack

    def _collect(
        self, selection: Selection, sort: Sort, into: array[int], stopped: Callable[[], bool], limit: int | None = None
    ) -> None:
        """Append the ids as they come, until the end or until stopped."""
        query, values = self._query(selection, sort, stopped)
        with self._database.reading() as connection, _interruptible(connection, stopped) as cursor:
            run(self._database.dialect, cast("Cursor", cursor), query.limit(limit), values)
            into.extend(row for (row,) in cursor)

    def _query(
        self, selection: Selection, sort: Sort, stopped: Callable[[], bool]
    ) -> tuple[sa.Select[tuple[int]], dict[str, str]]:
        """The ids and the statement's values; a few people with the text are named, of more the text is looked for."""
        query = chosen(selection, sort)
        if not selection.text.strip():
            return query, {}
        if self._owner == selection.owner_id:
            found = list(islice(self._found(selection, stopped), _HANDFUL + 1))
            if len(found) <= _HANDFUL:
                named = sa.func.json_each(sa.bindparam("found", required=False)).table_valued("value")
                return query.where(_d.id.in_(sa.select(named.c.value))), {"found": json.dumps(found)}
        return query.where(holding((_d.address, _d.name), selection.text)), {}


def _all_in(words: Sequence[str], text: str, start: int, end: int) -> bool:
    return all(text.find(word, start, end) >= 0 for word in words)


def _by_text_alone(selection: Selection, sort: Sort) -> bool:
    plain = Selection(owner_id=selection.owner_id, fields=selection.fields, text=selection.text)
    return bool(selection.text.strip()) and selection == plain and sort == Sort()


@contextmanager
def _interruptible(connection: sa.Connection, stopped: Callable[[], bool]) -> Iterator[sqlite3.Cursor]:
    """A driver's cursor that asks `stopped` now and then; when it says yes, the block simply ends."""
    driver = cast("sqlite3.Connection", connection.connection.driver_connection)
    driver.set_progress_handler(stopped, _GLANCE)
    try:
        yield driver.cursor()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
    finally:
        driver.set_progress_handler(None, 0)


def _line(row: Any, fields: Sequence[str]) -> Line:
    cells = dict(zip(fields, json.loads(row["fields"]), strict=False))
    return Line(**{**row, "state": State(row["state"]), "fields": cells})
