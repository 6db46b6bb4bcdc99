"""Settings for all tests: Qt runs without a screen, and its tests run where its libraries can be loaded."""

from __future__ import annotations

import importlib
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from sendoff.adapters.dns.resolver import DnsResolver
from sendoff.adapters.system import logs
from sendoff.core.dns_answers import Answer, Found, Question
from sendoff.core.language import spoken

# Several tests share the machine's cores, so an example's wall time says nothing. Examples are the same at every run:
# rare ones are sought on purpose (CONTRIBUTING.md), not met by chance beside a change that has nothing to do with them.
settings.register_profile(
    "house",
    deadline=None,
    derandomize=os.environ.get("SENDOFF_SEEK") != "1",
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# aiosmtpd's own servers, which some tests stand in front of, give up a start after 5 s.
os.environ.setdefault("AIOSMTPD_CONTROLLER_TIMEOUT", "60")
# Chromium refuses to run for root, as in a container, unless its sandbox is off.
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

try:
    for _needed in ("PySide6.QtWidgets", "PySide6.QtSvg", "pytestqt"):
        importlib.import_module(_needed)
except ImportError as error:
    _missing = str(error)
else:
    _missing = ""

if _missing and os.environ.get("SENDOFF_REQUIRE_ALL") == "1":
    raise RuntimeError(f"SENDOFF_REQUIRE_ALL=1, but the window's tests cannot run: {_missing}")

# pyproject.toml keeps pytest from loading the plug-in by itself: it stops the whole run where Qt cannot be loaded.
pytest_plugins = [] if _missing else ["pytestqt.plugin"]
collect_ignore = ["ui"] if _missing else []


def pytest_report_header() -> str:
    """Say which tests are left out, and why."""
    if _missing:
        return f"tests/ui left out: Qt cannot be loaded ({_missing})"
    return f"tests/ui runs on Qt's {os.environ['QT_QPA_PLATFORM']} platform"


def _process() -> dict[str, object]:
    """What tests of one process share; None for a keyring or a window that nobody asked for yet."""
    vault, qt = sys.modules.get("keyring.core"), sys.modules.get("PySide6.QtGui")
    # The running test's name is pytest's own.
    environ = {name: text for name, text in os.environ.items() if name != "PYTEST_CURRENT_TEST"}
    return {
        "the language": spoken(),
        "the folder": Path.cwd(),
        "the environment": environ,
        "the keyring": vault and vault._keyring_backend,
        "what follows a signal": [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)],
        "who hears of errors": [sys.excepthook, threading.excepthook],
        "how long a socket waits": socket.getdefaulttimeout(),
        "where lines begin": qt and qt.QGuiApplication.layoutDirection(),
    }


@pytest.fixture(autouse=True)
def left_as_it_was_found() -> Iterator[None]:
    """Fail the test that changes for good what others share: in another order it would be one of them that fails."""
    before = {name: found for name, found in _process().items() if found is not None}
    yield
    after = _process()
    assert [name for name in before if after[name] != before[name]] == []


@pytest.fixture(autouse=True)
def nothing_kept_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test's password be hidden in the log of the next: one was called "first"."""
    monkeypatch.setattr(logs, "_secrets", set())


@pytest.fixture(autouse=True)
def no_name_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test ask the machine's own name servers about a sender's domain: they are silent, at once."""
    asked = DnsResolver.look_up

    def look_up(self: DnsResolver, question: Question) -> Answer:
        return asked(self, question) if self._servers else Answer(Found.SILENT)

    monkeypatch.setattr(DnsResolver, "look_up", look_up)
