"""Accounts in files: exported and imported without their secrets, and taken over from a `.env`."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import tomli_w

from sendoff.core.account import Account, ImapPlace, Proxy, ProxyKind, Route, Security, SignIn, WireMode
from sendoff.core.account_check import check_account, written_pin
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.ports import Files
from sendoff.core.smtp_environment import parse_env, read_environment
from sendoff.core.toml_table import TomlTable
from sendoff.services.accounts import Accounts

_FORMAT = 1
_HEAD = "# Accounts of Sendoff, without their passwords: those stay in the system's keyring.\n\n"
_NEVER = ("id", "ad_hoc", "keeps_copies")
_WORDS: Mapping[str, type[StrEnum]] = {"security": Security, "sign_in": SignIn, "route": Route, "wire": WireMode}
_LISTS = ("limits", "identities")
_FIELDS = {one.name: one for one in fields(Account) if one.name not in _NEVER}
_NEEDED = tuple(name for name, one in _FIELDS.items() if one.default is MISSING and one.default_factory is MISSING)
_IMAP = tuple(one.name for one in fields(ImapPlace))
_PROXY = tuple(one.name for one in fields(Proxy))


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What an import did."""

    accounts: tuple[Account, ...] = ()
    known: tuple[str, ...] = ()
    """Names that exist here already; those accounts were left as they are."""
    notes: tuple[str, ...] = ()
    """What a person should know, as sentences."""


class AccountFiles:
    """Writes accounts to files and reads them; nothing secret is ever written."""

    def __init__(self, *, accounts: Accounts, files: Files) -> None:
        self._accounts = accounts
        self._files = files

    def write(self, path: Path, chosen: Sequence[Account] = ()) -> int:
        """Export these accounts, or all; returns how many. Raises InputError."""
        every = [one for one in chosen or self._accounts.all() if not one.is_sandbox]
        if not every:
            raise InputError(tr("There is no account to export."), remedy=tr("Add one first."), code="no_account")
        tables = [_table(self._without_secret(one)) for one in every]
        self._files.keep(path, _HEAD + tomli_w.dumps({"sendoff_accounts": _FORMAT, "account": tables}))
        return len(every)

    def bring(self, path: Path) -> Brought:
        """Import the accounts of a file: all that are new here, or none where one is wrong. Raises InputError."""
        found = read_accounts(self._files.tables(path), path.name)
        here = {one.name for one in self._accounts.all()}
        new = [one for one in found if one.name not in here]
        for one in new:
            self._accounts.save(one)
        return Brought(
            accounts=tuple(new),
            known=tuple(one.name for one in found if one.name in here),
            notes=tuple(
                tr("“{name}” needs its user name and password typed.", name=one.name) for one in new if self._bare(one)
            ),
        )

    def bring_env(self, text: str, name: str = "", where: str = "") -> Brought:
        """Take an account over from a `.env`, with its password into the keyring. Raises InputError."""
        said = read_environment(parse_env(text), where)
        account = self._accounts.described(said, name)
        if any(one.name == account.name for one in self._accounts.all()):
            raise InputError(
                tr("There is an account “{name}” already.", name=account.name),
                remedy=tr("Choose another name."),
                code="name_taken",
            )
        self._accounts.save(account, said.password or None)
        return Brought(accounts=(account,), notes=said.notes)

    def bring_env_file(self, path: Path, name: str = "") -> Brought:
        """The same from a file. Raises InputError."""
        return self.bring_env(self._files.text(path), name, path.name)

    def _bare(self, account: Account) -> bool:
        return not account.username and account.sign_in is not SignIn.NONE

    def _without_secret(self, account: Account) -> Account:
        """Where the user name is the key itself, it is a secret too."""
        preset = next((one for one in self._accounts.presets() if one.id == account.preset), None)
        return replace(account, username="") if preset is not None and preset.secret_username else account


def read_accounts(tables: Mapping[str, Any], where: str) -> list[Account]:
    """Read the tables of an export. Raises InputError for an unknown key, a wrong type or what cannot work."""
    top = TomlTable(values=tables, what=tr("The file"), where=where)
    top.check_keys(("sendoff_accounts", "account"), ("sendoff_accounts", "account"))
    if top.number("sendoff_accounts") != _FORMAT:
        raise top.wrong("sendoff_accounts", tr("it was written by a newer Sendoff"), tr("Update Sendoff here first."))
    found = [_account(one, place) for place, one in enumerate(top.tables("account"), 1)]
    names = [one.name for one in found]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise top.wrong("name", tr("“{twice}” is in it twice", twice=twice), tr("Give each account a name of its own."))
    return found


def _account(table: TomlTable, place: int) -> Account:
    table = replace(table, what=f"Account {place}")
    table.check_keys(_NEEDED, _FIELDS)
    values: dict[str, Any] = {key: _value(table, key) for key in table.values}
    account = Account(id=secrets.token_hex(6), **values)
    account = replace(account, pinned=written_pin(account.pinned))
    try:
        check_account(account)
    except InputError as error:
        raise InputError(
            tr("Account {place}: {title}", place=place, title=error.title),
            remedy=error.remedy,
            where=table.where,
            code=error.where or error.code,
        ) from error
    return account


def _value(table: TomlTable, key: str) -> object:
    if key in _WORDS:
        return _WORDS[key](table.one_of(key, _WORDS[key]))
    if key in _LISTS:
        return table.texts(key)
    if key == "proxy":
        proxy = table.table("proxy")
        proxy.check_keys(("kind",), _PROXY)
        kind = ProxyKind(proxy.one_of("kind", ProxyKind))
        return Proxy(kind=kind, host=proxy.text("host"), port=proxy.number("port"), username=proxy.text("username"))
    if key == "imap":
        imap = table.table("imap")
        imap.check_keys(_IMAP, _IMAP)
        security = Security(imap.one_of("security", Security))
        return ImapPlace(host=imap.text("host"), port=imap.number("port"), security=security)
    usual = _FIELDS[key].default
    if isinstance(usual, bool | float):
        return table.flag(key) if isinstance(usual, bool) else _seconds(table, key)
    return table.number(key) if isinstance(usual, int) or key == "port" else table.text(key)


def _seconds(table: TomlTable, key: str) -> float:
    value = table.values[key]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise table.wrong(key, tr("`{key}` is not a number of seconds", key=key))
    return float(value)


def _table(account: Account) -> dict[str, object]:
    """Only what differs from the usual is written, so that the file stays short."""
    written: dict[str, object] = {}
    for name, one in _FIELDS.items():
        value = getattr(account, name)
        if name == "proxy":
            if value.kind is not ProxyKind.NONE:
                parts = {part: getattr(value, part) for part in _PROXY}
                written[name] = {key: str(it) if key == "kind" else it for key, it in parts.items() if it}
        elif name == "imap":
            if value.host:
                written[name] = {"host": value.host, "port": value.port, "security": str(value.security)}
        elif name in _NEEDED or name in _WORDS or value != one.default:
            written[name] = str(value) if name in _WORDS else list(value) if name in _LISTS else value
    return written
