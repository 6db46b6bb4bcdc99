"""Requests of a second process: `sendoff pause` in another terminal reaches the Sendoff that is sending."""

from __future__ import annotations

from collections.abc import Callable

from sendoff.core.campaign import Priority
from sendoff.core.errors import KnownError
from sendoff.core.request_ports import Requests
from sendoff.services.campaigns import Campaigns
from sendoff.services.sending.course import ELSEWHERE
from sendoff.services.sending.service import Sending


class Remote:
    """Polled by whoever holds the data folder, a few times a second."""

    def __init__(self, *, requests: Requests, campaigns: Campaigns, sending: Sending) -> None:
        self._requests = requests
        self._campaigns = campaigns
        self._sending = sending

    def poll(self, start: Callable[[str], None] | None = None) -> int:
        """Do what was asked; a request that makes no sense any more is dropped. Returns how many were done.

        `start` runs a campaign that was set running; without it nothing can be resumed here.
        """
        done = 0
        for request in self._requests.take():
            try:
                done += self._do(request.action, self._campaigns.find(request.campaign).id, start)
            except KnownError:
                continue  # the asker reads the state afterwards and sees what became of it
        return done

    def _do(self, action: str, campaign_id: str, start: Callable[[str], None] | None) -> bool:
        if action == "pause":
            return self._sending.pause(campaign_id, ELSEWHERE)
        if action in set(Priority):
            self._sending.put_first(campaign_id, Priority(action))
            return True
        if action == "stop":
            self._sending.stop(campaign_id)
            return True
        if action == "resume" and start is not None:
            self._sending.begin(campaign_id)
            start(campaign_id)
            return True
        return False
