"""The sentences of the account form: what a provider takes, what a server said, which port to try instead."""

from __future__ import annotations

from sendoff.core.account import Account, Route, Security, SignIn
from sendoff.core.account_check import most_connections
from sendoff.core.address import split_mailbox
from sendoff.core.errors import InputError
from sendoff.core.language import digits, phrase, tr
from sendoff.core.limits import parse_limit
from sendoff.core.provider import Preset
from sendoff.core.provider_limits import date_text, sure_of
from sendoff.core.wording import limit_text

SECRET_LABEL = {
    SignIn.PASSWORD: phrase("Password"),
    SignIn.APP_PASSWORD: phrase("App password"),
    SignIn.API_KEY: phrase("API key"),
    SignIn.SMTP_CREDENTIALS: phrase("Password for sending (SMTP)"),
}
_SECRET_TIP = {
    SignIn.APP_PASSWORD: phrase("A password for one program only, made in your account's settings at the provider."),
    SignIn.API_KEY: phrase("A long code for programs, made on the provider's web site, often under “API keys”."),
    SignIn.SMTP_CREDENTIALS: phrase("A user name and a password for sending only, made on the provider's web site."),
}
"""What kinds of secrets are that not everybody knows."""
SECURITY = ((Security.TLS, phrase("TLS")), (Security.STARTTLS, phrase("STARTTLS")), (Security.NONE, phrase("None")))
SECURITY_WORD = dict(SECURITY)
_USERNAME = {
    "full_address": phrase("Your whole address."),
    "upn": phrase("Your sign-in name, usually your whole address."),
    "smtp_credential": phrase("Made there together with this password; not your sign-in for the web site."),
    "smtp_credential_region": phrase("Made there together with this password, for one region."),
    "smtp_login_shown_in_account": phrase("The login for sending (SMTP) that your account there shows."),
    "api_key": phrase("The API key."),
    "server_api_token": phrase("The token of your server there (API token), the same as the password."),
    "custom_domain_address": phrase("The address of your own domain."),
    "any_text": phrase("Usually your whole address, like anna@example.com; empty where the server asks for none."),
}
_BULK = {
    "not-allowed": phrase("does not allow bulk mail. It may close the account."),
    "transactional-only": phrase("takes messages to one person after something they did, not newsletters."),
    "internal-only": phrase("reaches people inside your organisation only."),
}
_PUBLISHED = {
    "messages_per_day": phrase("{number} a day"),
    "recipients_per_day": phrase("{number} a day"),
    "messages_per_hour": phrase("{number} an hour"),
}


def secret_tip(kind: SignIn) -> str:
    """What a kind of secret is, in a sentence; empty for those that everybody knows."""
    return tr(_SECRET_TIP[kind]) if kind in _SECRET_TIP else ""


def server_text(account: Account) -> str:
    """Server, port and security in a line."""
    host, port = account.host or tr("not set"), account.port
    if account.security is Security.NONE:
        return tr("{host}, not encrypted (port {port})", host=host, port=port)
    return tr(
        "{host}, encrypted ({protection}, port {port})",
        host=host,
        protection=SECURITY_WORD[account.security],
        port=port,
    )


def username_hint(preset: Preset) -> str:
    """What belongs into the field of the user name."""
    if preset.fixed_username:
        return tr("Always {fixed_username} at {name}.", fixed_username=preset.fixed_username, name=preset.shown)
    return tr(_USERNAME.get(preset.username, ""))


def browser_hint(preset: Preset) -> str:
    """What a sign-in by browser takes."""
    return tr(
        "You sign in to {name} with your browser, and no password is kept. For now that needs a "
        "client ID of your own: the guide shows step by step how to make one.",
        name=preset.shown,
    )


def bulk_warning(preset: Preset) -> str:
    """What stands against sending a campaign there; empty for most."""
    return f"{preset.shown} {tr(_BULK[preset.bulk])}" if preset.bulk in _BULK else ""


def limits_hint(preset: Preset) -> str:
    """Where the suggested limits come from."""
    usage = tr(
        "How many messages may go, one a line: 80/hour, 500/day; gmail.com 20/min for people at gmail.com only; 20/day "
        "x1.5 to 500 begins with 20 a day and grows by half each day, for an address nobody knows yet. Empty: no limit."
    )
    if not preset.limits:
        return usage
    if preset.id == "custom":
        return tr(
            "{usage} What stands here is a careful start; your provider's help pages say what it allows.", usage=usage
        )
    day = date_text(preset.checked)
    figure = next((one for one in preset.published if one.value and one.what in _PUBLISHED), None)
    if figure is None:
        return tr(
            "{usage} What stands here is a careful start: {name} publishes no figure (looked up {day}).",
            usage=usage,
            name=preset.shown,
            day=day,
        )
    published = tr(_PUBLISHED[figure.what], number=digits(f"{figure.value:,}"))
    return tr(
        "{usage} A careful start below {name}'s published limit of {published} ({sure}), checked {day}.",
        usage=usage,
        name=preset.shown,
        published=published,
        sure=sure_of(figure.conf),
        day=day,
    )


def connections_hint(preset: Preset, route: Route) -> str:
    """How many connections at a time the provider stands; empty where that is not known."""
    if route is Route.GRAPH:
        return tr(
            "Microsoft Graph takes {most_connections} at a time ({sure}).",
            most_connections=most_connections(route),
            sure=sure_of("medium"),
        )
    figure = next((one for one in preset.published if one.value and one.what == "concurrent_connections"), None)
    return (
        tr(
            "{name} takes {value} at a time ({sure}).",
            name=preset.shown,
            value=digits(f"{figure.value:,}"),
            sure=sure_of(figure.conf),
        )
        if figure
        else tr("More than one sends faster, where the provider allows it.")
    )


def problems(account: Account, *, secret_wanted: bool) -> dict[str, str]:
    """What keeps the form from being saved, by field; the service says the last word on what is not named here."""
    found = {}
    if not account.name.strip():
        found["name"] = tr("Give the account a name.")
    if not account.sender:
        found["sender"] = tr("Write the address your messages come from.")
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
        found["secret"] = tr("Type the {get}.", get=_lowered(tr(SECRET_LABEL.get(account.sign_in, tr("Password")))))
    if not account.host.strip():
        found["host"] = tr("Write the server's name, like smtp.example.com.")
    return found


def _lowered(label: str) -> str:
    return label if label.split(maxsplit=1)[0].isupper() else label[0].lower() + label[1:]


def limit_said(limit: str) -> str:
    """A limit in words; one that is being written stands as it is."""
    try:
        parse_limit(limit)
    except InputError:
        return limit
    return limit_text(limit)
