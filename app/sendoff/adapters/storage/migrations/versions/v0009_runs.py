"""Several accounts a campaign, priorities, and which account sent what.

Literal on purpose: a migration says what was, so it does not import today's tables.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the columns and build the table of runs."""
    op.add_column("campaign", sa.Column("sharers", sa.Text, nullable=False, server_default="[]"))
    op.add_column("campaign", sa.Column("priority", sa.Text, nullable=False, server_default="normal"))
    op.add_column("delivery_event", sa.Column("run_id", sa.BigInteger, nullable=False, server_default="0"))
    op.create_table(
        "sending_run",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("token", sa.Text, nullable=False, unique=True),
        sa.Column("campaign_id", sa.Text, nullable=False),
        sa.Column("account_id", sa.Text, nullable=False),
        sa.Column("account_name", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_sending_run_campaign_id", "sending_run", ["campaign_id"])
    op.create_index("ix_sending_run_account_id", "sending_run", ["account_id"])
