"""Accounts on disk, and what they have sent within their windows. Secrets are not here."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import or_, select, update

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import account, account_use, campaign, delivery, delivery_event, sending_run
from sendoff.adapters.storage.statements import Cursor, tally_of
from sendoff.core.account import Account, ImapPlace, Proxy, ProxyKind, Route, Security, SignIn, WireMode
from sendoff.core.delivery import State
from sendoff.core.errors import InputError
from sendoff.core.language import tr

_USE = tally_of(account_use)


class Accounts:
    """Every account of one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, one: Account) -> None:
        """Insert or replace by id. Raises InputError where another account has the name."""
        data = asdict(one)
        values = {"name": data.pop("name"), "data": json.dumps(data, ensure_ascii=False)}
        del data["id"]
        with self._database.writing() as connection:
            if connection.execute(
                select(account.c.id).where(account.c.name == one.name, account.c.id != one.id)
            ).first():
                raise InputError(
                    tr("There is already an account named “{name}”.", name=one.name),
                    remedy=tr("Choose another name."),
                    code="name_taken",
                )
            if not connection.execute(update(account).where(account.c.id == one.id).values(values)).rowcount:
                connection.execute(account.insert().values(id=one.id, **values))

    def get(self, account_id: str) -> Account | None:
        """One account by its id."""
        with self._database.reading() as connection:
            row = connection.execute(select(account).where(account.c.id == account_id)).first()
        return None if row is None else _account(row)

    def all(self) -> Sequence[Account]:
        """Every account by name, the ad-hoc ones too."""
        with self._database.reading() as connection:
            return [_account(row) for row in connection.execute(select(account).order_by(account.c.name))]

    def remove(self, account_id: str) -> None:
        """Forget an account; what it sent stays counted in its campaigns."""
        with self._database.writing() as connection:
            connection.execute(account.delete().where(account.c.id == account_id))

    def used(self, account_id: str, since: int) -> Sequence[int]:
        """When messages went through the account since `since`, oldest first (epoch ms)."""
        u = account_use.c
        query = select(u.at, u.n).where(u.account_id == account_id, u.at >= since).order_by(u.at)
        with self._database.reading() as connection:
            return [at for at, number in connection.execute(query) for _ in range(number)]

    def used_for(self, account_id: str, domain: str, since: int) -> Sequence[int]:
        """The same, for the recipients of one domain: a removed campaign's are unknown."""
        runs = select(sending_run.c.id).where(sending_run.c.account_id == account_id)
        here = select(sending_run.c.campaign_id).where(sending_run.c.account_id == account_id)
        campaigns = select(campaign.c.id).where(campaign.c.account_id == account_id)
        query = (
            select(delivery_event.c.at)
            .join(delivery, delivery.c.id == delivery_event.c.delivery_id)
            .where(
                delivery.c.campaign_id.in_(campaigns.union(here)),
                or_(
                    delivery_event.c.run_id.in_(runs),
                    (delivery_event.c.run_id == 0) & delivery.c.campaign_id.in_(campaigns),
                ),
                delivery.c.domain_key == f"@{domain}",
                delivery.c.updated_at >= since,
                delivery_event.c.from_state == State.SENDING.value,
                delivery_event.c.at >= since,
            )
        )
        with self._database.reading() as connection:
            return [at for (at,) in connection.execute(query.order_by(delivery_event.c.at))]

    def note_use(self, account_id: str, at: int) -> None:
        """Count a message that belongs to no campaign (a test) against the account."""
        with self._database.committing() as cursor:
            count_uses(cursor, [(account_id, at)])


def count_uses(cursor: Cursor, used: Iterable[tuple[str, int]]) -> None:
    """Count messages against accounts: of each the account, and when it was over (epoch ms)."""
    _USE.add(cursor, [(*which, number) for which, number in Counter(used).items()])


def _account(row: Any) -> Account:
    data = json.loads(row.data)
    data.update(
        id=row.id,
        name=row.name,
        security=Security(data["security"]),
        sign_in=SignIn(data["sign_in"]),
        limits=tuple(data["limits"]),
    )
    # Accounts of earlier versions lack what came later; the defaults are right for them.
    if "route" in data:
        proxy = {**data["proxy"], "kind": ProxyKind(data["proxy"]["kind"])}
        data.update(route=Route(data["route"]), proxy=Proxy(**proxy), identities=tuple(data["identities"]))
    if "imap" in data:
        data["imap"] = ImapPlace(**{**data["imap"], "security": Security(data["imap"]["security"])})
    return Account(**{**data, "wire": WireMode(data.get("wire", WireMode.CAREFUL))})
