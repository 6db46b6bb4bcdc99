"""The first messages, then a pause by itself: exactly so many, over refusals, deferrals, a kill and connections."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.e2e.scene import Scene

from sendoff.core.campaign import CampaignState
from sendoff.services.app import Services
from sendoff.services.sending.portion import pause_sentence


def first_of(scene: Scene, number: int) -> None:
    scene.campaign.write_text(scene.campaign.read_text() + f"first = {number}\n")


def figures(services: Services, name: str) -> tuple[CampaignState, int, dict[str, int]]:
    """The state, how many were handed over, and all figures."""
    campaign = services.campaigns.get(name)
    counts = services.reports.counts(campaign)
    return campaign.state, counts["accepted"] + counts["failed"] + counts["in_doubt"], counts


@pytest.mark.parametrize("connections", [1, 4])
def test_exactly_the_first_are_handed_over_and_a_resume_sends_the_rest(tmp_path: Path, connections: int) -> None:
    scene = Scene(tmp_path, rows=60, connections=connections)
    first_of(scene, 20)
    with scene.sink() as sink, scene.opened() as services:
        name = scene.begin(services).id
        services.sending.run(name)
        assert figures(services, name)[:2] == (CampaignState.PAUSED, 20)
        assert services.campaigns.get(name).reason == pause_sentence(20)
        assert len(sink.records()) == 20
        services.sending.begin(name)
        assert services.sending.run(name).finished
        assert len({record["message_id"] for record in sink.records()}) == len(sink.records()) == 60


def test_the_refused_count_the_deferred_do_not_and_who_is_tried_again_is_no_first_one(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=40, connections=3)
    first_of(scene, 15)
    with scene.sink("rcpt=550:0.05,rcpt=451:0.3"), scene.opened() as services:
        name = scene.begin(services).id
        services.sending.run(name)
        state, handed, counts = figures(services, name)
        assert (state, handed) == (CampaignState.PAUSED, 15)
        assert counts["failed"] > 0
        assert services.sending.retry(name) == counts["failed"]
        services.sending.begin(name)
        assert services.sending.run(name).finished
        assert figures(services, name)[:2] == (CampaignState.FINISHED, 40)


def test_a_kill_within_the_first_changes_nothing(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=20)
    first_of(scene, 9)
    with scene.sink() as sink:
        scene.die("dot sent", 4)  # three are accepted, and one is in doubt
        with scene.opened() as services:
            name = services.campaigns.all()[0].id
            services.sending.begin(name)
            services.sending.run(name)
            state, handed, counts = figures(services, name)
            assert (state, handed, counts["in_doubt"]) == (CampaignState.PAUSED, 9, 1)
        assert len(sink.records()) in (8, 9)  # the one in doubt may have come or not


def test_a_campaign_as_short_as_its_first_messages_is_finished(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=5)
    first_of(scene, 5)
    with scene.sink(), scene.opened() as services:
        name = scene.begin(services).id
        assert services.sending.run(name).finished
        assert services.campaigns.get(name).state is CampaignState.FINISHED
