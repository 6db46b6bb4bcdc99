"""How long the preview takes: the first message, which starts Chromium, and each after it.

`QT_QPA_PLATFORM=offscreen python -m tests.bench.preview` (for root also QTWEBENGINE_DISABLE_SANDBOX=1).
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtWidgets import QApplication

from sendoff.core.sight import Sight
from sendoff.ui.theme import Mode, Theme
from sendoff.ui.widgets.mail_view import Look, MailView

PARAGRAPH = "<p>Every week the same three lines about what is new, and one about what is not.</p>\n"


def shown(view: MailView, number: int) -> tuple[float, float]:
    """Show a message; the milliseconds for which the window stood still, and those until it could be read."""
    begun = time.perf_counter()
    view.show_sight(Sight(html=f"<h1>Number {number}</h1>" + PARAGRAPH * 120), Look())
    still = time.perf_counter() - begun
    if view.poor or view._reader is None:
        raise SystemExit(view.poor)
    loop = QEventLoop()
    view._reader.loadFinished.connect(loop.quit)  # type: ignore[attr-defined]  # a MailWeb: its import is measured
    loop.exec()
    return 1_000 * still, 1_000 * (time.perf_counter() - begun)


def main() -> None:
    """Print the two."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(["preview"])
    Theme(app, Path(__file__).parents[2] / "resources", Mode.LIGHT)
    view = MailView("Message")
    view.resize(600, 500)
    view.show()
    app.processEvents()
    still, ready = shown(view, 0)
    print(f"first message: {ready:.0f} ms, of which the window stood still {still:.0f} ms")
    later = [shown(view, number) for number in range(1, 41)]
    print(f"each after it: median {statistics.median(ready for _still, ready in later):.0f} ms,", end=" ")
    print(f"window still {statistics.median(still for still, _ready in later):.1f} ms")


if __name__ == "__main__":
    main()
