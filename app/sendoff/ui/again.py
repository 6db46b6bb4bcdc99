"""Sends again, after the seconds in which it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign
from sendoff.core.delivery import Line
from sendoff.core.events import BlockedChanged
from sendoff.core.language import tr
from sendoff.core.report import again as reached
from sendoff.core.report import doubtful
from sendoff.core.wording import count_text
from sendoff.services.app import Services
from sendoff.ui.countdowns import Countdown
from sendoff.ui.operations import Newest
from sendoff.ui.pages.stage import Stage
from sendoff.ui.sandbox import awake, undo_seconds
from sendoff.ui.widgets.message import Banner


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """Who of a campaign is sent to again; the words are those of `Sending.retry`."""

    campaign: Campaign
    number: int
    """How many messages that is now."""
    failed: bool = False
    in_doubt: bool = False
    absent: bool = False
    reason: str = ""
    only: tuple[Line, ...] = ()


def missed_text(number: int) -> str:
    """What a button says that sends to those whom a stop kept from getting the message."""
    if number == 1:
        return tr("Send to the one who did not get it")
    return tr("Send to the {number} who did not get it", number=count_text(number))


def _reach(services: Services, again: Again) -> int:
    """How many it reaches by now: who is blocked meanwhile is left out. Blocks."""
    if again.only:
        return sum(not services.suppressions.covers(line.address) for line in again.only)
    groups = services.reports.groups(again.campaign)
    if again.in_doubt or again.absent:
        return doubtful(groups, absent=again.absent)
    return reached(groups, cause=again.reason).number


class SendingAgain(QObject):
    """Shows in `banner` what is counted down for a campaign, or asks there; the counting is the window's."""

    begun = Signal(str)
    """A campaign's id: its messages are queued again."""
    undone = Signal()
    """It was taken back for the campaign that is shown."""

    def __init__(self, banner: Banner, stage: Stage) -> None:
        super().__init__(banner)
        self._banner = banner
        self._stage = stage
        self._countdowns = stage.countdowns
        self._shown = ""
        self._offered = False
        self._asked: dict[str, Again] = {}
        """Where there are no seconds to undo: what is asked about, by campaign."""
        self._begun: dict[str, Again] = {}
        """What is counted down from here."""
        self._recounts: dict[str, Newest] = {}
        """Who counts how many those still are, by campaign."""
        self._countdowns.changed.connect(self._changed)
        self._countdowns.undone.connect(self._undone)
        stage.bridge.batch.connect(self._hear)

    def about(self, campaign_id: str) -> None:
        """Show what is counted for this campaign."""
        if campaign_id != self._shown:
            self._shown = campaign_id
            self._offer()

    def start(self, again: Again, account: Account | None, *, asked: bool = False) -> None:
        """Send again when the seconds to undo are over; where there are none, after a question, unless `asked`."""
        seconds, campaign_id = undo_seconds(self._stage.preferences, account), again.campaign.id
        if asked and not seconds:
            self._go(again)
            return
        before = self._begun.get(campaign_id) or self._asked.get(campaign_id)
        if before and before.only and again.only:  # one row after another was chosen
            rows = {line.id: line for line in (*before.only, *again.only)}
            again = replace(again, only=tuple(rows.values()), number=len(rows))
        if not seconds:
            self._asked[campaign_id] = again
            self._offer()
            return
        self._begun[campaign_id] = again
        self._recounting(campaign_id).cancel()  # it is about those of before
        self._offered = False
        self._countdowns.begin(Countdown(again.campaign, again.number, seconds, lambda: self._go(again)))

    def undo(self) -> None:
        """Take it back: nothing was sent."""
        if self._asked.pop(self._shown, None):
            self._stage.say(tr("Nothing was sent."))
            self._offer()
            self.undone.emit()
        else:
            self._countdowns.undo(self._shown)

    def hurry(self) -> None:
        """Do not wait any longer."""
        asked = self._asked.pop(self._shown, None)
        if asked is not None:
            self._offer()
            self._go(asked)
        else:
            self._countdowns.hurry(self._shown)

    @Slot(str)
    def _changed(self, campaign_id: str) -> None:
        counting = self._countdowns.of(campaign_id)
        if counting is None:
            self._begun.pop(campaign_id, None)
            if (over := self._recounts.pop(campaign_id, None)) is not None:
                over.cancel()
        if campaign_id != self._shown:
            return
        if counting is not None and self._offered:
            self._tell()
        else:
            self._offer()

    @Slot(str)
    def _undone(self, campaign_id: str) -> None:
        if campaign_id == self._shown:
            self.undone.emit()

    @Slot(tuple)
    def _hear(self, batch: tuple[object, ...]) -> None:
        if not any(isinstance(event, BlockedChanged) for event in batch):
            return
        services, recount = self._stage.services, self._countdowns.recount
        for campaign_id, again in self._begun.items():
            self._recounting(campaign_id).query(partial(_reach, services, again), partial(recount, campaign_id))

    def _recounting(self, campaign_id: str) -> Newest:
        return self._recounts.setdefault(campaign_id, Newest(self._stage.operations, self))

    def _offer(self) -> None:
        self._banner.clear_actions()
        counting = self._countdowns.of(self._shown)
        self._offered = counting is not None
        if counting is None and self._shown not in self._asked:
            self._banner.hide()
            return
        undo = self._banner.add_action(tr("Undo") if counting else tr("Cancel"), self.undo)
        self._banner.add_action(tr("Send now") if counting else tr("Send again"), self.hurry)
        self._tell()
        self._banner.show()
        if self._banner.isVisible():
            undo.setFocus()

    def _tell(self) -> None:
        counting, asked = self._countdowns.of(self._shown), self._asked.get(self._shown)
        if counting is not None:
            self._banner.say("info", counting.words, tr("Undo, and nothing was sent."))
        elif asked is not None:
            title = tr("Send again to {number}?", number=count_text(asked.number))
            self._banner.say("info", title, tr("The first message leaves at once."))

    def _go(self, again: Again) -> None:
        """Queue again and go on; where a password is missing the Send step asks for it."""
        campaign_id, stage = again.campaign.id, self._stage

        def begin() -> bool | None:
            sending, accounts = stage.services.sending, stage.services.accounts
            queued = sending.retry(
                campaign_id,
                failed=again.failed,
                in_doubt=again.in_doubt,
                absent=again.absent,
                reason=again.reason,
                only=[line.id for line in again.only],
            )
            if not queued:
                return None
            if accounts.needs_secret(awake(stage.services, stage.context.sandbox(), again.campaign.account_id)):
                return False
            sending.begin(campaign_id)
            return True

        def begun(runs: bool | None) -> None:  # noqa: FBT001 -- the answer of `begin`
            if runs is None:
                stage.say(tr("Nobody is left to send to."))
                return
            if runs:
                stage.dispatcher.start(campaign_id)
            self.begun.emit(campaign_id)

        stage.operations.command(begin, begun, owner=self)
