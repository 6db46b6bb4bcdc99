"""Accounts: presets, the accounts themselves, their secrets, and the test of a connection."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sendoff.core.account import MESSAGES_PER_CONNECTION, SANDBOX, Account, Security, SignIn
from sendoff.core.account_check import check_account
from sendoff.core.account_names import proposed_name
from sendoff.core.address import check_address
from sendoff.core.discovery import SERVICES, Service, Suggestion, by_domain, discover, domain_of, preset_of_host
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import ConnectError, InputError
from sendoff.core.events import AccountsChanged
from sendoff.core.free_names import copy_name
from sendoff.core.language import phrase, quoted, tr
from sendoff.core.ports import AccountStore, Resolver, Transport, TransportFactory
from sendoff.core.provider import Preset
from sendoff.core.signin_ports import Kept, Tokens, Vault
from sendoff.core.smtp_environment import ENVIRONMENT, SmtpEnvironment
from sendoff.core.smtp_url import read_smtp_url
from sendoff.services.bus import Bus
from sendoff.services.proofs import Proof, Proofs

Answer = TypeVar("Answer")


def proxy_name(account_id: str) -> str:
    """The name of the secret for the account's proxy."""
    return f"{account_id}/proxy"


def unknown_sign_in(account: Account) -> InputError:
    """Why nothing can be done in the background through an account whose secret is not known here."""
    return InputError(
        tr("The sign-in of “{name}” is not known here.", name=account.name),
        remedy=tr("Type its password in the account, or sign in again."),
        code="no_secret",
    )


_SANDBOX_SENDER = phrase("You <you@example.com>")
"""Somebody must have written what is rehearsed."""


class Accounts:
    """The accounts of one data folder. Secrets go to the vault and nowhere else."""

    def __init__(
        self,
        *,
        store: AccountStore,
        vault: Vault,
        presets: Mapping[str, Preset],
        transports: TransportFactory,
        resolver: Resolver,
        bus: Bus,
        tokens: Tokens | None = None,
    ) -> None:
        self._store = store
        self._vault = vault
        self._presets = presets
        self._transports = transports
        self._resolver = resolver
        self._bus = bus
        self._tokens = tokens
        self.proofs = Proofs(bus)
        """How the last test of each account went."""

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
                tr("There is no preset “{preset_id}”.", preset_id=preset_id),
                remedy=tr(
                    "`custom` takes any other server, with --host, --port and --security. Known are: {presets}.",
                    presets=", ".join(self._presets),
                ),
                code="no_preset",
            )
        return self._presets[preset_id]

    def provider_name(self, account: Account) -> str:
        """What people call the account's provider."""
        preset = self._presets.get(account.preset)
        return account.host if preset is None or preset.id == "custom" else preset.shown

    def all(self) -> Sequence[Account]:
        """The accounts people made, by name."""
        return [one for one in self._store.all() if not one.ad_hoc]

    def every(self) -> Sequence[Account]:
        """Every account, also those that were made for one command."""
        return self._store.all()

    def get(self, account_id: str) -> Account:
        """One account by id. Raises InputError."""
        found = self._store.get(account_id)
        if found is None:
            raise InputError(
                tr("That account does not exist any more."), remedy=tr("Choose another one."), code="no_account"
            )
        return found

    def named(self, name: str) -> Account:
        """One account by its name or id. Raises InputError."""
        every = self.all()
        for one in every:
            if name in (one.name, one.id):
                return one
        known = ", ".join(quoted(one.name) for one in every) or tr("none yet")
        raise InputError(
            tr("There is no account “{name}”.", name=name),
            remedy=tr("Known are: {known}. Add one with `sendoff accounts add`.", known=known),
            code="no_account",
        )

    def find(self, address: str) -> Suggestion:
        """Whose address this is, asking DNS where its domain is not known. Blocks for seconds at most.

        Being offline is one of the answers. Raises InputError for what is no address.
        """
        domain = domain_of(address)
        if known := by_domain(domain, self._presets.values()):
            return known
        mx = self._looked_up(lambda: self._resolver.mx(domain))
        if mx is None:
            return discover(address, self._presets, None, None)  # whoever is offline waits only once
        srv = self._looked_up(
            lambda: [
                Service(host=host, port=port, security=security)
                for name, security in SERVICES
                for host, port in self._resolver.srv(f"{name}.{domain}")
            ]
        )
        return discover(address, self._presets, mx, srv)

    def _looked_up(self, ask: Callable[[], Sequence[Answer]]) -> Sequence[Answer] | None:
        try:
            return ask()
        except ConnectError:
            return None

    def found(self, suggestion: Suggestion, address: str) -> Account:
        """A new account as a suggestion says, not saved yet."""
        draft = self.draft(suggestion.preset_id, address)
        return replace(draft, host=suggestion.host, port=suggestion.port, security=suggestion.security)

    def draft(self, preset_id: str, address: str = "", region: str = "") -> Account:
        """A new account as its preset suggests, not saved yet. Raises InputError for an unknown preset or region."""
        preset = self.preset(preset_id)
        endpoint = preset.place(region) if region else preset.endpoint
        return Account(
            id=secrets.token_hex(6),
            name=proposed_name(preset.shown, address),
            preset=preset.id,
            host=endpoint.host,
            port=endpoint.port,
            security=endpoint.security,
            sign_in=preset.sign_in,
            username=preset.fixed_username or address,
            sender=address,
            limits=preset.limits,
            limits_checked=preset.checked.isoformat() if preset.limits else "",
            connections=max(1, preset.connections),
            imap=preset.imap,
            messages_per_connection=preset.messages_per_connection or MESSAGES_PER_CONNECTION,
        )

    def save(self, account: Account, secret: str | None = None, proxy_secret: str | None = None) -> None:
        """Keep an account; None leaves a secret as it is kept. Raises InputError for what cannot work."""
        self.validate(account)
        self._store.save(account)
        if secret is not None and account.sign_in is not SignIn.XOAUTH2:  # tokens are kept by whoever signed in
            self._keep(account.id, account.id, secret)
        if proxy_secret is not None:
            self._keep(account.id, proxy_name(account.id), proxy_secret)
        self._bus.publish(AccountsChanged())

    def validate(self, account: Account) -> None:
        """Raise InputError, with the field's name in `where`, for the first value that cannot work."""
        check_account(account)

    def rename(self, account_id: str, name: str) -> Account:
        """Give an account another name. Raises InputError, also where another account has it."""
        account = replace(self.get(account_id), name=name.strip())
        self.save(account)
        return account

    def duplicate(self, account_id: str, name: str = "") -> Account:
        """Keep a copy under another name, without the secret: two accounts never share one by accident."""
        original = self.get(account_id)
        taken = {one.name for one in self._store.all()}
        copy = replace(original, id=secrets.token_hex(6), name=name or copy_name(original.name, taken))
        self.save(copy)
        return copy

    def remove(self, account_id: str) -> None:
        """Forget an account and its secrets."""
        self._vault.delete(account_id)
        if self._tokens:
            self._tokens.forget(account_id)
        self._vault.delete(proxy_name(account_id))
        self.proofs.forget(account_id)
        self._store.remove(account_id)
        self._bus.publish(AccountsChanged())

    def secret(self, account: Account) -> str:
        """The account's secret, empty where none is known; a fresh token where it signs in by browser.

        Raises ConnectError where such a token cannot be had: nobody has signed in, or it was taken back.
        """
        if self._tokens and account.sign_in is SignIn.XOAUTH2:
            return self._tokens.access(account)
        return self._vault.get(account.id) or ""

    def renewed(self, account: Account, refused: str) -> str:
        """Another token for the one that a server refused, empty where none can be had. Raises ConnectError."""
        return self._tokens.renew(account, refused) if self._tokens else ""

    def remember(self, account: Account, secret: str) -> None:
        """Keep a secret that was asked for."""
        if account.sign_in is not SignIn.XOAUTH2:
            self._keep(account.id, account.id, secret)

    def _keep(self, account_id: str, name: str, secret: str) -> None:
        """Keep a secret; what a test showed of another one holds no more."""
        known = self._vault.get(name)  # which may be given for this session only, so it is set in any case
        self._vault.set(name, secret)
        if known != secret:
            self.proofs.forget(account_id)

    def needs_secret(self, account: Account) -> bool:
        """Say whether a secret, or a sign-in by browser, must be asked for before this account can sign in."""
        if self._tokens and account.sign_in is SignIn.XOAUTH2:
            return not self._tokens.known(account)
        return bool(account.username) and account.sign_in is not SignIn.NONE and not self.secret(account)

    def kept(self, account: Account) -> Kept:
        """Say whether the account's secret is at hand, and for how long."""
        if self.needs_secret(account):
            return Kept.MISSING
        if not account.username or account.sign_in is SignIn.NONE:
            return Kept.NOT_NEEDED
        return Kept.FOR_GOOD if self._vault.usable() else Kept.SESSION

    def test(self, account: Account, secret: str | None = None) -> Capabilities:
        """Connect, protect and sign in, without sending anything. Raises ConnectError."""
        if account.sign_in is SignIn.XOAUTH2:
            secret = None  # nobody types a token
        transport = self._transports(account, lambda: self.secret(account) if secret is None else secret)
        capabilities = self.connect(account, transport) if secret is None else transport.connect()
        transport.close()
        return capabilities

    def connect(self, account: Account, transport: Transport) -> Capabilities:
        """Connect with the secrets that are kept, and remember how that went. Raises ConnectError."""
        turn = self.proofs.turn(account.id)
        try:
            capabilities = transport.connect()
        except ConnectError as error:
            self.proofs.note(account, Proof(error=error), turn)
            raise
        self.proofs.note(account, Proof(capabilities=capabilities), turn)
        return capabilities

    def proven(self, account: Account) -> bool:
        """Say whether the account was taken when it was last tested, and nothing of the way there has changed since."""
        proof = self.proofs.of(account)
        return proof is not None and proof.error is None

    def from_url(self, url: str) -> Account:
        """The account an SMTP URL describes, kept as an ad-hoc one; see `core.smtp_url`. Raises InputError."""
        said = read_smtp_url(url)
        known = next((one for one in self._store.all() if one.ad_hoc and one.name == said.place), None)
        account = Account(
            id=known.id if known else secrets.token_hex(6),
            name=said.place,
            host=said.host,
            port=said.port,
            security=said.security,
            sign_in=SignIn.PASSWORD if said.username else SignIn.NONE,
            username=said.username,
            sender=_address_in(said.username),
            ca_file=said.ca_file,
            wire=said.wire,
            messages_per_connection=said.messages,
            ad_hoc=True,
        )
        self._store.save(account)
        return account

    def from_environment(self, said: SmtpEnvironment) -> Account:
        """The account the program's environment describes, kept as an ad-hoc one; its secret is `SMTP_PASS`."""
        account = replace(self.described(said), id=ENVIRONMENT, name=f"{said.host}:{said.port} (environment)")
        self._store.save(replace(account, ad_hoc=True))
        return replace(account, ad_hoc=True)

    def described(self, said: SmtpEnvironment, name: str = "") -> Account:
        """A new account as the six names of a `.env` describe it, with its provider if known; not saved yet."""
        preset = preset_of_host(said.host, self._presets.values())
        draft = self.draft(preset.id if preset else "custom")
        user = said.username
        sign_in = (SignIn.PASSWORD if draft.sign_in is SignIn.NONE else draft.sign_in) if user else SignIn.NONE
        return replace(
            draft,
            name=name or (f"{user} at {said.host}" if user else said.host),
            host=said.host,
            port=said.port,
            security=said.security,
            sign_in=SignIn.PASSWORD if sign_in is SignIn.XOAUTH2 else sign_in,
            username=user,
            sender=_address_in(user),
            limits=said.limits or draft.limits,
            limits_checked="" if said.limits else draft.limits_checked,
        )

    def sandbox(self, host: str, port: int) -> Account:
        """The account of the built-in sandbox server."""
        known = next((one for one in self._store.all() if one.is_sandbox), None)
        account = Account(
            id=known.id if known else secrets.token_hex(6),
            name=tr("Sandbox"),
            preset=SANDBOX,
            host=host,
            port=port,
            security=Security.NONE,
            sign_in=SignIn.NONE,
            sender=tr(_SANDBOX_SENDER),
            connections=known.connections if known else 1,
        )
        if known:
            account = replace(known, host=host, port=port)
        self._store.save(account)
        return account


def _address_in(username: str) -> str:
    """The address that a user's name is; empty where it is none."""
    return username if "@" in username and not check_address(username).problem else ""
