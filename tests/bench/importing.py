"""A long list: Sendoff's import beside a bare `csv.reader` into SQLite, and beside openpyxl, in one run.

python -m tests.bench.importing --rows 1000000
python -m tests.bench.importing --xlsx 100000
"""

from __future__ import annotations

import argparse
import csv
import gc
import json
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from tests.bench.measure import Cost, run

from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import COLLECTED, open_services
from sendoff.core.campaign import Campaign

HEADERS = ("Email", "First name", "Last name", "Company", "City", "Country", "Plan", "Joined")
_FIRST = ("Anna", "Bob", "Carla", "José", "Łukasz", "Mary", "Chen", "Olga", "Peter", "Ivy")
_LAST = ("Lee", "Müller", "Smith", "Nowak", "García", "Brown", "Jones", "Ivanova", "Ito", "Khan")
_INSERT = "INSERT INTO list VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_COMMON = ("gmail.com", "yahoo.com", "outlook.com", "web.de", "gmx.de", "orange.fr")


def people(number: int) -> Iterator[tuple[str, ...]]:
    """Rows of which 1 % repeat an address, 0.1 % have none and 0.2 % have a domain beyond ASCII."""
    chance = random.Random(7)
    domains = [*_COMMON, *(f"firm{each}.example" for each in range(3_000))]
    for row in range(number):
        who = chance.randrange(row) if row % 100 == 99 else row
        address = f"user{who}.{'abcde'[who % 5]}@{domains[who * 7919 % len(domains)]}"
        if row % 1000 == 500:
            address = address.replace("@", "")
        if row % 500 == 250:
            address = f"user{row}@bücher{row % 50}.example"
        name = (_FIRST[row % 10], _LAST[row // 10 % 10])
        plan = ("free", "pro", "team")[row % 3]
        yield address, *name, f"Firm {row % 5000}, Ltd", f"City {row % 700}", "DE", plan, f"2024-0{1 + row % 9}-11"


def write_csv(path: Path, number: int) -> None:
    """The list as CSV in UTF-8."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        writer.writerows(people(number))


def write_xlsx(path: Path, number: int) -> None:
    """The list as a workbook."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("List")
    sheet.append(HEADERS)
    for row in people(number):
        sheet.append(row)
    book.save(path)


def bare(path: Path, folder: Path) -> dict[str, float]:
    """The least that puts the cells on disk: csv.reader or openpyxl, executemany, one commit."""
    connection = sqlite3.connect(folder / "bare.db")
    connection.execute("CREATE TABLE list (a, b, c, d, e, f, g, h)")
    began, busy = time.perf_counter(), time.process_time()
    if path.suffix == ".xlsx":
        from openpyxl import load_workbook

        rows = load_workbook(path, read_only=True).worksheets[0].iter_rows(min_row=2, values_only=True)
        connection.executemany(_INSERT, rows)
    else:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            next(reader)
            connection.executemany(_INSERT, reader)
    connection.commit()
    return {"seconds": time.perf_counter() - began, "cpu": time.process_time() - busy}


def sendoff(path: Path, folder: Path, cancel_after: float = 0) -> dict[str, float]:
    """Sendoff's import, from looking at the file to the last commit; given up after so many seconds if not 0.

    `cancel` is the time from that word until the call is back, `swept` until no row is left on disk either.
    """
    gc.set_threshold(*COLLECTED)  # as every Sendoff runs
    environ = {"SENDOFF_HOME": str(folder / "home")}
    home = find_home(environ)
    services = open_services(home, "bench", environ=environ)
    stop, asked = threading.Event(), [0.0]

    def give_up() -> None:
        asked[0] = time.perf_counter()
        stop.set()

    timer = threading.Timer(cancel_after, give_up)
    if cancel_after:
        timer.start()
    began, busy = time.perf_counter(), time.process_time()
    draft = Campaign(id="bench", name="bench")
    _, imported = services.recipients.bring(draft, services.recipients.look(path), stopped=stop.is_set)
    ended, used = time.perf_counter(), time.process_time() - busy
    timer.cancel()
    waited = ended - asked[0] if stop.is_set() else 0.0
    while stop.is_set() and _rows_on_disk(home.data):
        time.sleep(0.05)
    swept = time.perf_counter() - asked[0] if stop.is_set() else 0.0
    services.close()
    return {"seconds": ended - began, "cpu": used, "rows": imported.rows, "cancel": waited, "swept": swept}


def _rows_on_disk(folder: Path) -> bool:
    connection = sqlite3.connect(folder / "sendoff.db")
    try:
        return connection.execute("SELECT 1 FROM delivery LIMIT 1").fetchone() is not None
    finally:
        connection.close()


def window(path: Path, folder: Path) -> dict[str, float]:
    """The same in a thread while Qt's event loop runs a 16 ms timer: the longest time it was kept waiting, in ms."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from sendoff.ui.app import stay_smooth
    from sendoff.ui.collector import Collector

    app = QApplication(sys.argv[:1])
    stay_smooth()
    Collector(app)
    found: dict[str, float] = {}
    ticks: list[float] = []
    worker = threading.Thread(target=lambda: found.update(sendoff(path, folder)))

    def tick() -> None:
        ticks.append(time.monotonic())
        if not worker.is_alive():
            app.quit()

    timer = QTimer(interval=16, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start()
    worker.start()
    app.exec()
    gaps = sorted(1000 * (later - earlier) for earlier, later in pairwise(ticks))
    return {**found, "p99": gaps[int(0.99 * (len(gaps) - 1))], "longest": gaps[-1]}


_CHILDREN: Mapping[str, Callable[..., dict[str, float]]] = {"bare": bare, "sendoff": sendoff, "window": window}


def child(kind: str, path: Path, *more: str) -> tuple[Cost, dict[str, float]]:
    """One run in a process of its own, with a folder of its own."""
    with tempfile.TemporaryDirectory(dir=path.parent) as name:
        command = [sys.executable, "-m", __spec__.name, "--child", kind, str(path), name, *more]
        cost = run(command, os.environ, Path(name) / "output")
    if cost.status:
        sys.exit(f"{kind} failed")
    return cost, json.loads(cost.output.splitlines()[-1])


def compare(path: Path, rows: int, rounds: int, peer: str) -> None:
    """Both in turn, then one cancelled and one under a window's timer."""
    seconds: dict[str, list[float]] = {"bare": [], "sendoff": []}
    peaks: dict[str, float] = {}
    cpu: dict[str, list[float]] = {"bare": [], "sendoff": []}
    for _ in range(rounds):
        for kind, times in seconds.items():
            cost, found = child(kind, path)
            times.append(found["seconds"])
            cpu[kind].append(found["cpu"])
            peaks[kind] = max(peaks.get(kind, 0.0), cost.peak)
    middle = {kind: statistics.median(times) for kind, times in seconds.items()}
    print("| | rows/s | seconds | CPU s | peak MB |")
    print("|---|---|---|---|---|")
    for kind, name in (("bare", peer), ("sendoff", "Sendoff")):
        spread = f"{min(seconds[kind]):.1f}–{max(seconds[kind]):.1f}"
        used = statistics.median(cpu[kind])
        pace = f"{rows / middle[kind]:,.0f}"
        print(f"| {name} | {pace} | {middle[kind]:.1f} ({spread}) | {used:.1f} | {peaks[kind]:.0f} |")
    least = statistics.median(cpu["bare"]) / statistics.median(cpu["sendoff"])
    print(f"\nSendoff at {middle['bare'] / middle['sendoff']:.2f} of the other's pace, {least:.2f} by processor time.")
    for part in (0.3, 0.9):
        found = child("sendoff", path, str(part * middle["sendoff"]))[1]
        print(f"Cancelled at {part:.0%}: back after {found['cancel']:.2f} s, swept after {found['swept']:.2f} s.")
    _, found = child("window", path)
    print(f"Timer of 16 ms beside it: p99 {found['p99']:.0f} ms, longest {found['longest']:.0f} ms.")


def main() -> None:
    """Make the list, run, print."""
    if sys.argv[1:2] == ["--child"]:
        _, _, kind, path, folder, *more = sys.argv
        print(json.dumps(_CHILDREN[kind](Path(path), Path(folder), *map(float, more))))
        return
    parser = argparse.ArgumentParser(description="a long list, beside the least that reads it")
    parser.add_argument("--rows", type=int, default=0)
    parser.add_argument("--xlsx", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=None, help="where to work: the disk that counts")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        if given.rows or not given.xlsx:
            rows = given.rows or 1_000_000
            write_csv(Path(name) / "list.csv", rows)
            compare(Path(name) / "list.csv", rows, given.rounds, "csv.reader + executemany")
        if given.xlsx:
            write_xlsx(Path(name) / "list.xlsx", given.xlsx)
            compare(Path(name) / "list.xlsx", given.xlsx, given.rounds, "openpyxl + executemany")


if __name__ == "__main__":
    main()
