"""Several messages in flight on one connection: each gets the answer that was meant for it, whatever comes between."""

from __future__ import annotations

import select
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.fakes.sink import SinkProcess

from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.adapters.smtp.windowed import MOST_REFUSED
from sendoff.core.account import Account, Security, SignIn, WireMode
from sendoff.core.envelope import Envelope
from sendoff.core.errors import Phase
from sendoff.core.flight import Cut, Flight, Held, Settled, Sign, Spared

CONTENT = b"From: a@a.example\r\nMessage-ID: <%d@a.example>\r\nSubject: hi\r\n\r\n.a line that begins with a dot\r\n"
IN_FLIGHT = [WireMode.OVERLAPPED, WireMode.WINDOWED]


def envelope(number: int) -> Envelope:
    return Envelope("a@a.example", f"u{number}@b.example", CONTENT % number)


@contextmanager
def flying(sink: SinkProcess, wire: WireMode, window: int = 8) -> Iterator[Flight]:
    account = Account(
        id="a", name="a", host="127.0.0.1", port=sink.port, security=Security.NONE, sign_in=SignIn.NONE,
        wire=wire, window=window,
    )  # fmt: skip
    transport = SmtpTransport(account, str)
    transport.connect()
    yield transport.flight()
    transport.drop()


def send(flight: Flight, numbers: list[int]) -> dict[int, Sign]:
    """Send what there is room for, granting every intent, until each message is done or the session over."""
    waiting, done = list(numbers), dict[int, Sign]()
    while len(done) < len(numbers) and flight.usable:
        while waiting and flight.room:
            flight.give(waiting[0], envelope(waiting.pop(0)))
        signs = list(flight.advance())
        while signs:
            sign = signs.pop(0)
            if isinstance(sign, Held):
                signs += flight.grant([sign.key], flight.moment())
            else:
                done[sign.key] = sign
        if flight.usable and len(done) < len(numbers) and not (waiting and flight.room):
            select.select([flight], [flight] if flight.wants_write else [], [], 5)
    return done


@pytest.mark.parametrize("wire", IN_FLIGHT)
def test_every_answer_finds_its_message(wire: WireMode, tmp_path: Path) -> None:
    faults = "mail=451:0.1,rcpt=550:0.2,data=451:0.1,dot=554:0.2,dot=slow:0.05,rset=slow:0.05"
    with SinkProcess(tmp_path / "log", "--faults", faults, "--seed", "3") as sink:
        with flying(sink, wire) as flight:
            done = send(flight, list(range(1, 121)))
        accepted = {record["recipient"] for record in sink.records()}
        said = {number: sign.reply for number, sign in done.items() if isinstance(sign, Settled)}
        assert sorted(said) == list(range(1, 121))
        assert {f"u{number}@b.example" for number, reply in said.items() if reply.code == 250} == accepted
        assert 20 < len(accepted) < 110
        assert not sink.events("violation")
        for refused in sink.events("refused"):
            if refused["recipient"] and refused["stage"] in ("rcpt", "dot"):
                number = int(refused["recipient"][1:].partition("@")[0])
                assert said[number].code == refused["code"]


@pytest.mark.parametrize("fault", ["rcpt=550:1.0", "dot=554:1.0", "mail=451:1.0"])
def test_a_windowed_session_is_replaced_after_some_refusals(fault: str, tmp_path: Path) -> None:
    with (
        SinkProcess(tmp_path / "log", "--faults", fault) as sink,
        flying(sink, WireMode.WINDOWED) as flight,
    ):
        send(flight, list(range(MOST_REFUSED - 1)))
        before = flight.worn
        send(flight, [100])
        assert (before, flight.worn, flight.usable) == (False, True, True)


@pytest.mark.parametrize("wire", IN_FLIGHT)
@pytest.mark.parametrize("fault", ["dot=lost:0.1", "dot=421:0.1", "rcpt=close:0.1", "dot=garbage:0.1"])
def test_a_loss_is_judged_message_by_message(wire: WireMode, fault: str, tmp_path: Path) -> None:
    with SinkProcess(tmp_path / "log", "--faults", fault, "--seed", "5") as sink:
        with flying(sink, wire) as flight:
            done = send(flight, list(range(1, 201)))
        accepted = {record["recipient"] for record in sink.records()}
    told = {key for key, sign in done.items() if isinstance(sign, Settled) and sign.reply.code == 250}
    doubtful = {key for key, sign in done.items() if isinstance(sign, Cut) and sign.phase is Phase.COMMITTED}
    certain = {key for key in done if key not in told | doubtful}
    assert {f"u{key}@b.example" for key in told} <= accepted <= {f"u{key}@b.example" for key in told | doubtful}
    assert len(doubtful) <= (8 if wire is WireMode.WINDOWED else 1)
    assert not {f"u{key}@b.example" for key in certain} & accepted
    assert not flight.usable


def test_nothing_of_a_windowed_message_leaves_before_its_intent(tmp_path: Path) -> None:
    with SinkProcess(tmp_path / "log") as sink:
        with flying(sink, WireMode.WINDOWED) as flight:
            for number in (1, 2, 3):
                flight.give(number, envelope(number))
            assert flight.advance() == [Held(1), Held(2), Held(3)]
            assert flight.withhold(2) == []
            assert flight.grant([3], flight.moment()) == []
            assert flight.recall() == [1]
            while not (signs := flight.advance()):
                select.select([flight], [], [], 5)
            assert [sign.key for sign in signs] == [3]
            assert flight.usable
        assert [record["recipient"] for record in sink.records()] == ["u3@b.example"]


def test_a_window_holds_no_more_than_it_may(tmp_path: Path) -> None:
    with SinkProcess(tmp_path / "log") as sink, flying(sink, WireMode.WINDOWED, window=3) as flight:
        for number in (1, 2, 3):
            assert flight.room == 4 - number
            flight.give(number, envelope(number))
        assert flight.room == 0


def test_without_chunking_a_windowed_account_overlaps(tmp_path: Path) -> None:
    with SinkProcess(tmp_path / "log", "--no-pipelining") as sink, flying(sink, WireMode.WINDOWED) as flight:
        assert flight.room == 2
        assert all(isinstance(sign, Settled) for sign in send(flight, [1, 2, 3]).values())
        assert not sink.events("violation")


def test_the_next_message_is_spared_when_the_first_is_lost(tmp_path: Path) -> None:
    with SinkProcess(tmp_path / "log", "--faults", "dot=lost:1") as sink, flying(sink, WireMode.OVERLAPPED) as flight:
        flight.give(1, envelope(1))
        flight.give(2, envelope(2))
        done = send(flight, [])
        signs: list[Sign] = []
        while flight.usable:
            for sign in flight.advance():
                signs += flight.grant([sign.key], flight.moment()) if isinstance(sign, Held) else [sign]
            if flight.usable:
                select.select([flight], [flight] if flight.wants_write else [], [], 5)
    assert not done
    assert isinstance(signs[0], Cut)
    assert (signs[0].key, signs[0].phase) == (1, Phase.COMMITTED)
    assert signs[1:] == [Spared(2)]
