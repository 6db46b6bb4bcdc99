"""Reads the audiences, makes new ones and does what their table is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from sendoff.core.audience import Audience, Combination
from sendoff.core.campaign import Campaign
from sendoff.core.delivery import State
from sendoff.core.events import AudiencesChanged, ListChanged
from sendoff.core.language import tr
from sendoff.core.wording import count_text, people_text
from sendoff.services.recipients import Imported
from sendoff.ui.audience_acts import AudienceActs
from sendoff.ui.deleting import Deleting
from sendoff.ui.list_dialog import BringDialog
from sendoff.ui.models.audiences import AudienceEntry
from sendoff.ui.operations import Newest
from sendoff.ui.pages.audiences.forms import CombineForm, FromCampaignForm
from sendoff.ui.pages.stage import Stage

if TYPE_CHECKING:
    from sendoff.ui.pages.audiences.view import AudiencesPage

_GATHER_MS = 100


class AudiencesPresenter(QObject):
    """Behind the list of audiences."""

    def __init__(self, page: AudiencesPage, stage: Stage) -> None:
        super().__init__(page)
        self._page = page
        self._stage = stage
        self.acts = AudienceActs(page, stage)
        self._deleting = Deleting(page, page.model, page.toast, stage.operations, self._hidden)
        self._reading = Newest(stage.operations, self)
        self._gather = QTimer(self, interval=_GATHER_MS, singleShot=True)
        self._gather.timeout.connect(self.load)
        stage.bridge.batch.connect(self._hear)

    @Slot()
    def load(self) -> None:
        """Read every audience with its figures."""
        audiences = self._stage.services.audiences

        def read() -> list[AudienceEntry]:
            counted = [(one, audiences.counts(one)) for one in audiences.all()]
            return [
                AudienceEntry(audience=one, ready=counts[State.QUEUED], rows=sum(counts.values()))
                for one, counts in counted
            ]

        self._reading.query(read, self._came)

    # -- new ones

    def from_file(self) -> None:
        """Make one of a list in a file."""
        dialog = BringDialog(self._stage, self._page.window())
        dialog.brought.connect(self._brought)
        self.acts.dialog = dialog
        dialog.open()

    def from_campaign(self) -> None:
        """Make one of a campaign's list."""
        campaigns = self._stage.services.campaigns
        self._stage.operations.query(lambda: list(campaigns.all()), self._ask_campaign, owner=self)

    def combine(self) -> None:
        """Make one of two others."""
        dialog, work = self.acts.ask(tr("Combine two audiences"), tr("Combine"))
        form = CombineForm(dialog, [one.audience for one in self._page.model.known()])
        audiences, counting = self._stage.services.audiences, Newest(self._stage.operations, dialog)

        def count(how: Combination, first: Audience, second: Audience) -> None:
            def counted(number: int | None) -> None:
                if form.values()[1:] == (how, first, second):
                    form.show_number(number or 0)

            counting.query(lambda: audiences.combined_number(how, first, second), counted)

        def submit() -> None:
            name, how, first, second = form.values()
            same = form.columns.same()
            work.run(
                lambda stopped: audiences.combine(name, how, first, second, same=same, stopped=stopped),
                self._made,
                tr("Copying people"),
            )

        form.chosen = count
        form.look()
        self.acts.show(dialog, submit)

    def _ask_campaign(self, campaigns: list[Campaign]) -> None:
        dialog, work = self.acts.ask(
            tr("Keep a campaign's list"), tr("Keep"), hint=tr("Everybody on its list, whatever became of the messages.")
        )
        form = FromCampaignForm(dialog, [one for one in campaigns if one.fields])
        audiences = self._stage.services.audiences

        def submit() -> None:
            name, campaign = form.values()
            work.run(
                lambda stopped: audiences.from_campaign(name, campaign, stopped=stopped),
                self._made,
                tr("Copying people"),
            )

        self.acts.show(dialog, submit)

    @Slot(object, object)
    def _brought(self, one: Audience, imported: Imported) -> None:
        left = imported.invalid + imported.suggested
        look = tr(", 1 row needs a look") if left == 1 else tr(", {left} rows need a look", left=count_text(left))
        rest = look if left else ""
        self._stage.say(
            tr("“{name}” has {people}{rest}.", name=one.name, people=people_text(imported.sendable), rest=rest)
        )
        self.open(one)

    def _made(self, one: Audience) -> None:
        self.open(one)

    # -- those that are there

    def open(self, one: Audience) -> None:
        """Open an audience."""
        self._stage.navigator.open("audience", one.id)

    def delete(self, one: Audience) -> None:
        """Take an audience out of the list; it is deleted when nobody undoes that."""
        audiences = self._stage.services.audiences
        self._deleting.delete(one.id, one.name, lambda: audiences.remove(one))

    def _hidden(self) -> None:
        self._page.show_face()
        self._gather.start()

    def _came(self, entries: list[AudienceEntry]) -> None:
        self._page.model.show(entries)
        self._page.show_face()

    @Slot(tuple)
    def _hear(self, batch: tuple[object, ...]) -> None:
        if self._stage.navigator.current != "audiences":
            return  # it is read anew when it is opened
        if any(isinstance(event, AudiencesChanged | ListChanged) for event in batch):
            self._gather.start()
