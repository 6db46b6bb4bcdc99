"""A session that never waits, so that one loop drives many: the same dialogue as `session`, turned inside out.

At most one message is past its last byte without an answer. Where the server offers PIPELINING, the next message's
MAIL, RCPT and DATA may travel behind that last byte (RFC 2920 3.1): then a message costs one round trip. The next
message's body waits for the answer to its DATA, which comes after the answer to the last byte, so a flight never
leaves more than one message in doubt.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import inf

from sendoff.adapters.smtp import dialogue
from sendoff.adapters.smtp.dialogue import CLOSING, END_OF_MESSAGE, REFUSED
from sendoff.adapters.smtp.stream import Stream
from sendoff.adapters.smtp.wire import Broken, Cause, Timeouts, Wire, on_the_wire
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import Phase
from sendoff.core.flight import Cut, Held, Settled, Sign, Spared
from sendoff.core.outcome import Reply, Stage, parse_reply

LONGEST_PAUSE = 2.0
"""Seconds between the intent and the dot; more means that this machine was suspended and its intent is stale."""


@dataclass(slots=True)
class _Passage:
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
    """The place of the first byte of its end."""
    held: bool = False


class Flight:
    """Up to two messages of one open session: one to be ended, one behind it. Not thread-safe."""

    def __init__(
        self,
        wire: Wire,
        capabilities: Capabilities,
        timeouts: Timeouts,
        *,
        overlapped: bool,
        clock: Callable[[], float],
        aborted: Callable[[], bool],
    ) -> None:
        self._stream = Stream(wire)
        self._capabilities = capabilities
        self._timeouts = timeouts
        self._pipelined = "PIPELINING" in capabilities.features
        self._overlapped = overlapped and self._pipelined
        self._clock = clock
        self._aborted = aborted
        self._passages: deque[_Passage] = deque()
        self._expected: deque[tuple[_Passage, Stage | None]] = deque()
        self._signs: list[Sign] = []
        self._owes_reset = False
        self._open = True
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
    def wants_write(self) -> bool:
        """Whether something waits until the system takes more."""
        return self._stream.full

    @property
    def room(self) -> int:
        """How many more messages may be given now."""
        return 2 - len(self._passages) if self.usable else 0

    def give(self, key: int, envelope: Envelope) -> None:
        """Begin a message as soon as the dialogue allows."""
        if refusal := dialogue.refused_here(envelope, self._capabilities):
            self._signs.append(Settled(key, refusal))
            return
        self._passages.append(_Passage(key, envelope))

    def advance(self) -> Sequence[Sign]:
        """Do what can be done without waiting, and say what came of it."""
        try:
            self._exchange()
        except Broken as loss:
            self._break("stopped" if self._aborted() else loss.detail)
        return self._said()

    def moment(self) -> float:
        """Seconds on a clock that goes on while the machine sleeps, for `grant`."""
        return self._clock()

    def grant(self, key: int, granted_at: float) -> Sequence[Sign]:
        """End the message whose intent is on the disk since `granted_at` (`moment`)."""
        if not self._passages or self._passages[0].key != key:
            return self._said()  # cut before its end meanwhile, which is certain
        try:
            # The commit may have taken long: whatever the server said or did meanwhile is still a certain "no".
            self._hear_all()
            if self._open:
                self._demand_fresh(granted_at)
                self._end(self._passages[0])
        except Broken as loss:
            self._break("stopped" if self._aborted() else loss.detail)
        return self._said()

    def _demand_fresh(self, granted_at: float) -> None:
        if self._clock() - granted_at > LONGEST_PAUSE:
            raise Broken(Cause.TIMEOUT, "this computer paused between the intent and the end of the message")
        if self._aborted():
            raise Broken(Cause.CLOSED, "stopped")

    def recall(self) -> list[int]:
        """Take back what was given and of which nothing was said yet."""
        unsaid = [passage.key for passage in self._passages if passage.phase is Phase.IDLE]
        self._passages = deque(passage for passage in self._passages if passage.phase is not Phase.IDLE)
        return unsaid

    def _said(self) -> Sequence[Sign]:
        signs, self._signs = self._signs, []
        return signs

    # --- what is said ----------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Open the messages whose turn it is: the foremost, and the one behind it while the first awaits its answer."""
        for passage in self._passages if self._open else ():
            if passage.phase is Phase.IDLE:
                self._stream.write(self._commands(passage))
                self._be_patient()
            if not (self._overlapped and passage.phase is Phase.COMMITTED):
                return

    def _commands(self, passage: _Passage) -> bytes:
        """What opens a message: all of its commands, or the first where the server wants them one by one."""
        commands = dialogue.commands(passage.envelope, self._capabilities.features, reset=self._owes_reset)
        self._owes_reset = False
        passage.phase = Phase.ENVELOPE
        now = commands if self._pipelined else commands[:1]
        passage.unsaid.extend(commands[len(now) :])
        self._expected.extend((passage, stage) for stage, _ in now)
        return b"".join(line for _, line in now)

    def _end(self, passage: _Passage) -> None:
        said = END_OF_MESSAGE
        passage.end, passage.phase, passage.held = self._stream.written, Phase.COMMITTED, False
        self._expected.append((passage, Stage.END))
        if self._overlapped and len(self._passages) > 1:
            said += self._commands(self._passages[1])
        self._stream.write(said)
        self._be_patient()
        self._stream.flush()

    def _exchange(self) -> None:
        touched = self._stream.touched
        try:
            self._stream.flush()
        except Broken:
            # Servers say why before they hang up; the reason is still waiting to be read.
            self._hear_all()
            raise
        if self._stream.touched > touched:
            self._be_patient()
        self._offer()
        # All that was said is heard before a message begins: a server that has hung up is no fault of it.
        self._hear_all()
        self._begin()
        self._stream.flush()
        self._offer()
        if self._open and self._passages and time.monotonic() >= self.deadline:
            waits = "took nothing more" if self._stream.full else "gave no whole answer"
            raise Broken(Cause.TIMEOUT, f"the server {waits} in time")

    def _offer(self) -> None:
        """Ask for the intent once the whole body is out."""
        for passage in list(self._passages)[:1]:
            if passage.phase is Phase.BODY and not passage.held and not self._stream.full:
                passage.held, self.deadline = True, inf
                self._signs.append(Held(passage.key))

    # --- what is heard ---------------------------------------------------------------------------------------------

    def _hear_all(self) -> None:
        for code, words in self._stream.heard():
            if not self._open:
                return
            self._hear(code, words)

    def _hear(self, code: int, words: bytes) -> None:
        if not self._expected:
            self._hear_unasked(code, words)
            return
        passage, stage = self._expected.popleft()
        if passage.leaving:
            self._leave(passage)
        else:
            dialogue.demand(dialogue.answers_to(stage, code), code, words)
            if stage is Stage.END:
                self._settle(passage, parse_reply(stage, code, words))
            elif stage is not None and code >= REFUSED:
                self._hear_refusal(passage, stage, parse_reply(stage, code, words))
            elif stage is Stage.DATA:
                self._hear_go_ahead(passage)
            else:
                self._say_next(passage)
        self._be_patient()

    def _hear_unasked(self, code: int, words: bytes) -> None:
        """A refusal that comes before the end is certain: nobody can take what is not finished."""
        if not self._passages or self._passages[0].phase is not Phase.BODY:
            raise Broken(Cause.CLOSED, f"the server ended the session: {parse_reply(Stage.MAIL, code, words)}")
        dialogue.demand(code >= REFUSED, code, words)
        self._settle(self._passages[0], parse_reply(Stage.END, code, words), over=True)

    def _hear_refusal(self, passage: _Passage, stage: Stage, reply: Reply) -> None:
        passage.refusal = passage.refusal or reply
        passage.rcpt_refused |= stage is Stage.RCPT
        self._owes_reset = True
        if reply.code == CLOSING:
            self._settle(passage, passage.refusal, over=True)
        elif stage is Stage.DATA or not self._pipelined:
            self._settle(passage, passage.refusal)

    def _hear_go_ahead(self, passage: _Passage) -> None:
        if passage.refusal is None:
            passage.phase = Phase.BODY
            self._stream.write(on_the_wire(passage.envelope.content))
        elif passage.rcpt_refused:
            # An empty message to nobody: even a careless server that says 250 to it delivers nothing.
            passage.leaving = True
            self._expected.appendleft((passage, Stage.END))
            self._stream.write(b"\r\n" + END_OF_MESSAGE)
        else:
            # MAIL was refused, RCPT was not: a careless server could deliver an empty message (RFC 2920 3.1).
            self._settle(passage, passage.refusal, over=True)

    def _leave(self, passage: _Passage) -> None:
        if passage.refusal is not None:
            self._settle(passage, passage.refusal)

    def _say_next(self, passage: _Passage) -> None:
        if passage.unsaid:
            stage, line = passage.unsaid.popleft()
            self._expected.append((passage, stage))
            self._stream.write(line)

    def _settle(self, passage: _Passage, reply: Reply, *, over: bool = False) -> None:
        """The server's last word on a message; the next one begins, or the session is over."""
        self._passages.remove(passage)
        self._signs.append(Settled(passage.key, reply))
        if over or reply.code == CLOSING:
            self._finish()

    # --- the end of it ---------------------------------------------------------------------------------------------

    def _break(self, detail: str) -> None:
        """Judge the flight message by message: only one whose end may have left is in doubt."""
        for place, passage in enumerate(list(self._passages)):
            phase = passage.phase
            if phase is Phase.COMMITTED and self._stream.touched <= passage.end:
                phase = Phase.BODY
            if passage.refusal is not None:
                self._signs.append(Settled(passage.key, passage.refusal))
            elif place == 0 and phase is not Phase.IDLE:
                self._signs.append(Cut(passage.key, phase, detail))
            else:
                self._signs.append(Spared(passage.key))
        self._passages.clear()
        self._finish()

    def _finish(self) -> None:
        self._open, self.deadline = False, inf
        self._signs += [Spared(passage.key) for passage in self._passages]
        self._passages.clear()
        self._expected.clear()

    def _be_patient(self) -> None:
        """Wait for the next answer as long as RFC 5321 4.5.3.2 says."""
        if not self._open or not (self._expected or self._stream.full):
            self.deadline = inf
            return
        stage = self._expected[0][1] if self._expected else None
        if stage is Stage.END:
            patience = self._timeouts.end
        elif stage is Stage.DATA:
            patience = self._timeouts.data_start
        else:
            patience = self._timeouts.command if self._expected else self._timeouts.data_block
        self.deadline = time.monotonic() + patience
