"""The log: five files of one megabyte, without secrets and without whole addresses."""

from __future__ import annotations

import base64
import binascii
import json
import logging
import re
import sys
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path
from urllib.parse import quote, quote_plus

from sendoff.adapters.system.paths import make_private, unusable

_HIDDEN = "[hidden]"
_MECHANISM = r"(?:PLAIN|LOGIN|CRAM-MD5|DIGEST-MD5|SCRAM-[A-Z0-9-]+|XOAUTH2|OAUTHBEARER|NTLM|GSSAPI|EXTERNAL)\b"
# Not the server's offer, where another mechanism follows.
_AUTH = re.compile(rf"\b(AUTH\s+{_MECHANISM})[ \t]+(?!{_MECHANISM})[^\s'\"\\]+", re.IGNORECASE)
_IN_URL = re.compile(r"(\w://[^\s/@:]*:)[^\s/@]+(?=@)")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{4,}={0,2}")
_LOCAL = r"[^\s@<>\"'(),:;\[\]=]"
# Begins at the start of a word and never goes back, so that a long line costs no more than its length.
_ADDRESS = re.compile(rf"(?<!{_LOCAL})({_LOCAL}){_LOCAL}*+@([^\s@<>\"'(),:;\[\]\\]+)")

_TELLING = 4
"""Characters from which a secret is hidden inside words too. Hiding each "7" would tell the secret and ruin the log."""

_secrets: set[str] = set()
"""The process's secrets, in every spelling in which they could be written."""


def redact(secret: str) -> None:
    """Keep `secret` out of the log from now on: as it is, quoted, in a URL, or in base64 with whatever around it."""
    if secret:
        _secrets.update(
            (secret, quote(secret, safe=""), quote_plus(secret), repr(secret)[1:-1], json.dumps(secret)[1:-1])
        )


class RedactingFormatter(logging.Formatter):
    """Cleans the finished text, so that arguments and tracebacks are cleaned too. Times are UTC."""

    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    @staticmethod
    def converter(seconds: float | None = None) -> time.struct_time:
        return time.gmtime(seconds)

    def format(self, record: logging.LogRecord) -> str:
        text = without_secrets(super().format(record))
        # Below INFO somebody hunts a fault with a recipient and needs to see which.
        return _ADDRESS.sub(r"\1…@\2", text) if record.levelno >= logging.INFO else text


def without_secrets(text: str) -> str:
    """A text with every noted secret hidden, in whatever spelling, and whatever looks like a sign-in."""
    # The longest first: a secret may be part of another's spelling.
    for secret in sorted(_secrets, key=len, reverse=True):
        if len(secret) >= _TELLING:
            text = text.replace(secret, _HIDDEN)
        else:
            text = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", _HIDDEN, text)
    text = _AUTH.sub(rf"\1 {_HIDDEN}", text)
    text = _IN_URL.sub(rf"\1{_HIDDEN}", text)
    return _BASE64.sub(_unless_secret, text) if _secrets else text


def _unless_secret(match: re.Match[str]) -> str:
    """Hide a piece of base64 that says a secret, as in the answers of AUTH LOGIN (RFC 4954 4)."""
    piece = match[0].rstrip("=").translate(str.maketrans("-_", "+/"))
    try:
        said = base64.b64decode(piece + "=" * (-len(piece) % 4))
    except binascii.Error:
        return match[0]
    # A copy: another thread may note one meanwhile.
    return _HIDDEN if any(_tells(said, secret.encode()) for secret in tuple(_secrets)) else match[0]


def _tells(said: bytes, secret: bytes) -> bool:
    return secret in said if len(secret) >= _TELLING else said.endswith(b"\0" + secret)


class _LogFile(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 -- the library's name and arguments
        """A log that cannot be written (disk full) must not disturb the sending that it describes.

        Any other error is a fault of ours, which the library tells on stderr; the arguments, which nobody has cleaned,
        are left out.
        """
        if not isinstance(sys.exception(), OSError):
            super().handleError(logging.makeLogRecord({**record.__dict__, "args": ()}))


def start_logging(folder: Path, level: int = logging.INFO, name: str = "sendoff.log") -> None:
    """Log Sendoff's records from `level`, and others' warnings, to `folder`; replaces what was started before.

    Raises StorageError where the file cannot be opened.
    """
    stop_logging()
    try:
        make_private(folder)
        handler = _LogFile(
            folder / name, maxBytes=1_000_000, backupCount=4, encoding="utf-8", errors="backslashreplace"
        )
    except OSError as error:
        raise unusable(folder, error) from error
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger("sendoff").setLevel(level)


def stop_logging() -> None:
    """Close the log; does nothing where none was started."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, _LogFile)]:
        root.removeHandler(handler)
        handler.close()
