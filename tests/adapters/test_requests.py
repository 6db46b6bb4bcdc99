"""What a second process asks of the holder arrives once, in order; rubbish is thrown away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sendoff.adapters.system.requests import Action, RequestBox
from sendoff.core.errors import StorageError

POST = """
import sys
from pathlib import Path
from sendoff.adapters.system.requests import RequestBox
print(RequestBox(Path(sys.argv[1])).post("pause", "c1"))
"""


def test_requests_are_taken_once_in_order(tmp_path: Path) -> None:
    box = RequestBox(tmp_path / "requests")
    ids = [box.post("pause", "c1"), box.post(Action.HIGH, "c1"), box.post("stop")]
    assert not box.answered(ids[0])
    taken = box.take()
    assert [(request.id, request.action, request.campaign) for request in taken] == [
        (ids[0], Action.PAUSE, "c1"),
        (ids[1], Action.HIGH, "c1"),
        (ids[2], Action.STOP, ""),
    ]
    assert abs(taken[0].at - time.time_ns() // 1_000_000) < 60_000
    assert all(map(box.answered, ids))
    assert box.take() == []


def test_another_process_is_heard(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", POST, tmp_path], capture_output=True, text=True, check=True)
    assert [request.id for request in RequestBox(tmp_path).take()] == [done.stdout.strip()]


def test_a_request_can_be_withdrawn_until_it_is_taken(tmp_path: Path) -> None:
    box = RequestBox(tmp_path)
    first, second = box.post("pause"), box.post("high")
    assert box.withdraw(first)
    assert [request.id for request in box.take()] == [second]
    assert not box.withdraw(second)


@pytest.mark.parametrize("action", ["delete", "", "PAUSE", "../pause", "retry"])
def test_only_known_actions_are_posted(tmp_path: Path, action: str) -> None:
    with pytest.raises(ValueError, match="is not a valid Action"):
        RequestBox(tmp_path).post(action)
    assert list(tmp_path.iterdir()) == []


GOOD = {"action": "pause", "campaign": "c1", "at": 1}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'{"action": "pause"',
        b"\xff\xfe",
        b"[" * 4000,
        b"[]",
        b"null",
        json.dumps(GOOD | {"action": "delete"}).encode(),
        json.dumps(GOOD | {"action": ["pause"]}).encode(),
        json.dumps(GOOD | {"campaign": 5}).encode(),
        json.dumps(GOOD | {"campaign": "a\nb"}).encode(),
        json.dumps(GOOD | {"at": True}).encode(),
        json.dumps(GOOD | {"campaign": "x" * 5000}).encode(),
    ],
)
def test_rubbish_is_ignored_and_deleted(tmp_path: Path, content: bytes) -> None:
    box = RequestBox(tmp_path)
    good = box.post("pause", "c1")
    name = f"{time.time_ns():020d}-0123456789ab.json"
    (tmp_path / name).write_bytes(content)
    assert [request.id for request in box.take()] == [good]
    assert list(tmp_path.iterdir()) == []


def test_the_same_request_under_a_good_name_would_have_been_taken(tmp_path: Path) -> None:
    (tmp_path / "00000000000000000001-0123456789ab.json").write_text(json.dumps(GOOD))
    (tmp_path / "other.json").write_text(json.dumps(GOOD))
    assert [request.at for request in RequestBox(tmp_path).take()] == [1]
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_being_written_is_left_until_it_is_stale(tmp_path: Path) -> None:
    half = tmp_path / ".new-abc"
    half.write_text("{")
    box = RequestBox(tmp_path)
    assert box.take() == []
    assert half.exists()
    os.utime(half, (1, 1))
    assert box.take() == []
    assert not half.exists()


def test_folders_in_the_box_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    box = RequestBox(tmp_path)
    good = box.post("pause")
    assert [request.id for request in box.take()] == [good]


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "x"])
def test_an_id_is_never_a_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not the id"):
        RequestBox(tmp_path).withdraw(name)


def test_a_box_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    box = RequestBox(tmp_path / "file")
    with pytest.raises(StorageError):
        box.post("pause")
    with pytest.raises(StorageError):
        box.take()
