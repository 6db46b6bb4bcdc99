"""A person's name in one column taken apart: first and last name, each left empty rather than guessed wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from sendoff.core.column_names import normalise_field

_TITLES = frozenset(
    """
    dr prof mr mrs ms miss mx sir dame lady lord rev herr frau hr fr fräulein familie family eheleute ing mag lic dkfm
    dipl-ing dipl-kfm dipl-kffr dipl-psych med phil jur rer nat habil pd ra rain monsieur madame mademoiselle mme mlle
    m sig sigra signora signor dott dottssa sra srta sr señor señora don doña dhr mevr mevrouw meneer pan pani
    """.split()
)
_SUFFIXES = frozenset(
    """
    jr jun junior sr sen senior ii iii iv phd md mba ma msc bsc llm esq cpa rn dds dvm mph ba dipl med jur rer nat
    """.split()
)
_PARTICLES = frozenset(
    """
    von vom van zu zum zur zue af av de da das do dos del della dello dei degli der den di du des la las le los les el
    al bin ibn ben bint abu ten ter te 't op y e i mac mc st san
    """.split()
)
_ALSO_FIRST = frozenset({"Al", "Ben", "Mac"})
"""Particles that are a first name where they come first."""
_LINKS = frozenset("und and et y e en och og i a ou oder or".split())
_COMPANY = re.compile(
    r"\b(?:GmbH|AG|KG|OHG|UG|e\.? ?V|Ltd|Limited|Inc|LLC|LLP|Corp|Co|PLC|S\.?A\.?R?\.?L?|S\.?r\.?l|B\.?V|N\.?V|A/S|"
    r"Oy|AB|Team|Verlag|Verein|Office|Company|Group|Stiftung|Redaktion|Info|Support|Service)\b\.?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[\"“”„«»][^\"“”„«»]*[\"“”„«»]")
_NO_NAME = re.compile(r"[@/&+:;<>|_*=#\\]")
_INITIAL = re.compile(r"(?:[^\W\d_]\.[-–]?)+|[^\W\d_]")
_FAMILY_FIRST = frozenset(
    """
    фио фамилия_имя фамилия_имя_отчество піб nom_et_prénom nom_prénom nom_et_prenom nom_prenom name_und_vorname
    name_vorname nachname_vorname cognome_e_nome cognome_nome apellidos_y_nombre nazwisko_i_imię last_first
    """.split()
)
_EAST = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")
_PAIR = 2
_LONGEST = 120


def family_first(header: str) -> bool:
    """Whether a column of this name holds last names before first ones: `ФИО`, `Nom et prénom`."""
    return normalise_field(header) in _FAMILY_FIRST


def split_name(written: str, *, turned: bool = False) -> tuple[str, str]:
    """First and last name of one person: `Lovelace, Ada` and `Dr. Ada Lovelace` are `Ada` and `Lovelace`.

    `turned`: the last name stands first, also without a comma.
    Empty is what is not certain: the first name of one word alone or of an initial, the last name behind several words
    that could belong to either, and both where it is a company or more than one person.
    """
    text = " ".join(_ASIDE.sub(" ", written).split())
    if not text or len(text) > _LONGEST or any(map(str.isdigit, text)):
        return "", ""
    if _NO_NAME.search(text) or _COMPANY.search(text):
        return "", ""
    head, *rest = [part.strip() for part in text.split(",")]
    rest = [part for part in rest if part and not all(_bare(word) in _SUFFIXES | _TITLES for word in part.split())]
    if len(rest) > 1 or _several(text):
        return "", ""
    words = _untitled(head.split())
    if not rest and turned:
        return (words[1] if len(words) > 1 else "", words[0] if words else "")
    if not rest:
        return _in_order(words)
    return _turned(words, _untitled(rest[0].split()))


def _turned(last: Sequence[str], given: Sequence[str]) -> tuple[str, str]:
    """`Goethe, Johann Wolfgang von`."""
    if not last:
        return "", ""
    cut = next((place for place, word in enumerate(given) if _particle(word)), len(given))
    first = [word for word in given[:cut] if not _INITIAL.fullmatch(word)]
    return " ".join(first), " ".join((*given[cut:], *last))


def _in_order(words: Sequence[str]) -> tuple[str, str]:
    """`Vincent van Gogh`."""
    words = [word for place, word in enumerate(words) if not place or not _INITIAL.fullmatch(word)]
    if not words:
        return "", ""
    if len(words) == _PAIR and all(_eastern(word) for word in words):
        return words[1], words[0]
    if len(words) == 1 or (_particle(words[0]) and words[0] not in _ALSO_FIRST):
        return "", " ".join(words)
    first = "" if _INITIAL.fullmatch(words[0]) else words[0]
    cut = next((place for place, word in enumerate(words[1:-1], 1) if _particle(word)), 0)
    if cut == 1 or len(words) == _PAIR:
        return first, " ".join(words[1:])
    return first, " ".join(words[cut:]) if cut else ""


def _untitled(words: Sequence[str]) -> list[str]:
    """Without titles before the name and degrees behind it."""
    left = list(words)
    while left and _bare(left[0]) in _TITLES and (left[0].endswith(".") or len(_bare(left[0])) > 1):
        left.pop(0)
    while len(left) > 1 and _bare(left[-1]) in _SUFFIXES and (left[-1].endswith(".") or not left[-1].islower()):
        left.pop()
    return left


def _several(text: str) -> bool:
    """Whether it names more than one: “Anna und Ben Meier”; in Spanish, `y` also joins two last names."""
    return any(word.casefold() in _LINKS - _PARTICLES for word in text.split()[1:])


def _particle(word: str) -> bool:
    return word.casefold() in _PARTICLES or word.casefold().startswith(("d'", "d’", "'t"))


def _bare(word: str) -> str:
    return word.casefold().strip(".").replace(".", "")


def _eastern(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith(_EAST)
