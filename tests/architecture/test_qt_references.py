"""Qt's bindings keep their references: one release lost one to True with every emit, until Python fell over."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys

import pytest

# A process of its own: other tests' objects would come and go in between.
EMIT = """
import gc, sys
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Sender(QObject):
    happened = Signal(object)
    flagged = Signal(bool)

heard = []
application = QCoreApplication([])
sender = Sender()
sender.happened.connect(heard.append)
sender.flagged.connect(lambda value: None)
constants = (True, False, None)

def emit(times):
    for _ in range(times):
        sender.happened.emit((True, None))
        sender.flagged.emit(True)
        sender.flagged.emit(False)
    heard.clear()
    gc.collect()

emit(10)
before = [sys.getrefcount(one) for one in constants]
emit(1000)
print(*(sys.getrefcount(one) - was for one, was in zip(constants, before)))
"""

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("PySide6") is None and os.environ.get("SENDOFF_REQUIRE_ALL") != "1",
    reason="PySide6 is not installed",
)


def test_a_thousand_emits_cost_no_reference() -> None:
    done = subprocess.run([sys.executable, "-c", EMIT], capture_output=True, text=True, timeout=200, check=False)
    if "ImportError" in done.stderr and os.environ.get("SENDOFF_REQUIRE_ALL") != "1":
        pytest.skip("Qt's libraries cannot be loaded here")
    assert done.returncode == 0, done.stderr
    assert all(abs(int(change)) < 100 for change in done.stdout.split()), done.stdout
