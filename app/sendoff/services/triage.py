"""Triage: the rows of a draft or an audience by what they are, and what a person does about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from sendoff.core.address import check_address
from sendoff.core.audience import Audience
from sendoff.core.campaign import Campaign
from sendoff.core.delivery import Line
from sendoff.core.errors import InputError
from sendoff.core.events import ListChanged
from sendoff.core.language import tr
from sendoff.core.list_ports import AudienceStore
from sendoff.core.ports import CampaignStore, Clock, Lists, RowReader
from sendoff.core.recipient import Verdict, kept_as, verdict_of
from sendoff.core.shown import Formats
from sendoff.core.stopping import never
from sendoff.core.titles import UNTITLED, Titles
from sendoff.core.triage_ports import TriageStore
from sendoff.core.triage_rows import (
    ASIDE,
    SENT,
    Chosen,
    Judge,
    Keep,
    TriageRow,
    judged_anew,
    left_out,
    meant_instead,
    readdressed,
    with_fields,
)
from sendoff.core.wording import problem_sentence, verdict_label
from sendoff.services.bus import Bus
from sendoff.services.paging import following, row_at
from sendoff.services.recipients import BLOB_FIELD

_PAGE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """A list that can be corrected: a draft's or an audience's."""

    id: str
    name: str
    fields: tuple[str, ...]
    titles: Titles = UNTITLED
    formats: Formats = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The fields a person sees."""
        return tuple(name for name in self.fields if not name.startswith(BLOB_FIELD))


class Triage:
    """Shows and corrects lists. Acts raise InputError (`not_a_draft`) once a campaign has been started."""

    def __init__(
        self,
        *,
        store: TriageStore,
        rows: RowReader,
        campaigns: CampaignStore,
        audiences: AudienceStore,
        lists: Lists,
        judge: Judge,
        bus: Bus,
        clock: Clock,
    ) -> None:
        self._store = store
        self._rows = rows
        self._campaigns = campaigns
        self._audiences = audiences
        self._lists = lists
        self._judge = judge
        self._bus = bus
        self._clock = clock

    # -- looking

    def owner(self, owner_id: str) -> Owner:
        """The campaign or audience with this id. Raises InputError where there is none."""
        found = self._campaigns.get(owner_id) or self._audiences.get(owner_id)
        if found is None:
            raise InputError(tr("That list does not exist any more."), code="no_list")
        return Owner(id=found.id, name=found.name, fields=found.fields, titles=found.titles, formats=found.formats)

    def find(self, reference: str) -> Owner:
        """An audience or a campaign by id, name or file; the newest campaign where it is empty. Raises InputError."""
        every: list[Audience | Campaign] = [*self._campaigns.all()[:1]]
        if reference:
            every = [*self._audiences.all(), *self._campaigns.all()]
        source = str(Path(reference).expanduser().absolute()) if reference else ""
        for one in every:
            if not reference or reference in (one.id, one.name) or one.source == source:
                return Owner(id=one.id, name=one.name, fields=one.fields, titles=one.titles, formats=one.formats)
        raise InputError(
            tr("There is no campaign and no audience “{reference}” here.", reference=reference)
            if reference
            else tr("There is no list here yet."),
            remedy=tr("Write its name as `sendoff status` or `sendoff audiences list` shows it."),
            code="no_list",
        )

    def counts(self, owner_id: str) -> dict[Verdict, int]:
        """How many rows each tab has; they add up to the list."""
        return self._store.counts(owner_id)

    def page(
        self, owner_id: str, verdict: Verdict | None = None, *, after: int = 0, limit: int = 256, search: str = ""
    ) -> list[Line]:
        """Rows of a tab (of all where it is None) by key, after row id `after`; see `problem` for each one's reason."""
        state, reason = kept_as(verdict) if verdict else (None, "")
        return self._rows.page(
            owner_id,
            self.owner(owner_id).fields,
            after=after,
            limit=limit,
            states=(state,) if state else (),
            reasons=(reason,) if verdict else (),
            search=search,
        )

    def row(self, owner_id: str, position: int) -> Line:
        """The row with this number in the list. Raises InputError where there is none."""
        return row_at(self._rows, self.owner(owner_id), position)

    def export(self, owner_id: str, path: Path, verdicts: Sequence[Verdict] = tuple(Verdict)) -> int:
        """Write tabs as CSV: the list's columns, and each row's problem. Returns the rows. Raises InputError."""
        columns = self.owner(owner_id).columns
        self._store.counts(owner_id)  # refuses a list that is being sent

        def cells() -> Iterator[tuple[str, ...]]:
            # The whole list in its own order, so that importing it again gives the same list.
            for tab in (None,) if set(verdicts) == set(Verdict) else verdicts:
                for line in self._every(owner_id, tab):
                    yield (*(line.fields.get(name, "") for name in columns), problem(line))

        return self._lists.write_list(path, (*columns, tr("Problem")), cells())

    def _every(self, owner_id: str, verdict: Verdict | None) -> Iterator[Line]:
        return chain.from_iterable(following(lambda after: self.page(owner_id, verdict, after=after, limit=_PAGE)))

    # -- correcting

    def edit(
        self, owner_id: str, row_id: int, *, address: str | None = None, fields: Mapping[str, str] | None = None
    ) -> Line:
        """Change a row and judge it anew; where it had an address first, the next row takes its place there.

        An address is taken as it is written, a wrong one too: then the row is invalid and says why. Raises InputError.
        """
        owner, changed = self.owner(owner_id), dict(fields or {})
        written = changed.pop("email", None) if address is None else address
        self._refuse_fields(owner, changed)

        def change(row: TriageRow) -> TriageRow:
            row = with_fields(row, owner.fields, changed)
            return row if written is None else readdressed(row, written.strip(), self._judge, owner.fields)

        self._rewrite(owner_id, Chosen(ids=(row_id,)), change)
        found = self._rows.page(owner_id, owner.fields, after=row_id - 1, limit=1)
        if not found or found[0].id != row_id:
            raise InputError(tr("That row does not exist any more."), code="no_row")
        return found[0]

    def fix_all(
        self,
        owner_id: str,
        stopped: Callable[[], bool] = never,
        told: Callable[[int, str, str], object] = lambda _position, _old, _new: None,
        row_ids: Sequence[int] = (),
        verdicts: tuple[Verdict, ...] = (Verdict.SUGGESTED, Verdict.INVALID),
    ) -> int:
        """Give every row of these verdicts, or these rows, the address probably meant.

        Those that then repeat another become duplicates. Returns how many were fixed; `told` hears of each its number,
        what was written and what it is now.
        """
        fields = self.owner(owner_id).fields

        def change(row: TriageRow) -> TriageRow:
            meant = meant_instead(row)
            if not meant:
                return row
            told(row.position, row.address, meant)
            return readdressed(row, meant, self._judge, fields)

        every = Chosen(verdicts=verdicts)
        return self._rewrite(owner_id, Chosen(ids=tuple(row_ids)) if row_ids else every, change, stopped)

    def leave_out(
        self,
        owner_id: str,
        verdict: Verdict | None = None,
        row_ids: Sequence[int] = (),
        told: Callable[[int], object] = lambda _position: None,
    ) -> int:
        """Leave a tab or some rows out of what is sent; returns how many.

        The next row with the address of one left out takes its place, and `told` hears its number; where a whole tab
        is left out, all rows of its addresses are.
        """
        if verdict is None:
            return self._rewrite(owner_id, Chosen(ids=tuple(row_ids)), left_out, told=told)
        if verdict not in SENT:
            raise InputError(
                tr("The rows under “{verdict}” are not sent anyway.", verdict=verdict_label(verdict)),
                remedy=tr("Choose one of: {value}.", value=", ".join(one.value for one in SENT)),
                code="not_sent",
            )
        return self._changed(owner_id, self._store.leave_out(owner_id, verdict, self._clock.now()))

    def take_in(
        self,
        owner_id: str,
        verdict: Verdict | None = None,
        row_ids: Sequence[int] = (),
        stopped: Callable[[], bool] = never,
    ) -> int:
        """Take back who was left out: those of a kind, or some rows; without either, all. Returns how many.

        A repeated row that is named is used instead of the one that stood for its address, which then repeats it.
        """

        def change(row: TriageRow) -> TriageRow:
            if row.verdict not in ASIDE:
                return row
            again = judged_anew(row, self._judge)
            return again if verdict in (None, again.verdict) else row

        chosen = Chosen(ids=tuple(row_ids)) if row_ids else Chosen(verdicts=(Verdict.LEFT_OUT,))
        return self._rewrite(owner_id, chosen, change, stopped)

    def keep(self, owner_id: str, which: Keep) -> int:
        """Let the first or the last row of each address keep it, in the whole list; returns how many now do."""
        return self._changed(owner_id, self._store.keep(owner_id, which, self._judge, self._clock.now()))

    def refresh(self, owner_id: str) -> int:
        """Heed the blocked list as it is now; returns how many rows changed. Who was left out stays left out."""
        return self._changed(owner_id, self._store.refresh(owner_id, self._judge, self._clock.now()))

    def heed(self, owner_id: str) -> int:
        """Likewise where a row says otherwise, unasked; nothing for a list that is read just now, or was sent."""
        if not self._store.stale(owner_id):
            return 0
        return self._changed(owner_id, self._store.refresh(owner_id, self._judge, self._clock.now(), unasked=True))

    def undo(self, owner_id: str) -> int:
        """Take back this session's last act on this list; returns how many rows. Raises InputError (`no_undo`).

        Who was blocked then is held back again only if that still holds.
        """
        number = self._changed(owner_id, self._store.undo(owner_id))
        self.heed(owner_id)
        return number

    def _rewrite(
        self,
        owner_id: str,
        chosen: Chosen,
        change: Callable[[TriageRow], TriageRow],
        stopped: Callable[[], bool] = never,
        told: Callable[[int], object] = lambda _position: None,
    ) -> int:
        number = self._store.rewrite(owner_id, chosen, change, self._judge, self._clock.now(), stopped, told)
        return self._changed(owner_id, number)

    def _changed(self, owner_id: str, number: int) -> int:
        if number:
            self._bus.publish(ListChanged(owner_id))
        return number

    @staticmethod
    def _refuse_fields(owner: Owner, changed: Mapping[str, str]) -> None:
        for name in changed:
            if name not in owner.columns:
                raise InputError(
                    tr("The list has no column “{name}”.", name=name),
                    remedy=tr("Its columns are: {columns}.", columns=", ".join(owner.columns)),
                    code="no_field",
                )
            if BLOB_FIELD + name in owner.fields:
                raise InputError(
                    tr("The files of “{name}” were taken in with the list.", name=name),
                    remedy=tr("Change the name in the file of the list and import it again."),
                    code="frozen_field",
                )


def problem(line: Line) -> str:
    """Why a row of a draft or an audience is in its tab, as a sentence; empty for one that is ready."""
    verdict = verdict_of(line.reason)
    words = problem_sentence(verdict, line.text)
    meant = check_address(line.address).suggestion if verdict is Verdict.INVALID else ""
    return f"{words} {problem_sentence(Verdict.SUGGESTED, meant)}" if meant else words
