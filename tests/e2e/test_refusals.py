"""Servers that misbehave, and campaigns that stop before it is charged to everybody: by the sink's log, not by ours."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.e2e.command_line import Desk, ended, until
from tests.e2e.scene import Scene
from tests.fakes.sink import SinkProcess

from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import State
from sendoff.services.app import Services
from sendoff.services.sending.guards import ALIKE

IN_FLIGHT = 1
"""Messages a connection whose answers were on their way when the pause was decided."""
FAST = ("--no-limits", "--yes", "--json")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def run(scene: Scene, services: Services) -> tuple[CampaignState, str, dict[str, int]]:
    """Begin or resume, send until it ends by itself; how it stands then."""
    known = services.campaigns.all()
    campaign = known[0] if known else scene.begin(services)
    if known:
        services.sending.begin(campaign.id)
    services.sending.run(campaign.id)
    now = services.campaigns.get(campaign.id)
    return now.state, now.reason, services.reports.counts(now)


def refused(sink: SinkProcess, stage: str) -> int:
    """How often the server refused something there."""
    return sum(entry["stage"] == stage for entry in sink.events("refused"))


def blocked(home: Path) -> int:
    """Addresses on the blocked list."""
    connection = sqlite3.connect(home / "sendoff.db")
    try:
        return int(connection.execute("SELECT count(*) FROM suppression").fetchone()[0])
    finally:
        connection.close()


def test_the_command_line_says_what_happened_and_goes_on_by_the_same_command(desk: Desk, tmp_path: Path) -> None:
    campaign, log = desk.campaign(40), tmp_path / "sink.log"
    with SinkProcess(log, "--faults", "rcpt=550", "--words", "rcpt=5.1.1 No such user here") as sink:
        command = ("send", str(campaign), "--smtp", sink.url, *FAST)
        first = desk.run(*command)
        assert (first.status, first.json["state"]) == (3, "paused")
        failed = first.json["counts"]["failed"]
        assert ALIKE <= failed <= ALIKE + IN_FLIGHT
        assert first.json["counts"]["queued"] == 40 - failed
        said = "5 recipients in a row were refused for good in the same words: “550 5.1.1 No such user here”."
        assert f"{said} Nobody was blocked." in first.err
        assert "Run the same command to go on." in first.err
        assert blocked(desk.home) == 0
        assert refused(sink, "rcpt") == failed
        # Resumed although nothing was mended: as many again, and the same question.
        second = desk.run(*command)
        assert second.status == 3
        assert 2 * failed <= second.json["counts"]["failed"] <= 2 * failed + IN_FLIGHT
        port = sink.port
    with SinkProcess(log, port=port) as sink:
        nobody = desk.run("retry", "Spring sale", "--yes", "--json")
        assert (nobody.status, nobody.json["counts"]["accepted"]) == (0, 0)
        dead = second.json["counts"]["failed"]
        said = f"There is nobody to send to again. {dead} whose address does not exist are left out."
        assert f"{said} `--dead` sends there as well." in nobody.err
        retried = desk.run("retry", "Spring sale", "--dead", "--yes", "--json")
        assert (retried.status, retried.json["counts"]["accepted"]) == (0, 40)
        assert len({record["recipient"] for record in sink.records()}) == len(sink.records()) == 40


def test_more_than_a_tenth_pauses_over_connections_and_whoever_is_tried_again_is_not_asked_about(
    tmp_path: Path,
) -> None:
    scene = Scene(tmp_path, rows=300, connections=4)
    # By this seed the first who are refused stand so far apart that no order of the answers has five of them in a row.
    with scene.sink("rcpt=550:0.2", "--seed", "45") as sink, scene.opened() as services:
        state, reason, counts = run(scene, services)
        assert (state, counts["failed"] < 20) == (CampaignState.PAUSED, True)
        assert "recipients were refused for good, the last with “550 5.0.0 refused at rcpt”" in reason
        failed = counts["failed"]
        name = services.campaigns.all()[0].id
        assert services.sending.retry(name) == failed
        before = refused(sink, "rcpt")
        state, _, counts = run(scene, services)  # the same are refused again, and some that are new
        assert refused(sink, "rcpt") - before > failed
        while state is CampaignState.PAUSED:
            state, _, counts = run(scene, services)
        assert (state, sum(counts.values())) == (CampaignState.FINISHED, 300)
        assert counts["failed"] + counts["accepted"] == 300
    assert blocked(scene.home) == 0
    scene.evidence().demand(sink.log, rows=300)


def test_a_short_list_with_two_bad_addresses_is_sent_to_its_end(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=12)
    with scene.sink("rcpt=550*2"), scene.opened() as services:
        state, _, counts = run(scene, services)
        assert (state, counts["failed"], counts["accepted"]) == (CampaignState.FINISHED, 2, 10)


def test_a_list_that_ends_with_the_fifth_refusal_is_finished(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=ALIKE)
    with scene.sink("rcpt=550"), scene.opened() as services:
        state, reason, counts = run(scene, services)
        assert (state, reason, counts["failed"]) == (CampaignState.FINISHED, "", ALIKE)


def test_what_was_refused_before_a_kill_is_known_after_it(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=60)
    with scene.sink("rcpt=550"):
        scene.die("result committed", 3)
        with scene.opened() as services:
            known = services.reports.counts(services.campaigns.all()[0])["failed"]
            assert 3 <= known < 20
            state, _, counts = run(scene, services)
            again = counts["failed"] - known
            assert (state, max(ALIKE, known) <= again <= max(ALIKE, known) + IN_FLIGHT) == (CampaignState.PAUSED, True)


def test_the_share_is_a_setting_and_nought_asks_nobody(desk: Desk, tmp_path: Path) -> None:
    assert desk.run("settings", "set", "pause_refused_percent", "0").status == 0
    campaign = desk.campaign(20)
    with SinkProcess(tmp_path / "sink.log", "--faults", "rcpt=550") as sink:
        sent = desk.run("send", str(campaign), "--smtp", sink.url, *FAST)
    assert (sent.status, sent.json["state"], sent.json["counts"]["failed"]) == (1, "finished", 20)


def test_three_spam_verdicts_in_a_row_stop_the_campaign(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=30)
    with (
        scene.sink("dot=550", "--words", "dot=5.7.1 This message is likely unsolicited mail") as sink,
        scene.opened() as services,
    ):
        state, reason, counts = run(scene, services)
        assert (state, counts["failed"]) == (CampaignState.PAUSED, refused(sink, "dot"))
        assert 3 <= counts["failed"] <= 3 + IN_FLIGHT
        assert reason == (
            "The server took three messages in a row for spam, "
            "the last with “550 5.7.1 This message is likely unsolicited mail”."
        )


@pytest.mark.parametrize(
    ("fault", "words"),
    [("mail=530", "mail=5.7.0 Authentication required"), ("mail=535", "mail=5.7.8 Bad credentials")],
)
def test_a_sign_in_that_is_refused_in_mid_campaign_stops_at_once_and_blames_nobody(
    tmp_path: Path, fault: str, words: str
) -> None:
    scene = Scene(tmp_path, rows=40)
    with scene.sink(fault, "--words", words) as sink, scene.opened() as services:
        state, reason, counts = run(scene, services)
        assert state is CampaignState.PAUSED
        assert words.partition(" ")[2] in reason
        assert (counts["failed"], counts["queued"] + counts["deferred"]) == (0, 40)
        assert refused(sink, "mail") <= 1 + IN_FLIGHT
        waiting = services.reports.every(services.campaigns.all()[0], (State.DEFERRED,))
        assert {line.attempts for line in waiting} <= {0}


def test_a_password_that_is_changed_meanwhile_stops_the_account_at_the_first_refusal(
    desk: Desk, tmp_path: Path
) -> None:
    campaign = desk.campaign(300)
    with SinkProcess(tmp_path / "sink.log", "--auth", "anna:old", "--latency", "15") as sink:
        url = sink.url.replace("//", "//anna@")
        process = desk.start("send", str(campaign), "--smtp", url, "--connections", "4", *FAST, SENDOFF_PASSWORD="old")
        until(lambda: len(sink.records()) >= 20, "nothing was sent")
        sink.stop()
        sink.options = ("--auth", "anna:new")
        sink.start()
        sent = ended(process)
    assert (sent.status, sent.json["state"], sent.json["counts"]["failed"]) == (3, "paused", 0)
    tried = {entry["connection"] for entry in sink.events("refused") if entry["stage"] == "auth"}
    assert len(tried) == 1  # no other connection tries a password that was refused
    assert "535" in sent.err
