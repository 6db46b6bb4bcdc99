"""One session with an HTTP interface, and its two phases: all but the last byte, the intent, the last byte.

A server knows from Content-Length that a request is incomplete (RFC 9112 6.3, 8), so the last byte stands here for
SMTP's final dot: until it is handed over, every break is a certain "no".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlsplit

from sendoff.adapters.api import trial
from sendoff.adapters.api.answers import UNAUTHORIZED, Dialect, read
from sendoff.adapters.api.channel import Answer, Broken, Cause, Channel, Request, blocks
from sendoff.adapters.network.lifeline import Lifeline
from sendoff.adapters.network.wakeful import wakeful_clock
from sendoff.core.account import Account, SignIn
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import ConnectError, KnownError, Phase, SessionLost, Withheld
from sendoff.core.language import digits, tr
from sendoff.core.outcome import Reply, Stage
from sendoff.core.ports import Opening

_LONGEST_PAUSE = 2.0
"""Seconds between the intent and the last byte; more means that this machine was suspended and its intent is stale."""
_REFUSED = 400
_TOKEN = re.compile(r"[\x21-\x7e]+")
_RECIPIENT_FIELD = re.compile(rb"^(?:resent-)?(?:to|cc|bcc):((?:.*\n[ \t])*.*)", re.IGNORECASE | re.MULTILINE)
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Time limits in seconds, besides the account's own for each step of opening."""

    block: float = 180.0
    answer: float = 600.0
    """A shorter wait after the last byte would put messages in doubt."""
    brief: float = 2.0
    """For the rest of an answer that came unasked."""


class _Intent:
    """The intent of one message: asked for once, and stale after a pause, also when the request is made again."""

    def __init__(self, commit: Callable[[], bool], clock: Callable[[], float]) -> None:
        self._commit = commit
        self._clock = clock
        self._granted_at: float | None = None

    @property
    def granted(self) -> bool:
        return self._granted_at is not None

    def demand(self) -> None:
        """Raise Withheld where it is not granted."""
        if self._granted_at is None:
            if not self._commit():
                raise Withheld
            self._granted_at = self._clock()

    @property
    def stale(self) -> bool:
        return self._granted_at is not None and self._clock() - self._granted_at > _LONGEST_PAUSE


class ApiTransport:
    """The `Transport` over HTTP, for both providers. One session; only `abort` is thread-safe.

    `secret` gives an access token. `renew` is called with a token that was refused, once a message; `secret` then
    gives another. With `try_token`, opening also finds out whether the token is taken; else the first message tells.
    """

    dialect: ClassVar[Dialect]

    def __init__(
        self,
        account: Account,
        secret: Callable[[], str],
        *,
        opening: Opening,
        base_url: str = "",
        renew: Callable[[str], object] | None = None,
        patience: Patience | None = None,
        clock: Callable[[], float] = wakeful_clock,
        try_token: bool = False,
    ) -> None:
        place = urlsplit(base_url or self.dialect.base_url)
        self._host, self._protected = place.hostname or "", place.scheme == "https"
        if not self._host or not (self._protected or self._host in _LOOPBACK):
            raise ValueError("a token travels in TLS only")
        self._port = place.port or (443 if self._protected else 80)
        self._netloc = place.netloc
        self._account = account
        self._secret = secret
        self._opening = opening
        self._renew = renew
        self._patience = patience or Patience()
        self._clock = clock
        self._tries = try_token
        self._channel: Channel | None = None
        self._lifeline = Lifeline()
        self._phase = Phase.IDLE

    @property
    def usable(self) -> bool:
        """Whether another message may be sent; False before `connect` and after any loss, `close` or `abort`."""
        return self._channel is not None and not self._lifeline.is_cut()

    # --- opening -------------------------------------------------------------------------------------------------

    def connect(self) -> Capabilities:
        """Open and protect the connection. Raises ConnectError."""
        self._token()
        fault, protection = None, ""
        try:
            self._channel = self._open()
            protection = self._channel.protection()
            if self._tries:
                self._try_token()
        except ConnectError as error:
            fault = error
        except Broken as broken:
            fault = trial.lost(broken, self.dialect, self._account)
        except BaseException:
            self._drop()
            raise
        if fault:
            self._drop()
            # Raised here, with no chain and no old traceback, as over SMTP.
            fault.__cause__ = fault.__context__ = None
            raise fault.with_traceback(None)
        return Capabilities(
            greeting=f"{self.dialect.name} at {self._host}",
            tls=protection,
            size=self.dialect.largest,
            features=frozenset({"8BITMIME", "SMTPUTF8"}),
            auth=("BEARER",),
        )

    def _try_token(self) -> None:
        """Post no message: whoever minds that has taken the token. A refused one is renewed once, as when sending."""
        token = self._token()
        answer = self._asked(token)
        if answer.status == UNAUTHORIZED and self._renew:
            self._renew(token)
            token = self._token()
            self._drop()
            self._channel = self._open()
            answer = self._asked(token)
        if fault := trial.refusal(answer, self.dialect, self._account, token):
            raise fault

    def _asked(self, token: str) -> Answer:
        if self._channel is None:
            raise Broken(Cause.CLOSED, tr("there is no connection"))
        nothing = self.dialect.request(b"")
        self._channel.write(nothing.head(self._netloc, token) + nothing.body)
        return self._channel.answer()

    def _open(self) -> Channel:
        connection = self._opening(
            self._account,
            self._host,
            self._port,
            protected=self._protected,
            stopped=self._lifeline.is_cut,
            keep=self._lifeline.hold,
        )
        return Channel(connection, self._account.step_seconds)

    def _token(self) -> str:
        if self._account.sign_in is not SignIn.XOAUTH2:
            raise ConnectError(
                tr("{name} takes no password.", name=self.dialect.name),
                remedy=tr("Sign in with the browser in the account, or send by SMTP."),
                code="signin_needed",
                permanent=True,
            )
        token = self._secret()
        if not _TOKEN.fullmatch(token):
            raise ConnectError(
                tr(
                    "Nobody is signed in to {name} as {username}.",
                    name=self.dialect.name,
                    username=self._account.username or self._account.name,
                ),
                remedy=tr("Sign in with the browser in the account."),
                code="signin_needed",
                permanent=True,
            )
        return token

    # --- sending -------------------------------------------------------------------------------------------------

    def send(self, envelope: Envelope, commit: Callable[[], bool]) -> Reply:
        if refusal := self._refused_here(envelope):
            return refusal
        if not self.usable:
            self._drop()
            raise SessionLost(Phase.IDLE, tr("there is no session"))
        settled, detail = False, ""
        self._phase = Phase.IDLE
        try:
            reply = self._deliver(self.dialect.request(envelope.content), _Intent(commit, self._clock))
            settled = True
            return reply
        except Broken as broken:
            detail = broken.detail
        finally:
            if not settled:
                self._drop()
        # Raised here, with no chain: it would lead to frames that hold the token.
        raise SessionLost(self._phase, "stopped" if self._lifeline.is_cut() else detail)

    def _refused_here(self, envelope: Envelope) -> Reply | None:
        """What the provider is bound to refuse, or would send to others, is refused without asking it."""
        size = len(envelope.content)
        if size > self.dialect.largest:
            words = tr(
                "message of {size} bytes exceeds the limit of {name}, {largest}",
                size=digits(f"{size:,}"),
                name=self.dialect.name,
                largest=digits(f"{self.dialect.largest:,}"),
            )
            return Reply(Stage.MAIL, 552, "5.3.4", words)
        # The envelope is not transmitted here: these interfaces write to whom the headers name.
        head = envelope.content.partition(b"\r\n\r\n")[0]
        named = [value.strip() for value in _RECIPIENT_FIELD.findall(head)]
        address = envelope.recipient.encode()
        if len(named) != 1 or not (named[0] == address or named[0].endswith(b"<" + address + b">")):
            return Reply(Stage.RCPT, 553, "5.1.3", tr("the message's headers do not name its recipient alone"))
        return None

    def _deliver(self, request: Request, intent: _Intent) -> Reply:
        token = self._token()
        answer = self._exchange(request, token, intent)
        if answer.status == UNAUTHORIZED and (fresh := self._renewed(token, intent)):
            # A 401 is certain: nothing was taken. The same message goes again, on the intent it has.
            self._phase = Phase.BODY
            if answer.closes or self._channel is None:
                raise Broken(Cause.CLOSED, tr("the sign-in had expired and was renewed"))
            token = fresh
            answer = self._exchange(request, token, intent)
        reply = read(answer, self.dialect, token)
        if reply is None:
            raise Broken(
                Cause.GARBAGE, tr("the answer does not tell whether it was taken: HTTP {status}", status=answer.status)
            )
        if answer.closes:
            self._drop()
        return reply

    def _renewed(self, refused: str, intent: _Intent) -> str:
        """Another token than the refused one, or empty. Raises KnownError only while no intent is on disk."""
        self._phase = Phase.BODY
        try:
            if self._renew:
                self._renew(refused)
            fresh = self._token()
        except KnownError as error:
            if not intent.granted:
                raise
            if isinstance(error, ConnectError) and not error.permanent:
                raise Broken(Cause.CLOSED, tr("the sign-in could not be renewed: {title}", title=error.title)) from None
            return ""
        return "" if fresh == refused else fresh

    def _exchange(self, request: Request, token: str, intent: _Intent) -> Answer:
        channel = self._channel
        if channel is None or channel.spoke():
            raise Broken(Cause.CLOSED, tr("the server ended the session"))
        self._phase = Phase.BODY if intent.granted else Phase.ENVELOPE
        held_back = request.body[-1:]
        early = self._write(channel, request.head(self._netloc, token) + request.body[:-1])
        if early := early or self._early(channel):
            return early
        intent.demand()
        # The commit may have taken long: whatever the server said or did meanwhile is still a certain "no".
        if early := self._early(channel):
            return early
        if intent.stale:
            raise Broken(Cause.TIMEOUT, tr("this computer paused between the intent and the end of the message"))
        if self._lifeline.is_cut():
            raise Broken(Cause.CLOSED, "stopped")
        return self._finish(channel, held_back)

    def _write(self, channel: Channel, data: bytes) -> Answer | None:
        """Send everything but the last byte; return a refusal that came before it was asked for."""
        channel.patience = self._patience.block
        for number, block in enumerate(blocks(data)):
            if number:
                self._phase = Phase.BODY
                if early := self._early(channel):
                    return early
            try:
                channel.write(block)
            except Broken:
                # Servers say why before they hang up; the reason is still waiting to be read.
                if early := self._early(channel):
                    return early
                raise
        self._phase = Phase.BODY
        return None

    def _early(self, channel: Channel) -> Answer | None:
        """Read a refusal that came before the last byte, and end the session: the request stays unfinished."""
        if not channel.spoke():
            return None
        channel.patience = self._patience.brief
        answer = channel.answer()
        self._drop()
        if answer.status < _REFUSED:  # nobody can accept what is not finished
            raise Broken(Cause.GARBAGE, tr("the server answered out of turn: HTTP {status}", status=answer.status))
        return answer

    def _finish(self, channel: Channel, last: bytes) -> Answer:
        """Hand over the last byte and wait for the answer; from then on, only the answer can tell."""
        channel.patience = self._patience.block
        self._phase = Phase.COMMITTED
        try:
            channel.write_last(last)
        except Broken as loss:
            if loss.untouched:
                self._phase = Phase.BODY
            raise
        channel.patience = self._patience.answer
        return channel.answer()

    # --- ending --------------------------------------------------------------------------------------------------

    def close(self) -> None:
        self._drop()

    def abort(self) -> None:
        self._lifeline.cut()

    def _drop(self) -> None:
        channel, self._channel = self._channel, None
        self._lifeline.release()
        if channel:
            channel.close()
