"""Whether the network itself answers in place of every server, as in hotels and trains before one signs in there.

A foreign certificate alone is no evidence: a misspelled name or an office's own authority shows one too. What proves it
is an answer for somebody who does not exist.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from contextlib import closing

from sendoff.adapters.smtp import tls
from sendoff.adapters.smtp.dial import dial
from sendoff.adapters.smtp.probe_network import Resolve, addresses
from sendoff.adapters.smtp.tls import CertificateInfo
from sendoff.core.account import Account, is_here
from sendoff.core.errors import ConnectError

NOWHERE = "192.0.2.1"
"""Kept for documentation (RFC 5737): no server has it, so whoever answers there would answer anywhere."""
_PATIENCE = 2.0


def answers_for_all(
    account: Account,
    seen: CertificateInfo,
    known: Sequence[str],
    *,
    ask: Resolve,
    nowhere: str,
    patience: float,
    stopped: Callable[[], bool],
) -> bool:
    """Say whether this network stands in for `account.host`, whose addresses are `known` and certificate is `seen`.

    True where a name that cannot exist leads to the same address, or an address that nobody has shows the same
    certificate.
    """
    if is_here(account.host):
        return False
    patience = min(patience, _PATIENCE)
    return _any_name(account.port, known, ask, patience, stopped) or _any_address(
        account, seen, nowhere, patience, stopped
    )


def _any_name(port: int, known: Sequence[str], ask: Resolve, patience: float, stopped: Callable[[], bool]) -> bool:
    invented = f"{secrets.token_hex(8)}.invalid"  # a domain that never exists, RFC 6761 6.4
    try:
        return not set(known).isdisjoint(addresses(invented, port, patience, stopped, ask))
    except (OSError, UnicodeError):
        return False


def _any_address(
    account: Account, seen: CertificateInfo, nowhere: str, patience: float, stopped: Callable[[], bool]
) -> bool:
    try:
        with closing(dial(nowhere, account.port, patience, stopped)) as connection:
            return tls.read_certificate(account, connection, patience).sha256 == seen.sha256
    except (ConnectError, OSError):
        return False
