"""How a list differs from the one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sendoff.core.language import digits, tr


class Kind(StrEnum):
    """What an imported list does to a recipient of the present one."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One recipient that differs."""

    kind: Kind
    address: str
    fields: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The fields that changed: (before, after)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a list would change; new, changed and same are its valid rows, gone are those it no longer has."""

    new: int = 0
    changed: int = 0
    gone: int = 0
    same: int = 0
    left: int = 0
    """Rows of the list that hold no valid address, or one that came before."""
    corrected: int = 0
    """Rows that mean somebody by the address before a correction."""
    columns_new: tuple[str, ...] = ()
    columns_gone: tuple[str, ...] = ()
    """Fields only one of the two has; they make no recipient count as changed."""
    examples: tuple[Change, ...] = ()
    """The first few of each kind."""

    @property
    def sentences(self) -> str:
        """The difference in words, such as `3 new, 1 changed, 2 gone, 120 the same`."""
        told = [
            tr(
                "{new} new, {changed} changed, {gone} gone, {same} the same",
                new=digits(f"{self.new:,}"),
                changed=digits(f"{self.changed:,}"),
                gone=digits(f"{self.gone:,}"),
                same=digits(f"{self.same:,}"),
            )
        ]
        if self.left:
            rows = tr("row has") if self.left == 1 else tr("rows have")
            told.append(
                tr("{left} {rows} no valid address, or one that came before", left=digits(f"{self.left:,}"), rows=rows)
            )
        if self.corrected:
            told.append(
                tr("1 kept as you corrected it")
                if self.corrected == 1
                else tr("{number} kept as you corrected them", number=digits(f"{self.corrected:,}"))
            )
        if self.columns_new:
            told.append(tr("New columns: {columns_new}", columns_new=", ".join(self.columns_new)))
        if self.columns_gone:
            told.append(tr("Columns it no longer has: {columns_gone}", columns_gone=", ".join(self.columns_gone)))
        return ". ".join(told) + "."
