"""How a state is shown, everywhere: a glyph, a word and a colour, never colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import Line, State
from sendoff.core.doubts import marked_as_sent
from sendoff.core.language import phrase, tr
from sendoff.core.recipient import Verdict, verdict_of
from sendoff.core.report import MARKED
from sendoff.ui import tokens
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.text import Glyph, Text, tip


@dataclass(frozen=True, slots=True)
class Look:
    """A state's glyph, colour token and word."""

    glyph: str
    token: str
    word: str
    """Translated where it is shown, and so is the next."""
    means: str = ""
    """What the word means, for whoever has not met it before."""


BESIDE_A_STATE = 50
"""Pixels of a state's sign and margins in a table's cell."""
SCHEDULED = "scheduled"
"""Of a draft that has a time."""
LOOKS: Mapping[str, Look] = {
    State.QUEUED: Look("waiting", "ink_2", phrase("waiting"), phrase("Its turn comes.")),
    State.CLAIMED: Look("waiting", "ink_2", phrase("next")),
    State.SENDING: Look("arrow-right", "accent", phrase("sending")),
    State.ACCEPTED: Look("accepted", "ok", phrase("accepted"), phrase("The server took the message and passes it on.")),
    MARKED: Look("check", "ok", phrase("marked as sent"), phrase("You said that it was sent.")),
    State.DEFERRED: Look(
        "clock",
        "wait",
        phrase("deferred"),
        phrase("The server asked to come back later. It is tried again by itself."),
    ),
    State.FAILED: Look(
        "error", "bad", phrase("failed"), phrase("The server refused it for good, or no attempt succeeded.")
    ),
    State.IN_DOUBT: Look(
        "doubt",
        "doubt",
        phrase("in doubt"),
        phrase(
            "The connection broke after the whole message was handed over. It may have arrived, so it is not sent "
            "again by itself."
        ),
    ),
    State.SUPPRESSED: Look(
        "blocked", "ink_2", phrase("blocked"), phrase("On the blocked list: nothing is sent there.")
    ),
    State.SKIPPED: Look(
        "skipped", "ink_2", phrase("skipped"), phrase("Repeated, left out, or no address: nothing is sent there.")
    ),
    State.CANCELLED: Look("stop", "ink_2", phrase("cancelled"), phrase("The campaign was stopped before it was sent.")),
    State.BOUNCED: Look("undo", "bad", phrase("bounced")),
    State.COMPLAINED: Look("warning", "bad", phrase("complained")),
    State.UNSUBSCRIBED: Look("blocked", "ink_2", phrase("unsubscribed")),
    CampaignState.DRAFT: Look("edit", "ink_2", phrase("draft")),
    SCHEDULED: Look("clock", "accent", phrase("scheduled")),
    CampaignState.RUNNING: Look("play", "accent", phrase("sending")),
    CampaignState.PAUSED: Look("pause", "wait", phrase("paused")),
    CampaignState.FINISHED: Look("accepted", "ok", phrase("finished")),
    CampaignState.STOPPED: Look("stop", "ink_2", phrase("stopped")),
}
"""By the value of a delivery's or a campaign's state, or `MARKED`; no value means two things."""


VERDICTS: Mapping[Verdict, tuple[str, str]] = {
    Verdict.READY: ("accepted", "ok"),
    Verdict.SUGGESTED: ("edit", "wait"),
    Verdict.ROLE: ("accounts", "wait"),
    Verdict.DISPOSABLE: ("trash", "wait"),
    Verdict.SUPPRESSED: ("blocked", "ink_2"),
    Verdict.DUPLICATE: ("copy", "ink_2"),
    Verdict.INVALID: ("error", "bad"),
    Verdict.LEFT_OUT: ("skipped", "ink_2"),
}
"""What a row of a list is before it is sent to, in the order of the tabs: the glyph and the colour token."""


def verdict_look(line: Line) -> tuple[str, str]:
    """The glyph and the colour token of what a row of a list is."""
    return VERDICTS[verdict_of(line.reason)]


def standing_of(campaign: Campaign) -> str:
    """Which of the `LOOKS` a campaign has: its state's, or that of a draft that has a time."""
    return SCHEDULED if campaign.scheduled_at else campaign.state.value


def standing(line: Line) -> str:
    """Which of the `LOOKS` a row has: its state's, unless it counts as accepted because a person marked it."""
    return MARKED if marked_as_sent(line.state, line.reason, line.text) else line.state


class StatePill(QWidget):
    """One state: its glyph and its word in its colour; `detail` follows the word ("deferred, 15:20")."""

    def __init__(self, state: str, detail: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._glyph = Glyph("waiting", size=tokens.GLYPH)
        self._word = Text()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS + 2)
        row.addWidget(self._glyph)
        row.addWidget(self._word)
        self.show_state(state, detail)

    def show_state(self, state: str, detail: str = "") -> None:
        """Show another state. Raises KeyError for a word that is no state."""
        look = LOOKS[state]
        words = f"{tr(look.word)}, {detail}" if detail else tr(look.word)
        self._glyph.show_glyph(look.glyph, look.token)
        self._word.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(tr(look.means))
        self.setToolTip(tip(tr(look.means)))
