"""The rules of the house that no linter knows: lengths, names, and what no file may mention."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APP = ROOT / "app" / "sendoff"
LONGEST = 400
"""Lines."""
LONGER: dict[str, str] = {}
"""Files that may be longer, each with its reason."""
NAMELESS = re.compile(r"(?:^|_)(?:utils?|helpers?|common|misc|managers?)(?:_|$)")
# Put together here, so that this file does not mention them either.
HOSTS = ["pypi" + ".org", "files.python" + "hosted", "registry.npm" + "js", "deb.debian" + ".org", "proxy.go" + "lang"]
PLACES = re.compile(r"(?<![\w.~-])/(?:" + "ro" + "ot|wo" + r"rk)/\w|/home/(?!anna\b|dropboxer\b|you\b|user\b)\w")
"""Absolute paths of somebody's machine; the people of the examples may have a home."""


def modules() -> list[Path]:
    return sorted(APP.rglob("*.py"))


@cache
def tracked() -> dict[str, str]:
    """Every text file of the checkout by its path, new ones included."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no checkout")
    texts = {}
    for name in filter(None, done.stdout.split("\0")):
        path = ROOT / name
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            texts[name] = content.decode("utf-8", "replace")
    return texts


def test_no_file_is_too_long() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert len(lengths) > 50
    too_long = {name: length for name, length in lengths.items() if length > LONGEST}
    assert set(too_long) == set(LONGER), too_long


def test_most_files_are_short() -> None:
    lengths = sorted(len(path.read_text("utf-8").splitlines()) for path in modules() if path.name != "__init__.py")
    assert lengths[len(lengths) // 2] <= 150


def test_every_module_has_a_name_of_its_own() -> None:
    parts = {part for path in modules() for part in path.relative_to(APP).with_suffix("").parts}
    assert "bridge" in parts
    assert [part for part in sorted(parts) if NAMELESS.search(part)] == []


def test_every_file_says_what_it_is() -> None:
    files = [*modules(), *(ROOT / "tests").rglob("*.py")]
    silent = [path.relative_to(ROOT) for path in files if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_nothing_is_left_to_do() -> None:
    source = "\n".join(path.read_text("utf-8") for path in modules())
    assert re.findall(r"\b(?:TODO|FIXME|XXX)\b", source) == []


def test_the_sandboxs_preset_is_named_once() -> None:
    word = re.compile(r'''preset.*"sandbox"|SANDBOX\w* = "sandbox"''')
    named = [path.name for path in modules() for line in path.read_text("utf-8").splitlines() if word.search(line)]
    assert named == ["account.py"]


def test_every_exemption_has_a_reason() -> None:
    mark = re.compile(r"#\s*(?:noqa|type:\s*ignore)\b[^#]*?(?P<reason>\s(?:--?|#)\s+\S.*)?$")
    bare = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in modules()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (found := mark.search(line)) and not found["reason"]
    ]
    assert bare == []


@pytest.mark.parametrize("host", HOSTS)
def test_no_file_names_a_registry(host: str) -> None:
    assert [name for name, text in tracked().items() if host in text] == []


def test_no_file_knows_this_machine() -> None:
    found = [(name, hit[0]) for name, text in tracked().items() for hit in PLACES.finditer(text)]
    assert found == []


def test_the_pattern_for_machines_finds_some() -> None:
    for path in ("/ro" + "ot/x", "see /wo" + "rk/main", "'/home/" + "bob/x'"):
        assert PLACES.search(path)
    for path in ("https://a.example/wo" + "rk/x", "/home/anna/x", "team/wo" + "rk/x"):
        assert not PLACES.search(path)


def test_every_dependency_has_its_decision() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[<>=!~;\[ ]", each)[0].lower() for each in project["dependencies"]]
    assert len(names) > 10
    words = "\n".join(path.read_text("utf-8") for path in (ROOT / "docs" / "decisions").glob("*.md")).lower()
    missing = [name for name in names if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", words)]
    assert missing == []
