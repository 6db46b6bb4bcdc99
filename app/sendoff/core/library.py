"""Messages kept for later: own templates, the layouts that come with Sendoff, and the versions of a draft.

The two stores are ports like those of `core.ports`; they stand here beside the values they keep.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from sendoff.core.campaign import Content
from sendoff.core.design_json import design_from_table, design_to_json
from sendoff.core.language import tr
from sendoff.core.toml_table import TomlTable

MOST_VERSIONS = 50
"""Versions kept of one campaign."""
MOST_BYTES = 20_000_000
"""Of all versions of one campaign together; the newest is kept however large."""
_SECOND, _DAY = 1_000, 86_400_000
_TIERS = ((10, 0), (25, 30 * _SECOND), (35, 600 * _SECOND), (MOST_VERSIONS, _DAY))
"""Up to so many kept versions, counted from the newest, there is one in each span (ms); 0 = every one."""
_LAYOUT_KEYS = ("name", "description", "order", "subject", "preheader")


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageTemplate:
    """A message to begin with."""

    id: str
    name: str
    content: Content = field(default_factory=Content)
    description: str = ""
    built_in: bool = False
    """It comes with Sendoff and cannot be changed; a duplicate can."""
    changed_at: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a draft's message was, without its text: `number` counts from 1 in each campaign and is never used again."""

    number: int
    at: int
    size: int
    """Bytes."""
    subject: str = ""


class TemplateStore(Protocol):
    """Own templates on disk."""

    def save(self, one: MessageTemplate, /) -> None:
        """Insert or replace by id. Raises InputError (`name_taken`) where another has the name."""
        ...

    def all(self) -> Sequence[MessageTemplate]:
        """Every own template by name."""
        ...

    def remove(self, template_id: str) -> None: ...


class VersionStore(Protocol):
    """Versions of drafts on disk. They go with their campaign."""

    def keep(self, campaign_id: str, content: Content, at: int) -> bool:
        """Add a version where it differs from the newest, thinning the older ones; say whether it did."""
        ...

    def all(self, campaign_id: str) -> Sequence[Version]:
        """The versions there are, newest first."""
        ...

    def get(self, campaign_id: str, number: int) -> Content | None: ...


def superfluous(versions: Sequence[Version]) -> tuple[int, ...]:
    """The numbers of the versions to drop, of all there are, newest first.

    The ten newest stay; before them the last of each half minute, then of each ten minutes, then of each day; never
    more than `MOST_VERSIONS` or `MOST_BYTES`, and the newest always.
    """
    dropped, octets = [], 0
    kept: list[Version] = []
    for one in versions:
        span = next((span for most, span in _TIERS if len(kept) < most), None)
        crowded = span is None or (span and one.at // span == kept[-1].at // span)
        if kept and (crowded or octets + one.size > MOST_BYTES):
            dropped.append(one.number)
            continue
        kept.append(one)
        octets += one.size
    return tuple(dropped)


def layout_from_table(name: str, table: Mapping[str, Any]) -> tuple[int, MessageTemplate]:
    """Read a starting layout, called `name` in its file name; also its place among them. Raises InputError."""
    where = f"{name}.toml"
    top = TomlTable(values=table, what=tr("The layout"), where=where)
    top.check_keys(_LAYOUT_KEYS, (*_LAYOUT_KEYS, "format", "settings", "blocks"))
    design = design_from_table({key: one for key, one in table.items() if key not in _LAYOUT_KEYS}, where)
    content = Content(
        mode="design", subject=top.text("subject"), preheader=top.text("preheader"), design=design_to_json(design)
    )
    return top.number("order"), MessageTemplate(
        id=f"layout-{name}", name=top.text("name"), description=top.text("description"), content=content, built_in=True
    )
