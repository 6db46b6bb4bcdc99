"""The Sent folder of an account by IMAP: found by its mark or its name, searched by Message-ID, given copies."""

from __future__ import annotations

import contextlib
import imaplib
import re
import socket
import ssl
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Protocol

from imap_tools.errors import ImapToolsError, MailboxAppendError
from imap_tools.folder import FolderInfo
from imap_tools.mailbox import BaseMailBox
from imap_tools.query import AND, H

from sendoff.core.account import Account, Security, SignIn
from sendoff.core.errors import ConnectError
from sendoff.core.language import tr
from sendoff.core.ports import Opening

_NAMES = (
    "sent", "sent items", "sent mail", "sent messages", "gesendet", "gesendete elemente", "gesendete objekte",
    "envoyés", "éléments envoyés", "messages envoyés", "enviados", "elementos enviados", "posta inviata", "inviati",
    "verzonden", "verzonden items", "itens enviados", "wysłane", "skickat", "sendt", "отправленные",
)  # fmt: skip
"""What the folder is called where no server says so by its mark, in the order of belief."""
_OURS = re.compile(r"<[!-;=?-~]+>")
_BROKEN = (imaplib.IMAP4.error, ImapToolsError, OSError, EOFError, UnicodeError, ValueError, IndexError, KeyError)
"""What a server that breaks off or babbles makes of imaplib and imap-tools."""


class Upgrading(Protocol):
    """Protects a connection after STARTTLS. Raises ConnectError."""

    def __call__(self, connection: socket.socket, account: Account, host: str, port: int) -> ssl.SSLSocket: ...


class _Client(imaplib.IMAP4):
    """imaplib over a connection that is open already."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        super().__init__()

    def _create_socket(self, timeout: float | None) -> socket.socket:  # noqa: ARG002 -- the base class's signature
        return self._connection


class _Mailbox(BaseMailBox):
    """imap-tools over a connection that is open already."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        super().__init__()

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        return _Client(self._connection)


class ImapSent:
    """`core.copies.SentFolder` by IMAP. The connection is the account's: its proxy, its trust, its time limits."""

    def __init__(
        self,
        account: Account,
        secret: Callable[[], str],
        stopped: Callable[[], bool],
        *,
        opening: Opening,
        upgrading: Upgrading,
    ) -> None:
        same_server = account.imap.host == account.host
        # A pin is one server's: another one is verified as usual.
        self._account = account if same_server else replace(account, pinned="")
        self._imap = account.imap
        self._secret = secret
        self._stopped = stopped
        self._opening = opening
        self._upgrading = upgrading
        self._connection: socket.socket | None = None
        self._mailbox: _Mailbox | None = None
        self._broken = False
        self._folder = ""

    def open(self) -> str:
        try:
            return self._open()
        except BaseException:
            self.close()
            raise

    def find(self, message_id: str) -> str:
        if self._mailbox is None:
            raise self._lost(tr("there is no session"))
        if not _OURS.fullmatch(message_id):
            return ""
        try:
            uids = self._mailbox.uids(AND(header=[H("Message-ID", message_id)]))
        except _BROKEN as error:
            raise self._lost(_words(error)) from None
        return f"uid {uids[-1]}" if uids else ""

    def file(self, content: bytes, at: int) -> None:
        if self._mailbox is None:
            raise self._untold(tr("there is no session"))
        try:
            self._mailbox.append(content, self._folder, datetime.fromtimestamp(at / 1000, UTC), ("\\Seen",))
        except MailboxAppendError as error:
            raise self._not_taken(_answer(error)) from None
        except _BROKEN as error:
            raise self._untold(_words(error)) from None

    def close(self) -> None:
        mailbox, self._mailbox = self._mailbox, None
        connection, self._connection = self._connection, None
        if mailbox is not None:
            with contextlib.suppress(*_BROKEN):
                if not self._broken:
                    mailbox.client.logout()
            with contextlib.suppress(*_BROKEN):
                mailbox.client.shutdown()
        if connection is not None:
            connection.close()

    # -- opening

    def _open(self) -> str:
        protected = self._imap.security is Security.TLS
        self._connection = self._opening(
            self._account,
            self._imap.host,
            self._imap.port,
            protected=protected,
            stopped=self._stopped,
            keep=lambda _bare: None,
        )
        self._connection.settimeout(self._account.step_seconds)
        try:
            self._mailbox = _Mailbox(self._connection)
            if not protected:
                self._mailbox.client.starttls(ssl_context=_Context(self._protect))
        except _BROKEN as error:
            raise self._lost(_words(error)) from None
        self._sign_in(self._mailbox.client)
        try:
            return self._select(self._mailbox)
        except _BROKEN as error:
            raise self._lost(_words(error)) from None

    def _protect(self, connection: socket.socket) -> ssl.SSLSocket:
        self._connection = secured = self._upgrading(connection, self._account, self._imap.host, self._imap.port)
        return secured

    def _sign_in(self, client: imaplib.IMAP4) -> None:
        user, secret = self._account.username, self._secret()
        try:
            if self._account.sign_in is SignIn.XOAUTH2:
                # To a refusal's explanation an empty answer is due, not the token again.
                answers = [f"user={user}\1auth=Bearer {secret}\1\1".encode()]
                client.authenticate("XOAUTH2", lambda _said: answers.pop() if answers else b"")
            elif "AUTH=PLAIN" in client.capabilities:
                client.authenticate("PLAIN", lambda _said: f"\0{user}\0{secret}".encode())
            else:
                client.login(user, secret)
        except imaplib.IMAP4.abort as error:
            raise self._lost(_words(error).replace(secret, "…") if secret else _words(error)) from None
        except imaplib.IMAP4.error as error:
            raise self._refused(_words(error).replace(secret, "…") if secret else _words(error)) from None
        except _BROKEN as error:
            told = isinstance(error, TimeoutError | ConnectionError | EOFError)  # another's words may hold the password
            raise self._lost(_words(error) if told else type(error).__name__) from None

    def _select(self, mailbox: _Mailbox) -> str:
        name = sent_folder(mailbox.folder.list())
        if not name:
            raise ConnectError(
                tr("{host} has no folder that looks like Sent.", host=self._imap.host),
                remedy=tr("Look for the messages in your mail program."),
                code="no_sent_folder",
                permanent=True,
            )
        mailbox.folder.set(name, readonly=True)
        self._folder = name
        return tr("{name} of {username}", name=name, username=self._account.username)

    # -- what goes wrong

    def _refused(self, said: str) -> ConnectError:
        by_browser = self._account.sign_in is SignIn.XOAUTH2
        return ConnectError(
            tr(
                "{host} does not let {username} read: {said}.",
                host=self._imap.host,
                username=self._account.username,
                said=said.rstrip("."),
            ),
            remedy=tr("This sign-in may not read mail; look in your mail program.")
            if by_browser
            else tr("Check that IMAP is switched on there, and that it takes the account's user and password."),
            code="sign_in_refused",
            permanent=True,
        )

    def _not_taken(self, said: str) -> ConnectError:
        if "OVERQUOTA" in said.upper() or "QUOTA EXCEEDED" in said.upper():
            return ConnectError(
                tr("The mailbox is full."), remedy=tr("Make room there, then file again."), code="mailbox_full"
            )
        title = tr("{host} refused a copy: {said}.", host=self._imap.host, said=said.rstrip("."))
        return ConnectError(title, remedy=tr("Ask the server's operator."), code="copy_refused")

    def _untold(self, detail: str) -> ConnectError:
        self._broken = True
        title = tr("{host} did not say that it took a copy: {detail}.", host=self._imap.host, detail=detail.rstrip("."))
        return ConnectError(title, remedy=tr("File again later."), code="imap_lost")

    def _lost(self, detail: str) -> ConnectError:
        self._broken = True
        title = tr(
            "{host} did not tell what is in the Sent folder: {detail}.", host=self._imap.host, detail=detail.rstrip(".")
        )
        return ConnectError(title, remedy=tr("Look again later."), code="imap_lost")


class _Context:
    """What imaplib takes for an SSL context."""

    def __init__(self, wrap: Callable[[socket.socket], ssl.SSLSocket]) -> None:
        self._wrap = wrap

    def wrap_socket(self, connection: socket.socket, **_: Any) -> ssl.SSLSocket:
        return self._wrap(connection)


def sent_folder(folders: Sequence[FolderInfo]) -> str:
    r"""The folder that keeps what was sent: the one marked \Sent (RFC 6154), else by its usual names; empty = none."""
    usable = [one for one in folders if "\\noselect" not in {flag.casefold() for flag in one.flags}]
    for one in usable:
        if "\\sent" in {flag.casefold() for flag in one.flags}:
            return str(one.name)
    ranked = [(_NAMES.index(last), one.name) for one in usable if (last := _last(one)) in _NAMES]
    return str(min(ranked)[1]) if ranked else ""


def _last(one: FolderInfo) -> str:
    name = str(one.name)
    return (name.rpartition(one.delim)[2] if one.delim else name).casefold()


def _answer(error: MailboxAppendError) -> str:
    """What the server said to an APPEND."""
    _status, said = error.command_result
    first = said[0] if said else b""
    return first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)


def _words(error: BaseException) -> str:
    if isinstance(error, TimeoutError):
        return tr("no answer in time")
    if isinstance(error, ConnectionError | EOFError):
        return tr("the connection broke")
    said = str(error)
    if "socket error" in said:  # how imaplib tells that the server hung up
        return tr("the connection broke")
    said = re.sub(r"^command: \w+ => ", "", said)  # imaplib's own words before the server's
    return re.sub(r"^b'(.*)'$", r"\1", said) or type(error).__name__
