"""The window's table of a million people: first paint, search, filter, sort and scroll, and the longest stall of each.

python -m tests.bench.audience_table --rows 1000000

The window is the real one (on Qt's offscreen platform unless a display is set). A step's time runs from the person's
act to the end of the paint that shows its first rows; a search's from the end of the typing pause of 150 ms. A stall is
the longest time in which a 5 ms timer of the window's thread did not run, until the step has come to rest.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.bench.audience import lines
from tests.bench.window import bench

from sendoff.core.recipient import Verdict
from sendoff.ui import app as window_app
from sendoff.ui.collector import Collector
from sendoff.ui.models.people import ADDRESS
from sendoff.ui.navigation import Navigator
from sendoff.ui.pages.audience.view import AudiencePage

_TICK = 5
_LONGEST_WAIT = 30.0


class Watch(QObject):
    """Watches the table's paints and the window's pulse."""

    def __init__(self, page: AudiencePage) -> None:
        super().__init__()
        self.page = page
        self.painted = 0.0
        self.whole = 0.0
        self.stall = 0.0
        self.awaited = False
        self._last = 0.0
        self._pulse = QTimer(self, interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
        self._pulse.timeout.connect(self._beat)
        self._pulse.start()
        page.table.viewport().installEventFilter(self)
        page.model.found.connect(self._found)
        page.model.modelReset.connect(self._reset)
        self._fresh = False
        self.needs_rows = False

    def begin(self) -> None:
        """An act of the person comes now."""
        self.painted = self.whole = self.stall = 0.0
        self._fresh = False
        self._last = time.perf_counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Take the time after a paint that shows rows."""
        if event.type() is QEvent.Type.Paint and not self.painted:
            QTimer.singleShot(0, self._after_paint)
        return super().eventFilter(watched, event)

    def _after_paint(self) -> None:
        table = self.page.table
        rows = (table.rowAt(0), max(table.rowAt(0), table.rowAt(table.viewport().height() - 1)))
        if self.needs_rows and not self.page.model.rowCount():
            return
        if self._fresh and not self.painted and all(self.page.model.line(row) for row in rows if row >= 0):
            self.painted = time.perf_counter()

    def _reset(self) -> None:
        self._fresh = True

    def scrolled(self) -> None:
        """The same rows, another place."""
        self._fresh = True

    def _found(self, _number: int, whole: bool) -> None:
        if whole:
            self.whole = time.perf_counter()
            if not self.page.model.rowCount() and not self.painted:
                self.painted = self.whole

    def _beat(self) -> None:
        now = time.perf_counter()
        self.stall = max(self.stall, 1000 * (now - self._last) - _TICK)
        self._last = now


class Steps:
    """Runs the steps and prints the table."""

    def __init__(self, navigator: Navigator, audience_id: str, rounds: int) -> None:
        self._rounds = rounds
        self._open(navigator, audience_id)

    def _open(self, navigator: Navigator, audience_id: str) -> None:
        page = navigator.open("audience")  # builds it
        assert isinstance(page, AudiencePage)
        self.page, self.watch = page, Watch(page)
        QTest.qWait(300)
        print("| step | rows | first paint ms | all row ids ms | longest stall ms |\n|---|---|---|---|---|")
        self.idle()
        self.watch.needs_rows = True  # the rows of nothing are gone before those of the audience come
        self.step("open", lambda: navigator.open("audience", audience_id), rounds=1)
        self.watch.needs_rows = False

    def settle(self) -> None:
        """Until the text for searching is read."""
        QTest.qWait(4000)

    def step(self, name: str, act: Callable[[], object], before: Callable[[], object] | None = None, *,
             rounds: int = 0) -> None:  # fmt: skip
        """One line of the table."""
        paints, wholes, stalls, rows = [], [], [], 0
        for _ in range(rounds or self._rounds):
            if before is not None:
                before()
                self._rest()
            self.watch.begin()
            began = time.perf_counter()
            act()
            while not (self.watch.painted and self.watch.whole) and time.perf_counter() - began < _LONGEST_WAIT:
                QTest.qWait(2)
            QTest.qWait(300)
            paints.append(1000 * (self.watch.painted - began))
            wholes.append(1000 * (self.watch.whole - began))
            stalls.append(self.watch.stall)
            rows = self.page.model.rowCount()
        print(f"| {name} | {rows:,} | {_span(paints)} | {_span(wholes)} | {max(stalls):.0f} |", flush=True)

    def scroll(self, name: str, act: Callable[[], object], times: int) -> None:
        """Move through the table `times` times; each time runs until the rows in sight are read and painted."""
        paints, stall = [], 0.0
        for _ in range(times):
            self.watch.begin()
            self.watch.scrolled()
            began = time.perf_counter()
            act()
            while not self.watch.painted and time.perf_counter() - began < _LONGEST_WAIT:
                QTest.qWait(1)
            paints.append(1000 * (self.watch.painted - began))
            stall = max(stall, self.watch.stall)
        print(f"| {name} | {self.page.model.rowCount():,} | {_span(paints)} | | {stall:.0f} |", flush=True)

    def idle(self) -> None:
        """What the machine's other work costs: nothing is done."""
        self.watch.begin()
        QTest.qWait(5000)
        print(f"| nothing, for 5 s | | | | {self.watch.stall:.0f} |", flush=True)

    def _rest(self) -> None:
        self.watch.whole = 0.0
        end = time.perf_counter() + _LONGEST_WAIT
        while not self.watch.whole and time.perf_counter() < end:
            QTest.qWait(10)
        QTest.qWait(200)


def _span(values: list[float]) -> str:
    return f"{min(values):.0f}–{max(values):.0f}" if len(values) > 1 else f"{values[0]:.0f}"


def run(steps: Steps) -> None:
    """Every step."""
    page, presenter = steps.page, steps.page.presenter

    def search(text: str) -> Callable[[], object]:
        def act() -> None:
            with_signal = page.search.blockSignals(True)
            page.search.setText(text)
            page.search.blockSignals(with_signal)
            presenter.show_rows()

        return act

    def tab(key: str) -> Callable[[], object]:
        return page.tabs.tabs[key].click

    def sort(column: int, order: Qt.SortOrder) -> Callable[[], object]:
        return lambda: page.table.horizontalHeader().setSortIndicator(column, order)

    steps.step("search right after opening: nobody", search("nobody@nowhere"), rounds=1)
    steps.settle()
    everybody = search("")
    everybody()
    steps._rest()
    steps.step("search: nearly everybody", search("e"), everybody)
    steps.step("search: a few people", search("99999@firma"), everybody)
    steps.step("search: nobody", search("nobody@nowhere"), everybody)

    def both() -> None:
        page.tabs.choose(Verdict.READY.value)
        search("e")()

    steps.step("search: nearly everybody under Ready", both, tab(""))
    page.search.clear()
    tab("")()
    steps._rest()
    everybody()
    steps._rest()
    steps.step("tab: role addresses", tab(Verdict.ROLE.value), tab(""))
    steps.step("tab: ready", tab(Verdict.READY.value), tab(""))
    tab("")()
    steps._rest()
    for expression in ('city = "Paris"', "age > 89", 'city = "Nowhere"'):
        steps.step(f"segment: `{expression}`", lambda text=expression: presenter.segment(text),  # type: ignore[misc]  # bound now
                   lambda: presenter.segment(""))  # fmt: skip
    presenter.segment("")
    steps._rest()
    unsorted = sort(-1, Qt.SortOrder.AscendingOrder)
    city = next(place for place in range(page.model.columnCount()) if page.model.sort_of(place) == "city")
    steps.step("sort by address", sort(ADDRESS, Qt.SortOrder.AscendingOrder), unsorted)
    steps.step("sort by city, from the end", sort(city, Qt.SortOrder.DescendingOrder), unsorted)
    unsorted()
    steps._rest()
    chance = random.Random(1)
    bar = page.table.verticalScrollBar()
    steps.scroll("jump to a random place", lambda: bar.setValue(chance.randint(0, bar.maximum())), 40)
    bar.setValue(bar.maximum() // 3)
    steps.scroll("a notch of the wheel", lambda: _wheel(page), 60)


def _wheel(page: AudiencePage) -> None:
    viewport = page.table.viewport()
    centre = QPointF(viewport.rect().center())
    wheel = QWheelEvent(
        centre, viewport.mapToGlobal(centre), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, wheel)


def main() -> None:
    """Make the audience, open the window, measure."""
    parser = argparse.ArgumentParser(description="the window's table of a million people")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with bench() as stand:
        services, path = stand.services, stand.folder / "people.csv"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(lines(given.rows))
        audience, imported = services.audiences.bring("People", services.recipients.look(path))
        print(f"{imported.rows:,} rows imported.", flush=True)
        opened = stand.open()
        window_app.stay_smooth()
        Collector(opened.window)
        run(Steps(opened.stage.navigator, audience.id, given.rounds))
        opened.window.close()
        opened.close()


if __name__ == "__main__":
    main()
