"""Audiences: lists kept under a name, filled from files, campaigns and one another, and used in campaigns."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from types import MappingProxyType

from sendoff.core.audience import Audience, Combination, Merged, Selection, checked_name, joined_fields
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import State
from sendoff.core.errors import InputError
from sendoff.core.events import AudiencesChanged, ListChanged
from sendoff.core.language import phrase, quoted, tr
from sendoff.core.list_ports import AudienceStore, Copies
from sendoff.core.ports import CampaignStore, Clock, Rows
from sendoff.core.recipient import Verdict
from sendoff.core.same_columns import aligned, leaders, shown_as
from sendoff.core.segment_grammar import parse_segment
from sendoff.core.segment_words import selection_words
from sendoff.core.shown import Formats, joined_formats
from sendoff.core.stopping import never
from sendoff.core.titles import Titles
from sendoff.services.bus import Bus
from sendoff.services.filling import filling
from sendoff.services.looks import Look
from sendoff.services.recipients import BLOB_FIELD, Imported, Recipients, asked
from sendoff.services.selections import Selections

Stopped = Callable[[], bool]
NOTHING_SAID: Mapping[str, str] = MappingProxyType({})
_PIECE = 5_000
_STATES = (State.QUEUED, State.SUPPRESSED, State.SKIPPED)

_COMBINED = {
    Combination.UNION: phrase("“{name}” together with “{name_2}”"),
    Combination.DIFFERENCE: phrase("“{name}” without “{name_2}”"),
    Combination.INTERSECTION: phrase("“{name}” also in “{name_2}”"),
}


class Audiences:
    """Everything about audiences. Calls that take `stopped` may take long; a stopped one leaves no new audience."""

    def __init__(
        self,
        *,
        store: AudienceStore,
        campaigns: CampaignStore,
        rows: Rows,
        copies: Copies,
        selections: Selections,
        recipients: Recipients,
        clock: Clock,
        bus: Bus,
    ) -> None:
        self._store = store
        self._campaigns = campaigns
        self._rows = rows
        self._copies = copies
        self._selections = selections
        self._recipients = recipients
        self._clock = clock
        self._bus = bus

    def all(self, tag: str = "") -> Sequence[Audience]:
        """Every audience by name, or those with a tag."""
        wanted = tag.casefold()
        return [one for one in self._store.all() if not wanted or wanted in map(str.casefold, one.tags)]

    def find(self, reference: str) -> Audience:
        """An audience by its id or name, case aside. Raises InputError."""
        every = self._store.all()
        for one in every:
            if one.id == reference or one.name.casefold() == reference.strip().casefold():
                return one
        near = get_close_matches(reference, [one.name for one in every], n=1)
        names = ", ".join(quoted(one.name) for one in every[:5])
        raise InputError(
            tr("There is no audience “{reference}”.", reference=reference),
            remedy=tr("Did you mean “{near}”?", near=near[0])
            if near
            else (tr("There are: {names}.", names=names) if names else tr("Import a list first.")),
            code="no_audience",
        )

    def counts(self, audience: Audience) -> dict[State, int]:
        """How many rows are queued (they get what is sent), suppressed and skipped (invalid, repeated, left out)."""
        return dict.fromkeys(_STATES, 0) | self._rows.by_state(audience.id)

    # -- made, changed, removed

    def bring(
        self, name: str, look: Look, *, tags: Sequence[str] = (), stopped: Stopped = never
    ) -> tuple[Audience, Imported]:
        """Make an audience of a list; none where it was stopped (its id is empty). Raises InputError; then likewise."""
        one = self._new(name, look.mapping.fields, look.mapping.titles, look.path.name, tags)
        one = replace(one, formats=look.formats)
        imported = self._recipients.bring_rows(one.id, look, stopped=stopped)
        return (self._filled(one) if imported.rows else replace(one, id="")), imported

    def gather(
        self,
        name: str,
        parts: Sequence[Selection],
        *,
        source: str,
        tags: Sequence[str] = (),
        same: Mapping[str, str] = NOTHING_SAID,
        stopped: Stopped = never,
    ) -> Audience:
        """Make an audience of rows of other lists, in the order of the parts; no address may be in two of them.

        Columns that mean the same become one, called as in the first list; `same` as in `core.same_columns.aligned`.
        """
        fields: tuple[str, ...] = ()
        titles = Titles()
        formats: Formats = ()
        named: list[tuple[str, ...]] = []
        for part in parts:
            names = aligned(fields, titles, part.fields, part.titles, same) if fields else part.fields
            called = dict(zip(part.fields, names, strict=True))
            titles = titles.joined(part.titles.renamed(called, without=fields))
            fields = joined_fields(fields, tuple(one for one in names if not one.startswith(BLOB_FIELD)))
            formats = joined_formats(formats, tuple((called[one], code) for one, code in part.formats if one in called))
            named.append(names)
        one = replace(self._new(name, fields, titles, source, tags), formats=formats)
        with filling(self._rows, one.id) as new:
            for part, names in zip(parts, named, strict=True):
                wanted = leaders(fields, titles) if len(parts) > 1 else fields
                self._selections.copy(replace(part, kept=True), new.target, wanted, stopped, named=names)
            whole = not stopped() and new.keep()
        return self._filled(one) if whole else replace(one, id="")

    def combine(
        self,
        name: str,
        how: Combination,
        first: Audience,
        second: Audience,
        *,
        same: Mapping[str, str] = NOTHING_SAID,
        stopped: Stopped = never,
    ) -> Audience:
        """Make an audience of two others; people are told apart by their address, `same` says which columns are one."""
        parts = _combined(how, first, second)
        source = tr(_COMBINED[how], name=first.name, name_2=second.name)
        return self.gather(name, parts, source=source, same=same, stopped=stopped)

    def combined_number(
        self, how: Combination, first: Audience, second: Audience, *, stopped: Stopped = never
    ) -> int | None:
        """How many people two audiences make together; None where it was stopped."""
        orders = [
            self._selections.order(replace(part, kept=True), stopped=stopped) for part in _combined(how, first, second)
        ]
        return None if None in orders else sum(len(order or ()) for order in orders)

    def segment(self, name: str, audience: Audience, expression: str, *, stopped: Stopped = never) -> Audience:
        """Make an audience of a segment of another. Raises InputError."""
        return self.keep(name, audience, self.select(audience, expression), stopped=stopped)

    def keep(self, name: str, audience: Audience, shown: Selection, *, stopped: Stopped = never) -> Audience:
        """Make an audience of some people of another, with what chose them as its source. Raises InputError."""
        source = f"{quoted(audience.name)}: {selection_words(shown)}".removesuffix(": ")
        return self.gather(name, [shown], source=source, stopped=stopped)

    def from_campaign(
        self, name: str, campaign: Campaign, expression: str = "", *, stopped: Stopped = never
    ) -> Audience:
        """Make an audience of a campaign's list, whatever became of its messages. Raises InputError."""
        segment = parse_segment(expression, campaign.fields)
        part = Selection(owner_id=campaign.id, fields=campaign.fields, titles=campaign.titles, segment=segment)
        part = replace(part, formats=campaign.formats)
        return self.gather(name, [part], source=tr("campaign “{name}”", name=campaign.name), stopped=stopped)

    def rename(self, audience: Audience, name: str) -> Audience:
        """Give it another name. Raises InputError where the name is taken."""
        return self._saved(replace(audience, name=checked_name(name)))

    def tag(self, audience: Audience, *, add: Sequence[str] = (), remove: Sequence[str] = ()) -> Audience:
        """Add and remove tags."""
        gone = {tag.casefold() for tag in remove}
        added = tuple(checked_name(tag, tag=True) for tag in add)
        tags = (tag for tag in joined_fields(audience.tags, added) if tag.casefold() not in gone)
        return self._saved(replace(audience, tags=tuple(tags)))

    def remove(self, audience: Audience) -> None:
        """Forget an audience with its rows; campaigns that used it keep theirs."""
        self._store.remove(audience.id)
        self._rows.discard(audience.id)
        self._bus.publish(ListChanged(audience.id))
        self._bus.publish(AudiencesChanged())

    # -- a newer list

    def merge(
        self,
        audience: Audience,
        look: Look,
        *,
        remove_gone: bool = False,
        preview: bool = False,
        same: Mapping[str, str] = NOTHING_SAID,
        stopped: Stopped = never,
    ) -> tuple[Audience, Merged]:
        """Bring a newer list into an audience, by address: new people come, changed ones get the new cells.

        Who is gone stays unless `remove_gone`. With `preview` nothing is changed. Who was left out by a person's word
        stays out, and an address that a person corrected stays so. A stopped merge keeps what it did; running it again
        finishes it. Raises InputError.
        """
        names = aligned(audience.fields, audience.titles, look.mapping.fields, look.mapping.titles, same)
        called = dict(zip(look.mapping.fields, names, strict=True))
        newer = Audience(id=secrets.token_hex(6), name="", fields=names)
        wide = replace(
            audience,
            fields=joined_fields(audience.fields, tuple(one for one in names if not one.startswith(BLOB_FIELD))),
            titles=audience.titles.joined(look.mapping.titles.renamed(called, without=audience.fields)),
            formats=joined_formats(tuple((called[one], code) for one, code in look.formats), audience.formats),
        )
        led = replace(wide, fields=tuple(leaders(wide.fields, wide.titles)))
        try:
            imported = self._recipients.bring_rows(newer.id, look, stopped=stopped)
            found = self._copies.correct(audience, newer)
            known, changed = self._copies.pairs(led, newer)
            fresh = Selection(owner_id=newer.id, fields=newer.fields, kept=True, unknown_to=(audience.id,))
            left = Selection(owner_id=audience.id, fields=wide.fields, kept=True, without=(newer.id,))
            gone = self._selections.order(left, stopped=stopped) or ()
            was, now = Counter(one.row.verdict for one in found), Counter(one.verdict for one in found)
            invalid = imported.invalid - was[Verdict.INVALID]
            duplicate = imported.duplicate - was[Verdict.DUPLICATE] + now[Verdict.DUPLICATE]
            result = Merged(
                new=imported.rows - invalid - duplicate - known,
                changed=len(changed),
                same=known - len(changed),
                gone=len(gone),
                invalid=invalid,
                duplicate=duplicate,
                corrected=len(found),
            )
            if preview or stopped():
                return audience, result
            if wide.fields != audience.fields:
                self._copies.widen(audience.id, audience.fields, wide.fields, stopped)
            for start in range(0, len(changed), _PIECE):
                if not stopped():
                    self._copies.overwrite(changed[start : start + _PIECE], led, newer)
            self._selections.copy(fresh, audience.id, led.fields, stopped)
            for start in range(0, len(gone) if remove_gone else 0, _PIECE):
                self._copies.drop(audience.id, gone[start : start + _PIECE])
        finally:
            self._rows.discard(newer.id)
        self._bus.publish(ListChanged(audience.id))
        return self._saved(replace(wide, source=look.path.name)), result

    # -- used

    def select(
        self,
        audience: Audience,
        expression: str = "",
        *,
        without: Sequence[str] = (),
        not_in: Sequence[str] = (),
    ) -> Selection:
        """People of an audience: those of a segment, without other audiences, without whom campaigns have reached.

        `without` and `not_in` are ids. Raises InputError for an expression that cannot be read.
        """
        return Selection(
            owner_id=audience.id,
            fields=audience.fields,
            titles=audience.titles,
            formats=audience.formats,
            kept=True,
            segment=parse_segment(expression, audience.fields),
            without=tuple(without),
            not_in=tuple(not_in),
        )

    def use(self, campaign: Campaign, selection: Selection, *, stopped: Stopped = never) -> tuple[Campaign, Imported]:
        """Replace a draft's recipients by people of an audience; a stopped copy changes nothing. Raises InputError.

        A column that the message calls otherwise, such as its “city” for the audience's “Ort”, is that field too.
        """
        if campaign.state is not CampaignState.DRAFT:
            raise InputError(
                tr("The campaign has started."), remedy=tr("Make a new one for other people."), code="started"
            )
        audience = self.find(selection.owner_id)
        if any(one.column for one in campaign.content.attachments):
            raise InputError(
                tr("Recipients' own attachments need a list in a file."),
                remedy=tr("Export the audience and name the file as the campaign's list."),
                code="attachment_column",
            )
        others = (tr("without “{name}”", name=self.find(one).name) for one in selection.without)
        words = ", ".join(part for part in (selection_words(selection), *others) if part)
        list_name = f"{audience.name}: {words}" if words else audience.name
        also = shown_as(asked(campaign.content), audience.fields, audience.titles)
        fields = (*audience.fields, *also.values())
        with filling(self._rows, campaign.id) as new:
            columns = (*audience.fields, *also)
            counts = self._selections.copy(selection, new.target, columns, stopped, owner_id=campaign.id)
            if stopped() or not new.keep(stopped, fields=fields, list_name=list_name):
                return campaign, Imported(rows=0)
        formats = (*audience.formats, *((also[field], code) for field, code in audience.formats if field in also))
        campaign = replace(campaign, fields=fields, titles=audience.titles.shared(also), formats=formats)
        campaign = replace(campaign, list_name=list_name)
        self._bus.publish(ListChanged(campaign.id))
        self._campaigns.save(campaign)
        return campaign, Imported(rows=counts.total(), **{verdict.value: n for verdict, n in counts.items()})

    # -- kept

    def _new(self, name: str, fields: Sequence[str], titles: Titles, source: str, tags: Sequence[str]) -> Audience:
        now, name = self._clock.now(), checked_name(name)
        if any(one.name == name for one in self._store.all()):
            raise InputError(
                tr("There is already an audience named “{name}”.", name=name),
                remedy=tr("Choose another name."),
                code="name_taken",
            )
        return Audience(
            id=secrets.token_hex(6),
            name=name,
            tags=joined_fields(tuple(checked_name(tag, tag=True) for tag in tags), ()),
            fields=tuple(fields),
            titles=titles,
            source=source,
            created_at=now,
            updated_at=now,
        )

    def _filled(self, one: Audience) -> Audience:
        """Keep a new audience whose rows are there. Raises InputError; then they belong to nobody."""
        try:
            return self._saved(one)
        except BaseException:
            self._rows.discard(one.id)
            raise

    def _saved(self, one: Audience) -> Audience:
        one = replace(one, updated_at=self._clock.now())
        self._store.save(one)
        self._bus.publish(AudiencesChanged())
        return one


def _combined(how: Combination, first: Audience, second: Audience) -> list[Selection]:
    """The rows of two audiences that make a third; no address is in two parts."""
    whole = Selection(owner_id=first.id, fields=first.fields, titles=first.titles, formats=first.formats)
    match how:
        case Combination.UNION:
            rest = replace(whole, owner_id=second.id, fields=second.fields, titles=second.titles)
            return [whole, replace(rest, formats=second.formats, without=(first.id,))]
        case Combination.DIFFERENCE:
            return [replace(whole, without=(second.id,))]
        case Combination.INTERSECTION:
            return [replace(whole, within=(second.id,))]
