"""A desk for tests of the command line: a data folder, a campaign on disk, and the real command in processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_PATIENCE = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The last line of stdout."""
        values: dict[str, Any] = json.loads(self.out.splitlines()[-1])
        return values


class Desk:
    """`folder` holds the home and the campaign; every command runs as its user would run it."""

    def __init__(self, folder: Path, home: Path | None = None) -> None:
        self.folder = folder
        self.home = home or folder / "home"

    def campaign(self, number: int = 20, *, name: str = "Spring sale", more: str = "", **files: str | bytes) -> Path:
        """Write a campaign of `number` recipients; `files` replace parts, such as `people_csv`."""
        rows = "".join(f"person{row}@example.test,Name{row}\n" for row in range(1, number + 1))
        contents: dict[str, str | bytes] = {
            "campaign_toml": (
                f'name = "{name}"\nfrom = "Anna Lee <anna@example.test>"\nsubject = "Hello {{{{ first_name }}}}"\n'
                f'text = "message.txt"\nrecipients = "people.csv"\n{more}'
            ),
            "people_csv": f"email,first_name\n{rows}",
            "message_txt": "Hello {{ first_name }}.\n",
            **files,
        }
        for key, content in contents.items():
            path = self.folder / key.replace("_", ".")
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self.folder / "campaign.toml"

    def start(self, *words: str, **environ: str) -> subprocess.Popen[str]:
        """Start a command and go on."""
        env = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
        env.pop("QT_QPA_PLATFORM", None)
        env |= {"SENDOFF_HOME": str(self.home), "PYTHONUNBUFFERED": "1", **environ}
        return subprocess.Popen(
            [sys.executable, "-m", "sendoff", *words],
            env=env,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str, given: str = "", **environ: str) -> Ended:
        """Run a command to its end."""
        return ended(self.start(*words, **environ), given)

    def files(self) -> dict[str, bytes]:
        """What the data folder holds for a person: no locks, counts of turns, logs or journals."""
        passing = ("sendoff.lock", "sendoff.db-wal", "sendoff.db-shm", "high-water.json")
        return {
            str(path.relative_to(self.home)): b"" if path.suffix == ".db" else path.read_bytes()
            for path in self.home.rglob("*")
            if path.is_file() and path.name not in passing and "logs" not in path.parts
        }


def ended(process: subprocess.Popen[str], given: str = "") -> Ended:
    """Wait for a command's end."""
    out, err = process.communicate(given, timeout=_PATIENCE)
    return Ended(status=process.returncode, out=out, err=err)


def until(true: Callable[[], bool], what: str) -> None:
    """Wait until something is true; AssertionError with `what` where it does not become so."""
    deadline = time.monotonic() + _PATIENCE
    while not true():
        assert time.monotonic() < deadline, what
        time.sleep(0.02)
