"""An account as one URL says it: what is left out is as usual, and what is no such URL is refused."""

from __future__ import annotations

import pytest

from sendoff.core.account import MESSAGES_PER_CONNECTION, Security, WireMode
from sendoff.core.errors import InputError
from sendoff.core.smtp_url import SmtpUrl, read_smtp_url


@pytest.mark.parametrize(
    ("url", "security", "port"),
    [
        ("smtp://mail.example.com", Security.STARTTLS, 587),
        ("smtps://mail.example.com", Security.TLS, 465),
        ("smtp://mail.example.com?security=none", Security.NONE, 25),
        ("smtp://mail.example.com:2525?security=tls", Security.TLS, 2525),
    ],
)
def test_what_is_left_out_is_as_usual(url: str, security: Security, port: int) -> None:
    said = read_smtp_url(url)
    assert (said.security, said.port, said.place) == (security, port, f"mail.example.com:{port}")
    assert (said.wire, said.messages, said.username) == (WireMode.CAREFUL, MESSAGES_PER_CONNECTION, "")


def test_everything_can_be_said() -> None:
    said = read_smtp_url("smtp://anna%40example.com@h:26?security=none&ca=a.pem&wire=windowed&messages=-3")
    assert said == SmtpUrl(
        host="h", port=26, security=Security.NONE, username="anna@example.com", ca_file="a.pem",
        wire=WireMode.WINDOWED, messages=0,
    )  # fmt: skip
    assert said.place == "anna@example.com@h:26"


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://127.0.0.1", "smtp_url"),
        ("smtp://", "smtp_url"),
        ("smtp://[::1", "smtp_url"),
        ("smtp://h:port", "smtp_url"),
        ("smtp://h?security=perhaps", "smtp_url"),
        ("smtp://h?colour=red", "smtp_url"),
        ("smtp://h?messages=few", "smtp_url"),
        ("smtp://anna:secret@h", "password_in_url"),
    ],
)
def test_what_is_no_such_url_is_refused(url: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_smtp_url(url)
    assert caught.value.code == code
    assert "secret" not in str(caught.value)
