"""Dates, numbers, amounts and plurals by locale; what is ambiguous stays as it stands and is never a guess."""

from __future__ import annotations

from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

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
        ("{{ x | money('USD') }}", "84.495", "$84.50"),
        ("{{ x | number('en', 2) }}", "84.5", "84.50"),
        ("{{ x | number('en', 2) }}", "1284.5", "1,284.50"),
        ("{{ x | number('en', 2, grouped=false) }}", "1284.5", "1284.50"),
        ("{{ x | number('de', 2, grouped=false, after=' €') }}", "84.5", "84,50 €"),
        ("{{ x | number('en', 2, before='€') }}", "-84.5", "-€84.50"),
        ("{{ x | number('en', 2) }}", "-0.001", "0.00"),
        ("{{ x | percent }}", "0.15", "15%"),
        ("{{ x | percent('de', 1) }}", "-0.155", "-15,5 %"),
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


@pytest.mark.parametrize("value", ["05/06/2026", "soon", " soon", "31.02.2026", "2" * 200])
@pytest.mark.parametrize("name", ["date", "date('de', 'long')", "date | upper | lower"])
def test_what_is_no_date_stays_as_it_stands(name: str, value: str) -> None:
    assert rendered(f"{{{{ x | {name} }}}}", value) == value


@pytest.mark.parametrize("value", ["1,234", "12,345,6", "1e99", "NaN", "9" * 60, "about 5", "1 2/3", "<b>"])
@pytest.mark.parametrize("name", ["number", "number('de', 2, after=' €')", "money('EUR', 'de')", "percent"])
def test_what_is_no_number_or_may_be_two_stays_as_it_stands(name: str, value: str) -> None:
    plain = compile_template(f"{{{{ x | {name} }}}}", html=False, where="text")
    assert plain.render({"x": value}) == value


def test_what_stays_is_escaped_in_a_page() -> None:
    assert rendered("{{ x | number }}", "<b>") == "&lt;b&gt;"


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("{{ x | date('../../etc') }}", "2026-05-31"),
        ("{{ x | date('xx') }}", "2026-05-31"),
        ("{{ x | date('xx') }}", ""),
        ("{{ x | date(7) }}", "2026-05-31"),
        ("{{ x | date('de', 'd{0.__class__}') }}", "2026-05-31"),
        ("{{ x | date('de', x) }}", "2" * 200),
        ("{{ x | date('de', 'qqqqqqq') }}", "2026-05-31"),
        ("{{ x | number('de', 99) }}", "1"),
        ("{{ x | number('de', -1) }}", "1"),
        ("{{ x | number('de', 'a') }}", "1"),
        ("{{ x | number('de', 2, after=7) }}", "1"),
        ("{{ x | number('de', 2, before='" + "x" * 50 + "') }}", "1"),
        ("{{ x | percent('de', 11) }}", "1"),
        ("{{ x | money('Euro') }}", "1"),
        ("{{ x | plural('a') }}", "1"),
        ("{{ x | plural('a', 'b', 'c') }}", "1"),
        ("{{ x | plural }}", "1"),
        ("{{ x | plural('a', 'b') }}", "1,234"),
        ("{{ x.split(',') | number }}", "1,2"),
        ("{{ x.split(',') | date }}", "1,2"),
        ("{{ y | number }}", "1"),
    ],
)
def test_what_cannot_be_written_is_an_error_of_its_row(source: str, value: str) -> None:
    with pytest.raises(InputError):
        rendered(source, value)


FILTERS = {
    name: compile_template(f"{{{{ x | {name} }}}}", html=False, where="text")
    for name in (
        "date",
        "number",
        "number('de', 2, grouped=false, before='€ ')",
        "money",
        "percent",
        "plural('a', 'b')",
    )
}


@given(
    value=st.text(max_size=60) | st.floats().map(str) | st.dates().map(str) | st.decimals().map(str),
    name=st.sampled_from(sorted(FILTERS)),
)
def test_any_value_is_formatted_or_an_error(value: str, name: str) -> None:
    try:
        assert len(FILTERS[name].render({"x": value})) < 200
    except InputError:
        assert name.startswith("plural")


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_a_number_is_never_misread(value: object) -> None:
    source = compile_template("{{ x | number('de', 2) }}", html=False, where="text")
    there = source.render({"x": str(value)})
    assert source.render({"x": there}) == there


@given(
    st.decimals(min_value=-(10**12), max_value=10**12, places=4),
    st.integers(0, 4),
    st.booleans(),
    st.sampled_from(["en", "de", "fr", "de-CH"]),
)
def test_a_shown_number_is_the_listed_one_to_its_last_figure(
    value: Decimal, digits: int, grouped: bool, place: str
) -> None:
    source = f"{{{{ x | number('{place}', {digits}, grouped={str(grouped).lower()}) }}}}"
    shown = compile_template(source, html=False, where="text").render({"x": str(value)})
    marks = {"en": (",", "."), "de": (".", ","), "fr": ("\u202f", ","), "de-CH": ("’", ".")}[place]
    read = Decimal(shown.replace(marks[0], "").replace(marks[1], ".").replace("\u2212", "-"))
    assert read == value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    assert (marks[0] in shown) is (grouped and abs(read) >= 1000)
    assert ("-" in shown) is (read < 0)


@given(st.integers(-(10**11), 10**11))
def test_an_amount_shows_no_figure_that_a_float_made_up(cents: int) -> None:
    value = format(cents / 100, ".15g")
    shown = compile_template("{{ x | number('en', 2, grouped=false) }}", html=False, where="text").render({"x": value})
    assert shown == f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02}"


@given(st.datetimes(), st.sampled_from([("en", "MM/dd/yyyy"), ("de", "dd.MM.yyyy"), ("en", "d MMMM yyyy")]))
def test_a_date_in_another_form_is_the_same_day(when: datetime, form: tuple[str, str]) -> None:
    source = compile_template("{{ x | date('%s', '%s') }}" % form, html=False, where="text")  # noqa: UP031 -- braces
    iso = when.date().isoformat()
    assert source.render({"x": iso}) == source.render({"x": when.isoformat(sep=" ", timespec="minutes")})
    if form[0] == "de":
        again = compile_template("{{ x | date('en', 'yyyy-MM-dd') }}", html=False, where="text")
        assert again.render({"x": source.render({"x": iso})}) == iso
