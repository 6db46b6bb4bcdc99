"""Less to write for each accepted message: no mark in an index, and no row of its own in the account's use.

Literal on purpose: a migration says what was, so it does not import today's tables.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_MARKED = "reason != '' AND reason != 'accepted'"


def upgrade() -> None:
    """Build the index of marked rows anew without those that were accepted, and count uses of the same moment."""
    op.drop_index("delivery_marked", "delivery")
    op.create_index(
        "delivery_marked",
        "delivery",
        ["campaign_id", "reason", "id"],
        sqlite_where=sa.text(_MARKED),
        postgresql_where=sa.text(_MARKED),
    )
    op.rename_table("account_use", "account_use_before")
    op.create_table(
        "account_use",
        sa.Column("account_id", sa.Text, primary_key=True),
        sa.Column("at", sa.BigInteger, primary_key=True),
        sa.Column("n", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO account_use SELECT account_id, at, count(*) FROM account_use_before GROUP BY account_id, at"
    )
    op.drop_table("account_use_before")
