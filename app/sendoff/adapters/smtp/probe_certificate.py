"""Why a server's certificate is not trusted, for a person: one cause out of what it says of itself."""

from __future__ import annotations

import re
import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from sendoff.adapters.smtp.tls import WRONG_NAME, CertificateInfo
from sendoff.core.account import Account
from sendoff.core.doctor import Finding, finding
from sendoff.core.doctor_fixes import pin
from sendoff.core.language import tr

_SELF_SIGNED = 18
_GREETING_TIME = re.compile(r"\w{3}, \d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}")
_SHOWN_NAMES, _GROUPS = 3, 4
_INSPECTORS = (
    "Avast", "AVG", "Kaspersky", "ESET", "Bitdefender", "Norton", "Symantec", "McAfee", "Sophos", "Zscaler", "Fortinet",
    "FortiGate", "Dr.Web", "Trend Micro", "Panda Security", "G DATA", "Netskope", "Palo Alto", "Blue Coat",
    "Check Point", "WatchGuard", "Barracuda", "Cisco Umbrella", "SonicWall", "Untangle", "F-Secure", "AdGuard",
)  # fmt: skip
"""Makers of programs and gateways that open encrypted connections, as they sign their certificates."""


def certificate_finding(
    account: Account,
    seen: CertificateInfo,
    error: ssl.SSLError | None,
    now: datetime,
    server_time: datetime | None = None,
) -> Finding:
    """Find the cause; `error` is None where a pin did not match, `server_time` is what the greeting said, if it did."""
    inspector = next((one for one in _INSPECTORS if one.casefold() in seen.issuer.casefold()), "")
    if inspector:
        return finding("antivirus", account, issuer=inspector)
    if error is None:
        return finding("pin_changed", account, pin(seen.sha256), fingerprint=fingerprint(seen))
    return _wrong_day(account, seen, now, server_time) or _stranger(account, seen, error)


def _wrong_day(account: Account, seen: CertificateInfo, now: datetime, server_time: datetime | None) -> Finding | None:
    today = day_text(now)
    fresh_for_server = server_time is not None and seen.not_before < server_time < seen.not_after
    if now < seen.not_before or (now > seen.not_after and fresh_for_server):
        first, last = day_text(seen.not_before), day_text(seen.not_after)
        return finding("clock_wrong", account, first=first, last=last, today=today)
    if now > seen.not_after:
        return finding("expired", account, day=day_text(seen.not_after), today=today)
    return None


def _stranger(account: Account, seen: CertificateInfo, error: ssl.SSLError) -> Finding:
    code = getattr(error, "verify_code", 0)
    if code in WRONG_NAME:
        return finding("name_mismatch", account, names=names_text(seen))
    if code == _SELF_SIGNED:
        return finding("self_signed", account, pin(seen.sha256), fingerprint=fingerprint(seen))
    return finding("unknown_ca", account, pin(seen.sha256), issuer=seen.issuer or tr("an authority"))


def names_text(seen: CertificateInfo) -> str:
    """The first names it is for."""
    more = ", …" if len(seen.names) > _SHOWN_NAMES else ""
    return (", ".join(seen.names[:_SHOWN_NAMES]) or tr("no name")) + more


def fingerprint(seen: CertificateInfo) -> str:
    """The beginning of the SHA-256, in groups a person can compare."""
    return ":".join(seen.sha256[at : at + 4].upper() for at in range(0, 4 * _GROUPS, 4)) + "…"


def day_text(moment: datetime) -> str:
    """Write a day: `22 November 2026`."""
    day = moment.astimezone(UTC)
    return f"{day.day} {day:%B %Y}"


def time_in(greeting: str) -> datetime | None:
    """The time a greeting names, as some servers do."""
    found = _GREETING_TIME.search(greeting)
    if not found:
        return None
    try:
        return parsedate_to_datetime(found[0])
    except ValueError:
        return None
