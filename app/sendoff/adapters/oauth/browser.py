"""The authorization code flow with PKCE in the system's browser (RFC 7636, 8252), and the renewal of tokens.

oauthlib carries the protocol; what it leaves open is here: the browser, the clock, and the account's network.
"""

from __future__ import annotations

import contextlib
import re
import secrets
import threading
import webbrowser
from collections.abc import Callable, Mapping
from typing import Any

from oauthlib.oauth2 import OAuth2Error, WebApplicationClient

from sendoff.adapters.oauth import faults
from sendoff.adapters.oauth.exchange import post
from sendoff.adapters.oauth.landing import Landing
from sendoff.core.account import Account
from sendoff.core.ports import Clock, Opening
from sendoff.core.signin import Authority, Client, Grant, addresses_in, is_another, lacks

_USUAL_LIFE = 3600
"""Seconds an access token lives where the authority does not say (RFC 6749 5.1 leaves it open)."""
_TOKEN = re.compile(r"[\x21-\x7e]{1,16384}")
"""What a token may consist of (RFC 6749 A.12), without the space: it goes into protocols of lines."""


class BrowserAuthorizer:
    """Signs people in by browser. May be used from several threads; `note` hears every secret before it is used."""

    def __init__(
        self,
        *,
        clock: Clock,
        note: Callable[[str], None],
        opening: Opening,
        open_browser: Callable[[str], object] = webbrowser.open,
        patience: float = 300.0,
        answer: float = 20.0,
    ) -> None:
        """`patience`: seconds for the person in the browser; `answer`: seconds for the authority's token."""
        self._clock = clock
        self._note = note
        self._opening = opening
        self._open_browser = open_browser
        self._patience = patience
        self._answer = answer

    def sign_in(
        self,
        account: Account,
        authority: Authority,
        client: Client,
        *,
        stopped: Callable[[], bool],
        announce: Callable[[str], None],
    ) -> Grant:
        verifier, state = secrets.token_urlsafe(64), secrets.token_urlsafe(32)
        for secret in (verifier, client.secret):
            self._note(secret)
        protocol = WebApplicationClient(client.id)
        with Landing(authority, state) as landing:
            redirect = landing.uri
            url = protocol.prepare_request_uri(
                authority.authorize_url,
                redirect_uri=redirect,
                scope=[*authority.scopes, *authority.identity],
                state=state,
                code_challenge=protocol.create_code_challenge(verifier, "S256"),
                code_challenge_method="S256",
                login_hint=account.username,
                **dict(authority.extras),
            )
            announce(url)
            # In a thread of its own: a browser of the terminal returns only when it is left.
            threading.Thread(target=self._browse, args=(url,), name="browser", daemon=True).start()
            query = landing.wait(stopped, self._patience)
        code = _code(protocol, authority, query, state)
        self._note(code)
        body = protocol.prepare_request_body(
            code=code, redirect_uri=redirect, code_verifier=verifier, client_secret=client.secret or None
        )
        return self._grant(account, authority, client, protocol, body)

    def refresh(self, account: Account, authority: Authority, grant: Grant) -> Grant:
        for secret in grant.secrets:
            self._note(secret)
        protocol = WebApplicationClient(grant.client_id)
        body = protocol.prepare_refresh_body(
            refresh_token=grant.refresh_token,
            client_id=grant.client_id,
            client_secret=grant.client_secret or None,
            # Microsoft gives tokens for the asked service only; Google gives what was granted.
            scope=list(authority.scopes),
        )
        return self._grant(account, authority, grant.client, protocol, body, kept=grant.refresh_token)

    def _browse(self, url: str) -> None:
        # Where no browser opens, the person still has the announced address.
        with contextlib.suppress(webbrowser.Error, OSError):
            self._open_browser(url)

    def _grant(
        self,
        account: Account,
        authority: Authority,
        client: Client,
        protocol: WebApplicationClient,
        body: str,
        kept: str = "",
    ) -> Grant:
        """Ask for tokens; `kept` is the refresh token to renew with, empty at the first time."""
        asked_at = self._clock.now()
        text = post(self._opening, account, authority, body, self._answer)
        try:
            said: Mapping[str, Any] = protocol.parse_request_body_response(text)
        except OAuth2Error as error:
            fault = faults.refused_token(authority, error.error, error.description or "", renewing=bool(kept))
        except (ValueError, TypeError, AttributeError):
            fault = faults.no_token(authority)
        else:
            grant = self._granted(authority, client, said, asked_at, kept)
            if not kept:
                self._check_person(account, authority, said.get("id_token"))
            return grant
        # Raised here, with no chain: the answer it came from may hold a token.
        raise fault

    def _check_person(self, account: Account, authority: Authority, id_token: object) -> None:
        """Raise ConnectError where somebody else signed in; an authority that does not tell is believed."""
        self._note(str(id_token or ""))
        addresses = addresses_in(id_token)
        if is_another(account.username, addresses):
            raise faults.other_person(authority, addresses[0], account.username)

    def _granted(
        self, authority: Authority, client: Client, said: Mapping[str, Any], asked_at: int, kept: str
    ) -> Grant:
        access, refresh = said.get("access_token"), said.get("refresh_token") or kept
        for token in (access, refresh):
            self._note(str(token or ""))
        if not refresh:
            raise faults.client_refused(authority, "no_refresh_token", "")
        if not _is_token(access) or not _is_token(refresh):
            raise faults.no_token(authority)
        if (granted := said.get("scope")) and lacks(authority.scopes, granted):
            raise faults.narrowed(authority)
        # Counted on this computer's clock from before the question: what the authority's clock says does not matter.
        life = max(0, int(said.get("expires_in") or _USUAL_LIFE))
        return Grant(
            refresh_token=str(refresh),
            access_token=str(access),
            expires_at=asked_at + min(life, 86_400) * 1000,
            scopes=authority.scopes,
            client_id=client.id,
            client_secret=client.secret,
        )


def _is_token(value: object) -> bool:
    return isinstance(value, str) and _TOKEN.fullmatch(value) is not None


def _code(protocol: WebApplicationClient, authority: Authority, query: str, state: str) -> str:
    """The code in the browser's answer. Raises ConnectError."""
    try:
        # oauthlib demands https; on the loopback interface nothing leaves the computer (RFC 8252 8.3).
        answer = protocol.parse_request_uri_response(f"https://127.0.0.1/?{query}", state=state)
    except OAuth2Error as error:
        fault = faults.refused_in_browser(authority, error.error, error.description or "")
    else:
        return str(answer["code"])
    raise fault
