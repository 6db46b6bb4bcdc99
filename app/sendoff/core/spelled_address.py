"""Addresses as people write them for people: `anna (at) example dot com`, in quotation marks, after “e-mail:”."""

from __future__ import annotations

import re

_BEFORE_IT = " \t\r\n\u00a0<>()[]{}\"'`„“”‚‘’«»"
_AFTER_IT = _BEFORE_IT + ".,;:"
_LABEL = re.compile(r"(?:mailto|e-?mail|mail)\s*:\s*", re.IGNORECASE)
_AT = re.compile(r"\s*(?:[(\[{<]\s*(?:at|ät|@)\s*[)\]}>]|\s(?:at|ät)\s)\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*(?:[(\[{<]\s*(?:dot|punkt|\.)\s*[)\]}>]|\s(?:dot|punkt)\s)\s*", re.IGNORECASE)


def unspelled(text: str) -> str:
    """The address without what was written around it and with its signs in place of their words; perhaps still wrong.

    Blanks within a name or between two words stay: which of them belong to the address, nobody can tell.
    """
    bare = text.lstrip(_BEFORE_IT)
    bare = bare[found.end() :].lstrip(_BEFORE_IT) if (found := _LABEL.match(bare)) else bare
    bare = bare.rstrip(_AFTER_IT)
    bare = _DOT.sub(".", bare)
    if "@" not in _AT.sub("", bare):
        bare = _AT.sub("@", bare)
    bare = re.sub(r"\s*@\s*", "@", bare)
    local, sign, domain = bare.rpartition("@")
    return local + sign + re.sub(r"(?<=\w)\s*[,.]\s*(?=\w)", ".", domain)
