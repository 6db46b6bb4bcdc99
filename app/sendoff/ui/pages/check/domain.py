"""The lines about the sender's domain, and the looking behind them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sendoff.core.campaign import Campaign
from sendoff.core.content_remarks import ContentKind
from sendoff.core.language import tr
from sendoff.core.sender_findings import Finding, SenderReport, Standing
from sendoff.core.wording import clock_text
from sendoff.services.sender_domain import BELIEVED_FOR
from sendoff.ui.operations import Stoppable
from sendoff.ui.pages.check.item import Item
from sendoff.ui.pages.stage import Stage

if TYPE_CHECKING:
    from sendoff.ui.pages.check.items import Facts


def domain_items(facts: Facts, zone: tzinfo) -> Iterator[Item]:
    """What is known of the sender's domain: a line for each thing to do, one for what is fine, one for the rest."""
    report = facts.domain
    if report is None or not report.domain:
        if facts.asking and (facts.campaign.sender or facts.account):
            yield Item(kind="note", title=tr("Name servers are being asked about the sender's domain."))
        return
    if report.left_out:
        yield Item(kind="note", title=tr("The sender's domain is not checked."), body=report.left_out)
        return
    remarks = facts.check.remarks if facts.check is not None else ()
    told = any(remark.kind is ContentKind.NO_DOMAIN for remark in remarks)
    for one in report.of(Standing.BLOCKS, Standing.LOOK, Standing.NOTE):
        if one.standing is not Standing.BLOCKS or not told:
            yield _finding(one)
    yield from _rest(facts, report, zone)


def _finding(one: Finding) -> Item:
    body = " ".join(part for part in (one.why, one.remedy) if part)
    if one.standing is Standing.BLOCKS:
        return Item(kind="bad", title=one.title, body=body, action="message", button=tr("Open the message"))
    return Item(kind="wait" if one.standing is Standing.LOOK else "note", title=one.title, body=body, line=one.line)


def _rest(facts: Facts, report: SenderReport, zone: tzinfo) -> Iterator[Item]:
    """What is fine, and what nobody can know yet."""
    unknown, fine = report.of(Standing.UNKNOWN), report.of(Standing.FINE)
    again = tr("Asking…") if facts.asking else tr("Look again")
    asked = tr("Asked at {clock}.", clock=clock_text(report.at, facts.now, zone))
    for one in unknown[:1] if not fine and not report.of(Standing.LOOK, Standing.NOTE) else ():
        body = " ".join(part for part in (one.why, one.remedy) if part)
        yield Item(kind="todo", title=one.title, body=body, action="look_again", button=again)
        return
    if unknown:
        told = dict.fromkeys(part for one in unknown for part in (one.title, one.why) if part)
        title = tr("Not known yet of {domain}", domain=report.domain)
        if facts.sent_same:
            yield Item(kind="note", title=title, body=" ".join(told))
        else:
            yield Item(kind="todo", title=title, body=" ".join(told), action="send_test", button=tr("Send a test…"))
    good = not report.of(Standing.BLOCKS, Standing.LOOK)
    title = (
        tr("Nothing speaks against {domain} as a sender.", domain=report.domain)
        if good
        else tr("The name servers were asked about {domain}.", domain=report.domain)
    )
    body = " ".join([*(part for one in fine for part in (one.title, one.why) if part), asked])
    yield Item(kind="ok" if good else "note", title=title, body=body, action="look_again", button=again)


class Asking(QObject):
    """Asks about the sender's domain beside everything else, and again when the sender or the account changes."""

    changed = Signal()
    """`report` or `under_way` is another."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._asked: Hashable = None
        """What the call under way is about."""
        self._known: Hashable = None
        """What the report is about."""
        self._asking = Stoppable(stage.operations, self, abroad=True)
        self.report: SenderReport | None = None

    @property
    def under_way(self) -> bool:
        """Whether name servers are being asked."""
        return self._asking.under_way

    def look(self, campaign: Campaign, messages: int, mark: Hashable, *, fresh: bool = False) -> None:
        """Ask, unless it is known or being asked; `mark` is what the answer depends on besides the campaign."""
        mark = (campaign.id, campaign.sender, campaign.account_ids, messages, mark)
        if not fresh and (mark == self._asked or (mark == self._known and self._holds())):
            return
        self.cancel()
        if mark != self._known:
            self.report = None
        self._asked, domains = mark, self._stage.services.sender_domains
        self._asking.query(
            lambda stopped: domains.of_campaign(campaign, messages, fresh=fresh, stopped=stopped), self._told
        )
        self.changed.emit()

    def _holds(self) -> bool:
        """Whether the report is young enough, and somebody answered at all."""
        report = self.report
        if report is None or any(one.code == "offline" for one in report.findings):
            return False
        return bool(report.left_out) or self._stage.services.clock.now() - report.at < BELIEVED_FOR

    def cancel(self) -> None:
        """Ask no more; what was not answered is asked the next time."""
        self._asking.cancel()
        self._asked = None

    def _told(self, report: SenderReport) -> None:
        self._known, self._asked, self.report = self._asked, None, report
        self.changed.emit()
