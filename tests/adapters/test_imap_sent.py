"""The Sent folder by IMAP: which one it is, and servers that hang up, babble, fall silent or have none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from imap_tools.folder import FolderInfo
from tests.fakes.certificates import Authority
from tests.fakes.imap import ImapScript
from tests.fakes.smtp_servers import Action, ScriptedServer, hang_up, silence

from sendoff.adapters.imap.sent import ImapSent, sent_folder
from sendoff.adapters.smtp.line import open_line, upgrade_line
from sendoff.core.account import Account, ImapPlace
from sendoff.core.errors import ConnectError


def folder(name: str, *flags: str, delim: str = "/") -> FolderInfo:
    return FolderInfo(name, delim, flags)


@pytest.mark.parametrize(
    ("folders", "wanted"),
    [
        ([folder("Sent"), folder("Archive/Out", "\\HasNoChildren", "\\Sent")], "Archive/Out"),
        ([folder("Sent", "\\Sent", "\\Noselect"), folder("[Gmail]/Sent Mail")], "[Gmail]/Sent Mail"),
        ([folder("INBOX.Gesendet", delim=".")], "INBOX.Gesendet"),
        ([folder("Gesendete Objekte"), folder("Sent Items")], "Sent Items"),
        ([folder("Éléments envoyés")], "Éléments envoyés"),
        ([folder("INBOX"), folder("Sent by Bob")], ""),
        ([], ""),
    ],
)
def test_the_mark_counts_before_the_name(folders: list[FolderInfo], wanted: str) -> None:
    assert sent_folder(folders) == wanted


ENDLESS = b"* SEARCH 1 2 (\r\n"


@contextmanager
def opened(tmp_path: Path, script: ImapScript, seconds: float = 60) -> Iterator[tuple[ScriptedServer, ImapSent]]:
    authority = Authority(tmp_path)
    script.tls = authority.server("127.0.0.1")
    with ScriptedServer(script) as server:
        account = Account(
            id="a",
            name="Work",
            host="smtp.example.com",
            port=587,
            username="anna@example.com",
            ca_file=authority.file,
            pinned="ab" * 32,  # of the other server: here the authority counts
            step_seconds=seconds,
            imap=ImapPlace(host="127.0.0.1", port=server.port),
        )
        place = ImapSent(
            account,
            lambda: "secret",
            lambda: False,
            opening=partial(open_line, alpn=()),
            upgrading=upgrade_line,
        )
        try:
            yield server, place
        finally:
            place.close()


def test_a_copy_is_found_by_its_message_id_and_nothing_is_changed(tmp_path: Path) -> None:
    with opened(tmp_path, ImapScript(copies=["<a@x.example>", "<b@x.example>"])) as (server, place):
        assert place.open() == "Sent Mail of anna@example.com"
        assert place.find("<b@x.example>") == "uid 2"
        assert place.find("<c@x.example>") == ""
        assert place.find("") == ""
        place.close()
        verbs = {line.split(b" ")[1] for line in server.commands}
    assert verbs <= {b"CAPABILITY", b"AUTHENTICATE", b"LIST", b"EXAMINE", b"UID", b"LOGOUT"}


@pytest.mark.parametrize(
    ("at", "action", "said"),
    [
        ("greeting", hang_up, "did not tell"),
        ("greeting", b"HTTP/1.1 400 Bad Request\r\n\r\n", "did not tell"),
        ("LIST", b"* LIST ((((\r\nxx OK\r\n", "did not tell"),
        ("LIST", silence, "no answer in time"),
        ("EXAMINE", hang_up, "the connection broke"),
    ],
)
def test_a_server_that_breaks_off_is_an_error_with_a_sentence(
    at: str, action: Action, said: str, tmp_path: Path
) -> None:
    with opened(tmp_path, ImapScript(at={at: action}), 1 if action is silence else 60) as (_, place):
        with pytest.raises(ConnectError, match=r"127\.0\.0\.1") as caught:
            place.open()
        assert said in caught.value.title
        assert caught.value.remedy


@pytest.mark.parametrize("action", [hang_up, b"* BYE too busy\r\n", ENDLESS])
def test_a_search_that_is_not_answered_is_no_absence(action: Action, tmp_path: Path) -> None:
    with opened(tmp_path, ImapScript(at={"SEARCH": action}), 2 if action == ENDLESS else 60) as (_, place):
        place.open()
        with pytest.raises(ConnectError, match="did not tell what is in the Sent folder"):
            place.find("<a@x.example>")


def test_without_a_sent_folder_there_is_a_sentence(tmp_path: Path) -> None:
    with opened(tmp_path, ImapScript(folders=(b'() "/" INBOX',))) as (_, place):
        with pytest.raises(ConnectError, match="has no folder that looks like Sent") as caught:
            place.open()
        assert caught.value.code == "no_sent_folder"
