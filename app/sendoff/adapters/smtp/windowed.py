"""Whole transactions in flight, several at a time: for relays that offer PIPELINING and CHUNKING (RFC 2920, RFC 3030).

RSET, MAIL, RCPT and the content travel in one piece, so the intent comes before the first byte, and as many messages
may be in doubt after a loss as the window holds. Replies are matched strictly to what was said.
"""

from __future__ import annotations

from collections.abc import Callable

from sendoff.adapters.smtp import dialogue
from sendoff.adapters.smtp.dialogue import CLOSING, GOOD, REFUSED
from sendoff.adapters.smtp.voyage import Passage, Voyage
from sendoff.adapters.smtp.wire import Broken, Cause, Timeouts, Wire
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import Phase
from sendoff.core.flight import Settled
from sendoff.core.outcome import Stage, parse_reply

NEEDED = frozenset({"PIPELINING", "CHUNKING"})
"""What a server must offer."""

MOST_REFUSED = 8
"""Refused messages of a session: a server may count the RSET after each as idle talk, and Exim hangs up at the 11th."""


class WindowedFlight(Voyage):
    """Up to `window` messages whose answers are awaited."""

    def __init__(
        self,
        wire: Wire,
        capabilities: Capabilities,
        timeouts: Timeouts,
        *,
        window: int,
        clock: Callable[[], float],
        aborted: Callable[[], bool],
    ) -> None:
        super().__init__(wire, capabilities, timeouts, clock=clock, aborted=aborted)
        self.capacity = window
        self._refused = 0

    @property
    def worn(self) -> bool:
        return self._refused >= MOST_REFUSED

    def give(self, key: int, envelope: Envelope) -> None:
        """Ask for the intent of a message: nothing of it is said before."""
        if refusal := dialogue.refused_here(envelope, self._capabilities):
            self._signs.append(Settled(key, refusal))
            return
        passage = Passage(key, envelope)
        self._passages.append(passage)
        self._hold(passage)

    def _exchange(self) -> None:
        self._flush()
        self._hear_all()
        self._demand_patience()

    def _end(self, passage: Passage) -> None:
        said = dialogue.in_one_piece(passage.envelope, self._capabilities.features)
        self._expected.extend((passage, stage) for stage, _ in said)
        self._stream.write(b"".join(line for _, line in said))
        passage.phase, passage.held = Phase.COMMITTED, False
        # Until its last byte has left, the server cannot take it.
        passage.end = self._stream.written - 1

    def _hear(self, code: int, words: bytes) -> None:
        if not self._expected:
            self._hear_unasked(code, words)
        passage, stage = self._expected.popleft()
        if stage is not Stage.END and code < REFUSED:
            dialogue.demand(code in GOOD, code, words)
            return
        reply = parse_reply(stage or Stage.MAIL, code, words)
        if code == CLOSING:
            # It says so once and hangs up; what was sent behind this message is judged by how far it had got.
            self._settle(passage, passage.refusal or reply, over=True)
            return
        dialogue.demand(dialogue.answers_to(stage, code), code, words)
        self._refused += stage is Stage.END and code >= REFUSED
        if stage is Stage.END and passage.refusal is None:
            self._settle(passage, reply)
        elif stage is Stage.END:
            self._hear_end_of_refused(passage, code)
        elif stage is not None:
            passage.refusal = passage.refusal or reply

    def _hear_end_of_refused(self, passage: Passage, code: int) -> None:
        """A message whose sender or recipient was refused ends in a refusal, or went to nobody."""
        if code < REFUSED and passage.refusal is not None and passage.refusal.stage is Stage.MAIL:
            passage.refusal = None
            raise Broken(Cause.GARBAGE, "the server took a message whose sender it had refused")
        if passage.refusal is not None:
            self._settle(passage, passage.refusal)
