"""Commands of Sendoff with an authority and a Microsoft Graph on loopback, whose addresses are in the environment.

`python -m tests.e2e.secret_browser` reads them as JSON: for each its exit status, its environment, its standard
input and its words.
"""

from __future__ import annotations

import io
import json
import os
import sys
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.request import urlopen

from sendoff import bootstrap
from sendoff.adapters.api import graph
from sendoff.adapters.oauth.browser import BrowserAuthorizer
from sendoff.adapters.smtp.line import open_line
from sendoff.adapters.system.logs import redact
from sendoff.cli.main import run
from sendoff.core.ports import Clock
from sendoff.core.signin import Authority
from sendoff.core.signin_ports import Vault
from sendoff.services.signin import SignIns

AUTHORITY, GRAPH = "SENDOFF_TEST_AUTHORITY", "SENDOFF_TEST_GRAPH"
SCOPE = "https://mail.example/Send"


def beside() -> None:
    """Put what is on loopback in place of what is on the internet."""
    place = os.environ[AUTHORITY]
    authority = Authority(
        name="Example",
        authorize_url=f"{place}/authorize",
        token_url=f"{place}/token",
        scopes=(SCOPE, "offline_access"),
        identity=("openid", "email"),
    )

    def sign_ins(clock: Clock, vault: Vault) -> SignIns:
        authorizer = BrowserAuthorizer(clock=clock, note=redact, opening=open_line, open_browser=browse)
        return SignIns(
            authorizer=authorizer, vault=vault, clock=clock, note=redact, authorities=lambda _account: authority
        )

    os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"
    bootstrap.sign_ins = sign_ins  # type: ignore[attr-defined]  # where it is used
    on_loopback = partial(graph.GraphTransport, base_url=os.environ[GRAPH])
    graph.GraphTransport = on_loopback  # type: ignore[assignment, misc]  # another maker of the same


def browse(url: str) -> None:
    """A browser whose person says yes."""
    with urlopen(url, timeout=60) as page:
        page.read()


def type_all(steps: list[list[Any]]) -> None:
    """Run one command after the other."""
    for status, environ, said, *words in steps:
        context = replace(bootstrap._context(os.environ | environ), stdin=io.StringIO(f"{said}\n"))
        assert run(words, context) == status, words


if __name__ == "__main__":
    beside()
    type_all(json.load(sys.stdin))
