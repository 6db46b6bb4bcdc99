"""A server that goes away for a moment costs seconds, however many connections saw it go."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from tests.e2e.scene import Scene

from sendoff.services.sending.ending import Ending


@pytest.mark.parametrize("connections", [1, 8])
def test_one_outage_is_one_loss(tmp_path: Path, connections: int) -> None:
    scene = Scene(tmp_path, rows=1_000, connections=connections)
    with scene.sink() as sink, scene.opened() as services:
        campaign = scene.begin(services)
        endings: list[Ending] = []
        engine = threading.Thread(target=lambda: endings.append(services.sending.run(campaign.id)))
        engine.start()
        try:
            patience = time.monotonic() + 60
            while len(sink.records()) < 100 and time.monotonic() < patience:
                time.sleep(0.002)
            sink.stop()
            sink.start()
            engine.join(60)
            assert endings == [Ending(finished=True)]
        finally:
            services.sending.abort(campaign.id)
            engine.join(60)
        end = scene.evidence()
        end.demand(sink.log, rows=1_000)
    assert len(end.in_state("in_doubt")) <= connections
    assert not end.in_state("failed")
