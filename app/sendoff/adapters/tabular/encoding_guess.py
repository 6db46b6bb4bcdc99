"""Which encoding older text is in, by the letters it would then hold. A guess: people see it, and the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_WESTERN = "äöüßéèêàâçîôûëáíóúñãõåæøìùïœ"
_RUSSIAN = "оеаинтсрвлкмдпуяыьгзбйхюшчіїєў"
_FREQUENT: Mapping[str, str] = {
    "cp1252": _WESTERN,
    "cp1250": "áéíóúýčďěňřšťůžľĺŕôąćęłńśźżőűăâîşţäöü",
    "cp1254": "çğıöşüâîûİ",
    "cp1251": _RUSSIAN,
    "koi8-r": _RUSSIAN,
    "cp1253": "αοιετσνηυρπκλμςδγάέήίόύώ",
    "cp1255": "יוהלארתבמשנםדקחפעןכגצ",
    "cp1256": "اليمونرتبةعدسفهكقحجشأىخصطزض",
    "mac_roman": _WESTERN,
    "cp850": _WESTERN,
}
"""The letters that words in an encoding's languages are full of."""
_LEADS: Mapping[str, tuple[int, int]] = {
    "cp932": (0x88, 0x98),
    "gb18030": (0xB0, 0xD7),
    "big5": (0xA4, 0xC6),
    "cp949": (0xB0, 0xC8),
    "euc_jp": (0xB0, 0xCF),
}
"""The first bytes of an encoding's everyday characters."""
_KANA = {"cp932": 1.1, "euc_jp": 1.05}
_DECENT = 0.2
_PUNCTUATION = frozenset("“”„‘’‚–—…€«»°·§©®№、。・，（）【】「」\u00a0\u3000")


def likely_encodings(sample: bytes) -> tuple[str, ...]:
    """The encodings the text could be in, the likeliest first; Windows-1252 leads where nothing speaks for another."""
    scores: dict[str, float] = {}
    for name in (*_FREQUENT, *_LEADS):
        try:
            text = sample.decode(name)
        except UnicodeDecodeError:
            continue
        scores[name] = _average(text, _double(name) if name in _LEADS else _single(name))
        if name == "cp1252" and "ø" in text and not {"ì", "è", "ù"}.isdisjoint(text):
            scores[name] -= 0.3  # Norwegian with Italian: rather Czech in Windows-1250
    # sorted() keeps the order of equals.
    return tuple(sorted((name for name, score in scores.items() if score > _DECENT), key=lambda name: -scores[name]))


def _average(text: str, weigh: Callable[[str, str, str], float]) -> float:
    weights = [
        weigh(before, letter, after)
        for before, letter, after in zip(" " + text, text, text[1:] + " ", strict=False)
        if not letter.isascii()
    ]
    return sum(weights) / len(weights) if weights else 1.0


def _single(name: str) -> Callable[[str, str, str], float]:
    """How well a letter beyond ASCII fits between its neighbours, in an encoding of one byte a letter."""
    frequent = frozenset(_FREQUENT[name] + _FREQUENT[name].upper())
    latin = _FREQUENT[name][0] < "Ͱ"
    stray = -0.5 if name == "cp1254" else 0.2

    def weigh(before: str, letter: str, after: str) -> float:
        if not letter.isalpha():
            inside = before.isalpha() and after.isalpha() and letter != "’"
            return -1.0 if inside or letter not in _PUNCTUATION else 0.3
        weight = 1.0 if letter in frequent else stray
        if before.islower() and letter.isupper():
            weight -= 1.0
        # A Latin accent rarely stands beside another one; another script never stands in a Latin word.
        if before.isalpha() and before.isascii() is not latin:
            weight -= 0.6
        return weight

    return weigh


def _double(name: str) -> Callable[[str, str, str], float]:
    """How everyday a character is, in an encoding of two bytes a character."""
    first, last = _LEADS[name]

    def weigh(_before: str, letter: str, _after: str) -> float:
        if letter in _PUNCTUATION:
            return 0.3
        if "\u3040" <= letter <= "\u30ff":
            return _KANA.get(name, -0.5)
        lead = letter.encode(name)[0]
        return (1.1 if "가" <= letter <= "힣" else 1.0) if first <= lead <= last else -0.5

    return weigh
