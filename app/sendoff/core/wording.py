"""The words of the program: what a reply means, what a state is called, and how numbers and times are said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, tzinfo

from sendoff.core.delivery import PUT_OFF, State
from sendoff.core.doubts import EVIDENCE, FOUND
from sendoff.core.events import Lane, PaceChanged, PaceKind
from sendoff.core.hours import WEEKDAYS
from sendoff.core.language import digits, phrase, tr
from sendoff.core.limits import Room
from sendoff.core.outcome import Kind, Outcome, Reply, Scope, Stage
from sendoff.core.recipient import Verdict
from sendoff.core.warm_up import read_warm_up

_ANY = None
_SENTENCES: dict[tuple[Kind, Scope | None, bool | None], str] = {
    (Kind.ACCEPTED, _ANY, _ANY): phrase("Accepted by the server."),
    (Kind.AUTH, Scope.SESSION, _ANY): phrase("{server} could not check the sign-in just now."),
    (Kind.AUTH, Scope.ACCOUNT, False): phrase("{server} saw too many sign-ins and wants a break."),
    (Kind.AUTH, _ANY, _ANY): phrase(
        "{server} does not let this account send. Check its sign-in and its sender address."
    ),
    (Kind.TLS, Scope.SESSION, _ANY): phrase("{server} has no encryption to offer just now."),
    (Kind.TLS, _ANY, _ANY): phrase("{server} takes mail over an encrypted connection only. Use port 465 or 587."),
    (Kind.RATE_LIMITED, Scope.SESSION, _ANY): phrase("{server} wants fewer connections or fewer messages on each."),
    (Kind.RATE_LIMITED, Scope.ACCOUNT, False): phrase("The sending limit of {server_in} is reached."),
    (Kind.RATE_LIMITED, Scope.ACCOUNT, True): phrase("The quota of {server_in} is used up."),
    (Kind.RATE_LIMITED, _ANY, _ANY): phrase("Too many messages at once; this one is tried again later."),
    (Kind.GREYLISTED, _ANY, _ANY): phrase("The server asks unknown senders to come back later."),
    (Kind.POLICY_SPAM, Scope.RECIPIENT, _ANY): phrase("The recipient's server does not take this message."),
    (Kind.POLICY_SPAM, _ANY, _ANY): phrase(
        "{server} refused the message as unwanted, or does not trust the sender's domain."
    ),
    (Kind.NO_SUCH_USER, _ANY, _ANY): phrase("The address does not exist."),
    (
        Kind.MAILBOX_FULL,
        Scope.ACCOUNT,
        _ANY,
    ): phrase("Your own mailbox at {server_in} is full. Make room in its sent messages."),
    (Kind.MAILBOX_FULL, _ANY, _ANY): phrase("The recipient's mailbox is full."),
    (Kind.CONTENT_TOO_BIG, _ANY, _ANY): phrase("The message is too big for the server."),
    (Kind.SERVER_DOWN, Scope.SESSION, _ANY): phrase("{server} closed the connection."),
    (Kind.SERVER_DOWN, _ANY, _ANY): phrase("The server is busy; this one is tried again later."),
    (Kind.UNKNOWN, Scope.SESSION, _ANY): phrase("{server} gave an answer that makes no sense here."),
    (Kind.UNKNOWN, _ANY, True): phrase("The server refused the message."),
    (Kind.UNKNOWN, _ANY, _ANY): phrase("The server cannot take the message now; it is tried again later."),
}


_NOT_LET_IN = phrase("{server} did not accept this user name and password.")


def not_let_in(sentence: str) -> bool:
    """Say whether a sentence of `explain`'s tells of a user name and password that were refused."""
    return any(said.rpartition("{server}")[2] in sentence for said in (_NOT_LET_IN, tr(_NOT_LET_IN)))


def explain(outcome: Outcome, reply: Reply, provider_name: str = "") -> str:
    """Say in a sentence what a reply means for the person who sends; `provider_name` is the account's, `Gmail`."""
    server, server_in = (provider_name, provider_name) if provider_name else (tr("The server"), tr("the server"))
    if outcome.kind is Kind.AUTH and outcome.permanent and reply.stage is Stage.AUTH:
        return tr(_NOT_LET_IN, server=server)
    keys = (
        (outcome.kind, outcome.scope, outcome.permanent),
        (outcome.kind, outcome.scope, _ANY),
        (outcome.kind, _ANY, outcome.permanent),
        (outcome.kind, _ANY, _ANY),
    )
    sentence = next(_SENTENCES[key] for key in keys if key in _SENTENCES)
    return tr(sentence, server=server, server_in=server_in)


_STATES = {
    State.QUEUED: ("○", phrase("waiting")),
    State.CLAIMED: ("○", phrase("waiting")),
    State.SENDING: ("▸", phrase("sending")),
    State.ACCEPTED: ("✓", phrase("accepted")),
    State.DEFERRED: ("◔", phrase("deferred")),
    State.FAILED: ("✕", phrase("failed")),
    State.IN_DOUBT: ("◆", phrase("in doubt")),
    State.SUPPRESSED: ("⊘", phrase("blocked")),
    State.SKIPPED: ("–", phrase("skipped")),
    State.CANCELLED: ("□", phrase("cancelled")),
    State.BOUNCED: ("↩", phrase("bounced")),
    State.COMPLAINED: ("!", phrase("complained")),
    State.UNSUBSCRIBED: ("⊖", phrase("unsubscribed")),
}


def state_glyph(state: State) -> str:
    """Give the sign that stands beside a state's word, so that it is never told by colour alone."""
    return _STATES[state][0]


def state_label(state: State) -> str:
    """Give the word people see for a state."""
    return tr(_STATES[state][1])


def count_text(number: int) -> str:
    """Write a number with thousands separators: `4,812`."""
    return digits(f"{number:,}")


def people_text(number: int) -> str:
    """Say how many: `1 person`, `4,812 people`."""
    return tr("1 person") if number == 1 else tr("{number} people", number=count_text(number))


def duration_text(seconds: float) -> str:
    """Say how long: `38 s`, `about 4 min`, `about 1 h 20 min`, `about 2 days 3 h`."""
    whole = max(0, round(seconds))
    if whole < 60:  # noqa: PLR2004 -- a minute
        return f"{whole} s"
    minutes = round(whole / 60)
    if minutes < 60:  # noqa: PLR2004 -- an hour
        return tr("about {minutes} min", minutes=minutes)
    hours, minutes = divmod(round(minutes / 5) * 5, 60)
    if hours < 24:  # noqa: PLR2004 -- a day
        return tr("about {hours} h", hours=hours) + (tr(" {minutes} min", minutes=minutes) if minutes else "")
    days, hours = divmod(round(whole / 3600), 24)
    return (tr("about {days} days", days=days) if days > 1 else tr("about {days} day", days=days)) + (
        f" {hours} h" if hours else ""
    )


MONTHS = (
    *(phrase("January"), phrase("February"), phrase("March"), phrase("April"), phrase("May"), phrase("June")),
    *(phrase("July"), phrase("August"), phrase("September"), phrase("October"), phrase("November"), phrase("December")),
)
_WEEK = timedelta(days=7)


def clock_text(at: int, now: int, zone: tzinfo = UTC) -> str:
    """Say when, in the person's time zone: `15:20` today, `Tuesday 14:10` within a week, else `3 December 14:10`."""
    moment, today = (datetime.fromtimestamp(ms / 1000, zone) for ms in (at, now))
    clock = f"{moment:%H:%M}"
    if moment.date() == today.date():
        return clock
    if abs(moment.date() - today.date()) < _WEEK:
        return f"{tr(WEEKDAYS[moment.weekday()])} {clock}"
    month = tr(MONTHS[moment.month - 1])
    if moment.year == today.year:
        return tr("{day} {month} {clock}", day=moment.day, month=month, clock=clock)
    return tr("{day} {month} {year} {clock}", day=moment.day, month=month, year=moment.year, clock=clock)


def moment_text(at: int, now: int, zone: tzinfo = UTC) -> str:
    """Say when within a sentence: `at 16:45` today, else `on Tuesday 14:10`."""
    clock = clock_text(at, now, zone)
    return tr("on {clock}", clock=clock) if " " in clock else tr("at {clock}", clock=clock)


def date_text(at: int, now: int, zone: tzinfo = UTC) -> str:
    """The same with nothing left to guess: `at 16:45` today, else `on Tuesday, 1 December 09:00`."""
    moment, today = (datetime.fromtimestamp(ms / 1000, zone) for ms in (at, now))
    if moment.date() == today.date():
        return moment_text(at, now, zone)
    day, month = moment.day, tr(MONTHS[moment.month - 1])
    year = f" {moment.year}" if moment.year != today.year else ""
    weekday = tr(WEEKDAYS[moment.weekday()])
    return tr("on {weekday}, {date}", weekday=weekday, date=tr("{day} {month} {clock}", day=day, month=month + year,
              clock=f"{moment:%H:%M}"))  # fmt: skip


def rough(number: float) -> str:
    """A measured number with two figures: `4,800`, `37`, `0.4`."""
    if number < 1:
        return digits(f"{number:.1g}")
    step = 10 ** max(0, len(str(int(number))) - 2)
    return count_text(round(number / step) * step)


_MINUTE_MS = 60_000


_EACH = {
    "second": phrase("{number} a second"),
    "minute": phrase("{number} a minute"),
    "hour": phrase("{number} an hour"),
    "day": phrase("{number} a day"),
    "week": phrase("{number} a week"),
}
_IN = {
    "seconds": phrase("{number} in {some} seconds"),
    "minutes": phrase("{number} in {some} minutes"),
    "hours": phrase("{number} in {some} hours"),
    "days": phrase("{number} in {some} days"),
    "weeks": phrase("{number} in {some} weeks"),
}


def limit_text(limit: str) -> str:
    """Say a limit in words: `80/hour` is `80 an hour`, `gmail.com 10/2 hours` is `10 in 2 hours to gmail.com`."""
    if warm_up := read_warm_up(limit):
        first, most = count_text(warm_up.start), count_text(warm_up.most)
        return tr("a warm-up from {first} to {most} a day", first=first, most=most)
    domain, _, rate = limit.partition(" ")
    if rate and "/" not in domain:
        return tr("{rate} to {domain}", rate=limit_text(rate), domain=domain)
    count, _, window = limit.partition("/")
    number = count_text(int(count)) if count.isdigit() else count
    if window[:1].isdigit():
        some, _, unit = window.partition(" ")
        return tr(_IN.get(unit, f"{{number}} in {window}"), number=number, some=some)
    return tr(_EACH.get(window, f"{{number}} a {window}"), number=number)


def room_text(room: Room) -> str:
    """Say what is left of a limit: `460 of 500 a day left`."""
    limit = limit_text(f"{room.most}/day" if room.limit.warm_up else room.limit.text)
    return tr("{left} of {limit} left", left=count_text(room.left), limit=limit)


def retries_text(later: Sequence[tuple[int, int]], now: int, zone: tzinfo = UTC) -> str:
    """Say when who was deferred is tried again; `later` is each time (epoch ms) and how many, the next first."""
    (first, some), *rest = later
    at, number = moment_text(first, now, zone), count_text(some)
    start = (
        tr("1 is tried again {at}", at=at) if some == 1 else tr("{number} are tried again {at}", number=number, at=at)
    )
    if not rest:
        return tr("Everyone was tried. {start}.", start=start)
    number, at = count_text(sum(one for _at, one in rest)), moment_text(rest[-1][0], now, zone)
    if len(rest) == 1:
        return tr("Everyone was tried. {start}, {number} {at}.", start=start, number=number, at=at)
    return tr("Everyone was tried. {start}, {number} later, the last {at}.", start=start, number=number, at=at)


def pace_sentence(  # noqa: PLR0911 -- one a kind
    pace: PaceChanged,
    name: str,
    now: int,
    zone: tzinfo = UTC,
    *,
    per_minute: int = 0,
    deferred: int = 0,
    next_try: int = 0,
) -> str:
    """Say what a running campaign does, or what it waits for; there is always something to say.

    `name` is the account's, `per_minute` the measured rate, `deferred` how many recipients wait for their
    next try, `next_try` how many of them are tried when the wait is over (0 = not known).
    """
    detail = pace.detail.rstrip(".")
    match pace.kind:
        case PaceKind.SENDING:
            return (
                tr("Sending {per_minute} a minute.", per_minute=count_text(per_minute))
                if per_minute
                else tr("Sending.")
            )
        case PaceKind.LIMIT:
            wait = _until(pace.until, now, zone)
            return tr(
                "Waiting {wait}: {detail} is the limit set for {name}.",
                wait=wait,
                detail=limit_text(pace.detail),
                name=name,
            )
        case PaceKind.DEFERRED:
            who = (
                tr("{deferred} recipients were", deferred=count_text(deferred))
                if deferred != 1
                else tr("1 recipient was")
            )
            at = _at(pace.until, now, zone)
            if 0 < next_try < deferred:
                some, all_ = count_text(next_try), count_text(deferred)
                return tr("Trying again {at}: {some} of {all} deferred recipients.", at=at, some=some, all=all_)
            return tr("Trying again {at}: {who} deferred.", at=at, who=who) if deferred else tr("Trying again soon.")
        case PaceKind.RECONNECTING:
            soon = tr(" in {time}", time=duration_text((pace.until - now) / 1000)) if pace.until > now else ""
            return (
                tr("Connecting again{soon}: {detail}.", soon=soon, detail=detail)
                if detail
                else tr("Connecting again{soon}.", soon=soon)
            )
        case PaceKind.PARKED | PaceKind.SLOWED:
            return _asked_sentence(pace, detail, now, zone)
        case PaceKind.HOURS:
            return tr("Waiting {until}: outside of the sending hours.", until=_until(pace.until, now, zone))
        case PaceKind.TURN:
            another = tr("Waiting for a connection: another campaign is being sent through {name}.", name=name)
            return tr("Waiting: {detail} goes first.", detail=detail) if detail else another


def lane_text(lane: Lane, now: int, zone: tzinfo = UTC) -> str:
    """Say what one of several accounts does."""
    if lane.out:
        return tr("out, the others go on. {why}", why=lane.out)
    return pace_sentence(lane.pace, lane.account, now, zone) if lane.pace else tr("Connecting.")


def _asked_sentence(pace: PaceChanged, detail: str, now: int, zone: tzinfo) -> str:
    if pace.kind is PaceKind.PARKED:
        return tr(
            "The server asked for a rest until {clock}: {detail}.",
            clock=clock_text(pace.until, now, zone),
            detail=detail,
        )
    then = tr(", next {at}", at=_at(pace.until, now, zone)) if pace.until > now else ""
    return tr("The server asked to slow down: {detail} for now{then}.", detail=detail, then=then)


def _until(at: int, now: int, zone: tzinfo) -> str:
    """`38 s` within a minute, then `until 16:45`."""
    return (
        duration_text(max(1, (at - now) / 1000))
        if at - now < _MINUTE_MS
        else tr("until {clock}", clock=clock_text(at, now, zone))
    )


def _at(at: int, now: int, zone: tzinfo) -> str:
    """`in 38 s` within a minute, then `at 16:45`, then `on Tuesday 14:10`."""
    if at - now < _MINUTE_MS:
        return tr("in {time}", time=duration_text(max(1, (at - now) / 1000)))
    return moment_text(at, now, zone)


_CAUSES = {
    (State.IN_DOUBT, "lost"): phrase("The connection broke after the whole message was handed over."),
    (State.IN_DOUBT, "absent"): phrase(
        "Not in the Sent folder, where the accepted messages are: most likely never sent."
    ),
    (State.IN_DOUBT, "interrupted"): phrase("Sendoff was closed after the whole message was handed over."),
    (State.FAILED, "given_up"): phrase(
        "Given up: it was deferred until its attempts, or the time for them, were used up."
    ),
    (State.FAILED, "lost"): phrase("The connection broke at every attempt."),
    (State.FAILED, "message"): phrase("The message could not be made for this row."),
    (State.FAILED, "not_found"): phrase("Marked as failed by you."),
    (State.ACCEPTED, FOUND): phrase("Marked as sent by you."),
    (State.CANCELLED, "stopped"): phrase("Cancelled when the campaign was stopped."),
    (State.CANCELLED, PUT_OFF): phrase("Stopped while waiting for another try."),
    (State.SUPPRESSED, "suppressed"): phrase("On the blocked list."),
    (State.SKIPPED, "duplicate"): phrase("The address stands in the list more than once: one row of it counts."),
    (State.SKIPPED, "invalid"): phrase("This is not an address that mail can be sent to."),
    (State.SKIPPED, "left_out"): phrase("Left out by you."),
    (State.DEFERRED, "lost"): phrase("The connection broke before the message was handed over."),
    (State.DEFERRED, "withheld"): phrase("Held back before the last byte, because the campaign was paused."),
}


def cause_sentence(state: State, reason: str, code: int, text: str, provider_name: str = "") -> str:
    """Say in a sentence why rows stand where they stand; `reason` is the word kept with the row."""
    if state is State.ACCEPTED and text.startswith(EVIDENCE):
        return tr("A copy is in the Sent folder.")
    if (state, reason) in _CAUSES:
        return tr(_CAUSES[state, reason])
    if state is State.FAILED and code // 100 == 4:  # noqa: PLR2004 -- RFC 5321 4.2.1: a temporary refusal
        return tr("The server put it off at every attempt.")
    if reason in {kind.value for kind in Kind}:
        outcome = Outcome(kind=Kind(reason), permanent=state is State.FAILED)
        return explain(outcome, Reply(stage=Stage.END, code=code, text=text), provider_name)
    return tr(text) or f"{state_label(state).capitalize()}."


_VERDICTS = {
    Verdict.READY: (phrase("Ready"), ""),
    Verdict.INVALID: (phrase("Invalid"), ""),
    Verdict.DUPLICATE: (phrase("Repeated"), ""),
    Verdict.SUPPRESSED: (phrase("Blocked"), phrase("On the blocked list.")),
    Verdict.LEFT_OUT: (phrase("Left out"), phrase("You left it out.")),
    Verdict.SUGGESTED: (phrase("Suggested fix"), ""),
    Verdict.ROLE: (phrase("Shared mailbox"), phrase("Belongs to a task, not to a person.")),
    Verdict.DISPOSABLE: (phrase("Disposable"), phrase("An address to be thrown away after use.")),
}


def verdict_label(verdict: Verdict) -> str:
    """Give the name of a tab of a list's rows."""
    return tr(_VERDICTS[verdict][0])


def problem_sentence(verdict: Verdict, text: str) -> str:
    """Say why a row is in its tab; `text` is what was kept with it. Empty for one that is ready."""
    if verdict is Verdict.SUGGESTED:
        return tr("Probably meant: {text}.", text=text)
    return tr(_VERDICTS[verdict][1] or text)
