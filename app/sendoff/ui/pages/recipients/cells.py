"""The columns of a list's rows: what each cell says and which fields an edit changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from sendoff.core.delivery import Line
from sendoff.core.language import tr
from sendoff.core.recipient import Verdict, verdict_of
from sendoff.core.shown import as_shown
from sendoff.core.titles import UNTITLED, Titles
from sendoff.core.wording import verdict_label
from sendoff.services.triage import problem
from sendoff.ui.models.triage import RowColumn, number_column
from sendoff.ui.widgets.state import verdict_look

ADDRESS = 1
"""The place of the address among the columns."""
_PLAIN: Mapping[str, str] = MappingProxyType({})
_NAMES = ("first_name", "last_name", "name")


def columns_of(
    columns: Sequence[str],
    twins: dict[str, tuple[str, ...]],
    verdict: Verdict | None,
    *,
    named: bool = True,
    titles: Titles = UNTITLED,
    forms: Mapping[str, str] = _PLAIN,
) -> tuple[RowColumn, ...]:
    """The columns of one tab, or of all rows; a twin shares the column of what it repeats.

    `named`: whether there are names where no column is one, as beside addresses in an address book.
    `forms`: the filters in which a message shows dates and amounts; they look the same here.
    """
    for first, *others in titles.columns(columns):
        twins = twins | {first: tuple(dict.fromkeys((*twins.get(first, ()), *others)))}
    shown = [
        number_column(),
        RowColumn(
            title=tr("Address"),
            text=lambda line: line.address,
            edits=("email", *twins.get("email", ())),
            sort="address",
        ),
    ]
    if verdict is None:
        shown.append(_state())
    if verdict is not Verdict.READY:
        shown.append(RowColumn(title=tr("Why"), text=problem if verdict else _briefly))
    hidden = {"email", *(name for each in twins.values() for name in each)}
    names = [name for name in _NAMES if name in columns]
    if not names and named:
        shown.append(RowColumn(title=tr("Name"), text=lambda line: line.name, sort="name"))
    shown += [
        RowColumn(title=titles.of(name), text=_cell(name, forms), edits=(name, *twins.get(name, ())), sort=name)
        for name in (*names, *(one for one in columns if one not in (*_NAMES, *hidden)))
    ]
    return tuple(shown)


def place_of_why(columns: Sequence[RowColumn]) -> int:
    """Where it stands why a row is what it is; -1 where nobody is told."""
    return next((place for place, column in enumerate(columns) if column.title == tr("Why")), -1)


def widths_of(columns: Sequence[RowColumn], *, tight: bool, state: int) -> list[int]:
    """A width for each column, in pixels; `state` is what a state needs.

    Where it is `tight`, two of the list's own columns are seen beside the others all the same.
    """
    titles = [column.title for column in columns]
    among_all = tr("State") in titles  # most rows have no reason there
    address, why, own = (200, 160 if among_all else 260, 100) if tight else (280, 240 if among_all else 380, 140)
    wide = {tr("No."): 56 if tight else 70, tr("Address"): address, tr("Why"): why, tr("State"): state}
    return [wide.get(title, own) for title in titles]


def _state() -> RowColumn:
    return RowColumn(title=tr("State"), text=lambda line: verdict_label(verdict_of(line.reason)), look=verdict_look)


def _briefly(line: Line) -> str:
    """Why, beside the state: of a suggested fix the address that was probably meant."""
    return line.text if verdict_of(line.reason) is Verdict.SUGGESTED else problem(line)


def _cell(name: str, forms: Mapping[str, str]) -> Callable[[Line], str]:
    return lambda line: as_shown(forms, name, line.fields.get(name, ""))
