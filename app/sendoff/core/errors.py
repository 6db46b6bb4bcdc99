"""The errors of Sendoff.

SendoffError
├── KnownError              something a person can understand and act on: it carries a title and a remedy
│   ├── InputError          a file, a value or an option is wrong; nothing was changed
│   ├── ConnectError        the server could not be reached, trusted or signed in to
│   ├── StorageError        the data folder cannot be read or written
│   └── HeldError           another Sendoff is using the data folder
├── SessionLost             this session with the server is unusable; the phase says what is certain
└── Withheld                the intent to send was not granted, so the last byte was not sent

Whatever is not in this tree is a bug. A refusal by a server is a value (`core.outcome.Reply`), never an error.
"""

from __future__ import annotations

from enum import StrEnum

from sendoff.core.outcome import Reply
from sendoff.core.said import joined


class SendoffError(Exception):
    """The root of the tree."""


class KnownError(SendoffError):
    """A condition with a sentence for the user: what happened (`title`), what to do (`remedy`), where (`where`)."""

    def __init__(self, title: str, *, remedy: str = "", where: str = "", code: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.remedy = remedy
        self.where = where
        self.code = code
        """A stable word for tests, the command line's JSON and the doctor's buttons; empty where nobody needs it."""

    def __str__(self) -> str:
        return joined(" ", (joined(": ", (self.where, self.title)), self.remedy))


class InputError(KnownError):
    """Something the user gave is wrong; nothing was changed and nothing was sent."""


_OF_NETWORK = frozenset({"offline", "no_dns", "no_such_host", "captive_portal"})


class ConnectError(KnownError):
    """The server could not be reached, trusted or signed in to; no message was involved."""

    def __init__(
        self,
        title: str,
        *,
        remedy: str = "",
        where: str = "",
        code: str = "",
        permanent: bool = False,
        reply: Reply | None = None,
    ) -> None:
        super().__init__(title, remedy=remedy, where=where, code=code)
        self.reply = reply
        """The server's refusal, where it was one."""
        self.permanent = permanent
        """True where trying again unchanged cannot help (a refused password, a bad certificate)."""

    @property
    def of_network(self) -> bool:
        """Say whether this computer's own network is to blame, where the server was reached before."""
        return self.code in _OF_NETWORK


class StorageError(KnownError):
    """The data folder cannot be used: full, read-only, corrupt, or written by a newer Sendoff."""


class HeldError(KnownError):
    """Another process holds the data folder."""


class Phase(StrEnum):
    """How far a message had come when its session broke."""

    IDLE = "idle"
    """No message was under way."""
    ENVELOPE = "envelope"
    """Before the body: the server holds nothing."""
    BODY = "body"
    """While or after the body was sent, before the last byte: the server must not deliver it (RFC 5321 4.1.1.4)."""
    COMMITTED = "committed"
    """The last byte was handed over and no answer came: nobody can know (RFC 1047)."""


class SessionLost(SendoffError):  # noqa: N818 -- the trade's word, and not an error of ours
    """The session with the server is over. `phase` decides what is known about the message that was under way."""

    def __init__(self, phase: Phase, detail: str) -> None:
        super().__init__(detail)
        self.phase = phase
        self.detail = detail


class Withheld(SendoffError):  # noqa: N818 -- likewise
    """The intent was not granted (paused, suppressed, disk full): the session was dropped before the last byte."""
