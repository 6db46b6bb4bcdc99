"""Reads an audience's people as they are searched, filtered and sorted, and does what is asked of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from sendoff.core.audience import Audience, Selection, Sort
from sendoff.core.delivery import Line
from sendoff.core.errors import KnownError
from sendoff.core.events import AudiencesChanged, BlockedChanged, ListChanged
from sendoff.core.language import tr
from sendoff.core.recipient import Verdict
from sendoff.core.segment import EVERYBODY, Segment
from sendoff.core.segment_grammar import parse_segment
from sendoff.core.segment_words import selection_words
from sendoff.core.triage_rows import Keep
from sendoff.core.triage_words import fixed_words, heirs_words
from sendoff.core.wording import count_text
from sendoff.ui.audience_acts import AudienceActs
from sendoff.ui.heeding import heed_blocked
from sendoff.ui.models.people import people_columns
from sendoff.ui.operations import Newest, Stoppable
from sendoff.ui.pages.audience.table import ROWS_LIMIT
from sendoff.ui.pages.stage import Stage

if TYPE_CHECKING:
    from sendoff.ui.pages.audience.view import AudiencePage

_GATHER_MS = 200


class AudiencePresenter(QObject):
    """Behind the table of one audience."""

    def __init__(self, page: AudiencePage, stage: Stage) -> None:
        super().__init__(page)
        self._page = page
        self._stage = stage
        self.acts = AudienceActs(page, stage)
        self._id = ""
        self._audience: Audience | None = None
        self._segment: Segment = EVERYBODY
        self._uncounted = self._unprepared = False
        """What is still to be read of the audience: its figures, and the text for searches."""
        self._reading, self._narrowing = Stoppable(stage.operations, self), Stoppable(stage.operations, self)
        self._hinting, self._preparing = Stoppable(stage.operations, self), Stoppable(stage.operations, self)
        self._finding, self._counting = Newest(stage.operations, self), Newest(stage.operations, self)
        self._copying = Newest(stage.operations, self)
        self._gather = QTimer(self, interval=_GATHER_MS, singleShot=True)
        self._gather.timeout.connect(self._read)
        stage.bridge.batch.connect(self._hear)
        stage.navigator.moved.connect(self._moved)
        page.model.found.connect(self._found)
        page.model.edited.connect(self._edit)

    # -- what is shown

    def open(self, audience_id: str, address: str = "") -> None:
        """Show an audience: the first rows at once, then what a search needs.

        With an address only its rows are shown, whatever was looked for before.
        """
        if audience_id and (address or audience_id != self._id):
            self._id, self._audience, self._segment = audience_id, None, EVERYBODY
            self._finding.cancel()
            self._hinting.cancel()
            self._preparing.cancel()
            self._page.model.forget()
            self._page.clear()
            self._page.search.setText(address)
        self._read()
        if self._id:
            heed_blocked(self._stage, self._id, self)

    def selection(self) -> Selection | None:
        """Who is shown."""
        one = self._audience
        if one is None:
            return None
        verdict = self._page.tabs.choice()
        return Selection(
            owner_id=one.id,
            fields=one.fields,
            titles=one.titles,
            formats=one.formats,
            text=self._page.search.text().strip(),
            verdicts=(Verdict(verdict),) if verdict else (),
            segment=self._segment,
        )

    def show_rows(self) -> None:
        """Show the people that fit now."""
        selection = self.selection()
        if selection is None:
            return
        self._narrowing.cancel()
        self._page.show_narrowed(on=bool(selection_words(selection)))
        columns = people_columns(selection.fields, selection.titles)
        self._page.tell(tr("Looking…"))
        self._page.model.show(selection, self.sort(), columns)

    def sort(self) -> Sort:
        """The order of the rows."""
        column, descending = self._page.sorting
        field = self._page.model.sort_of(column) if column >= 0 else ""
        return Sort(field=field or "", descending=descending)

    @Slot(str)
    def segment(self, expression: str) -> None:
        """Show those who fit an expression; what cannot be read is said below it and changes nothing."""
        one = self._audience
        if one is None:
            return

        def read(segment: Segment) -> None:
            self._page.segment.show_problem(None)
            if segment != self._segment:
                self._segment = segment
                self._page.show_filtering(on=segment != EVERYBODY)
                self.show_rows()

        # The first expression builds the grammar, which takes longer than a frame.
        self._reading.query(
            lambda _stopped: parse_segment(expression, one.fields), read, self._page.segment.show_problem
        )

    def _read(self) -> None:
        wanted, services = self._id, self._stage.services

        if wanted:
            self._uncounted = True
            self._finding.query(lambda: services.audiences.find(wanted), self._show, self._gone)

    def _count(self) -> None:
        wanted, triage = self._id, self._stage.services.triage

        def counted(counts: Mapping[Verdict, int]) -> None:
            if wanted != self._id:
                return
            self._page.show_counts(counts)
            # One long reading after the other, so that the rows in sight never wait for a free reader.
            if self._unprepared:
                self._prepare()

        self._uncounted = False
        self._counting.query(lambda: triage.counts(wanted), counted, _unheard)

    def _show(self, audience: Audience) -> None:
        first = self._audience is None
        anew = self._audience is None or self._audience.fields != audience.fields
        self._audience = audience
        self._page.show_audience(audience)
        if anew:
            self._find_dates(audience)
        self.show_rows()
        if first:
            self._page.table.lay_out()
            self._unprepared = True

    def _find_dates(self, one: Audience) -> None:
        selections, show = self._stage.services.selections, self._page.segment.show_held
        self._hinting.query(lambda stopped: selections.held(one.id, one.fields, stopped), show, _unheard)

    def _prepare(self) -> None:
        """Read the text that searches look through, so that the first one is as quick as the others."""
        wanted, selections = self._id, self._stage.services.selections
        self._unprepared = False
        self._preparing.query(lambda stopped: selections.prepare(wanted, stopped), _nothing)

    def _gone(self, error: KnownError) -> None:
        self._id, self._audience = "", None
        if self._stage.navigator.current == "audience":
            self._stage.say(error.title)
            self._stage.navigator.open("audiences")

    @Slot(int, bool)
    def _found(self, number: int, whole: bool) -> None:  # noqa: FBT001 -- a signal gives by position
        if whole:
            self._page.tell(
                (
                    tr("{number} row shown", number=count_text(number))
                    if number == 1
                    else tr("{number} rows shown", number=count_text(number))
                ),
                number=number,
            )
            self._count_sent(number)
        else:
            self._page.tell(tr("Looking…") if not number else tr("Looking for more…"))
        if self._uncounted:
            self._count()

    def _count_sent(self, number: int) -> None:
        """Say on the button how many of those shown can be written to."""
        selection, selections = self.selection(), self._stage.services.selections
        if selection is None or not number or not selection_words(selection):
            return
        chosen = replace(selection, kept=True)

        def counted(order: Sequence[int] | None) -> None:
            if order is not None and self.selection() == selection:
                self._page.show_narrowed(on=True, number=len(order))

        self._narrowing.query(lambda stopped: selections.order(chosen, stopped=stopped), counted, _unheard)

    # -- what is done

    def keep(self) -> None:
        """Make an audience of who is shown."""
        selection = self.selection()
        if self._audience is not None and selection is not None:
            self.acts.keep(self._audience, selection)

    def use(self) -> None:
        """Start a campaign for who is shown."""
        selection = self.selection()
        if self._audience is not None and selection is not None:
            self.acts.use(self._audience, replace(selection, kept=True))

    def export(self) -> None:
        """Write who is shown as CSV."""
        if self._audience is not None:
            self.acts.export(self._audience, self.selection(), self.sort())

    def about(self, run: Callable[[Audience], None]) -> None:
        """Do something with the audience."""
        if self._audience is not None:
            run(self._audience)

    def leave_out(self) -> None:
        """Leave the chosen rows out of what is sent."""
        triage, wanted = self._stage.services.triage, self._id
        heirs: list[int] = []
        self._correct_chosen(
            lambda ids: triage.leave_out(wanted, row_ids=ids, told=heirs.append),
            tr("left out"),
            more=lambda: heirs_words(heirs),
        )

    def take_in(self) -> None:
        """Take chosen rows back that were left out, or use them instead of those they repeat."""
        triage, wanted = self._stage.services.triage, self._id
        self._correct_chosen(lambda ids: triage.take_in(wanted, row_ids=ids), tr("taken in again"))

    def fix_typos(self) -> None:
        """Give every row the address that was probably meant."""
        self._fix(())

    def use_suggestions(self) -> None:
        """Likewise the chosen rows."""
        rows = self._page.table.selected_rows()
        ids = self._page.model.ids(rows[:ROWS_LIMIT])
        if ids:
            self._fix(ids)

    def _fix(self, ids: Sequence[int]) -> None:
        triage, wanted = self._stage.services.triage, self._id
        now: list[str] = []
        self._correct(
            lambda: triage.fix_all(wanted, told=lambda _at, _old, new: now.append(new), row_ids=ids),
            "",
            said=lambda: fixed_words(now),
        )

    def keep_of_repeated(self, which: Keep) -> None:
        """Let the first or the last row of each address keep it."""
        triage, wanted = self._stage.services.triage, self._id
        self._correct(lambda: triage.keep(wanted, which), tr("changed"))

    @Slot(list)
    def copy(self, rows: Sequence[int]) -> None:
        """Put rows on the clipboard, reading in the background."""
        one, selections = self._audience, self._stage.services.selections
        if one is None:
            return
        ids, columns = self._page.model.ids(rows[:ROWS_LIMIT]), people_columns(one.fields, one.titles)

        def read() -> list[str]:
            lines = selections.rows_by_id(ids, one.fields)
            return ["\t".join(" ".join(column.text(line).split()) for column in columns) for line in lines]

        def copied(texts: list[str]) -> None:
            QGuiApplication.clipboard().setText("\n".join(texts))
            if len(rows) > ROWS_LIMIT:
                self._stage.say(
                    tr(
                        "The first {rows_limit} rows are copied. Export writes them all.",
                        rows_limit=count_text(ROWS_LIMIT),
                    )
                )

        self._copying.query(read, copied)

    @Slot(object, dict)
    def _edit(self, line: Line, fields: dict[str, str]) -> None:
        triage, wanted = self._stage.services.triage, self._id
        self._correct(lambda: bool(triage.edit(wanted, line.id, fields=fields)), tr("changed"))

    def _correct(
        self, call: Callable[[], int], what: str, more: Callable[[], str] = str, said: Callable[[], str] = str
    ) -> None:
        """Change rows in one step that can be undone; `said` gives the whole sentence."""
        triage, wanted = self._stage.services.triage, self._id

        def undo() -> None:
            self._stage.operations.command(lambda: triage.undo(wanted), _nothing, owner=self)

        def done(number: int) -> None:
            rows = (
                tr("{number} rows", number=count_text(number))
                if number != 1
                else tr("{number} row", number=count_text(number))
            )
            if number:
                self._page.toast.say(said() or f"{rows} {what}. {more()}".strip(), tr("Undo"), undo)
            else:
                self._page.toast.say(tr("There is nothing to change."))

        self._stage.operations.command(call, done, self._refused, owner=self)

    def _refused(self, error: KnownError) -> None:
        self._stage.fail(error)
        self.show_rows()

    def _correct_chosen(self, call: Callable[[Sequence[int]], int], what: str, more: Callable[[], str] = str) -> None:
        rows = self._page.table.selected_rows()
        ids = self._page.model.ids(rows)
        if len(rows) > ROWS_LIMIT:
            self._page.toast.say(tr("Choose up to {rows_limit} rows at once.", rows_limit=count_text(ROWS_LIMIT)))
        elif ids:
            self._correct(lambda: call(ids), what, more)

    # -- what happens elsewhere

    @Slot(str, str)
    def _moved(self, name: str, _rail: str) -> None:
        if not name:
            self._narrowing.cancel()
            self._page.model.stop()

    @Slot(tuple)
    def _hear(self, batch: tuple[object, ...]) -> None:
        if self._stage.navigator.current != "audience":
            return  # it is read anew when it is opened
        if any(isinstance(event, BlockedChanged) for event in batch):
            heed_blocked(self._stage, self._id, self)
        lists = {event.owner_id for event in batch if isinstance(event, ListChanged)}
        if self._id in lists or any(isinstance(event, AudiencesChanged) for event in batch):
            self._gather.start()


def _unheard(_error: KnownError) -> None:
    """That the audience is gone is said once, by who looks for it."""


def _nothing(_result: object) -> None:
    """The table hears of the change by itself."""
