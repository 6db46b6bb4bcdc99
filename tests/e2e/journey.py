"""One person's way through the whole window, from the first run to the report, and through what goes wrong.

`travel` presses what can be seen on a real window with real services and a real server, and calls `visit` in every
state it comes to; what is done there (a picture, an examination) is the caller's.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.e2e.command_line import Desk as CommandLine
from tests.fakes.smtp_servers import Script, ScriptedServer
from tests.ui.desk import Desk
from tests.ui.person import Person

from sendoff.adapters.sandbox.faults import Faults
from sendoff.adapters.sandbox.server import SandboxServer
from sendoff.core.campaign import CampaignState
from sendoff.ui.pages.message.view import MessageStep
from sendoff.ui.pages.results.view import RECIPIENTS, ResultsStep

_REFUSING = Script(
    features=("AUTH PLAIN LOGIN", "SIZE 26214400"), at={"AUTH": b"535 5.7.8 Error: authentication failed\r\n"}
)
Visit = Callable[[str], None]
FIRST_NAMES = ("Anna", "Bert", "Chloé", "Dörte", "Emil", "Fatma", "Grzegorz", "Hélène", "Ingrid", "José")
_DELAY = 0.02
"""Seconds the sandbox takes for a message, so that a run can be watched."""
_LOOKED_AT_DELAY = 0.25
"""So many, while somebody looks at the run and then pauses it: it must not be over before, however slow the machine."""


def slow_sandbox() -> SandboxServer:
    """The sandbox as a rehearsal has it: refusing some, and not in a hurry."""
    return SandboxServer(faults=Faults(), delay=_DELAY)


def messy_list(folder: Path, people: int) -> Path:
    """A list as people have them: semicolons, blanks, a capital mess, doubles, typos, and rows that are no one."""
    path = folder / "Customers März.csv"
    with path.open("w", encoding="cp1252", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow([" E-Mail ", "First Name", "City", "Since"])
        for number in range(people):
            first = FIRST_NAMES[number % len(FIRST_NAMES)]
            rows.writerow([f" Person{number}@example.com ", first, "Zürich", f"0{number % 9 + 1}.03.2021"])
        rows.writerow(["bounce.smith@example.com", "Sam", "Leeds", "01.01.2020"])
        rows.writerow(["bounce.jones@example.com", "Jo", "York", "01.01.2020"])
        rows.writerow(["blocked.lee@example.com", "Lee", "Bath", "01.01.2020"])
        rows.writerow(["lost.novak@example.com", "Eva", "Brno", "01.01.2020"])
        rows.writerow(["PERSON7@Example.com", "Bert again", "Zürich", ""])
        rows.writerow(["ask me", "Carla", "", ""])
        rows.writerow(["dora@gmial.com", "Dora", "Rome", ""])
        rows.writerow(["info@example.org", "", "", ""])
    return path


class Journey:
    """The way, in stages; each may be travelled alone where it needs nothing of the one before."""

    def __init__(self, desk: Desk, visit: Visit, people: int = 40) -> None:
        self.desk = desk
        self._visit = visit
        self._people = people
        self._campaign = ""

    @property
    def person(self) -> Person:
        """Who presses and types."""
        return Person(self.desk.opened.window)

    def visit(self, name: str) -> None:
        """Come to rest, and let it be looked at."""
        self.person.away()
        self.desk.rest()
        self._visit(name)

    def go(self, place: str) -> None:
        """Press a place of the rail."""
        self.person.click(place, within="Places")
        self.desk.rest()

    def step(self, number: int) -> None:
        """Press a step of the stepper, 1 to 5."""
        self.person.press(self.desk.flow.stepper.steps[number - 1])
        self.desk.rest()

    def whole(self) -> None:
        """Everything, in order."""
        self.first_run()
        self.sample()
        self.bring_list()
        self.write()
        self.keep_list()
        self.check()
        self.send()
        self.results()
        self.go("Sandbox")
        self.visit("sandbox")
        self.person.click("What to look at: Who is refused")
        self.visit("sandbox-refusals")
        self.crash()
        self.go("Campaigns")
        self.visit("campaigns")
        self.wrong_password()

    # -- the stages

    def first_run(self) -> None:
        """Nothing is there yet, wherever one looks."""
        self.desk.show()
        self.visit("welcome")
        for place in ("Campaigns", "Audiences", "Blocked list", "Sandbox", "Settings"):
            self.go(place)
            self.visit(f"{place.split()[0].lower()}-empty" if place != "Settings" else "settings")
        self.desk.opened.window.navigator.open("first_steps")
        self.visit("first-steps")
        self.go("Accounts")
        self.visit("account-gallery")

    def sample(self) -> None:
        """Look around with the sample."""
        self.desk.opened.window.navigator.open("welcome")
        self.person.click("Look around with a sample: Look around")
        self.person.see("Next: Message")
        self.person.see("245")
        self.visit("recipients-sample")
        self.person.click("Next: Message")
        self.visit("message")
        for way in ("HTML", "Design"):
            self.person.click(f"Way to write: {way}")
            self.visit(way.lower())
        self.person.click("Newsletter")
        self.person.click("Preview: Phone")
        self.visit("preview")
        self.person.click("Preview: Desktop")

    def bring_list(self) -> None:
        """A new campaign, a file that cannot be read, then a messy list."""
        self.go("Campaigns")
        self.person.click("New campaign")
        self.person.see("Drop a list here")
        self.visit("recipients-empty")
        self.person.fill("Name of the campaign", "Spring list")
        QTest.keyClick(self.person.field("Name of the campaign"), Qt.Key.Key_Return)
        self.desk.rest()
        broken = self.desk.folder / "Customers.xlsx"
        broken.write_bytes(b"PK\x03\x04 half a workbook")
        self.person.drop(broken, "Drop a list here")
        self.visit("recipients-unreadable")
        self.person.drop(messy_list(self.desk.folder, self._people), "Drop a list here")
        self.person.see("Import")
        self.visit("import")
        self.person.click(self.desk.flow.primary.text())
        self.person.see("Next: Message")
        self.visit("recipients")
        self.person.click("1 Invalid")
        self.visit("recipients-invalid")
        self.person.click("1 Invalid")

    def write(self) -> None:
        """A message with a field in its subject and one in its words."""
        person = self.person
        person.click("Next: Message")
        person.see("Write")
        self.visit("message-empty")
        person.fill("Subject", "Hello {{ first_name | default('there') }}, our spring list is here")
        words = self.words()
        person.press(words)
        QTest.keyClicks(words, "Dear ")
        person.click("First Name")
        QTest.keyClicks(words, ", our new list is out. Have a look and tell me what you think.")
        self.desk.rest()
        self.visit("write")
        person.click("Templates")
        person.see("Use")
        self.visit("templates")
        QTest.keyClick(person.front(), Qt.Key.Key_Escape)

    def words(self) -> QWidget:
        """Where the message is written."""
        return self._message().editor.write.rich

    def _message(self) -> MessageStep:
        step = self.desk.flow.step(1)
        assert isinstance(step, MessageStep)
        return step

    def keep_list(self) -> None:
        """The list becomes an audience, somebody is blocked."""
        person, campaign = self.person, self.desk.flow.presenter._id
        self.step(1)
        person.click("Keep as an audience…")
        self.visit("keep-audience")
        person.click("Keep")
        self.desk.rest()
        self.go("Audiences")
        self.visit("audiences")
        self.desk.opened.window.navigator.open("audience", self.desk.services.audiences.all()[0].id)
        self.visit("audience")
        self.go("Blocked list")
        person.click("Block addresses…")
        self.visit("block")
        QTest.keyClicks(person.field("Addresses and domains"), "gone@example.com, @example.net")
        person.click("Block")
        self.desk.rest()
        self.visit("blocked")
        self.go("Campaigns")
        person.click("New campaign")
        person.see("Drop a list here")
        person.click("Use an audience…")
        person.see("Recipients from an audience")
        self.desk.until(self.desk.opened.window.toast.isHidden)
        self.visit("recipients-audience")
        self.desk.opened.window.navigator.open("campaign", f"{campaign}/message")
        self.desk.rest()

    def check(self) -> None:
        """Every row is rendered, the message is read; what blocks is mended from there."""
        person = self.person
        person.click("Next: Check")
        person.see("Check again")
        self.visit("check")
        if person.sees("Nobody is named as the sender."):
            person.click("Name one")
            person.fill("From", "Anna Lee <anna@example.com>")
            self.desk.rest()
            person.click("Next: Check")
            self.visit("check-mended")

    def send(self) -> None:
        """Summary, ten seconds to undo, the run, a pause, the end."""
        person, flow = self.person, self.desk.flow
        self.step(4)
        self.visit("send")
        person.press(flow.primary)
        self.visit("send-confirm")
        if person.sees("Type the number of people to confirm"):
            person.fill("Type the number of people to confirm", str(self._people + 6))
        person.press(flow.primary)
        person.see("messages leaves in")
        self.visit("send-undo")
        self._sandbox_takes(_LOOKED_AT_DELAY)
        person.click("Send now")
        person.see("Pause")
        self._campaign = flow.presenter._id
        self.desk.until(lambda: self.counts().get("accepted", 0) > self._people // 6)
        self.visit("sending")
        person.click("Pause")
        self.desk.until(lambda: not self.desk.opened.stage.dispatcher.running())
        self._sandbox_takes(_DELAY)
        self.visit("paused")
        person.press(flow.primary)
        self.desk.until(lambda: self.state() is CampaignState.FINISHED, seconds=60)
        person.see("Finished ")
        self.visit("sent")

    def _sandbox_takes(self, seconds: float) -> None:
        server = self.desk.opened.sandbox._server
        assert isinstance(server, SandboxServer)
        server._handler._delay = seconds

    def results(self) -> None:
        """Why some failed, and what can be done."""
        self.step(5)
        self.visit("results")
        page = self.desk.flow.step(4)
        assert isinstance(page, ResultsStep)
        page.show_face(RECIPIENTS)
        self.desk.rest()
        self.person.press(page.figures._chips["failed"])
        self.desk.rest()
        page.table.selectRow(0)
        self.desk.until(page.sheet.isVisible)
        self.visit("results-row")

    def crash(self) -> None:
        """The process is killed in mid-run; the next start tells what became of it, and goes on."""
        with slow_sandbox() as server:
            self.desk.reopen(lambda: self._killed(server))
            self.person.see("was interrupted")
            self.visit("interrupted")
            self.person.press(self.desk.flow.primary)
            self._campaign = self.desk.flow.presenter._id
            self.desk.until(lambda: self.state() is CampaignState.FINISHED, seconds=60)
            self.person.see("Finished ")
            self.visit("finished")

    def _killed(self, server: SandboxServer) -> None:
        folder = self.desk.folder / "crash"
        folder.mkdir()
        line = CommandLine(folder, self.desk.folder / "home")
        campaign = line.campaign(self._people, name="Summer news")
        before = len(server.received)
        sending = line.start("send", str(campaign), "--smtp", server.url, "--yes", "--no-limits")
        try:
            self.desk.until(lambda: len(server.received) > before + self._people // 8, seconds=30)
        finally:
            sending.kill()
            sending.communicate()

    def wrong_password(self) -> None:
        """An account of one's own, with a password the server does not take."""
        person = self.person
        with ScriptedServer(_REFUSING) as server:
            self.go("Accounts")
            self.visit("accounts")
            person.click("Test connection")
            person.see("Connected")
            self.visit("doctor-ok")
            person.click("Add" if person.sees("Add") else "Connect an account")
            person.fill("Your e-mail address", "anna@example.com")
            self.visit("account-gallery-found")
            person.click("Another mail server")
            self.visit("account-form")
            person.fill("Server", "127.0.0.1")
            person.fill("Port", str(server.port))
            person.choose("Security", "None")
            person.fill("User name", "anna@example.com")
            person.fill("Password", "not this one")
            person.click("Test connection")
            person.see("did not accept")
            self.visit("doctor-fault")

    def counts(self) -> dict[str, int]:
        """The figures of the campaign that is being sent."""
        services = self.desk.services
        return services.reports.counts(services.campaigns.get(self._campaign))

    def state(self) -> CampaignState:
        """Where that campaign stands."""
        return self.desk.services.campaigns.get(self._campaign).state
