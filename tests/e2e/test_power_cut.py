"""No committed intent is lost when the power goes, and the same test catches a setting that loses some."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import apsw
import pytest
from tests.e2e.power_cut import Disk, PowerCutVFS

from sendoff.adapters.storage.database import writer_pragmas

SEEDS = 250
ROWS = 400
ORDER = {"queued": 0, "sending": 1, "accepted": 2}
INTENT = "UPDATE delivery SET state = 'sending', changed_at = ? WHERE id = ? AND state = 'queued'"
RESULT = "UPDATE delivery SET state = 'accepted', code = 250, changed_at = ? WHERE id = ? AND state = 'sending'"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "sendoff.db"
    database = apsw.Connection(str(path))
    database.execute("PRAGMA journal_mode=WAL")
    database.execute(
        "CREATE TABLE delivery"
        " (id INTEGER PRIMARY KEY, address TEXT UNIQUE, state TEXT, code INTEGER, changed_at INTEGER);"
        "CREATE INDEX ready ON delivery (id) WHERE state = 'queued';"
    )
    database.execute("BEGIN")
    for i in range(ROWS):
        database.execute("INSERT INTO delivery VALUES (?, ?, 'queued', 0, 0)", (i, f"recipient.{i}@example.com"))
    database.execute("COMMIT")
    database.close()
    return path


def send_until_dark(vfs: PowerCutVFS, path: Path, pragmas: list[str], draw: random.Random) -> dict[int, str]:
    """Send as the engine does, results and next intents in one commit; return what was committed before the cut."""
    database = apsw.Connection(str(path), vfs=vfs.name)
    for pragma in [*pragmas, "wal_autocheckpoint=20"]:
        database.execute(f"PRAGMA {pragma}").fetchall()
    committed: dict[int, str] = {}
    waiting = list(range(ROWS))
    in_flight: list[int] = []
    while (waiting or in_flight) and not vfs.dark:
        intents = [waiting.pop(0) for _ in range(min(len(waiting), draw.randint(1, 4)))]
        database.execute("BEGIN IMMEDIATE")
        for i in in_flight:
            database.execute(RESULT, (vfs.operations, i))
        for i in intents:
            database.execute(INTENT, (vfs.operations, i))
        database.execute("COMMIT")
        if not vfs.dark:
            committed |= dict.fromkeys(in_flight, "accepted") | dict.fromkeys(intents, "sending")
        in_flight = intents
    image = path.parent.parent / "image"
    vfs.cut(image)
    database.close()
    return committed


def cut_once(seed: int, template: Path, folder: Path, pragmas: list[str]) -> tuple[int, str]:
    """Cut the power at a moment given by `seed`; return how many committed rows fell back, and the file's health."""
    live = folder / "live"
    live.mkdir(parents=True)
    shutil.copy(template, live)
    draw = random.Random(seed)
    vfs = PowerCutVFS(live, seed)
    try:
        vfs.cut_after(draw.randint(1, 900), folder / "image")
        committed = send_until_dark(vfs, live / template.name, pragmas, draw)
    finally:
        vfs.unregister()
    after = apsw.Connection(str(folder / "image" / template.name))
    health = str(after.execute("PRAGMA integrity_check").fetchall()[0][0])
    states = {i: str(state) for i, state in after.execute("SELECT id, state FROM delivery")}
    after.close()
    assert len(states) == ROWS
    return sum(1 for i, state in committed.items() if ORDER[states[i]] < ORDER[state]), health


def test_no_committed_intent_is_lost(template: Path, tmp_path: Path) -> None:
    for seed in range(SEEDS):
        assert (seed, *cut_once(seed, template, tmp_path / str(seed), writer_pragmas())) == (seed, 0, "ok")


def test_the_same_cuts_without_full_sync_lose_some(template: Path, tmp_path: Path) -> None:
    careless = [pragma.replace("synchronous=FULL", "synchronous=NORMAL") for pragma in writer_pragmas()]
    assert careless != writer_pragmas()
    results = [cut_once(seed, template, tmp_path / str(seed), careless) for seed in range(SEEDS)]
    assert {health for _, health in results} == {"ok"}
    assert sum(1 for lost, _ in results if lost) > SEEDS // 4


def test_the_disk_keeps_what_was_synced_and_any_part_of_the_rest() -> None:
    disk = Disk(b"a" * 8192)
    disk.pending.append((100, b"b" * 6000))
    disk.sync()
    disk.pending.append((4000, b"c" * 8192))
    seen = {disk.survivor(random.Random(seed)) for seed in range(100)}
    assert len(seen) > 20
    assert {content[:4000] for content in seen} == {b"a" * 100 + b"b" * 3900}
    assert all(content[4000:6100].strip(b"bc") == b"" for content in seen)
    assert {len(content) for content in seen} > {8192, 12192}
