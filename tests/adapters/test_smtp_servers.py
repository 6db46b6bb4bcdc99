"""Sessions with a server nobody here wrote: aiosmtpd, with STARTTLS, every sign-in, and content made to smuggle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from tests.fakes.certificates import Authority
from tests.fakes.ports import own_port

from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.core.account import Account, Security
from sendoff.core.envelope import Envelope as Ours
from sendoff.core.errors import ConnectError

SECRET = "grüße-canary-7"
SMUGGLED = (
    b"Subject: a\r\n\r\nb\n.\nMAIL FROM:<evil@x.example>\r\n.\rRCPT TO:<c@d.example>\r\n.\r\nDATA\r\r\n.\r\n.\n"
    b"\r\n..\r\nend"
)


class Mailbox:
    """What aiosmtpd took."""

    def __init__(self) -> None:
        self.messages: list[tuple[str | None, list[str], bytes]] = []

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 -- aiosmtpd's
        assert isinstance(envelope.original_content, bytes)
        self.messages.append((envelope.mail_from, envelope.rcpt_tos, envelope.original_content))
        return "250 2.0.0 kept"


def knows(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, sent: object) -> AuthResult:
    right = isinstance(sent, LoginPassword) and sent == LoginPassword(b"anna", SECRET.encode())
    return AuthResult(success=right, handled=False)


@pytest.fixture(params=["PLAIN", "LOGIN"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Mailbox, Account]]:
    authority, mailbox = Authority(tmp_path), Mailbox()
    port = own_port()  # Controller cannot say which port the system chose
    other = {"PLAIN": "LOGIN", "LOGIN": "PLAIN"}[request.param]
    controller = Controller(
        mailbox,
        hostname="127.0.0.1",
        port=port,
        tls_context=authority.server("127.0.0.1"),
        require_starttls=True,
        authenticator=knows,
        auth_exclude_mechanism=[other],
        auth_required=True,
        enable_SMTPUTF8=True,
    )
    controller.start()
    yield mailbox, Account(id="a", name="a", host="127.0.0.1", port=port, username="anna", ca_file=authority.file)
    controller.stop()


def test_messages_arrive_as_they_are(server: tuple[Mailbox, Account]) -> None:
    mailbox, account = server
    transport = SmtpTransport(account, lambda: SECRET)
    assert transport.connect().tls.startswith("TLSv1.")
    for content in (b"Subject: a\r\n\r\n.\r\n..b\r\n", b"Subject: \xc3\xa9\r\n\r\n" + b"z" * 70 + b"\r\n"):
        message = Ours("anna@a.example", "mía@b.example", content, smtputf8=True)
        assert transport.send(message, lambda: True).text == "kept"
        assert mailbox.messages[-1] == ("anna@a.example", ["mía@b.example"], content)
    assert account.security is Security.STARTTLS
    transport.close()


def test_smuggled_commands_are_content(server: tuple[Mailbox, Account]) -> None:
    mailbox, account = server
    transport = SmtpTransport(account, lambda: SECRET)
    transport.connect()
    assert transport.send(Ours("anna@a.example", "mia@b.example", SMUGGLED), lambda: True).code == 250
    transport.close()
    assert len(mailbox.messages) == 1
    assert mailbox.messages[0][2].endswith(b"\r\nend\r\n")


def test_a_wrong_secret_is_refused(server: tuple[Mailbox, Account]) -> None:
    transport = SmtpTransport(server[1], lambda: "wrong-canary-8")
    with pytest.raises(ConnectError) as refused:
        transport.connect()
    assert refused.value.code == "sign_in_refused"
    assert "canary" not in str(refused.value)
