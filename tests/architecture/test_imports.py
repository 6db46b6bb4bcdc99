"""The layers hold: the contracts in pyproject.toml are kept, and a broken one is noticed."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("importlinter") is None and os.environ.get("SENDOFF_REQUIRE_ALL") != "1",
    reason="import-linter is not installed",
)


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the checkout, or of a copy of it, in `folder`."""
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder / "app"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=200,
        check=False,
    )


def test_the_contracts_are_kept() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "5 kept, 0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("core/limits.py", "import socket", "Core does no input or output"),
        ("core/limits.py", "import sendoff.services.bus", "Imports point inwards"),
        ("services/bus.py", "import sendoff.adapters.system.clock", "Imports point inwards"),
        ("services/bus.py", "import PySide6", "Qt lives in ui alone"),
        ("adapters/system/clock.py", "import sendoff.adapters.smtp.wire", "Adapters do not know each other"),
        ("adapters/network/lifeline.py", "import sendoff.adapters.smtp.wire", "Adapters do not know each other"),
        ("ui/bridge.py", "import sqlite3", "Faces reach the outside world only through services"),
    ],
)
def test_a_broken_contract_is_noticed(tmp_path: Path, module: str, line: str, contract: str) -> None:
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "app" / "sendoff" / module).open("a") as file:
        file.write(f"{line}\n")
    done = lint(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert [row for row in done.stdout.splitlines() if row.startswith(contract) and "BROKEN" in row]
