"""A recipient's time zone beside its row, for campaigns that go by it.

Literal on purpose: a migration says what was, so it does not import today's tables.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the column, and an index of who waits in each zone that costs nothing where there are none."""
    op.add_column("delivery", sa.Column("zone", sa.Text, nullable=False, server_default=""))
    op.create_index(
        "delivery_by_zone",
        "delivery",
        ["campaign_id", "zone", "id"],
        sqlite_where=sa.text("state = 'queued' AND zone <> ''"),
        postgresql_where=sa.text("state = 'queued' AND zone <> ''"),
    )
