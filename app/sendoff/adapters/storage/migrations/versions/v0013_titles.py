"""What the columns of a list are called, beside the names that templates know them by.

Literal on purpose: a migration says what was, so it does not import today's tables.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the column to campaigns and audiences; lists that are there have no titles, and are said by their names."""
    for table in ("campaign", "audience"):
        op.add_column(table, sa.Column("titles", sa.Text, nullable=False, server_default="{}"))
