"""Copies filed in the Sent folder, by recipient, and the campaigns that have some to file.

Literal on purpose: a migration says what was, so it does not import today's tables.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Build the tables; nothing is in them where no account asks for copies."""
    op.create_table(
        "sent_copy",
        sa.Column("delivery_id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("campaign_id", sa.Text, nullable=False),
        sa.Column("account_id", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False, server_default=""),
        sa.Column("at", sa.BigInteger, nullable=False, server_default="0"),
    )
    op.create_index("sent_copy_by_state", "sent_copy", ["campaign_id", "state"])
    op.create_table("copies_expected", sa.Column("campaign_id", sa.Text, primary_key=True))
