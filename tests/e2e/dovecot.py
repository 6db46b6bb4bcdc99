"""A Dovecot of one's own on loopback: a submission service with a relay behind it, mailboxes, sign-ins for a Postfix.

It asks a small web server of this process whether a token is good, as it would ask a company's identity service. Root
is needed, because Dovecot runs its parts as different users.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import parse_qs, urlsplit

import trustme
from tests.fakes.ports import own_port
from tests.fakes.smtp_servers import PATIENCE, ScriptedServer

from sendoff.core.account import Account, Security, SignIn

USER = "anna@sendoff.test"
SECRET = "correct horse grüße canary"
TOKEN, LONG_TOKEN = "good-token-canary", "good-" + "canary" * 300
CONFIGURATION = """\
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
protocols = submission imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/server.pem
ssl_key = <{folder}/server.pem
auth_mechanisms = plain login cram-md5 xoauth2 oauthbearer
auth_failure_delay = 0
first_valid_uid = 1
mail_location = maildir:{folder}/mail
default_internal_user = {internal}
default_login_user = {login}
submission_relay_host = 127.0.0.1
submission_relay_port = {relay}
submission_relay_trusted = no
service anvil {{
  chroot =
  # No growing delay for this address after a wrong password.
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service submission-login {{
  chroot =
  inet_listener submission {{
    port = {port}
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
  }}
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox {sent} {{
    auto = create
    special_use = {mark}
  }}
}}
service auth {{
  unix_listener {folder}/postfix-auth {{
    mode = 0666
  }}
}}
passdb {{
  driver = passwd-file
  mechanisms = plain login cram-md5
  args = scheme=PLAIN username_format=%u {folder}/users
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {folder}/oauth2.conf
}}
userdb {{
  driver = static
  args = uid={internal} gid={internal} home={folder}/mail
}}
"""
OAUTH2 = """\
introspection_mode = get
introspection_url = http://127.0.0.1:{judge}/?token=
username_attribute = username
active_attribute = active
active_value = true
"""


class Judge(BaseHTTPRequestHandler):
    """Says whether a token is good, and whose it is."""

    def do_GET(self) -> None:
        token = parse_qs(urlsplit(self.path).query).get("token", [""])[0]
        answer = {"active": "true", "username": USER} if token in (TOKEN, LONG_TOKEN) else {"active": "false"}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""


def missing() -> str:
    """Say why Dovecot cannot be run here; empty when it can."""
    if shutil.which("dovecot", path=os.environ.get("PATH", "") + ":/usr/sbin") is None:
        return "not installed: dovecot"
    for part, package in (("submission-login", "dovecot-submissiond"), ("imap-login", "dovecot-imapd")):
        if not Path("/usr/lib/dovecot", part).exists():
            return f"not installed: {package}"
    return "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "Dovecot needs root"


class Dovecot:
    """A running Dovecot; `relay` keeps what came through it, and a Postfix may ask it at `sasl` who signs in.

    `sent` is the folder for what was sent, `mark` what the server says of it (RFC 6154); `more` is added to
    its configuration.
    """

    def __init__(self, *, sent: str = "Outgoing", mark: str = "\\Sent", more: str = "") -> None:
        self.sent, self.mark, self._more = sent, mark, more
        # Not pytest's folder: only root may enter that one, and Dovecot's parts are not root.
        self.folder = Path(tempfile.mkdtemp(prefix="sendoff-dovecot-"))
        self.relay = ScriptedServer()
        self.authority = self.folder / "authority.pem"
        self.sasl = self.folder / "postfix-auth"
        self.port, self.imap, self.imaps = own_port(), own_port(), own_port()
        self._judge = ThreadingHTTPServer(("127.0.0.1", 0), Judge)
        self._judging = threading.Thread(target=self._judge.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._master: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.relay.__enter__()
        self._judging.start()
        try:
            self._configure()
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._master is not None:
            self._master.terminate()
            self._master.wait(PATIENCE)
        self._judge.shutdown()
        self._judging.join(PATIENCE)
        self._judge.server_close()
        self.relay.__exit__()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def log(self) -> str:
        """What Dovecot wrote."""
        path = self.folder / "dovecot.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def account(self, sign_in: SignIn) -> Account:
        """An account there."""
        return Account(
            id="d",
            name="Dovecot",
            host="127.0.0.1",
            port=self.port,
            security=Security.STARTTLS,
            ca_file=str(self.authority),
            sign_in=sign_in,
            username=USER,
        )

    def _configure(self) -> None:
        self.folder.chmod(0o755)
        authority = trustme.CA(organization_name="Sendoff tests")
        authority.cert_pem.write_to_path(self.authority)
        authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(self.folder / "server.pem")
        (self.folder / "server.pem").chmod(0o600)
        (self.folder / "users").write_text(f"{USER}:{{PLAIN}}{SECRET}\n", encoding="utf-8")
        (self.folder / "users").chmod(0o644)
        (self.folder / "mail").mkdir()
        shutil.chown(self.folder / "mail", "dovecot", "dovecot")
        values = {
            "folder": self.folder,
            "internal": "dovecot",
            "login": "dovenull",
            "port": self.port,
            "imap": self.imap,
            "imaps": self.imaps,
            "sent": f'"{self.sent}"',
            "mark": self.mark,
            "relay": self.relay.port,
            "judge": self._judge.server_address[1],
        }
        (self.folder / "dovecot.conf").write_text(CONFIGURATION.format(**values) + self._more)
        (self.folder / "oauth2.conf").write_text(OAUTH2.format(**values))

    def _start(self) -> None:
        self._master = subprocess.Popen(
            ["/usr/sbin/dovecot", "-F", "-c", str(self.folder / "dovecot.conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as connection:
                    assert connection.recv(3) == b"220", self.log
                    return
            except OSError:
                assert self._master.poll() is None, f"Dovecot did not start: {self.log}"
                assert time.monotonic() < deadline, f"Dovecot does not listen: {self.log}"
                threading.Event().wait(0.05)
