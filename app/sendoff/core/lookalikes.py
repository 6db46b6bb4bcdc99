"""Names that look like others: letters of two scripts in one name, or foreign letters that pass for Latin (UTS 39)."""

from __future__ import annotations

import unicodedata

from sendoff.core.language import all_of, phrase, tr

_MIXING = {
    "LATIN": phrase("Latin"),
    "CYRILLIC": phrase("Cyrillic"),
    "GREEK": phrase("Greek"),
    "ARMENIAN": phrase("Armenian"),
    "CHEROKEE": phrase("Cherokee"),
    "COPTIC": phrase("Coptic"),
}
"""Alphabets whose letters pass for each other's; a name in Japanese mixes three others and means no harm."""
_PASSING = frozenset("аеорсухіѕјԁӏһԛԝѵԍοανρυικτх")
"""Cyrillic and Greek letters that look Latin, as UTS 39's confusables say."""
_LONGEST = 255
_LONGEST_LABEL = 63


def lookalike(name: str) -> str:
    """Say what is wrong with a host's name or an e-mail address, as a sentence without a full stop; else nothing."""
    name = name[:_LONGEST]
    if name.isascii() and "xn--" not in name.lower():
        return ""
    for label in name.replace("@", ".").split("."):
        shown = _shown(label)
        scripts = sorted({_script(letter) for letter in shown if letter.isalpha()} & _MIXING.keys())
        if len(scripts) > 1:
            return tr(
                "“{shown}” mixes {script} letters",
                shown=shown,
                script=all_of(tr(_MIXING[script]) for script in scripts),
            )
        if scripts and scripts != ["LATIN"] and all(one in _PASSING or not one.isalpha() for one in shown.lower()):
            return tr("“{shown}” looks Latin and is {scripts}", shown=shown, scripts=tr(_MIXING[scripts[0]]))
    return ""


def _shown(label: str) -> str:
    """A label as a browser would show it (RFC 3492)."""
    if not label.lower().startswith("xn--") or len(label) > _LONGEST_LABEL:
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
