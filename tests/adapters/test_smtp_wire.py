"""What leaves for the server: exactly one end of message, no bare CR or LF, and the same content after un-stuffing."""

from __future__ import annotations

import contextlib
import re
import socket
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.certificates import Authority

from sendoff.adapters.smtp.dialogue import END_OF_MESSAGE
from sendoff.adapters.smtp.stream import Stream
from sendoff.adapters.smtp.wire import Broken, Cause, Wire, on_the_wire
from sendoff.core.envelope import Envelope

LINES = st.lists(st.sampled_from([b"\r", b"\n", b"\r\n", b".", b"..", b"a", b"\r\n.\r\n", b"\n.\n", b"\xc3\xa9"])).map(
    b"".join
)


@given(LINES | st.binary())
def test_on_the_wire_there_is_one_end_and_no_bare_line_end(content: bytes) -> None:
    body = on_the_wire(Envelope("a@b.c", "d@e.f", content))
    sent = b"\r\n" + body + b".\r\n"  # the line of the DATA command comes before
    assert sent.count(b"\r\n.\r\n") == 1
    assert sent.endswith(b"\r\n.\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", sent)
    expected = re.sub(rb"\r\n|\r|\n", b"\r\n", content)
    assert re.sub(rb"(^|\r\n)\.", rb"\1", body) == (expected if expected.endswith(b"\r\n") else expected + b"\r\n")


def test_ready_content_is_not_changed() -> None:
    content = b"Subject: a\r\n\r\nb\r\n"
    assert on_the_wire(Envelope("a@b.c", "d@e.f", content)) == content


@pytest.fixture
def ends() -> Iterator[tuple[Wire, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Wire("mail.example", ours, 0.2), theirs


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        (b"250 fine\r\n", (250, b"fine")),
        (b"250\r\n", (250, b"")),
        (b"250 \r\n", (250, b"")),
        (b"250 fine\n", (250, b"fine")),
        (b"250-one\r\n250-\r\n250 two\r\n", (250, b"one\n\ntwo")),
        (b"571 5.7.1 no\r\n", (571, b"5.7.1 no")),
        (b"550 5.1.1 caf\xc3\xa9\r\n", (550, b"5.1.1 caf\xc3\xa9")),
    ],
)
def test_a_reply_is_read(ends: tuple[Wire, socket.socket], said: bytes, reply: tuple[int, bytes]) -> None:
    wire, server = ends
    server.sendall(said)
    assert wire.getreply() == reply
    assert not wire.unread


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        (b"hello\r\n", Cause.GARBAGE),
        (b"\r\n", Cause.GARBAGE),
        (b"25 fine\r\n", Cause.GARBAGE),
        (b"250fine\r\n", Cause.GARBAGE),
        (b"2500 fine\r\n", Cause.GARBAGE),
        (b"150 fine\r\n", Cause.GARBAGE),
        (b"650 fine\r\n", Cause.GARBAGE),
        (b"\xff\xfe\x00\n", Cause.GARBAGE),
        (b"250-one\r\n550 two\r\n", Cause.GARBAGE),
        (b"250 " + b"x" * 9000, Cause.GARBAGE),
        (b"250 " + b"x" * 9000 + b"\r\n", Cause.GARBAGE),
        (b"250-more\r\n" * 9000, Cause.GARBAGE),
        (b"250 fin", Cause.TIMEOUT),
        (b"250-one\r\n", Cause.TIMEOUT),
        (b"", Cause.TIMEOUT),
    ],
)
def test_what_is_no_reply_breaks_the_dialogue(ends: tuple[Wire, socket.socket], said: bytes, cause: Cause) -> None:
    wire, server = ends
    server.sendall(said)
    with pytest.raises(Broken) as broken:
        wire.getreply()
    assert broken.value.cause is cause


@pytest.mark.parametrize("said", [b"", b"250 fin", b"250-one\r\n"])
def test_the_end_of_the_stream_is_no_reply(ends: tuple[Wire, socket.socket], said: bytes) -> None:
    wire, server = ends
    server.sendall(said)
    server.close()
    with pytest.raises(Broken) as broken:
        wire.getreply()
    assert broken.value.cause is Cause.CLOSED


def test_replies_that_came_together_are_read_one_by_one(ends: tuple[Wire, socket.socket]) -> None:
    wire, server = ends
    server.sendall(b"250 one\r\n550-two\r\n550 three\r\n354 four\r\n")
    assert [wire.getreply()[0] for _ in range(3)] == [250, 550, 354]


def test_a_glance_does_not_wait(ends: tuple[Wire, socket.socket]) -> None:
    wire, server = ends
    stream = Stream(wire)
    assert (list(stream.heard()), stream.interrupted) == ([], False)
    server.sendall(b"4")
    assert (list(stream.heard()), stream.interrupted) == ([], True)
    server.sendall(b"21 bye\r\n")
    assert list(stream.heard()) == [(421, b"bye")]
    server.close()
    with pytest.raises(Broken):
        list(stream.heard())


def test_a_dot_that_the_system_refused_whole_is_known_to_be_unsent(ends: tuple[Wire, socket.socket]) -> None:
    wire, server = ends
    server.close()
    stream = Stream(wire)
    stream.write(END_OF_MESSAGE)
    with pytest.raises(Broken):
        stream.flush()
    assert stream.touched == 0


def test_a_dot_that_finds_no_room_is_known_to_be_unsent(ends: tuple[Wire, socket.socket]) -> None:
    wire, _ = ends
    wire.sock.setblocking(False)
    for portion in (b"x" * 65_536, b"x"):
        with contextlib.suppress(BlockingIOError):
            while True:
                wire.sock.send(portion)
    stream = Stream(wire)
    stream.write(END_OF_MESSAGE)
    stream.flush()
    assert stream.full
    assert stream.touched == 0


def test_a_dot_that_failed_within_tls_may_have_left(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    ours, theirs = socket.socketpair()
    with ThreadPoolExecutor() as pool:
        accepting = pool.submit(authority.server("mail.example").wrap_socket, theirs, server_side=True)
        wire = Wire("mail.example", ours, 1)
        wire.secure(ssl.create_default_context(cafile=authority.file))
        with accepting.result(), wire.sock:
            socket.socket.shutdown(wire.sock, socket.SHUT_RDWR)
            stream = Stream(wire)
            stream.write(END_OF_MESSAGE)
            with pytest.raises(Broken):
                stream.flush()
    assert stream.touched > 0


@pytest.mark.parametrize("command", ["NOOP\r\nMAIL", "NOOP\n", "NOOP\0", "NOOP\x7f"])
def test_a_command_with_control_characters_is_not_said(ends: tuple[Wire, socket.socket], command: str) -> None:
    wire, server = ends
    with pytest.raises(ValueError, match="control"):
        wire.docmd(command)
    server.setblocking(False)
    with pytest.raises(BlockingIOError):
        server.recv(1)
