"""Keeps `{{ … }}` and `{% … %}` whole while a template's source goes through a reader that knows nothing of them."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"""\{%-?\s*raw\b.*?\bendraw\s*-?%\}          # what Jinja2 copies as it is
    | \{\{ (?: [^"'}] | "[^"]*" | '[^']*' | \}(?!\}) )* \}\}
    | \{% (?: [^"'%] | "[^"]*" | '[^']*' | %(?!\}) )* %\}
    | \{\# .*? \#\}""",
    re.DOTALL | re.VERBOSE,
)
_RAW = re.compile(r"\{%-?\s*raw\b")


class ShieldedTags:
    """A source whose tags are lower-case words of letters and digits, and the way back."""

    def __init__(self, source: str) -> None:
        self._mark = "qzt"
        while self._mark in source:
            self._mark += "qzt"
        self._tags: list[str] = []
        self.text = _TAG.sub(self._hide, source)
        self._word = re.compile(rf"{self._mark}[se](\d+)x")
        self._comment = re.compile(rf"(?:<|&lt;)!--({self._mark}s\d+x)--(?:>|&gt;)")
        self._line = re.compile(rf"^[ \t]*((?:{self._mark}s\d+x[ \t]*)+)$", re.MULTILINE)
        self.statement = re.compile(rf"{self._mark}s\d+x")
        """Matches a hidden statement (`if`, `for`, `set`, …) or comment, not a value."""

    def _hide(self, match: re.Match[str]) -> str:
        tag = match[0]
        self._tags.append(tag)
        kind = "e" if tag.startswith("{{") or _RAW.match(tag) else "s"
        return f"{self._mark}{kind}{len(self._tags) - 1}x"

    def as_comments(self) -> str:
        """The text with each line of statements as HTML comments, which Markdown takes for blocks of their own."""
        return self._line.sub(lambda line: self.statement.sub(lambda word: f"<!--{word[0]}-->", line[1]), self.text)

    def restore(self, text: str) -> str:
        """Put the tags back; braces that came up in between (out of `&#123;`) stay braces."""
        text = re.sub(rf"\{{(?=[{{%#]|{self._mark}e)", "{{ '{' }}", text)
        text = self._comment.sub(r"\1", text)
        return self._word.sub(lambda word: self._tags[int(word[1])], text)
