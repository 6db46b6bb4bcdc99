"""Who already got the same message is named before it goes to them once more, and can be left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.ui.desk import Desk

from sendoff.adapters.storage.receipts import Receipts
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.recipient import Verdict
from sendoff.ui.pages.check.view import CheckStep
from sendoff.ui.pages.sending.before import BeforeView
from sendoff.ui.pages.sending.view import SendingStep


def sent(desk: Desk, *addresses: str) -> Campaign:
    """A campaign that is finished, to these addresses."""
    draft = desk.draft(*addresses)
    desk.services.sending.begin(draft.id)
    desk.opened.stage.dispatcher.start(draft.id)
    desk.until(lambda: desk.services.campaigns.get(draft.id).state is CampaignState.FINISHED)
    desk.rest()
    return desk.services.campaigns.get(draft.id)


def copied(desk: Desk, campaign: Campaign, *, subject: str = "", text: str = "") -> Campaign:
    """A copy for the same people, with other words if any are given."""
    draft = desk.services.duplicates.make(campaign.id).draft
    written = draft.content
    written = replace(written, subject=subject or written.subject, text=text or written.text)
    desk.services.campaigns.save(replace(draft, content=written))
    return desk.services.campaigns.get(draft.id)


def before(desk: Desk, draft: Campaign) -> BeforeView:
    step = desk.open(draft, "send").step(3)
    assert isinstance(step, SendingStep)
    desk.until(step.start.ready)
    return step.before


def test_a_copy_for_people_who_got_it_says_so_and_leaves_them_out(desk: Desk) -> None:
    desk.account()
    old = sent(desk, "anna@example.com", "bert@example.com")
    draft = copied(desk, old, text="Hi {{ name }}, a word corrected")
    people = desk.list_of("anna@example.com", "bert@example.com", "cleo@example.com", "Anna@example.com")
    draft, _imported = desk.services.recipients.bring(draft, desk.services.recipients.look(people))
    view = before(desk, draft)
    assert view.repeated.isVisible()
    assert view.repeated.accessibleName().startswith("2 of 3 people already got “Hello [Name]” ")
    view.leave_repeated.click()
    desk.until(lambda: not view.repeated.isVisible())
    assert desk.flow.primary.text() == "Send to 1 person"
    counts = desk.services.triage.counts(draft.id)
    assert (counts[Verdict.READY], counts[Verdict.LEFT_OUT], counts[Verdict.DUPLICATE]) == (1, 3, 0)
    desk.services.triage.undo(draft.id)
    assert desk.services.triage.counts(draft.id)[Verdict.READY] == 3


def test_the_check_says_it_too(desk: Desk) -> None:
    desk.account()
    draft = copied(desk, sent(desk, "anna@example.com"))
    check = desk.open(draft, "check").step(2)
    assert isinstance(check, CheckStep)

    def said() -> list[str]:
        return [one.item.title for one in check.lines if "already got" in one.item.title]

    desk.until(said)
    assert said()[0].startswith("1 of 1 person already got “Hello [Name]” ")
    check.presenter.leave_out()
    desk.until(lambda: not said())
    assert desk.services.triage.counts(draft.id)[Verdict.LEFT_OUT] == 1


def test_no_more_is_asked_than_tells_who_was_the_newest(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.account()
    old, asked, again = sent(desk, "anna@example.com", "bert@example.com"), list[list[str]](), Receipts.again

    def watched(receipts: Receipts, draft_id: str, earlier: Sequence[str]) -> int:
        asked.append(list(earlier))
        return again(receipts, draft_id, earlier)

    monkeypatch.setattr(Receipts, "again", watched)
    found = desk.services.repeats.of(copied(desk, old), 2)
    assert found is not None
    assert (found.again, found.at, asked) == (2, old.started_at, [[old.id]])
    newer = sent(desk, "cleo@example.com")  # the same words, and to nobody of the draft
    found = desk.services.repeats.of(copied(desk, old), 2)
    assert found is not None
    assert (found.again, found.at, asked[-1]) == (2, old.started_at, [newer.id])


def test_another_message_to_the_same_people_says_nothing(desk: Desk) -> None:
    desk.account()
    old = sent(desk, "anna@example.com")
    services = desk.services
    assert services.repeats.of(copied(desk, old, subject="Hello again"), 1) is None
    other = desk.draft("anna@example.com")
    assert services.repeats.of(other, 1) is not None  # written anew, and the same
    services.campaigns.save(replace(other, content=replace(other.content, text="Next month's")))
    assert services.repeats.of(services.campaigns.get(other.id), 1) is None
    assert services.repeats.of(desk.draft("dora@example.com"), 1) is None
    assert services.repeats.leave_out(desk.draft("dora@example.com")) == 0


def test_who_never_got_it_counts_for_nothing_and_a_rehearsal_for_the_next_one(desk: Desk) -> None:
    account = desk.account()
    refused = sent(desk, "bounce@example.com")
    assert desk.services.reports.counts(refused)["failed"] == 1
    assert desk.services.repeats.of(copied(desk, refused), 1) is None
    rehearsed = sent(desk, "anna@example.com")
    desk.services.accounts.save(replace(account, preset="sandbox"))
    desk.services.accounts.save(replace(account, id="real", name="Real"))
    again = copied(desk, rehearsed)
    real = replace(again, account_id="real")
    assert desk.services.repeats.of(real, 1) is None  # to nobody's mailbox did it go
    found = desk.services.repeats.of(again, 1)
    assert found is not None
    assert (found.again, found.at) == (1, rehearsed.started_at)
    desk.services.accounts.save(account)  # as if it had gone out for real
    desk.services.accounts.save(replace(account, id="box", name="Box", preset="sandbox"))
    assert desk.services.repeats.of(replace(again, account_id="box"), 1) is None
