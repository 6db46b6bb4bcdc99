"""A file of one's own for each recipient, named by a column: found and frozen for a list that is there already."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sendoff.core.campaign import Attachment, Campaign, CampaignState
from sendoff.core.delivery import State
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.ports import Blobs, Files, Rows
from sendoff.services.campaigns import Campaigns
from sendoff.services.paging import lines
from sendoff.services.recipients import BLOB_FIELD

_FIRST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFilesFound:
    """What there is of a column's files, of the rows that are sent to."""

    column: str
    found: int = 0
    missing: int = 0
    first_missing: tuple[int, ...] = ()
    """The first rows without a file, from 1."""
    size: int = 0
    """Bytes of all."""
    largest: int = 0
    largest_row: int = 0


class OwnFiles:
    """Freezes the files of a column, and says for which rows there is one."""

    def __init__(self, *, campaigns: Campaigns, rows: Rows, blobs: Blobs, files: Files) -> None:
        self._campaigns = campaigns
        self._rows = rows
        self._blobs = blobs
        self._files = files

    def attach(self, draft: Campaign, column: str, folder: Path) -> tuple[Campaign, OwnFilesFound]:
        """Give each recipient the file below `folder` that the column names; rows without one are counted.

        Raises InputError: `not_draft`, or `mapping` where the list has no such column.
        """
        if draft.state is not CampaignState.DRAFT:
            raise InputError(
                tr("“{name}” has been started, so its message is fixed.", name=draft.name), code="not_draft"
            )
        if column not in draft.fields:
            raise InputError(
                tr("The list has no column “{column}”.", column=column),
                remedy=tr(
                    "Its columns are: {one}.",
                    one=", ".join(one for one in draft.fields if not one.startswith(BLOB_FIELD)),
                ),
                code="mapping",
            )
        field = BLOB_FIELD + column
        fields = draft.fields if field in draft.fields else (*draft.fields, field)
        changes = []
        for line in lines(self._rows, draft):
            values = {**line.fields, field: self._frozen(folder, line.fields.get(column, ""))}
            changes.append((line.id, [values.get(name, "") for name in fields]))
        self._rows.set_fields(draft.id, changes)
        others = tuple(one for one in draft.content.attachments if one.column != column)
        attachments = (*others, Attachment(column=column, folder=str(folder)))
        changed = replace(draft, fields=fields, content=replace(draft.content, attachments=attachments))
        self._campaigns.save(changed)
        return changed, self.look(changed, column)

    def look(self, campaign: Campaign, column: str) -> OwnFilesFound:
        """Say for which rows there is a frozen file."""
        found = OwnFilesFound(column=column)
        for line in lines(self._rows, campaign):
            if line.state is State.SKIPPED:
                continue
            blob = line.fields.get(BLOB_FIELD + column, "")
            found = _with(found, line.position, self._blobs.size(blob) if blob else -1)
        return found

    def _frozen(self, folder: Path, name: str) -> str:
        with suppress(InputError):
            if name.strip():
                return self._blobs.put(self._files.path_below(folder, name.strip()))[0]
        return ""


def _with(found: OwnFilesFound, row: int, size: int) -> OwnFilesFound:
    """One row more; a negative size says that it has no file."""
    if size < 0:
        return replace(found, missing=found.missing + 1, first_missing=(*found.first_missing, row)[:_FIRST])
    larger = size > found.largest
    return replace(
        found,
        found=found.found + 1,
        size=found.size + size,
        largest=size if larger else found.largest,
        largest_row=row if larger else found.largest_row,
    )
