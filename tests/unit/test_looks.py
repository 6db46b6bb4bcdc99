"""A list is looked at, corrected and remembered by its shape; and compared with the one that is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.adapters.storage.comparison import EXAMPLES, compare_lists
from sendoff.adapters.system.settings_file import SettingsFile
from sendoff.adapters.tabular.lists import ListFiles
from sendoff.core.difference import Difference, Kind
from sendoff.core.errors import InputError, StorageError
from sendoff.core.listing import (
    ReadOptions,
    Understood,
    encoding_label,
    options_as_values,
    options_from_values,
    understood_sentences,
)
from sendoff.services.looks import PASTED, SHAPES_LIMIT, Looks

ASKED = ReadOptions(mapping={"email": "work"})
TWO = "private,work\na@example.com,a@example.org\nb@example.com,b@example.org\n"


@pytest.fixture
def looks(tmp_path: Path) -> Looks:
    return Looks(ListFiles(), SettingsFile(tmp_path / "settings" / "lists.toml"))


def put(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_a_look_says_what_was_understood_and_shows_the_first_rows(looks: Looks, tmp_path: Path) -> None:
    look = looks.look(put(tmp_path, TWO))
    assert look.understood == Understood(
        kind="csv", encoding="utf-8", encodings=("utf-8",), delimiter=",", delimiters=(",", ";", "\t", "|"), header=1
    )
    assert (look.mapping.email.header, look.remembered, look.sheets) == ("private", False, ())
    assert look.sample == (("a@example.com", "a@example.org"), ("b@example.com", "b@example.org"))


def test_what_was_said_is_used_for_the_next_list_of_that_shape(looks: Looks, tmp_path: Path) -> None:
    first = looks.look(put(tmp_path, TWO), ASKED)
    assert not first.remembered
    looks.remember(first)
    again = looks.look(put(tmp_path, TWO.replace("a@", "c@"), "next.csv"))
    assert (again.mapping.email.header, again.remembered) == ("work", True)
    other = looks.look(put(tmp_path, TWO.replace("private", "mine"), "other.csv"))
    assert (other.mapping.email.header, other.remembered) == ("mine", False)


def test_a_word_said_now_wins_over_the_one_of_last_time(looks: Looks, tmp_path: Path) -> None:
    path = put(tmp_path, TWO)
    looks.remember(looks.look(path, ASKED))
    now = looks.look(path, ReadOptions(mapping={"email": "private", "other": "work"}))
    assert (now.mapping.email.header, now.remembered) == ("private", False)
    assert looks.look(path, ReadOptions(mapping={"other": "private"})).options.mapping == {
        "other": "private",
        "email": "work",
    }
    assert looks.look(path, recall=False).mapping.email.header == "private"


def test_a_look_without_a_shape_is_not_remembered(looks: Looks, tmp_path: Path) -> None:
    path = put(tmp_path, TWO)
    looks.remember(replace(looks.look(path, ASKED), shape=""))
    assert not looks.look(path).remembered


def test_encoding_delimiter_and_header_are_remembered_too(looks: Looks, tmp_path: Path) -> None:
    said = ReadOptions(encoding="koi8-r", delimiter=";", header=2)
    path = put(tmp_path, "email;имя\nпочта;ФИО\na@example.com;МНОГО\n", encoding="koi8-r")
    looks.remember(looks.look(path, said))
    again = looks.look(path)
    assert (again.options, again.remembered) == (said, True)
    assert (again.headers, again.sample) == (("почта", "ФИО"), (("a@example.com", "МНОГО"),))


def test_what_does_not_fit_any_more_is_not_used(looks: Looks, tmp_path: Path) -> None:
    path = put(tmp_path, TWO)
    looks.remember(looks.look(path, ReadOptions(header=2, mapping={"email": "a@example.org"})))
    again = looks.look(put(tmp_path, TWO.replace("a@example.org", "z@example.org"), "next.csv"))
    assert (again.remembered, again.understood.header) == (False, 1)


def test_a_list_without_headers_is_remembered_by_its_name(looks: Looks, tmp_path: Path) -> None:
    rows = "a@example.com,a@example.org\nb@example.com,b@example.org\n"
    looks.remember(looks.look(put(tmp_path, rows), ReadOptions(mapping={"email": "column_2"})))
    assert looks.look(tmp_path / "list.csv").mapping.email.header == "column_2"
    assert looks.look(put(tmp_path, rows, "other.csv")).mapping.email.header == "column_1"


def test_an_encoding_no_guess_finds_can_be_said(looks: Looks, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"email,x\na@example.com," + bytes(range(0x80, 0x100)) + b"\n")
    with pytest.raises(InputError, match="not recognised"):
        looks.look(path)
    assert looks.look(path, ReadOptions(encoding="latin-1")).sample[0][0] == "a@example.com"


def test_the_memory_is_bounded_and_never_in_the_way(tmp_path: Path) -> None:
    memory = SettingsFile(tmp_path / "lists.toml")
    memory.write({f"shape{number}": {"sheet": "x"} for number in range(SHAPES_LIMIT)})
    looks = Looks(ListFiles(), memory)
    looks.remember(looks.look(put(tmp_path, TWO), ASKED))
    assert len(memory.read()) == SHAPES_LIMIT
    assert "shape0" not in memory.read()
    (tmp_path / "lists.toml").write_bytes(b"= broken")
    assert looks.look(tmp_path / "list.csv").mapping.email.header == "private"


def test_a_memory_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    class Full(SettingsFile):
        def write(self, _values: object, /) -> None:
            raise StorageError("The disk is full.")

    looks = Looks(ListFiles(), Full(tmp_path / "lists.toml"))
    looks.remember(looks.look(put(tmp_path, TWO), ASKED))


def test_what_was_pasted_is_looked_at_like_a_file(looks: Looks) -> None:
    look = looks.look_text("Anna Lee <anna@example.com>; bob@example.com")
    assert (look.path.name, look.understood.kind) == (PASTED, "addresses")
    assert look.sample == (("anna@example.com", "Anna Lee", "Anna", "Lee"), ("bob@example.com", "", "", ""))
    assert looks.look_text("email\tname\nanna@example.com\tZoë\n").sample == (("anna@example.com", "Zoë"),)
    with pytest.raises(InputError, match="nothing to paste"):
        looks.look_text(" \n")


@pytest.mark.parametrize(
    "options",
    [
        ReadOptions(),
        ReadOptions(header=0),
        ReadOptions(sheet="A", encoding="cp1251", delimiter="\t", header=7, mapping={"имя": "Имя"}),
    ],
)
def test_options_survive_the_settings_file(tmp_path: Path, options: ReadOptions) -> None:
    memory = SettingsFile(tmp_path / "x.toml")
    memory.write({"shape": options_as_values(options)})
    assert options_from_values(memory.read()["shape"]) == options


def test_a_memory_edited_by_hand_does_no_harm() -> None:
    assert options_from_values("x") == ReadOptions()
    odd = {"sheet": 5, "header": -1, "mapping": {"a": 1, "b": "c"}}
    assert options_from_values(odd) == ReadOptions(mapping={"b": "c"})


@pytest.mark.parametrize(
    ("understood", "sentences"),
    [
        (
            Understood(kind="csv", encoding="cp1252", encodings=("cp1252", "mac_roman"), delimiter=";", header=3),
            (
                "A table with semicolons between the columns, in Western European (Windows-1252); where letters look "
                "wrong, try Western European (Mac Roman). "
                "Its column names are in row 3."
            ),
        ),
        (
            Understood(kind="workbook", sheet="A", sheets=("A", "B")),
            "A workbook. Sheet “A”; there is also B. It has no column names.",
        ),
        (Understood(kind="vcard", encoding="utf-8-sig"), "An address book, in UTF-8."),
        (Understood(kind="addresses", encoding="utf-8"), "A list of addresses, in UTF-8."),
    ],
)
def test_what_was_understood_in_words(understood: Understood, sentences: str) -> None:
    assert understood_sentences(understood) == sentences
    assert understood_sentences(understood, remembered=True) == f"{sentences} It is read as last time."


def test_encodings_by_their_known_names() -> None:
    assert encoding_label("utf-8+cp1252") == "UTF-8, some lines in Windows-1252"
    assert [encoding_label(name) for name in ("cp1251", "koi8-r", "cp850", "cp932")] == [
        "Cyrillic (Windows-1251)", "Cyrillic (KOI8-R)", "CP850", "Japanese (Shift-JIS)",
    ]  # fmt: skip


LISTS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("xyz")), max_size=12)


def entries(rows: Sequence[tuple[str, str]]) -> Iterable[tuple[str, str, str]]:
    return ((key, f"{key}@example.com", text) for key, text in rows)


@given(before=LISTS, after=LISTS)
def test_a_comparison_is_what_two_dicts_say(before: list[tuple[str, str]], after: list[tuple[str, str]]) -> None:
    old, new = dict(reversed(before)), dict(reversed(after))
    both = old.keys() & new.keys()
    found = compare_lists(entries(before), entries(after))
    changed = {key for key in both if old[key] != new[key]}
    assert found.counts == (len(new) - len(both), len(changed), len(old) - len(both), len(both - changed))
    said = {(kind, address[0]) for kind, address, _, _ in found.examples}
    assert said == (
        {("new", key) for key in new.keys() - old.keys()}
        | {("changed", key) for key in changed}
        | {("gone", key) for key in old.keys() - new.keys()}
    )


def test_examples_are_few() -> None:
    found = compare_lists((), entries([(str(number), "") for number in range(1_000)]))
    assert (found.counts, len(found.examples)) == ((1_000, 0, 0, 0), EXAMPLES)


def test_a_difference_in_words() -> None:
    difference = Difference(
        new=1_200, changed=1, gone=2, same=3, left=1, columns_new=("town",), columns_gone=("plz", "x")
    )
    assert difference.sentences == (
        "1,200 new, 1 changed, 2 gone, 3 the same. 1 row has no valid address, or one that came before. "
        "New columns: town. Columns it no longer has: plz, x."
    )
    assert Difference(same=2, corrected=1).sentences.endswith("2 the same. 1 kept as you corrected it.")
    assert Difference(same=2, corrected=1_200).sentences.endswith("2 the same. 1,200 kept as you corrected them.")
    assert [kind.value for kind in Kind] == ["new", "changed", "gone"]


NAMES = 'Mail,Name\na@example.com,"Lovelace, Ada"\nb@example.com,Vincent van Gogh\nc@example.com,Madonna\n'


def test_first_and_last_names_come_from_a_column_of_whole_ones(looks: Looks, tmp_path: Path) -> None:
    look = looks.look(put(tmp_path, NAMES))
    assert look.names is not None
    assert (look.names.header, look.names.first, look.names.last, look.names.taken) == ("Name", "Ada", "Lovelace", True)
    assert look.headers == ("Mail", "Name"), "what a person chooses from is the list's own"
    fields = [{name: row[at] for name, at in look.mapping.sources.items()} for row in look.table.rows()]
    assert [(one["first_name"], one["last_name"]) for one in fields] == [
        ("Ada", "Lovelace"), ("Vincent", "van Gogh"), ("", "Madonna"),
    ]  # fmt: skip
    assert [look.mapping.titles.of(name) for name in ("name", "first_name")] == ["Name", "First name"]


def test_whole_names_are_left_whole_where_somebody_says_so(looks: Looks, tmp_path: Path) -> None:
    whole = looks.look(put(tmp_path, NAMES), ReadOptions(names="whole"))
    assert whole.names is not None
    assert not whole.names.taken
    assert "first_name" not in whole.mapping.fields
    looks.remember(whole)
    again = looks.look(put(tmp_path, NAMES, "next.csv"))
    assert (again.remembered, "first_name" in again.mapping.fields) == (True, False)
    assert "first_name" in looks.look(put(tmp_path, NAMES, "next.csv"), ReadOptions(names="split")).mapping.fields


@pytest.mark.parametrize(
    "text",
    [
        "Mail,Name,Vorname\na@example.com,Lovelace,Ada\n",
        "Mail,Name\na@example.com,Acme Ltd\nb@example.com,Beta GmbH\n",
        "Mail,Name\na@example.com,\n",
        "Mail,City\na@example.com,San Francisco\n",
    ],
)
def test_no_names_are_taken_where_there_are_none_to_take(looks: Looks, tmp_path: Path, text: str) -> None:
    assert looks.look(put(tmp_path, text)).names is None


def test_a_row_with_too_many_cells_still_is_one(looks: Looks, tmp_path: Path) -> None:
    look = looks.look(put(tmp_path, NAMES + "d@example.com,Ada King,more\n"))
    assert len([*look.table.rows()][-1]) > len(look.mapping.columns)
