"""Conditions of a message: chosen or written, they mean what a list's filter of the same words means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.design import Design, Heading, Text
from sendoff.core.design_mjml import html_from_design
from sendoff.core.errors import InputError
from sendoff.core.segment import DATES, ORDERS, Op, fits, period
from sendoff.core.segment import Condition as Filter
from sendoff.core.template import compile_template
from sendoff.core.template_conditions import (
    DATE_TESTS,
    EMPTY,
    FILLED,
    IS,
    IS_NOT,
    TESTS,
    Condition,
    comparisons_of,
    condition_in,
    condition_of,
    expression_of,
    expression_words,
)
from sendoff.core.titles import Titles

CONDITIONS = [
    Condition(name="a"), Condition(name="a", test=EMPTY), Condition(name="a", test=IS, value="it's"),
    Condition(name="a", test=IS_NOT, value="x"), Condition(name="a", test="in", value="x, it's"),
    Condition(name="a", test="contains", value="x"), Condition(name="a", test=">", value="500"),
    Condition(name="a", test="<=", value="-84.5"), Condition(name="a", test="before", value="31.01.2026"),
    Condition(name="a", test="since", value="2026"),
]  # fmt: skip
CELLS = (
    "", " ", "it's", "x", "500", "500.62", "501", "-3", "-99", "84,50", "1.234,50", "n/a", "2025-12-31", "01.02.2026",
)  # fmt: skip
COLUMNS = {"amount": "Amount", "last_order": "Last order", "email": "E-mail"}
TITLES = Titles(tuple(COLUMNS.items()))


def shown(expression: str, **cells: str) -> bool:
    return compile_template(f"{{% if {expression} %}}x{{% endif %}}", html=True, where="text").render(cells) == "x"


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_is_read_back_and_holds_for_some(condition: Condition) -> None:
    assert condition_of(condition.tag) == condition == condition_in(condition.expression)
    assert not condition.lacks
    assert {shown(condition.expression, a=cell) for cell in CELLS} == {True, False}


def test_every_comparison_that_is_offered_can_be_said_and_read() -> None:
    values = {**dict.fromkeys(DATES, "2026-01"), **dict.fromkeys(ORDERS, "7")}
    for key, _words in (*TESTS, *DATE_TESTS):
        value = "" if key in (FILLED, EMPTY) else values.get(Op(key), "x") if key in set(Op) else "x"
        one = Condition(name="a", test=key, value=value)
        assert condition_in(one.expression) == one
        assert one.words(Titles((("a", "Column A"),))).startswith("Column A ")


@given(st.sampled_from(CELLS), st.sampled_from([">", ">=", "<", "<="]), st.integers(-600, 600))
def test_more_and_less_mean_what_a_filter_means(cell: str, sign: str, number: int) -> None:
    chosen = Condition(name="a", test=sign, value=str(number))
    if "," not in cell:  # a message reads a decimal comma as well
        assert shown(chosen.expression, a=cell) is fits(Filter("a", Op(sign), (float(number),)), {"a": cell})


@given(st.sampled_from(CELLS), st.sampled_from(list(DATES)), st.sampled_from(["31.12.2025", "2025-12", "2026"]))
def test_before_and_after_mean_what_a_filter_means(cell: str, op: Op, day: str) -> None:
    chosen = Condition(name="a", test=op.value, value=day)
    assert shown(chosen.expression, a=cell) is fits(Filter("a", op, (period(day),)), {"a": cell})


@pytest.mark.parametrize(
    ("cell", "holds"),
    [("500.62", True), ("500", False), ("500,62", True), ("1.234,50", True), ("1,234.50", True), ("99", False),
     ("", False), ("n/a", False), ("1,234", False)],
)  # fmt: skip
def test_a_cell_compares_as_the_number_it_says(cell: str, holds: bool) -> None:
    assert shown("amount > 500", amount=cell) is holds
    assert shown("500 < amount", amount=cell) is holds
    assert shown("0 < amount <= 500", amount=cell) is (cell in ("500", "99"))
    assert shown("amount >= 500.62", amount=cell) is holds


def test_what_compared_before_compares_as_it_did() -> None:
    assert shown("a < b", a="10", b="9")  # two texts are texts
    assert shown("a > 'M'", a="Nora")
    assert not shown("a == 500", a="500")
    assert shown("a | int > 400", a="500.62")
    assert not shown("a | float > 501", a="500.62")
    assert shown("a < 'b' and a | length > 0", a="a")
    assert not shown("0 > a | int > 1 / 0", a="5")  # what follows is not worked out


def test_in_a_loop_and_in_a_sum_it_is_a_text_as_ever() -> None:
    source = "{% for one in a.split(' ') %}{{ one if one > 2 }}{% endfor %}{{ 'x' if a > 1 else a }}"
    assert compile_template(source, html=True, where="text").render({"a": "1 2 3 <"}) == "31 2 3 &lt;"


def test_a_design_shows_a_block_by_a_number_in_every_part() -> None:
    for expression, there in (("amount > 500", True), ("amount < 500", False), ("due is before('2026')", True)):
        design = Design(blocks=(Heading(text="All"), Text(text="Some", when=expression)))
        page = compile_template(html_from_design(design), html=True, where="design")
        assert ("Some" in page.render({"amount": "500.62", "due": "2025-10-18"})) is there
        assert "Some" not in page.render({"amount": "", "due": ""})


def test_what_lacks_is_said() -> None:
    assert Condition(name="a", test=">", value="a lot").lacks == "Write a number, such as 500 or 84.50."
    assert Condition(name="a", test=">", value="1,234").lacks, "one thousand or one and a bit?"
    assert Condition(name="a", test="before", value="soon").lacks.startswith("Write a date")
    assert Condition(name="a", test="in", value=" , ").lacks
    assert not Condition(name="a", test=IS).lacks
    assert Condition(name="a", test=">", value="1.234,50 ").expression == "a > 1234.5"


def test_a_condition_is_said_as_a_filter_is() -> None:
    assert expression_words("amount > 500", TITLES) == "Amount is more than 500"
    assert expression_words("last_order is before('2026-01')", TITLES) == "Last order is before 2026-01"
    assert expression_words("email != 'x'", TITLES) == "E-mail is not “x”"
    assert expression_words("amount > 500 and email", TITLES) == "“Amount” > 500 and “E-mail”"


def test_dates_are_offered_for_columns_of_dates_and_what_is_chosen_stays() -> None:
    assert comparisons_of("due", ["due"], "")[0] == ("before", "is before")
    assert comparisons_of("a", ["due"], "") == TESTS
    assert ("before", "is before") in comparisons_of("a", [], "before")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('`amount` = "A = B" AND NOT (x != 1 OR y >= 2)', 'amount == "A = B" and not (x != 1 or y >= 2)'),
        ("amount == 'Rome'", "amount == 'Rome'"),
        ("Amount > 500", "amount > 500"),
        ("AMOUNT > 500 and Last Order is before('2026')", "amount > 500 and last_order is before('2026')"),
        ("`Last order` = 'Last order'", "last_order == 'Last order'"),
        ("Amounts > 500", "Amounts > 500"),
        ("'x' in E-mail", "'x' in email"),
    ],
)
def test_what_is_written_by_hand_may_name_columns_by_their_titles(written: str, meant: str) -> None:
    assert expression_of(written, COLUMNS) == meant


def test_a_title_never_takes_the_place_of_another_field_or_of_a_word() -> None:
    assert expression_of("name == 'x' and not vip", {"name": "Kind", "kind": "Name", "vip": "Not"}) == (
        "name == 'x' and not vip"
    )
    assert expression_of("Total > 1", {"total": "Sum", "sum": "Total"}) == "sum > 1"


def test_a_date_that_is_none_is_refused_where_it_is_written() -> None:
    with pytest.raises(InputError, match="before needs a date"):
        compile_template("{% if a is before('soon') %}{% endif %}", html=False, where="text")
    assert not shown("a is before(b)", a="2026-01-01", b="soon")
    assert shown("a is not after(b)", a="2026-01-01", b="31.01.2026")
