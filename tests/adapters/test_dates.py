"""Dates: every part of the program reads the same day from the same text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from sendoff.adapters.storage.schema import delivery
from sendoff.adapters.storage.segments import condition_of
from sendoff.core.dates import day_in, read_date
from sendoff.core.segment import DATES, Condition, Op, fits
from sendoff.core.shown import in_form
from sendoff.core.template_forms import fits as fits_form

_NO_DATES = [
    "2026-99-99", "31.02.2026", "2026-02-31", "0000-00-00", "0000-01-01", "2026-03-01x", "2026-03-01 or so",
    "2026-03-01 25:00", "2026-02-29 09:30", "2026-02-31T09:30:00", "2026-13", "1.3.26", "111.3.2026",
    "2026-W09-1", "260301", "202603011", "٢٠٢٦-٠٣-٠١", "soon", "",
]  # fmt: skip
_DATES = [
    "2026-03-01", "2026-3-1", " 2026-03-01 ", "20260301", "20260301T0930", "1.3.2026", "01.03.2026", "2026-03-01 09:30",
    "2026-03-01 9:30", "2026-03-01T23:59:59.5+05:00", "2026-03-01 23:59:59 -0800", "2026-03-01 09:30:00 UTC",
    "2026-03-01T09:30:00Z",
]  # fmt: skip
_WRITTEN = st.from_regex(r"[ ]?[0-9]{4}-?[0-9]{1,2}-?[0-9]{1,2}([ T][0-9]{1,2}:[0-9]{2}(Z| UTC| ?[+-][0-9]{4})?)?[ ]?")
_DOTTED = st.from_regex(r"\A[0-3]?[0-9]\.[01]?[0-9]\.[0-9]{4}\Z")


def _in_sql(connection: sa.Connection, condition: Condition, cell: str) -> bool:
    connection.execute(delivery.delete())
    row = dict.fromkeys(("address", "address_key", "domain_key", "name"), "")
    connection.execute(
        delivery.insert().values(id=1, campaign_id="a", position=1, state="queued", fields=_array(cell), **row)
    )
    return connection.execute(sa.select(delivery.c.id).where(condition_of(condition, ("day",)))).scalar() == 1


def _array(cell: str) -> sa.ColumnElement[str]:
    return sa.func.json_array(cell, type_=sa.Text)


@given(
    st.dates().map(str) | _WRITTEN | _DOTTED | st.sampled_from(_NO_DATES + _DATES),
    st.sampled_from(sorted(DATES)),
    st.dates().map(str),
)
def test_every_reader_says_the_same_of_a_text(connection: sa.Connection, text: str, op: Op, other: str) -> None:
    """Segments in memory and in SQL, the form a value is shown in, and the check before the start."""
    when, day = read_date(text), day_in(text)
    assert day == (when.date().isoformat() if when else "")
    assert fits_form("date", text) is (not text.strip() or bool(day))
    shown = in_form("date('en', 'yyyy-MM-dd')", text)
    assert shown == (day or (text if text.strip() else ""))
    for value in (other, other[:7], other[:4], *([day, day[:7], day[:4]] if day else [])):
        condition = Condition("day", op, (value,))
        expected = bool(day) and DATES[op](day[: len(value)], value)
        assert fits(condition, {"day": text}) is expected
        assert _in_sql(connection, condition, text) is expected


@pytest.mark.parametrize("text", _NO_DATES)
def test_what_is_no_day_of_the_calendar_is_none_anywhere(connection: sa.Connection, text: str) -> None:
    assert read_date(text) is None
    for op in DATES:
        assert not fits(Condition("day", op, ("2026",)), {"day": text})
        assert not _in_sql(connection, Condition("day", op, ("2026",)), text)


@pytest.mark.parametrize("text", _DATES)
def test_a_day_is_read_as_lists_have_it(text: str) -> None:
    assert day_in(text) == "2026-03-01"


def test_a_time_and_its_zone_are_read() -> None:
    assert read_date("2026-03-01 9:30 UTC") == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    assert read_date("2026-03-01 10:30:00 +0100") == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
