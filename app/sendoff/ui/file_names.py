"""Names that are proposed for files."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What no file may be called on one system or another."""
_LISTS = ("csv", "tsv", "txt", "xlsx", "xls", "ods", "vcf")


def file_name(words: str, ending: str) -> str:
    """A name of these words, which a person wrote, and an ending."""
    return f"{_FORBIDDEN.sub(' ', words).strip()}{ending}"


def list_title(list_name: str) -> str:
    """What a list is called: a file's name loses its ending, the name of an audience keeps its points."""
    stem, _, ending = list_name.rpartition(".")
    return stem if stem and ending.lower() in _LISTS else list_name
