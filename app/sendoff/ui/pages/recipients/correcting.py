"""Behind the tabs: shows the rows of a draft's list, and does what a person wants done with them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from sendoff.core.address import check_address
from sendoff.core.audience import Selection, Sort
from sendoff.core.campaign import Campaign
from sendoff.core.column_names import twins_of
from sendoff.core.delivery import Line
from sendoff.core.errors import KnownError
from sendoff.core.events import DomainProgress, ListChanged
from sendoff.core.language import spoken, tr
from sendoff.core.recipient import Verdict, verdict_of
from sendoff.core.shown import own_forms
from sendoff.core.triage_rows import Keep
from sendoff.core.triage_words import fixed_words, heirs_words
from sendoff.core.wording import count_text, verdict_label
from sendoff.services.domain_check import Domains
from sendoff.services.triage import Owner
from sendoff.ui.file_names import file_name, list_title
from sendoff.ui.models.triage import TriageModel
from sendoff.ui.operations import Newest, Stoppable, Stopped
from sendoff.ui.pages.recipients.cells import columns_of
from sendoff.ui.pages.recipients.triage import FIX_MISTYPED, TriageView
from sendoff.ui.pages.stage import Stage
from sendoff.ui.revealing import say_written
from sendoff.ui.widgets.tabs import ALL
from sendoff.ui.widgets.toast import Toast

_SAMPLE = 100
_LOOKED = 500
"""Invalid rows that are looked at for what was meant; where there are more, something may be."""
_UNDO_SECONDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the store says of a list."""

    owner: Owner
    counts: Mapping[Verdict, int]
    twins: dict[str, tuple[str, ...]]
    named: bool
    guessed: bool
    """Of some invalid address can be told what was meant."""
    forms: Mapping[str, str]
    """The filters in which a message shows what the list's file brought a form for."""


class TriagePresenter(QObject):
    """Answers one `TriageView`."""

    counted = Signal(dict)
    """The figures of the list, by verdict."""

    def __init__(self, view: TriageView, model: TriageModel, toast: Toast, stage: Stage) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._toast = toast
        self._stage = stage
        self._id = ""
        self._known: _Known | None = None
        self._reading = Newest(stage.operations, self)
        self._sort = Sort()
        self._stop = threading.Event()
        self._preparing = Stoppable(stage.operations, self)
        self._asking = False
        view.tabs.chosen.connect(self.open_tab)
        view.search.searched.connect(lambda _text: self._show_rows())
        view.asked.connect(self.do)
        view.table.sorted.connect(self._sort_by)
        view.table.left_out.connect(self._leave_rows)
        view.table.taken_in.connect(self._take_rows)
        view.table.used.connect(self._use_rows)
        model.edited.connect(self._edit)
        model.found.connect(self._found)
        stage.bridge.batch.connect(self._hear)

    def show(self, campaign: Campaign) -> None:
        """Show a draft's list."""
        if campaign.id != self._id:
            self.forget()
            self._id = campaign.id
        self._view.list_name.setText(campaign.list_name or tr("List"))
        self.read()

    def forget(self) -> None:
        """Give up what is under way and show nothing: another list comes."""
        self.stop()
        self._id, self._known, self._sort = "", None, Sort()
        self._view.search.clear()
        self._view.show_busy("")
        self._view.forget()
        self._model.forget()

    def stop(self) -> None:
        """Give up what is under way."""
        self._stop.set()
        self._preparing.cancel()
        self._model.stop()

    def read(self) -> None:
        """Read the figures, and the rows if they may have changed."""
        owner_id, triage = self._id, self._stage.services.triage
        if not owner_id:
            return

        def read() -> _Known:
            owner = triage.owner(owner_id)
            sample = triage.page(owner_id, limit=_SAMPLE)
            invalid = triage.page(owner_id, Verdict.INVALID, limit=_LOOKED)
            return _Known(
                owner=owner,
                counts=triage.counts(owner_id),
                twins=twins_of(owner.columns, sample),
                named=any(line.name for line in sample),
                guessed=any(check_address(line.address).suggestion for line in invalid) or len(invalid) == _LOOKED,
                forms=own_forms(owner.columns, [line.fields for line in sample], spoken().code, owner.formats),
            )

        def came(known: _Known) -> None:
            if self._id == owner_id:
                self._know(known)

        # A campaign that was started meanwhile is shown otherwise by whoever opened this.
        self._reading.query(read, came, lambda _error: None)

    def find(self, text: str) -> None:
        """Show the rows that hold a text, whatever was looked for before."""
        if self._id:
            self._view.search.setText(text)
            self.open_tab(ALL)

    @Slot(str)
    def open_tab(self, key: str) -> None:
        """Show the rows of a tab."""
        self._view.open_tab(key)
        self._show_rows()

    @Slot(str)
    def do(self, key: str) -> None:
        """Do something with the open tab."""
        triage, owner_id, verdict = self._stage.services.triage, self._id, self._verdict()
        if key == "stop":
            self._asking = False
            self._view.stop.setEnabled(False)
            self._stop.set()
        elif key in ("fix", FIX_MISTYPED):
            wanted = verdict if verdict is Verdict.INVALID and key == "fix" else Verdict.SUGGESTED
            now: list[str] = []
            self._act(
                tr("Fixing"),
                lambda stopped: triage.fix_all(
                    owner_id, stopped, lambda _at, _old, new: now.append(new), verdicts=(wanted,)
                ),
                "",
                said=lambda _number: fixed_words(now),
            )
        elif key == "leave_out":
            self._act(tr("Leaving out"), lambda _stopped: triage.leave_out(owner_id, verdict), tr("left out."))
        elif key == "take_in":
            self._act(tr("Taking in"), lambda stopped: triage.take_in(owner_id, stopped=stopped), tr("taken in again."))
        elif key in ("first", "last"):
            words = tr("now stand for their address: the {key} of each.", key=key)
            self._act(tr("Choosing"), lambda _stopped: triage.keep(owner_id, Keep(key)), words)
        elif key == "domains":
            self._check_domains()

    def proposed(self) -> str:
        """A file name for the export of the open tab."""
        verdict = self._verdict()
        name = list_title(self._view.list_name.whole()) or "list"
        tab = f" {verdict_label(verdict).lower()}" if verdict else ""
        return file_name(name, f"{tab}.csv")

    def export(self, path: Path) -> None:
        """Write the open tab to a file."""
        triage, owner_id, verdict = self._stage.services.triage, self._id, self._verdict()

        def written(number: int) -> None:
            say_written(self._toast, tr("{number} written to {name}.", number=_rows(number), name=path.name), path)

        verdicts = (verdict,) if verdict else tuple(Verdict)
        self._stage.operations.query(lambda: triage.export(owner_id, path, verdicts), written, owner=self)

    # -- acts

    def _act(
        self, busy: str, call: Callable[[Stopped], int], words: str, said: Callable[[int], str] | None = None
    ) -> None:
        """Change the list in one step that can be undone; `said` gives the whole sentence where `words` end none."""
        owner_id, stop = self._id, threading.Event()
        self._stop = stop
        self._view.show_busy(f"{busy} …", cancellable=True)

        def done(number: int) -> None:
            self._view.show_busy("")
            if number and self._id == owner_id:
                self._offer_undo(said(number) if said else f"{_rows(number)} {words}")
            elif not number:
                self._toast.say(tr("There was nothing to change."))

        self._stage.operations.command(lambda: call(stop.is_set), done, self._failed, owner=self)

    def _offer_undo(self, words: str) -> None:
        owner_id = self._id
        self._toast.say(words, tr("Undo"), lambda: self._undo(owner_id), seconds=_UNDO_SECONDS)

    def _undo(self, owner_id: str) -> None:
        triage = self._stage.services.triage
        self._stage.operations.command(
            lambda: triage.undo(owner_id),
            lambda number: self._toast.say(tr("{number} as before.", number=_rows(number))),
            owner=self,
        )

    @Slot(object, dict)
    def _edit(self, line: Line, fields: dict[str, str]) -> None:
        triage, owner_id = self._stage.services.triage, self._id
        columns = dict(fields)
        address = columns.pop("email", None)
        if address is not None:
            columns = {}  # every field that held the old address follows it

        def done(now: Line) -> None:
            if self._id == owner_id:
                self._offer_undo(
                    tr("No. {position} is now {under}.", position=count_text(now.position), under=_under(now))
                )

        self._stage.operations.command(
            lambda: triage.edit(owner_id, line.id, address=address, fields=columns), done, self._failed, owner=self
        )

    @Slot(list)
    def _leave_rows(self, ids: list[int]) -> None:
        triage, owner_id = self._stage.services.triage, self._id
        heirs: list[int] = []

        def leave(_stopped: Stopped) -> int:
            return triage.leave_out(owner_id, row_ids=ids, told=heirs.append)

        def said(number: int) -> str:
            return f"{_rows(number)} {tr('left out.')} {heirs_words(heirs)}".strip()

        if ids:
            self._act(tr("Leaving out"), leave, "", said=said)

    @Slot(list)
    def _take_rows(self, ids: list[int]) -> None:
        triage, owner_id = self._stage.services.triage, self._id
        if ids:
            self._act(tr("Taking in"), lambda stopped: triage.take_in(owner_id, row_ids=ids, stopped=stopped),
                      tr("taken in again."))  # fmt: skip

    @Slot(list)
    def _use_rows(self, ids: list[int]) -> None:
        triage, owner_id = self._stage.services.triage, self._id
        if ids:
            self._act(tr("Choosing"), lambda stopped: triage.take_in(owner_id, row_ids=ids, stopped=stopped), "",
                      said=_used)  # fmt: skip

    def _failed(self, error: KnownError) -> None:
        self._asking = False
        self._view.show_busy("")
        if error.code == "stopped":
            self._toast.say(error.title)
        else:
            self._stage.fail(error)
        self.read()
        self._show_rows()

    def _check_domains(self) -> None:
        domains, owner_id, stop = self._stage.services.domains, self._id, threading.Event()
        self._stop, self._asking = stop, True
        self._view.show_busy(tr("Asking about the domains …"), cancellable=True)

        def done(found: Domains) -> None:
            self._asking = False
            self._view.show_busy("")
            words = tr("The check was stopped; no row was changed.") if stop.is_set() else domains_words(found)
            if found.rows and self._id == owner_id:
                self._offer_undo(words)
            else:
                self._toast.say(words, seconds=_UNDO_SECONDS)

        self._stage.operations.query(lambda: domains.check(owner_id, stop.is_set), done, self._failed, owner=self)

    # -- showing

    def _know(self, known: _Known) -> None:
        first = self._known is None
        changed = first or self._known != known
        self._known = known
        self._view.show_guessed(any_there=known.guessed)
        self._view.show_counts(known.counts)
        self._view.show_offers()
        if changed:
            self._show_rows()
        self.counted.emit(dict(known.counts))
        if first and known.counts:
            selections, owner_id = self._stage.services.selections, known.owner.id
            self._preparing.query(lambda stopped: selections.prepare(owner_id, stopped), lambda _none: None)

    @Slot(Sort)
    def _sort_by(self, sort: Sort) -> None:
        self._sort = sort
        self._show_rows()

    def _show_rows(self) -> None:
        known, verdict = self._known, self._verdict()
        if known is None:
            return
        selection = Selection(
            owner_id=known.owner.id,
            fields=known.owner.fields,
            text=self._view.search.text().strip(),
            verdicts=(verdict,) if verdict else (),
        )
        columns = columns_of(
            known.owner.columns, known.twins, verdict, named=known.named, titles=known.owner.titles, forms=known.forms
        )
        self._model.show(selection, self._sort, columns)
        self._view.table.dress(columns, self._sort)

    def _verdict(self) -> Verdict | None:
        key = self._view.tabs.choice()
        return Verdict(key) if key else None

    @Slot(int, bool)
    def _found(self, number: int, whole: bool) -> None:  # noqa: FBT001 -- a signal gives by position
        self._view.show_found(number, self._view.search.text().strip(), whole=whole)

    @Slot(tuple)
    def _hear(self, batch: tuple[object, ...]) -> None:
        changed = False
        for event in batch:
            if isinstance(event, ListChanged) and event.owner_id == self._id:
                changed = True
            elif isinstance(event, DomainProgress) and event.owner_id == self._id and self._asking:
                words = tr(
                    "{asked} of {total} domains asked", asked=count_text(event.asked), total=count_text(event.total)
                )
                self._view.show_busy(words, cancellable=True)
        if changed and self._id:
            self.read()
            self._show_rows()


def domains_words(found: Domains) -> str:
    """What a check of the domains has found, honest about what nobody could tell."""
    if not found.checked and not found.unknown:
        return tr("There is no domain to ask about.")
    if not found.checked:
        return tr("Nothing could be looked up: this computer seems to be offline. No row was changed.")
    dead = (
        tr("{takes} no mail, {rows} now invalid", takes=_takes(len(found.dead)), rows=_rows(found.rows))
        if found.dead
        else tr("all take mail")
    )
    unknown = (
        tr(" {unknown} gave no answer and stay as they are.", unknown=count_text(found.unknown))
        if found.unknown
        else ""
    )
    checked = tr("1 domain") if found.checked == 1 else tr("{checked} domains", checked=count_text(found.checked))
    return tr("{checked} checked: {dead}.{unknown}", checked=checked, dead=dead, unknown=unknown)


def _takes(number: int) -> str:
    return tr("1 takes") if number == 1 else tr("{number} take", number=count_text(number))


def _rows(number: int) -> str:
    return tr("1 row") if number == 1 else tr("{number} rows", number=count_text(number))


def _used(number: int) -> str:
    if number == 1:
        return tr("1 row is used instead.")
    return tr("{number} rows are used instead.", number=count_text(number))


def _under(line: Line) -> str:
    return tr("under “{verdict}”", verdict=verdict_label(verdict_of(line.reason)))
