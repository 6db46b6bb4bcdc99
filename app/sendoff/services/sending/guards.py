"""What several replies together say: our own fault, met again and again, is not charged to a whole list."""

from __future__ import annotations

from sendoff.core.language import tr
from sendoff.core.outcome import Kind, Outcome, Reply, Scope, Stage

IN_A_ROW = 3
"""Refusals in a row that pause the campaign; one alone may be about its recipient."""


class Guards:
    """Watches one run's replies; each answer may end it with a sentence."""

    def __init__(self) -> None:
        self._spam = 0
        self._sender = 0

    def hear(self, reply: Reply, outcome: Outcome) -> str:
        """Take note of a reply; the sentence to pause with, or an empty one."""
        spam = outcome.kind is Kind.POLICY_SPAM and outcome.scope is Scope.MESSAGE
        self._spam = self._spam + 1 if spam else 0
        if self._spam >= IN_A_ROW:
            return tr("The server took three messages in a row for spam.")
        # MAIL FROM names the sender only, so a refusal of it cannot be about any recipient.
        sender = reply.stage is Stage.MAIL and outcome.permanent
        self._sender = self._sender + 1 if sender else 0
        if self._sender >= IN_A_ROW:
            return tr("The server refuses the sender: {reply}", reply=reply)
        return ""
