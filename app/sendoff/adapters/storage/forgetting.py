"""Forgetting a person in the database: implements `core.forgetting.Memory`.

One transaction finds and changes every row. SQLite leaves the bytes of what was there in its pages, so the file is
then written anew (VACUUM). `user_version` says that this is still to be done: it is set by the same transaction, and a
program that is killed in between leaves it to the next.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

import sqlalchemy as sa

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import (
    APPEND_ONLY,
    audience,
    campaign,
    campaign_count,
    content_version,
    delivery,
    delivery_event,
    message_template,
    review,
    sent_copy,
    suppression,
    suppression_removed,
)
from sendoff.adapters.storage.sweeping import refuse_importing
from sendoff.core.address import check_address, duplicate_key
from sendoff.core.campaign import CampaignState
from sendoff.core.copies import CopyState
from sendoff.core.delivery import State
from sendoff.core.forgetting import (
    FORGOTTEN,
    Erased,
    Mentions,
    Places,
    refuse_in_the_way,
    review_without,
    said_without,
)

_d, _e, _c = delivery.c, delivery_event.c, campaign.c
_PIECE = 500
"""Values of one IN; SQLite takes 32,766."""
_OVER = (CampaignState.FINISHED.value, CampaignState.STOPPED.value)
_SAID = (
    campaign.c.reason, campaign.c.list_name, audience.c.source, sent_copy.c.note, suppression.c.source,
    suppression_removed.c.source,
)  # fmt: skip
"""Columns with sentences of the program's or a server's, which may name anybody: a list is called by what chose it."""
_WRITTEN = (campaign.c.content, content_version.c.content, message_template.c.content)
_SHA = 64
"""Letters of an attachment's SHA-256."""


@dataclass(slots=True)
class _Found:
    """The rows that are about a person (`own`), by their lists, and others that merely name them."""

    mentions: Mentions
    """Finds the address that is asked for."""
    every: Mentions
    """Finds what stood for it in the person's rows as well: the address as a list had it before its correction."""
    said: frozenset[str] = frozenset()
    """The keys of those that no other row has, and no entry of the blocked list: nobody else can be meant by them."""
    also: tuple[str, ...] = ()
    """Addresses that a correction ties to this one and that other rows have: perhaps the same person, perhaps not."""
    own: dict[str, list[Any]] = field(default_factory=dict)
    naming: list[Any] = field(default_factory=list)
    campaigns: dict[str, Any] = field(default_factory=dict)
    audiences: frozenset[str] = frozenset()

    def over(self, owner_id: str) -> bool:
        """Whether a list's rows stay, as those of a campaign that is over."""
        return owner_id in self.campaigns and self.campaigns[owner_id].state in _OVER

    @property
    def lists(self) -> tuple[str, ...]:
        """The ids of the lists."""
        return tuple(dict.fromkeys([*self.own, *(row.campaign_id for row in self.naming)]))

    @property
    def places(self) -> Places:
        """What it comes to."""
        lists = set(self.lists)
        drafts = {
            one for one in lists & self.campaigns.keys() if self.campaigns[one].state == CampaignState.DRAFT.value
        }
        open_ones = {one for one in lists & self.campaigns.keys() if not self.over(one) and one not in drafts}
        timed = {one for one in drafts if self.campaigns[one].scheduled_at}
        running = (one.name for one in self.campaigns.values() if one.state == CampaignState.RUNNING.value)
        doubtful = {one for one, rows in self.own.items() if any(row.state == State.IN_DOUBT.value for row in rows)}
        return Places(
            audiences=len(lists & self.audiences),
            drafts=len(drafts),
            sent=sum(map(self.over, lists)),
            doubtful=sum(map(self.over, doubtful)),
            in_the_way=tuple(sorted(self.campaigns[one].name for one in open_ones | timed)),
            sending=next(running, ""),
            also=self.also,
        )


class Forgetting:
    """Everything about one address in a data folder's database."""

    def __init__(self, database: Database, *, rehearsed: bool = False) -> None:
        self._database = database
        self._rehearsed = rehearsed
        """Whether all of it was only tried in the sandbox, so that nothing that is not over is in the way."""

    def places(self, address: str) -> Places:
        with self._database.reading() as connection:
            return self._places(_find(connection, address))

    def _places(self, found: _Found) -> Places:
        return Places(rehearsed=len(found.lists)) if self._rehearsed else found.places

    def erase(self, address: str, now: int, *, block: bool, source: str) -> Erased:
        with self._database.writing() as connection:
            refuse_importing(connection)
            found = _find(connection, address)
            refuse_in_the_way(self._places(found))
            files = _files(found)
            _take_away(connection, found)
            _rewrite_others(connection, found)
            _clear_history(connection, found)
            _clear_sentences(connection, found.every)
            _clear_undo(connection, found)
            _settle_blocked(connection, duplicate_key(address), found.said, now, block=block, source=source)
            lone = tuple(one for one in files if not _used(connection, one))
            connection.exec_driver_sql("PRAGMA user_version = 1")
        return Erased(places=self._places(found), lists=found.lists, files=lone)

    def write_anew(self) -> bool:
        return self._database.write_anew()


def _find(connection: sa.Connection, address: str) -> _Found:
    key = duplicate_key(address)
    mentions = Mentions(_spellings(connection, address, key))
    campaigns = connection.execute(sa.select(_c.id, _c.name, _c.state, _c.scheduled_at)).all()
    found = _Found(
        mentions,
        mentions,
        campaigns={row.id: row for row in campaigns},
        audiences=frozenset(connection.execute(sa.select(audience.c.id)).scalars()),
    )
    row = (_d.id, _d.campaign_id, _d.address, _d.address_key, _d.name, _d.fields, _d.state, _d.text, _d.said)
    query = sa.select(*row).where(
        sa.or_(_d.address_key == key, _holding(mentions, _d.address, _d.name, _d.fields, _d.text, _d.said))
    )
    for one in connection.execute(query):
        unsent = not found.over(one.campaign_id)
        if (
            one.address_key == key
            or mentions.in_text(one.address)
            or (unsent and mentions.in_text(one.text))  # a mistyped address with this one as its correction
        ):
            found.own.setdefault(one.campaign_id, []).append(one)
        elif any(map(mentions.in_text, (one.name, one.text, one.said, *json.loads(one.fields)))):
            found.naming.append(one)
    _follow_corrections(connection, found, key)
    return found


def _follow_corrections(connection: sa.Connection, found: _Found, key: str) -> None:
    """Note by which other addresses the person may be known, where somebody corrected the one that was written."""
    own = [row for rows in found.own.values() for row in rows]
    said = {row.said for row in own if row.said and row.said != key and not check_address(row.said).problem}
    elsewhere = {one for one in said if _stands(connection, one, {row.id for row in own})}
    instead = {row.address for row in found.naming if found.mentions.in_text(row.said)}
    found.every = Mentions({*found.mentions.spellings, *said, *(row.address_key for row in own)})
    found.said = frozenset(said - elsewhere)
    found.also = tuple(sorted(elsewhere | instead))


def _stands(connection: sa.Connection, key: str, without: AbstractSet[int]) -> bool:
    """Whether an address is in other rows, or on the blocked list."""
    rows = connection.execute(sa.select(_d.id).where(_d.address_key == key)).scalars()
    blocked = sa.select(suppression.c.key).where(suppression.c.key == key)
    return any(one not in without for one in rows) or connection.execute(blocked).first() is not None


def _spellings(connection: sa.Connection, address: str, key: str) -> set[str]:
    spelled = sa.select(_d.address).where(_d.address_key == key).distinct()
    return {address.strip(), key, check_address(key).address or key, *connection.execute(spelled).scalars()}


def _holding(mentions: Mentions, *columns: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    return sa.or_(*(column.contains(one, autoescape=True) for column in columns for one in mentions.spellings))


def _take_away(connection: sa.Connection, found: _Found) -> None:
    for owner, rows in found.own.items():
        if found.over(owner):
            _empty(connection, rows, found.every)
            continue
        for ids in _pieces(row.id for row in rows):
            connection.execute(delivery.delete().where(_d.id.in_(ids)))
            # Of what was only tried and is not over.
            connection.execute(delivery_event.delete().where(_e.delivery_id.in_(ids)))
            connection.execute(sent_copy.delete().where(sent_copy.c.delivery_id.in_(ids)))
        for state, number in Counter(row.state for row in rows).items():
            count = (campaign_count.c.campaign_id == owner, campaign_count.c.state == state)
            connection.execute(campaign_count.update().where(*count).values(n=campaign_count.c.n - number))


def _empty(connection: sa.Connection, rows: Sequence[Any], mentions: Mentions) -> None:
    """Leave of the rows what the figures are made of: state, cause, codes, times, attempts, and who sent."""
    bound: dict[str, Any] = {name: sa.bindparam(f"to_{name}") for name in ("fields", "text")}
    nobody = {"address": FORGOTTEN, "address_key": FORGOTTEN, "domain_key": "", "name": "", "zone": "", "said": ""}
    emptied = [
        {
            "row": row.id,
            "to_fields": json.dumps([""] * len(json.loads(row.fields)), separators=(",", ":")),
            "to_text": said_without(row.text, mentions),
        }
        for row in rows
    ]
    connection.execute(delivery.update().where(_d.id == sa.bindparam("row")).values({**nobody, **bound}), emptied)
    unfiled = sent_copy.c.state.in_([CopyState.WANTED.value, CopyState.BEGUN.value])
    for ids in _pieces(row.id for row in rows):
        needless = sent_copy.update().where(sent_copy.c.delivery_id.in_(ids), unfiled)
        connection.execute(needless.values(state=CopyState.NEEDLESS.value))


def _rewrite_others(connection: sa.Connection, found: _Found) -> None:
    for row in found.naming:
        cells = [found.mentions.without(cell) for cell in json.loads(row.fields)]
        values = {
            "name": found.mentions.without(row.name),
            "fields": json.dumps(cells, ensure_ascii=False, separators=(",", ":")),
            "text": found.mentions.without(row.text),
            "said": "" if found.mentions.in_text(row.said) else row.said,
        }
        connection.execute(delivery.update().where(_d.id == row.id).values(values))


def _clear_history(connection: sa.Connection, found: _Found) -> None:
    """Empty the servers' words in the history, which is otherwise append-only, for the length of this transaction."""
    rows = [row.id for owner, rows in found.own.items() if found.over(owner) for row in rows]
    events = [_holding(found.mentions, _e.text), *(_e.delivery_id.in_(ids) for ids in _pieces(rows))]
    own = frozenset(rows)
    changed = []
    for scope in events:
        for one in connection.execute(sa.select(_e.id, _e.delivery_id, _e.text).where(scope, _e.text != "")):
            plain = found.mentions.without(one.text)
            text = said_without(one.text, found.every) if one.delivery_id in own else plain
            if text != one.text:
                changed.append({"event": one.id, "to_text": text})
    if changed:
        connection.exec_driver_sql("DROP TRIGGER delivery_event_fixed")
        emptied = delivery_event.update().where(_e.id == sa.bindparam("event")).values(text=sa.bindparam("to_text"))
        connection.execute(emptied, changed)
        connection.exec_driver_sql(APPEND_ONLY[0])


def _clear_sentences(connection: sa.Connection, mentions: Mentions) -> None:
    for column in _SAID:
        for (text,) in connection.execute(sa.select(column).where(_holding(mentions, column)).distinct()).all():
            new = mentions.without(text, FORGOTTEN)
            connection.execute(column.table.update().where(column == text).values({column.name: new}))
    _clear_names(connection, mentions)
    for key, data in connection.execute(sa.select(review.c.key, review.c.data)).all():
        if (new := review_without(data, mentions)) != data:
            connection.execute(review.update().where(review.c.key == key).values(data=new))


def _clear_names(connection: sa.Connection, mentions: Mentions) -> None:
    """An audience is called by what chose its people, unless somebody says otherwise; no two are called the same."""
    names = {row.id: row.name for row in connection.execute(sa.select(audience.c.id, audience.c.name))}
    for one, name in names.items():
        if mentions.in_text(name):
            plain = mentions.without(name, FORGOTTEN)
            numbered = (f"{plain} {number}" for number in count(2))
            names[one] = next(new for new in chain((plain,), numbered) if new not in names.values())
            connection.execute(audience.update().where(audience.c.id == one).values(name=names[one]))


def _clear_undo(connection: sa.Connection, found: _Found) -> None:
    """Forget how rows were before the last correction; the other rows' undo stays."""
    for (name,) in connection.exec_driver_sql("SELECT name FROM temp.sqlite_master WHERE type = 'table'").all():
        kept = sa.Table(name, sa.MetaData(), schema="temp", autoload_with=connection).c
        if "address_key" not in kept:
            connection.execute(kept.key.table.delete())
            continue
        texts = [column for column in kept if column.name in ("address", "address_key", "name", "fields", "text")]
        connection.execute(kept.id.table.delete().where(_holding(found.every, *texts)))
        for ids in _pieces(row.id for rows in found.own.values() for row in rows):
            connection.execute(kept.id.table.delete().where(kept.id.in_(ids)))


def _settle_blocked(
    connection: sa.Connection, key: str, said: AbstractSet[str], now: int, *, block: bool, source: str
) -> None:
    """Block the address, and what a list had for it: brought once more, that is not known as the same person."""
    keys = sorted({key, *said})
    connection.execute(suppression_removed.delete().where(suppression_removed.c.key.in_(keys)))
    if not block:
        connection.execute(suppression.delete().where(suppression.c.key == key))
        return
    known = set(connection.execute(sa.select(suppression.c.key).where(suppression.c.key.in_(keys))).scalars())
    entries = [{"key": one, "reason": "unsubscribed", "source": source, "at": now} for one in keys if one not in known]
    if entries:
        connection.execute(suppression.insert(), entries)


def _files(found: _Found) -> tuple[str, ...]:
    """Cells of the person's rows that can be the name of an attachment of their own."""
    cells = (cell for rows in found.own.values() for row in rows for cell in json.loads(row.fields))
    return tuple(dict.fromkeys(one for one in cells if len(one) == _SHA and one.isalnum() and one == one.lower()))


def _used(connection: sa.Connection, sha: str) -> bool:
    """Whether anything that is left has the attachment."""
    columns = (_d.fields, *_WRITTEN)
    return any(
        connection.execute(sa.select(sa.literal(1)).where(column.contains(sha, autoescape=True)).limit(1)).first()
        for column in columns
    )


def _pieces(ids: Iterable[int]) -> Iterator[list[int]]:
    every = list(ids)
    for start in range(0, len(every), _PIECE):
        yield every[start : start + _PIECE]
