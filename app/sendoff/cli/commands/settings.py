"""`sendoff settings`: what can be chosen for the whole program, from the same table as the window's page."""

from __future__ import annotations

import argparse

from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.terminal import Terminal
from sendoff.core.settings import SETTINGS, Setting, matching, offer, parse, setting, typed
from sendoff.services.preferences import Preferences


def show(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """List the settings, or those in which the words given occur."""
    preferences = context.preferences()
    found = matching(" ".join(args.words), SETTINGS)
    if found:
        terminal.table(
            ("Setting", "Value", "Takes", "What it does"),
            ((one.key, _value(preferences, one), offer(one), f"{one.title}. {one.explanation}") for one in found),
        )
    else:
        terminal.say("No setting is about that.")
    terminal.result({"settings": [_json(preferences, one) for one in found]})
    return OK


def get(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Say one setting's value."""
    one, preferences = setting(args.key), context.preferences()
    terminal.say(_value(preferences, one))
    terminal.result({"setting": _json(preferences, one)})
    return OK


def choose(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Keep a value; an open window takes it at its next start."""
    one, preferences = setting(args.key), context.preferences()
    preferences.choose(one.key, parse(one, args.value))
    terminal.say(f"{one.title}: {_value(preferences, one)}.")
    terminal.result({"setting": _json(preferences, one)})
    return OK


def reset(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Go back to the default, of one setting or of all."""
    preferences = context.preferences()
    chosen = [setting(args.key)] if args.key else list(SETTINGS)
    for one in chosen:
        preferences.reset(one.key)
        terminal.say(f"{one.title}: {_value(preferences, one)}.")
    terminal.result({"settings": [_json(preferences, one) for one in chosen]})
    return OK


def _value(preferences: Preferences, one: Setting) -> str:
    return typed(one, preferences.value(one.key))


def _json(preferences: Preferences, one: Setting) -> dict[str, object]:
    value = preferences.value(one.key)
    return {"key": one.key, "value": value, "default": one.default, "title": one.title, "takes": offer(one)}
