"""The people of a list as a table shows them: row number, address, what each row is, and the list's columns."""

from __future__ import annotations

from collections.abc import Sequence

from sendoff.core.delivery import Line
from sendoff.core.language import tr
from sendoff.core.recipient import Verdict, verdict_of
from sendoff.core.titles import Titles
from sendoff.core.wording import verdict_label
from sendoff.services.recipients import BLOB_FIELD
from sendoff.services.triage import problem
from sendoff.ui.models.triage import RowColumn, number_column
from sendoff.ui.widgets.state import verdict_look

ROW, ADDRESS, STATE = range(3)
COLUMNS_LIMIT = 60
"""Columns shown; a list may have thousands, which are kept, searched and exported all the same."""


def people_columns(fields: Sequence[str], titles: Titles) -> tuple[RowColumn, ...]:
    """The columns of a list with these fields and titles; `email` is the address."""
    own = titles.columns(
        name for name in fields if not name.startswith(BLOB_FIELD) and name not in _addresses(fields, titles)
    )
    return (
        number_column(),
        RowColumn(title=tr("Address"), text=_address, edits=_addresses(fields, titles), sort="address"),
        RowColumn(title=tr("State"), text=_state, look=verdict_look),
        *(_field(names, titles) for names in own[:COLUMNS_LIMIT]),
    )


def _addresses(fields: Sequence[str], titles: Titles) -> tuple[str, ...]:
    """`email`, and the other fields of its column, or one headed E-Mail, which say the same."""
    same = next((group for group in titles.columns(fields) if "email" in group), ())
    return ("email", *(one for one in fields if one != "email" and (one in same or one.replace("_", "") == "email")))


def _address(line: Line) -> str:
    return line.address or line.fields.get("email", "")


def _state(line: Line) -> str:
    verdict = verdict_of(line.reason)
    reason = "" if verdict in (Verdict.SUPPRESSED, Verdict.LEFT_OUT) else problem(line)
    return f"{verdict_label(verdict)}: {reason}" if reason else verdict_label(verdict)


def _field(names: tuple[str, ...], titles: Titles) -> RowColumn:
    name = names[0]
    return RowColumn(title=titles.of(name), text=lambda line: line.fields.get(name, ""), edits=names, sort=name)
