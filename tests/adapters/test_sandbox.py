"""The sandbox takes everything, refuses on request, and goes away without a trace."""

from __future__ import annotations

import smtplib
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from sendoff.adapters.sandbox.faults import Faults
from sendoff.adapters.sandbox.mailbox import Mailbox
from sendoff.adapters.sandbox.server import SandboxServer
from sendoff.adapters.sandbox.shelf import Received, Shelf
from sendoff.core.errors import InputError, StorageError
from sendoff.core.rehearsal import Answer, SandboxRule


def message(recipient: str, subject: str = "Grüße aus dem Sandkasten", body: str = "Hallo") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "anna@example.com"
    made["To"] = recipient
    made["Subject"] = subject
    made["Message-ID"] = f"<{recipient}.1>"
    made.set_content(body)
    return made


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer(faults=Faults()) as running:
        yield running


def test_a_message_is_kept_as_it_came(server: SandboxServer) -> None:
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        client.ehlo()
        assert client.has_extn("SIZE")
        assert client.has_extn("8BITMIME")
        assert client.has_extn("SMTPUTF8")
        client.login("anybody", "anything")
        sent = message("bert@example.com")
        client.send_message(sent)
    (received,) = server.received
    assert (received.sender, received.recipient) == ("anna@example.com", "bert@example.com")
    assert (received.message_id, received.subject) == ("<bert@example.com.1>", "Grüße aus dem Sandkasten")
    (content,) = server.messages()
    assert received.size == len(content)
    assert content == bytes(sent).replace(b"\n", b"\r\n")
    assert server.message(received.number) == content
    assert server.message(received.number + 1) is None
    assert abs(received.at - time.time_ns() // 1_000_000) < 60_000
    assert server.url == f"smtp://127.0.0.1:{server.port}?security=none"


def test_utf8_addresses_are_taken(server: SandboxServer) -> None:
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        client.send_message(message("jürgen@bücher.example"))
    assert server.received[0].recipient == "jürgen@bücher.example"


@pytest.mark.parametrize(
    ("recipient", "codes"),
    [
        ("bounce7@example.com", [550, 550]),
        ("Grey.Anna@example.com", [451, 250, 451, 250]),
        ("full@example.com", [452, 452]),
        ("blocked@example.com", [550, 550]),
        ("abounce@example.com", [250, 250]),
    ],
)
def test_local_parts_ask_for_refusals(server: SandboxServer, recipient: str, codes: list[int]) -> None:
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        client.ehlo()
        for code in codes:
            client.mail("anna@example.com")
            assert client.rcpt(recipient)[0] == code
            client.rset()
    assert server.refused == sum(code != 250 for code in codes)


def test_a_lost_answer_means_the_message_was_taken(server: SandboxServer) -> None:
    client = smtplib.SMTP("127.0.0.1", server.port)
    with pytest.raises(smtplib.SMTPServerDisconnected):
        client.send_message(message("lost@example.com"))
    client.close()
    assert server.count == 1


def test_without_faults_everybody_exists() -> None:
    with SandboxServer() as server, smtplib.SMTP("127.0.0.1", server.port) as client:
        client.send_message(message("bounce@example.com"))
        assert server.count == 1


def test_only_the_last_messages_stay() -> None:
    with SandboxServer(keep=3) as server:
        with smtplib.SMTP("127.0.0.1", server.port) as client:
            for number in range(5):
                client.send_message(message("a@example.com", subject=str(number)))
        assert [b"Subject: %d" % number in content for number, content in enumerate(server.messages(), 2)] == [True] * 3
        assert server.count == len(server.received) == 5


def test_messages_are_written_to_a_folder(tmp_path: Path) -> None:
    with SandboxServer(folder=tmp_path / "mail") as server, smtplib.SMTP("127.0.0.1", server.port) as client:
        client.send_message(message("a@example.com"))
        assert (tmp_path / "mail" / "000001.eml").read_bytes() == server.messages()[0]


def test_a_folded_or_broken_subject_does_no_harm(server: SandboxServer) -> None:
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        for head in ("Subject: one\r\n two", "Subject: =?no-such?q?x?=", "X: y", "SUBJECT:=?utf-8?b?w7w=?="):
            client.sendmail("a@example.com", "b@example.com", f"{head}\r\n\r\nSubject: body")
    assert [one.subject for one in server.received] == ["one two", "=?no-such?q?x?=", "", "ü"]


def test_a_message_over_the_size_is_refused(server: SandboxServer) -> None:
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        client.ehlo()
        code, _ = client.mail("anna@example.com", [f"size={26 << 20}"])
    assert code == 552


def test_a_delay_slows_each_message() -> None:
    with SandboxServer(delay=0.05) as server, smtplib.SMTP("127.0.0.1", server.port) as client:
        start = time.monotonic()
        client.send_message(message("a@example.com"))
        assert time.monotonic() - start >= 0.05


def test_who_was_put_off_once_is_taken_the_next_time_whatever_happens_meanwhile(tmp_path: Path) -> None:
    def tried(server: SandboxServer, *addresses: str) -> list[int]:
        with smtplib.SMTP("127.0.0.1", server.port) as client:
            client.ehlo()
            client.mail("anna@example.com")
            return [client.rcpt(one)[0] for one in addresses]

    path = tmp_path / "messages.db"
    rule = SandboxRule(pattern="nico@example.com", answer=Answer.LATER)
    with SandboxServer(faults=Faults(), shelf=Shelf(path)) as server:
        server.answer([rule])
        assert tried(server, "Nico@example.com", "grey@example.com", "grey2@example.com") == [451] * 3
        server.answer([rule, SandboxRule(pattern="otto@example.com", answer=Answer.UNKNOWN)])
        server.refuse(on=False)
        server.refuse(on=True)
        assert tried(server, "grey@example.com") == [250]
        server.forget("Grey2@example.com")
    assert b"grey2@example.com" not in path.read_bytes()
    with SandboxServer(faults=Faults(), shelf=Shelf(path)) as again:
        again.answer([rule])
        assert tried(again, "nico@example.com", "grey@example.com", "grey2@example.com") == [250, 451, 451]
    shelf = Shelf(path)
    assert shelf.put_off() == {"grey@example.com", "grey2@example.com"}
    assert shelf.forget("GREY@example.com") == 0  # no message
    assert shelf.put_off() == {"grey2@example.com"}
    assert b"grey@example.com" not in path.read_bytes()


def test_stopping_drops_connections_and_frees_the_port() -> None:
    server = SandboxServer(delay=30).start()
    clients = [smtplib.SMTP("127.0.0.1", server.port) for _ in range(3)]
    busy = threading.Thread(target=_lose, args=(clients[0],))
    busy.start()
    time.sleep(0.1)
    start = time.monotonic()
    server.stop()
    server.stop()
    assert time.monotonic() - start < 15
    busy.join(60)
    assert not busy.is_alive()
    for client in clients[1:]:
        with pytest.raises(smtplib.SMTPServerDisconnected):
            client.noop()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", server.port))
    with SandboxServer(server.port) as again:
        assert again.port == server.port


def _lose(client: smtplib.SMTP) -> None:
    with pytest.raises(smtplib.SMTPServerDisconnected):
        client.send_message(message("a@example.com"))


def test_a_taken_port_is_said(server: SandboxServer) -> None:
    with pytest.raises(InputError, match=f"Port {server.port} is in use"):
        SandboxServer(server.port).start()
    with pytest.raises(InputError, match="Port 99999 cannot be used"):
        SandboxServer(99999).start()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError):
        SandboxServer(folder=tmp_path / "file" / "mail").start()


def test_serving_alone_ends_when_told() -> None:
    heard: list[Received] = []
    stop = threading.Event()
    server = SandboxServer(on_message=heard.append).start()
    thread = threading.Thread(target=server.serve_forever, args=(stop,))
    thread.start()
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        client.send_message(message("a@example.com"))
    stop.set()
    thread.join(60)
    assert not thread.is_alive()
    assert [one.recipient for one in heard] == ["a@example.com"]


ALONE = """
import logging
logging.getLogger("asyncio").setLevel(logging.ERROR)  # its debug mode says how long a turn took
from sendoff.adapters.sandbox.server import SandboxServer
server = SandboxServer().start()
print(server.port, flush=True)
server.serve_forever()
print("ended", server.count)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C to whole groups")
def test_ctrl_c_ends_it_cleanly() -> None:
    import signal

    command = [sys.executable, "-X", "dev", "-W", "error", "-c", ALONE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        with smtplib.SMTP("127.0.0.1", port) as client:
            client.send_message(message("a@example.com"))
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=200)
    assert (out, err, process.returncode) == ("ended 1\n", "", 0)


def test_only_the_last_messages_are_kept_whole_and_are_found_by_their_number() -> None:
    box = Mailbox(keep=2, folder=None)
    for number in range(1, 4):
        box.add(number, "anna@example.com", "bert@example.com", b"Subject: %d\r\n\r\nHello\r\n" % number)
    assert [one.number for one in box.received()] == [1, 2, 3]
    assert [box.message(one) for one in (0, 1)] == [None, None]
    assert [box.message(one) for one in (2, 3)] == box.messages()


def deliver(server: SandboxServer, *subjects: str, size: int = 10) -> None:
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        for subject in subjects:
            client.send_message(message(f"{subject}@example.com", subject=subject, body="x" * size))


def subjects(server: SandboxServer) -> list[str]:
    return [one.subject for one in server.received]


def test_what_it_took_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "messages.db"
    with SandboxServer(shelf=Shelf(path)) as server:
        deliver(server, "one", "two")
        taken, content = server.received, server.messages()
    with SandboxServer(shelf=Shelf(path)) as server:
        assert server.received == taken
        assert server.count == 2
        assert [server.message(one.number) for one in taken] == content
        deliver(server, "three")
        assert [one.number for one in server.received] == [1, 2, 3]
        assert server.message(3) == server.messages()[0]
    again = SandboxServer(shelf=Shelf(path))
    assert subjects(again) == ["one", "two", "three"]
    assert again.message(4) is None


def test_only_so_many_messages_and_bytes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "messages.db"
    for limits, kept in (({"most": 3}, ["c", "d", "e"]), ({"most_bytes": 3_000}, ["d", "e"])):
        with SandboxServer(shelf=Shelf(path, **limits)) as server:
            deliver(server, "a", "b", "c", "d", "e", size=1_000)
        again = SandboxServer(shelf=Shelf(path))
        assert subjects(again) == kept
        assert again.count == 5
        again.empty(again.received[-1].number)


def test_what_is_too_old_is_not_kept(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "messages.db")
    old = Received(number=1, at=1, sender="a@a.test", recipient="b@b.test", message_id="", subject="old", size=1)
    new = Received(
        number=2, at=time.time_ns() // 1_000_000, sender="", recipient="", message_id="", subject="new", size=1
    )
    shelf.save([(old, b"o"), (new, b"n")], 2, 0)
    assert [one.subject for one in shelf.received()] == ["new"]


def test_emptied_nothing_of_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "messages.db"
    with SandboxServer(shelf=Shelf(path)) as server:
        deliver(server, "secretplan", "second")
    with SandboxServer(shelf=Shelf(path)) as server:
        assert b"secretplan" in path.read_bytes()
        deliver(server, "third", "fourth")
        server.empty(3)
        assert (subjects(server), server.count) == (["fourth"], 1)
        assert [server.message(number) is None for number in (1, 2, 3, 4)] == [True, True, True, False]
        assert b"secretplan" not in path.read_bytes()
        server.empty(1)
        assert server.count == 1
    again = SandboxServer(shelf=Shelf(path))
    assert ([one.number for one in again.received], again.count) == ([4], 1)


def test_what_could_not_be_taken_away_goes_with_the_next_messages(tmp_path: Path) -> None:
    line = {"at": time.time_ns() // 1_000_000, "sender": "", "recipient": "", "message_id": "", "size": 1}
    one, two = (Received(number=number, subject=str(number), **line) for number in (1, 2))  # type: ignore[arg-type]  # given by name
    shelf = Shelf(tmp_path / "messages.db")
    shelf.save([(one, b"1")], 1, 0)
    shelf.save([(two, b"2")], 2, 1)
    assert (shelf.received(), shelf.content(1), shelf.numbers()) == ([two], None, (2, 1))


def test_a_spoilt_file_that_cannot_be_replaced_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "messages.db"
    path.write_bytes(b"no database at all, but as long as the head of one is " * 40)

    def held(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", held)
    assert SandboxServer(shelf=Shelf(path)).trouble is not None


def test_a_spoilt_file_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "messages.db"
    path.write_bytes(b"no database at all, but as long as the head of one is " * 40)
    with SandboxServer(shelf=Shelf(path)) as server:
        assert server.trouble is None
        deliver(server, "one")
    assert subjects(SandboxServer(shelf=Shelf(path))) == ["one"]


def test_where_nothing_can_be_kept_it_works_and_says_so(tmp_path: Path) -> None:
    with SandboxServer(shelf=Shelf(tmp_path / "no" / "folder" / "messages.db")) as server:
        deliver(server, "one")
        assert subjects(server) == ["one"]
        assert server.trouble is not None
        assert "cannot be kept" in server.trouble.title


def test_where_the_place_is_gone_meanwhile_it_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    server = SandboxServer(shelf=Shelf(folder / "messages.db")).start()
    (folder / "messages.db").unlink()
    folder.rmdir()
    deliver(server, "one")
    server.stop()
    assert server.trouble is not None
    assert server.message(1) == server.messages()[0]


def test_addresses_of_ones_own_get_the_answer_they_were_given(tmp_path: Path) -> None:
    rules = [
        SandboxRule(pattern="anna@a.test", answer=Answer.UNKNOWN),
        SandboxRule(pattern="*@full.test", answer=Answer.FULL),
        SandboxRule(pattern="later*@a.test", answer=Answer.LATER),
        SandboxRule(pattern="bert@a.test", answer=Answer.POLICY),
    ]
    with SandboxServer() as server:
        server.answer(rules)
        for refuse in (False, True, False):
            server.refuse(on=refuse)
            with smtplib.SMTP("127.0.0.1", server.port) as client:
                client.ehlo()
                client.mail("anna@example.com")
                asked = ("Anna@A.test", "x@full.test", "later1@a.test", "later1@a.test", "bert@a.test", "free@a.test")
                assert [client.rcpt(one)[0] for one in asked] == [550, 452, 451, 250, 550, 250]
                assert client.rcpt("bounce@a.test")[0] == (550 if refuse else 250)


def test_an_address_of_ones_own_may_lose_its_answer() -> None:
    with SandboxServer() as server:
        server.answer([SandboxRule(pattern="*@a.test", answer=Answer.LOST)])
        client = smtplib.SMTP("127.0.0.1", server.port)
        with pytest.raises(smtplib.SMTPServerDisconnected):
            client.send_message(message("anna@a.test"))
        client.close()
        assert server.count == 1


def test_messages_of_an_earlier_server_are_not_written_over(tmp_path: Path) -> None:
    for subject in ("one", "two"):
        with SandboxServer(folder=tmp_path) as server:
            deliver(server, subject)
            assert server.count == 1
    assert sorted(one.name for one in tmp_path.glob("*.eml")) == ["000001.eml", "000002.eml"]
