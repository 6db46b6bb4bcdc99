"""A campaign that is not here may be in the sandbox, or the other way round: the error then says how to get there."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Sequence

from sendoff.cli.context import Context
from sendoff.core.errors import InputError, KnownError

_OPTION = "--sandbox"
_MISSED = ("no_campaign", "empty")


def with_the_way(error: KnownError, args: argparse.Namespace, argv: Sequence[str], context: Context) -> KnownError:
    """The error with the exact command that finds the campaign, where there is one; else the error as it is."""
    wanted, sandbox = getattr(args, "campaign", None), getattr(args, "sandbox", None)
    if error.code not in _MISSED or wanted is None or sandbox is None:
        return error
    try:
        services = context.open_services(args.typed, sandbox=not sandbox, read_only=True)
    except KnownError:
        return error
    try:
        name = services.campaigns.find(wanted).name
    except InputError:
        return error
    finally:
        services.close()
    words = [word for word in argv if word != _OPTION] if sandbox else [*argv, _OPTION]
    place = "among the real campaigns" if sandbox else "in the sandbox"
    command = shlex.join(["sendoff", *words])
    return InputError(error.title, remedy=f"“{name}” is {place}: `{command}`.", where=error.where, code=error.code)
