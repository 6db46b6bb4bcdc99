"""What happened: figures, the JSON summary of the command line, and the export of every row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from sendoff.core.address import check_address, split_mailbox
from sendoff.core.campaign import Campaign, message_id
from sendoff.core.delivery import Happening, Line, State
from sendoff.core.doubts import marked_as_sent
from sendoff.core.errors import InputError
from sendoff.core.language import phrase, tr
from sendoff.core.ports import Cell, Clock, Files, Lists, Rows
from sendoff.core.report import EVERY, MARKED, Filter, Group, Sheet, apart, said_text
from sendoff.core.tempo import Minute, busiest, timeline
from sendoff.core.wording import cause_sentence, state_label
from sendoff.services.paging import PAGE, following, lines

_HEADERS = (
    "row", "address", "name", "state", "attempts", "time", "code", "enhanced_code", "server_said", "reason",
    "message_id", "account",
)  # fmt: skip
"""Of the CSV, which programs read: they stay as they are, in every language."""
_READ = (
    phrase("Address"), phrase("Name"), phrase("Outcome"), phrase("Why"), phrase("Attempts"), phrase("Time (UTC)"),
    phrase("Reply"), phrase("Account"), phrase("No."), phrase("Code"), phrase("Extended code"), phrase("Message-ID"),
)  # fmt: skip
"""Of the workbook, which people read: what happened first, the codes last."""
_NAMED = 8
"""Addresses that the one-page report names for a cause."""


def sent_id(campaign: Campaign, line: Line) -> str:
    """The Message-ID this row's message has or will have; empty while the sender is not valid."""
    try:
        _, address = split_mailbox(campaign.sender)
    except InputError:
        return ""
    domain = address.rpartition("@")[2] if address.isascii() else check_address(address).ascii_domain
    return message_id(campaign.id, line.position, domain)


class Reports:
    """Reads what the engine wrote."""

    def __init__(self, *, rows: Rows, lists: Lists, files: Files, clock: Clock) -> None:
        self._files = files
        self._rows = rows
        self._lists = lists
        self._clock = clock

    def counts(self, campaign: Campaign) -> dict[str, int]:
        """The eight figures; they add up to the list."""
        return self._rows.counts(campaign.id)

    def figures(self, campaign: Campaign) -> dict[str, int]:
        """The same with those whom a person marked as sent apart; see `core.report.apart`."""
        return apart(self.counts(campaign), self.marked(campaign))

    def marked(self, campaign: Campaign) -> int:
        """How many of the accepted a person marked as sent: no server said so."""
        return self._rows.marked(campaign.id)

    def summary(self, campaign: Campaign, *, seconds: float = 0.0, accepted_before: int = 0) -> dict[str, Any]:
        """The last line of `--json`: `seconds` of this run, and its rate over what it accepted."""
        counts = self.counts(campaign)
        sent = counts["accepted"] - accepted_before
        return {
            "campaign": campaign.id,
            "name": campaign.name,
            "state": campaign.state.value,
            "reason": campaign.reason,
            **({"scheduled_at": campaign.scheduled_at} if campaign.scheduled_at else {}),
            "counts": counts,
            "marked_as_sent": self.marked(campaign),
            "seconds": round(seconds, 3),
            "messages_per_second": round(sent / seconds, 2) if seconds > 0 else 0.0,
        }

    def page(
        self,
        campaign: Campaign,
        only: Filter = EVERY,
        *,
        after: int = 0,
        limit: int = 256,
        states: Sequence[State] = (),
        search: str = "",
    ) -> list[Line]:
        """Rows by key; see `core.ports.RowReader.page`."""
        return self._rows.page(
            campaign.id,
            campaign.fields,
            after=after,
            limit=limit,
            states=only.states or states,
            reasons=only.reasons,
            search=only.search or search,
            marked=only.marked,
        )

    def window(self, campaign: Campaign, first: int, limit: int = 256) -> list[Line]:
        """Rows by their place in the list, from position `first` (counted from 1) on."""
        return self._rows.window(campaign.id, campaign.fields, first, limit)

    def groups(self, campaign: Campaign, provider_name: str = "") -> list[Group]:
        """Who was not accepted, by cause, the most frequent first."""
        return [
            Group(
                state=state,
                reason=reason,
                count=count,
                text=text,
                alike=bool(alike),
                sentence=cause_sentence(state, reason, code, text, provider_name),
                blocked=blocked,
            )
            for state, reason, count, code, text, alike, blocked in self._rows.causes(campaign.id)
        ]

    def minutes(self, campaign: Campaign, since: int = 0) -> Sequence[Minute]:
        """Outcomes counted by the minute, from `since` (epoch ms) on, oldest first."""
        return self._rows.minutes(campaign.id, since)

    def history(self, line: Line) -> list[Happening]:
        """Everything that happened to one row."""
        return self._rows.history(line.id)

    def message_id(self, campaign: Campaign, line: Line) -> str:
        """The Message-ID this row's message has or will have; empty while the sender is not valid."""
        return sent_id(campaign, line)

    def every(self, campaign: Campaign, states: Sequence[State] = ()) -> Iterator[Line]:
        """Every row, page by page, in the order of the list."""
        return lines(self._rows, campaign, states=states)

    def export(self, campaign: Campaign, path: Path, only: Filter = EVERY) -> int:
        """Write rows with the server's last word as CSV. Returns the number of rows. Raises InputError."""
        return self._lists.write_list(
            path, _HEADERS, (self._cells(campaign, one) for one in self._meant(campaign, only))
        )

    def export_workbook(self, campaign: Campaign, path: Path, only: Filter = EVERY) -> int:
        """The same as XLSX in plain words, with numbers and times as such. Returns the rows. Raises InputError."""
        headings = [tr(one) for one in _READ]
        return self._lists.write_workbook(
            path, headings, (self._typed(campaign, one) for one in self._meant(campaign, only))
        )

    def _meant(self, campaign: Campaign, only: Filter) -> Iterator[Line]:
        return chain.from_iterable(following(lambda after: self.page(campaign, only, after=after, limit=PAGE)))

    def sheet(self, campaign: Campaign, provider_name: str = "") -> Sheet:
        """What the one-page report says."""
        groups = tuple(self.groups(campaign, provider_name))
        minutes, marked = self.minutes(campaign), self.marked(campaign)
        return Sheet(
            campaign=campaign,
            counts=self.counts(campaign),
            marked=marked,
            groups=groups,
            named=tuple(self._named(campaign, Filter(states=(one.state,), reasons=(one.reason,))) for one in groups),
            settled=self._named(campaign, Filter.of((MARKED,))) if marked else (),
            line=timeline(minutes),
            busiest=busiest(minutes),
        )

    def _named(self, campaign: Campaign, only: Filter) -> tuple[str, ...]:
        return tuple(one.address or one.name for one in self.page(campaign, only, limit=_NAMED))

    def keep(self, path: Path, content: bytes) -> None:
        """Write a report, whole or not at all. Raises InputError."""
        self._files.keep_bytes(path, content)

    def _typed(self, campaign: Campaign, one: Line) -> list[Cell]:
        clear = one.state is State.ACCEPTED and not marked_as_sent(one.state, one.reason, one.text)
        return [
            one.address,
            one.name,
            state_label(one.state),
            "" if clear else cause_sentence(one.state, one.reason, one.code, one.text),
            one.attempts,
            datetime.fromtimestamp(one.updated_at // 1000, UTC) if one.updated_at else "",
            said_text(one),
            one.account,
            one.position,
            one.code or "",
            one.enhanced,
            self.message_id(campaign, one),
        ]

    def _cells(self, campaign: Campaign, one: Line) -> tuple[str, ...]:
        at = datetime.fromtimestamp(one.updated_at / 1000, UTC).isoformat(timespec="seconds") if one.updated_at else ""
        return (
            str(one.position),
            one.address,
            one.name,
            state_label(one.state),
            str(one.attempts),
            at,
            str(one.code or ""),
            one.enhanced,
            one.text,
            "marked_as_sent" if marked_as_sent(one.state, one.reason, one.text) else one.reason,
            self.message_id(campaign, one),
            one.account,
        )
