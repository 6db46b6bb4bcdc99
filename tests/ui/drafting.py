"""A campaign's message step in a window, for the tests of writing."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from tests.ui.stand import Stand

from sendoff.core.campaign import Campaign
from sendoff.ui.pages.message.view import MessageStep


def shown(stand: Stand, qtbot: QtBot, campaign: Campaign) -> MessageStep:
    """Open the campaign's message and wait until it is rendered."""
    step = MessageStep(stand.stage)
    stand.window.navigator.register("campaign", lambda: step)
    stand.window.navigator.open("campaign")
    stand.window.show()
    qtbot.waitUntil(stand.window.isActiveWindow)
    step.show_campaign(campaign)
    total = sum(stand.services.reports.counts(campaign).values())
    qtbot.waitUntil(lambda: step._facts.total == total and not step._rendering.isActive())
    return step
