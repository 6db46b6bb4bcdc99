"""A name server on loopback with zones of its own: it answers, follows aliases, fails, keeps silent, or lies."""

from __future__ import annotations

import base64
import socket
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from sendoff.adapters.dns.resolver import DnsResolver

Zone = Mapping[tuple[str, str], Sequence[str]]
"""Records by name (without its last dot) and type; a text is written without quotation marks."""
CONTROLS: Zone = {
    ("gmail.com", "MX"): ["5 mx.gmail.com."],
    ("gmail.com", "TXT"): ["v=spf1 redirect=_spf.google.com"],
    ("_dmarc.gmail.com", "TXT"): ["v=DMARC1; p=none; sp=quarantine"],
    ("outlook.com", "MX"): ["5 mx.outlook.com."],
    ("outlook.com", "TXT"): ["v=spf1 include:spf.protection.outlook.com ~all"],
    ("_spf.google.com", "TXT"): ["v=spf1 ip4:192.0.2.0/25 ip6:2001:db8:4::/48 ~all"],
    ("spf.protection.outlook.com", "TXT"): ["v=spf1 ip4:198.51.100.0/24 -all"],
}
"""What the rest of the world has."""
EVERY_CONTROL = frozenset(
    {"gmail.com", "outlook.com", "sendoff-asks-for-nobody.gmail.com", "sendoff-asks-for-nobody.outlook.com"}
)
"""Names by which it is found out whether a name server can be believed."""
_TEXT = 255
"""RFC 1035 3.3: a string of a text is not longer."""


def key_record(bits: int = 2048) -> str:
    """A record with a key of that length; its numbers are no real key's."""
    numbers = rsa.RSAPublicNumbers(65_537, (1 << (bits - 1)) + 1).public_key()
    der = numbers.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return f"v=DKIM1; k=rsa; p={base64.b64encode(der).decode()}"


GOOD: Zone = {
    **CONTROLS,
    ("brightmill.net", "MX"): ["10 mx.brightmill.net."],
    ("brightmill.net", "TXT"): ["site-verification=1", "v=spf1 include:_spf.google.com ~all"],
    ("google._domainkey.brightmill.net", "CNAME"): ["key.elsewhere.net."],
    ("key.elsewhere.net", "TXT"): [key_record()],
    ("_dmarc.brightmill.net", "TXT"): ["v=DMARC1; p=quarantine"],
}
"""Beside them brightmill.net, which Google Workspace sends for, everything in order."""


@dataclass(slots=True, kw_only=True)
class NameServer:
    """What it answers, and what it was asked."""

    zone: Zone
    failing: Collection[str] = ()
    """Names for which it answers SERVFAIL."""
    silent: Collection[str] = ()
    liar: bool = False
    """Every name has an address and a text: the network's own."""
    port: int = 0
    asked: list[tuple[str, str]] = field(default_factory=list)

    def resolver(self, seconds: float = 10.0) -> DnsResolver:
        """A resolver that asks here."""
        return DnsResolver(servers=("127.0.0.1",), port=self.port, seconds=seconds)

    def answer(self, wire: bytes) -> bytes:
        query = dns.message.from_wire(wire)
        reply = dns.message.make_response(query)
        reply.flags |= dns.flags.RA
        question = query.question[0]
        name, kind = question.name.to_text().lower().rstrip("."), question.rdtype.name
        self.asked.append((name, kind))
        if name in self.silent:
            return b""
        if name in self.failing:
            reply.set_rcode(dns.rcode.SERVFAIL)
            return reply.to_wire()
        self._fill(reply, name, kind)
        return reply.to_wire()

    def _fill(self, reply: dns.message.Message, name: str, kind: str) -> None:
        for _step in range(8):
            if not (alias := self.zone.get((name, "CNAME"))):
                break
            reply.answer.append(dns.rrset.from_text(f"{name}.", 60, "IN", "CNAME", *alias))
            name = alias[0].lower().rstrip(".")
        records = self.zone.get((name, kind), ())
        if not records and self.liar:
            records = {"A": ["192.0.2.99"], "TXT": ["v=spf1 -all"], "MX": ["1 portal."]}.get(kind, [])
        if records:
            texts = [_quoted(one) for one in records] if kind == "TXT" else records
            reply.answer.append(dns.rrset.from_text(f"{name}.", 60, "IN", kind, *texts))
        elif not self.liar and not any(one == name or one.endswith(f".{name}") for one, _kind in self.zone):
            reply.set_rcode(dns.rcode.NXDOMAIN)


def _quoted(text: str) -> str:
    return " ".join(f'"{text[at : at + _TEXT]}"' for at in range(0, max(1, len(text)), _TEXT))


@contextmanager
def name_server(
    zone: Zone, *, failing: Collection[str] = (), silent: Collection[str] = (), liar: bool = False
) -> Iterator[NameServer]:
    """Run a name server meanwhile."""
    server = NameServer(zone=zone, failing=failing, silent=silent, liar=liar)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as channel:
        channel.bind(("127.0.0.1", 0))
        server.port = channel.getsockname()[1]

        def serve() -> None:
            while wire := channel.recvfrom(4096):
                if not wire[0]:
                    return
                if reply := server.answer(wire[0]):
                    channel.sendto(reply, wire[1])

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server
        finally:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
                last.sendto(b"", channel.getsockname())
            thread.join()
