"""Which database this is and how often it was used, and the campaigns that wait for a word after a restore.

Literal on purpose: a migration says what was, so it does not import today's tables.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add two empty tables: counting begins with the next opening."""
    op.create_table(
        "lineage",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("turn", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "held",
        sa.Column("campaign_id", sa.Text, primary_key=True),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("made_at", "at")),
    )
