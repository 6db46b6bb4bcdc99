"""Lists of many programs, languages and times are understood as written beside them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.fakes.list_corpus import CORPUS, Case

from sendoff.adapters.tabular import open_table
from sendoff.core.duplicates import DuplicateFinder
from sendoff.core.listing import ReadOptions
from sendoff.core.recipient import Verdict, guess_mapping, read_rows


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case.what)
def test_each_list_is_understood_as_written_beside_it(tmp_path: Path, case: Case) -> None:
    path = tmp_path / case.file
    path.write_bytes(case.raw)
    options = ReadOptions(**case.says)  # type: ignore[arg-type]  # by name
    table = open_table(path, options)
    notes = table.notes
    assert (notes.kind, notes.encoding, notes.delimiter, notes.header) == (
        case.kind, case.encoding, case.delimiter, case.header,
    )  # fmt: skip
    mapping = guess_mapping(table.headers, table.sample, options.mapping)
    assert mapping.email.header == case.email
    rows = list(read_rows(table.rows(), mapping, DuplicateFinder()))
    counts = Counter(row.verdict for row in rows)
    assert (counts[Verdict.READY], counts[Verdict.INVALID], counts[Verdict.DUPLICATE]) == case.figures
    assert sum(case.figures) == len(rows)
    assert {name: rows[0].fields.get(name, rows[0].name if name == "name" else "") for name in case.values} == (
        case.values
    )


def test_the_corpus_is_large_and_each_list_is_another() -> None:
    assert len({case.what for case in CORPUS}) == len({case.raw + case.file.encode() for case in CORPUS}) >= 40
