"""The blocked list: what an entry covers, bulk adding, and that nothing removed is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.adapters.list_desk import ListDesk

from sendoff.core.address import duplicate_key
from sendoff.core.errors import InputError
from sendoff.core.events import BlockedChanged, Event
from sendoff.core.suppression import SuppressedKeys, Suppression, suppression_key
from sendoff.services import suppressions


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ListDesk]:
    desk = ListDesk(tmp_path)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("entry", "address", "covered"),
    [
        ("anna@example.com", "Anna@EXAMPLE.com", True),
        ("ANNA@example.com", "anna@example.com", True),
        ("anna@example.com", "anna+news@example.com", False),
        ("anna@bücher.example.com", "anna@xn--bcher-kva.example.com", True),
        ("@example.com", "anna+news@example.com", True),
        ("Example.COM", "anna@example.com", True),
        ("@example.com", "anna@mail.example.com", False),
        ("@example.com", "anna@other-example.com", False),
        ("@Bücher.example.com", "anna@xn--bcher-kva.example.com", True),
        ("@xn--bcher-kva.example.com", "anna@BÜCHER.example.com", True),
        ("'@example.com", "anna@example.com", True),
        ("Anna Lee <anna@example.com>", "anna@example.com", True),
        ("düsi@example.com", "DÜSI@example.com", True),
    ],
)
def test_what_an_entry_covers(entry: str, address: str, covered: bool) -> None:
    assert (duplicate_key(address) in SuppressedKeys([suppression_key(entry)])) is covered


@pytest.mark.parametrize("entry", ["", "@", "anna@", "@nodot", "anna lee", "a@b@example.com", "@exa mple.com"])
def test_what_is_no_entry(entry: str) -> None:
    with pytest.raises(InputError) as refused:
        suppression_key(entry)
    assert refused.value.code == "suppression"


@given(st.from_regex(r"[a-zA-Z0-9]{1,8}@[a-zA-Z0-9]{1,8}\.(com|org)", fullmatch=True))
def test_a_key_is_its_own_key(address: str) -> None:
    key = suppression_key(address)
    assert suppression_key(key) == key == duplicate_key(address)
    domain = suppression_key("@" + address.partition("@")[2])
    assert key in SuppressedKeys([domain])


def test_what_is_blocked_keeps_its_first_reason(desk: ListDesk) -> None:
    first = desk.suppressions.add(["anna@example.com", "@web.example.com"], reason="unsubscribed", source="by phone")
    again = desk.suppressions.add(["ANNA@example.com", "ben@example.com"], reason="hard")
    assert (first.added, again.added, again.known) == (2, 1, 1)
    assert {(one.key, one.reason) for one in desk.suppressions.all()} == {
        ("anna@example.com", "unsubscribed"),
        ("@web.example.com", "unsubscribed"),
        ("ben@example.com", "hard"),
    }
    assert desk.store.suppressions.keys() == {"anna@example.com", "@web.example.com", "ben@example.com"}
    with pytest.raises(InputError):
        desk.suppressions.add(["carla@example.com", "nonsense"])
    with pytest.raises(InputError):
        desk.suppressions.add(["carla@example.com"], reason="whim")
    assert desk.suppressions.count() == 3


def test_who_is_new_is_told_and_marked(desk: ListDesk) -> None:
    desk.suppressions.add(["anna@example.com"], reason="hard")
    added = desk.suppressions.add(["@web.example.com", "ANNA@example.com", "ben@example.com", "Ben@example.com"])
    assert (added.added, added.known, added.keys) == (2, 2, ("@web.example.com", "ben@example.com"))
    assert desk.suppressions.mark(["anna@example.com", "ben@example.com", "nobody@example.com"], "hard") == 1
    assert desk.suppressions.count(reason="hard") == 2
    with pytest.raises(InputError):
        desk.suppressions.mark(["ben@example.com"], "whim")
    assert sorted(desk.suppressions.clear(search="example.com", reason="hard")) == [
        "anna@example.com",
        "ben@example.com",
    ]
    assert [one.key for one in desk.suppressions.all()] == ["@web.example.com"]


def test_looking_at_a_file_changes_nothing_and_says_what_bringing_it_does(desk: ListDesk, tmp_path: Path) -> None:
    desk.suppressions.add(["anna@example.com"])
    path = tmp_path / "out.csv"
    path.write_text("Who\nanna@example.com\nben@example.com\nnobody here\nBEN@example.com\n@web.example.com\n")
    looked = desk.suppressions.look(path)
    assert desk.suppressions.count() == 1
    assert (looked.rows, looked.added, looked.known, looked.invalid) == (5, 2, 2, 1)
    assert looked == desk.suppressions.bring(path)
    assert looked.keys == ("ben@example.com", "@web.example.com")


def test_many_entries_go_and_come_back_in_pieces_and_each_change_is_told_once(
    desk: ListDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suppressions, "_PIECE", 2)
    told: list[Event] = []
    desk.bus.subscribe(told.append)
    entries = [f"{number}@example.com" for number in range(5)]
    acts: list[Callable[[], int]] = [
        lambda: desk.suppressions.add(entries).added, lambda: desk.suppressions.mark(entries, "hard"),
        lambda: desk.suppressions.remove(entries), lambda: desk.suppressions.restore(entries),
    ]  # fmt: skip
    assert [act() for act in acts] == [5, 5, 5, 5]
    assert told == [BlockedChanged()] * 4
    assert {one.reason for one in desk.suppressions.all()} == {"hard"}


def test_more_than_can_be_kept_in_mind_is_not_taken_back_in_part(
    desk: ListDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suppressions, "_IN_MIND", 2)
    assert desk.suppressions.add(["a@example.com", "b@example.com"]).keys == ("a@example.com", "b@example.com")
    assert desk.suppressions.add(["c@example.com", "d@example.com", "e@example.com"]).keys == ()


def test_a_removed_entry_comes_back_as_it_was(desk: ListDesk) -> None:
    desk.suppressions.add(["anna@example.com", "@web.example.com"], reason="complaint", source="report")
    before = list(desk.suppressions.all())
    assert desk.suppressions.remove(["Anna@Example.com", "@web.example.com", "never@example.com"]) == 2
    assert list(desk.suppressions.all()) == []
    assert desk.suppressions.restore(["anna@example.com", "web.example.com"]) == 2
    assert list(desk.suppressions.all()) == before
    assert desk.suppressions.restore(["anna@example.com"]) == 0


def test_importing_an_export_gives_the_same_list(desk: ListDesk, tmp_path: Path) -> None:
    desk.store.suppressions.add(
        Suppression(key=key, reason=reason, source=source, at=at)
        for key, reason, source, at in (
            ("@example.com", "manual", "=formula", 1_700_000_000_123),
            ("anna@example.org", "hard", "campaign “Spring”", 1_600_000_000_000),
            ("düsi@example.org", "unsubscribed", "", 5),
        )
    )
    before = list(desk.suppressions.all())
    path = tmp_path / "blocked.csv"
    assert desk.suppressions.export(path) == 3
    for one in before:
        desk.store.suppressions.remove([one.key], 1)
    found = desk.suppressions.bring(path)
    assert (found.rows, found.added, found.invalid) == (3, 3, 0)
    after = list(desk.suppressions.all())
    assert [(one.key, one.reason, one.at) for one in after] == [(one.key, one.reason, one.at) for one in before]


def test_a_file_of_addresses_and_domains_is_taken(desk: ListDesk, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("Name,Who\nAnna,anna@example.com\nAll,@web.example.com\nNone,nobody here\nTwice,ANNA@example.com\n")
    found = desk.suppressions.bring(path, reason="unsubscribed")
    assert (found.rows, found.added, found.known, found.invalid) == (4, 2, 1, 1)
    assert found.examples == ((3, "nobody here"),)
    assert {(one.key, one.source) for one in desk.suppressions.all()} == {
        ("anna@example.com", "out.csv"),
        ("@web.example.com", "out.csv"),
    }
    empty = tmp_path / "none.csv"
    empty.write_text("Name,City\nAnna,Paris\n")
    with pytest.raises(InputError, match="No column"):
        desk.suppressions.bring(empty)


def test_pages_follow_one_another(desk: ListDesk) -> None:
    entries = [
        Suppression(key=f"p{n}@example.com", reason="manual" if n % 2 else "hard", source="", at=n // 3)
        for n in range(25_000)
    ]
    assert desk.store.suppressions.add(entries) == 25_000
    assert desk.store.suppressions.add(entries[:100]) == 0
    expected = [one.key for one in sorted(entries, key=lambda one: (one.at, one.key), reverse=True)]
    assert [one.key for one in desk.suppressions.all()] == expected
    assert desk.suppressions.count(search=" P2499", reason="hard") == 5
    assert {one.key for one in desk.suppressions.page(search="p2499")} == {
        "p2499@example.com", *(f"p2499{n}@example.com" for n in range(10))
    }  # fmt: skip
