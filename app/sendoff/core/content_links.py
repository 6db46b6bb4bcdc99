"""What the content check says of links: where they lead, and whether they say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from sendoff.core.content_remarks import ContentKind, ContentWords, Place, Remark, Severity
from sendoff.core.language import phrase
from sendoff.core.leftovers import is_example
from sendoff.core.lookalikes import lookalike
from sendoff.core.page_reading import Link, Page
from sendoff.core.said import figure, joined, quoted, said

_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@\s]*@)?(\[[^\]\s]*\]|[^/?#:\s]*)", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SHOWN_ADDRESS = re.compile(r"(?:(https?)://|(www\.))([^\s/?#:]+)(?:[/?#:]\S*)?", re.IGNORECASE)
_SHOWN_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_LONGEST_SHOWN = 300
_ALIVE = frozenset({"http", "https", "mailto", "tel", "sms", "cid", "webcal"})
_SHOWN = 10


def link_remarks(page: Page, words: ContentWords) -> Iterator[Remark]:
    """Everything worth saying of a page's links."""
    groups: dict[ContentKind, list[tuple[Link, str]]] = {}
    for link in page.links:
        for kind, what in _faults(link, page, words):
            groups.setdefault(kind, []).append((link, what))
    for kind, found in groups.items():
        severity, one, many, why = _SAID[kind]
        yield Remark(
            kind=kind,
            severity=severity,
            sentence=said(one) if len(found) == 1 else said(many, count=figure(f"{len(found):,}")),
            why=said(why),
            places=tuple(Place(_named(link, what, page), page.line(link.place)) for link, what in found[:_SHOWN]),
            count=len(found),
        )


def _faults(link: Link, page: Page, words: ContentWords) -> Iterator[tuple[ContentKind, str]]:
    if link.href is None:
        if not link.named:
            yield ContentKind.DEAD_LINK, said("it has no address")
        return
    href = link.href.strip()
    scheme = _SCHEME.match(href)
    if href in ("", "#"):
        yield ContentKind.DEAD_LINK, said("its address is “{href}”", href=href)
    elif href.startswith("#"):
        if href[1:] not in page.targets and unquote(href[1:]) not in page.targets and href.lower() != "#top":
            yield ContentKind.LOST_ANCHOR, href[:60]
    elif scheme is None or scheme[1].lower() not in _ALIVE:
        yield ContentKind.DEAD_LINK, said("“{href}” has no https:// and leads nowhere", href=href[:60])
    else:
        yield from _living(link, href, words)


def _living(link: Link, href: str, words: ContentWords) -> Iterator[tuple[ContentKind, str]]:
    host = host_of(href)
    mail = unquote(href[len("mailto:") :].partition("?")[0]) if href[:7].lower() == "mailto:" else ""
    if host.removeprefix("www.") in words.shorteners:
        yield ContentKind.SHORT_LINK, host
    if is_example(host):
        yield ContentKind.EXAMPLE_LINK, host
    if wrong := lookalike(host or mail):
        yield ContentKind.LOOKALIKE, wrong
    text = link.text
    if len(text) > _LONGEST_SHOWN:
        return
    if (shown := _SHOWN_ADDRESS.fullmatch(text)) and host and not _same_site(_bare(shown[3]), _bare(host)):
        yield ContentKind.LINK_TEXT, said("it shows {shown} and opens {host}", shown=shown[3][:60], host=host[:60])
    elif mail and _SHOWN_MAIL.fullmatch(text) and text.casefold() != mail.casefold():
        yield ContentKind.LINK_TEXT, said("it shows {text} and writes to {mail}", text=text[:60], mail=mail[:60])


def host_of(href: str) -> str:
    """The host of an address, lower case; empty where it has none."""
    found = _HOST.match(href)
    return found[1].lower().rstrip(".") if found else ""


def _bare(host: str) -> str:
    return host.lower().rstrip(".").removeprefix("www.")


def _same_site(shown: str, host: str) -> bool:
    """Say whether one is the other, or a part of it."""
    return shown == host or host.endswith(f".{shown}") or shown.endswith(f".{host}")


def _named(link: Link, what: str, page: Page) -> str:
    return joined(": ", (quoted(link.text[:60]) if link.text else page.excerpt(link.place), what))


_SAID = {
    ContentKind.DEAD_LINK: (
        Severity.BLOCKING,
        phrase("A link leads nowhere."),
        phrase("{count} links lead nowhere."),
        phrase("Who presses it sees nothing happen."),
    ),
    ContentKind.LOST_ANCHOR: (
        Severity.WARNING,
        phrase("A link leads to a place that the message does not have."),
        phrase("{count} links lead to places that the message does not have."),
        phrase('The place needs id="…" of the same name.'),
    ),
    ContentKind.LINK_TEXT: (
        Severity.BLOCKING,
        phrase("A link shows another address than it opens."),
        phrase("{count} links show another address than they open."),
        phrase(
            "That is how phishing works: mail programs warn, and filters refuse. Write words instead of an address."
        ),
    ),
    ContentKind.SHORT_LINK: (
        Severity.WARNING,
        phrase("A link goes through a link shortener."),
        phrase("{count} links go through link shorteners."),
        phrase("Nobody sees where it leads, so filters hold it against the message."),
    ),
    ContentKind.EXAMPLE_LINK: (
        Severity.WARNING,
        phrase("A link still leads to an example's address."),
        phrase("{count} links still lead to an example's address."),
        phrase("There is nothing for your readers. Put your own address there."),
    ),
    ContentKind.LOOKALIKE: (
        Severity.BLOCKING,
        phrase("A link's address looks like another."),
        phrase("The addresses of {count} links look like others."),
        phrase("Letters of other alphabets pass for Latin ones. Filters and browsers take that for a forgery."),
    ),
}
