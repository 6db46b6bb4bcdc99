"""Forgetting a person: where one address is kept, what becomes of it there, and what stays."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sendoff.core.doubts import EVIDENCE
from sendoff.core.errors import InputError
from sendoff.core.language import all_of, digits, phrase, quoted, tr

FORGOTTEN = phrase("forgotten")
"""What stands in place of the address, and of what it is compared by, in rows that stay for the figures' sake. No
address is written like that, so nothing is ever sent there."""
_BEFORE = r"(?<![\w.!#$%&*+/=?^{|}~-])(?<!\w['`])"
_BEHIND = r"(?![\w-]|\.\w)"
"""What belongs to an address on either side: joanna@example.com does not name anna@example.com."""


class Mentions:
    """Finds an address in texts, whatever its case and in each of its spellings."""

    def __init__(self, spellings: Iterable[str]) -> None:
        each = dict.fromkeys(form for one in spellings if "@" in one for form in (one, one.lower(), one.casefold()))
        if not each:
            raise ValueError("no address to look for")
        self.spellings = tuple(each)
        anyone = "|".join(map(re.escape, self.spellings))
        self._find = re.compile(f"{_BEFORE}(?:{anyone}){_BEHIND}", re.IGNORECASE)

    def in_text(self, text: str) -> bool:
        """Say whether a text names it."""
        return self._find.search(text) is not None

    def without(self, text: str, instead: str = "") -> str:
        """The text with something else in its place."""
        return self._find.sub(lambda _found: instead, text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where a person is kept. `in_the_way`: campaigns that have to end first, or all that is being sent."""

    audiences: int = 0
    drafts: int = 0
    sent: int = 0
    """Campaigns that are over."""
    doubtful: int = 0
    """Of them those in which it is not known whether the message arrived."""
    messages: int = 0
    """The sandbox's."""
    rehearsed: int = 0
    """Campaigns that were tried in the sandbox by a command, in the data folder for that."""
    blocked: bool = False
    in_the_way: tuple[str, ...] = ()
    sending: str = ""
    """A campaign that is being sent to others just now."""
    also: tuple[str, ...] = ()
    """Other addresses that a correction ties to this one, and that are kept as well."""

    @property
    def anywhere(self) -> bool:
        """Whether there is anything to forget; an entry of the blocked list alone is nothing."""
        return any((self.audiences, self.drafts, self.sent, self.messages, self.rehearsed, self.in_the_way))


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was forgotten in the lists."""

    places: Places
    lists: tuple[str, ...] = ()
    """The ids of the audiences, drafts and campaigns that have changed."""
    files: tuple[str, ...] = ()
    """The person's own attachments that nobody else has, by their SHA-256."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was forgotten, and whether the data file was written anew; where it was not, the next start does it."""

    places: Places
    blocked: bool
    anew: bool = True


class Memory(Protocol):
    """Everything that is kept about people. May be called from any thread."""

    def places(self, address: str) -> Places:
        """Where an address is; nothing is changed."""
        ...

    def erase(self, address: str, now: int, *, block: bool, source: str) -> Erased:
        """Take everything about it away in one transaction, and block it or leave no entry of it.

        Raises InputError where something is in the way, StorageError; then nothing was changed.
        """
        ...

    def write_anew(self) -> bool:
        """Leave no byte of what was taken away in the files; False = not now, so at the next start."""
        ...


class KeptMail(Protocol):
    """The sandbox's messages."""

    def about(self, address: str) -> int:
        """How many kept messages went to an address or name it. Raises StorageError."""
        ...

    def forget(self, address: str) -> int:
        """Take them away for good; returns how many. Raises StorageError."""
        ...


def shown_address(address: str) -> str:
    """An address as people see it: whose person was forgotten has none."""
    return tr(FORGOTTEN) if address == FORGOTTEN else address


def obstacle(places: Places) -> InputError | None:
    """What has to end, or be paused, before anybody can be forgotten."""
    if places.in_the_way:
        names = all_of(map(quoted, places.in_the_way))
        return InputError(
            tr("This person is in {names}, which is not over yet.", names=names)
            if len(places.in_the_way) == 1
            else tr("This person is in {names}, which are not over yet.", names=names),
            remedy=tr("Stop or finish {names} first, or take a set time back. Nothing was forgotten.", names=names),
            code="in_the_way",
        )
    if places.sending:
        return InputError(
            tr("“{name}” is being sent.", name=places.sending),
            remedy=tr("Pause it or let it finish first: forgetting writes the whole data file anew."),
            code="in_the_way",
        )
    return None


def refuse_in_the_way(places: Places) -> None:
    """Raise InputError where there is an obstacle."""
    if error := obstacle(places):
        raise error


def said_without(text: str, mentions: Mentions) -> str:
    """What is left of a server's words to a forgotten person: that a copy was found, and where."""
    return mentions.without(text) if text.startswith(EVIDENCE) else ""


def review_without(text: str, mentions: Mentions) -> str:
    """A kept review, as JSON, without the rows that name a person; the figures stay."""
    values: dict[str, Any] = json.loads(text)
    for finding in values.get("findings", ()):
        finding["examples"] = [
            one
            for one in finding["examples"]
            if not any(isinstance(part, str) and mentions.in_text(part) for part in one)
        ]
    cleaned = _without(values, mentions)
    return text if cleaned == json.loads(text) else json.dumps(cleaned, ensure_ascii=False)


def _without(value: Any, mentions: Mentions) -> Any:
    if isinstance(value, str):
        return mentions.without(value, FORGOTTEN)
    if isinstance(value, Mapping):
        return {name: _without(each, mentions) for name, each in value.items()}
    if isinstance(value, Sequence):
        return [_without(each, mentions) for each in value]
    return value


def places_text(places: Places) -> str:
    """Where a person is, in a sentence of counts."""
    counts = [
        (places.audiences, tr("1 audience"), tr("{number} audiences", number=digits(f"{places.audiences:,}"))),
        (places.drafts, tr("1 draft"), tr("{number} drafts", number=digits(f"{places.drafts:,}"))),
        (places.sent, tr("1 sent campaign"), tr("{number} sent campaigns", number=digits(f"{places.sent:,}"))),
        (
            places.messages,
            tr("1 message in the sandbox"),
            tr("{number} messages in the sandbox", number=digits(f"{places.messages:,}")),
        ),
        (
            places.rehearsed,
            tr("1 trial in the sandbox"),
            tr("{number} trials in the sandbox", number=digits(f"{places.rehearsed:,}")),
        ),
    ]
    named = [one if number == 1 else several for number, one, several in counts if number]
    return ", ".join(named) or tr("nowhere")


def foretold(places: Places) -> tuple[str, ...]:
    """What forgetting does, in sentences, before it is done."""
    said = [tr("Will be forgotten in: {places}.", places=places_text(places))]
    if places.audiences or places.drafts:
        said.append(tr("The rows in audiences and drafts go."))
    if places.sent:
        said.append(
            tr(
                "In sent campaigns the row stays without address, name, values and the server's words, so that all "
                "figures are as before. It can never be sent again."
            )
        )
    if places.doubtful:
        said.append(tr("Where it is in doubt whether the message arrived, it stays in doubt."))
    if places.also:
        said.append(also_text(places))
    said.append(stays_text())
    said.append(tr("This cannot be undone."))
    return tuple(said)


def also_text(places: Places) -> str:
    """By which other addresses the person may be known."""
    return tr(
        "If it is the same person, also forget {addresses}: a correction by hand ties them together.",
        addresses=all_of(places.also),
    )


def stays_text() -> str:
    """What forgetting cannot reach."""
    return tr(
        "What stays: backups and exports made earlier (forget again after putting one back), copies at your mail "
        "provider, a detailed log where you turned it on, and what you wrote yourself (campaigns' names, messages, "
        "templates, settings)."
    )


def block_text(*, block: bool) -> str:
    """What becomes of the blocked list."""
    if block:
        return tr("The address stays on the blocked list: that entry is what keeps anybody from writing there again.")
    return tr("Nothing is left on the blocked list either: a list that is brought later can bring the person back.")
