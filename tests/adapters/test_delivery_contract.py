"""One contract for every route: what is certain about a message, whatever the server does and whenever it breaks."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count

import pytest
from tests.fakes.routes import LONG, SHORT, WAYS, Interrupting, Way
from tests.fakes.smtp_servers import Action, HungUpError, Peer, ScriptedServer, hang_up, silence, slowly, then_hang_up

from sendoff.core.envelope import Envelope
from sendoff.core.errors import Phase, SessionLost, Withheld
from sendoff.core.outcome import Stage
from sendoff.core.ports import Transport

HEAD = b"From: anna@a.example\r\nTo: Mia <mia@b.example>\r\nSubject: hi\r\n\r\n"
MESSAGE = Envelope(sender="anna@a.example", recipient="mia@b.example", content=HEAD + b"bye, and more than a line.\r\n")
LARGE = replace(MESSAGE, content=HEAD + (b"y" * 70 + b"\r\n") * 40_000)
EVERY_WAY = pytest.mark.parametrize("way", WAYS, ids=str)


def grant() -> bool:
    return True


def never() -> bool:
    raise AssertionError("the intent was asked for")


@contextmanager
def session(
    way: Way, server: ScriptedServer, clock: Callable[[], float] | None = None, answer: float = LONG
) -> Iterator[Transport]:
    transport = way.transport(server, clock, answer=answer)
    transport.connect()
    try:
        yield transport
    finally:
        transport.close()


def wait_almost(way: Way, server: ScriptedServer, content: bytes = MESSAGE.content) -> None:
    """Wait until the server has heard everything but the end."""
    deadline = time.monotonic() + LONG
    while not server.heard.endswith(way.almost(content)):
        assert time.monotonic() < deadline, f"heard only {server.heard[-100:]!r}"
        time.sleep(0.002)


# --- the end of a message waits for the intent --------------------------------------------------------------------


@EVERY_WAY
def test_the_end_waits_for_the_intent(way: Way) -> None:
    with way.serve() as server, session(way, server) as transport:

        def commit() -> bool:
            wait_almost(way, server)
            time.sleep(0.05)
            assert not server.messages
            assert server.heard.endswith(way.almost(MESSAGE.content))
            return True

        reply = transport.send(MESSAGE, commit)
        assert (reply.stage, reply.code, reply.enhanced) == (Stage.END, 250, "2.0.0")
        assert reply.text
        assert [message.startswith(MESSAGE.content) for message in server.messages] == [True]
        assert transport.usable


@EVERY_WAY
def test_a_withheld_intent_ends_the_session_without_the_end(way: Way) -> None:
    with way.serve() as server, session(way, server) as transport:

        def commit() -> bool:
            wait_almost(way, server)
            return False

        with pytest.raises(Withheld):
            transport.send(MESSAGE, commit)
        assert not transport.usable
        server.finished()
        assert server.heard.endswith(way.almost(MESSAGE.content))
        assert not server.messages


@EVERY_WAY
def test_an_intent_that_fails_ends_the_session_without_the_end(way: Way) -> None:
    with way.serve() as server, session(way, server) as transport:

        def commit() -> bool:
            wait_almost(way, server)
            raise RuntimeError("the disk is full")

        with pytest.raises(RuntimeError, match="disk"):
            transport.send(MESSAGE, commit)
        assert not transport.usable
        server.finished()
        assert not server.messages


@EVERY_WAY
def test_a_machine_that_slept_after_the_intent_does_not_send_the_end(way: Way) -> None:
    with way.serve() as server, session(way, server, count(0.0, 2.5).__next__) as transport:

        def commit() -> bool:
            wait_almost(way, server)
            return True

        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, commit)
        assert lost.value.phase is Phase.BODY
        server.finished()
        assert not server.messages


@EVERY_WAY
def test_many_messages_go_through_one_session(way: Way) -> None:
    with way.serve() as server, session(way, server) as transport:
        assert [transport.send(MESSAGE, grant).code for _ in range(5)] == [250] * 5
        assert len(server.messages) == 5
        assert len(server.peers) == 1


@EVERY_WAY
def test_a_large_message_arrives_whole(way: Way) -> None:
    with way.serve() as server, session(way, server) as transport:
        assert transport.send(LARGE, grant).code == 250
        assert server.messages[0].startswith(LARGE.content)


# --- refusals -----------------------------------------------------------------------------------------------------


@EVERY_WAY
def test_refusals_are_values_and_the_session_goes_on(way: Way) -> None:
    with way.serve(way.temporary, way.permanent) as server, session(way, server) as transport:
        assert transport.send(MESSAGE, grant).code // 100 == 4
        assert transport.send(MESSAGE, grant).code // 100 == 5
        assert transport.send(MESSAGE, grant).code == 250
        assert len(server.peers) == 1


@EVERY_WAY
@pytest.mark.parametrize("message", [MESSAGE, LARGE], ids=["small", "large"])
def test_a_refusal_in_the_middle_of_a_body_holds_the_end_back(way: Way, message: Envelope) -> None:
    refuse = Interrupting(way.permanent)
    with way.serve(in_body=refuse) as server, session(way, server) as transport:
        assert transport.send(message, refuse.wait).code == 554
        assert not transport.usable
        server.finished()
        assert not server.messages


@EVERY_WAY
def test_an_acceptance_before_the_end_is_not_believed(way: Way) -> None:
    accept = Interrupting(way.taken)
    with way.serve(in_body=accept) as server, session(way, server) as transport:
        with pytest.raises(SessionLost) as lost:
            transport.send(LARGE, accept.wait)
        assert lost.value.phase is Phase.BODY


# --- losses -------------------------------------------------------------------------------------------------------


@EVERY_WAY
@pytest.mark.parametrize("message", [MESSAGE, LARGE], ids=["small", "large"])
def test_a_loss_before_the_end_is_certain(way: Way, message: Envelope) -> None:
    with way.serve(in_body=hang_up) as server, session(way, server) as transport:

        def commit() -> bool:
            server.wait_heard(rb".")
            server.finished()
            time.sleep(0.05)
            return True

        with pytest.raises(SessionLost) as lost:
            transport.send(message, commit)
        assert lost.value.phase is Phase.BODY
        assert not transport.usable
        assert not server.messages


@EVERY_WAY
def test_a_session_that_ended_while_idle_blames_no_message(way: Way) -> None:
    with way.serve(then_hang_up(way.taken)) as server, session(way, server) as transport:
        assert transport.send(MESSAGE, grant).code == 250
        server.finished()
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, never)
        assert lost.value.phase is Phase.IDLE
        assert not transport.usable


NO_ANSWER: list[tuple[str, Callable[[Way], Action]]] = [
    ("hangs up", lambda _: hang_up),
    ("is silent", lambda _: silence),
    ("talks garbage", lambda _: b"what?\r\n\r\n"),
    ("hangs up in its answer", lambda way: then_hang_up(way.taken[:12])),
    ("drips too slowly", lambda way: slowly(way.taken, 10 * SHORT / len(way.taken))),
    ("is somebody else", lambda _: b"* OK IMAP4rev1 ready\r\n\r\n"),
]


@EVERY_WAY
@pytest.mark.parametrize("manner", [act for _, act in NO_ANSWER], ids=[name for name, _ in NO_ANSWER])
def test_a_lost_answer_leaves_the_message_in_doubt(way: Way, manner: Callable[[Way], Action]) -> None:
    with way.serve(manner(way)) as server, session(way, server, answer=SHORT) as transport:
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, grant)
        assert lost.value.phase is Phase.COMMITTED
        assert lost.value.detail
        assert not transport.usable
        server.finished()  # it may have been slower to take the message than its client to give up
        assert len(server.messages) == 1


@EVERY_WAY
def test_a_slow_answer_is_waited_for(way: Way) -> None:
    with way.serve(slowly(way.taken, SHORT / len(way.taken))) as server, session(way, server) as transport:
        assert transport.send(MESSAGE, grant).code == 250


# --- abort, from another thread -----------------------------------------------------------------------------------


def aborted_after(transport: Transport, moment: threading.Event) -> threading.Thread:
    def abort() -> None:
        assert moment.wait(LONG)
        time.sleep(0.05)
        transport.abort()

    thread = threading.Thread(target=abort)
    thread.start()
    return thread


@EVERY_WAY
def test_abort_in_the_body_is_certain(way: Way) -> None:
    stuck, let_go = threading.Event(), threading.Event()

    def stop_reading(_: Peer) -> None:
        stuck.set()
        let_go.wait(LONG)
        raise HungUpError

    huge = replace(MESSAGE, content=HEAD + b"z" * 2_900_000)
    with way.serve(in_body=stop_reading) as server, session(way, server) as transport:
        thread = aborted_after(transport, stuck)

        def commit() -> bool:
            transport.abort()  # where the system buffers it all
            return True

        with pytest.raises(SessionLost) as lost:
            transport.send(huge, commit)
        assert (lost.value.phase, lost.value.detail) == (Phase.BODY, "stopped")
        let_go.set()
        thread.join(LONG)


@EVERY_WAY
def test_abort_while_the_intent_is_written_holds_the_end_back(way: Way) -> None:
    with way.serve() as server, session(way, server) as transport:

        def commit() -> bool:
            wait_almost(way, server)
            transport.abort()
            return True

        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, commit)
        assert (lost.value.phase, lost.value.detail) == (Phase.BODY, "stopped")
        server.finished()
        assert not server.messages


@EVERY_WAY
def test_abort_while_waiting_for_the_answer_is_a_doubt(way: Way) -> None:
    waiting = threading.Event()

    def hold(peer: Peer) -> None:
        waiting.set()
        silence(peer)

    with way.serve(hold) as server, session(way, server) as transport:
        thread = aborted_after(transport, waiting)
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, grant)
        assert (lost.value.phase, lost.value.detail) == (Phase.COMMITTED, "stopped")
        assert not transport.usable
        thread.join(LONG)


@EVERY_WAY
def test_after_an_abort_nothing_is_sent(way: Way) -> None:
    with way.serve() as server, session(way, server) as transport:
        transport.abort()
        assert not transport.usable
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, never)
        assert lost.value.phase is Phase.IDLE
        assert not server.messages
