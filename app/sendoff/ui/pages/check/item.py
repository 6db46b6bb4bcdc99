"""One line of the check, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sendoff.core.review import Finding
from sendoff.core.sender_findings import DnsLine

Kind = Literal["ok", "wait", "bad", "todo", "info", "note", "found"]
"""Fine, to look at, closes sending, could still be done, a fact of the plan, of the rows, found before the start."""
Action = Literal[
    "", "recipients", "leave_out", "message", "account", "sandbox", "test", "send_test", "try_sandbox", "look_again"
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line: what is so, what it means, what one button does about it, and rows to look at."""

    kind: Kind
    title: str
    body: str = ""
    action: Action = ""
    button: str = ""
    field: str = ""
    """The merge field that the message is opened at; with `|` behind it, where it is shown as in the list. For the
    sandbox the address whose message is shown."""
    examples: tuple[tuple[int, str], ...] = ()
    """(row of the list, address)."""
    finding: Finding | None = None
    """Where it is about rows, all of them."""
    places: tuple[str, ...] = ()
    """Where in the message."""
    accept: str = ""
    """The kind that a person may take as it is."""
    heading: str = ""
    """Where it stands, if not under the heading of its kind."""
    line: DnsLine | None = None
    """A line for the DNS, to be copied."""
