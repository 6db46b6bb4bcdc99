"""The desktop's own colours and letters, changed while the window is open: a real platform theme on a real display."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_absent = sys.platform != "linux" or not shutil.which("Xvfb") or not shutil.which("dbus-daemon")
if os.environ.get("SENDOFF_REQUIRE_ALL") != "1":
    pytestmark = pytest.mark.skipif(_absent, reason="there is no display and no message bus to be had here")

WATCH = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant
from PySide6.QtWidgets import QApplication
from sendoff.ui.theme import Theme
from sendoff.ui.window import Window
from tests.ui.desk import RESOURCES
from tests.ui.stand import Forgetful

DARK = (
    "[General]\\nfont=DejaVu Sans,13,-1,5,50,0,0,0,0,0\\nColorScheme=BreezeDark\\n"
    "[Colors:Window]\\nBackgroundNormal=20,20,20\\nForegroundNormal=240,240,240\\n"
)

def say():
    ground = window.palette().window().color().name()
    print("dark" if look.dark else "light", f"{look.scale:.2f}", app.font().pixelSize(), ground)

def change():
    Path(os.environ["XDG_CONFIG_HOME"], "kdeglobals").write_text(DARK)
    told = QDBusMessage.createSignal(
        "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", "SettingChanged"
    )
    told.setArguments(["org.kde.kdeglobals.General", "ColorScheme", QDBusVariant("BreezeDark")])
    QDBusConnection.sessionBus().send(told)

def end():
    say()
    app.quit()

app = QApplication([])
look = Theme(app, RESOURCES)
window = Window(Forgetful())
window.show()
say()
look.changed.connect(lambda: QTimer.singleShot(300, end))
QTimer.singleShot(300, change)
QTimer.singleShot(15_000, end)
app.exec()
"""

PREVIEW = """
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from sendoff.core.sight import Sight
from sendoff.ui.theme import Theme
from sendoff.ui.widgets.mail_view import Look, MailView
from tests.ui.desk import RESOURCES

QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
app = QApplication([])
look = Theme(app, RESOURCES)
window = QLineEdit()
window.resize(400, 300)
window.show()
first = window.winId()

def end():
    print("the same" if window.winId() == first else "another", view.poor)
    app.quit()

view = MailView("Message")
view.setParent(window)
view.show()
view.loaded.connect(end)
QTimer.singleShot(30_000, app.quit)
QTimer.singleShot(0, lambda: view.show_sight(Sight(html="<p>Hi</p>"), Look()))
app.exec()
"""


@pytest.fixture
def bus() -> Iterator[str]:
    """A message bus of the test's own: its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def display() -> Iterator[str]:
    """A display of the test's own, whose number the server finds."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield f":{number}"
        server.terminate()


def on_display(display: str, program: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a program with a window of its own to its end."""
    place = {"DISPLAY": display, "PYTHONPATH": f"{ROOT / 'app'}{os.pathsep}{ROOT}", "QT_QPA_PLATFORM": "xcb"}
    ended = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **place, **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
    )
    if "Could not load the Qt platform plugin" in ended.stderr and os.environ.get("SENDOFF_REQUIRE_ALL") != "1":
        pytest.skip("Qt lacks what it needs for this display")
    return ended


def test_the_window_follows_the_desktops_colours_and_letters_at_once(tmp_path: Path, bus: str, display: str) -> None:
    (tmp_path / "kdeglobals").write_text("[General]\nfont=DejaVu Sans,10,-1,5,50,0,0,0,0,0\n", encoding="utf-8")
    desktop = {"XDG_CURRENT_DESKTOP": "KDE", "KDE_FULL_SESSION": "true", "KDE_SESSION_VERSION": "5"}
    watched = on_display(display, WATCH, **desktop, DBUS_SESSION_BUS_ADDRESS=bus, XDG_CONFIG_HOME=str(tmp_path))
    assert watched.stdout.splitlines() == ["light 1.00 13 #f7f7f5", "dark 1.30 17 #17181a"], watched.stderr
    assert watched.returncode == 0, watched.stderr


def test_the_first_message_does_not_make_the_window_anew(display: str) -> None:
    pytest.importorskip("PySide6.QtWebEngineWidgets", exc_type=ImportError)
    shown = on_display(display, PREVIEW)
    assert shown.stdout.split() == ["the", "same"], shown.stderr
    assert shown.returncode == 0, shown.stderr  # the page goes before the profile, also with the view alive
