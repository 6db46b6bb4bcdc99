"""Campaigns as wholes: `sendoff campaigns`, `duplicate`, `rename` and `delete`."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sendoff.cli.context import Context
from sendoff.cli.main import BAD_INPUT, OK
from sendoff.cli.opening import holding, looking
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import figures, people, time_text
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.errors import InputError, StorageError
from sendoff.core.wording import count_text
from sendoff.services.app import Services


def show_all(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Name every campaign."""
    try:
        with looking(args, context) as services:
            now = services.clock.now()
            names = {one.id: one.name for one in services.accounts.every()}
            every = [one for one in services.campaigns.all() if _fits(one, names, args.words)]
            told = [_json(services, one, names) for one in every]
            rows = [
                (one.name, _standing(one), _progress(one, each),
                 each["account"], time_text(one.scheduled_at or one.started_at or one.created_at, now))
                for one, each in zip(every, told, strict=True)
            ]  # fmt: skip
    except StorageError as error:
        if error.code != "empty":
            raise
        rows, told = [], []
    if rows:
        terminal.table(("Campaign", "State", "How far", "Account", "When"), rows)
    elif args.words:
        terminal.say("No campaign fits.")
    else:
        terminal.say(
            "There is no campaign here yet. Start one with `sendoff send CAMPAIGN.toml`, or see `sendoff try`."
        )
    terminal.result({"campaigns": told})
    return OK


def duplicate(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Make a draft of a campaign, whatever became of it."""
    with holding(args, context) as services:
        old = services.campaigns.find(args.campaign)
        made = services.duplicates.make(old.id, args.name)
        rows = sum(services.reports.counts(old).values())
        left = rows - made.people - made.blocked
    who = f" for {people(made.people)}" if made.people else "; it has no list yet"
    terminal.say(f"“{made.draft.name}” is a draft with the message of “{old.name}”{who}.")
    if rows and left:
        row = "1 row stays" if left == 1 else f"{count_text(left)} rows stay"
        terminal.say(f"{row} behind: left out, not valid or repeated there.")
    if made.blocked:
        terminal.say(f"{people(made.blocked)} came along and will get nothing: on the blocked list.")
    place = " --sandbox" if args.sandbox else ""
    terminal.say(f"`sendoff send {shlex.quote(made.draft.name)}{place}` checks it, asks, and sends it.")
    terminal.result({
        "campaign": made.draft.id, "name": made.draft.name, "people": made.people, "left": left,
        "blocked": made.blocked,
    })  # fmt: skip
    return OK


def rename(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Give a draft another name; what was started keeps the one it was sent under."""
    name = " ".join(args.new.split())
    with holding(args, context) as services:
        one = services.campaigns.find(args.campaign)
        if one.state is not CampaignState.DRAFT:
            raise InputError(
                f"“{one.name}” was started and keeps its name.",
                remedy="`sendoff duplicate` makes a draft of it, with a name of your choice.",
                code="started",
            )
        if not name:
            raise InputError("The campaign has no name.", remedy="Give it one.", code="no_name")
        services.campaigns.save(replace(one, name=name))
    terminal.say(f"“{one.name}” is “{name}” now.")
    terminal.result({"campaign": one.id, "name": name})
    return OK


def delete(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Forget a campaign; nobody who was written to is remembered by it any more, so a person is asked."""
    with holding(args, context) as services:
        one = services.campaigns.find(args.campaign)
        if not args.yes:
            if not terminal.asks:
                raise InputError(
                    "Nobody is there to confirm the deletion.", remedy="Add --yes to delete without asking.",
                    code="confirm",
                )  # fmt: skip
            if not terminal.confirm(f"Delete “{one.name}” with its list and its results?"):
                terminal.say("Nothing was deleted.")
                return BAD_INPUT
        services.campaigns.remove(one.id)
    terminal.say(f"“{one.name}” is deleted.")
    terminal.result({"campaign": one.id, "name": one.name, "deleted": True})
    return OK


def _fits(one: Campaign, names: Mapping[str, str], words: list[str]) -> bool:
    told = f"{one.name} {one.content.subject} {_accounts(one, names)}".casefold()
    return all(word.casefold() in told for word in words)


def _progress(one: Campaign, told: Mapping[str, Any]) -> str:
    if not told["people"]:
        return "no list yet"
    counts = told["counts"]
    return f"{count_text(counts['queued'])} to send" if one.state is CampaignState.DRAFT else figures(counts)


def _standing(one: Campaign) -> str:
    return "scheduled" if one.scheduled_at else one.state.value


def _accounts(one: Campaign, names: Mapping[str, str]) -> str:
    return ", ".join(names.get(each, "removed") for each in one.account_ids)


def _json(services: Services, one: Campaign, names: Mapping[str, str]) -> dict[str, Any]:
    counts = services.reports.counts(one)
    return {
        "campaign": one.id, "name": one.name, "state": one.state.value, "subject": one.content.subject,
        "account": _accounts(one, names), "people": sum(counts.values()), "counts": counts,
        "scheduled_at": one.scheduled_at, "started_at": one.started_at, "created_at": one.created_at,
    }  # fmt: skip
