"""Comparing two lists of any length: in a database of their own that SQLite keeps on disk and then throws away."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from sendoff.core.errors import StorageError
from sendoff.core.language import tr

EXAMPLES = 20
"""Shown of each kind."""

_COLUMNS = "(key TEXT PRIMARY KEY, address TEXT, fields TEXT) WITHOUT ROWID"
_FROM = {
    "new": "after LEFT JOIN before USING (key) WHERE before.key IS NULL",
    "changed": "after JOIN before USING (key) WHERE before.fields <> after.fields",
    "gone": "before LEFT JOIN after USING (key) WHERE after.key IS NULL",
    "same": "after JOIN before USING (key) WHERE before.fields = after.fields",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a comparison found; see `core.ports.Compared`."""

    counts: tuple[int, int, int, int]
    examples: tuple[tuple[str, str, str, str], ...]


def compare_lists(before: Iterable[tuple[str, str, str]], after: Iterable[tuple[str, str, str]]) -> Found:
    """Compare two lists by their keys; of equal keys in one list the first counts. Raises StorageError."""
    try:
        base = sqlite3.connect("", isolation_level=None)
        try:
            base.execute("PRAGMA journal_mode = OFF")
            base.execute("PRAGMA cache_size = -16384")  # 16 MB; the rest is on disk
            for name, rows in (("before", before), ("after", after)):
                _fill(base, name, rows)
            new, changed, gone, same = (
                base.execute(f"SELECT count(*) FROM {source}").fetchone()[0]  # noqa: S608 -- likewise
                for source in _FROM.values()
            )
            return Found((new, changed, gone, same), tuple(_examples(base)))
        finally:
            base.close()
    except sqlite3.Error as error:
        raise StorageError(
            tr("The lists cannot be compared."), remedy=tr("Free some space for temporary files."), code="compare"
        ) from error


def _fill(base: sqlite3.Connection, name: str, rows: Iterable[tuple[str, str, str]]) -> None:
    base.execute("BEGIN")
    base.execute("CREATE TABLE raw (key TEXT, address TEXT, fields TEXT)")
    base.executemany("INSERT INTO raw VALUES (?, ?, ?)", rows)
    base.execute(f"CREATE TABLE {name} {_COLUMNS}")
    # Sorted first: keys in the order of a list would touch the whole tree at every row.
    base.execute(f"INSERT OR IGNORE INTO {name} SELECT * FROM raw ORDER BY key, rowid")  # noqa: S608 -- our own words
    base.execute("DROP TABLE raw")
    base.execute("COMMIT")


def _examples(base: sqlite3.Connection) -> Iterable[tuple[str, str, str, str]]:
    for kind in ("new", "changed", "gone"):
        columns = {"new": "after.address, '', ''", "gone": "before.address, '', ''"}.get(
            kind, "after.address, before.fields, after.fields"
        )
        rows = base.execute(f"SELECT {columns} FROM {_FROM[kind]} LIMIT {EXAMPLES}")  # noqa: S608 -- likewise
        yield from ((kind, *row) for row in rows.fetchall())
