"""Dates, numbers, amounts and plurals by locale; what is ambiguous is an error and never a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.errors import InputError
from sendoff.core.template import compile_template


def rendered(source: str, value: str) -> str:
    return (
        compile_template(source, html=True, where="html")
        .render({"x": value})
        .replace("\u202f", " ")
        .replace("\xa0", " ")
    )


@pytest.mark.parametrize(
    ("source", "value", "expected"),
    [
        ("{{ x | date }}", "2026-05-31", "May 31, 2026"),
        ("{{ x | date('de', 'long') }}", " 31.05.2026 ", "31. Mai 2026"),
        ("{{ x | date('pt-BR', 'short') }}", "2026-05-31 10:30:00", "31/05/2026"),
        ("{{ x | date('de') }}", " ", ""),
        ("{{ x | date('de', 'EEEE, d. MMMM, HH:mm') }}", "2026-05-31T10:30", "Sonntag, 31. Mai, 10:30"),
        ("{{ x | date | default('soon') }}", "", "soon"),
        ("{{ x | number('de') }}", "1234567.5", "1.234.567,5"),
        ("{{ x | number('de', 2) }}", "1.234,5", "1.234,50"),
        ("{{ x | number('fr', 0) }}", "1,234.6", "1 235"),
        ("{{ x | number }}", "-12,5", "-12.5"),
        ("{{ x | number }}", "", ""),
        ("{{ x | number('de-CH') }}", "1'234'567", "1’234’567"),
        ("{{ (x | float * 2) | number }}", "0.1", "0.2"),
        ("{{ x | money('EUR', 'de') }}", "1234,5", "1.234,50 €"),
        ("{{ x | money('JPY', 'ja') }}", "1234", "￥1,234"),
        ("{{ x }} {{ x | plural('day', 'days') }}", "1", "1 day"),
        ("{{ x | plural('day', 'days') }}", "0", "days"),
        ("{{ x | plural('jour', 'jours', locale='fr') }}", "0", "jour"),
        ("{{ x | plural('day', 'days') }}", "", "days"),
        ("{{ x | plural('plik', 'pliki', 'plików', locale='pl') }}", "3", "pliki"),
        ("{{ x | plural('plik', 'pliki', 'plików', locale='pl') }}", "5", "plików"),
        ("{{ x | plural('plik', 'pliki', 'plików', 'pliku', locale='pl') }}", "1.5", "pliku"),
    ],
)
def test_what_people_of_a_place_write(source: str, value: str, expected: str) -> None:
    assert rendered(source, value) == expected


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("{{ x | date }}", "05/06/2026"),
        ("{{ x | date }}", "soon"),
        ("{{ x | date }}", "31.02.2026"),
        ("{{ x | date('../../etc') }}", "2026-05-31"),
        ("{{ x | date('xx') }}", "2026-05-31"),
        ("{{ x | date(7) }}", "2026-05-31"),
        ("{{ x | date('de', 'd{0.__class__}') }}", "2026-05-31"),
        ("{{ x | date('de', x) }}", "2" * 200),
        ("{{ x | date('de', 'qqqqqqq') }}", "2026-05-31"),
        ("{{ x | number }}", "1,234"),
        ("{{ x | number }}", "1e99"),
        ("{{ x | number }}", "NaN"),
        ("{{ x | number }}", "9" * 60),
        ("{{ x | number('de', 99) }}", "1"),
        ("{{ x | number('de', -1) }}", "1"),
        ("{{ x | number('de', 'a') }}", "1"),
        ("{{ x | money('Euro') }}", "1"),
        ("{{ x | plural('a') }}", "1"),
        ("{{ x | plural('a', 'b', 'c') }}", "1"),
        ("{{ x | plural }}", "1"),
        ("{{ x.split(',') | number }}", "1,2"),
        ("{{ y | number }}", "1"),
    ],
)
def test_what_is_no_date_or_number_is_an_error_of_its_row(source: str, value: str) -> None:
    with pytest.raises(InputError):
        rendered(source, value)


FILTERS = {
    name: compile_template(f"{{{{ x | {name} }}}}", html=False, where="text")
    for name in ("date", "number", "money", "plural('a', 'b')")
}


@given(
    value=st.text(max_size=60) | st.floats().map(str) | st.dates().map(str) | st.decimals().map(str),
    name=st.sampled_from(sorted(FILTERS)),
)
def test_any_value_is_formatted_or_an_error(value: str, name: str) -> None:
    try:
        assert len(FILTERS[name].render({"x": value})) < 200
    except InputError:
        return


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_a_number_is_never_misread(value: object) -> None:
    source = compile_template("{{ x | number('de', 2) }}", html=False, where="text")
    there = source.render({"x": str(value)})
    assert source.render({"x": there}) == there
