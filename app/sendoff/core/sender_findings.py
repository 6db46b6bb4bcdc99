"""What is said about the domain of a sender: values of the sender-domain check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sendoff.core.provider_sender import Relay

BULK = 5_000
"""Messages a day from which Gmail and Outlook.com take somebody for a bulk sender; Yahoo names no figure."""


class Standing(StrEnum):
    """What a finding weighs."""

    BLOCKS = "blocks"
    """It closes sending until it is mended or accepted."""
    LOOK = "look"
    NOTE = "note"
    """Good to know; nothing goes wrong by it now."""
    UNKNOWN = "unknown"
    FINE = "fine"


class DnsLine(NamedTuple):
    """A line for the domain's DNS."""

    name: str
    kind: str
    value: str

    @property
    def text(self) -> str:
        """As people read it."""
        return f"{self.name}  {self.kind}  {self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is so, what it means, what to do."""

    code: str
    standing: Standing
    title: str
    why: str = ""
    remedy: str = ""
    line: DnsLine | None = None
    """The very line that mends it, where it can be known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """What is asked: whether this relay may send for this domain, so many messages."""

    domain: str
    """In ASCII form."""
    relay: Relay | None = None
    """None where no account is chosen."""
    free_mail: frozenset[str] = frozenset()
    """Domains whose mailboxes anybody can have."""
    messages: int = 0

    @property
    def bulk(self) -> bool:
        """Say whether big receivers make more demands."""
        return self.messages >= BULK

    @property
    def bounces_elsewhere(self) -> bool:
        """Say whether the provider puts its own domain into MAIL FROM, so that SPF is asked of that one."""
        return self.relay is not None and self.relay.facts.bounces == "provider"


def heaviest_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by what they weigh."""
    order = tuple(Standing)
    return tuple(sorted(findings, key=lambda one: order.index(one.standing)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderReport:
    """The check of one sender's domain."""

    domain: str = ""
    findings: tuple[Finding, ...] = ()
    at: int = 0
    """When name servers were asked (epoch ms)."""
    left_out: str = ""
    """Why nobody was asked, in a sentence; then there are no findings."""

    @property
    def missing(self) -> Finding | None:
        """What closes sending."""
        return next((one for one in self.findings if one.standing is Standing.BLOCKS), None)

    def of(self, *standings: Standing) -> tuple[Finding, ...]:
        """The findings of some standings, in order."""
        return tuple(one for one in self.findings if one.standing in standings)
