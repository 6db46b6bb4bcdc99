"""The lines of the check: what is fine, what to look at, what closes sending; words only, no widgets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Literal

from sendoff.core.account import Account, SignIn
from sendoff.core.campaign import Campaign
from sendoff.core.content_check import Remark, Severity
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.core.message import ProblemKind
from sendoff.core.plan import Plan, plan_text, why_text
from sendoff.core.review import Tested
from sendoff.core.wording import clock_text, count_text
from sendoff.services.checks import Check, Finding

Kind = Literal["ok", "wait", "bad", "todo", "info", "note"]
"""Fine, to look at, closes sending, could still be done, a fact of the plan, of the rows."""
Action = Literal["", "recipients", "message", "account", "sandbox", "test", "send_test", "try_sandbox"]
_NAMED = re.compile("“(.+?)”")
_PARTS = {"html": "HTML", "markdown": "Markdown", "text": "Plain text", "subject": "Subject", "from": "From",
          "reply_to": "Reply-To"}  # fmt: skip
_SHOWN = 5
_PLACES = 3
_ORDER: Mapping[Kind, int] = {"bad": 0, "wait": 1, "todo": 2, "ok": 3, "note": 3, "info": 3}
GROUPS = ("To fix", "To look at", "Not done yet", "Good")


def group(kind: Kind) -> str:
    """The heading under which a line stands."""
    return GROUPS[_ORDER[kind]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line: what is so, what it means, what one button does about it, and rows to look at."""

    kind: Kind
    title: str
    body: str = ""
    action: Action = ""
    button: str = ""
    examples: tuple[tuple[int, str], ...] = ()
    """(row of the list, address)."""
    finding: Finding | None = None
    """Where it is about rows, all of them."""
    places: tuple[str, ...] = ()
    """Where in the message."""
    accept: str = ""
    """The kind that a person may take as it is."""


@dataclass(slots=True)
class Facts:
    """Everything the check knows about one campaign."""

    campaign: Campaign
    counts: Mapping[str, int] = field(default_factory=dict)
    account: Account | None = None
    check: Check | None = None
    error: KnownError | None = None
    """Why nothing could be checked."""
    tested: Capabilities | KnownError | None = None
    sent: Tested | None = None
    """The last test that the server took."""
    sent_same: bool = False
    """The message is still what that test showed."""
    refused: KnownError | None = None
    """Why the last test message did not go out."""
    plan: Plan | None = None
    """When the messages go; None without an account."""
    now: int = 0

    @property
    def waiting(self) -> int:
        """Recipients that the message goes to."""
        return self.counts.get("queued", 0) + self.counts.get("deferred", 0)


def items(facts: Facts, zone: tzinfo) -> list[Item]:
    """Every line, in the order of the steps."""
    found = [_recipients(facts), *_message(facts), _account(facts)]
    if facts.plan is not None and facts.waiting:
        title, body = plan_text(facts.plan, facts.now, zone), why_text(facts.plan, facts.now, zone)
        found.append(Item(kind="info", title=title, body=body))
    if facts.account is not None and facts.waiting:
        found.append(_test(facts, zone))
    if facts.check is not None and facts.waiting:
        body = "One message goes to the mail server of this program and is shown as it arrives. Nothing leaves."
        found.append(Item(kind="todo", title="Look at the real result in the sandbox.", body=body,
                          action="try_sandbox", button="Send to the sandbox"))  # fmt: skip
    return sorted(found, key=lambda item: _ORDER[item.kind])


def _recipients(facts: Facts) -> Item:
    total, ready = sum(facts.counts.values()), facts.waiting
    if not total:
        body = "Bring a CSV or Excel file, or paste the addresses."
        return Item(kind="bad", title="There are no recipients yet.", body=body, action="recipients",
                    button="Choose a list")  # fmt: skip
    if not ready:
        return Item(kind="bad", title="Nobody on the list can be written to.", body="Every row was skipped.",
                    action="recipients", button="See why")  # fmt: skip
    source = f"From {facts.campaign.list_name}. " if facts.campaign.list_name else ""
    if total == ready:
        return Item(kind="ok", title=f"{_people(ready)} will get the message.", body=f"{source}Nobody is skipped.")
    left = f"{source}{count_text(total - ready)} of {count_text(total)} rows are skipped, each with its reason."
    return Item(kind="ok", title=f"{_people(ready)} will get the message.", body=left, action="recipients",
                button="See why")  # fmt: skip


def _message(facts: Facts) -> Iterator[Item]:
    if facts.error is not None and facts.error.where == "from" and not facts.campaign.sender.strip():
        body = "The message step has the field From."
        yield Item(kind="bad", title="Nobody is named as the sender.", body=body, action="message", button="Mend it")
    elif facts.error is not None:
        part = _PARTS.get(facts.error.where, "")
        title = f"{part}: {facts.error.title}" if part else facts.error.title
        yield Item(kind="bad", title=title, body=facts.error.remedy, action="message", button="Mend it")
    elif facts.check is not None:
        check = facts.check
        yield from (_finding(finding, accepted=finding.kind in check.accepted) for finding in check.findings)
        yield from _content(check)
        if all(finding.note for finding in check.findings) and check.rows:
            body = f"All {count_text(check.rows)} were filled in: no field is left empty, unknown or left over."
            yield Item(kind="ok", title="Every message can be made.", body=body)


def _content(check: Check) -> Iterator[Item]:
    """What the content check says: its complaints one by one, and what is fine in one line."""
    for remark in check.remarks:
        if remark.severity is not Severity.GOOD:
            yield _remark(remark, accepted=remark.kind in check.accepted)
    good = [remark.sentence for remark in check.remarks if remark.severity is Severity.GOOD]
    if good:
        yield Item(kind="ok", title="Fine in the message itself.", body=" ".join(good))


def _remark(remark: Remark, *, accepted: bool) -> Item:
    places = [f"Line {one.line}: {one.excerpt}" if one.line else one.excerpt for one in remark.places[:_PLACES]]
    if remark.count > _PLACES:
        places.append(f"and {count_text(remark.count - _PLACES)} more")
    blocks = remark.severity is Severity.BLOCKING
    return Item(
        kind="bad" if blocks and not accepted else "wait",
        title=remark.sentence,
        body=f"{remark.why} {_ACCEPTED}".strip() if accepted else remark.why,
        action="message",
        button="Mend it",
        places=tuple(places),
        accept=remark.kind.value if blocks and not accepted else "",
    )


_ACCEPTED = "You accepted it, for this message and this list."


def _finding(finding: Finding, *, accepted: bool) -> Item:
    title, body, action, button = _words(finding)
    if accepted:
        body = f"{body} {_ACCEPTED}".strip()
    return Item(
        kind="note" if finding.note else "bad" if finding.blocks and not accepted else "wait",
        title=title,
        body=body,
        finding=finding,
        accept=finding.kind.value if finding.blocks and not accepted else "",
        action=action,
        button=button,
        examples=tuple(dict.fromkeys((row, address) for row, address, _detail in finding.examples))[:_SHOWN],
    )


def _words(finding: Finding) -> tuple[str, str, Action, str]:  # noqa: PLR0911 - a table, one line a kind
    first = finding.examples[0][2] if finding.examples else ""
    messages = _messages(finding)
    mend: tuple[Action, str] = ("message", "Mend it")
    match finding.kind:
        case ProblemKind.EMPTY_FIELD:
            return (*_empty(finding), "message", "Add a fallback")
        case ProblemKind.UNKNOWN_FIELD:
            return f"{messages} would use a field the list does not have.", first, *mend
        case ProblemKind.RENDER_ERROR:
            return f"{messages} cannot be made.", first, *mend
        case ProblemKind.OVERSIZE:
            return f"{messages} would be too big for the server.", first, "message", "Remove a file"
        case ProblemKind.EMPTY_SUBJECT:
            return f"{messages} would have no subject.", "Many filters take that for junk.", *mend
        case ProblemKind.LEFTOVER:
            return f"{messages} would show {{{{ or }}}} to the reader.", first, *mend
        case ProblemKind.MISSING_ATTACHMENT:
            people = _people(finding.count)
            return f"{people} would get no file of their own.", first, "recipients", "See the list"
        case ProblemKind.FALLBACK_USED:
            named = f" for {', '.join(_fields(finding))}" if _fields(finding) else ""
            return f"{_messages(finding)} would use a fallback{named}.", "Their field is empty.", "", ""
        case ProblemKind.IDENTICAL:
            body = "They say the same to different people, which is right where the message has few fields."
            return f"{_messages(finding)} would be the same as another.", body, "", ""


def _messages(finding: Finding) -> str:
    """How many messages a finding is about: one message can have it twice, in its HTML and in its text."""
    return f"{count_text(finding.rows)} message{'s' if finding.rows != 1 else ''}"


def _empty(finding: Finding) -> tuple[str, str]:
    names = _fields(finding)
    if len(names) == 1:
        title = f"{_people(finding.count)} {'has' if finding.count == 1 else 'have'} no {names[0].replace('_', ' ')}."
    else:
        title = f"{count_text(finding.count)} gaps: {', '.join(names)} are empty in some rows."
    name = names[0] if names else tr("field")
    return title, f"Their message has a gap there. A fallback fills it: {{{{ {name} | default('there') }}}}"


def _fields(finding: Finding) -> list[str]:
    """The fields that a finding's rows name."""
    return list(dict.fromkeys(name for _row, _address, detail in finding.examples for name in _NAMED.findall(detail)))


def _account(facts: Facts) -> Item:
    account, tested = facts.account, facts.tested
    if account is None:
        gone = bool(facts.campaign.account_id)
        title = "The account of this campaign was deleted." if gone else "No account is chosen."
        return Item(kind="bad", title=title, body="The message step has the choice.", action="message",
                    button="Choose one")  # fmt: skip
    if tested is None:
        body = "The test connects and signs in. Nothing is sent."
        return Item(kind="todo", title=f"“{account.name}” was not tested yet.", body=body, action="test",
                    button="Test now")  # fmt: skip
    if isinstance(tested, KnownError):
        if account.preset == "sandbox":
            return Item(kind="bad", title="The sandbox is not running.", body="It must run while it is sent to.",
                        action="sandbox", button="Open the sandbox")  # fmt: skip
        return Item(kind="bad", title=tested.title, body=tested.remedy, action="account", button="Open the account")
    said = "took the sign-in" if account.sign_in is not SignIn.NONE and account.username else tr("answered")
    protection = tested.tls.split()[0].replace("TLSv", "TLS ") if tested.tls else "No encryption"
    size = f", messages up to {tested.size / 1e6:,.0f} MB" if tested.size else ""
    return Item(kind="ok", title=f"“{account.name}” is ready: {account.host} {said}.", body=f"{protection}{size}.")


def _test(facts: Facts, zone: tzinfo) -> Item:
    if facts.refused is not None:
        return Item(kind="bad", title=facts.refused.title, body=facts.refused.remedy, action="send_test",
                    button="Try again…")  # fmt: skip
    if facts.sent is None:
        body = "Look at it in your own inbox before everyone gets it."
        return Item(kind="todo", title="No test message was sent yet.", body=body, action="send_test",
                    button="Send a test…")  # fmt: skip
    title = f"A test went to {facts.sent.to} at {clock_text(facts.sent.at, facts.now, zone)}."
    if facts.sent_same:
        body = "The server accepted it. The message is still the same."
        return Item(kind="ok", title=title, body=body, action="send_test", button="Send another…")
    return Item(kind="wait", title=title, body="The message was changed since then.", action="send_test",
                button="Send another…")  # fmt: skip


def same_message(one: Campaign, other: Campaign) -> bool:
    """Say whether two states of a campaign send the same message the same way."""
    return all(getattr(one, part) == getattr(other, part) for part in ("content", "sender", "reply_to", "account_id"))


def _people(number: int) -> str:
    return f"{count_text(number)} recipient{'s' if number != 1 else ''}"
