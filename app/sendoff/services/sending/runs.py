"""The runs of this process: at most one a campaign, from its beginning to what it leaves behind."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress

from sendoff.core.campaign import CampaignState, Priority
from sendoff.core.errors import InputError, KnownError, StorageError
from sendoff.core.language import tr
from sendoff.core.ports import CampaignStore, Clock
from sendoff.core.said import said
from sendoff.services.campaigns import Campaigns
from sendoff.services.sending.course import Course
from sendoff.services.sending.ending import Ending
from sendoff.services.sending.ledgers import Ledgers
from sendoff.services.sending.muster import Muster, Runner
from sendoff.services.sending.pace import Share

_IN_FLIGHT = 30.0
"""Seconds that a resume waits for the end of the run before it."""


class Runs:
    """`run` blocks its thread; the rest may be called from any."""

    def __init__(
        self,
        *,
        muster: Muster,
        ledgers: Ledgers,
        course: Course,
        store: CampaignStore,
        campaigns: Campaigns,
        clock: Clock,
    ) -> None:
        self._muster = muster
        self._ledgers = ledgers
        self._course = course
        self._store = store
        self._campaigns = campaigns
        self._clock = clock
        self._engines: dict[str, Runner] = {}
        self._begun: set[str] = set()
        self._stranded: dict[str, str] = {}
        self._lock = threading.Condition()

    def await_end(self, campaign_id: str) -> None:
        """Return when no earlier run of the campaign is left. Raises InputError where one goes on, StorageError."""
        self._rescue()
        with self._lock:
            # Resumed a moment after a pause: the messages in flight end first.
            if not self._lock.wait_for(lambda: campaign_id not in self._begun, timeout=_IN_FLIGHT):
                raise InputError(
                    tr("The last message is still on its way."),
                    remedy=tr("Wait until it is answered."),
                    code="in_flight",
                )

    def begin(self, campaign_id: str) -> None:
        """From here the campaign is running; `run` follows."""
        with self._lock:
            self._begun.add(campaign_id)
        self._course.change(campaign_id, CampaignState.RUNNING, "")

    def run(self, campaign_id: str) -> Ending:
        """Send until the end, a pause or a stop; blocks. Raises StorageError."""
        shares: Sequence[Share] = ()
        try:
            engine, shares = self._muster.runner(self._campaigns.get(campaign_id))
            with self._lock:
                self._engines[campaign_id] = engine
                meanwhile = self._campaigns.get(campaign_id)  # a pause or another priority may have come since `begin`
                self._ledgers.put_first(campaign_id, meanwhile.priority)
            if meanwhile.state is not CampaignState.RUNNING:
                return Ending()
            return self._course.conclude(campaign_id, engine.run())
        except BaseException as error:
            # A bug or a full disk: nothing may stay "running" without an engine.
            known = isinstance(error, KnownError)
            self._stranded[campaign_id] = str(error) if known else said("Sending ended with an error.")
            with suppress(StorageError):
                self._rescue()
            raise
        finally:
            for share in shares:
                share.leave(self._clock.now())
            with self._lock:
                self._engines.pop(campaign_id, None)
                self._begun.discard(campaign_id)
                self._lock.notify_all()

    def _rescue(self) -> None:
        """Pause and settle what ended with an error, now or as soon as the disk can follow. Raises StorageError."""
        for campaign_id, reason in list(self._stranded.items()):
            self._course.strand(campaign_id, reason)
            del self._stranded[campaign_id]

    def put_first(self, campaign_id: str, priority: Priority) -> None:
        """Give a campaign another priority, whatever its state; while it is sent, from now on."""
        with self._lock:
            self._store.set_priority(campaign_id, priority)
            self._ledgers.put_first(campaign_id, priority)

    def halt(self, campaign_id: str) -> None:
        """End the campaign's run, if there is one, with the messages in flight."""
        if engine := self._engine(campaign_id):
            engine.halt()

    def abort(self, campaign_id: str) -> None:
        """Drop the connections now; what is past its last byte is then in doubt."""
        if engine := self._engine(campaign_id):
            engine.abort()

    def running(self) -> Sequence[str]:
        """Campaigns whose engine runs in this process."""
        with self._lock:
            return list(self._engines)

    def _engine(self, campaign_id: str) -> Runner | None:
        with self._lock:
            return self._engines.get(campaign_id)
