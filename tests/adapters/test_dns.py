"""Questions to a name server on loopback, which answers, refuses, or keeps silent."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest

from sendoff.adapters.dns.resolver import DnsResolver
from sendoff.core.errors import ConnectError

ZONE = {
    ("example.com.", "MX"): ["20 b.example.net.", "10 A.example.net."],
    ("nomail.example.", "MX"): ["0 ."],
    ("gmail.com.", "MX"): ["5 gmail-smtp-in.example."],
    ("plain.example.", "A"): ["192.0.2.1"],
    ("six.example.", "AAAA"): ["2001:db8::1"],
    ("text.example.", "TXT"): ["nothing else"],
    ("_submissions._tcp.example.com.", "SRV"): [
        "20 0 465 c.example.com.",
        "10 1 465 b.example.com.",
        "10 9 465 a.example.com.",
    ],
    ("_submission._tcp.example.com.", "SRV"): ["0 0 0 ."],
}


@contextmanager
def name_server(rcode: dns.rcode.Rcode | None = None, *, silent: bool = False) -> Iterator[int]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as channel:
        channel.bind(("127.0.0.1", 0))

        def serve() -> None:
            while True:
                wire, peer = channel.recvfrom(4096)
                if not wire:
                    return
                if not silent:
                    channel.sendto(answer(wire, rcode), peer)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield channel.getsockname()[1]
        finally:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
                last.sendto(b"", channel.getsockname())
            thread.join()


def answer(wire: bytes, rcode: dns.rcode.Rcode | None) -> bytes:
    query = dns.message.from_wire(wire)
    reply = dns.message.make_response(query)
    reply.flags |= dns.flags.RA
    question = query.question[0]
    kind = question.rdtype.name
    records = ZONE.get((question.name.to_text().lower(), kind))
    if rcode is not None:
        reply.set_rcode(rcode)
    elif records:
        reply.answer.append(dns.rrset.from_text(question.name, 60, "IN", kind, *records))
    elif not any(name == question.name.to_text().lower() for name, _kind in ZONE):
        reply.set_rcode(dns.rcode.NXDOMAIN)
    return reply.to_wire()


def resolver(port: int, seconds: float = 60.0) -> DnsResolver:
    return DnsResolver(servers=("127.0.0.1",), port=port, seconds=seconds)


def test_the_preferred_come_first() -> None:
    with name_server() as port:
        assert [one.lower() for one in resolver(port).mx("example.com")] == ["a.example.net.", "b.example.net."]
        assert resolver(port).srv("_submissions._tcp.example.com") == [
            ("a.example.com.", 465), ("b.example.com.", 465), ("c.example.com.", 465),
        ]  # fmt: skip


def test_nothing_there_is_an_answer() -> None:
    with name_server() as port:
        assert resolver(port).mx("unknown.example") == []
        assert resolver(port).mx("_submission._tcp.example.com") == []
        assert resolver(port).mx("nomail.example") == []
        assert resolver(port).srv("_submission._tcp.example.com") == []


@pytest.mark.parametrize("rcode", [dns.rcode.SERVFAIL, dns.rcode.REFUSED])
def test_a_server_that_refuses_is_no_answer(rcode: dns.rcode.Rcode) -> None:
    with name_server(rcode) as port, pytest.raises(ConnectError) as caught:
        resolver(port, 0.5).mx("example.com")
    assert caught.value.code == "no_dns"


def test_silence_ends() -> None:
    began = time.monotonic()
    with name_server(silent=True) as port, pytest.raises(ConnectError, match="do not answer"):
        resolver(port, 0.5).mx("example.com")
    assert time.monotonic() - began < 30


def test_a_name_that_cannot_be_one() -> None:
    with name_server() as port, pytest.raises(ConnectError):
        resolver(port).mx(f"{'a' * 70}.example")


@pytest.mark.parametrize(
    ("domain", "takes"),
    [
        ("example.com", True),
        ("plain.example", True),
        ("six.example", True),
        ("nomail.example", False),
        ("text.example", False),
        ("unknown.example", False),
    ],
)
def test_who_takes_mail(domain: str, takes: bool) -> None:
    with name_server() as port:
        assert resolver(port).takes_mail(domain) is takes


def test_nobody_takes_no_mail_while_the_servers_are_silent() -> None:
    with name_server(silent=True) as port, pytest.raises(ConnectError):
        resolver(port, 0.2).takes_mail("example.com")
