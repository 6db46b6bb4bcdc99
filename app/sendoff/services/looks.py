"""Looking at a list: what was understood, corrected by a person and remembered for the next list of that shape."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path

from sendoff.core.errors import InputError, KnownError
from sendoff.core.language import spoken, tr
from sendoff.core.listing import (
    ReadOptions,
    TableSource,
    Understood,
    fingerprint,
    options_as_values,
    options_from_values,
)
from sendoff.core.ports import Lists, Settings
from sendoff.core.recipient import ColumnMapping, guess_mapping
from sendoff.core.same_columns import shown_as
from sendoff.core.shown import Formats, Forms, all_forms
from sendoff.services.name_columns import WholeNames, WithNames, whole_names

GUESS = ReadOptions()
PASTED = "Pasted list.txt"
SHAPES_LIMIT = 200
"""Shapes remembered; the one not used for longest is forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a list seems to hold, before anything is imported. It stays valid as long as the file does not change."""

    path: Path
    headers: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    """The first rows."""
    mapping: ColumnMapping
    understood: Understood
    options: ReadOptions
    """What a person said about it, now or last time."""
    remembered: bool = False
    """Some of the options are from last time."""
    shape: str = ""
    """What lists of this shape share; see `core.listing.fingerprint`."""
    names: WholeNames | None = None
    """The column of whole names, where first and last ones can be taken from it."""
    table: TableSource = field(repr=False, compare=False)

    @property
    def formats(self) -> Formats:
        """The number format of each field that has one."""
        codes = dict(enumerate(self.table.formats))
        return tuple((name, code) for name, at in self.mapping.sources.items() if (code := codes.get(at, "")))

    def shown_as(self, asked: AbstractSet[str]) -> Mapping[str, str]:
        """Its fields → those a message asks for that it has under another name, taken for one or not."""
        added = asked & self.options.mapping.keys()
        fields = [name for name in self.mapping.fields if name not in added]
        return shown_as(asked, fields, self.mapping.titles)

    def reference(self, column: int) -> str:
        """How the options name a column: by its header, or by its field where the header is shared or empty."""
        one, headers = self.mapping.columns[column], [each.header for each in self.mapping.columns]
        return one.header if one.header and headers.count(one.header) == 1 else one.field

    def forms(self) -> dict[str, Forms]:
        """How the values of each field can be shown, by the first rows."""
        sources = self.mapping.sources
        rows = [{name: row[at] for name, at in sources.items()} for row in self.sample]
        return all_forms(self.mapping.fields, rows, spoken().code, self.formats)

    def own_forms(self) -> dict[int, str]:
        """The filter of each column (from 0) that brings a number format, as a message shows its values."""
        codes, sources = dict(self.formats), self.mapping.sources
        return {sources[name]: form.usual for name, form in self.forms().items() if name in codes and form.usual}

    @property
    def sheets(self) -> tuple[str, ...]:
        """All sheets that can be chosen, for a workbook."""
        return self.understood.sheets


class Looks:
    """Opens lists."""

    def __init__(self, lists: Lists, shapes: Settings | None = None) -> None:
        self._lists = lists
        self._shapes = shapes

    def look(self, path: Path, options: ReadOptions = GUESS, *, recall: bool = True) -> Look:
        """Open a list and guess what the options do not say; with `recall` as last time. Raises InputError.

        What was said last time and does not fit this list is not used. Where no sheet is named, and the first with
        something in it has no addresses, the next that has some is taken.
        """
        try:
            return self._look(path, options, recall=recall)
        except InputError as error:
            if options.sheet or options.mapping or error.code != "no_email_column":
                raise
            for sheet in self._sheets(path):
                try:
                    return self._look(path, replace(options, sheet=sheet), recall=recall)
                except InputError:
                    continue
            raise

    def _sheets(self, path: Path) -> tuple[str, ...]:
        """A workbook's other sheets."""
        notes = self._lists.open_list(path, GUESS).notes
        return tuple(name for name in notes.sheets if name != notes.sheet)

    def _look(self, path: Path, options: ReadOptions, *, recall: bool) -> Look:
        try:
            plain = self._lists.open_list(path, ReadOptions(sheet=options.sheet))
        except InputError:
            # Options may cure what a guess cannot, such as an encoding that is not recognised.
            return self._open(path, options)
        shape = fingerprint(plain.notes, plain.headers, path.name)
        before = self._known(shape) if recall else GUESS
        whole = options.over(before)
        if whole != options:
            try:
                return replace(self._open(path, whole), remembered=True, shape=shape)
            except InputError:
                pass
        table = plain if replace(options, mapping={}) == ReadOptions(sheet=options.sheet) else None
        return replace(self._open(path, options, table), shape=shape)

    def look_text(self, text: str, options: ReadOptions = GUESS, *, recall: bool = True) -> Look:
        """Look at what was pasted. Raises InputError."""
        if not text.strip():
            raise InputError(tr("There is nothing to paste."), remedy=tr("Copy the list first."), code="empty_list")
        return self.look(self._lists.keep_list(PASTED, (text.encode("utf-8", "replace"),)), options, recall=recall)

    def remember(self, look: Look) -> None:
        """Keep what a person said for the next list of this shape; a memory that cannot be kept stops nothing."""
        values = options_as_values(look.options)
        if self._shapes is None or not look.shape:
            return
        shapes = self._all()
        if shapes.pop(look.shape, None) == values and list(shapes)[-1:] == [look.shape]:
            return
        if values:
            shapes[look.shape] = values
        try:
            self._shapes.write(dict(list(shapes.items())[-SHAPES_LIMIT:]))
        except KnownError:
            return

    def _open(self, path: Path, options: ReadOptions, table: TableSource | None = None) -> Look:
        table = table or self._lists.open_list(path, options)
        mapping = guess_mapping(table.headers, table.sample, options.mapping)
        headers, names = table.headers, whole_names(mapping, table.sample)
        if names is not None and options.names == "whole":
            names = replace(names, taken=False)
        elif names is not None:
            table = WithNames(table, names.column, turned=names.turned)
            mapping = guess_mapping(table.headers, table.sample, options.mapping)
        return Look(
            path=path,
            headers=headers,
            sample=table.sample,
            mapping=mapping,
            understood=table.notes,
            options=options,
            names=names,
            table=table,
        )

    def _known(self, shape: str) -> ReadOptions:
        return options_from_values(self._all().get(shape))

    def _all(self) -> dict[str, object]:
        try:
            values: Mapping[str, object] = self._shapes.read() if self._shapes else {}
        except KnownError:
            return {}
        return dict(values)
