"""Reads a finished page for the content check: links, pictures, targets, the words a reader sees, and broken nesting.

One pass, in time linear to the text, which may be anything; nothing is raised.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import islice

from sendoff.core.said import said

_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/<>"']*)((?:[^<>"']+|"[^"]*"|'[^']*')*+)(>?)""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?""")
_RAW_END = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style", "title", "textarea")}
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that have no end (HTML 13.1.2)."""
_OPEN_ENDED = frozenset("body colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr".split())
"""What HTML lets stand without an end."""
_READ = frozenset({"a", "area", "img", "input"})
_ACTIVE = frozenset("applet audio embed form frame frameset iframe input object script video".split())
_BLOCKS = frozenset("address br dd div dt h1 h2 h3 h4 h5 h6 hr li p table td th tr".split())
_BREAK = "\x1f"
"""Stands between what is not on one line; a blank as any other to `str.split`."""
_MOST = 5_000
"""Links and pictures remembered of a page; no mail has as many."""
_EXCERPT = 90
_SHOWN = 20


@dataclass(slots=True)
class Link:
    """An `<a>` or `<area>`."""

    href: str | None
    place: int
    words: list[str] = field(default_factory=list)
    named: bool = False
    """It is a target itself (`<a name>`), and leads nowhere on purpose."""

    @property
    def text(self) -> str:
        """What is written on it."""
        return " ".join("".join(self.words).split())


@dataclass(slots=True)
class Picture:
    """An `<img>`."""

    source: str
    alt: str | None
    place: int
    tiny: bool
    """It is there to be counted or to keep room, not to be seen."""


@dataclass(slots=True)
class Page:
    """What is in a page; places are offsets into it."""

    source: str
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    targets: set[str] = field(default_factory=set)
    active: list[tuple[str, int]] = field(default_factory=list)
    broken: list[tuple[str, int]] = field(default_factory=list)
    """Sentences without a full stop, and where."""
    broken_count: int = 0
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words that a reader sees."""
        return " ".join("".join(self.words).split())

    @property
    def lines(self) -> list[str]:
        """The same, each line or paragraph by itself."""
        return [" ".join(one.split()) for one in "".join(self.words).split(_BREAK)]

    def line(self, place: int) -> int:
        """The line of a place, from 1."""
        return self.source.count("\n", 0, place) + 1

    def excerpt(self, place: int) -> str:
        """What is written there, on one line."""
        near = self.source[place : place + 4 * _EXCERPT]
        end = near.find(">") + 1
        near = " ".join((near[:end] if end else near).split())
        return near if len(near) <= _EXCERPT else f"{near[: _EXCERPT - 1]}…"


def read_page(source: str) -> Page:
    """Read a page."""
    page = Page(source)
    _Reader(page).read()
    return page


class _Reader:
    def __init__(self, page: Page) -> None:
        self._page = page
        self._stack: list[tuple[str, int]] = []
        self._open: Counter[str] = Counter()
        self._link: Link | None = None

    def read(self) -> None:
        source, at = self._page.source, 0
        while (start := source.find("<", at)) >= 0:
            self._text(source[at:start])
            at = self._markup(start)
        self._text(source[at:])
        for name, place in self._stack:
            if name not in _OPEN_ENDED:
                self._wrong(said("<{name}> is not closed", name=name), place)

    def _markup(self, start: int) -> int:
        """Read what begins with `<`; returns where to go on, which is always further."""
        source = self._page.source
        if source.startswith("<!--", start):
            end = source.find("-->", start + 4)
            return end + 3 if end >= 0 else self._cut_off(said("A comment"), start)
        if source.startswith(("<!", "<?"), start):
            end = source.find(">", start)
            return end + 1 if end >= 0 else self._cut_off(said("A declaration"), start)
        tag = _TAG.match(source, start)
        if tag is None:
            self._text("<")
            return start + 1
        if not tag[4]:
            self._wrong(said("<{tag}{tag_2} has no >", tag=tag[1], tag_2=tag[2][:20]), start)
        name = tag[2].lower()
        if tag[1]:
            self._close(name, start)
            return tag.end()
        self._start(name, tag[3], start)
        if (raw := _RAW_END.get(name)) is None:
            return tag.end()
        closing = raw.search(source, tag.end())
        return closing.end() if closing else self._cut_off(f"<{name}>", start)

    def _cut_off(self, what: str, start: int) -> int:
        self._wrong(said("{what} has no end", what=what), start)
        return len(self._page.source)

    def _start(self, name: str, attributes: str, place: int) -> None:
        page = self._page
        if name in _BLOCKS:
            self._text(_BREAK)
        if name in _ACTIVE:
            page.active.append((name, place))
        if name in _READ or "id" in attributes or "ID" in attributes or "name" in attributes:
            self._notice(name, dict(_attributes(attributes)), place)
        if name not in VOID and name not in _RAW_END and not attributes.endswith("/"):
            self._stack.append((name, place))
            self._open[name] += 1

    def _notice(self, name: str, given: dict[str, str], place: int) -> None:
        page = self._page
        if target := given.get("id") or (given.get("name", "") if name == "a" else ""):
            page.targets.add(target)
        if name in ("a", "area") and len(page.links) < _MOST:
            link = Link(given.get("href"), place, named="href" not in given and bool(target))
            page.links.append(link)
            self._link = link if name == "a" else None
        elif name == "img" and len(page.pictures) < _MOST:
            tiny = {given.get("width"), given.get("height")} <= {"0", "1", "0px", "1px"}
            page.pictures.append(Picture(given.get("src", "").strip(), given.get("alt"), place, tiny))
            if self._link is not None:
                self._link.words.append(given.get("alt", ""))

    def _close(self, name: str, place: int) -> None:
        if name == "a":
            self._link = None
        if name in _BLOCKS:
            self._text(_BREAK)
        if not self._open[name]:
            if name not in VOID and name != "p":
                self._wrong(f"</{name}> closes nothing", place)
            return
        while self._stack:
            last, opened = self._stack.pop()
            self._open[last] -= 1
            if last == name:
                return
            if last not in _OPEN_ENDED:
                self._wrong(f"<{last}> is not closed before </{name}>", opened)

    def _wrong(self, what: str, place: int) -> None:
        self._page.broken_count += 1
        if len(self._page.broken) < _SHOWN:
            self._page.broken.append((what, place))

    def _text(self, raw: str) -> None:
        if not raw:
            return
        text = _plain(raw)
        self._page.words.append(text)
        if self._link is not None:
            self._link.words.append(text)


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    """The attributes, last first: where one is written twice, the first counts."""
    found = list(islice(_ATTRIBUTE.finditer(text), 200))
    for one in reversed(found):
        value = one[2] or ""
        yield one[1].lower(), _plain(value[1:-1] if value[:1] in ("'", '"') and len(value) > 1 else value)


def _plain(text: str) -> str:
    if "&" not in text:
        return text
    try:
        return unescape(text)
    except ValueError:  # a character's number with thousands of digits
        return text
