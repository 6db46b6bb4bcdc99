"""How a state is shown, everywhere: a glyph, a word and a colour, never colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import State
from sendoff.ui import tokens
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.text import Glyph, Text


@dataclass(frozen=True, slots=True)
class Look:
    """A state's glyph, colour token and word."""

    glyph: str
    token: str
    word: str


LOOKS: Mapping[str, Look] = {
    State.QUEUED: Look("waiting", "ink_2", "waiting"),
    State.CLAIMED: Look("waiting", "ink_2", "next"),
    State.SENDING: Look("arrow-right", "accent", "sending"),
    State.ACCEPTED: Look("accepted", "ok", "accepted"),
    State.DEFERRED: Look("clock", "wait", "deferred"),
    State.FAILED: Look("error", "bad", "failed"),
    State.IN_DOUBT: Look("doubt", "doubt", "in doubt"),
    State.SUPPRESSED: Look("blocked", "ink_2", "blocked"),
    State.SKIPPED: Look("skipped", "ink_2", "skipped"),
    State.CANCELLED: Look("stop", "ink_2", "cancelled"),
    State.BOUNCED: Look("undo", "bad", "bounced"),
    State.COMPLAINED: Look("warning", "bad", "complained"),
    State.UNSUBSCRIBED: Look("blocked", "ink_2", "unsubscribed"),
    CampaignState.DRAFT: Look("edit", "ink_2", "draft"),
    CampaignState.RUNNING: Look("play", "accent", "sending"),
    CampaignState.PAUSED: Look("pause", "wait", "paused"),
    CampaignState.FINISHED: Look("accepted", "ok", "finished"),
    CampaignState.STOPPED: Look("stop", "ink_2", "stopped"),
}
"""By the value of a delivery's or a campaign's state; no value means two things."""


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
        words = f"{look.word}, {detail}" if detail else look.word
        self._glyph.show_glyph(look.glyph, look.token)
        self._word.setText(words)
        self.setAccessibleName(words)
