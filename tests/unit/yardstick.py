"""Whether something ended in time, on a machine that may be slow, shared or busy with something else."""

from __future__ import annotations

import time

from sendoff.core.body import compile_body
from sendoff.core.campaign import Content

PAGE = (
    "<h1>Hi {{ x }}</h1><p>A paragraph with <b>bold</b> and a <a href='https://x.example/'>link</a> in it.</p>\n" * 180
)
QUIET = 0.038
"""Seconds of processor time that this ordinary page takes on a machine with nothing else to do."""


def begun() -> float:
    """The processor time of this thread, in seconds: what others do meanwhile is not in it."""
    return time.thread_time()


def in_time(began: float, seconds: float = 1.0) -> bool:
    """Whether no more processor time passed since, or as much more as an ordinary page now takes more than it should.

    A core that is shared, hot or old does less in a second; the yardstick knows by how much.
    """
    spent = begun() - began
    if spent < seconds:
        return True
    pages = []
    for _ in range(8):
        now = begun()
        compile_body(Content(subject="S", mode="html", html=PAGE))
        pages.append(begun() - now)
    return spent < seconds * max(pages) / QUIET
