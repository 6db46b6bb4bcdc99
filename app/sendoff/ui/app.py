"""The window's composition: services, look, pages and their order; its start and its end."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from sendoff.core.campaign import Campaign
from sendoff.core.errors import KnownError
from sendoff.core.settings import LANGUAGE, LOG_LEVEL, THEME
from sendoff.services.app import Services
from sendoff.services.journal import set_level
from sendoff.services.preferences import Preferences
from sendoff.services.sandbox_choices import SandboxChoices
from sendoff.ui import tokens
from sendoff.ui.beginning import Beginning
from sendoff.ui.bridge import Bridge
from sendoff.ui.collector import Collector
from sendoff.ui.context import WindowContext
from sendoff.ui.countdowns import Countdowns
from sendoff.ui.dispatcher import Dispatcher
from sendoff.ui.drafts import new_draft, sample_campaign
from sendoff.ui.ending import asked_to_end, take_down, telling
from sendoff.ui.file_dialogs import remember_in
from sendoff.ui.filing import Filing
from sendoff.ui.language import chosen, install
from sendoff.ui.leaving import Leaving
from sendoff.ui.looking import Looking
from sendoff.ui.meanwhile import Meanwhile
from sendoff.ui.memory import SettingsMemory
from sendoff.ui.operations import Operations
from sendoff.ui.pages.stage import Stage
from sendoff.ui.places import register_pages
from sendoff.ui.revealing import say_written
from sendoff.ui.runs import Runs
from sendoff.ui.sandbox import OneSandbox
from sendoff.ui.schedule import Scheduler
from sendoff.ui.start_problem import StartProblem
from sendoff.ui.taskbar import Taskbar
from sendoff.ui.theme import Mode, Theme, theme
from sendoff.ui.tray import Tray
from sendoff.ui.widgets.crash import Failures
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
    # The window may be hidden in the tray while a dialog comes and goes.
    app.setQuitOnLastWindowClosed(False)
    preferences = Preferences(context.settings)
    Theme(app, context.icons.parent, Mode(preferences.text(THEME)))
    app.setWindowIcon(_icon())
    collector = Collector(app)
    try:
        return _stay(app, context, preferences)
    finally:
        collector.stop()


def _stay(app: QApplication, context: WindowContext, preferences: Preferences) -> int:
    """Open one window after the other, until one is closed that asks for no other."""
    said, place = "", ("", "")
    while True:
        unlearn = _speak(app, context, preferences)
        try:
            services = context.open_services()
        except KnownError as error:
            StartProblem(error).exec()
            return BAD_START
        opened = build_window(context, services, preferences)
        opened.window.closing.connect(app.quit)
        with telling(opened.failures.hook):
            opened.window.show()
            opened.begin()
            if place[0]:
                opened.stage.navigator.open(*place)
            if said:
                opened.stage.say(said)
            stay_smooth()
            with asked_to_end(opened.leave.go):
                status = app.exec()
                opened.close()
        take_down(opened.window)
        if opened.meanwhile.act is None:
            unlearn()
            return status
        said, place = opened.meanwhile.carry_out(), opened.meanwhile.place
        unlearn()
        context = context.renewed() if context.renewed is not None else context
        preferences = Preferences(context.settings)


def _speak(app: QApplication, context: WindowContext, preferences: Preferences) -> Callable[[], None]:
    """Speak the language that is chosen; returns how to take it back."""
    if context.translations is None:
        return lambda: None
    return install(app, context.translations, chosen(context.language, preferences.text(LANGUAGE)))


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
    tray: Tray
    meanwhile: Meanwhile
    release: Callable[[], None]

    def begin(self) -> None:
        """Open the first page: the rehearsal, what was interrupted, the welcome, or the campaigns."""
        services, navigator = self.stage.services, self.stage.navigator
        if self.stage.context.trial:
            self._rehearse()
        elif services.interrupted:
            navigator.open("campaign", f"{services.interrupted[0].campaign.id}/send")
        elif missed := services.schedule.missed():
            navigator.open("campaign", f"{missed[0].id}/send")
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


def build_window(context: WindowContext, services: Services, preferences: Preferences | None = None) -> Opened:
    """Put a window together on open services; needs a Theme. Nothing is shown yet."""
    preferences = preferences or Preferences(context.settings)
    told = SandboxChoices(preferences)
    sandbox = OneSandbox(context.sandbox, refuse=told.refuses, rules=told.rules)
    context = replace(context, sandbox=lambda: sandbox)
    dispatcher = Dispatcher(services)
    window = Window(memory := SettingsMemory(preferences))
    remember_in(memory)
    failures = Failures(window, clean=context.clean)
    operations = Operations(known=failures.known, crashed=failures.crashed, parent=window)
    bridge = Bridge(window)
    dispatcher.setParent(window)
    dispatcher.failed.connect(failures.known)
    dispatcher.crashed.connect(failures.crashed)
    looking = Looking(services, operations, say=window.toast.say, fail=failures.known, parent=window)
    filing = Filing(services, operations, say=window.toast.say, fail=failures.known, parent=window)
    dispatcher.ended.connect(looking.after_run)
    dispatcher.ended.connect(filing.after_run)
    meanwhile = Meanwhile(lambda: leave.go())  # noqa: PLW0108 -- `leave` comes later
    stage = Stage(
        services=services,
        operations=operations,
        bridge=bridge,
        navigator=window.navigator,
        dispatcher=dispatcher,
        looking=looking,
        filing=filing,
        countdowns=Countdowns(say=window.toast.say, parent=window),
        context=context,
        preferences=preferences,
        meanwhile=meanwhile.ask,
        restart=meanwhile.restart,
        say=window.toast.say,
        wrote=partial(say_written, window.toast),
        fail=failures.known,
    )
    register_pages(window.navigator, stage)
    Scheduler(stage, window)
    unsubscribe = services.bus.subscribe(bridge.post)
    bridge.start()
    tray, leave = _frame(window, stage)
    filing.resume()
    forget = preferences.subscribe(lambda one, value: set_level(str(value)) if one.key == LOG_LEVEL else None)

    def new_campaign() -> None:
        operations.command(
            lambda: new_draft(services), lambda draft: window.navigator.open("campaign", draft.id), owner=window
        )

    def release() -> None:
        tray.icon.hide()
        window.navigator.leave()
        dispatcher.close()
        looking.close()
        filing.close()
        operations.finish()
        operations.close()
        forget()
        unsubscribe()
        bridge.stop()
        sandbox.stop()
        services.close()

    window.new_campaign.connect(new_campaign)
    window.sample_wanted.connect(Beginning(window, stage).look_around)
    return Opened(
        window=window,
        stage=stage,
        sandbox=sandbox,
        failures=failures,
        leave=leave,
        tray=tray,
        meanwhile=meanwhile,
        release=release,
    )


def _frame(window: Window, stage: Stage) -> tuple[Tray, Leaving]:
    """What stands around the window: its title, the tray, the dock's bar, and what closing means."""
    services, dispatcher = stage.services, stage.dispatcher
    runs, taskbar = Runs(services, stage.operations, stage.bridge, window), Taskbar(window)
    tray = Tray(window, runs, stage.preferences, _icon())
    leave = Leaving(window, services, dispatcher.running, tray, stage.preferences, stage.operations)

    def tell() -> None:
        window.setWindowTitle(runs.sentence() or "Sendoff")
        taskbar.show(runs.share() if runs.running() else None, runs.left())

    def come(campaign_id: str) -> None:
        leave.come()
        if campaign_id:
            window.navigator.open("campaign", f"{campaign_id}/send")

    def pause() -> None:
        for one in dispatcher.running():
            stage.operations.query(partial(services.sending.pause, one), lambda _done: None, owner=window)

    runs.changed.connect(tell)
    tray.open_wanted.connect(come)
    tray.pause_wanted.connect(pause)
    tray.quit_wanted.connect(leave.quit)
    window.quit_wanted.connect(leave.quit)
    window.may_close = leave.may_close
    return tray, leave


def _icon() -> QIcon:
    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addPixmap(theme().icons.pixmap("mark", tokens.LIGHT.accent, size))
    return icon
