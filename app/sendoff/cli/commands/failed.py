"""`sendoff failed`: the dead letters, whose attempts or whose time was used up, each with its whole history."""

from __future__ import annotations

import argparse

from sendoff.cli.context import Context
from sendoff.cli.main import OK, UNWELL
from sendoff.cli.opening import looking
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import people, time_text
from sendoff.core.campaign import Campaign
from sendoff.core.delivery import Happening, Line, State
from sendoff.core.retry import GIVEN_UP
from sendoff.core.wording import count_text, state_label
from sendoff.services.app import Services


def failed(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """List who was given up, or with `--every` everybody who failed. Status 1 where there is anybody."""
    with looking(args, context) as services:
        campaign = services.campaigns.find(args.campaign)
        lines = [
            one for one in services.reports.every(campaign, (State.FAILED,)) if args.every or one.reason == GIVEN_UP
        ]
        histories = {one.id: services.reports.history(one) for one in lines} if args.history or args.json else {}
        _say(services, campaign, lines, histories if args.history else {}, terminal)
        rows = [_json(one, histories.get(one.id, [])) for one in lines]
        terminal.result({"campaign": campaign.id, "name": campaign.name, "failed": rows})
    return UNWELL if lines else OK


def _say(
    services: Services,
    campaign: Campaign,
    lines: list[Line],
    histories: dict[int, list[Happening]],
    terminal: Terminal,
) -> None:
    if not lines:
        terminal.say(f"Nobody in “{campaign.name}” was given up.")
        return
    terminal.say(f"{people(len(lines))} in “{campaign.name}” {'was' if len(lines) == 1 else 'were'} given up:")
    now, rows = services.clock.now(), list[tuple[str, ...]]()
    for one in lines:
        said = f"{one.code or ''} {one.enhanced} {one.text}".strip()
        rows.append(
            (
                count_text(one.position),
                one.address,
                f"{one.attempts} attempt{'' if one.attempts == 1 else 's'}",
                one.account,
                said,
            )
        )
        for each in histories.get(one.id, []):
            what = f"{state_label(each.new)}, attempt {each.attempt}"
            rows.append(("", time_text(each.at, now), what, each.account, f"{each.code or ''} {each.text}".strip()))
    terminal.table(("No.", "Address", "What", "Account", "Server said"), rows)
    terminal.say(f"`sendoff retry {campaign.id} --cause {GIVEN_UP}` sends to them again, `--only ADDRESS` to one.")


def _json(one: Line, history: list[Happening]) -> dict[str, object]:
    return {
        "row": one.position,
        "address": one.address,
        "attempts": one.attempts,
        "reason": one.reason,
        "code": one.code,
        "text": one.text,
        "account": one.account,
        "history": [
            {
                "at": each.at,
                "from": each.old.value,
                "to": each.new.value,
                "attempt": each.attempt,
                "code": each.code,
                "text": each.text,
                "reason": each.reason,
                "account": each.account,
            }
            for each in history
        ],
    }
