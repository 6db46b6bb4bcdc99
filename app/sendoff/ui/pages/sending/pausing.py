"""What helps a campaign that paused by itself, besides resuming it: buttons, by its reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sendoff.core.account import SignIn
from sendoff.core.doctor_faults import tells_of
from sendoff.core.language import tr
from sendoff.core.wording import not_let_in
from sendoff.services.sending.guards import asks_about_refusals, asks_about_sender
from sendoff.ui.navigation import Navigator
from sendoff.ui.pages.sending.live import LiveView
from sendoff.ui.pages.sending.reading import Known

_OF_THE_SECRET = ("secret_missing", "sign_in_refused", "app_password_needed")
Help = tuple[str, Callable[[], object]]


def what_helps(known: Known, view: LiveView, navigator: Navigator) -> list[Help]:
    """The buttons' words and what they do."""
    campaign = known.campaign
    if asks_about_sender(campaign.reason):
        return [(tr("Check the sender's domain"), partial(navigator.open, "campaign", f"{campaign.id}/check"))]
    if asks_about_refusals(campaign.reason):
        return [(tr("Show the failed"), partial(view.figures.choose, "failed"))]
    back = f"{campaign.id}/send"
    account = (tr("Open the account"), partial(navigator.open, "accounts", campaign.account_id, back=back))
    typed = known.account is not None and known.account.sign_in is not SignIn.XOAUTH2
    if typed and (tells_of(campaign.reason, *_OF_THE_SECRET) or not_let_in(campaign.reason)):
        return [(tr("Enter the password again"), partial(ask_secret, view, known)), account]
    return [account]


def ask_secret(view: LiveView, known: Known) -> None:
    """Ask for the account's password in place."""
    if known.account is not None:
        view.secret.ask(known.account, known.secrets_are)
        view.secret.edit.setFocus()
