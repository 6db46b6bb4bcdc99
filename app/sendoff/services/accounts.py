"""Accounts: presets, the accounts themselves, their secrets, and the test of a connection."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

from sendoff.core.account import HIGHEST_PORT, MOST_CONNECTIONS, Account, Security, SignIn
from sendoff.core.address import check_address, split_mailbox
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import InputError
from sendoff.core.events import AccountsChanged
from sendoff.core.limits import parse_limit
from sendoff.core.ports import AccountStore, TransportFactory, Vault
from sendoff.core.provider import Preset
from sendoff.services.bus import Bus

_PORTS = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}
_SMTP_USAGE = "Write it like smtp://user@smtp.example.com:587?security=starttls."


class Accounts:
    """The accounts of one data folder. Secrets go to the vault and nowhere else."""

    def __init__(
        self,
        *,
        store: AccountStore,
        vault: Vault,
        presets: Mapping[str, Preset],
        transports: TransportFactory,
        bus: Bus,
    ) -> None:
        self._store = store
        self._vault = vault
        self._presets = presets
        self._transports = transports
        self._bus = bus

    @property
    def vault(self) -> Vault:
        """Where secrets are kept, for saying so."""
        return self._vault

    def presets(self) -> Sequence[Preset]:
        """Every provider Sendoff knows, in the order of the gallery."""
        return list(self._presets.values())

    def preset(self, preset_id: str) -> Preset:
        """One provider. Raises InputError."""
        if preset_id not in self._presets:
            raise InputError(
                f"There is no preset “{preset_id}”.", remedy=f"Known are: {', '.join(self._presets)}.", code="no_preset"
            )
        return self._presets[preset_id]

    def provider_name(self, account: Account) -> str:
        """What people call the account's provider."""
        preset = self._presets.get(account.preset)
        return account.host if preset is None or preset.id == "custom" else preset.name

    def all(self) -> Sequence[Account]:
        """The accounts people made, by name."""
        return [one for one in self._store.all() if not one.ad_hoc]

    def get(self, account_id: str) -> Account:
        """One account by id. Raises InputError."""
        found = self._store.get(account_id)
        if found is None:
            raise InputError("That account does not exist any more.", remedy="Choose another one.", code="no_account")
        return found

    def named(self, name: str) -> Account:
        """One account by its name or id. Raises InputError."""
        every = self.all()
        for one in every:
            if name in (one.name, one.id):
                return one
        known = ", ".join(f"“{one.name}”" for one in every) or "none yet"
        raise InputError(
            f"There is no account “{name}”.", remedy=f"Known are: {known}. Add one with `sendoff accounts add`.",
            code="no_account",
        )  # fmt: skip

    def draft(self, preset_id: str, address: str = "") -> Account:
        """A new account as its preset suggests, not saved yet."""
        preset = self.preset(preset_id)
        endpoint = preset.endpoint
        return Account(
            id=secrets.token_hex(6),
            name=f"{preset.name} {address}".strip(),
            preset=preset.id,
            host=endpoint.host,
            port=endpoint.port,
            security=endpoint.security,
            sign_in=preset.sign_in,
            username=preset.fixed_username or address,
            sender=address,
            limits=preset.limits,
            connections=max(1, preset.connections),
            messages_per_connection=preset.messages_per_connection or 100,
        )

    def save(self, account: Account, secret: str | None = None) -> None:
        """Keep an account; `secret` None leaves the kept one as it is. Raises InputError for what cannot work."""
        self.validate(account)
        self._store.save(account)
        if secret is not None:
            self._vault.set(account.id, secret)
        self._bus.publish(AccountsChanged())

    def validate(self, account: Account) -> None:
        """Raise InputError, with the field's name in `where`, for the first value that cannot work."""
        if not account.name.strip():
            raise InputError("The account has no name.", remedy="Give it one.", where="name")
        if not account.host.strip() or any(mark.isspace() for mark in account.host.strip()):
            raise InputError("There is no server.", remedy="Write its name, like smtp.example.com.", where="host")
        if not 0 < account.port <= HIGHEST_PORT:
            raise InputError(f"{account.port} is no port.", remedy="Usual are 465 and 587.", where="port")
        if account.sender:
            split_mailbox(account.sender)
        if account.reply_to:
            split_mailbox(account.reply_to)
        for limit in account.limits:
            parse_limit(limit)
        if not 1 <= account.connections <= MOST_CONNECTIONS:
            raise InputError("Connections must be between 1 and 64.", where="connections")

    def remove(self, account_id: str) -> None:
        """Forget an account and its secret."""
        self._vault.delete(account_id)
        self._store.remove(account_id)
        self._bus.publish(AccountsChanged())

    def secret(self, account: Account) -> str:
        """The account's secret, empty where none is known."""
        return self._vault.get(account.id) or ""

    def remember(self, account: Account, secret: str) -> None:
        """Keep a secret that was asked for."""
        self._vault.set(account.id, secret)

    def needs_secret(self, account: Account) -> bool:
        """Say whether a secret must be asked for before this account can sign in."""
        return bool(account.username) and account.sign_in is not SignIn.NONE and not self.secret(account)

    def test(self, account: Account, secret: str | None = None) -> Capabilities:
        """Connect, protect and sign in, without sending anything. Raises ConnectError."""
        transport = self._transports(account, lambda: self.secret(account) if secret is None else secret)
        capabilities = transport.connect()
        transport.close()
        return capabilities

    def from_url(self, url: str) -> Account:
        """The account an SMTP URL describes, kept as an ad-hoc one. Raises InputError.

        `smtp://user@host:587?security=starttls|tls|none&ca=FILE`; a password in it is refused, because command lines
        are visible to every program on the machine.
        """
        parts = urlsplit(url)
        query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname or set(query) - {"security", "ca"}:
            raise InputError(f"“{url}” is not an SMTP address.", remedy=_SMTP_USAGE, code="smtp_url")
        if parts.password is not None:
            raise InputError(
                "The address holds a password, and other programs can read command lines.",
                remedy="Leave it out and set SENDOFF_PASSWORD, or use --password-stdin.",
                code="password_in_url",
            )
        try:
            security = Security(query.get("security", "tls" if parts.scheme == "smtps" else "starttls"))
            port = parts.port or _PORTS[security]
        except ValueError as error:
            raise InputError(f"“{url}” is not an SMTP address.", remedy=_SMTP_USAGE, code="smtp_url") from error
        username = unquote(parts.username or "")
        name = f"{username}@{parts.hostname}:{port}" if username else f"{parts.hostname}:{port}"
        known = next((one for one in self._store.all() if one.ad_hoc and one.name == name), None)
        account = Account(
            id=known.id if known else secrets.token_hex(6),
            name=name,
            host=parts.hostname,
            port=port,
            security=security,
            sign_in=SignIn.PASSWORD if username else SignIn.NONE,
            username=username,
            sender=username if "@" in username and not check_address(username).problem else "",
            ca_file=query.get("ca", ""),
            ad_hoc=True,
        )
        self._store.save(account)
        return account

    def sandbox(self, host: str, port: int) -> Account:
        """The account of the built-in sandbox server."""
        known = next((one for one in self._store.all() if one.preset == "sandbox"), None)
        account = Account(
            id=known.id if known else secrets.token_hex(6),
            name="Sandbox",
            preset="sandbox",
            host=host,
            port=port,
            security=Security.NONE,
            sign_in=SignIn.NONE,
            connections=known.connections if known else 1,
        )
        if known:
            account = replace(known, host=host, port=port)
        self._store.save(account)
        return account
