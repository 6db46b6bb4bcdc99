"""How a second process asks the holder of a data folder to act: one small file for each request."""

from __future__ import annotations

import json
import re
import secrets
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sendoff.adapters.system.atomic import PREFIX, write_atomically
from sendoff.adapters.system.clock import SystemClock
from sendoff.adapters.system.paths import make_private, unusable

_LIMIT = 4096
"""Bytes of a request at most."""
_STALE = 60.0
"""Seconds after which an unfinished file has no writer any more."""
_ID = re.compile(r"\d{20}-[0-9a-f]{12}")


class Action(StrEnum):
    """What may be asked for; anything else is thrown away."""

    PAUSE = "pause"
    STOP = "stop"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One wish of another process."""

    id: str
    action: Action
    campaign: str
    """The campaign's id; empty = the one under way."""
    at: int
    """Epoch milliseconds."""


class RequestBox:
    """The letter box of one data folder, `folder` being its own. All methods raise StorageError.

    The holder empties it once at its start and drops what it finds: that was meant for an earlier holder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def post(self, action: Action | str, campaign: str = "") -> str:
        """Ask for `action` on `campaign`; the id says later whether it was taken."""
        name = f"{time.time_ns():020d}-{secrets.token_hex(6)}"
        said = {"action": Action(action).value, "campaign": campaign, "at": SystemClock().now()}
        content = json.dumps(said).encode()
        if len(content) > _LIMIT:
            raise ValueError("a request is at most 4,096 bytes long")
        try:
            make_private(self._folder)
            write_atomically(self._path(name), content)
        except OSError as error:
            raise unusable(self._folder, error) from error
        return name

    def take(self) -> list[Request]:
        """All requests, oldest first; they are gone from the box, and so is what is not a request."""
        try:
            found = sorted(self._folder.iterdir())
        except FileNotFoundError:
            return []
        except OSError as error:
            raise unusable(self._folder, error) from error
        return [request for path in found if (request := self._open(path)) is not None]

    def answered(self, request: str) -> bool:
        """Say whether the holder took the request."""
        return not self._path(request).exists()

    def withdraw(self, request: str) -> bool:
        """Take one's own request back; False where the holder was faster."""
        try:
            self._path(request).unlink()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise unusable(self._folder, error) from error
        return True

    def _path(self, request: str) -> Path:
        if not _ID.fullmatch(request):
            raise ValueError("this is not the id of a request")
        return self._folder / f"{request}.json"

    @staticmethod
    def _open(path: Path) -> Request | None:
        try:
            if path.name.startswith(PREFIX) and time.time_ns() / 1e9 - path.lstat().st_mtime < _STALE:
                return None
            content = path.read_bytes() if path.stat().st_size <= _LIMIT and not path.is_symlink() else b""
            path.unlink()
        except OSError:
            # It vanished, or is a folder somebody made here; either way it is no request.
            return None
        return _understood(path, content)


def _understood(path: Path, content: bytes) -> Request | None:
    try:
        said = json.loads(content)
        action, campaign, at = Action(said["action"]), said["campaign"], said["at"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    plain = isinstance(campaign, str) and campaign.isprintable() and type(at) is int
    if path.suffix != ".json" or not _ID.fullmatch(path.stem) or not plain:
        return None
    return Request(id=path.stem, action=action, campaign=campaign, at=at)
