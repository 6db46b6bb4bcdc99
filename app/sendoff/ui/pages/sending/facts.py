"""What is known before a campaign starts, in the words of its summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sendoff.core.account import Account
from sendoff.core.address import split_mailbox
from sendoff.core.campaign import Campaign
from sendoff.core.delivery import State
from sendoff.core.errors import InputError
from sendoff.core.language import all_of, digits, phrase, tr
from sendoff.core.plan import Plan, by_day, why_text
from sendoff.core.recipient import Verdict
from sendoff.core.repeats import Repeat
from sendoff.core.review import Tested
from sendoff.core.signin_ports import Kept
from sendoff.core.wording import clock_text, count_text, duration_text, limit_text, people_text
from sendoff.services.app import Services
from sendoff.ui.drafts import trial_address
from sendoff.ui.local_time import local_zone

TYPED_FROM = 1_000
"""From more people than this on, their number is typed to confirm."""
_SEVERAL = 2
_MINUTE = 60
_NOTHING = (State.SKIPPED, State.SUPPRESSED)
_WHY = {
    Verdict.INVALID: phrase("not valid"),
    Verdict.DUPLICATE: phrase("repeated"),
    Verdict.SUPPRESSED: phrase("blocked"),
    Verdict.LEFT_OUT: phrase("left out by you"),
}
_LONG = 5.0
"""Seconds below which an estimate says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A draft and everything around it that its summary shows."""

    campaign: Campaign
    ready: int
    skipped: Mapping[str, int] = field(default_factory=dict)
    """Who gets nothing, by reason: with `ready` they add up to the list."""
    mistyped: int = 0
    """How many of the ready are probably mistyped."""
    repeat: Repeat | None = None
    """Who of the ready got the same message before."""
    accounts: Sequence[Account] = ()
    account: Account | None = None
    provider: str = ""
    needs_secret: bool = False
    secrets_are: str = ""
    for_session: bool = False
    """The account's password is known until Sendoff ends."""
    plan: Plan | None = None
    """When the messages go; None without an account."""
    subject: tuple[str, str] = ("", "")
    """As the first recipient reads it, and who that is."""
    tested: tuple[Tested, bool] | None = None
    """The last test that the server took, and whether the message is still the same."""
    test_to: str = ""
    """Where the next one is proposed to go."""
    now: int = 0
    zone_columns: tuple[str, ...] = ()
    """The fields that hold time zones."""
    start: int = 0
    """When it starts by itself (epoch ms), 0 = at once."""

    @property
    def senders(self) -> tuple[Account, ...]:
        """The accounts it is sent through, the first of them first."""
        known = {one.id: one for one in self.accounts}
        others = [known[one] for one in self.campaign.account_ids[1:] if one in known]
        return (self.account, *others) if self.account else ()

    @property
    def address(self) -> str:
        """The sender's bare address."""
        try:
            return split_mailbox(self.campaign.sender)[1]
        except InputError:
            return self.campaign.sender


def gather(services: Services, campaign: Campaign, start: int = 0) -> Facts:
    """Read everything the summary needs of a draft that starts at `start`. Blocks; may ask the keyring."""
    counts, accounts = services.reports.counts(campaign), list(services.accounts.all())
    account = None
    if campaign.account_id:
        try:
            account = services.accounts.get(campaign.account_id)
        except InputError:
            account = None  # removed since: the summary asks for another one
    if account is not None and account.id not in {one.id for one in accounts}:
        accounts.append(account)
    groups, tested = services.reports.groups(campaign), services.checks.tested(campaign)
    return Facts(
        campaign=campaign,
        ready=counts["queued"],
        skipped={one.reason: one.count for one in groups if one.state in _NOTHING},
        mistyped=_mistyped(services, campaign),
        repeat=services.repeats.of(campaign, counts["queued"]),
        accounts=accounts,
        account=account,
        provider=services.accounts.provider_name(account) if account else "",
        needs_secret=services.accounts.needs_secret(account) if account else False,
        secrets_are=services.accounts.vault.describe(),
        for_session=account is not None and services.accounts.kept(account) is Kept.SESSION,
        plan=services.plans.of(campaign, account, start=start),
        subject=services.previews.subject(campaign),
        tested=tested,
        test_to=trial_address(campaign, account, services.accounts.every(), tested[0] if tested else None),
        zone_columns=services.sending.zone_columns(campaign),
        now=services.clock.now(),
        start=start or campaign.scheduled_at,
    )


def _mistyped(services: Services, campaign: Campaign) -> int:
    try:
        return services.triage.counts(campaign.id)[Verdict.SUGGESTED]
    except InputError:
        return 0  # it was started meanwhile


def tested_text(facts: Facts) -> str:
    """Where the last test went and when; empty where there was none."""
    if facts.tested is None:
        return ""
    sent, same = facts.tested
    clock = clock_text(sent.at, facts.now, local_zone(facts.now))
    words = tr("A test went to {to} at {clock}.", to=sent.to, clock=clock)
    return words if same else f"{words} {tr('The message was changed since then.')}"


def mistyped_text(facts: Facts) -> str:
    """Who is written to although the address is probably mistyped; empty where nobody is."""
    if not facts.mistyped:
        return ""
    if facts.mistyped == 1:
        return tr("1 address is probably mistyped and gets the message as it is written.")
    number = count_text(facts.mistyped)
    return tr("{number} addresses are probably mistyped and get the message as they are written.", number=number)


def recipients_text(facts: Facts) -> str:
    """Who gets it, and who does not and why."""
    skipped = sum(facts.skipped.values())
    if not skipped:
        return people_text(facts.ready)
    known = [(facts.skipped[why], word) for why, word in _WHY.items() if why in facts.skipped]
    reasons = ", ".join(f"{count_text(number)} {tr(word)}" for number, word in known)
    return tr(
        "{people}. {skipped} skipped: {reasons}.",
        people=people_text(facts.ready),
        skipped=count_text(skipped),
        reasons=reasons,
    )


def pace_text(facts: Facts) -> str:
    """How fast, by the account's limits and the campaign's own."""
    account, pace = facts.account, facts.campaign.pace
    if account is None:
        return ""
    if len(facts.senders) > 1:
        return _each_text(facts)
    connections = pace.connections or account.connections
    parts = [tr("{connections} connections at once", connections=connections)] if connections > 1 else []
    limits, delay = in_force(facts)
    if delay:
        parts.append(tr("{delay} s between messages", delay=digits(f"{delay:g}")))
    if limits:
        parts.append(_limits_text(limits))
    if not (delay or limits):
        parts.append(tr("no limit set"))
    words = ", ".join(parts)
    return f"{words[:1].upper()}{words[1:]}."


def _each_text(facts: Facts) -> str:
    """The limits of each of several accounts, then the campaign's own."""
    own = facts.campaign.pace.limits
    parts = [f"{one.name} {_limits_text(one.limits) or tr('without a limit')}" for one in facts.senders]
    together = tr(" Together {limits_text}.", limits_text=_limits_text(own)) if own else ""
    return f"{', '.join(parts)}.{together}"


def _limits_text(limits: Sequence[str]) -> str:
    return tr("at most {limits}", limits=all_of(limit_text(one) for one in limits)) if limits else ""


def in_force(facts: Facts) -> tuple[list[str], float]:
    """The limits and the delay that hold."""
    account, pace = facts.account, facts.campaign.pace
    if account is None or pace.no_limits:
        return [], 0.0
    return list(dict.fromkeys((*account.limits, *pace.limits))), account.delay if pace.delay < 0 else pace.delay


def finish_text(facts: Facts) -> str:
    """When it is done, if it starts now or at the time that is set."""
    made = facts.plan
    if made is None:
        return ""
    seconds = (made.end - max(facts.now, facts.start)) / 1000
    end = clock_text(made.end, facts.now, local_zone(made.end))
    if facts.start > facts.now:
        begin = clock_text(facts.start, facts.now, local_zone(facts.start))
        if begin == end or seconds < _LONG:
            return tr("About {end}.", end=end)
        return tr("From {begin} to about {end}.", begin=begin, end=end)
    limits, delay = in_force(facts)
    if seconds < _MINUTE and (limits or delay or made.limits or made.hours):
        return tr("About {end}, less than a minute.", end=end)
    if seconds < _LONG:
        return tr("As fast as {provider} takes them.", provider=facts.provider or tr("the server"))
    return tr("In {time}, towards {end}.", time=duration_text(seconds), end=end)


def days_text(facts: Facts) -> str:
    """What goes on which day, where it takes more than one; and in which hours."""
    made, zone = facts.plan, local_zone(facts.now)
    if made is None or (len(by_day(made, zone)) < _SEVERAL and not made.hours):
        return ""
    return why_text(made, facts.now, zone, duration=False)
