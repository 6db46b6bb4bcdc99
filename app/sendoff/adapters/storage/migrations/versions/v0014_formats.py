"""How a list's workbook shows its columns: the number formats of their cells.

Literal on purpose: a migration says what was, so it does not import today's tables.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add the column to campaigns and audiences; nobody asked the lists that are there."""
    for table in ("campaign", "audience"):
        op.add_column(table, sa.Column("formats", sa.Text, nullable=False, server_default="{}"))
