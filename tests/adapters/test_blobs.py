"""Frozen attachments come back byte for byte, or the damage is said."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from sendoff.adapters.system.blobs import Blobs
from sendoff.core.errors import InputError, StorageError


def test_a_file_is_frozen(tmp_path: Path) -> None:
    source = tmp_path / "offer.pdf"
    content = os.urandom(3_000_000)
    source.write_bytes(content)
    blobs = Blobs(tmp_path / "blobs")
    sha, size = blobs.put(source)
    source.write_bytes(b"changed later")
    assert (sha, size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert blobs.read(sha) == content


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    assert blobs.put(b"one") == blobs.put(b"one")
    blobs.put(b"")
    assert len(list(tmp_path.iterdir())) == 2


def test_missing_and_changed_content_is_said(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    sha, _ = blobs.put(b"one")
    blobs.path(sha).write_bytes(b"two")
    with pytest.raises(StorageError, match="changed on the disk"):
        blobs.read(sha)
    blobs.path(sha).unlink()
    with pytest.raises(StorageError, match="missing"):
        blobs.read(sha)


def test_freezing_again_heals_a_damaged_copy(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    sha, _ = blobs.put(b"one")
    blobs.path(sha).write_bytes(b"two")
    blobs.put(b"one")
    assert blobs.read(sha) == b"one"


@pytest.mark.parametrize("name", ["../offer.pdf", "", "A" * 64, "0" * 63])
def test_only_a_hash_is_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        Blobs(tmp_path).read(name)


def test_a_source_that_is_no_file_is_an_input_error(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "blobs")
    with pytest.raises(InputError, match="There is no file"):
        blobs.put(tmp_path / "none")
    with pytest.raises(InputError, match="There is no file"):
        blobs.put(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError):
        Blobs(tmp_path / "blobs").put(tmp_path / "pipe")


def test_nothing_is_left_where_the_disk_fills_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="is full") as caught:
        Blobs(tmp_path).put(b"one")
    assert caught.value.code == "disk_full"
    assert list(tmp_path.iterdir()) == []
