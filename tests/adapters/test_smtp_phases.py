"""The two phases: nothing can be taken before the intent, and every break says what is certain."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count

import pytest
from tests.fakes.smtp_servers import (
    END,
    FEATURES,
    Action,
    Peer,
    Script,
    ScriptedServer,
    hang_up,
    silence,
    slowly,
    then_hang_up,
)

from sendoff.adapters.smtp.flight import Flight
from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.adapters.smtp.wire import Timeouts
from sendoff.core.account import Account, Security
from sendoff.core.envelope import Envelope
from sendoff.core.errors import Phase, SessionLost, Withheld
from sendoff.core.outcome import Reply, Stage

PATIENT = Timeouts(connect=60, greeting=60, command=60, data_start=60, data_block=60, end=60, brief=0.3)
"""A busy machine is not to look like a silent server."""
SHORT = 0.3
"""Seconds of patience where a test wants it to run out, in that phase alone."""
MESSAGE = Envelope(sender="anna@a.example", recipient="mia@b.example", content=b"Subject: hi\r\n\r\n.dot\r\nbye\r\n")
LARGE = replace(MESSAGE, content=b"x" * 70 + b"\r\n" + b"y" * 9_000_000 + b"\r\n")
ONE_BY_ONE = tuple(feature for feature in FEATURES if feature != "PIPELINING")
BOTH_WAYS = pytest.mark.parametrize("features", [FEATURES, ONE_BY_ONE], ids=["pipelined", "one by one"])


def grant() -> bool:
    return True


def never() -> bool:
    raise AssertionError("the intent was asked for")


@contextmanager
def session(
    server: ScriptedServer, clock: Callable[[], float] | None = None, timeouts: Timeouts = PATIENT
) -> Iterator[SmtpTransport]:
    account = Account(id="a", name="a", host="127.0.0.1", port=server.port, security=Security.NONE)
    transport = SmtpTransport(account, str, timeouts=timeouts, clock=clock or time.monotonic)
    transport.connect()
    try:
        yield transport
    finally:
        transport.close()


# --- two phases -------------------------------------------------------------------------------------------------------


@BOTH_WAYS
def test_the_dot_waits_for_the_intent(features: tuple[str, ...]) -> None:
    with ScriptedServer(Script(features=features)) as server, session(server) as transport:

        def commit() -> bool:
            heard = server.wait_heard(rb"\r\n\r\n\.\.dot\r\nbye\r\n$")
            assert END not in heard
            assert not server.messages
            return True

        reply = transport.send(MESSAGE, commit)
        assert reply == Reply(Stage.END, 250, "2.0.0", "queued as 4F2")
        assert server.messages == [b"Subject: hi\r\n\r\n..dot\r\nbye\r\n.\r\n"]
        assert transport.usable


def test_a_withheld_intent_ends_the_session_without_the_dot() -> None:
    with ScriptedServer() as server, session(server) as transport:
        with pytest.raises(Withheld):
            transport.send(MESSAGE, lambda: False)
        assert not transport.usable
        server.finished()
        assert server.heard.endswith(b"bye\r\n")
        assert END not in server.heard


def test_an_intent_that_fails_ends_the_session_without_the_dot() -> None:
    def commit() -> bool:
        raise RuntimeError("the disk is full")

    with ScriptedServer() as server, session(server) as transport:
        with pytest.raises(RuntimeError, match="disk"):
            transport.send(MESSAGE, commit)
        assert not transport.usable
        server.finished()
        assert END not in server.heard


def test_a_machine_that_slept_after_the_intent_does_not_send_the_dot() -> None:
    with ScriptedServer() as server, session(server, clock=count(0.0, 2.5).__next__) as transport:
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, grant)
        assert lost.value.phase is Phase.BODY
        server.finished()
        assert END not in server.heard


def test_a_short_pause_after_the_intent_is_no_reason_to_stop() -> None:
    with ScriptedServer() as server, session(server, clock=count(0.0, 1.5).__next__) as transport:
        assert transport.send(MESSAGE, grant).code == 250


@BOTH_WAYS
def test_many_messages_go_through_one_session(features: tuple[str, ...]) -> None:
    with ScriptedServer(Script(features=features)) as server, session(server) as transport:
        for _ in range(5):
            assert transport.send(MESSAGE, grant).code == 250
        assert len(server.messages) == 5
        assert len(server.peers) == 1
    assert server.peers[0].said_goodbye
    assert not any(command == b"RSET" for command in server.commands)


def test_a_pipelined_envelope_is_one_write_and_one_transaction() -> None:
    with ScriptedServer() as server, session(server) as transport:
        transport.send(MESSAGE, grant)
        size = len(MESSAGE.content)
        assert server.commands[1:] == [
            f"MAIL FROM:<anna@a.example> SIZE={size}".encode(),
            b"RCPT TO:<mia@b.example>",
            b"DATA",
        ]


# --- every break ------------------------------------------------------------------------------------------------------

BREAKS: list[tuple[str, Action]] = [
    ("hangs up", hang_up),
    ("is silent", silence),
    ("talks garbage", b"what?\r\n"),
    ("hangs up in a reply", then_hang_up(b"25")),
    ("hangs up in a long reply", then_hang_up(b"250-one\r\n")),
    ("drips too slowly", slowly(b"250 a reply of more than four seconds\r\n", 0.1)),
    ("changes its mind", b"250-one\r\n451 two\r\n"),
    ("answers in between", b"334 go on\r\n"),
]


@BOTH_WAYS
@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("act", [act for _, act in BREAKS], ids=[name for name, _ in BREAKS])
def test_a_break_in_the_envelope_leaves_the_server_nothing(act: Action, verb: str, features: tuple[str, ...]) -> None:
    hurried = replace(PATIENT, command=SHORT, data_start=SHORT)
    script = Script(at={verb: act}, features=features)
    with ScriptedServer(script) as server, session(server, timeouts=hurried) as transport:
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, never)
        assert lost.value.phase is Phase.ENVELOPE
        assert lost.value.detail
        assert not transport.usable
        server.finished()
        assert END not in server.heard


@pytest.mark.parametrize("act", [act for _, act in BREAKS], ids=[name for name, _ in BREAKS])
def test_a_break_after_the_dot_is_a_doubt(act: Action) -> None:
    hurried = replace(PATIENT, end=SHORT)
    with ScriptedServer(Script(at={"dot": act})) as server, session(server, timeouts=hurried) as transport:
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, grant)
        assert lost.value.phase is Phase.COMMITTED
        assert not transport.usable
        server.finished()  # it may have been slower to take the message than its client to give up
        assert len(server.messages) == 1


def test_a_hang_up_within_the_body_is_certain() -> None:
    with ScriptedServer(Script(in_body=hang_up)) as server, session(server) as transport:
        with pytest.raises(SessionLost) as lost:
            transport.send(LARGE, never)
        assert lost.value.phase is Phase.BODY


def test_a_server_that_stops_reading_the_body_is_certain() -> None:
    stop = threading.Event()

    def stuck(peer: Peer) -> None:
        stop.wait(60)
        hang_up(peer)

    hurried = replace(PATIENT, data_block=SHORT)
    with ScriptedServer(Script(in_body=stuck)) as server, session(server, timeouts=hurried) as transport:
        with pytest.raises(SessionLost) as lost:
            transport.send(LARGE, never)
        assert lost.value.phase is Phase.BODY
        stop.set()


BEFORE_THE_DOT = pytest.mark.parametrize(
    "act", [hang_up, then_hang_up(b"wh"), then_hang_up(b"250 2.0.0 already\r\n"), then_hang_up(b"354 more\r\n")]
)


@contextmanager
def hanging_up_after_the_body(act: Action) -> Iterator[tuple[ScriptedServer, Callable[[], None]]]:
    """A server that does `act` after the body; the function makes it do so and waits until it is over."""
    now = threading.Event()

    def wait_and_act(peer: Peer) -> None:
        now.wait(60)
        Script.act(peer, act)

    with ScriptedServer(Script(in_body=wait_and_act, body_bytes=len(MESSAGE.content))) as server:

        def do() -> None:
            now.set()
            server.finished()

        yield server, do


@BEFORE_THE_DOT
def test_a_break_while_the_intent_is_written_is_certain(act: Action) -> None:
    with hanging_up_after_the_body(act) as (server, hang_up_now), session(server) as transport:

        def commit() -> bool:
            hang_up_now()
            return True

        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, commit)
        assert lost.value.phase is Phase.BODY
        assert END not in server.heard


@BEFORE_THE_DOT
def test_a_break_after_the_body_is_seen_before_the_intent(act: Action, monkeypatch: pytest.MonkeyPatch) -> None:
    body_is_out = Flight._body_is_out
    with hanging_up_after_the_body(act) as (server, hang_up_now), session(server) as transport:

        def out(flight: Flight) -> bool:
            is_out = body_is_out(flight)
            if is_out:
                hang_up_now()
            return is_out

        monkeypatch.setattr(Flight, "_body_is_out", out)
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, never)
        assert lost.value.phase is Phase.BODY


def test_a_session_closed_between_messages_blames_no_message() -> None:
    with ScriptedServer(Script(at={"dot": then_hang_up(b"250 ok\r\n")})) as server, session(server) as transport:
        assert transport.send(MESSAGE, grant).code == 250
        server.finished()
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, never)
        assert lost.value.phase is Phase.IDLE


def test_a_goodbye_between_messages_is_repeated_in_the_detail() -> None:
    script = Script(at={"dot": then_hang_up(b"250 ok\r\n421 4.3.2 idle too long\r\n")})
    with ScriptedServer(script) as server, session(server) as transport:
        assert transport.send(MESSAGE, grant).code == 250
        server.finished()
        with pytest.raises(SessionLost, match=r"421 4\.3\.2 idle too long") as lost:
            transport.send(MESSAGE, never)
        assert lost.value.phase is Phase.IDLE
        with pytest.raises(SessionLost) as again:
            transport.send(MESSAGE, never)
        assert again.value.phase is Phase.IDLE


# --- refusals ---------------------------------------------------------------------------------------------------------

VERBS = {"MAIL": Stage.MAIL, "RCPT": Stage.RCPT, "DATA": Stage.DATA, "dot": Stage.END}


@BOTH_WAYS
@pytest.mark.parametrize("code", [450, 550])
@pytest.mark.parametrize("verb", VERBS)
def test_a_refusal_is_returned_and_the_session_goes_on(verb: str, code: int, features: tuple[str, ...]) -> None:
    at: dict[str, Action] = {verb: f"{code}-4.7.1 first\r\n{code} 4.7.1 second\r\n".encode()}
    if verb in {"MAIL", "RCPT"}:
        at["DATA"] = b"503 5.5.1 no valid recipients\r\n"
    if verb == "MAIL":
        at["RCPT"] = b"503 5.5.1 need MAIL\r\n"
    script = Script(at=at, features=features)
    with ScriptedServer(script) as server, session(server) as transport:
        reply = transport.send(MESSAGE, grant if verb == "dot" else never)
        assert reply == Reply(VERBS[verb], code, "4.7.1", "first second")
        assert transport.usable
        script.at = {}
        assert transport.send(MESSAGE, grant).code == 250
        assert (b"RSET" in server.commands) == (verb != "dot")
        assert len(server.messages) == (2 if verb == "dot" else 1)


@BOTH_WAYS
@pytest.mark.parametrize("verb", VERBS)
def test_421_is_an_answer_and_the_end_of_the_session(verb: str, features: tuple[str, ...]) -> None:
    script = Script(at={verb: then_hang_up(b"421 4.3.2 closing\r\n")}, features=features)
    with ScriptedServer(script) as server, session(server) as transport:
        reply = transport.send(MESSAGE, grant if verb == "dot" else never)
        assert reply == Reply(VERBS[verb], 421, "4.3.2", "closing")
        assert not transport.usable
        server.finished()


@pytest.mark.parametrize("verb", ["MAIL", "RCPT"])
def test_a_refusal_is_certain_though_the_rest_of_the_pipeline_is_lost(verb: str) -> None:
    script = Script(at={verb: then_hang_up(b"550 5.1.1 nobody\r\n")})
    with ScriptedServer(script) as server, session(server) as transport:
        assert transport.send(MESSAGE, never) == Reply(VERBS[verb], 550, "5.1.1", "nobody")
        assert not transport.usable


@pytest.mark.parametrize("answer", [b"554 5.5.1 no valid recipients\r\n", b"250 ok\r\n"])
def test_a_refused_recipient_with_354_gets_an_empty_message_for_nobody(answer: bytes) -> None:
    script = Script(at={"RCPT": b"550 5.1.1 nobody\r\n", "dot": answer})
    with ScriptedServer(script) as server, session(server) as transport:
        assert transport.send(MESSAGE, never) == Reply(Stage.RCPT, 550, "5.1.1", "nobody")
        assert transport.usable
        assert b"Subject" not in server.heard
        script.at = {}
        assert transport.send(MESSAGE, grant).code == 250
        assert server.commands[4] == b"RSET"
        assert len(server.messages) == 2


@pytest.mark.parametrize("act", [hang_up, silence, b"what?\r\n"])
def test_a_refused_recipient_stays_refused_whatever_becomes_of_the_empty_message(act: Action) -> None:
    script = Script(at={"RCPT": b"550 5.1.1 nobody\r\n", "dot": act})
    with ScriptedServer(script) as server, session(server) as transport:
        transport._timeouts = replace(PATIENT, greeting=SHORT)  # connected by now: for the empty message alone
        assert transport.send(MESSAGE, never) == Reply(Stage.RCPT, 550, "5.1.1", "nobody")
        assert not transport.usable


def test_a_refused_sender_with_354_ends_the_session_without_a_dot() -> None:
    with ScriptedServer(Script(at={"MAIL": b"550 5.7.1 not you\r\n"})) as server, session(server) as transport:
        assert transport.send(MESSAGE, never) == Reply(Stage.MAIL, 550, "5.7.1", "not you")
        assert not transport.usable
        server.finished()
        assert b"\r\n.\r\n" not in server.heard


def test_a_failed_reset_ends_the_session_and_blames_no_message() -> None:
    script = Script(at={"RCPT": b"550 5.1.1 nobody\r\n", "DATA": b"503 no\r\n"})
    with ScriptedServer(script) as server, session(server) as transport:
        transport.send(MESSAGE, never)
        script.at = {"RSET": b"421 4.3.2 closing\r\n"}
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, never)
        assert lost.value.phase is Phase.ENVELOPE


def test_a_refusal_during_the_body_is_the_answer() -> None:
    with ScriptedServer(Script(in_body=b"452 4.3.1 disk full\r\n")) as server, session(server) as transport:
        assert transport.send(LARGE, never) == Reply(Stage.END, 452, "4.3.1", "disk full")
        assert not transport.usable
        server.finished()
        assert len(server.heard) < len(LARGE.content)


def test_a_refusal_is_read_though_the_connection_broke_under_the_body() -> None:
    def wait_refuse_and_reset(peer: Peer) -> None:
        time.sleep(0.1)  # the client now waits for room
        peer.say(b"552 5.3.4 too big\r\n")
        hang_up(peer)

    with ScriptedServer(Script(in_body=wait_refuse_and_reset)) as server, session(server) as transport:
        assert transport.send(LARGE, never) == Reply(Stage.END, 552, "5.3.4", "too big")
        assert not transport.usable


def test_a_refusal_before_the_dot_is_the_answer() -> None:
    refuse = then_hang_up(b"421 4.4.2 too slow\r\n")
    with hanging_up_after_the_body(refuse) as (server, hang_up_now), session(server) as transport:

        def commit() -> bool:
            hang_up_now()
            return True

        assert transport.send(MESSAGE, commit) == Reply(Stage.END, 421, "4.4.2", "too slow")
        assert not transport.usable
        assert END not in server.heard


def test_a_reply_in_single_bytes_is_one_reply() -> None:
    script = Script(at={"dot": slowly(b"250-2.0.0 in\r\n250 2.0.0 bytes\r\n")})
    with ScriptedServer(script) as server, session(server) as transport:
        assert transport.send(MESSAGE, grant) == Reply(Stage.END, 250, "2.0.0", "in bytes")


def test_a_failing_goodbye_unsends_nothing() -> None:
    for act in (hang_up, silence, b"what?\r\n", b"421 no\r\n"):
        with ScriptedServer(Script(at={"QUIT": act})) as server, session(server) as transport:
            assert transport.send(MESSAGE, grant).code == 250
            transport.close()
            transport.close()
            assert not transport.usable


# --- refused on this side -----------------------------------------------------------------------------------------

LIMITED = ("PIPELINING", "SIZE 1000")


@pytest.mark.parametrize(
    ("envelope", "stage", "code", "enhanced", "words"),
    [
        (replace(MESSAGE, smtputf8=True), Stage.MAIL, 553, "5.6.7", "SMTPUTF8"),
        (replace(MESSAGE, recipient="mía@b.example"), Stage.MAIL, 553, "5.6.7", "SMTPUTF8"),
        (replace(MESSAGE, eight_bit=True), Stage.MAIL, 554, "5.6.3", "8BITMIME"),
        (
            replace(MESSAGE, content=b"x" * 1001),
            Stage.MAIL,
            552,
            "5.3.4",
            "1,001 bytes exceeds the server's limit of 1,000",
        ),
        (replace(MESSAGE, recipient="a@b>\r\nRCPT TO:<c@d"), Stage.RCPT, 553, "5.1.3", "characters"),
        (replace(MESSAGE, recipient="a@b> NOTIFY=NEVER"), Stage.RCPT, 553, "5.1.3", "characters"),
        (replace(MESSAGE, recipient=""), Stage.RCPT, 553, "5.1.3", "empty"),
        (replace(MESSAGE, sender="a@b\n"), Stage.MAIL, 553, "5.1.7", "characters"),
    ],
)
def test_what_cannot_go_is_refused_without_a_word_to_the_server(
    envelope: Envelope, stage: Stage, code: int, enhanced: str, words: str
) -> None:
    with ScriptedServer(Script(features=LIMITED)) as server, session(server) as transport:
        reply = transport.send(envelope, never)
        assert (reply.stage, reply.code, reply.enhanced) == (stage, code, enhanced)
        assert words in reply.text
        assert transport.usable
        assert len(server.commands) == 1


def test_extensions_are_used_where_offered_and_needed() -> None:
    envelope = replace(MESSAGE, recipient="mía@b.example", smtputf8=True, content="Subject: á\r\n\r\n".encode())
    with ScriptedServer() as server, session(server) as transport:
        assert transport.send(envelope, grant).code == 250
        assert server.commands[1] == b"MAIL FROM:<anna@a.example> SIZE=15 BODY=8BITMIME SMTPUTF8"
        assert server.commands[2] == "RCPT TO:<mía@b.example>".encode()
