"""Shows the blocked list and does what is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from sendoff.core.language import digits, tr
from sendoff.core.wording import count_text
from sendoff.services.suppressions import Blocked
from sendoff.ui.models.suppressions import REASON_WORDS
from sendoff.ui.operations import Newest
from sendoff.ui.pages.blocked.adding import AddDialog, FileDialog
from sendoff.ui.pages.stage import Stage
from sendoff.ui.revealing import say_written
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
                self._added,
                tr("Blocking"),
            )

        dialog.submit = submit
        self.dialog = dialog
        dialog.open()

    def bring(self, path: Path) -> None:
        """Say who is in a file, and block them if that is wanted."""
        dialog = FileDialog(path.name, self._page.window())
        work, suppressions = Work(dialog, self._stage), self._stage.services.suppressions

        def submit() -> None:
            reason, source = dialog.reason.choice(), dialog.source.text().strip()
            work.run(
                lambda stopped: suppressions.bring(path, reason=reason, source=source, stopped=stopped),
                self._brought,
                tr("Blocking"),
            )

        dialog.submit = submit
        self.dialog = dialog
        dialog.open()
        work.run(
            lambda stopped: suppressions.look(path, stopped=stopped),
            dialog.show_found,
            tr("Reading {name}", name=path.name),
            stays=True,
        )
        dialog.finished.connect(self.load)  # a stopped import keeps what it has blocked so far

    def export(self, path: Path) -> None:
        """Write the entries shown as CSV."""
        suppressions = self._stage.services.suppressions
        search, reason = self._page.search.text(), self._page.reason.choice()

        def done(written: int) -> None:
            say_written(
                self._page.toast, tr("{written} written to {name}.", written=_entries(written), name=path.name), path
            )

        self._stage.operations.query(lambda: suppressions.export(path, search=search, reason=reason), done, owner=self)

    def remove(self) -> None:
        """Take the chosen entries off the list; Undo puts them back as they were."""
        suppressions, command = self._stage.services.suppressions, self._stage.operations.command
        keys, whole = self._chosen(), self._page.table.whole
        search, reason = self._page.model.shown

        def take() -> Sequence[str]:
            if whole:
                return suppressions.clear(search=search, reason=reason)
            suppressions.remove(keys)
            return keys

        def done(taken: Sequence[str]) -> None:
            def undo() -> None:
                command(lambda: suppressions.restore(taken), self._changed, owner=self)

            self._page.toast.say(tr("{number} unblocked.", number=_entries(len(taken))), tr("Undo"), undo)
            self.load()

        if keys:
            command(take, done, owner=self)

    def mark(self, reason: str) -> None:
        """Give the chosen entries another reason."""
        suppressions, whole = self._stage.services.suppressions, self._page.table.whole
        keys, shown = self._chosen(), self._page.model.shown

        def mark() -> int:
            every = [one.key for one in suppressions.all(search=shown[0], reason=shown[1])] if whole else keys
            return suppressions.mark(every, reason)

        def done(number: int) -> None:
            words = tr("The reason of {number} is “{reason}” now.", number=_entries(number), reason=_word(reason))
            self._page.toast.say(words)
            self.load()

        if keys:
            self._stage.operations.command(mark, done, owner=self)

    def _chosen(self) -> list[str]:
        return [self._page.model.entry(row).key for row in self._page.table.selected_rows()]

    def _take_back(self, blocked: Blocked) -> Callable[[], object]:
        """Unblock who was blocked just now."""
        suppressions = self._stage.services.suppressions
        return lambda: self._stage.operations.command(
            lambda: suppressions.remove(blocked.keys), self._changed, owner=self
        )

    def _say_blocked(self, words: str, blocked: Blocked) -> None:
        undo = (tr("Undo"), self._take_back(blocked)) if blocked.keys else ()
        self._page.toast.say(words, *undo)

    def _added(self, blocked: Blocked) -> None:
        self.load()
        many = tr(", {known} already were", known=count_text(blocked.known)) if blocked.known else ""
        known = tr(", 1 already was") if blocked.known == 1 else many
        self._say_blocked(tr("{added} blocked{known}.", added=_entries(blocked.added), known=known), blocked)

    def _brought(self, blocked: Blocked) -> None:
        self._page.problem.hide()
        many = tr(" {known} were blocked already.", known=count_text(blocked.known)) if blocked.known else ""
        known = tr(" 1 was blocked already.") if blocked.known == 1 else many
        added, rows = _entries(blocked.added), count_text(blocked.rows)
        self._say_blocked(tr("{added} of {rows} rows blocked.{known}", added=added, rows=rows, known=known), blocked)
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


def _word(reason: str) -> str:
    return tr(REASON_WORDS[reason])


def _entries(number: int) -> str:
    return tr("1 entry") if number == 1 else tr("{number} entries", number=count_text(number))
