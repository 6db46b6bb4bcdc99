"""What can be done with an audience wherever it is shown: rename, tag, export, use in a campaign."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sendoff.core.audience import NAME_LIMIT, Audience, Merged, Selection, Sort
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.segment_words import selection_words
from sendoff.core.titles import shortened
from sendoff.core.wording import people_text
from sendoff.ui.drafts import new_draft
from sendoff.ui.file_dialogs import save_name
from sendoff.ui.file_names import file_name
from sendoff.ui.list_dialog import MergeDialog, merged_text, tags_of
from sendoff.ui.pages.stage import Stage
from sendoff.ui.widgets.form_dialog import FormDialog
from sendoff.ui.work import Work


class AudienceActs(QObject):
    """The acts of one page. `dialog` is the one that is open, or was last."""

    def __init__(self, page: QWidget, stage: Stage) -> None:
        super().__init__(page)
        self._page = page
        self._stage = stage
        self.dialog: FormDialog | None = None

    def rename(self, one: Audience) -> None:
        """Ask for another name."""
        dialog, work = self.ask(tr("Rename the audience"), tr("Rename"))
        name = dialog.add_text(tr("&Name"), one.name)
        audiences = self._stage.services.audiences

        def submit() -> None:
            wanted = name.text()
            work.run(lambda _stopped: audiences.rename(one, wanted), _nothing, tr("Renaming"))

        self.show(dialog, submit)

    def tag(self, one: Audience) -> None:
        """Ask for the tags, parted by commas."""
        dialog, work = self.ask(tr("Tags of “{name}”", name=one.name), tr("Save"))
        tags = dialog.add_text(
            tr("&Tags"), ", ".join(one.tags), tr("Words to find audiences by, with commas between them.")
        )
        audiences = self._stage.services.audiences

        def submit() -> None:
            wanted = tags_of(tags.text())
            kept = {tag.casefold() for tag in wanted}
            gone = [tag for tag in one.tags if tag.casefold() not in kept]
            work.run(lambda _stopped: audiences.tag(one, add=wanted, remove=gone), _nothing, tr("Saving"))

        self.show(dialog, submit)

    def renew(self, one: Audience) -> None:
        """Ask for a newer list, say what it changes, and bring it in."""

        def done(merged: Merged) -> None:
            self._stage.say(merged_text(merged))

        self.dialog = MergeDialog(one, self._stage, done, self._page.window())
        self.dialog.open()

    def export(self, one: Audience, selection: Selection | None = None, sort: Sort | None = None) -> None:
        """Ask where to, and write the people of an audience, or some of them, as CSV."""
        name = save_name(self._page, tr("Export people"), file_name(one.name, ".csv"), tr("CSV (*.csv)"))
        if name:
            self.export_to(Path(name), one, selection, sort)

    def export_to(
        self, path: Path, one: Audience, selection: Selection | None = None, sort: Sort | None = None
    ) -> None:
        """Write the people as CSV."""
        services = self._stage.services
        chosen = selection or services.audiences.select(one)

        def done(written: int) -> None:
            self._stage.wrote(tr("{people} written to {name}.", people=people_text(written), name=path.name), path)

        self._stage.operations.query(lambda: services.selections.export(path, chosen, sort), done, owner=self)

    def keep(self, one: Audience, shown: Selection) -> None:
        """Ask for a name, and make an audience of some people of this one."""
        dialog, work = self.ask(
            tr("Keep these people as an audience"),
            tr("Keep"),
            hint=tr("Who is invalid, repeated or left out is not kept."),
        )
        name = dialog.add_text(tr("&Name"), shortened(f"{one.name}: {selection_words(shown)}", NAME_LIMIT))
        audiences = self._stage.services.audiences

        def kept(made: Audience) -> None:
            self._stage.say(tr("Kept as the audience “{name}”.", name=made.name))

        def submit() -> None:
            wanted = name.text()
            work.run(lambda stopped: audiences.keep(wanted, one, shown, stopped=stopped), kept, tr("Copying people"))

        self.show(dialog, submit)

    def use(self, one: Audience, selection: Selection | None = None) -> None:
        """Start a campaign for these people and open it."""
        services = self._stage.services
        chosen = selection or services.audiences.select(one)
        dialog, work = self.ask(tr("Use “{name}” in a new campaign", name=one.name), tr("Use"))

        def call(stopped: Callable[[], bool]) -> str:
            draft = new_draft(services)
            campaign, brought = services.audiences.use(draft, chosen, stopped=stopped)
            if stopped() or not brought.rows:
                services.campaigns.remove(draft.id)
            if not brought.rows and not stopped():
                raise InputError(tr("Nobody here can be sent to."), remedy=tr("Choose other people."), code="nobody")
            return campaign.id

        def opened(campaign_id: str) -> None:
            self._stage.navigator.open("campaign", campaign_id)

        dialog.primary.hide()
        self.show(dialog, dialog.accept)
        work.run(call, opened, tr("Copying people"))

    def ask(self, title: str, button: str, *, hint: str = "") -> tuple[FormDialog, Work]:
        """Make a dialog over the page, and what runs its command."""
        dialog = FormDialog(title, button, self._page.window(), hint=hint)
        return dialog, Work(dialog, self._stage)

    def show(self, dialog: FormDialog, submit: Callable[[], object]) -> None:
        """Open a dialog."""
        dialog.submit = submit
        self.dialog = dialog
        dialog.open()


def _nothing(_result: object) -> None:
    """The list hears of the change by itself."""
