"""What is wrong with a template, in words: Jinja2 and Python speak English, and of their own insides."""

from __future__ import annotations

import re

from sendoff.core.language import phrase
from sendoff.core.said import Said, quoted, said

_SIGNS = {
    "begin of print statement": "{{", "end of print statement": "}}", "begin of statement block": "{%",
    "end of statement block": "%}", "begin of comment": "{#", "end of comment": "#}",
}  # fmt: skip
_NAMED = {
    "name": phrase("a name"),
    "integer": phrase("a number"),
    "float": phrase("a number"),
    "string": phrase("a text in quotation marks"),
    "end of template": phrase("the end of the template"),
    "template data / text": phrase("text"),
}
_BACKSLASH = phrase("inside of quotation marks, a backslash is written twice")
_PLACE = phrase("[ ] takes a position in a text or a list, counted from 0")
_SYNTAX = (
    (r"unexpected end of template, expected '(?P<expected>.*)'\.$", phrase("it ends, and {expected} is missing")),
    (r"unexpected 'end of template'$", phrase("it ends in the middle")),
    (r"expected token '(?P<expected>.*)', got '(?P<found>.*)'$", phrase("{found} stands where {expected} belongs")),
    (r"unexpected '(?P<found>.*)', expected '(?P<expected>.*)'$", phrase("{found} stands where {expected} belongs")),
    (r"Expected an expression, got '(?P<found>.*)'$", phrase("{found} stands where a field belongs")),
    (r"unexpected '(?P<found>.*)'$", phrase("{found} does not belong there")),
    (r"unexpected char ['\"](?P<found>.*)['\"] at \d+$", phrase("{found} does not belong there")),
    (r"Unexpected end of template.*closed is '(?P<block>\w+)'", phrase("{block} has no {end}")),
    (r"Encountered unknown tag '(?P<tag>.+?)'.*closed is '(?P<block>\w+)'",
     phrase("{tag} stands before the {end} of {block}")),
    (r"Encountered unknown tag '(?P<tag>.+?)'", phrase("{tag} does not belong there")),
    (r"tag name expected", phrase("the tag does not begin with a word such as if")),
    (r"expected name or number", phrase("behind the point a name is missing")),
    (r"expected subscript|invalid syntax for function", phrase("what stands in brackets cannot be read")),
    (r"You cannot chain", phrase("there is one “is” too many")),
    (r"can't assign to", phrase("set gives a value to a name only")),
    (r"Invalid character in identifier", phrase("a name has a character that it cannot have")),
    (r"Can't assign to special loop", phrase("the name “loop” is taken")),
    (r"Missing end of comment", phrase("a comment has no end")),
    (r"Missing end of raw", phrase("raw has no endraw")),
    (r"illegal Unicode|truncated|malformed|unknown Unicode|unicode error", _BACKSLASH),
)  # fmt: skip
_FILLING = (
    (r"'(?P<name>.*)' is undefined$", phrase("{name} has no value there")),
    (r".* has no element|.*index out of range", phrase("there is nothing at that place of the list")),
    (r".* has no attribute", phrase("there is nothing of that name in it")),
    (r".*(division|modulo)", phrase("it divides by zero")),
    (r"'.*' not supported between", phrase("only texts, numbers and dates can be compared")),
    (r"bad operand type|unsupported operand", phrase("it calculates with a text")),
    (r".* has no len\(\)|.*not iterable|.*not subscriptable", phrase("a number has no length and no parts")),
    (r".*(positional argument|keyword argument|at (most|least) \d+ arg|expected \d+ arg)",
     phrase("a filter has more values in its brackets than it takes, or fewer")),
    (r"slice indices|.*indices must be", _PLACE),
    (r".*interpreted as an integer|range\(\) arg", phrase("range takes whole numbers, and steps other than 0")),
    (r".*recursion", phrase("it is nested too deeply")),
    (r"empty separator", phrase("split needs what to split at")),
)  # fmt: skip


def syntax_words(message: str) -> str:
    """What Jinja2 says of a template it cannot read, as a clause in the language of its reader."""
    return message if isinstance(message, Said) else _words(_SYNTAX, message)


class NotANumberError(TypeError):
    """A text stands where a number is needed."""


def calculates(error: BaseException) -> bool:
    """Whether a number was needed where a text stands."""
    return isinstance(error, NotANumberError) or bool(re.match(r"bad operand type|unsupported operand", str(error)))


def filling_words(error: BaseException) -> str:
    """What went wrong with one row's values, likewise."""
    message = error.args[0] if error.args else ""
    return message if isinstance(message, Said) else _words(_FILLING, str(error))


def _words(table: tuple[tuple[str, str], ...], message: str) -> str:
    for pattern, words in table:
        if found := re.match(pattern, message, re.DOTALL):
            values = {key: _token(key, value) for key, value in found.groupdict().items()}
            if "block" in values:
                values["end"] = f"{{% end{found['block']} %}}"
            return said(words, **values)
    return message


def _token(kind: str, value: str) -> str:
    """A piece of a template as it is written, in quotation marks; a kind of piece by its name."""
    if kind in ("block", "tag"):
        return f"{{% {value} %}}"
    if value in _NAMED and (kind, value) != ("found", "name"):  # what was found is then a field that is called so
        return said(_NAMED[value])
    return quoted(_SIGNS.get(value, value))
