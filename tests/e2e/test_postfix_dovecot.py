"""Through a real Postfix that asks a real Dovecot who signs in: one account for each mechanism, and wrong secrets."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.e2e import dovecot as dovecots
from tests.e2e.dovecot import SECRET, TOKEN, USER, Dovecot
from tests.e2e.postfix import GONE, Postfix, missing

from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import open_services
from sendoff.core.account import Account, Security, SignIn
from sendoff.core.envelope import Envelope
from sendoff.core.errors import ConnectError
from sendoff.core.outcome import Reply

SECRETS = {"PLAIN": SECRET, "LOGIN": SECRET, "CRAM-MD5": SECRET, "XOAUTH2": TOKEN}


@pytest.fixture(scope="module")
def postfix() -> Iterator[Postfix]:
    why = missing() or dovecots.missing()
    if why and os.environ.get("SENDOFF_REQUIRE_ALL") == "1":
        pytest.fail(why)
    if why:
        pytest.skip(why)
    with Dovecot() as dovecot, Postfix(dovecot=dovecot.sasl, mechanisms=tuple(SECRETS)) as running:
        yield running


def account(postfix: Postfix, mechanism: str) -> Account:
    """An account at the port that offers this mechanism and no other."""
    return Account(
        id=mechanism.lower(), name=mechanism, host="127.0.0.1", port=postfix.ports[mechanism],
        security=Security.STARTTLS, ca_file=str(postfix.ca_file), username=USER, sender=USER,
        sign_in=SignIn.XOAUTH2 if mechanism == "XOAUTH2" else SignIn.PASSWORD,
    )  # fmt: skip


def send(account: Account, secret: str, recipient: str) -> Reply:
    """One message over a session of its own, which must offer the account's mechanism alone."""
    transport = SmtpTransport(account, lambda: secret)
    capabilities = transport.connect()
    assert (capabilities.tls[:6], capabilities.auth) == ("TLSv1.", (account.name,))
    content = f"Message-ID: <{account.id}@{recipient}>\r\nSubject: by {account.name}\r\n\r\nHello\r\n".encode()
    reply = transport.send(Envelope(sender=USER, recipient=recipient, content=content), lambda: True)
    transport.close()
    return reply


@pytest.mark.parametrize("mechanism", SECRETS)
def test_each_mechanism_signs_in_and_sends(mechanism: str, postfix: Postfix) -> None:
    one = account(postfix, mechanism)
    recipient = f"mia+{one.id}@example.com"
    assert send(one, SECRETS[mechanism], recipient).code == 250
    assert send(one, SECRETS[mechanism], GONE).enhanced == "5.1.1"
    postfix.wait_empty()
    arrived = [message for message in postfix.outbox.messages if message[1] == (recipient,)]
    assert [message[0] for message in arrived] == [f"<{one.id}@{recipient}>"]


@pytest.mark.parametrize("mechanism", SECRETS)
def test_a_wrong_secret_is_refused_with_its_sentence(mechanism: str, postfix: Postfix) -> None:
    one = account(postfix, mechanism)
    with pytest.raises(ConnectError) as caught:
        SmtpTransport(one, lambda: "wrong canary").connect()
    error = caught.value
    assert "canary" not in f"{error!s} {vars(error)}"
    if mechanism == "XOAUTH2":
        assert (error.code, error.permanent) == ("token_refused", False), "another token may do"
        assert f"did not accept the sign-in of {USER} by browser" in error.title
    else:
        assert (error.code, error.permanent) == ("sign_in_refused", True)
        assert "did not accept this user name and password" in error.title
    assert "535 5.7.8" in error.title
    assert error.remedy


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN", "CRAM-MD5"])
def test_a_kept_account_connects_as_a_person_would(mechanism: str, postfix: Postfix, tmp_path: Path) -> None:
    environ = {"SENDOFF_HOME": str(tmp_path / "home"), "SENDOFF_PASSWORD": SECRET}
    with closing(open_services(find_home(environ), "test", environ=environ)) as services:
        services.accounts.save(account(postfix, mechanism))
        diagnosis = services.doctor.examination(services.accounts.named(mechanism)).run(lambda _step: None)
        assert diagnosis.ok, diagnosis.transcript
