"""Whom to trust, what to show for oneself, and how a certificate that is not trusted is explained."""

from __future__ import annotations

import hashlib
import re
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

import truststore

from sendoff.adapters.smtp import opening
from sendoff.adapters.smtp.wire import Wire
from sendoff.core.account import Account, Security
from sendoff.core.errors import ConnectError
from sendoff.core.language import all_of, phrase, tr

if TYPE_CHECKING:
    from cryptography import x509

WRONG_NAME = frozenset({62, 64, 0x800B010F, -67602})
"""The chain is trusted, the name is another; numbers as below."""
_EXPIRED = frozenset({10, 0x800B0101, -67818})
_NOT_YET_VALID = frozenset({9})
_SELF_SIGNED = frozenset({18, 19})
_NO_ISSUER = frozenset({20, 21, 0x800B0109, 0x800B010A, -67843})
"""Numbers of OpenSSL (X509_V_ERR_), Windows (CERT_E_) and macOS (errSec)."""
_NO_CHECK_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME, which Python has no name for."""
_READ_TO_EXPLAIN = _EXPIRED | _NOT_YET_VALID | WRONG_NAME
_CHECK_DATE = phrase("Check this computer's date; if it is right, the server's operator has to renew the certificate.")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SHOWN = 16
"""Characters of a fingerprint that are enough to compare it by eye."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateInfo:
    """What a server's certificate says of itself; nobody has vouched for any of it."""

    sha256: str
    """Of the certificate in DER, hexadecimal: what `Account.pinned` takes."""
    names: tuple[str, ...]
    """The hosts it is for; its common name where it lists none."""
    issuer: str
    not_before: datetime
    not_after: datetime


def client_context(account: Account) -> ssl.SSLContext:
    """Trust the pinned certificate, or the account's own file of certificates, or the system's store.

    TLS 1.2 at least; with the account's client certificate, where it has one. Raises ConnectError.
    """
    context = _trusting(account)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if account.client_cert:
        try:
            # An empty password: without one OpenSSL would ask on the terminal.
            context.load_cert_chain(account.client_cert, account.client_key or None, password="")
        except (OSError, ValueError) as error:
            files = all_of(filter(None, (account.client_cert, account.client_key)))
            raise ConnectError(
                tr("The client certificate in {files} cannot be used.", files=files),
                remedy=tr(
                    "Choose readable files in PEM format: the certificate and its key, the key without a password."
                ),
                code="bad_client_cert",
                permanent=True,
            ) from error
    return context


def _trusting(account: Account) -> ssl.SSLContext:
    if account.pinned:
        return _Pinned(account)
    try:
        if account.ca_file:
            return ssl.create_default_context(cafile=account.ca_file)
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    except OSError as error:
        raise ConnectError(
            tr("The file of certificates {ca_file} cannot be used.", ca_file=account.ca_file),
            remedy=tr("Choose a readable file in PEM format, or use the system's certificates."),
            code="bad_ca_file",
            permanent=True,
        ) from error


class _Pinned(ssl.SSLContext):
    """Trusts one certificate and nothing else: no authority, name or date counts beside its fingerprint."""

    def __new__(cls, _account: Account) -> Self:
        return super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)

    def __init__(self, account: Account) -> None:
        self._account = account
        self._pinned = account.pinned.replace(":", "").replace(" ", "").lower()
        if not _SHA256.fullmatch(self._pinned):
            raise ConnectError(
                tr(
                    "The fingerprint of the certificate to trust in the account {name} is not a SHA-256.",
                    name=account.name,
                ),
                remedy=tr("Read the server's certificate again and trust it, or remove the fingerprint."),
                code="bad_pin",
                permanent=True,
            )
        self.check_hostname = False
        self.verify_mode = ssl.CERT_NONE

    def wrap_socket(self, *args: Any, **kwargs: Any) -> ssl.SSLSocket:
        """Shake hands, and say nothing more to a stranger. Raises OSError, ConnectError."""
        connection = super().wrap_socket(*args, **kwargs)
        shown = hashlib.sha256(connection.getpeercert(binary_form=True) or b"").hexdigest()
        if shown == self._pinned:
            return connection
        connection.close()
        host = self._account.host
        raise ConnectError(
            tr(
                "{host} shows another certificate ({shown}…) than the one to trust ({pinned}…).",
                host=host,
                shown=shown[:_SHOWN],
                pinned=self._pinned[:_SHOWN],
            ),
            remedy=tr("Ask the server's operator whether it was renewed; if so, trust the new one in the account."),
            code="pin_changed",
            permanent=True,
        )


def read_certificate(account: Account, connection: socket.socket, patience: float) -> CertificateInfo:
    """Shake hands with whoever is at the other end. Raises ConnectError, OSError."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    wire = Wire(account.host, connection, patience)
    try:
        wire.local_hostname = opening.local_name(account, connection)
        if account.security is Security.TLS:
            wire.secure(context)
        else:
            opening.greet(wire, account)
            opening.start_tls(wire, account, context)
        return certificate_info(account, wire.der())
    finally:
        wire.sock.close()


def certificate_info(account: Account, der: bytes) -> CertificateInfo:
    """Read a certificate in DER. Raises ConnectError for one that breaks the rules of certificates."""
    from cryptography import x509  # here: hardly any run reads one, and this takes a twentieth of the start
    from cryptography.x509.oid import NameOID

    try:
        one = x509.load_der_x509_certificate(der)
        names = [
            str(name.value)
            for extension in one.extensions
            if isinstance(extension.value, x509.SubjectAlternativeName)
            for name in extension.value
            if isinstance(name, x509.DNSName | x509.IPAddress)
        ]
        return CertificateInfo(
            sha256=hashlib.sha256(der).hexdigest(),
            names=tuple(names or _values(one.subject, NameOID.COMMON_NAME)),
            issuer=", ".join(_values(one.issuer, NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME)),
            not_before=one.not_valid_before_utc,
            not_after=one.not_valid_after_utc,
        )
    except ValueError as error:
        raise ConnectError(
            tr("The certificate of {host} cannot be read.", host=account.host),
            remedy=tr("Ask the server's operator."),
            code="bad_certificate",
            permanent=True,
        ) from error


def _values(name: x509.Name, *kinds: x509.ObjectIdentifier) -> list[str]:
    return [str(each.value) for kind in kinds for each in name.get_attributes_for_oid(kind)]


def inspection_context(account: Account) -> ssl.SSLContext:
    """Trust the same roots but overlook name and date: only to read a refused certificate, never to talk."""
    context = client_context(account)
    context.check_hostname = False
    context.verify_flags |= _NO_CHECK_TIME
    return context


def needs_inspection(error: ssl.SSLCertVerificationError) -> bool:
    """Say whether the refused certificate holds a name or a date that belongs in the sentence."""
    return getattr(error, "verify_code", 0) in _READ_TO_EXPLAIN


def bad_certificate(
    account: Account, error: ssl.SSLCertVerificationError, certificate: Mapping[str, object]
) -> ConnectError:
    """Explain a refused certificate; `certificate` as from getpeercert(), empty when it could not be read."""
    host, code = account.host, getattr(error, "verify_code", 0)
    if code in WRONG_NAME:
        names = _names(certificate)
        title = (
            tr("The certificate is for {names}, not for {host}.", names=names, host=host)
            if names
            else tr("The certificate is not for {host}.", host=host)
        )
        remedy = tr("Check the server's name; providers often want their own name here, not your domain's.")
    elif code in _EXPIRED:
        day = _day(certificate, "notAfter")
        title = (
            tr("The certificate of {host} expired on {day}.", host=host, day=day)
            if day
            else tr("The certificate of {host} has expired.", host=host)
        )
        remedy = tr(_CHECK_DATE)
    elif code in _NOT_YET_VALID:
        title = tr(
            "The certificate of {host} is not valid before {day}.",
            host=host,
            day=_day(certificate, "notBefore") or tr("a later day"),
        )
        remedy = tr(_CHECK_DATE)
    elif code in _SELF_SIGNED:
        title = tr("The certificate of {host} is self-signed, so nobody vouches for it.", host=host)
        remedy = tr("If the server is yours, name its certificate as the file to trust in the account.")
    elif code in _NO_ISSUER:
        title = tr("The certificate of {host} comes from an authority this computer does not know.", host=host)
        remedy = tr("If the server is yours, name its authority's certificate as the file to trust in the account.")
    else:
        title = tr(
            "The certificate of {host} is not trusted: {getattr}.",
            host=host,
            getattr=getattr(error, "verify_message", "") or error,
        )
        remedy = tr("Ask the server's operator.")
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
