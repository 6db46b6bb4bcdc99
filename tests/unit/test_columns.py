"""Rows judged by columns get the verdicts they get one by one."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.unit.test_address import ADDRESSES

from sendoff.core import columns
from sendoff.core.address import PlainAddresses
from sendoff.core.columns import judge_batches
from sendoff.core.duplicates import DuplicateFinder
from sendoff.core.recipient import Verdict, guess_mapping, judge_rows
from sendoff.core.suppression import SuppressedKeys
from sendoff.core.triage import Marker, MarkLists

LISTS = MarkLists(
    likely=frozenset({"gmail.com"}),
    known=frozenset({"gmail.com"}),
    disposable=frozenset({"bin.example"}),
    roles=frozenset({"info", "sales"}),
)
WRITTEN = st.sampled_from([
    "a@x.org", "A@X.org", "b@gmial.com", "info@x.org", "INFO+1@x.org", "Sa-les@bin.example", "postMaster@x.org",
    "c@bin.example", "b@bücher.example", "B@xn--bcher-kva.example", "Zoë <a@x.org>", "a@@x.org", "a@x.org\nb@x.org",
    "a@x.org, b@x.org", "nobody", "", ".a@x.org", "a..b@x.org", "a.@x.org", "@x.org", "a@", "x@y", "a@gone.example",
    "a@x.localhost", f"{'a' * 65}@x.org", f"{'a' * 60}@{'.'.join(['b' * 61] * 3)}.org", " a@x.org ", "K@x.org",
])  # fmt: skip
CELL = st.sampled_from(["", " ", "Ann", " Bob ", "a\nb"]) | st.text(max_size=4)
HEADERS = st.sampled_from([
    ("email", "note", "city"), ("email", "first name", "last name"), ("email", "name", "first name"),
    ("email", "vorname", "name"), ("email", "last name", "email"), ("email", "name", "x"),
])  # fmt: skip
BLOCKED = st.frozensets(st.sampled_from(["a@x.org", "info@x.org", "@gone.example", "@xn--bcher-kva.example"]))


@given(
    st.lists(
        st.builds(lambda email, cells: [email, *cells], WRITTEN | ADDRESSES, st.lists(CELL, min_size=2, max_size=3))
    ),
    HEADERS,
    BLOCKED,
    st.booleans(),
)
def test_a_table_gets_the_verdicts_it_gets_row_by_row(
    rows: list[list[str]], headers: tuple[str, ...], blocked: frozenset[str], marking: bool
) -> None:
    mapping = guess_mapping(headers, [("a@example.com", "", "")])
    suppressed = SuppressedKeys(blocked)
    one_by_one = judge_rows(
        rows, mapping, DuplicateFinder(), marker=Marker(LISTS) if marking else None, suppressed=suppressed
    )
    wanted = [(*row[:4], tuple(row[4]), *row[5:]) for row in one_by_one]
    for size in (3, 1_000):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(columns, "BATCH", size)
            marker = Marker(LISTS) if marking else None
            batches = list(judge_batches(rows, mapping, marker=marker, suppressed=suppressed))
        assert [row for batch in batches for row in batch.rows()] == wanted
        assert [batch.domains[at] for batch in batches for at in range(len(batch))] == [
            f"@{key.rpartition('@')[2]}" for _, _, key, *_ in wanted
        ]
        assert sum(sum(batch.counts().values()) for batch in batches) == len(rows)


@given(st.lists(WRITTEN | ADDRESSES | st.text(max_size=30), min_size=1, max_size=12))
@example(["K@x.org"])
def test_a_column_of_addresses_is_read_as_each_alone(texts: list[str]) -> None:
    plain = PlainAddresses()
    column = plain.read_column(texts)
    pairs = zip(column.addresses, column.keys, strict=True)
    found = [None if place in column.odd else pair for place, pair in enumerate(pairs)]
    assert found == [plain.read(text) for text in texts]
    for place, pair in enumerate(found):
        assert pair is None or f"{column.locals[place]}{column.domains[place]}" == pair[1]


def test_the_common_row_is_no_odd_one() -> None:
    texts = [
        "anna.lee+news@mail.example.co.uk",
        "o'brien_7@Example.COM",
        "x@xn.example",
        "INFO@x.org",
        "a-b@c-d.example",
    ]
    assert PlainAddresses().read_column(texts).odd == []
    marker = Marker(LISTS)
    assert marker.noticed(["anna", "bob+info"], ["@x.org", "@y.org"]) == []
    assert [marker(f"{local}@x.org").verdict for local in ("anna", "info")] == [Verdict.READY, Verdict.ROLE]
