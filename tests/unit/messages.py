"""Messages made in memory, and what Python's own parser finds in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from typing import Any

from sendoff.core.campaign import Campaign, Content
from sendoff.core.delivery import Delivery
from sendoff.core.envelope import Envelope
from sendoff.core.message import Composer, Preview

DATE = 1_700_000_000_000
FIELDS = {"email": "anna@example.org", "first_name": "Anna", "city": "Köln", "code": "A 1/2"}
INVITATION = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@example.com\r\n"
    b"SUMMARY:Fr\xc3\xbchling\r\nDTSTART:20260501T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
BLOBS: Mapping[str, bytes] = {
    "logo": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "photo": b"\xff\xd8\xff" * 99,
    "offer": b"%PDF-1.7 offer\r\n.\r\n",
    "invite": INVITATION,
    "personal": INVITATION.replace(b"SUMMARY:", b"ATTENDEE:mailto:{{ email }}\r\nLOCATION:{{ city }}\r\nSUMMARY:"),
    "event": INVITATION.replace(b"METHOD:REQUEST\r\n", b""),
}


def composer(content: Content, **changes: Any) -> Composer:
    """A composer of a campaign with this content."""
    given: dict[str, Any] = {"id": "c1", "name": "Sale", "sender": "Anna <lee@example.com>", "content": content}
    campaign = Campaign(**given | changes)
    return Composer(campaign=campaign, read_blob=BLOBS.__getitem__, fields=tuple(FIELDS))


def delivery(address: str = "bob@example.org", name: str = "Bob", **fields: str) -> Delivery:
    """A row of the list."""
    return Delivery(id=1, campaign_id="c1", position=7, address=address, name=name, fields=FIELDS | fields)


def composed(
    content: Content, *, own: Sequence[tuple[str, bytes]] = (), row: Delivery | None = None, **changes: Any
) -> EmailMessage:
    """One message, parsed; see `parsed`."""
    return parsed(composer(content, **changes).compose(row or delivery(), date=DATE, own=own))


def parsed(envelope: Envelope) -> EmailMessage:
    """Python's reading of a message, whose bytes are proved to be fit for the wire."""
    lines = envelope.content.split(b"\r\n")
    assert not re.search(rb"[\r\n\x00]", envelope.content.replace(b"\r\n", b""))
    assert envelope.content.endswith(b"\r\n")
    assert max(map(len, lines)) <= 998
    message = BytesParser(policy=default).parsebytes(envelope.content)
    assert not any(part.defects for part in message.walk())
    return message


def preview(content: Content, **fields: str) -> Preview:
    """What a recipient sees."""
    return composer(content).preview(delivery(**fields))


def kinds(message: EmailMessage) -> list[str]:
    """The types of all parts, in order."""
    return [part.get_content_type() for part in message.walk()]


def leaves(message: EmailMessage) -> list[EmailMessage]:
    """The parts that hold no others, in order."""
    return [part for part in message.walk() if not part.is_multipart()]


def content_of(part: EmailMessage) -> bytes:
    """A part's decoded content."""
    found = part.get_payload(decode=True)
    assert isinstance(found, bytes)
    return found
