"""The window's composition: services, look, pages and their order; its start and its end."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sendoff.core.campaign import Campaign
from sendoff.core.errors import KnownError
from sendoff.services.app import Services
from sendoff.ui import tokens
from sendoff.ui.bridge import Bridge
from sendoff.ui.context import SettingsStore, WindowContext
from sendoff.ui.dispatcher import Dispatcher
from sendoff.ui.drafts import new_draft, sample_campaign
from sendoff.ui.looking import Looking
from sendoff.ui.navigation import Navigator
from sendoff.ui.operations import Operations
from sendoff.ui.pages.stage import Stage
from sendoff.ui.sandbox import OneSandbox
from sendoff.ui.theme import Mode, Theme, theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.crash import Failures
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.text import Text
from sendoff.ui.window import Window

BAD_START = 2
"""The exit status where the data folder cannot be opened."""
SWITCH = 0.0005
"""Seconds after which a sending thread lets the window run: painting asks the interpreter hundreds of small things, and
with Python's usual 5 ms each may wait that long (measured: 140 ms a frame at 5,000 messages a second, then 30 ms)."""
_ICON_SIZES = (16, 32, 64, 128)


def run(context: WindowContext) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    # The preview's browser asks for it, and it cannot be set once the application is there.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Sendoff")
    app.setApplicationDisplayName("Sendoff")
    app.setDesktopFileName("sendoff")
    memory = SettingsMemory(context.settings)
    Theme(app, context.icons.parent, _mode(memory.read("theme")))
    app.setWindowIcon(_icon())
    try:
        services = context.open_services()
    except KnownError as error:
        StartProblem(error).exec()
        return BAD_START
    opened = build_window(context, services, memory)
    sys.excepthook = opened.failures.hook
    opened.window.show()
    opened.begin()
    stay_smooth()
    status = app.exec()
    opened.close()
    return status


def stay_smooth() -> None:
    """Keep sending threads and the collector of garbage from holding a frame up; once the window is built."""
    sys.setswitchinterval(SWITCH)
    gc.collect()
    gc.freeze()  # what the window is made of stays, so the collector need not walk it while messages are made
    gc.set_threshold(20_000, 20, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A window with everything behind it, ready to be shown."""

    window: Window
    stage: Stage
    sandbox: OneSandbox
    failures: Failures
    leave: Leaving
    release: Callable[[], None]

    def begin(self) -> None:
        """Open the first page: the rehearsal, what was interrupted, the welcome, or the campaigns."""
        services, navigator = self.stage.services, self.stage.navigator
        if self.stage.context.trial:
            self._rehearse()
        elif services.interrupted:
            navigator.open("campaign", f"{services.interrupted[0].campaign.id}/send")
        elif services.accounts.all() or services.campaigns.all():
            navigator.open("campaigns")
        else:
            navigator.open("welcome")

    def close(self) -> None:
        """Pause what is being sent, end everything under way, and close the data folder."""
        self.release()

    def _rehearse(self) -> None:
        stage = self.stage

        def make() -> Campaign:
            return sample_campaign(stage.services, stage.context.samples, self.sandbox)

        stage.navigator.open("campaigns")
        stage.operations.command(
            make, lambda draft: stage.navigator.open("campaign", f"{draft.id}/send"), owner=self.window
        )


class SettingsMemory:
    """The window's texts in the settings file; one that cannot be read or written is no obstacle."""

    def __init__(self, store: SettingsStore) -> None:
        self._store = store

    def read(self, key: str) -> str:
        """The remembered text, or an empty one."""
        return str(self._values().get(key, ""))

    def write(self, key: str, value: str) -> None:
        """Remember a text."""
        try:
            self._store.write({**self._values(), key: value})
        except KnownError:
            return  # a window in another place is no reason for a dialog while closing

    def _values(self) -> Mapping[str, object]:
        try:
            return self._store.read()
        except KnownError:
            return {}


class StartProblem(QDialog):
    """Sendoff cannot start: what happened, what to do."""

    def __init__(self, error: KnownError) -> None:
        super().__init__()
        self.setWindowTitle("Sendoff")
        self.setMinimumWidth(520)
        banner = Banner()
        banner.say_error(error)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.L)
        column.addWidget(Text("Sendoff cannot start", "title"))
        column.addWidget(banner)
        self.quit = Button("Quit", "primary", run=self.reject)
        self.quit.setDefault(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.quit)
        column.addLayout(row)


class Leaving(QObject):
    """Asks before the window is closed over a campaign that is being sent."""

    def __init__(self, window: Window, services: Services, dispatcher: Dispatcher) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._dispatcher = dispatcher
        self._agreed = False
        self.question: QDialog | None = None

    def may_close(self) -> bool:
        """Say whether nothing is being sent, or pausing it was agreed to; else ask."""
        running = self._dispatcher.running()
        if self._agreed or not running:
            return True
        if self.question is None:
            self.question = self._question(running)
            self.question.finished.connect(self._answered)
            self.question.open()
        return False

    def _question(self, running: list[str]) -> QDialog:
        names = [f"“{self._services.campaigns.get(one).name}”" for one in running]
        verb = "is" if len(names) == 1 else "are"
        dialog = QDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("Sendoff")
        dialog.setMinimumWidth(460)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(Text(f"{' and '.join(names)} {verb} being sent.", "emphasis", wrap=True))
        words = "The message in flight ends first. The rest waits, and Resume goes on where it stopped."
        column.addWidget(Text(words, "secondary", wrap=True))
        column.addSpacing(Space.M)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Button("Pause and quit", run=dialog.accept))
        keep = Button("Keep sending", "primary", run=dialog.reject)
        keep.setDefault(True)
        row.addWidget(keep)
        column.addLayout(row)
        return dialog

    @Slot(int)
    def _answered(self, result: int) -> None:
        self.question = None
        if result == QDialog.DialogCode.Accepted:
            self._agreed = True
            self._window.close()


def build_window(context: WindowContext, services: Services, memory: SettingsMemory | None = None) -> Opened:
    """Put a window together on open services; needs a Theme. Nothing is shown yet."""
    sandbox = OneSandbox(context.sandbox)
    context = replace(context, sandbox=lambda: sandbox)
    dispatcher = Dispatcher(services)
    window = Window(memory or SettingsMemory(context.settings))
    failures = Failures(window, clean=context.clean)
    operations = Operations(known=failures.known, crashed=failures.crashed, parent=window)
    bridge = Bridge(window)
    dispatcher.setParent(window)
    dispatcher.failed.connect(failures.known)
    dispatcher.crashed.connect(failures.crashed)
    looking = Looking(services, operations, say=window.toast.say, fail=failures.known, parent=window)
    dispatcher.ended.connect(looking.after_run)
    stage = Stage(
        services=services,
        operations=operations,
        bridge=bridge,
        navigator=window.navigator,
        dispatcher=dispatcher,
        looking=looking,
        context=context,
        say=window.toast.say,
        fail=failures.known,
    )
    register_pages(window.navigator, stage)
    unsubscribe = services.bus.subscribe(bridge.post)
    bridge.start()
    leave = Leaving(window, services, dispatcher)
    window.may_close = leave.may_close

    def new_campaign() -> None:
        operations.command(
            lambda: new_draft(services), lambda draft: window.navigator.open("campaign", draft.id), owner=window
        )

    def release() -> None:
        window.navigator.leave()
        dispatcher.close()
        looking.close()
        operations.finish()
        operations.close()
        unsubscribe()
        bridge.stop()
        sandbox.stop()
        services.close()

    window.new_campaign.connect(new_campaign)
    return Opened(window=window, stage=stage, sandbox=sandbox, failures=failures, leave=leave, release=release)


def register_pages(navigator: Navigator, stage: Stage) -> None:
    """Name every page; each is imported when it is first opened."""
    navigator.register("welcome", lambda: _welcome(stage), rail="campaigns")
    navigator.register("campaigns", lambda: _campaigns(stage))
    navigator.register("campaign", lambda: _campaign(stage), rail="campaigns")
    navigator.register("audiences", lambda: _audiences(stage))
    navigator.register("audience", lambda: _audience(stage), rail="audiences")
    navigator.register("accounts", lambda: _accounts(stage))
    navigator.register("blocked", lambda: _blocked(stage))
    navigator.register("sandbox", lambda: _sandbox(stage))
    navigator.register("settings", lambda: _settings(stage))


def _welcome(stage: Stage) -> QWidget:
    from sendoff.ui.pages.welcome.view import WelcomePage

    return WelcomePage(stage)


def _campaigns(stage: Stage) -> QWidget:
    from sendoff.ui.pages.campaigns.view import CampaignsPage

    return CampaignsPage(stage)


def _campaign(stage: Stage) -> QWidget:
    from sendoff.ui.pages.check.view import CheckStep
    from sendoff.ui.pages.flow.view import FlowPage
    from sendoff.ui.pages.message.view import MessageStep
    from sendoff.ui.pages.recipients.view import RecipientsStep
    from sendoff.ui.pages.results.view import ResultsStep
    from sendoff.ui.pages.sending.view import SendingStep

    steps = (RecipientsStep, MessageStep, CheckStep, SendingStep, ResultsStep)
    return FlowPage(stage, [partial(step, stage) for step in steps])


def _audiences(stage: Stage) -> QWidget:
    from sendoff.ui.pages.audiences.view import AudiencesPage

    return AudiencesPage(stage)


def _audience(stage: Stage) -> QWidget:
    from sendoff.ui.pages.audience.view import AudiencePage

    return AudiencePage(stage)


def _blocked(stage: Stage) -> QWidget:
    from sendoff.ui.pages.blocked.view import BlockedPage

    return BlockedPage(stage)


def _accounts(stage: Stage) -> QWidget:
    from sendoff.ui.pages.accounts.view import AccountsPage

    return AccountsPage(stage)


def _sandbox(stage: Stage) -> QWidget:
    from sendoff.ui.pages.sandbox.view import SandboxPage

    return SandboxPage(stage)


def _settings(stage: Stage) -> QWidget:
    from sendoff.ui.pages.settings.view import SettingsPage

    return SettingsPage(stage)


def _mode(word: str) -> Mode:
    return Mode(word) if word in {mode.value for mode in Mode} else Mode.AUTO


def _icon() -> QIcon:
    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addPixmap(theme().icons.pixmap("mark", tokens.LIGHT.accent, size))
    return icon
