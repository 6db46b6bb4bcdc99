"""What a provider publishes of its limits, in words: each figure, how sure it is and of which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sendoff.core.language import phrase, tr
from sendoff.core.provider import Preset, Published
from sendoff.core.wording import count_text

_SURE = {
    "high": (phrase("sure"), phrase("the provider's own page, a standard, or a live server")),
    "medium": (phrase("fairly sure"), phrase("second hand, or two sources that agree")),
    "low": (phrase("unsure"), phrase("one third party says so")),
}
_UNVERIFIED = (phrase("not verified"), phrase("nobody reliable says so"))
_WORDS = {
    "messages_per_second": phrase("{count} messages a second"),
    "messages_per_minute": phrase("{count} messages a minute"),
    "messages_per_hour": phrase("{count} messages an hour"),
    "messages_per_day": phrase("{count} messages a day"),
    "external_messages_per_hour": phrase("{count} messages an hour to others"),
    "internal_messages_per_hour": phrase("{count} messages an hour inside"),
    "recipients_per_day": phrase("{count} recipients a day"),
    "unique_recipients_per_day": phrase("{count} different recipients a day"),
    "external_recipients_per_day": phrase("{count} recipients a day outside"),
    "tenant_external_recipients_per_day": phrase("{count} recipients a day outside, for the organisation"),
    "mailbox_external_recipients_per_day": phrase("{count} recipients a day outside, for a mailbox"),
    "non_relationship_recipients_per_day": phrase("{count} new recipients a day"),
    "org_recipients_per_day": phrase("{count} recipients a day, for the organisation"),
    "org_recipients_per_10_min": phrase("{count} recipients in 10 minutes, for the organisation"),
    "relays_per_day_workspace": phrase("{count} relays a day"),
    "recipients_per_message": phrase("{count} recipients a message"),
    "recipients_per_message_smtp": phrase("{count} recipients a message by SMTP"),
    "messages_per_connection": phrase("{count} messages a connection"),
    "concurrent_connections": phrase("{count} connections at a time"),
    "max_message_mb": phrase("{count} MB a message"),
    "max_message_bytes": phrase("{count} MB a message"),
    "max_attachment_mb": phrase("{count} MB of attachments"),
    "idle_close_seconds": phrase("{count} s of idleness"),
    "block_hours": phrase("{count} hours of block after a breach"),
    "limit_days": phrase("{count} days of limits after a breach"),
    "bulk": phrase("{count} bulk messages"),
}
_MONTHS = (
    *(phrase("Jan"), phrase("Feb"), phrase("Mar"), phrase("Apr"), phrase("May"), phrase("Jun")),
    *(phrase("Jul"), phrase("Aug"), phrase("Sep"), phrase("Oct"), phrase("Nov"), phrase("Dec")),
)
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
    known: bool = True
    """Whether there is a figure."""


def figures(preset: Preset) -> Sequence[Figure]:
    """Every limit that the provider publishes, or that was looked for in vain."""
    return [_figure(one) for one in preset.published]


def sure_of(conf: str) -> str:
    """How sure a fact of a preset is, in words."""
    return tr(_SURE.get(conf, _UNVERIFIED)[0])


def date_text(day: date) -> str:
    """Write a date: `22 Nov 2026`."""
    return tr("{day} {month} {year}", day=day.day, month=tr(_MONTHS[day.month - 1]), year=day.year)


def origin_text(limits: Sequence[str], checked: str) -> str:
    """Where an account's limits come from; `checked` is the day (ISO) of the preset they were taken from, or empty."""
    if not limits:
        return tr("no limit is set")
    if not checked:
        return tr("set by hand")
    return tr("suggested by Sendoff")


def _figure(one: Published) -> Figure:
    words = tr(_WORDS.get(one.what, f"{one.what.replace('_', ' ')}: {{count}}"))
    sure, why = (tr(said) for said in _SURE.get(one.conf, _UNVERIFIED))
    value = one.value // _MEGABYTE if one.what == "max_message_bytes" else one.value
    number = f"{count_text(value)}–{count_text(one.most)}" if one.most else count_text(value)
    unit = tr(words).replace("{count}", "").strip(" :")
    text = tr(_alone(words) if value == 1 else words, count=number) if value else tr("{unit}: no figure", unit=unit)
    window = one.window.removeprefix("rolling ")
    spell = tr("in any {window}", window=window) if window != one.window else window
    note = "; ".join(filter(None, (spell, one.note and tr(one.note))))
    return Figure(text=text, sure=sure, why=why, note=note, source=one.source, known=bool(value))


def _alone(text: str) -> str:
    """`{count} message a second`."""
    return text.replace("{count} messages", "{count} message")
