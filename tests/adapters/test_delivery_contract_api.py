"""What is particular to the routes over HTTP: tokens, refusals, gateways, and the limits of a request."""

from __future__ import annotations

import socket
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import count
from typing import Any

import pytest
from tests.fakes.http_api import answer
from tests.fakes.routes import Interrupting, account_on, api_script, api_transport, error
from tests.fakes.smtp_servers import ScriptedServer, then_hang_up

from sendoff.adapters.api.channel import Broken, Cause, Channel
from sendoff.adapters.api.gmail import GmailTransport
from sendoff.adapters.api.session import ApiTransport
from sendoff.adapters.smtp.line import open_line
from sendoff.adapters.system.resources import load_rules
from sendoff.core.account import Route, SignIn
from sendoff.core.envelope import Envelope
from sendoff.core.errors import ConnectError, Phase, SessionLost
from sendoff.core.outcome import Kind, Outcome, Reply, Scope, Stage, classify

HEAD = b"From: anna@a.example\r\nTo: =?utf-8?b?TWlh?=\r\n <mia@b.example>\r\nSubject: hi\r\n\r\n"
MESSAGE = Envelope(sender="anna@a.example", recipient="mia@b.example", content=HEAD + b"bye\r\n")
ROUTES = (Route.GMAIL, Route.GRAPH)
BOTH = pytest.mark.parametrize("route", ROUTES, ids=str)
NOW = 1_795_305_600_000  # 2026-11-22 00:00 UTC
RULES = load_rules()


def grant() -> bool:
    return True


@contextmanager
def talking(route: Route, *turns: bytes, **options: Any) -> Iterator[tuple[ScriptedServer, ApiTransport]]:
    """A connected transport and its server, which gives these answers first."""
    script = api_script(route, turns=list(turns), **options.pop("manners", {}))
    with ScriptedServer(script) as server:
        transport = api_transport(route, server, **options)
        transport.connect()
        try:
            yield server, transport
        finally:
            transport.close()


def outcome_of(reply: Reply, route: Route) -> Outcome:
    return classify(reply, RULES, "gmail" if route is Route.GMAIL else "microsoft365", now=NOW)


class Tokens:
    """Tokens of which the first ones are refused."""

    def __init__(self, *tokens: str) -> None:
        self.left = list(tokens)
        self.refused: list[str] = []

    def secret(self) -> str:
        return self.left[0]

    def renew(self, refused: str) -> None:
        self.refused.append(refused)
        self.left.pop(0)


# --- what is said -----------------------------------------------------------------------------------------------------


@BOTH
def test_the_request_is_as_documented_and_the_id_is_kept(route: Route) -> None:
    with talking(route) as (server, transport):
        reply = transport.send(MESSAGE, grant)
        assert server.messages == [MESSAGE.content]
        assert reply.text == {
            Route.GMAIL: "accepted by Gmail as 18f0001",
            Route.GRAPH: "accepted by Microsoft Graph as r-1",
        }[route]  # fmt: skip
        assert b"Authorization: Bearer token-1\r\n" in server.heard


def test_a_large_message_goes_to_gmail_s_upload_address() -> None:
    large = replace(MESSAGE, content=HEAD + (b"y" * 70 + b"\r\n") * 50_000)
    with talking(Route.GMAIL) as (server, transport):
        assert transport.send(large, grant).code == 250
        assert server.commands == [b"POST /upload/gmail/v1/users/me/messages/send?uploadType=media HTTP/1.1"]
        assert server.messages == [large.content]


@BOTH
def test_what_is_too_big_is_refused_without_asking(route: Route) -> None:
    with talking(route) as (server, transport):
        reply = transport.send(replace(MESSAGE, content=HEAD + b"z" * transport.dialect.largest), grant)
        assert (reply.code, outcome_of(reply, route).kind) == (552, Kind.CONTENT_TOO_BIG)
        assert transport.usable
        assert not server.heard


@BOTH
@pytest.mark.parametrize(
    "fields",
    [
        b"To: other@b.example",
        b"To: mia@b.example, other@b.example",
        b"To: mia@b.example\r\nCc: other@b.example",
        b"To: mia@b.example\r\nbcc:\r\n other@b.example",
        b"Subject: nobody",
    ],
)
def test_a_message_whose_headers_name_others_is_not_sent(route: Route, fields: bytes) -> None:
    with talking(route) as (server, transport):
        reply = transport.send(replace(MESSAGE, content=fields + b"\r\n\r\nTo: mia@b.example\r\n"), grant)
        assert (reply.stage, reply.code) == (Stage.RCPT, 553)
        assert not server.heard


# --- tokens -----------------------------------------------------------------------------------------------------------


@BOTH
def test_a_refused_token_is_renewed_and_the_message_goes(route: Route) -> None:
    tokens, commits = Tokens("old", "token-1"), count()
    with talking(route, secret=tokens.secret, renew=tokens.renew) as (server, transport):
        reply = transport.send(MESSAGE, lambda: next(commits) == 0)
        assert reply.code == 250
        assert tokens.refused == ["old"]
        assert next(commits) == 1  # the intent was asked for once
        assert len(server.commands) == 2
        assert len(server.peers) == 1
        assert transport.send(MESSAGE, grant).code == 250


@BOTH
def test_a_token_refused_twice_stops_the_account_and_blames_nobody(route: Route) -> None:
    tokens = Tokens("old", "older", "oldest")
    with talking(route, secret=tokens.secret, renew=tokens.renew) as (server, transport):
        reply = transport.send(MESSAGE, grant)
        assert (reply.stage, reply.code, reply.enhanced) == (Stage.AUTH, 535, "5.7.8")
        outcome = outcome_of(reply, route)
        assert (outcome.kind, outcome.scope, outcome.permanent) == (Kind.AUTH, Scope.ACCOUNT, True)
        assert tokens.refused == ["old"]
        assert len(server.commands) == 2


@BOTH
def test_without_another_token_the_refusal_stands(route: Route) -> None:
    with talking(route, secret=lambda: "old") as (server, transport):
        assert transport.send(MESSAGE, grant).code == 535
        assert len(server.commands) == 1


@BOTH
def test_a_token_refused_before_the_end_is_renewed_for_the_next_try(route: Route) -> None:
    refuse = Interrupting(api_script(route).unauthorized())
    tokens = Tokens("old", "token-1")
    large = replace(MESSAGE, content=HEAD + b"z" * 2_000_000)
    with talking(route, secret=tokens.secret, renew=tokens.renew, manners={"in_body": refuse}) as (_, transport):
        with pytest.raises(SessionLost) as lost:
            transport.send(large, refuse.wait)
        assert lost.value.phase is Phase.BODY
        assert tokens.refused == ["old"]


@BOTH
def test_a_renewal_that_takes_long_makes_the_intent_stale(route: Route) -> None:
    tokens, clock = Tokens("old", "token-1"), count(0.0, 1.5).__next__
    with talking(route, secret=tokens.secret, renew=tokens.renew, clock=clock) as (server, transport):
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, grant)
        assert lost.value.phase is Phase.BODY
        server.finished()
        assert len(server.messages) == 1  # the refused one


@BOTH
@pytest.mark.parametrize("permanent", [True, False])
def test_a_renewal_that_fails_after_the_intent_is_certain(route: Route, *, permanent: bool) -> None:
    def renew(_: str) -> None:
        raise ConnectError("Google could not be asked.", permanent=permanent)

    with talking(route, secret=lambda: "old", renew=renew) as (_, transport):
        if permanent:
            assert transport.send(MESSAGE, grant).code == 535
            return
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, grant)
        assert lost.value.phase is Phase.BODY


@BOTH
def test_nobody_signed_in_is_said_before_connecting(route: Route) -> None:
    with ScriptedServer(api_script(route)) as server:
        for secret in ("", "two words", "line\r\nX: y"):
            with pytest.raises(ConnectError, match="signed in") as fault:
                api_transport(route, server, secret=lambda said=secret: said).connect()  # type: ignore[misc]  # a default
            assert fault.value.permanent
        password = replace(account_on(server.port, route), sign_in=SignIn.APP_PASSWORD)
        with pytest.raises(ConnectError, match="takes no password"):
            api_transport(route, server, account=password).connect()
        assert not server.peers


def test_a_token_travels_in_tls_only() -> None:
    account = account_on(80, Route.GMAIL)
    with pytest.raises(ValueError, match="TLS"):
        GmailTransport(account, str, opening=open_line, base_url="http://gmail.googleapis.com")


ECHOES: list[Callable[[Route], bytes]] = [
    lambda route: error(route, 403, "token-1", "you said token-1"),
    lambda route: error(route, 401, "authError", "token-1 is bad"),
    lambda _: answer(200, {"id": "token-1"}),
    lambda _: answer(202, request_id="token-1"),
    lambda _: b"token-1 is what you said\r\n\r\n",
    lambda _: b"HTTP/1.1 token-1 said\r\n\r\n",
    lambda _: answer(502, b"Bearer token-1"),
]


@BOTH
@pytest.mark.parametrize("echo", ECHOES)
def test_a_token_that_is_echoed_is_in_no_reply_and_no_error(route: Route, echo: Callable[[Route], bytes]) -> None:
    with talking(route, echo(route)) as (_, transport):
        said = told(transport)
        assert said
        assert "token-1" not in said


def told(transport: ApiTransport) -> str:
    """Everything a caller, or a crash report that shows variables, can learn from one message."""
    try:
        return str(transport.send(MESSAGE, grant))
    except SessionLost as lost:
        trace = traceback.TracebackException.from_exception(lost, capture_locals=True)
        below = [f"{frame.name} {frame.locals}" for frame in trace.stack][1:]
        return " ".join([lost.detail, str(trace.__context__), *below])


# --- refusals ---------------------------------------------------------------------------------------------------------

GMAIL, GRAPH = partial(error, Route.GMAIL), partial(error, Route.GRAPH)
A, M, R = Scope.ACCOUNT, Scope.MESSAGE, Scope.RECIPIENT
G, S = Route.GMAIL, Route.GRAPH
REFUSALS: list[tuple[Route, bytes, tuple[Kind, Scope, bool, int]]] = [
    (G, GMAIL(403, "rateLimitExceeded", "Rate Limit Exceeded"), (Kind.RATE_LIMITED, A, False, 60)),
    (G, GMAIL(403, "userRateLimitExceeded", Retry_After="17"), (Kind.RATE_LIMITED, A, False, 17)),
    (G, GMAIL(403, "dailyLimitExceeded", "Daily Limit Exceeded"), (Kind.RATE_LIMITED, A, False, 86400)),
    (G, GMAIL(403, "insufficientPermissions", "insufficient scopes"), (Kind.AUTH, A, True, 0)),
    (G, GMAIL(403, "domainPolicy", "disabled by the administrator"), (Kind.AUTH, A, True, 0)),
    (G, GMAIL(429, "rateLimitExceeded", Retry_After="30"), (Kind.RATE_LIMITED, A, False, 30)),
    (
        *(G, GMAIL(429, "rateLimitExceeded", "User-rate limit exceeded.  Retry after 2026-11-22T02:00:00.000Z")),
        (Kind.RATE_LIMITED, A, False, 7200),
    ),
    (G, answer(429, b"<html>", Retry_After="Sun, 22 Nov 2026 00:01:30 GMT"), (Kind.RATE_LIMITED, A, False, 90)),
    (G, GMAIL(400, "invalidArgument", "Invalid To header"), (Kind.NO_SUCH_USER, R, True, 0)),
    (G, GMAIL(400, "failedPrecondition", "Mail service not enabled"), (Kind.AUTH, A, True, 0)),
    (G, GMAIL(400, "invalidArgument", "Something else"), (Kind.UNKNOWN, R, True, 0)),
    (G, answer(413, b"<html>too large</html>"), (Kind.CONTENT_TOO_BIG, M, True, 0)),
    (G, GMAIL(500, "backendError", "Backend Error"), (Kind.SERVER_DOWN, R, False, 60)),
    (G, GMAIL(503, "backendError", Retry_After="120"), (Kind.RATE_LIMITED, A, False, 120)),
    (
        G,
        answer(403, {"error": {"code": 403, "message": "no", "status": "PERMISSION_DENIED"}}),
        (Kind.AUTH, A, True, 0),
    ),
    (S, GRAPH(403, "ErrorSendAsDenied", "not the right to send"), (Kind.AUTH, A, True, 0)),
    (S, GRAPH(403, "ErrorAccessDenied", "Access is denied."), (Kind.AUTH, A, True, 0)),
    (S, GRAPH(404, "MailboxNotEnabledForRESTAPI", "inactive"), (Kind.AUTH, A, True, 0)),
    (S, GRAPH(429, "ApplicationThrottled", "over its MailboxConcurrency limit", Retry_After="10"),
     (Kind.RATE_LIMITED, A, False, 10)),
    (S, GRAPH(429, "TooManyRequests", Retry_After="Sun, 22 Nov 2026 00:01:30 GMT"), (Kind.RATE_LIMITED, A, False, 90)),
    (S, GRAPH(429, "ErrorExceededMessageLimit", "exceeded"), (Kind.RATE_LIMITED, A, False, 86400)),
    (S, GRAPH(400, "ErrorInvalidRecipients", "At least one recipient isn't valid."), (Kind.NO_SUCH_USER, R, True, 0)),
    (S, GRAPH(403, "ErrorMessageSubmissionBlocked", "verify your account"), (Kind.POLICY_SPAM, M, True, 0)),
    (S, GRAPH(403, "ErrorQuotaExceeded", "The mailbox is full"),
     (Kind.MAILBOX_FULL, A, True, 0)),
    (S, GRAPH(413, "RequestEntityTooLarge"), (Kind.CONTENT_TOO_BIG, M, True, 0)),
    (S, GRAPH(400, "ErrorMimeContentInvalid", "bad"), (Kind.UNKNOWN, R, True, 0)),
    (S, GRAPH(500, "ErrorInternalServerError", "try later"), (Kind.SERVER_DOWN, R, False, 60)),
    (S, GRAPH(503, "ServiceNotAvailable", Retry_After="5"), (Kind.RATE_LIMITED, A, False, 5)),
]  # fmt: skip


@pytest.mark.parametrize(("route", "said", "expected"), REFUSALS)
def test_every_refusal_is_understood(route: Route, said: bytes, expected: tuple[Kind, Scope, bool, int]) -> None:
    with talking(route, said) as (_, transport):
        reply = transport.send(MESSAGE, grant)
        outcome = outcome_of(reply, route)
        assert (outcome.kind, outcome.scope, outcome.permanent, outcome.wait) == expected
        assert outcome.rule.startswith("api-")
        assert not outcome.suppress
        assert transport.send(MESSAGE, grant).code == 250


@BOTH
@pytest.mark.parametrize(
    "said",
    [
        answer(500, b"<html>proxy</html>"),
        answer(502, b"Bad Gateway"),
        answer(503),
        answer(504, {"error": {"code": "UnknownError", "message": "timed out", "status": "DEADLINE_EXCEEDED"}}),
        answer(403, b"<html>This page is blocked by your company</html>"),
        answer(302, Location="https://example.com/"),
        answer(204),
        answer(200, b"<html>Sign in to the network</html>"),
        answer(200, {"id": ""}),
        answer(103),
        b"HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n" + b"y" * 70_000,
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
    ],
    ids=range(12),
)
def test_an_answer_that_does_not_tell_leaves_a_doubt(route: Route, said: bytes) -> None:
    with talking(route, said) as (_, transport):
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, grant)
        assert lost.value.phase is Phase.COMMITTED
        assert not transport.usable


@BOTH
@pytest.mark.parametrize("length", ["Content-Length: 40", "Transfer-Encoding: chunked", "Connection: close"])
def test_an_acceptance_that_is_cut_off_or_endless_is_a_doubt(route: Route, length: str) -> None:
    status, body = ("200 OK", b'{"id":"x"}') if route is Route.GMAIL else ("202 Accepted", b"cut")
    if length == "Connection: close":
        body += b" " * 70_000
    said = f"HTTP/1.1 {status}\r\n{length}\r\n\r\n".encode() + body
    with ScriptedServer(api_script(route, turns=[then_hang_up(said)])) as server:
        transport = api_transport(route, server)
        transport.connect()
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, grant)
        assert lost.value.phase is Phase.COMMITTED


@BOTH
@pytest.mark.parametrize(("untouched", "phase"), [(True, Phase.BODY), (False, Phase.COMMITTED)])
def test_a_last_byte_that_never_left_is_certain(
    route: Route, untouched: bool, phase: Phase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_channel: Channel, _byte: bytes) -> None:
        raise Broken(Cause.CLOSED, "gone", untouched=untouched)

    monkeypatch.setattr(Channel, "write_last", fail)
    with talking(route) as (_, transport):
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, grant)
        assert lost.value.phase is phase


def test_a_plain_socket_that_took_nothing_says_so() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.shutdown(socket.SHUT_WR)
        with pytest.raises(Broken) as broken:
            Channel(ours, 1).write_last(b"}")
        assert broken.value.untouched


@BOTH
def test_a_gateway_s_error_before_the_end_is_certain(route: Route) -> None:
    refuse = Interrupting(answer(502, b"Bad Gateway"))
    large = replace(MESSAGE, content=HEAD + b"z" * 2_000_000)
    with talking(route, manners={"in_body": refuse}) as (_, transport):
        with pytest.raises(SessionLost) as lost:
            transport.send(large, refuse.wait)
        assert lost.value.phase is Phase.BODY


@BOTH
def test_an_answer_may_come_in_chunks_and_may_end_the_connection(route: Route) -> None:
    body = b'{"id":"x"}'
    status = b"200 OK" if route is Route.GMAIL else b"202 Accepted"
    said = b"HTTP/1.1 %b\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n%x\r\n%b\r\n0\r\n\r\n"
    with talking(route, said % (status, len(body), body)) as (_, transport):
        assert transport.send(MESSAGE, grant).code == 250
        assert not transport.usable
