"""Every column that can hold a text is either looked through when a person is forgotten, or cannot name one.

Whoever adds a column decides which: in `adapters/storage/forgetting.py` (and `lineage.py`, for a row of a sent
campaign), or here.
"""

from __future__ import annotations

import sqlalchemy as sa

from sendoff.adapters.storage.schema import metadata

CLEARED = """
    audience.name audience.source
    campaign.list_name campaign.reason
    delivery.address delivery.address_key delivery.domain_key delivery.fields delivery.name delivery.said delivery.text
    delivery.zone
    delivery_event.text
    review.data
    sent_copy.note
    suppression.key suppression.source
    suppression_removed.key suppression_removed.source
"""
OWN = """
    account.data account.name
    audience.tags
    campaign.content campaign.name campaign.reply_to campaign.sender campaign.sharers campaign.source
    content_version.content content_version.subject
    message_template.content message_template.description message_template.name
    review.key
    sending_run.account_name
"""
"""What people write themselves about themselves and their mail; it is said that this stays."""
COLUMNS = """
    audience.fields audience.formats audience.titles campaign.fields campaign.formats campaign.titles
"""
"""What the columns of a list are called and how their values are written."""
WORDS = """
    account.id account_use.account_id audience.id
    campaign.account_id campaign.id campaign.pace campaign.parent_id campaign.priority campaign.state
    campaign_count.campaign_id campaign_count.state campaign_minute.campaign_id campaign_minute.state
    content_version.campaign_id copies_expected.campaign_id
    delivery.campaign_id delivery.enhanced delivery.reason delivery.state delivery.token
    delivery_event.enhanced delivery_event.from_state delivery_event.reason delivery_event.to_state
    held.campaign_id lineage.id message_template.id
    sending_run.account_id sending_run.campaign_id sending_run.token
    sent_copy.account_id sent_copy.campaign_id sent_copy.state
    suppression.reason suppression_removed.reason unfinished.owner_id
"""
"""Ids, states and causes."""


def test_whoever_is_forgotten_is_looked_for_in_every_column() -> None:
    columns = {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.c
        if isinstance(column.type, sa.Text)
    }
    decided = f"{CLEARED} {OWN} {COLUMNS} {WORDS}".split()
    assert sorted(columns) == sorted(decided)
