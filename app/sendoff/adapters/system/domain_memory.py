"""What was found out about domains: a file of the data folder that may be deleted at any time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from sendoff.adapters.system.atomic import write_atomically
from sendoff.adapters.system.paths import unusable


class DomainFile:
    """Implements `core.triage_ports.DomainMemory` as JSON: domain → [takes mail, asked at (epoch ms)]."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> dict[str, tuple[bool, int]]:
        try:
            found = json.loads(self._path.read_bytes())
            return {str(domain): (bool(alive), int(at)) for domain, (alive, at) in found.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}  # it only saves questions

    def keep(self, known: Mapping[str, tuple[bool, int]]) -> None:
        try:
            write_atomically(self._path, json.dumps(known, separators=(",", ":")).encode())
        except OSError as error:
            raise unusable(self._path, error) from error
