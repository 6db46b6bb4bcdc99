"""Recipients the sandbox refuses, so that trying Sendoff shows what refusals look like."""

from __future__ import annotations

from dataclasses import dataclass, field

from sendoff.core.rehearsal import Answer
from sendoff.core.rehearsal_rules import RuleBook


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to addresses whose local part begins with `prefix`."""

    prefix: str
    reply: str
    """The answer to RCPT; empty = the message is taken and the connection then drops without an answer."""
    once: bool = False
    """Every other try of an address fails, the first of each message."""


USUAL = (
    Fault("bounce", "550 5.1.1 No such user here"),
    Fault("grey", "451 4.7.1 Greylisted, try again later", once=True),
    Fault("full", "452 4.2.2 Mailbox full"),
    Fault("blocked", "550 5.7.1 Message refused by policy"),
    Fault("lost", ""),
)
_OWN = dict(zip((Answer.UNKNOWN, Answer.LATER, Answer.FULL, Answer.POLICY, Answer.LOST), USUAL, strict=True))
"""What is done to addresses of one's own choice: the same as to the usual ones."""


@dataclass(slots=True)
class Faults:
    """The rules, and the memory of who was tried, which other rules go on with."""

    rules: tuple[Fault, ...] = USUAL
    own: RuleBook = field(default_factory=RuleBook)
    """They go before the others, and hold also where there are no others."""
    tried: set[str] = field(default_factory=set)
    """Whom a rule for every other try refused the last time, case aside."""

    def refusal(self, recipient: str) -> str:
        """The reply to RCPT that refuses, or nothing."""
        address = recipient.casefold()
        fault = self._rule(address)
        if fault is None:
            return ""
        if fault.once and address in self.tried:
            self.tried.discard(address)
            return ""
        if fault.once:
            self.tried.add(address)
        return fault.reply

    def loses_answer(self, recipient: str) -> bool:
        """Say whether the connection drops after the message was taken."""
        fault = self._rule(recipient.casefold())
        return fault is not None and not fault.reply

    def _rule(self, address: str) -> Fault | None:
        answer = self.own.answer(address)
        if answer is not None:
            return _OWN[answer]
        return next((rule for rule in self.rules if address.lstrip('"').startswith(rule.prefix)), None)
