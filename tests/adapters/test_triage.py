"""What a person does about a list's rows, through the service, on a real database and real name servers."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from time import sleep
from typing import Any

import pytest
import sqlalchemy as sa
from tests.adapters.data_folder import open_folder
from tests.adapters.test_dns import name_server, resolver
from tests.adapters.test_triage_laws import FIELDS, bring, judge
from tests.fakes.resolver import TableResolver

from sendoff.adapters.storage.store import Store
from sendoff.adapters.system.domain_memory import DomainFile
from sendoff.adapters.tabular.lists import ListFiles
from sendoff.core.audience import Audience
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import Line, State
from sendoff.core.errors import ConnectError, InputError
from sendoff.core.events import DomainProgress, Event, ListChanged
from sendoff.core.ports import Resolver
from sendoff.core.recipient import Verdict
from sendoff.core.suppression import Suppression
from sendoff.core.triage_rows import Chosen, Keep, TriageRow, left_out
from sendoff.services.bus import Bus
from sendoff.services.domain_check import ALIVE_FOR, CONTROLS, DEAD_FOR, DomainCheck
from sendoff.services.triage import Triage, problem

LIST = [
    "anna@gmial.com",
    "anna@gmail.com",
    "info@example.com",
    "cy@mailinator.com",
    "no address",
    "bob@example.com",
    "Bob@example.com",
    "dee@plain.example",
    "eve@nomail.example",
    "fay@unknown.example",
]


@dataclass
class StopClock:
    """Stands still until it is set."""

    time: int = 1_000

    def now(self) -> int:
        self.time += 1
        return self.time

    def monotonic(self) -> float:
        return self.time / 1000


@dataclass
class Stand:
    """A service over one data folder."""

    store: Store
    folder: Path
    clock: StopClock = field(default_factory=StopClock)
    bus: Bus = field(default_factory=Bus)
    heard: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.bus.subscribe(self.heard.append)
        self.triage = Triage(
            store=self.store.triage, rows=self.store.deliveries, campaigns=self.store.campaigns,
            audiences=self.store.audiences, lists=ListFiles(), judge=judge, bus=self.bus, clock=self.clock,
        )  # fmt: skip

    def domains(self, names: Resolver) -> DomainCheck:
        return DomainCheck(
            store=self.store.triage, resolver=names, memory=DomainFile(self.folder / "domains.json"), judge=judge,
            bus=self.bus, clock=self.clock,
        )  # fmt: skip

    def row(self, position: int) -> Line:
        return self.triage.row("c", position)

    def tab(self, position: int) -> str:
        return self.row(position).reason or "ready"

    def figures(self) -> dict[str, int]:
        return {verdict.value: n for verdict, n in self.triage.counts("c").items() if n}


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[Stand]:
    store = open_folder(tmp_path)
    bring(store, "c", LIST)
    yield Stand(store, tmp_path)
    store.close()


def test_every_row_is_under_one_tab(stand: Stand) -> None:
    assert stand.figures() == {"invalid": 1, "duplicate": 1, "suggested": 1, "role": 1, "disposable": 1, "ready": 5}
    for verdict, number in stand.triage.counts("c").items():
        assert len(stand.triage.page("c", verdict)) == number
    assert len(stand.triage.page("c")) == len(LIST)
    assert [line.address for line in stand.triage.page("c", Verdict.READY, search="bob")] == ["bob@example.com"]
    assert problem(stand.row(1)) == "Probably meant: anna@gmail.com."
    assert problem(stand.row(7)) == "No. 6 of the list has the same address."
    assert problem(stand.row(2)) == ""


def test_a_rare_tab_is_found_by_its_index(stand: Stand) -> None:
    said: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, sql: str, values: Any, *_rest: object) -> None:
        said.append((sql, values))

    sa.event.listen(stand.store.database._readers, "before_cursor_execute", note)
    stand.triage.page("c", Verdict.ROLE)
    stand.triage.counts("c")
    sa.event.remove(stand.store.database._readers, "before_cursor_execute", note)
    with stand.store.database.reading() as connection:
        plans = [
            str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).all())
            for sql, values in said
            if "FROM delivery" in sql
        ]
    assert len(plans) == 2
    assert all("delivery_marked" in plan for plan in plans), plans


def test_all_typos_at_once_and_undone(stand: Stand) -> None:
    assert stand.triage.fix_all("c") == 1
    assert stand.tab(1) == "duplicate"
    assert problem(stand.row(1)) == "No. 2 of the list has the same address."
    assert stand.row(1).fields == {"email": "anna@gmail.com", "first_name": "N0"}
    assert stand.heard == [ListChanged("c")]
    assert stand.triage.undo("c") == 1
    assert (stand.tab(1), stand.row(1).address, stand.row(1).fields["email"]) == (
        "suggested", "anna@gmial.com", "anna@gmial.com",
    )  # fmt: skip
    with pytest.raises(InputError, match="nothing to undo"):
        stand.triage.undo("c")


def test_a_wrong_address_with_an_obvious_cure_is_cured_too(stand: Stand) -> None:
    stand.triage.edit("c", stand.row(5).id, address="gus @example.com")
    assert stand.tab(5) == "invalid"
    assert stand.triage.fix_all("c") == 2
    assert (stand.tab(5), stand.row(5).address) == ("ready", "gus@example.com")


def test_an_edited_row_is_judged_anew_and_the_next_takes_its_place(stand: Stand) -> None:
    edited = stand.triage.edit("c", stand.row(6).id, address=" Gus@Gmail.com ", fields={"first_name": "Gus"})
    assert (edited.address, edited.name, edited.reason) == ("Gus@gmail.com", "Gus", "")
    assert edited.fields == {"email": "Gus@gmail.com", "first_name": "Gus"}
    assert (stand.tab(7), problem(stand.row(7))) == ("ready", "")
    again = stand.triage.edit("c", edited.id, fields={"email": "BOB@example.com"})
    assert (again.reason, problem(again)) == ("duplicate", "No. 7 of the list has the same address.")
    wrong = stand.triage.edit("c", edited.id, address="nobody")
    assert (wrong.reason, wrong.address, problem(wrong)) == ("invalid", "nobody", "There is no @ sign.")


def test_a_field_alone_changes_nothing_else(stand: Stand) -> None:
    stand.triage.leave_out("c", row_ids=[stand.row(6).id])
    assert stand.triage.edit("c", stand.row(6).id, fields={"first_name": "Bea"}).reason == "left_out"
    assert stand.triage.edit("c", stand.row(6).id, address="bea@example.com").reason == "left_out"


def test_what_cannot_be_edited_is_said(stand: Stand) -> None:
    with pytest.raises(InputError, match="no column “town”"):
        stand.triage.edit("c", stand.row(1).id, fields={"town": "Rome"})
    with pytest.raises(InputError, match="That row does not exist"):
        stand.triage.edit("c", 999, address="x@example.com")
    with pytest.raises(InputError, match="the number 99"):
        stand.row(99)
    stand.store.campaigns.save(Campaign(id="c", name="c", fields=(*FIELDS, "@first_name")))
    with pytest.raises(InputError, match="were taken in with the list"):
        stand.triage.edit("c", stand.row(1).id, fields={"first_name": "other.pdf"})


def test_a_person_is_left_out_and_taken_in(stand: Stand) -> None:
    assert stand.triage.leave_out("c", Verdict.ROLE) == 1
    assert stand.triage.leave_out("c", row_ids=[stand.row(5).id, stand.row(8).id]) == 1
    assert [stand.tab(number) for number in (3, 5, 8)] == ["left_out", "invalid", "left_out"]
    assert stand.row(3).state is State.SKIPPED
    with pytest.raises(InputError, match="not sent anyway"):
        stand.triage.leave_out("c", Verdict.INVALID)
    assert stand.triage.take_in("c", Verdict.DISPOSABLE) == 0
    assert stand.triage.take_in("c", Verdict.ROLE) == 1
    assert stand.triage.take_in("c") == 1
    assert [stand.tab(number) for number in (3, 8)] == ["role", "ready"]


def test_the_next_row_takes_the_place_of_one_left_out(stand: Stand) -> None:
    heirs: list[int] = []
    assert stand.triage.leave_out("c", row_ids=[stand.row(6).id], told=heirs.append) == 1
    assert [stand.tab(number) for number in (6, 7)] == ["left_out", "ready"]
    assert heirs == [7]
    assert stand.triage.undo("c") == 2
    assert [stand.tab(number) for number in (6, 7)] == ["ready", "duplicate"]
    heirs.clear()
    both = [stand.row(6).id, stand.row(7).id]
    assert stand.triage.leave_out("c", row_ids=both, told=heirs.append) == 2
    assert ([stand.tab(number) for number in (6, 7)], heirs) == (["left_out", "left_out"], [])
    assert stand.triage.take_in("c", row_ids=both[1:]) == 1
    assert stand.triage.take_in("c", row_ids=both[:1]) == 1
    assert [stand.tab(number) for number in (6, 7)] == ["ready", "duplicate"]


def test_a_repeated_row_is_used_instead(stand: Stand) -> None:
    six, seven = stand.row(6).id, stand.row(7).id
    assert stand.triage.take_in("c", row_ids=[six, seven]) == 0
    assert [stand.tab(number) for number in (6, 7)] == ["ready", "duplicate"]  # the one that stood was meant, too
    assert stand.triage.take_in("c", row_ids=[seven]) == 1
    assert [stand.tab(number) for number in (6, 7)] == ["duplicate", "ready"]
    assert problem(stand.row(6)) == "No. 7 of the list has the same address."
    assert stand.triage.edit("c", six, address="BOB@example.com").reason == "duplicate"
    stand.triage.leave_out("c", row_ids=[six])
    assert stand.triage.keep("c", Keep.FIRST) == 0
    assert [stand.tab(number) for number in (6, 7)] == ["left_out", "ready"]
    stand.store.suppressions.add([Suppression(key="bob@example.com", reason="manual", source="test", at=1)])
    stand.triage.take_in("c", row_ids=[six])
    assert [stand.tab(number) for number in (6, 7)] == ["suppressed", "duplicate"]


def test_who_repeats_a_tab_that_is_left_out_is_left_out_too(stand: Stand) -> None:
    bring(stand.store, "r", ["info@example.com", "Info@example.com", "anna@example.com", "anna@example.com"])
    assert stand.triage.leave_out("r", Verdict.ROLE) == 2
    assert stand.triage.counts("r")[Verdict.LEFT_OUT] == 2
    assert stand.triage.counts("r")[Verdict.DUPLICATE] == 1
    assert stand.triage.undo("r") == 2
    assert stand.triage.counts("r")[Verdict.ROLE] == 1


def test_the_last_duplicate_may_be_kept_instead(stand: Stand) -> None:
    assert stand.triage.keep("c", Keep.LAST) == 1
    assert [stand.tab(number) for number in (6, 7)] == ["duplicate", "ready"]
    assert problem(stand.row(6)) == "No. 7 of the list has the same address."
    assert stand.triage.keep("c", Keep.FIRST) == 1
    assert [stand.tab(number) for number in (6, 7)] == ["ready", "duplicate"]


def test_the_blocked_list_is_heeded_in_both_directions(stand: Stand) -> None:
    assert not stand.triage.heed("c")
    stand.store.suppressions.add([Suppression(key="@example.com", reason="manual", source="test", at=1)])
    assert stand.triage.heed("c") == 2
    assert not stand.triage.heed("c")
    assert [stand.tab(number) for number in (3, 6, 7)] == ["suppressed", "suppressed", "duplicate"]
    assert stand.triage.edit("c", stand.row(1).id, address="new@example.com").reason == "suppressed"
    stand.store.suppressions.remove(["@example.com"], 2)
    assert stand.triage.heed("c") == 3
    assert not stand.triage.refresh("c")
    assert [stand.tab(number) for number in (1, 3, 6)] == ["ready", "role", "ready"]


def blocked(stand: Stand, key: str) -> None:
    stand.store.suppressions.add([Suppression(key=key, reason="manual", source="test", at=1)])


def test_what_was_heeded_unasked_is_no_step_of_ones_own_to_undo(stand: Stand) -> None:
    blocked(stand, "bob@example.com")
    assert stand.triage.heed("c") == 1
    with pytest.raises(InputError, match="nothing to undo"):
        stand.triage.undo("c")
    assert stand.triage.leave_out("c", Verdict.ROLE) == 1
    blocked(stand, "dee@plain.example")
    assert stand.triage.heed("c") == 1
    assert stand.triage.undo("c") == 1
    assert [stand.tab(number) for number in (3, 6, 8)] == ["role", "suppressed", "suppressed"]
    with pytest.raises(InputError, match="nothing to undo"):
        stand.triage.undo("c")


def test_another_lists_look_at_the_blocked_list_leaves_the_step_to_undo(stand: Stand) -> None:
    bring(stand.store, "other", LIST)
    assert stand.triage.leave_out("c", Verdict.ROLE) == 1
    blocked(stand, "dee@plain.example")
    assert (stand.triage.heed("other"), stand.triage.heed("c"), stand.triage.heed("other")) == (1, 1, 0)
    assert stand.triage.undo("c") == 1
    assert [stand.tab(number) for number in (3, 8)] == ["role", "suppressed"]
    assert stand.triage.leave_out("other", Verdict.ROLE) == 1
    with pytest.raises(InputError, match="nothing to undo"):
        stand.triage.undo("c")  # one step is kept, the last one
    assert stand.triage.undo("other") == 1


def test_a_row_that_was_heeded_since_goes_back_to_how_the_step_found_it(stand: Stand) -> None:
    assert stand.triage.leave_out("c", row_ids=[stand.row(8).id]) == 1
    assert stand.triage.take_in("c", row_ids=[stand.row(8).id]) == 1
    before = stand.figures()
    blocked(stand, "dee@plain.example")
    assert stand.triage.heed("c") == 1
    assert stand.tab(8) == "suppressed"
    assert stand.triage.undo("c") == 1
    assert stand.tab(8) == "left_out"
    assert stand.figures() != before
    assert sum(stand.figures().values()) == len(LIST)


def test_an_undo_holds_nobody_back_who_is_not_blocked_any_more(stand: Stand) -> None:
    blocked(stand, "dee@plain.example")
    assert stand.triage.heed("c") == 1
    assert stand.triage.edit("c", stand.row(8).id, address="dee@other.example").reason == ""
    stand.store.suppressions.remove(["dee@plain.example"], 2)
    assert stand.triage.undo("c") == 1
    assert (stand.row(8).address, stand.tab(8)) == ("dee@plain.example", "ready")


def test_an_audience_is_corrected_like_a_draft(stand: Stand) -> None:
    stand.store.audiences.save(Audience(id="a", name="People", fields=FIELDS))
    bring(stand.store, "a", LIST[:2], state=None)
    assert stand.triage.find("People").id == "a"
    assert stand.triage.fix_all("a") == 1
    assert stand.triage.counts("a")[Verdict.DUPLICATE] == 1
    with pytest.raises(InputError, match="no campaign and no audience “Nobody”"):
        stand.triage.find("Nobody")


@pytest.mark.parametrize("state", [one for one in CampaignState if one is not CampaignState.DRAFT])
def test_a_started_campaign_keeps_its_list(stand: Stand, state: CampaignState) -> None:
    bring(stand.store, "s", LIST, state=state)
    row = stand.store.deliveries.page("s", FIELDS)[0].id
    before = stand.store.deliveries.page("s", FIELDS)
    triage = stand.triage
    for act in (
        lambda: triage.counts("s"), lambda: triage.edit("s", row, address="x@example.com"),
        lambda: triage.fix_all("s"), lambda: triage.leave_out("s", Verdict.ROLE), lambda: triage.take_in("s"),
        lambda: triage.keep("s", Keep.LAST), lambda: triage.refresh("s"),
        lambda: triage.export("s", stand.folder / "out.csv"), lambda: stand.domains(TableResolver({})).check("s"),
    ):  # fmt: skip
        with pytest.raises(InputError) as caught:
            act()
        assert caught.value.code == "not_a_draft"
    stand.store.suppressions.add([Suppression(key="@example.com", reason="manual", source="test", at=1)])
    assert not triage.heed("s")
    assert stand.store.deliveries.page("s", FIELDS) == before
    assert not (stand.folder / "out.csv").exists()


def test_a_campaign_that_starts_meanwhile_cannot_be_undone_into(stand: Stand) -> None:
    stand.triage.fix_all("c")
    assert stand.store.campaigns.move("c", CampaignState.RUNNING, "", 5)
    with pytest.raises(InputError) as caught:
        stand.triage.undo("c")
    assert caught.value.code == "not_a_draft"


def test_a_start_waits_for_an_act_and_then_the_list_is_fixed(stand: Stand) -> None:
    starting = Thread(target=stand.store.campaigns.move, args=("c", CampaignState.RUNNING, "", 5))

    def change(row: TriageRow) -> TriageRow:
        starting.start()
        starting.join(0.2)
        assert starting.is_alive()
        return left_out(row)

    chosen = Chosen(verdicts=(Verdict.ROLE,))
    assert stand.store.triage.rewrite("c", chosen, change, judge, 9) == 1
    starting.join()
    assert [line.text for line in stand.store.deliveries.page("c", FIELDS, reasons=["suggested"])] == [""]
    claimed = stand.store.queue.claim("c", "t", 100, 10)
    assert [one.address for one in claimed if one.address.startswith("info")] == []
    with pytest.raises(InputError, match="has been started"):
        stand.triage.fix_all("c")


def test_an_undo_never_undoes_what_came_later(stand: Stand) -> None:
    stand.triage.fix_all("c")
    stand.store.deliveries.shift_one("c", stand.row(2).id, State.QUEUED, State.CANCELLED, "other", 77)
    assert stand.triage.undo("c") == 1  # another row's change is no obstacle
    stand.triage.leave_out("c", Verdict.ROLE)
    stand.store.deliveries.shift_one("c", stand.row(3).id, State.SKIPPED, State.QUEUED, "", 99)
    with pytest.raises(InputError, match="has changed since"):
        stand.triage.undo("c")
    stand.triage.leave_out("c", Verdict.DISPOSABLE)
    with pytest.raises(InputError, match="nothing to undo"):
        stand.triage.undo("other")


def test_a_stopped_act_leaves_the_list_as_it_was(stand: Stand) -> None:
    before = stand.figures()
    with pytest.raises(InputError) as caught:
        stand.triage.fix_all("c", stopped=lambda: True)
    assert (caught.value.code, stand.figures(), stand.heard) == ("stopped", before, [])


def test_an_export_has_the_columns_and_the_problem(stand: Stand, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    assert stand.triage.export("c", path) == len(LIST)
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["email", "first_name", "Problem"]
    assert [row[0] for row in rows[1:]] == LIST
    assert rows[5] == ["no address", "N4", "There is no @ sign."]
    assert stand.triage.export("c", path, [Verdict.DUPLICATE, Verdict.ROLE]) == 2
    assert [row[1] for row in csv.reader(path.read_text("utf-8-sig").splitlines())][1:] == ["N6", "N2"]


def test_dead_domains_are_found_by_real_name_servers(stand: Stand) -> None:
    with name_server() as port:
        found = stand.domains(resolver(port)).check("c")
    # The zone does not know gmial.com and mailinator.com either.
    assert found.dead == ("gmial.com", "mailinator.com", "nomail.example", "unknown.example")
    assert (found.checked, found.unknown, found.rows) == (7, 0, 4)
    assert [stand.tab(number) for number in (1, 2, 8, 9, 10)] == ["invalid", "ready", "ready", "invalid", "invalid"]
    assert problem(stand.row(9)) == "The domain nomail.example takes no mail."
    asked = [event for event in stand.heard if isinstance(event, DomainProgress)]
    assert (asked[-1].asked, asked[-1].total) == (7, 7)
    assert stand.triage.undo("c") == 4
    assert stand.tab(9) == "ready"


def test_silence_is_unknown_and_kills_nobody(stand: Stand) -> None:
    with name_server(silent=True) as port:
        found = stand.domains(resolver(port, 0.1)).check("c")
    assert (found.checked, found.dead, found.unknown, found.rows) == (0, (), 7, 0)
    assert "invalid" in stand.figures()
    assert stand.figures()["invalid"] == 1


def test_servers_that_know_no_big_provider_are_not_believed(stand: Stand) -> None:
    names = TableResolver({})
    assert stand.domains(names).check("c").unknown == 7
    assert names.asked == list(CONTROLS)


def test_answers_are_remembered_for_a_while(stand: Stand) -> None:
    names = TableResolver({domain: ["mx"] for domain in ("gmail.com", "gmial.com", "example.com", "plain.example")})
    dead = ("mailinator.com", "nomail.example", "unknown.example")
    assert stand.domains(names).check("c").dead == dead
    stand.triage.undo("c")
    names.asked.clear()
    assert stand.domains(names).check("c").dead == dead
    assert names.asked == []
    stand.triage.undo("c")
    stand.clock.time += DEAD_FOR
    stand.domains(names).check("c")
    assert sorted(set(names.asked)) == ["gmail.com", *dead]
    stand.triage.undo("c")
    stand.clock.time += ALIVE_FOR
    (stand.folder / "domains.json").write_text("[broken")
    assert stand.domains(names).check("c").checked == 7


def test_a_few_are_asked_at_once_until_nobody_answers_any_more(stand: Stand) -> None:
    class Failing(TableResolver):
        """Answers the control question once, and then falls silent; remembers how many asked at once."""

        most = running = 0
        lock = Lock()

        def takes_mail(self, domain: str) -> bool:
            if domain in CONTROLS:
                return not self.most
            with self.lock:
                self.asked.append(domain)
                self.running += 1
                self.most = max(self.most, self.running)
            sleep(0.15)
            with self.lock:
                self.running -= 1
            raise ConnectError("The name servers do not answer.", code="no_dns")

    bring(stand.store, "many", [f"anna@d{number}.example.com" for number in range(60)])
    names = Failing()
    found = stand.domains(names).check("many")
    assert (found.unknown, found.dead) == (60, ())
    assert 1 < names.most <= 8
    assert len(names.asked) < 40


def test_a_stopped_check_changes_no_row(stand: Stand) -> None:
    names = TableResolver({"gmail.com": ["mx"]})
    found = stand.domains(names).check("c", stopped=lambda: True)
    assert (found.rows, stand.figures()["ready"]) == (0, 5)


def test_a_reserved_domain_is_not_asked_about(stand: Stand) -> None:
    bring(stand.store, "t", ["anna@sendoff.test"])
    names = TableResolver({})
    assert stand.domains(names).check("t").unknown == 0
    assert names.asked == []
