"""Copies looked for through the Gmail API and Microsoft Graph: found, absent, and sign-ins that may not read."""

from __future__ import annotations

import pytest
from tests.fakes.http_api import answer
from tests.fakes.routes import account_on, api_script, api_transport
from tests.fakes.smtp_servers import Action, ScriptedServer, hang_up

from sendoff.adapters.api.copies import GMAIL, GRAPH, ApiCopies
from sendoff.adapters.smtp.line import open_line
from sendoff.core.account import Route
from sendoff.core.envelope import Envelope
from sendoff.core.errors import ConnectError

SENT = "<c4f2.7.0123456789abcdef@a.example>"
MESSAGE = Envelope(
    sender="anna@a.example",
    recipient="mia@b.example",
    content=f"From: anna@a.example\r\nTo: mia@b.example\r\nMessage-ID: {SENT}\r\n\r\nbye\r\n".encode(),
)
BOTH = pytest.mark.parametrize("route", [Route.GMAIL, Route.GRAPH], ids=str)


def copies(route: Route, server: ScriptedServer, token: str = "token-1") -> ApiCopies:
    return ApiCopies(
        account_on(server.port, route),
        lambda: token,
        lambda: False,
        place=GMAIL if route is Route.GMAIL else GRAPH,
        opening=open_line,
        base_url=f"http://127.0.0.1:{server.port}",
    )


@BOTH
def test_what_was_sent_is_found_by_its_message_id(route: Route) -> None:
    with ScriptedServer(api_script(route, readable=True)) as server:
        transport = api_transport(route, server)
        transport.connect()
        assert transport.send(MESSAGE, lambda: True).code == 250
        transport.close()
        place = copies(route, server)
        assert place.open() == "Sent of anna@a.example"
        assert place.find(SENT) == "id m-0"
        assert place.find("<other@a.example>") == ""
        place.close()


@BOTH
@pytest.mark.parametrize(
    ("token", "said", "code"),
    [("token-1", "may send and not read", "may_not_read"), ("canary-old", "does not take the sign-in", "copies_lost")],
    ids=["sending only", "refused"],
)
def test_a_sign_in_that_may_not_read_says_so(route: Route, token: str, said: str, code: str) -> None:
    with ScriptedServer(api_script(route)) as server:
        place = copies(route, server, token)
        place.open()
        with pytest.raises(ConnectError, match=said) as caught:
            place.find(SENT)
        assert caught.value.code == code
        assert "canary" not in str(caught.value)
        place.close()


@BOTH
@pytest.mark.parametrize("turn", [hang_up, answer(503), answer(200, b"[]"), answer(200, b"{"), answer(404)])
def test_an_answer_that_does_not_tell_is_no_absence(route: Route, turn: Action) -> None:
    with ScriptedServer(api_script(route, readable=True, turns=[turn])) as server:
        place = copies(route, server)
        place.open()
        with pytest.raises(ConnectError, match="did not tell what is in the Sent folder"):
            place.find(SENT)
        place.close()
