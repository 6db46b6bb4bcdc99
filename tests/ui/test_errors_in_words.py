"""A template's errors as they are said to people who write with chips: no lines, no code, columns by their titles."""

from __future__ import annotations

import pytest

from sendoff.core.campaign import Campaign
from sendoff.core.errors import InputError
from sendoff.core.template import compile_template
from sendoff.core.titles import Titles
from sendoff.ui.columns import in_words

CAMPAIGN = Campaign(
    id="c", name="C", fields=("amount", "city"), titles=Titles((("amount", "Amount"), ("city", "City")))
)


def said(source: str, where: str) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        compile_template(source, html=False, where=where).render({"amount": "12", "city": "Rome"})
    shown = in_words(caught.value, CAMPAIGN)
    return shown.title, shown.remedy


def test_a_column_written_by_its_title_is_named_as_it_is_to_be_written() -> None:
    assert said("{% if Amount > 500 %}{% endif %}", "design") == (
        "The column “Amount” is written otherwise here.",
        "Write “amount”.",
    )
    assert said("{{ amuont }}", "design") == (
        "The list has no column “amuont”.",
        "Press the field and choose another, such as “Amount”.",
    )
    assert said("{{ Amount }}", "html")[1] == "Use “amount” instead."


def test_what_cannot_be_worked_out_is_said_without_lines_and_code() -> None:
    assert said("{{ amount + 1 }}", "design") == (
        "It cannot be filled in: “+” needs two numbers.",
        "Look at its fields and conditions.",
    )
    assert said("\n{{ amount + 1 }}", "text") == (
        "Line 2 cannot be filled in: “+” needs two numbers.",
        "Correct the expression on that line; | float makes a number of a field.",
    )
    assert said("{{ [1] > amount }}", "text")[1] == "Correct the expression on that line."
