"""Messages made elsewhere, read from the bytes of a file: HTML, MJML, and e-mail (`.eml`, RFC 5322).

Nothing is fetched, and nothing of what is written is taken out: scripts stay and are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.header import Header, decode_header, make_header
from email.message import Message
from html.parser import HTMLParser
from urllib.parse import unquote

from sendoff.core.errors import InputError
from sendoff.core.language import digits, tr
from sendoff.core.mjml import spaced_styles

MOST_PARTS = 500
"""Parts of one e-mail message."""
LONGEST_PAGE = 2_000_000
"""Characters of a page, pictures in it aside: what a template may have."""
_SNIFFED = 2048
_MOST_UNFINISHED = 100
_CHARSET = re.compile(rb"""charset\s*=\s*["']?([A-Za-z0-9._:-]+)""", re.IGNORECASE)
_CID = re.compile(r"""\bcid:([^"'<>\s)]+)""")
_SAFE_CID = re.compile(r"[A-Za-z0-9._@+-]{1,200}")
_REMOTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_KEPT_SOURCE = re.compile(r"(?:https?:|cid:|data:|//|#|\{\{)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file within an e-mail message; with a `cid` the page shows it."""

    name: str
    content: bytes
    cid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMessage:
    """What a file holds. `notes` are sentences for people."""

    subject: str = ""
    html: str = ""
    text: str = ""
    parts: tuple[Part, ...] = ()
    local: tuple[str, ...] = ()
    """Pictures that the page names as files beside it, as written there."""
    notes: tuple[str, ...] = ()


def read_page(content: bytes, where: str) -> ReadMessage:
    """Read an HTML file. Raises InputError (`no_html`) for a file without any."""
    text, notes = _decoded(content)
    return _surveyed(text, where, notes)


def read_email(content: bytes, where: str) -> ReadMessage:
    """Read an e-mail message with its pictures and attachments. Raises InputError (`no_email`)."""
    try:
        message = message_from_bytes(content)
        leaves = list(_leaves(message))
    except (MessageError, RecursionError, ValueError, LookupError) as error:
        raise _wrong(tr("The message is broken"), where, "no_email") from error
    if not any(name in message for name in ("From", "To", "Subject", "Date", "MIME-Version", "Content-Type")):
        raise _wrong(tr("This is no e-mail message: it has no header"), where, "no_email")
    html, text = "", ""
    parts: list[Part] = []
    for leaf in leaves:
        kind, name = leaf.get_content_type(), _file_name(leaf)
        if kind == "text/html" and not html and not name:
            html = _text(leaf)
        elif kind == "text/plain" and not text and not name:
            text = _text(leaf)
        else:
            parts.append(Part(name=name or _invented(kind, len(parts) + 1), content=_octets(leaf), cid=_cid(leaf)))
    if not (html.strip() or text.strip()):
        raise _wrong(tr("The message has no text"), where, "no_email")
    html, kept = _shown(html, parts)
    read = _surveyed(html, where, ()) if html.strip() else ReadMessage()
    return ReadMessage(
        subject=_header(message.get("Subject", "")), html=read.html, text=text.replace("\r\n", "\n").strip("\n"),
        parts=kept, notes=read.notes,
    )  # fmt: skip


def _surveyed(html: str, where: str, notes: tuple[str, ...]) -> ReadMessage:
    if _unfinished(html):
        raise _wrong(tr("The page breaks off within its tags"), where, "no_html")
    survey = _Survey()
    survey.feed(html)
    survey.close()
    if not survey.tags:
        raise _wrong(tr("There is no HTML in the file"), where, "no_html")
    if len(re.sub(r"data:[^\"')\s>]*", "", html)) > LONGEST_PAGE:
        raise _wrong(
            tr("The page is longer than {longest_page} characters", longest_page=digits(f"{LONGEST_PAGE:,}")),
            where,
            "too_long",
        )
    remote = sum(1 for source in survey.sources if _REMOTE.match(source))
    local = dict.fromkeys(one for one in survey.sources if one and not _KEPT_SOURCE.match(one))
    said = [*notes]
    if remote:
        said.append(tr("Pictures on the web: {remote}. They stay there and were not fetched.", remote=remote))
    if survey.scripts:
        said.append(tr("The page has a script. It stays as written, and mail programs do not run it."))
    return ReadMessage(
        subject=" ".join(survey.title.split()), html=spaced_styles(html), local=tuple(local), notes=tuple(said)
    )


def _unfinished(html: str) -> bool:
    """Say whether so much is opened and never closed that a reader of HTML would look for its end for minutes."""
    return any(
        html.count(start, html.rfind(end) + 1) > _MOST_UNFINISHED for start, end in (("<", ">"), ("<!--", "-->"))
    )


class _Survey(HTMLParser):
    """Looks through a page: its title, its pictures, whether it has scripts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags = 0
        self.title = ""
        self.sources: list[str] = []
        self.scripts = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags += 1
        self.scripts += tag == "script"
        self._in_title = tag == "title"
        if tag == "img":
            self.sources.append((dict(attrs).get("src") or "").strip())

    def handle_endtag(self, _tag: str) -> None:
        self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of an HTML file, by its mark, as UTF-8, or by what it says itself."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace"), ()
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        said = _CHARSET.search(content[:_SNIFFED])
        name = said[1].decode() if said else "windows-1252"
        guessed = "" if said else tr("The file does not say its encoding; it was read as {name}.", name=name)
        return _as(content, name), (guessed,) if guessed else ()


def _as(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset, "replace")
    except (LookupError, ValueError):  # a name nobody knows, or a codec that is none for text
        return content.decode("utf-8", "replace")


def _leaves(message: Message) -> Iterator[Message]:
    """Every part that is no container; a message within stays whole. Raises ValueError for too many."""
    waiting, seen = [message], 0
    while waiting:
        part, seen = waiting.pop(0), seen + 1
        if seen > MOST_PARTS:
            raise ValueError("too many parts")
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting = [*inner, *waiting]
        else:
            yield part


def _octets(part: Message) -> bytes:
    inner = part.get_payload()
    if isinstance(inner, list):
        return b"".join(one.as_bytes() for one in inner if isinstance(one, Message))
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _text(part: Message) -> str:
    charset = part.get_content_charset() or "utf-8"
    return _as(_octets(part), charset)


def _file_name(part: Message) -> str:
    try:
        name = _header(part.get_filename() or "")
    except (ValueError, LookupError, TypeError):  # parameters that are no parameters
        name = ""
    if not name and part.get_content_disposition() == "attachment":
        name = _invented(part.get_content_type(), 1)
    return re.sub(r'[\x00-\x1f/\\:*?"<>|]', "-", name)[:150]


def _invented(kind: str, number: int) -> str:
    ending = {"message/rfc822": "eml", "text/calendar": "ics", "image/jpeg": "jpg", "text/plain": "txt"}.get(
        kind, re.sub(r"[^a-z0-9]", "", kind.partition("/")[2])[:8] or "bin"
    )
    return f"part-{number}.{ending}"


def _header(value: str | Header) -> str:
    try:
        written = str(make_header(decode_header(value)))
    except (MessageError, ValueError, LookupError, AssertionError):  # encoded words that cannot be decoded
        written = str(value)
    return " ".join(written.encode("utf-8", "replace").decode().split())


def _cid(part: Message) -> str:
    return str(part.get("Content-ID", "")).strip().strip("<>").strip()


def _shown(html: str, parts: list[Part]) -> tuple[str, tuple[Part, ...]]:
    """The page and its files: a `cid` that nothing shows is dropped, one that cannot stand in a page is replaced."""
    named = {unquote(one): one for one in _CID.findall(html)}
    kept = []
    for number, part in enumerate(parts, 1):
        written, cid = named.get(part.cid, ""), ""
        if part.cid and written:
            cid = part.cid if written == part.cid and _SAFE_CID.fullmatch(written) else f"picture-{number}"
            html = html.replace(f"cid:{written}", f"cid:{cid}")
        kept.append(Part(name=part.name, content=part.content, cid=cid))
    return html, tuple(kept)


def _wrong(what: str, where: str, code: str) -> InputError:
    return InputError(f"{what}.", remedy=tr("Choose another file, or save it again."), where=where, code=code)
