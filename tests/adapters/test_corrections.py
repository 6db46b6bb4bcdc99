"""Addresses corrected by hand: a newer list with the old spelling finds the corrected person again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.adapters.data_folder import sql
from tests.adapters.list_desk import ListDesk

from sendoff.adapters.system.clock import SystemClock
from sendoff.adapters.tabular.lists import ListFiles
from sendoff.core.audience import Audience, Combination, Merged
from sendoff.core.corrections import Corrected, Written, found_again
from sendoff.core.recipient import Verdict
from sendoff.core.triage import Mark
from sendoff.core.triage_rows import judge_by
from sendoff.services.triage import Triage


class Correcting(ListDesk):
    """Lists, and what corrects them."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.triage = Triage(
            store=self.store.triage, rows=self.store.deliveries, campaigns=self.store.campaigns,
            audiences=self.store.audiences, lists=ListFiles(), judge=judge_by(lambda _address: Mark(Verdict.READY)),
            bus=self.bus, clock=SystemClock(),
        )  # fmt: skip

    def made(self, *addresses: str) -> Audience:
        return self.audience("A", rows(addresses))

    def correct(self, one: Audience, position: int, address: str) -> None:
        self.triage.edit(one.id, self.triage.row(one.id, position).id, address=address)

    def merge(self, one: Audience, *addresses: str, remove_gone: bool = False) -> tuple[Audience, Merged]:
        newer = self.look(rows(addresses))
        compared = self.recipients.compare(one, newer)
        seen = self.audiences.merge(one, newer, preview=True)[1]
        merged, did = self.audiences.merge(one, newer, remove_gone=remove_gone)
        assert did == seen
        assert compared is not None
        assert (compared.new, compared.changed, compared.same) == (did.new, did.changed, did.same)
        assert (compared.left, compared.corrected) == (did.invalid + did.duplicate, did.corrected)
        return merged, did


def rows(addresses: Sequence[str]) -> list[dict[str, str]]:
    return [{"email": address, "city": f"City {number}"} for number, address in enumerate(addresses)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Correcting]:
    desk = Correcting(tmp_path)
    yield desk
    desk.close()


@pytest.mark.parametrize("wrong", ["ana@example.com", "anna@@example.com", "anna at example"])
def test_who_was_corrected_is_neither_new_nor_gone(desk: Correcting, wrong: str) -> None:
    one = desk.made(wrong, "ben@example.com")
    desk.correct(one, 1, "anna@example.com")
    one, did = desk.merge(one, wrong, "ben@example.com", remove_gone=True)
    assert did == Merged(new=0, changed=0, same=2, gone=0, invalid=0, duplicate=0, corrected=1)
    assert desk.addresses(one) == ["anna@example.com", "ben@example.com"]
    one, did = desk.merge(one, "dora@example.com", wrong.upper(), remove_gone=True)
    assert (did.new, did.changed, did.same, did.gone, did.corrected) == (1, 1, 0, 1, 1)
    assert desk.people(one.id, one.fields) == [
        {"email": "anna@example.com", "city": "City 1"},
        {"email": "dora@example.com", "city": "City 0"},
    ]


def test_a_correction_is_known_through_others_and_in_other_lists(desk: Correcting) -> None:
    one = desk.made("ana@example.com", "ben@example.com")
    desk.correct(one, 1, "ann@example.com")
    desk.correct(one, 1, "anna@example.com")
    other = desk.audience("B", rows(["zoe@example.com"]))
    both = desk.audiences.combine("Both", Combination.UNION, one, other)
    both, did = desk.merge(both, "ana@example.com")
    assert (did.new, did.corrected, desk.addresses(both)[0]) == (0, 1, "anna@example.com")
    _, did = desk.merge(both, "ann@example.com")
    assert (did.new, did.corrected) == (1, 0)  # no file ever said so


def test_what_was_taken_back_is_no_correction(desk: Correcting) -> None:
    one = desk.made("ana@example.com")
    desk.correct(one, 1, "anna@example.com")
    desk.triage.undo(one.id)
    _, did = desk.merge(one, "ana@example.com", "anna@example.com")
    assert (did.new, did.same, did.corrected) == (1, 1, 0)


def test_who_was_left_out_is_not_brought_back_by_the_old_spelling(desk: Correcting) -> None:
    one = desk.made("ana@example.com", "ben@example.com")
    desk.correct(one, 1, "anna@example.com")
    desk.triage.leave_out(one.id, row_ids=[desk.triage.row(one.id, 1).id])
    one, did = desk.merge(one, "ana@example.com", "ben@example.com")
    assert (did.new, did.corrected, desk.addresses(one)) == (0, 1, ["ben@example.com"])


def test_a_newer_list_with_both_addresses_means_two_people(desk: Correcting) -> None:
    one = desk.made("ana@example.com")
    desk.correct(one, 1, "anna@example.com")
    one, did = desk.merge(one, "anna@example.com", "ana@example.com")
    assert (did.new, did.same, did.corrected) == (1, 1, 0)
    assert desk.addresses(one) == ["anna@example.com", "ana@example.com"]


def test_two_spellings_of_one_person_stay_one(desk: Correcting) -> None:
    one = desk.made("anna@example.com", "ana@example.com")
    desk.correct(one, 2, "anna@example.com")
    one, did = desk.merge(one, "anna@example.com", "ana@example.com", remove_gone=True)
    assert (did.new, did.same, did.gone, did.duplicate, did.corrected) == (0, 1, 0, 1, 1)
    assert desk.addresses(one) == ["anna@example.com"]


def test_of_an_address_that_stood_twice_the_second_is_the_corrected_one(desk: Correcting) -> None:
    one = desk.made("info@example.com", "info@example.com")
    desk.correct(one, 2, "ben@example.com")
    one, did = desk.merge(one, "info@example.com", "info@example.com", remove_gone=True)
    assert (did.new, did.gone, did.duplicate, did.corrected) == (0, 0, 0, 1)
    assert desk.addresses(one) == ["info@example.com", "ben@example.com"]
    one, did = desk.merge(one, "info@example.com")
    assert (did.new, did.gone, did.corrected) == (0, 1, 0)


def test_the_figures_of_the_lists_stay_true(desk: Correcting) -> None:
    one = desk.made("ana@example.com", "wrong")
    desk.correct(one, 1, "anna@example.com")
    desk.correct(one, 2, "carla@example.com")
    desk.merge(one, "ana@example.com", "wrong", "dora@example.com")
    desk.store.sweeper.wait()
    counted = dict(sql(desk.store, "SELECT campaign_id || state, count(*) FROM delivery GROUP BY campaign_id, state"))
    kept = dict(sql(desk.store, "SELECT campaign_id || state, n FROM campaign_count WHERE n <> 0"))
    assert counted == kept


_KEYS = st.sampled_from("abc")


@given(
    corrected=st.lists(
        st.builds(Corrected, said=_KEYS, key=st.sampled_from("bcxy"), address=st.just(""), repeated=st.booleans())
    ),
    keys=st.lists(_KEYS, max_size=8),
    standing=st.sets(_KEYS),
    there=st.sets(st.sampled_from("xy")),
)
def test_no_row_means_two_people_and_nobody_is_meant_twice(
    corrected: list[Corrected], keys: list[str], standing: set[str], there: set[str]
) -> None:
    written = [
        Written(id=number, key=key, verdict=Verdict.DUPLICATE if key in keys[:number] else Verdict.READY)
        for number, key in enumerate(keys)
    ]
    found = found_again(corrected, written, standing, there)
    assert len({one.row.id for one in found}) == len(found) <= len(corrected)
    assert all(one.row.key == one.means.said for one in found)
    ready = [one.means.key for one in found if one.verdict is Verdict.READY]
    assert len(set(ready)) == len(ready)
    assert not there & set(ready)
    assert not any(one.row.key in standing and one.row.verdict is Verdict.READY for one in found)
