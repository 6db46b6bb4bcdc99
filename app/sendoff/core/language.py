"""The language people are spoken to in: one catalogue for the whole process, English until a face installs another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

Key = TypeVar("Key")


def _as_written(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How sentences and numbers are said."""

    code: str = "en"
    """ISO 639-1."""
    translate: Callable[[str], str] = _as_written
    """Give the translation of an English sentence, itself where there is none; called from any thread."""
    thousands: str = ","
    decimal: str = "."


class _Spoken:
    """Holds the language in force."""

    def __init__(self) -> None:
        self.language = Language()


_spoken = _Spoken()


def speak(language: Language) -> None:
    """Say everything in this language from now on; what was said before stays as it is."""
    _spoken.language = language


def spoken() -> Language:
    """The language in force."""
    return _spoken.language


def tr(text: str, /, **values: object) -> str:
    """Say a sentence in the language in force, `{name}` in it filled from the values.

    The sentence is a literal of the source, or one marked with `phrase`: the catalogue is gathered from both.
    """
    said = _spoken.language.translate(text)
    return said.format(**values) if values else said


def phrase(text: str) -> str:
    """Mark a sentence that is kept as it is and translated by `tr` where it is shown."""
    return text


def pairs(choices: Iterable[tuple[Key, str]]) -> list[tuple[Key, str]]:
    """The choices of a control, their words said in the language in force."""
    return [(key, tr(word)) for key, word in choices]


def quoted(text: object) -> str:
    """A name in the quotation marks of the language in force."""
    return tr("“{text}”", text=text)


def all_of(parts: Iterable[str]) -> str:
    """Several things together: `one`, `one and two`, `one, two and three`."""
    *before, last = [*parts] or [""]
    return tr("{before} and {last}", before=", ".join(before), last=last) if before else last


def one_of(parts: Iterable[str]) -> str:
    """One of several things: `one, two or three`."""
    *before, last = [*parts] or [""]
    return tr("{before} or {last}", before=", ".join(before), last=last) if before else last


def digits(number: str) -> str:
    """Write a number made with `,` and `.` as the language does: `1,234.5` is `1.234,5` in German."""
    language = _spoken.language
    if language.thousands == "," and language.decimal == ".":
        return number
    return number.translate({ord(","): language.thousands, ord("."): language.decimal})
