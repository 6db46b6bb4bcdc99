"""What the stepper says of a campaign before its steps were opened."""

from __future__ import annotations

from collections.abc import Mapping

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.language import tr
from sendoff.core.wording import count_text, people_text
from sendoff.ui.drafts import written
from sendoff.ui.widgets.figures import addressed
from sendoff.ui.widgets.stepper import StepState

RECIPIENTS, MESSAGE, CHECK, SEND, RESULTS = range(5)
KEYS = ("recipients", "message", "check", "send", "results")
"""The steps' names in a page's subject: `<campaign>/send`."""
Mark = tuple[StepState, str]


def first_step(campaign: Campaign, counts: Mapping[str, int]) -> int:
    """Where a campaign is opened: what is missing, what is happening, or what happened."""
    if campaign.state in (CampaignState.FINISHED, CampaignState.STOPPED):
        return RESULTS
    if campaign.state is not CampaignState.DRAFT:
        return SEND
    if not counts.get("queued"):
        return RECIPIENTS
    if not written(campaign):
        return MESSAGE
    return SEND if campaign.scheduled_at else CHECK


def outline(campaign: Campaign, counts: Mapping[str, int]) -> tuple[Mark, ...]:
    """Each step's mark and words."""
    return (
        _recipients(campaign, counts),
        _message(campaign),
        _check(campaign),
        _send(campaign, counts),
        _results(campaign, counts),
    )


def _recipients(campaign: Campaign, counts: Mapping[str, int]) -> Mark:
    if not sum(counts.values()):
        return "todo", tr("no list yet")
    number = addressed(counts)
    if campaign.state is not CampaignState.DRAFT:
        return "done", people_text(number)
    return ("done" if number else "problem"), tr("{number} to send", number=count_text(number))


def _message(campaign: Campaign) -> Mark:
    if written(campaign):
        return "done", tr("written")
    content = campaign.content
    begun = content.subject.strip() or content.html or content.markdown or content.design or content.text
    return ("attention", tr("begun")) if begun else ("todo", tr("not written yet"))


def _check(campaign: Campaign) -> Mark:
    return ("todo", tr("not checked yet")) if campaign.state is CampaignState.DRAFT else ("done", tr("checked"))


def _send(campaign: Campaign, counts: Mapping[str, int]) -> Mark:
    accepted = tr(
        "{get} of {addressed}", get=count_text(counts.get("accepted", 0)), addressed=count_text(addressed(counts))
    )
    match campaign.state:
        case CampaignState.DRAFT:
            return "todo", tr("not sent yet")
        case CampaignState.RUNNING:
            return "todo", tr("sending, {accepted}", accepted=accepted)
        case CampaignState.PAUSED:
            return "attention", tr("paused, {accepted}", accepted=accepted)
        case CampaignState.FINISHED:
            return "done", tr("finished")
        case CampaignState.STOPPED:
            return "attention", tr("stopped")


def _results(campaign: Campaign, counts: Mapping[str, int]) -> Mark:
    if campaign.state is CampaignState.DRAFT:
        return "todo", ""
    failed, doubtful = counts.get("failed", 0), counts.get("in_doubt", 0)
    words = [tr("{failed} failed", failed=count_text(failed))] * bool(failed) + [
        tr("{doubtful} in doubt", doubtful=count_text(doubtful))
    ] * bool(doubtful)
    if words:
        return "attention", ", ".join(words)
    accepted = counts.get("accepted", 0)
    return ("done" if campaign.state is CampaignState.FINISHED else "todo"), tr(
        "{accepted} accepted", accepted=count_text(accepted)
    )
