"""What a provider publishes of its limits, in words: each figure, how sure it is and of which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sendoff.core.provider import Preset, Published
from sendoff.core.wording import count_text

_SURE = {
    "high": ("sure", "the provider's own page, a standard, or a live server"),
    "medium": ("fairly sure", "second hand, or two sources that agree"),
    "low": ("unsure", "one third party says so"),
}
_UNVERIFIED = ("not verified", "nobody reliable says so")
_WORDS = {
    "messages_per_second": "{} messages a second",
    "messages_per_minute": "{} messages a minute",
    "messages_per_hour": "{} messages an hour",
    "messages_per_day": "{} messages a day",
    "external_messages_per_hour": "{} messages an hour to others",
    "internal_messages_per_hour": "{} messages an hour inside",
    "recipients_per_day": "{} recipients a day",
    "unique_recipients_per_day": "{} different recipients a day",
    "external_recipients_per_day": "{} recipients a day outside",
    "tenant_external_recipients_per_day": "{} recipients a day outside, for the organisation",
    "mailbox_external_recipients_per_day": "{} recipients a day outside, for a mailbox",
    "non_relationship_recipients_per_day": "{} new recipients a day",
    "org_recipients_per_day": "{} recipients a day, for the organisation",
    "org_recipients_per_10_min": "{} recipients in 10 minutes, for the organisation",
    "relays_per_day_workspace": "{} relays a day",
    "recipients_per_message": "{} recipients a message",
    "recipients_per_message_smtp": "{} recipients a message by SMTP",
    "messages_per_connection": "{} messages a connection",
    "concurrent_connections": "{} connections at a time",
    "max_message_mb": "{} MB a message",
    "max_message_bytes": "{} MB a message",
    "max_attachment_mb": "{} MB of attachments",
    "idle_close_seconds": "{} s of idleness",
    "block_hours": "{} hours of block after a breach",
    "limit_days": "{} days of limits after a breach",
    "bulk": "{} bulk messages",
}
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One published limit."""

    text: str
    """`500 messages a day`; `messages a day: no figure` where none is published."""
    sure: str
    """`sure`, `fairly sure`, `unsure` or `not verified`."""
    why: str
    """What makes it so sure."""
    note: str
    source: str


def figures(preset: Preset) -> Sequence[Figure]:
    """Every limit that the provider publishes, or that was looked for in vain."""
    return [_figure(one) for one in preset.published]


def sure_of(conf: str) -> str:
    """How sure a fact of a preset is, in words."""
    return _SURE.get(conf, _UNVERIFIED)[0]


def date_text(day: date) -> str:
    """Write a date: `22 Nov 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def origin_text(limits: Sequence[str], checked: str) -> str:
    """Where an account's limits come from; `checked` is the day (ISO) of the preset they were taken from, or empty."""
    if not limits:
        return "no limit is set"
    if not checked:
        return "set by hand"
    return f"suggested by Sendoff, as of {date_text(date.fromisoformat(checked))}"


def _figure(one: Published) -> Figure:
    words = _WORDS.get(one.what, f"{one.what.replace('_', ' ')}: {{}}")
    sure, why = _SURE.get(one.conf, _UNVERIFIED)
    value = one.value // _MEGABYTE if one.what == "max_message_bytes" else one.value
    number = f"{count_text(value)}–{count_text(one.most)}" if one.most else count_text(value)
    unit = words.replace("{}", "").strip(" :")
    text = (_alone(words.format(number)) if value == 1 else words.format(number)) if value else f"{unit}: no figure"
    window = one.window.removeprefix("rolling ")
    note = "; ".join(filter(None, (f"in any {window}" if window != one.window else window, one.note)))
    return Figure(text=text, sure=sure, why=why, note=note, source=one.source)


def _alone(text: str) -> str:
    """`1 message a second`."""
    first, _, rest = text.partition(" messages")
    return f"{first} message{rest}" if rest else text
