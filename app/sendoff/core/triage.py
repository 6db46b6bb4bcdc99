"""What a valid address looks like to somebody who knows mail: mistyped, a role's, thrown away after use, or plain.

Everything is decided offline from lists of domains and words (`resources/lists/`). A known domain is never "corrected".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sendoff.core.language import tr
from sendoff.core.recipient import Verdict
from sendoff.core.toml_table import TomlTable

_CACHED = 50_000
"""Domains remembered; a list with more of them costs time, not memory."""
_NEAR_FROM = 5
"""Letters of a name from which one wrong letter still names it: `gmial` is gmail, `mns` nobody."""
_NEAR_TWICE_FROM = 9
"""Likewise for two wrong letters: `portonmial` is protonmail."""
_SEPARATORS = str.maketrans("", "", ".-_")
_PLUS = re.compile(r"\+.*")
"""What follows a plus sign, to the end of the line."""
_WORD_KEYS = ("near", "likely", "known", "roles", "disposable")
_TABLE_KEYS = ("families", "endings", "slips")


@dataclass(frozen=True, slots=True)
class Mark:
    """What an address is beyond being valid: SUGGESTED (then with the address meant), ROLE, DISPOSABLE or READY."""

    verdict: Verdict
    suggestion: str = ""


_READY, _ROLE, _DISPOSABLE = Mark(Verdict.READY), Mark(Verdict.ROLE), Mark(Verdict.DISPOSABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLists:
    """The words and domains that marks are decided by; two of them add up."""

    likely: frozenset[str] = frozenset()
    """Domains that a near spelling probably means."""
    known: frozenset[str] = frozenset()
    """Real domains, never corrected and never disposable; holds the likely ones too."""
    disposable: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    endings: Mapping[str, str] = field(default_factory=dict)
    """Endings that do not exist, and what was meant."""
    slips: Mapping[str, str] = field(default_factory=dict)
    """Endings that do exist, and what was meant after a likely name."""

    def __add__(self, other: MarkLists) -> MarkLists:
        return MarkLists(
            likely=self.likely | other.likely,
            known=self.known | other.known,
            disposable=self.disposable | other.disposable,
            roles=self.roles | other.roles,
            endings={**self.endings, **other.endings},
            slips={**self.slips, **other.slips},
        )


def mark_lists_from(values: Mapping[str, object], where: str) -> MarkLists:
    """Read one file of lists. Raises InputError, whose `code` is the key at fault."""
    table = TomlTable(values=values, what=tr("The list"), where=where)
    table.check_keys((), (*_WORD_KEYS, *_TABLE_KEYS, "source", "checked"))
    words = {key: frozenset(table.text(key).lower().split()) for key in _WORD_KEYS}
    families, endings, slips = (_texts(table.table(key)) for key in _TABLE_KEYS)
    every = {f"{name}.{ending}" for name, ends in families.items() for ending in ends.lower().split()}
    likely = words["likely"] | {domain for domain in every if domain.partition(".")[0] in words["near"]}
    return MarkLists(
        likely=likely,
        known=likely | words["known"] | every,
        disposable=words["disposable"],
        roles=frozenset(word.translate(_SEPARATORS) for word in words["roles"]),
        endings=endings,
        slips=slips,
    )


def _texts(table: TomlTable) -> dict[str, str]:
    return {key: table.text(key) for key in table.values}


class Marker:
    """Marks valid addresses. A plain one costs two look-ups; what a domain is, is found once."""

    def __init__(self, lists: MarkLists) -> None:
        self._lists = lists
        self._near = _by_ending(lists.likely)
        self._domains: dict[str, Mark | str] = {}

    def __call__(self, address: str) -> Mark:
        """Mark an address that `check_address` made."""
        local, _, domain = address.rpartition("@")
        found = self._of(f"@{domain}")
        if isinstance(found, str):
            return Mark(Verdict.SUGGESTED, f"{local}@{found}")
        return _ROLE if self._is_role(local) else found

    def noticed(self, locals_: Sequence[str], domains: Sequence[str], odd: Collection[int] = ()) -> list[int]:
        """The places of addresses worth a look, nearly all those that are not plain READY, and the odd ones.

        The parts are in lower case, the domains begin with the @.
        """
        places = {*odd}
        bases = _PLUS.sub("", "\n".join(locals_).translate(_SEPARATORS)).split("\n")
        if not self._lists.roles.isdisjoint(bases):
            places.update(place for place, base in enumerate(bases) if base in self._lists.roles)
        marks = [*map(self._domains.get, domains)]
        if marks.count(_READY) < len(marks):
            wanted = {domain for domain in {*domains} if self._of(domain) is not _READY}
            places.update(place for place, domain in enumerate(domains) if domain in wanted)
        return sorted(places)

    def _is_role(self, local: str) -> bool:
        return local.partition("+")[0].lower().translate(_SEPARATORS) in self._lists.roles

    def _of(self, domain: str) -> Mark | str:
        """What a domain, with the @ before it, is: a mark, or the domain that was meant."""
        if (found := self._domains.get(domain)) is None:
            if len(self._domains) >= _CACHED:
                self._domains.clear()
            found = self._domains[domain] = self._judge(domain[1:])
        return found

    def _judge(self, domain: str) -> Mark | str:
        if meant := self.meant(domain):
            return meant
        disposable = domain in self._lists.disposable and domain not in self._lists.known
        return _DISPOSABLE if disposable else _READY

    def meant(self, domain: str) -> str:
        """The domain that was probably meant; empty where this one may well be right."""
        lists = self._lists
        if domain in lists.known or domain in lists.disposable:
            return ""
        if (bare := domain.removeprefix("www.")) in lists.likely:
            return bare
        if mended := _with_ending(domain, lists.endings):
            return mended if mended in lists.known else self._nearest(mended) or mended
        slipped = _with_ending(domain, lists.slips)
        return slipped if slipped in lists.likely else self._nearest(domain) or self._nearest(slipped)

    def _nearest(self, domain: str) -> str:
        """The likely domain with this ending whose name is nearly this one; empty where two are equally near."""
        name, _, ending = domain.partition(".")
        likely = self._near.get(ending)
        if not likely:
            return ""
        # Loaded here: the rapidfuzz package takes 3 MB, which a sender of companies' addresses never needs.
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        found = extract(name, likely, scorer=OSA.distance, score_cutoff=2, limit=3)
        close = [(gap, other) for other, gap, _ in found if gap <= _gap(other)]
        if not close or (len(close) > 1 and close[0][0] == close[1][0]):
            return ""
        return f"{close[0][1]}.{ending}"


def _gap(name: str) -> int:
    """How many letters may be wrong, missing, too many or swapped, so that this name is still meant."""
    return sum(len(name) >= length for length in (_NEAR_FROM, _NEAR_TWICE_FROM))


def _with_ending(domain: str, endings: Mapping[str, str]) -> str:
    """The domain with the ending that was meant, the longest first; empty where its ending is none of these."""
    name, _, ending = domain.partition(".")
    while ending:
        if ending in endings:
            return f"{name}.{endings[ending]}"
        label, _, ending = ending.partition(".")
        name = f"{name}.{label}"
    return ""


def _by_ending(domains: Iterable[str]) -> dict[str, tuple[str, ...]]:
    names: dict[str, list[str]] = {}
    for domain in sorted(domains):
        name, _, ending = domain.partition(".")
        names.setdefault(ending, []).append(name)
    return {ending: tuple(each) for ending, each in names.items()}
