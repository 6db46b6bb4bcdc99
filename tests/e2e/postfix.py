"""A Postfix of one's own on loopback: TLS from a private authority, SASL (Cyrus or Dovecot), and an outbox behind it.

What Postfix sends on comes to an aiosmtpd server in this process, which keeps every message. Root is needed, because
Postfix runs its parts as different users.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from tests.fakes.ports import own_port
from tests.fakes.smtp_servers import PATIENCE

REALM = "sendoff.test"
USER = f"anna@{REALM}"
GONE = "gone@example.com"
LARGEST = 200_000
"""Bytes."""
MASTERS = ("/usr/lib/postfix/sbin/master", "/usr/libexec/postfix/master")
MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/mail.log
maillog_file_prefixes = {folder}
myhostname = mail.sendoff.test
mydestination =
alias_maps =
local_recipient_maps =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
relayhost = [127.0.0.1]:{outbox}
default_destination_concurrency_limit = 10
smtpd_peername_lookup = no
smtpd_error_sleep_time = 0
smtpd_soft_error_limit = 1000
smtpd_hard_error_limit = 1000
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_chain_files = {folder}/server.pem
smtpd_sasl_auth_enable = yes
{sasl}
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access inline:{{ {{ {gone} = 550 5.1.1 No such user here }} }},
    permit_sasl_authenticated, reject
message_size_limit = {largest}
mailbox_size_limit = 0
"""
MASTER = """\
{doors}
pickup  unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr    unix n - n 300 1 qmgr
tlsmgr  unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce  unix - - n - 0 bounce
defer   unix - - n - 0 bounce
trace   unix - - n - 0 bounce
proxymap unix - - n - - proxymap
smtp    unix - - n - - smtp
error   unix - - n - - error
retry   unix - - n - - error
anvil   unix - - n - 1 anvil
scache  unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""
PLODDING = " -o smtpd_discard_ehlo_keywords=pipelining,chunking"
CYRUS = "smtpd_sasl_local_domain = {realm}\ncyrus_sasl_config_path = {folder}/sasl"
DOVECOT = "smtpd_sasl_type = dovecot\nsmtpd_sasl_path = {socket}"
DOOR = "127.0.0.1:{port} inet n - n - - smtpd -o {option}={mechanism}"
SASL = "pwcheck_method: auxprop\nauxprop_plugin: sasldb\nmech_list: {mechanism}\nsasldb_path: {folder}/sasldb2\n"


def missing(*needed: str) -> str:
    """Say why Postfix, with what else it needs, cannot be run here; empty when it can."""
    absent = [name for name in ("postfix", *needed) if shutil.which(name, path=_path()) is None]
    if absent:
        return f"not installed: {', '.join(absent)}"
    return "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "Postfix needs root"


def _path() -> str:
    return os.environ.get("PATH", "") + ":/usr/sbin:/sbin"


class Outbox:
    """What came out of Postfix: (Message-ID, recipients, content without Postfix's own header)."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, tuple[str, ...], bytes]] = []
        self._controller = Controller(self, hostname="127.0.0.1", port=own_port(), enable_SMTPUTF8=True)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 -- aiosmtpd's
        assert isinstance(envelope.original_content, bytes)
        content = re.sub(rb"\AReceived: .*\r\n(?:[ \t].*\r\n)*", b"", envelope.original_content)
        found = re.search(rb"^message-id:\s*(<.*>)", content, re.IGNORECASE | re.MULTILINE)
        self.messages.append((found[1].decode() if found else "", tuple(envelope.rcpt_tos), content))
        return "250 2.0.0 kept"

    def start(self) -> int:
        """Listen; returns the port."""
        self._controller.start()
        return int(self._controller.port)

    def stop(self) -> None:
        """Listen no more."""
        self._controller.stop()

    def wait(self, number: int, patience: float = PATIENCE) -> None:
        """Wait until at least so many messages came out."""
        deadline = time.monotonic() + patience
        while len(self.messages) < number:
            assert time.monotonic() < deadline, f"{len(self.messages)} of {number} messages came out of Postfix"
            time.sleep(0.001)


class Postfix:
    """A running Postfix with a port for each mechanism, `ports`, which offers AUTH with that one after STARTTLS.

    Who signs in is decided by Cyrus SASL, for PLAIN and LOGIN and the one secret, or by the Dovecot behind a socket.
    `milter` is the port of a mail filter on loopback that every message goes through, if any; `more` are further
    lines for main.cf; at the ports of the `plodding` mechanisms commands come one by one.
    """

    def __init__(
        self,
        secret: str = "",
        *,
        dovecot: Path | None = None,
        mechanisms: Sequence[str] = (),
        milter: int = 0,
        more: str = "",
        plodding: Sequence[str] = (),
    ) -> None:
        self.outbox = Outbox()
        # Not pytest's folder: only root may enter that one, and Postfix's parts are not root.
        self.folder = Path(tempfile.mkdtemp(prefix="sendoff-postfix-"))
        self.ca_file = self.folder / "authority.pem"
        self._secret = secret
        self._dovecot = dovecot
        self.ports = {mechanism: own_port() for mechanism in mechanisms or ("PLAIN", "LOGIN")}
        self._plodding = plodding
        self._more = (f"smtpd_milters = inet:127.0.0.1:{milter}\n" if milter else "") + more

    def __enter__(self) -> Self:
        try:
            self._configure(self.outbox.start())
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._master is not None:
            os.killpg(self._master.pid, signal.SIGTERM)
            self._master.wait(PATIENCE)
        self.outbox.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    _master: subprocess.Popen[bytes] | None = None

    @property
    def port(self) -> int:
        """The port that offers AUTH PLAIN."""
        return self.ports["PLAIN"]

    @property
    def login_port(self) -> int:
        """The port that offers AUTH LOGIN."""
        return self.ports["LOGIN"]

    def url(self, user: str = USER, *, port: int = 0) -> str:
        """What `--smtp` takes for this server, its authority trusted."""
        login = user.replace("@", "%40")
        return f"smtp://{login}@127.0.0.1:{port or self.port}?security=starttls&ca={self.ca_file}"

    def wait_empty(self, patience: float = PATIENCE) -> None:
        """Wait until every message Postfix took has left it."""
        deadline = time.monotonic() + patience
        while any(self._waiting()):
            assert time.monotonic() < deadline, f"still in Postfix: {self._waiting()}"
            time.sleep(0.02)

    def _waiting(self) -> list[Path]:
        queues = ("maildrop", "incoming", "active", "deferred")
        return [path for name in queues for path in (self.folder / "queue" / name).rglob("*") if path.is_file()]

    @property
    def log(self) -> str:
        """What Postfix wrote."""
        return (self.folder / "mail.log").read_text(errors="replace")

    def _configure(self, outbox: int) -> None:
        self.folder.chmod(0o755)
        authority = trustme.CA(organization_name="Sendoff tests")
        authority.cert_pem.write_to_path(self.ca_file)
        authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(self.folder / "server.pem")
        (self.folder / "server.pem").chmod(0o600)
        (self.folder / "queue").mkdir()
        (self.folder / "data").mkdir()
        shutil.chown(self.folder / "data", "postfix")
        sasl, option = self._with_dovecot() if self._dovecot else self._with_cyrus()
        values = {"folder": self.folder, "outbox": outbox, "sasl": sasl, "gone": GONE, "largest": LARGEST}
        (self.folder / "main.cf").write_text(MAIN.format(**values) + self._more)
        doors = [
            DOOR.format(port=port, option=option, mechanism=mechanism.lower())
            + PLODDING * (mechanism in self._plodding)
            for mechanism, port in self.ports.items()
        ]
        (self.folder / "master.cf").write_text(MASTER.format(doors="\n".join(doors)))
        self._call("postfix", "-c", str(self.folder), "check")

    def _with_dovecot(self) -> tuple[str, str]:
        return DOVECOT.format(socket=self._dovecot), "smtpd_sasl_mechanism_filter"

    def _with_cyrus(self) -> tuple[str, str]:
        (self.folder / "sasl").mkdir()
        for mechanism in self.ports:
            text = SASL.format(mechanism=mechanism, folder=self.folder)
            (self.folder / "sasl" / f"{mechanism.lower()}.conf").write_text(text)
        database = self.folder / "sasldb2"
        name, _, realm = USER.partition("@")
        self._call("saslpasswd2", "-p", "-c", "-f", str(database), "-u", realm, name, said=self._secret)
        shutil.chown(database, "postfix")
        return CYRUS.format(realm=REALM, folder=self.folder), "smtpd_sasl_path"

    def _call(self, *command: str, said: str = "") -> None:
        environ = os.environ | {"PATH": _path(), "MAIL_CONFIG": str(self.folder)}
        done = subprocess.run(
            command,
            input=said.encode(),
            capture_output=True,
            env=environ,
            timeout=PATIENCE,
            check=False,
            cwd=self.folder,
        )
        assert done.returncode == 0, (command, done.stdout, done.stderr)

    def _start(self) -> None:
        master = next(path for path in MASTERS if Path(path).exists())
        self._master = subprocess.Popen(
            [master, "-c", str(self.folder), "-d"],
            cwd=self.folder / "queue",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as connection:
                    assert connection.recv(3) == b"220"
                    return
            except ConnectionRefusedError:
                assert self._master.poll() is None, "Postfix did not start"
                assert time.monotonic() < deadline, "Postfix does not listen"
                threading.Event().wait(0.02)
