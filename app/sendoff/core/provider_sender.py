"""What a provider needs in the DNS of a domain it sends for, and whose name it sends and signs in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sendoff.core.account import Account, is_here
from sendoff.core.toml_table import TomlTable

_KEYS = ("spf", "spf_also", "dkim", "dkim_sure", "bounces", "note", "conf", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderFacts:
    """The `[sender]` table of a preset; everything empty = nothing is known."""

    spf: str = ""
    """The host that a domain's SPF record includes."""
    spf_also: tuple[str, ...] = ()
    """Others that serve as well: of regions, and older ones."""
    dkim: tuple[str, ...] = ()
    """Selectors of its keys."""
    dkim_sure: bool = False
    """No other selectors are possible, so that a missing key is a finding."""
    bounces: str = ""
    """Whose domain stands in MAIL FROM when the message leaves: the sender's own (`own`), or the `provider`'s."""
    note: str = ""
    conf: str = ""
    source: str = ""

    @property
    def hosts(self) -> frozenset[str]:
        """Any of these in the record lets the provider send."""
        return frozenset(({self.spf} if self.spf else set()) | set(self.spf_also))


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """The server an account sends through."""

    name: str
    """The provider's, or the server's own."""
    host: str = ""
    facts: SenderFacts = SenderFacts()
    own_domains: frozenset[str] = frozenset()
    """Domains of the provider itself, for which it signs."""
    local: bool = False
    """It runs on this computer and nobody knows where it leads."""


def sender_facts(table: TomlTable) -> SenderFacts:
    """Read a `[sender]` table. Raises InputError."""
    if not table.values:
        return SenderFacts()
    table.check_keys((), _KEYS)
    return SenderFacts(
        spf=table.text("spf"),
        spf_also=table.texts("spf_also"),
        dkim=table.texts("dkim"),
        dkim_sure=table.flag("dkim_sure"),
        bounces=table.one_of("bounces", ("own", "provider")),
        note=table.text("note"),
        conf=table.text("conf"),
        source=table.text("source"),
    )


def relay_of(account: Account, name: str, facts: SenderFacts, own_domains: Iterable[str]) -> Relay:
    """The relay of an account, with what is known of its provider."""
    return Relay(
        name=name or account.host,
        host=account.host.lower().rstrip("."),
        facts=facts,
        own_domains=frozenset(own_domains),
        local=is_here(account.host) and not facts.hosts,
    )
