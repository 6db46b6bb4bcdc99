"""What each recipient will get: the finished message, parsed back; and the rows that are worth a look."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from itertools import islice

from sendoff.core.audience import Selection
from sendoff.core.body import compile_body
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import Delivery, Line, State
from sendoff.core.errors import InputError
from sendoff.core.footer import LINK_FIELD, POSTAL_FIELD
from sendoff.core.forgetting import FORGOTTEN
from sendoff.core.headers import one_line
from sendoff.core.language import phrase, tr
from sendoff.core.message import Composer
from sendoff.core.ports import Rows
from sendoff.core.recipient import Verdict, verdict_of
from sendoff.core.sight import Sight, read_sight
from sendoff.core.stopping import never
from sendoff.core.template import Template, compile_template
from sendoff.core.wording import cause_sentence, problem_sentence
from sendoff.services.campaigns import Campaigns, delivery_of
from sendoff.services.paging import lines, pages, row_at
from sendoff.services.selections import Selections

FARTHEST = 200_000
"""Rows looked through at most."""
UNSENT = (State.SKIPPED, State.SUPPRESSED)
"""States of rows that get no message."""
_SENT = tuple(state for state in State if state not in UNSENT)
_FORGOTTEN = phrase("This person was forgotten, and the message with them.")
_NOT_SENT = phrase("This row is not sent. {why}")
_NO_VALUES = phrase("There is no list yet. Its columns fill in what stands in brackets.")
_NOBODY = "someone@example.com"
_CANDIDATES = 50
"""Rows that are filled in to find the longest: those whose printed fields have the most characters."""


class Worth(StrEnum):
    """Rows that show what can go wrong."""

    EMPTY = "empty"
    """The next one with an empty field that the message prints."""
    LONGEST = "longest"
    SHORTEST = "shortest"
    UNSENT = "unsent"
    """The next one that gets no message."""


class Previews:
    """Looks at drafts as they are written; nothing has to be saved first."""

    def __init__(self, *, campaigns: Campaigns, rows: Rows, selections: Selections) -> None:
        self._campaigns = campaigns
        self._rows = rows
        self._selections = selections

    def at(self, campaign: Campaign, position: int) -> Sight:
        """The message of the recipient in this row, also of one whose address is wrong. Raises InputError."""
        if campaign.state is not CampaignState.DRAFT and self._forgotten(campaign, position):
            return Sight(note=tr(_FORGOTTEN))
        try:
            sight = read_sight(self._campaigns.envelope(campaign, position).content)
        except InputError as error:
            if error.where != "to":
                raise
            return replace(self._to_nobody(campaign, position), note=tr(_NOT_SENT, why=error.title))
        return replace(sight, note=self.unsent(campaign, position))

    def _forgotten(self, campaign: Campaign, position: int) -> bool:
        line = self._rows.at(campaign.id, campaign.fields, position)
        return line is not None and line.address == FORGOTTEN

    def unsent(self, campaign: Campaign, position: int) -> str:
        """Say that, and why, the row is not sent; empty for one that is."""
        line = self._rows.at(campaign.id, campaign.fields, position)
        if line is None or line.state not in UNSENT:
            return ""
        why = problem_sentence(verdict_of(line.reason), line.text) if line.reason in set(Verdict) else ""
        return tr(_NOT_SENT, why=why or cause_sentence(line.state, line.reason, line.code, line.text)).strip()

    def sample(self, campaign: Campaign) -> Sight:
        """The message while there is no list: to a stand-in, each field as its name. Raises InputError.

        Which fields there will be is not known yet, so none is wrong.
        """
        used = sorted(frozenset().union(*(one.fields for one in compile_body(campaign.content).used)))
        names = {name: f"[{campaign.titles.of(name)}]" for name in used if name not in (LINK_FIELD, POSTAL_FIELD)}
        nobody = Delivery(id=0, campaign_id=campaign.id, position=1, address=_NOBODY, fields=names)
        try:
            made = self._campaigns.composer(replace(campaign, fields=tuple(names))).compose(nobody, date=0)
        except InputError as error:
            if error.code != "render_error" or not names:
                raise
            return Sight(note=tr(_NO_VALUES))  # an amount or a date is needed where only a name stands
        return replace(read_sight(made.content), note=tr(_NO_VALUES) if names else "")

    def step(self, campaign: Campaign, position: int, by: int = 1) -> int:
        """The row of who gets the message `by` recipients after this row, before it where `by` is negative.

        The last one that way where there are fewer, 0 where there is none.
        """
        return self._rows.beside(campaign.id, position, by, _SENT) if by else position

    def place(self, campaign: Campaign, position: int) -> int:
        """Which of those who get the message the one in this row is, from 1; 0 for a row that is not sent."""
        line = self._rows.at(campaign.id, campaign.fields, position)
        if line is None or line.state in UNSENT:
            return 0
        return position - self._rows.count_to(campaign.id, position, UNSENT)

    def subject(self, campaign: Campaign) -> tuple[str, str]:
        """The subject as the first recipient reads it, and who that is.

        Both are empty where there is nobody, or where it cannot be made.
        """
        position = self.step(campaign, 0)
        line = self._rows.at(campaign.id, campaign.fields, position) if position else None
        if line is None:
            return "", ""
        try:
            subject = compile_template(campaign.content.subject, html=False, where="subject").render(line.fields)
        except InputError:
            return "", ""
        return one_line(subject), line.name or line.address

    def people(self, campaign: Campaign, text: str, limit: int, stopped: Callable[[], bool] = never) -> Sequence[Line]:
        """The first rows whose address or name holds the text, in the list's order."""
        wanted = Selection(owner_id=campaign.id, fields=campaign.fields, text=" ".join(text.split()))
        if not wanted.text:
            return ()
        found = self._selections.first(wanted, limit=limit, stopped=stopped)
        return () if stopped() else self._selections.rows_by_id(found, campaign.fields)

    def find(self, campaign: Campaign, worth: Worth, after: int = 0) -> int:
        """The position of a row worth looking at, 0 where there is none. Raises InputError for a wrong template.

        `EMPTY` and `UNSENT` look after row `after` and then from the top.
        """
        if worth is Worth.UNSENT:
            beside = self._rows.beside
            return beside(campaign.id, after, 1, UNSENT) or beside(campaign.id, 0, 1, UNSENT)
        body = compile_body(campaign.content)
        if worth is Worth.EMPTY:
            bare = frozenset().union(*(one.bare for one in body.used)) & set(campaign.fields)
            return self._next_empty(campaign, bare, after)
        printed = frozenset().union(*(one.fields for one in body.used)) & set(campaign.fields)
        return self._extreme(campaign, printed, longest=worth is Worth.LONGEST)

    def shown_to(
        self, campaign: Campaign, conditions: Iterable[str], stopped: Callable[[], bool] = never
    ) -> Mapping[str, int]:
        """How many of those who get the message each condition holds for.

        What is no condition on this list is left out, and so are all where there are more than `FARTHEST` rows.
        """
        made: dict[str, Template] = {}
        for one in conditions:
            with suppress(InputError):
                compiled = compile_template(f"{{% if {one} %}}1{{% endif %}}", html=False, where="design")
                compiled.require(campaign.fields)
                made[one] = compiled
        counts, seen = dict.fromkeys(made, 0), 0
        for page in pages(self._rows, campaign) if made else ():
            seen += len(page)
            if stopped() or seen > FARTHEST:
                return {}
            for line in page:
                for one, template in made.items() if line.state not in UNSENT else ():
                    with suppress(InputError):
                        counts[one] += bool(template.render(line.fields))
        return counts

    def _to_nobody(self, campaign: Campaign, position: int) -> Sight:
        line = row_at(self._rows, campaign, position)
        delivery = replace(delivery_of(campaign, line), address=_NOBODY)
        made = read_sight(self._campaigns.compose_with(campaign)(delivery).content)
        return replace(made, to=line.address)

    def _next_empty(self, campaign: Campaign, bare: frozenset[str], after: int) -> int:
        first = 0
        for line in self._lines(campaign):
            if any(not line.fields.get(name, "").strip() for name in bare):
                if line.position > after:
                    return line.position
                first = first or line.position
        return first

    def _extreme(self, campaign: Campaign, printed: frozenset[str], *, longest: bool) -> int:
        def characters(line: Line) -> int:
            return sum(len(line.fields.get(name, "")) for name in printed)

        choose = heapq.nlargest if longest else heapq.nsmallest
        composer = self._campaigns.composer(campaign)
        sizes = {
            line.position: size
            for line in choose(_CANDIDATES, self._lines(campaign), key=characters)
            if (size := _size(composer, campaign, line))
        }
        if not sizes:
            return 0
        return max(sizes, key=lambda position: sizes[position] if longest else -sizes[position])

    def _lines(self, campaign: Campaign) -> Iterator[Line]:
        """The rows that are sent."""
        return (line for line in islice(lines(self._rows, campaign), FARTHEST) if line.state not in UNSENT)


def _size(composer: Composer, campaign: Campaign, line: Line) -> int:
    """Characters that are read; 0 where the row makes no message."""
    with suppress(InputError):
        made = composer.preview(delivery_of(campaign, line))
        return len(made.subject) + len(made.html or made.text)
    return 0
