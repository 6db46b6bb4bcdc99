"""Whatever is done to a list in whatever order: the tabs add up, no address is kept twice, nobody blocked is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.adapters.data_folder import open_folder, sql

from sendoff.adapters.storage.store import Store
from sendoff.adapters.system.resources import load_mark_lists
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.columns import judge_batches
from sendoff.core.recipient import Verdict, guess_mapping, kept_as, verdict_of
from sendoff.core.suppression import SuppressedKeys, Suppression
from sendoff.core.triage import Marker
from sendoff.core.triage_rows import (
    ASIDE,
    SENT,
    Chosen,
    Keep,
    TriageRow,
    judge_by,
    judged_anew,
    left_out,
    meant_instead,
    readdressed,
)

FIELDS = ("email", "first_name")
ADDRESSES = (
    *("anna@gmail.com", "Anna@gmail.com", "anna@gmial.com", "anna@gmai.com", "ANNA@GMAIL.COM", "anna @gmail.com"),
    *(
        "info@example.com",
        "info@gmial.com",
        "bob@mailinator.com",
        "bob@example.com",
        "bob@example.com.",
        "no address",
        "",
    ),
    *("weiß@example.com", "weiss@example.com", "cy@münchen.de", "cy@xn--mnchen-3ya.de", "dead@example.net"),
)
BLOCKABLE = ("anna@gmail.com", "@example.com", "cy@xn--mnchen-3ya.de", "bob@mailinator.com")
WRITTEN = st.sampled_from(ADDRESSES)
VERDICTS = st.sampled_from(list(Verdict))
ACT = st.one_of(
    st.tuples(st.just("edit"), st.integers(0, 11), WRITTEN),
    st.tuples(st.just("fix")),
    st.tuples(st.just("leave_out"), st.sampled_from(SENT)),
    st.tuples(st.just("leave_out_row"), st.integers(0, 11)),
    st.tuples(st.just("take_in"), VERDICTS),
    st.tuples(st.just("take_in_row"), st.integers(0, 11)),
    st.tuples(st.just("keep"), st.sampled_from(list(Keep))),
    st.tuples(st.just("block"), st.sampled_from(BLOCKABLE)),
    st.tuples(st.just("bury"), st.sampled_from(["@example.net", "@gmial.com", "@gmail.com"])),
    st.tuples(st.just("undo")),
)


MARKER = Marker(load_mark_lists())
judge = judge_by(MARKER)


def bring(store: Store, owner: str, addresses: list[str], *, state: CampaignState | None = CampaignState.DRAFT) -> None:
    """A list as an import leaves it; without a state it is an audience's."""
    if state:
        store.campaigns.save(Campaign(id=owner, name=owner, state=state, fields=FIELDS))
    rows = [(address, f"N{number}") for number, address in enumerate(addresses)]
    mapping = guess_mapping(["email", "first_name"], [("a@example.com", "")])
    blocked = SuppressedKeys(store.suppressions.keys())
    store.deliveries.add(owner, judge_batches(rows, mapping, marker=MARKER, suppressed=blocked))


Dump = list[tuple[object, ...]]


def dump(store: Store, owner: str = "c") -> Dump:
    columns = "id, position, address, address_key, domain_key, name, fields, state, reason, text"
    return sql(store, f"SELECT {columns} FROM delivery WHERE campaign_id = ? ORDER BY position", owner)


def judge_list(store: Store, owner: str, rows: int, *, fresh: bool = True) -> None:
    """The laws."""
    found = dump(store, owner)
    assert len(found) == rows
    recount = Counter(verdict_of(str(row[8])) for row in found)
    figures = store.triage.counts(owner)
    assert {verdict: n for verdict, n in figures.items() if n} == dict(recount)
    assert sum(figures.values()) == rows
    assert store.deliveries.by_state(owner) == Counter(kept_as(verdict)[0] for verdict in recount.elements())
    aside = ("invalid", "left_out")
    standing = sorted((str(row[3]), row[1], str(row[8])) for row in found if row[8] not in aside)
    for key, group in groupby(standing, key=lambda row: row[0]):
        holders = [reason for _, _, reason in group if reason != "duplicate"]
        assert len(holders) == 1, key
    blocked = SuppressedKeys(store.suppressions.keys())
    for row in found:
        verdict = verdict_of(str(row[8]))
        assert kept_as(verdict) == (row[7], row[8])
        assert (verdict in SENT) <= (str(row[3]) not in blocked)
        if verdict is not Verdict.INVALID:
            again = judge(str(row[2]))
            assert (again.key, f"@{again.key.rpartition('@')[2]}") == (row[3], row[4])
        if verdict in SENT:
            assert (judge(str(row[2])).verdict, judge(str(row[2])).text) == (verdict, row[9])
        assert bool(row[9]) >= (verdict in (Verdict.INVALID, Verdict.DUPLICATE, Verdict.LEFT_OUT, Verdict.SUGGESTED))


def judge_what_was_meant(before: Dump, now: dict[object, tuple[object, str]], word: str, *values: object) -> None:
    """What a person says of rows, or of a tab, is so afterwards."""
    if word == "leave_out":
        gone = {row[3] for row in before if verdict_of(str(row[8])) is Verdict(str(values[0]))}
        assert {reason for key, reason in now.values() if key in gone} <= {"left_out", "invalid"}
    elif word in ("leave_out_row", "take_in_row"):
        row = before[int(str(values[0])) % len(before)]
        reason = now[row[0]][1]
        if row[8] not in ("invalid", "suppressed"):
            assert (reason == "left_out") is (word == "leave_out_row")
            assert reason != "duplicate"


def act(  # noqa: C901 -- one branch for each thing that can be done
    store: Store, owner: str, word: str, *values: object, at: int
) -> None:
    """One thing a person does."""
    triage = store.triage
    ids = [row for (row,) in sql(store, "SELECT id FROM delivery WHERE campaign_id = ? ORDER BY position", owner)]
    if word == "edit":
        number, written = int(str(values[0])) % len(ids), str(values[1])
        triage.rewrite(
            owner, Chosen(ids=(ids[number],)), lambda row: readdressed(row, written, judge, FIELDS), judge, at
        )
    elif word == "fix":

        def fixed(row: TriageRow) -> TriageRow:
            meant = meant_instead(row)
            return readdressed(row, meant, judge, FIELDS) if meant else row

        triage.rewrite(owner, Chosen(verdicts=(Verdict.SUGGESTED, Verdict.INVALID)), fixed, judge, at)
    elif word == "leave_out":
        triage.leave_out(owner, Verdict(str(values[0])), at)
    elif word == "leave_out_row":
        triage.rewrite(owner, Chosen(ids=(ids[int(str(values[0])) % len(ids)],)), left_out, judge, at)
    elif word in ("take_in", "take_in_row"):
        chosen = Chosen(verdicts=(Verdict.LEFT_OUT,))
        if word == "take_in_row":
            chosen = Chosen(ids=(ids[int(str(values[0])) % len(ids)],))
        triage.rewrite(owner, chosen, lambda row: judged_anew(row, judge) if row.verdict in ASIDE else row, judge, at)
    elif word == "keep":
        triage.keep(owner, Keep(str(values[0])), judge, at)
    elif word == "block":
        key, blocked = str(values[0]), store.suppressions.keys()
        if key in blocked:
            store.suppressions.remove([key], at)
        else:
            store.suppressions.add([Suppression(key=key, reason="manual", source="test", at=at)])
        triage.refresh(owner, judge, at)
    else:
        buried = judge("x")  # an invalid address, for its sentence
        triage.rewrite(
            owner,
            Chosen(domains=(str(values[0]),)),
            lambda row: TriageRow(**{
                **{name: getattr(row, name) for name in row.__slots__}, "verdict": Verdict.INVALID, "text": buried.text
            }),
            judge,
            at,
        )  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_folder(tmp_path_factory.mktemp("laws"))
    assert store.database._driver is not None
    store.database._driver.execute("PRAGMA synchronous=OFF")  # laws, not power cuts: several times as quick
    yield store
    store.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    addresses=st.lists(WRITTEN, min_size=1, max_size=12),
    acts=st.lists(ACT, max_size=8),
    state=st.sampled_from([CampaignState.DRAFT, None]),
)
def test_the_laws_hold_after_any_acts(
    store: Store, addresses: list[str], acts: list[tuple[object, ...]], state: CampaignState | None
) -> None:
    store.suppressions.remove(sorted(store.suppressions.keys()), 0)
    for owner in ("c", "other"):
        store.deliveries.discard(owner)
        store.sweeper.wait()
        store.campaigns.remove(owner)
    bring(store, "other", ["anna@gmail.com", "anna@gmial.com"])
    bring(store, "c", addresses, state=state)
    judge_list(store, "c", len(addresses))
    other, before, undoable = dump(store, "other"), dump(store), False
    for at, (word, *values) in enumerate(acts, 1):
        if word == "undo":
            if undoable:
                store.triage.undo("c")
                assert dump(store) == before
            undoable = False
        else:
            before = dump(store)
            out = {row[0] for row in before if row[8] == "left_out"}
            act(store, "c", str(word), *values, at=at)
            undoable = word != "block"  # an undo heeds the blocked list, so it need not be as it was
            now = {row[0]: (row[3], str(row[8])) for row in dump(store)}
            sent = {row for row, (_, reason) in now.items() if verdict_of(reason) in SENT}
            assert word in ("take_in", "take_in_row") or not out & sent
            judge_what_was_meant(before, now, str(word), *values)
        judge_list(store, "c", len(addresses))
    assert dump(store, "other") == other
