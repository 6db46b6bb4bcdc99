"""What every table of recipients offers: a row's history, and settling rows that are in doubt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot

from sendoff.core.campaign import Campaign
from sendoff.core.delivery import Happening, Line
from sendoff.core.language import tr
from sendoff.core.wording import count_text
from sendoff.ui.local_time import local_zone
from sendoff.ui.pages.stage import Stage
from sendoff.ui.widgets.deliveries import DeliveriesTable, HistoryDialog


class RowActions(QObject):
    """Answers the wishes of one table about the campaign given to `about`."""

    settled = Signal()
    """Rows left their doubt."""

    def __init__(self, table: DeliveriesTable, stage: Stage) -> None:
        super().__init__(table)
        self._table = table
        self._stage = stage
        self._campaign: Campaign | None = None
        table.history_wanted.connect(self._history)
        table.settled.connect(self._settle)

    def about(self, campaign: Campaign) -> None:
        """Whose rows the table shows."""
        self._campaign = campaign

    @Slot(object)
    def _history(self, line: Line) -> None:
        campaign, services = self._campaign, self._stage.services
        if campaign is None:
            return

        def show(history: list[Happening]) -> None:
            zone = local_zone(services.clock.now())
            mark = services.reports.message_id(campaign, line)
            dialog = HistoryDialog(line, history, mark, zone, self._table.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

        self._stage.operations.query(lambda: services.reports.history(line), show, owner=self)

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
