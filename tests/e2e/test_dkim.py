"""Signed by a real opendkim and sent on by a real Postfix: the signature holds, nothing in the bytes is fragile."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace

import dkim
import pytest
from tests.e2e import opendkim, postfix
from tests.e2e.opendkim import Opendkim
from tests.e2e.postfix import REALM, USER, Postfix
from tests.e2e.test_mime_matrix import CASES, Case

from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.core.account import Account, Security
from sendoff.core.envelope import Envelope

SECRET = "correct horse"
SENT = [
    case
    for case in CASES
    if (case.files, case.calendar, case.pictures) in {(0, False, 0), (2, True, 2)}
    and (case.html or case.words == "odd")
]


@pytest.fixture(scope="module")
def signed() -> Iterator[tuple[Opendkim, dict[str, bytes]]]:
    """The matrix after its way, by Message-ID: 8BITMIME and SMTPUTF8 included.

    The canonicalization is the strict one: whatever holds by it holds by the other.
    """
    why = opendkim.missing() or postfix.missing()
    if why and os.environ.get("SENDOFF_REQUIRE_ALL") == "1":
        pytest.fail(why)
    if why:
        pytest.skip(why)
    with Opendkim(REALM, "simple/simple") as signer, Postfix(SECRET, milter=signer.port) as server:
        envelopes = [_envelope(case, number) for number, case in enumerate(SENT)]
        _send(server, envelopes)
        server.outbox.wait(len(envelopes))
        yield signer, {message_id: content for message_id, _, content in server.outbox.messages}


def _envelope(case: Case, number: int) -> Envelope:
    made = case.made()
    # Each its own: the cases share a row. The signing domain is the sender's.
    identity = made.message_id.replace("<", f"<{number}.")
    content = made.content.replace(made.message_id.encode(), identity.encode()).replace(
        b"lee@example.com", USER.encode()
    )
    return replace(made, sender=USER, content=content, message_id=identity)


def _send(server: Postfix, envelopes: list[Envelope]) -> None:
    account = Account(
        id="p", name="Postfix", host="127.0.0.1", port=server.port, security=Security.STARTTLS,
        ca_file=str(server.ca_file), username=USER,
    )  # fmt: skip
    transport = SmtpTransport(account, lambda: SECRET)
    transport.connect()
    for envelope in envelopes:
        reply = transport.send(envelope, lambda: True)
        assert reply.code == 250, reply
    transport.close()


def _holds(signer: Opendkim, content: bytes) -> bool:
    def look_up(name: bytes, timeout: int = 5) -> bytes | None:
        return signer.record if name.decode() == signer.name else None

    return bool(dkim.verify(content, dnsfunc=look_up))


def test_every_signature_holds(signed: tuple[Opendkim, dict[str, bytes]]) -> None:
    signer, messages = signed
    assert len(messages) == len(SENT) > 12
    for content in messages.values():
        signature = re.search(rb"(?m)^DKIM-Signature:(?:.*\n)(?:[ \t].*\n)*", content)
        assert signature
        names = b"".join(signature[0].split()).lower().partition(b";h=")[2].partition(b";")[0].split(b":")
        assert {b"from", b"subject", b"list-unsubscribe", b"list-unsubscribe-post", b"content-type"} <= set(names)
        assert _holds(signer, content)


def test_a_changed_byte_breaks_a_signature(signed: tuple[Opendkim, dict[str, bytes]]) -> None:
    signer, messages = signed
    content = next(iter(messages.values()))
    assert not _holds(signer, content.replace(b"Content-Type: text/plain", b"Content-Type: text/plaim", 1))
