"""MJML becomes HTML that renders everywhere, by mrml; merge fields and conditions pass as they are.

Nothing is fetched: includes and web fonts are not loaded. mrml follows nesting on the stack and takes the whole
program down where it is too deep, so the tags are counted first.
"""

from __future__ import annotations

import re

from sendoff.core.errors import InputError
from sendoff.core.language import phrase, tr
from sendoff.core.page_reading import VOID
from sendoff.core.template_tags import ShieldedTags

LONGEST = 2_000_000
"""Characters of a source."""
DEEPEST = 100
_KNOWN = frozenset(
    "accordion accordion-element accordion-text accordion-title all attributes body breakpoint button carousel "
    "carousel-image class column divider font group head hero html-attributes html-attribute image include navbar "
    "navbar-link preview raw section selector social social-element spacer style table text title wrapper".split()
)
_TAG = re.compile(r"""<(/?)([a-zA-Z][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""")
_COMMENT = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?]]>|<!doctype[^<>]*>|<\?.*?\?>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^<>]*>[^<]*", re.IGNORECASE)


_SAID = {
    "unexpected token": phrase("something stands where it does not belong"),
    "unable to find mjml element": phrase("it does not begin with <mjml>"),
    "unable to parse next template": phrase("a tag is not whole"),
}
"""What mrml says most, in words."""


def html_from_mjml(source: str, where: str = "mjml") -> str:
    """Render MJML. Raises InputError (`mjml`) with the line of what is wrong."""
    if len(source) > LONGEST:
        raise _wrong(tr("The MJML is too long"), tr("Split the message."), where)
    shielded = ShieldedTags(source)
    _examine(shielded, where)
    import mrml  # here, because few campaigns are MJML and each would hold it in memory

    parsing = mrml.ParserOptions(include_loader=mrml.noop_loader())
    rendering = mrml.RenderOptions(disable_comments=False, social_icon_origin=None, fonts={})
    try:
        made = mrml.to_html(shielded.text, parsing, rendering)
    except OSError as error:  # what mrml raises for every mistake in its source
        place = re.search(r"(.*?)(?: in root template)?(?: at position (\d+):\d+)?$", str(error))
        line = _line(shielded, _characters(shielded.text, int(place[2]))) if place and place[2] else 0
        what = place[1] if place else str(error)
        raise _wrong(
            tr("The MJML cannot be read: {what}", what=tr(_SAID[what]) if what in _SAID else what),
            tr("Correct it there."),
            where,
            line,
        ) from error
    return shielded.restore(spaced_styles(made.content))


def spaced_styles(html: str) -> str:
    """Part the braces of style sheets that a template would take for its own: `}}`, `{#`, `{%`."""
    return _STYLE.sub(lambda sheet: re.sub(r"([{}])(?=[{}#%])", r"\1 ", sheet[0]), html)


def _examine(shielded: ShieldedTags, where: str) -> None:
    """Refuse what mrml would pass on unrendered, fall over, or refuse without saying where."""
    _refuse_unclosed(shielded, where)
    blank = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), shielded.text)
    stack: list[tuple[str, int]] = []
    for tag in _TAG.finditer(blank):
        name, end = tag[2].lower(), tag.start()
        if name.startswith("mj-") and name[3:] not in _KNOWN:
            raise _wrong(tr("MJML knows no <{name}>", name=name), tr("Correct its name."), where, _line(shielded, end))
        if name == "mj-include":
            raise _wrong(tr("<mj-include> is not followed"), tr("Put its content in."), where, _line(shielded, end))
        if name in VOID or tag[3].endswith("/"):
            continue
        if not tag[1]:
            stack.append((name, end))
            if len(stack) > DEEPEST:
                raise _wrong(
                    tr("The tags are more than {deepest} deep", deepest=DEEPEST),
                    tr("Flatten them."),
                    where,
                    _line(shielded, end),
                )
        elif not stack or stack.pop()[0] != name:
            raise _wrong(f"</{name}> closes nothing here", tr("Correct the tags."), where, _line(shielded, end))
    if stack:
        name, start = stack[-1]
        raise _wrong(tr("<{name}> is not closed", name=name), f"Add </{name}>.", where, _line(shielded, start))
    if stray := re.search(r"<|[\x00-\x08\x0b\x0c\x0e-\x1f]", _TAG.sub(lambda tag: " " * len(tag[0]), blank)):
        remedy = tr("Write &lt;.") if stray[0] == "<" else tr("Take it out.")
        raise _wrong(tr("A sign is no text of MJML"), remedy, where, _line(shielded, stray.start()))


def _refuse_unclosed(shielded: ShieldedTags, where: str) -> None:
    # Before the pattern for them is used, which would seek the end once for every beginning.
    for opened, closed in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")):
        if (at := shielded.text.find(opened, shielded.text.rfind(closed) + 1)) >= 0:
            raise _wrong(
                tr("{opened} is not closed", opened=opened),
                tr("Add {closed}.", closed=closed),
                where,
                _line(shielded, at),
            )


def _line(shielded: ShieldedTags, offset: int) -> int:
    """The line of the source as it was typed: a tag may have been longer than a line."""
    return shielded.restore(shielded.text[:offset]).count("\n") + 1


def _characters(text: str, octets: int) -> int:
    return len(text.encode()[:octets].decode(errors="ignore"))


def _wrong(what: str, remedy: str, where: str, line: int = 0) -> InputError:
    return InputError(
        tr("Line {line}: {what}.", line=line, what=what) if line else f"{what}.",
        remedy=remedy,
        where=where,
        code="mjml",
    )
