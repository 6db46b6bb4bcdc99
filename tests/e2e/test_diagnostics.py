"""Diagnostics hold what helps and nothing private: canaries of every kind are looked for in the whole text."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from tests.e2e.command_line import Desk

from sendoff.adapters.system import logs
from sendoff.adapters.system.machine import LogTail
from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import open_services
from sendoff.bootstrap.program import diagnostics
from sendoff.core.account import Account, Proxy, ProxyKind
from sendoff.core.campaign import Content
from sendoff.services.diagnostics import data_of

CANARIES = (
    "Canary Corp", "canary-user", "mail.canary-host.test", "canary-proxy.test", "canary-sender", "Canary spring",
    "Canary subject",
    "canary-secret-77", "canary-row", "canary-row-domain.test", "10.11.12.13", "2001:db8::17", "Canary List",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _no_keyring() -> Iterator[None]:
    usual = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring's own class has no types
    yield
    keyring.set_keyring(usual)


def test_no_canary_is_in_the_text_and_what_helps_is(tmp_path: Path) -> None:
    home = find_home({"SENDOFF_HOME": str(tmp_path / "canary-folder")})
    services = open_services(home, "tests", environ={})
    try:
        services.accounts.save(
            Account(
                id="one", name="Canary Corp", host="mail.canary-host.test", port=2525, username="canary-user",
                sender="Anna <canary-sender@canary-host.test>", limits=("80/hour",),
                proxy=Proxy(kind=ProxyKind.SOCKS5, host="canary-proxy.test", port=1080),
            )
        )  # fmt: skip
        draft = services.campaigns.new("Canary spring")
        services.campaigns.save(replace(draft, list_name="Canary List", content=Content(subject="Canary subject")))
        logs.redact("canary-secret-77")
        log = logging.getLogger("sendoff.trial")
        log.setLevel(logging.DEBUG)
        log.debug("row canary-row@canary-row-domain.test at mx.canary-row-domain.test [10.11.12.13] 2001:db8::17")
        log.error("Canary Corp at mail.canary-host.test:2525 said no to canary-secret-77 for “Canary spring”")
        log.error("sendoff.services.journal in engine.py says KEPT")
        text = diagnostics(home).text(data_of(services))
    finally:
        services.close()
    leaked = [one for one in (*CANARIES, "canary-folder") if one.casefold() in text.casefold()]
    assert leaked == []
    for kept in (
        "Account 1: custom, smtp, port 2525, starttls, password, 1 connections, limits 80/hour, proxy socks5",
        "Campaigns: 1 draft", "undo_seconds = 10", "Making 4 kB durable: ", "SQLite: ", "engine.py says KEPT",
        "services.journal",
    ):  # fmt: skip
        assert kept in text


def test_it_is_made_where_the_data_cannot_be_opened(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.home.mkdir()
    (desk.home / "sendoff.db").write_bytes(b"this is no database, and long enough to be looked at" * 100)
    made = desk.run("diagnostics", "--json")
    assert made.status == 0, made.err
    assert "It could not be opened: " in made.json["diagnostics"]
    kept = desk.run("diagnostics", str(tmp_path / "help.txt"))
    assert "Read them before you pass them on." in kept.out
    assert "== Settings" in (tmp_path / "help.txt").read_text("utf-8")


def test_the_log_is_read_on_from_where_it_was_also_after_a_rotation(tmp_path: Path) -> None:
    path = tmp_path / "sendoff.log"
    log = LogTail(path)
    assert log.since(0) == ((), 0)
    path.write_text("one\ntwo\nhal", encoding="utf-8")
    lines, place = log.since(0)
    assert list(lines) == ["one", "two"]
    with path.open("a", encoding="utf-8") as file:
        file.write("f\n")
    lines, place = log.since(place)
    assert list(lines) == ["half"]
    path.write_text("new\n", encoding="utf-8")
    assert list(log.since(place)[0]) == ["new"]
    assert list(log.tail(5)) == ["new"]
