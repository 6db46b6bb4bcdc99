"""The engine with a real queue and a scripted transport: what replies and losses do to rows, campaign, account."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest
from tests.adapters.data_folder import batch, judged
from tests.fakes.resolver import TableResolver
from tests.fakes.smtp_servers import PATIENCE
from tests.fakes.transport import TAKEN, FakeServer
from tests.fakes.vault import DictVault

from sendoff.adapters.storage.store import Store
from sendoff.adapters.system.blobs import Blobs
from sendoff.adapters.system.clock import SystemClock
from sendoff.adapters.system.files import UserFiles
from sendoff.adapters.system.resources import load_rules
from sendoff.adapters.system.zones import zone_of
from sendoff.adapters.tabular.lists import ListFiles
from sendoff.core.account import Account, Route, Security, SignIn
from sendoff.core.campaign import Campaign, CampaignState, Content, Pace
from sendoff.core.delivery import State
from sendoff.core.errors import ConnectError, InputError, Phase, SessionLost
from sendoff.core.events import DeliveriesMoved, Event, PaceChanged, PaceKind
from sendoff.core.outcome import Reply, Stage
from sendoff.core.report import DEAD, Again, again, doubtful
from sendoff.core.suppression import Suppression
from sendoff.services.accounts import Accounts
from sendoff.services.bus import Bus
from sendoff.services.campaigns import Campaigns
from sendoff.services.recipients import Recipients
from sendoff.services.reports import Reports
from sendoff.services.sending import again as queued_again
from sendoff.services.sending.service import Sending

NOBODY = Reply(Stage.RCPT, 550, "5.1.1", "No such user here")
UNWANTED = Reply(Stage.RCPT, 550, "5.7.1", "Message refused by policy")
GREYLISTED = Reply(Stage.RCPT, 451, "4.7.1", "Please come back later")
DAILY_LIMIT = Reply(Stage.END, 550, "5.4.5", "Daily user sending limit exceeded")
NO_SIGN_IN = Reply(Stage.MAIL, 530, "5.7.0", "Authentication required")
SPAM = Reply(Stage.END, 550, "5.7.1", "This message is likely unsolicited mail")


@dataclass
class Bench:
    """A campaign on a scripted server."""

    store: Store
    sending: Sending
    server: FakeServer
    events: list[Event]
    campaign: Campaign

    def counts(self) -> dict[str, int]:
        return self.store.deliveries.counts(self.campaign.id)

    def state(self) -> CampaignState:
        found = self.store.campaigns.get(self.campaign.id)
        assert found
        return found.state

    def lines(self, *states: State) -> list[str]:
        return [line.address for line in self.store.deliveries.page(self.campaign.id, ("email",), states=states)]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    store, bus, clock, server = Store(tmp_path), Bus(), SystemClock(), FakeServer()
    events: list[Event] = []
    bus.subscribe(events.append)
    account = Account(
        id="account",
        name="Work",
        host="mail.example.com",
        port=25,
        security=Security.NONE,
        sign_in=SignIn.NONE,
        sender="me@example.com",
        route=Route.GMAIL,  # a route whose connections have threads, as the fake's have
    )
    store.accounts.save(account)
    files, blobs, lists = UserFiles(), Blobs(tmp_path / "blobs"), ListFiles()
    accounts = Accounts(
        store=store.accounts, vault=DictVault(), presets={}, transports=server, resolver=TableResolver(), bus=bus
    )
    recipients = Recipients(
        files=files, lists=lists, campaigns=store.campaigns, rows=store.deliveries, blobs=blobs, bus=bus
    )
    campaigns = Campaigns(
        store=store.campaigns,
        rows=store.deliveries,
        blobs=blobs,
        files=files,
        recipients=recipients,
        bus=bus,
        clock=clock,
        accounts=store.accounts,
    )
    sending = Sending(
        store=store.campaigns,
        rows=store.deliveries,
        queue=store.queue,
        account_store=store.accounts,
        accounts=accounts,
        campaigns=campaigns,
        transports=server,
        rules=load_rules(),
        bus=bus,
        clock=clock,
        random=Random(1),
        zoned=store.zones,
        zones=zone_of,
    )
    campaign = Campaign(
        id="c",
        name="Sale",
        account_id="account",
        sender="me@example.com",
        content=Content(subject="Hi", text="Hello"),
        pace=Pace(retry_after=0.05),
        fields=("email",),
    )
    yield Bench(store, sending, server, events, campaign)
    store.close()


def fill(bench: Bench, rows: int, **pace: object) -> Bench:
    bench.campaign = replace(bench.campaign, pace=replace(bench.campaign.pace, **pace))  # type: ignore[arg-type]  # test
    bench.store.campaigns.save(bench.campaign)
    bench.store.deliveries.add(
        bench.campaign.id,
        [batch(judged(row, f"u{row}@example.com") for row in range(1, rows + 1))],
    )
    return bench


def fill_other(bench: Bench, rows: int, name: str = "other") -> None:
    """Another campaign of the same account."""
    bench.store.campaigns.save(replace(bench.campaign, id=name, pace=Pace()))
    people = batch(judged(row, f"o{row}@example.org") for row in range(1, rows + 1))
    bench.store.deliveries.add(name, [people])


def run(bench: Bench) -> object:
    bench.sending.begin(bench.campaign.id)
    return bench.sending.run(bench.campaign.id)


@pytest.mark.parametrize("connections", [1, 4])
def test_everybody_is_sent_to_once(bench: Bench, connections: int) -> None:
    fill(bench, 300, connections=connections)
    run(bench)
    assert bench.counts()["accepted"] == 300
    assert bench.state() is CampaignState.FINISHED
    assert sorted(bench.server.accepted) == sorted(f"u{row}@example.com" for row in range(1, 301))


def test_a_refused_recipient_fails_alone_and_keeps_the_servers_words(bench: Bench) -> None:
    bench.server.turns = [NOBODY]
    fill(bench, 3)
    run(bench)
    assert bench.counts() | {"accepted": 2, "failed": 1} == bench.counts()
    (line,) = bench.store.deliveries.page("c", ("email",), states=(State.FAILED,))
    assert (line.code, line.enhanced, line.text) == (550, "5.1.1", "No such user here")


def test_a_temporary_refusal_is_tried_again_until_the_attempts_are_used_up(bench: Bench) -> None:
    slow = replace(GREYLISTED, text="System busy")
    bench.server.turns = [slow, slow]
    fill(bench, 1, attempts=3)
    run(bench)
    assert bench.counts()["accepted"] == 1
    (line,) = bench.store.deliveries.page("c", ("email",))
    assert [one.new for one in bench.store.deliveries.history(line.id)].count(State.DEFERRED) == 2


def test_used_up_attempts_end_as_failed(bench: Bench) -> None:
    bench.server.turns = [replace(GREYLISTED, text="System busy")] * 2
    fill(bench, 1, attempts=2)
    run(bench)
    assert bench.counts()["failed"] == 1
    assert bench.server.dots == 0


def test_a_lost_answer_is_in_doubt_and_never_sent_again_by_itself(bench: Bench) -> None:
    bench.server.turns = [SessionLost(Phase.COMMITTED, "no answer")]
    fill(bench, 3)
    run(bench)
    assert bench.counts() | {"accepted": 2, "in_doubt": 1} == bench.counts()
    assert bench.server.dots == 3
    assert bench.state() is CampaignState.FINISHED


@pytest.mark.parametrize("phase", [Phase.IDLE, Phase.ENVELOPE, Phase.BODY])
def test_a_loss_before_the_last_byte_is_tried_again_at_once(bench: Bench, phase: Phase) -> None:
    bench.server.turns = [SessionLost(phase, "gone")]
    fill(bench, 2, retry_after=3600.0)
    started = time.monotonic()
    run(bench)
    assert bench.counts()["accepted"] == 2
    assert time.monotonic() - started < 600  # and not after an hour


def test_a_message_that_kills_every_session_fails_and_the_others_go(bench: Bench) -> None:
    fill(bench, 4, attempts=2)
    # Two separate losses with a success between them: the second one is charged to the same message again.
    bench.server.turns = [SessionLost(Phase.BODY, "gone")]
    run(bench)
    assert bench.counts()["accepted"] == 4


def test_a_sign_in_refusal_pauses_and_blames_nobody(bench: Bench) -> None:
    bench.server.turns = [NO_SIGN_IN]
    fill(bench, 3)
    ending = run(bench)
    assert getattr(ending, "needs_user", False)
    assert bench.state() is CampaignState.PAUSED
    assert bench.counts()["failed"] == 0
    assert bench.counts()["queued"] + bench.counts()["deferred"] + bench.counts()["accepted"] == 3


def test_a_permanent_connect_error_pauses_and_a_passing_one_is_ridden_out(bench: Bench) -> None:
    bench.server.refusals = [ConnectError("Nothing answered.", code="timeout")]
    fill(bench, 2)
    run(bench)
    assert bench.counts()["accepted"] == 2
    assert bench.server.connects == 2


def test_a_wrong_password_in_mid_campaign_pauses(bench: Bench) -> None:
    bench.server.refusals = [ConnectError("Not accepted.", code="sign_in_refused", permanent=True)]
    fill(bench, 2)
    ending = run(bench)
    assert getattr(ending, "needs_user", False)
    assert bench.counts()["queued"] == 2


def test_a_daily_limit_parks_the_account_and_keeps_the_row(bench: Bench) -> None:
    bench.server.turns = [DAILY_LIMIT]
    fill(bench, 2)
    bench.sending.begin("c")
    thread = threading.Thread(target=bench.sending.run, args=("c",))
    thread.start()
    try:
        until(lambda: any(isinstance(e, PaceChanged) and e.kind is PaceKind.PARKED for e in bench.events))
        assert bench.counts()["failed"] == 0
        (parked,) = [e for e in bench.events if isinstance(e, PaceChanged) and e.kind is PaceKind.PARKED]
        assert parked.until > SystemClock().now() + 80_000_000
    finally:
        assert bench.sending.pause("c")
        thread.join(PATIENCE)
    assert not thread.is_alive()
    assert bench.state() is CampaignState.PAUSED


def paces(bench: Bench, kind: PaceKind) -> list[PaceChanged]:
    return [event for event in bench.events if isinstance(event, PaceChanged) and event.kind is kind]


def test_a_named_rest_is_obeyed_and_sending_goes_on_by_itself(bench: Bench) -> None:
    bench.server.turns = [Reply(Stage.END, 450, "4.7.1", "Limit reached, try again in 1 second")]
    fill(bench, 3)
    started = SystemClock().now()
    run(bench)
    assert bench.counts()["accepted"] == 3
    (parked,) = paces(bench, PaceKind.PARKED)
    assert "try again in 1 second" in parked.detail
    assert started + 1000 <= parked.until <= SystemClock().now() + 1000
    assert SystemClock().now() >= parked.until
    assert [line.attempts for line in bench.store.deliveries.page("c", ("email",))] == [1, 1, 1]


def test_a_server_that_finds_it_too_fast_is_sent_to_more_slowly(bench: Bench) -> None:
    bench.server.turns = [*[TAKEN] * 30, Reply(Stage.END, 451, "4.7.1", "Too fast, try again in 1 second")]
    fill(bench, 40)
    run(bench)
    assert bench.counts()["accepted"] == 40
    slowed = paces(bench, PaceKind.SLOWED)
    assert slowed
    assert slowed[0].detail.endswith("a minute")
    assert paces(bench, PaceKind.PARKED)


def test_a_refused_connection_leaves_the_others_alone(bench: Bench) -> None:
    crowded = ConnectError("Too many.", reply=Reply(Stage.CONNECT, 421, "", "Too many concurrent SMTP connections"))
    fill(bench, 200, connections=3)
    connects: list[int] = []

    def refuse_the_second() -> None:
        if not connects:
            connects.append(1)
            bench.server.refusals = [crowded]

    bench.server.before_commit = refuse_the_second
    run(bench)
    assert bench.counts()["accepted"] == 200
    assert not paces(bench, PaceKind.RECONNECTING)
    assert [event.detail for event in paces(bench, PaceKind.SLOWED)][:1] in (["1 connection"], ["2 connections"])


def test_a_session_ended_for_too_many_connections_is_charged_to_nobody(bench: Bench) -> None:
    bench.server.turns = [Reply(Stage.MAIL, 421, "4.7.0", "Too many concurrent SMTP connections")] * 4
    fill(bench, 2, attempts=2, connections=2)
    bench.sending.begin("c")
    thread = threading.Thread(target=bench.sending.run, args=("c",))
    thread.start()
    until(lambda: len(bench.server.turns) < 3)
    bench.sending.pause("c")
    thread.join(PATIENCE)
    assert bench.counts()["failed"] == 0
    assert {line.attempts for line in bench.store.deliveries.page("c", ("email",))} == {0}


def test_three_spam_verdicts_in_a_row_pause_and_one_does_not(bench: Bench) -> None:
    bench.server.turns = [SPAM]
    fill(bench, 3)
    run(bench)
    assert bench.state() is CampaignState.FINISHED
    bench.server.turns = [SPAM] * 3
    bench.campaign = replace(bench.campaign, id="d")
    bench.store.campaigns.save(bench.campaign)
    rows = [judged(n, f"v{n}@example.com") for n in range(1, 9)]
    bench.store.deliveries.add("d", [batch(rows)])
    run(bench)
    assert bench.state() is CampaignState.PAUSED
    assert bench.counts()["failed"] == 3


def test_a_sender_refused_again_and_again_pauses_before_the_list_is_used_up(bench: Bench) -> None:
    bench.server.turns = [Reply(Stage.MAIL, 530, "5.0.0", "refused")] * 50
    fill(bench, 50)
    run(bench)
    assert bench.state() is CampaignState.PAUSED
    assert bench.counts()["failed"] <= 4


def test_the_limit_holds_and_the_wait_is_said(bench: Bench) -> None:
    fill(bench, 7, limits=("3/second",))
    started = time.monotonic()
    run(bench)
    assert time.monotonic() - started >= 2.0
    assert any(isinstance(e, PaceChanged) and e.detail == "3/second" for e in bench.events)


def test_limits_are_kept_across_restarts(bench: Bench) -> None:
    fill(bench, 4, limits=("2/3 seconds",))
    began = time.monotonic()
    bench.sending.begin("c")
    thread = threading.Thread(target=bench.sending.run, args=("c",))
    thread.start()
    until(lambda: len(bench.server.accepted) == 2)
    bench.sending.pause("c")
    thread.join(PATIENCE)
    run(bench)
    assert time.monotonic() - began >= 3
    assert bench.counts()["accepted"] == 4


def test_a_suppressed_address_never_gets_an_intent_even_after_the_claim(bench: Bench) -> None:
    fill(bench, 3)
    blocked = Suppression(key="u2@example.com", reason="manual", source="test", at=1)

    def block() -> None:
        bench.store.suppressions.add([blocked])

    bench.server.before_commit = block
    run(bench)
    assert "u2@example.com" not in bench.server.accepted
    assert bench.lines(State.SUPPRESSED) == ["u2@example.com"]
    assert bench.counts()["accepted"] == 2


def test_a_pause_before_the_intent_withholds_the_last_byte(bench: Bench) -> None:
    fill(bench, 5)

    def pause() -> None:
        bench.sending.pause("c")

    bench.server.before_commit = pause
    run(bench)
    assert bench.server.dots == 0
    assert bench.counts()["queued"] == 5
    bench.server.before_commit = lambda: None
    run(bench)
    assert bench.counts()["accepted"] == 5


def test_a_resume_right_after_a_pause_waits_for_the_message_in_flight(bench: Bench) -> None:
    fill(bench, 40)
    bench.server.before_commit = lambda: time.sleep(0.02)
    for _ in range(5):
        bench.sending.begin("c")
        thread = threading.Thread(target=bench.sending.run, args=("c",))
        thread.start()
        bench.sending.pause("c")
    bench.sending.begin("c")
    bench.sending.run("c")
    thread.join(PATIENCE)
    assert bench.counts()["accepted"] == len(bench.server.accepted) == 40
    assert bench.state() is CampaignState.FINISHED


def test_a_stop_cancels_whoever_still_waits(bench: Bench) -> None:
    fill(bench, 200)
    stops = iter([None] * 10)

    def maybe_stop() -> None:
        if next(stops, "now") == "now" and bench.state() is CampaignState.RUNNING:
            bench.sending.stop("c")

    bench.server.before_commit = maybe_stop
    run(bench)
    counts = bench.counts()
    assert bench.state() is CampaignState.STOPPED
    assert counts["accepted"] == len(bench.server.accepted) == 10
    assert counts["cancelled"] == 190


def test_a_retry_takes_the_failed_and_never_the_accepted(bench: Bench) -> None:
    bench.server.turns = [UNWANTED, UNWANTED]
    fill(bench, 5)
    run(bench)
    assert bench.sending.retry("c") == 2
    assert bench.state() is CampaignState.PAUSED
    run(bench)
    assert bench.counts()["accepted"] == 5
    assert len(set(bench.server.accepted)) == len(bench.server.accepted) == 5


def test_a_retry_leaves_out_whose_address_does_not_exist_unless_told(bench: Bench) -> None:
    bench.server.turns = [NOBODY, UNWANTED, NOBODY]
    fill(bench, 4)
    run(bench)
    first, second, *_ = bench.store.deliveries.page("c", ("email",))
    groups = Reports(rows=bench.store.deliveries, lists=ListFiles(), files=UserFiles(), clock=SystemClock()).groups(
        bench.campaign
    )
    assert {one.shown for one in groups} == {f"{one.code} {one.text}" for one in (first, second)}
    assert [again(groups), again(groups, dead=True), again(groups, cause=DEAD)] == [
        Again(number=1, dead=2), Again(number=3), Again(number=2),
    ]  # fmt: skip
    assert bench.sending.retry("c") == 1
    assert [one.id for one in bench.store.deliveries.page("c", ("email",), states=(State.QUEUED,))] == [second.id]
    assert bench.sending.retry("c", only=(first.id,)) == 1
    assert bench.sending.retry("c", dead=True) == 1
    run(bench)
    assert bench.counts()["accepted"] == 4
    # What was tried before a person's word is kept, and every order has its own attempts.
    assert [one.attempts for one in bench.store.deliveries.page("c", ("email",))] == [2, 2, 2, 1]


def test_of_different_answers_with_one_cause_the_one_that_is_shown_is_an_example(bench: Bench) -> None:
    bench.server.turns = [Reply(Stage.RCPT, 550, "5.1.1", "No such user"), Reply(Stage.RCPT, 550, "5.1.1", "Nobody")]
    fill(bench, 3)
    run(bench)
    reports = Reports(rows=bench.store.deliveries, lists=ListFiles(), files=UserFiles(), clock=SystemClock())
    (group,) = reports.groups(bench.campaign)
    assert (group.count, group.shown) == (2, "For example: 550 Nobody")


def test_a_retry_never_queues_who_is_blocked(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.server.turns = [UNWANTED, UNWANTED, SessionLost(Phase.COMMITTED, "no answer"), UNWANTED]
    fill(bench, 6)
    run(bench)
    monkeypatch.setattr(queued_again, "QUARANTINE", 0)
    rows = bench.store.deliveries
    failed, _, last = rows.page("c", ("email",), states=(State.FAILED,))
    (unclear,) = rows.page("c", ("email",), states=(State.IN_DOUBT,))
    block = [Suppression(key=one.address, reason="manual", source="", at=1) for one in (failed, unclear)]
    bench.store.suppressions.add(block)
    groups = Reports(rows=rows, lists=ListFiles(), files=UserFiles(), clock=SystemClock()).groups(bench.campaign)
    assert (again(groups), doubtful(groups)) == (Again(number=2, blocked=1), 0)
    assert bench.sending.retry("c", only=(failed.id,)) == 0
    assert bench.sending.retry("c", failed=False, in_doubt=True) == 0
    assert bench.state() is CampaignState.FINISHED
    assert bench.sending.retry("c", in_doubt=True) == 2
    assert {one.id: one.state for one in (failed, unclear)} == {
        one.id: one.state for one in rows.page("c", ("email",)) if one.id in (failed.id, unclear.id)
    }
    # What waits is cancelled all the same, whoever was blocked meanwhile.
    bench.store.suppressions.add([Suppression(key=last.address, reason="manual", source="", at=1)])
    assert bench.sending.stop("c") == 2
    assert bench.counts()["cancelled"] == 2


def test_a_person_s_order_counts_its_attempts_anew(bench: Bench) -> None:
    busy = Reply(Stage.RCPT, 451, "4.3.0", "try again")
    bench.server.turns = [busy, busy, busy, busy]
    fill(bench, 1, attempts=2, retry_after=0.001)
    for attempts in (2, 4):
        run(bench)
        assert bench.counts()["failed"] == 1
        (line,) = bench.store.deliveries.page("c", ("email",))
        assert line.attempts == attempts
        assert bench.sending.retry("c") == 1
    assert [one.attempt for one in bench.store.deliveries.history(line.id) if one.new is State.FAILED] == [2, 4]


def test_the_doubtful_are_quarantined_and_can_be_resolved(bench: Bench) -> None:
    bench.server.turns = [SessionLost(Phase.COMMITTED, "no answer")]
    fill(bench, 2)
    run(bench)
    assert bench.sending.retry("c", in_doubt=True) == 0
    assert bench.sending.quarantined("c") > SystemClock().now()
    (line,) = bench.store.deliveries.page("c", ("email",), states=(State.IN_DOUBT,))
    assert bench.sending.resolve("c", line.id, accepted=True)
    assert bench.counts()["accepted"] == 2
    assert not bench.sending.resolve("c", line.id, accepted=False)


def test_the_doubtful_alone_can_be_sent_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.server.turns = [SessionLost(Phase.COMMITTED, "no answer"), NOBODY]
    fill(bench, 3)
    run(bench)
    monkeypatch.setattr(queued_again, "QUARANTINE", 0)
    assert bench.sending.retry("c", failed=False, in_doubt=True) == 1
    assert bench.counts()["failed"] == 1
    assert bench.counts()["queued"] == 1


def test_the_signature_is_frozen_at_the_start(bench: Bench) -> None:
    fill(bench, 1)
    account = bench.store.accounts.get("account")
    assert account
    bench.store.accounts.save(replace(account, signature="Anna"))
    bench.sending.begin("c")
    bench.store.accounts.save(replace(account, signature="Somebody else"))
    bench.sending.run("c")
    kept = bench.store.campaigns.get("c")
    assert kept
    assert kept.content.signature == "Anna"


def test_limits_are_not_changed_under_a_running_campaign(bench: Bench) -> None:
    fill(bench, 2, limits=("1/hour",))
    bench.sending.begin("c")
    thread = threading.Thread(target=bench.sending.run, args=("c",))
    thread.start()
    try:
        until(lambda: bench.server.accepted)
        account = bench.store.accounts.get("account")
        assert account
        bench.store.accounts.save(replace(account, limits=("5/hour",)))
        fill_other(bench, 2)
        with pytest.raises(InputError, match="limits of “Work” were changed"):
            bench.sending.begin("other")
    finally:
        bench.sending.pause("c")
        thread.join(PATIENCE)
    bench.sending.begin("other")
    assert bench.sending.run("other").finished


def test_events_come_in_batches_and_their_figures_add_up(bench: Bench) -> None:
    fill(bench, 500, connections=4)
    run(bench)
    batches = [event for event in bench.events if isinstance(event, DeliveriesMoved)]
    assert len(batches) < 250
    assert {sum(batch.counts.values()) for batch in batches} == {500}
    assert batches[-1].counts["accepted"] == 500


def until(true: object, seconds: float = PATIENCE) -> None:
    deadline = time.monotonic() + seconds
    while not true():  # type: ignore[operator]  # a call without arguments
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)
