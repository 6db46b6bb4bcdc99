"""The lines of the log: read, filtered by how grave they are and by words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LEVELS = ("debug", "info", "warning", "error", "critical")
_HEAD = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (DEBUG|INFO|WARNING|ERROR|CRITICAL) ([\w.]+): (.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One entry; a traceback's lines belong to the entry before them."""

    at: str
    """UTC, as written."""
    level: str
    text: str


def entries(lines: Iterable[str]) -> list[LogLine]:
    """Make entries of the log's lines, oldest first."""
    found: list[LogLine] = []
    for line in lines:
        if head := _HEAD.fullmatch(line):
            found.append(
                LogLine(at=head[1], level=head[2].lower(), text=f"{head[3].removeprefix('sendoff.')}: {head[4]}")
            )
        elif found:
            last = found[-1]
            found[-1] = LogLine(at=last.at, level=last.level, text=f"{last.text}\n{line}")
        elif line.strip():
            found.append(LogLine(at="", level="info", text=line))
    return found


def matching(entries: Sequence[LogLine], level: str = "debug", words: str = "") -> list[LogLine]:
    """The entries at least so grave in which every word occurs."""
    least, wanted = LEVELS.index(level), words.casefold().split()
    return [
        one for one in entries
        if LEVELS.index(one.level) >= least and all(word in f"{one.at} {one.text}".casefold() for word in wanted)
    ]  # fmt: skip


def shown(one: LogLine) -> str:
    """One entry as a person reads it: `21:43:05 error  engine: …`, further lines indented."""
    first, *more = one.text.split("\n")
    head = f"{one.at[:10]} {one.at[11:19]}  {one.level:<8}  {first}".strip()
    return "\n".join([head, *(f"    {line}" for line in more)])
