"""Real servers in every wire mode: whom each took is whom Sendoff says it did, once, with refusals in mid-flight."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.e2e import postfix
from tests.e2e.mail_servers import (
    GREY,
    NO_MOUNTS,
    SPAMMER,
    Exim,
    OpenSmtpd,
    Postgrey,
    Python,
    Server,
    ThroughPostfix,
    missing,
)

from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import open_services
from sendoff.core.account import WireMode
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import State
from sendoff.services.app import Services

SECRET = "correct horse"
NEEDS: dict[str, tuple[Callable[[], Server], Callable[[], str]]] = {
    "postfix": (lambda: ThroughPostfix(SECRET), lambda: postfix.missing("saslpasswd2")),
    "exim": (Exim, lambda: missing("usr/sbin/exim4")),
    "opensmtpd": (OpenSmtpd, lambda: missing("usr/sbin/smtpd")),
    "aiosmtpd": (Python, str),
}
FILE = """
name = "Interoperability"
from = "{sender}"
subject = "Grüße, {{{{ number }}}}"
text = "message.txt"
recipients = "people.csv"
{more}
[sending]
connections = 2
attempts = 4
retry_after = 1.2
"""
RULE = """
[[rule]]
order = 1
id = "impatient-greylist"
code = '4\\d\\d'
text = "greylisted"
class = "greylisted"
action = "retry_later"
wait_s = 2
example = "451 4.7.1 Greylisted, please come back later"
"""
"""A rule of one's own: the usual quarter of an hour would be the length of this test."""
PEOPLE = [f"u{number}@example.com" for number in range(40)]
GREYLISTED = [f"g{number}@{GREY}" for number in range(3)]
FOREIGN = "jürgen@example.com"
WIRES = [mode.value for mode in WireMode]


def demand(why: str) -> None:
    """Skip where something is not there, or fail where it has to be."""
    if why and os.environ.get("SENDOFF_REQUIRE_ALL") == "1" and why != NO_MOUNTS:
        pytest.fail(why)
    if why:
        pytest.skip(why)


@pytest.fixture(scope="module", params=list(NEEDS))
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    make, why_not = NEEDS[request.param]
    demand(why_not())
    with make() as running:
        yield running


@pytest.fixture(scope="module")
def postgrey() -> Iterator[ThroughPostfix]:
    demand(postfix.missing("saslpasswd2", "postgrey"))
    with ThroughPostfix(SECRET, Postgrey) as running:
        yield running


def opened(folder: Path) -> Services:
    rules = folder / "home" / "settings" / "rules"
    rules.mkdir(parents=True, exist_ok=True)
    (rules / "greylist.toml").write_text(RULE)
    environ = {"SENDOFF_HOME": str(folder / "home"), "SENDOFF_PASSWORD": SECRET}
    return open_services(find_home(environ), "test", environ=environ)


def send(
    services: Services, folder: Path, url: str, people: list[str], *, sender: str = postfix.USER, more: str = ""
) -> Campaign:
    """Send to these people, until it is finished or paused."""
    (folder / "message.txt").write_text("Grüße, {{ number }}!\n.\n..and a dot\n", encoding="utf-8")
    rows = [f"{address},{number}" for number, address in enumerate(people)]
    (folder / "people.csv").write_text("\n".join(["email,number", *rows]) + "\n", encoding="utf-8")
    (folder / "campaign.toml").write_text(FILE.format(sender=sender, more=more))
    said, _ = services.campaigns.named_in(folder / "campaign.toml")
    campaign, _ = services.campaigns.from_file(folder / "campaign.toml", said, services.accounts.from_url(url).id, "")
    services.sending.begin(campaign.id)
    services.sending.run(campaign.id)
    return services.campaigns.get(campaign.id)


@pytest.mark.parametrize("wire", WIRES)
def test_whom_the_server_took_is_whom_we_say(server: Server, wire: str, tmp_path: Path) -> None:
    # The refused stand among the others, so that their commands are refused inside a flight.
    people = [
        each for number, one in enumerate(PEOPLE) for each in ([f"{wire}.{one}"] + [postfix.GONE] * (number == 9))
    ]
    people += [FOREIGN] + [f"{wire}.{one}" for one in GREYLISTED if server.remembers]
    before = Counter(server.taken())
    with closing(opened(tmp_path)) as services:
        account = services.accounts.from_url(f"{server.url}&wire={wire}")
        features = services.sending.preflight(account).features
        campaign = send(services, tmp_path, f"{server.url}&wire={wire}", people)
        assert campaign.state is CampaignState.FINISHED, campaign.reason
        accepted = [line.address for line in services.reports.every(campaign, (State.ACCEPTED,))]
        failed = {line.address: line for line in services.reports.every(campaign, (State.FAILED,))}
    assert Counter(server.taken()) - before == Counter(accepted)
    assert max(Counter(accepted).values()) == 1
    assert (failed[postfix.GONE].code, len(accepted) + len(failed)) == (550, len(people))
    assert set(failed) == {postfix.GONE} | ({FOREIGN} if "SMTPUTF8" not in features else set())
    print(f"{server.name}, {wire}: {sorted(features)}")


@pytest.mark.parametrize("wire", WIRES)
def test_a_refused_sender_pauses_and_is_nobodys_fault(server: Server, wire: str, tmp_path: Path) -> None:
    if wire != WireMode.CAREFUL and not server.pipelines:
        pytest.skip("it offers no more than the careful mode")
    before = len(server.taken())
    with closing(opened(tmp_path)) as services:
        campaign = send(services, tmp_path, f"{server.url}&wire={wire}", PEOPLE, sender=SPAMMER)
        figures = services.reports.counts(campaign)
    assert campaign.state is CampaignState.PAUSED
    # What was in flight is refused as well; after ten refused transactions Exim hangs up, so the rest is in doubt.
    in_flight = 2 * 8 if wire == WireMode.WINDOWED else 2
    assert figures["accepted"] == 0
    assert figures["in_doubt"] <= (in_flight if wire == WireMode.WINDOWED else 0)
    assert figures["failed"] + figures["in_doubt"] <= in_flight + 4
    assert len(server.taken()) == before


@pytest.mark.parametrize("wire", WIRES)
def test_a_message_that_is_too_big_is_refused_and_explained(server: Server, wire: str, tmp_path: Path) -> None:
    if wire != WireMode.CAREFUL and not server.pipelines:
        pytest.skip("it offers no more than the careful mode")
    (tmp_path / "offer.bin").write_bytes(os.urandom(postfix.LARGEST))
    before = len(server.taken())
    with closing(opened(tmp_path)) as services:
        campaign = send(services, tmp_path, f"{server.url}&wire={wire}", PEOPLE[:3], more='attachments = ["offer.bin"]')
        figures = services.reports.counts(campaign)
    assert campaign.state is CampaignState.PAUSED
    assert f"{postfix.LARGEST:,}" in campaign.reason
    assert figures["accepted"] + figures["in_doubt"] == 0
    assert len(server.taken()) == before


@pytest.mark.parametrize("wire", ["", *WIRES], ids=["one by one", *WIRES])
def test_whom_postgrey_puts_off_is_taken_at_the_next_try(postgrey: ThroughPostfix, wire: str, tmp_path: Path) -> None:
    grey = [f"{wire}_{one}" for one in GREYLISTED]
    people = [*PEOPLE[:5], *grey, *PEOPLE[5:10]]
    before = Counter(postgrey.taken())
    with closing(opened(tmp_path)) as services:
        url = f"{postgrey.url}&wire={wire}" if wire else postgrey.plodding_url
        features = services.sending.preflight(services.accounts.from_url(url)).features
        assert ("PIPELINING" in features) == bool(wire)
        campaign = send(services, tmp_path, url, people)
        assert campaign.state is CampaignState.FINISHED, campaign.reason
    assert Counter(postgrey.taken()) - before == Counter(people)
    with closing(sqlite3.connect(tmp_path / "home" / "sendoff.db")) as database:
        attempts = dict(database.execute("SELECT address, attempts FROM delivery"))
    assert {address for address, number in attempts.items() if number > 1} == set(grey)
