"""Accounts, lists and the sandbox server from the command line."""

from __future__ import annotations

import signal
import smtplib
from pathlib import Path

import pytest
from tests.e2e.command_line import Desk
from tests.fakes.sink import SinkProcess


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_an_account_is_added_tested_used_and_removed(desk: Desk, tmp_path: Path) -> None:
    with SinkProcess(tmp_path / "sink.log", "--auth", "anna@example.test:right") as sink:
        server = ("--host", "127.0.0.1", "--port", str(sink.port), "--security", "none")
        added = desk.run("accounts", "add", "work", "--user", "anna@example.test", *server, "--json")
        assert added.status == 0, added.err
        assert added.json["account"]["sender"] == "anna@example.test"
        wrong = desk.run("accounts", "test", "work", "--json", SENDOFF_PASSWORD="wrong")
        right = desk.run("accounts", "test", "work", "--json", "--password-stdin", given="right\n")
        failed = next(step for step in wrong.json["steps"] if step["state"] == "failed")
        assert (wrong.status, wrong.json["ok"], failed["step"]) == (2, False, "sign_in")
        assert failed["finding"]["code"] == "sign_in_refused"
        assert (right.status, right.json["ok"], right.json["fix"]) == (0, True, None)
        assert any("messages up to" in step["found"] for step in right.json["steps"])
        assert "wrong" not in str(wrong.json["transcript"])
        sent = desk.run("send", str(desk.campaign(2)), "--yes", "--json", SENDOFF_PASSWORD="right")
        assert (sent.status, len(sink.records())) == (0, 2), sent.err
    assert desk.run("accounts", "remove", "work").status == 0
    assert desk.run("accounts", "list", "--json").json == {"accounts": []}


def test_a_proxy_that_is_not_there_is_told_with_its_button(desk: Desk) -> None:
    proxy = ("--proxy", "socks5://127.0.0.1:1")
    server = ("--host", "127.0.0.1", "--port", "25", "--security", "none")
    added = desk.run("accounts", "add", "work", "--user", "anna@example.test", *server, *proxy)
    assert added.status == 0, added.err
    told = desk.run("accounts", "test", "work", "--json")
    assert (told.status, told.json["fix"]["kind"], told.json["fix"]["changes"]) == (2, "no_proxy", {"proxy": "none"})
    assert "Connect without the proxy" in desk.run("accounts", "test", "work").err


def test_no_secret_reaches_the_data_folder(desk: Desk, tmp_path: Path) -> None:
    with SinkProcess(tmp_path / "sink.log", "--auth", "anna:Canary-1234567") as sink:
        url = sink.url.replace("//", "//anna@")
        sent = desk.run("send", str(desk.campaign(2)), "--smtp", url, "--yes", SENDOFF_PASSWORD="Canary-1234567")
        wrong = desk.run("send", str(desk.campaign(2, name="B")), "--smtp", url, "--yes", SENDOFF_PASSWORD="Canary-7")
    assert (sent.status, wrong.status) == (0, 2)
    assert not any(b"Canary" in path.read_bytes() for path in desk.home.rglob("*") if path.is_file())
    assert "Canary" not in sent.out + sent.err + wrong.out + wrong.err


def test_presets_and_an_empty_list_create_nothing(desk: Desk) -> None:
    unknown = desk.run("accounts", "presets", "other", "--json").json["error"]
    assert unknown["remedy"].startswith("`custom` takes any other server, with --host, --port and --security.")
    presets = desk.run("accounts", "presets", "--json")
    assert {"gmail", "custom"} <= {preset["id"] for preset in presets.json["presets"]}
    assert desk.run("accounts", "list", "--json").json == {"accounts": []}
    assert not desk.home.exists()


def test_import_says_what_a_list_holds_and_stores_nothing(desk: Desk) -> None:
    people = desk.folder / "list.csv"
    people.write_text("Mail,Name,Other\na@example.test,Anna,x@example.test\nnobody,B,\nA@example.test,C,\n")
    told = desk.run("import", str(people), "--json").json
    assert (told["rows"], told["ready"], told["invalid"], told["duplicate"]) == (3, 1, 1, 1)
    assert told["email"] == "Mail"
    assert [problem["row"] for problem in told["problems"]] == [2, 3]
    assert desk.run("import", str(people), "--map", "email=Other", "--json").json["email"] == "Other"
    assert desk.run("import", str(people), "--map", "email=None").status == 2
    assert not desk.home.exists()


def test_the_sandbox_tells_each_message_and_ends_with_ctrl_c(desk: Desk) -> None:
    serving = desk.start("sandbox", "--port", "0")
    assert serving.stdout is not None
    port = int(serving.stdout.readline().partition("127.0.0.1:")[2].partition("?")[0])
    with smtplib.SMTP("127.0.0.1", port) as client:
        client.sendmail("a@example.test", ["mia@example.test"], "Subject: Spring\r\n\r\nHello\r\n")
    assert "mia@example.test  Spring" in serving.stdout.readline()
    serving.send_signal(signal.SIGINT)
    assert "Messages taken: 1" in serving.communicate(timeout=200)[0]
    assert serving.returncode == 0
