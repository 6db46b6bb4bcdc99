"""What is wrong with a TOML file, in words: tomllib speaks English and of its grammar."""

from __future__ import annotations

import re
import tomllib

from sendoff.core.language import phrase, tr

_NOT_CLOSED = phrase("a bracket or a quotation mark is not closed")
_SAID = (
    (r"Expected '", phrase("a sign is missing")),
    (r"Expected newline", phrase("something stands behind the value")),
    (r"Invalid (statement|initial)", phrase("the line does not have the form `key = value`")),
    (r"Cannot|Duplicate", phrase("the same is said twice")),
    (r"Unclosed|Unterminated", _NOT_CLOSED),
    (r"Invalid (value|date)", phrase("behind the = stands no value; a text needs quotation marks")),
    (r"Unescaped|Invalid hex|Escaped", phrase("inside of quotation marks, a backslash is written twice")),
    (r"Illegal|Found invalid", phrase("a character cannot stand here")),
)
_PLACE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")


def toml_fault(error: tomllib.TOMLDecodeError, text: str) -> tuple[str, int]:
    """Why `text` is not TOML, as a clause, and on which line."""
    message = str(error)
    found = _PLACE.search(message)
    last = text.count("\n") + (not text.endswith("\n"))
    line = int(found[1]) if found and found[1] else max(1, last)
    said = next((words for pattern, words in _SAID if re.match(pattern, message)), "")
    return tr(said) if said else message[: found.start() if found else None].strip(), line
