"""Lists: looking at a file, and bringing it into a campaign so that the figures always add up to its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePath

from sendoff.core.address import duplicate_key
from sendoff.core.campaign import Campaign
from sendoff.core.delivery import Delivery
from sendoff.core.errors import InputError
from sendoff.core.events import ImportProgress
from sendoff.core.ports import Blobs, CampaignStore, Files, Lists, Rows
from sendoff.core.recipient import ColumnMapping, DuplicateFinder, Recipient, Verdict, guess_mapping, read_rows
from sendoff.services.bus import Bus

SAMPLE = 200
_TELL_EVERY = 2_000
BLOB_FIELD = "@"
"""Mark of a hidden field that names a recipient's frozen file; a template cannot spell it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a file seems to hold, before anything is imported."""

    path: Path
    headers: tuple[str, ...]
    sheets: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    mapping: ColumnMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import brought: `ready` and the three reasons always add up to `rows`."""

    rows: int
    ready: int
    invalid: int
    duplicate: int


class Recipients:
    """Brings lists into campaigns."""

    def __init__(
        self, *, files: Files, lists: Lists, campaigns: CampaignStore, rows: Rows, blobs: Blobs, bus: Bus
    ) -> None:
        self._files = files
        self._lists = lists
        self._campaigns = campaigns
        self._rows = rows
        self._blobs = blobs
        self._bus = bus

    def look(self, path: Path, mapping: Mapping[str, str] | None = None, sheet: str = "") -> Look:
        """Open a list and guess its columns. Raises InputError."""
        table = self._lists.open_list(path, sheet=sheet)
        sample = tuple(tuple(row) for row in islice(table.rows(), SAMPLE))
        if not sample:
            raise InputError(
                "The list has no rows.",
                remedy="Choose a file with at least one address.",
                where=path.name,
                code="empty",
            )
        guess = guess_mapping(table.headers, sample, mapping)
        return Look(path=path, headers=table.headers, sheets=table.sheets, sample=sample, mapping=guess)

    def tally(self, path: Path, mapping: Mapping[str, str] | None = None, sheet: str = "") -> tuple[Look, Imported]:
        """Read a whole list without keeping it: what an import would bring."""
        look = self.look(path, mapping, sheet)
        counts: Counter[Verdict] = Counter(one.verdict for one in self._recipients(look, sheet))
        return look, _imported(counts)

    def bring(
        self,
        campaign: Campaign,
        look: Look,
        *,
        sheet: str = "",
        stopped: Callable[[], bool] = lambda: False,
    ) -> tuple[Campaign, Imported]:
        """Replace a draft's recipients by a list and return the draft with its fields; a stopped import leaves none.

        Files named by attachment columns are frozen now. Raises InputError and StorageError.
        """
        columns = [one for one in campaign.content.attachments if one.column]
        fields = (*look.mapping.fields, *(BLOB_FIELD + one.column for one in columns))
        for one in columns:
            if one.column not in look.mapping.fields:
                raise InputError(
                    f"The list has no column “{one.column}” for the attachment.",
                    remedy=f"Its columns are: {', '.join(look.mapping.fields)}.",
                    where=look.path.name,
                    code="mapping",
                )
        campaign = replace(campaign, fields=fields, list_name=look.path.name)
        self._rows.clear(campaign.id)
        counts: Counter[Verdict] = Counter()

        def rows() -> Iterator[tuple[Delivery, str, str]]:
            for one in self._recipients(look, sheet):
                if one.position % _TELL_EVERY == 0:
                    self._bus.publish(ImportProgress(campaign.id, one.position))
                    if stopped():
                        return
                counts[one.verdict] += 1
                yield self._row(campaign, one)

        try:
            self._rows.add(campaign.id, rows())
        except InputError:
            self._rows.clear(campaign.id)
            raise
        if stopped():
            self._rows.clear(campaign.id)
            return replace(campaign, fields=(), list_name=""), _imported(Counter())
        self._campaigns.save(campaign)
        self._bus.publish(ImportProgress(campaign.id, sum(counts.values())))
        return campaign, _imported(counts)

    def _recipients(self, look: Look, sheet: str) -> Iterator[Recipient]:
        table = self._lists.open_list(look.path, sheet=sheet)
        return read_rows(table.rows(), look.mapping, DuplicateFinder())

    def _row(self, campaign: Campaign, one: Recipient) -> tuple[Delivery, str, str]:
        fields = dict(one.fields)
        for attachment in campaign.content.attachments:
            if attachment.column:
                fields[BLOB_FIELD + attachment.column] = self._freeze(attachment.folder, fields[attachment.column])
        delivery = Delivery(
            id=0, campaign_id=campaign.id, position=one.position, address=one.address, name=one.name, fields=fields
        )
        ready = one.verdict is Verdict.READY
        return delivery, duplicate_key(one.address) if ready else one.address.casefold(), one.problem

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


def _imported(counts: Counter[Verdict]) -> Imported:
    return Imported(
        rows=sum(counts.values()),
        ready=counts[Verdict.READY],
        invalid=counts[Verdict.INVALID],
        duplicate=counts[Verdict.DUPLICATE],
    )


def own_file_name(value: str) -> str:
    """The name a recipient sees for a file that a column names with its folder."""
    return PurePath(value.replace("\\", "/")).name
