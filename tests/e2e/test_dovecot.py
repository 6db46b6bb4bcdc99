"""Signing in to a real Dovecot, its own on loopback: PLAIN, LOGIN, CRAM-MD5, XOAUTH2 and OAUTHBEARER, over STARTTLS."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.e2e.dovecot import LONG_TOKEN, SECRET, TOKEN, USER, Dovecot, missing
from tests.fakes.certificates import fetch_certificate

from sendoff.adapters.smtp import signin
from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.core.account import Account, SignIn
from sendoff.core.envelope import Envelope
from sendoff.core.errors import ConnectError


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    why = missing()
    if why and os.environ.get("SENDOFF_REQUIRE_ALL") == "1":
        pytest.fail(why)
    if why:
        pytest.skip(why)
    with Dovecot() as running:
        yield running


def send(account: Account, secret: str, text: bytes) -> None:
    transport = SmtpTransport(account, lambda: secret)
    capabilities = transport.connect()
    assert capabilities.tls.startswith("TLSv1.")
    assert {"PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2", "OAUTHBEARER"} <= set(capabilities.auth)
    envelope = Envelope(sender=USER, recipient="mia@b.example", content=b"Subject: hi\r\n\r\n" + text + b"\r\n")
    assert transport.send(envelope, lambda: True).code == 250
    transport.close()


def refused(account: Account, secret: str) -> ConnectError:
    transport = SmtpTransport(account, lambda: secret)
    with pytest.raises(ConnectError) as caught:
        transport.connect()
    assert "canary" not in f"{caught.value!s} {vars(caught.value)}"
    return caught.value


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN", "CRAM-MD5"])
def test_a_password_signs_in_and_a_wrong_one_does_not(
    mechanism: str, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # All are offered and the first that is known would be taken: let only this one be known.
    monkeypatch.setattr(signin, "MECHANISMS", {mechanism: signin.MECHANISMS[mechanism]})
    account = dovecot.account(SignIn.PASSWORD)
    text = f"by {mechanism}".encode()
    send(account, SECRET, text)
    assert any(text in message for message in dovecot.relay.messages)
    error = refused(account, "wrong canary")
    assert (error.code, error.permanent) == ("sign_in_refused", True)
    assert "535 5.7.8" in error.title


@pytest.mark.parametrize("mechanism", ["XOAUTH2", "OAUTHBEARER"])
@pytest.mark.parametrize("token", [TOKEN, LONG_TOKEN])
def test_a_token_signs_in_and_an_old_one_does_not(
    mechanism: str, token: str, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signin, "TOKEN_MECHANISMS", {mechanism: signin.TOKEN_MECHANISMS[mechanism]})
    account = dovecot.account(SignIn.XOAUTH2)
    text = f"by {mechanism} {len(token)}".encode()
    send(account, token, text)
    assert any(text in message for message in dovecot.relay.messages)
    error = refused(account, "old-" + token)
    assert (error.code, error.permanent) == ("token_refused", False)
    status = {"XOAUTH2": "401", "OAUTHBEARER": "invalid_token"}[mechanism]
    assert f"(status {status}): 535 5.7.8" in error.title


def test_its_certificate_can_be_pinned(dovecot: Dovecot) -> None:
    account = replace(dovecot.account(SignIn.PASSWORD), ca_file="")
    assert refused(account, SECRET).code == "bad_certificate"
    info = fetch_certificate(account)
    assert info.names == ("127.0.0.1",)
    send(replace(account, pinned=info.sha256), SECRET, b"by pin")
    assert refused(replace(account, pinned="0" * 64), SECRET).code == "pin_changed"
