"""What a refusal of the sign-in, of the greeting or of the own address means: a reply goes in, a finding comes out."""

from __future__ import annotations

import re

from sendoff.core.account import Account, Security, SignIn
from sendoff.core.doctor import (
    Finding,
    Fix,
    browser_sign_in,
    finding,
    one_connection,
    open_link,
    own_address,
    send_from,
    use_host,
    use_name,
    use_server,
)
from sendoff.core.outcome import Reply, Stage
from sendoff.core.provider import Preset

_PERMANENT, _CLOSING = 500, 421
_CROWD = re.compile(r"too many|concurrent|connection (?:rate|limit)|rate limit|4\.7\.0", re.IGNORECASE)
_PASSWORD_OFF = re.compile(r"5\.7\.30|basic authentication is (?:disabled|not supported)", re.IGNORECASE)
_SMTP_OFF = re.compile(r"SmtpClientAuth\w* is disabled|5\.7\.139", re.IGNORECASE)
_APP_PASSWORD = re.compile(r"app(?:lication)?[- ](?:specific )?password|application-specific|5\.7\.9\b", re.IGNORECASE)
_GOOGLE = re.compile(r"gsmtp|BadCredentials|support\.google\.com", re.IGNORECASE)
_NEEDS_TLS = re.compile(r"starttls|encrypt|\btls\b", re.IGNORECASE)
_NOT_SIGNED_IN = re.compile(
    r"authentication (?:is )?required|must (?:be )?authenticat|not authenticated", re.IGNORECASE
)
_RELAY = re.compile(r"relay", re.IGNORECASE)
_NOT_OWNER = re.compile(
    r"5\.7\.60|send ?as|not (?:owned|allowed to send)|permissions? to send|own(?:ed)? by|sender (?:address )?mismatch"
    r"|must (?:match|be the same)|sender not (?:allowed|authori[sz]ed)",
    re.IGNORECASE,
)
_GOOGLE_APP_PASSWORDS = "https://myaccount.google.com/apppasswords"
_NEEDS_SIGN_IN, _MAILBOX_NAME, _ENCRYPTION_REQUIRED = 530, 553, 538


def greeting_finding(account: Account, reply: Reply) -> Finding:
    """A greeting that is no 220."""
    if reply.code < _PERMANENT:
        crowd = _CROWD.search(str(reply))
        code, fix = ("too_many_connections", one_connection(account)) if crowd else ("greeting_later", None)
        return finding(code, account, fix, said=_said(reply))
    return finding("greeting_refused", account, said=_said(reply))


def sign_in_finding(account: Account, reply: Reply) -> Finding:
    """A refused AUTH."""
    words = reply.wording
    off = "microsoft_password_off" if _PASSWORD_OFF.search(words) else ""
    off = off or ("microsoft_smtp_off" if _SMTP_OFF.search(words) else "")
    if off:
        return finding(off, account, browser_sign_in(account))
    if reply.code in (_NEEDS_SIGN_IN, _ENCRYPTION_REQUIRED) and _NEEDS_TLS.search(words):
        return finding("sign_in_needs_tls", account, use_server(account.port, Security.STARTTLS))
    if reply.code < _PERMANENT:
        crowded = reply.code == _CLOSING or _CROWD.search(words)
        code, fix = ("too_many_sign_ins", one_connection(account)) if crowded else ("sign_in_later", None)
        return finding(code, account, fix, said=_said(reply))
    return _credentials_refused(account, reply)


def _credentials_refused(account: Account, reply: Reply) -> Finding:
    words = reply.wording
    if account.sign_in is SignIn.XOAUTH2:
        return finding("token_refused", account, browser_sign_in(account))
    if _GOOGLE.search(words):
        link = open_link("Make an app password", _GOOGLE_APP_PASSWORDS)
        return finding("app_password", account, link, provider="Google")
    if _APP_PASSWORD.search(words):
        return finding("app_password", account, provider=account.host)
    return finding("sign_in_refused", account, said=_said(reply))


def envelope_finding(account: Account, reply: Reply) -> Finding:
    """A refused MAIL or RCPT, both to oneself."""
    words, said, sender = reply.wording, _said(reply), own_address(account)
    if reply.code == _NEEDS_SIGN_IN or _NOT_SIGNED_IN.search(words):
        return finding("sign_in_required", account, said=said)
    if reply.code < _PERMANENT:
        grey = reply.stage is Stage.RCPT and reply.code != _CLOSING
        return finding("greylisted" if grey else "envelope_later", account, said=said)
    if _NOT_OWNER.search(words) or (reply.stage is Stage.MAIL and reply.code == _MAILBOX_NAME and account.username):
        return finding("from_not_allowed", account, send_from(account), said=said, sender=sender)
    if _RELAY.search(words):
        return finding("relay_denied", account, said=said)
    return finding(
        "own_address_refused" if reply.stage is Stage.RCPT else "sender_refused", account, said=said, sender=sender
    )


def sharpen(found: Finding, account: Account, preset: Preset) -> Finding:
    """What is known of the provider makes a finding more exact, or gives it the button it lacks."""
    name = preset.name if preset.id != "custom" else account.host
    if found.code == "sign_in_refused" and preset.fixed_username not in ("", account.username):
        wanted = preset.fixed_username
        return finding("user_must_be", account, use_name(wanted), provider=name, wanted=wanted)
    if found.code == "sign_in_refused" and account.sign_in is SignIn.APP_PASSWORD:
        return finding("app_password", account, _make_one(preset, "app password"), provider=name)
    if found.code in {"sign_in_refused", "app_password"} and preset.key_url:
        what = "app password" if found.code == "app_password" else "new one"
        return Finding(code=found.code, title=found.title, remedy=found.remedy, fix=_make_one(preset, what))
    usual = preset.endpoint.host
    if found.code in {"no_such_host", "name_mismatch"} and usual not in ("", account.host) and preset.id != "cpanel":
        return Finding(code=found.code, title=found.title, remedy=found.remedy, fix=use_host(usual))
    return found


def _make_one(preset: Preset, what: str) -> Fix | None:
    article = "an" if what.startswith("a") else "a"
    return open_link(f"Make {article} {what}", preset.key_url) if preset.key_url else None


def _said(reply: Reply) -> str:
    return str(reply).rstrip(".")
