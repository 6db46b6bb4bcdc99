"""What a draft lacks before it can be sent: the first thing, in words, and the way to it."""

from __future__ import annotations

from collections.abc import Callable

from sendoff.core.language import tr
from sendoff.ui.drafts import written
from sendoff.ui.pages.sending.before import BeforeView
from sendoff.ui.pages.sending.facts import Facts


def lacking(
    facts: Facts, view: BeforeView, step: Callable[[str], None], page: Callable[[str, str], None]
) -> tuple[str, Callable[[], None]] | None:
    """What is not there yet, as words and action for the primary button; `step` and `page` open places by name."""
    steps: tuple[tuple[bool, str, Callable[[], None]], ...] = (
        (not facts.ready, tr("Add recipients"), lambda: step("recipients")),
        (not written(facts.campaign), tr("Write the message"), lambda: step("message")),
        (not facts.accounts, tr("Connect an account"), lambda: page("accounts", "add")),
        (facts.account is None, tr("Choose an account"), view.summary.account.setFocus),
        (not facts.campaign.sender, tr("Say who it is from"), lambda: step("message")),
        (facts.needs_secret, tr("Enter the password"), view.secret.edit.setFocus),
    )
    return next(((words, run) for missing, words, run in steps if missing), None)
