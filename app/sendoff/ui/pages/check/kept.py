"""The lines of a campaign that was started: what its check had found, and what is known of its start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import tzinfo

from sendoff.core.content_remarks import Remark, Severity
from sendoff.core.language import phrase, tr
from sendoff.core.review import Check, Finding, Review, Tested
from sendoff.core.titles import Titles
from sendoff.core.wording import clock_text, count_text
from sendoff.ui.local_time import sent_when
from sendoff.ui.pages.check.domain import domain_items
from sendoff.ui.pages.check.item import Item
from sendoff.ui.pages.check.items import (
    ACCEPTED,
    Facts,
    filled_words,
    finding_words,
    in_order,
    people_text,
    remark_item,
)
from sendoff.ui.widgets.figures import addressed

_FOUND = phrase("Found by the check")
_START = phrase("The start")
_NOW = phrase("The sender's domain, as it is now")
_SHOWN = 5


def kept_items(facts: Facts, zone: tzinfo) -> list[Item]:
    """What was found before the start, then how it was started; of what is so today only the sender's domain."""
    review = facts.kept or Review()
    start = [*_recipients(facts), _account(facts), *_test(review.tested, facts, zone), _times(facts, zone)]
    return [
        *in_order(_found(review, facts.campaign.titles)),
        *(replace(one, heading=tr(_START)) for one in start),
        *_domain(facts, zone),
    ]


def _found(review: Review, titles: Titles) -> Iterator[Item]:
    check = review.check
    if check is None:
        accepted = ", ".join(review.accepted).replace("_", " ")
        body = tr("You had accepted: {accepted}.", accepted=accepted) if accepted else ""
        yield Item(kind="note", title=tr("What the check found was not kept."), body=body, heading=tr(_FOUND))
        return
    for finding in check.findings:
        yield _finding(finding, titles, accepted=finding.kind in check.accepted)
    for remark in check.remarks:
        if remark.severity is not Severity.GOOD:
            yield _remark(remark, accepted=remark.kind in check.accepted)
    yield from _good(check)


def _finding(finding: Finding, titles: Titles, *, accepted: bool) -> Item:
    title, body, _action, _button = finding_words(finding, titles)
    return Item(
        kind="note" if finding.note else "found",
        title=title,
        body=f"{body} {tr(ACCEPTED)}".strip() if accepted else body,
        examples=tuple(dict.fromkeys((row, address) for row, address, _detail in finding.examples))[:_SHOWN],
        heading="" if finding.note else tr(_FOUND),
    )


def _remark(remark: Remark, *, accepted: bool) -> Item:
    why = f"{remark.why} {tr(ACCEPTED)}".strip() if accepted else remark.why
    return Item(kind="found", title=remark.sentence, body=why, places=remark_item(remark, accepted=accepted).places,
                heading=tr(_FOUND))  # fmt: skip


def _good(check: Check) -> Iterator[Item]:
    good = [remark.sentence for remark in check.remarks if remark.severity is Severity.GOOD]
    if good:
        yield Item(kind="ok", title=tr("Fine in the message itself."), body=" ".join(good))
    if all(finding.note for finding in check.findings):
        body = filled_words(check.rows)
        yield Item(kind="ok", title=tr("Every message could be made."), body=body)


def _recipients(facts: Facts) -> Iterator[Item]:
    total, number = sum(facts.counts.values()), addressed(facts.counts)
    if not total:
        return
    source = tr("From {list_name}. ", list_name=facts.campaign.list_name) if facts.campaign.list_name else ""
    left = (
        tr(
            "{source}{total} of {total_2} rows are skipped, each with its reason.",
            source=source,
            total=count_text(total - number),
            total_2=count_text(total),
        )
        if number < total
        else tr("{source}Nobody is skipped.", source=source)
    )
    yield Item(kind="note", title=tr("To {people}.", people=people_text(number)), body=left)


def _account(facts: Facts) -> Item:
    if not facts.senders:
        return Item(kind="note", title=tr("The account of this campaign was deleted."))
    named = (
        tr("Through “{account}”.", account=facts.senders[0])
        if len(facts.senders) == 1
        else tr("Through {accounts}.", accounts=", ".join(facts.senders))
    )
    return Item(kind="note", title=named, body=tr("Sender: {sender}", sender=facts.campaign.sender))


def _test(tested: Tested | None, facts: Facts, zone: tzinfo) -> Iterator[Item]:
    if tested is None:
        if facts.kept is not None and facts.kept.rows:
            yield Item(kind="note", title=tr("No test message was sent before."))
        return
    title = tr("A test went to {to} at {clock}.", to=tested.to, clock=clock_text(tested.at, facts.now, zone))
    same = tr("The server accepted it. The message is still the same.")
    yield Item(kind="note", title=title, body=same if facts.sent_same else tr("The message was changed since then."))


def _times(facts: Facts, zone: tzinfo) -> Item:
    return Item(
        kind="info", title=sent_when(facts.campaign, facts.now, zone), body=tr("Results say what became of it.")
    )


def _domain(facts: Facts, zone: tzinfo) -> Iterator[Item]:
    """How the domain stands today, without what only a draft can have done."""
    if facts.domain is None or not facts.domain.findings:
        return
    for one in in_order(domain_items(facts, zone)):
        kept = one if one.action == "look_again" else replace(one, action="", button="")
        yield replace(kept, kind="found" if one.kind in ("bad", "wait") else "note", heading=tr(_NOW))
