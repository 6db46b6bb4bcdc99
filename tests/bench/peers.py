"""The senders of the comparison, each as its own documentation runs it: what to start, and what it needs.

A peer that is not installed is left out, and the table says so. None is a dependency of Sendoff:

    python3 -m venv PEERS && PEERS/bin/pip install aiosmtplib mailmerge        --python PEERS/bin/python
    npm install --prefix NODE nodemailer                                       --node NODE
    apt-get install postfix                                                    (smtp-source)
"""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import workload
from tests.fakes.sink import ROOT

from sendoff.core.account import WireMode

HERE = Path(__file__).parent
ASKED = """
import importlib.metadata as found, sys
print(found.version(sys.argv[1]))
"""
MAILMERGE = "from mailmerge.__main__ import main; main()"
TEMPLATE = """\
TO: {{{{email}}}}
SUBJECT: {subject}
FROM: {sender}
REPLY-TO: {reply_to}
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="boundary"

--boundary
Content-Type: text/plain; charset=utf-8

{text}
--boundary
Content-Type: text/html; charset=utf-8

{html}
--boundary--
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One cell: a list on disk, a sink and how many connections to it."""

    folder: Path
    recipients: int
    port: int
    connections: int
    ca: str = ""
    """The certificate to trust, where the sink speaks TLS from the first byte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """One of the compared."""

    name: str
    trips: float
    """Round trips a message costs on one connection, for choosing how long a list fills a cell."""
    most: float
    """Messages a second without a round trip, likewise."""
    tls: bool = True
    connections: int = 64
    """How many it can have."""
    command: list[str] = field(default_factory=list)
    env: Mapping[str, str] = field(default_factory=dict)

    def words(self, task: Task) -> list[str]:
        """The command line."""
        raise NotImplementedError

    def expected(self, number: int) -> str:
        """The n-th recipient, as the sink will know it."""
        return workload.address(number)


class Sendoff(Sender):
    """The command line, as people run it, with its durable queue; its wire mode is the first word of `command`."""

    def words(self, task: Task) -> list[str]:
        wire, *command = self.command
        scheme, security = ("smtps", f"tls&ca={task.ca}") if task.ca else ("smtp", "none")
        url = f"{scheme}://127.0.0.1:{task.port}?security={security}&wire={wire}&messages=0"
        campaign = str(task.folder / "campaign.toml")
        options = ["--no-limits", "--connections", str(task.connections), "--yes", "--json"]
        return [*command, "send", campaign, "--smtp", url, *options]


class Nodemailer(Sender):
    """Its pool, fed with back-pressure."""

    def words(self, task: Task) -> list[str]:
        said = [workload.SENDER, workload.REPLY_TO, workload.SUBJECT]
        work, port, connections = str(task.folder), str(task.port), str(task.connections)
        return ["node", str(HERE / "nodemailer.mjs"), *self.command, work, port, connections, *said, task.ca]


class Aiosmtplib(Sender):
    """One client a connection, `EmailMessage` for each recipient."""

    def words(self, task: Task) -> list[str]:
        script, work = str(HERE / "aiosmtplib_sender.py"), str(task.folder)
        return [*self.command, script, work, str(task.port), str(task.connections), task.ca]


class Mailmerge(Sender):
    """Its command line: one message after the other, a connection for each."""

    def words(self, task: Task) -> list[str]:
        parts = {"text": "message.txt", "html": "message.html"}
        told = {name: (task.folder / file).read_text(encoding="utf-8") for name, file in parts.items()}
        head = {"subject": workload.SUBJECT, "sender": workload.SENDER, "reply_to": workload.REPLY_TO}
        (task.folder / "template.txt").write_text(TEMPLATE.format(**head, **told), encoding="utf-8")
        config = f"[smtp_server]\nhost = 127.0.0.1\nport = {task.port}\n"
        (task.folder / "server.conf").write_text(config)
        files = {"--template": "template.txt", "--database": "people.csv", "--config": "server.conf"}
        named = [word for option, file in files.items() for word in (option, str(task.folder / file))]
        return [*self.command, *named, "--no-dry-run", "--no-limit", "--output-format", "text"]


class SmtpSource(Sender):
    """Postfix's load generator: the same octets to everybody, nothing rendered, nothing kept."""

    def words(self, task: Task) -> list[str]:
        sessions, number = str(task.connections), str(task.recipients)
        options = ["-d", "-N", "-l", "5000", "-s", sessions, "-m", number, "-f", "anna@sender.example"]
        return [*self.command, *options, "-t", "x@list.example", f"127.0.0.1:{task.port}"]

    def expected(self, number: int) -> str:
        return f"{number}x@list.example"


def senders(python: str, node: str) -> tuple[list[Sender], list[str]]:
    """Who can be run here, and a sentence for each who cannot."""
    own = shlex.split(f"{shlex.quote(sys.executable)} -m sendoff")
    found: list[Sender] = [
        Sendoff(name=f"Sendoff, {wire}", trips=trips, most=most, command=[wire, *own], env={"PYTHONPATH": _app()})
        for wire, trips, most in (
            (WireMode.CAREFUL, 2, 2500),
            (WireMode.OVERLAPPED, 1, 2800),
            (WireMode.WINDOWED, 0.13, 4500),
        )
    ]
    absent = []
    package = Path(node, "node_modules/nodemailer/package.json") if node else None
    if package and package.exists() and shutil.which("node"):
        version = json.loads(package.read_text())["version"]
        found.append(Nodemailer(name=f"Nodemailer {version}, pooled", trips=2, most=1500, command=[node]))
    else:
        absent.append("Nodemailer: no --node folder with it.")
    for name, kind, trips, most, rest in (
        ("aiosmtplib", Aiosmtplib, 5, 500, {}),
        ("mailmerge", Mailmerge, 7, 150, {"tls": False, "connections": 1}),
    ):
        version = _version(python, name)
        command = [python] if name == "aiosmtplib" else [python, "-c", MAILMERGE]
        if version:
            found.append(kind(name=f"{name} {version}", trips=trips, most=most, command=command, **rest))  # type: ignore[arg-type]  # three kinds of values
        else:
            absent.append(f"{name}: not below the --python given.")
    source = shutil.which("smtp-source", path="/usr/sbin:/usr/bin:/sbin")
    if source:
        found.append(SmtpSource(name="Postfix smtp-source", trips=5, most=6000, tls=False, command=[source]))
    else:
        absent.append("smtp-source: Postfix is not installed.")
    return found, absent


def _app() -> str:
    return str(ROOT / "app")


def _version(python: str, name: str) -> str:
    if not python:
        return ""
    asked = subprocess.run([python, "-c", ASKED, name], capture_output=True, text=True, check=False)
    return asked.stdout.strip() if asked.returncode == 0 else ""
