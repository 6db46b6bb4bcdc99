"""A person who asks for it is forgotten everywhere: no byte is left, every figure is as before."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from tests.e2e.command_line import Desk

from sendoff.adapters.sandbox.faults import USUAL, Faults
from sendoff.adapters.sandbox.mailbox import Mailbox
from sendoff.adapters.sandbox.server import SandboxServer
from sendoff.adapters.sandbox.shelf import Shelf
from sendoff.adapters.storage.store import Store
from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import open_services
from sendoff.bootstrap.program import restoring
from sendoff.core.account import Account, Security, SignIn
from sendoff.core.audience import Audience
from sendoff.core.campaign import Campaign, CampaignState, Content
from sendoff.core.delivery import State
from sendoff.core.errors import HeldError, InputError, StorageError
from sendoff.core.forgetting import FORGOTTEN
from sendoff.core.recipient import Verdict
from sendoff.services.app import Services

PERSON = "Quincy.Quill@Example.com"
NAMES = (b"quincy", b"quincewater", b"zanzibar")
"""What is known of the person: address, name, town."""
MISTYPED = "Quincy.Quil@Example.com"
"""As a list had the address before somebody corrected it."""
TAKEN, REFUSED, LOST = PERSON, "bounce.quincy@example.com", "lost.quincy@example.com"


@pytest.fixture(autouse=True)
def _no_keyring() -> Iterator[None]:
    usual = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring's own class has no types
    yield
    keyring.set_keyring(usual)


class Office:
    """A data folder and the server its campaigns go to."""

    def __init__(self, folder: Path, server: SandboxServer) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.server = server

    @contextmanager
    def open(self, *, sandbox: bool = False) -> Iterator[Services]:
        home = find_home({"SENDOFF_HOME": str(self.home)})
        services = open_services(home.sandbox() if sandbox else home, "tests", environ={})
        try:
            yield services
        finally:
            services.close()

    def list_of(self, *addresses: str) -> Path:
        path = self.folder / "people.csv"
        told = {True: "Quincewater,Zanzibar", False: "Mia,Graz"}
        rows = "".join(f"{one},{told['quincy' in one.lower()]},\n" for one in addresses)
        path.write_text(f"E-Mail,Name,Town,Note\n{rows}", encoding="utf-8")
        return path

    def draft(self, services: Services, name: str, *addresses: str) -> Campaign:
        services.accounts.save(
            Account(
                id="work", name="Work", host="127.0.0.1", port=self.server.port, security=Security.NONE,
                sign_in=SignIn.NONE, sender="Anna Lee <anna@example.com>",
            )
        )  # fmt: skip
        draft = replace(
            services.campaigns.new(name), account_id="work", sender="Anna Lee <anna@example.com>",
            content=Content(subject="Hello {{ name }}", text="Hi {{ name }} in {{ town }} {{ note }}"),
        )  # fmt: skip
        services.campaigns.save(draft)
        return services.recipients.bring(draft, services.recipients.look(self.list_of(*addresses)))[0]

    def send(self, services: Services, campaign: Campaign) -> Campaign:
        services.campaigns.save(replace(campaign, content=Content(subject="Hello {{ name }}", text="{{ town }}")))
        services.sending.begin(campaign.id)
        services.sending.run(campaign.id)
        return services.campaigns.get(campaign.id)

    def server_names(self, person: str, data: Path | None = None) -> None:
        """As if the server had named the person in what it said, now and at an attempt before."""
        words = f"recipient <{person}> and Quincewater"
        row = "(SELECT id FROM delivery WHERE address_key = lower(?))"
        with closing(sqlite3.connect((data or self.home) / "sendoff.db")) as database, database:
            database.execute("UPDATE delivery SET text = ? WHERE address_key = lower(?)", (words, person))
            database.execute(
                "INSERT INTO delivery_event (delivery_id, at, from_state, to_state, attempt, code, enhanced, text,"
                f" reason, connection, run_id) VALUES ({row}, 1, 'sending', 'deferred', 1, 451, '4.7.1', ?, '', 0, 0)",
                (person, words),
            )

    def left(self) -> set[str]:
        """The files of the data folder that hold anything about the person, and what it is."""
        found = set()
        for path in self.home.rglob("*"):
            content = path.read_bytes().lower() if path.is_file() else b""
            found |= {f"{path.relative_to(self.home)}: {name.decode()}" for name in NAMES if name in content}
        return found


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with SandboxServer(faults=Faults(rules=USUAL)) as server:
        yield Office(tmp_path, server)


def figures(services: Services, campaign: Campaign) -> object:
    """Everything that is counted of a campaign."""
    rows = services.reports
    groups = [(one.state, one.reason, one.count) for one in rows.groups(campaign)]
    times = [(one.updated_at, one.state, one.attempts, one.code) for one in rows.every(campaign)]
    return rows.figures(campaign), rows.marked(campaign), groups, rows.minutes(campaign), times


@pytest.mark.parametrize("person", [TAKEN, REFUSED, LOST])
def test_no_byte_is_left_and_every_figure_is_as_before(office: Office, person: str) -> None:
    others = ("mia@example.com", "bounce.mia@example.com", "joe@example.com")
    with office.open() as services:
        sent = office.send(services, office.draft(services, "April", person, *others))
    office.server_names(person)
    with office.open() as services:
        before = figures(services, sent)
        draft = office.draft(services, "May", person.upper(), *others)
        services.checks.run(draft)
        first = services.triage.row(draft.id, 1)
        services.triage.edit(draft.id, first.id, fields={"name": "Quincewater the Second"})
        look = services.recipients.look(office.list_of(person, *others))
        audience = services.audiences.bring("Friends", look)[0]
        services.suppressions.add([person])
        services.suppressions.remove([person])
        places = services.forgetting.look(person.lower())
        assert (places.audiences, places.drafts, places.sent) == (1, 1, 1)
        assert places.doubtful == (person == LOST)
        assert office.left()
        done = services.forgetting.forget(f" {person.lower()} ", block=False)
        assert (done.anew, done.blocked) == (True, False)
        assert office.left() == set()
        assert figures(services, services.campaigns.get(sent.id)) == before
        assert services.reports.counts(draft)["queued"] == len(others)
        assert sum(services.audiences.counts(audience).values()) == len(others)
        assert services.traces.find("mia")
        assert not services.traces.find("quincy")
        history = services.reports.history(
            next(one for one in services.reports.every(sent) if one.address == FORGOTTEN)
        )
        assert [one.code for one in history if one.new is State.DEFERRED] == [451]
    assert office.left() == set()


def dump(office: Office) -> list[str]:
    with closing(sqlite3.connect(office.home / "sendoff.db")) as database:
        return [line for line in database.iterdump() if '"lineage"' not in line]


def keep_open(services: Services, campaign: Campaign, state: CampaignState) -> None:
    """Leave a campaign where it is not over; a draft has a set time."""
    if state is CampaignState.DRAFT:
        services.schedule.set(campaign, services.clock.now() + 10**9)
    else:
        services.campaigns.save(replace(campaign, state=state))


@pytest.mark.parametrize("state", [CampaignState.DRAFT, CampaignState.RUNNING, CampaignState.PAUSED])
def test_who_is_in_a_campaign_that_is_not_over_is_not_forgotten_by_half(office: Office, state: CampaignState) -> None:
    with office.open() as services:
        office.send(services, office.draft(services, "April", PERSON, "mia@example.com"))
        keep_open(services, office.draft(services, "Spring", PERSON), state)
        before = dump(office)
        with pytest.raises(InputError, match="“Spring”"):
            services.forgetting.forget(PERSON)
        assert dump(office) == before
        places = services.forgetting.look(PERSON)
        assert (places.in_the_way, places.anywhere) == (("Spring",), True)


def test_nobody_is_forgotten_while_anything_is_sent(office: Office) -> None:
    with office.open() as services:
        office.draft(services, "April", PERSON)
        keep_open(services, office.draft(services, "Spring", "mia@example.com"), CampaignState.RUNNING)
        before = dump(office)
        with pytest.raises(InputError, match="“Spring” is being sent"):
            services.forgetting.forget(PERSON)
        assert dump(office) == before


@pytest.mark.parametrize("person", [REFUSED, LOST])
def test_a_forgotten_row_is_never_sent_again(office: Office, person: str) -> None:
    with office.open() as services:
        sent = office.send(services, office.draft(services, "April", person, "bounce.mia@example.com"))
        services.forgetting.forget(person, block=False)
        (line,) = (one for one in services.reports.every(sent) if one.address == FORGOTTEN)
        group = next(one for one in services.reports.groups(sent) if one.state is line.state)
        assert group.blocked == 1
        old, new = line.state, State.QUEUED
    store = Store(office.home)
    try:
        assert not store.deliveries.shift_one(sent.id, line.id, old, new, "retry", 0)
        assert store.deliveries.shift(sent.id, old, new, "retry", 0) == (person == REFUSED)
    finally:
        store.close()
    with office.open() as services:
        assert FORGOTTEN not in {one.address for one in services.reports.every(sent) if one.state is State.QUEUED}
        assert services.duplicates.make(sent.id).people == 1
        newer = services.recipients.look(office.list_of("bounce.mia@example.com"))
        difference = services.recipients.compare(services.campaigns.get(sent.id), newer)
        assert difference is not None
        assert (difference.gone, difference.new) == (0, 0)


def test_a_crash_leaves_all_or_nothing(office: Office) -> None:
    with office.open() as services:
        office.send(services, office.draft(services, "April", PERSON, "mia@example.com"))
    store = Store(office.home)
    with store.database.writing() as connection:
        refuse = "CREATE TRIGGER full BEFORE INSERT ON suppression BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
        connection.exec_driver_sql(refuse)
    before = dump(office)
    with pytest.raises(StorageError):
        store.forgetting.erase(PERSON, 1, block=True, source="")
    assert dump(office) == before
    with store.database.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER full")
    store.forgetting.erase(PERSON, 1, block=False, source="")
    for name in ("sendoff.db", "sendoff.db-wal"):
        shutil.copy(office.home / name, office.folder / name)  # as a kill right after the commit leaves them
    store.close()
    for name in ("sendoff.db", "sendoff.db-wal"):
        shutil.copy(office.folder / name, office.home / name)
    (office.home / "sendoff.db-shm").unlink(missing_ok=True)
    assert office.left()
    with office.open() as services:
        assert office.left() == set()
        assert services.traces.find("mia")


def test_pages_that_were_freed_before_are_written_anew(office: Office) -> None:
    with office.open() as services:
        office.draft(services, "April", "mia@example.com")
    store = Store(office.home)
    try:
        driver = store.database._driver
        assert driver is not None
        driver.execute("PRAGMA secure_delete = OFF")  # some SQLites overwrite what they free by themselves
        with store.database.writing() as connection:
            rows = "INSERT INTO review (key, data) VALUES ('x', ?)"
            connection.exec_driver_sql(rows, (f"{PERSON} " * 10_000,))
            connection.exec_driver_sql("DELETE FROM review WHERE key = 'x'")
        store.database.checkpoint()
        assert office.left() == {"sendoff.db: quincy"}
        store.forgetting.erase(PERSON, 1, block=False, source="")
        assert store.forgetting.write_anew()
        assert office.left() == set()
    finally:
        store.close()


def test_the_sandboxs_messages_go_too(office: Office) -> None:
    path = office.home / "sandbox-messages.db"
    office.home.mkdir(mode=0o700)
    mailbox = Mailbox(500, None, Shelf(path))
    now = 10**15
    mailbox.add(now, "anna@example.com", PERSON.lower(), b"Subject: Hello Quincewater\r\n\r\nHi")
    mailbox.add(now, "anna@example.com", "me@example.com", b"Subject: Test\r\n\r\nTo: " + PERSON.encode())
    encoded = b"Subject: Coded\r\nContent-Transfer-Encoding: base64\r\n\r\nUXVpbmN5LlF1aWxsQEV4YW1wbGUuY29t\r\n"
    mailbox.add(now, "anna@example.com", "me@example.com", encoded)
    mailbox.add(now, "anna@example.com", "mia@example.com", b"Subject: Hello Mia\r\n\r\nHi")
    mailbox.save()
    mailbox.add(now, "anna@example.com", "x" + PERSON.lower(), b"Subject: Another\r\n\r\nHi")
    with office.open() as services:
        assert services.forgetting.look(PERSON).messages == 3
        assert services.forgetting.forget(PERSON, block=False).places.messages == 3
    assert mailbox.forget(PERSON) == 3
    assert [one.number for one in mailbox.received()] == [4, 5]
    assert [mailbox.message(number) is None for number in range(1, 6)] == [True, True, True, False, False]
    assert mailbox.last == 5
    mailbox.save()
    assert [one.number for one in Shelf(path).received()] == [4, 5]
    assert b"Quincewater" not in path.read_bytes()


@pytest.mark.parametrize("state", [CampaignState.FINISHED, CampaignState.PAUSED, CampaignState.DRAFT])
def test_what_was_tried_in_the_sandbox_by_a_command_goes_too(office: Office, state: CampaignState) -> None:
    with office.open(sandbox=True) as services:
        tried = office.draft(services, "April", PERSON, "mia@example.com")
        if state is not CampaignState.DRAFT:
            office.send(services, tried)
            office.server_names(PERSON, office.home / "sandbox")
    with closing(sqlite3.connect(office.home / "sandbox" / "sendoff.db")) as database, database:
        database.execute("UPDATE campaign SET state = ?", (state.value,))  # as if it had been stopped half-way
    mailbox = Mailbox(500, None, Shelf(office.home / "sandbox" / "sandbox-messages.db"))
    mailbox.add(10**15, "anna@example.com", PERSON, b"Subject: Hello")
    mailbox.save()
    assert office.left()
    with office.open() as services:
        with office.open(sandbox=True), pytest.raises(HeldError):
            services.forgetting.forget(PERSON)
        places = services.forgetting.look(PERSON)
        assert (places.rehearsed, places.messages, places.anywhere) == (1, 1, True)
        done = services.forgetting.forget(PERSON, block=False)
        assert (done.places.rehearsed, done.places.messages, done.anew) == (1, 1, True)
        assert office.left() == set()
        assert not services.forgetting.look(PERSON).anywhere
    with office.open(sandbox=True) as services:
        left = [one.address for one in services.reports.every(tried)]
        assert left == [FORGOTTEN] * (state is CampaignState.FINISHED) + ["mia@example.com"]
        assert sum(services.reports.counts(tried).values()) == len(left)
        assert services.campaigns.get(tried.id).state is state


def test_who_is_forgotten_is_blocked_unless_told_otherwise(office: Office) -> None:
    with office.open() as services:
        office.draft(services, "April", PERSON)
        assert services.forgetting.forget(PERSON).blocked
        assert [one.key for one in services.suppressions.all()] == [PERSON.lower()]
        assert office.left() == {"sendoff.db: quincy"}
        office.draft(services, "May", PERSON)
        assert not services.forgetting.forget(PERSON, block=False).blocked
        assert office.left() == set()


def test_others_lose_nothing_but_the_address(office: Office) -> None:
    with office.open() as services:
        draft = office.draft(services, "April", PERSON, "Mia.Quincy.Quill@example.com", "joe@example.com")
        joe = services.triage.row(draft.id, 3)
        services.triage.edit(draft.id, joe.id, fields={"note": f"a friend of <{PERSON}>", "town": "Linz"})
        services.forgetting.forget(PERSON, block=False)
        lines = [services.triage.row(draft.id, number) for number in (2, 3)]
        assert [one.address for one in lines] == ["Mia.Quincy.Quill@example.com", "joe@example.com"]
        assert (lines[1].fields["note"], lines[1].fields["town"]) == ("a friend of <>", "Linz")
        assert services.triage.undo(draft.id) == 1
        assert services.triage.row(draft.id, 3).fields["town"] == "Graz"
        assert services.reports.counts(office.send(services, draft))["accepted"] == 2
    assert sorted(one.recipient for one in office.server.received) == sorted(one.address for one in lines)


def corrected(office: Office, services: Services) -> Audience:
    """An audience in which the address of the list was corrected by hand."""
    look = services.recipients.look(office.list_of(MISTYPED, "mia@example.com"))
    audience = services.audiences.bring("Friends", look)[0]
    row = services.triage.row(audience.id, 1)
    services.triage.edit(audience.id, row.id, address=PERSON)
    return audience


def test_both_spellings_of_a_corrected_address_go(office: Office) -> None:
    with office.open() as services:
        audience = corrected(office, services)
        draft = office.draft(services, "April", "joe@example.com")
        services.audiences.use(draft, services.audiences.select(audience))
        sent = office.send(services, services.campaigns.get(draft.id))
        before = figures(services, sent)
        shown = replace(services.audiences.select(audience), text=PERSON)
        for name in (f"Only {PERSON}", "Only forgotten"):
            services.audiences.keep(name, audience, shown)
        assert "Quincy.Quill@Example.com" in services.audiences.find("Only forgotten").source
        services.audiences.use(office.draft(services, "May", "joe@example.com"), shown)
    with closing(sqlite3.connect(office.home / "sendoff.db")) as database:
        assert database.execute("SELECT count(*) FROM delivery WHERE said = ?", (MISTYPED.lower(),)).fetchone()[0] > 2
    with office.open() as services:
        places = services.forgetting.look(PERSON)
        assert (places.audiences, places.drafts, places.sent, places.also) == (3, 1, 1, ())
        services.forgetting.forget(PERSON, block=False)
        assert office.left() == set()
        assert figures(services, sent) == before
        assert {one.name for one in services.audiences.all()} == {"Friends", "Only forgotten", "Only forgotten 2"}
        newer = services.recipients.look(office.list_of(MISTYPED, "mia@example.com"))
        audience, did = services.audiences.merge(audience, newer)
        assert (did.new, did.corrected) == (1, 0)
        assert not services.traces.find("quill@")


@pytest.mark.parametrize("undo", [False, True])
def test_no_newer_list_brings_back_whom_nobody_may_write_to(office: Office, undo: bool) -> None:
    with office.open() as services:
        audience = corrected(office, services)
        services.forgetting.forget(PERSON)
        if undo:
            assert services.triage.undo(audience.id) == 0
        newer = services.recipients.look(office.list_of(MISTYPED, PERSON, "mia@example.com"))
        services.audiences.merge(audience, newer)
        assert services.triage.counts(audience.id)[Verdict.READY] == 1
        counts = services.reports.counts(
            office.send(services, office.draft(services, "May", MISTYPED, PERSON, "joe@example.com"))
        )
        assert (counts["accepted"], counts["suppressed"]) == (1, 2)


def test_a_correction_that_may_mean_somebody_else_is_told_and_left(office: Office) -> None:
    with office.open() as services:
        audience = corrected(office, services)
        sent = office.send(services, office.draft(services, "April", MISTYPED, "joe@example.com"))
        done = services.forgetting.forget(PERSON)
        assert done.places.also == (MISTYPED.lower(),)
        assert [one.key for one in services.suppressions.all()] == [PERSON.lower()]
        assert [one.address for one in services.reports.every(sent)] == ["Quincy.Quil@example.com", "joe@example.com"]
        services.forgetting.forget(MISTYPED, block=False)
        assert [one.address for one in services.reports.every(sent)] == [FORGOTTEN, "joe@example.com"]
        assert sum(services.audiences.counts(audience).values()) == 1


def test_what_a_list_had_goes_and_the_corrected_row_stays(office: Office) -> None:
    with office.open() as services:
        audience = corrected(office, services)
        places = services.forgetting.look(MISTYPED)
        assert (places.audiences, places.also) == (1, ("Quincy.Quill@example.com",))
        services.forgetting.forget(MISTYPED, block=False)
        assert services.triage.row(audience.id, 1).address == "Quincy.Quill@example.com"
        assert services.triage.undo(audience.id) == 0
    with closing(sqlite3.connect(office.home / "sendoff.db")) as database:
        assert not any(MISTYPED.lower() in line.lower() for line in database.iterdump())


def test_own_attachments_go_where_nobody_else_has_them(office: Office) -> None:
    sha, shared = "a" * 64, "b" * 64
    with office.open() as services:
        draft = office.draft(services, "April", PERSON, "mia@example.com")
        blobs = office.home / "blobs"
        blobs.mkdir(exist_ok=True)
        for name in (sha, shared):
            (blobs / name).write_bytes(b"Zanzibar")
        rows = {1: (sha, shared), 2: ("", shared)}
        for number, (town, note) in rows.items():
            line = services.triage.row(draft.id, number)
            services.triage.edit(draft.id, line.id, fields={"town": town, "note": note})
        services.forgetting.forget(PERSON, block=False)
        assert [one.name for one in blobs.iterdir()] == [shared]


def test_a_backup_put_back_forgets_the_sent_again(office: Office) -> None:
    backup = office.folder / "all.zip"
    with office.open() as services:
        draft = office.draft(services, "April", MISTYPED, "mia@example.com")
        services.triage.edit(draft.id, services.triage.row(draft.id, 1).id, address=PERSON)
        sent = office.send(services, draft)
        before = figures(services, sent)
        services.backups.make(backup)
        services.forgetting.forget(PERSON, block=False)
    with restoring(find_home({"SENDOFF_HOME": str(office.home)}), "tests") as one:
        one.restore(backup)
    with office.open() as services:
        assert figures(services, sent) == before
        assert [one.address for one in services.reports.every(sent)] == [FORGOTTEN, "mia@example.com"]
    with closing(sqlite3.connect(office.home / "sendoff.db")) as database:
        assert not any("quincy" in line.lower() for line in database.iterdump())
    assert b"quincy" not in (office.home / "sendoff.db").read_bytes().lower()


def test_the_command_says_it_asks_and_does_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.campaign(3)
    desk.run("audiences", "import", "Friends", str(tmp_path / "people.csv"))
    looked = desk.run("forget", "Person2@example.test", "--look", "--json")
    assert (looked.status, looked.json["places"]["audiences"]) == (0, 1)
    refused = desk.run("forget", "person2@example.test", "--json")
    assert (refused.status != 0, refused.json["error"]["code"]) == (True, "confirm")
    done = desk.run("forget", "person2@example.test", "--yes", "--json")
    assert (done.status, done.json["forgotten"]["blocked"], done.json["forgotten"]["written_anew"]) == (0, True, True)
    assert "cannot be undone" in done.err
    assert desk.run("forget", "person2@example.test", "--look").status == 1


def test_the_command_names_what_is_in_the_way(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.campaign(3)
    services = open_services(find_home({"SENDOFF_HOME": str(desk.home)}), "tests", environ={})
    try:
        draft = services.campaigns.new("Autumn")
        services.campaigns.save(draft)
        draft = services.recipients.bring(draft, services.recipients.look(tmp_path / "people.csv"))[0]
        services.campaigns.save(replace(draft, state=CampaignState.PAUSED))
    finally:
        services.close()
    looked = desk.run("forget", "person2@example.test", "--look")
    assert (looked.status, "“Autumn”" in looked.out) == (0, True)
    refused = desk.run("forget", "person2@example.test", "--yes", "--not-blocked", "--json")
    assert (refused.status != 0, refused.json["error"]["code"]) == (True, "in_the_way")
