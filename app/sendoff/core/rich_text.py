"""Rich text as a mail editor shows it: paragraphs of styled runs, read from Markdown.

What it cannot hold (tables, HTML, code, items of several paragraphs) stays Markdown: `read_rich` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from sendoff.core.markdown import markdown_tokens
from sendoff.core.template_tags import ShieldedTags

PARAGRAPH, QUOTE, RULE, BULLET, NUMBER = "paragraph", "quote", "rule", "bullet", "number"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HTML = {"strong": "bold", "b": "bold", "em": "italic", "i": "italic", "s": "strike", "del": "strike"}
_HTML_TAG = re.compile(r"<(/?)([a-z]+)\s*/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of text of one style; a line break is a newline of its own."""

    text: str = ""
    """The words; of a picture, what it shows."""
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    link: str = ""
    button: bool = False
    image: str = ""
    """The address of a picture."""
    tag: bool = False
    """The text is a merge field or a statement of the template, braces and all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph."""

    kind: str = PARAGRAPH
    runs: tuple[Run, ...] = ()
    level: int = 0
    """How deep a list is within lists."""
    loose: bool = False
    """Of a list: its items stand apart."""


class _Unknown(Exception):  # noqa: N818 -- a condition: the Markdown has something else
    """There is something that rich text does not have."""


def read_rich(source: str) -> tuple[Block, ...] | None:
    """The blocks of a Markdown template; None where it has something else."""
    shielded = ShieldedTags(source)
    try:
        return normal(_Reader(shielded).blocks(markdown_tokens(shielded)))
    except _Unknown:
        return None


def normal(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same in the one form it has: tags on their own, equal neighbours together, no style on blanks at an edge."""
    return tuple(_bare(replace(one, runs=_joined(_trimmed(_parted(one.runs))))) for one in blocks)


def _bare(block: Block) -> Block:
    listed = block.kind in (BULLET, NUMBER)
    return block if listed else replace(block, level=0, loose=False)


def _parted(runs: Sequence[Run]) -> Iterator[Run]:
    for run in runs:
        if run.tag or run.image or run.code:
            yield run
            continue
        shielded = ShieldedTags(run.text)
        for text, tag in shielded.pieces(shielded.text):
            for part in re.split(r"(\n)", text) if not tag else [text]:
                yield Run(text="\n") if part == "\n" else replace(run, text=part, tag=tag)


def _trimmed(runs: Iterable[Run]) -> list[Run]:
    """Blanks where a style begins or ends become plain: Markdown has no emphasis that begins or ends with a blank."""
    kept = list(runs)
    for style in ("bold", "italic", "strike"):
        kept = _trimmed_style(_cut(kept), style)
    return kept


def _cut(runs: Sequence[Run]) -> list[Run]:
    """Blanks at the edges of runs as runs of their own."""
    return [
        replace(run, text=part)
        for run in runs
        for part in ([run.text] if run.tag or run.image or run.code else re.split(r"^(\s+)|(\s+)$", run.text))
        if part or (run.image and part is not None)
    ]


def _trimmed_style(runs: list[Run], style: str) -> list[Run]:
    plain = {style: False}
    for order in (range(len(runs)), range(len(runs) - 1, -1, -1)):
        inside = False
        for place in order:
            run = runs[place]
            if getattr(run, style) and not inside and _blank(run):
                runs[place] = replace(run, **plain)  # type: ignore[arg-type]  # a flag by its name
            else:
                inside = getattr(run, style)
    return runs


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    kept: list[Run] = []
    for run in runs:
        whole = run.tag or run.image or run.text == "\n"
        if not (run.text or run.image):
            continue
        last = kept[-1] if kept else None
        apart = last is None or whole or last.tag or last.image or last.text == "\n"
        if last is None or apart or replace(last, text="") != replace(run, text=""):
            kept.append(run)
        else:
            kept[-1] = replace(run, text=last.text + run.text)
    return _edges(kept)


def _edges(runs: list[Run]) -> tuple[Run, ...]:
    """Without blanks and breaks at the start and the end, which Markdown does not keep."""
    while runs and _blank(runs[0]):
        runs.pop(0)
    while runs and _blank(runs[-1]):
        runs.pop()
    if runs and not (runs[0].tag or runs[0].image or runs[0].code):
        runs[0] = replace(runs[0], text=runs[0].text.lstrip(" \t"))
    if runs and not (runs[-1].tag or runs[-1].image or runs[-1].code):
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" \t"))
    return tuple(runs)


def _blank(run: Run) -> bool:
    return not (run.tag or run.image or run.text.strip(" \t\n"))


class _Reader:
    """Walks the tokens once."""

    def __init__(self, shielded: ShieldedTags) -> None:
        self._shielded = shielded
        self._found: list[Block] = []
        self._lists: list[str] = []
        self._in_quote = False
        self._in_item: list[int] = []

    def blocks(self, tokens: Sequence[Token]) -> list[Block]:
        """The blocks of a source's tokens. Raises _Unknown."""
        for place, token in enumerate(tokens):
            if token.type == "inline":
                self._paragraph(token, tokens[place - 1])
            elif token.type == "hr":
                self._add(Block(kind=RULE))
            elif token.type == "html_block":
                self._statements(token.content)
            else:
                self._turn(token)
        return self._found

    def _turn(self, token: Token) -> None:
        """Begin or end a list, an item or a quote."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._open_list(token)
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._in_item.append(0)
            case "list_item_close":
                if not self._in_item.pop():
                    self._add(Block(kind=self._lists[-1], level=len(self._lists) - 1))
            case "blockquote_open" | "blockquote_close":
                self._quote(opens=token.type == "blockquote_open")
            case "paragraph_open" | "paragraph_close" | "heading_open" | "heading_close":
                pass
            case _:
                raise _Unknown

    def _open_list(self, token: Token) -> None:
        if self._in_quote or token.attrGet("start") not in (None, 1):
            raise _Unknown
        self._lists.append(BULLET if token.type == "bullet_list_open" else NUMBER)

    def _quote(self, *, opens: bool) -> None:
        if self._lists or opens == self._in_quote:
            raise _Unknown
        self._in_quote = opens

    def _add(self, block: Block) -> None:
        if (self._lists and block.kind not in (BULLET, NUMBER)) or (self._in_quote and block.kind != QUOTE):
            raise _Unknown
        self._found.append(block)

    def _paragraph(self, token: Token, opening: Token) -> None:
        runs = tuple(_Inline(self._shielded).runs(token.children or ()))
        if opening.type == "heading_open":
            self._add(Block(kind=opening.tag, runs=runs))
        elif self._lists:
            if self._in_item[-1]:
                raise _Unknown
            self._in_item[-1] = 1
            self._add(Block(kind=self._lists[-1], runs=runs, level=len(self._lists) - 1, loose=not opening.hidden))
        else:
            self._add(Block(kind=QUOTE if self._in_quote else PARAGRAPH, runs=runs))

    def _statements(self, content: str) -> None:
        """A line of `{% … %}` alone; other HTML is not rich text."""
        pieces = [(text, tag) for text, tag in self._shielded.pieces(content.strip()) if tag or text.strip()]
        if not all(tag for _text, tag in pieces):
            raise _Unknown
        self._add(Block(runs=tuple(Run(text=text, tag=True) for text, _tag in pieces)))


class _Inline:
    """Walks the tokens of one paragraph."""

    def __init__(self, shielded: ShieldedTags) -> None:
        self._shielded = shielded
        self._style = Run()

    def runs(self, tokens: Sequence[Token]) -> Iterator[Run]:
        for token in tokens:
            match token.type:
                case "text" | "text_special":
                    yield from self._words(token.content)
                case "softbreak":
                    yield replace(self._style, text=" ")
                case "hardbreak":
                    yield Run(text="\n")
                case "code_inline":
                    yield replace(self._style, text=self._whole(token.content), code=True)
                case "image":
                    alt = "".join(child.content for child in token.children or ())
                    source = self._whole(str(token.attrGet("src") or ""))
                    yield replace(self._style, text=self._whole(alt), image=source)
                case "html_inline":
                    yield from self._html(token.content)
                case _:
                    self._turn(token)

    def _words(self, content: str) -> Iterator[Run]:
        for text, tag in self._shielded.pieces(content):
            yield replace(self._style, text=text, tag=tag)

    def _whole(self, content: str) -> str:
        return "".join(text for text, _tag in self._shielded.pieces(content))

    def _html(self, content: str) -> Iterator[Run]:
        pieces = list(self._shielded.pieces(content))
        if all(tag for _text, tag in pieces):
            yield from (replace(self._style, text=text, tag=True) for text, _tag in pieces)
            return
        found = _HTML_TAG.fullmatch(content)
        if found and found[2].lower() == "br":
            yield Run(text="\n")
        elif found and found[2].lower() in _HTML:
            self._style = replace(self._style, **{_HTML[found[2].lower()]: not found[1]})  # type: ignore[arg-type]  # a flag by its name
        else:
            raise _Unknown

    def _turn(self, token: Token) -> None:
        """Begin or end a style."""
        opens = token.nesting > 0
        match token.type.removesuffix("_open").removesuffix("_close"):
            case "strong":
                self._style = replace(self._style, bold=opens)
            case "em":
                self._style = replace(self._style, italic=opens)
            case "s":
                self._style = replace(self._style, strike=opens)
            case "link":
                href = self._whole(str(token.attrGet("href") or "")) if opens else ""
                self._style = replace(self._style, link=href, button=opens and token.attrGet("class") == "button")
            case _:
                raise _Unknown
