"""What people and scripts read: sentences and tables for the one, a last line of JSON for the other."""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sendoff.cli.context import Context
from sendoff.core.errors import KnownError

_WIDE = 160


class Terminal:
    """With `as_json`, stdout holds JSON alone and everything else goes to stderr."""

    def __init__(self, context: Context, *, as_json: bool) -> None:
        self.as_json = as_json
        self._context = context
        self.console = self._console(context.stderr if as_json else context.stdout)
        self._errors = self._console(context.stderr)
        self.ended: int | None = None
        """The exit status, once the sending has ended and only the telling is left."""

    def _console(self, stream: Any) -> Console:
        return Console(
            file=stream,
            markup=False,
            highlight=False,
            emoji=False,
            width=None if stream.isatty() else _WIDE,
            _environ=self._context.environ,
        )

    @property
    def asks(self) -> bool:
        """Say whether somebody is there to be asked."""
        return self._context.stdin.isatty() and self._context.stderr.isatty()

    def say(self, sentence: str) -> None:
        """Write one sentence."""
        self.console.print(sentence, soft_wrap=True)

    def write(self, text: str) -> None:
        """Write a text for another program to stdout, as it is."""
        self._context.stdout.write(text)

    def warn(self, sentence: str) -> None:
        """Write one sentence that should not be missed, to stderr."""
        self._errors.print(Text(sentence, style="yellow"), soft_wrap=True)

    def error(self, error: KnownError) -> None:
        """Say what happened and what to do; for scripts the same as JSON."""
        self._errors.print(Text(str(error), style="red"), soft_wrap=True)
        self.result({
            "error": {"title": error.title, "remedy": error.remedy, "where": error.where, "code": error.code}
        })  # fmt: skip

    def table(self, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Write a table."""
        table = Table(*headers, box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        self.console.print(table)

    def result(self, values: Mapping[str, Any]) -> None:
        """Write the line of JSON that scripts wait for; nothing without `--json`."""
        if self.as_json:
            self._context.stderr.flush()
            self._context.stdout.write(json.dumps(values) + "\n")
            self._context.stdout.flush()

    def confirm(self, question: str) -> bool:
        """Ask; everything but yes is no."""
        self._errors.print(f"{question} [y/N] ", end="", soft_wrap=True)
        return self._context.stdin.readline().strip().casefold() in {"y", "yes"}

    def ask_secret(self, prompt: str) -> str:
        """Ask for a secret without showing it."""
        return getpass.getpass(f"{prompt}: ", self._context.stderr)
