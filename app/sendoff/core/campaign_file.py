"""The campaign file: TOML that says the whole job. This module reads its tables; opening it is not its business."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from sendoff.core.campaign import Pace, Priority
from sendoff.core.errors import InputError
from sendoff.core.hours import parse_hours
from sendoff.core.language import digits, phrase, tr
from sendoff.core.limits import parse_limit

_TOP = {
    "name": str, "account": str, "accounts": list, "priority": str,
    "from": str, "reply_to": str, "subject": str, "html": str, "markdown": str,
    "text": str, "recipients": str, "audience": str, "segment": str, "exclude_audiences": list,
    "exclude_campaigns": list, "design": str, "attachments": list, "images": list, "preheader": str,
    "unsubscribe": str, "unsubscribe_text": str, "postal_address": str, "mapping": dict, "sending": dict,
}  # fmt: skip
_SENDING = {
    "connections": int, "delay": float, "limits": list, "attempts": int, "retry_after": float, "first": int,
    "max_age": float,
    "window": str, "days": str, "zone": str, "zone_column": str,
}  # fmt: skip
_CALLED = {
    str: phrase("text in quotes"),
    list: phrase("a list in brackets"),
    dict: phrase("a table"),
    int: phrase("a whole number"),
    float: phrase("a number"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """An attachment: a `file` for everybody or a `column` that names each recipient's own; `name` is a template."""

    file: str = ""
    column: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignFile:
    """What a campaign file says; names of files are relative to its folder."""

    name: str
    account: str = ""
    accounts: tuple[tuple[str, int], ...] = ()
    """Several accounts by name, each with its weight; 0 = none is said."""
    priority: Priority | None = None
    sender: str = ""
    reply_to: str = ""
    subject: str = ""
    html: str = ""
    markdown: str = ""
    text: str = ""
    design: str = ""
    preheader: str = ""
    unsubscribe: str = ""
    leave_text: str = ""
    postal: str = ""
    recipients: str = ""
    audience: str = ""
    """The name of an audience, in place of a list in a file."""
    segment: str = ""
    exclude_audiences: tuple[str, ...] = ()
    exclude_campaigns: tuple[str, ...] = ()
    """Whom these have reached gets nothing."""
    attachments: tuple[AttachedFile, ...] = ()
    images: tuple[str, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    pace: Pace = field(default_factory=Pace)


def read_campaign_file(tables: Mapping[str, Any], where: str) -> CampaignFile:
    """Read the tables of a campaign file. Raises InputError for an unknown key, a wrong type or a missing one."""
    _check(tables, _TOP, where, "")
    if tables.get("audience") and tables.get("recipients"):
        raise InputError(tr("There is both `recipients` and `audience`."), remedy=tr("Keep one of them."), where=where)
    for key in ("name", "subject", "audience" if tables.get("audience") else "recipients"):
        if not str(tables.get(key, "")).strip():
            raise InputError(
                tr("There is no `{key}`.", key=key), remedy=tr('Add a line like {key} = "…".', key=key), where=where
            )
    _check_bodies(tables, where)
    mapping = tables.get("mapping", {})
    for key, value in mapping.items():
        if not isinstance(value, str):
            raise InputError(tr("`mapping.{key}` must be the name of a column, in quotes.", key=key), where=where)
    return CampaignFile(
        name=tables["name"].strip(),
        account=tables.get("account", ""),
        accounts=_accounts(tables, where),
        priority=_priority(tables.get("priority", ""), where),
        sender=tables.get("from", ""),
        reply_to=tables.get("reply_to", ""),
        subject=tables["subject"],
        html=tables.get("html", ""),
        markdown=tables.get("markdown", ""),
        text=tables.get("text", ""),
        recipients=tables.get("recipients", ""),
        **_people(tables, where),
        design=tables.get("design", ""),
        preheader=tables.get("preheader", ""),
        unsubscribe=tables.get("unsubscribe", ""),
        leave_text=tables.get("unsubscribe_text", ""),
        postal=tables.get("postal_address", ""),
        attachments=tuple(_attachment(item, where) for item in tables.get("attachments", [])),
        images=_images(tables.get("images", []), where),
        mapping=dict(mapping),
        pace=_pace(tables.get("sending", {}), where),
    )


def _check(tables: Mapping[str, Any], known: Mapping[str, type], where: str, prefix: str) -> None:
    for key, value in tables.items():
        if key not in known:
            near = get_close_matches(key, known, n=1)
            remedy = (
                tr("Did you mean `{prefix}{near}`?", prefix=prefix, near=near[0])
                if near
                else tr("Known are: {known}.", known=", ".join(known))
            )
            raise InputError(
                tr("`{prefix}{key}` is not known here.", prefix=prefix, key=key),
                remedy=remedy,
                where=where,
                code="unknown_key",
            )
        wanted = known[key]
        fits = isinstance(value, (int, float) if wanted is float else wanted) and not isinstance(value, bool)
        if not fits:
            raise InputError(
                tr("`{prefix}{key}` must be {called}.", prefix=prefix, key=key, called=tr(_CALLED[wanted])),
                remedy=tr("Correct it."),
                where=where,
                code="wrong_type",
            )


def _check_bodies(tables: Mapping[str, Any], where: str) -> None:
    if not any(tables.get(key) for key in (*_PAGES, "text")):
        raise InputError(
            tr("There is no message."),
            remedy=tr(
                'Add html = "message.html", markdown = "message.md", design = "design.json" or text = "words.txt".'
            ),
            where=where,
        )
    pages = [key for key in _PAGES if tables.get(key)]
    if len(pages) > 1:
        raise InputError(
            tr("There is both `{pages}` and `{pages_2}`.", pages=pages[0], pages_2=pages[1]),
            remedy=tr("Keep one of them."),
            where=where,
            code="two_bodies",
        )


_PAGES = ("html", "markdown", "design")


def _accounts(tables: Mapping[str, Any], where: str) -> tuple[tuple[str, int], ...]:
    items = tables.get("accounts", [])
    if items and tables.get("account"):
        raise InputError(tr("There is both `account` and `accounts`."), remedy=tr("Keep one of them."), where=where)
    return tuple(_account(item, where) for item in items)


def _account(item: Any, where: str) -> tuple[str, int]:
    if isinstance(item, str):
        return item, 0
    if isinstance(item, dict) and set(item) <= {"name", "weight"} and isinstance(item.get("name"), str):
        weight = item.get("weight", 0)
        if isinstance(weight, int) and not isinstance(weight, bool) and weight >= 0:
            return item["name"], weight
    raise InputError(
        tr("An account is not written as it should be."),
        remedy=tr('Write accounts = ["second"] or [{ name = "work", weight = 2 }, "second"].'),
        where=where,
        code="wrong_type",
    )


def _priority(text: str, where: str) -> Priority | None:
    if text and text not in set(Priority):
        raise InputError(
            tr("There is no priority “{text}”.", text=text),
            remedy=tr("Write high, normal or low."),
            where=where,
            code="wrong_type",
        )
    return Priority(text) if text else None


def _attachment(item: Any, where: str) -> AttachedFile:
    if isinstance(item, str):
        return AttachedFile(file=item)
    texts = isinstance(item, dict) and all(isinstance(value, str) for value in item.values())
    if texts and set(item) - {"name"} in ({"file"}, {"column"}):
        return AttachedFile(**item)
    raise InputError(
        tr("An attachment is neither a file nor a column."),
        remedy=tr('Write "offer.pdf", { file = "offer.pdf", name = "For {{ name }}.pdf" } or { column = "invoice" }.'),
        where=where,
        code="wrong_type",
    )


def _images(items: list[Any], where: str) -> tuple[str, ...]:
    for item in items:
        if not isinstance(item, str):
            raise InputError(
                tr("An image must be the name of a file, in quotes."), remedy=tr('Write "logo.png".'), where=where,
                code="wrong_type",
            )  # fmt: skip
    return tuple(items)


def _people(tables: Mapping[str, Any], where: str) -> dict[str, Any]:
    """Who of an audience is meant. Raises InputError where no audience is named."""
    people: dict[str, Any] = {key: tables[key] for key in ("audience", "segment") if key in tables}
    for key in ("exclude_audiences", "exclude_campaigns"):
        names = tables.get(key, [])
        if not all(isinstance(name, str) for name in names):
            raise InputError(
                tr("`{key}` must be names in quotes.", key=key),
                remedy=tr("Correct it."),
                where=where,
                code="wrong_type",
            )
        people[key] = tuple(names)
    if any(people.values()) and not people.get("audience"):
        raise InputError(
            tr("A segment and exclusions need an audience."),
            remedy=tr('Add a line like audience = "Customers" in place of `recipients`.'),
            where=where,
            code="audience",
        )
    return people


def _pace(table: Mapping[str, Any], where: str) -> Pace:
    _check(table, _SENDING, where, "sending.")
    for text in table.get("limits", []):
        if not isinstance(text, str):
            raise InputError(
                tr("A limit must be text in quotes."), remedy=tr('Write "80/hour".'), where=where, code="wrong_type"
            )
        parse_limit(text)
    for key, least, most in (
        ("connections", 1, 64),
        ("attempts", 1, 50),
        ("first", 0, 10_000_000),
        ("delay", 0, 86_400),
        ("retry_after", 0, 86_400),
        ("max_age", 0, 2_592_000),
    ):
        if key in table and not least <= table[key] <= most:
            raise InputError(
                tr(
                    "`sending.{key}` must be between {least} and {most}.",
                    key=key,
                    least=least,
                    most=digits(f"{most:,}"),
                ),
                where=where,
                code="wrong_type",
            )
    return Pace(
        connections=table.get("connections", 0),
        delay=float(table.get("delay", -1.0)),
        limits=tuple(table.get("limits", ())),
        attempts=table.get("attempts", 5),
        retry_after=float(table.get("retry_after", 30.0)),
        max_age=float(table.get("max_age", 0.0)),
        first=table.get("first", 0),
        hours=parse_hours(*(table.get(key, "") for key in ("window", "days", "zone", "zone_column"))),
    )
