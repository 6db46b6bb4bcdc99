"""Secrets go to a real keyring or stay in memory; tried with a real gnome-keyring on a private bus."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from sendoff.adapters.keyring import system
from sendoff.adapters.keyring.given import open_vault
from sendoff.adapters.keyring.session import SessionVault

NEEDED = ("dbus-run-session", "gnome-keyring-daemon")


def private(tmp_path: Path, **more: str) -> dict[str, str]:
    """An environment whose home, keyring and bus are nobody else's."""
    folders = {"HOME": "", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache"}
    folders["XDG_RUNTIME_DIR"] = "run"
    places = {name: tmp_path / folder for name, folder in folders.items()}
    for place in places.values():
        place.mkdir(mode=0o700, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "PYTHONPATH", "SYSTEMROOT"}}
    return kept | {name: str(place) for name, place in places.items()} | more


def python(script: str, environ: dict[str, str], *prefix: str) -> str:
    command = [*prefix, sys.executable, "-W", "error", "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, env=environ, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


ROUND = """
from sendoff.adapters.keyring.system import SystemVault
from sendoff.core.errors import KnownError
vault = SystemVault(look=60)
print(vault.usable(), vault.describe())
print(vault.get("work"))
vault.set("work", "geheim ü")
print(SystemVault(look=60).get("work"), SystemVault(look=60).get("other"))
vault.set("work", "neu")
print(SystemVault(look=60).get("work"))
vault.delete("work")
vault.delete("work")
print(SystemVault(look=60).get("work"))
"""
UNLOCKED = 'printf x | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$0" "$@"'


@pytest.fixture
def keyring_session() -> tuple[str, ...]:
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing and os.environ.get("SENDOFF_REQUIRE_ALL") == "1":
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    return ("dbus-run-session", "--", "sh", "-c", UNLOCKED)


def test_a_real_keyring_stores_reads_and_deletes(tmp_path: Path, keyring_session: tuple[str, ...]) -> None:
    assert python(ROUND, private(tmp_path), *keyring_session).splitlines() == [
        "True Passwords are kept in the GNOME keyring / Secret Service.",
        "None",
        "geheim ü None",
        "neu",
        "None",
    ]
    assert list(tmp_path.rglob("*.keyring"))
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"Sendoff" not in kept
    assert "geheim ü".encode() not in kept


GONE = """
import os, signal, subprocess
from sendoff.adapters.keyring.system import SystemVault
from sendoff.core.errors import KnownError
vault = SystemVault(look=60)
vault.set("work", "one")
assert vault.usable()
import jeepney
from jeepney.io.blocking import open_dbus_connection
with open_dbus_connection() as bus:
    name = ("org.freedesktop.secrets",)
    asked = jeepney.new_method_call(jeepney.message_bus, "GetConnectionUnixProcessID", "s", name)
    daemon = bus.send_and_get_reply(asked).body[0]
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
os.kill(daemon, signal.SIGKILL)
try:
    vault.set("work", "two")
except KnownError as error:
    print(error.code, error)
print(vault.get("work"), vault.get("other"), vault.usable())
print(vault.describe())
"""

UNKEPT = (
    "Passwords cannot be saved on this computer: no password store is open. Sendoff asks for them each time; "
    "on Linux, GNOME Keyring or KWallet keeps them."
)
UNSAVED = (
    "keyring_unsaved The system keyring did not take the password. "
    "Sendoff keeps it for this session and asks again in the next one."
)


def test_a_keyring_that_goes_away_costs_only_the_next_session(tmp_path: Path, keyring_session: tuple[str, ...]) -> None:
    assert python(GONE, private(tmp_path), *keyring_session).splitlines() == [
        UNSAVED,
        "two None False",
        UNKEPT,
    ]


LOCKED = """
from contextlib import closing
import secretstorage
from sendoff.adapters.keyring.system import SystemVault
from sendoff.core.errors import KnownError
vault = SystemVault(look=60, wait=10)
vault.set("work", "one")
with closing(secretstorage.dbus_init()) as bus:
    secretstorage.get_default_collection(bus).lock()
for call in (lambda: vault.get("work"), lambda: vault.delete("work"), lambda: vault.set("work", "two")):
    try:
        call()
    except KnownError as error:
        print(error.code, error.title)
print(vault.get("work"), vault.usable())
"""


def test_a_locked_keyring_is_said(tmp_path: Path, keyring_session: tuple[str, ...]) -> None:
    # Without a display nobody can answer the keyring's question, which counts as a no.
    said = python(LOCKED, private(tmp_path), *keyring_session).splitlines()
    assert said == ["keyring_locked The system keyring is locked."] * 3 + ["two True"]


SESSION_ONLY = """
import time
start = time.monotonic()
from sendoff.adapters.keyring.system import SystemVault
vault = SystemVault(look=1.0)
print(vault.usable(), vault.describe())
vault.set("work", "geheim")
print(vault.get("work"), SystemVault(look=1.0).get("work"))
vault.delete("work")
print(vault.get("work"))
assert time.monotonic() - start < 20  # and not the half minute or more of a call to a silent bus
"""
ASKED = [
    f"False {UNKEPT}",
    "geheim None",
    "None",
]


@pytest.mark.parametrize(
    "backend",
    ["", "keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "keyring.backends.chainer.ChainerBackend"],
)
def test_without_a_real_keyring_secrets_live_for_the_session(tmp_path: Path, backend: str) -> None:
    environ = private(tmp_path, **({"PYTHON_KEYRING_BACKEND": backend} if backend else {}))
    if sys.platform != "linux" and "null" not in backend and "fail" not in backend:
        pytest.skip("this system's keyring always answers")
    assert python(SESSION_ONLY, environ).splitlines() == ASKED


PLAIN = """
from keyring.backend import KeyringBackend
class PlaintextKeyring(KeyringBackend):
    priority = 9
    def get_password(self, service, username): return open("plain").read()
    def set_password(self, service, username, password): open("plain", "w").write(password)
"""


def test_a_plain_text_keyring_is_never_used(tmp_path: Path) -> None:
    (tmp_path / "plaintext.py").write_text(PLAIN)
    environ = private(tmp_path, PYTHON_KEYRING_BACKEND="plaintext.PlaintextKeyring", PYTHONPATH=str(tmp_path))
    assert python(f"import os; os.chdir({str(tmp_path)!r})\n{SESSION_ONLY}", environ).splitlines() == ASKED
    assert not (tmp_path / "plain").exists()


def test_a_broken_choice_of_back_end_counts_as_none(tmp_path: Path) -> None:
    environ = private(tmp_path, PYTHON_KEYRING_BACKEND="no.such.Backend")
    assert python(SESSION_ONLY, environ).splitlines() == ASKED


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus carries the keyring on Linux only")
@pytest.mark.parametrize("kind", ["silent", "absent"])
def test_a_bus_that_does_not_answer_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "bus"
    with socket.socket(socket.AF_UNIX) as silent:
        if kind == "silent":
            silent.bind(str(path))
            silent.listen()
        environ = private(tmp_path, DBUS_SESSION_BUS_ADDRESS=f"unix:path={path}")
        assert python(SESSION_ONLY, environ).splitlines() == ASKED


def test_opening_a_vault_asks_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object) -> object:
        raise AssertionError("a keyring was looked for")

    monkeypatch.setattr(system, "within", asked)
    open_vault({})


@pytest.mark.parametrize(
    ("environ", "given", "secret"),
    [
        ({"SENDOFF_PASSWORD": "env"}, None, "env"),
        ({"SENDOFF_PASSWORD": "env"}, "stdin", "stdin"),
        ({}, "stdin", "stdin"),
        ({}, "", ""),
    ],
)
def test_a_given_secret_answers_every_account(environ: dict[str, str], given: str | None, secret: str) -> None:
    heard: list[str] = []
    vault = open_vault(environ, given, note=heard.append)
    assert (vault.get("work"), vault.get("other")) == (secret, secret)
    assert heard == [secret, secret, secret]
    assert "not stored" in vault.describe()


def test_a_given_secret_is_not_the_one_of_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = SessionVault()
    monkeypatch.setattr("sendoff.adapters.keyring.given.SystemVault", lambda: kept)
    vault = open_vault({"SENDOFF_PASSWORD": "env"})
    assert vault.get("work/proxy") is None
    vault.set("work/proxy", "other")
    assert (vault.get("work/proxy"), vault.get("work")) == ("other", "env")


def test_the_session_vault_forgets() -> None:
    vault = SessionVault()
    vault.set("work", "x")
    assert vault.get("work") == "x"
    vault.delete("work")
    vault.delete("work")
    assert vault.get("work") is None
    assert not vault.usable()
