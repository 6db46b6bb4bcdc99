"""A name from a list never leads out of the campaign's folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sendoff.adapters.system.below import open_below
from sendoff.core.errors import InputError

OUT = [
    "",
    " ",
    "..",
    "../secret.txt",
    "sub/../../secret.txt",
    r"..\secret.txt",
    r"sub\..\..\secret.txt",
    ".. /secret.txt",
    ".../secret.txt",
    "/etc/passwd",
    "//server/share/a",
    r"\\server\share\a",
    r"\\?\C:\a",
    r"\\.\pipe\a",
    "C:/a",
    "C:a",
    r"C:\a",
    "a.pdf:stream",
    "a.pdf::$DATA",
    "file:///etc/passwd",
    "CON",
    "con.pdf",
    "sub/NUL",
    "aux .txt",
    "COM1",
    "lpt9.txt",
    "COM¹",
    "CONIN$",
    "a\0.pdf",
    "a\n.pdf",
    "\u202egpj.exe",
]
IN = [
    "a.pdf",
    "./a.pdf",
    "sub/b.pdf",
    r"sub\b.pdf",
    "sub//b.pdf",
    "Übersicht 1.pdf",
    "console.pdf",
    "com10",
    ".hidden",
    "a..b",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "campaign"
    (root / "sub").mkdir(parents=True)
    for name in ("a.pdf", "sub/b.pdf", "Übersicht 1.pdf", "console.pdf", "com10", ".hidden", "a..b"):
        (root / name).write_text("inside")
    (tmp_path / "secret.txt").write_text("outside")
    return root


@pytest.mark.parametrize("name", OUT)
def test_what_leads_out_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(InputError, match="lies outside the campaign's folder") as caught:
        open_below(folder, name)
    assert caught.value.code == "outside"
    assert caught.value.title.isprintable()


@pytest.mark.parametrize("name", IN)
def test_what_lies_inside_is_found(folder: Path, name: str) -> None:
    assert open_below(folder, name).read_text() == "inside"


@pytest.mark.parametrize("name", ["none.pdf", "sub", "a.pdf/b", "x" * 5000, "\uff0e\uff0e\uff0fsecret.txt"])
def test_what_is_not_there_is_said(folder: Path, name: str) -> None:
    with pytest.raises(InputError, match="There is no file") as caught:
        open_below(folder, name)
    assert caught.value.code == "no_file"
    assert len(caught.value.title) < 200


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_links_may_stay_inside_but_not_lead_out(folder: Path, tmp_path: Path) -> None:
    (folder / "good").symlink_to(folder / "a.pdf")
    (folder / "bad").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    (folder / "loop").symlink_to(folder / "loop")
    assert open_below(folder, "good") == (folder / "a.pdf").resolve()
    for name in ("bad", "up/secret.txt"):
        with pytest.raises(InputError, match="lies outside"):
            open_below(folder, name)
    with pytest.raises(InputError):
        open_below(folder, "loop")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_the_folder_itself_may_be_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    assert open_below(tmp_path / "link", "a.pdf").read_text() == "inside"


PIECES = st.sampled_from(
    ["..", ".", "/", "\\", "sub", "a.pdf", "b.pdf", "secret.txt", " ", ":", "C:", "\0", "campaign"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.one_of(st.lists(PIECES, max_size=8).map("".join), st.text(max_size=20)))
def test_whatever_is_found_lies_inside(folder: Path, name: str) -> None:
    try:
        found = open_below(folder, name)
    except InputError:
        return
    assert found.is_relative_to(folder.resolve())
    assert found.read_text() == "inside"
