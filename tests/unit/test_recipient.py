"""A list becomes recipients: columns are guessed by content, no row is lost, and every row has one verdict."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment

from sendoff.core.address import duplicate_key
from sendoff.core.column_names import meaning_of, normalise_field
from sendoff.core.delivery import State
from sendoff.core.duplicates import DuplicateFinder
from sendoff.core.errors import InputError
from sendoff.core.recipient import (
    Recipient,
    Verdict,
    guess_mapping,
    judge_rows,
    kept_as,
    read_rows,
    read_written,
    refuse_repeated,
    verdict_of,
)
from sendoff.core.triage import Mark


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Vorname / Given", "first_name"),
        ("Given", "first_name"),
        ("First / Given name", "first_name"),
        ("*First Name*", "first_name"),
        ("FNAME", "first_name"),
        ("Prénom (given name)", "first_name"),
        ("Nombre | First", "first_name"),
        ("Customer first name", "first_name"),
        ("Vorname Ansprechpartner", "first_name"),
        ("Surname / Family name", "last_name"),
        ("Apellidos (surname)", "last_name"),
        ("Name / Surname", "last_name"),
        ("Contact Last Name", "last_name"),
        ("Vorname / Nachname", "name"),
        ("Name, Vorname", "name"),
        ("First and last name", "name"),
        ("First_name & last_name", "name"),
        ("Imię i nazwisko", "name"),
        ("E-Mail (privat)", "email"),
        ("Firma / Name", ""),
        ("Number of names", ""),
        ("Nombre de visites", ""),
        ("City", ""),
        ("/", ""),
        ("", ""),
    ],
)
def test_a_column_is_known_by_its_name(header: str, meaning: str) -> None:
    assert meaning_of(header) == meaning


def test_a_plain_name_goes_before_one_among_more() -> None:
    headers = ["E-Mail", "Vorname / Given", "Vorname", "Nachname (Family)"]
    found = guess_mapping(headers, [["a@example.com", "A", "B", "C"]])
    assert (found.sources["first_name"], found.sources["last_name"]) == (2, 3)
    found = guess_mapping(["E-Mail", "Vorname / Given", "Name"], [["a@example.com", "A", "B"]])
    assert (found.sources["first_name"], found.sources["last_name"]) == (1, 2)
    assert found.columns[1].field == "vorname_given"


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("E-Mail / Büro", "e_mail_büro"),
        ("  First   Name ", "first_name"),
        ("FIRST_NAME", "first_name"),
        ("2nd address", "_2nd_address"),
        ("if", "_if"),
        ("None", "_none"),
        ("Имя", "имя"),
        ("お名前", "お名前"),
        ("नाम", "नाम"),
        ("الاسم الأول", "الاسم_الأول"),
        ("", "column_3"),
        (" -- ", "column_3"),
    ],
)
def test_headers_become_fields(header: str, field: str) -> None:
    assert normalise_field(header, 3) == field


@given(st.text(max_size=30))
@example("True")
@example("²")
@example("℘")
def test_a_field_can_be_used_in_a_template_and_is_stable(header: str) -> None:
    field = normalise_field(header)
    assert field.isidentifier()
    assert normalise_field(field) in {field, field.lstrip("_"), f"_{field.lstrip('_')}"}
    assert Environment(autoescape=True).from_string("{{ " + field + " }}").render({field: "x"}) == "x"


def read(headers: list[str], rows: list[list[str]], **overrides: str) -> list[Recipient]:
    return list(read_rows(rows, guess_mapping(headers, rows, overrides), DuplicateFinder()))


def test_the_address_column_is_found_by_content_not_by_name() -> None:
    mapping = guess_mapping(["Email", "Contact"], [["yes", "anna@example.com"], ["no", "bob@example.com"]])
    assert mapping.email.header == "Contact"
    assert mapping.sources["email"] == 1
    assert mapping.fields == ("email", "email_2", "contact")


def test_the_name_decides_between_equals() -> None:
    rows = [["boss@example.com", "anna@example.com", "x@example.com"]]
    assert guess_mapping(["Manager", "E-Mail", "Backup"], rows).email.header == "E-Mail"
    assert guess_mapping(["Manager", "Other", "Backup"], rows).email.header == "Manager"


def test_a_column_of_broken_addresses_is_still_the_address_column() -> None:
    (row,) = read(["Nom", "Courriel"], [["Lee", "anna.example.com"]])
    assert (row.verdict, row.address, row.problem) == (Verdict.INVALID, "anna.example.com", "There is no @ sign.")


@pytest.mark.parametrize(
    ("headers", "cells", "name"),
    [
        (["email", "First Name", "Last name"], ["Anna", "Lee"], "Anna Lee"),
        (["email", "Vorname", "Nachname"], ["Anna", "Lee"], "Anna Lee"),
        (["email", "Vorname", "Name"], ["Anna", "Lee"], "Anna Lee"),
        (["email", "Prénom", "Nom"], ["Anna", "Lee"], "Anna Lee"),
        (["email", "Имя", "Фамилия"], ["Анна", "Ли"], "Анна Ли"),
        (["email", "Full name", "Town"], ["Anna Lee", "Bonn"], "Anna Lee"),
        (["email", "姓名", "City"], ["王芳", "杭州"], "王芳"),
        (["email", "Town", "Firm"], ["Bonn", "ACME"], ""),
    ],
)
def test_names_are_found_in_many_languages(headers: list[str], cells: list[str], name: str) -> None:
    assert read(headers, [["anna@example.com", *cells]])[0].name == name


def test_a_found_column_serves_its_own_name_and_the_common_one() -> None:
    (row,) = read(["E-Mail", "Vorname"], [["Anna Lee <Anna@Example.com>", " Anna "]])
    assert row.fields == {
        "email": "Anna@example.com",
        "e_mail": "Anna Lee <Anna@Example.com>",
        "first_name": "Anna",
        "vorname": "Anna",
    }


def test_a_name_beside_the_address_is_used_where_there_is_no_other() -> None:
    assert read(["who"], [["Anna Lee <anna@example.com>"]])[0].name == "Anna Lee"


def test_overrides_are_always_right() -> None:
    headers, rows = ["E-Mail", " Work  Mail", "Town"], [["a@example.com", "b@example.com", "Bonn"]]
    (row,) = read(headers, rows, email="WORK mail", city="town")
    assert (row.address, row.fields["city"], row.fields["town"]) == ("b@example.com", "Bonn", "Bonn")


def test_an_override_without_a_column_names_the_columns() -> None:
    with pytest.raises(InputError, match="no column “Mail”") as caught:
        guess_mapping(["E-Mail", "Town"], [["a@example.com", ""]], {"email": "Mail"})
    assert caught.value.remedy == "Its columns are: E-Mail, Town."


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (["email", "City", "city "], ("email", "city", "city_2")),
        (["email", "Ort", "Ort 2", "Ort"], ("email", "ort", "ort_2", "ort_3")),
        (["email", "Email", "x"], ("email", "email_2", "x")),
    ],
)
def test_a_second_header_of_one_name_gets_a_number(headers: list[str], fields: tuple[str, ...]) -> None:
    assert guess_mapping(headers, [["a@example.com", "", "", ""]]).fields == fields
    chosen = guess_mapping(headers, [["a@example.com", "", "", ""]], {"who": fields[-1]})
    assert chosen.sources["who"] == len(fields) - 1


@pytest.mark.parametrize("headers", [["email", "City", "city "], ["email", "First Name", "first_name"]])
def test_where_nobody_looks_two_columns_of_one_name_are_refused(headers: list[str]) -> None:
    with pytest.raises(InputError, match=r"Columns 2 .* and 3 .* have the same name") as caught:
        refuse_repeated(headers)
    assert caught.value.code == "duplicate_headers"
    refuse_repeated(["email", "", ""])


def test_empty_headers_are_no_duplicates() -> None:
    assert guess_mapping(["email", "", ""], [["a@example.com", "", ""]]).fields == ("email", "column_2", "column_3")


@pytest.mark.parametrize("rows", [[["Anna", "Bonn"]], []])
def test_a_list_without_addresses_is_refused(rows: list[list[str]]) -> None:
    with pytest.raises(InputError, match="No column holds e-mail addresses") as caught:
        guess_mapping(["Who", "Town"], rows)
    assert "Who, Town" in caught.value.remedy


def test_a_slipped_row_is_invalid() -> None:
    rows = [["a@example.com", "Bonn"], ["b@example.com", "Paper", "Ink"]]
    assert [row.problem for row in read(["email", "firm"], rows)] == [
        "",
        "The row has 3 cells, the list has 2 columns.",
    ]


def test_the_first_of_two_keeps_the_address() -> None:
    rows = [["a@example.com"], ["nobody"], ["A@EXAMPLE.com"], ["Anna <a@example.com>"]]
    assert [(row.position, row.verdict, row.problem) for row in read(["email"], rows)] == [
        (1, Verdict.READY, ""),
        (2, Verdict.INVALID, "There is no @ sign."),
        (3, Verdict.DUPLICATE, "No. 1 of the list has the same address."),
        (4, Verdict.DUPLICATE, "No. 1 of the list has the same address."),
    ]


def mark(address: str) -> Mark:
    """Marks as the real lists do, by the domain."""
    verdict = {"gmial.com": Verdict.SUGGESTED, "bin.example": Verdict.DISPOSABLE}.get(address.rpartition("@")[2])
    if verdict is Verdict.SUGGESTED:
        return Mark(verdict, address.replace("gmial", "gmail"))
    return Mark(verdict or (Verdict.ROLE if address.startswith("info@") else Verdict.READY))


def test_every_verdict_and_which_goes_first() -> None:
    rows = [
        ["a@x.org"],
        ["A@x.org"],
        ["b@gmial.com"],
        ["info@x.org"],
        ["c@bin.example"],
        ["no"],
        ["info@y.org"],
        ["no"],
    ]
    mapping = guess_mapping(["email"], rows)
    blocked = {"a@x.org", "info@y.org"}
    found = list(read_rows(rows, mapping, DuplicateFinder(), marker=mark, suppressed=blocked))
    assert [row.verdict for row in found] == [
        Verdict.SUPPRESSED,
        Verdict.DUPLICATE,
        Verdict.SUGGESTED,
        Verdict.ROLE,
        Verdict.DISPOSABLE,
        Verdict.INVALID,
        Verdict.SUPPRESSED,
        Verdict.INVALID,
    ]
    assert [row.suggestion for row in found if row.suggestion] == ["b@gmail.com"]


def test_a_duplicate_keeps_its_true_key() -> None:
    rows = [["b@bücher.example"], ["B@xn--bcher-kva.example"], ["nobody"]]
    judged = list(judge_rows(rows, guess_mapping(["email"], rows), DuplicateFinder()))
    assert [row[2] for row in judged] == ["b@xn--bcher-kva.example", "b@xn--bcher-kva.example", "nobody"]


def test_only_what_is_not_sent_has_another_state() -> None:
    sent = {Verdict.READY, Verdict.SUGGESTED, Verdict.ROLE, Verdict.DISPOSABLE}
    for verdict in Verdict:
        state, reason = kept_as(verdict)
        assert (state is State.QUEUED) == (verdict in sent)
        assert verdict_of(reason) is verdict


MARKED = st.sampled_from(
    ["a@x.org", "A@x.org", "info@x.org", "b@gmial.com", "c@bin.example", "x@y", "", "d@x.org, e@x.org"]
)


@given(
    st.lists(st.lists(MARKED | st.text(max_size=8), min_size=2, max_size=4), max_size=30),
    st.frozensets(st.sampled_from(["a@x.org", "info@x.org", "b@gmial.com"])),
)
def test_the_verdicts_add_up_to_the_rows(rows: list[list[str]], blocked: frozenset[str]) -> None:
    mapping = guess_mapping(["email", "note"], [("a@example.com", "")])
    judged = list(judge_rows(rows, mapping, DuplicateFinder(), marker=mark, suppressed=blocked))
    assert [row[0] for row in judged] == list(range(1, len(rows) + 1))
    sent = [key for _, _, key, _, _, verdict, _, _ in judged if kept_as(verdict)[0] is State.QUEUED]
    assert len(set(sent)) == len(sent)
    assert not blocked & set(sent)
    for (_, address, key, _, values, verdict, problem, meant), cells in zip(judged, rows, strict=True):
        assert values == [address, cells[1].strip()]
        assert bool(problem) == (verdict in {Verdict.INVALID, Verdict.DUPLICATE})
        if verdict is not Verdict.INVALID:
            assert key == duplicate_key(address)
            assert bool(meant) == (verdict is Verdict.SUGGESTED)
            assert (verdict is Verdict.SUPPRESSED) <= (key in blocked)


CELL = st.sampled_from(["a@example.com", "A@example.com", "b@bücher.example", "b@xn--bcher-kva.example", "", "x@y"])


@given(st.lists(st.tuples(CELL | st.text(max_size=12), st.text(max_size=5)), max_size=25))
def test_no_row_is_lost_and_each_has_one_verdict(rows: list[tuple[str, str]]) -> None:
    mapping = guess_mapping(["email", "note"], [("a@example.com", "")])
    found = list(read_rows(rows, mapping, DuplicateFinder()))
    assert [row.position for row in found] == list(range(1, len(rows) + 1))
    ready = [row.address for row in found if row.verdict is Verdict.READY]
    assert len({address.lower() for address in ready}) == len(ready)
    for row, (_, note) in zip(found, rows, strict=True):
        assert bool(row.problem) == (row.verdict is not Verdict.READY)
        assert row.fields["note"] == note.strip()
    again = list(read_rows(rows, mapping, DuplicateFinder()))
    assert found == again


def test_one_column_is_not_one_columns() -> None:
    assert read_written("anna@example.com", 2, 1)[3] == "The row has 2 cells, the list has 1 column."
    assert read_written("anna@example.com", 4, 3)[3] == "The row has 4 cells, the list has 3 columns."
