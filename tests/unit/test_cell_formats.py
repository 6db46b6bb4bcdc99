"""Number formats of spreadsheets as filters, and the forms a column offers: never an id with separators."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.cell_formats import BUILT_IN, currency_in, filter_of
from sendoff.core.shown import WORDS, Forms, all_forms, forms_of, in_form
from sendoff.core.template_forms import fits

PARTS = st.sampled_from(
    [
        *'dmyhs#0?.,;%@E+-/ \\"[]_*$€',
        "yyyy",
        "mm",
        "General",
        "[$-407]",
        "[Red]",
        '"kg"',
        "AM/PM",
        "[h]",
        "'",
        "{{",
        "|",
    ]
)
CODES = st.lists(PARTS, max_size=12).map("".join) | st.text(max_size=30)


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("code", "value", "english", "german"),
    [
        ("dd.mm.yyyy", "2026-03-14", "14.03.2026", "14.03.2026"),
        ("d. mmmm yyyy", "2026-03-14", "14. March 2026", "14. März 2026"),
        ("[$-407]d. mmmm yyyy;@", "2026-03-14", "14. März 2026", "14. März 2026"),
        ("[$-409]d\\-mmm\\-yyyy;@", "2026-03-14", "14-Mar-2026", "14-Mar-2026"),
        ("mm/dd/yyyy hh:mm AM/PM", "2026-03-14 21:05", "03/14/2026 09:05 PM", "03/14/2026 09:05 PM"),
        ('dd.mm.yyyy "um" hh:mm "Uhr"', "2026-03-14 09:05", "14.03.2026 um 09:05 Uhr", "14.03.2026 um 09:05 Uhr"),
        ('0.00 "€"', "84.5", "84.50 €", "84,50 €"),
        ('#,##0.00\\ "€"', "1284.5", "1,284.50 €", "1.284,50 €"),
        ('_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-', "-1284.5", "-1,284.50 €", "-1.284,50 €"),
        ("#,##0.00 [$€-407]", "84.5", "84.50 €", "84,50 €"),
        ('"$"#,##0.00', "1284.5", "$1,284.50", "$1.284,50"),
        ("[$$-409]#,##0.00;[Red]-[$$-409]#,##0.00", "-7", "-$7.00", "-$7,00"),
        ("#,##0.00", "1284.5", "1,284.50", "1.284,50"),
        ("#,##0", "1284", "1,284", "1.284"),
        ("0.0%", "0.155", "15.5%", "15,5 %"),
        ('0.0 "kg"', "1284.5", "1284.5 kg", "1284,5 kg"),
    ],
)
def test_a_value_is_shown_as_the_spreadsheet_shows_it(code: str, value: str, english: str, german: str) -> None:
    assert plain(in_form(filter_of(code, "en"), value)) == english
    assert plain(in_form(filter_of(code, "de"), value)) == german


@pytest.mark.parametrize(
    "code",
    ["", "General", "@", "0", "yyyy-mm-dd", "yyyy\\-mm\\-dd hh:mm", "[h]:mm", "00000", "0.00E+00", "# ?/?", "0.0#",
     '[<1000]0;0,"k"', "[$-F800]dddd, mmmm dd, yyyy", "TT.MM.JJJJ", '0.00 "{{ x }}"', "0.00 \"'\"", "#,##0,"],
)  # fmt: skip
def test_a_format_that_says_nothing_of_its_own_or_too_much_gives_none(code: str) -> None:
    assert filter_of(code, "en") == ""


@given(CODES, st.sampled_from(["en", "de"]), st.sampled_from(["2026-03-14", "2026-03-14 09:05", "-84.5", "soon", ""]))
def test_any_format_gives_none_or_a_filter_that_shows_every_value(code: str, language: str, value: str) -> None:
    form = filter_of(code, language)
    assert not (set(form) & set("{}|\n"))
    if form:
        assert bool(in_form(form, value)) is bool(value)
        assert in_form(form, "soon") == "soon"
    assert currency_in(code) in {"", "EUR", "USD", "GBP", "PLN", "CHF", "JPY"}


def test_the_formats_that_a_workbook_names_by_number_are_known() -> None:
    assert all(filter_of(code, "en") for code in BUILT_IN.values())


@pytest.mark.parametrize(
    ("values", "code", "language", "shown"),
    [
        (["2026-03-14", "", "2026-12-01"], "", "en", "14 March 2026"),
        (["2026-03-14"], "yyyy-mm-dd", "de", "14. März 2026"),
        (["2026-03-14", "2026-12-01"], "dd.mm.yyyy", "en", "14.03.2026"),
        (["2026-03-14 09:30", "2026-12-01 00:00"], "", "en", "14 March 2026, 09:30"),
        (["2026-03-14", "2026-04-01", "2026-05-01", "2026-06-01", "soon"], "", "en", "14 March 2026"),
        (["84.5", "99.95", "12"], "", "en", "84.50"),
        (["84.5", "99.95", "12"], "", "de", "84,50"),
        (["84.5", "12"], '0.00 "€"', "de", "84,50 €"),
        (["84", "12"], "#,##0.00", "en", "84.00"),
        (["0.15", "0.2"], "0%", "en", "15%"),
    ],
)
def test_a_field_comes_with_the_form_that_fits_its_column(
    values: list[str], code: str, language: str, shown: str
) -> None:
    forms = forms_of("column", values, language, code)
    assert plain(in_form(forms.usual, values[0])) == shown
    assert plain(in_form(forms.usual, "")) == ""
    assert forms.usual == forms.offered[0].filter
    assert len({one.example for one in forms.offered}) == len(forms.offered) > 3
    assert all(in_form(one.filter, forms.raw) == one.example for one in forms.offered)


@pytest.mark.parametrize(
    ("name", "values", "code"),
    [
        ("order_id", ["12345"], "#,##0"),
        ("kundennummer", ["4711", "4712"], "#,##0"),
        ("geburtsjahr", ["1999"], "#,##0"),
        ("since", ["1999", "2024"], "#,##0"),
        ("plz", ["10115", "80331"], ""),
        ("zip", ["01067", "80331"], ""),
        ("phone", ["301234567"], ""),
        ("mobil", ["+49301234567"], ""),
        ("lat", ["52.5", "48.13"], ""),
        ("ref", ["20260314"], ""),
        ("city", ["Köln", "Rome"], ""),
        ("umsatz", ["1.284", "12.500"], ""),
        ("amount", ["1,234"], ""),
        ("note", ["2026-03-14", "soon", "later"], ""),
        ("empty", ["", " "], "dd.mm.yyyy"),
    ],
)
def test_ids_years_postcodes_phones_and_words_are_left_alone(name: str, values: list[str], code: str) -> None:
    assert forms_of(name, values, "en", code) == WORDS


@pytest.mark.parametrize(
    ("values", "language"),
    [(["1", "3", "1200"], "en"), (["84,50", "12,00"], "de"), (["14.03.2026"], "de"), (["84.50", "12.30"], "en"),
     (["0.333333333333333"], "en")],
)  # fmt: skip
def test_what_is_right_as_it_stands_is_offered_forms_but_comes_with_none(values: list[str], language: str) -> None:
    forms = forms_of("column", values, language)
    assert (forms.usual, bool(forms.offered)) == ("", True)


@given(
    st.text("abcdefghij_", max_size=12),
    st.lists(
        st.text(max_size=12)
        | st.dates().map(str)
        | st.decimals(-(10**9), 10**9, places=2).map(str)
        | st.integers(-(10**9), 10**9).map(str),
        max_size=8,
    ),
    st.sampled_from(["en", "de"]),
    CODES,
)
def test_no_column_makes_it_fail_and_every_form_shows_a_value_that_fits(
    name: str, values: list[str], language: str, code: str
) -> None:
    forms = forms_of(name, values, language, code)
    for one in forms.offered:
        assert one.example == in_form(one.filter, forms.raw) != ""
        assert fits(one.filter.partition("(")[0].replace("money", "number").replace("percent", "number"), forms.raw)
    assert forms.usual in {"", *(one.filter for one in forms.offered)}


@given(st.lists(st.decimals(-(10**8), 10**8, places=2), min_size=1, max_size=8), st.sampled_from(["en", "de"]))
def test_the_form_of_an_amount_keeps_its_value(amounts: list[Decimal], language: str) -> None:
    values = [format(one.normalize(), "f") for one in amounts]
    forms = forms_of("amount", values, language)
    group, point = (",", ".") if language == "en" else (".", ",")
    for value in values if forms.usual else []:
        shown = in_form(forms.usual, value)
        assert Decimal(shown.replace(group, "").replace(point, ".")) == Decimal(value)


@pytest.mark.parametrize(("name", "shown"), [("amount", "84.50"), ("total_spent", "84.50"), ("weight", "84.5")])
def test_money_has_cents(name: str, shown: str) -> None:
    forms = forms_of(name, ["84.5", "7"], "en")
    assert in_form(forms.usual or "number", "84.5") == shown


def test_only_columns_that_have_forms_are_told() -> None:
    rows = [{"name": "Anna", "due": "2026-03-14"}, {"name": "Bob", "due": ""}]
    found = all_forms(("name", "due", "gone"), rows, "en", (("due", "dd.mm.yyyy"),))
    assert list(found) == ["due"]
    assert isinstance(found["due"], Forms)
    assert found["due"].usual == "date('en', 'dd.MM.yyyy')"
