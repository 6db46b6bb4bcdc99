"""Whom to trust, and how a certificate that is not trusted is explained."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from datetime import UTC, datetime

import truststore

from sendoff.core.account import Account
from sendoff.core.errors import ConnectError

_EXPIRED = frozenset({10, 0x800B0101, -67818})
_NOT_YET_VALID = frozenset({9})
_WRONG_NAME = frozenset({62, 64, 0x800B010F, -67602})
_SELF_SIGNED = frozenset({18, 19})
_NO_ISSUER = frozenset({20, 21, 0x800B0109, 0x800B010A, -67843})
"""Numbers of OpenSSL (X509_V_ERR_), Windows (CERT_E_) and macOS (errSec)."""
_NO_CHECK_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME, which Python has no name for."""
_READ_TO_EXPLAIN = _EXPIRED | _NOT_YET_VALID | _WRONG_NAME
_CHECK_DATE = "Check this computer's date; if it is right, the server's operator has to renew the certificate."
_SPEAKS_PLAIN = frozenset(
    {"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "UNKNOWN_PROTOCOL", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG"}
)


def client_context(account: Account) -> ssl.SSLContext:
    """Trust the system's store, or the account's own file of certificates; TLS 1.2 at least. Raises ConnectError."""
    try:
        if account.ca_file:
            context = ssl.create_default_context(cafile=account.ca_file)
        else:
            context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    except OSError as error:
        raise ConnectError(
            f"The file of certificates {account.ca_file} cannot be used.",
            remedy="Choose a readable file in PEM format, or use the system's certificates.",
            code="bad_ca_file",
            permanent=True,
        ) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def inspection_context(account: Account) -> ssl.SSLContext:
    """Trust the same roots but overlook name and date: only to read a refused certificate, never to talk."""
    context = client_context(account)
    context.check_hostname = False
    context.verify_flags |= _NO_CHECK_TIME
    return context


def needs_inspection(error: ssl.SSLCertVerificationError) -> bool:
    """Say whether the refused certificate holds a name or a date that belongs in the sentence."""
    return getattr(error, "verify_code", 0) in _READ_TO_EXPLAIN


def speaks_plain(error: ssl.SSLError) -> bool:
    """Say whether the handshake failed because the other side does not speak TLS at all."""
    return reason(error) in _SPEAKS_PLAIN


def reason(error: ssl.SSLError) -> str:
    """OpenSSL's word for what went wrong, empty where the error did not come from OpenSSL."""
    return getattr(error, "reason", None) or ""


def bad_certificate(
    account: Account, error: ssl.SSLCertVerificationError, certificate: Mapping[str, object]
) -> ConnectError:
    """Explain a refused certificate; `certificate` as from getpeercert(), empty when it could not be read."""
    host, code = account.host, getattr(error, "verify_code", 0)
    if code in _WRONG_NAME:
        names = _names(certificate)
        title = f"The certificate is for {names}, not for {host}." if names else f"The certificate is not for {host}."
        remedy = "Check the server's name; providers often want their own name here, not your domain's."
    elif code in _EXPIRED:
        day = _day(certificate, "notAfter")
        title = f"The certificate of {host} expired on {day}." if day else f"The certificate of {host} has expired."
        remedy = _CHECK_DATE
    elif code in _NOT_YET_VALID:
        title = f"The certificate of {host} is not valid before {_day(certificate, 'notBefore') or 'a later day'}."
        remedy = _CHECK_DATE
    elif code in _SELF_SIGNED:
        title = f"The certificate of {host} is self-signed, so nobody vouches for it."
        remedy = "If the server is yours, name its certificate as the file to trust in the account."
    elif code in _NO_ISSUER:
        title = f"The certificate of {host} comes from an authority this computer does not know."
        remedy = "If the server is yours, name its authority's certificate as the file to trust in the account."
    else:
        title = f"The certificate of {host} is not trusted: {getattr(error, 'verify_message', '') or error}."
        remedy = "Ask the server's operator."
    return ConnectError(title, remedy=remedy, code="bad_certificate", permanent=True)


def _names(certificate: Mapping[str, object]) -> str:
    pairs = certificate.get("subjectAltName", ())
    names = [str(name) for _, name in pairs] if isinstance(pairs, tuple) else []
    return ", ".join(names[:3]) + (", …" if len(names) > 3 else "")  # noqa: PLR2004 -- three names fit a sentence


def _day(certificate: Mapping[str, object], key: str) -> str:
    said = certificate.get(key)
    if not isinstance(said, str):
        return ""
    day = datetime.fromtimestamp(ssl.cert_time_to_seconds(said), UTC)
    return f"{day.day} {day:%B %Y}"
