"""When a draft is to be sent.

Literal on purpose: a migration says what was, so it does not import today's tables.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the column."""
    op.add_column("campaign", sa.Column("scheduled_at", sa.BigInteger, nullable=False, server_default="0"))
