"""Keeps `{{ … }}` and `{% … %}` whole while a template's source goes through a reader that knows nothing of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPEN = re.compile(r"\{[{%#]")
_VALUE = re.compile(r"""\{\{ (?: [^"'{}] | "[^"]*" | '[^']*' | \}(?!\}) )*+ \}\}""", re.VERBOSE)
_STATEMENT = re.compile(r"""\{% (?: [^"'{%] | "[^"]*" | '[^']*' | %(?!\}) )*+ %\}""", re.VERBOSE)
_RAW = re.compile(r"\{%-?\s*raw\b")
_END_OF_RAW = re.compile(r"\bendraw\s*-?%\}")
_END_OF_COMMENT = re.compile(r"#\}")


def _tags(source: str) -> Iterator[tuple[int, int]]:
    """Where each tag begins and ends. Linear: what has no end is looked for once."""
    at, unclosed = 0, set[re.Pattern[str]]()
    while found := _OPEN.search(source, at):
        start = at = found.start()
        last = _END_OF_COMMENT if source[start + 1] == "#" else _END_OF_RAW if _RAW.match(source, start) else None
        if last is not None and last not in unclosed:
            if end := last.search(source, start + 2):
                at = end.end()
            else:
                unclosed.add(last)
        if at == start and last is not _END_OF_COMMENT:
            whole = (_VALUE if source[start + 1] == "{" else _STATEMENT).match(source, start)
            at = whole.end() if whole else start
        if at > start:
            yield start, at
        else:
            at = start + 1


class ShieldedTags:
    """A source whose tags are lower-case words of letters and digits, and the way back."""

    def __init__(self, source: str) -> None:
        self._mark = "qzt"
        while self._mark in source:
            self._mark += "qzt"
        self._tags: list[str] = []
        self.text = self._hidden(source)
        self._word = re.compile(rf"{self._mark}[se](\d+)x")
        self._comment = re.compile(rf"(?:<|&lt;)!--({self._mark}s\d+x)--(?:>|&gt;)")
        self._line = re.compile(rf"^[ \t]*((?:{self._mark}s\d+x[ \t]*)+)$", re.MULTILINE)
        self.statement = re.compile(rf"{self._mark}s\d+x")
        """Matches a hidden statement (`if`, `for`, `set`, …) or comment, not a value."""

    def _hidden(self, source: str) -> str:
        parts: list[str] = []
        at = 0
        for start, end in _tags(source):
            parts += (source[at:start], self._hide(source[start:end]))
            at = end
        return "".join((*parts, source[at:]))

    def _hide(self, tag: str) -> str:
        self._tags.append(tag)
        kind = "e" if tag.startswith("{{") or _RAW.match(tag) else "s"
        return f"{self._mark}{kind}{len(self._tags) - 1}x"

    def as_comments(self) -> str:
        """The text with each line of statements as HTML comments, which Markdown takes for blocks of their own."""
        return self._line.sub(lambda line: self.statement.sub(lambda word: f"<!--{word[0]}-->", line[1]), self.text)

    def pieces(self, text: str) -> Iterator[tuple[str, bool]]:
        """A text in pieces, each with whether it is a tag; no tag is left hidden."""
        at = 0
        for word in self._word.finditer(self._comment.sub(r"\1", text)):
            if word.start() > at:
                yield word.string[at : word.start()], False
            yield self._tags[int(word[1])], True
            at = word.end()
        rest = self._comment.sub(r"\1", text)[at:]
        if rest:
            yield rest, False

    def restore(self, text: str) -> str:
        """Put the tags back; braces that came up in between (out of `&#123;`) stay braces."""
        text = re.sub(rf"\{{(?=[{{%#]|{self._mark}e)", "{{ '{' }}", text)
        text = self._comment.sub(r"\1", text)
        return self._word.sub(lambda word: self._tags[int(word[1])], text)
