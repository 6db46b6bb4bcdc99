"""Every row of a list without holding it: page by page, in the order of the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Protocol

from sendoff.core.delivery import Line, State
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.ports import RowReader
from sendoff.core.wording import count_text

PAGE = 1_000
"""Rows read at once."""


class HasRows(Protocol):
    """Whoever has rows: a campaign or an audience."""

    @property
    def id(self) -> str: ...

    @property
    def fields(self) -> Sequence[str]: ...


def row_at(rows: RowReader, owner: HasRows, position: int) -> Line:
    """The row with this number in the list. Raises InputError where there is none."""
    found = rows.at(owner.id, owner.fields, position)
    if found is None:
        raise InputError(
            tr("Nobody on the list has the number {position}.", position=count_text(position)), code="no_row"
        )
    return found


def following(page: Callable[[int], Sequence[Line]]) -> Iterator[Sequence[Line]]:
    """Page after page to the end: `page` reads one after the row with this id."""
    after = 0
    while found := page(after):
        yield found
        after = found[-1].id


def pages(
    rows: RowReader, owner: HasRows, *, states: Sequence[State] = (), reasons: Sequence[str] = ()
) -> Iterator[Sequence[Line]]:
    """The rows in these states and with these reasons, all where none is named. Rows may change meanwhile."""
    return following(
        lambda after: rows.page(owner.id, owner.fields, after=after, limit=PAGE, states=states, reasons=reasons)
    )


def lines(
    rows: RowReader, owner: HasRows, *, states: Sequence[State] = (), reasons: Sequence[str] = ()
) -> Iterator[Line]:
    """The same, one by one."""
    return chain.from_iterable(pages(rows, owner, states=states, reasons=reasons))
