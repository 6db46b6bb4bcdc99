"""What the looking before the start found out, said in one line each: the server, and the messages."""

from __future__ import annotations

from sendoff.core.envelope import Capabilities
from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.core.repeats import repeat_text
from sendoff.core.review import Check
from sendoff.core.wording import count_text
from sendoff.ui.local_time import local_zone
from sendoff.ui.pages.sending.facts import Facts, mistyped_text
from sendoff.ui.pages.sending.line import Line
from sendoff.ui.widgets.message import Banner


def tell_server(line: Line, facts: Facts, server: Capabilities | KnownError | None) -> None:
    """Say how the account's server answers, or what it waits for."""
    account = facts.account
    if account is None:
        line.say("waiting", "ink_2", tr("No account yet: nothing can leave."))
    elif facts.needs_secret:
        line.say("waiting", "ink_2", tr("{provider} is asked once the password is there.", provider=facts.provider))
    elif server is None:
        line.say("clock", "ink_2", tr("Connecting to {provider}.", provider=facts.provider))
    elif isinstance(server, KnownError):
        line.say("error", "bad", tr("{provider} cannot be used now.", provider=facts.provider))
    else:
        signed = tr(" and takes the sign-in") if account.username else ""
        line.say("accepted", "ok", tr("{provider} answers{signed}.", provider=facts.provider, signed=signed))


def tell_rows(line: Line, facts: Facts, rows: Check | KnownError | None, *, checking: bool) -> None:
    """Say whether every message can be made."""
    if rows is None:
        words = tr("Every message is checked before the first one leaves.")
        line.say("clock" if checking else "waiting", "ink_2", words)
    elif isinstance(rows, KnownError):
        line.say("error", "bad", tr("The message cannot be made yet."))
    elif rows.blocked:
        number, ready = sum(one.rows for one in rows.findings if one.kind in rows.closing), count_text(facts.ready)
        of = tr("{number} of {ready} messages cannot be sent.", number=count_text(number), ready=ready)
        of = tr("The message cannot be sent.") if facts.ready == 1 else of
        line.say("error", "bad", of if number else tr("The message has faults that must be fixed or accepted."))
    elif number := sum(one.rows for one in rows.findings if not one.note):
        words = tr("All messages can be sent. Check has a note on {number}.", number=count_text(number))
        line.say("warning", "wait", words)
    else:
        words = tr("All {rows} messages are made as they should be.", rows=count_text(rows.rows))
        words = tr("The message is made as it should be.") if rows.rows == 1 else words
        line.say("accepted", "ok", words)


def tell_mistyped(line: Line, facts: Facts) -> None:
    """Say who is probably mistyped, where somebody is; they are written to all the same."""
    words = mistyped_text(facts)
    line.say("warning", "wait", words)
    line.setVisible(bool(words))


def tell_repeat(banner: Banner, facts: Facts) -> None:
    """Say who got the same message before, where somebody did; they are written to all the same."""
    banner.setVisible(facts.repeat is not None)
    if facts.repeat is not None:
        banner.say("wait", repeat_text(facts.repeat, facts.now, local_zone(facts.now)))
