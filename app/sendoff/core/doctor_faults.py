"""The doctor's table: each fault with the step it shows at, its sentence, its remedy, and the button that helps.

The sentences are templates: `{said}` is what the server said, and so on.
`docs/doctor.md` shows the same table; a test holds the two together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sendoff.core.doctor_steps import FixKind, Step
from sendoff.core.language import tr


@dataclass(frozen=True, slots=True)
class Fault:
    """One row of the table."""

    code: str
    step: Step
    title: str
    remedy: str
    fix: FixKind | None = None
    """The button it usually has; it is left out where the facts for it are missing."""


_LATER = "Try again later."
_NAME, _TCP, _PROXY, _GREETING = Step.NAME, Step.TCP, Step.PROXY, Step.GREETING
_TLS, _EHLO, _SIGN_IN, _ENVELOPE = Step.TLS, Step.EHLO, Step.SIGN_IN, Step.ENVELOPE

FAULTS = (
    Fault("no_such_host", _NAME, "No server has the name {host}.",
          "Check the spelling; the provider's help pages show the name.", FixKind.HOST),
    Fault("no_dns", _NAME, "No name can be looked up now, {host} neither.",
          "Check that this computer is online and that its DNS server answers."),
    Fault("name_slow", _NAME, "The name {host} was not found out in {seconds} s.",
          "Check that this computer is online; the network's DNS server may be down."),
    Fault("offline", _TCP, "{host} cannot be reached from this network.",
          "Check that this computer is online and that no VPN is in the way."),
    Fault("refused", _TCP, "{host} refuses connections on port {port}.",
          "Check the server's name and port; the provider's help pages list both."),
    Fault("timeout", _TCP, "Nothing answered on {host} port {port} in {seconds} s.",
          "Check the name and port; a firewall may also drop the connection."),
    Fault("port_25_blocked", _TCP, "Port 25 of {host} cannot be reached, but port {other} answers.",
          "Many networks block port 25. Use port {other}.", FixKind.SERVER),
    Fault("other_port", _TCP, "Port {port} of {host} does not answer, but port {other} does.",
          "Use port {other}.", FixKind.SERVER),
    Fault("other_port_here", _TCP, "Port {port} of {host} does not answer, but port {other} does.",
          "Use port {other}. A server on this computer usually takes no encryption: set the security to None.",
          FixKind.SERVER),
    Fault("proxy_unreachable", _PROXY, "The proxy cannot be reached: {said}.",
          "Check its name and port, or connect without a proxy.", FixKind.NO_PROXY),
    Fault("proxy_unsupported", _PROXY, "The system's settings name a proxy that Sendoff cannot use.",
          "Set a SOCKS5 or HTTP proxy in the account, or connect without a proxy.", FixKind.NO_PROXY),
    Fault("proxy_refused", _PROXY, "The proxy does not let the connection to {host} port {port} through: {said}.",
          "Ask whoever runs the proxy to allow this port, or connect without a proxy.", FixKind.NO_PROXY),
    Fault("proxy_sign_in", _PROXY, "The proxy wants a user name and a password.",
          "Type both in the account's proxy settings.", FixKind.PROXY_SECRET),
    Fault("captive_portal", _GREETING, "A web page answers on port {port} instead of {host}.",
          "This network wants a sign-in of its own: open a web page in the browser, sign in there and test again.",
          FixKind.PORTAL),
    Fault("not_smtp", _GREETING, "{host} port {port} does not speak SMTP: it says {said}.",
          "Check the port; 465 and 587 are usual for sending."),
    Fault("greeting_refused", _GREETING, "{host} does not want this connection: {said}.",
          "Ask the provider why; this computer's network may be on a block list."),
    Fault("greeting_later", _GREETING, "{host} is busy: {said}.", _LATER),
    Fault("too_many_connections", _GREETING, "{host} has too many connections from here: {said}.",
          "Use fewer connections, close other mail programs and try again in a few minutes.", FixKind.CONNECTIONS),
    Fault("greeting_timeout", _GREETING, "{host} accepted the connection and then said nothing for {seconds} s.",
          "Some servers let strangers wait. Give it more time.", FixKind.PATIENCE),
    Fault("greeting_slow", _GREETING, "{host} took {seconds} s to say hello.",
          "It works; each new connection is slow to open, so more messages a connection help."),
    Fault("closed", _GREETING, "{host} closed the connection.",
          "Try again later; a server does this when it is busy or does not want this computer."),
    Fault("waits_for_tls", _GREETING, "Port {port} of {host} waits for TLS from the start.",
          "Set the security to TLS.", FixKind.SERVER),
    Fault("speaks_plain", _TLS, "Port {port} of {host} does not begin with TLS.",
          "Set the security to STARTTLS for this port.", FixKind.SERVER),
    Fault("plain_only", _TLS, "Port {port} of {host} offers no encryption at all.",
          "Use another port, often 465 or 587, or ask the provider.", FixKind.SERVER),
    Fault("plain_here", _TLS, "{host} is this computer, and its port {port} offers no encryption.",
          "A server on this computer needs none: set the security to None.", FixKind.SERVER),
    Fault("no_starttls", _TLS, "{host} port {port} does not offer STARTTLS, so nothing was sent in the clear.",
          "Use the port with TLS, 465, or ask the provider.", FixKind.SERVER),
    Fault("starttls_refused", _TLS, "{host} does not start encryption: {said}.",
          "Try again later. If it stays so, use port 465 with TLS.", FixKind.SERVER),
    Fault("starttls_injection", _TLS,
          "Somebody between this computer and {host} may be tampering: unencrypted text came after STARTTLS.",
          "Use port 465 with TLS, or another network.", FixKind.SERVER),
    Fault("portal_certificate", _TLS, "This network answers in place of {host}, with a certificate for {names}.",
          "It probably wants a sign-in of its own: open a web page in the browser, sign in there and test again.",
          FixKind.PORTAL),
    Fault("antivirus", _TLS, "{issuer} on this computer or network opens the connection to {host}.",
          "Switch off the scanning of outgoing mail in {issuer}, or choose its certificate as the file to trust.",
          FixKind.CA_FILE),
    Fault("name_mismatch", _TLS, "The certificate is for {names}, not for {host}.",
          "Check the server's name; providers often want their own name here, not your domain's.", FixKind.HOST),
    Fault("expired", _TLS, "The certificate of {host} expired on {day}; today is {today}.",
          "If today's date is right, the server's operator has to renew the certificate."),
    Fault("clock_wrong", _TLS,
          "This computer says it is {today}, but the certificate of {host} holds from {first} to {last}.",
          "Set this computer's date and time."),
    Fault("unknown_ca", _TLS, "The certificate of {host} comes from {issuer}, which this computer does not know.",
          "If the server is your own or your company's, trust this certificate, or choose the authority's file.",
          FixKind.PIN),
    Fault("self_signed", _TLS, "The certificate of {host} is self-signed, so nobody vouches for it.",
          "If the server is your own, compare the fingerprint {fingerprint} and trust it.", FixKind.PIN),
    Fault("pin_changed", _TLS, "{host} shows another certificate than the one trusted in this account.",
          "If its operator renewed it, compare the fingerprint {fingerprint} and trust the new one.", FixKind.PIN),
    Fault("bad_certificate", _TLS, "The certificate of {host} is not trusted: {said}.", "Ask the server's operator."),
    Fault("bad_ca_file", _TLS, "The account's file of certificates cannot be used.",
          "Choose a readable file in PEM format, or use the system's certificates.", FixKind.CA_FILE),
    Fault("bad_pin", _TLS, "The fingerprint of the certificate to trust is not a SHA-256.",
          "Read the server's certificate again and trust it, or remove the fingerprint.", FixKind.NO_PIN),
    Fault("bad_client_cert", _TLS, "The account's client certificate cannot be used.",
          "Choose readable files in PEM format: the certificate and its key, the key without a password.",
          FixKind.CLIENT_CERT),
    Fault("client_cert_refused", _TLS, "{host} port {port} wants another certificate from this computer.",
          "Name the client certificate the server's operator gave you in the account.", FixKind.CLIENT_CERT),
    Fault("tls_too_old", _TLS, "{host} speaks only TLS versions that are no longer safe.",
          "Ask the provider for a server with TLS 1.2 or newer."),
    Fault("tls_failed", _TLS, "{host} port {port} and this computer found no way to encrypt: {said}.",
          "Check the port and the security setting."),
    Fault("local_name_refused", _EHLO, "{host} does not accept the name this computer gives itself: {said}.",
          "Give it another local name.", FixKind.LOCAL_NAME),
    Fault("bad_local_name", _EHLO, "The name this computer gives to servers has characters that are not allowed.",
          "Correct the account's local name, or leave it empty.", FixKind.LOCAL_NAME),
    Fault("plain_though_tls", _EHLO, "The connection is not encrypted, although {host} offers STARTTLS.",
          "Set the security to STARTTLS.", FixKind.SERVER),
    Fault("small_size", _EHLO, "{host} takes messages up to {size} MB only.", "Keep pictures and attachments small."),
    Fault("secret_missing", _SIGN_IN, "There is no password for {user} on this computer.",
          "Type it in the account.", FixKind.SECRET),
    Fault("sign_in_needs_tls", _SIGN_IN, "{host} takes a sign-in only when the connection is encrypted.",
          "Set the security to STARTTLS.", FixKind.SERVER),
    Fault("sign_in_unsupported", _SIGN_IN, "{host} offers no way to sign in that Sendoff knows{offered}.",
          "Use the provider's port for sending, often 587 or 465, or leave the user name empty."),
    Fault("sign_in_refused", _SIGN_IN, "{host} did not accept this user name and password: {said}.",
          "Check both; many providers want an app password here, not the one of the web site.", FixKind.LINK),
    Fault("app_password_needed", _SIGN_IN, "{provider} did not accept this password: {said}.",
          "It takes an app password only: make one in your account there and use it here.", FixKind.LINK),
    Fault("password_sign_in_off", _SIGN_IN, "Microsoft takes no passwords from programs any more: {said}.",
          "Sign in with Microsoft instead.", FixKind.MICROSOFT),
    Fault("smtp_switched_off", _SIGN_IN, "Sending by SMTP is switched off for this mailbox or organisation: {said}.",
          "Send through Microsoft Graph, or have your administrator allow authenticated SMTP for the mailbox.",
          FixKind.GRAPH),
    Fault("user_must_be", _SIGN_IN, "{provider} did not accept the user name “{user}”: it is “{wanted}” for everybody.",
          "Use “{wanted}” as user name and the key as password.", FixKind.USERNAME),
    Fault("too_many_sign_ins", _SIGN_IN, "{host} has had too many sign-ins or connections from {user}: {said}.",
          "Wait some minutes before you try again, and use fewer connections.", FixKind.CONNECTIONS),
    Fault("sign_in_later", _SIGN_IN, "{host} cannot sign {user} in now: {said}.", _LATER),
    Fault("signin_needed", _SIGN_IN, "Nobody is signed in as {user} on this computer.",
          "Sign in with the browser.", FixKind.MICROSOFT),
    Fault("token_refused", _SIGN_IN, "{host} did not accept the sign-in of {user} by browser{status}: {said}.",
          "It has expired or was taken back. Sign in again with the browser.", FixKind.MICROSOFT),
    Fault("token_revoked", _SIGN_IN, "The provider does not accept the sign-in by browser any more.",
          "It has expired or was taken back. Sign in again with the browser.", FixKind.MICROSOFT),
    Fault("token_unreachable", _SIGN_IN, "The provider could not be asked for a token: {said}.",
          "Check that this computer is online, and try again."),
    Fault("signin_denied", _SIGN_IN, "The sign-in by browser does not include the permission to send mail.",
          "Sign in again and tick the box for sending mail.", FixKind.MICROSOFT),
    Fault("client_refused", _SIGN_IN, "The provider does not accept this client ID: {said}.",
          "Check the client ID and its secret; docs/oauth.md shows how one is made."),
    Fault("sign_in_required", _ENVELOPE, "{host} takes mail only after a sign-in: {said}.",
          "Type a user name and a password in the account."),
    Fault("from_not_allowed", _ENVELOPE, "{host} does not let {user} send as {sender}: {said}.",
          "Send from the address you sign in with, or have the other one allowed at the provider.", FixKind.SENDER),
    Fault("relay_denied", _ENVELOPE, "{host} does not pass on mail from here: {said}.",
          "Sign in with a user name, or ask the operator to allow this computer."),
    Fault("own_address_refused", _ENVELOPE, "{host} does not know the address {sender}: {said}.",
          "Check the address of From: answers and failure notices would go there."),
    Fault("sender_refused", _ENVELOPE, "{host} does not take mail from {sender}: {said}.",
          "Check the address of From, and whether the provider wants it verified first."),
    Fault("envelope_later", _ENVELOPE, "{host} takes no message now: {said}.",
          "Try again later; the account may have reached its limit."),
    Fault("greylisted", _ENVELOPE, "{host} wants to be asked again later: {said}.",
          "Nothing to do: Sendoff tries such messages again by itself."),
    Fault("step_timeout", _EHLO, "{host} stopped answering: no answer to {waited} in {seconds} s.",
          "Try again later, or give each step more time.", FixKind.PATIENCE),
    Fault("stopped", _TCP, "The test was cancelled.", "Test again when you like."),
)  # fmt: skip
BY_CODE = {one.code: one for one in FAULTS}


def tells_of(sentence: str, *codes: str) -> bool:
    """Say whether a sentence, in English or in today's language, begins as that of one of these faults does."""
    titles = [title for code in codes for title in (BY_CODE[code].title, tr(BY_CODE[code].title))]
    return any(re.match(re.sub(r"\\\{\w+\\\}", ".*?", re.escape(title)), sentence, re.DOTALL) for title in titles)
