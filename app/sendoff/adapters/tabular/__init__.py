"""Lists as people keep them: CSV and its kin, workbooks, address books, plain lists. Read with `open_table`."""

from __future__ import annotations

from sendoff.adapters.tabular.export import write_csv
from sendoff.adapters.tabular.reading import open_table
from sendoff.adapters.tabular.table import Table

__all__ = ["Table", "open_table", "write_csv"]
