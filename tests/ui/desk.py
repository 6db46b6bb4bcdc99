"""A window on real services in a folder of its own, with the real sandbox: what the pages' tests work with."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

import keyring
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from sendoff.adapters.sandbox.faults import Faults
from sendoff.adapters.sandbox.server import SandboxServer
from sendoff.adapters.system.paths import find_home
from sendoff.adapters.system.settings_file import SettingsFile
from sendoff.bootstrap import open_services
from sendoff.core.account import Account, Security, SignIn
from sendoff.core.campaign import Campaign, CampaignState, Content
from sendoff.services.app import Services
from sendoff.ui.app import Opened, build_window
from sendoff.ui.context import WindowContext
from sendoff.ui.pages.flow.view import FlowPage

P = TypeVar("P", bound=QWidget)
RESOURCES = Path(__file__).parents[2] / "resources"
JUST_NOW = re.compile(r"(today|\w+day) \d\d:\d\d")
"""The moment of what was just made as a table says it; midnight may have come in between."""
GATHERING = 300
"""Milliseconds: a page that waits at most so long for more before it acts has not come to rest."""


class Waits(Protocol):
    """Lets time pass with the window alive: a test's bot, or a robot."""

    def wait(self, ms: int) -> None: ...

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = ...) -> None: ...  # noqa: N802 -- the bot's name


@dataclass(slots=True)
class Desk:
    """One window, opened and closed by its fixture; `reopen` closes it and starts anew on the same folder."""

    bot: Waits
    folder: Path
    server: SandboxServer
    opened: Opened
    sandbox: Callable[[], SandboxServer] = SandboxServer

    @property
    def services(self) -> Services:
        return self.opened.stage.services

    @property
    def flow(self) -> FlowPage:
        page = self.opened.window.navigator._entries["campaign"].page
        assert isinstance(page, FlowPage)
        return page

    def until(self, true: Callable[[], object], *, seconds: float = 60) -> None:
        """Wait with the window alive."""
        self.bot.waitUntil(lambda: bool(true()), timeout=round(1000 * seconds))

    def rest(self) -> None:
        """Let everything under way come back; what a campaign that is being sent goes on to tell is waited for 10 s."""
        began, quiet = time.monotonic(), 0
        while quiet < 3:
            self.bot.wait(40)
            sending = bool(self.opened.stage.dispatcher.running())
            told = bool(self.opened.stage.bridge.drain())
            quiet = 0 if told or self.busy() else quiet + 1
            waited = time.monotonic() - began
            if sending and waited > 10:
                return
            assert waited < 60, "the window does not come to rest"

    def busy(self) -> bool:
        """Whether an answer is awaited, an engine has stopped and not yet said so, or something waits to gather."""
        stage, campaigns = self.opened.stage, self.services.campaigns
        return (
            stage.operations._under_way > 0
            or any(campaigns.get(one).state is not CampaignState.RUNNING for one in stage.dispatcher.running())
            or any(
                one.isActive() and one.isSingleShot() and one.interval() <= GATHERING
                for one in self.opened.window.findChildren(QTimer)
            )
        )

    def account(self, **changes: object) -> Account:
        """An account on the sandbox server that runs beside."""
        account = Account(
            id="work",
            name="Work",
            host="127.0.0.1",
            port=self.server.port,
            security=Security.NONE,
            sign_in=SignIn.NONE,
            sender="Anna Lee <anna@example.com>",
        )
        account = replace(account, **changes)  # type: ignore[arg-type]  # a test's own values
        self.services.accounts.save(account)
        return account

    def list_of(self, *addresses: str) -> Path:
        """A list with these addresses."""
        path = self.folder / "people.csv"
        rows = "".join(f"{address},Person {number}\n" for number, address in enumerate(addresses, 1))
        path.write_text(f"E-Mail,Name\n{rows}", encoding="utf-8")
        return path

    def draft(self, *addresses: str, name: str = "Spring sale", account: str = "work") -> Campaign:
        """A draft that can be sent."""
        services = self.services
        draft = replace(
            services.campaigns.new(name),
            account_id=account,
            sender="Anna Lee <anna@example.com>",
            content=Content(subject="Hello {{ name }}", text="Hi {{ name }}"),
        )
        services.campaigns.save(draft)
        if addresses:
            draft, _imported = services.recipients.bring(draft, services.recipients.look(self.list_of(*addresses)))
        return draft

    def open(self, campaign: Campaign, step: str = "") -> FlowPage:
        """Open a campaign and wait for it."""
        self.opened.window.navigator.open("campaign", f"{campaign.id}/{step}")
        flow = self.flow
        self.until(lambda: flow.presenter._campaign is not None and flow.presenter._id == campaign.id)
        self.rest()
        return flow

    def page(self, kind: type[P], noun: str, subject: str = "") -> P:
        """Open a place of the rail and wait for it."""
        page = self.opened.window.navigator.open(noun, subject)
        assert isinstance(page, kind)
        self.rest()
        return page

    def reopen(self, meanwhile: Callable[[], object] = lambda: None) -> None:
        """Close the window, let something happen to its folder, and start Sendoff again."""
        size = self.opened.window.size()
        self.leave()
        meanwhile()
        self.opened = start(self.folder, sandbox=self.sandbox)
        self.opened.window.resize(size)
        self.show()

    def leave(self) -> None:
        """Close the window and let go of it: one that lingers is painted anew at every change of the theme."""
        self.opened.window.close()
        self.opened.close()
        self.opened.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def show(self) -> None:
        """Show the window and its first page."""
        self.opened.window.show()
        self.opened.begin()
        self.rest()


def context(
    folder: Path, *, trial: bool = False, sandbox: Callable[[], SandboxServer] = SandboxServer
) -> WindowContext:
    """What bootstrap would hand over."""
    home = find_home({"SENDOFF_HOME": str(folder / "home")})
    return WindowContext(
        open_services=lambda: open_services(home, "window", environ={}),
        icons=RESOURCES / "icons",
        samples=RESOURCES / "samples",
        sandbox=sandbox,
        settings=SettingsFile(home.settings / "settings.toml"),
        trial=trial,
    )


def start(folder: Path, *, trial: bool = False, sandbox: Callable[[], SandboxServer] = SandboxServer) -> Opened:
    """Open services and build the window."""
    assert QApplication.instance() is not None
    given = context(folder, trial=trial, sandbox=sandbox)
    return build_window(given, given.open_services())


@contextmanager
def at_desk(folder: Path, bot: Waits, sandbox: Callable[[], SandboxServer] = SandboxServer) -> Iterator[Desk]:
    """A desk whose server refuses the usual addresses; what crashed in it fails the test."""
    usual = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring's own class has no types
    try:
        with SandboxServer(faults=Faults()) as server:
            desk = Desk(bot, folder, server, start(folder, sandbox=sandbox), sandbox)
            yield desk
            desk.rest()
            crash = desk.opened.failures._shown
            desk.opened.leave._agreed = True
            desk.leave()
            assert crash is None, crash.report
    finally:
        keyring.set_keyring(usual)
