"""What every table of recipients offers: a row's history, and what can be done about a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import Happening, Line, State
from sendoff.core.language import tr
from sendoff.core.report import DEAD, Filter, Group
from sendoff.core.wording import count_text
from sendoff.services.app import Services
from sendoff.services.suppressions import Blocked
from sendoff.ui.address_dialog import AddressDialog
from sendoff.ui.operations import Newest, Stoppable
from sendoff.ui.pages.stage import Stage
from sendoff.ui.widgets.deliveries import DeliveriesTable, HistoryDialog
from sendoff.ui.widgets.toast import Toast


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What is known of one row."""

    history: list[Happening]
    message_id: str
    now: int
    """When it was looked at (epoch ms)."""
    blocked: bool
    """Its address is on the blocked list by now."""
    busy: str
    """Why it cannot be sent to again now; empty where that can be done."""


def _looked(services: Services, campaign: Campaign, line: Line) -> Looked:
    running = services.campaigns.get(campaign.id).state is CampaignState.RUNNING
    return Looked(
        history=services.reports.history(line),
        message_id=services.reports.message_id(campaign, line),
        now=services.clock.now(),
        blocked=line.state is not State.SKIPPED and services.suppressions.covers(line.address),
        busy=tr("It is being sent. Sending again is possible when it has ended.") if running else "",
    )


class RowActions(QObject):
    """Answers the wishes of one table about the campaign given to `about`."""

    settled = Signal()
    """Rows left their doubt."""
    again = Signal(object)
    """A Line that is to be sent to again."""
    blocked = Signal()
    """An address came onto the blocked list, or off it again."""

    def __init__(self, table: DeliveriesTable, stage: Stage, toast: Toast) -> None:
        super().__init__(table)
        self._table = table
        self._stage = stage
        self._toast = toast
        self._campaign: Campaign | None = None
        self._looking, self._opening = Newest(stage.operations, self), Stoppable(stage.operations, self)
        table.history_wanted.connect(self._history)
        table.settled.connect(self._settle)
        table.correction_wanted.connect(self.correct)

    def about(self, campaign: Campaign) -> None:
        """Whose rows the table shows."""
        self._campaign = campaign

    def look(self, line: Line, came: Callable[[Looked], None]) -> None:
        """Read what is known of one row, then hand it over."""
        if self._campaign is not None:
            campaign, services = self._campaign, self._stage.services
            self._looking.query(lambda: _looked(services, campaign, line), came)

    def read(self, line: Line) -> None:
        """Show the message of a row, made of what was kept when the campaign started."""
        if self._campaign is not None:
            self._stage.navigator.open("campaign", f"{self._campaign.id}/message/#{line.position}")

    @Slot(object)
    def correct(self, line: Line) -> None:
        """Ask for the right address of somebody whose address was wrong."""
        if self._campaign is not None:
            AddressDialog(self._campaign, line, self._stage, self._table.window()).open()

    @Slot(object)
    def correct_only(self, group: Group) -> None:
        """Ask it about the only one of a cause."""
        campaign, reports = self._campaign, self._stage.services.reports
        if campaign is None:
            return
        only = Filter(states=(group.state,), reasons=(group.reason,))

        def came(lines: list[Line]) -> None:
            if lines and self._campaign is not None and self._campaign.id == campaign.id:
                self.correct(lines[0])

        self._opening.query(lambda _stopped: reports.page(campaign, only, limit=1), came)

    def block(self, line: Line) -> None:
        """Write to this address never again; Undo takes it back."""
        campaign, suppressions, operations = self._campaign, self._stage.services.suppressions, self._stage.operations
        if campaign is None:
            return
        reason = "hard" if (line.state, line.reason) == (State.FAILED, DEAD) else "manual"

        def done(blocked: Blocked) -> None:
            if blocked.added:
                said = tr("{address} is on the blocked list: no campaign writes there again.", address=line.address)
                self._toast.say(said, tr("Undo"), undo)
            self.blocked.emit()

        def undo() -> None:
            operations.command(
                lambda: suppressions.remove([line.address]), lambda _number: self.blocked.emit(), owner=self
            )

        operations.command(
            lambda: suppressions.add([line.address], reason=reason, source=campaign.name), done, owner=self
        )

    @Slot(object)
    def _history(self, line: Line) -> None:
        def show(looked: Looked) -> None:
            dialog = HistoryDialog(line, looked.history, looked.message_id, looked.now, self._table.window())
            dialog.acts.show_row(line, busy=looked.busy)
            dialog.acts.show_blocked(blocked=looked.blocked)
            for done in (dialog.acts.settled, dialog.acts.again, dialog.acts.blocked, dialog.acts.read,
                         dialog.acts.corrected):  # fmt: skip
                done.connect(dialog.accept)
            dialog.acts.settled.connect(lambda accepted: self._settle([line.id], accepted))
            dialog.acts.again.connect(lambda: self.again.emit(line))
            dialog.acts.blocked.connect(lambda: self.block(line))
            dialog.acts.corrected.connect(lambda: self.correct(line))
            dialog.acts.read.connect(lambda: self.read(line))
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

        campaign, services = self._campaign, self._stage.services
        if campaign is not None:  # pressed twice, it opens once
            self._opening.query(lambda _stopped: _looked(services, campaign, line), show)

    @Slot(list, bool)
    def _settle(self, ids: Sequence[int], accepted: bool) -> None:  # noqa: FBT001 -- a signal gives by position
        self.settle(lambda: ids, accepted=accepted)

    def settle(self, ids: Callable[[], Sequence[int]], *, accepted: bool) -> None:
        """Mark rows in doubt as sent or as failed; which ones is asked in the background."""
        campaign, sending = self._campaign, self._stage.services.sending
        if campaign is None:
            return

        def resolve() -> int:
            return sum(sending.resolve(campaign.id, one, accepted=accepted) for one in ids())

        def done(number: int) -> None:
            self._stage.say(
                tr("{number} marked as sent.", number=count_text(number))
                if accepted
                else tr("{number} marked as failed.", number=count_text(number))
            )
            self.settled.emit()

        self._stage.operations.command(resolve, done, owner=self)
