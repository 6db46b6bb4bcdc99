"""Runs: which account sent what. A run's token is in the rows it claimed, its id in the history of their moves."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import fields as parts_of

import sqlalchemy as sa
from sqlalchemy import select

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import delivery, sending_run
from sendoff.core.account import Account
from sendoff.core.delivery import Line

_r = sending_run.c


@dataclass(frozen=True, slots=True)
class Run:
    """One account's part of one run of a campaign; 0 = from before runs were written down."""

    id: int
    account_id: str


def open_run(database: Database, token: str, campaign_id: str, account: Account, now: int) -> Run:
    """Write down that a campaign is sent through an account from now on."""
    values = {
        "token": token,
        "campaign_id": campaign_id,
        "account_id": account.id,
        "account_name": account.name,
        "at": now,
    }
    with database.writing() as connection:
        inserted = connection.execute(sending_run.insert().values(values).returning(_r.id))
        return Run(int(inserted.scalar_one()), account.id)


def runs_of(database: Database, campaign_id: str) -> dict[str, Run]:
    """The runs of a campaign by their tokens."""
    query = select(_r.token, _r.id, _r.account_id).where(_r.campaign_id == campaign_id)
    with database.reading() as connection:
        return {token: Run(number, account_id) for token, number, account_id in connection.execute(query)}


def _of_run(column: sa.Column[str], name: str) -> sa.Label[str]:
    found = select(column).where(_r.token == delivery.c.token, delivery.c.token != "").scalar_subquery()
    return sa.func.coalesce(found, "").label(name)


LINE = (
    *(delivery.c[part.name] for part in parts_of(Line) if part.name in delivery.c),
    _of_run(_r.account_name, "account"),
    _of_run(_r.account_id, "account_id"),
)
"""The columns of `core.delivery.Line`; the account is that of the run which claimed the row last."""
