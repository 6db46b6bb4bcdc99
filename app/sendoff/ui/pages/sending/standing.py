"""How a campaign stands that has started, in words: the step's mark, the sentence above the figures, the banner."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sendoff.core.backup import tells_of_backup
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.events import PaceChanged
from sendoff.core.language import tr
from sendoff.core.wording import count_text, moment_text, pace_sentence
from sendoff.services.sending.course import BY_A_PERSON, FORMERLY, IN_TERMINAL, INTERRUPTED, READY_AGAIN
from sendoff.services.sending.portion import paused_by_itself
from sendoff.ui.again import missed_text
from sendoff.ui.local_time import local_zone
from sendoff.ui.navigation import Navigator
from sendoff.ui.pages.sending.live import LiveView
from sendoff.ui.pages.sending.pausing import what_helps
from sendoff.ui.pages.sending.reading import Known
from sendoff.ui.widgets.figures import addressed
from sendoff.ui.widgets.stepper import StepState

_OWN_WORDS = frozenset({"", READY_AGAIN})
"""Reasons of which nothing is said."""


def mark(campaign: Campaign, counts: Mapping[str, int]) -> tuple[StepState, str]:
    """The step's mark."""
    done = tr(
        "{get} of {addressed}",
        get=count_text(counts.get("accepted", 0)),
        addressed=count_text(addressed(counts)),
    )
    match campaign.state:
        case CampaignState.RUNNING:
            return "todo", tr("sending, {done}", done=done)
        case CampaignState.PAUSED:
            return "attention", tr("paused, {done}", done=done)
        case CampaignState.STOPPED:
            return "attention", tr("stopped")
        case _:
            return "done", tr("finished")


def sentence(campaign: Campaign, now: int, waiting: int, running: str) -> str:
    """What it does; `running` is said while it is sent, `waiting` is how many are still to be sent."""
    match campaign.state:
        case CampaignState.RUNNING:
            return running
        case CampaignState.PAUSED:
            return tr("Paused: {waiting} wait. Nobody is written to twice.", waiting=count_text(waiting))
        case CampaignState.STOPPED:
            return tr("Stopped {moment_text}.", moment_text=moment_text(campaign.finished_at, now, local_zone(now)))
        case _:
            return tr("Finished {moment_text}.", moment_text=moment_text(campaign.finished_at, now, local_zone(now)))


def pace_words(
    pace: PaceChanged | None, known: Known | None, now: int, per_minute: int, deferred: int, next_try: int
) -> str:
    """How fast it goes, or what it waits for; `next_try` is how many deferred ones are tried when the next is due."""
    if pace is None:  # nothing was told since the page was opened
        number = count_text(per_minute)
        return tr("Sending {per_minute} a minute.", per_minute=number) if per_minute else tr("Connecting.")
    name = known.account.name if known and known.account else tr("the account")
    if (most := known.most_a_minute if known else 0) > 0:
        per_minute = min(per_minute, most)  # what is reckoned up from a few seconds may be above it
    zone = local_zone(now)
    return pace_sentence(pace, name, now, zone, per_minute=per_minute, deferred=deferred, next_try=next_try)


def say_state(view: LiveView, known: Known, navigator: Navigator, go_on: Callable[[], object]) -> None:
    """Say in the banner why it rests and what helps; `go_on` sends to those whom a stop kept from getting it."""
    campaign = known.campaign
    if campaign.state is CampaignState.STOPPED and known.missed and not view.undo.isVisibleTo(view):
        words = tr("Nobody who got it, or may have got it, is written to again.")
        view.say("info", tr("It can go on where it was stopped."), words, [(missed_text(known.missed), go_on)])
        return
    if campaign.state is not CampaignState.PAUSED:
        view.banner.hide()
        return
    counts = {key: count_text(number) for key, number in known.counts.items()}
    waiting = known.counts["queued"] + known.counts["deferred"]
    reason = IN_TERMINAL if campaign.reason == FORMERLY else campaign.reason
    if reason == INTERRUPTED:
        title = tr(
            "“{name}” was interrupted: {accepted} accepted, {in_doubt} in doubt, {waiting} not started.",
            name=campaign.name,
            accepted=counts["accepted"],
            in_doubt=counts["in_doubt"],
            waiting=count_text(waiting),
        )
        view.say("wait", title, tr("Nobody accepted or in doubt is written to again."))
    elif reason in _OWN_WORDS:
        view.banner.hide()
    elif reason in BY_A_PERSON:  # only “Resume” below is wanted
        view.say("info", tr(reason), "")
    elif tells_of_backup(reason):  # the answer to “Resume” offers to release it
        view.say("wait", tr("Paused."), reason)
    elif campaign.pace.first and paused_by_itself(reason, campaign.pace.first):
        turns = tr("The recipients' providers take turns, so they need not be the first of the list.")
        said = f"{reason} {turns}" if campaign.pace.first > 1 else reason
        view.say("info", tr("The first messages were sent."), said)
    else:
        helps = what_helps(known, view, navigator)
        view.say("wait", tr("Paused."), tr(reason), helps)
