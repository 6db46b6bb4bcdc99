"""Sentences that stand in a message just as a template brought them, and links that lead nowhere but to an example."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_OWN_WORDS = frozenset({"footer", "button", "social"})
"""Blocks whose words may well stay as they are."""
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_FIELD = re.compile(r"\{\{|\{%")
_END = re.compile(r"(?<!\d\.)(?<=[.!?:…])[*_\"”“]*\s+")
_MARK = re.compile(r"[\W_]+")
_LEAST_WORDS, _LEAST_LONG, _LONG = 3, 2, 3
_EXAMPLE = re.compile(r"(?:.+\.)?(?:example\.(?:com|org|net|edu)|[^.]+\.invalid)")


def sentences(line: str) -> Iterator[str]:
    """The sentences of one line, without the marks of Markdown."""
    for one in _END.split(_LINK.sub(r"\1", line)):
        if bare := one.strip().strip("*#->").strip():
            yield bare


def mark(sentence: str) -> str:
    """What two spellings of one sentence share; empty where it is too short to tell where it comes from."""
    words = _MARK.sub(" ", sentence.casefold()).split()
    long = sum(len(word) >= _LONG and word.isalpha() for word in words)
    return " ".join(words) if len(words) >= _LEAST_WORDS and long >= _LEAST_LONG else ""


def shipped(layout: Mapping[str, Any]) -> frozenset[str]:
    """The marks of what a layout's file brings into a message; sentences with fields, buttons and footers left out."""
    return frozenset(filter(None, map(mark, _brought(layout))))


def left(lines: Iterable[str], known: frozenset[str]) -> list[str]:
    """The sentences of a message that are known, each once, in their order."""
    found = {mark(one): one for line in lines for one in sentences(line) if mark(one) in known}
    return list(found.values())


def is_example(host: str) -> bool:
    """Say whether a host is one of those that are kept for examples and belong to nobody (RFC 2606, RFC 6761)."""
    return _EXAMPLE.fullmatch(host) is not None


def _brought(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        if value.get("kind") in _OWN_WORDS:
            return
        for key, one in value.items():
            if key in ("text", "alt", "subject", "preheader") and isinstance(one, str):
                for line in one.splitlines():
                    yield from (said for said in sentences(line) if not _FIELD.search(said))
            elif isinstance(one, list | dict):
                yield from _brought(one)
    elif isinstance(value, list):
        for one in value:
            yield from _brought(one)
