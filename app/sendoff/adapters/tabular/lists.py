"""The port `core.ports.Lists` over this folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from sendoff.adapters.tabular.export import write_csv
from sendoff.adapters.tabular.reading import open_table
from sendoff.adapters.tabular.table import Table


class ListFiles:
    """Lists of recipients in files."""

    def open_list(self, path: Path, *, sheet: str = "", encoding: str = "", delimiter: str = "") -> Table:
        return open_table(path, sheet=sheet, encoding=encoding, delimiter=delimiter)

    def write_list(self, path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
        return write_csv(path, headers, rows)
