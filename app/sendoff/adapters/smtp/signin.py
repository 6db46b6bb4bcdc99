"""Signing in (RFC 4954): CRAM-MD5, PLAIN and LOGIN, in smtplib's order; XOAUTH2 and OAUTHBEARER (RFC 7628) for tokens.

The exchange is our own because smtplib's allows ASCII passwords only, keeps the password in the session
and tries the next mechanism even after a "come back later".
"""

from __future__ import annotations

import binascii
import hmac
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sendoff.adapters.smtp import refusals
from sendoff.adapters.smtp.wire import Wire
from sendoff.core.account import Account, SignIn
from sendoff.core.errors import ConnectError

_SIGNED_IN, _CHALLENGE, _NOT_KNOWN = 235, 334, 504
_LONGEST_COMMAND = 510
"""A longer opening waits for the first challenge (RFC 4954 4): a line of a command has 512 bytes with its end."""
_BASE64_RUN = re.compile(rb"[A-Za-z0-9+/=]{8,}")
_STATUS = re.compile(r"[A-Za-z0-9_. -]{1,40}")
_Answer = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class _Dialogue:
    """What to say with AUTH, and to each challenge after it."""

    opening: bytes | None
    answers: Sequence[_Answer] = ()


@dataclass(frozen=True, slots=True)
class _Ending:
    """The server's last word, without what was said to it, and the last challenge before it."""

    code: int
    words: bytes
    challenge: bytes


def _cram_md5(_: Account, user: bytes, secret: bytes) -> _Dialogue:
    return _Dialogue(None, [lambda challenge: user + b" " + hmac.new(secret, challenge, "md5").hexdigest().encode()])


def _plain(_: Account, user: bytes, secret: bytes) -> _Dialogue:
    return _Dialogue(b"\0" + user + b"\0" + secret)


def _login(_: Account, user: bytes, secret: bytes) -> _Dialogue:
    return _Dialogue(None, [lambda _: user, lambda _: secret])


def _xoauth2(_: Account, user: bytes, token: bytes) -> _Dialogue:
    # A refusal is first told in a challenge; the empty line asks for the refusal itself.
    return _Dialogue(b"user=" + user + b"\1auth=Bearer " + token + b"\1\1", [lambda _: b""])


def _oauthbearer(account: Account, user: bytes, token: bytes) -> _Dialogue:
    name = user.replace(b"=", b"=3D").replace(b",", b"=2C")  # RFC 5801 4
    where = f"host={account.host}\1port={account.port}\1".encode()
    return _Dialogue(b"n,a=" + name + b",\1" + where + b"auth=Bearer " + token + b"\1\1", [lambda _: b"\1"])


_Mechanisms = Mapping[str, Callable[[Account, bytes, bytes], _Dialogue]]
MECHANISMS: _Mechanisms = {"CRAM-MD5": _cram_md5, "PLAIN": _plain, "LOGIN": _login}
"""For passwords, in the order in which they are tried."""
TOKEN_MECHANISMS: _Mechanisms = {"XOAUTH2": _xoauth2, "OAUTHBEARER": _oauthbearer}
"""For access tokens; only the first that is offered is tried, because the refusal of a token is of the token."""


def sign_in(wire: Wire, account: Account, secret: str, offered: Sequence[str]) -> None:
    """Sign in with the first mechanism that works. Raises ConnectError, Broken; neither holds the secret."""
    known = TOKEN_MECHANISMS if account.sign_in is SignIn.XOAUTH2 else MECHANISMS
    usable = [name for name in known if name in {each.upper() for each in offered}]
    if not usable:
        raise refusals.sign_in_unsupported(account, offered)
    fault: ConnectError | None = None
    for name in usable:
        # Some servers offer what they cannot do, CRAM-MD5 above all; so a refusal is final only after the last one.
        end = _exchange(wire, name, known[name](account, account.username.encode(), secret.encode()), secret)
        if end.code == _SIGNED_IN:
            return
        if fault is None or end.code != _NOT_KNOWN:  # "unknown mechanism" says less than an earlier "wrong password"
            fault = refusals.sign_in_refused(account, end.code, end.words, status=_status(end.challenge))
        if fault.code != "sign_in_refused":  # the server said what it minds, and it is not the mechanism
            break
    if fault:
        raise fault


def _exchange(wire: Wire, name: str, dialogue: _Dialogue, secret: str) -> _Ending:
    opening = "" if dialogue.opening is None else _base64(dialogue.opening)
    said, challenge = [opening.encode()], b""
    code, words = wire.docmd("AUTH", f"{name} {opening}" if _fits(name, opening) else name)
    if opening and code == _CHALLENGE and not _fits(name, opening):
        code, words = wire.docmd(opening)
    for answer in dialogue.answers:
        if code != _CHALLENGE:
            break
        challenge = _challenge(words)
        line = _base64(answer(challenge))
        said.append(line.encode())
        code, words = wire.docmd(line)
    if code == _CHALLENGE:
        code, words = wire.docmd("*")
    return _Ending(code, _redacted(words, secret, said), challenge)


def _fits(mechanism: str, opening: str) -> bool:
    return bool(opening) and len(f"AUTH {mechanism} {opening}") <= _LONGEST_COMMAND


def _challenge(words: bytes) -> bytes:
    try:
        return binascii.a2b_base64(words)
    except binascii.Error:
        return b""


def _base64(data: bytes) -> str:
    return binascii.b2a_base64(data, newline=False).decode()


def _status(challenge: bytes) -> str:
    """What the JSON of a refused token gives as its status: `400` at Google, `invalid_token` in RFC 7628."""
    try:
        told = json.loads(challenge)
    except ValueError:
        return ""
    status = str(told.get("status", "")) if isinstance(told, dict) else ""
    return status if _STATUS.fullmatch(status) else ""


def _redacted(words: bytes, secret: str, said: Sequence[bytes]) -> bytes:
    """Take the secret, and any part of what was said in base64, out of a server's words; some echo what they refuse."""
    raw = secret.encode()
    for shape in (raw, binascii.b2a_base64(raw, newline=False)):
        words = words.replace(shape, b"***")
    return _BASE64_RUN.sub(lambda run: b"***" if any(run[0] in line for line in said) else run[0], words)
