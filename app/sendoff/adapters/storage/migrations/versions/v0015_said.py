"""What a list's file said where a person corrected an address, so that a newer list finds whom it means.

Literal on purpose: a migration says what was, so it does not import today's tables.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the column; what was corrected until now is not known any more."""
    op.add_column("delivery", sa.Column("said", sa.Text, nullable=False, server_default=""))
