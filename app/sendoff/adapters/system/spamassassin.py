"""SpamAssassin's word on a message, where it is installed; it runs as a child, without network tests."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from email.parser import BytesHeaderParser

from sendoff.core.content_check import SpamScore

_SECONDS = 20.0
_LARGEST = 500_000
"""Bytes: what `spamc` passes on by itself."""
_SCORE = re.compile(r"score=(-?\d+(?:\.\d+)?)\s+required=(-?\d+(?:\.\d+)?)(?:\s+tests=([\w,\s]*?)(?=\s+\w+=|\s*\Z))?")


class SpamAssassin:
    """Implements `core.ports.SpamJudge`: by the daemon where one answers (`spamc`), else by the program itself."""

    def __init__(self, *, seconds: float = _SECONDS) -> None:
        self._seconds = seconds

    def score(self, message: bytes) -> SpamScore | None:
        """What it says; None where it is not installed, fails, or does not answer in time."""
        if len(message) > _LARGEST:
            return None
        for name, options in (("spamc", ("-x",)), ("spamassassin", ("--local",))):
            path = shutil.which(name)
            if path and (found := _read(self._run((path, *options), message))):
                return found
        return None

    def _run(self, command: Sequence[str], message: bytes) -> bytes:
        try:
            done = subprocess.run(  # noqa: S603 -- a program found on PATH by its fixed name, no shell
                command, input=message, capture_output=True, timeout=self._seconds, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return b""
        return done.stdout if done.returncode == 0 else b""


def _read(output: bytes) -> SpamScore | None:
    """The score in `X-Spam-Status`, which it adds to the message."""
    status = str(BytesHeaderParser().parsebytes(output).get("X-Spam-Status", ""))
    found = _SCORE.search(" ".join(status.split()))
    if found is None:
        return None
    rules = tuple(one.strip() for one in (found[3] or "").split(",") if one.strip() not in ("", "none"))
    return SpamScore(score=float(found[1]), threshold=float(found[2]), rules=rules)
