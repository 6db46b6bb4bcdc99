"""Who takes a domain's mail, asked of the system's name servers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sendoff.core.dns_answers import Answer, Found, Question
from sendoff.core.errors import ConnectError
from sendoff.core.language import tr

_SECONDS = 5.0
_NONE = "."
"""The root in place of a server: there is none."""


class DnsResolver:
    """Implements `core.ports.Resolver` and `core.dns_answers.Lookup`.

    Servers given here are asked instead of the system's.
    """

    def __init__(self, *, servers: Sequence[str] = (), port: int = 53, seconds: float = _SECONDS) -> None:
        self._servers = servers
        self._port = port
        self._seconds = seconds

    def mx(self, domain: str) -> Sequence[str]:
        records = sorted(self._ask(domain, "MX"), key=lambda one: one.preference)
        return [str(one.exchange) for one in records if str(one.exchange) != _NONE]  # RFC 7505: "." = no mail

    def srv(self, name: str) -> Sequence[tuple[str, int]]:
        records = sorted(self._ask(name, "SRV"), key=lambda one: (one.priority, -one.weight))
        return [(str(one.target), one.port) for one in records if str(one.target) != _NONE]

    def takes_mail(self, domain: str) -> bool:
        records = self._ask(domain, "MX")
        if records:
            return any(str(one.exchange) != _NONE for one in records)  # RFC 7505
        return any(self._ask(domain, kind) for kind in ("A", "AAAA"))

    def look_up(self, question: Question) -> Answer:
        from dns.resolver import NXDOMAIN, NoAnswer

        try:
            values = tuple(_VALUES[question.kind](one) for one in self._records(*question))
        except NXDOMAIN:
            return Answer(Found.NO_NAME)
        except NoAnswer:
            return Answer(Found.NOTHING)
        except ConnectError:
            return Answer(Found.SILENT)
        return Answer(Found.SOME, values)

    def _ask(self, name: str, kind: str) -> list[Any]:
        from dns.resolver import NXDOMAIN, NoAnswer

        try:
            return self._records(name, kind)
        except (NXDOMAIN, NoAnswer):
            return []

    def _records(self, name: str, kind: str) -> list[Any]:
        import dns.exception  # here: most commands ask no name server, and this takes a twentieth of their start
        import dns.resolver

        try:
            resolver = dns.resolver.Resolver(configure=not self._servers)
            if self._servers:
                resolver.nameservers = list(self._servers)
                resolver.port = self._port
            resolver.lifetime = self._seconds
            return list(resolver.resolve(name, kind, search=False))
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            raise
        except (dns.exception.DNSException, OSError) as error:
            raise ConnectError(
                tr("The name servers do not answer."), remedy=tr("Check the connection to the internet."), code="no_dns"
            ) from error


def _exchangers(record: Any) -> str:
    return str(record.exchange).rstrip(".").lower()  # nothing is left of the root: no mail


def _text(record: Any) -> str:
    return b"".join(record.strings).decode("utf-8", "replace")


_VALUES: Mapping[str, Callable[[Any], str]] = {
    "MX": _exchangers,
    "TXT": _text,
    "A": lambda record: str(record.address),
    "AAAA": lambda record: str(record.address),
}
