"""Settings come back as they were written; a broken file is kept aside and its line is named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sendoff.adapters.system.settings_file import SettingsFile
from sendoff.core.errors import InputError, StorageError


def test_what_is_written_is_read(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "deep" / "settings.toml")
    values: dict[str, object] = {
        "window": {"geometry": "01d9d0cb", "maximised": True},
        "sizes": [1, 2.5],
        "name": 'a"b\nü',
    }
    assert file.read() == {}
    file.write({"old": 1})
    file.write(values)
    assert file.read() == values
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"a = 1\nb = \n", 2),
        (b"a = 1\n\nb = 'x", 3),
        (b"[window\n", 1),
        (b"a = 1\na = 2\n", 2),
        (b"a = 1\nb = '\xff'\n", 2),
    ],
)
def test_a_broken_file_is_kept_aside(tmp_path: Path, content: bytes, line: int) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    file = SettingsFile(path)
    with pytest.raises(InputError) as caught:
        file.read()
    assert caught.value.where == f"{path}, line {line}"
    assert (tmp_path / "settings.toml.broken").read_bytes() == content
    assert file.read() == {}


def test_a_full_disk_leaves_the_old_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = SettingsFile(tmp_path / "settings.toml")
    file.write({"a": 1})

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="is full"):
        file.write({"a": 2})
    assert file.read() == {"a": 1}


def test_a_folder_in_the_place_of_the_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        SettingsFile(tmp_path).read()
