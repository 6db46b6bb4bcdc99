"""Whose address it is: by the domain, by MX, by SRV, and what is said where nothing is known."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.fakes.resolver import TableResolver
from tests.fakes.transport import FakeServer
from tests.fakes.vault import DictVault

from sendoff.adapters.storage.store import Store
from sendoff.core.account import Security
from sendoff.core.discovery import Service, Suggestion, discover, preset_of_host
from sendoff.core.errors import InputError
from sendoff.core.provider import Preset, preset_from
from sendoff.services.accounts import Accounts
from sendoff.services.bus import Bus

FOLDER = Path(__file__).parents[2] / "resources" / "providers"
PRESETS = {
    path.stem: preset_from(tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(FOLDER.glob("*.toml"))
}


def found(address: str, *mx: str, srv: tuple[Service, ...] = ()) -> Suggestion:
    return discover(address, PRESETS, mx, srv)


@pytest.mark.parametrize(
    ("address", "preset", "host"),
    [
        ("anna@gmail.com", "gmail", "smtp.gmail.com"),
        ("Anna Lee <anna@GMX.net>", "gmx", "mail.gmx.net"),
        ("anna@web.de", "gmx", "smtp.web.de"),
        ("anna@mail.com", "gmx", "smtp.mail.com"),
        ("anna@zoho.eu", "zoho", "smtp.zoho.eu"),
        ("anna@hotmail.com", "outlook", "smtp-mail.outlook.com"),
    ],
)
def test_a_known_domain_needs_no_name_server(address: str, preset: str, host: str) -> None:
    suggestion = discover(address, PRESETS, None, None)
    assert (suggestion.preset_id, suggestion.host, suggestion.sure) == (preset, host, True)


@pytest.mark.parametrize(
    ("exchanger", "preset", "host"),
    [
        ("aspmx.l.google.com.", "google_workspace", "smtp.gmail.com"),
        ("SMTP.GOOGLE.COM.", "google_workspace", "smtp.gmail.com"),
        ("alt1.aspmx.googlemail.com.", "google_workspace", "smtp.gmail.com"),
        ("example-com.mail.protection.outlook.com.", "microsoft365", "smtp.office365.com"),
        ("example-com.a-v1.mx.microsoft.", "microsoft365", "smtp.office365.com"),
        ("hotmail-co-uk.olc.protection.outlook.com.", "outlook", "smtp-mail.outlook.com"),
        ("mta5.am0.yahoodns.net.", "yahoo", "smtp.mail.yahoo.com"),
        ("mx.zoho.com.", "zoho", "smtppro.zoho.com"),
        ("mx.zoho.eu.", "zoho", "smtppro.zoho.eu"),
        ("in1-smtp.messagingengine.com.", "fastmail", "smtp.fastmail.com"),
        ("mail.protonmail.ch.", "proton_token", "smtp.protonmail.ch"),
        ("mx.yandex.net.", "yandex", "smtp.yandex.com"),
        ("emx.mail.ru.", "mailru", "smtp.mail.ru"),
        ("mx1.mail.ovh.net.", "ovh", "ssl0.ovh.net"),
        ("mx00.kundenserver.de.", "ionos", "smtp.ionos.de"),
        ("mx00.ionos.co.uk.", "ionos", "smtp.ionos.co.uk"),
        ("mx1.titan.email.", "titan", "smtp.titan.email"),
        ("mx1.privateemail.com.", "privateemail", "mail.privateemail.com"),
        ("mx1.hostinger.com.", "hostinger", "smtp.hostinger.com"),
        ("mailstore1.secureserver.net.", "godaddy", "smtpout.secureserver.net"),
        ("mx01.mail.icloud.com.", "icloud", "smtp.mail.me.com"),
    ],
)
def test_a_domain_of_ones_own_is_known_by_its_mail_exchanger(exchanger: str, preset: str, host: str) -> None:
    suggestion = found("anna@example.com", exchanger)
    assert (suggestion.preset_id, suggestion.host, suggestion.sure) == (preset, host, True)
    assert exchanger.lower().rstrip(".") in suggestion.why


def test_a_name_that_only_ends_alike_is_not_taken_for_a_provider() -> None:
    assert found("anna@example.com", "mx.notgoogle.com.", "mx.zoho.com.example.org.").preset_id == "custom"


def test_what_a_domain_says_of_itself() -> None:
    own = Service(host="Mail.Example.com.", port=465, security=Security.TLS)
    suggestion = found("anna@example.com", "filter.example.org.", srv=(own,))
    assert (suggestion.preset_id, suggestion.host, suggestion.port) == ("custom", "mail.example.com", 465)
    assert suggestion.sure
    foreign = found("anna@example.com", srv=(Service(host="evil.example.org.", port=587, security=Security.STARTTLS),))
    assert (foreign.host, foreign.sure) == ("evil.example.org", False)
    known = found("anna@example.com", srv=(Service(host="smtp.fastmail.com.", port=465, security=Security.TLS),))
    assert (known.preset_id, known.sure) == ("fastmail", True)
    assert found("anna@example.com", srv=(Service(host=".", port=0, security=Security.TLS),)).host == ""


def test_a_server_of_ones_own_is_a_guess_and_said_to_be_one() -> None:
    at_home = found("anna@example.com", "mx.example.com.")
    assert (at_home.preset_id, at_home.host, at_home.sure) == ("cpanel", "mx.example.com", False)
    assert found("anna@example.com", "example.com.").host == "mail.example.com"
    assert "guess" in at_home.why


def test_what_is_not_known_is_said() -> None:
    offline = discover("anna@example.com", PRESETS, None, None)
    assert "nothing is known of example.com" in offline.why
    assert "mx.example.org" in found("anna@example.com", "mx.example.org.").why
    assert "No mail server is known" in found("anna@example.com").why
    for suggestion in (offline, found("anna@example.com", "mx.example.org."), found("anna@example.com")):
        assert (suggestion.preset_id, suggestion.host, suggestion.sure) == ("custom", "", False)
    with pytest.raises(InputError):
        found("no address")


def test_a_server_belongs_to_its_provider() -> None:
    assert preset_of_host("email-smtp.eu-west-3.amazonaws.com", PRESETS.values()) == PRESETS["ses"]
    assert preset_of_host("SMTP.sendgrid.net.", PRESETS.values()) == PRESETS["sendgrid"]
    assert preset_of_host("127.0.0.1", PRESETS.values()) is None
    assert preset_of_host("smtp.example.com", PRESETS.values()) is None


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_mail_exchangers_have_a_source_and_regions_can_be_chosen(preset: Preset) -> None:
    assert bool(preset.mx) == preset.mx_source.startswith("https://")
    assert not preset.mx or preset.mx_conf in {"high", "medium", "low", "unverified"}
    assert {one for endpoint in preset.endpoints for one in endpoint.mx} <= set(preset.mx)
    assert {one for endpoint in preset.endpoints for one in endpoint.domains} <= set(preset.domains)
    if preset.regions or len({endpoint.host for endpoint in preset.endpoints}) > 1:
        assert len(preset.places) >= 2
        assert set(preset.regions) <= set(preset.places)
    for label, place in preset.places.items():
        assert preset.place(label.upper()) == place == preset.place(place.host)
        assert "{" not in place.host


def test_a_region_that_is_not_listed() -> None:
    assert PRESETS["ses"].place("mx-central-1").host == "email-smtp.mx-central-1.amazonaws.com"
    with pytest.raises(InputError, match="no region"):
        PRESETS["ses"].place("x.evil.example/")
    with pytest.raises(InputError, match="Known are: US, EU"):
        PRESETS["mailgun"].place("Mars")
    with pytest.raises(InputError, match="one server for everybody"):
        PRESETS["gmail"].place("EU")


def accounts(folder: Path, resolver: TableResolver) -> Accounts:
    return Accounts(
        store=Store(folder).accounts, vault=DictVault(), presets=PRESETS, transports=FakeServer(), resolver=resolver,
        bus=Bus(),
    )  # fmt: skip


def test_the_service_asks_only_what_it_must(tmp_path: Path) -> None:
    resolver = TableResolver(
        {"example.com": ["mx.example.org."]}, {"_submission._tcp.example.com": [("mail.example.com.", 587)]}
    )
    service = accounts(tmp_path, resolver)
    assert service.find("anna@gmail.com").preset_id == "gmail"
    assert resolver.asked == []
    suggestion = service.find("anna@example.com")
    assert (suggestion.host, suggestion.security) == ("mail.example.com", Security.STARTTLS)
    account = service.found(suggestion, "anna@example.com")
    assert (account.host, account.port, account.sender) == ("mail.example.com", 587, "anna@example.com")


def test_whoever_is_offline_waits_once(tmp_path: Path) -> None:
    resolver = TableResolver()
    assert "Nothing can be looked up" in accounts(tmp_path, resolver).find("anna@bücher.example").why
    assert resolver.asked == ["xn--bcher-kva.example"]
