"""Name servers that answer from a table, or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sendoff.core.errors import ConnectError


class TableResolver:
    """Implements `core.ports.Resolver`; without tables it is offline."""

    def __init__(
        self,
        mx: Mapping[str, Sequence[str]] | None = None,
        srv: Mapping[str, Sequence[tuple[str, int]]] | None = None,
    ) -> None:
        self._mx = mx
        self._srv = srv or {}
        self.asked: list[str] = []

    def mx(self, domain: str) -> Sequence[str]:
        self.asked.append(domain)
        if self._mx is None:
            raise ConnectError("The name servers do not answer.", code="no_dns")
        return self._mx.get(domain, ())

    def takes_mail(self, domain: str) -> bool:
        return bool(self.mx(domain))

    def srv(self, name: str) -> Sequence[tuple[str, int]]:
        self.asked.append(name)
        return self._srv.get(name, ())
