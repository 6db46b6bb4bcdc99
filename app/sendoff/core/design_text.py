"""What a person types into a block becomes HTML: escaped, with its merge fields and conditions untouched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sendoff.core.template_tags import ShieldedTags

_READER = (
    MarkdownIt("commonmark", {"html": False, "breaks": True})
    .enable("strikethrough")
    .disable(["heading", "lheading", "hr", "code", "fence", "blockquote", "image", "reference", "html_block"])
)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""Characters that no HTML may hold."""
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_SCHEMES = frozenset({"https", "http", "mailto", "tel", "sms", "cid"})


def typed(text: str) -> str:
    """Escape for HTML, in text and in attributes."""
    shielded = ShieldedTags(_UNFIT.sub("", text))
    return shielded.restore(escape(shielded.text))


def typed_lines(text: str) -> str:
    """Escape, and keep the ends of lines."""
    return "<br />".join(typed(text.strip()).splitlines())


def typed_link(target: str) -> str:
    """Escape an address that is opened; one that would run something (`javascript:`) is dropped."""
    found = _SCHEME.match(target)
    return "" if found and found[1].lower() not in _SCHEMES else typed(target.strip())


def typed_markdown(text: str, styles: Mapping[str, str]) -> str:
    """Render paragraphs, lists, emphasis and links; `styles` are those of elements, by name (`p`, `a`, `ul`, `li`)."""
    shielded = ShieldedTags(_UNFIT.sub("", text))
    tokens = _READER.parse(shielded.text)
    _style(tokens, styles)
    html = _READER.renderer.render(tokens, _READER.options, {})
    # A condition on a line of its own is no paragraph.
    alone = re.compile(rf"<p[^>]*>\s*((?:{shielded.statement.pattern}\s*(?:<br />)?\s*)+)</p>")
    return shielded.restore(alone.sub(lambda found: found[1].replace("<br />", ""), html))


def _style(tokens: list[Token], styles: Mapping[str, str]) -> None:
    for token in tokens:
        if token.nesting == 1 and token.tag in styles:
            token.attrSet("style", styles[token.tag])
        _style(token.children or [], styles)
