"""Numbers as they are typed, within their bounds."""

from __future__ import annotations

import argparse


def row(text: str) -> int | str:
    """A row by its number, else in words: one worth a look (`services.previews.Worth`), a name or an address."""
    return whole(1, 10**9)(text) if text.lstrip("+-").isdecimal() or not text.strip() else text.strip()


class whole:  # noqa: N801 -- argparse names a type in its messages by the callable's name
    """A whole number between two bounds."""

    def __init__(self, least: int, most: int) -> None:
        self._least, self._most = least, most

    def __call__(self, text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = self._least - 1
        if not self._least <= number <= self._most:
            raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {self._least} to {self._most:,}")
        return number


def seconds(text: str) -> float:
    """Seconds, up to a day."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 86_400:  # noqa: PLR2004 -- a day
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds from 0 to 86,400")
    return number
