"""The first schema.

Literal on purpose: a migration says what was, so it does not import today's tables.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_STATES = (
    "queued claimed sending accepted deferred failed in_doubt suppressed skipped cancelled bounced complained "
    "unsubscribed"
).split()
_CAMPAIGN_STATES = "draft running paused finished stopped".split()
_MOVES = (
    "accepted>bounced accepted>complained accepted>unsubscribed cancelled>queued claimed>deferred claimed>failed "
    "claimed>queued claimed>sending claimed>suppressed deferred>cancelled deferred>failed deferred>queued "
    "deferred>suppressed failed>queued in_doubt>accepted in_doubt>deferred in_doubt>failed in_doubt>queued "
    "queued>cancelled queued>claimed queued>suppressed sending>accepted sending>deferred sending>failed "
    "sending>in_doubt skipped>queued suppressed>queued"
).split()


def _one_of(column: str, words: list[str]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, server_default="0")


def upgrade() -> None:
    """Build every table."""
    rowid = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "account",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_table(
        "campaign",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column(
            "state",
            sa.Text,
            sa.CheckConstraint(_one_of("state", _CAMPAIGN_STATES), name="campaign_state"),
            nullable=False,
        ),
        *map(_text, ("reason", "account_id", "sender", "reply_to")),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("pace", sa.Text, nullable=False),
        *map(_text, ("source", "list_name")),
        sa.Column("fields", sa.Text, nullable=False),
        _text("parent_id"),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        *map(_number, ("started_at", "finished_at")),
    )
    op.create_table(
        "campaign_count",
        sa.Column("campaign_id", sa.Text, primary_key=True),
        sa.Column("state", sa.Text, primary_key=True),
        sa.Column("n", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "delivery",
        sa.Column("id", rowid, primary_key=True),
        sa.Column("campaign_id", sa.Text, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("address_key", sa.Text, nullable=False),
        sa.Column("domain_key", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.Column(
            "state", sa.Text, sa.CheckConstraint(_one_of("state", _STATES), name="delivery_state"), nullable=False
        ),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        _number("due_at"),
        _text("token"),
        sa.Column("code", sa.Integer, nullable=False, server_default="0"),
        *map(_text, ("enhanced", "text", "reason")),
        _number("updated_at"),
        sa.UniqueConstraint("campaign_id", "position", name="delivery_position"),
        sqlite_autoincrement=True,
    )
    op.create_index("delivery_by_state", "delivery", ["campaign_id", "state", "id"])
    deferred = sa.text("state = 'deferred'")
    op.create_index(
        "delivery_due", "delivery", ["campaign_id", "due_at"], sqlite_where=deferred, postgresql_where=deferred
    )
    op.create_table(
        "delivery_event",
        sa.Column("id", rowid, primary_key=True),
        sa.Column("delivery_id", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("from_state", "to_state")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("attempt", "code")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("enhanced", "text", "reason")),
        sa.Column("connection", sa.Integer, nullable=False),
        sa.CheckConstraint(_one_of("from_state || '>' || to_state", _MOVES), name="delivery_event_move"),
    )
    op.create_index("ix_delivery_event_delivery_id", "delivery_event", ["delivery_id"])
    op.create_table(
        "suppression",
        sa.Column("key", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("reason", "source")),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "account_use",
        sa.Column("id", rowid, primary_key=True),
        sa.Column("account_id", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_index("account_use_at", "account_use", ["account_id", "at"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER delivery_event_fixed BEFORE UPDATE ON delivery_event "
            "BEGIN SELECT RAISE(ABORT, 'delivery_event is append-only'); END"
        )
        op.execute(
            "CREATE TRIGGER delivery_event_kept BEFORE DELETE ON delivery_event "
            "WHEN EXISTS (SELECT 1 FROM delivery WHERE id = OLD.delivery_id) "
            "BEGIN SELECT RAISE(ABORT, 'delivery_event is append-only'); END"
        )
