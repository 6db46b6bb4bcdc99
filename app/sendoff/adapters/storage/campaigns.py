"""Campaigns on disk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Update, select, update

from sendoff.adapters.storage.contents import content_from_json, content_to_json
from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import (
    MARKED,
    campaign,
    campaign_count,
    campaign_minute,
    content_version,
    copies_expected,
    delivery,
    delivery_event,
    review,
    sending_run,
    sent_copy,
)
from sendoff.adapters.storage.sweeping import is_whole
from sendoff.core.campaign import CAMPAIGN_MOVES, Campaign, CampaignState, Pace, Priority, Sharer
from sendoff.core.hours import SendingHours
from sendoff.core.recipient import Verdict
from sendoff.core.said import kept, say_again
from sendoff.core.titles import Titles

_c = campaign.c


class Campaigns:
    """Every campaign of one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, one: Campaign) -> None:
        """Insert a campaign, or replace it while it is a draft; a started one is a snapshot and stays as it is."""
        values = _row(one)
        with self._database.writing() as connection:
            known = connection.execute(select(_c.state).where(_c.id == one.id)).scalar()
            if known is None:
                connection.execute(campaign.insert().values(values))
            elif known == CampaignState.DRAFT.value:
                del values["scheduled_at"]  # whoever changes the text must not undo what was set meanwhile
                connection.execute(update(campaign).where(_c.id == one.id).values(values))

    def schedule(self, campaign_id: str, at: int) -> bool:
        """Set a draft's time; say whether it was one."""
        drafts = (_c.id == campaign_id, _c.state == CampaignState.DRAFT.value)
        with self._database.writing() as connection:
            return connection.execute(update(campaign).where(*drafts).values(scheduled_at=at)).rowcount == 1

    def scheduled(self) -> Sequence[Campaign]:
        """The drafts that have a time, the earliest first."""
        drafts = (_c.scheduled_at > 0, _c.state == CampaignState.DRAFT.value)
        with self._database.reading() as connection:
            rows = connection.execute(select(campaign).where(*drafts).order_by(_c.scheduled_at, _c.id)).all()
        return [_campaign(row) for row in rows]

    def move(self, campaign_id: str, new: CampaignState, reason: str, now: int) -> bool:
        """Change the state if the table of moves allows it from where the campaign stands; say whether it did."""
        olds = [old.value for old, news in CAMPAIGN_MOVES.items() if new in news]
        values: dict[str, Any] = {"state": new.value, "reason": kept(reason)}
        if new in (CampaignState.FINISHED, CampaignState.STOPPED):
            values["finished_at"] = now
        where = [_c.id == campaign_id, _c.state.in_(olds)]
        if new is CampaignState.RUNNING:
            where.append(is_whole(campaign_id))
            values["scheduled_at"] = 0
        with self._database.writing() as connection:
            moved = connection.execute(update(campaign).where(*where).values(values)).rowcount
            if moved and new is CampaignState.RUNNING:
                connection.execute(
                    update(campaign).where(_c.id == campaign_id, _c.started_at == 0).values(started_at=now)
                )
                connection.execute(_drop_suggestions(campaign_id))
        return moved == 1

    def set_priority(self, campaign_id: str, priority: Priority) -> None:
        """Change whose turn it is, whatever the campaign's state."""
        with self._database.writing() as connection:
            connection.execute(update(campaign).where(_c.id == campaign_id).values(priority=priority.value))

    def get(self, campaign_id: str) -> Campaign | None:
        """One campaign by its id."""
        with self._database.reading() as connection:
            row = connection.execute(select(campaign).where(_c.id == campaign_id)).first()
        return None if row is None else _campaign(row)

    def all(self) -> Sequence[Campaign]:
        """Every campaign, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(campaign).order_by(_c.created_at.desc(), _c.id)).all()
        return [_campaign(row) for row in rows]

    def remove(self, campaign_id: str) -> None:
        """Forget a campaign with its rows, their history and the versions of its message."""
        rows = select(delivery.c.id).where(delivery.c.campaign_id == campaign_id)
        with self._database.writing() as connection:
            ids = [row for (row,) in connection.execute(rows)]
            connection.execute(delivery.delete().where(delivery.c.campaign_id == campaign_id))
            for start in range(0, len(ids), 500):
                connection.execute(
                    delivery_event.delete().where(delivery_event.c.delivery_id.in_(ids[start : start + 500]))
                )
            connection.execute(campaign_count.delete().where(campaign_count.c.campaign_id == campaign_id))
            connection.execute(campaign_minute.delete().where(campaign_minute.c.campaign_id == campaign_id))
            connection.execute(content_version.delete().where(content_version.c.campaign_id == campaign_id))
            connection.execute(review.delete().where(review.c.key == campaign_id))
            connection.execute(sent_copy.delete().where(sent_copy.c.campaign_id == campaign_id))
            connection.execute(copies_expected.delete().where(copies_expected.c.campaign_id == campaign_id))
            connection.execute(sending_run.delete().where(sending_run.c.campaign_id == campaign_id))
            connection.execute(campaign.delete().where(_c.id == campaign_id))


def _drop_suggestions(campaign_id: str) -> Update:
    """From the start on a row's text is what the server said; an address that was suggested for it is no such thing."""
    rows = update(delivery).where(delivery.c.campaign_id == campaign_id, delivery.c.reason == Verdict.SUGGESTED.value)
    return rows.where(MARKED).values(text="")


def _row(one: Campaign) -> dict[str, Any]:
    values = {column.name: getattr(one, column.name) for column in campaign.c}
    values["state"] = one.state.value
    values["content"] = content_to_json(one.content)
    values["pace"] = json.dumps(asdict(one.pace))
    values["fields"] = json.dumps(list(one.fields), ensure_ascii=False)
    values["sharers"] = json.dumps([asdict(each) for each in one.sharers], ensure_ascii=False)
    values["priority"] = one.priority.value
    values["titles"] = json.dumps(dict(one.titles.pairs), ensure_ascii=False)
    values["formats"] = json.dumps(dict(one.formats), ensure_ascii=False)
    return values


def _campaign(row: Any) -> Campaign:
    pace = json.loads(row.pace)
    pace["limits"] = tuple(pace["limits"])
    if hours := pace.get("hours"):
        pace["hours"] = SendingHours(**{**hours, "days": tuple(hours["days"])})
    values = dict(row._mapping)  # noqa: SLF001 -- SQLAlchemy's public name for a row as a mapping
    values.update(
        state=CampaignState(row.state),
        reason=say_again(row.reason),
        content=content_from_json(row.content),
        pace=Pace(**pace),
        fields=tuple(json.loads(row.fields)),
        sharers=tuple(Sharer(**each) for each in json.loads(row.sharers)),
        priority=Priority(row.priority),
        titles=Titles(tuple(json.loads(row.titles).items())),
        formats=tuple(json.loads(row.formats).items()),
    )
    return Campaign(**values)
