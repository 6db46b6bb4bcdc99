"""Templates, versions, and messages from and into files, as they are typed."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.command_line import Desk

from sendoff.bootstrap import _context
from sendoff.cli.main import BAD_INPUT, OK, run
from sendoff.core.campaign import Campaign, CampaignState, Content
from sendoff.services.app import Services

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(40))
NAME = "Spring sale"


@contextmanager
def services_of(folder: Path) -> Iterator[Services]:
    services = _context({"SENDOFF_HOME": str(folder / "home")}).open_services("a test")
    try:
        yield services
    finally:
        services.close()


def typed(folder: Path, *words: str) -> tuple[int, str]:
    """Run a command in this process."""
    context, out = _context({"SENDOFF_HOME": str(folder / "home")}), io.StringIO()
    status = run(words, replace(context, stdin=io.StringIO(), stdout=out, stderr=out))
    return status, out.getvalue()


def told(folder: Path, *words: str) -> dict[str, Any]:
    """What a command that goes well says to scripts."""
    status, out = typed(folder, *words, "--json")
    assert status == OK, out
    values: dict[str, Any] = json.loads(out.splitlines()[-1])
    return values


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a draft of three recipients in its home."""
    folder = tmp_path_factory.mktemp("made")
    path = Desk(folder).campaign(3)
    with services_of(folder) as services:
        said, _ = services.campaigns.named_in(path)
        services.campaigns.from_file(path, said, "", "")
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path


def draft(folder: Path) -> Campaign:
    with services_of(folder) as services:
        return services.campaigns.find(NAME)


def test_a_template_s_whole_life(folder: Path) -> None:
    before = draft(folder).content
    kept = told(folder, "templates", "save", NAME, "  Mine ")["template"]
    assert (kept["name"], kept["subject"], kept["built_in"]) == ("Mine", "Hello {{ first_name }}", False)
    assert told(folder, "templates", "save", NAME, "Mine", "--over")["template"]["id"] == kept["id"]
    assert told(folder, "templates", "rename", "mine", "Ours")["template"]["id"] == kept["id"]
    assert told(folder, "templates", "duplicate", "Ours")["template"]["name"] == "Ours (copy)"
    assert told(folder, "templates", "duplicate", "Ours")["template"]["name"] == "Ours (copy 2)"
    assert told(folder, "templates", "duplicate", "Offer", "My offer")["template"]["built_in"] is False
    names = [one["name"] for one in told(folder, "templates", "list")["templates"]]
    assert names[:4] == ["My offer", "Ours", "Ours (copy 2)", "Ours (copy)"]
    assert names[4] == "Announcement"
    begun = told(folder, "templates", "use", "Ours", "--new", "Autumn")
    with services_of(folder) as services:
        assert services.campaigns.get(begun["campaign"]).content == before
    told(folder, "templates", "delete", "Ours")
    assert "Ours" not in [one["name"] for one in told(folder, "templates", "list")["templates"]]


def test_a_layout_is_used_and_the_way_back_outlives_the_program(folder: Path) -> None:
    before = draft(folder).content
    assert told(folder, "templates", "versions", NAME)["versions"] == []
    told(folder, "templates", "use", "Welcome", NAME)
    used = draft(folder).content
    assert (used.mode, used.subject, used.preheader != "") == ("design", before.subject, True)
    told(folder, "templates", "use", "Offer", NAME)
    assert draft(folder).content.preheader not in ("", used.preheader)  # nobody typed the one of “Welcome”
    versions = told(folder, "templates", "versions", NAME)["versions"]
    assert [one["number"] for one in versions] == [3, 2, 1]
    assert versions[-1]["subject"] == before.subject
    assert told(folder, "templates", "restore", NAME, "1")["subject"] == before.subject
    assert draft(folder).content == before
    told(folder, "templates", "restore", NAME, "2")
    assert draft(folder).content == used
    assert len(told(folder, "templates", "versions", NAME)["versions"]) == 5


def test_a_letter_goes_into_a_layout_and_is_kept(folder: Path) -> None:
    with services_of(folder) as services:
        campaign = services.campaigns.find(NAME)
        content = Content(mode="write", subject="Mine", markdown="# News\n\nDear {{ first_name | default('you') }}")
        services.campaigns.save(replace(campaign, content=content))
    assert told(folder, "templates", "use", "Newsletter", NAME, "--letter")["letter"]
    made = draft(folder).content
    assert (made.mode, made.subject, made.markdown) == ("design", "Mine", content.markdown)
    assert "Dear Name1" in told(folder, "preview", NAME)["text"]
    status, out = typed(folder, "templates", "use", "Offer", "--new", "Empty", "--letter")
    assert (status, "There was no letter to put into it." in out) == (OK, True)


def test_a_template_can_be_looked_at(folder: Path) -> None:
    shown = told(folder, "templates", "show", "newsletter", "--html", str(folder / "page.html"))
    assert shown["name"] == "Newsletter"
    assert "Good morning{% if first_name %}" in shown["text"]
    page = (folder / "page.html").read_text("utf-8")
    assert "Good morning. The first" in page


def test_one_recipient_s_message_as_a_file(folder: Path) -> None:
    shown = told(folder, "preview", NAME, "--row", "3", "--eml", str(folder / "three.eml"))
    assert (shown["subject"], shown["unsent"]) == ("Hello Name3", "")
    raw = (folder / "three.eml").read_bytes()
    message = message_from_bytes(raw, policy=policy.default)
    assert (message["To"], message["Subject"]) == ("Name3 <person3@example.test>", "Hello Name3")
    assert b"\r\n" in raw
    assert typed(folder, "preview", NAME, "--row", "9")[0] == BAD_INPUT


def test_a_row_worth_a_look_is_found_by_a_word(folder: Path) -> None:
    assert told(folder, "preview", NAME, "--row", "longest")["row"] in {1, 2, 3}
    status, said = typed(folder, "preview", NAME, "--row", "empty")
    assert (status, "No row has an empty field" in said) == (BAD_INPUT, True)


def test_a_person_s_message_is_found_by_name_or_address(folder: Path) -> None:
    assert told(folder, "preview", NAME)["row"] == 1
    assert told(folder, "preview", NAME, "--row", "Name3")["row"] == 3
    assert told(folder, "preview", NAME, "--row", "PERSON2@example.test")["row"] == 2
    status, said = typed(folder, "preview", NAME, "--row", "example.test")
    assert status == BAD_INPUT
    assert "“example.test” is in more than one row: person1@example.test (1), " in said
    status, said = typed(folder, "preview", NAME, "--row", "somebody else")
    assert (status, "Nobody on the list has “somebody else”" in said) == (BAD_INPUT, True)
    status, said = typed(folder, "preview", NAME, "--row", "unsent")
    assert (status, "Everybody on the list gets the message." in said) == (BAD_INPUT, True)


def test_an_email_is_imported_with_its_parts_and_comes_out_again(folder: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "From elsewhere, {{ first_name }}"
    message.set_content("Plain {{ first_name }}\n")
    message.add_alternative('<p>Rich {{ first_name }} <img src="cid:logo" alt="Us"></p>', subtype="html")
    page = message.get_payload()[1]  # type: ignore[index]  # a multipart has a list
    page.add_related(PNG, "image", "png", cid="<logo>", filename="logo.png")  # type: ignore[union-attr]  # a part
    message.add_attachment(b"%PDF", "application", "pdf", filename="prices.pdf")
    (folder / "letter.eml").write_bytes(message.as_bytes())
    said = told(folder, "import-message", NAME, str(folder / "letter.eml"))
    assert (said["mode"], said["images"], said["attachments"], said["notes"]) == ("html", 1, 1, [])
    assert draft(folder).content.subject == "From elsewhere, {{ first_name }}"
    told(folder, "preview", NAME, "--row", "2", "--eml", str(folder / "two.eml"))
    out = message_from_bytes((folder / "two.eml").read_bytes(), policy=policy.default)
    parts = {part.get_content_type(): part for part in out.walk()}
    assert "Rich Name2" in parts["text/html"].get_content()
    assert "Plain Name2" in parts["text/plain"].get_content()
    assert parts["image/png"].get_content() == PNG
    assert parts["application/pdf"].get_filename() == "prices.pdf"
    assert "From elsewhere, Name2" in out["Subject"]


def test_a_page_is_imported_with_the_pictures_beside_it(folder: Path) -> None:
    (folder / "img").mkdir()
    (folder / "img" / "our logo.png").write_bytes(PNG)
    (folder / "page.html").write_text(
        '<title>Theirs</title><p>Hi {{ first_name }}</p><img src="img/our%20logo.png" alt="Us"><img src="gone.png">'
        '<img src="../../secret.png"><img src="https://far.test/x.png"><img src="data:image/png;base64,iVBORw0KGgo=">',
        "utf-8",
    )
    said = told(folder, "import-message", NAME, str(folder / "page.html"))
    content = draft(folder).content
    assert [image.size for image in content.images] == [8, len(PNG)]
    assert all(f'src="cid:{image.cid}"' in content.html for image in content.images)
    assert content.subject == "Hello {{ first_name }}"
    assert said["notes"] == [
        "Pictures on the web: 1. They stay there and were not fetched.",
        "The picture “gone.png” is not beside the file, so it is missing.",
        "The picture “../../secret.png” is not beside the file, so it is missing.",
    ]
    told(folder, "preview", NAME, "--html", str(folder / "out.html"))
    assert "Hi Name1" in (folder / "out.html").read_text("utf-8")


def test_mjml_becomes_a_template(folder: Path) -> None:
    body = "<mj-section><mj-column><mj-text>Hello {{ first_name }}</mj-text></mj-column></mj-section>"
    (folder / "letter.mjml").write_text(f"<mjml><mj-body>{body}</mj-body></mjml>", "utf-8")
    assert told(folder, "templates", "import", str(folder / "letter.mjml"))["template"]["name"] == "letter"
    told(folder, "templates", "use", "letter", NAME)
    assert "Hello Name1" in told(folder, "preview", NAME)["text"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("templates", "show", "none"), "There is no template “none”"),
        (("templates", "rename", "Offer", "Mine"), "“Offer” comes with Sendoff"),
        (("templates", "delete", "Offer"), "Duplicate it first"),
        (("templates", "save", NAME, " "), "The template has no name"),
        (("templates", "save", "none", "x"), "There is no campaign “none”"),
        (("templates", "restore", NAME, "7"), "There is no version 7"),
        (("import-message", NAME, "none.eml"), "none.eml: The file does not exist"),
        (("import-message", NAME, "{here}/people.csv"), "Messages are not read from “.csv” files"),
        (("import-message", NAME, "{here}/broken.mjml"), "broken.mjml: Line 2: MJML knows no <mj-foo>"),
        (("import-message", NAME, "{here}/broken.eml"), "broken.eml: This is no e-mail message"),
        (("templates", "import", "{here}/broken.html"), "broken.html: There is no HTML in the file"),
        (("preview", NAME, "--html", "{here}/x.html"), "x.html: The message is plain text"),
    ],
)
def test_what_is_wrong_is_said_and_changes_nothing(folder: Path, words: tuple[str, ...], says: str) -> None:
    (folder / "broken.mjml").write_text("<mjml><mj-body>\n<mj-foo></mj-foo></mj-body></mjml>", "utf-8")
    (folder / "broken.eml").write_bytes(PNG)
    (folder / "broken.html").write_bytes(PNG)
    before = draft(folder)
    status, out = typed(folder, *(word.format(here=folder) for word in words))
    assert (status, says in out) == (BAD_INPUT, True), out
    with services_of(folder) as services:
        assert services.campaigns.find(NAME) == before
        assert len(services.templates.all()) == 8


def test_a_started_campaign_keeps_its_message(folder: Path) -> None:
    with services_of(folder) as services:
        campaign = services.campaigns.find(NAME)
        services.campaigns.save(replace(campaign, state=CampaignState.STOPPED))
    (folder / "page.html").write_text("<p>other</p>", "utf-8")
    for words in (("templates", "use", "Offer", NAME), ("import-message", NAME, str(folder / "page.html"))):
        status, out = typed(folder, *words)
        assert (status, "has been started" in out) == (BAD_INPUT, True), out
