"""From a campaign to the bytes of each recipient's message; whatever is the same for all is made once.

One message, one recipient: there is no Cc or Bcc. The same delivery and date give the same bytes at every attempt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from sendoff.core import headers
from sendoff.core.address import PlainAddresses, check_address
from sendoff.core.body import compile_body
from sendoff.core.campaign import Campaign, Content, message_id
from sendoff.core.delivery import Delivery
from sendoff.core.envelope import Envelope
from sendoff.core.errors import InputError
from sendoff.core.footer import LEAVE_TEXT, LINK_FIELD, POSTAL_FIELD, html_ending, text_ending
from sendoff.core.gaps import Gaps, Problem, ProblemKind
from sendoff.core.language import tr
from sendoff.core.markdown import END
from sendoff.core.mime import Skeleton, encoded_size, encoded_text, settled, skeleton
from sendoff.core.parts import Files, pictures
from sendoff.core.plaintext import tidy
from sendoff.core.reply import ReplyTo, mailbox
from sendoff.core.said import figure, said
from sendoff.core.stencil import is_plain, page_stencil, text_stencil
from sendoff.core.template import Template
from sendoff.core.unsubscribe import Leaving, Unsubscribe

__all__ = ["Composer", "Examined", "Preview", "Problem", "ProblemKind"]

_CAMPAIGN_ID = re.compile(r"[A-Za-z0-9._-]{1,200}")


@dataclass(frozen=True, slots=True)
class Examined:
    """One row's message, looked at without sending; `html` is its size in characters."""

    problems: tuple[Problem, ...]
    mark: int = 0
    """The same for the same subject and texts, in this run of the program; 0 where nothing could be made."""
    html: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What one recipient will see; `html` is empty in a plain message."""

    subject: str
    html: str
    text: str
    to: str
    preheader: str = ""


class Composer:
    """Makes the messages of one campaign. Nothing changes once it is made, so threads may share it.

    `read_blob` gives the content of a frozen file by its hash and is called here only. `fields` are the merge fields
    of the list. `known_as` is the mailbox whose domain the Message-IDs have, where it is not the sender. Raises
    InputError for a template, a sender or another address that cannot work.
    """

    def __init__(
        self, *, campaign: Campaign, read_blob: Callable[[str], bytes], fields: Collection[str], known_as: str = ""
    ) -> None:
        if not _CAMPAIGN_ID.fullmatch(campaign.id):
            raise ValueError("a campaign's id becomes part of every Message-ID: letters, digits, . _ -")
        content = campaign.content
        self._campaign_id = campaign.id
        self._body = compile_body(content)
        self._unsubscribe = Unsubscribe(content.unsubscribe)
        self._linked = bool(self._unsubscribe.templates)
        self._files = Files(content.attachments, read_blob)
        name, self._sender = mailbox(campaign.sender, "from")
        self._domain = (mailbox(known_as, "from")[1] if known_as else self._sender).ascii_domain
        self._from = headers.mailbox_field("From", name, self._sender.wire)
        self._reply = ReplyTo(campaign.reply_to)
        self._offer(content, fields)
        says = " ".join(settled(content.leave_text).split()) or LEAVE_TEXT
        self._endings = tuple(
            ending(settled(content.signature), settled(content.postal), link=self._linked, used=used, says=says)
            for ending, used in (
                (html_ending, self._body.html.fields if self._body.html else ()),
                (text_ending, self._body.text.fields),
            )
        )
        page_end, text_end = self._endings
        html, made = self._body.html, self._body.text_is_made
        self._page = page_stencil(html, page_end) if html else None
        self._text = text_stencil(self._body.text, text_end, made=made)
        self._pictures = pictures(content.images, self._body.page, read_blob)
        self._layouts: dict[tuple[bool, bool], Skeleton] = {}
        self._everyday = PlainAddresses()

    def _offer(self, content: Content, fields: Collection[str]) -> None:
        """Say what the message itself adds to the fields, and refuse what neither it nor the list has."""
        self._postal = content.postal.strip()
        own = {*([LINK_FIELD] if self._linked else []), *([POSTAL_FIELD] if self._postal else [])}
        offered = own.union(fields)
        texts, others = self._body.used, self.side_templates
        for template in texts:
            _expect(template, offered)
        for template in others:
            template.require(fields)
        self._gaps = Gaps((*texts, *others), own)
        self.raw = frozenset().union(*(template.raw for template in texts)) - own
        """Fields whose values stand in the texts as the list has them."""
        self.personal = any(template.fields for template in texts)
        """Whether the texts differ from one recipient to the next."""
        self._adds = any(one.fields & own for one in texts)

    @property
    def side_templates(self) -> tuple[Template, ...]:
        """The templates beside the texts': addresses, names of files, invitations."""
        return (*self._unsubscribe.templates, *self._reply.templates, *self._files.templates)

    def preview(self, delivery: Delivery) -> Preview:
        """Fill in the templates for one recipient. Raises InputError."""
        texts = self._rendered(delivery)
        to = f"{headers.one_line(delivery.name)} <{delivery.address}>" if delivery.name.strip() else delivery.address
        preheader = headers.one_line(self._body.preheader.render(self._values(delivery, texts.leaving)))
        return Preview(subject=texts.subject, html=texts.html, text=texts.text, to=to, preheader=preheader)

    def own_name(self, column: str, delivery: Delivery) -> str:
        """What the recipient's own file, named by a column, is called; empty where the campaign says nothing.

        Raises InputError.
        """
        return self._files.own_name(column, delivery.fields)

    def compose(self, delivery: Delivery, *, date: int, own: Sequence[tuple[str, bytes]] = ()) -> Envelope:
        """Make the message of one recipient, dated `date` (epoch ms), with its `own` files (name, content).

        Raises InputError where a value of the row cannot be used.
        """
        return self._assembled(delivery, self._recipient(delivery), self._coded(delivery), date, own)

    def problems(self, delivery: Delivery, *, own_sizes: Sequence[int] = (), limit: int = 0) -> tuple[Problem, ...]:
        """Check one row without sending: `own_sizes` of its files and the server's `limit` are in bytes, 0 is none."""
        return self.examine(delivery, own_sizes=own_sizes, limit=limit).problems

    def examine(self, delivery: Delivery, *, own_sizes: Sequence[int] = (), limit: int = 0) -> Examined:
        """Check one row as `problems` does, and say what tells its message from others."""
        found = self._gaps.found(delivery.fields)
        try:
            recipient, texts = self._recipient(delivery), self._rendered(delivery)
            self._files.check(delivery.fields)
        except InputError as error:
            unknown = error.code == ProblemKind.UNKNOWN_FIELD
            kind = ProblemKind.UNKNOWN_FIELD if unknown else ProblemKind.RENDER_ERROR
            return Examined((*found, Problem(kind, str(error))))
        if not texts.subject:
            found.append(Problem(ProblemKind.EMPTY_SUBJECT, said("The subject is empty.")))
        for part, text in zip(("subject", "HTML", "text"), texts[:3], strict=True):
            if "{{" in text or "}}" in text:
                found.append(
                    Problem(ProblemKind.LEFTOVER, said("The {part} still has double curly brackets in it.", part=part))
                )
        if limit:
            whole = self._assembled(delivery, recipient, self._coded(delivery), 0, ())
            size = len(whole.content) + sum(map(encoded_size, own_sizes))
            if size > limit:
                sizes = said(
                    "{size} MB; the server takes {limit} MB",
                    size=figure(f"{size / 1000000.0:.1f}"),
                    limit=figure(f"{limit / 1000000.0:.1f}"),
                )
                found.append(Problem(ProblemKind.OVERSIZE, said("The message has {sizes}.", sizes=sizes)))
        return Examined(tuple(found), hash(texts[:3]), len(texts.html))

    def _recipient(self, delivery: Delivery) -> _Recipient:
        if everyday := self._everyday.read(delivery.address):
            return _Recipient(everyday[0])
        checked = check_address(delivery.address)
        if checked.problem:
            raise InputError(checked.problem, remedy=tr("Correct the address in the list."), where="to", code="address")
        return _Recipient(checked.wire, checked.smtputf8)

    def _assembled(
        self,
        delivery: Delivery,
        recipient: _Recipient,
        texts: _Coded,
        date: int,
        own: Sequence[tuple[str, bytes]],
    ) -> Envelope:
        identity = message_id(self._campaign_id, delivery.position, self._domain)
        calendar, files = self._files.parts(delivery.fields, own)
        layout = self._layout(files=bool(files), calendar=bool(calendar))
        parts = [
            b"Date: ", headers.date_value(date // 1000), b"\r\n",
            self._from,
            texts.reply,
            headers.unsubscribe_fields(texts.leaving.https, texts.leaving.mailto),
            headers.mailbox_field("To", delivery.name, recipient.wire),
            b"Message-ID: ", identity.encode(), b"\r\n",
            headers.text_field("Subject", texts.subject),
            layout.opening, texts.text, layout.between, texts.html, layout.pictures,
        ]  # fmt: skip
        if calendar:
            parts += (layout.before_calendar, calendar)
        parts.append(layout.after)
        for file in files:
            parts += (layout.before_file, file)
        parts.append(layout.closing)
        content = b"".join(parts)
        utf8 = recipient.smtputf8 or not (self._sender.wire.isascii() and texts.reply.isascii())
        return Envelope(self._sender.wire, recipient.wire, content, identity, utf8, not content.isascii(), plain=True)

    def _layout(self, *, files: bool, calendar: bool) -> Skeleton:
        """Each layout is made when it is first needed, because it holds all pictures."""
        if (files, calendar) not in self._layouts:
            self._layouts[files, calendar] = skeleton(
                self._campaign_id,
                html=self._body.html is not None,
                files=files,
                calendar=calendar,
                pictures=self._pictures,
            )
        return self._layouts[files, calendar]

    def _coded(self, delivery: Delivery) -> _Coded:
        """The texts of one recipient as they travel: what `_rendered` gives, encoded."""
        reply, leaving = self._addresses(delivery)
        values = self._values(delivery, leaving)
        body, page = self._body, b""
        link = [leaving.link] if self._linked else []
        if body.html and self._page:
            page = self._page.filled([*body.html.fillings(values), *map(escape, link)])
        fillings = body.text.fillings(values)
        if (body.html and not self._page) or (body.text_is_made and not is_plain(fillings)):
            whole = self._rendered(delivery)
            return _Coded(whole.subject, encoded_text(whole.html), encoded_text(whole.text), reply, leaving)
        text = self._text.filled(fillings + link)
        return _Coded(headers.one_line(body.subject.render(values)), page, text, reply, leaving)

    def _addresses(self, delivery: Delivery) -> tuple[bytes, Leaving]:
        """The Reply-To field, and where one leaves the list."""
        reply, address = self._reply.field(delivery.fields)
        return reply, self._unsubscribe.leaving(delivery.fields) if self._linked else _by_mail(address)

    def _rendered(self, delivery: Delivery) -> _Texts:
        _, leaving = self._addresses(delivery)
        values = self._values(delivery, leaving)
        body, (page_end, text_end) = self._body, self._endings
        html = ""
        if body.html is not None:
            html = _before_end(settled(body.html.render(values)), page_end.filled(escape(leaving.link)))
        text = settled(body.text.render(values))
        text = (tidy(text) if body.text_is_made else text) + text_end.filled(leaving.link)
        return _Texts(headers.one_line(body.subject.render(values)), html, text, leaving)

    def _values(self, delivery: Delivery, leaving: Leaving) -> Mapping[str, str]:
        """The fields of the row, and those the message adds itself where it uses them."""
        if not self._adds:
            return delivery.fields
        added = {LINK_FIELD: leaving.link} if self._linked else {}
        return {**delivery.fields, **added, **({POSTAL_FIELD: self._postal} if self._postal else {})}


class _Recipient(NamedTuple):
    """An address as the envelope takes it."""

    wire: str
    smtputf8: bool = False
    """Its part before the @ is not ASCII."""


class _Texts(NamedTuple):
    """One message before it is bytes."""

    subject: str
    html: str
    text: str
    leaving: Leaving


class _Coded(NamedTuple):
    """One message's parts as they travel."""

    subject: str
    html: bytes
    text: bytes
    reply: bytes
    """The Reply-To field, or nothing."""
    leaving: Leaving


def _before_end(page: str, ending: str) -> str:
    """Put the ending where the page has a place for it, or before its end."""
    above, place, below = page.rpartition(END)
    if place:
        return f"{above}{ending}{below}"
    above, end, below = page.rpartition("</body>")
    return f"{above}{ending}{end}{below}" if end else page + ending


@lru_cache(maxsize=256)
def _by_mail(address: str) -> Leaving:
    """One click in the reader's mail program writes to the reply address (RFC 2369)."""
    return Leaving(mailto=f"mailto:{quote(address, safe='@+')}?subject=unsubscribe" if address else "")


def _expect(template: Template, offered: Collection[str]) -> None:
    for name, what in ((LINK_FIELD, tr("an address for unsubscribing")), (POSTAL_FIELD, tr("a postal address"))):
        if name in template.fields and name not in offered:
            raise InputError(
                tr("Line {lines} shows {what}, and the campaign has none.", lines=template.lines[name], what=what),
                remedy=tr("Give it {what}, or take “{name}” out.", what=what, name=name),
                where=template.where,
                code="unknown_field",
            )
    template.require(offered)
