"""What a refusal of the sign-in, of the greeting or of the own address means: a reply goes in, a finding comes out.

The sessions of a campaign judge a refused sign-in here too, so that a run and the doctor say the same of it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sendoff.core.account import Account, Security, SignIn
from sendoff.core.doctor import Finding, finding
from sendoff.core.doctor_fixes import Fix, open_link, own_address, use_host, use_name, use_server
from sendoff.core.language import tr
from sendoff.core.outcome import Reply, Stage
from sendoff.core.provider import Preset

_PERMANENT, _CLOSING = 500, 421
_CROWD = re.compile(r"too many|concurrent|connection (?:rate|limit)|rate limit|4\.7\.0", re.IGNORECASE)
_TOO_MANY = re.compile(
    r"too many (?:\w+ )*(?:log-?ins?|auth\w*|sign-?ins?|connections)\b|concurrent|(?:connection|rate) limit",
    re.IGNORECASE,
)
_MICROSOFT_OFF = re.compile(r"5\.7\.(?:139|30)\b|basic authentication is (?:disabled|not supported)", re.IGNORECASE)
_SMTP_OFF = re.compile(r"SmtpClientAuth\w* is disabled", re.IGNORECASE)
_APP_PASSWORD = re.compile(r"app(?:lication)?[- ](?:specific )?password|application-specific|5\.7\.9\b", re.IGNORECASE)
_GOOGLE = re.compile(r"gsmtp|BadCredentials|support\.google\.com", re.IGNORECASE)
_GOOGLE_HOST = re.compile(r"(?:^|\.)(?:gmail|googlemail|google)\.com$", re.IGNORECASE)
_GOOGLE_REFUSALS = frozenset({534, 535})
_SENDGRID_HOST = re.compile(r"(?:^|\.)sendgrid\.net$", re.IGNORECASE)
_SENDGRID_USER = "apikey"
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
        code = "too_many_connections" if _CROWD.search(str(reply)) else "greeting_later"
        return finding(code, account, said=_said(reply))
    return finding("greeting_refused", account, said=_said(reply))


def sign_in_finding(account: Account, reply: Reply, status: str = "") -> Finding:
    """A refused AUTH; `status` is what the server said of a token before it refused it."""
    words, said = reply.wording, _said(reply)
    if _TOO_MANY.search(words) or reply.code == _CLOSING:
        return finding("too_many_sign_ins", account, said=said)
    bare = account.security is Security.NONE
    if bare and reply.code in (_NEEDS_SIGN_IN, _ENCRYPTION_REQUIRED) and _NEEDS_TLS.search(words):
        return finding("sign_in_needs_tls", account, use_server(account.port, Security.STARTTLS))
    if reply.code < _PERMANENT:
        return finding("sign_in_later", account, said=said)
    if account.sign_in is SignIn.XOAUTH2:
        return _token_refused(account, reply, status)
    return _password_refused(account, reply)


def _token_refused(account: Account, reply: Reply, status: str) -> Finding:
    words, said = reply.wording, _said(reply)
    if _SMTP_OFF.search(words) or _MICROSOFT_OFF.search(words):
        return finding("smtp_switched_off", account, said=said)
    return finding(
        "token_refused", account, said=said, status=tr(" (status {status})", status=status) if status else ""
    )


def _password_refused(account: Account, reply: Reply) -> Finding:
    words, said = reply.wording, _said(reply)
    if _SMTP_OFF.search(words):
        return finding("smtp_switched_off", account, said=said)
    if _MICROSOFT_OFF.search(words):
        return finding("password_sign_in_off", account, said=said)
    if _SENDGRID_HOST.search(account.host) and account.username != _SENDGRID_USER:
        fix = use_name(_SENDGRID_USER)
        return finding("user_must_be", account, fix, provider="SendGrid", wanted=_SENDGRID_USER)
    if _GOOGLE.search(words) or (_GOOGLE_HOST.search(account.host) and reply.code in _GOOGLE_REFUSALS):
        link = open_link(tr("Make an app password"), _GOOGLE_APP_PASSWORDS)
        return finding("app_password_needed", account, link, provider="Google", said=said)
    if _APP_PASSWORD.search(words):
        return finding("app_password_needed", account, provider=account.host, said=said)
    return finding("sign_in_refused", account, said=said)


def envelope_finding(account: Account, reply: Reply) -> Finding:
    """A refused MAIL or RCPT, both to oneself."""
    words, said, sender = reply.wording, _said(reply), own_address(account)
    if reply.code == _NEEDS_SIGN_IN or _NOT_SIGNED_IN.search(words):
        return finding("sign_in_required", account, said=said)
    if reply.code < _PERMANENT:
        grey = reply.stage is Stage.RCPT and reply.code != _CLOSING
        return finding("greylisted" if grey else "envelope_later", account, said=said)
    if _NOT_OWNER.search(words) or (reply.stage is Stage.MAIL and reply.code == _MAILBOX_NAME and account.username):
        return finding("from_not_allowed", account, said=said, sender=sender)
    if _RELAY.search(words):
        return finding("relay_denied", account, said=said)
    return finding(
        "own_address_refused" if reply.stage is Stage.RCPT else "sender_refused", account, said=said, sender=sender
    )


def sharpen(found: Finding, account: Account, preset: Preset) -> Finding:
    """What is known of the provider makes a finding more exact, or gives it the button it lacks."""
    name = preset.shown if preset.id != "custom" else account.host
    if found.code == "sign_in_refused" and preset.fixed_username not in ("", account.username):
        wanted = preset.fixed_username
        return finding("user_must_be", account, use_name(wanted), provider=name, wanted=wanted)
    if found.code == "sign_in_refused" and account.sign_in is SignIn.APP_PASSWORD:
        link = _make_one(preset, tr("Make an app password"))
        return finding("app_password_needed", account, link, provider=name, said=found.said)
    if found.code in {"sign_in_refused", "app_password_needed"} and preset.key_url:
        what = tr("Make an app password") if found.code == "app_password_needed" else tr("Make a new one")
        return replace(found, fix=_make_one(preset, what))
    usual = preset.endpoint.host
    if found.code in {"no_such_host", "name_mismatch"} and usual not in ("", account.host) and preset.id != "cpanel":
        return replace(found, fix=use_host(usual))
    return found


def _make_one(preset: Preset, what: str) -> Fix | None:
    return open_link(what, preset.key_url) if preset.key_url else None


def _said(reply: Reply) -> str:
    return str(reply).rstrip(".")
