"""Outcomes by the minute, counted for what was sent so far.

Literal on purpose: a migration says what was, so it does not import today's tables.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Build the table and fill it from the history."""
    op.create_table(
        "campaign_minute",
        sa.Column("campaign_id", sa.Text, primary_key=True),
        sa.Column("minute", sa.BigInteger, primary_key=True),
        sa.Column("state", sa.Text, primary_key=True),
        sa.Column("n", sa.BigInteger, nullable=False),
    )
    op.execute(
        "INSERT INTO campaign_minute (campaign_id, minute, state, n) "
        "SELECT d.campaign_id, e.at / 60000, e.to_state, COUNT(*) "
        "FROM delivery_event e JOIN delivery d ON d.id = e.delivery_id "
        "WHERE e.to_state IN ('accepted', 'deferred', 'failed', 'in_doubt') "
        "GROUP BY d.campaign_id, e.at / 60000, e.to_state"
    )
