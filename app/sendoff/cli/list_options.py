"""What may be typed about a list, wherever one is read, and the look at it."""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from sendoff.cli.context import Context
from sendoff.core.errors import InputError
from sendoff.core.listing import HEADER_LIMIT, ReadOptions
from sendoff.services.app import Services
from sendoff.services.looks import Look

_CHUNK = 1 << 20
_PIPED = "Standard input.txt"


def open_look(args: argparse.Namespace, context: Context, services: Services) -> Look:
    """Look at the file that was named, or at standard input. Raises InputError."""
    options = ReadOptions(
        sheet=args.sheet,
        encoding=args.encoding,
        delimiter=args.delimiter,
        header=0 if args.no_header else _row(args.header_row),
        mapping=dict(_pair(text) for text in args.map),
        names="whole" if args.whole_names else "",
    )
    path = services.recipients.keep(_PIPED, _bytes(context.stdin)) if args.file == "-" else Path(args.file)
    return services.recipients.look(path, options, recall=not args.anew)


def _row(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or not 1 <= int(text) <= HEADER_LIMIT:
        raise InputError(
            f"“{text}” is no row for the column names.",
            remedy=f"Name a row from 1 to {HEADER_LIMIT:,}, or write --no-header.",
            code="header",
        )
    return int(text)


def _pair(text: str) -> tuple[str, str]:
    field, found, column = text.partition("=")
    if not (found and field.strip() and column.strip()):
        raise InputError(f"“{text}” is no mapping.", remedy="Write --map email=COLUMN.", code="mapping")
    return field.strip(), column.strip()


def _bytes(stdin: TextIO) -> Iterator[bytes]:
    raw = getattr(stdin, "buffer", None) or io.BytesIO(stdin.read().encode())
    return iter(lambda: raw.read(_CHUNK), b"")
