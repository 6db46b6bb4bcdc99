"""Whoever is in doubt, looked up where the provider keeps copies: what was found there, and what that proves.

A copy under the message's own Message-ID proves that the server took it. Its absence proves nothing, unless this server
is known to keep copies: known where every one of the accepted messages that were looked for is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sendoff.core.account import Account
from sendoff.core.delivery import State
from sendoff.core.language import all_of, digits, tr

FOUND, ABSENT = "found", "absent"
"""Words kept with rows: a copy is there, or a person says so; or none is, where the accepted ones have theirs."""
EVIDENCE = "found in "
"""How the text of a row begins that was accepted by the evidence of a copy."""
QUARANTINE = 30 * 60_000
"""Milliseconds before a doubtful message may be sent again: longer than any server keeps an unfinished one."""


class SentCopies(Protocol):
    """Where a provider keeps copies of what was sent. One thread at a time."""

    def open(self) -> str:
        """Connect and sign in; the place in words, `Sent of anna@example.com`. Raises ConnectError."""
        ...

    def find(self, message_id: str) -> str:
        """The copy with this Message-ID as the place numbers it, `uid 123`; empty = none. Raises ConnectError."""
        ...

    def close(self) -> None:
        """Let go of the connection; never raises."""
        ...


class SentCopiesFactory(Protocol):
    """Makes the way to an account's copies; `stopped` gives up. `secret` is asked for when it is needed."""

    def __call__(self, account: Account, secret: Callable[[], str], stopped: Callable[[], bool]) -> SentCopies: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """How many accepted messages were looked for, and how many of them are there."""

    looked: int = 0
    found: int = 0

    @property
    def keeps_copies(self) -> bool:
        """Say whether absence proves something here; one accepted message without its copy makes it worthless."""
        return 0 < self.looked == self.found


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What became of those in doubt; the four figures add up to everyone who was in doubt."""

    found: int = 0
    """A copy is there: accepted now."""
    absent: int = 0
    """No copy, and that proves something: still in doubt, and a person may order it again."""
    unproven: int = 0
    """No copy, which proves nothing (yet)."""
    unknown: int = 0
    """Not looked up: refused, unreachable or stopped."""
    why: str = ""
    """Why it could not be looked up, as a sentence; empty where it could."""
    place: str = ""
    """Where it was looked: `Sent of anna@example.com`."""


def together(looked: Sequence[Resolved]) -> Resolved:
    """What look-ups in several places brought."""
    return Resolved(
        found=sum(one.found for one in looked),
        absent=sum(one.absent for one in looked),
        unproven=sum(one.unproven for one in looked),
        unknown=sum(one.unknown for one in looked),
        why=" ".join(dict.fromkeys(one.why for one in looked if one.why)),
        place=all_of(one.place for one in looked if one.place),
    )


def found_text(place: str, mark: str) -> str:
    """The evidence of a copy, as the history keeps it."""
    return f"{EVIDENCE}{place}, {mark}"


def marked_as_sent(state: State, reason: str, text: str) -> bool:
    """Say whether a row counts as accepted by a person's word alone: neither a reply nor a copy says so."""
    return state is State.ACCEPTED and reason == FOUND and not text.startswith(EVIDENCE)


def absence(place: str, probe: Probe, *, quarantined: bool) -> tuple[bool, str]:
    """Whether the absence of a copy proves that the server did not take the message, and the sentence about it."""
    if not probe.looked:
        return False, tr("not in {place}; no accepted message to compare with, so that proves nothing", place=place)
    if not probe.keeps_copies:
        kept = tr(
            "{found} of {looked} accepted messages",
            found=digits(f"{probe.found:,}"),
            looked=digits(f"{probe.looked:,}"),
        )
        return False, tr("not in {place}, which has only {kept}, so that proves nothing", place=place, kept=kept)
    if quarantined:
        return False, tr("not in {place} yet; it may still arrive", place=place)
    return True, tr(
        "not in {place}, which has all of the {looked} accepted messages looked for",
        place=place,
        looked=digits(f"{probe.looked:,}"),
    )


def resolved_text(resolved: Resolved) -> str:
    """Say in a sentence or two what a look-up brought."""
    parts = [
        f"{digits(f'{number:,}')} {words}"
        for number, words in (
            (resolved.found, tr("found and accepted")),
            (resolved.absent, tr("not there, so most likely never sent")),
            (resolved.unproven, tr("not there, which proves nothing yet")),
            (resolved.unknown, tr("not looked up")),
        )
        if number
    ]
    place = tr("Looked in {place}: ", place=resolved.place) if resolved.place else ""
    said = f"{place}{', '.join(parts)}." if parts else tr("Nobody is in doubt.")
    return f"{said} {resolved.why}".strip()
