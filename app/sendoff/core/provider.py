"""A provider's preset: what is known about it, with its sources. The knowledge is data (`resources/providers/`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sendoff.core.account import HIGHEST_PORT, ImapPlace, Security, SignIn
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.limits import parse_limit
from sendoff.core.provider_sender import SenderFacts, sender_facts
from sendoff.core.signin import BROWSER_PRESETS
from sendoff.core.toml_table import TomlTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A server and how to reach it."""

    host: str
    """Empty where the user knows it (a custom server)."""
    port: int
    """0 = chosen when it starts (the sandbox)."""
    security: Security
    recommended: bool = False
    label: str = ""
    """What tells it from the provider's other servers: a region, a stream."""
    domains: tuple[str, ...] = ()
    """Mail domains that are served here rather than by the recommended server."""
    mx: tuple[str, ...] = ()
    """Likewise for names of mail exchangers."""
    note: str = ""
    conf: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A way to sign in, and whether a desktop program may use it today: `yes`, `no` or `conditional`."""

    method: str
    works: str
    note: str = ""
    conf: str = ""
    source: str = ""

    @property
    def sign_in(self) -> SignIn:
        """The account's kind of secret for this method."""
        return _SIGN_IN[self.method]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A limit the provider publishes; `value` 0 = no figure is published."""

    what: str
    value: int
    most: int = 0
    window: str = ""
    note: str = ""
    conf: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """Everything the account form fills in and says about a provider."""

    id: str
    name: str
    kind: str
    endpoints: tuple[Endpoint, ...]
    methods: tuple[Method, ...]
    published: tuple[Published, ...] = ()
    gallery: int = 0
    """Place among the presets shown first, from 1; 0 = found by its name."""
    domains: tuple[str, ...] = ()
    """Mail domains that belong to it, to guess the preset from an address."""
    mx: tuple[str, ...] = ()
    """How the names of its mail exchangers end, to know it behind a domain of one's own."""
    mx_source: str = ""
    mx_conf: str = ""
    username: str = "full_address"
    """`full_address`, `literal:apikey` or a word that tells what the user name is."""
    bulk: str = ""
    hint: str = ""
    help: str = ""
    key_url: str = ""
    """Where the secret is made."""
    host_template: str = ""
    regions: tuple[str, ...] = ()
    regions_note: str = ""
    notes: tuple[str, ...] = ()
    checked: date
    connections: int = 1
    limits: tuple[str, ...] = ()
    """Our cautious start, `20/minute`; see `core.limits`."""
    messages_per_connection: int = 0
    """0 = no wish."""
    idle_quit_seconds: int = 0
    """Say goodbye when idle for so long, before the server does; 0 = no wish."""
    imap: ImapPlace = field(default_factory=ImapPlace)
    """Where its Sent folder is opened; without a host where nothing is known."""
    imap_conf: str = ""
    imap_source: str = ""
    sender: SenderFacts = field(default_factory=SenderFacts)
    """What a sender's domain has to have in its DNS."""
    on_limit_wait_h: int = 0
    """Hours until a limit that was hit is open again; 0 = not known."""

    @property
    def shown(self) -> str:
        """Its name as people read it: a brand stays, words (`Another mail server`) are in their language."""
        return tr(self.name)

    @property
    def endpoint(self) -> Endpoint:
        """The endpoint to start from."""
        return next((endpoint for endpoint in self.endpoints if endpoint.recommended), self.endpoints[0])

    @property
    def places(self) -> Mapping[str, Endpoint]:
        """Its servers by region or stream, each with the endpoint to start from; empty where there is but one."""
        if self.host_template:
            return {region: self._in_region(region) for region in self.regions}
        hosts = {endpoint.host: endpoint for endpoint in reversed(self.endpoints)}
        hosts |= {endpoint.host: endpoint for endpoint in reversed(self.endpoints) if endpoint.recommended}
        ordered = dict.fromkeys(endpoint.host for endpoint in self.endpoints)
        return {hosts[host].label or host: hosts[host] for host in ordered} if len(ordered) > 1 else {}

    def place(self, region: str) -> Endpoint:
        """The endpoint of a region, written as in `places` or as its host. Raises InputError."""
        wanted = region.strip().casefold()
        for label, endpoint in self.places.items():
            if wanted in (label.casefold(), endpoint.host.casefold()):
                return endpoint
        if self.host_template and _REGION.fullmatch(wanted):
            return self._in_region(wanted)
        known = ", ".join(self.places)
        raise InputError(
            tr("{name} has no region “{region}”.", name=self.shown, region=region),
            remedy=tr("Known are: {known}.", known=known)
            if known
            else tr("It has one server for everybody; leave the region out."),
            where="region",
            code="no_region",
        )

    def _in_region(self, region: str) -> Endpoint:
        return replace(self.endpoint, host=self.host_template.replace("{region}", region))

    @property
    def sign_in(self) -> SignIn:
        """The kind of secret to ask for: the first that works and that this version can use."""
        working = [method.sign_in for method in self.methods if method.works != "no"]
        return next((kind for kind in working if kind is not SignIn.XOAUTH2), SignIn.XOAUTH2)

    @property
    def usable(self) -> bool:
        """Say whether this version can sign in here at all."""
        return self.sign_in is not SignIn.XOAUTH2 or self.id in BROWSER_PRESETS

    @property
    def secret_username(self) -> bool:
        """Say whether even the user name is a secret here: it is the key itself."""
        return self.username in ("api_key", "server_api_token")

    @property
    def fixed_username(self) -> str:
        """The word that is everybody's user name here (`apikey`), or empty."""
        return self.username.partition("literal:")[2]


_SIGN_IN = {
    "password": SignIn.PASSWORD,
    "app_password": SignIn.APP_PASSWORD,
    "api_key": SignIn.API_KEY,
    "smtp_credentials": SignIn.SMTP_CREDENTIALS,
    "token": SignIn.SMTP_CREDENTIALS,
    "xoauth2": SignIn.XOAUTH2,
    "oauthbearer": SignIn.XOAUTH2,
    "ip": SignIn.NONE,
    "none": SignIn.NONE,
}
_PLAIN = (
    "id name gallery kind domains mx mx_source mx_conf username bulk hint help key_url host_template regions "
    "regions_note notes checked"
)
_KEYS = (*_PLAIN.split(), "endpoints", "auth", "limits", "suggest", "imap", "sender")
_REGION = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EACH = ("second", "minute", "hour", "day")
_ENDPOINT = ("host", "port", "security", "recommended", "label", "domains", "mx", "note", "conf", "source")
_SUGGEST = ("connections", "recipients_per_message", "messages_per_connection", "idle_quit_seconds", "on_limit_wait_h")


def preset_from(mapping: Mapping[str, object], where: str = "") -> Preset:
    """Build a preset from its TOML tables. Raises InputError, whose `code` is the key at fault."""
    table = TomlTable(values=mapping, what=tr("Preset {get}", get=repr(mapping.get("id", ""))), where=where)
    table.check_keys(("id", "name", "kind", "endpoints", "auth", "checked"), _KEYS)
    checked = mapping["checked"]
    if not isinstance(checked, date):
        raise table.wrong(
            "checked", tr("`checked` is not a date"), tr("Write it like 2026-11-22, without quotation marks.")
        )
    endpoints = tuple(_endpoint(entry) for entry in table.tables("endpoints"))
    if not endpoints:
        raise table.wrong("endpoints", tr("it has no endpoint"))
    suggest = table.table("suggest")
    suggest.check_keys((), (*_SUGGEST, *(f"messages_per_{unit}" for unit in _EACH)))
    return Preset(
        id=table.text("id"),
        name=table.text("name"),
        kind=table.text("kind"),
        endpoints=endpoints,
        methods=tuple(_method(entry) for entry in table.tables("auth")),
        published=tuple(_published(entry) for entry in table.tables("limits")),
        gallery=table.number("gallery"),
        domains=table.texts("domains"),
        mx=table.texts("mx"),
        mx_source=table.text("mx_source"),
        mx_conf=table.text("mx_conf"),
        username=table.text("username") or "full_address",
        bulk=table.text("bulk"),
        hint=table.text("hint"),
        help=table.text("help"),
        key_url=table.text("key_url"),
        host_template=table.text("host_template"),
        regions=table.texts("regions"),
        regions_note=table.text("regions_note"),
        notes=table.texts("notes"),
        checked=checked,
        connections=suggest.number("connections") or 1,
        limits=_suggested_limits(suggest),
        messages_per_connection=suggest.number("messages_per_connection"),
        idle_quit_seconds=suggest.number("idle_quit_seconds"),
        imap=_imap(table.table("imap")),
        imap_conf=table.table("imap").text("conf"),
        imap_source=table.table("imap").text("source"),
        sender=sender_facts(table.table("sender")),
        on_limit_wait_h=suggest.number("on_limit_wait_h"),
    )


def merge(preset: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """Lay a user's file over a preset, key by key; tables are merged, lists are replaced."""
    merged = dict(preset)
    for key, value in own.items():
        known = merged.get(key)
        merged[key] = merge(known, value) if isinstance(known, Mapping) and isinstance(value, Mapping) else value
    return merged


def secret_hint(preset: Preset) -> str:
    """Say before anything is typed which secret this provider takes."""
    if preset.hint:
        return tr(preset.hint)
    refused = any(method.method == "password" and method.works == "no" for method in preset.methods)
    normal = tr(" Your normal password will not work.") if refused else ""
    return {
        SignIn.PASSWORD: tr("{name} takes the password of the mailbox.", name=preset.shown),
        SignIn.APP_PASSWORD: tr(
            "{name} takes an app password, made in your account there.{normal}", name=preset.shown, normal=normal
        ),
        SignIn.API_KEY: tr("{name} takes an API key, made in your account there.", name=preset.shown),
        SignIn.SMTP_CREDENTIALS: tr(
            "{name} takes an SMTP user and password, made in your account there.", name=preset.shown
        ),
        SignIn.XOAUTH2: tr("{name} takes no password: you sign in there with your browser.", name=preset.shown),
        SignIn.NONE: tr("{name} takes no password.", name=preset.shown),
    }[preset.sign_in]


def _suggested_limits(suggest: TomlTable) -> tuple[str, ...]:
    counts = {unit: suggest.number(f"messages_per_{unit}") for unit in _EACH}
    return tuple(parse_limit(f"{count}/{unit}").text for unit, count in counts.items() if count)


def _endpoint(table: TomlTable) -> Endpoint:
    table.check_keys(("port", "security"), _ENDPOINT)
    if (port := table.number("port")) > 65535:  # noqa: PLR2004 -- the highest port there is
        raise table.wrong("port", tr("port {port} does not exist", port=port))
    return Endpoint(
        host=table.text("host"),
        port=port,
        security=Security(table.one_of("security", Security)),
        recommended=table.flag("recommended"),
        label=table.text("label"),
        domains=table.texts("domains"),
        mx=table.texts("mx"),
        note=table.text("note"),
        conf=table.text("conf"),
        source=table.text("source"),
    )


def _imap(table: TomlTable) -> ImapPlace:
    if not table.values:
        return ImapPlace()
    table.check_keys(("host", "port", "security"), ("host", "port", "security", "conf", "source"))
    if not 0 < table.number("port") <= HIGHEST_PORT:
        raise table.wrong("port", tr("port {number} does not exist", number=table.number("port")))
    security = Security(table.one_of("security", (Security.TLS, Security.STARTTLS)))
    return ImapPlace(host=table.text("host"), port=table.number("port"), security=security)


def _method(table: TomlTable) -> Method:
    table.check_keys(("method", "works"), ("method", "works", "note", "conf", "source"))
    return Method(
        method=table.one_of("method", _SIGN_IN),
        works=table.one_of("works", ("yes", "no", "conditional")),
        note=table.text("note"),
        conf=table.text("conf"),
        source=table.text("source"),
    )


def _published(table: TomlTable) -> Published:
    table.check_keys(("what", "value"), ("what", "value", "max", "window", "note", "conf", "source"))
    return Published(
        what=table.text("what"),
        value=table.number("value"),
        most=table.number("max"),
        window=table.text("window"),
        note=table.text("note"),
        conf=table.text("conf"),
        source=table.text("source"),
    )
