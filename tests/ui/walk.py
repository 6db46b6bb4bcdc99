"""A person's way in a process of its own, for what Qt reads at its start (`QT_SCALE_FACTOR`): prints what is cut."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from tests.e2e.journey import Journey, slow_sandbox
from tests.ui import audit
from tests.ui.desk import RESOURCES, at_desk
from tests.ui.person import Hours

from sendoff.ui import tokens
from sendoff.ui.theme import Mode, Theme
from sendoff.ui.widgets import mail_view


def main() -> int:
    """Walk from the first run to the results; says each fault on a line, and the screen's ratio at the end."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication([])
    Theme(app, RESOURCES, Mode.LIGHT)
    faults: list[str] = []
    with (
        pytest.MonkeyPatch.context() as patch,
        tempfile.TemporaryDirectory() as folder,
        at_desk(Path(folder), Hours(), slow_sandbox) as desk,
    ):
        patch.setattr(mail_view, "obstacle", lambda: "Shown roughly: this walk needs no browser.")
        window = desk.opened.window
        window.resize(*tokens.WINDOW_LEAST)

        def examine(state: str) -> None:
            faults.extend(f"{state}: {fault}" for fault in audit.lasting(lambda: audit.cut(journey.person.front())))

        journey = Journey(desk, examine)
        for stage in (journey.first_run, journey.sample, journey.bring_list, journey.write, journey.keep_list,
                      journey.check, journey.send, journey.results):  # fmt: skip
            stage()
        print(*faults, f"ratio {window.devicePixelRatioF():g}", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
