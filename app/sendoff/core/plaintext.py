"""The plain part of a message, made from the source of its HTML template, once per campaign.

Every statement of the template is kept, in order, even out of attributes and dropped elements, so that an `if` keeps
its `endif`. html2text is GPL and inscriptis brings lxml and requests, so this reader is our own.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from sendoff.core.template_tags import ShieldedTags

_DROPPED = frozenset({"script", "style", "svg", "template", "title"})
_LINES = {
    "article": 1, "aside": 1, "body": 1, "center": 1, "dd": 1, "div": 1, "dt": 1, "footer": 1, "form": 1, "header": 1,
    "li": 1, "main": 1, "nav": 1, "section": 1, "tr": 1,
    "blockquote": 2, "dl": 2, "figure": 2, "h1": 2, "h2": 2, "h3": 2, "h4": 2, "h5": 2, "h6": 2, "hr": 2, "ol": 2,
    "p": 2, "pre": 2, "table": 2, "ul": 2,
}  # fmt: skip
"""Elements that begin and end a line, and how many line ends part them from what is around."""


def text_from_html(source: str) -> str:
    """Turn an HTML template into a plain text template; render it, then `tidy` the result."""
    shielded = ShieldedTags(source)
    reader = _Reader(shielded.statement)
    whole, comment = _until(shielded.text, "<!--", "-->")
    page, rest = _until(whole, "<", ">")
    reader.feed(page)
    reader.close()
    reader.handle_data(unescape(rest))
    reader.handle_comment(comment)
    return shielded.restore("".join(reader.written).strip())


def tidy(text: str) -> str:
    """Take away blanks at line ends and more than one empty line in a row."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join([line.rstrip() for line in text.split("\n")])).strip("\n")


def _until(text: str, opening: str, closing: str) -> tuple[str, str]:
    """Cut off what is opened and never closed: html.parser would look for its end again and again."""
    start = text.find(opening, max(0, text.rfind(closing)))
    return (text, "") if start < 0 else (text[:start], text[start:])


class _Reader(HTMLParser):
    """Writes text as it comes; line ends wait until there is something to part."""

    def __init__(self, statement: re.Pattern[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self._statement = statement
        self._breaks = 0
        self._open = " "
        self._dropped = 0
        self._pre = 0
        self._lists = 0
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kept = {"a": given.get("href", ""), "img": given.get("alt", "")}.get(tag, "")
        written = self.get_starttag_text() or ""
        self._keep_statements(written.replace(kept, "") if kept else written)
        if tag in _DROPPED:
            self._dropped += 1
        self._part(tag)
        match tag:
            case "br":
                self._line_end()
            case "hr":
                self._write("-" * 20)
                self._part(tag)
            case "img":
                self.handle_data(kept)
            case "a":
                self._links.append((kept, len(self.written)))
            case "li":
                self._write("  " * (self._lists - 1) + "- ")
            case "ul" | "ol":
                self._lists += 1
                self._begin_list()
            case "table":
                self._begin_list()
            case "pre":
                self._pre += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _DROPPED:
            self._dropped = max(0, self._dropped - 1)
        elif tag == "a" and self._links:
            self._name_target(*self._links.pop())
        elif tag in {"ul", "ol"}:
            self._lists = max(0, self._lists - 1)
        elif tag == "pre":
            self._pre = max(0, self._pre - 1)
        self._part(tag)

    def handle_data(self, data: str) -> None:
        alone = not self._statement.sub("", data).strip()
        if self._dropped or (alone and (self._breaks or not self.written)):
            self._keep_statements(data)
        elif self._pre:
            self._write(data)
        else:
            folded = re.sub(r"[ \t\r\n\f\xa0]+", " ", data)
            self._write(folded.lstrip() if self._breaks or self._open.isspace() else folded)

    def handle_comment(self, data: str) -> None:
        self._keep_statements(data)

    def handle_decl(self, decl: str) -> None:
        self._keep_statements(decl)

    def handle_pi(self, data: str) -> None:
        self._keep_statements(data)

    def unknown_decl(self, data: str) -> None:
        self._keep_statements(data)

    def _keep_statements(self, text: str) -> None:
        self.written.extend(self._statement.findall(text))

    def _part(self, tag: str) -> None:
        lines = 1 if tag in {"ul", "ol"} and self._lists else _LINES.get(tag, 0)
        self._breaks = max(self._breaks, lines)
        if tag in {"td", "th"} and not self._breaks and not self._open.isspace():
            self._write(" ")

    def _begin_list(self) -> None:
        """Write the empty line now, so that a loop around the items repeats only one line end."""
        if self._breaks > 1 and not self._dropped:
            self.written.append("\n" if self.written else "")
            self._breaks = 1

    def _line_end(self) -> None:
        if self._breaks:
            self._breaks = 2
        elif not self._dropped:
            self.written.append("\n")
            self._open = "\n"

    def _write(self, text: str) -> None:
        if not text or self._dropped:
            return
        if self._breaks:
            self.written.append("\n" * self._breaks)
            self._breaks = 0
        self.written.append(text)
        self._open = text[-1]

    def _name_target(self, target: str, start: int) -> None:
        target = target.strip().removeprefix("mailto:")
        shown = "".join(self.written[start:]).strip()
        if target and not target.startswith("#") and target != shown:
            self._write(f"({target})" if self._breaks or self._open.isspace() else f" ({target})")
