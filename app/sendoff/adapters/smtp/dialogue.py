"""What is said to a server for one message, and which answers make sense: no input or output here."""

from __future__ import annotations

import re
from collections.abc import Collection

from sendoff.adapters.smtp.wire import Broken, Cause, plain_lines
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.language import digits, tr
from sendoff.core.outcome import Reply, Stage, parse_reply

GOOD, START_MAIL, REFUSED, CLOSING = range(200, 300), 354, 400, 421
END_OF_MESSAGE = b".\r\n"
_UNSAFE = re.compile(r"[\x00-\x1f\x7f<>]")


def refused_here(envelope: Envelope, capabilities: Capabilities) -> Reply | None:
    """What the server is bound to refuse, or would spoil, is refused without asking it."""
    offered, limit = capabilities.features, capabilities.size
    size = len(envelope.content)
    if _UNSAFE.search(envelope.sender):
        return Reply(Stage.MAIL, 553, "5.1.7", tr("the sender's address has characters that cannot be sent"))
    if _UNSAFE.search(envelope.recipient) or not envelope.recipient:
        return Reply(Stage.RCPT, 553, "5.1.3", tr("the address is empty or has characters that cannot be sent"))
    if _needs_utf8(envelope) and "SMTPUTF8" not in offered:
        return Reply(Stage.MAIL, 553, "5.6.7", tr("the message needs SMTPUTF8, which this server does not offer"))
    if envelope.eight_bit and "8BITMIME" not in offered:
        return Reply(Stage.MAIL, 554, "5.6.3", tr("the message needs 8BITMIME, which this server does not offer"))
    if limit and size > limit:
        words = tr(
            "message of {size} bytes exceeds the server's limit of {limit}",
            size=digits(f"{size:,}"),
            limit=digits(f"{limit:,}"),
        )
        return Reply(Stage.MAIL, 552, "5.3.4", words)
    return None


def commands(envelope: Envelope, offered: Collection[str], *, reset: bool) -> list[tuple[Stage | None, bytes]]:
    """MAIL, RCPT and DATA of a message, each with its stage; None stands for the RSET that is owed."""
    said: list[tuple[Stage | None, bytes]] = [(None, b"RSET\r\n")] if reset else []
    return [*said, *_addresses(envelope, offered), (Stage.DATA, b"DATA\r\n")]


def in_one_piece(envelope: Envelope, offered: Collection[str]) -> list[tuple[Stage | None, bytes]]:
    """A whole transaction: RSET, MAIL, RCPT and the content as the last chunk (RFC 3030).

    RSET comes first, because a refused RCPT of the message before leaves its transaction open.
    """
    content = plain_lines(envelope)
    chunk = b"BDAT %d LAST\r\n" % len(content) + content
    return [(None, b"RSET\r\n"), *_addresses(envelope, offered), (Stage.END, chunk)]


def _addresses(envelope: Envelope, offered: Collection[str]) -> list[tuple[Stage | None, bytes]]:
    utf8 = _needs_utf8(envelope)
    parameters = "".join(
        (
            f" SIZE={len(envelope.content)}" if "SIZE" in offered else "",
            " BODY=8BITMIME" if envelope.eight_bit or utf8 else "",
            " SMTPUTF8" if utf8 else "",
        )
    )
    return [
        (Stage.MAIL, f"MAIL FROM:<{envelope.sender}>{parameters}\r\n".encode()),
        (Stage.RCPT, f"RCPT TO:<{envelope.recipient}>\r\n".encode()),
    ]


def answers_to(stage: Stage | None, code: int) -> bool:
    """Say whether a command can be answered with this code; None stands for RSET."""
    if stage is None:
        return code in GOOD
    return code >= REFUSED or (code == START_MAIL if stage is Stage.DATA else code in GOOD)


def demand(sensible: bool, code: int, words: bytes) -> None:  # noqa: FBT001 -- reads as an assertion
    """Raise Broken for an answer that makes no sense."""
    if not sensible:
        said = parse_reply(Stage.END, code, words)
        raise Broken(Cause.GARBAGE, tr("the server answered out of turn: {said}", said=said))


def _needs_utf8(envelope: Envelope) -> bool:
    return envelope.smtputf8 or not (envelope.sender.isascii() and envelope.recipient.isascii())
