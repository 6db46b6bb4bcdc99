"""Which ways of sending fit which provider, and how many connections they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sendoff.core.account import Account, Route, SignIn
from sendoff.core.account_check import check_account, check_connections, most_connections
from sendoff.core.errors import InputError

ACCOUNT = Account(
    id="a", name="Work", preset="outlook", host="mail.example", port=587, username="anna@example.test",
    sign_in=SignIn.XOAUTH2, client_id="own",
)  # fmt: skip


def refused(**changes: object) -> InputError:
    with pytest.raises(InputError) as caught:
        check_account(replace(ACCOUNT, **changes))  # type: ignore[arg-type]  # a test's own values
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize(
    ("preset", "route"),
    [
        ("gmail", Route.SMTP),
        ("google_workspace", Route.GMAIL),
        ("outlook", Route.SMTP),
        ("outlook", Route.GRAPH),
        ("microsoft365", Route.GRAPH),
        ("microsoft_hve", Route.SMTP),
    ],
)
def test_what_goes_together(preset: str, route: Route) -> None:
    check_account(replace(ACCOUNT, preset=preset, route=route))


@pytest.mark.parametrize(
    ("preset", "route", "says"),
    [
        ("gmail", Route.GRAPH, "Microsoft Graph sends for Outlook.com and Microsoft 365 only."),
        ("custom", Route.GRAPH, "Microsoft Graph sends for Outlook.com and Microsoft 365 only."),
        ("microsoft_hve", Route.GRAPH, "Microsoft Graph sends for Outlook.com and Microsoft 365 only."),
        ("outlook", Route.GMAIL, "The Gmail API sends for Gmail and Google Workspace only."),
    ],
)
def test_a_route_of_another_provider_is_refused(preset: str, route: Route, says: str) -> None:
    error = refused(preset=preset, route=route)
    assert (error.title, error.where, error.code) == (says, "route", "wrong_route")


@pytest.mark.parametrize("sign_in", [one for one in SignIn if one is not SignIn.XOAUTH2])
def test_a_provider_s_own_interface_takes_a_sign_in_by_browser_only(sign_in: SignIn) -> None:
    assert refused(route=Route.GRAPH, sign_in=sign_in).title == "Microsoft Graph takes no password."
    assert refused(preset="gmail", route=Route.GMAIL, sign_in=sign_in).code == "wrong_route"
    check_account(replace(ACCOUNT, sign_in=sign_in))


def test_a_sign_in_by_browser_where_nobody_offers_one_is_refused() -> None:
    assert refused(preset="custom").code == "no_browser_sign_in"


def test_graph_stands_four_requests_at_a_time() -> None:
    check_account(replace(ACCOUNT, route=Route.GRAPH, connections=4))
    error = refused(route=Route.GRAPH, connections=5)
    assert error.title == "Microsoft Graph takes 4 requests of a mailbox at a time, not 5."
    assert (error.where, error.remedy) == ("connections", "Set the connections to 4 or fewer.")
    check_account(replace(ACCOUNT, connections=64))
    for route in Route:
        check_connections(route, most_connections(route))
        for wrong in (0, -1, most_connections(route) + 1):
            with pytest.raises(InputError):
                check_connections(route, wrong)


@pytest.mark.parametrize("window", [0, 65])
def test_a_window_has_bounds(window: int) -> None:
    with pytest.raises(InputError) as caught:
        check_account(Account(id="a", name="a", host="relay.example", port=25, window=window))
    assert caught.value.where == "window"
