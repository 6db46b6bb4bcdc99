"""The six names of a `.env` file: SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASS, SMTP_SECURE, MAX_EMAILS_PER_HOUR."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sendoff.core.account import HIGHEST_PORT, Security
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.limits import parse_limit

ENVIRONMENT = "environment"
"""The id of the account, and the name of the secret, that the program's own environment describes."""
PASSWORD = "SMTP_PASS"  # noqa: S105 -- a variable's name
_YES, _NO = frozenset({"true", "1", "yes", "on", "ssl", "tls"}), frozenset({"", "false", "0", "no", "off", "starttls"})
_LINE = re.compile(r"""\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(?:"((?:\\.|[^"\\])*)"|'([^']*)'|(.*?))\s*(?:\s\#.*)?""")
_ESCAPE = re.compile(r"\\([n\"])")


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpEnvironment:
    """What the names say about an account."""

    host: str
    port: int
    security: Security
    username: str = ""
    password: str = field(default="", repr=False)
    limits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """What was read otherwise than it is written, as sentences."""


def parse_env(text: str) -> dict[str, str]:
    """Read `NAME=value` lines; quotes, comments and `export` are understood, other lines are passed over."""
    found = {}
    for line in text.splitlines():
        if line.lstrip().startswith("#") or not (match := _LINE.fullmatch(line)):
            continue
        name, double, single, bare = match.groups()
        value = _ESCAPE.sub(lambda it: "\n" if it[1] == "n" else it[1], double) if double is not None else ""
        found[name] = value or single or ("" if (bare or "").startswith("#") else bare or "")
    return found


def read_environment(values: Mapping[str, str], where: str = "") -> SmtpEnvironment:
    """Read the six names. Raises InputError with the name at fault in the title."""
    host = values.get("SMTP_HOST", "").strip()
    if not host:
        raise InputError(
            tr("There is no SMTP_HOST."),
            remedy=tr("Add a line like SMTP_HOST=smtp.example.com."),
            where=where,
            code="env",
        )
    security, port, notes = _security(values, where)
    hourly = values.get("MAX_EMAILS_PER_HOUR", "").strip()
    if hourly and not (hourly.isdecimal() and int(hourly)):
        raise _wrong("MAX_EMAILS_PER_HOUR", hourly, tr("a whole number above 0"), where)
    return SmtpEnvironment(
        host=host,
        port=port,
        security=security,
        username=values.get("SMTP_USER", "").strip(),
        password=values.get(PASSWORD, ""),
        limits=(parse_limit(f"{int(hourly)}/hour").text,) if hourly else (),
        notes=notes,
    )


def _security(values: Mapping[str, str], where: str) -> tuple[Security, int, tuple[str, ...]]:
    """SMTP_SECURE means TLS from the first byte, as in Nodemailer; without it, STARTTLS is required."""
    secure, written = values.get("SMTP_SECURE", "").strip().casefold(), values.get("SMTP_PORT", "").strip()
    if secure == "none":
        security = Security.NONE
    elif secure in _YES | _NO:
        security = Security.TLS if secure in _YES else Security.STARTTLS
    else:
        raise _wrong("SMTP_SECURE", secure, tr("true, false or none"), where)
    if not written:
        return security, security.usual_port, ()
    if not written.isdecimal() or not 0 < int(written) <= HIGHEST_PORT:
        raise _wrong("SMTP_PORT", written, tr("a port, such as 465 or 587"), where)
    port = int(written)
    if port == Security.TLS.usual_port and security is Security.STARTTLS:
        return Security.TLS, port, (tr("Port 465 speaks TLS from the first byte, so that is used."),)
    if port == Security.STARTTLS.usual_port and security is Security.TLS:
        return Security.STARTTLS, port, (tr("Port 587 begins without TLS, so STARTTLS is required there."),)
    if port == Security.NONE.usual_port and security is Security.STARTTLS:
        note = tr(
            "On port 25 STARTTLS is required too. SMTP_SECURE=none sends without encryption, for a relay of your own."
        )
        return security, port, (note,)
    return security, port, ()


def _wrong(name: str, value: str, wanted: str, where: str) -> InputError:
    return InputError(
        tr("{name} cannot be {value}.", name=name, value=repr(value)),
        remedy=tr("It is {wanted}.", wanted=wanted),
        where=where,
        code="env",
    )
