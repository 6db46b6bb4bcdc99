"""Asks for the right address of somebody whose address was wrong, and opens the draft that goes there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sendoff.core.campaign import Campaign
from sendoff.core.delivery import Line
from sendoff.core.language import tr
from sendoff.core.wording import cause_sentence
from sendoff.ui.pages.stage import Stage
from sendoff.ui.widgets.form_dialog import FormDialog


class AddressDialog(FormDialog):
    """About one row of a campaign that was started; nothing is sent by it."""

    def __init__(self, campaign: Campaign, line: Line, stage: Stage, parent: QWidget) -> None:
        hint = tr("A new draft with the same message opens, for this person alone. Nothing is sent yet.")
        super().__init__(tr("The right address of {who}", who=line.name or line.address), tr("Continue"), parent,
                         hint=f"{cause_sentence(line.state, line.reason, line.code, line.text)} {hint}")  # fmt: skip
        self._campaign, self._line, self._stage = campaign, line, stage
        self.address = self.add_text(tr("Address"), line.address)
        self.submit = self._go

    def _go(self) -> None:
        campaign, line, remedies = self._campaign, self._line, self._stage.services.remedies
        address = self.address.text()

        def made(draft: Campaign) -> None:
            self.done_with()
            self._stage.navigator.open("campaign", f"{draft.id}/check")

        self.work(tr("Making the draft"))
        self._stage.operations.command(
            lambda: remedies.correct(campaign, line.position, address), made, self.fail, owner=self
        )
