"""The pages of the window by name; each is imported when it is first opened."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from sendoff.ui.navigation import Navigator
from sendoff.ui.pages.stage import Stage


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
    navigator.register("find", lambda: _find(stage), rail="campaigns")
    navigator.register("log", lambda: _log(stage), rail="settings")
    navigator.register("first_steps", lambda: _first_steps(stage))
    navigator.register("diagnostics", lambda: _diagnostics(stage), rail="settings")


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


def _find(stage: Stage) -> QWidget:
    from sendoff.ui.pages.find.view import FindPage

    return FindPage(stage)


def _log(stage: Stage) -> QWidget:
    from sendoff.ui.pages.log.view import LogPage

    return LogPage(stage)


def _diagnostics(stage: Stage) -> QWidget:
    from sendoff.ui.pages.diagnostics.view import DiagnosticsPage

    return DiagnosticsPage(stage)


def _first_steps(stage: Stage) -> QWidget:
    from sendoff.ui.pages.first_steps.view import FirstStepsPage

    return FirstStepsPage(stage)
