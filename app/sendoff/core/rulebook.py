"""Rules that say what a server's reply means. They are data (`resources/rules/`); this reads and applies them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from math import ceil

from sendoff.core.language import tr
from sendoff.core.outcome import Kind, Outcome, Reply, Scope, Stage
from sendoff.core.toml_table import TomlTable


class Action(StrEnum):
    """What a rule asks for; `Rule.outcome` gives each its scope."""

    RECONNECT = "reconnect"
    RETRY_LATER = "retry_later"
    PAUSE = "pause_campaign"
    STOP = "stop_campaign"
    DROP = "drop_suppress"


_ACCOUNT_KINDS = frozenset({Kind.AUTH, Kind.TLS, Kind.RATE_LIMITED, Kind.MAILBOX_FULL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line of knowledge: when these conditions hold, this is what a reply means."""

    id: str
    kind: Kind
    action: Action
    code: re.Pattern[str]
    """Matched against the whole three-digit code."""
    enhanced: re.Pattern[str] | None = None
    """Matched against the whole enhanced code; None = any."""
    text: re.Pattern[str] | None = None
    """Searched in the enhanced code and the text, capitals ignored; None = any."""
    stage: Stage | None = None
    scope: str = ""
    """`session` or `bounce`; empty = both."""
    provider: str = ""
    """The preset this rule is for; empty = any."""
    suppress: str = ""
    wait: int = 0
    """Seconds."""
    parse_wait: re.Pattern[str] | None = None
    order: int = 0
    examples: tuple[str, ...] = ()
    why: str = ""
    source: str = ""

    def matches(self, reply: Reply, provider: str, scope: str) -> bool:
        """Say whether every condition holds for a reply seen with this preset, in a `session` or a `bounce`."""
        return (
            self.stage in (None, reply.stage)
            and self.scope in ("", scope)
            and self.provider in ("", provider)
            and self.code.fullmatch(f"{reply.code:03d}") is not None
            and (self.enhanced is None or self.enhanced.fullmatch(reply.enhanced) is not None)
            and (self.text is None or self.text.search(reply.wording) is not None)
        )

    def outcome(self, reply: Reply, now: int) -> Outcome:
        """What a matching reply means; `now` (epoch ms) is for waits that are given as a moment."""
        stopped = Scope.ACCOUNT if self.kind in _ACCOUNT_KINDS else Scope.MESSAGE
        scope, permanent = {
            Action.RECONNECT: (Scope.SESSION, False),
            Action.RETRY_LATER: (Scope.RECIPIENT, False),
            Action.PAUSE: (Scope.ACCOUNT, False),
            Action.STOP: (stopped, True),
            Action.DROP: (Scope.RECIPIENT, True),
        }[self.action]
        return Outcome(
            kind=self.kind,
            scope=scope,
            permanent=permanent,
            wait=_wait(self, reply, now),
            # A temporary refusal blocks nobody, whatever the rule says for the day it becomes a lasting one.
            suppress=self.suppress if self.action is Action.DROP else "",
            rule=self.id,
        )


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Rules in the order they are tried; the first that matches decides."""

    rules: tuple[Rule, ...] = ()

    @classmethod
    def from_mappings(cls, mappings: Sequence[Mapping[str, object]], places: Sequence[str] = ()) -> RuleBook:
        """Build a book from the tables of a rules file, sorted by their `order`.

        `places` says where each table stands, for the error. Raises InputError, which names the rule.
        """
        rules = [
            _rule(mapping, places[number] if number < len(places) else tr("rule {number}", number=number + 1))
            for number, mapping in enumerate(mappings)
        ]
        return cls(tuple(sorted(rules, key=lambda rule: rule.order)))

    def __add__(self, later: RuleBook) -> RuleBook:
        return RuleBook(self.rules + later.rules)

    def match(self, reply: Reply, provider: str = "", *, scope: str = "session") -> Rule | None:
        """Find the rule that decides about a reply, if any does."""
        return next((rule for rule in self.rules if rule.matches(reply, provider, scope)), None)


_REQUIRED = ("id", "code", "class", "action")
_OPTIONAL = ("order", "provider", "stage", "scope", "enhanced", "text", "suppress", "wait_s", "parse_wait")
_ABOUT = ("example", "example2", "seen", "source", "why")


def _rule(mapping: Mapping[str, object], place: str) -> Rule:
    name = mapping.get("id")
    table = TomlTable(values=mapping, what=tr("Rule {name}", name=repr(name)) if name else tr("A rule"), where=place)
    table.check_keys(_REQUIRED, (*_REQUIRED, *_OPTIONAL, *_ABOUT))
    code = table.pattern("code")
    if code is None:
        raise table.wrong(
            "code", tr("`code` is empty"), tr("A pattern for any refusal is {pattern}.", pattern=r"'[45]\d\d'")
        )
    suppress = table.one_of("suppress", ("", "none", "soft", "hard"))
    if suppress == "hard" and any(code.fullmatch(str(temporary)) for temporary in range(400, 500)):
        raise table.wrong(
            "suppress",
            tr("it blocks an address for good on a temporary refusal"),
            tr("A rule with `hard` takes 5xx codes only."),
        )
    stage = table.one_of("stage", ("", *Stage))
    return Rule(
        id=table.text("id"),
        kind=Kind(table.one_of("class", Kind)),
        action=Action(table.one_of("action", Action)),
        code=code,
        enhanced=table.pattern("enhanced"),
        text=table.pattern("text"),
        stage=Stage(stage) if stage else None,
        scope=table.one_of("scope", ("", "session", "bounce")),
        provider=table.text("provider"),
        suppress="" if suppress == "none" else suppress,
        wait=table.number("wait_s"),
        parse_wait=table.pattern("parse_wait"),
        order=table.number("order"),
        examples=tuple(filter(None, (table.text("example"), table.text("example2")))),
        why=table.text("why"),
        source=table.text("source"),
    )


_UNITS = {"seconds": 1, "minutes": 60, "hours": 3600}
_SHORT = {"s": "seconds", "sec": "seconds", "min": "minutes", "h": "hours", "hr": "hours"}
_LONGEST_WAIT = 7 * 86400


def _wait(rule: Rule, reply: Reply, now: int) -> int:
    """Seconds to wait: what the reply says, at most a week, else what the rule says."""
    found = rule.parse_wait.search(reply.wording) if rule.parse_wait else None
    if found is None:
        return rule.wait
    named = {name: value for name, value in found.groupdict().items() if value}
    try:
        asked = sum(float(number) * _UNITS[unit] for unit, number in named.items() if unit in _UNITS)
        if "n" in named:
            asked += float(named["n"]) * _unit(named.get("unit", "").lower())
        if moment := named.get("http_date"):
            asked = _utc(parsedate_to_datetime(moment)).timestamp() - now / 1000
        if moment := named.get("gmt"):
            asked = _utc(datetime.fromisoformat(moment.strip())).timestamp() - now / 1000
        if clock := named.get("clock"):
            asked = _next_minute(int(clock.partition(":")[2]), now)
    except (ValueError, OverflowError):
        return rule.wait
    return min(ceil(min(asked, _LONGEST_WAIT)), _LONGEST_WAIT) if asked > 0 else rule.wait


def _unit(word: str) -> int:
    single = word if word in _SHORT else word.removesuffix("s")
    return _UNITS.get(_SHORT.get(single, f"{single}s"), 1)


def _next_minute(minute: int, now: int) -> float:
    """Seconds until a clock shows this minute: a time without a zone says no more, as zones differ by whole hours."""
    return (minute * 60 - now / 1000) % 3600 or 3600.0


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
