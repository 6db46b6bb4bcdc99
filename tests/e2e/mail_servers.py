"""Exim and OpenSMTPD on loopback, from Debian packages unpacked into `SENDOFF_MAIL_SERVERS`; Postfix; and aiosmtpd.

As packages they exclude one another. Their users exist only for them (nss_wrapper), and OpenSMTPD, whose folders are
compiled in, gets them in a mount namespace of its own. Each refuses `gone@`, refuses the sender `spammer@`, defers a
recipient at grey.example the first time, where it can, and tells by its own books what it took.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import socketserver
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from tests.e2e.postfix import GONE, LARGEST, Outbox, Postfix
from tests.fakes.ports import own_port
from tests.fakes.smtp_servers import PATIENCE

GREY, SPAMMER = "grey.example", "spammer@sender.example"
PACKAGES = Path(os.environ.get("SENDOFF_MAIL_SERVERS") or "/nowhere")
NO_MOUNTS = "no mount namespaces here"
USERS = {"Debian-exim": 9001, "opensmtpd": 9002, "opensmtpq": 9003}
EXIM = """\
primary_hostname = mail.sendoff.test
spool_directory = {folder}/spool
log_file_path = {folder}/%slog
pid_file_path = {folder}/pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = {port}
message_size_limit = {largest}
smtputf8_advertise_hosts = *
chunking_advertise_hosts = *
tls_advertise_hosts =
queue_only = true
smtp_accept_max_per_connection = 0
acl_smtp_mail = sender
acl_smtp_rcpt = recipient
begin acl
sender:
  deny senders = {spammer}
       message = 5.7.1 We know you
  accept
recipient:
  deny recipients = {gone}
       message = 5.1.1 No such user here
  defer domains = {grey}
        !seen = 10m / key=$local_part
        message = 4.7.1 Greylisted, please come back later
  accept
begin routers
all:
  driver = accept
  transport = none
begin transports
none:
  driver = appendfile
  file = /dev/null
"""
OPENSMTPD = """\
smtp max-message-size {largest}
table gone {{ "{gone}" }}
table spammers {{ "{spammer}" }}
filter "known" phase mail-from match mail-from <spammers> reject "550 5.7.1 We know you"
listen on 127.0.0.1 port {port} hostname mail.sendoff.test filter "known"
action "on" relay host "smtp://127.0.0.1:{outbox}"
match from any for rcpt-to <gone> reject
match from any for any action "on"
"""
POSTFIX = f"""
smtpd_delay_reject = no
smtpd_sender_restrictions = check_sender_access inline:{{{{ {{{{ {SPAMMER} = 550 5.7.1 We know you }}}} }}}}
smtpd_recipient_restrictions = check_recipient_access inline:{{{{ {{{{ {GONE} = 550 5.1.1 No such user here }}}} }}}},
    check_policy_service inet:127.0.0.1:{{port}}, permit_sasl_authenticated, reject
"""
PRIVATE = """\
mount -t tmpfs none /var/spool && mount -t tmpfs none /var/lib && mount -t tmpfs none /run || exit 9
mkdir -p /var/lib/opensmtpd/empty /var/spool/smtpd && chmod 711 /var/spool/smtpd
exec "$0" "$@"
"""


def missing(*programs: str) -> str:
    """Say why a server cannot be run here; empty when it can."""
    absent = [program for program in programs if not (PACKAGES / program).exists()]
    if absent:
        return f"not below SENDOFF_MAIL_SERVERS: {', '.join(absent)}"
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "mail servers need root"
    mounts = subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False)
    return "" if mounts.returncode == 0 else NO_MOUNTS


class Server:
    """A running mail server; `taken` is read from its own books."""

    name = ""
    remembers = True
    """It can defer a recipient the first time."""
    pipelines = True

    def __init__(self) -> None:
        # Not pytest's folder: only root may enter that one.
        self.folder = Path(tempfile.mkdtemp(prefix="sendoff-server-"))
        self.folder.chmod(0o755)
        self.port = own_port()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGTERM)
            self._process.wait(PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def url(self) -> str:
        """What `--smtp` takes for it."""
        return f"smtp://127.0.0.1:{self.port}?security=none"

    def start(self) -> None:
        """Start; return when it listens."""
        raise NotImplementedError

    def taken(self) -> list[str]:
        """The recipient of each message the server took."""
        raise NotImplementedError

    def _run(self, *command: str) -> None:
        log = (self.folder / "said").open("wb")
        with log:
            self._process = subprocess.Popen(
                command, env={**os.environ, **self._users()}, stdout=log, stderr=log, start_new_session=True
            )
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as connection:
                    assert connection.recv(3) == b"220"
                    return
            except ConnectionRefusedError:
                said = (self.folder / "said").read_text()
                assert self._process.poll() is None, f"{self.name} did not start: {said}"
                assert time.monotonic() < deadline, f"{self.name} does not listen: {said}"
                time.sleep(0.02)

    def _users(self) -> Mapping[str, str]:
        for name, end in (("passwd", "::/nowhere:/usr/sbin/nologin\n"), ("group", ":\n")):
            lines = Path("/etc", name).read_text() + "".join(
                f"{user}:x:{number}:{number if name == 'passwd' else ''}{end if name == 'passwd' else chr(10)}"
                for user, number in USERS.items()
            )
            (self.folder / name).write_text(lines)
        wrapper = next((PACKAGES / "usr/lib").rglob("libnss_wrapper.so"))
        return {
            "LD_PRELOAD": str(wrapper),
            "NSS_WRAPPER_PASSWD": str(self.folder / "passwd"),
            "NSS_WRAPPER_GROUP": str(self.folder / "group"),
        }


class Exim(Server):
    """Exim, which keeps what it took in its spool."""

    name = "Exim"

    def start(self) -> None:
        config = self.folder / "exim.conf"
        values = {"folder": self.folder, "port": self.port, "largest": LARGEST, "gone": GONE}
        config.write_text(EXIM.format(**values, grey=GREY, spammer=SPAMMER))
        (self.folder / "spool").mkdir()
        for path in (self.folder, self.folder / "spool"):
            os.chown(path, USERS["Debian-exim"], USERS["Debian-exim"])
        self._run(str(PACKAGES / "usr/sbin/exim4"), "-bdf", "-C", str(config))

    def taken(self) -> list[str]:
        """By the spool's header files: the envelope's recipients stand between the flags and the first empty line."""
        found: list[str] = []
        for path in (self.folder / "spool/input").rglob("*-H"):
            _, number, *rest = re.split(r"^(\d+)\n", path.read_text(), maxsplit=1, flags=re.MULTILINE)
            found += rest[0].splitlines()[: int(number)]
        return found


class OpenSmtpd(Server):
    """OpenSMTPD, which sends what it took to an outbox. It has no greylisting of its own."""

    name = "OpenSMTPD"
    remembers = pipelines = False

    def __init__(self) -> None:
        super().__init__()
        self.outbox = Outbox()

    def start(self) -> None:
        config = self.folder / "smtpd.conf"
        values = {"port": self.port, "largest": LARGEST, "gone": GONE, "spammer": SPAMMER}
        config.write_text(OPENSMTPD.format(**values, outbox=self.outbox.start()))
        config.chmod(0o600)
        self._run("unshare", "-m", "sh", "-c", PRIVATE, str(PACKAGES / "usr/sbin/smtpd"), "-d", "-f", str(config))

    def __exit__(self, *_: object) -> None:
        self.outbox.stop()
        super().__exit__()

    def taken(self) -> list[str]:
        """By its log, when all of it has come out behind it."""
        log = (self.folder / "said").read_text(errors="replace")
        number = len(re.findall(r" smtp message msgid=\S+ size=\d+ nrcpt=1 ", log))
        self.outbox.wait(number)
        return [recipient for _, recipients, _ in self.outbox.messages for recipient in recipients]


class Python(Server):
    """aiosmtpd, which offers no PIPELINING."""

    name = "aiosmtpd"
    pipelines = False

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[str] = set()
        self._taken: list[str] = []
        self._controller = Controller(
            self, hostname="127.0.0.1", port=self.port, enable_SMTPUTF8=True, data_size_limit=LARGEST
        )

    def start(self) -> None:
        self._controller.start()

    def __exit__(self, *_: object) -> None:
        self._controller.stop()
        super().__exit__()

    def taken(self) -> list[str]:
        return self._taken

    async def handle_MAIL(  # noqa: N802 -- aiosmtpd's
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address == SPAMMER:
            return "550 5.7.1 We know you"
        envelope.mail_from, envelope.mail_options = address, options
        return "250 2.1.0 fine"

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd's
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address == GONE:
            return "550 5.1.1 No such user here"
        if address.endswith(GREY) and address not in self._seen:
            self._seen.add(address)
            return "451 4.7.1 Greylisted, please come back later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 fine"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 -- likewise
        self._taken += envelope.rcpt_tos
        return "250 2.0.0 kept"


class Greylist(socketserver.ThreadingTCPServer):
    """A policy service for Postfix that defers each recipient at `GREY` once, as postgrey does by time."""

    daemon_threads, allow_reuse_address = True, True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Policy)
        self.seen: set[str] = set()
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()


class _Policy(socketserver.StreamRequestHandler):
    server: Greylist

    def handle(self) -> None:
        asked: dict[str, str] = {}
        for line in self.rfile:
            name, _, value = line.decode().strip().partition("=")
            asked[name] = value
            if not name:
                known = asked.get("recipient", "")
                grey = known.endswith(GREY) and known not in self.server.seen
                self.server.seen.add(known)
                self.wfile.write(b"action=%s\n\n" % (b"DEFER 4.7.1 Greylisted, come back later" if grey else b"DUNNO"))
                asked = {}


class Postgrey:
    """The postgrey of the system, for recipients at `GREY` only, which takes a second try after a second."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="sendoff-postgrey-"))
        self._folder.chmod(0o755)
        for name, text in (("clients", ""), ("recipients", "example.com\n")):
            (self._folder / name).write_text(text)
        (self._folder / "db").mkdir()
        shutil.chown(self._folder / "db", "postgrey", "postgrey")
        self.server_address = ("127.0.0.1", own_port())
        port, clients = self.server_address[1], self._folder / "clients"
        options = [f"--inet=127.0.0.1:{port}", f"--dbdir={self._folder / 'db'}", "--delay=1", "--hostname=mail.test"]
        options += ["--auto-whitelist-clients=0", f"--whitelist-clients={clients}"]
        options += [f"--whitelist-recipients={self._folder / 'recipients'}", f"--pidfile={self._folder / 'db/pid'}"]
        with (self._folder / "said").open("wb") as log:
            self._process = subprocess.Popen(["/usr/sbin/postgrey", *options], stderr=log)
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                socket.create_connection(self.server_address, PATIENCE).close()
            except ConnectionRefusedError:
                assert self._process.poll() is None, self.said
                assert time.monotonic() < deadline, "postgrey does not listen"
                time.sleep(0.02)
            else:
                return

    @property
    def said(self) -> str:
        """Its log."""
        return (self._folder / "said").read_text(errors="replace")

    def shutdown(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(PATIENCE)

    def server_close(self) -> None:
        """Forget whom it knew."""
        shutil.rmtree(self._folder, ignore_errors=True)


class ThroughPostfix(Server):
    """Postfix behind TLS and a sign-in; what it took comes out behind it."""

    name = "Postfix"

    def __init__(self, secret: str, greylist: type[Greylist | Postgrey] = Greylist) -> None:
        super().__init__()
        self._greylist = greylist()
        more = POSTFIX.format(port=self._greylist.server_address[1])
        self._postfix = Postfix(secret, more=more, plodding=("LOGIN",))

    @property
    def url(self) -> str:
        return self._postfix.url()

    @property
    def plodding_url(self) -> str:
        """The same server where it wants commands one by one."""
        return self._postfix.url(port=self._postfix.login_port)

    def start(self) -> None:
        self._postfix.__enter__()

    def __exit__(self, *_: object) -> None:
        self._postfix.__exit__()
        self._greylist.shutdown()
        self._greylist.server_close()
        super().__exit__()

    def taken(self) -> list[str]:
        self._postfix.wait_empty()
        return [recipient for _, recipients, _ in self._postfix.outbox.messages for recipient in recipients]
