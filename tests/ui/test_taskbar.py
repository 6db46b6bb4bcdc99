"""The dock hears of the progress over a real message bus."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("dbus-daemon"), reason="there is no message bus here"
)

# A process of its own: Qt knows one session bus in its life.
TELL = """
from PySide6.QtCore import QCoreApplication, QTimer
from sendoff.ui.taskbar import Taskbar
app = QCoreApplication([])
bar = Taskbar()
for share in (0.25, 0.251, 0.64, None):
    bar.show(share)
QTimer.singleShot(300, app.quit)
app.exec()
"""


def test_the_share_and_its_end_are_told_once_a_hundredth() -> None:
    from jeepney import MatchRule, message_bus
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.low_level import MessageType

    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        try:
            assert daemon.stdout is not None
            address = daemon.stdout.readline().strip()
            connection = open_dbus_connection(bus=address)
            rule = MatchRule(type="signal", interface="com.canonical.Unity.LauncherEntry", member="Update")
            connection.send_and_get_reply(message_bus.AddMatch(rule))
            subprocess.run(
                [sys.executable, "-c", TELL],
                env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "QT_QPA_PLATFORM": "offscreen"},
                timeout=200,
                check=True,
            )
            told: list[Any] = []
            while len(told) < 3:
                message = connection.receive(timeout=60)
                if message.header.message_type is MessageType.signal and len(message.body) == 2:
                    name, values = message.body
                    assert name == "application://sendoff.desktop"
                    told.append((values["progress"][1], values["progress-visible"][1]))
            connection.close()
        finally:
            daemon.terminate()
    assert told == [(0.25, True), (0.64, True), (0.0, False)]
