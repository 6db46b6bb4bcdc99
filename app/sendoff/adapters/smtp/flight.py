"""A session that never waits, so that one loop drives many: the same dialogue as `session`, turned inside out.

At most one message is past its last byte without an answer. Where the server offers PIPELINING, the next message's
MAIL, RCPT and DATA may travel behind that last byte (RFC 2920 3.1): then a message costs one round trip. The next
message's body waits for the answer to its DATA, which comes after the answer to the last byte, so a flight never
leaves more than one message in doubt.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from sendoff.adapters.smtp import dialogue
from sendoff.adapters.smtp.dialogue import CLOSING, END_OF_MESSAGE, REFUSED
from sendoff.adapters.smtp.voyage import Passage, Voyage
from sendoff.adapters.smtp.wire import Timeouts, Wire, on_the_wire
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import Phase
from sendoff.core.flight import Settled
from sendoff.core.outcome import Reply, Stage, parse_reply


class Flight(Voyage):
    """Up to two messages: one to be ended, one behind it."""

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
        super().__init__(wire, capabilities, timeouts, clock=clock, aborted=aborted)
        self._pipelined = "PIPELINING" in capabilities.features
        self._overlapped = overlapped and self._pipelined
        self._owes_reset = False

    def give(self, key: int, envelope: Envelope) -> None:
        """Begin a message as soon as the dialogue allows."""
        if refusal := dialogue.refused_here(envelope, self._capabilities):
            self._signs.append(Settled(key, refusal))
            return
        self._passages.append(Passage(key, envelope))

    # --- what is said ----------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Open the messages whose turn it is: the foremost, and the one behind it while the first awaits its answer."""
        for passage in self._passages if self._open else ():
            if passage.phase is Phase.IDLE:
                self._stream.write(self._commands(passage))
                self._be_patient()
            if not (self._overlapped and passage.phase is Phase.COMMITTED):
                return

    def _commands(self, passage: Passage) -> bytes:
        """What opens a message: all of its commands, or the first where the server wants them one by one."""
        commands = dialogue.commands(passage.envelope, self._capabilities.features, reset=self._owes_reset)
        self._owes_reset = False
        passage.phase = Phase.ENVELOPE
        now = commands if self._pipelined else commands[:1]
        passage.unsaid.extend(commands[len(now) :])
        self._expected.extend((passage, stage) for stage, _ in now)
        return b"".join(line for _, line in now)

    def _end(self, passage: Passage) -> None:
        said = END_OF_MESSAGE
        passage.end, passage.phase, passage.held = self._stream.written, Phase.COMMITTED, False
        self._expected.append((passage, Stage.END))
        if self._overlapped and len(self._passages) > 1:
            said += self._commands(self._passages[1])
        self._stream.write(said)

    def _exchange(self) -> None:
        self._flush()
        # All that was said is heard before a message begins: a server that has hung up is no fault of it.
        self._hear_all()
        self._begin()
        self._flush()
        if self._body_is_out():
            # Whoever hangs up over a body is heard before an intent is asked for.
            self._hear_all()
            self._offer()
        self._demand_patience()

    def _body_is_out(self) -> bool:
        first = self._passages[0] if self._passages else None
        return first is not None and first.phase is Phase.BODY and not first.held and not self._stream.full

    def _offer(self) -> None:
        """Ask for the intent, unless the message was refused meanwhile."""
        if self._body_is_out():
            self.deadline = inf
            self._hold(self._passages[0])

    # --- what is heard ---------------------------------------------------------------------------------------------

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

    def _hear_unasked(self, code: int, words: bytes) -> None:
        """A refusal that comes before the end is certain: nobody can take what is not finished."""
        if not self._passages or self._passages[0].phase is not Phase.BODY:
            super()._hear_unasked(code, words)
        dialogue.demand(code >= REFUSED, code, words)
        self._settle(self._passages[0], parse_reply(Stage.END, code, words), over=True)

    def _hear_refusal(self, passage: Passage, stage: Stage, reply: Reply) -> None:
        passage.refusal = passage.refusal or reply
        passage.rcpt_refused |= stage is Stage.RCPT
        self._owes_reset = True
        if reply.code == CLOSING:
            self._settle(passage, passage.refusal, over=True)
        elif stage is Stage.DATA or not self._pipelined:
            self._settle(passage, passage.refusal)

    def _hear_go_ahead(self, passage: Passage) -> None:
        if passage.refusal is None:
            passage.phase = Phase.BODY
            self._stream.write(on_the_wire(passage.envelope))
        elif passage.rcpt_refused:
            # An empty message to nobody: even a careless server that says 250 to it delivers nothing.
            passage.leaving = True
            self._expected.appendleft((passage, Stage.END))
            self._stream.write(b"\r\n" + END_OF_MESSAGE)
        else:
            # MAIL was refused, RCPT was not: a careless server could deliver an empty message (RFC 2920 3.1).
            self._settle(passage, passage.refusal, over=True)

    def _leave(self, passage: Passage) -> None:
        if passage.refusal is not None:
            self._settle(passage, passage.refusal)

    def _say_next(self, passage: Passage) -> None:
        if passage.unsaid:
            stage, line = passage.unsaid.popleft()
            self._expected.append((passage, stage))
            self._stream.write(line)
