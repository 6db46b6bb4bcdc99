"""A window with real services in a folder of its own, for the tests of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import keyring
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from sendoff.adapters.sandbox.server import SandboxServer
from sendoff.adapters.system.paths import find_home
from sendoff.adapters.system.settings_file import SettingsFile
from sendoff.bootstrap import open_services
from sendoff.bootstrap.program import restoring
from sendoff.core.account import Account
from sendoff.core.campaign import Campaign
from sendoff.core.errors import KnownError
from sendoff.services.app import Services
from sendoff.services.preferences import Preferences
from sendoff.ui.bridge import Bridge
from sendoff.ui.context import WindowContext
from sendoff.ui.countdowns import Countdowns
from sendoff.ui.dispatcher import Dispatcher
from sendoff.ui.filing import Filing
from sendoff.ui.looking import Looking
from sendoff.ui.operations import Operations
from sendoff.ui.pages.stage import Stage
from sendoff.ui.sandbox import OneSandbox
from sendoff.ui.window import Window

RESOURCES = Path(__file__).parents[2] / "resources"
SAMPLE = RESOURCES / "samples" / "spring-sale" / "campaign.toml"


class Forgetful:
    """A memory that keeps nothing."""

    def read(self, _key: str) -> str:
        return ""

    def write(self, _key: str, _value: str) -> None:
        """Forget it."""


@dataclass(slots=True)
class Stand:
    """The window's parts; `said` and `failed` hold what reached the person."""

    services: Services
    window: Window
    stage: Stage
    sandbox: OneSandbox
    said: list[str] = field(default_factory=list)
    failed: list[KnownError] = field(default_factory=list)
    crashed: list[BaseException] = field(default_factory=list)

    def sandbox_account(self) -> Account:
        """The account of the running sandbox."""
        self.sandbox.start()
        return self.services.accounts.sandbox("127.0.0.1", int(self.sandbox.url.rpartition(":")[2].partition("?")[0]))

    def sample(self) -> Campaign:
        """The sample campaign as a draft in the sandbox: 250 rows, 245 of them ready."""
        said, _known = self.services.campaigns.named_in(SAMPLE)
        draft, _imported = self.services.campaigns.from_file(SAMPLE, said, self.sandbox_account().id, "")
        return draft


@contextmanager
def standing(folder: Path, qtbot: QtBot) -> Iterator[Stand]:
    """Open a data folder below `folder` with a window around it; a bug in the background fails the test."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring types it so
    home = find_home({"SENDOFF_HOME": str(folder / "home")})
    services = open_services(home, "tests", environ={})
    window = Window(Forgetful())
    qtbot.addWidget(window)
    sandbox = OneSandbox(SandboxServer)
    said: list[str] = []
    failed: list[KnownError] = []
    crashed: list[BaseException] = []
    operations = Operations(known=failed.append, crashed=crashed.append)
    bridge = Bridge()
    services.bus.subscribe(bridge.post)
    bridge.start()
    dispatcher = Dispatcher(services)
    context = WindowContext(
        open_services=lambda: services,
        icons=RESOURCES / "icons",
        samples=RESOURCES / "samples",
        sandbox=lambda: sandbox,
        settings=SettingsFile(home.settings / "settings.toml"),
        data_folder=home.data,
        restoring=lambda: restoring(home, "tests"),
    )
    stage = Stage(
        services=services,
        operations=operations,
        bridge=bridge,
        navigator=window.navigator,
        dispatcher=dispatcher,
        looking=Looking(services, operations, say=said.append, fail=failed.append),
        filing=Filing(services, operations, say=said.append, fail=failed.append),
        countdowns=Countdowns(say=said.append, parent=window),
        context=context,
        preferences=Preferences(context.settings),
        meanwhile=lambda words, _act: said.append(words),
        restart=lambda name, subject: said.append(f"restart {name} {subject}".rstrip()),
        say=said.append,
        wrote=lambda words, _path: said.append(words),
        fail=failed.append,
    )
    try:
        yield Stand(services, window, stage, sandbox, said, failed, crashed)
        assert crashed == []
    finally:
        for timer in window.findChildren(QTimer):
            timer.stop()  # nothing is saved or rendered any more after the services are closed
        bridge.stop()
        operations.close()
        dispatcher.close()
        sandbox.stop()
        services.close()
        keyring.set_keyring(before)
