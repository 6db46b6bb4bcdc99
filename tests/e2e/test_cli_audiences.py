"""`sendoff audiences` and `suppressions`, and campaigns sent to an audience, as they are typed."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sendoff import bootstrap
from sendoff.bootstrap.program import home_of
from sendoff.cli.main import BAD_INPUT, OK, UNWELL, run


class Typist:
    """Types commands into one data folder, in this process; `folder` holds the lists."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = ""

    def __call__(self, *words: str, status: int = OK) -> Any:
        out, err = io.StringIO(), io.StringIO()
        context = bootstrap._context({"SENDOFF_HOME": str(self.folder / "home")})
        given = replace(context, stdout=out, stderr=err, stdin=io.StringIO())
        assert run([*words, "--json"], given) == status, err.getvalue()
        self.said = err.getvalue()
        return json.loads(out.getvalue().splitlines()[-1])

    def write(self, name: str, text: str) -> str:
        """A file beside the data folder."""
        path = self.folder / name
        path.write_text(text, "utf-8")
        return str(path)


@pytest.fixture
def typed(tmp_path: Path) -> Typist:
    typist = Typist(tmp_path)
    people = (
        "email,first_name,city,age\nanna@a.test,Anna,Paris,42\nben@b.test,Ben,Berlin,9\ncarla@c.test,Carla,Paris,30\n"
    )
    typist("audiences", "import", "Customers", typist.write("a.csv", people), "--tag", "vip")
    return typist


def addresses(found: Any) -> list[str]:
    return [one["address"] for one in found["people"]]


def test_an_audience_is_shown_searched_and_cut(typed: Typist) -> None:
    assert [one["name"] for one in typed("audiences", "list", "--tag", "VIP")["audiences"]] == ["Customers"]
    assert typed("audiences", "list", "--tag", "x")["audiences"] == []
    shown = typed("audiences", "show", "customers")
    assert (shown["ready"], shown["fields"], shown["tags"]) == (3, ["email", "first_name", "city", "age"], ["vip"])
    assert addresses(typed("audiences", "search", "Customers", "ANN")) == ["anna@a.test"]
    found = typed("audiences", "search", "Customers", "--sort", "city", "--descending", "--limit", "2")
    assert (addresses(found), found["total"]) == (["carla@c.test", "anna@a.test"], 3)
    assert addresses(typed("audiences", "segment", "Customers", "age > 10 and city = 'PARIS'", "--limit", "1")) == [
        "anna@a.test"
    ]
    kept = typed("audiences", "segment", "Customers", "age > 10", "--as", "Adults")
    assert (kept["name"], kept["ready"]) == ("Adults", 2)
    assert (
        "Did you mean “city”"
        in typed("audiences", "segment", "Customers", "citi = 1", status=BAD_INPUT)["error"]["remedy"]
    )
    assert typed("audiences", "search", "Customers", "--sort", "zip", status=BAD_INPUT)["error"]["code"] == "sort"
    assert typed("audiences", "show", "Nobody", status=BAD_INPUT)["error"]["code"] == "no_audience"


def test_audiences_are_combined_merged_renamed_and_deleted(typed: Typist) -> None:
    newer = typed.write("b.csv", "email,first_name,city\nben@b.test,Benjamin,Berlin\ndora@d.test,Dora,Oslo\n")
    typed("audiences", "import", "Newer", newer)
    for how, expected in (("union", 4), ("difference", 2), ("intersection", 1)):
        assert typed("audiences", "combine", how, "Customers", how, "Newer")["ready"] == expected
    preview = typed("audiences", "import", "Customers", newer, "--merge", "--preview")["merged"]
    assert preview == {"new": 1, "changed": 1, "same": 0, "gone": 2, "invalid": 0, "duplicate": 0, "corrected": 0}
    assert typed("audiences", "show", "Customers")["ready"] == 3
    assert typed("audiences", "import", "Customers", newer, "--merge", "--remove-gone")["ready"] == 2
    assert typed("audiences", "import", "Customers", newer, "--preview", status=BAD_INPUT)["error"]["code"] == "usage"
    assert typed("audiences", "rename", "union", "Everybody")["name"] == "Everybody"
    assert typed("audiences", "tag", "Everybody", "x", "y")["tags"] == ["x", "y"]
    assert typed("audiences", "tag", "Everybody", "x", "--remove")["tags"] == ["y"]
    out = str(typed.folder / "out.csv")
    assert typed("audiences", "export", "Everybody", out, "--without", "Newer")["written"] == 2
    assert Path(out).read_text("utf-8-sig").splitlines()[1:] == [
        "anna@a.test,Anna,Paris,42",
        "carla@c.test,Carla,Paris,30",
    ]
    typed("audiences", "delete", "Everybody")
    assert "Everybody" not in {one["name"] for one in typed("audiences", "list")["audiences"]}


def test_a_newer_list_finds_whom_a_person_corrected(typed: Typist) -> None:
    old = typed.write("old.csv", "email,city\nana@a.test,Paris\nben@b.test,Berlin\n")
    typed("audiences", "import", "Friends", old)
    typed("triage", "Friends", "--edit", "1=anna@a.test")
    figures = typed("audiences", "import", "Friends", old, "--merge", "--remove-gone")["merged"]
    assert figures == {"new": 0, "changed": 0, "same": 2, "gone": 0, "invalid": 0, "duplicate": 0, "corrected": 1}
    assert set(addresses(typed("audiences", "search", "Friends"))) == {"anna@a.test", "ben@b.test"}


def test_a_person_is_found_in_every_list(typed: Typist) -> None:
    people = typed.write("people.csv", 'email,name\nanna@a.test,"Lee, Anna"\nben@b.test,Ben Lee\nnobody,Carl\n')
    typed("audiences", "import", "Friends", people)
    typed("suppressions", "add", "ben@b.test")
    assert [one["address"] for one in typed("find", "anna", "lee")["found"]] == ["anna@a.test"]
    everybody = typed("find", "LEE")["found"]
    assert {(one["kind"], one["name"], one["address"]) for one in everybody} == {
        ("audience", "Friends", "anna@a.test"),
        ("audience", "Friends", "ben@b.test"),
    }
    assert typed("find", "zoe", status=UNWELL)["found"] == []


def test_the_blocked_list(typed: Typist) -> None:
    assert typed("suppressions", "add", "@B.test", "carla@c.test", "--reason", "unsubscribed")["added"] == 2
    listed = typed("suppressions", "list", "--search", "b.T")
    assert (listed["total"], listed["suppressions"][0]["key"]) == (1, "@b.test")
    out = str(typed.folder / "blocked.csv")
    assert typed("suppressions", "export", out)["written"] == 2
    assert typed("suppressions", "remove", "@b.test", "carla@c.test")["removed"] == 2
    assert typed("suppressions", "remove", "@b.test", status=BAD_INPUT)["error"]["code"] == "unknown"
    assert typed("suppressions", "restore", "@b.test")["restored"] == 1
    looked = typed("suppressions", "import", out, "--look")
    assert (looked["rows"], looked["added"], looked["known"]) == (2, 1, 1)
    assert typed("suppressions", "list")["total"] == 1
    again = typed("suppressions", "import", out, "--reason", "hard")
    assert (again["rows"], again["added"], again["known"]) == (2, 1, 1)
    assert {one["reason"] for one in typed("suppressions", "list")["suppressions"]} == {"unsubscribed"}
    assert typed("suppressions", "mark", "@b.test", "--reason", "complaint")["marked"] == 1
    assert typed("suppressions", "list", "--reason", "complaint")["total"] == 1
    assert typed("suppressions", "add", "nobody", status=BAD_INPUT)["error"]["code"] == "suppression"
    people = typed.write("c.csv", "email\nben@b.test\ncarla@c.test\nanna@a.test\n")
    made = typed("audiences", "import", "Again", people)
    assert (made["ready"], made["suppressed"]) == (1, 2)


CAMPAIGN = """
name = "{name}"
from = "Anna Lee <anna@example.test>"
subject = "Hello {{{{ first_name }}}}"
text = "message.txt"
audience = "Customers"
"""


def test_a_campaign_goes_to_people_of_an_audience(typed: Typist) -> None:
    typed.write("message.txt", "Hello {{ first_name }} in {{ city }}")
    typed("suppressions", "add", "carla@c.test")
    path = typed.write("c.toml", CAMPAIGN.format(name="First") + "segment = 'city = \"paris\"'\n")
    checked = typed("check", path)
    assert (checked["rows"], checked["ready"]) == (2, 2)  # a check has no blocked list
    sent = typed("send", path, "--sandbox", "--yes")
    assert sent["counts"]["accepted"] == 2
    other = typed.write("d.toml", CAMPAIGN.format(name="Second"))
    assert typed("send", other, "--sandbox", "--dry-run", "--segment", "age < 10")["rows"] == 1
    assert (
        typed("send", other, "--sandbox", "--dry-run", "--audience", "None", status=BAD_INPUT)["error"]["code"]
        == "no_audience"
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('recipients = "a.csv"', "both"),
        ("exclude_campaigns = [1]", "names in quotes"),
        ('segment = "city ="', "ends too early"),
        ('exclude_audiences = ["Nobody"]', "no audience"),
    ],
)
def test_what_a_campaign_file_says_wrong_about_people(typed: Typist, line: str, said: str) -> None:
    typed.write("message.txt", "Hello")
    path = typed.write("c.toml", CAMPAIGN.format(name="C") + line + "\n")
    assert said in typed("check", path, status=BAD_INPUT)["error"]["title"]


def test_a_segment_needs_an_audience(typed: Typist) -> None:
    typed.write("message.txt", "Hello")
    text = CAMPAIGN.format(name="C").replace('audience = "Customers"', 'recipients = "a.csv"\nsegment = "x is empty"')
    assert typed("check", typed.write("c.toml", text), status=BAD_INPUT)["error"]["code"] == "audience"


def test_the_real_folder_sends_to_its_own_audience(typed: Typist) -> None:
    """The path without the sandbox: the rows are copied inside the database, and who was reached is left out."""
    home = typed.folder / "home"
    services = bootstrap.open_services(home_of({"SENDOFF_HOME": str(home)}), "test", environ={})
    try:
        typed.write("message.txt", "Hello {{ first_name }}")
        path = Path(typed.write("c.toml", CAMPAIGN.format(name="First")))
        said, _ = services.campaigns.named_in(path)
        chosen = services.audiences.select(services.audiences.find(said.audience))
        draft, imported = services.campaigns.from_file(
            path, said, "", "Anna <anna@example.test>", bring=lambda one: services.audiences.use(one, chosen)
        )
        assert (imported.rows, imported.sendable, draft.list_name) == (3, 3, "Customers")
        assert services.checks.run(draft).rows == 3
        assert services.campaigns.preview(draft, 2).subject == "Hello Ben"
    finally:
        services.close()
