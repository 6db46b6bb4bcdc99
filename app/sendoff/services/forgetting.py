"""Forgetting a person: whoever asks for it is taken out of every list, and out of what was sent but for the figures."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from sendoff.core.address import check_address
from sendoff.core.errors import InputError, StorageError
from sendoff.core.events import AudiencesChanged, BlockedChanged, ListChanged
from sendoff.core.forgetting import Forgotten, KeptMail, Memory, Places, refuse_in_the_way
from sendoff.core.language import tr
from sendoff.core.ports import Clock
from sendoff.services.bus import Bus


class Forgetting:
    """Says where a person is, and takes everything about them away. Calls block."""

    def __init__(
        self,
        *,
        memory: Memory,
        mail: KeptMail,
        covers: Callable[[str], bool],
        drop_file: Callable[[str], None],
        bus: Bus,
        clock: Clock,
    ) -> None:
        self._memory = memory
        self._mail = mail
        self._covers = covers
        self._drop_file = drop_file
        self._bus = bus
        self._clock = clock

    def look(self, address: str) -> Places:
        """Where an address is kept; nothing is changed. Raises InputError where it is none."""
        known = _checked(address)
        return replace(self._memory.places(known), messages=self._mail.about(known), blocked=self._covers(known))

    def forget(self, address: str, *, block: bool = True) -> Forgotten:
        """Forget the person for good; with `block` nobody ever writes there again, without no entry is left.

        Raises InputError where a campaign with the person is not over, or any is being sent; then nothing is changed.
        """
        known = _checked(address)
        refuse_in_the_way(self._memory.places(known))
        messages = self._mail.forget(known)
        erased = self._memory.erase(known, self._clock.now(), block=block, source=tr("Forgotten on their wish"))
        for sha in erased.files:
            self._drop_file(sha)
        try:
            anew = False
            with suppress(StorageError):  # a full disk: the next start tries again
                anew = self._memory.write_anew()
        finally:
            for one in erased.lists:
                self._bus.publish(ListChanged(one))
            self._bus.publish(AudiencesChanged())
            self._bus.publish(BlockedChanged())
        return Forgotten(places=replace(erased.places, messages=messages), blocked=self._covers(known), anew=anew)


def _checked(address: str) -> str:
    checked = check_address(address.strip())
    if checked.problem:
        raise InputError(
            tr("“{address}” is not an address.", address=address.strip()[:254]),
            remedy=tr("Write the whole address: anna@example.com"),
            code="address",
        )
    return checked.address
