"""Campaigns as wholes on the command line: their list, a copy, another name, other people, sending a draft, the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.command_line import Desk
from tests.fakes.smtp_servers import Script, ScriptedServer

PEOPLE = "email,first_name\nanna@example.test,Anna\nbob@example.test,Bob\nbob@example.test,Bob\nno address,Eve\n"


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer(Script()) as running:
        yield running


def sent(folder: Path, server: ScriptedServer) -> Desk:
    """A desk with an account, on which a campaign went to two of four."""
    desk = Desk(folder)
    added = desk.run(
        "accounts", "add", "Work", "--preset", "custom", "--host", "127.0.0.1", "--port", str(server.port),
        "--security", "none", "--from", "Anna Lee <anna@example.test>",
    )  # fmt: skip
    assert added.status == 0, added.err
    path = desk.campaign(people_csv=PEOPLE)
    assert desk.run("send", str(path), "--yes").status == 0
    return desk


def test_a_campaign_is_copied_with_its_people_and_sent_by_its_name(tmp_path: Path, server: ScriptedServer) -> None:
    desk = sent(tmp_path, server)
    copied = desk.run("duplicate", "Spring sale", "--json")
    assert copied.status == 0, copied.err
    assert {key: copied.json[key] for key in ("name", "people", "left", "blocked")} == {
        "name": "Spring sale (copy)", "people": 2, "left": 2, "blocked": 0,
    }  # fmt: skip
    assert "2 rows stay behind: left out, not valid or repeated there." in copied.err
    assert "`sendoff send 'Spring sale (copy)'`" in copied.err
    assert desk.run("duplicate", "Spring sale", "--name", "June").status == 0
    listed = desk.run("campaigns", "--json").json["campaigns"]
    assert [(one["name"], one["state"], one["people"], one["account"]) for one in listed] == [
        ("June", "draft", 2, "Work"),
        ("Spring sale (copy)", "draft", 2, "Work"),
        ("Spring sale", "finished", 4, "Work"),
    ]  # fmt: skip
    rehearsed = desk.run("send", "June", "--dry-run", "--json")
    assert (rehearsed.status, "Ready to send to 2 people" in rehearsed.err) == (0, True)
    asked = desk.run("send", "June")
    assert (asked.status, "Add --yes" in asked.err) == (2, True)
    assert len(server.messages) == 2
    done = desk.run("send", "June", "--first", "1", "--yes", "--json")
    assert (done.status, done.json["state"], done.json["counts"]["accepted"]) == (3, "paused", 1)
    refused = desk.run("send", "June", "--dry-run")
    assert (refused.status, "was started" in refused.err) == (2, True)
    done = desk.run("send", "June", "--yes", "--json")
    assert (done.status, done.json["counts"]["accepted"]) == (0, 2)
    assert len(server.messages) == 4
    again = desk.run("send", "June", "--yes")
    assert "`sendoff duplicate June` makes a new draft of it" in again.out
    assert len(server.messages) == 4


def test_the_list_is_searched_and_an_empty_one_says_how_to_begin(tmp_path: Path, server: ScriptedServer) -> None:
    empty = Desk(tmp_path / "other").run("campaigns")
    assert (empty.status, "sendoff try" in empty.out) == (0, True)
    desk = sent(tmp_path, server)
    assert "2 accepted, 2 skipped" in desk.run("campaigns", "spring", "WORK").out
    assert desk.run("campaigns", "autumn").out == "No campaign fits.\n"


def test_a_draft_gets_a_name_a_list_an_audience_and_an_end(tmp_path: Path, server: ScriptedServer) -> None:
    desk = sent(tmp_path, server)
    people = str(desk.folder / "people.csv")
    assert desk.run("audiences", "import", "Customers", people).status == 0
    used = desk.run("audiences", "use", "Customers", "--new", "Draft", "--segment", 'first_name = "Anna"', "--json")
    assert (used.status, used.json["rows"]) == (0, 1)
    assert desk.run("rename", "Draft", "  May  news ").status == 0
    replaced = desk.run("import", people, "--into", "May news", "--replace", "--json")
    assert (replaced.status, replaced.json["rows"]) == (0, 4)
    for words in (
        ("rename", "Spring sale", "Other"),
        ("import", people, "--into", "Spring sale", "--replace"),
        ("import", people, "--into", "May news"),
        ("import", people, "--replace"),
        ("audiences", "use", "Customers", "Spring sale"),
        ("audiences", "use", "Nobody", "--new", "Left over"),
        ("send", "May news", "Spring sale", "--yes"),
        ("send", "May news", "--audience", "Customers", "--yes"),
        ("delete", "May news"),
    ):
        ended = desk.run(*words)
        assert (ended.status, ended.out) == (2, ""), words
    assert desk.run("delete", "May news", "--yes").status == 0
    assert [one["name"] for one in desk.run("campaigns", "--json").json["campaigns"]] == ["Spring sale"]


def test_who_is_blocked_since_comes_along_and_is_named(tmp_path: Path, server: ScriptedServer) -> None:
    desk = sent(tmp_path, server)
    assert desk.run("suppressions", "add", "bob@example.test").status == 0
    copied = desk.run("duplicate", "Spring sale", "--json")
    assert (copied.json["people"], copied.json["blocked"], copied.json["left"]) == (1, 1, 2)
    assert "1 person came along and will get nothing: on the blocked list." in copied.err


def test_one_blocked_address_is_told_as_one(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert "1 entry added." in desk.run("blocked", "add", "bob@example.test").out
    people = tmp_path / "people.csv"
    people.write_text("email\nbob@example.test\nnobody\n", encoding="utf-8")
    again = desk.run("blocked", "import", str(people))
    assert "0 entries added. 1 was blocked already." in again.out
    assert "1 row holds neither an address nor a domain." in again.err


def test_a_list_that_calls_a_column_otherwise_fits_the_message(tmp_path: Path, server: ScriptedServer) -> None:
    desk = sent(tmp_path, server)
    people = "email,first_name,city\nanna@example.test,Anna,Paris\n"
    path = desk.campaign(name="Cities", people_csv=people, message_txt="News for {{ city }}.\n")
    assert desk.run("send", str(path), "--yes").status == 0
    assert desk.run("duplicate", "Cities", "--name", "Towns").status == 0
    (desk.folder / "leser.csv").write_text("E-Mail,Vorname,Ort\nben@example.test,Ben,Bonn\n", "utf-8")
    words = ("import", str(desk.folder / "leser.csv"), "--into", "Towns", "--replace", "--json")
    fitted = desk.run(*words)
    assert (fitted.status, fitted.json["ready"], "city" in fitted.json["fields"]) == (0, 1, True), fitted.err
    assert "“Ort” is what the message calls “city”. --map ort=Ort keeps it apart." in fitted.err
    apart = desk.run(*words, "--map", "ort=Ort", "--anew")
    assert (apart.status, "city" in apart.json["fields"], "calls" in apart.err) == (0, False, False)
