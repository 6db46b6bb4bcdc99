"""What every session that never waits shares: its messages, what it waits to hear, its patience and its end.

Every line here serves one question: when the session breaks, is it certain that the server did not take a message? It
is, until the first byte of its end is handed to the operating system; from then on only a reply can tell.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from math import inf

from sendoff.adapters.smtp.dialogue import CLOSING
from sendoff.adapters.smtp.stream import Stream
from sendoff.adapters.smtp.wire import Broken, Cause, Timeouts, Wire
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import Phase
from sendoff.core.flight import Cut, Held, Settled, Sign, Spared
from sendoff.core.language import tr
from sendoff.core.outcome import Reply, Stage, parse_reply

LONGEST_PAUSE = 2.0
"""Seconds between the intent and the dot; more means that this machine was suspended and its intent is stale."""


@dataclass(slots=True, eq=False)
class Passage:
    """One message on its way."""

    key: int
    envelope: Envelope
    phase: Phase = Phase.IDLE
    unsaid: deque[tuple[Stage | None, bytes]] = field(default_factory=deque)
    """Commands that wait for the answer to the one before, where the server offers no PIPELINING."""
    refusal: Reply | None = None
    rcpt_refused: bool = False
    leaving: bool = False
    """An empty message was ended to get out of a DATA that should not have been granted."""
    end: int = 0
    """The place in the stream of the first byte that can make the server take it."""
    held: bool = False


class Voyage:
    """The messages of one open session, in the order in which they were given. Not thread-safe."""

    def __init__(
        self,
        wire: Wire,
        capabilities: Capabilities,
        timeouts: Timeouts,
        *,
        clock: Callable[[], float],
        aborted: Callable[[], bool],
    ) -> None:
        self._stream = Stream(wire)
        self._capabilities = capabilities
        self._timeouts = timeouts
        self._clock = clock
        self._aborted = aborted
        self._passages: deque[Passage] = deque()
        self._expected: deque[tuple[Passage, Stage | None]] = deque()
        self._signs: list[Sign] = []
        self._open = True
        self.ended = ""
        """Why the session is over."""
        self.deadline = inf
        """When the server's patience with us ends (monotonic seconds): call `advance` then."""

    def fileno(self) -> int:
        """For a selector."""
        return self._stream.fileno()

    @property
    def usable(self) -> bool:
        """Whether another message may be given, now or later."""
        return self._open and not self._aborted()

    @property
    def worn(self) -> bool:
        """Whether the session should be replaced as soon as nothing is under way."""
        return False

    @property
    def wants_write(self) -> bool:
        """Whether something waits until the system takes more."""
        return self._stream.full

    def moment(self) -> float:
        """Seconds on a clock that goes on while the machine sleeps, for `grant`."""
        return self._clock()

    def advance(self) -> Sequence[Sign]:
        """Do what can be done without waiting, and say what came of it."""
        return self._said(self._exchange)

    def grant(self, keys: Collection[int], granted_at: float) -> Sequence[Sign]:
        """End the messages whose intents are on the disk since `granted_at` (`moment`)."""

        def end() -> None:
            # The commit may have taken long: whatever the server said or did meanwhile is still a certain "no".
            self._hear_all()
            # Cut before its end meanwhile, a message is gone, which is certain.
            if granted := [passage for passage in self._passages if passage.key in keys]:
                self._demand_fresh(granted_at)
                for passage in granted:
                    self._end(passage)
                self._be_patient()
                self._flush()

        return self._said(end)

    def withhold(self, key: int) -> Sequence[Sign]:
        """Give up a message whose intent was not granted; where its body is out, the session ends."""
        given_up = [passage for passage in self._passages if passage.key == key]
        for passage in given_up:
            self._passages.remove(passage)
            if passage.phase is not Phase.IDLE:
                self._close(tr("an intent was not granted"))
        return self._said(lambda: None)

    def recall(self) -> list[int]:
        """Take back what was given and of which nothing was said yet."""
        unsaid = [passage.key for passage in self._passages if passage.phase is Phase.IDLE]
        self._passages = deque(passage for passage in self._passages if passage.phase is not Phase.IDLE)
        return unsaid

    capacity = 2
    """How many messages it takes at a time: one to be ended, one behind it."""

    @property
    def room(self) -> int:
        """How many more messages may be given now."""
        return self.capacity - len(self._passages) if self.usable else 0

    def give(self, key: int, envelope: Envelope) -> None:
        """Take a message; call `advance` next."""
        raise NotImplementedError

    # --- what a kind of flight does in its own way -----------------------------------------------------------------

    def _exchange(self) -> None:
        raise NotImplementedError

    def _end(self, passage: Passage) -> None:
        raise NotImplementedError

    def _hear(self, code: int, words: bytes) -> None:
        raise NotImplementedError

    # --- what they share -------------------------------------------------------------------------------------------

    def _said(self, do: Callable[[], None]) -> Sequence[Sign]:
        try:
            do()
        except Broken as loss:
            self._break("stopped" if self._aborted() else loss.detail)
        signs, self._signs = self._signs, []
        return signs

    def _demand_fresh(self, granted_at: float) -> None:
        if self._stream.interrupted:
            raise Broken(Cause.GARBAGE, tr("the server began to speak before the end of the message"))
        if self._clock() - granted_at > LONGEST_PAUSE:
            raise Broken(Cause.TIMEOUT, tr("this computer paused between the intent and the end of the message"))
        if self._aborted():
            raise Broken(Cause.CLOSED, "stopped")

    def _flush(self) -> None:
        if not self._stream.full:
            return
        touched = self._stream.touched
        try:
            self._stream.flush()
        except Broken:
            # Servers say why before they hang up; the reason is still waiting to be read.
            self._hear_all()
            raise
        if self._stream.touched > touched:
            self._be_patient()

    def _hear_all(self) -> None:
        heard = False
        for code, words in self._stream.heard():
            if not self._open:
                return
            self._hear(code, words)
            heard = True
        if heard:
            self._be_patient()

    def _demand_patience(self) -> None:
        if self._open and self._passages and time.monotonic() >= self.deadline:
            waits = tr("took nothing more") if self._stream.full else tr("gave no whole answer")
            raise Broken(Cause.TIMEOUT, tr("the server {waits} in time", waits=waits))

    def _hold(self, passage: Passage) -> None:
        passage.held = True
        self._signs.append(Held(passage.key))

    def _settle(self, passage: Passage, reply: Reply, *, over: bool = False) -> None:
        """The server's last word on a message; the session may be over with it."""
        self._passages.remove(passage)
        self._signs.append(Settled(passage.key, reply))
        if over or reply.code == CLOSING:
            self._close(tr("the server ended the session: {reply}", reply=reply))

    def _break(self, detail: str) -> None:
        """Judge the flight message by message: only one whose end may have left is in doubt."""
        self._close(detail, blames=True)

    def _close(self, detail: str, *, blames: bool = False) -> None:
        """Let go of every message; the foremost is blamed for a broken session, where one is to be blamed."""
        for place, passage in enumerate(self._passages):
            phase = passage.phase
            if phase is Phase.COMMITTED and self._stream.touched <= passage.end:
                phase = Phase.BODY
            if passage.refusal is not None:
                self._signs.append(Settled(passage.key, passage.refusal))
            elif phase is Phase.COMMITTED or (blames and place == 0 and phase is not Phase.IDLE):
                self._signs.append(Cut(passage.key, phase, detail))
            else:
                self._signs.append(Spared(passage.key))
        self._passages.clear()
        self._expected.clear()
        self._open, self.ended, self.deadline = False, detail, inf

    def _hear_unasked(self, code: int, words: bytes) -> None:
        """A refusal that comes before the end is certain: nobody can take what is not finished."""
        raise Broken(
            Cause.CLOSED,
            tr("the server ended the session: {parse_reply}", parse_reply=parse_reply(Stage.MAIL, code, words)),
        )

    def _be_patient(self) -> None:
        """Wait for the next answer as long as RFC 5321 4.5.3.2 says."""
        if not self._open or not (self._expected or self._stream.full):
            self.deadline = inf
            return
        passage, stage = self._expected[0] if self._expected else (None, None)
        if passage is not None and passage.leaving:
            patience = self._timeouts.greeting  # nothing hangs on what it says to an empty message
        elif stage is Stage.END:
            patience = self._timeouts.end
        elif stage is Stage.DATA:
            patience = self._timeouts.data_start
        else:
            patience = self._timeouts.command if self._expected else self._timeouts.data_block
        self.deadline = time.monotonic() + patience
