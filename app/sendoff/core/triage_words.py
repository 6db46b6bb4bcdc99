"""What a tab of a list holds, in a sentence or two: who is there, and whether they are written to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sendoff.core.language import phrase, tr
from sendoff.core.recipient import Verdict
from sendoff.core.triage_rows import SENT
from sendoff.core.wording import count_text, verdict_label

_NAMED = 3
"""Addresses that are named."""
_NOTES = {
    Verdict.READY: phrase("Plain addresses. They get the message."),
    Verdict.SUGGESTED: phrase(
        "Probably mistyped. They get the message as the address is written, until you fix it or leave it out."
    ),
    Verdict.ROLE: phrase(
        "Addresses of a task rather than a person, such as info@ or office@. They get the message, unless you leave "
        "them out."
    ),
    Verdict.DISPOSABLE: phrase(
        "Addresses from services that give one out for a few minutes. They get the message, unless you leave them out."
    ),
    Verdict.INVALID: phrase(
        "Nobody can be written to here. Double-click a cell, or press F2, to correct it; the row is then read anew."
    ),
    Verdict.DUPLICATE: phrase(
        "Another row has the same address, and that one gets the message, until you use one of these instead."
    ),
    Verdict.SUPPRESSED: phrase("On your blocked list. They get nothing."),
    Verdict.LEFT_OUT: phrase("You left them out. They get nothing, until you take them in again."),
}


def tab_note(verdict: Verdict) -> str:
    """Who is in a tab, whether they get the message, and what can be done about it."""
    return tr(_NOTES[verdict])


def heirs_words(heirs: Sequence[int]) -> str:
    """Which rows, by their numbers, take the place of those just left out; empty where none does."""
    if not heirs:
        return ""
    if len(heirs) == 1:
        return tr("No. {position} has the same address and takes its place.", position=count_text(heirs[0]))
    return tr("{number} others have the same addresses and take their places.", number=count_text(len(heirs)))


def sent_sum(counts: Mapping[Verdict, int]) -> str:
    """Who of a list gets the message, as a sum of tabs; empty for an empty list."""
    total, sent = sum(counts.values()), sum(counts.get(verdict, 0) for verdict in SENT)
    if not total:
        return ""
    if sent == total:
        return tr("Every row gets the message.") if total > 1 else tr("The row gets the message.")
    if total == 1:
        return tr("The row gets no message.")
    parts = [
        tr("{number} “{tab}”", number=count_text(counts[verdict]), tab=verdict_label(verdict))
        for verdict in SENT
        if counts.get(verdict)
    ]
    if len(parts) > 1:
        return tr(
            "{sent} of {total} rows get the message: {parts}.",
            sent=count_text(sent),
            total=count_text(total),
            parts=" + ".join(parts),
        )
    return tr("{sent} of {total} rows get the message.", sent=count_text(sent), total=count_text(total))


def mistyped_words(number: int) -> str:
    """How many addresses of a list are probably mistyped."""
    if number == 1:
        return tr("1 address is probably mistyped.")
    return tr("{number} addresses are probably mistyped.", number=count_text(number))


def fixed_words(addresses: Sequence[str]) -> str:
    """Which addresses were corrected, as they are now; of many, the first."""
    if len(addresses) == 1:
        return tr("1 address corrected: {address}.", address=addresses[0])
    named, rest = ", ".join(addresses[:_NAMED]), len(addresses) - _NAMED
    if rest > 0:
        named = tr("{named} and {rest} more", named=named, rest=count_text(rest))
    return tr("{number} addresses corrected: {named}.", number=count_text(len(addresses)), named=named)
