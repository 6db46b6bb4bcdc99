"""Rows of a list on their way into the database, as fast as SQLite takes them.

What costs time was measured: an INSERT for each row, parameters by name, values that are the same in nearly every row,
and the statement journal that lets one INSERT fail alone. So one statement takes many ready rows by place, a second one
marks the few others, and a conflict rolls the whole commit back. Nobody waits for an import longer than for one commit.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain, islice

from sqlalchemy import bindparam
from sqlalchemy.dialects.sqlite import dialect as sqlite

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.queue import add_counts
from sendoff.adapters.storage.schema import delivery
from sendoff.adapters.storage.statements import run_many
from sendoff.core.columns import Batch
from sendoff.core.recipient import Verdict, kept_as

_TOGETHER = 5
"""Batches in one commit."""
_STATEMENT = 1_000
"""Rows in one statement: SQLite takes 32,766 values, and fewer stay in the processor's cache."""
_WIDTH = 6
"""Values of a row that are its own."""
_COLUMNS = ("campaign_id", "position", "address", "address_key", "domain_key", "name", "fields", "state")
"""In the table's order, which is the one SQLAlchemy writes them in; the others have their defaults."""
_SEPARATOR = '","'
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_KEPT = {str(verdict): tuple(str(word) for word in kept_as(verdict)) for verdict in Verdict}
_MARK = (
    delivery.update()
    .where(delivery.c.campaign_id == bindparam("owner"), delivery.c.position == bindparam("row"))
    .values(state=bindparam("new"), reason=bindparam("why"), text=bindparam("words"))
)


def add_rows(
    database: Database, owner_id: str, batches: Iterable[Batch], told: Callable[[int], None]
) -> Counter[Verdict]:
    """Append rows to a list, some batches a commit; after each `told` hears how many are in, and may end it."""
    counts: Counter[Verdict] = Counter()
    batches = iter(batches)
    while group := list(islice(batches, _TOGETHER)):
        for batch in group:
            counts += batch.counts()
        _write(database, owner_id, group)
        told(counts.total())
    return counts


def _write(database: Database, owner_id: str, group: Sequence[Batch]) -> None:
    statements = [
        (owner_id, *values[start : start + _STATEMENT * _WIDTH])
        for values in map(_flat, group)
        for start in range(0, len(values), _STATEMENT * _WIDTH)
    ]
    marks = [
        {"owner": owner_id, "row": batch.positions[place], "new": state, "why": reason, "words": problem or suggestion}
        for batch in group
        for place, (verdict, problem, suggestion) in batch.marked.items()
        for state, reason in [_KEPT[verdict]]
    ]
    states = Counter(str(mark["new"]) for mark in marks)
    states[str(_KEPT[Verdict.READY][0])] += sum(map(len, group)) - len(marks)
    with database.committing() as cursor:
        for values in statements:
            cursor.execute(_insert(len(values) // _WIDTH), values)
        run_many(database.dialect, cursor, _MARK, marks)
        add_counts(cursor, owner_id, states)


def _flat(batch: Batch) -> Sequence[object]:
    """All values of the statement but the owner and the state, row after row."""
    columns = (batch.positions, batch.addresses, batch.keys, batch.domains, batch.names, _json(batch.values))
    return [*chain.from_iterable(zip(*columns, strict=True))]


def _json(rows: Sequence[Sequence[str]]) -> Sequence[str]:
    """Of each row the JSON list; texts without anything to escape are only put together, at a fifth of the cost."""
    joined = [*map(_SEPARATOR.join, rows)]
    whole = "".join(joined)
    if whole.isprintable() and "\\" not in whole and whole.count('"') == 2 * sum(map(len, rows)) - 2 * len(rows):
        return [f'["{text}"]' for text in joined]
    return [*map(_encode, rows)] if len(rows) == 1 else [text for row in rows for text in _json([row])]


@lru_cache(maxsize=4)
def _insert(number: int) -> str:
    single = delivery.insert().prefix_with("OR ROLLBACK").values({name: bindparam(name) for name in _COLUMNS})
    head, values, row = str(single.compile(dialect=sqlite(paramstyle="qmark"))).partition(" VALUES ")
    row = row.replace("?", "?1", 1).removesuffix("?)") + f"'{_KEPT[Verdict.READY][0]}')"
    return head + values + ", ".join([row] * number)
