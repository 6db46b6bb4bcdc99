"""Accounts from the command line: found, changed, copied, exported, imported, and taken from a `.env`."""

from __future__ import annotations

import io
import json
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import keyring
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keyring.backends.fail import Keyring as NoKeyring
from tests.e2e.command_line import Desk
from tests.fakes.resolver import TableResolver
from tests.fakes.sink import SinkProcess
from tests.fakes.transport import FakeServer
from tests.fakes.vault import DictVault

from sendoff.adapters.keyring.given import open_vault
from sendoff.adapters.storage.store import Store
from sendoff.adapters.system.files import UserFiles
from sendoff.adapters.system.resources import load_presets
from sendoff.bootstrap import _context
from sendoff.cli.main import run
from sendoff.core.account import Account, ImapPlace, Proxy, ProxyKind, Route, Security, SignIn, WireMode
from sendoff.core.errors import InputError
from sendoff.core.smtp_environment import ENVIRONMENT, parse_env, read_environment
from sendoff.services.account_files import AccountFiles
from sendoff.services.accounts import Accounts
from sendoff.services.bus import Bus

FULL = Account(
    id="full",
    name="Alles / «Wörk»",
    preset="gmail",
    host="smtp.gmail.com",
    port=587,
    security=Security.STARTTLS,
    sign_in=SignIn.XOAUTH2,
    username="anna@gmail.com",
    sender="Anna Lee <anna@gmail.com>",
    reply_to="desk@example.com",
    limits=("20/minute", "400/day"),
    connections=3,
    delay=0.5,
    messages_per_connection=0,
    ca_file="/etc/ca.pem",
    local_name="desk.example.com",
    route=Route.GMAIL,
    proxy=Proxy(kind=ProxyKind.SOCKS5, host="proxy.example.com", port=1080, username="bob"),
    pinned="0f" * 32,
    client_cert="/me.pem",
    client_key="/me.key",
    step_seconds=20.0,
    identities=("Bea <bea@example.com>",),
    wire=WireMode.WINDOWED,
    imap=ImapPlace(host="imap.example.com", port=143, security=Security.STARTTLS),
    signature="Anna\n-- \n\"Desk\" '''",
    client_id="client.apps.example",
    tenant="contoso",
    limits_checked="2026-11-22",
)
PLAIN = Account(id="plain", name="Plain", host="smtp.example.com", port=25, security=Security.NONE, sign_in=SignIn.NONE)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    return Accounts(
        store=Store(tmp_path).accounts, vault=DictVault(), presets=load_presets(), transports=FakeServer(),
        resolver=TableResolver(), bus=Bus(),
    )  # fmt: skip


@pytest.fixture
def files(accounts: Accounts) -> AccountFiles:
    return AccountFiles(accounts=accounts, files=UserFiles())


def test_a_whole_life(desk: Desk) -> None:
    add = ("accounts", "add", "work", "--preset", "ses", "--region", "eu-west-1", "--user", "AKIA", "--json")
    added = desk.run(*add, "--from", "Anna <a@example.com>", "--proxy", "socks5://bob@proxy.example.com:1080")
    assert added.status == 0, added.err
    account = added.json["account"]
    assert (account["host"], account["port"]) == ("email-smtp.eu-west-1.amazonaws.com", 465)
    assert account["proxy"] == "socks5://bob@proxy.example.com:1080"
    pin = ":".join(["AB"] * 32)
    edit = ("--port", "587", "--security", "starttls", "--pin", pin, "--delay", "2", "--identity", "b@example.com")
    changed = desk.run("accounts", "edit", "work", *edit, "--proxy", "none", "--limit", "80/hour", "--json").json
    wanted = {"port": 587, "security": "starttls", "pinned": "ab" * 32, "delay": 2.0, "identities": ["b@example.com"]}
    assert changed["account"] == {**account, **wanted, "proxy": "none", "limits": ["80/hour"]}
    assert desk.run("accounts", "rename", "work", "Desk", "--json").json["account"]["id"] == account["id"]
    assert desk.run("accounts", "duplicate", "Desk", "--json").json["account"]["name"] == "Desk (copy)"
    listed = desk.run("accounts", "list", "--json").json["accounts"]
    assert [one["name"] for one in listed] == ["Desk", "Desk (copy)"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("edit", "work"), "Nothing is named"),
        (("edit", "work", "--pin", "abc"), "not a SHA-256 fingerprint"),
        (("edit", "work", "--proxy", "ftp://proxy"), "is not a proxy"),
        (("edit", "work", "--proxy", "http://bob:hush@proxy:8080"), "holds a password"),
        (("edit", "work", "--client-key", "me.key"), "key without a certificate"),
        (("edit", "work", "--region", "EU"), "no region"),
        (("rename", "work", " "), "no name"),
        (("rename", "none", "other"), "There is no account"),
        (("add", "new", "--preset", "mailgun", "--region", "Mars"), "Known are: US, EU"),
        (("find", "nobody"), "is not an address"),
        (("import", "none.toml"), "does not exist"),
        (("export", "/nowhere/at/all.toml"), "cannot be written"),
    ],
)
def test_what_is_wrong_is_said_and_changes_nothing(tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    assert typed(tmp_path, "accounts", "add", "work", "--host", "smtp.example.com")[0] == 0
    before = typed(tmp_path, "accounts", "list", "--json")
    status, told = typed(tmp_path, "accounts", *words)
    assert (status, says in told) == (2, True), told
    assert "hush" not in told
    assert typed(tmp_path, "accounts", "list", "--json") == before


def typed(folder: Path, *words: str) -> tuple[int, str]:
    """Run a command in this process."""
    context, out = _context({"SENDOFF_HOME": str(folder / "home")}), io.StringIO()
    status = run(words, replace(context, stdin=io.StringIO(), stdout=out, stderr=out))
    return status, out.getvalue()


def answered(folder: Path, *words: str) -> dict[str, Any]:
    """What a command in this process answers as JSON."""
    values: dict[str, Any] = json.loads(typed(folder, *words, "--json")[1].splitlines()[-1])
    return values


def test_limits_are_shown_with_how_sure_they_are_and_of_which_day(tmp_path: Path) -> None:
    gmail = answered(tmp_path, "accounts", "presets", "gmail")["preset"]
    first = gmail["published"][0]
    assert (first["what"], first["value"], first["sure"]) == ("messages_per_day", 500, "fairly sure")
    assert (first["confidence"], first["checked"]) == ("medium", "2026-11-22")
    assert "500 messages a day" in typed(tmp_path, "accounts", "presets", "gmail")[1]
    assert typed(tmp_path, "accounts", "presets", "none")[0] == 2
    typed(tmp_path, "accounts", "add", "work", "--preset", "gmail", "--user", "anna@gmail.com")
    shown = typed(tmp_path, "accounts", "show", "work")[1]
    assert "20/minute, 400/day (suggested by Sendoff)" in shown
    assert "fairly sure" in shown
    typed(tmp_path, "accounts", "edit", "work", "--limit", "80/hour")
    own = answered(tmp_path, "accounts", "show", "work")["account"]
    assert (own["limits"], own["limits_origin"]) == (["80/hour"], "set by hand")
    assert own["published"] == gmail["published"]
    assert typed(tmp_path, "accounts", "show", "none")[0] == 2


def test_a_known_address_is_found_without_a_network(desk: Desk) -> None:
    found = desk.run("accounts", "find", "anna@web.de", "--json")
    assert found.json == {
        "preset": "gmx", "host": "smtp.web.de", "port": 465, "security": "tls", "sure": True,
        "why": "web.de belongs to GMX / WEB.DE / mail.com.",
    }  # fmt: skip
    assert "sendoff accounts add NAME --preset gmx --user anna@web.de --host smtp.web.de" in found.err
    assert not desk.home.exists()


def test_the_environment_gives_an_account_to_whoever_has_none(desk: Desk, tmp_path: Path) -> None:
    with SinkProcess(tmp_path / "sink.log", "--auth", "anna@example.test:Canary-77") as sink:
        said = {
            "SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(sink.port), "SMTP_SECURE": "none",
            "SMTP_USER": "anna@example.test", "SMTP_PASS": "Canary-77", "MAX_EMAILS_PER_HOUR": "5000",
        }  # fmt: skip
        sent = desk.run("send", str(desk.campaign(2)), "--yes", "--json", **said)
        assert (sent.status, len(sink.records())) == (0, 2), sent.err
        wrong = desk.run("send", str(desk.campaign(2, name="B")), "--yes", **{**said, "SMTP_PORT": "many"})
        assert (wrong.status, "SMTP_PORT cannot be 'many'" in wrong.err) == (2, True)
    assert desk.run("accounts", "list", "--json").json == {"accounts": []}
    assert not any(b"Canary" in path.read_bytes() for path in desk.home.rglob("*") if path.is_file())


def test_an_env_file_on_standard_input(desk: Desk) -> None:
    text = "export SMTP_HOST='smtp.gmail.com'\nSMTP_USER=anna@gmail.com\nSMTP_PASS=\"Canary 77\"\nSMTP_SECURE=true\n"
    brought = desk.run("accounts", "import-env", "-", "--name", "Old", "--json", given=text)
    assert brought.status == 0, brought.err
    (account,) = brought.json["accounts"]
    assert (account["name"], account["preset"], account["port"]) == ("Old", "gmail", 465)
    assert "Canary" not in brought.out + brought.err
    assert not any(b"Canary" in path.read_bytes() for path in desk.home.rglob("*") if path.is_file())
    assert desk.run("accounts", "import-env", "-", "--name", "Old", given=text).status == 2


def test_an_export_comes_back_whole_and_holds_no_secret(
    accounts: Accounts, files: AccountFiles, tmp_path: Path
) -> None:
    accounts.save(FULL, "Canary-1", "Canary-2")
    accounts.save(PLAIN)
    path = tmp_path / "accounts.toml"
    assert files.write(path) == 2
    text = path.read_text(encoding="utf-8")
    assert "Canary" not in text
    assert files.bring(path).known == ("Alles / «Wörk»", "Plain")
    for one in accounts.all():
        accounts.remove(one.id)
    assert accounts.vault.get("full") is None
    assert accounts.vault.get("full/proxy") is None
    brought = files.bring(path)
    assert [_bare(one) for one in accounts.all()] == [_bare(FULL), _bare(PLAIN)]
    assert not {one.id for one in brought.accounts} & {"full", "plain"}
    assert files.write(path, [accounts.named("Plain")]) == 1
    assert [one["name"] for one in tomllib.loads(path.read_text(encoding="utf-8"))["account"]] == ["Plain"]


def _bare(account: Account) -> Account:

    return replace(account, id="")


def test_a_user_name_that_is_the_key_is_not_written(accounts: Accounts, files: AccountFiles, tmp_path: Path) -> None:
    draft = accounts.draft("postmark")

    accounts.save(replace(draft, username="Canary-token"), "Canary-token")
    files.write(tmp_path / "a.toml")
    assert "Canary" not in (tmp_path / "a.toml").read_text(encoding="utf-8")
    accounts.remove(draft.id)
    (note,) = files.bring(tmp_path / "a.toml").notes
    assert "needs its user name" in note


ONE = 'sendoff_accounts = 1\n[[account]]\nname = "A"\nhost = "smtp.example.com"\nport = 465\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nonsense", "not valid TOML"),
        ("a = 1", "`sendoff_accounts` is missing"),
        ("sendoff_accounts = 2\naccount = []", "newer Sendoff"),
        (f'{ONE}password = "hush"', "`password` is not known here"),
        (f'{ONE}id = "work"', "`id` is not known here"),
        (f"{ONE}delay = 'long'", "not a number of seconds"),
        (f"{ONE}limits = ['many']", "'many' is not a limit"),
        (f"{ONE}security = 'ssl'", "cannot be 'ssl'"),
        (f"{ONE}[account.proxy]\nkind = 'http'", "proxy has no host"),
        (f"{ONE}[account.proxy]\nkind = 'http'\npassword = 'x'", "`password` is not known here"),
        (ONE.replace("465", "70000"), "70000 is no port"),
        (f'{ONE}[[account]]\nname = "B"\nhost = ""\nport = 1', "Account 2: There is no server"),
        (f'{ONE}[[account]]\nname = "A"\nhost = "h"\nport = 1', "in it twice"),
    ],
)
def test_an_import_takes_all_or_nothing(
    accounts: Accounts, files: AccountFiles, tmp_path: Path, text: str, says: str
) -> None:
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        files.bring(tmp_path / "a.toml")
    assert says in str(caught.value)
    assert caught.value.where == "a.toml"
    assert accounts.all() == []


def test_an_env_file_gives_account_limit_and_password(accounts: Accounts, files: AccountFiles, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "# the old one\nPORT=3000\nSMTP_HOST=mail.example.com # ours\nSMTP_PORT=465\nSMTP_USER='anna@example.com'\n"
        'export SMTP_PASS="p#q\\"r s" # no\nSMTP_SECURE=false\nMAX_EMAILS_PER_HOUR=50\nnot a line\n',
        encoding="utf-8",
    )
    brought = files.bring_env_file(tmp_path / ".env")
    (account,) = accounts.all()
    assert (account.host, account.port, account.security) == ("mail.example.com", 465, Security.TLS)
    assert (account.limits, account.sender, account.sign_in) == (("50/hour",), "anna@example.com", SignIn.PASSWORD)
    assert accounts.secret(account) == 'p#q"r s'
    assert brought.notes == ("Port 465 speaks TLS from the first byte, so that is used.",)


@pytest.mark.parametrize(
    ("secure", "port", "security", "number", "notes"),
    [
        ("true", "465", Security.TLS, 465, 0),
        ("TRUE", "", Security.TLS, 465, 0),
        ("false", "587", Security.STARTTLS, 587, 0),
        ("", "", Security.STARTTLS, 587, 0),
        ("false", "465", Security.TLS, 465, 1),
        ("true", "587", Security.STARTTLS, 587, 1),
        ("false", "25", Security.STARTTLS, 25, 1),
        ("none", "25", Security.NONE, 25, 0),
        ("none", "", Security.NONE, 25, 0),
    ],
)
def test_what_secure_means(secure: str, port: str, security: Security, number: int, notes: int) -> None:
    said = read_environment({"SMTP_HOST": "h", "SMTP_SECURE": secure, "SMTP_PORT": port})
    assert (said.security, said.port, len(said.notes)) == (security, number, notes)


@pytest.mark.parametrize(
    ("name", "value"), [("SMTP_SECURE", "maybe"), ("SMTP_PORT", "0"), ("MAX_EMAILS_PER_HOUR", "0"), ("SMTP_HOST", "")]
)
def test_a_wrong_value_is_named(name: str, value: str) -> None:
    with pytest.raises(InputError, match=name):
        read_environment({"SMTP_HOST": "h", name: value})


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="'\\\x85"), max_size=30))
def test_whatever_stands_in_quotes_is_read_as_it_is(value: str) -> None:
    escaped = value.replace('"', '\\"')
    assert parse_env(f"A='{value}' # x\nB=\"{escaped}\"\n export C='{value}'") == {"A": value, "B": value, "C": value}


def test_the_environments_password_is_that_accounts_and_no_others() -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring types it so
    try:
        noted: list[str] = []
        vault = open_vault({"SMTP_PASS": "hush"}, note=noted.append)
        assert (vault.get(ENVIRONMENT), vault.get("work")) == ("hush", None)
        assert noted == ["hush"]
    finally:
        keyring.set_keyring(before)
