"""The check says once a field that a message shows a date or an amount as the list has it."""

from __future__ import annotations

from dataclasses import replace

from sendoff.core.campaign import Campaign, Content
from sendoff.core.content_remarks import ContentKind, Severity
from sendoff.core.delivery import Line, State
from sendoff.services.forms import list_forms, raw_remarks

FIELDS = ("email", "name", "due", "amount", "plz", "@file")


def campaign(**formats: str) -> Campaign:
    return Campaign(id="c", name="c", fields=FIELDS, formats=tuple(formats.items()))


def rows(*values: tuple[str, str]) -> list[Line]:
    return [
        Line(
            id=number,
            position=number,
            address="a@example.org",
            name="Anna",
            state=State.QUEUED,
            attempts=0,
            due_at=0,
            code=0,
            enhanced="",
            text="",
            reason="",
            updated_at=0,
            fields={"name": "Anna", "due": due, "amount": amount, "plz": "10115", "@file": "2026-03-14"},
        )
        for number, (due, amount) in enumerate(values, 1)
    ]


def test_a_field_shown_as_in_the_list_is_said_once_with_how_it_could_be_shown() -> None:
    lines = rows(("", "12"), ("2026-03-14", "84.5"), ("2026-04-01", "99.95"))
    found = list(raw_remarks(campaign(due="dd.mm.yyyy"), {"due", "amount", "plz", "name"}, lines))
    assert [(one.kind, one.severity, one.field) for one in found] == [
        (ContentKind.RAW_VALUE, Severity.WARNING, "due"),
        (ContentKind.RAW_VALUE, Severity.WARNING, "amount"),
    ]
    assert [one.sentence for one in found] == ["“due” is shown as 2026-03-14.", "“amount” is shown as 12."]
    assert "14.03.2026" in found[0].why
    assert "12.00" in found[1].why


def test_nothing_is_said_where_every_field_has_its_form_or_stands_well() -> None:
    assert not list(raw_remarks(campaign(), set(), rows(("2026-03-14", "84.5"))))
    assert not list(raw_remarks(campaign(), {"due", "amount"}, rows(("14.03.2026", "84"), ("", "12"))))


def test_hidden_columns_have_no_forms() -> None:
    assert sorted(list_forms(campaign(), rows(("2026-03-14", "84.5")))) == ["amount", "due"]


def test_who_writes_code_is_told_the_code() -> None:
    written = replace(campaign(due="dd.mm.yyyy"), content=Content(text="{{ due }}"))
    (found,) = raw_remarks(written, {"due"}, rows(("2026-03-14", "84.5")))
    assert found.why == "{{ due | date('en', 'dd.MM.yyyy') }} shows it as 14.03.2026."
