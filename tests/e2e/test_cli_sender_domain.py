"""`sendoff accounts domain` and the sender's domain in `sendoff check`, as they are typed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.e2e.test_cli_check import campaign, typed
from tests.fakes.zones import CONTROLS, GOOD, NameServer, Zone, name_server

from sendoff.adapters.dns import resolver
from sendoff.cli.main import BAD_INPUT, OK


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[NameServer]:
    """The program's name server is one on loopback."""
    with name_server(GOOD) as running:
        here = partial(resolver.DnsResolver, servers=("127.0.0.1",), port=running.port, seconds=10.0)
        monkeypatch.setattr(resolver, "DnsResolver", here)
        yield running


def account(folder: Path) -> None:
    who = ("--user", "anna@brightmill.net", "--from", "anna@brightmill.net")
    status, _said, _told = typed(folder, "accounts", "add", "Work", "--preset", "google_workspace", *who)
    assert status == OK


def sent_from(folder: Path, sender: str) -> Path:
    path = campaign(folder)
    path.write_text(path.read_text("utf-8").replace("anna@example.com", sender), encoding="utf-8")
    return path


def test_an_account_s_domain(tmp_path: Path, server: NameServer) -> None:
    account(tmp_path)
    status, said, told = typed(tmp_path, "accounts", "domain", "Work")
    assert status == OK
    assert "✓ Google Workspace may send for brightmill.net (SPF)." in said
    assert [one["standing"] for one in told["findings"]] == ["fine"] * 3


def test_what_is_to_be_added_is_said_to_the_letter(tmp_path: Path, server: NameServer) -> None:
    account(tmp_path)
    zone: Zone = {**GOOD, ("brightmill.net", "TXT"): ["v=spf1 mx -all"], ("_dmarc.brightmill.net", "TXT"): []}
    server.zone = zone
    status, said, told = typed(tmp_path, "accounts", "domain", "Work", "--messages", "20000")
    assert status == OK
    assert "brightmill.net  TXT  v=spf1 mx include:_spf.google.com -all" in said
    assert told["findings"][1]["line"] == {"name": "_dmarc.brightmill.net", "type": "TXT", "value": "v=DMARC1; p=none"}


def test_another_sender_can_be_asked_about(tmp_path: Path, server: NameServer) -> None:
    account(tmp_path)
    _status, _said, told = typed(tmp_path, "accounts", "domain", "Work", "--from", "shop@gmx.de")
    assert [one["code"] for one in told["findings"]] == ["no_domain"]
    status, said, _told = typed(tmp_path, "accounts", "domain", "Work", "--from", "nobody")
    assert status == BAD_INPUT
    assert "is not an address" in said


def test_the_check_says_what_is_known_of_the_domain(tmp_path: Path, server: NameServer) -> None:
    account(tmp_path)
    status, said, told = typed(tmp_path, "check", str(sent_from(tmp_path, "anna@brightmill.net")))
    assert status == OK
    assert told["sender"]["domain"] == "brightmill.net"
    assert "SPF" in said


def test_a_domain_that_does_not_exist_stops_the_check(tmp_path: Path, server: NameServer) -> None:
    server.zone = CONTROLS
    path = sent_from(tmp_path, "anna@brihgtmill.net")
    status, said, told = typed(tmp_path, "check", str(path))
    assert status == BAD_INPUT
    assert (told["error"]["code"], told["blocked"]) == ("no_domain", True)
    assert "send with --accept no_domain" in said
    server.asked.clear()
    status, _said, told = typed(tmp_path, "check", str(path), "--offline")
    assert (status, server.asked, told.get("sender")) == (OK, [], None)


def test_examples_are_nobody_s(tmp_path: Path, server: NameServer) -> None:
    status, _said, told = typed(tmp_path, "check", str(campaign(tmp_path)))
    assert (status, server.asked, told["sender"]["findings"]) == (OK, [], [])
    assert "for examples and tests" in told["sender"]["left_out"]
