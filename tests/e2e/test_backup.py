"""A backup put back sends nothing twice: what was sent since is taken over, or the campaign waits for a word."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from sendoff.adapters.sandbox.server import SandboxServer
from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import open_services
from sendoff.bootstrap.program import preferences, restoring
from sendoff.core.account import Account, Security, SignIn
from sendoff.core.backup import Restored
from sendoff.core.campaign import Campaign, CampaignState, Content
from sendoff.core.errors import HeldError, InputError
from sendoff.core.events import DeliveriesMoved
from sendoff.services.app import Services
from sendoff.services.backups import told

PEOPLE = 20


@pytest.fixture(autouse=True)
def _no_keyring() -> Iterator[None]:
    usual = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring's own class has no types
    yield
    keyring.set_keyring(usual)


class Office:
    """Two computers and the server their campaigns go to."""

    def __init__(self, folder: Path, server: SandboxServer) -> None:
        self.folder = folder
        self.server = server
        self.backup = folder / "all.zip"

    @contextmanager
    def at(self, computer: str = "one") -> Iterator[Services]:
        services = open_services(find_home({"SENDOFF_HOME": str(self.folder / computer)}), "tests", environ={})
        try:
            yield services
        finally:
            services.close()

    def restore(self, computer: str = "one") -> Restored:
        with restoring(find_home({"SENDOFF_HOME": str(self.folder / computer)}), "tests") as one:
            return one.restore(self.backup)

    def draft(self, services: Services, name: str = "Spring sale") -> Campaign:
        services.accounts.save(
            Account(
                id="work", name="Work", host="127.0.0.1", port=self.server.port, security=Security.NONE,
                sign_in=SignIn.NONE, sender="Anna Lee <anna@example.com>", delay=0.02,
            )
        )  # fmt: skip
        enclosed = self.folder / "price list.txt"
        enclosed.write_text("9.99", encoding="utf-8")
        draft = replace(
            services.campaigns.new(name), account_id="work", sender="Anna Lee <anna@example.com>",
            content=Content(subject="Hello {{ name }}", text="Hi {{ name }}"),
        )  # fmt: skip
        services.campaigns.save(draft)
        path = self.folder / "people.csv"
        path.write_text("E-Mail,Name\n" + "".join(f"p{n}@example.com,P{n}\n" for n in range(PEOPLE)), encoding="utf-8")
        return services.recipients.bring(draft, services.recipients.look(path))[0]

    def send(self, services: Services, campaign: Campaign, *, until: int = PEOPLE) -> None:
        """Send, pausing once so many were accepted."""

        def pause(event: object) -> None:
            if isinstance(event, DeliveriesMoved) and event.counts["accepted"] >= until:
                services.sending.pause(campaign.id)

        unsubscribe = services.bus.subscribe(pause) if until < PEOPLE else lambda: None
        services.sending.begin(campaign.id)
        services.sending.run(campaign.id)
        unsubscribe()

    def got(self) -> list[str]:
        """Who got a message, as often as they did."""
        return sorted(one.recipient for one in self.server.received)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with SandboxServer() as server:
        yield Office(tmp_path, server)


def test_what_was_sent_since_the_backup_is_taken_over(office: Office) -> None:
    with office.at() as services:
        campaign = office.draft(services)
        office.send(services, campaign, until=3)
        services.backups.make(office.backup)
        before = services.reports.counts(campaign)["accepted"]
    with office.at() as services:
        office.send(services, campaign, until=6)
        after = services.reports.counts(campaign)
    done = office.restore()
    assert before < after["accepted"] < PEOPLE
    assert (done.carried, done.held) == (after["accepted"] - before, 0)
    whom = "1 recipient" if done.carried == 1 else f"{done.carried} recipients"
    assert f"What happened since then to {whom} was taken over" in told(done)
    with closing(sqlite3.connect(office.folder / "one" / "sendoff.db")) as database:
        lost = "SELECT count(*) FROM delivery_event WHERE run_id > 0 AND run_id NOT IN (SELECT id FROM sending_run)"
        assert database.execute(lost).fetchone() == (0,)
    with office.at() as services:
        assert services.reports.counts(campaign) == after
        office.send(services, campaign)
        assert services.campaigns.get(campaign.id).state is CampaignState.FINISHED
    assert office.got() == sorted(f"p{n}@example.com" for n in range(PEOPLE))


def test_the_zones_of_a_draft_that_was_started_since_come_over(office: Office) -> None:
    zones = "SELECT DISTINCT zone FROM delivery WHERE state = 'queued'"
    with office.at() as services:
        campaign = office.draft(services)
        services.backups.make(office.backup)
        office.send(services, campaign, until=3)
    data = office.folder / "one" / "sendoff.db"
    with closing(sqlite3.connect(data)) as database, database:
        database.execute("UPDATE delivery SET zone = 'Europe/Vienna'")  # as a start in the recipients' hours lays it
    office.restore()
    with closing(sqlite3.connect(data)) as database:
        assert database.execute(zones).fetchall() == [("Europe/Vienna",)]


def test_a_draft_that_was_sent_since_the_backup_is_sent(office: Office) -> None:
    with office.at() as services:
        campaign = office.draft(services)
        services.backups.make(office.backup)
        office.send(services, campaign)
    office.restore()
    with office.at() as services:
        assert services.campaigns.get(campaign.id).state is CampaignState.FINISHED
        assert len(services.reports.history(services.reports.page(campaign, limit=1)[0])) > 1
    assert len(office.got()) == PEOPLE


def test_on_another_computer_every_campaign_waits_for_a_word(office: Office) -> None:
    with office.at() as services:
        campaign = office.draft(services)
        draft = office.draft(services, "Summer")
        office.send(services, campaign, until=3)
        services.backups.make(office.backup)
    done = office.restore("two")
    assert (done.carried, done.held, done.kept) == (0, 2, "")
    assert "What was sent since then is not known here, so 2 campaigns wait for your word" in told(done)
    with office.at("two") as services:
        found = services.campaigns.get(campaign.id)
        assert found.state is CampaignState.PAUSED
        assert found.reason.startswith("This campaign was put back from a state of ")
        for one in (campaign, draft):
            with pytest.raises(InputError, match="waits for your word") as caught:
                services.sending.begin(one.id)
            assert caught.value.code == "restored"
        count = len(office.got())
        assert services.continuity.release(campaign.id)
        office.send(services, campaign)
        assert len(office.got()) == PEOPLE
        assert count < PEOPLE


def test_a_folder_that_was_put_back_by_other_means_is_noticed(office: Office) -> None:
    with office.at() as services:
        campaign = office.draft(services)
        office.send(services, campaign, until=3)
    data, copy = office.folder / "one" / "sendoff.db", office.folder / "copy.db"
    shutil.copyfile(data, copy)
    with office.at() as services:
        office.send(services, campaign)
    shutil.copyfile(copy, data)
    for _ in range(2):  # a second start forgets nothing
        with office.at() as services, pytest.raises(InputError, match="waits for your word"):
            services.sending.begin(campaign.id)
    assert len(office.got()) == PEOPLE


def test_going_on_as_usual_is_never_held(office: Office) -> None:
    with office.at() as services:
        campaign = office.draft(services)
        office.send(services, campaign, until=3)
    with office.at() as services:
        assert services.continuity._lineage.held() == {}
        office.send(services, campaign)
    assert len(office.got()) == PEOPLE


def test_everything_comes_back_but_what_is_about_this_computer(office: Office) -> None:
    home = find_home({"SENDOFF_HOME": str(office.folder / "one")})
    with office.at() as services:
        campaign = office.draft(services)
        preferences(home).choose("undo_seconds", 20)
        preferences(home).remember("window.geometry", "there")
        preferences(home).remember("files.folder", str(office.folder))
        (home.settings / "rules").mkdir()
        (home.settings / "rules" / "mine.toml").write_text("# mine", encoding="utf-8")
        (home.data / "blobs").mkdir(exist_ok=True)
        sha, _size = services.campaigns._blobs.put(office.folder / "people.csv")
        manifest = services.backups.make(office.backup)
    assert (manifest.campaigns, manifest.accounts) == (1, 1)
    done = office.restore("two")
    other = find_home({"SENDOFF_HOME": str(office.folder / "two")})
    assert done.kept == ""
    assert preferences(other).number("undo_seconds") == 20
    assert preferences(other).recall("window.geometry") == ""
    assert preferences(other).recall("files.folder") == ""
    assert (other.settings / "rules" / "mine.toml").read_text("utf-8") == "# mine"
    with office.at("two") as services:
        assert services.campaigns.get(campaign.id).name == "Spring sale"
        assert services.campaigns._blobs.size(sha)
        assert services.accounts.named("Work").port == office.server.port


def _tampered(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path) as packed:
        parts = {one: packed.read(one) for one in packed.namelist()}
    parts[name] = content
    with zipfile.ZipFile(path, "w") as packed:
        for one, said in parts.items():
            packed.writestr(one, said)


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (lambda path: path.write_bytes(b"no zip"), "no_backup"),
        (lambda path: path.write_bytes(path.read_bytes()[:-200]), "no_backup"),
        (lambda path: _tampered(path, "data/sendoff.db", b"other"), "damaged_backup"),
        (lambda path: _tampered(path, "manifest.json", b"{}"), "no_backup"),
        (
            lambda path: _tampered(
                path,
                "manifest.json",
                json.dumps({
                    "version": "1", "made_at": 1, "campaigns": 0, "audiences": 0, "accounts": 0, "format": 1,
                    "parts": [{"name": one, "size": 1, "sha256": ""} for one in ("data/sendoff.db", "../evil")],
                }).encode(),
            ),
            "no_backup",
        ),
        (lambda path: path.unlink(), "no_file"),
    ],
    ids=["text", "cut", "other bytes", "no manifest", "outside", "gone"],
)  # fmt: skip
def test_a_bad_file_changes_nothing(office: Office, harm: object, code: str) -> None:
    with office.at() as services:
        campaign = office.draft(services)
        services.backups.make(office.backup)
    assert callable(harm)
    harm(office.backup)
    with pytest.raises(InputError) as caught:
        office.restore()
    assert caught.value.code == code
    with office.at() as services:
        assert services.campaigns.get(campaign.id).name == "Spring sale"
    assert not list((office.folder / "one").glob(".restore-*"))


def test_a_folder_in_use_is_not_replaced(office: Office) -> None:
    with office.at() as services:
        office.draft(services)
        services.backups.make(office.backup)
        with pytest.raises(HeldError):
            office.restore()
