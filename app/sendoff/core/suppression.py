"""The blocked list: who is never written to again, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sendoff.core.address import check_address, duplicate_key
from sendoff.core.errors import InputError
from sendoff.core.language import tr

REASONS = ("manual", "unsubscribed", "complaint", "hard")
"""By hand; on the person's wish; reported as spam; the mailbox does not exist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """One entry. `key` is an address's duplicate key, or `@domain` for a whole domain."""

    key: str
    reason: str
    """One of `REASONS`."""
    source: str
    """The campaign or file it came from, in words."""
    at: int
    """Epoch milliseconds."""


class SuppressedKeys:
    """The blocked list as a question, `address_key in blocked`: addresses, and whole domains as `@domain`."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._keys = frozenset(keys)
        self._domains = frozenset(key for key in self._keys if key.startswith("@"))

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, address_key: object) -> bool:
        if address_key in self._keys:
            return True
        return bool(self._domains) and f"@{str(address_key).rpartition('@')[2]}" in self._domains

    def among(self, address_keys: Sequence[str], domains: Sequence[str]) -> list[int]:
        """The places of those that are blocked, by address or by domain; `domains` begin with the @."""
        hits = self._keys.intersection(address_keys)
        places = {place for place, key in enumerate(address_keys) if key in hits} if hits else set[int]()
        if self._domains and (hits := self._domains.intersection(domains)):
            places.update(place for place, domain in enumerate(domains) if domain in hits)
        return sorted(places)


def suppression_key(text: str) -> str:
    """The key of an address, or of a domain written `@example.com` or `example.com`. Raises InputError.

    A domain covers every address at exactly that domain, whatever its case or script; not its subdomains. The
    apostrophe that an export puts before the @ is no part of it.
    """
    bare = text.strip().removeprefix("'") if text.strip().startswith("'@") else text.strip()
    whole = bare.startswith("@") or "@" not in bare
    checked = check_address(f"x@{bare.removeprefix('@')}" if whole else bare)
    if checked.problem:
        raise InputError(
            tr("“{bare}” is neither an address nor a domain.", bare=bare[:254]),
            remedy=tr("Write anna@example.com, or @example.com for everybody there."),
            code="suppression",
        )
    return f"@{checked.ascii_domain.lower()}" if whole else duplicate_key(checked.address)
