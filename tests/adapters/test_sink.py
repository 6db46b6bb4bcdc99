"""The sink tells the truth: what it logs is what it took, and its faults come when and how they were ordered."""

from __future__ import annotations

import hashlib
import os
import signal
import smtplib
import socket
import ssl
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme
from tests.bench.flood import flood
from tests.bench.measure import rate
from tests.fakes.faults import Faults
from tests.fakes.sink import SinkProcess, read_log

CONTENT = b"Message-ID: <1@a.example>\r\nSubject: Hello\r\n\r\n.a dot first\r\n..and two\r\nend\r\n"


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., SinkProcess]]:
    started: list[SinkProcess] = []

    def begin(*options: str) -> SinkProcess:
        sink = SinkProcess(tmp_path / f"sink{len(started)}.log", *options)
        sink.start()
        started.append(sink)
        return sink

    yield begin
    for sink in started:
        sink.stop()


def send(sink: SinkProcess, recipient: str = "anna@example.com", content: bytes = CONTENT) -> None:
    with smtplib.SMTP("127.0.0.1", sink.port, timeout=60) as client:
        client.sendmail("me@example.com", [recipient], content)


def talk(sink: SinkProcess, *groups: bytes) -> bytes:
    """Send each group once the answers to the one before are in; return all answers up to the end."""
    with socket.create_connection(("127.0.0.1", sink.port), timeout=60) as client:
        said, answers = b"", b""
        for group in groups:
            while len(codes(answers)) < awaited(said) and (more := client.recv(1000)):
                answers += more
            client.sendall(group)
            said += group
        client.shutdown(socket.SHUT_WR)
        while more := client.recv(1000):
            answers += more
    return answers


def awaited(said: bytes) -> int:
    """How many answers come to what was said so far, the greeting among them."""
    number, body = 1, False
    for line in said.split(b"\r\n")[:-1]:
        body = line != b"." if body else line == b"DATA"
        number += not body or line == b"DATA"
    return number


def codes(answers: bytes) -> list[int]:
    return [int(line[:3]) for line in answers.splitlines() if line[3:4] == b" "]


def test_an_accepted_message_is_logged_as_it_was_written(start: Callable[..., SinkProcess]) -> None:
    sink, began = start(), time.time_ns()
    send(sink)
    [record] = sink.records()
    assert record["message_id"] == "<1@a.example>"
    assert record["recipient"] == "anna@example.com"
    assert (record["size"], record["sha256"]) == (len(CONTENT), hashlib.sha256(CONTENT).hexdigest())
    assert began <= record["t"] <= time.time_ns()
    assert not sink.events("violation")


def test_the_250_comes_after_the_log_line(start: Callable[..., SinkProcess]) -> None:
    sink = start("--faults", "dot=slow")
    with smtplib.SMTP("127.0.0.1", sink.port, timeout=60) as client:
        client.ehlo()
        client.mail("me@example.com")
        client.rcpt("anna@example.com")
        client.docmd("DATA")
        client.send(b"Message-ID: <1@a>\r\n\r\nbody\r\n.\r\n")
        assert client.sock is not None
        assert client.sock.recv(100).startswith(b"250")
        came = time.time_ns()
    [record] = sink.records()
    assert came - record["t"] > 0.2e9


def test_kill_9_of_the_sink_keeps_the_log_and_it_starts_again_on_its_port(tmp_path: Path) -> None:
    sink = SinkProcess(tmp_path / "sink.log")
    sink.start()
    port = sink.port
    send(sink)
    os.kill(sink.pid, signal.SIGKILL)
    with pytest.raises(RuntimeError, match="status -9"):
        sink.stop()
    with sink:
        assert sink.port == port
        send(sink, "ben@example.com")
    assert [record["recipient"] for record in sink.records()] == ["anna@example.com", "ben@example.com"]


def test_the_summary_counts(start: Callable[..., SinkProcess]) -> None:
    sink = start("--faults", "rcpt=550")
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        send(sink)
    summary = sink.stop()
    assert (summary["accepted"], summary["refused"], summary["connections"]) == (0, 1, 1)


@pytest.mark.parametrize(
    ("commands", "expected"),
    [
        ([b"MAIL FROM:<a@b.example>\r\n"], [503]),
        ([b"EHLO x\r\n", b"RCPT TO:<a@b.example>\r\n"], [250, 503]),
        ([b"EHLO x\r\n", b"MAIL FROM:<a@b.example>\r\nDATA\r\n"], [250, 250, 554]),
        ([b"EHLO x\r\n", b"MAIL FROM:<a@b.example>\r\nMAIL FROM:<a@b.example>\r\n"], [250, 250, 503]),
        ([b"EHLO x\r\n", b"MAIL FROM:<a@b.example>\r\nRSET\r\nMAIL FROM:<>\r\n"], [250, 250, 250, 250]),
        ([b"EHLO x\r\n", b"MAIL FROM:<a@b.example> SIZE=99999999\r\n"], [250, 552]),
        ([b"EHLO x\r\n", b"MAIL FROM:<a@b.example>\r\nRCPT TO:<\xc3\xb6@b.example>\r\n"], [250, 250, 553]),
        ([b"EHLO x\r\n", b"MAIL FROM: a@b.example\r\n", b"VRFY x\r\n", b"QUIT\r\n"], [250, 501, 500, 221]),
    ],
)
def test_the_order_of_commands_is_checked(
    start: Callable[..., SinkProcess], commands: list[bytes], expected: list[int]
) -> None:
    assert codes(talk(start(), *commands)) == [220, *expected]


def test_a_dot_cut_into_pieces_ends_the_message_and_the_next_one_may_ride_with_it(
    start: Callable[..., SinkProcess],
) -> None:
    sink = start()
    envelope = b"MAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\n"
    answers = talk(
        sink, b"EHLO x\r\n", envelope, b"Message-ID: <1@a>\r\n\r\nx\r", b"\n.\r", b"\n" + envelope, b".\r\nQUIT\r\n"
    )
    assert codes(answers) == [220, 250, 250, 250, 354, 250, 250, 250, 354, 250, 221]
    assert [record["size"] for record in sink.records()] == [24, 0]
    assert not sink.events("violation")


@pytest.mark.parametrize(
    ("options", "groups", "what"),
    [
        ([], [b"MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\nx\r\n.\r\n"], "sent on after DATA"),
        ([], [b"MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n", b"x\ny\r\n.\r\n"], "lone CR or LF"),
        ([], [b"MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n", b"\xc3\xb6\r\n.\r\n"], "8-bit content not announced"),
        (["--no-pipelining"], [b"MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\n"], "pipelining"),
    ],
)
def test_a_client_that_breaks_the_rules_is_written_down(
    start: Callable[..., SinkProcess], options: list[str], groups: list[bytes], what: str
) -> None:
    sink = start(*options)
    talk(sink, b"EHLO x\r\n", *groups)
    assert [entry["what"] for entry in sink.events("violation")] == [what]


@pytest.mark.parametrize("verb", ["ehlo", "mail", "rcpt", "data", "dot"])
@pytest.mark.parametrize("code", [421, 451, 550])
def test_a_refusal_at_any_verb_is_said_logged_and_takes_nothing(
    start: Callable[..., SinkProcess], verb: str, code: int
) -> None:
    sink = start("--faults", f"{verb}={code}")
    with pytest.raises((smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused, smtplib.SMTPServerDisconnected)):
        send(sink)
    assert sink.records() == []
    assert (sink.events("refused")[0]["stage"], sink.events("refused")[0]["code"]) == (verb, code)


@pytest.mark.parametrize(
    "fault", ["connect=refuse", "ehlo=close", "mail=close", "data=close", "body=close", "dot=close"]
)
def test_a_close_takes_nothing(start: Callable[..., SinkProcess], fault: str) -> None:
    sink = start("--faults", fault)
    with pytest.raises((smtplib.SMTPServerDisconnected, OSError)):
        send(sink)
    assert sink.records() == []
    assert sink.events("refused")[0]["code"] == 0


def test_a_lost_250_is_an_accepted_message(start: Callable[..., SinkProcess]) -> None:
    sink = start("--faults", "dot=lost")
    with pytest.raises(smtplib.SMTPServerDisconnected):
        send(sink)
    assert len(sink.records()) == 1


@pytest.mark.parametrize(("options", "least"), [(["--faults", "dot=drip"], 0.4), (["--latency", "40"], 0.2)])
def test_slow_answers_are_still_right(start: Callable[..., SinkProcess], options: list[str], least: float) -> None:
    sink = start(*options)
    began = time.monotonic()
    send(sink)
    assert time.monotonic() - began > least
    assert len(sink.records()) == 1


def test_a_body_over_the_size_offered_is_refused(start: Callable[..., SinkProcess]) -> None:
    sink = start("--size", "100")
    with smtplib.SMTP("127.0.0.1", sink.port, timeout=60) as client:
        client.ehlo()
        assert client.esmtp_features["size"] == "100"
        client.mail("a@b.example")
        client.rcpt("c@d.example")
        assert client.data(b"x" * 200)[0] == 552
    assert sink.records() == []


def test_sign_in_is_demanded_and_checked(start: Callable[..., SinkProcess]) -> None:
    sink = start("--auth", "anna:secret")
    with pytest.raises(smtplib.SMTPSenderRefused, match="530"):
        send(sink)
    for mechanism in ("auth_plain", "auth_login"):
        with smtplib.SMTP("127.0.0.1", sink.port, timeout=60) as client:
            client.ehlo()
            client.user, client.password = "anna", "wrong"
            with pytest.raises(smtplib.SMTPAuthenticationError):
                client.auth(mechanism[5:], getattr(client, mechanism))
            client.password = "secret"
            client.auth(mechanism[5:], getattr(client, mechanism))
            client.sendmail("me@example.com", ["anna@example.com"], CONTENT)
    assert len(sink.records()) == 2


@pytest.mark.parametrize("how", ["--tls", "--starttls"])
def test_tls_from_the_first_byte_and_by_upgrade(start: Callable[..., SinkProcess], how: str, tmp_path: Path) -> None:
    authority, trust = trustme.CA(), ssl.create_default_context()
    authority.configure_trust(trust)
    identity = authority.issue_cert("localhost")
    identity.cert_chain_pems[0].write_to_path(str(tmp_path / "cert"))
    identity.private_key_pem.write_to_path(str(tmp_path / "key"))
    sink = start(how, str(tmp_path / "cert"), str(tmp_path / "key"))
    with (
        smtplib.SMTP_SSL("localhost", sink.port, timeout=60, context=trust)
        if how == "--tls"
        else smtplib.SMTP("localhost", sink.port, timeout=60)
    ) as client:
        client.ehlo()
        if how == "--starttls":
            client.starttls(context=trust)
            client.ehlo()
        assert "starttls" not in client.esmtp_features
        client.sendmail("me@example.com", ["anna@example.com"], CONTENT)
    assert len(sink.records()) == 1


def test_chance_is_the_same_for_the_same_seed_and_near_what_was_asked() -> None:
    def drawn(seed: int) -> list[str]:
        faults = Faults("rcpt=550:0.05,rcpt=451:0.1", seed)
        return [faults.draw("rcpt", f"r{i}@a.example") for i in range(4000)]

    assert drawn(1) == drawn(1) != drawn(2)
    counts = Counter(drawn(1))
    assert 150 < counts["550"] < 250
    assert 320 < counts["451"] < 440


def test_chance_dooms_nobody_but_a_5xx_stays() -> None:
    faults = Faults("dot=451:0.9,rcpt=550:0.3", 3)
    for recipient in (f"r{i}@a.example" for i in range(200)):
        assert [faults.draw("dot", recipient) for _ in range(10)].count("451") <= 2
        assert len({faults.draw("rcpt", recipient) for _ in range(10)}) == 1


@pytest.mark.parametrize("spec", ["rcpt", "rcpt=lost", "nowhere=451", "body=451", "mail=5xx", "mail=451:often"])
def test_an_unknown_fault_is_refused(spec: str) -> None:
    with pytest.raises(ValueError, match=spec.partition(":")[2] or spec):
        Faults(spec)


def test_a_flood_arrives_whole(start: Callable[..., SinkProcess]) -> None:
    sink = start()
    flood(sink.port, 2000, 4)
    records = sink.records()
    assert {record["recipient"] for record in records} == {f"r{i}@bench.example" for i in range(1, 2001)}
    assert len({record["message_id"] for record in records}) == len(records) == 2000
    assert rate(sink.log) > 0
    assert not sink.events("violation")


def test_a_line_half_written_is_left_out(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(b'{"event": "accepted", "t": 1}\n{"event": "acc')
    assert [entry["t"] for entry in read_log(log)] == [1]
