"""The lines of the check: what is fine, what to look at, what closes sending; words only, no widgets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo

from sendoff.core.account import Account, SignIn
from sendoff.core.campaign import Campaign
from sendoff.core.content_check import ContentKind, Remark, Severity
from sendoff.core.errors import KnownError
from sendoff.core.language import digits, phrase, quoted, tr
from sendoff.core.message import ProblemKind
from sendoff.core.plan import Plan, plan_text, why_text
from sendoff.core.repeats import Repeat, repeat_text
from sendoff.core.review import Check, Finding, Review, Tested
from sendoff.core.sender_findings import SenderReport
from sendoff.core.titles import Titles
from sendoff.core.wording import count_text
from sendoff.services.proofs import Proof
from sendoff.ui.columns import in_words
from sendoff.ui.pages.check.domain import domain_items
from sendoff.ui.pages.check.item import Action, Item, Kind
from sendoff.ui.pages.check.trial import trial_item
from sendoff.ui.pages.check.unfit import UNFIT, unfit_words, where_empty

_NAMED = re.compile("[“„](.+?)[”“]")
_PARTS = {
    "html": phrase("HTML"),
    "markdown": phrase("Markdown"),
    "text": phrase("Plain text"),
    "subject": phrase("Subject"),
    "from": phrase("From"),
    "reply_to": phrase("Reply-To"),
}
_SHOWN = 5
_PLACES = 3
_ORDER: Mapping[Kind, int] = {"bad": 0, "wait": 1, "found": 1, "todo": 2, "ok": 3, "note": 3, "info": 3}
GROUPS = (phrase("To fix"), phrase("To look at"), phrase("Not done yet"), phrase("Good"))


def group(item: Item) -> str:
    """The heading under which a line stands."""
    return item.heading or tr(GROUPS[_ORDER[item.kind]])


def in_order(found: Iterable[Item]) -> list[Item]:
    """Lines in the order of their headings."""
    return sorted(found, key=lambda item: _ORDER[item.kind])


@dataclass(slots=True)
class Facts:
    """Everything the check knows about one campaign."""

    campaign: Campaign
    counts: Mapping[str, int] = field(default_factory=dict)
    account: Account | None = None
    check: Check | None = None
    error: KnownError | None = None
    """Why nothing could be checked."""
    proof: Proof | None = None
    """How the account's last test of this session went, wherever it was made."""
    sent: Tested | None = None
    """The last test that the server took."""
    sent_same: bool = False
    """The message is still what that test showed."""
    test_to: str = ""
    """Where the next one is proposed to go."""
    refused: KnownError | None = None
    """Why the last test message did not go out."""
    plan: Plan | None = None
    """When the messages go; None without an account."""
    domain: SenderReport | None = None
    """What was found out about the sender's domain; None = nobody has asked yet."""
    asking: bool = False
    """Name servers are being asked."""
    kept: Review | None = None
    """Of a campaign that was started: what was found before."""
    senders: tuple[str, ...] = ()
    """The names of its accounts, as far as they are still there."""
    repeat: Repeat | None = None
    """Who of its people got the same message before."""
    now: int = 0

    @property
    def waiting(self) -> int:
        """Recipients that the message goes to."""
        return self.counts.get("queued", 0) + self.counts.get("deferred", 0)


def items(facts: Facts, zone: tzinfo) -> list[Item]:
    """Every line, in the order of the steps."""
    found = [_recipients(facts), *_repeat(facts, zone), *_message(facts), _account(facts), *domain_items(facts, zone)]
    if facts.plan is not None and facts.waiting:
        title, body = plan_text(facts.plan, facts.now, zone), why_text(facts.plan, facts.now, zone)
        found.append(Item(kind="info", title=title, body=body))
    if facts.account is not None and facts.waiting:
        found.append(trial_item(facts, zone))
    rehearsed = facts.account is not None and facts.account.is_sandbox  # its test message shows the same
    if facts.check is not None and facts.waiting and not rehearsed:
        body = tr("One message goes to the mail server of this program and is shown as it arrives. Nothing leaves.")
        found.append(Item(kind="todo", title=tr("Look at the real result in the sandbox."), body=body,
                          action="try_sandbox", button=tr("Send to the sandbox")))  # fmt: skip
    return in_order(found)


def _recipients(facts: Facts) -> Item:
    total, ready = sum(facts.counts.values()), facts.waiting
    if not total:
        body = tr("Bring a CSV or Excel file, or paste the addresses.")
        return Item(kind="bad", title=tr("There are no recipients yet."), body=body, action="recipients",
                    button=tr("Choose a list"))  # fmt: skip
    if not ready:
        return Item(kind="bad", title=tr("Nobody on the list can be written to."), body=tr("Every row was skipped."),
                    action="recipients", button=tr("See why"))  # fmt: skip
    source = tr("List: {list_name}. ", list_name=facts.campaign.list_name) if facts.campaign.list_name else ""
    if total == ready:
        return Item(
            kind="ok",
            title=tr("{people} will get the message.", people=people_text(ready)),
            body=tr("{source}Nobody is skipped.", source=source),
        )
    left = (
        tr("{source}1 of {total_2} rows is skipped, with its reason.", source=source, total_2=count_text(total))
        if total - ready == 1
        else tr(
            "{source}{total} of {total_2} rows are skipped, each with its reason.",
            source=source,
            total=count_text(total - ready),
            total_2=count_text(total),
        )
    )
    return Item(
        kind="ok",
        title=tr("{people} will get the message.", people=people_text(ready)),
        body=left,
        action="recipients",
        button=tr("See why"),
    )


def _repeat(facts: Facts, zone: tzinfo) -> Iterator[Item]:
    if facts.repeat is not None:
        body = tr("They get it once more, unless they are left out.")
        yield Item(kind="wait", title=repeat_text(facts.repeat, facts.now, zone), body=body, action="leave_out",
                   button=tr("Leave them out"))  # fmt: skip


def _message(facts: Facts) -> Iterator[Item]:
    if facts.error is not None and facts.error.where == "from" and not facts.campaign.sender.strip():
        body = tr("The message step has the field From.")
        yield Item(
            kind="bad", title=tr("Nobody is named as the sender."), body=body, action="message", button=tr("Name one")
        )
    elif facts.error is not None and facts.error.code == "unknown_field" and not facts.campaign.list_name:
        return  # which fields there will be is not known yet, and the first line asks for a list
    elif facts.error is not None:
        part, error = tr(_PARTS.get(facts.error.where, "")), in_words(facts.error, facts.campaign)
        title = f"{part}: {error.title}" if part else error.title
        yield Item(kind="bad", title=title, body=error.remedy, action="message", button=tr("Open the message"))
    elif facts.check is not None:
        check = facts.check
        yield from (
            _finding(finding, facts.campaign, accepted=finding.kind in check.accepted) for finding in check.findings
        )
        yield from _content(check)
        if all(finding.note for finding in check.findings) and check.rows:
            body = filled_words(check.rows)
            yield Item(kind="ok", title=tr("Every message can be made."), body=body)


def filled_words(rows: int) -> str:
    """That nothing is missing in any message."""
    if rows == 1:
        return tr("It was filled in: no field is left empty, unknown or left over.")
    return tr("All {rows} were filled in: no field is left empty, unknown or left over.", rows=count_text(rows))


def _content(check: Check) -> Iterator[Item]:
    """What the content check says: its complaints one by one, and what is fine in one line."""
    for remark in check.remarks:
        if remark.severity is not Severity.GOOD:
            yield remark_item(remark, accepted=remark.kind in check.accepted)
    good = [remark.sentence for remark in check.remarks if remark.severity is Severity.GOOD]
    if good:
        yield Item(kind="ok", title=tr("Fine in the message itself."), body=" ".join(good))


def remark_item(remark: Remark, *, accepted: bool) -> Item:
    """A complaint about the content."""
    places = [
        tr("Line {line}: {excerpt}", line=one.line, excerpt=one.excerpt) if one.line else one.excerpt
        for one in remark.places[:_PLACES]
    ]
    if remark.count > _PLACES:
        places.append(tr("and {count} more", count=count_text(remark.count - _PLACES)))
    blocks = remark.severity is Severity.BLOCKING
    why = f"{remark.why} {tr(_FOOTER)}" if remark.kind in _LINES else remark.why
    return Item(
        kind="bad" if blocks and not accepted else "wait",
        title=remark.sentence,
        body=f"{why} {tr(ACCEPTED)}".strip() if accepted else why,
        action="message",
        button=tr(_CURES.get(remark.kind, _OPEN)),
        places=tuple(places),
        field=_LINES.get(remark.kind, f"{remark.field}|" if remark.field else ""),
        accept=remark.kind.value if blocks and not accepted else "",
    )


_LINES = {ContentKind.NO_UNSUBSCRIBE: "~unsubscribe", ContentKind.NO_POSTAL: "~postal"}
"""Lines of the footer, as the message step is led to them."""
_FOOTER = phrase("“Footer” below the message takes it.")
_OPEN = phrase("Open the message")
_CURES = {
    ContentKind.NO_UNSUBSCRIBE: phrase("Add an unsubscribe link"),
    ContentKind.NO_POSTAL: phrase("Add an address"),
    ContentKind.RAW_VALUE: phrase("Choose how it is shown"),
}
"""What a remark's button does; of all others it opens the message."""
ACCEPTED = phrase("You accepted it, for this message and this list.")


def _finding(finding: Finding, campaign: Campaign, *, accepted: bool) -> Item:
    title, body, action, button = finding_words(finding, campaign.titles)
    gap = ""
    if finding.kind is ProblemKind.EMPTY_FIELD:
        gap = next(iter(_fields(finding)), "")
        body = where_empty(gap, campaign.content)
    if accepted:
        body = f"{body} {tr(ACCEPTED)}".strip()
    return Item(
        kind="note" if finding.note else "bad" if finding.blocks and not accepted else "wait",
        title=title,
        body=body,
        finding=finding,
        accept=finding.kind.value if finding.blocks and not accepted else "",
        action=action,
        button=button,
        field=gap,
        examples=tuple(dict.fromkeys((row, address) for row, address, _detail in finding.examples))[:_SHOWN],
    )


def finding_words(finding: Finding, titles: Titles) -> tuple[str, str, Action, str]:
    """What a finding is, what that means, and what one button does about it."""
    if finding.kind in UNFIT:
        return *unfit_words(finding, titles), "recipients", tr("See the list")
    return _words(finding, titles)


def _words(finding: Finding, titles: Titles) -> tuple[str, str, Action, str]:  # noqa: PLR0911 - a table, one line a kind
    first = finding.examples[0][2] if finding.examples else ""
    messages = _messages(finding)
    mend: tuple[Action, str] = ("message", tr(_OPEN))
    match finding.kind:
        case ProblemKind.EMPTY_FIELD:
            return _empty(finding, titles), "", "message", tr("Say what stands there")
        case ProblemKind.UNKNOWN_FIELD:
            return tr("{messages} would use a field the list does not have.", messages=messages), first, *mend
        case ProblemKind.RENDER_ERROR:
            return tr("{messages} cannot be made.", messages=messages), first, *mend
        case ProblemKind.OVERSIZE:
            return (
                tr("{messages} would be too big for the server.", messages=messages),
                first,
                "message",
                tr("Remove a file"),
            )
        case ProblemKind.EMPTY_SUBJECT:
            return (
                tr("{messages} would have no subject.", messages=messages),
                tr("Many filters take that for junk."),
                *mend,
            )
        case ProblemKind.LEFTOVER:
            return tr("{messages} would show the code of a field, not its value.", messages=messages), first, *mend
        case ProblemKind.MISSING_ATTACHMENT:
            people = people_text(finding.count)
            return (
                tr("{people} would get no file of their own.", people=people),
                first,
                "recipients",
                tr("See the list"),
            )
        case ProblemKind.FALLBACK_USED:
            fields = ", ".join(quoted(titles.of(name)) for name in _fields(finding))
            named = tr(" for {fields}", fields=fields) if fields else ""
            return (
                tr(
                    "{messages} would say what you wrote at “if empty, say”{named}.",
                    messages=_messages(finding),
                    named=named,
                ),
                tr("Their field is empty."),
                "",
                "",
            )
        case _:  # the same as another
            body = tr("They say the same to different people, which is right where the message has few fields.")
            return tr("{messages} would be the same as another.", messages=_messages(finding)), body, "", ""


def _messages(finding: Finding) -> str:
    """How many messages a finding is about: one message can have it twice, in its HTML and in its text."""
    return (
        tr("{rows} messages", rows=count_text(finding.rows))
        if finding.rows != 1
        else tr("{rows} message", rows=count_text(finding.rows))
    )


def _empty(finding: Finding, titles: Titles) -> str:
    names = [titles.of(name) for name in _fields(finding)]
    people, many = people_text(finding.count), finding.count != 1
    if len(names) == 1:
        return (
            tr("{people} have no “{names}”.", people=people, names=names[0])
            if many
            else tr("{people} has no “{names}”.", people=people, names=names[0])
        )
    if not names:
        return (
            tr("{people} have nothing in a field of the message.", people=people)
            if many
            else tr("{people} has nothing in a field of the message.", people=people)
        )
    listed = ", ".join(quoted(name) for name in names)
    return tr("{count} gaps: {names} are empty in some rows.", count=count_text(finding.count), names=listed)


def _fields(finding: Finding) -> list[str]:
    """The fields that a finding's rows name."""
    return list(dict.fromkeys(name for _row, _address, detail in finding.examples for name in _NAMED.findall(detail)))


def _account(facts: Facts) -> Item:
    account, proof = facts.account, facts.proof
    if account is None:
        gone = bool(facts.campaign.account_id)
        title = tr("The account of this campaign was deleted.") if gone else tr("No account is chosen.")
        return Item(kind="bad", title=title, body=tr("The message step has the choice."), action="message",
                    button=tr("Choose one"))  # fmt: skip
    said = tr("took the sign-in") if account.sign_in is not SignIn.NONE and account.username else tr("answered")
    ready = tr("“{name}” is ready: {host} {said}.", name=account.name, host=account.host, said=said)
    if proof is None:
        body = tr("The test connects and signs in. Nothing is sent.")
        return Item(kind="todo", title=tr("“{name}” was not tested yet.", name=account.name), body=body, action="test",
                    button=tr("Test now"))  # fmt: skip
    if proof.error is not None:
        if account.is_sandbox:
            return Item(
                kind="bad",
                title=tr("The sandbox is not running."),
                body=tr("It must run while it is sent to."),
                action="sandbox",
                button=tr("Open the sandbox"),
            )
        error = proof.error
        return Item(kind="bad", title=error.title, body=error.remedy, action="account", button=tr("Open the account"))
    tested = proof.capabilities
    body = tr("Tested since Sendoff was opened.")
    if tested is not None:
        protection = tested.tls.split()[0].replace("TLSv", "TLS ") if tested.tls else tr("No encryption")
        size = tr(", messages up to {size} MB", size=digits(f"{tested.size / 1000000.0:,.0f}")) if tested.size else ""
        body = f"{protection}{size}."
    return Item(kind="ok", title=ready, body=body, action="test", button=tr("Test again"))


def same_message(one: Campaign, other: Campaign) -> bool:
    """Say whether two states of a campaign send the same message the same way."""
    return all(getattr(one, part) == getattr(other, part) for part in ("content", "sender", "reply_to", "account_id"))


def people_text(number: int) -> str:
    """`1 recipient`, `4,812 recipients`."""
    return (
        tr("{number} recipients", number=count_text(number))
        if number != 1
        else tr("{number} recipient", number=count_text(number))
    )
