"""Sends again, after the seconds in which it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign
from sendoff.core.language import tr
from sendoff.core.wording import count_text
from sendoff.ui.pages.stage import Stage
from sendoff.ui.sandbox import awake, undo_seconds
from sendoff.ui.widgets.message import Banner

_SECOND = 1000


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
    only: tuple[int, ...] = ()


@dataclass(slots=True)
class _Counting:
    again: Again
    seconds: int
    """How many are left; 0 = it does not count, but asks."""


def leaving_text(number: int, seconds: int) -> str:
    """Say when the first of some messages leaves."""
    if number == 1:
        return tr("The message leaves in {seconds} s.", seconds=seconds)
    return tr("The first of {ready} messages leaves in {seconds} s.", ready=count_text(number), seconds=seconds)


def missed_text(number: int) -> str:
    """What a button says that sends to those whom a stop kept from getting the message."""
    if number == 1:
        return tr("Send to the one who did not get it")
    return tr("Send to the {number} who did not get it", number=count_text(number))


class SendingAgain(QObject):
    """Counts down in `banner`, or asks there, one campaign beside another; it goes on while another page is shown."""

    begun = Signal(str)
    """A campaign's id: its messages are queued again."""
    undone = Signal()
    """It was taken back for the campaign that is shown."""

    def __init__(self, banner: Banner, stage: Stage) -> None:
        super().__init__(banner)
        self._banner = banner
        self._stage = stage
        self._shown = ""
        self._counting: dict[str, _Counting] = {}
        self._clock = QTimer(self, interval=_SECOND)
        self._clock.timeout.connect(self._tick)

    def about(self, campaign_id: str) -> None:
        """Show what is counted for this campaign."""
        if campaign_id != self._shown:
            self._shown = campaign_id
            self._offer()

    def start(self, again: Again, account: Account | None, *, asked: bool = False) -> None:
        """Send again when the seconds to undo are over; where there are none, after a question, unless `asked`."""
        seconds = undo_seconds(self._stage.preferences, account)
        if asked and not seconds:
            self._go(again)
            return
        before = self._counting.get(again.campaign.id)
        if before and before.again.only and again.only:  # one row after another was chosen
            rows = tuple(dict.fromkeys((*before.again.only, *again.only)))
            again = replace(again, only=rows, number=len(rows))
        self._counting[again.campaign.id] = _Counting(again, seconds)
        self._offer()
        if seconds:
            self._clock.start()

    def undo(self) -> None:
        """Take it back: nothing was sent."""
        if self._counting.pop(self._shown, None):
            self._stage.say(tr("Nothing was sent."))
        self._offer()
        self.undone.emit()

    def hurry(self) -> None:
        """Do not wait any longer."""
        counting = self._counting.pop(self._shown, None)
        self._offer()
        if counting:
            self._go(counting.again)

    @Slot()
    def _tick(self) -> None:
        for campaign_id, counting in self._running():
            counting.seconds -= 1
            if counting.seconds <= 0:
                del self._counting[campaign_id]
                self._go(counting.again)
                self._offer()
        if not self._running():
            self._clock.stop()
        self._tell()

    def _running(self) -> list[tuple[str, _Counting]]:
        return [(campaign_id, one) for campaign_id, one in self._counting.items() if one.seconds]

    def _offer(self) -> None:
        self._banner.clear_actions()
        counting = self._counting.get(self._shown)
        if counting is None:
            self._banner.hide()
            return
        undo = self._banner.add_action(tr("Undo") if counting.seconds else tr("Cancel"), self.undo)
        self._banner.add_action(tr("Send now") if counting.seconds else tr("Send again"), self.hurry)
        self._tell()
        self._banner.show()
        undo.setFocus()

    def _tell(self) -> None:
        counting = self._counting.get(self._shown)
        if counting is None:
            return
        number = count_text(counting.again.number)
        if not counting.seconds:
            title = tr("Send again to {number}?", number=number)
            self._banner.say("info", title, tr("The first message leaves at once."))
        else:
            words = leaving_text(counting.again.number, counting.seconds)
            self._banner.say("info", words, tr("Undo, and nothing was sent."))

    def _go(self, again: Again) -> None:
        """Queue again and go on; where a password is missing the Send step asks for it."""
        campaign_id, stage = again.campaign.id, self._stage

        def begin() -> bool:
            sending, accounts = stage.services.sending, stage.services.accounts
            sending.retry(
                campaign_id,
                failed=again.failed,
                in_doubt=again.in_doubt,
                absent=again.absent,
                reason=again.reason,
                only=again.only,
            )
            if accounts.needs_secret(awake(stage.services, stage.context.sandbox(), again.campaign.account_id)):
                return False
            sending.begin(campaign_id)
            return True

        def begun(runs: bool) -> None:  # noqa: FBT001 -- the answer of `begin`
            if runs:
                stage.dispatcher.start(campaign_id)
            self.begun.emit(campaign_id)

        stage.operations.command(begin, begun, owner=self)
