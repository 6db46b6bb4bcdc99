"""The rules of `<style>` written into the elements they select, because many mail programs drop `<style>`.

css-inline finds out what each element's style becomes; here that is written into the template's source, of which
nothing else changes. So a loop around table rows, an `if` with half an element and comments for Outlook stay.
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

from sendoff.core.template_tags import ShieldedTags

_MARK = "data-sendoff-element"
_OWN = " data-sendoff-own="
_STARTS = re.compile(
    r"""<!--(?:.*?-->|.*\Z)                                            # a comment, also Outlook's
    | <(?:script|style|title|textarea)\b(?:.*?</(?:script|style|title|textarea)\s*>|.*\Z)
    | <(?P<name>[a-z][^\s/<>"']*)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*?)(?P<end>\s*/?>)""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_SHEET = re.compile(r"<style\b.*?(?:</style\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_NESTING = re.compile(r"<(/?)([a-z][^\s/<>\"']*)", re.IGNORECASE)
_FLAT = frozenset(
    "area base br col dd dt embed hr img input li link meta option p source style tbody td th tr track wbr".split()
)
"""What holds nothing, or needs no end and is closed by the next of its kind."""
_DEEPEST = 100
_MOST_WORK = 500_000_000
"""About a second: css-inline looks a property up among all that the element has so far."""
_STYLE = re.compile(r"""\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+)""", re.IGNORECASE)


def inline_styles(source: str) -> str:
    """Write the style sheets of an HTML template into its elements; the sheets stay, for what cannot be inlined.

    An element's own style comes last and wins, as it does in a browser. A sheet with an `if` in it holds for some
    recipients only: then the source comes back as it is, as it does where css-inline finds no sense in it, and where
    the page is too deep or its sheets are too long to be worked on safely and within a second.
    """
    if not _SHEET.search(source):
        return source
    shielded = ShieldedTags(source)
    sheets = "".join(_SHEET.findall(shielded.text))
    if shielded.statement.search(sheets) or _too_much(sheets, shielded.text) or _too_deep(shielded.text):
        return source
    import css_inline  # here, because only a message with a style sheet needs it in memory

    # Nothing is ever fetched or read: neither a remote style sheet nor a file.
    inliner = css_inline.CSSInliner(keep_style_tags=True, keep_link_tags=True, load_remote_stylesheets=False)
    try:
        page = inliner.inline(_STARTS.sub(_Marker(), shielded.text))
    except (css_inline.InlineError, ValueError):
        return source
    reader = _Styles()
    reader.feed(page)
    reader.close()
    return shielded.restore(_STARTS.sub(_Writer(reader.styles), shielded.text))


def _too_much(sheets: str, text: str) -> bool:
    """Say whether every rule for every element, at the worst, would take seconds."""
    return sheets.count(":") ** 2 * text.count("<") > _MOST_WORK


def _too_deep(text: str) -> bool:
    """Say whether css-inline, which follows nesting on the stack, might take the whole program down."""
    depth = 0
    for tag in _NESTING.finditer(text):
        if tag[2].lower() not in _FLAT:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            if depth > _DEEPEST:
                return True
    return False


class _Marker:
    """Numbers the start tags and hides their own styles, which may hold fields and conditions."""

    def __init__(self) -> None:
        self._number = 0

    def __call__(self, match: re.Match[str]) -> str:
        if match["name"] is None:
            return match[0]
        self._number += 1
        attributes = _STYLE.sub(lambda own: _OWN + own[1], match["attributes"])
        return f'<{match["name"]} {_MARK}="{self._number}"{attributes}{match["end"]}'


class _Styles(HTMLParser):
    """Reads the style of every numbered element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.styles: dict[int, str] = {}

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(reversed(attrs))  # where an attribute is written twice, the first counts
        number, style = given.get(_MARK) or "", given.get("style") or ""
        if number.isdecimal() and style:
            self.styles[int(number)] = " ".join(style.split())


class _Writer:
    """Writes the styles into the same start tags, numbered in the same way."""

    def __init__(self, styles: dict[int, str]) -> None:
        self._number = 0
        self._styles = styles

    def __call__(self, match: re.Match[str]) -> str:
        if match["name"] is None:
            return match[0]
        self._number += 1
        if not (style := self._styles.get(self._number, "")):
            return match[0]
        attributes, style = match["attributes"], escape(style, quote=False).replace('"', "&quot;")
        if own := _STYLE.search(attributes):
            written = own[1].strip("'").replace('"', "&quot;") if own[1].startswith("'") else own[1].strip('"')
            style = f"{style.rstrip(';')};{written}"
            attributes = attributes[: own.start()] + attributes[own.end() :]
        return f'<{match["name"]}{attributes} style="{style}"{match["end"]}'
