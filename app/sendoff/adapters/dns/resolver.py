"""Who takes a domain's mail, asked of the system's name servers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dns.exception
import dns.name
import dns.rdatatype
import dns.resolver

from sendoff.core.errors import ConnectError

_SECONDS = 5.0


class DnsResolver:
    """Implements `core.ports.Resolver`. Servers given here are asked instead of the system's."""

    def __init__(self, *, servers: Sequence[str] = (), port: int = 53, seconds: float = _SECONDS) -> None:
        self._servers = servers
        self._port = port
        self._seconds = seconds

    def mx(self, domain: str) -> Sequence[str]:
        records = sorted(self._ask(domain, dns.rdatatype.MX), key=lambda one: one.preference)
        return [str(one.exchange) for one in records if one.exchange != dns.name.root]  # RFC 7505: "." = no mail

    def srv(self, name: str) -> Sequence[tuple[str, int]]:
        records = sorted(self._ask(name, dns.rdatatype.SRV), key=lambda one: (one.priority, -one.weight))
        return [(str(one.target), one.port) for one in records if one.target != dns.name.root]

    def takes_mail(self, domain: str) -> bool:
        records = self._ask(domain, dns.rdatatype.MX)
        if records:
            return any(one.exchange != dns.name.root for one in records)  # RFC 7505
        return any(self._ask(domain, kind) for kind in (dns.rdatatype.A, dns.rdatatype.AAAA))

    def _ask(self, name: str, kind: dns.rdatatype.RdataType) -> list[Any]:
        try:
            resolver = dns.resolver.Resolver(configure=not self._servers)
            if self._servers:
                resolver.nameservers = list(self._servers)
                resolver.port = self._port
            resolver.lifetime = self._seconds
            return list(resolver.resolve(name, kind, search=False))
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return []
        except (dns.exception.DNSException, OSError) as error:
            raise ConnectError(
                "The name servers do not answer.", remedy="Check the connection to the internet.", code="no_dns"
            ) from error
