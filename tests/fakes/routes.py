"""The three ways to send, each with a scripted server of its kind: what one contract is tried against."""

from __future__ import annotations

import base64
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from tests.fakes.gmail_api import GmailApi, gmail_error
from tests.fakes.graph_api import GraphApi, graph_error
from tests.fakes.http_api import ApiScript
from tests.fakes.smtp_servers import Action, HungUpError, Peer, Script, ScriptedServer

from sendoff.adapters.api.gmail import GmailTransport
from sendoff.adapters.api.graph import GraphTransport
from sendoff.adapters.api.session import ApiTransport, Patience
from sendoff.adapters.smtp.line import open_line
from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.adapters.smtp.wire import Timeouts
from sendoff.core.account import Account, Route, Security, SignIn, WireMode
from sendoff.core.ports import Transport

SHORT = 0.4
"""Seconds of patience with the answer to a whole message, where a test wants it to run out."""
LONG = 60.0
"""Seconds of every other patience: a busy machine is not to look like a silent server."""
TIMEOUTS = Timeouts(
    connect=LONG, greeting=LONG, command=LONG, data_start=LONG, data_block=LONG, end=LONG, brief=SHORT
)  # fmt: skip
PATIENCE = Patience(block=LONG, answer=LONG, brief=SHORT)
Clock = Callable[[], float]


@dataclass(frozen=True)
class Way:
    """One route: how its server is scripted and its transport made."""

    route: Route
    script: Callable[..., Script]
    taken: bytes
    temporary: bytes
    permanent: bytes
    almost: Callable[[bytes], bytes]
    """What the server has heard last when only the end of a message is missing."""
    wire: WireMode = WireMode.CAREFUL
    """How closely messages follow one another."""

    def __str__(self) -> str:
        return str(self.route) if self.wire is WireMode.CAREFUL else f"{self.route}-{self.wire}"

    def serve(self, *answers: Action, **manners: Any) -> ScriptedServer:
        """A server that gives these answers to whole messages, in order, and then takes everything."""
        left = list(answers)
        if self.route is not Route.SMTP:
            return ScriptedServer(self.script(turns=left, **manners))

        def at_the_dot(peer: Any) -> None:
            Script.act(peer, left.pop(0) if left else self.taken)

        return ScriptedServer(self.script(at={"dot": at_the_dot}, **manners))

    def transport(
        self, server: ScriptedServer, clock: Clock | None = None, *, answer: float = LONG, **options: Any
    ) -> Transport:
        """A transport of this route to a server, not connected yet, and how long it waits for an `answer`."""
        account = account_on(server.port, self.route, wire=self.wire)
        more = {**options, **({"clock": clock} if clock else {})}
        if self.route is Route.SMTP:
            return SmtpTransport(account, str, timeouts=replace(TIMEOUTS, end=answer), **more)
        return api_transport(self.route, server, account=account, patience=replace(PATIENCE, answer=answer), **more)


class Interrupting:
    """A server that says something in the middle of a body; `wait`, as the intent, is granted once it has."""

    def __init__(self, words: bytes) -> None:
        self._words = words
        self._spoke = threading.Event()

    def __call__(self, peer: Peer) -> None:
        peer.say(self._words)
        self._spoke.set()
        peer.drain()
        raise HungUpError

    def wait(self) -> bool:
        """Where the system takes the whole body at once, the intent is asked for before the words are heard."""
        assert self._spoke.wait(LONG)
        time.sleep(0.05)
        return True


def account_on(port: int, route: Route, **values: Any) -> Account:
    """An account for a server on the loopback."""
    return Account(
        id="a",
        name="a",
        host="127.0.0.1",
        port=port,
        security=Security.NONE,
        sign_in=SignIn.NONE if route is Route.SMTP else SignIn.XOAUTH2,
        username="" if route is Route.SMTP else "anna@a.example",
        sender="anna@a.example",
        route=route,
        step_seconds=20,
        **values,
    )


def api_transport(
    route: Route,
    server: ScriptedServer,
    *,
    account: Account | None = None,
    secret: Callable[[], str] = lambda: "token-1",
    scheme: str = "http",
    **options: Any,
) -> ApiTransport:
    """A transport over HTTP to a server on the loopback, not connected yet."""
    kind = GmailTransport if route is Route.GMAIL else GraphTransport
    return kind(
        account or account_on(server.port, route),
        secret,
        opening=open_line,
        base_url=f"{scheme}://127.0.0.1:{server.port}",
        **{"patience": PATIENCE, **options},
    )


def error(route: Route, status: int, word: str, message: str = "", **headers: str) -> bytes:
    """An error of a route's provider, in its own words."""
    return (gmail_error if route is Route.GMAIL else graph_error)(status, word, message, **headers)


def api_script(route: Route, **manners: Any) -> ApiScript:
    """The provider of a route."""
    return (GmailApi if route is Route.GMAIL else GraphApi)(**manners)


def _smtp_almost(content: bytes) -> bytes:
    return content[-20:]


def _gmail_almost(content: bytes) -> bytes:
    return base64.urlsafe_b64encode(content)[-20:] + b'"'


def _graph_almost(content: bytes) -> bytes:
    return base64.b64encode(content)[-20:-1]


_SMTP = Way(
    route=Route.SMTP,
    script=Script,
    taken=b"250 2.0.0 queued as 4F2\r\n",
    temporary=b"451 4.3.0 come back\r\n",
    permanent=b"554 5.6.0 no\r\n",
    almost=_smtp_almost,
)
WAYS = [
    _SMTP,
    replace(_SMTP, wire=WireMode.OVERLAPPED),
    Way(
        route=Route.GMAIL,
        script=partial(api_script, Route.GMAIL),
        taken=GmailApi().taken(),
        temporary=gmail_error(503, "backendError", "Backend Error"),
        permanent=gmail_error(400, "invalidArgument", "no"),
        almost=_gmail_almost,
    ),
    Way(
        route=Route.GRAPH,
        script=partial(api_script, Route.GRAPH),
        taken=GraphApi().taken(),
        temporary=graph_error(503, "ServiceNotAvailable", "come back"),
        permanent=graph_error(400, "ErrorMimeContentInvalid", "no"),
        almost=_graph_almost,
    ),
]

ROUTES = [way for way in WAYS if way.wire is WireMode.CAREFUL]
"""Each way to send once."""
