"""An opendkim of one's own on loopback, which signs whatever a mail server sends through it."""

from __future__ import annotations

import base64
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from tests.fakes.ports import own_port
from tests.fakes.smtp_servers import PATIENCE

SELECTOR = "spring"
CONFIGURATION = """\
Syslog no
Mode s
Domain {domain}
Selector {selector}
KeyFile {folder}/key.pem
RequireSafeKeys no
Socket inet:{port}@127.0.0.1
Canonicalization {canonicalization}
SignatureAlgorithm rsa-sha256
InternalHosts 127.0.0.1
OverSignHeaders From,Subject,List-Unsubscribe,List-Unsubscribe-Post
SignHeaders *,+List-Unsubscribe,+List-Unsubscribe-Post,+Content-Type,+Message-ID
UserID opendkim
"""


def missing() -> str:
    """Say why opendkim cannot be run here; empty when it can."""
    if shutil.which("opendkim", path=_path()) is None:
        return "not installed: opendkim"
    return "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "opendkim needs root"


class Opendkim:
    """A running signer for one domain; `record` is the key as DNS would give it."""

    def __init__(self, domain: str, canonicalization: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="sendoff-opendkim-"))
        self.port = own_port()
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        self.record = b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)
        self.name = f"{SELECTOR}._domainkey.{domain}."
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
        (self.folder / "key.pem").write_bytes(secret)
        text = CONFIGURATION.format(
            domain=domain, selector=SELECTOR, folder=self.folder, port=self.port, canonicalization=canonicalization
        )
        (self.folder / "opendkim.conf").write_text(text)
        for path in (self.folder, *self.folder.iterdir()):
            shutil.chown(path, "opendkim", "opendkim")

    def __enter__(self) -> Self:
        program = shutil.which("opendkim", path=_path())
        assert program
        self._process = subprocess.Popen([program, "-f", "-x", str(self.folder / "opendkim.conf")])
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), PATIENCE).close()
                return self
            except ConnectionRefusedError:
                assert self._process.poll() is None, "opendkim did not start"
                assert time.monotonic() < deadline, "opendkim does not listen"
                threading.Event().wait(0.02)

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)


def _path() -> str:
    return os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
