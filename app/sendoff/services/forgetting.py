"""Forgetting a person: whoever asks for it is taken out of every list, and out of what was sent but for the figures."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from typing import Protocol

from sendoff.core.address import check_address
from sendoff.core.errors import InputError, StorageError
from sendoff.core.events import AudiencesChanged, BlockedChanged, ListChanged
from sendoff.core.forgetting import Erased, Forgotten, KeptMail, Memory, Places, refuse_in_the_way
from sendoff.core.language import tr
from sendoff.core.ports import Clock
from sendoff.services.bus import Bus


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Everything that one data folder holds of people."""

    memory: Memory
    mail: KeptMail
    drop_file: Callable[[str], None]
    """Takes a kept attachment away, by its SHA-256."""

    def forget(self, address: str, now: int, *, block: bool, source: str) -> tuple[Erased, int, bool]:
        """What was forgotten, the sandbox's messages among it, and whether the data file was written anew."""
        messages = self.mail.forget(address)
        erased = self.memory.erase(address, now, block=block, source=source)
        for sha in erased.files:
            self.drop_file(sha)
        anew = False
        with suppress(StorageError):  # a full disk: the next start tries again
            anew = self.memory.write_anew()
        return erased, messages, anew


class Rehearsals(Protocol):
    """The data folder of what was tried in the sandbox by a command."""

    def __call__(self, *, look: bool) -> AbstractContextManager[Kept | None]:
        """Hold it, or only look into it; None where nothing was tried. Raises HeldError, StorageError."""
        ...


class Forgetting:
    """Says where a person is, and takes everything about them away. Calls block."""

    def __init__(
        self,
        *,
        own: Kept,
        rehearsals: Rehearsals,
        covers: Callable[[str], bool],
        bus: Bus,
        clock: Clock,
    ) -> None:
        self._own = own
        self._rehearsals = rehearsals
        self._covers = covers
        self._bus = bus
        self._clock = clock

    def look(self, address: str) -> Places:
        """Where an address is kept; nothing is changed. Raises InputError where it is none."""
        known = _checked(address)
        places, messages = self._own.memory.places(known), self._own.mail.about(known)
        # What an older Sendoff tried cannot be looked at; forgetting brings it up to date.
        with suppress(StorageError), self._rehearsals(look=True) as tried:
            if tried is not None:
                places = replace(places, rehearsed=tried.memory.places(known).rehearsed)
                messages += tried.mail.about(known)
        return replace(places, messages=messages, blocked=self._covers(known))

    def forget(self, address: str, *, block: bool = True) -> Forgotten:
        """Forget the person for good; with `block` nobody ever writes there again, without no entry is left.

        Raises InputError where a campaign with the person is not over, or any is being sent, and HeldError where one is
        tried in the sandbox just now; then nothing is changed.
        """
        known, now = _checked(address), self._clock.now()
        source = tr("Forgotten on their wish")
        refuse_in_the_way(self._own.memory.places(known))
        with self._rehearsals(look=False) as tried:
            rehearsed, more, cleared = 0, 0, True
            if tried is not None:
                gone, more, cleared = tried.forget(known, now, block=False, source="")
                rehearsed = gone.places.rehearsed
            erased, messages, anew = self._own.forget(known, now, block=block, source=source)
        for one in erased.lists:
            self._bus.publish(ListChanged(one))
        self._bus.publish(AudiencesChanged())
        self._bus.publish(BlockedChanged())
        places = replace(erased.places, messages=messages + more, rehearsed=rehearsed)
        return Forgotten(places=places, blocked=self._covers(known), anew=anew and cleared)


def _checked(address: str) -> str:
    checked = check_address(address.strip())
    if checked.problem:
        raise InputError(
            tr("“{address}” is not an address.", address=address.strip()[:254]),
            remedy=tr("Write the whole address: anna@example.com"),
            code="address",
        )
    return checked.address
