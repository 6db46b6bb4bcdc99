"""Shows the blocked list and does what is asked of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from sendoff.core.language import digits, tr
from sendoff.core.wording import count_text
from sendoff.services.suppressions import Blocked
from sendoff.ui.operations import Newest
from sendoff.ui.pages.blocked.adding import AddDialog
from sendoff.ui.pages.stage import Stage
from sendoff.ui.widgets.form_dialog import FormDialog
from sendoff.ui.work import Work

if TYPE_CHECKING:
    from sendoff.ui.pages.blocked.view import BlockedPage

_EXAMPLES = 3


class BlockedPresenter(QObject):
    """Behind the blocked list. `dialog` is the one that is open, or was last."""

    def __init__(self, page: BlockedPage, stage: Stage) -> None:
        super().__init__(page)
        self._page = page
        self._stage = stage
        self._counting = Newest(stage.operations, self)
        self.dialog: FormDialog | None = None

    @Slot()
    def show_rows(self) -> None:
        """Show the entries that fit."""
        self._page.model.show(self._page.search.text().strip(), self._page.reason.choice())

    def load(self) -> None:
        """Read the list anew, and how long it is."""
        suppressions = self._stage.services.suppressions
        self._page.model.read_again()
        self._counting.query(suppressions.count, self._page.show_total)

    def add(self) -> None:
        """Ask for addresses and block them."""
        dialog = AddDialog(self._page.window())
        work, suppressions = Work(dialog, self._stage), self._stage.services.suppressions

        def submit() -> None:
            keys, reason, source = dialog.keys(), dialog.reason.choice(), dialog.source.text().strip()
            work.run(
                lambda _stopped: suppressions.add(keys, reason=reason, source=source),
                lambda blocked: self._added(keys, blocked),
                tr("Blocking"),
            )

        dialog.submit = submit
        self.dialog = dialog
        dialog.open()

    def bring(self, path: Path) -> None:
        """Block everybody in a file."""
        dialog = FormDialog(tr("Block everybody in {name}", name=path.name), tr("Block"), self._page.window())
        work, suppressions = Work(dialog, self._stage), self._stage.services.suppressions
        dialog.primary.hide()
        self.dialog = dialog
        dialog.open()
        work.run(
            lambda stopped: suppressions.bring(path, stopped=stopped),
            self._brought,
            tr("Reading {name}", name=path.name),
        )
        dialog.finished.connect(self.load)  # a stopped import keeps what it has blocked so far

    def export(self, path: Path) -> None:
        """Write the entries shown as CSV."""
        suppressions = self._stage.services.suppressions
        search, reason = self._page.search.text(), self._page.reason.choice()

        def done(written: int) -> None:
            self._page.toast.say(tr("{written} written to {name}.", written=_entries(written), name=path.name))

        self._stage.operations.query(lambda: suppressions.export(path, search=search, reason=reason), done, owner=self)

    def remove(self) -> None:
        """Take the chosen entries off the list; Undo puts them back as they were."""
        keys = [self._page.model.entry(row).key for row in self._page.table.selected_rows()]
        if keys:
            self._take_away(keys)

    def _take_away(self, keys: list[str]) -> None:
        suppressions, command = self._stage.services.suppressions, self._stage.operations.command

        def undo() -> None:
            command(lambda: suppressions.restore(keys), self._changed, owner=self)

        def done(number: int) -> None:
            self._page.toast.say(tr("{number} unblocked.", number=_entries(number)), tr("Undo"), undo)
            self.load()

        command(lambda: suppressions.remove(keys), done, owner=self)

    def _added(self, keys: list[str], blocked: Blocked) -> None:
        self.load()
        known = tr(", {known} already were", known=count_text(blocked.known)) if blocked.known else ""
        if blocked.known or not blocked.added:
            self._page.toast.say(tr("{added} blocked{known}.", added=_entries(blocked.added), known=known))
            return

        def undo() -> None:
            suppressions = self._stage.services.suppressions
            self._stage.operations.command(lambda: suppressions.remove(keys), self._changed, owner=self)

        self._page.toast.say(tr("{added} blocked.", added=_entries(blocked.added)), tr("Undo"), undo)

    def _brought(self, blocked: Blocked) -> None:
        self._page.problem.hide()
        known = tr(" {known} were blocked already.", known=count_text(blocked.known)) if blocked.known else ""
        self._page.toast.say(
            tr(
                "{added} of {rows} rows blocked.{known}",
                added=_entries(blocked.added),
                rows=count_text(blocked.rows),
                known=known,
            )
        )
        if blocked.invalid:
            rows = tr("row is") if blocked.invalid == 1 else tr("rows are")
            shown = "; ".join(
                tr("row {row}: “{text}”", row=digits(f"{row:,}"), text=text[:60])
                for row, text in blocked.examples[:_EXAMPLES]
            )
            self._page.problem.say(
                "wait",
                tr("{invalid} {rows} neither an address nor a domain.", invalid=count_text(blocked.invalid), rows=rows),
                f"{shown}.",
            )
            self._page.problem.show()

    def _changed(self, _number: int) -> None:
        self.load()


def _entries(number: int) -> str:
    return tr("1 entry") if number == 1 else tr("{number} entries", number=count_text(number))
