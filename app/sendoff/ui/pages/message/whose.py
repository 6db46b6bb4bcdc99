"""Whose message is previewed: the next one, the one with a number, one worth a look, or somebody by name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from sendoff.core.campaign import Campaign
from sendoff.core.language import tr
from sendoff.ui.pages.message.presenter import MessagePresenter
from sendoff.ui.pages.message.preview import PreviewPane


class Whose(QObject):
    """Stands between the preview's controls and the list; `written` gives the campaign with what is typed."""

    def __init__(self, preview: PreviewPane, presenter: MessagePresenter, written: Callable[[], Campaign]) -> None:
        super().__init__(preview)
        self._preview, self._presenter, self._written = preview, presenter, written
        self._campaign: Campaign | None = None
        self._steps = 0
        """Recipients to go on, or back, that are not answered yet."""
        preview.row_wanted.connect(self._find_row)
        preview.step_wanted.connect(self._step)
        preview.place_wanted.connect(self._go_to)
        preview.row_chosen.connect(self.ask_place)
        preview.search.wanted.connect(self._look_for)
        preview.search.chosen.connect(preview.show_row)
        presenter.row_found.connect(preview.show_row)
        presenter.placed.connect(preview.show_place)
        presenter.stepped.connect(self._stepped)
        presenter.people_found.connect(preview.search.show_found)

    def show_campaign(self, campaign: Campaign) -> None:
        """Go through this campaign's list."""
        self._campaign = campaign

    def leave(self) -> None:
        """Give up whom one goes to and who is looked for."""
        self._presenter.look_for_nobody()
        self._steps = 0

    @Slot()
    def ask_place(self) -> None:
        """Find out which of those who get the message the present one is."""
        if self._campaign is not None:
            self._presenter.place(self._campaign, self._preview.row())

    @Slot(str)
    def _find_row(self, worth: str) -> None:
        self._presenter.find_row(self._written(), worth, self._preview.row())

    @Slot(int)
    def _step(self, by: int) -> None:
        if self._campaign is not None:
            self._steps += by
            self._presenter.step(self._campaign, self._preview.row(), self._steps)

    @Slot(int)
    def _go_to(self, place: int) -> None:
        if self._campaign is not None:
            self._steps = 0
            self._presenter.step(self._campaign, 0, place)

    @Slot(str)
    def _look_for(self, text: str) -> None:
        if self._campaign is not None:
            self._presenter.look_for(self._campaign, text)

    @Slot(int)
    def _stepped(self, position: int) -> None:
        self._steps = 0
        if position:
            self._preview.show_row(position)
            self.ask_place()  # also where it is the same one: the number that was typed may be another
        else:
            self._presenter.say(tr("Nobody else that way gets the message."))
