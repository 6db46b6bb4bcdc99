"""What is written in a mail editor becomes the blocks of a design: headings, texts, buttons, pictures, lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sendoff.core.design import Button, Divider, Heading, Image, Piece, Text
from sendoff.core.design_json import LONGEST_TEXT
from sendoff.core.errors import InputError
from sendoff.core.rich_markdown import write_rich
from sendoff.core.rich_text import BULLET, HEADINGS, NUMBER, PARAGRAPH, QUOTE, RULE, Block, Run, read_rich
from sendoff.core.template import compile_template
from sendoff.core.template_conditions import both

_SMALLEST_HEADING = 3
_STATEMENT = re.compile(r"\{%-?\s*(\w+)\s*(.*?)\s*-?%\}", re.DOTALL)
_OPENS, _CLOSES = ("if", "for"), ("endif", "endfor")
_TAGGED = re.compile(r"(?<!\\)</?(?:strong|em|s|br)>")
"""How rich text is written where Markdown's own marks do not hold; a block shows HTML as it is typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What was written, as blocks; `whole` says that all of it is shown as it was meant."""

    pieces: tuple[Piece, ...]
    whole: bool = True


def letter_from_plain(text: str) -> Letter:
    """The blocks of a plain text: paragraphs, whose lines stay lines."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return _checked([Block(runs=(Run(text=one),)) for one in parts if one.strip()], text)


def letter_from_markdown(source: str) -> Letter:
    """The blocks of Markdown; what blocks cannot show (a table, HTML, code) is a text as it was typed."""
    if (rich := read_rich(source)) is not None:
        return _checked(rich, source)
    found: list[Piece] = []
    for part in _balanced(re.split(r"\n[ \t]*\n", source)):
        paragraphs = read_rich(part)
        found += [Text(text=part.strip("\n"))] if paragraphs is None else _checked(paragraphs, part).pieces
    return Letter(pieces=tuple(found), whole=False)


def _checked(paragraphs: Sequence[Block], source: str) -> Letter:
    """Every block is a template whole in itself; where that cannot be, all of it is one block, as it was typed."""
    found = tuple(_conditional(list(paragraphs)))
    try:
        for one in found:
            compile_template(getattr(one, "text", "") + getattr(one, "link", ""), html=False, where="design")
            compile_template(f"{{% if {one.when or 1} %}}{{% endif %}}", html=False, where="design")
    except InputError:
        return Letter(pieces=(Text(text=source.strip()),), whole=False)
    return Letter(pieces=found)


def _balanced(parts: Sequence[str]) -> Iterator[str]:
    """Parts of a source, together as long as a condition is open."""
    kept: list[str] = []
    for part in parts:
        kept.append(part)
        whole = "\n\n".join(kept)
        if not _depth(whole) and whole.strip():
            yield whole
            kept = []
    if kept:
        yield "\n\n".join(kept)


def _depth(text: str) -> int:
    words = [found[1] for found in _STATEMENT.finditer(text)]
    return sum(word in _OPENS for word in words) - sum(word in _CLOSES for word in words)


def _conditional(paragraphs: list[Block], when: str = "") -> Iterator[Piece]:
    """The blocks of paragraphs; what stands under a condition becomes blocks shown under it."""
    plain: list[Block] = []
    at = 0
    while at < len(paragraphs):
        end = _end(paragraphs, at)
        if end == at:
            plain.append(paragraphs[at])
        else:
            yield from _pieces(plain, when)
            plain = []
            yield from _branches(paragraphs[at : end + 1], when)
        at = end + 1
    yield from _pieces(plain, when)


def _end(paragraphs: Sequence[Block], start: int) -> int:
    """The paragraph in which what this one opens is closed; itself where it opens nothing."""
    depth = 0
    for at in range(start, len(paragraphs)):
        depth += _depth(_tags(paragraphs[at]))
        if depth <= 0:
            return at
    return len(paragraphs) - 1


def _branches(paragraphs: Sequence[Block], when: str) -> Iterator[Piece]:
    first, last = (_STATEMENT.fullmatch(_alone(paragraphs[at])) for at in (0, -1))
    inner = list(paragraphs[1:-1])
    others = [at for at, one in enumerate(inner) if _alone(one).startswith("{%") and _own(inner, at) == "else"]
    if not (first and last and first[1] == "if" and last[1] == "endif") or any(
        _own(inner, at) in ("else", "elif") and at not in others for at in range(len(inner))
    ):
        yield from _pieces(paragraphs, when)  # a list, or several cases: it stays one text, or is no template
        return
    told = first[2]
    cut = others[0] if others else len(inner)
    for part, holds in (
        (inner[:cut], told),
        (inner[cut + 1 :], f"not {told}" if told.isidentifier() else f"not ({told})"),
    ):
        yield from _conditional(part, both(when, holds))


def _own(inner: Sequence[Block], at: int) -> str:
    """The statement of a paragraph that belongs to the condition around all of these; empty where there is none."""
    found = _STATEMENT.search(_tags(inner[at]))
    inside = sum(_depth(_tags(one)) for one in inner[:at])
    return found[1] if found and not inside else ""


def _tags(paragraph: Block) -> str:
    return "".join(run.text for run in paragraph.runs if run.tag)


def _alone(paragraph: Block) -> str:
    """The tag a paragraph is; empty where there is more in it."""
    (first, *rest) = paragraph.runs or (Run(),)
    return first.text if first.tag and not rest else ""


def _pieces(paragraphs: Sequence[Block], when: str) -> Iterator[Piece]:
    """Paragraphs and lists that follow each other are one text."""
    parts = (part for one in paragraphs for part in _parts(one))
    for written, group in groupby(parts, lambda part: isinstance(part, Block)):
        if written:
            texts = _written([one for one in group if isinstance(one, Block)])
            yield from (Text(text=text, when=when) for text in texts)
        else:
            yield from (replace(one, when=when) for one in group if not isinstance(one, Block))


def _parts(paragraph: Block) -> Iterator[Block | Piece]:
    if paragraph.kind == RULE:
        yield Divider()
        return
    runs = paragraph.runs
    if paragraph.kind in HEADINGS:
        if not any(run.link or run.image for run in runs):
            level = min(_SMALLEST_HEADING, int(paragraph.kind[1]))
            yield Heading(text="".join(run.text for run in runs), level=level)
            return
        runs = tuple(replace(run, bold=not run.image) for run in runs)
    if paragraph.kind == QUOTE:
        runs = tuple(replace(run, italic=not run.image) for run in runs)
    kind = paragraph.kind if paragraph.kind in (BULLET, NUMBER) else PARAGRAPH
    for image, button, group in ((*key, list(each)) for key, each in groupby(runs, _apart)):
        if image:
            yield from (Image(source=one.image, alt=one.text, link=one.link) for one in group)
        elif button:
            yield Button(text="".join(one.text for one in group).strip(), link=group[0].link)
        else:
            yield replace(paragraph, kind=kind, runs=tuple(group))


def _apart(run: Run) -> tuple[bool, str]:
    return bool(run.image), run.link if run.button else ""


def _written(paragraphs: Sequence[Block]) -> Iterator[str]:
    """Markdown as a block reads it: a line is a line, and there is no HTML; what is too long for one is several."""
    text = ""
    for listed, group in groupby(paragraphs, lambda one: one.kind != PARAGRAPH):
        same = list(group)
        for part in filter(None, [_marked(same)] if listed else [_lines(one) for one in same]):
            if text and len(text) + len(part) >= LONGEST_TEXT:
                yield text
                text = ""
            text = f"{text}\n\n{part}" if text else part
    if text:
        yield text


def _lines(paragraph: Block) -> str:
    lines: list[list[Run]] = [[]]
    for run in paragraph.runs:
        first, *more = [run.text] if run.tag or run.code else run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += ([replace(run, text=one)] for one in more)
    return "\n".join(part for line in lines if (part := _marked([replace(paragraph, runs=tuple(line))])))


def _marked(paragraphs: Sequence[Block]) -> str:
    text = write_rich(paragraphs)
    if _TAGGED.search(text):
        plain = {"bold": False, "italic": False, "strike": False}
        bare = (tuple(replace(run, **plain) for run in one.runs) for one in paragraphs)  # type: ignore[arg-type]  # flags by their names
        text = write_rich([replace(one, runs=runs) for one, runs in zip(paragraphs, bare, strict=True)])
    return text.replace("\\\n", "\n").replace("<br>", " ").strip("\n")
