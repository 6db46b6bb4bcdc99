"""The engine over each route, to a server of its kind: everybody is sent to once, and a lost answer is a doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from tests.adapters.data_folder import batch, judged
from tests.fakes.http_api import ApiScript
from tests.fakes.resolver import TableResolver
from tests.fakes.routes import ROUTES, Way, account_on, error
from tests.fakes.smtp_servers import ScriptedServer, hang_up
from tests.fakes.vault import DictVault

from sendoff.adapters.storage.store import Store
from sendoff.adapters.system.blobs import Blobs
from sendoff.adapters.system.clock import SystemClock
from sendoff.adapters.system.files import UserFiles
from sendoff.adapters.system.resources import load_rules
from sendoff.adapters.system.zones import zone_of
from sendoff.adapters.tabular.lists import ListFiles
from sendoff.core.account import Account, Route
from sendoff.core.campaign import Campaign, CampaignState, Content, Pace
from sendoff.core.ports import Transport
from sendoff.services.accounts import Accounts
from sendoff.services.bus import Bus
from sendoff.services.campaigns import Campaigns
from sendoff.services.recipients import Recipients
from sendoff.services.sending.service import Sending

EVERY_WAY = pytest.mark.parametrize("way", ROUTES, ids=str)
OVER_HTTP = pytest.mark.parametrize("way", ROUTES[1:], ids=str)
ROWS = 30


def sent(way: Way, server: ScriptedServer, folder: Path, *, connections: int = 1) -> tuple[dict[str, int], str]:
    """Run a campaign to thirty people; returns the figures and the campaign's state."""
    store, bus, clock, vault = Store(folder), Bus(), SystemClock(), DictVault()
    store.accounts.save(replace(account_on(server.port, way.route), connections=connections))
    vault.set("a", "token-1")
    files, blobs, lists = UserFiles(), Blobs(folder / "blobs"), ListFiles()

    def transports(account: Account, secret: Callable[[], str]) -> Transport:
        assert account.route is way.route
        return way.transport(server) if way.route is Route.SMTP else way.transport(server, secret=secret)

    accounts = Accounts(
        store=store.accounts, vault=vault, presets={}, transports=transports, resolver=TableResolver(), bus=bus
    )
    recipients = Recipients(
        files=files, lists=lists, campaigns=store.campaigns, rows=store.deliveries, blobs=blobs, bus=bus
    )
    campaigns = Campaigns(
        store=store.campaigns, rows=store.deliveries, blobs=blobs, files=files, recipients=recipients, bus=bus,
        clock=clock,
    )  # fmt: skip
    sending = Sending(
        store=store.campaigns, rows=store.deliveries, queue=store.queue, account_store=store.accounts,
        accounts=accounts, campaigns=campaigns, transports=transports, rules=load_rules(), bus=bus, clock=clock,
        random=Random(1), zoned=store.zones, zones=zone_of,
    )  # fmt: skip
    campaign = Campaign(
        id="c", name="Sale", account_id="a", sender="Anna <anna@a.example>",
        content=Content(subject="Grüße", text="Hello"), pace=Pace(retry_after=0.05, connections=connections),
        fields=("email",),
    )  # fmt: skip
    store.campaigns.save(campaign)
    people = [f"u{row}@example.com" for row in range(ROWS)]
    store.deliveries.add(
        "c",
        [batch(judged(row, one, name="Zoë, U.") for row, one in enumerate(people, 1))],
    )
    try:
        sending.begin("c")
        sending.run("c")
        found = store.campaigns.get("c")
        assert found
        return store.deliveries.counts("c"), found.state
    finally:
        store.close()


def everybody_once(way: Way, server: ScriptedServer) -> bool:
    if way.route is Route.SMTP:
        asked = Counter(line for line in server.commands if line.startswith(b"RCPT"))
        return len(asked) == ROWS and set(asked.values()) == {1}
    assert isinstance(server.script, ApiScript)
    return sorted(server.script.recipients()) == sorted(f"u{row}@example.com" for row in range(ROWS))


@EVERY_WAY
@pytest.mark.parametrize("connections", [1, 3])
def test_everybody_is_sent_to_once(way: Way, connections: int, tmp_path: Path) -> None:
    with way.serve() as server:
        counts, state = sent(way, server, tmp_path, connections=connections)
        assert counts["accepted"] == len(server.messages) == ROWS
        assert state is CampaignState.FINISHED
        assert everybody_once(way, server)


@EVERY_WAY
def test_a_lost_answer_is_in_doubt_and_never_sent_again_by_itself(way: Way, tmp_path: Path) -> None:
    with way.serve(way.taken, hang_up) as server:
        counts, state = sent(way, server, tmp_path)
        assert counts | {"accepted": ROWS - 1, "in_doubt": 1} == counts
        assert len(server.messages) == ROWS
        assert state is CampaignState.FINISHED


@OVER_HTTP
def test_a_permission_that_is_missing_pauses_and_blames_nobody(way: Way, tmp_path: Path) -> None:
    word = "insufficientPermissions" if way.route is Route.GMAIL else "ErrorAccessDenied"
    with way.serve(error(way.route, 403, word)) as server:
        counts, state = sent(way, server, tmp_path)
        assert (counts["failed"], state) == (0, CampaignState.PAUSED)
        assert len(server.messages) <= 2  # one may have been under way when the first was answered


@OVER_HTTP
def test_a_limit_is_waited_for_and_everybody_gets_it(way: Way, tmp_path: Path) -> None:
    word = "rateLimitExceeded" if way.route is Route.GMAIL else "ApplicationThrottled"
    with way.serve(way.taken, error(way.route, 429, word, Retry_After="1")) as server:
        counts, state = sent(way, server, tmp_path)
        assert (counts["accepted"], state) == (ROWS, CampaignState.FINISHED)


@OVER_HTTP
def test_a_token_that_is_refused_stops_with_a_question(way: Way, tmp_path: Path) -> None:
    with way.serve(tokens={"another"}) as server:
        counts, state = sent(way, server, tmp_path)
        assert (counts["failed"], counts["accepted"], state) == (0, 0, CampaignState.PAUSED)
        assert len(server.messages) <= 2
