"""Lists: looking at a file, and bringing it into a campaign so that the figures always add up to its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePath

from sendoff.core.audience import Audience
from sendoff.core.campaign import Campaign, Content
from sendoff.core.columns import Batch, judge_batches
from sendoff.core.corrections import Corrections
from sendoff.core.difference import Difference
from sendoff.core.errors import InputError
from sendoff.core.events import ImportProgress
from sendoff.core.language import tr
from sendoff.core.listing import ReadOptions
from sendoff.core.ports import Blobs, CampaignStore, Files, Lists, Rows, Settings
from sendoff.core.recipient import Recipient, Verdict, recipients_of
from sendoff.core.stopping import never
from sendoff.core.suppression import SuppressedKeys
from sendoff.core.template import compile_template
from sendoff.core.triage import Marker
from sendoff.services.bus import Bus
from sendoff.services.comparing import Comparison, Owner
from sendoff.services.filling import filling
from sendoff.services.looks import GUESS, Look, Looks

_TELL_EVERY = 20_000
"""Rows between two events: at most ten a second."""
BLOB_FIELD = "@"
"""Mark of a hidden field that names a recipient's frozen file; a template cannot spell it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import brought: the figures of the verdicts always add up to `rows`."""

    rows: int
    ready: int = 0
    invalid: int = 0
    duplicate: int = 0
    suppressed: int = 0
    suggested: int = 0
    role: int = 0
    disposable: int = 0

    @property
    def sendable(self) -> int:
        """Rows that get the message unless somebody leaves them out."""
        return self.ready + self.suggested + self.role + self.disposable

    def figures(self) -> dict[str, int]:
        """Every figure by its name, for JSON."""
        return asdict(self)


class _StoppedError(Exception):
    """A person gave the import up."""


class Recipients:
    """Brings lists into campaigns."""

    def __init__(
        self,
        *,
        files: Files,
        lists: Lists,
        campaigns: CampaignStore,
        rows: Rows,
        blobs: Blobs,
        bus: Bus,
        shapes: Settings | None = None,
        marker: Marker | None = None,
        blocked: Callable[[], Collection[str]] = tuple,
    ) -> None:
        self._files = files
        self._lists = lists
        self._looks = Looks(lists, shapes)
        self._campaigns = campaigns
        self._rows = rows
        self._blobs = blobs
        self._bus = bus
        self._marker = marker
        self._blocked = blocked

    def look(self, path: Path, options: ReadOptions = GUESS, *, recall: bool = True) -> Look:
        """Open a list and say what was understood; with `recall` as last time for its shape. Raises InputError."""
        return self._looks.look(path, options, recall=recall)

    def look_text(self, text: str, options: ReadOptions = GUESS, *, recall: bool = True) -> Look:
        """The same for what was pasted."""
        return self._looks.look_text(text, options, recall=recall)

    def fit(self, content: Content, look: Look) -> tuple[Look, Mapping[str, str]]:
        """The look with the columns a message shows under another name, such as its “city” for the list's “Ort”.

        Of which a person said something stays as that was. Also returns all of these, the list's field → the message's.
        """
        pairs = look.shown_as(asked(content))
        references = {name: look.reference(look.mapping.sources[field]) for field, name in pairs.items()}
        said = look.options.mapping.values()
        unsaid = {name: column for name, column in references.items() if column not in said}
        if not unsaid:
            return look, pairs
        options = replace(look.options, mapping={**look.options.mapping, **unsaid})
        fitted = self._looks.look(look.path, options, recall=False)
        return replace(fitted, remembered=look.remembered), pairs

    def keep(self, name: str, parts: Iterable[bytes]) -> Path:
        """Keep a list that comes through a pipe until the program ends; returns where. Raises InputError."""
        return self._lists.keep_list(name, parts)

    def remember(self, look: Look) -> None:
        """Read the next list of this shape in the same way; `bring` does so itself."""
        self._looks.remember(look)

    def tally(self, look: Look) -> Imported:
        """Read a whole list without keeping it: what an import would bring."""
        return _imported(sum((batch.counts() for batch in self._judged(look)), Counter()))

    def count(self, look: Look, stopped: Callable[[], bool] = never) -> int:
        """How many rows a list has, or had when it was stopped. Raises InputError."""
        rows = 0
        for rows, _row in enumerate(look.table.rows(), 1):
            if rows % _TELL_EVERY == 0 and stopped():
                break
        return rows

    def compare(self, owner: Owner, look: Look, *, stopped: Callable[[], bool] = never) -> Difference | None:
        """What a list would change in the rows of a campaign or audience; nothing is changed. None = it was stopped.

        Addresses that a person corrected in an audience are known again, as in `Audiences.merge`; a draft's new list
        is taken as it is. Raises InputError and StorageError.
        """

        def told(rows: int) -> bool:
            self._bus.publish(ImportProgress(owner.id, rows))
            return not stopped()

        known = self._rows.corrections(owner.id) if isinstance(owner, Audience) else Corrections()
        return Comparison(self._rows, told, known).run(owner, partial(_recipients, look), look.mapping.fields)

    def bring(
        self,
        campaign: Campaign,
        look: Look,
        *,
        stopped: Callable[[], bool] = never,
    ) -> tuple[Campaign, Imported]:
        """Replace a draft's recipients by a list and return the draft with its fields; a stopped one changes nothing.

        Files named by attachment columns are frozen now. Raises InputError and StorageError.
        """
        columns = [one for one in campaign.content.attachments if one.column]
        fields = (*look.mapping.fields, *(BLOB_FIELD + one.column for one in columns))
        for one in columns:
            if one.column not in look.mapping.fields:
                raise InputError(
                    tr("The list has no column “{column}” for the attachment.", column=one.column),
                    remedy=tr("Its columns are: {fields}.", fields=", ".join(look.mapping.fields)),
                    where=look.path.name,
                    code="mapping",
                )
        rows = self._judged(look)
        if columns:
            places = [(one.folder, look.mapping.fields.index(one.column)) for one in columns]
            rows = self._with_files(rows, places)
        imported = self._bring(campaign.id, rows, stopped, fields=fields, list_name=look.path.name)
        if imported is None:
            return campaign, Imported(rows=0)
        titles, formats = look.mapping.titles, look.formats
        campaign = replace(campaign, fields=fields, titles=titles, formats=formats, list_name=look.path.name)
        self._campaigns.save(campaign)
        self._looks.remember(look)
        return campaign, imported

    def bring_rows(self, owner_id: str, look: Look, *, stopped: Callable[[], bool] = never) -> Imported:
        """Replace the rows of a campaign or an audience by a list's; a stopped import changes nothing.

        Raises InputError and StorageError; then likewise.
        """
        imported = self._bring(owner_id, self._judged(look), stopped)
        if imported is None:
            return Imported(rows=0)
        self._looks.remember(look)
        return imported

    def _bring(
        self,
        owner_id: str,
        batches: Iterable[Batch],
        stopped: Callable[[], bool],
        *,
        fields: Sequence[str] | None = None,
        list_name: str = "",
    ) -> Imported | None:
        """The rows of an owner from now on; None = it was stopped, and the owner has what it had."""
        told = 0

        def hear(number: int) -> None:
            nonlocal told
            if stopped():
                raise _StoppedError
            if number - told >= _TELL_EVERY:
                told = number
                self._bus.publish(ImportProgress(owner_id, number))

        with filling(self._rows, owner_id) as new:
            try:
                counts = self._rows.add(new.target, batches, hear)
            except _StoppedError:
                return None
            if not new.keep(stopped, fields=fields, list_name=list_name):
                return None
        imported = _imported(counts)
        self._bus.publish(ImportProgress(owner_id, imported.rows))
        return imported

    def _judged(self, look: Look) -> Iterator[Batch]:
        blocked = SuppressedKeys(self._blocked())
        return judge_batches(look.table.rows(), look.mapping, marker=self._marker, suppressed=blocked)

    def _with_files(self, batches: Iterable[Batch], places: Sequence[tuple[str, int]]) -> Iterator[Batch]:
        """The same rows, and behind their values the frozen file of each place, a folder and a field."""
        for batch in batches:
            columns = [[self._freeze(folder, row[at]) for row in batch.values] for folder, at in places]
            yield replace(batch, values=[(*row, *own) for row, *own in zip(batch.values, *columns, strict=True)])

    def _freeze(self, folder: str, name: str) -> str:
        """Keep a recipient's own file; empty where there is none, which the check of the list reports."""
        if not name:
            return ""
        try:
            path = self._files.path_below(Path(folder), name)
        except InputError as error:
            if error.code == "no_file":
                return ""
            raise
        return self._blobs.put(path)[0]


def _recipients(look: Look) -> Iterator[Recipient]:
    batches = judge_batches(look.table.rows(), look.mapping)
    return recipients_of(chain.from_iterable(batch.rows() for batch in batches), look.mapping)


def _imported(counts: Mapping[Verdict, int]) -> Imported:
    return Imported(rows=sum(counts.values()), **{verdict.value: number for verdict, number in counts.items()})


def asked(content: Content) -> frozenset[str]:
    """The merge fields a message uses, as far as it can be read."""
    fields: frozenset[str] = frozenset()
    texts = (content.html, content.markdown, content.text, content.design, content.preheader, content.unsubscribe)
    for text in (content.subject, *texts):
        with suppress(InputError):
            fields |= compile_template(text, html=False, where="text").fields
    return fields


def own_file_name(value: str) -> str:
    """The name a recipient sees for a file that a column names with its folder."""
    return PurePath(value.replace("\\", "/")).name
