"""Mailboxes in a message's head: the sender's, and where an answer goes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sendoff.core.address import Checked, check_address, split_mailbox
from sendoff.core.errors import InputError
from sendoff.core.headers import mailbox_field
from sendoff.core.template import Template, compile_template

WHERE = "reply_to"


class ReplyTo:
    """Where answers go: one mailbox for all, or a template. Raises InputError for what cannot be one."""

    def __init__(self, written: str) -> None:
        template = compile_template(written, html=False, where=WHERE) if "{" in written else None
        self.templates: tuple[Template, ...] = (template,) if template else ()
        self._constant = _field(written) if written and not template else (b"", "")

    def field(self, values: Mapping[str, str]) -> tuple[bytes, str]:
        """The Reply-To field of one row and its address, or nothing. Raises InputError."""
        if not self.templates:
            return self._constant
        return _field(self.templates[0].render(values))


def mailbox(written: str, where: str) -> tuple[str, Checked]:
    """Split a name from its address, which is checked. Raises InputError that says `where`."""
    try:
        name, address = split_mailbox(written)
    except InputError as error:
        raise InputError(error.title, remedy=error.remedy, where=where, code=error.code) from error
    return name, check_address(address)


@lru_cache(maxsize=256)
def _field(written: str) -> tuple[bytes, str]:
    name, checked = mailbox(written, WHERE)
    return mailbox_field("Reply-To", name, checked.wire), checked.wire
