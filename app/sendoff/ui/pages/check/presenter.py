"""Runs the check of the whole list, the test of the account and the test message, and remembers their answers."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign
from sendoff.core.content_remarks import ContentKind
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import ConnectError, KnownError
from sendoff.core.events import AccountsChanged, AccountTested, CheckProgress, Event
from sendoff.core.language import tr
from sendoff.core.outcome import Reply
from sendoff.core.review import Check
from sendoff.ui.operations import Newest, Stoppable
from sendoff.ui.pages.check.domain import Asking
from sendoff.ui.pages.check.gathering import Gathered, gather, is_draft
from sendoff.ui.pages.check.items import Facts, same_message
from sendoff.ui.pages.stage import Stage
from sendoff.ui.sandbox import awake, sandbox_account


class CheckPresenter(QObject):
    """Behind the check step. Results are kept until the message, the list or the account changes."""

    shown = Signal()
    """`facts` or `running` changed."""
    progressed = Signal(int, int)
    """Rows checked so far, and in all."""
    peeked = Signal(int, object)
    """A row of the list, and its Preview or the KnownError that it gives."""
    test_sent = Signal(str)
    """To this address."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self.facts: Facts | None = None
        self._asked: Campaign | None = None
        self._gathering = Newest(stage.operations, self)
        self.running = False
        self.testing = False
        self.sending = False
        self._visible = False
        self._checked: dict[str, tuple[Hashable, Check | KnownError]] = {}
        self._size_limit = 0
        self._checking, self._peeking = Stoppable(stage.operations, self), Stoppable(stage.operations, self)
        self._asking = Asking(stage, self)
        self._asking.changed.connect(self._domain_told)
        stage.bridge.batch.connect(self._heard)

    # -- the campaign

    def show(self, campaign: Campaign, *, visible: bool) -> None:
        """Look at a campaign; its list is checked only while the step can be seen."""
        known = self.facts.campaign if self.facts is not None else None
        if known is None or known.id != campaign.id or is_draft(known) is not is_draft(campaign):
            self.facts = Facts(campaign=campaign)
            self.cancel()
            self._peeking.cancel()
            self._asking.cancel()
        self._visible, self._asked = visible, campaign
        self._gathering.query(lambda: gather(self._stage.services, campaign), self._gathered)

    def again(self) -> None:
        """Forget the last result and check once more."""
        if self.facts is not None:
            self._checked.pop(self.facts.campaign.id, None)
            self._refresh()

    def look_again(self) -> None:
        """Ask the name servers once more."""
        if self.facts is not None:
            self._ask(self.facts, fresh=True)

    def leave(self) -> None:
        """Nobody looks any more: ask and check nothing further."""
        self._visible = False
        self._asking.cancel()
        self.cancel()

    def cancel(self) -> None:
        """Stop the check that runs."""
        self._checking.cancel()
        if self.running:
            self.running = False
            self.shown.emit()

    # -- what the buttons do

    def test_account(self) -> None:
        """Connect and sign in, without sending anything."""
        account = self.facts.account if self.facts else None
        if account is None or self.testing:
            return
        self.testing = True
        self._stage.operations.query(
            lambda: self._stage.services.sending.preflight(self._awake(account)),
            self._account_tested,
            self._account_tested,
            owner=self,
        )
        self.shown.emit()

    def send_test(self, to: str, position: int) -> None:
        """Send one row's message to oneself."""
        facts = self.facts
        if facts is None or self.sending:
            return
        campaign, self.sending = facts.campaign, True
        facts.refused = None
        self._stage.operations.query(
            lambda: self._test_message(campaign, position, to),
            partial(self._test_went, campaign.id, to),
            partial(self._test_refused, campaign.id),
            owner=self,
        )
        self.shown.emit()

    def try_sandbox(self) -> None:
        """Send one message to the sandbox, and show it there as it arrived."""
        facts = self.facts
        if facts is None or self.sending:
            return
        campaign, self.sending = facts.campaign, True
        position = (facts.check.row if facts.check else 0) or 1

        def send() -> Reply:
            account = sandbox_account(self._stage.services, self._stage.context.sandbox())
            line = self._stage.services.campaigns.envelope(campaign, position)
            there = replace(campaign, account_id=account.id, sharers=())
            return self._stage.services.sending.send_test(there, position, line.recipient, note=False)

        self._stage.operations.query(
            send, partial(self._in_sandbox, campaign.id), partial(self._test_refused, campaign.id), owner=self
        )
        self.shown.emit()

    def _in_sandbox(self, campaign_id: str, reply: Reply) -> None:
        self.sending = False
        self.shown.emit()
        if reply.code // 100 == 2:  # noqa: PLR2004 - RFC 5321 4.2.1: the first digit is the verdict
            self.go("sandbox")
        else:
            self._test_refused(
                campaign_id,
                ConnectError(
                    tr("The sandbox refused it: {reply}.", reply=reply), remedy=tr("Its page says who is refused.")
                ),
            )

    def leave_out(self) -> None:
        """Leave out who got the same message before."""
        if self.facts is not None:
            campaign, repeats = self.facts.campaign, self._stage.services.repeats
            self._stage.operations.command(
                lambda: repeats.leave_out(campaign), lambda _rows: self._refresh(), owner=self
            )

    def accept(self, kind: str) -> None:
        """Take a kind of finding as it is, for this message and list."""
        facts = self.facts
        if facts is None or facts.check is None:
            return
        campaign, check = facts.campaign, facts.check
        self._stage.operations.command(
            lambda: self._stage.services.checks.accept(campaign, check, kind),
            lambda accepted: self._accepted(campaign, check, accepted),
            owner=self,
        )

    def _accepted(self, campaign: Campaign, before: Check, accepted: Check) -> None:
        facts, known = self.facts, self._checked.get(campaign.id)
        if known is not None and known[1] is before:
            self._checked[campaign.id] = (known[0], accepted)
        if facts is not None and facts.check is before:
            facts.check = accepted
            self.shown.emit()

    def peek(self, position: int) -> None:
        """Render one row, to look at."""
        if self.facts is None:
            return
        campaign = self.facts.campaign
        self._peeking.query(
            lambda _stopped: self._stage.services.campaigns.preview(campaign, position),
            lambda preview: self.peeked.emit(position, preview),
            lambda error: self.peeked.emit(position, error),
        )

    def go(self, place: str, field: str = "") -> None:
        """Open a step of this campaign, at a merge field if one is named, or a page; the sandbox at an address."""
        if self.facts is None:
            return
        if place == "account":
            campaign = self.facts.campaign
            self._stage.navigator.open("accounts", campaign.account_id, back=f"{campaign.id}/check")
        elif place == "sandbox":
            to = f"#{field}" if field else ""
            self._stage.navigator.open("sandbox", f"{self.facts.campaign.id}/check{to}")
        else:
            self._stage.navigator.open("campaign", "/".join(filter(None, (self.facts.campaign.id, place, field))))

    def _awake(self, account: Account) -> Account:
        """The account, with the sandbox's server started where it is the sandbox's."""
        return awake(self._stage.services, self._stage.context.sandbox(), account.id)

    def _test_message(self, campaign: Campaign, position: int, to: str) -> Reply:
        self._awake(self._stage.services.accounts.get(campaign.account_id))
        return self._stage.services.sending.send_test(campaign, position, to)

    # -- gathering and checking

    def _refresh(self) -> None:
        """Gather once more: for the campaign last shown, which may itself still be on its way."""
        if self._asked is not None:
            self.show(self._asked, visible=self._visible)

    def _gathered(self, found: Gathered) -> None:
        campaign, account = found.campaign, found.account
        facts = self.facts
        if facts is None or campaign is not self._asked:
            return
        if facts.refused is not None and not same_message(facts.campaign, campaign):
            facts.refused = None
        facts.campaign, facts.counts, facts.account, facts.plan = campaign, found.counts, account, found.plan
        facts.kept, facts.senders, facts.repeat = found.kept, found.senders, found.repeat
        facts.now = self._stage.services.clock.now()
        facts.proof = self._stage.services.accounts.proofs.of(account) if account else None
        facts.sent, facts.sent_same = found.tested if found.tested is not None else (None, False)
        facts.test_to = found.test_to
        offered = facts.proof.capabilities if facts.proof else None
        self._size_limit = offered.size if offered is not None else found.size
        known = self._checked.get(campaign.id)
        fresh = known is not None and known[0] == self._mark(facts)
        answer = known[1] if known is not None and fresh else None
        facts.check = answer if isinstance(answer, Check) else None
        facts.error = answer if isinstance(answer, KnownError) else None
        if self._visible:
            self._ask(facts)
            if not fresh and is_draft(campaign):
                self._run(facts)
        self.shown.emit()

    def _ask(self, facts: Facts, *, fresh: bool = False) -> None:
        self._asking.look(facts.campaign, facts.waiting, facts.account and _key(facts.account), fresh=fresh)

    @Slot()
    def _domain_told(self) -> None:
        facts = self.facts
        if facts is None:
            return
        facts.domain, facts.asking = self._asking.report, self._asking.under_way
        self._heed_domain(facts)
        self.shown.emit()

    def _heed_domain(self, facts: Facts) -> None:
        """A domain that does not exist closes sending, and one that does opens it again."""
        campaign, check = facts.campaign, facts.check
        if check is None or facts.domain is None or facts.asking or not is_draft(campaign):
            return
        closed = any(remark.kind is ContentKind.NO_DOMAIN for remark in check.remarks)
        if closed != (facts.domain.missing is not None):
            self._stage.operations.command(
                lambda: self._stage.services.checks.heed_domain(campaign, check),
                lambda heeded: self._accepted(campaign, check, heeded),
                owner=self,
            )

    def _mark(self, facts: Facts) -> Hashable:
        one = facts.campaign
        figures = tuple(sorted(facts.counts.items()))
        return (
            one.content,
            one.sender,
            one.reply_to,
            one.account_id,
            one.fields,
            one.list_name,
            figures,
            self._size_limit,
        )

    def _run(self, facts: Facts) -> None:
        self.cancel()
        campaign, size, mark = facts.campaign, self._size_limit, self._mark(facts)
        self.running = True
        self._checking.query(
            lambda stopped: self._stage.services.checks.run(campaign, size_limit=size, stopped=stopped, score=True),
            lambda check: self._done(campaign, mark, check),
            lambda error: self._done(campaign, mark, error),
        )

    def _done(self, campaign: Campaign, mark: Hashable, answer: Check | KnownError) -> None:
        self.running = False
        self._checked[campaign.id] = (mark, answer)
        if self.facts is not None and self.facts.campaign.id == campaign.id:
            self.facts.check = answer if isinstance(answer, Check) else None
            self.facts.error = answer if isinstance(answer, KnownError) else None
            self._heed_domain(self.facts)
        self.shown.emit()

    # -- answers of the tests

    def _account_tested(self, _answer: Capabilities | KnownError) -> None:
        self.testing = False
        self._refresh()

    def _test_went(self, campaign_id: str, to: str, reply: Reply) -> None:
        self.sending = False
        if reply.code // 100 != 2:  # noqa: PLR2004 - RFC 5321 4.2.1: the first digit is the verdict
            self._test_refused(
                campaign_id,
                ConnectError(tr("The server refused the test: {reply}.", reply=reply), remedy=tr("Nothing was sent.")),
            )
            return
        self._refresh()
        self.test_sent.emit(to)

    def _test_refused(self, campaign_id: str, error: KnownError) -> None:
        self.sending = False
        if self.facts is not None and self.facts.campaign.id == campaign_id:
            self.facts.refused = error
        self.shown.emit()

    @Slot(tuple)
    def _heard(self, events: tuple[Event, ...]) -> None:
        for event in events:
            if isinstance(event, CheckProgress) and self.facts and event.campaign_id == self.facts.campaign.id:
                self.progressed.emit(event.rows, event.total)
        if any(isinstance(event, AccountsChanged | AccountTested) for event in events):
            self._refresh()


def _key(account: Account) -> Account:
    """What a test was about: any change to the account makes it untested, but the sandbox's port is new each time."""
    return replace(account, port=0) if account.is_sandbox else account
