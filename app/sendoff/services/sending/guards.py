"""What several replies together say: our own fault, met again and again, is not charged to a whole list.

Pure: replies go in, a sentence comes out. Temporary refusals say nothing of either, and neither does whoever a person
ordered to be tried again. After a resume it takes twice of what was known then, so that nobody is asked the same twice.
"""

from __future__ import annotations

import math
import re
from collections import deque
from collections.abc import Mapping

from sendoff.core.language import phrase, tr
from sendoff.core.outcome import Kind, Outcome, Reply, Scope, Stage
from sendoff.core.said import is_said_from, joined, said

IN_A_ROW = 3
"""Refusals of the sender, or for spam, in a row; one alone may be about its recipient."""
ALIKE = 5
"""Recipients in a row that are refused for good in the same words."""
WINDOW = 50
"""The last recipients, of whom only a part may be refused for good."""
BEARABLE = 10
"""That part in per cent, unless something else is set; 0 = no pause for refused recipients."""
_ADVICE = phrase(
    "Nobody was blocked. If it is about you or your account, fix that and send to the failed again; "
    "if these addresses are wrong, resume."
)
_SPAM = phrase("The server took three messages in a row for spam, the last with “{reply}”.")
_SENDER = phrase("The server refuses the sender: {reply}")
_DISTRUST = re.compile(r"\b(dmarc|spf|dkim|unauthenticated)\b|[45]\.7\.(2[3-9]|3[0-2]|40|509|515)\b", re.IGNORECASE)
"""What servers say of a sender's domain that they do not believe; the codes are Gmail's and Microsoft's."""
_OWN_WORDS = re.compile(r"\S*[@\d]\S*")
"""What differs between recipients in words that are the same: addresses, numbers, queue ids."""
_OF_THE_ROW = (Scope.RECIPIENT, Scope.MESSAGE)


def asks_about_refusals(reason: str) -> bool:
    """Say whether a campaign paused for this reason because so many recipients were refused."""
    return is_said_from(reason, _ADVICE) or reason.endswith((_ADVICE, tr(_ADVICE)))


def asks_about_sender(reason: str) -> bool:
    """Say whether a campaign paused for this reason because the sender, or its domain, is not believed."""
    if is_said_from(reason, _SPAM) or is_said_from(reason, _SENDER):
        return True
    begins = {text.partition("{")[0] for one in (_SPAM, _SENDER) for text in (one, tr(one))}
    return reason.startswith(tuple(begins)) or _DISTRUST.search(reason) is not None


class Guards:
    """Watches one run's replies; each may end it with a sentence. `counts` are the campaign's figures at its start."""

    def __init__(self, counts: Mapping[str, int], bearable: int = BEARABLE) -> None:
        failed = counts.get("failed", 0)
        sent = failed + counts.get("accepted", 0)
        share = 100 * failed / max(sent, WINDOW)  # a few say nothing of a share
        self._most = max(bearable, 2 * share) * WINDOW / 100 if bearable else math.inf
        known = max(ALIKE, failed) if 100 * failed > bearable * sent else ALIKE
        self._most_alike = known if bearable else math.inf
        self._last: deque[bool] = deque(maxlen=WINDOW)
        self._words = ""
        self._alike = self._spam = self._sender = 0

    def hear(self, reply: Reply, outcome: Outcome, *, again: bool = False) -> str:
        """Take note of a reply; the sentence to pause with, or an empty one. `again`: a person ordered this one."""
        spam = outcome.kind is Kind.POLICY_SPAM and outcome.scope is Scope.MESSAGE
        self._spam = self._spam + 1 if spam else 0
        if self._spam >= IN_A_ROW:
            return said(_SPAM, reply=str(reply))
        # MAIL FROM names the sender only, so a refusal of it cannot be about any recipient.
        sender = reply.stage is Stage.MAIL and outcome.permanent
        self._sender = self._sender + 1 if sender else 0
        if self._sender >= IN_A_ROW:
            return said(_SENDER, reply=str(reply))
        refused = outcome.permanent and outcome.scope in _OF_THE_ROW
        return "" if again or not (refused or outcome.accepted) else self._judge(reply, refused=refused)

    def _judge(self, reply: Reply, *, refused: bool) -> str:
        words = f"{reply.code} {reply.enhanced} {_OWN_WORDS.sub('', reply.text)}" if refused else ""
        self._alike = self._alike + 1 if refused and words == self._words else int(refused)
        self._words = words
        self._last.append(refused)
        if not refused:
            return ""
        number = sum(self._last)
        if self._alike >= self._most_alike:
            words = said(
                "{count} recipients in a row were refused for good in the same words: “{reply}”.",
                count=self._alike, reply=str(reply),
            )  # fmt: skip
        elif number > self._most:
            words = said(
                "{count} of the last {of} recipients were refused for good, the last with “{reply}”.",
                count=number, of=len(self._last), reply=str(reply),
            )  # fmt: skip
        else:
            return ""
        return joined(" ", (words, said(_ADVICE)))
