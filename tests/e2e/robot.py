"""A robot goes the whole way in a real window and brings pictures of every state home.

python -m tests.e2e.robot OUT [--pictures docs/pictures]

It needs a display, or Xvfb, and travels once at each size, light and dark. OUT gets a folder of pictures for each size
and `contact-sheet.png` with all of them side by side; `--pictures` also renews the pictures the documents show.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.e2e.journey import Journey, slow_sandbox
from tests.ui.desk import RESOURCES, at_desk
from tests.ui.person import Hours

from sendoff.ui.theme import Mode, Theme

_SCREEN = (2400, 1600)
_THUMB, _GAP, _LABEL = 400, 10, 20
_PEOPLE = 240
_SETTLED_MS = 250
"""Messages are rendered a moment after the typing."""
_BROWSER_MS = 4_000
"""The first preview waits for its browser, and one on a phone for its new width."""


@dataclass(frozen=True, slots=True)
class Size:
    """A window as a person may have it: `scale` is the screen's, width and height are the window's own."""

    width: int
    height: int
    scale: int = 1

    @property
    def name(self) -> str:
        """As a folder is called."""
        return f"{self.width}x{self.height}" + (f"-at-{self.scale}00-percent" if self.scale > 1 else "")


SIZES = (Size(1024, 700), Size(1280, 800), Size(1024, 700, 2))
_OF_DOCUMENTS = SIZES[1]
_MODES = (Mode.LIGHT, Mode.DARK)


def travel(size: Size, mode: Mode, folder: Path, people: int) -> None:
    """Go the whole way at one size in one scheme, and keep each state as a picture."""
    folder.mkdir(parents=True, exist_ok=True)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(sys.argv[:1])
    Theme(app, RESOURCES, mode)
    states: list[str] = []

    def take(state: str) -> None:
        states.append(state)
        QTest.qWait(_BROWSER_MS if state in {"message", "preview"} else _SETTLED_MS)
        journey.person.front().grab().save(str(folder / f"{len(states):02d}-{state}-{mode}.png"))
        print(f"  {state}", flush=True)

    with tempfile.TemporaryDirectory() as name, at_desk(Path(name), Hours(), slow_sandbox) as desk:
        desk.opened.window.resize(size.width, size.height)
        journey = Journey(desk, take, people)
        journey.whole()


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """The environment of a window's process: the display that is there, else one of Xvfb's, else none at all."""
    if os.environ.get("DISPLAY") or not shutil.which("Xvfb"):
        yield {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    screen = f"{_SCREEN[0]}x{_SCREEN[1]}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def sheet(folder: Path, to: Path) -> None:
    """Lay all pictures out: a line for each state, a column for each size and scheme."""
    states = sorted({one.stem.rpartition("-")[0] for one in (folder / SIZES[0].name).glob("*.png")})
    columns = [(size, mode) for size in SIZES for mode in _MODES]
    high = _THUMB * 700 // 1024 + _LABEL + _GAP
    image = QImage(len(columns) * (_THUMB + _GAP) + _GAP, len(states) * high + _GAP, QImage.Format.Format_RGB32)
    image.fill(QColor("gray"))
    painter = QPainter(image)
    painter.setPen(QColor("white"))
    for row, state in enumerate(states):
        for column, (size, mode) in enumerate(columns):
            left, top = _GAP + column * (_THUMB + _GAP), _GAP + row * high
            painter.drawText(
                QRect(left, top, _THUMB, _LABEL), Qt.AlignmentFlag.AlignLeft, f"{state}, {size.name}, {mode}"
            )
            picture = QImage(str(folder / size.name / f"{state}-{mode}.png"))
            if not picture.isNull():
                wide = picture.width() * _THUMB // (size.width * size.scale)  # a dialog stays smaller than a window
                fitted = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
                fitted.setDevicePixelRatio(1)
                painter.drawImage(left, top + _LABEL, fitted)
    painter.end()
    image.save(str(to))


def renew(folder: Path, pictures: Path) -> list[str]:
    """Put the newest pictures of the states the documents show in their place; the states of the same name."""
    renewed = []
    for known in sorted(pictures.glob("*.png")):
        taken = sorted((folder / _OF_DOCUMENTS.name).glob(f"??-{known.name}"))
        if taken:
            shutil.copyfile(taken[0], known)
            renewed.append(known.name)
    return renewed


def main() -> None:
    """Travel at every size, each in a process of its own, and lay the sheet out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pictures", type=Path, help="renew the pictures of the documents here")
    parser.add_argument("--people", type=int, default=_PEOPLE)
    parser.add_argument("--size", type=int, choices=range(len(SIZES)), help="one size only")
    parser.add_argument("--mode", choices=[*_MODES], help="one scheme only")
    given = parser.parse_args()
    if given.size is not None and given.mode:
        size = SIZES[given.size]
        travel(size, Mode(given.mode), given.out / size.name, given.people)
        return
    with display() as environ:
        for (place, size), mode in product(enumerate(SIZES), _MODES):
            print(f"{size.name}, {mode}", flush=True)
            one = ["--size", str(place), "--mode", mode, "--people", str(given.people)]
            # The preview's browser does not run for an administrator otherwise; it is shown only what is written here.
            scaled = os.environ | environ | {"QT_SCALE_FACTOR": str(size.scale), "QTWEBENGINE_DISABLE_SANDBOX": "1"}
            subprocess.run([sys.executable, "-m", "tests.e2e.robot", str(given.out), *one], env=scaled, check=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    painting = QGuiApplication(sys.argv[:1])
    sheet(given.out, given.out / "contact-sheet.png")
    if given.pictures:
        print("Renewed:", ", ".join(renew(given.out, given.pictures)))
    del painting


if __name__ == "__main__":
    main()
