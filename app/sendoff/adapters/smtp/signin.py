"""Signing in (RFC 4954): CRAM-MD5, PLAIN and LOGIN, in smtplib's order.

The exchange is our own because smtplib's allows ASCII passwords only, keeps the password in the session
and tries the next mechanism even after a "come back later".
"""

from __future__ import annotations

import binascii
import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sendoff.adapters.smtp import faults
from sendoff.adapters.smtp.wire import Wire
from sendoff.core.account import Account
from sendoff.core.errors import ConnectError

_SIGNED_IN, _CHALLENGE, _NOT_KNOWN = 235, 334, 504
_Answer = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class _Dialogue:
    """What to say with AUTH, and to each challenge after it."""

    opening: bytes | None
    answers: Sequence[_Answer] = ()


def _cram_md5(user: bytes, secret: bytes) -> _Dialogue:
    return _Dialogue(None, [lambda challenge: user + b" " + hmac.new(secret, challenge, "md5").hexdigest().encode()])


def _plain(user: bytes, secret: bytes) -> _Dialogue:
    return _Dialogue(b"\0" + user + b"\0" + secret)


def _login(user: bytes, secret: bytes) -> _Dialogue:
    return _Dialogue(None, [lambda _: user, lambda _: secret])


MECHANISMS: Mapping[str, Callable[[bytes, bytes], _Dialogue]] = {
    "CRAM-MD5": _cram_md5,
    "PLAIN": _plain,
    "LOGIN": _login,
}


def sign_in(wire: Wire, account: Account, secret: str, offered: Sequence[str]) -> None:
    """Sign in with the first mechanism that works. Raises ConnectError, Broken; neither holds the secret."""
    usable = [name for name in MECHANISMS if name in {each.upper() for each in offered}]
    if not usable:
        raise faults.sign_in_unsupported(account, offered)
    fault: ConnectError | None = None
    for name in usable:
        # Some servers offer what they cannot do, CRAM-MD5 above all; so a refusal is final only after the last one.
        code, words = _exchange(wire, name, MECHANISMS[name](account.username.encode(), secret.encode()))
        if code == _SIGNED_IN:
            return
        if fault is None or code != _NOT_KNOWN:  # "unknown mechanism" explains less than an earlier "wrong password"
            fault = faults.sign_in_refused(account, code, _redacted(words, secret))
        if not fault.permanent:
            break
    if fault:
        raise fault


def _exchange(wire: Wire, name: str, dialogue: _Dialogue) -> tuple[int, bytes]:
    opening = "" if dialogue.opening is None else " " + _base64(dialogue.opening)
    code, words = wire.docmd("AUTH", name + opening)
    for answer in dialogue.answers:
        if code != _CHALLENGE:
            break
        code, words = wire.docmd(_base64(answer(_challenge(words))))
    return wire.docmd("*") if code == _CHALLENGE else (code, words)


def _challenge(words: bytes) -> bytes:
    try:
        return binascii.a2b_base64(words)
    except binascii.Error:
        return b""


def _base64(data: bytes) -> str:
    return binascii.b2a_base64(data, newline=False).decode()


def _redacted(words: bytes, secret: str) -> bytes:
    """Take the secret out of a server's words; some echo what they refuse."""
    raw = secret.encode()
    for shape in (raw, binascii.b2a_base64(raw, newline=False)):
        words = words.replace(shape, b"***")
    return words
