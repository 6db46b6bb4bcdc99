"""Every bad input ends with one sentence and status 2, and changes nothing."""

from __future__ import annotations

import shlex
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.command_line import Desk, Ended
from tests.fakes.certificates import Authority
from tests.fakes.ports import own_port
from tests.fakes.sink import SinkProcess
from tests.fakes.smtp_servers import Script, ScriptedServer


@pytest.fixture(scope="module")
def fresh_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an account and no campaign."""
    desk = Desk(tmp_path_factory.mktemp("fresh"))
    added = desk.run("accounts", "add", "work", "--host", "127.0.0.1", "--port", "9", "--security", "none")
    assert added.status == 0, added.err
    return desk.home


@pytest.fixture(scope="module")
def sink(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SinkProcess]:
    with SinkProcess(tmp_path_factory.mktemp("sink") / "log", "--size", "10000000") as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, fresh_home: Path) -> Desk:
    shutil.copytree(fresh_home, tmp_path / "home")
    return Desk(tmp_path)


def refused(desk: Desk, url: str, code: str, **environ: str) -> Ended:
    """Send, and demand status 2, one sentence with this code, and a data folder as it was."""
    before = desk.files()
    ended = desk.run("send", str(desk.folder / "campaign.toml"), "--smtp", url, "--yes", "--json", **environ)
    assert ended.status == 2, ended.err
    error = ended.json["error"]
    assert error["code"] == code, error
    assert error["title"].endswith((".", "?"))
    assert "Traceback" not in ended.err
    assert desk.files() == before
    assert drafts(desk) == 0
    return ended


def drafts(desk: Desk) -> int:
    with sqlite3.connect(desk.home / "sendoff.db") as connection:
        found: int = connection.execute("SELECT count(*) FROM campaign").fetchone()[0]
    connection.close()
    return found


GOOD = 'name = "A"\nfrom = "a@example.test"\nsubject = "S"\ntext = "message.txt"\nrecipients = "people.csv"\n'
WRITTEN: dict[str, tuple[dict[str, Any], str]] = {
    "an empty list": ({"people_csv": "email,first_name\n"}, "empty_list"),
    "no e-mail column": ({"people_csv": "first_name\nAnna\n"}, "no_email_column"),
    "duplicate headers": ({"people_csv": "email,Name,name\na@example.test,x,y\n"}, "duplicate_headers"),
    "an unknown key": ({"campaign_toml": GOOD + 'sender = "x"\n'}, "unknown_key"),
    "a wrong type": ({"campaign_toml": GOOD + "attachments = 3\n"}, "wrong_type"),
    "no TOML": ({"campaign_toml": "name = \n"}, "toml"),
    "an unknown merge field": ({"message_txt": "Hello {{ frist_name }}"}, "unknown_field"),
    "a path out of the folder": ({"campaign_toml": GOOD.replace("people.csv", "../people.csv")}, "outside"),
    "a missing list": ({"campaign_toml": GOOD.replace("people.csv", "none.csv")}, "no_file"),
    "a message in a wrong encoding": ({"message_txt": "Grüße".encode("latin-1")}, "wrong_encoding"),
    "an image that is none": ({"campaign_toml": GOOD + 'images = ["people.csv"]\n'}, "no_picture"),
    "an image that is no name": ({"campaign_toml": GOOD + "images = [3]\n"}, "wrong_type"),
    "an attachment that is two": (
        {"campaign_toml": GOOD + 'attachments = [{ file = "a", column = "b" }]\n'},
        "wrong_type",
    ),
    "two pages": ({"campaign_toml": GOOD + 'html = "a.html"\nmarkdown = "a.md"\n'}, "two_bodies"),
    "a way out that is not encrypted": ({"campaign_toml": GOOD + 'unsubscribe = "http://x.test"\n'}, "unsubscribe"),
    "a design that is none": ({"campaign_toml": GOOD + 'design = "people.csv"\n'}, "design"),
    "a reply address with an unknown field": ({"campaign_toml": GOOD + 'reply_to = "{{ agent }}"\n'}, "unknown_field"),
    "no sender": ({"campaign_toml": GOOD.replace('from = "a@example.test"\n', "")}, "no_sender"),
}


@pytest.mark.parametrize("case", WRITTEN)
def test_what_is_written_wrong(desk: Desk, sink: SinkProcess, case: str) -> None:
    files, code = WRITTEN[case]
    desk.campaign(**files)
    refused(desk, sink.url, code)
    assert sink.records() == []


def test_a_missing_campaign_file(desk: Desk, sink: SinkProcess) -> None:
    refused(desk, sink.url, "no_file")


def test_an_attachment_over_the_server_s_size(desk: Desk, sink: SinkProcess) -> None:
    with (desk.folder / "offer.pdf").open("wb") as file:
        file.truncate(50_000_000)
    desk.campaign(more='attachments = ["offer.pdf"]\n')
    told = refused(desk, sink.url, "oversize")
    assert "10.0 MB" in told.err


def test_a_list_that_blocks_is_told_by_row(desk: Desk, sink: SinkProcess) -> None:
    (desk.folder / "1.pdf").write_bytes(b"%PDF")
    rows = "email,first_name,invoice\na@example.test,A,1.pdf\nb@example.test,B,2.pdf\n"
    desk.campaign(people_csv=rows, more='attachments = [{ column = "invoice" }]\n')
    ended = desk.run("send", str(desk.folder / "campaign.toml"), "--smtp", sink.url, "--yes", "--json")
    assert (ended.status, ended.json["error"]["code"]) == (2, "missing_attachment")
    assert "No. 2 of the list (b@example.test)" in ended.err
    assert drafts(desk) == 0


def test_a_refused_connection(desk: Desk) -> None:
    desk.campaign()
    refused(desk, f"smtp://127.0.0.1:{own_port()}?security=none", "refused")


def test_a_wrong_host(desk: Desk) -> None:
    desk.campaign()
    refused(desk, "smtp://nowhere.invalid:587?security=none", "no_such_host")


def test_a_wrong_password(desk: Desk, tmp_path: Path) -> None:
    desk.campaign()
    with SinkProcess(tmp_path / "auth.log", "--auth", "anna:right") as server:
        refused(desk, server.url.replace("//", "//anna@"), "sign_in_refused", SENDOFF_PASSWORD="wrong")


def _tls(authority: Authority) -> Script:
    return Script(tls=authority.server("127.0.0.1"))


def _plain(_: Authority) -> Script:
    return Script()


@pytest.mark.parametrize(
    ("script", "mode", "code"),
    [
        (_tls, "tls", "bad_certificate"),
        (_plain, "tls", "speaks_plain"),
        (_plain, "starttls", "no_starttls"),
    ],
)
def test_tls_that_cannot_be_trusted(
    desk: Desk, tmp_path: Path, script: Callable[[Authority], Script], mode: str, code: str
) -> None:
    desk.campaign()
    with ScriptedServer(script(Authority(tmp_path))) as server:
        ended = refused(desk, f"smtp://127.0.0.1:{server.port}?security={mode}", code)
    assert ("?security=none" in ended.json["error"]["remedy"]) is (code in ("speaks_plain", "no_starttls"))


def test_options_that_cannot_be(desk: Desk) -> None:
    desk.campaign()
    refused(desk, "smtp://anna:secret@127.0.0.1:25", "password_in_url")
    refused(desk, "http://127.0.0.1", "smtp_url")
    path = str(desk.folder / "campaign.toml")
    unknown = desk.run("send", path, "--account", "home", "--yes", "--json")
    assert (unknown.status, unknown.json["error"]["code"]) == (2, "no_account")


def test_a_file_in_place_of_the_data_folder(tmp_path: Path, sink: SinkProcess) -> None:
    (tmp_path / "home").write_text("mine")
    desk = Desk(tmp_path)
    ended = desk.run("send", str(desk.campaign()), "--smtp", sink.url, "--yes", "--json")
    assert (ended.status, ended.json["error"]["code"]) == (2, "not_a_folder")
    assert (tmp_path / "home").read_text() == "mine"


def test_a_corrupt_database(desk: Desk, sink: SinkProcess) -> None:
    (desk.home / "sendoff.db").write_bytes(b"not a database, " * 300)
    before = (desk.home / "sendoff.db").read_bytes()
    for words in (["send", str(desk.campaign()), "--smtp", sink.url, "--yes"], ["status"], ["accounts", "list"]):
        ended = desk.run(*words, "--json")
        assert (ended.status, ended.json["error"]["code"]) == (2, "corrupt")
    assert (desk.home / "sendoff.db").read_bytes() == before


def test_a_newer_schema(desk: Desk, sink: SinkProcess) -> None:
    with sqlite3.connect(desk.home / "sendoff.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    ended = desk.run("send", str(desk.campaign()), "--smtp", sink.url, "--yes", "--json")
    assert (ended.status, ended.json["error"]["code"]) == (2, "newer")


def test_a_campaign_of_the_sandbox_is_found_by_the_command_the_error_names(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    sent = desk.run("send", str(desk.campaign(2)), "--sandbox", "--yes", "--json")
    assert sent.status == 0, sent.err
    for words in (["report"], ["preview", "Spring sale"], ["status", "Spring sale"]):
        lost = desk.run(*words, "--json")
        assert lost.status == 2
        command = shlex.join(["sendoff", *words, "--json", "--sandbox"])
        assert f"“Spring sale” is in the sandbox: `{command}`." in lost.err
        assert desk.run(*shlex.split(command)[1:]).status == 0
    nowhere = desk.run("report", "No such campaign", "--json")
    assert "in the sandbox:" not in nowhere.err
