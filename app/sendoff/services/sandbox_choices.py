"""What a person told the sandbox, kept beside the settings: whether it refuses some, and what happens to whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sendoff.core.rehearsal import Answer, SandboxRule, rules_in, rules_text
from sendoff.core.rehearsal_rules import read_patterns, with_rules
from sendoff.services.preferences import Preferences

_REFUSES = "sandbox_refuses"
_RULES = "sandbox_rules"


class SandboxChoices:
    """Reads never fail, as those of the preferences."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    @property
    def refuses(self) -> bool | None:
        """Whether it refuses the usual addresses; None = nobody has said so yet."""
        kept = self._preferences.recall(_REFUSES)
        return kept == str(True) if kept else None

    @property
    def rules(self) -> tuple[SandboxRule, ...]:
        """What happens to addresses of one's own, in their order."""
        return rules_in(self._preferences.recall(_RULES))

    def refuse(self, *, on: bool) -> None:
        """Refuse the usual addresses from now on, or none. Raises StorageError."""
        self._preferences.remember(_REFUSES, on)

    def add(self, text: str, answer: Answer) -> tuple[SandboxRule, ...]:
        """Do this to the addresses and patterns of a text; gives the rules. Raises InputError, StorageError."""
        return self.keep(with_rules(self.rules, read_patterns(text), answer))

    def remove(self, patterns: Collection[str]) -> tuple[SandboxRule, ...]:
        """Forget what was to happen to these; gives the rules. Raises StorageError."""
        return self.keep([one for one in self.rules if one.pattern not in patterns])

    def keep(self, rules: Sequence[SandboxRule]) -> tuple[SandboxRule, ...]:
        """Keep these rules and no others. Raises StorageError."""
        self._preferences.remember(_RULES, rules_text(rules))
        return tuple(rules)
