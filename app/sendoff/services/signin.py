"""Signing in by browser, and the tokens that come of it: fresh ones for whoever connects."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress

from sendoff.core.account import Account
from sendoff.core.errors import ConnectError, InputError, KnownError
from sendoff.core.language import tr
from sendoff.core.ports import Clock
from sendoff.core.signin import (
    Authority,
    Client,
    Grant,
    authority_for,
    cancelled,
    check_tenant,
    grant_from,
    grant_text,
    lacks,
)
from sendoff.core.signin_ports import Authorizer, Vault
from sendoff.core.stopping import never

_ROOM = 1200
"""Characters that every keyring takes (Windows: 2,560 bytes in UTF-16); an access token that does not fit stays in
memory, and a refresh token that does not fit is the keyring's to refuse."""


class SignIns:
    """The sign-ins by browser of one data folder; it is the `Tokens` port of the accounts. Thread-safe.

    `note` hears every token before anybody uses it, so that the log can keep it out.
    """

    def __init__(
        self,
        *,
        authorizer: Authorizer,
        vault: Vault,
        clock: Clock,
        note: Callable[[str], None],
        authorities: Callable[[Account], Authority] = authority_for,
    ) -> None:
        self._authorizer = authorizer
        self._vault = vault
        self._clock = clock
        self._note = note
        self._authorities = authorities
        self._latest: dict[str, Grant] = {}
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._guard = threading.Lock()

    # -- what people do

    def sign_in(
        self,
        account: Account,
        *,
        client_secret: str | None = None,
        stopped: Callable[[], bool] = never,
        announce: Callable[[str], None] = lambda _url: None,
    ) -> None:
        """Open the browser, wait for the person's yes and keep what comes of it; blocks, so call it in a thread.

        `client_secret` None means the one of the last sign-in. `stopped` gives up. `announce` gets the address, for
        where no browser opens. Whatever is raised, what was kept before stays as it was.

        Raises InputError (no client ID, no such sign-in), KnownError (the keyring) and ConnectError: `signin_denied`,
        `signin_state`, `signin_timeout`, `signin_cancelled`, `signin_code`, `signin_other_person`, `client_refused`,
        `token_unreachable`.
        """
        authority = self._authority(account)
        if not account.client_id.strip():
            raise InputError(
                tr(
                    "Signing in with {name} needs a client ID of your own: Sendoff has none built in yet.",
                    name=authority.name,
                ),
                remedy=tr("docs/oauth.md shows step by step how to make one; it is free."),
                where="client_id",
                code="no_client_id",
            )
        client = self._client(account.id, account.client_id.strip(), client_secret)
        grant = self._authorizer.sign_in(account, authority, client, stopped=stopped, announce=announce)
        with self._lock(account.id):
            if stopped():
                raise cancelled()
            before = self._vault.get(account.id)
            self._keep(account.id, grant)
            if stopped():  # a keyring may ask a person first, and take its time
                self._put_back(account.id, before)
                raise cancelled()

    # -- what connections need

    def known(self, account: Account) -> bool:
        """Say whether somebody has signed in, for the way this account sends."""
        return self._grant(account) is not None

    def access(self, account: Account) -> str:
        """An access token that lasts, renewed where it does not. Raises ConnectError, InputError, KnownError."""
        with self._lock(account.id):
            grant = self._present(account)
            now = self._clock.now()
            if grant.lasts(now):
                return grant.access_token
            try:
                return self._renewed(account, grant).access_token
            except ConnectError as fault:
                if fault.permanent or not grant.lasts(now, spare=0):
                    raise
                return grant.access_token  # its last two minutes; the next one who asks tries again

    def renew(self, account: Account, refused: str) -> str:
        """A token for the one that a server refused; of many who ask at once, one asks the authority. Raises likewise.

        The server may have ended it early (a changed password), or this computer's clock was set back.
        """
        with self._lock(account.id):
            grant = self._present(account)
            if grant.access_token not in ("", refused):
                return grant.access_token
            return self._renewed(account, grant).access_token

    def forget(self, account_id: str) -> None:
        """Sign out here. What the authority allowed stays allowed there until it is taken back."""
        with self._lock(account_id):
            self._latest.pop(account_id, None)
            self._vault.delete(account_id)

    # -- the rest

    def _authority(self, account: Account) -> Authority:
        if account.tenant:
            check_tenant(account.tenant)
        return self._authorities(account)

    def _client(self, account_id: str, client_id: str, secret: str | None) -> Client:
        kept = grant_from(self._vault.get(account_id)) if secret is None else None
        return kept.client if kept and kept.client_id == client_id else Client(id=client_id, secret=secret or "")

    def _lock(self, account_id: str) -> threading.Lock:
        with self._guard:
            return self._locks[account_id]

    def _present(self, account: Account) -> Grant:
        grant = self._grant(account)
        if grant is None:
            raise ConnectError(
                tr("“{name}” is not signed in.", name=account.name),
                remedy=tr("Sign in with the browser: `sendoff accounts sign-in {name}`.", name=account.name),
                code="signin_needed",
                permanent=True,
            )
        return grant

    def _grant(self, account: Account) -> Grant | None:
        """What is kept, if it serves the way this account sends; another process may have renewed it."""
        kept = grant_from(self._vault.get(account.id))
        if kept is None:
            return None
        for secret in kept.secrets:
            self._note(secret)
        latest = self._latest.get(account.id)
        if latest and latest.refresh_token == kept.refresh_token and latest.expires_at >= kept.expires_at:
            kept = latest
        try:
            wanted = self._authority(account).scopes
        except InputError:
            return None
        return None if lacks(wanted, kept.scopes) else kept

    def _renewed(self, account: Account, grant: Grant) -> Grant:
        renewed = self._authorizer.refresh(account, self._authority(account), grant)
        # A keyring that does not take it keeps it for this session, which is what the sending needs.
        with suppress(KnownError):
            self._keep(account.id, renewed)
        return renewed

    def _put_back(self, account_id: str, before: str | None) -> None:
        self._latest.pop(account_id, None)
        if before is None:
            self._vault.delete(account_id)
        else:
            self._vault.set(account_id, before)

    def _keep(self, account_id: str, grant: Grant) -> None:
        for secret in grant.secrets:
            self._note(secret)
        self._latest[account_id] = grant
        text = grant_text(grant)
        if len(text) > _ROOM:
            text = grant_text(
                Grant(
                    refresh_token=grant.refresh_token,
                    scopes=grant.scopes,
                    client_id=grant.client_id,
                    client_secret=grant.client_secret,
                )
            )
        self._vault.set(account_id, text)
