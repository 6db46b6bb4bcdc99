"""Every preset is complete, sourced and consistent, and says honestly which secret it takes."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from sendoff.core.account import ImapPlace, Security, SignIn
from sendoff.core.dns_answers import is_name
from sendoff.core.errors import InputError
from sendoff.core.limits import parse_limit
from sendoff.core.provider import Endpoint, Method, Preset, Published, merge, preset_from, secret_hint
from sendoff.core.provider_sender import SenderFacts

FOLDER = Path(__file__).parents[2] / "resources" / "providers"
TABLES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
PRESETS = [preset_from(table, name) for name, table in TABLES.items()]
BY_ID = {preset.id: preset for preset in PRESETS}
LEGACY = {("godaddy", 80), ("godaddy", 3535)}
"""Endpoints that a provider offers without encryption; none of them is recommended."""

every_preset = pytest.mark.parametrize("preset", PRESETS, ids=[preset.id for preset in PRESETS])


def test_all_presets_are_there() -> None:
    assert list(BY_ID) == list(TABLES)
    assert len(PRESETS) == 41
    shown = sorted((preset.gallery, preset.id) for preset in PRESETS if preset.gallery)
    assert [number for number, _ in shown] == list(range(1, 10))
    first = {"gmail", "outlook", "microsoft365", "yahoo", "sendgrid", "mailgun", "cpanel", "custom", "sandbox"}
    assert {name for _, name in shown} == first


@every_preset
def test_every_fact_has_its_source_and_date(preset: Preset) -> None:
    assert preset.checked == date(2026, 11, 22)
    facts: list[Endpoint | Method | Published] = [*preset.endpoints, *preset.methods, *preset.published]
    assert all(fact.conf in {"high", "medium", "low", "unverified"} for fact in facts)
    if preset.id == "sandbox":
        assert {fact.source for fact in facts} == {"built in"}
    else:
        assert all(fact.source.startswith(("https://", "http://")) for fact in facts)
    assert preset.help.startswith("https://") or preset.kind in {"custom", "dev"}


@every_preset
def test_what_a_sender_s_domain_needs_has_its_source(preset: Preset) -> None:
    facts = preset.sender
    assert not facts.dkim_sure or facts.dkim
    if facts != SenderFacts():
        assert facts.bounces in {"own", "provider"}
        assert facts.conf in {"high", "medium"}
        assert facts.source.startswith("https://")
        assert all(is_name(host) for host in facts.hosts)
        assert all(is_name(f"{selector}._domainkey.shop.net") for selector in facts.dkim)


@every_preset
def test_port_and_security_agree(preset: Preset) -> None:
    agreed = {465: "tls", 2465: "tls", 8465: "tls", 443: "tls", 0: "none"}
    for endpoint in preset.endpoints:
        if (preset.id, endpoint.port) in LEGACY or endpoint.host == "127.0.0.1":
            assert not (endpoint.recommended and endpoint.host != "127.0.0.1")
        else:
            assert endpoint.security == agreed.get(endpoint.port, "starttls"), endpoint


@every_preset
def test_the_start_is_recommended_and_its_limits_can_be_read(preset: Preset) -> None:
    assert preset.endpoint.recommended
    assert preset.endpoint.host or preset.id == "custom"
    assert preset.methods
    assert all(parse_limit(text).text == text for text in preset.limits)
    assert 1 <= preset.connections <= 8


@every_preset
def test_the_hint_is_one_plain_sentence_or_two(preset: Preset) -> None:
    hint = secret_hint(preset)
    assert hint.endswith(".")
    assert len(hint) < 200
    assert not any(word in hint.lower() for word in ("please", "!", "oops", "xoauth2"))


def test_the_published_limit_is_never_below_our_start() -> None:
    for preset in PRESETS:
        figures = {published.what: published.value for published in preset.published if published.value}
        for text in preset.limits:
            count, unit = text.split("/")
            published = figures.get(f"messages_per_{unit}")
            assert published is None or int(count) <= published, preset.id


@pytest.mark.parametrize(
    ("name", "sign_in", "says"),
    [
        ("gmail", SignIn.APP_PASSWORD, "16 letters"),
        ("yahoo", SignIn.APP_PASSWORD, "app password"),
        ("outlook", SignIn.XOAUTH2, "sign in with Microsoft in your browser"),
        ("microsoft365", SignIn.PASSWORD, "until the end of December 2026"),
        ("sendgrid", SignIn.API_KEY, "apikey"),
        ("mailgun", SignIn.SMTP_CREDENTIALS, "API key will not work"),
        ("sandbox", SignIn.NONE, "Nothing leaves this computer"),
        ("fastmail", SignIn.APP_PASSWORD, "Your normal password will not work"),
        ("ionos", SignIn.PASSWORD, "the password of the mailbox"),
    ],
)
def test_the_form_says_which_secret(name: str, sign_in: SignIn, says: str) -> None:
    assert BY_ID[name].sign_in is sign_in
    assert says in secret_hint(BY_ID[name])


def test_every_provider_can_be_used() -> None:
    assert [preset.id for preset in PRESETS if not preset.usable] == []


def test_a_provider_that_takes_only_an_unknown_sign_in_by_browser_is_not_usable() -> None:
    own = {"id": "elsewhere", "name": "Elsewhere", "hint": ""}
    elsewhere = preset_from(merge(TABLES["outlook"], own))
    assert not elsewhere.usable
    assert "takes no password" in secret_hint(elsewhere)


def test_gmail_as_the_form_fills_it() -> None:
    gmail = BY_ID["gmail"]
    assert (gmail.endpoint.host, gmail.endpoint.port) == ("smtp.gmail.com", 465)
    assert gmail.endpoint.security is Security.TLS
    assert gmail.limits == ("20/minute", "400/day")
    assert gmail.imap == ImapPlace(host="imap.gmail.com")
    assert "gmail.com" in gmail.domains
    assert BY_ID["sendgrid"].fixed_username == "apikey"
    assert not gmail.fixed_username
    assert BY_ID["yahoo"].messages_per_connection == 18


@every_preset
def test_where_the_sent_folder_is_has_its_source_and_is_protected(preset: Preset) -> None:
    if not preset.imap.host:
        assert (preset.imap_source, preset.imap_conf) == ("", "")
        return
    assert (preset.imap.port, preset.imap.security) == (993, Security.TLS)
    assert preset.imap_source.startswith("https://")
    assert preset.imap_conf in {"high", "medium", "low"}


def test_a_user_s_file_replaces_key_by_key() -> None:
    own = {"name": "My Gmail", "suggest": {"messages_per_day": 50}, "domains": ["example.com"]}
    merged = preset_from(merge(TABLES["gmail"], own))
    assert merged.name == "My Gmail"
    assert merged.limits == ("20/minute", "50/day")
    assert merged.domains == ("example.com",)
    assert merged.endpoints == BY_ID["gmail"].endpoints
    assert TABLES["gmail"]["name"] == "Gmail"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"name": 5}, "name"),
        ({"colour": "red"}, "colour"),
        ({"checked": "today"}, "checked"),
        ({"endpoints": []}, "endpoints"),
        ({"endpoints": "smtp.example.com"}, "endpoints"),
        ({"endpoints": [{"host": "a", "port": 70000, "security": "tls"}]}, "port"),
        ({"endpoints": [{"host": "a", "port": 465, "security": "ssl"}]}, "security"),
        ({"endpoints": [{"host": "a", "port": 465, "security": "tls", "recommended": "yes"}]}, "recommended"),
        ({"auth": [{"method": "magic", "works": "yes"}]}, "method"),
        ({"auth": [{"method": "password"}]}, "works"),
        ({"suggest": {"messages_per_month": 5}}, "messages_per_month"),
        ({"suggest": 5}, "suggest"),
        ({"imap": {"port": 70_000}}, "port"),
        ({"imap": {"security": "none"}}, "security"),
        ({"imap": {"user": "anna"}}, "user"),
        ({"domains": "example.com"}, "domains"),
    ],
)
def test_a_mistake_names_its_key(change: dict[str, object], key: str) -> None:
    with pytest.raises(InputError) as caught:
        preset_from(merge(TABLES["gmail"], change))
    assert caught.value.code == key
    assert "Preset 'gmail'" in caught.value.title
