"""The sentences of the account form: what a provider takes, what a server said, which port to try instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sendoff.core.account import Account, Security, SignIn
from sendoff.core.address import split_mailbox
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import ConnectError, InputError
from sendoff.core.limits import parse_limit
from sendoff.core.provider import Preset

SECRET_LABEL = {
    SignIn.PASSWORD: "Password",
    SignIn.APP_PASSWORD: "App password",
    SignIn.API_KEY: "API key",
    SignIn.SMTP_CREDENTIALS: "SMTP password",
}
SECURITY = ((Security.TLS, "TLS"), (Security.STARTTLS, "STARTTLS"), (Security.NONE, "None"))
SECURITY_WORD = dict(SECURITY)
_USERNAME = {
    "full_address": "Your whole address.",
    "upn": "Your sign-in name, usually your whole address.",
    "smtp_credential": "Made with the SMTP password, not your sign-in for the web site.",
    "smtp_credential_region": "Made with the SMTP password, for one region.",
    "smtp_login_shown_in_account": "The SMTP login shown in your account there.",
    "api_key": "The API key.",
    "server_api_token": "The server API token, the same as the password.",
    "custom_domain_address": "The address of your own domain.",
    "any_text": "Leave it empty where the server asks for none.",
}
_BULK = {
    "not-allowed": "does not allow bulk mail. It may close the account.",
    "transactional-only": "takes messages to one person after something they did, not newsletters.",
    "internal-only": "reaches people inside your organisation only.",
}
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_TLS_PORT, _SUBMISSION, _RELAY = 465, 587, 25
_PUBLISHED = {"messages_per_day": "a day", "recipients_per_day": "a day", "messages_per_hour": "an hour"}


@dataclass(frozen=True, slots=True)
class OtherWay:
    """A port and security that may answer where the present ones did not."""

    port: int
    security: Security

    @property
    def words(self) -> str:
        """The button's text."""
        return f"Use port {self.port} with {SECURITY_WORD[self.security]}"


def server_text(account: Account) -> str:
    """Server, port and security in a line."""
    protection = "no encryption" if account.security is Security.NONE else SECURITY_WORD[account.security]
    return f"{account.host or 'not set'}, port {account.port}, {protection}"


def username_hint(preset: Preset) -> str:
    """What belongs into the field of the user name."""
    if preset.fixed_username:
        return f"Always {preset.fixed_username} at {preset.name}."
    return _USERNAME.get(preset.username, "")


def bulk_warning(preset: Preset) -> str:
    """What stands against sending a campaign there; empty for most."""
    return f"{preset.name} {_BULK[preset.bulk]}" if preset.bulk in _BULK else ""


def limits_hint(preset: Preset) -> str:
    """Where the suggested limits come from."""
    usage = "One a line, like 80/hour or 500/day; empty means none."
    if not preset.limits:
        return usage
    day = date_text(preset.checked)
    figure = next((one for one in preset.published if one.value and one.what in _PUBLISHED), None)
    if figure is None:
        return f"{usage} A careful start: {preset.name} publishes no figure, checked {day}."
    return (
        f"{usage} A careful start below {preset.name}'s published limit of "
        f"{figure.value:,} {_PUBLISHED[figure.what]}, checked {day}."
    )


def date_text(day: date) -> str:
    """Write a date: `22 Nov 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def found_text(found: Capabilities) -> str:
    """What a connection showed, in a line."""
    parts = [
        found.tls.split()[0].replace("TLSv", "TLS ") if found.tls else "no encryption",
        f"messages up to {found.size / 1e6:,.0f} MB" if found.size else "no size limit named",
        *(word for word in ("PIPELINING", "SMTPUTF8") if word in found.features),
        f"sign-in by {', '.join(found.auth)}" if found.auth else "",
    ]
    return " · ".join(part for part in parts if part)


def other_way(account: Account, error: ConnectError) -> OtherWay | None:
    """The usual port and security to try after this fault; None where another port would not help."""
    if error.code == "wrong_tls_mode":
        if account.security is Security.TLS:
            return OtherWay(_SUBMISSION if account.port == _TLS_PORT else account.port, Security.STARTTLS)
        return OtherWay(account.port, Security.TLS)
    if error.code not in {"timeout", "refused", "no_starttls", "tls_failed"}:
        return None
    if account.port in {_TLS_PORT, _RELAY}:
        return OtherWay(_SUBMISSION, Security.STARTTLS)
    return OtherWay(_TLS_PORT, Security.TLS)


def problems(account: Account, *, secret_wanted: bool) -> dict[str, str]:
    """What keeps the form from being saved, by field; the service says the last word on what is not named here."""
    found = {}
    if not account.name.strip():
        found["name"] = "Give the account a name."
    if not account.sender:
        found["sender"] = "Write the address your messages come from."
    for field, written in (("sender", account.sender), ("reply_to", account.reply_to)):
        try:
            split_mailbox(written or "a@example.com")
        except InputError as error:
            found[field] = error.title
    try:
        for limit in account.limits:
            parse_limit(limit)
    except InputError as error:
        found["limits"] = f"{error.title} {error.remedy}"
    if secret_wanted:
        found["secret"] = f"Type the {_lowered(SECRET_LABEL.get(account.sign_in, 'Password'))}."
    if not account.host.strip():
        found["host"] = "Write the server's name, like smtp.example.com."
    return found


def _lowered(label: str) -> str:
    return label if label.split(maxsplit=1)[0].isupper() else label[0].lower() + label[1:]
