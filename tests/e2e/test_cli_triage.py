"""`sendoff triage` as people type it: look, correct, leave out, export; and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.e2e.command_line import Desk

PEOPLE = """email,first_name
anna@gmial.com,Anna
anna@gmail.com,Ann
info@example.com,Desk
not an address,Dee
eve@example.com,Eve
eve@example.com,Eva
"""


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an audience."""
    desk = Desk(tmp_path_factory.mktemp("listed"))
    (desk.folder / "people.csv").write_text(PEOPLE)
    brought = desk.run("audiences", "import", "people", str(desk.folder / "people.csv"))
    assert brought.status == 0, brought.err
    return desk.home


@pytest.fixture
def desk(tmp_path: Path, listed: Path) -> Desk:
    shutil.copytree(listed, tmp_path / "home")
    return Desk(tmp_path)


def test_a_list_is_looked_at_and_corrected(desk: Desk) -> None:
    seen = desk.run("triage", "people", "--tab", "suggested", "--json").json
    assert {tab: n for tab, n in seen["counts"].items() if n} == {
        "invalid": 1, "duplicate": 1, "suggested": 1, "role": 1, "ready": 2,
    }  # fmt: skip
    assert seen["rows"] == [
        {"row": 1, "address": "anna@gmial.com", "tab": "suggested", "problem": "Probably meant: anna@gmail.com."}
    ]
    done = desk.run(
        *("triage", "people", "--edit", "4=dee@example.com", "--edit", "4.first_name=Deborah", "--fix-typos"),
        *("--leave-out", "role", "--leave-out", "5", "--keep-duplicate", "first", "--json"),
    )
    assert done.json["done"] == {"edited": 2, "fixed": 1, "left_out": 2, "kept_instead": 1}
    assert {tab: n for tab, n in done.json["counts"].items() if n} == {"duplicate": 1, "left_out": 2, "ready": 3}
    assert "2 people left out. No. 6 has the same address and takes its place." in done.err
    assert "No. 4 is now under “Ready”." in done.err
    assert "No. 1: anna@gmial.com is now anna@gmail.com." in done.err
    path = desk.folder / "out.csv"
    out = desk.run("triage", "people", "--leave-out", "6", "--take-in", "role", "--tab", "ready", "--tab", "role",
                   "--export", str(path))  # fmt: skip
    assert out.status == 0, out.err
    assert "3 of 6 rows get the message: 2 “Ready” + 1 “Shared mailbox”." in out.out
    assert path.read_text("utf-8-sig").splitlines() == [
        "email,first_name,Problem",
        "anna@gmail.com,Anna,",
        "dee@example.com,Deborah,",
        'info@example.com,Desk,"Belongs to a task, not to a person."',
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("nobody",), "no_list"),
        (("people", "--edit", "anna@example.com"), "edit"),
    ],
)
def test_what_is_typed_wrong_changes_nothing(desk: Desk, words: tuple[str, ...], code: str) -> None:
    before = desk.files()
    ended = desk.run("triage", *words, "--json")
    assert (ended.status, ended.json["error"]["code"]) == (2, code)
    assert desk.files() == before


def test_every_fix_is_told_up_to_a_bound(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    rows = "".join(f"person{number} (at) example dot com\n" for number in range(1, 24))
    (desk.folder / "spelled.csv").write_text(f"email\nanna@example.com\n{rows}")
    assert desk.run("audiences", "import", "spelled", str(desk.folder / "spelled.csv")).status == 0
    seen = desk.run("triage", "spelled", "--tab", "invalid", "--limit", "1", "--json").json["rows"]
    assert [one["problem"] for one in seen] == ["There is no @ sign. Probably meant: person1@example.com."]
    said = desk.run("triage", "spelled", "--fix-typos").out
    assert "No. 2: person1 (at) example dot com is now person1@example.com." in said
    assert said.count(" is now ") == 20
    assert "And 3 more." in said
    assert "23 people got the address that was probably meant." in said
    assert "There was nothing to fix." in desk.run("triage", "spelled", "--fix-typos").out
