"""What the results page has done: remedies for a cause, and the files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from sendoff.core.campaign import Campaign
from sendoff.core.language import tr
from sendoff.core.remedies import Remedy, correctable, remedy_for
from sendoff.core.report import Filter, Group
from sendoff.core.wording import count_text
from sendoff.services.suppressions import Blocked
from sendoff.ui.pages.results.reading import Known
from sendoff.ui.pages.stage import Stage
from sendoff.ui.report_page import render_report
from sendoff.ui.widgets.toast import Toast


def remedy(
    owner: QObject, stage: Stage, campaign: Campaign, group: Group, toast: Toast, blocked: Callable[[], object]
) -> None:
    """Do the one thing that helps with a cause, unless it is sending again.

    `blocked` is called when the addresses have come onto the blocked list, or off it again.
    """
    match remedy_for(group.state, group.reason):
        case Remedy.BLOCK:
            _block(owner, stage, campaign, group, toast, blocked)
        case Remedy.MEND:
            mend(owner, stage, campaign, group)
        case Remedy.SIGN_IN | Remedy.SLOW_DOWN:
            stage.navigator.open("accounts", campaign.account_id, back=f"{campaign.id}/results")


def look(stage: Stage, known: Known) -> None:
    """Look for whoever is in doubt: in the sandbox, where it took the campaign, else in the Sent folder, or stop."""
    looking, campaign_id = stage.looking, known.campaign.id
    if known.rehearsed:
        to = f"#{known.doubtful_at}" if known.doubtful_at else ""
        stage.navigator.open("sandbox", f"{campaign_id}/results{to}")
    else:
        (looking.stop if looking.under_way(campaign_id) else looking.start)(campaign_id)


def mend(owner: QObject, stage: Stage, campaign: Campaign, group: Group) -> None:
    """Take the people of a cause into a new draft, and open it where there is something to change."""
    remedies = stage.services.remedies

    def opened(draft: Campaign) -> None:
        # A refused message is changed, an address that is none or does not exist is corrected.
        step = "recipients" if correctable(group.state, group.reason) else "message"
        stage.navigator.open("campaign", f"{draft.id}/{step}")

    stage.operations.command(lambda: remedies.mend(campaign, group.state, group.reason), opened, owner=owner)


def _block(
    owner: QObject, stage: Stage, campaign: Campaign, group: Group, toast: Toast, told: Callable[[], object]
) -> None:
    remedies = stage.services.remedies

    def done(blocked: Blocked) -> None:
        told()
        number = blocked.added or blocked.rows
        who = tr("1 address is") if number == 1 else tr("{number} addresses are", number=count_text(number))
        said = (
            tr("{who} on the blocked list: no campaign writes there again.", who=who)
            if blocked.added
            else tr("{who} on the blocked list already: no campaign writes there again.", who=who)
        )
        if blocked.added == blocked.rows:
            toast.say(said, tr("Undo"), undo)
        else:  # some were there before, and stay
            stage.say(said)

    def undo() -> None:
        stage.operations.command(
            lambda: remedies.unblock(campaign, group.state, group.reason), lambda _number: told(), owner=owner
        )

    stage.operations.command(lambda: remedies.block(campaign, group.state, group.reason), done, owner=owner)


def write(owner: QObject, stage: Stage, campaign: Campaign, path: Path, kind: str, only: Filter) -> None:
    """Write the rows that are meant as `csv` or `xlsx`, or the page that sums up as `pdf`."""
    reports, now = stage.services.reports, stage.services.clock.now()
    if kind == "pdf":

        def printed() -> None:
            reports.keep(path, render_report(reports.sheet(campaign), now))

        words = tr("The report is in {name}.", name=path)
        stage.operations.query(printed, lambda _none: stage.wrote(words, path), owner=owner)
        return
    export = reports.export_workbook if kind == "xlsx" else reports.export

    def done(number: int) -> None:
        words = (
            tr("1 row written to {name}.", name=path)
            if number == 1
            else tr("{number} rows written to {name}.", number=count_text(number), name=path)
        )
        stage.wrote(words, path)

    stage.operations.query(lambda: export(campaign, path, only), done, owner=owner)
