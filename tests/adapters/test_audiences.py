"""Audiences: made, merged, combined and used; people are told apart by their address, and the figures add up."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.adapters.data_folder import sql
from tests.adapters.list_desk import ListDesk

from sendoff.core.audience import Combination, Selection
from sendoff.core.campaign import Attachment, Campaign, CampaignState, Content
from sendoff.core.delivery import State
from sendoff.core.errors import InputError

ANNA = {"email": "anna@example.com", "city": "Paris"}
BEN = {"email": "Ben@example.com", "city": "Berlin"}
CARLA = {"email": "carla@web.example.com", "city": "Paris"}
WRONG = {"email": "nobody", "city": "Oslo"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ListDesk]:
    desk = ListDesk(tmp_path)
    yield desk
    desk.close()


def figures_are_true(desk: ListDesk) -> None:
    """The counts kept beside the rows are those of the rows, once what was given up is swept."""
    desk.store.sweeper.wait()
    counted = dict(sql(desk.store, "SELECT campaign_id || state, count(*) FROM delivery GROUP BY campaign_id, state"))
    kept = dict(sql(desk.store, "SELECT campaign_id || state, n FROM campaign_count WHERE n <> 0"))
    assert counted == kept


def test_a_list_becomes_an_audience_with_every_row(desk: ListDesk) -> None:
    audience, imported = desk.audiences.bring("Customers", desk.look([ANNA, BEN, ANNA, WRONG]), tags=["vip", " vip "])
    assert (imported.rows, imported.ready, imported.duplicate, imported.invalid) == (4, 2, 1, 1)
    assert desk.audiences.find("customers") == audience == desk.audiences.find(audience.id)
    assert (audience.tags, audience.fields) == (("vip",), ("email", "city"))
    assert desk.addresses(audience) == ["anna@example.com", "Ben@example.com"]
    assert desk.audiences.counts(audience)[State.QUEUED] == 2
    assert desk.audiences.all("VIP") == [audience]
    assert desk.audiences.all("other") == []
    figures_are_true(desk)


def test_names_are_taken_once_and_typing_errors_are_answered(desk: ListDesk) -> None:
    first = desk.audience("Customers", [ANNA])
    with pytest.raises(InputError) as taken:
        desk.audience("Customers", [BEN])
    assert taken.value.code == "name_taken"
    second = desk.audience("Others", [BEN])
    with pytest.raises(InputError) as renamed:
        desk.audiences.rename(second, "Customers")
    assert renamed.value.code == "name_taken"
    assert desk.audiences.rename(second, "  The   rest ").name == "The rest"
    with pytest.raises(InputError, match="Did you mean “Customers”"):
        desk.audiences.find("Custommers")
    for name in ("", " ", "x" * 300):
        with pytest.raises(InputError):
            desk.audiences.rename(first, name)
    assert len(desk.audiences.all()) == 2
    figures_are_true(desk)


def test_tags_come_and_go_and_an_audience_goes_with_its_rows(desk: ListDesk) -> None:
    audience = desk.audiences.tag(desk.audience("A", [ANNA]), add=["x", "y"])
    assert desk.audiences.tag(audience, remove=["X"]).tags == ("y",)
    desk.audiences.remove(audience)
    assert desk.audiences.all() == []
    desk.store.sweeper.wait()
    assert sql(desk.store, "SELECT count(*) FROM delivery") == [(0,)]


def test_a_newer_list_is_merged_by_address(desk: ListDesk) -> None:
    audience = desk.audience("A", [ANNA, BEN, CARLA])
    newer = [
        {"email": "ANNA@example.com", "plan": "pro", "city": "Lyon"},
        {"email": "ben@example.com", "plan": "", "city": "Berlin"},
        {"email": "dora@example.com", "plan": "free", "city": "Oslo"},
        {"email": "dora@example.com", "plan": "pro", "city": "Oslo"},
        {"email": "wrong", "plan": "", "city": ""},
    ]
    before = desk.people(audience.id, audience.fields)
    _, seen = desk.audiences.merge(audience, desk.look(newer), preview=True)
    assert (seen.new, seen.changed, seen.same, seen.gone, seen.invalid, seen.duplicate) == (1, 2, 0, 1, 1, 1)
    assert desk.people(audience.id, audience.fields) == before
    merged, did = desk.audiences.merge(audience, desk.look(newer))
    assert did == seen
    assert merged.fields == ("email", "city", "plan")
    assert desk.people(merged.id, merged.fields) == [
        {"email": "ANNA@example.com", "city": "Lyon", "plan": "pro"},
        {"email": "ben@example.com", "city": "Berlin", "plan": ""},
        {"email": "carla@web.example.com", "city": "Paris", "plan": ""},
        {"email": "dora@example.com", "city": "Oslo", "plan": "free"},
    ]
    figures_are_true(desk)
    again, nothing = desk.audiences.merge(merged, desk.look(newer), remove_gone=True)
    assert (nothing.new, nothing.changed, nothing.same, nothing.gone) == (0, 0, 3, 1)
    assert desk.addresses(again) == ["ANNA@example.com", "ben@example.com", "dora@example.com"]
    figures_are_true(desk)
    assert {owner for (owner,) in sql(desk.store, "SELECT DISTINCT campaign_id FROM delivery")} == {audience.id}


def test_who_was_left_out_is_not_brought_back(desk: ListDesk) -> None:
    audience = desk.audience("A", [ANNA, BEN])
    with desk.store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE delivery SET state = 'skipped', reason = 'left_out' WHERE position = 2")
        connection.exec_driver_sql("UPDATE campaign_count SET n = 1 WHERE state = 'queued'")
        connection.exec_driver_sql("INSERT INTO campaign_count VALUES (?, 'skipped', 1)", (audience.id,))
    _, merged = desk.audiences.merge(audience, desk.look([ANNA, BEN, CARLA]))
    assert (merged.new, merged.same, merged.gone) == (1, 2, 0)
    assert desk.addresses(audience) == ["anna@example.com", "carla@web.example.com"]
    figures_are_true(desk)


def test_lists_of_many_columns_are_laid_out_anew(desk: ListDesk) -> None:
    wide = {"email": "anna@example.com", **{f"c{n}": f"[{n}]" for n in range(300)}}
    first = desk.audience("A", [{**ANNA, "extra": '"[x]"'}])
    both = desk.audiences.combine(
        "both", Combination.UNION, desk.audience("B", [wide, {**wide, "email": "ben@example.com"}]), first
    )
    rows = desk.people(both.id, both.fields)
    assert rows[0] == {**wide, "city": "", "extra": ""}
    assert len(rows) == 2


def test_a_stopped_import_or_copy_leaves_no_audience(desk: ListDesk) -> None:
    first = desk.audience("A", [ANNA, BEN])
    desk.audiences.bring("B", desk.look([ANNA]), stopped=lambda: True)
    desk.audiences.combine("C", Combination.UNION, first, first, stopped=lambda: True)
    draft = Campaign(id="draft", name="draft")
    desk.store.campaigns.save(draft)
    asked = iter([False, False] + [True] * 100)  # the rows are copied when it is stopped
    draft, imported = desk.audiences.use(draft, desk.audiences.select(first), stopped=lambda: next(asked))
    assert (imported.rows, draft.fields, draft.list_name) == (0, (), "")
    assert [one.name for one in desk.audiences.all()] == ["A"]
    desk.store.sweeper.wait()
    assert sql(desk.store, "SELECT DISTINCT campaign_id FROM delivery") == [(first.id,)]
    figures_are_true(desk)


# -- used in campaigns


def reached(desk: ListDesk, name: str, states: dict[str, str]) -> Campaign:
    """A finished campaign with these addresses in these states."""
    campaign = Campaign(id=name, name=name, fields=("email",))
    desk.store.campaigns.save(campaign)
    desk.recipients.bring_rows(name, desk.look([{"email": address} for address in states]))
    with desk.store.database.writing() as connection:
        for address, state in states.items():
            connection.exec_driver_sql("UPDATE delivery SET state = ? WHERE address = ?", (state, address))
    return campaign


def test_a_campaign_gets_a_segment_without_whom_others_reached(desk: ListDesk) -> None:
    states = {f"{state.value.replace('_', '')}@example.com": state.value for state in State}
    earlier = reached(desk, "earlier", states)
    audience = desk.audience("A", [{"email": address, "city": "Paris"} for address in states] + [BEN])
    others = desk.audience("Others", [{"email": "QUEUED@example.com", "city": ""}])
    draft = Campaign(id="draft", name="draft")
    desk.store.campaigns.save(draft)
    chosen = desk.audiences.select(audience, 'city = "paris"', without=[others.id], not_in=[earlier.id])
    draft, imported = desk.audiences.use(draft, chosen)
    expected = {"claimed", "deferred", "failed", "suppressed", "skipped", "cancelled"}
    assert {row["email"].partition("@")[0] for row in desk.people("draft", draft.fields)} == expected
    assert (imported.rows, imported.ready, draft.fields) == (6, 6, ("email", "city"))
    assert draft.list_name == "A: city is paris, without “Others”"
    assert sql(desk.store, "SELECT min(position), max(position) FROM delivery WHERE campaign_id = 'draft'") == [(1, 6)]


def test_a_column_that_the_message_calls_otherwise_is_that_field_too(desk: ListDesk) -> None:
    audience = desk.audience("A", [{"email": "a@example.com", "ort": "Rom"}, {"email": "b@example.com", "ort": "Bari"}])
    draft = Campaign(id="draft", name="draft", content=Content(subject="Hi", text="News from {{ city }}"))
    desk.store.campaigns.save(draft)
    draft, _ = desk.audiences.use(draft, desk.audiences.select(audience))
    assert draft.fields == ("email", "ort", "city")
    assert [row["city"] for row in desk.people("draft", draft.fields)] == ["Rom", "Bari"]
    assert draft.titles.columns(draft.fields) == [("email",), ("ort", "city")]
    draft, _ = desk.audiences.use(draft, desk.audiences.select(audience, 'ort = "Rom"'))
    assert [row["city"] for row in desk.people("draft", draft.fields)] == ["Rom"]


def test_the_blocked_list_of_today_counts_when_an_audience_is_used(desk: ListDesk) -> None:
    desk.suppressions.add(["anna@example.com"])
    audience = desk.audience("A", [ANNA, BEN, CARLA])
    assert desk.audiences.counts(audience)[State.SUPPRESSED] == 1
    desk.suppressions.remove(["anna@example.com"])
    desk.suppressions.add(["@EXAMPLE.com"])
    desk.suppressions.remove(["@example.com"])
    desk.suppressions.add(["@Web.Example.com"])
    draft = Campaign(id="draft", name="draft")
    desk.store.campaigns.save(draft)
    _, imported = desk.audiences.use(draft, desk.audiences.select(audience))
    assert (imported.rows, imported.ready, imported.suppressed) == (3, 2, 1)
    states = sql(
        desk.store, "SELECT address, state, reason FROM delivery WHERE campaign_id = 'draft' ORDER BY position"
    )
    assert states == [
        ("anna@example.com", "queued", ""),
        ("Ben@example.com", "queued", ""),
        ("carla@web.example.com", "suppressed", "suppressed"),
    ]


def test_only_a_draft_takes_an_audience(desk: ListDesk) -> None:
    chosen = desk.audiences.select(desk.audience("A", [ANNA]))
    running = Campaign(id="r", name="r", state=CampaignState.RUNNING)
    own = Campaign(id="o", name="o", content=Content(attachments=(Attachment(column="invoice"),)))
    for campaign, code in ((running, "started"), (own, "attachment_column")):
        with pytest.raises(InputError) as refused:
            desk.audiences.use(campaign, chosen)
        assert refused.value.code == code


def test_an_audience_of_a_campaign_is_its_whole_list(desk: ListDesk) -> None:
    campaign = reached(desk, "c", {"a@example.com": "accepted", "f@example.com": "failed"})
    campaign = replace(campaign, fields=("email", "@invoice"))
    made = desk.audiences.from_campaign("From c", campaign)
    assert made.fields == ("email",)
    assert desk.addresses(made) == ["a@example.com", "f@example.com"]
    assert sql(desk.store, "SELECT DISTINCT state, reason FROM delivery WHERE campaign_id = ?", made.id) == [
        ("queued", "")
    ]


# -- laws

_PEOPLE = st.lists(
    st.sampled_from("anna ben carla dora émile frida".split()).map(
        lambda name: {"email": f"{name}@example.com", "x": name}
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=10, deadline=None)
@given(first=_PEOPLE, second=_PEOPLE)
def test_combining_obeys_the_laws_of_sets(first: list[dict[str, str]], second: list[dict[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = ListDesk(Path(folder))
        a, b = desk.audience("a", first), desk.audience("b", second)
        one, other = ({row["email"] for row in rows} for rows in (first, second))
        for how, expected in (
            (Combination.UNION, one | other),
            (Combination.DIFFERENCE, one - other),
            (Combination.INTERSECTION, one & other),
        ):
            made = desk.addresses(desk.audiences.combine(str(how), how, a, b))
            assert len(made) == len(set(made))
            assert set(made) == expected
            in_a = [address for address in made if address in one]
            assert made[: len(in_a)] == [address for address in desk.addresses(a) if address in expected]
        figures_are_true(desk)
        desk.close()


_CELLS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=5) | st.sampled_from(
    ["=1+1", "-5", "+49 30", "@home", "'quoted", "007", 'a "b", c', ""]
)


@settings(max_examples=10, deadline=None)
@given(cells=st.lists(st.tuples(_CELLS, _CELLS), min_size=1, max_size=6))
def test_importing_an_export_gives_the_same_audience(cells: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = ListDesk(Path(folder))
        rows = [{"email": f"p{n}@example.com", "one": one, "two": two} for n, (one, two) in enumerate(cells)]
        audience = desk.audience("a", rows)
        path = Path(folder) / "out.csv"
        assert desk.selections.export(path, desk.audiences.select(audience)) == len(rows)
        again, _ = desk.audiences.bring("again", desk.recipients.look(path, recall=False))
        assert again.fields == audience.fields
        assert desk.people(again.id, again.fields) == desk.people(audience.id, audience.fields)
        desk.close()


def test_a_selection_of_other_lists_reads_only_its_own(desk: ListDesk) -> None:
    first, second = desk.audience("A", [ANNA, BEN]), desk.audience("B", [BEN, CARLA])
    within = Selection(owner_id=second.id, fields=second.fields, within=(first.id,))
    assert len(desk.selections.order(within) or ()) == 1


def test_columns_keep_their_titles_wherever_their_rows_go(desk: ListDesk) -> None:
    """Imported, merged with a newer list, put together with another one, used and kept again."""
    audience = desk.audience("A", [{"E-Mail": "anna@example.com", "Vorname": "Anna", "Last order": "soon"}])
    audience = replace(audience, formats=(("last_order", "dd.mm.yyyy"),))
    desk.store.audiences.save(audience)
    newer = desk.look([{"E-Mail": "ben@example.com", "Vorname": "Ben", "Favourite colour": "blue"}])
    audience, _merged = desk.audiences.merge(audience, newer)
    other = desk.audience("B", [{"Mail": "carla@example.com", "Plan": "gold"}])
    both = desk.audiences.combine("C", Combination.UNION, audience, other)
    draft = Campaign(id="1a2b", name="Spring")
    desk.store.campaigns.save(draft)
    desk.audiences.use(draft, desk.audiences.select(both))
    kept = desk.store.campaigns.get("1a2b")
    assert kept is not None
    again = desk.audiences.from_campaign("D", kept)
    for one in (desk.audiences.find("C"), kept, desk.audiences.find("D")):
        said = [one.titles.of(name) for name in ("email", "first_name", "last_order", "favourite_colour", "plan")]
        assert said == ["E-Mail", "Vorname", "Last order", "Favourite colour", "Plan"]
        assert one.formats == audience.formats
    assert again.titles == kept.titles


GUEST = {"E-Mail": "guest@example.com", "Vorname": "Gerd", "Ort": "Bonn", "Plan": "gold"}
READER = {"email": "reader@example.com", "First name": "Rita", "City": "Rome"}


def test_columns_that_mean_the_same_become_one_where_lists_come_together(desk: ListDesk) -> None:
    readers, guests = desk.audience("Readers", [READER]), desk.audience("Guests", [GUEST])
    both = desk.audiences.combine("Both", Combination.UNION, readers, guests)
    assert both.fields == ("email", "first_name", "city", "plan")
    assert [both.titles.of(one) for one in both.fields] == ["E-mail address", "First name", "City", "Plan"]
    assert desk.people(both.id, both.fields) == [
        {"email": "reader@example.com", "first_name": "Rita", "city": "Rome", "plan": ""},
        {"email": "guest@example.com", "first_name": "Gerd", "city": "Bonn", "plan": "gold"},
    ]
    turned = desk.audiences.combine("Turned", Combination.UNION, guests, readers)
    rita = next(one for one in desk.people(turned.id, turned.fields) if one["email"] == "reader@example.com")
    assert (rita["first_name"], rita["vorname"], rita["ort"]) == ("Rita", "Rita", "Rome"), "both names of a column"
    apart = desk.audiences.combine("Apart", Combination.UNION, readers, guests, same={"ort": "", "plan": "city"})
    assert apart.fields == ("email", "first_name", "city", "ort")
    assert desk.people(apart.id, apart.fields)[1]["city"] == "gold"


def test_a_newer_list_with_other_names_changes_the_cells_that_are_meant(desk: ListDesk) -> None:
    readers = desk.audience("Readers", [READER])
    newer = desk.look([{"E-Mail": "reader@example.com", "Vorname": "Rita Maria", "Ort": "Paris"}])
    merged, done = desk.audiences.merge(readers, newer)
    assert (done.changed, done.new, merged.fields) == (1, 0, ("email", "first_name", "city"))
    assert desk.people(merged.id, merged.fields) == [
        {"email": "reader@example.com", "first_name": "Rita Maria", "city": "Paris"}
    ]
    same, nothing = desk.audiences.merge(merged, newer)
    assert (nothing.changed, nothing.same, same.fields) == (0, 1, merged.fields)
