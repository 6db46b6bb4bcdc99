"""After a whole life with passwords, a proxy's, a client secret and tokens, none is on the disk, in no spelling."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
import trustme
from tests.adapters.test_keyring import NEEDED, UNLOCKED, private
from tests.e2e.secret_browser import AUTHORITY, GRAPH
from tests.fakes.authority import CLIENT_SECRET, FakeAuthority
from tests.fakes.graph_api import GraphApi
from tests.fakes.proxies import HttpConnect, Manner
from tests.fakes.sink import SinkProcess
from tests.fakes.smtp_servers import ScriptedServer

ROOT = Path(__file__).parents[2]
USER = "anna@example.com"
SECRETS = {
    "keyring": "canary-1 Schlüssel/ring+%7",
    "stdin": "canary-2 Tür&Angel?=",
    "environ": 'canary-3 "Umgebung"\\x',
    "wrong": "canary-4 Fälschung+/",
    "proxy": "canary-5 Brücke:=%40+",
    "client": CLIENT_SECRET,
}
FILE = """
name = "{name}"
from = "Anna <anna@example.com>"
subject = "Hello"
text = "message.txt"
recipients = "people.csv"
"""


def spellings(secret: str) -> list[bytes]:
    """Every way in which a secret could lie in a file, as a piece that may stand alone."""
    raw = secret.encode()
    texts = {secret, quote(secret, safe=""), quote_plus(secret), quote(secret), repr(secret)[1:-1]}
    texts |= {json.dumps(secret)[1:-1], raw.hex(), raw.hex().upper(), raw.hex(" "), secret[::-1]}
    found = [text.encode() for text in texts] + [secret.encode("utf-16-le"), secret.encode("utf-16-be")]
    for before in range(3):
        # Base64 of anything with the secret inside it, such as AUTH PLAIN: only the letters that depend on it alone.
        skipped, whole = -(-before * 8 // 6), (before + len(raw)) * 8 // 6
        codes = (base64.b64encode, base64.urlsafe_b64encode)
        found += [code(bytes(before) + raw)[skipped:whole] for code in codes]
    return found


def leaks(folder: Path, secrets: Mapping[str, str]) -> list[tuple[str, str]]:
    """(file, secret) for every secret found below a folder, in names as well as in contents."""
    found = []
    written = {name: spellings(secret) for name, secret in secrets.items()}
    for path in sorted(folder.rglob("*")):
        content = os.fsencode(path.name) + (b"\n" + path.read_bytes() if path.is_file() else b"")
        found += [
            (str(path.relative_to(folder)), name)
            for name, ways in written.items()
            if any(spelling in content for spelling in ways)
        ]
    return found


@pytest.mark.parametrize("name", SECRETS)
def test_the_search_finds_what_it_looks_for(tmp_path: Path, name: str) -> None:
    raw = SECRETS[name].encode()
    planted = [
        raw,
        raw.hex().encode(),
        quote(SECRETS[name]).encode(),
        base64.b64encode(raw),
        base64.b64encode(b"\0" + USER.encode() + b"\0" + raw),
        base64.urlsafe_b64encode(b"user\x01auth=Bearer " + raw + b"\x01\x01"),
        json.dumps({"password": SECRETS[name]}).encode(),
    ]
    for number, content in enumerate(planted):
        (tmp_path / str(number)).write_bytes(b"x" * 5000 + content + b"y" * 5000)
    assert leaks(tmp_path, SECRETS) == [(str(number), name) for number in range(len(planted))]


@pytest.fixture
def session() -> tuple[str, ...]:
    """The command that runs another one in a session with a real, unlocked keyring."""
    absent = [name for name in NEEDED if shutil.which(name) is None]
    if absent and os.environ.get("SENDOFF_REQUIRE_ALL") == "1":
        pytest.fail(f"not installed: {', '.join(absent)}")
    if absent:
        pytest.skip(f"not installed: {', '.join(absent)}")
    return ("dbus-run-session", "--", "sh", "-c", UNLOCKED)


def write_campaigns(folder: Path) -> None:
    for name, number in (("first", 600), ("second", 5), ("third", 5), ("fourth", 5), ("fifth", 5)):
        place = folder / name
        place.mkdir()
        (place / "campaign.toml").write_text(FILE.format(name=name))
        (place / "message.txt").write_text("Hello.\n")
        people = [f"{name}{each}@example.com" for each in range(number)]
        (place / "people.csv").write_text("\n".join(["email", *people]) + "\n")


@pytest.mark.timeout(600)  # some twenty programs, one after the other
def test_no_password_is_left_anywhere(tmp_path: Path, session: tuple[str, ...]) -> None:
    place = tmp_path / "place"
    place.mkdir()
    write_campaigns(place)
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    certificate, key = tmp_path / "server.pem", tmp_path / "server.key"
    issued = authority.issue_cert("127.0.0.1")
    issued.cert_chain_pems[0].write_to_path(certificate)
    issued.private_key_pem.write_to_path(key)
    with ExitStack() as stack:
        people = stack.enter_context(FakeAuthority())
        people.behaviour.person, people.behaviour.lifetime = USER, 100  # seconds: every use needs a renewal
        graph = GraphApi(tokens=people.live)
        server = stack.enter_context(ScriptedServer(graph))
        environ = private(
            tmp_path,
            SENDOFF_HOME=str(tmp_path / "home"),
            PYTHONPATH=f"{ROOT}:{ROOT / 'app'}",
            **{AUTHORITY: people.url, GRAPH: f"http://127.0.0.1:{server.port}"},
        )
        sinks = {
            name: stack.enter_context(
                SinkProcess(
                    tmp_path / f"{name}.log",
                    "--auth",
                    f"{USER}:{SECRETS[name]}",
                    "--starttls",
                    str(certificate),
                    str(key),
                )
            )
            for name in ("keyring", "stdin", "environ")
        }
        manner = Manner(target=("127.0.0.1", sinks["keyring"].port), users={"bob": SECRETS["proxy"]})
        proxy = stack.enter_context(HttpConnect(manner))
        user = USER.replace("@", "%40")
        query = f"security=starttls&ca={tmp_path / 'authority.pem'}"
        given = {
            "user": USER,
            "ca": str(tmp_path / "authority.pem"),
            "port": sinks["keyring"].port,
            "proxy": proxy.port,
            "log": str(tmp_path / "keyring.log"),
            "urls": {name: f"smtp://{user}@127.0.0.1:{sink.port}?{query}" for name, sink in sinks.items()},
            "secrets": SECRETS,
        }
        done = subprocess.run(
            [*session, sys.executable, "-m", "tests.e2e.secret_journey"],
            input=json.dumps(given), capture_output=True, text=True, env=environ, cwd=place, timeout=560, check=False,
        )  # fmt: skip
        assert done.stdout.endswith("arrived\n"), done.stdout + done.stderr
        accepted = {name: len(sink.records()) for name, sink in sinks.items()}
    assert accepted["keyring"] >= 603
    assert len(proxy.asked) >= 5
    assert (sorted(graph.recipients()), len(people.opened)) == ([f"fifth{each}@example.com" for each in range(5)], 3)
    renewals = [form for form in people.asked if form["grant_type"] == "refresh_token"]
    assert len(renewals) >= 2
    assert (accepted["stdin"], accepted["environ"]) == (5, 5)
    (tmp_path / "journey.txt").write_text(done.stdout + done.stderr)
    looked_at = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert {"home/sendoff.db", "home/logs/debug.log", "home/logs/sendoff.log", "place/said.txt", "place/report.csv",
            "place/exported.toml", "place/after-the-kill/sendoff.db-wal"} <= looked_at  # fmt: skip
    assert any(name.endswith(".keyring") for name in looked_at)
    assert "[hidden]" in (tmp_path / "home" / "logs" / "debug.log").read_text()
    said = (tmp_path / "place" / "said.txt").read_text()
    assert "You signed in as anna@example.com; this account sends as bea@example.com." in said
    assert "RuntimeError" in (tmp_path / "home" / "logs" / "sendoff.log").read_text(), "the crash is in the log"
    tokens = {f"issued {number}": secret for number, secret in enumerate(sorted(people.issued))}
    assert len(tokens) >= 10
    assert leaks(tmp_path, SECRETS | tokens) == []
