"""Audiences, quick tabs over a list's rows, blocked entries that can be put back, and imports that are under way.

Literal on purpose: a migration says what was, so it does not import today's tables.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_STATES = (
    "queued claimed sending accepted deferred failed in_doubt suppressed skipped cancelled bounced complained "
    "unsubscribed"
).split()


def upgrade() -> None:
    """Add three tables and two indexes, and write a CHECK so that it costs less; what is there stays as it is."""
    if op.get_bind().dialect.name == "sqlite":
        _write_states_apart()
    op.create_table(
        "audience",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("tags", "fields", "source")),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("created_at", "updated_at")),
    )
    marked = sa.text("reason <> ''")
    op.create_index(
        "delivery_marked",
        "delivery",
        ["campaign_id", "reason", "id"],
        sqlite_where=marked,
        postgresql_where=marked,
    )
    op.create_table(
        "unfinished",
        sa.Column("owner_id", sa.Text, primary_key=True),
        sa.Column("given_up", sa.Boolean, nullable=False),
    )
    op.create_table(
        "suppression_removed",
        sa.Column("key", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("reason", "source")),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("at", "removed_at")),
    )
    op.create_index("suppression_at", "suppression", ["at", "key"])


def _write_states_apart() -> None:
    """`a OR b` for `IN (a, b)`, whose list SQLite builds anew for each row.

    In the schema's text, by SQLite's own procedure for a changed CHECK (lang_altertable.html, section 7): rewriting
    the table would take long where it has millions of rows.
    """
    old = f"state IN ({', '.join(repr(word) for word in _STATES)})"
    new = " OR ".join(f"state = {word!r}" for word in _STATES)
    connection = op.get_bind()
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    connection.exec_driver_sql(
        "UPDATE sqlite_master SET sql = replace(sql, :old, :new) WHERE name = 'delivery'", {"old": old, "new": new}
    )
    connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema = OFF")
