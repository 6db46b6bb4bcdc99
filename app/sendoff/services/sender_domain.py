"""Whether receivers will believe the domain of From: name servers are asked, and nobody waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from queue import Empty, SimpleQueue

from sendoff.core.account import Account, is_here
from sendoff.core.address import check_address
from sendoff.core.campaign import Campaign
from sendoff.core.dns_answers import PENDING, Answer, Book, Found, Lookup, Question
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.ports import Clock
from sendoff.core.provider import Preset
from sendoff.core.provider_sender import Relay, relay_of
from sendoff.core.sender_domain import Finding, Inquiry, SenderReport, Standing, examine, is_reserved
from sendoff.core.sender_findings import heaviest_first
from sendoff.core.stopping import never
from sendoff.services.accounts import Accounts

BELIEVED_FOR = 3_600_000
"""How long an answer is believed, in milliseconds."""
_AT_ONCE = 16
_MOST_ROUNDS = 12
_MOST_QUESTIONS = 120
_SHORTEST = 0.05


class SenderDomains:
    """Judges senders' domains. Any thread may use it; answers are remembered for an hour, in memory only."""

    def __init__(
        self,
        *,
        accounts: Accounts,
        lookup: Lookup,
        mailbox_domains: Callable[[], Iterable[str]],
        clock: Clock,
    ) -> None:
        self._accounts = accounts
        self._lookup = lookup
        self._mailbox_domains = mailbox_domains
        self._clock = clock
        self._known: dict[Question, tuple[Answer, int]] = {}
        self._lock = threading.Lock()

    def of_campaign(
        self,
        campaign: Campaign,
        messages: int = 0,
        *,
        fresh: bool = False,
        stopped: Callable[[], bool] = never,
    ) -> SenderReport:
        """What holds for a campaign, through each of its accounts; `fresh` = ask although the answers are known."""
        accounts = []
        for account_id in campaign.account_ids:
            try:
                accounts.append(self._accounts.get(account_id))
            except InputError:
                continue  # that it is gone is said elsewhere
        return self.of_accounts(accounts, campaign.sender, messages, fresh=fresh, stopped=stopped)

    def of_accounts(
        self,
        accounts: Sequence[Account],
        sender: str,
        messages: int = 0,
        *,
        fresh: bool = False,
        stopped: Callable[[], bool] = never,
    ) -> SenderReport:
        """What holds for a sender through each of some accounts, whose own sender it is where none is given."""
        since = self._since(fresh=fresh)  # one moment for them all: most of their questions are the same
        reports: list[SenderReport] = []
        through: Sequence[Account | None] = accounts or [None]
        for account in through:
            address = sender or (account.sender if account else "")
            reports.append(self._of(account, address, messages, since, stopped))
        asked = [report for report in reports if not report.left_out]
        if not asked:
            return reports[0]
        every = dict.fromkeys(one for report in asked for one in report.findings)
        return replace(asked[0], findings=heaviest_first(every))

    def of(
        self,
        account: Account | None,
        sender: str,
        messages: int = 0,
        *,
        fresh: bool = False,
        stopped: Callable[[], bool] = never,
    ) -> SenderReport:
        """What holds for a sender, and for the relay of an account. Blocks for seconds; being offline is an answer."""
        return self._of(account, sender, messages, self._since(fresh=fresh), stopped)

    def _of(
        self, account: Account | None, sender: str, messages: int, since: int, stopped: Callable[[], bool]
    ) -> SenderReport:
        domain = _domain(sender)
        relay, free_mail = self._relay(account) if account else (None, self._provider_domains())
        if out := _left_out(domain, relay):
            return SenderReport(domain=domain, left_out=out)
        inquiry = Inquiry(domain=domain, relay=relay, free_mail=free_mail, messages=messages)
        return SenderReport(domain=domain, findings=self._judge(inquiry, since, stopped), at=self._clock.now())

    def known_missing(self, sender: str) -> Finding | None:
        """What closes sending, as far as it was found out within the hour. Asks nobody."""
        domain = _domain(sender)
        if not domain or is_reserved(domain):
            return None
        found = examine(Inquiry(domain=domain), Book(self._remembered(self._since())))
        return next((one for one in found if one.standing is Standing.BLOCKS), None)

    # -- asking

    def _judge(self, inquiry: Inquiry, since: int, stopped: Callable[[], bool]) -> tuple[Finding, ...]:
        known, asked = self._remembered(since), 0
        for _round in range(_MOST_ROUNDS):
            book = Book(known)
            found = examine(inquiry, book)
            if not book.wanted or stopped() or asked > _MOST_QUESTIONS:
                break
            answers = self._ask(list(book.wanted), stopped)
            known |= answers
            asked += len(answers)
            self._remember(answers)
            if all(answer.found is Found.SILENT for answer in answers.values()):
                found = examine(inquiry, Book(known))
                break  # whoever is offline waits once
        return found

    def _ask(self, questions: list[Question], stopped: Callable[[], bool]) -> dict[Question, Answer]:
        """Ask all of them at once; what has not come when it is stopped stays unanswered.

        The threads are daemons: a name server that keeps silent holds up no program that ends.
        """
        waiting: SimpleQueue[Question] = SimpleQueue()
        told: SimpleQueue[tuple[Question, Answer]] = SimpleQueue()
        for question in questions:
            waiting.put(question)

        def work() -> None:
            while not waiting.empty() and not stopped():
                try:
                    question = waiting.get_nowait()
                except Empty:  # another thread was faster
                    return
                answer = PENDING
                try:
                    answer = self._lookup.look_up(question)
                finally:
                    told.put((question, answer))

        for number in range(min(_AT_ONCE, len(questions))):
            threading.Thread(target=work, name=f"sender-domain-{number}", daemon=True).start()
        answers: dict[Question, Answer] = {}
        while len(answers) < len(questions) and not stopped():
            try:
                question, answer = told.get(timeout=_SHORTEST)
            except Empty:
                continue
            answers[question] = answer
        return {question: answers.get(question, PENDING) for question in questions}

    def _since(self, *, fresh: bool = False) -> int:
        """After when a question must have been asked for its answer to be believed."""
        return self._clock.now() - (0 if fresh else BELIEVED_FOR)

    def _remembered(self, since: int) -> dict[Question, Answer]:
        with self._lock:
            return {question: answer for question, (answer, at) in self._known.items() if at > since}

    def _remember(self, answers: dict[Question, Answer]) -> None:
        now = self._clock.now()
        with self._lock:
            self._known |= {
                question: (answer, now) for question, answer in answers.items() if answer.found is not Found.SILENT
            }

    # -- who sends

    def _relay(self, account: Account) -> tuple[Relay, frozenset[str]]:
        """The relay of an account, and the domains whose owners alone can let it send."""
        same_host = [
            preset
            for preset in self._accounts.presets()
            if not is_here(account.host) and any(account.host == endpoint.host for endpoint in preset.endpoints)
        ]
        preset = self._preset(account, same_host)
        own = {domain for one in (*same_host, preset) for domain in one.domains}
        free = self._provider_domains()
        if preset.kind == "esp":
            free |= frozenset(self._mailbox_domains())
        facts = preset.sender
        if preset.kind == "esp" and not facts.bounces:
            facts = replace(facts, bounces="provider")  # they count bounces, so they all do
        relay = relay_of(account, "" if preset.id in ("custom", "cpanel") else preset.shown, facts, own)
        return replace(relay, local=relay.local or preset.kind == "dev"), free

    def _preset(self, account: Account, same_host: list[Preset]) -> Preset:
        try:
            own = self._accounts.preset(account.preset)
        except InputError:
            own = self._accounts.preset("custom")
        return next(iter(same_host), own) if own.id == "custom" else own

    def _provider_domains(self) -> frozenset[str]:
        return frozenset(domain for preset in self._accounts.presets() for domain in preset.domains)


def _domain(sender: str) -> str:
    return check_address(sender).ascii_domain if sender.strip() else ""


def _left_out(domain: str, relay: Relay | None) -> str:
    """Why nobody is asked; empty where somebody is."""
    if not domain:
        return tr("There is no sender's address yet.")
    if is_reserved(domain):
        return tr("{domain} is for examples and tests, so receivers know nothing of it.", domain=domain)
    if relay is not None and relay.local:
        return tr("The account's server delivers nothing outside, or runs on this computer; receivers never see it.")
    return ""
