"""Names that are proposed for files."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What no file may be called on one system or another."""


def file_name(words: str, ending: str) -> str:
    """A name of these words, which a person wrote, and an ending."""
    return f"{_FORBIDDEN.sub(' ', words).strip()}{ending}"
