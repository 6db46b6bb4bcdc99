"""One process at a time holds a data folder; tried with real second processes."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sendoff.adapters.system import lock
from sendoff.adapters.system.lock import LOCK_NAME, DataLock, Holder, _lock, holder
from sendoff.core.errors import HeldError, StorageError

HOLD = """
import sys
from pathlib import Path
from sendoff.adapters.system import lock
from sendoff.adapters.system.lock import DataLock
with DataLock(Path(sys.argv[1])).acquire(sys.argv[2]):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def second_process(folder: Path, face: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(folder), face]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_the_window_is_named_to_the_second(tmp_path: Path) -> None:
    with second_process(tmp_path, "window") as process:
        found = holder(tmp_path)
        assert found is not None
        assert (found.pid, found.face, found.host) == (process.pid, "window", platform.node())
        started = datetime.fromtimestamp(found.since / 1000, tz=UTC).astimezone()
        with pytest.raises(HeldError) as caught:
            DataLock(tmp_path).acquire("sendoff send spring.toml")
    title = f"This data folder is in use by the Sendoff window (process {process.pid}) since {started:%H:%M}."
    assert caught.value.title == title
    assert "window" in caught.value.remedy


def test_a_command_is_named_as_it_was_typed(tmp_path: Path) -> None:
    with second_process(tmp_path, "sendoff send spring.toml"), pytest.raises(HeldError) as caught:
        DataLock(tmp_path).acquire("window")
    assert "by “sendoff send spring.toml” (process" in caught.value.title
    assert "sendoff pause" in caught.value.remedy


def test_a_killed_holder_leaves_the_folder_free(tmp_path: Path) -> None:
    with second_process(tmp_path, "window") as process:
        process.kill()
        process.wait()
        assert b'"pid"' in (tmp_path / LOCK_NAME).read_bytes()
        assert holder(tmp_path) is None
        with DataLock(tmp_path).acquire("window"):
            found = holder(tmp_path)
            assert found is not None
            assert found.pid == os.getpid()


def test_an_orderly_end_leaves_the_folder_free(tmp_path: Path) -> None:
    with second_process(tmp_path, "window") as process:
        assert process.stdin is not None
        process.stdin.close()
        process.wait()
        assert (tmp_path / LOCK_NAME).read_bytes() == b""
        DataLock(tmp_path).acquire("window").release()


def test_two_in_one_process_exclude_each_other(tmp_path: Path) -> None:
    with DataLock(tmp_path).acquire("window"):
        with pytest.raises(HeldError):
            DataLock(tmp_path).acquire("window")
        assert holder(tmp_path) is not None
    assert holder(tmp_path) is None


def test_a_reader_that_looks_for_a_moment_turns_nobody_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_TRIES", 2_000)  # a minute, for a timer that comes late
    looking = os.open(tmp_path / LOCK_NAME, os.O_RDWR | os.O_CREAT)
    assert _lock(looking)
    threading.Timer(0.04, os.close, [looking]).start()
    with DataLock(tmp_path).acquire("window"):
        assert holder(tmp_path) is not None


def test_rubbish_in_the_file_still_gives_a_sentence(tmp_path: Path) -> None:
    with DataLock(tmp_path).acquire("window"):
        (tmp_path / LOCK_NAME).write_text("{")
        with pytest.raises(HeldError, match="in use by another Sendoff"):
            DataLock(tmp_path).acquire("window")


def test_a_release_without_a_lock_does_nothing(tmp_path: Path) -> None:
    DataLock(tmp_path).release()
    assert holder(tmp_path) is None


def test_a_folder_that_is_missing_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        DataLock(tmp_path / "none").acquire("window")


def test_another_day_and_another_computer_are_said() -> None:
    day = 86_400_000
    said = Holder(pid=7, host="attic", face="window", since=1_700_000_000_000).sentence(1_700_000_000_000 + 2 * day)
    assert "(process 7 on attic) since 1" in said
    assert "November" in said
