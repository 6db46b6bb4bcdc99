"""The tables, as SQLAlchemy sees them. `migrations/` builds the same; a test proves the two equal.

Times are epoch milliseconds. States repeat `core.delivery.MOVES` in CHECKs, so that no statement, however wrong,
can make a move the table does not know.
"""

from __future__ import annotations

import sqlalchemy as sa

from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import MOVES, State

metadata = sa.MetaData()
ROWID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def one_of(column: str, words: list[str]) -> str:
    """The text of a CHECK that a column holds one of the words."""
    return f"{column} IN ({', '.join(repr(str(word)) for word in words)})"


# Not IN, whose list SQLite builds anew for each row: a third of its time in an import, two thirds of a new event's.
STATE_CHECK = " OR ".join(f"state = {state.value!r}" for state in State)
MOVE_CHECK = " OR ".join(
    f"(from_state = {old.value!r} AND ({' OR '.join(f'to_state = {new!r}' for new in sorted(map(str, news)))}))"
    for old, news in MOVES.items()
    if news
)
CAMPAIGN_CHECK = one_of("state", [state.value for state in CampaignState])

account = sa.Table(
    "account",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("data", sa.Text, nullable=False),
)

campaign = sa.Table(
    "campaign",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("state", sa.Text, sa.CheckConstraint(CAMPAIGN_CHECK, name="campaign_state"), nullable=False),
    sa.Column("reason", sa.Text, nullable=False, server_default=""),
    sa.Column("account_id", sa.Text, nullable=False, server_default=""),
    sa.Column("sender", sa.Text, nullable=False, server_default=""),
    sa.Column("reply_to", sa.Text, nullable=False, server_default=""),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("pace", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False, server_default=""),
    sa.Column("list_name", sa.Text, nullable=False, server_default=""),
    sa.Column("fields", sa.Text, nullable=False),
    sa.Column("parent_id", sa.Text, nullable=False, server_default=""),
    sa.Column("created_at", sa.BigInteger, nullable=False),
    sa.Column("started_at", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("finished_at", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("scheduled_at", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("sharers", sa.Text, nullable=False, server_default="[]"),
    sa.Column("priority", sa.Text, nullable=False, server_default="normal"),
    # What the columns of its list are called, by field.
    sa.Column("titles", sa.Text, nullable=False, server_default="{}"),
    sa.Column("formats", sa.Text, nullable=False, server_default="{}"),
)

# Who sends: one row for each account each time a campaign is started or resumed. Its token is in the rows it claims.
sending_run = sa.Table(
    "sending_run",
    metadata,
    sa.Column("id", ROWID, primary_key=True),
    sa.Column("token", sa.Text, nullable=False, unique=True),
    sa.Column("campaign_id", sa.Text, nullable=False, index=True),
    sa.Column("account_id", sa.Text, nullable=False, index=True),
    # As it was called then: the account may be renamed or removed.
    sa.Column("account_name", sa.Text, nullable=False),
    sa.Column("at", sa.BigInteger, nullable=False),
)

audience = sa.Table(
    "audience",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("tags", sa.Text, nullable=False),
    sa.Column("fields", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("created_at", sa.BigInteger, nullable=False),
    sa.Column("updated_at", sa.BigInteger, nullable=False),
    sa.Column("titles", sa.Text, nullable=False, server_default="{}"),
    sa.Column("formats", sa.Text, nullable=False, server_default="{}"),
)

campaign_count = sa.Table(
    "campaign_count",
    metadata,
    sa.Column("campaign_id", sa.Text, primary_key=True),
    sa.Column("state", sa.Text, primary_key=True),
    sa.Column("n", sa.BigInteger, nullable=False),
)

campaign_minute = sa.Table(
    "campaign_minute",
    metadata,
    # Outcomes of attempts by the minute (epoch ms / 60,000), counted in the commits that write them.
    sa.Column("campaign_id", sa.Text, primary_key=True),
    sa.Column("minute", sa.BigInteger, primary_key=True),
    sa.Column("state", sa.Text, primary_key=True),
    sa.Column("n", sa.BigInteger, nullable=False),
)

delivery = sa.Table(
    "delivery",
    metadata,
    sa.Column("id", ROWID, primary_key=True),
    # Whose list the row is in: a campaign's, or an audience's, whose rows are never claimed.
    sa.Column("campaign_id", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("address_key", sa.Text, nullable=False),
    sa.Column("domain_key", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("fields", sa.Text, nullable=False),
    sa.Column("state", sa.Text, sa.CheckConstraint(STATE_CHECK, name="delivery_state"), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("due_at", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("token", sa.Text, nullable=False, server_default=""),
    sa.Column("code", sa.Integer, nullable=False, server_default="0"),
    sa.Column("enhanced", sa.Text, nullable=False, server_default=""),
    sa.Column("text", sa.Text, nullable=False, server_default=""),
    sa.Column("reason", sa.Text, nullable=False, server_default=""),
    sa.Column("updated_at", sa.BigInteger, nullable=False, server_default="0"),
    # Empty but for campaigns whose hours go by the recipients' own clocks.
    sa.Column("zone", sa.Text, nullable=False, server_default=""),
    # The duplicate key that the list's file gave, where a person corrected the address since.
    sa.Column("said", sa.Text, nullable=False, server_default=""),
    sa.UniqueConstraint("campaign_id", "position", name="delivery_position"),
    sqlite_autoincrement=True,  # an id is never used again: events of a deleted campaign stay unmistakable
)
sa.Index("delivery_by_state", delivery.c.campaign_id, delivery.c.state, delivery.c.id)
# The literal matters: a partial index is only used where the query says the same words. For SQLite alone: a condition
# for another database would load its dialect at every start, 2 MB.
sa.Index(
    "delivery_due",
    delivery.c.campaign_id,
    delivery.c.due_at,
    sqlite_where=sa.text("state = 'deferred'"),
)

MARKED = sa.and_(*(delivery.c.reason != sa.literal_column(word) for word in ("''", "'accepted'")))
"""Rows that are looked for by their reason. An entry for each accepted one would make its commit a quarter dearer."""
sa.Index("delivery_marked", delivery.c.campaign_id, delivery.c.reason, delivery.c.id, sqlite_where=MARKED)

sa.Index(
    "delivery_by_zone",
    delivery.c.campaign_id,
    delivery.c.zone,
    delivery.c.id,
    sqlite_where=sa.text("state = 'queued' AND zone <> ''"),
)

unfinished = sa.Table(
    "unfinished",
    metadata,
    # Whose rows in `delivery` are of no account: an import that is under way, or was given up and is being swept.
    sa.Column("owner_id", sa.Text, primary_key=True),
    sa.Column("given_up", sa.Boolean, nullable=False),
)

delivery_event = sa.Table(
    "delivery_event",
    metadata,
    sa.Column("id", ROWID, primary_key=True),
    sa.Column("delivery_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("at", sa.BigInteger, nullable=False),
    sa.Column("from_state", sa.Text, nullable=False),
    sa.Column("to_state", sa.Text, nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("code", sa.Integer, nullable=False),
    sa.Column("enhanced", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("connection", sa.Integer, nullable=False),
    # The run that made the move, and so the account; 0 = none, or before accounts were written down.
    sa.Column("run_id", sa.BigInteger, nullable=False, server_default="0"),
    sa.CheckConstraint(MOVE_CHECK, name="delivery_event_move"),
)

suppression = sa.Table(
    "suppression",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("at", sa.BigInteger, nullable=False),
)

sa.Index("suppression_at", suppression.c.at, suppression.c.key)

suppression_removed = sa.Table(
    "suppression_removed",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("at", sa.BigInteger, nullable=False),
    sa.Column("removed_at", sa.BigInteger, nullable=False),
)

account_use = sa.Table(
    "account_use",
    metadata,
    # How many messages were over at a moment (epoch ms).
    sa.Column("account_id", sa.Text, primary_key=True),
    sa.Column("at", sa.BigInteger, primary_key=True),
    sa.Column("n", sa.BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

message_template = sa.Table(
    "message_template",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("description", sa.Text, nullable=False, server_default=""),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("changed_at", sa.BigInteger, nullable=False),
)

content_version = sa.Table(
    "content_version",
    metadata,
    sa.Column("campaign_id", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("at", sa.BigInteger, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("subject", sa.Text, nullable=False, server_default=""),
    sa.Column("content", sa.Text, nullable=False),
)

review = sa.Table(
    "review",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("data", sa.Text, nullable=False),
)

# A copy for the Sent folder of each accepted message, where the account asks for it.
sent_copy = sa.Table(
    "sent_copy",
    metadata,
    sa.Column("delivery_id", ROWID, primary_key=True),
    sa.Column("campaign_id", sa.Text, nullable=False),
    sa.Column("account_id", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    # Why it is left, as a sentence.
    sa.Column("note", sa.Text, nullable=False, server_default=""),
    sa.Column("at", sa.BigInteger, nullable=False, server_default="0"),
)
sa.Index("sent_copy_by_state", sent_copy.c.campaign_id, sent_copy.c.state)

# Campaigns that run, or ran, where copies are asked for, until every one of them is filed.
copies_expected = sa.Table("copies_expected", metadata, sa.Column("campaign_id", sa.Text, primary_key=True))

lineage = sa.Table(
    "lineage",
    metadata,
    # One row: which database this is, and how often it was opened and sent from.
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("turn", sa.BigInteger, nullable=False),
)

held = sa.Table(
    "held",
    metadata,
    # Campaigns of an earlier state: nobody knows what was sent since `made_at` (0 = not known either).
    sa.Column("campaign_id", sa.Text, primary_key=True),
    sa.Column("made_at", sa.BigInteger, nullable=False),
    sa.Column("at", sa.BigInteger, nullable=False),
)

# An event is never changed, and never taken away while its delivery exists.
_REFUSE = "BEGIN SELECT RAISE(ABORT, 'delivery_event is append-only'); END"
_WHILE_KEPT = "WHEN EXISTS (SELECT 1 FROM delivery WHERE id = OLD.delivery_id)"
APPEND_ONLY = (
    f"CREATE TRIGGER delivery_event_fixed BEFORE UPDATE ON delivery_event {_REFUSE}",
    f"CREATE TRIGGER delivery_event_kept BEFORE DELETE ON delivery_event {_WHILE_KEPT} {_REFUSE}",
)
