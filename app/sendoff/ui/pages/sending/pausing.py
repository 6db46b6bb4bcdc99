"""What helps a campaign that paused by itself, besides resuming it: one more button, by its reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sendoff.core.campaign import Campaign
from sendoff.core.language import tr
from sendoff.services.sending.guards import asks_about_refusals, asks_about_sender
from sendoff.ui.navigation import Navigator
from sendoff.ui.pages.sending.live import LiveView


def what_helps(campaign: Campaign, view: LiveView, navigator: Navigator) -> tuple[str, Callable[[], object]]:
    """The button's words and what it does."""
    if asks_about_sender(campaign.reason):
        return tr("Check the sender's domain"), partial(navigator.open, "campaign", f"{campaign.id}/check")
    if asks_about_refusals(campaign.reason):
        return tr("Show the failed"), partial(view.figures.choose, "failed")
    return tr("Open the account"), partial(navigator.open, "accounts", campaign.account_id)
