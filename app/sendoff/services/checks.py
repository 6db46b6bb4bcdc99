"""The check before the first message: every row rendered, the content looked at, and what a person accepts of it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from sendoff.core.address import split_mailbox
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.content_check import (
    ContentKind,
    ContentWords,
    Letter,
    Remark,
    Severity,
    check_content,
    spam_remark,
)
from sendoff.core.delivery import Delivery, Line, State
from sendoff.core.duplicates import FirstRows
from sendoff.core.errors import InputError
from sendoff.core.events import CheckProgress
from sendoff.core.language import tr
from sendoff.core.message import Composer, Examined, Problem, ProblemKind
from sendoff.core.ports import Blobs, Clock, Rows, SpamJudge
from sendoff.core.review import (
    BLOCKING,
    Check,
    Finding,
    Review,
    ReviewStore,
    Tested,
    message_digest,
    review_key,
    state_digest,
)
from sendoff.core.said import figure, joined, said
from sendoff.core.sender_findings import Finding as SenderFinding
from sendoff.core.shown import SAMPLE
from sendoff.core.stopping import never
from sendoff.services.bus import Bus
from sendoff.services.campaigns import Campaigns, delivery_of
from sendoff.services.forms import raw_remarks
from sendoff.services.paging import lines
from sendoff.services.recipients import BLOB_FIELD

_PAGE = 1_000
EXAMPLES = 1_000
"""Rows remembered of each kind."""
_REMEMBERED = 250_000
"""Messages in which equals are looked for, 5 MB of memory; later ones are compared with these."""
ACCEPTABLE = tuple(sorted({
    *(kind.value for kind in BLOCKING), "active_content", "dead_link", "link_text", "lookalike", "no_domain"
}))  # fmt: skip
"""Every kind that closes sending, so that it can be accepted."""


@dataclass(slots=True)
class _Tally:
    counts: Counter[ProblemKind] = field(default_factory=Counter)
    rows: Counter[ProblemKind] = field(default_factory=Counter)
    examples: dict[ProblemKind, list[tuple[int, str, str]]] = field(default_factory=dict)
    last: dict[ProblemKind, int] = field(default_factory=dict)
    marks: FirstRows = field(default_factory=lambda: FirstRows(_REMEMBERED))
    """Of each message's mark the first row that has it."""
    longest: tuple[int, Delivery | None] = (-1, None)

    def add(self, kind: ProblemKind, line: Line, detail: str) -> None:
        self.counts[kind] += 1
        if self.last.get(kind) != line.position:
            self.last[kind] = line.position
            self.rows[kind] += 1
        shown = self.examples.setdefault(kind, [])
        if len(shown) < EXAMPLES:
            shown.append((line.position, line.address, detail))

    def see(self, found: Examined, line: Line, delivery: Delivery, *, compare: bool) -> None:
        if found.mark and found.html > self.longest[0]:
            self.longest = (found.html, delivery)
        if not (compare and found.mark):
            return
        for first in self.marks.repeated((found.mark,), (line.position,)).values():
            self.add(ProblemKind.IDENTICAL, line, said("The same as no. {first}.", first=figure(f"{first:,}")))

    def findings(self) -> tuple[Finding, ...]:
        return tuple(
            Finding(kind=kind, count=count, rows=self.rows[kind], examples=tuple(self.examples[kind]))
            for kind, count in sorted(self.counts.items())
        )


class Checks:
    """Looks before the leap, and remembers what it saw. Any thread may use it."""

    def __init__(
        self,
        *,
        campaigns: Campaigns,
        rows: Rows,
        blobs: Blobs,
        reviews: ReviewStore,
        words: Callable[[], ContentWords],
        bus: Bus,
        clock: Clock,
        spam: SpamJudge | None = None,
        missing_domain: Callable[[str], SenderFinding | None] = lambda _sender: None,
    ) -> None:
        self._campaigns = campaigns
        self._rows = rows
        self._blobs = blobs
        self._reviews = reviews
        self._words = words
        self._bus = bus
        self._clock = clock
        self._spam = spam
        self._missing_domain = missing_domain
        self._lock = threading.Lock()  # a review is read, changed and written by several threads

    def run(
        self,
        campaign: Campaign,
        *,
        size_limit: int = 0,
        stopped: Callable[[], bool] = never,
        score: bool = False,
        keep: bool = True,
    ) -> Check:
        """Render every waiting row: nothing is found out in the 4,000th message that could be known before the first.

        `size_limit` is the server's or provider's, in bytes; `score` asks SpamAssassin too. A check that was not
        stopped is kept for `gate`, unless the data folder is only read (`keep`). Raises InputError for a template that
        is wrong for all.
        """
        digest = self._digest(campaign)
        composer, tally = self._campaigns.composer(campaign), _Tally()
        counts = self._rows.by_state(campaign.id)
        total, rows = counts.get(State.QUEUED, 0) + counts.get(State.DEFERRED, 0), 0
        first: list[Line] = []
        for line in self._waiting(campaign):
            rows += 1
            if len(first) < SAMPLE:
                first.append(line)
            self._look(campaign, composer, line, tally, size_limit)
            if rows % _PAGE == 0:
                self._bus.publish(CheckProgress(campaign.id, rows, total))
                if stopped():
                    return Check(rows=rows, findings=tally.findings())
        longest = tally.longest[1]
        remarks = self._remarks(campaign, composer, longest, score=score) if longest else ()
        remarks = (*raw_remarks(campaign, composer.raw, first), *remarks)
        check = Check(rows=rows, findings=tally.findings(), remarks=remarks, row=longest.position if longest else 0)
        return self._remember(campaign, digest, self._with_domain(campaign, check), keep=keep)

    def heed_domain(self, campaign: Campaign, check: Check, *, keep: bool = True) -> Check:
        """The check with what has been found out about the sender's domain since; the list is not rendered again."""
        now = self._with_domain(campaign, check)
        return check if now == check else self._remember(campaign, self._digest(campaign), now, keep=keep)

    def accept(self, campaign: Campaign, check: Check, *kinds: str) -> Check:
        """Take some kinds as they are, for this message and this list alone.

        Raises InputError for a kind that does not exist, and where something was changed since the check.
        """
        if wrong := [kind for kind in kinds if kind not in ACCEPTABLE]:
            raise InputError(
                tr("The check has no kind “{wrong}” that could be accepted.", wrong=wrong[0]),
                remedy=tr("The kinds are {acceptable}.", acceptable=", ".join(ACCEPTABLE)),
                code="unknown_kind",
            )
        key, digest = review_key(campaign), self._digest(campaign)
        with self._lock:
            review = self._reviews.get(key)
            if review.digest == digest:
                self._reviews.save(key, review.accepting(kinds))
        if review.digest != digest:
            raise InputError(
                tr("The message or the list was changed since it was checked."),
                remedy=tr("Check it again."),
                code="unchecked",
            )
        return replace(check, accepted=frozenset(review.accepting(kinds).accepted))

    def gate(self, campaign: Campaign) -> None:
        """Let a draft through that was checked and has nothing left to mend; one never checked is checked now.

        Raises InputError (`check`).
        """
        if campaign.state is not CampaignState.DRAFT:
            return
        key, digest = review_key(campaign), self._digest(campaign)
        review = self._reviews.get(key)
        closing = review.closing if review.digest == digest else self.run(campaign).closing
        if closing:
            raise InputError(
                tr(
                    "The check found what must be fixed first: {closing}.",
                    closing=", ".join(closing).replace("_", " "),
                ),
                remedy=tr("Fix it, or accept it in the Check step."),
                code="check",
            )
        if key != campaign.id:  # the next check of that file is another campaign's
            self._reviews.save(campaign.id, self._reviews.get(key))

    def at_start(self, campaign: Campaign) -> Review:
        """What was found of a campaign before it was started; an empty review where that was not kept."""
        return self._reviews.get(campaign.id)

    # -- the test message

    def note_test(self, campaign: Campaign, to: str) -> None:
        """Remember that a test of this message went out."""
        key = review_key(campaign)
        tested = Tested(to=to, at=self._clock.now(), digest=self._message(campaign))
        with self._lock:
            self._reviews.save(key, replace(self._reviews.get(key), tested=tested))

    def tested(self, campaign: Campaign) -> tuple[Tested, bool] | None:
        """The last test of a campaign, and whether the message is still the same; None where there was none."""
        draft = campaign.state is CampaignState.DRAFT
        tested = (self._reviews.get(review_key(campaign)) if draft else self.at_start(campaign)).tested
        return None if tested is None else (tested, tested.digest == self._message(campaign))

    # -- how

    def _digest(self, campaign: Campaign) -> str:
        return state_digest(self._campaigns.signed(campaign), self._rows.digest(campaign.id))

    def _message(self, campaign: Campaign) -> str:
        return message_digest(self._campaigns.signed(campaign))

    def _remember(self, campaign: Campaign, digest: str, check: Check, *, keep: bool) -> Check:
        key = review_key(campaign)
        with self._lock:
            before = self._reviews.get(key)
            review = before.checked(digest, check)
            if keep and campaign.state is CampaignState.DRAFT and review != before:
                self._reviews.save(key, review)
        return replace(check, accepted=frozenset(review.accepted))

    def _with_domain(self, campaign: Campaign, check: Check) -> Check:
        """A domain that does not exist is the one thing about it that closes sending."""
        missing = self._missing_domain(campaign.sender)
        others = tuple(one for one in check.remarks if one.kind is not ContentKind.NO_DOMAIN)
        if missing is None:
            return replace(check, remarks=others)
        why = joined(" ", (missing.why, missing.remedy))
        blocking = Remark(kind=ContentKind.NO_DOMAIN, severity=Severity.BLOCKING, sentence=missing.title, why=why)
        return replace(check, remarks=(blocking, *others))

    def _look(self, campaign: Campaign, composer: Composer, line: Line, tally: _Tally, limit: int) -> None:
        delivery = delivery_of(campaign, line)
        sizes = [self._blobs.size(blob) for blob in _own_blobs(campaign, delivery)]
        found = composer.examine(delivery, own_sizes=sizes, limit=limit)
        for problem in (*found.problems, *_missing(campaign, delivery)):
            tally.add(problem.kind, line, problem.detail)
        tally.see(found, line, delivery, compare=composer.personal)

    def _remarks(
        self, campaign: Campaign, composer: Composer, delivery: Delivery, *, score: bool
    ) -> tuple[Remark, ...]:
        seen, content = composer.preview(delivery), campaign.content
        common = [(one.name, one.size) for one in content.attachments if not one.column]
        own = [(tr("The recipient's own file"), self._blobs.size(blob)) for blob in _own_blobs(campaign, delivery)]
        letter = Letter(
            subject=seen.subject,
            preheader=seen.preheader,
            html=seen.html,
            text=seen.text,
            sender=split_mailbox(campaign.sender)[1],
            reply_to="" if "{" in campaign.reply_to else campaign.reply_to.rpartition("<")[2].rstrip("> "),
            unsubscribe=bool(content.unsubscribe.strip()),
            postal=bool(content.postal.strip()),
            attachments=tuple(common + own),
        )
        remarks = check_content(letter, self._words())
        if not (score and self._spam is not None):
            return remarks
        judged = self._spam.score(self._campaigns.compose_with(campaign)(delivery).content)
        return (*remarks, spam_remark(judged)) if judged is not None else remarks

    def _waiting(self, campaign: Campaign) -> Iterator[Line]:
        return lines(self._rows, campaign, states=(State.QUEUED, State.DEFERRED))


def _missing(campaign: Campaign, delivery: Delivery) -> Iterator[Problem]:
    for one in campaign.content.attachments:
        if one.column and not delivery.fields.get(BLOB_FIELD + one.column):
            value = delivery.fields.get(one.column, "")
            detail = (
                said("The file “{value}” is not there.", value=value)
                if value
                else said("“{column}” is empty.", column=one.column)
            )
            yield Problem(ProblemKind.MISSING_ATTACHMENT, detail)


def _own_blobs(campaign: Campaign, delivery: Delivery) -> list[str]:
    names = (BLOB_FIELD + one.column for one in campaign.content.attachments if one.column)
    return [blob for name in names if (blob := delivery.fields.get(name, ""))]
