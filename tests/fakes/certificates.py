"""Certificates for tests: authorities and server certificates made on the spot with trustme."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import trustme

from sendoff.adapters.smtp import faults
from sendoff.adapters.smtp.proxy import reach
from sendoff.adapters.smtp.tls import CertificateInfo, read_certificate
from sendoff.adapters.smtp.wire import Timeouts
from sendoff.core.account import Account
from sendoff.core.errors import ConnectError
from sendoff.core.stopping import never


class Authority:
    """A private authority whose root is in `file`."""

    def __init__(self, folder: Path) -> None:
        self._authority = trustme.CA(organization_name="Sendoff tests")
        self.file = str(folder / "authority.pem")
        self._authority.cert_pem.write_to_path(self.file)

    def server(self, *names: str, expired_on: datetime | None = None) -> ssl.SSLContext:
        """Make a server's context for these names; with `expired_on`, its certificate is no longer valid."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if expired_on:
            start = datetime(2020, 1, 1, tzinfo=UTC)
            certificate = self._authority.issue_cert(*names, not_before=start, not_after=expired_on)
        else:
            certificate = self._authority.issue_cert(*names)
        certificate.configure_cert(context)
        return context


def self_signed(folder: Path) -> ssl.SSLContext:
    """Make a server's context whose only certificate vouches for itself."""
    authority = trustme.CA(organization_name="Self")
    both = folder / "self.pem"
    both.write_bytes(authority.private_key_pem.bytes() + authority.cert_pem.bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    return context


def fetch_certificate(account: Account, *, proxy_secret: Callable[[], str] = str) -> CertificateInfo:
    """Read the certificate of the account's server, whoever signed it. Raises ConnectError."""
    fault: ConnectError | None = None
    timeouts = Timeouts.for_steps(account.step_seconds)
    try:
        with closing(reach(account, proxy_secret, timeouts.connect, never)) as connection:
            return read_certificate(account, connection, timeouts.greeting)
    except faults.REPORTED as error:
        fault = faults.explain(error, account, timeouts)
    raise fault
