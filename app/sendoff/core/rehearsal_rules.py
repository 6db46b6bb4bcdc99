"""Which addresses the sandbox's rules mean: how they are written, and which rule goes before which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sendoff.core.address import check_address, duplicate_key
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.rehearsal import MOST_RULES, Answer, SandboxRule

_STAND_IN = "x"
"""Stands for a `*` while the rest of a pattern is examined."""
_SOMEWHERE = "de"
"""Ends a domain of which a single label is examined."""
_WILD_LABEL = re.compile(r"[a-z0-9*-]*\*[a-z0-9*-]*")


class RuleBook:
    """The rules as a question: an address of its own goes before a pattern, a longer pattern before a shorter one."""

    def __init__(self, rules: Iterable[SandboxRule] = ()) -> None:
        self._exact: dict[str, Answer] = {}
        patterns: list[SandboxRule] = []
        for one in rules:
            if "*" in one.pattern:
                patterns.append(one)
            else:
                self._exact[one.pattern] = one.answer
        patterns.sort(key=lambda one: (-len(one.pattern), one.pattern))
        self._patterns = [(one.pattern.split("*"), one.answer) for one in patterns]

    def __bool__(self) -> bool:
        return bool(self._exact or self._patterns)

    def answer(self, address: str) -> Answer | None:
        """What happens to an address; None = nothing special."""
        if not self:
            return None
        key = duplicate_key(address)
        if key in self._exact:
            return self._exact[key]
        return next((answer for parts, answer in self._patterns if _fits(parts, key)), None)


def read_patterns(text: str) -> tuple[str, ...]:
    """The addresses and patterns of a text, parted by blanks, commas, semicolons or lines. Raises InputError.

    `gmx.de` and `@gmx.de` are everybody there, `*@gmx.de`.
    """
    found = {_pattern(part): None for part in filter(None, re.split(r"[\s,;]+", text))}
    if not found:
        raise _nothing(text)
    return tuple(found)


def with_rules(rules: Sequence[SandboxRule], patterns: Iterable[str], answer: Answer) -> tuple[SandboxRule, ...]:
    """The rules with these, in place of older ones for the same. Raises InputError where they are too many."""
    added = {pattern: SandboxRule(pattern=pattern, answer=answer) for pattern in patterns}
    together = (*(one for one in rules if one.pattern not in added), *added.values())
    if len(together) > MOST_RULES:
        raise InputError(
            tr("The sandbox takes {most} rules at most.", most=MOST_RULES),
            remedy=tr("Write a pattern such as *@gmx.de in place of many addresses."),
            code="rules",
        )
    return tuple(sorted(together, key=lambda one: one.pattern))


def _pattern(part: str) -> str:
    local, sign, domain = part.rpartition("@")
    if not local and (sign or "." in domain):
        local = "*"
    wild = "*" in domain
    checked = check_address(f"{local.replace('*', _STAND_IN)}@{f'{_STAND_IN}.{_SOMEWHERE}' if wild else domain}")
    if not local or checked.problem:
        raise _nothing(part)
    ending = ".".join(_label(one, part) for one in domain.lower().split(".")) if wild else checked.ascii_domain.lower()
    return f"{local.lower()}@{ending}"


def _label(label: str, part: str) -> str:
    """A label of a domain with a `*` somewhere, in ASCII form."""
    if "*" not in label:
        checked = check_address(f"{_STAND_IN}@{label}.{_SOMEWHERE}")
        if not checked.problem:
            return checked.ascii_domain.lower().removesuffix(f".{_SOMEWHERE}")
    elif _WILD_LABEL.fullmatch(label):
        return label
    raise _nothing(part)


def _fits(parts: Sequence[str], key: str) -> bool:
    """Say whether the parts of a pattern, between its `*`, follow one another in a key; in linear time."""
    at, end = len(parts[0]), len(key) - len(parts[-1])
    if at > end or not key.startswith(parts[0]) or not key.endswith(parts[-1]):
        return False
    for part in parts[1:-1]:
        at = key.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


def _nothing(text: str) -> InputError:
    return InputError(
        tr("“{text}” is neither an address nor a pattern.", text=text.strip()[:254]),
        remedy=tr("Write anna@example.com, or *@gmx.de for everybody there."),
        code="pattern",
    )
