"""`sendoff forget`: everything about a person is deleted, but for the figures of what was sent."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from sendoff.cli.context import Context
from sendoff.cli.main import BAD_INPUT, OK, UNWELL
from sendoff.cli.opening import holding, reading
from sendoff.cli.terminal import Terminal
from sendoff.core.errors import InputError
from sendoff.core.forgetting import Places, block_text, foretold, obstacle, places_text, refuse_in_the_way, stays_text


def forget(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Say what will be forgotten, ask, and forget. Status 1 where nobody is found and nobody is to be blocked."""
    if args.look:
        with reading(args, context) as services:
            return _tell(services.forgetting.look(args.address), terminal)
    with holding(args, context) as services:
        places = services.forgetting.look(args.address)
        if not places.anywhere and args.not_blocked and not places.blocked:
            return _tell(places, terminal)
        refuse_in_the_way(places)
        for sentence in (*foretold(places), block_text(block=not args.not_blocked)):
            terminal.say(sentence)
        if not (args.yes or terminal.asks):
            raise InputError("Nobody is there to confirm it.", remedy="Add --yes to forget.", code="confirm")
        if not args.yes and not terminal.confirm("Forget this person for good?"):
            terminal.say("Nothing was changed.")
            return BAD_INPUT
        done = services.forgetting.forget(args.address, block=not args.not_blocked)
    terminal.say(f"Forgotten in: {places_text(done.places)}.")
    if not done.anew:
        terminal.warn("The data file is in use, so it is written anew at the next start; until then bytes may be left.")
    terminal.result({"forgotten": {**_json(done.places), "blocked": done.blocked, "written_anew": done.anew}})
    return OK


def _tell(places: Places, terminal: Terminal) -> int:
    if not places.anywhere:
        terminal.say("Nobody with this address, in no campaign and no audience.")
    elif error := obstacle(places):
        terminal.say(f"{error.title} {error.remedy}")
    else:
        for sentence in foretold(places):
            terminal.say(sentence)
    terminal.result({"places": _json(places)})
    return OK if places.anywhere else UNWELL


def _json(places: Places) -> dict[str, object]:
    return {**asdict(places), "stays": stays_text()}
