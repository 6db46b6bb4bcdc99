"""Rich text written as Markdown, so that reading it again gives the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sendoff.core.markdown import html_from_markdown
from sendoff.core.rich_text import BULLET, HEADINGS, NUMBER, QUOTE, RULE, Block, Run, normal, read_rich

_SPECIAL = re.compile(r"[\\`*_\[\]<>~]|&(?=#?\w+;)|!(?=\[)|:(?=//)")
_AT_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+=|>]|\d{1,9}(?=[.)]))")
_EDGES = re.compile(r"\A\s+|\s+\Z")
_PLAIN_ADDRESS = re.compile(r"[^\s()<>\\]+")
_TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_STATEMENTS = re.compile(r"(?:\s*\{(?:%.*?%|#.*?#)\})+\s*")
_MARKS = (("bold", "**", "strong"), ("italic", "*", "em"), ("strike", "~~", "s"))
_LISTS = (BULLET, NUMBER)


@dataclass(frozen=True, slots=True)
class _Level:
    """A list that is open, at its item of this number."""

    kind: str
    number: int

    @property
    def mark(self) -> str:
        return "- " if self.kind == BULLET else f"{self.number}. "


def write_rich(blocks: Sequence[Block]) -> str:
    """The Markdown of these blocks; empty ones are left out."""
    blocks = [one for one in normal(blocks) if one.runs or one.kind == RULE]
    parts: list[str] = []
    lists: list[_Level] = []
    for before, block in zip([None, *blocks], blocks, strict=False):
        follows = before is not None and before.kind in _LISTS
        lists, same = _levels(lists if follows else [], block)
        if before is not None:
            close = follows and same and not block.loose
            quoted = block.kind == before.kind == QUOTE
            parts.append("\n" if close else "\n>\n" if quoted else "\n\n")
        parts.append(_line(block, lists))
    return "".join(parts) + ("\n" if parts else "")


def same_page(one: str, other: str) -> bool:
    """Say whether two Markdown sources make the same page, white space aside."""
    return html_from_markdown(one).split() == html_from_markdown(other).split()


def _levels(lists: list[_Level], block: Block) -> tuple[list[_Level], bool]:
    """The lists that are open with this item, innermost last, and whether none of its level had to be closed."""
    if block.kind not in _LISTS:
        return [], False
    level = min(block.level, len(lists))
    outer, here = lists[:level], lists[level] if level < len(lists) else None
    same = here is None or here.kind == block.kind
    number = here.number + 1 if here and same else 1
    return [*outer, _Level(block.kind, number)], same


def _line(block: Block, lists: Sequence[_Level]) -> str:
    if block.kind == RULE:
        return "---"
    text = _faithful(block)
    if block.kind in HEADINGS:
        return "#" * int(block.kind[1]) + " " + text.replace("\\\n", "<br>")
    if block.kind == QUOTE:
        return "> " + text.replace("\n", "\n> ")
    if block.kind in _LISTS:
        *outer, own = lists
        inset = " " * sum(len(one.mark) for one in outer)
        return inset + own.mark + text.replace("\n", "\n" + inset + " " * len(own.mark))
    return text


def _faithful(block: Block) -> str:
    """The runs as Markdown; where its rules of flanking lose a style, with HTML's tags, which have none."""
    text = _inline(block.runs, _marked)
    plain = (Block(runs=block.runs),)
    if any(one.bold or one.italic or one.strike for one in block.runs) and read_rich(text) != normal(plain):
        return _inline(block.runs, _tagged)
    return text


def _inline(runs: Sequence[Run], mark: Callable[[Run, str], tuple[str, str]]) -> str:
    text = ""
    for (link, button), within in groupby(runs, lambda one: (one.link, one.button)):
        words = _styled(list(within), mark)
        if link and text.endswith("!"):
            text = text[:-1] + "\\!"  # before a link it would make a picture of it
        text += _linked(words, link, button=button) if link else words
    lines = _EDGES.sub(_kept, text).split("\\\n")
    if any(_STATEMENTS.fullmatch(line) for line in lines):
        # Such a line would be a block of its own.
        return _start_escaped("<br>".join(lines)) if len(lines) > 1 else lines[0]
    return "\\\n".join(_start_escaped(line) for line in lines)


def _styled(runs: Sequence[Run], mark: Callable[[Run, str], tuple[str, str]]) -> str:
    """Open and close each style where it begins and ends, the one that lasts longest outermost."""
    text, open_styles = "", list[str]()
    for place, run in enumerate(runs):
        keep = next((i for i, name in enumerate(open_styles) if not getattr(run, name)), len(open_styles))
        for name in reversed(open_styles[keep:]):
            text += mark(run, name)[1]
        del open_styles[keep:]
        begun = [name for name, *_ in _MARKS if getattr(run, name) and name not in open_styles]
        begun.sort(key=lambda name: -_length(runs[place:], name))
        for name in begun:
            text += mark(run, name)[0]
            open_styles.append(name)
        text += _words(run)
    for name in reversed(open_styles):
        text += mark(runs[-1], name)[1]
    return text


def _length(runs: Sequence[Run], name: str) -> int:
    return next((place for place, run in enumerate(runs) if not getattr(run, name)), len(runs))


def _marked(_run: Run, name: str) -> tuple[str, str]:
    sign = next(sign for style, sign, _tag in _MARKS if style == name)
    return sign, sign


def _tagged(_run: Run, name: str) -> tuple[str, str]:
    tag = next(tag for style, _sign, tag in _MARKS if style == name)
    return f"<{tag}>", f"</{tag}>"


def _words(run: Run) -> str:
    if run.tag:
        return run.text
    if run.image:
        return f"![{_escaped(run.text)}]({_address(run.image)})"
    if run.text == "\n":
        return "\\\n"
    if run.code:
        longest = max((len(found) for found in re.findall(r"`+", run.text)), default=0)
        fence = "`" * (longest + 1)
        room = " " if run.text[:1] == "`" or run.text[-1:] == "`" else ""
        return f"{fence}{room}{run.text}{room}{fence}"
    return _escaped(run.text)


def _linked(words: str, link: str, *, button: bool) -> str:
    title = ' "button"' if button else ""
    return f"[{words}]({_address(link)}{title})"


def _address(address: str) -> str:
    if _PLAIN_ADDRESS.fullmatch(_TAG.sub("x", address)):
        return address
    return "<" + "".join(_address_pieces(address)) + ">"


def _address_pieces(address: str) -> Iterator[str]:
    at = 0
    for tag in _TAG.finditer(address):
        yield re.sub(r"[<>\\\n]", lambda found: f"%{ord(found[0]):02X}", address[at : tag.start()])
        yield tag[0]
        at = tag.end()
    yield re.sub(r"[<>\\\n]", lambda found: f"%{ord(found[0]):02X}", address[at:])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: found[0] if found[0] == ":" else "\\" + found[0], text)


def _kept(edge: re.Match[str]) -> str:
    """White space that Markdown drops at the edges of a block, such as a no-break space, as a reference that stays."""
    return re.sub(r"[^\S \t\n]", lambda found: f"&#{ord(found[0])};", edge[0])


def _start_escaped(line: str) -> str:
    def escape(found: re.Match[str]) -> str:
        return found[1] + (found[2] + "\\" if found[2].isdigit() else "\\" + found[2])

    return _AT_START.sub(escape, line)
