"""Where Sendoff keeps its things, and what it says when it may not."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sendoff.adapters.system.paths import Home, find_home, prepare, risky_place, unusable
from sendoff.core.errors import StorageError


def home(folder: Path) -> Home:
    return find_home({"SENDOFF_HOME": str(folder)})


def test_sendoff_home_moves_everything(tmp_path: Path) -> None:
    assert home(tmp_path) == Home(data=tmp_path, settings=tmp_path / "settings", logs=tmp_path / "logs")


@pytest.mark.parametrize("environ", [{}, {"SENDOFF_HOME": ""}, {"SENDOFF_HOME": "  "}])
def test_without_it_the_system_s_folders_are_used(environ: dict[str, str]) -> None:
    found = find_home(environ)
    assert all("sendoff" in str(place).casefold() for place in (found.data, found.settings, found.logs))
    assert found.data.is_absolute()


def test_a_relative_home_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_home({"SENDOFF_HOME": "mail"}).data == tmp_path / "mail"


def test_the_sandbox_has_its_own_folder(tmp_path: Path) -> None:
    sandbox = home(tmp_path).sandbox()
    assert sandbox.data == tmp_path / "sandbox"
    assert sandbox.settings.is_relative_to(sandbox.data)
    assert sandbox.logs.is_relative_to(sandbox.data)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_folders_are_made_for_this_user_only(tmp_path: Path) -> None:
    place = home(tmp_path / "deep" / "down")
    prepare(place)
    prepare(place)
    made = (tmp_path / "deep", place.data, place.settings, place.logs)
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in made] == [0o700] * 4
    assert list(place.logs.iterdir()) == []


@pytest.mark.parametrize("below", ["", "more"])
def test_a_file_in_the_way_is_named(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError, match="is not a folder") as caught:
        prepare(home(tmp_path / "file" / below))
    assert caught.value.code == "not_a_folder"


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Permission bits do not bind root, so root becomes nobody."""
    if sys.platform == "win32":
        pytest.skip("Windows has no permission bits")
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    yield
    os.seteuid(before)


@pytest.fixture
def read_only() -> Iterator[Path]:
    # Not below tmp_path, whose parents another user may not enter.
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("below", ["", "more"])
def test_a_read_only_folder_is_said_in_a_sentence(read_only: Path, unprivileged: None, below: str) -> None:
    with pytest.raises(StorageError, match="may not write to") as caught:
        prepare(home(read_only / below))
    assert caught.value.code == "read_only"
    assert "SENDOFF_HOME" in caught.value.remedy


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EIO, "unusable"),
    ],
)
def test_every_refusal_of_the_system_has_a_sentence(number: int, code: str) -> None:
    error = unusable(Path("/mail"), OSError(number, os.strerror(number)))
    assert error.code == code
    assert "/mail" in error.title
    assert error.remedy


@pytest.mark.parametrize(
    ("place", "word"),
    [
        ("/home/anna/Dropbox/sendoff", "Dropbox"),
        ("/home/anna/Dropbox (Work)/sendoff", "Dropbox"),
        (r"C:\Users\anna\OneDrive - Example Ltd\sendoff", "OneDrive"),
        ("/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/sendoff", "iCloud"),
        ("/Users/anna/Library/CloudStorage/x/sendoff", "cloud"),
        (r"\\server\share\sendoff", "network"),
    ],
)
def test_a_synchronised_place_is_warned_of(place: str, word: str) -> None:
    assert word in risky_place(Path(place))


@pytest.mark.parametrize("place", ["/home/anna/.local/share/sendoff", "/home/dropboxer/mail", "/srv/onedrives/x"])
def test_an_ordinary_place_is_not(place: str) -> None:
    assert risky_place(Path(place)) == ""
