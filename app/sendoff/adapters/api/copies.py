"""Looking for copies of what was sent through the Gmail API and Microsoft Graph, where the sign-in may read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from sendoff.adapters.api.answers import UNAUTHORIZED
from sendoff.adapters.api.channel import Answer, Broken, Channel
from sendoff.core.account import Account
from sendoff.core.errors import ConnectError
from sendoff.core.language import tr
from sendoff.core.ports import Opening

_FINE, _FORBIDDEN = 200, 403
_PATIENCE = 30.0
"""Seconds for one search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How one provider is asked."""

    name: str
    base_url: str
    path: Callable[[str], str]
    """Where to ask for a Message-ID."""
    rows: str
    """The key under which the answer lists what it found."""


def _gmail_path(message_id: str) -> str:
    # https://developers.google.com/workspace/gmail/api/guides/filtering: rfc822msgid wants it without brackets.
    return f"/gmail/v1/users/me/messages?maxResults=1&q={quote(f'in:sent rfc822msgid:{message_id[1:-1]}', safe='')}"


def _graph_path(message_id: str) -> str:
    wanted = quote("internetMessageId eq '{}'".format(message_id.replace("'", "''")), safe="")
    return f"/v1.0/me/mailFolders/sentitems/messages?$filter={wanted}&$select=id&$top=1"


GMAIL = Place(name="Gmail API", base_url="https://gmail.googleapis.com", path=_gmail_path, rows="messages")
GRAPH = Place(name="Graph API", base_url="https://graph.microsoft.com", path=_graph_path, rows="value")


@dataclass(frozen=True, slots=True)
class _Question:
    """A request without a body."""

    path: str

    def head(self, host: str, token: str) -> bytes:
        return (
            f"GET {self.path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n"
            "Accept: application/json\r\nAccept-Encoding: identity\r\nUser-Agent: Sendoff\r\n\r\n"
        ).encode()


class ApiCopies:
    """`core.doubts.SentCopies` over HTTP; the secret is an access token. A refusal to read ends the look-up."""

    def __init__(
        self,
        account: Account,
        secret: Callable[[], str],
        stopped: Callable[[], bool],
        *,
        place: Place,
        opening: Opening,
        base_url: str = "",
    ) -> None:
        address = urlsplit(base_url or place.base_url)
        self._host, self._protected = address.hostname or "", address.scheme == "https"
        self._port = address.port or (443 if self._protected else 80)
        self._netloc = address.netloc
        self._account = account
        self._secret = secret
        self._stopped = stopped
        self._place = place
        self._opening = opening
        self._channel: Channel | None = None

    def open(self) -> str:
        self._connect()
        return tr("Sent of {username}", username=self._account.username)

    def find(self, message_id: str) -> str:
        channel = self._channel or self._connect()
        token = self._secret()
        try:
            channel.patience = _PATIENCE
            channel.write(_Question(self._place.path(message_id)).head(self._netloc, token))
            answer = channel.answer()
        except Broken as broken:
            self.close()
            raise self._fault(broken.detail) from None
        if answer.closes:
            self.close()
        return self._read(answer)

    def close(self) -> None:
        channel, self._channel = self._channel, None
        if channel is not None:
            channel.close()

    def _connect(self) -> Channel:
        connection = self._opening(
            self._account,
            self._host,
            self._port,
            protected=self._protected,
            stopped=self._stopped,
            keep=lambda _bare: None,
        )
        self._channel = channel = Channel(connection, self._account.step_seconds)
        return channel

    def _read(self, answer: Answer) -> str:
        if answer.status == UNAUTHORIZED:
            raise self._fault(tr("it does not take the sign-in of {username}", username=self._account.username))
        if answer.status == _FORBIDDEN:
            raise ConnectError(
                tr("This sign-in of {username} may send and not read.", username=self._account.username),
                remedy=tr("Look for the messages in the mailbox itself."),
                code="may_not_read",
                permanent=True,
            )
        if answer.status != _FINE:
            raise self._fault(f"HTTP {answer.status}")
        try:
            found: list[dict[str, Any]] = json.loads(answer.body).get(self._place.rows) or []
            return f"id {found[0]['id']}" if found else ""
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise self._fault(tr("its answer makes no sense")) from None

    def _fault(self, detail: str) -> ConnectError:
        title = tr("{name} did not tell what is in the Sent folder: {detail}.", name=self._place.name, detail=detail)
        return ConnectError(title, remedy=tr("Look again later."), code="copies_lost")
