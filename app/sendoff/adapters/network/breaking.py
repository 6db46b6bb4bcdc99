"""How a connection breaks, and how it only waits."""

from __future__ import annotations

import ssl

from sendoff.core.language import tr
from sendoff.core.system_words import system_words

NOTHING_YET = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)
"""What a connection says that has neither something to read nor come to its end."""


def words_of(error: OSError) -> str:
    """Why a connection broke, in words."""
    if isinstance(error, ConnectionResetError | BrokenPipeError):
        return tr("the server closed the connection")
    return tr("the connection broke: {strerror}", strerror=system_words(error))
