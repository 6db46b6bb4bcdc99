"""How a fake server misbehaves: `stage=action[:chance][*times],...`, drawn the same way for the same seed.

A chance left out is 1, and times left out are any number. Stages: connect ehlo starttls auth mail rcpt data body dot
rset quit. Actions: a reply code (421 also closes), `close`, `slow` (granted after 300 ms), `drip` (granted, 20 ms a
byte), `silent` (no answer), `garbage` (granted, with a reply that is none); `connect=refuse`; `body=close` (in mid-
body); `dot=lost` (accepted and logged, then closed without the 250). Before the recipient is known, chance is drawn
from (seed, fault, how often the stage was reached); after that from (seed, fault, recipient, attempt), and two
temporary faults are the most that a recipient meets by chance; a 5xx is drawn from (seed, fault, recipient) and so
stays.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass

STAGES = frozenset(["connect", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "body", "dot", "rset", "quit"])
WORDS = frozenset(["close", "slow", "drip", "silent", "garbage"])
OWN = {"connect": "refuse", "body": "close", "dot": "lost"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to misbehave at one stage, with its chance."""

    stage: str
    action: str
    chance: float
    times: int = 0
    """How often it happens at most; 0 = any number."""

    @classmethod
    def read(cls, text: str) -> Fault:
        """Read `stage=action[:chance][*times]`. Raises ValueError."""
        text, _, times = text.partition("*")
        stage, _, rest = text.partition("=")
        action, _, chance = rest.partition(":")
        common = stage != "body" and (action in WORDS or (action.isdigit() and len(action) == 3))
        if stage not in STAGES or not (common or OWN.get(stage) == action):
            raise ValueError(f"{text!r} is no fault")
        return cls(stage, action, float(chance or 1), int(times or 0))


class Faults:
    """The faults of a run."""

    def __init__(self, spec: str = "", seed: int = 0) -> None:
        self.seed = seed
        self.by_stage: dict[str, list[Fault]] = defaultdict(list)
        for text in filter(None, spec.split(",")):
            fault = Fault.read(text.strip())
            self.by_stage[fault.stage].append(fault)
        self.tries: Counter[str] = Counter()
        self.hurt: Counter[str] = Counter()
        self.happened: Counter[Fault] = Counter()

    def draw(self, stage: str, recipient: str = "") -> str:
        """The action to take at `stage`, empty for none; one draw a transaction."""
        if stage not in self.by_stage:
            return ""
        for fault in self.by_stage[stage]:
            if fault.times and self.happened[fault] >= fault.times:
                continue
            if fault.chance >= 1 or self._by_chance(fault, recipient):
                self.happened[fault] += 1
                return fault.action
        return ""

    def _by_chance(self, fault: Fault, recipient: str) -> bool:
        key = f"{self.seed}/{fault.stage}={fault.action}/{recipient}"
        stays = bool(recipient) and fault.action.startswith("5")
        if not stays:
            self.tries[key] += 1
            if recipient and self.hurt[recipient] >= 2:
                return False
            key += f"/{self.tries[key]}"
        fires = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=4).digest(), "big") / 2**32 < fault.chance
        if fires and not stays:
            self.hurt[recipient] += 1
        return fires
