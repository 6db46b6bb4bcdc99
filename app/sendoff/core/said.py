"""Sentences that are kept: each knows what it was said from, so that it is said again in the language of its reader.

A `Said` is the text itself, in the language in force when it was made, and can be used as one. Put together with
other text by anything but `joined` it is plain text, which stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sendoff.core.language import digits, tr

_MARK = "@said"
"""No name of a value, which are told by theirs."""
_KEPT = f'{{"{_MARK}"'


class Said(str):
    """A sentence with its source beside it."""

    __slots__ = ("source",)
    source: Mapping[str, Any]
    """One of: `text` with `values`, `parts` with what is `between` them, or the `digits` of a number."""


def said(text: str, /, **values: object) -> str:
    """Say a sentence as `tr` does, to be kept."""
    return _made(tr(text, **values), {"text": text, "values": values})


def joined(between: str, parts: Iterable[str]) -> str:
    """Put sentences or words after one another, those that are empty left out."""
    every = [part for part in parts if part]
    return _made(between.join(every), {"between": between, "parts": every})


def figure(number: str) -> str:
    """A number made with `,` and `.`, as the language in force writes it."""
    return _made(digits(number), {"digits": number})


def quoted(text: str) -> str:
    """A name in the quotation marks of the language in force."""
    return said("“{text}”", text=text)


def to_json(value: object) -> Any:
    """What is kept of a value; of plain text the text."""
    if isinstance(value, Said):
        return {_MARK: to_json(dict(value.source))}
    if isinstance(value, Mapping):
        return {str(key): to_json(one) for key, one in value.items()}
    if isinstance(value, list | tuple | frozenset):
        return [to_json(one) for one in value]
    return value


def from_json(kept: Any) -> Any:
    """Say again what `to_json` kept, in the language in force; all else as it is."""
    if isinstance(kept, list):
        return [from_json(one) for one in kept]
    if not isinstance(kept, dict):
        return kept
    if kept.keys() != {_MARK}:
        return {key: from_json(one) for key, one in kept.items()}
    source = from_json(kept[_MARK])
    if "digits" in source:
        return figure(source["digits"])
    return joined(source["between"], source["parts"]) if "parts" in source else said(source["text"], **source["values"])


def kept(text: str) -> str:
    """What a column of plain text keeps: a `Said` with its source, all else as it is."""
    return json.dumps(to_json(text), ensure_ascii=False, default=str) if isinstance(text, Said) else text


def say_again(text: str) -> str:
    """Say again what `kept` made; all else as it is."""
    if not text.startswith(_KEPT):
        return text
    found: str = from_json(json.loads(text))
    return found


def is_said_from(text: str, sentence: str) -> bool:
    """Say whether a text, or a part of it, was said from a sentence of the source, whatever the language."""
    return isinstance(text, Said) and sentence in _sentences(text)


def _sentences(text: Said) -> Iterator[str]:
    if "text" in text.source:
        yield text.source["text"]
    for part in (*text.source.get("parts", ()), *text.source.get("values", {}).values()):
        if isinstance(part, Said):
            yield from _sentences(part)


def _made(text: str, source: Mapping[str, Any]) -> Said:
    made = Said(text)
    made.source = source
    return made
