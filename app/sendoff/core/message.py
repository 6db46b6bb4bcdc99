"""From a campaign to the bytes of each recipient's message; whatever is the same for all is made once.

One message, one recipient: there is no Cc or Bcc. The same delivery and date give the same bytes at every attempt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from urllib.parse import quote

from sendoff.core import headers
from sendoff.core.address import Checked, check_address, split_mailbox
from sendoff.core.campaign import Campaign, Content, message_id
from sendoff.core.delivery import Delivery
from sendoff.core.envelope import Envelope
from sendoff.core.errors import InputError
from sendoff.core.markdown import html_from_markdown
from sendoff.core.mime import encoded_file, encoded_size, encoded_text, settled, skeleton
from sendoff.core.plaintext import text_from_html, tidy
from sendoff.core.template import Template, compile_template

_CAMPAIGN_ID = re.compile(r"[A-Za-z0-9._-]{1,200}")


class ProblemKind(StrEnum):
    """What can be wrong with one recipient's message."""

    EMPTY_FIELD = "empty_field"
    """A field is printed, is empty in this row, and nothing stands in for it."""
    UNKNOWN_FIELD = "unknown_field"
    RENDER_ERROR = "render_error"
    """The template or the address of this row does not make a message."""
    OVERSIZE = "oversize"
    EMPTY_SUBJECT = "empty_subject"
    LEFTOVER = "leftover"
    """The finished text still has `{{` or `}}` in it."""
    MISSING_ATTACHMENT = "missing_attachment"
    """The recipient's own file is not there."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of the check; `detail` is a sentence for people."""

    kind: ProblemKind
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What one recipient will see; `html` is empty in a plain message."""

    subject: str
    html: str
    text: str
    to: str


class Composer:
    """Makes the messages of one campaign. Immutable once made, so threads may share it.

    `read_blob` gives the content of a frozen attachment by its hash and is called here only. `fields` are the merge
    fields of the list. Raises InputError for a template, a sender or a reply address that cannot work.
    """

    def __init__(self, *, campaign: Campaign, read_blob: Callable[[str], bytes], fields: Collection[str]) -> None:
        if not _CAMPAIGN_ID.fullmatch(campaign.id):
            raise ValueError("a campaign's id becomes part of every Message-ID: letters, digits, . _ -")
        self._campaign_id = campaign.id
        self._subject, self._html, self._text = templates(campaign.content)
        self._text_is_made = not campaign.content.text
        self._signed_text, self._signed_html = _signature(settled(campaign.content.signature))
        used = [template for template in (self._subject, self._html, self._text) if template is not None]
        for template in used:
            template.require(fields)
        self._bare = sorted(frozenset().union(*(template.bare for template in used)))
        name, self._sender = _mailbox(campaign.sender, "from")
        addresses = [self._sender.wire]
        self._constant = headers.mailbox_field("From", name, self._sender.wire)
        if campaign.reply_to:
            name, reply = _mailbox(campaign.reply_to, "reply_to")
            addresses.append(reply.wire)
            self._constant += headers.mailbox_field("Reply-To", name, reply.wire) + _unsubscribe(reply.wire)
        self._utf8 = not all(map(str.isascii, addresses))
        self._plain = skeleton(campaign.id, html=self._html is not None, files=False)
        self._mixed = skeleton(campaign.id, html=self._html is not None, files=True)
        self._common = [
            encoded_file(attachment.name, read_blob(attachment.blob))
            for attachment in campaign.content.attachments
            if attachment.blob
        ]

    def preview(self, delivery: Delivery) -> Preview:
        """Fill in the templates for one recipient. Raises InputError."""
        subject, html, text = self._rendered(delivery)
        to = f"{headers.one_line(delivery.name)} <{delivery.address}>" if delivery.name.strip() else delivery.address
        return Preview(subject=subject, html=html, text=text, to=to)

    def compose(self, delivery: Delivery, *, date: int, own: Sequence[tuple[str, bytes]] = ()) -> Envelope:
        """Make the message of one recipient, dated `date` (epoch ms), with its `own` files (name, content).

        Raises InputError where a value of the row cannot be used.
        """
        return self._assembled(delivery, _recipient(delivery), self._rendered(delivery), date, own)

    def problems(self, delivery: Delivery, *, own_sizes: Sequence[int] = (), limit: int = 0) -> tuple[Problem, ...]:
        """Check one row without sending: `own_sizes` of its files and the server's `limit` are in bytes, 0 is none."""
        found = [
            Problem(ProblemKind.EMPTY_FIELD, f"“{name}” is empty.")
            for name in self._bare
            if not delivery.fields.get(name, "-").strip()
        ]
        try:
            recipient, texts = _recipient(delivery), self._rendered(delivery)
        except InputError as error:
            unknown = error.code == ProblemKind.UNKNOWN_FIELD
            kind = ProblemKind.UNKNOWN_FIELD if unknown else ProblemKind.RENDER_ERROR
            return (*found, Problem(kind, str(error)))
        if not texts[0]:
            found.append(Problem(ProblemKind.EMPTY_SUBJECT, "The subject is empty."))
        for part, text in zip(("subject", "HTML", "text"), texts, strict=True):
            if "{{" in text or "}}" in text:
                found.append(Problem(ProblemKind.LEFTOVER, f"The {part} still has {{{{ or }}}} in it."))
        if limit:
            size = len(self._assembled(delivery, recipient, texts, 0, ()).content) + sum(map(encoded_size, own_sizes))
            if size > limit:
                sizes = f"{size / 1e6:.1f} MB; the server takes {limit / 1e6:.1f} MB"
                found.append(Problem(ProblemKind.OVERSIZE, f"The message has {sizes}."))
        return tuple(found)

    def _assembled(
        self,
        delivery: Delivery,
        recipient: Checked,
        texts: tuple[str, str, str],
        date: int,
        own: Sequence[tuple[str, bytes]],
    ) -> Envelope:
        subject, html, text = texts
        identity = message_id(self._campaign_id, delivery.position, self._sender.ascii_domain)
        layout = self._mixed if own or self._common else self._plain
        parts = [
            b"Date: ", headers.date_value(date // 1000), b"\r\n",
            self._constant,
            headers.mailbox_field("To", delivery.name, recipient.wire),
            b"Message-ID: ", identity.encode(), b"\r\n",
            headers.text_field("Subject", subject),
            layout.opening, encoded_text(text), layout.between, encoded_text(html), layout.after,
        ]  # fmt: skip
        for file in (*self._common, *(encoded_file(name, content) for name, content in own)):
            parts += (layout.before_file, file)
        parts.append(layout.closing)
        content = b"".join(parts)
        utf8 = self._utf8 or recipient.smtputf8
        return Envelope(self._sender.wire, recipient.wire, content, identity, utf8, not content.isascii())

    def _rendered(self, delivery: Delivery) -> tuple[str, str, str]:
        values = delivery.fields
        html = "" if self._html is None else self._sign(settled(self._html.render(values)))
        text = settled(self._text.render(values))
        subject = headers.one_line(self._subject.render(values))
        return subject, html, (tidy(text) if self._text_is_made else text) + self._signed_text

    def _sign(self, html: str) -> str:
        """Put the signature before the end of the page."""
        if not self._signed_html:
            return html
        page, end, rest = html.rpartition("</body>")
        return f"{page}{self._signed_html}{end}{rest}" if end else html + self._signed_html


def templates(content: Content) -> tuple[Template, Template | None, Template]:
    """Compile subject, HTML (if any) and text of a campaign. Raises InputError with the part it is in."""
    if content.html and content.markdown:
        raise InputError("The message has both HTML and Markdown.", remedy="Keep one of them.", code="two_bodies")
    if not (content.html or content.markdown or content.text):
        raise InputError("The message is empty.", remedy="Write an HTML, a Markdown or a plain text.", code="no_body")
    subject = compile_template(content.subject, html=False, where="subject")
    html, source = None, content.html
    if content.markdown:
        # Compiled as it is first, so that an error names a line of what the author wrote.
        compile_template(content.markdown, html=False, where="markdown")
        source = html_from_markdown(content.markdown)
    if source:
        html = compile_template(source, html=True, where="markdown" if content.markdown else "html")
    text = compile_template(content.text or text_from_html(source), html=False, where="text")
    return subject, html, text


def _signature(signature: str) -> tuple[str, str]:
    """The account's signature for the plain part and for the page; the mark before it is RFC 3676 4.3's."""
    if not signature.strip():
        return "", ""
    lines = "<br>\n".join(escape(line) for line in signature.strip().split("\n"))
    return f"\n\n-- \n{signature.strip()}\n", f'<div style="margin-top:24px">{lines}</div>\n'


def _mailbox(written: str, where: str) -> tuple[str, Checked]:
    try:
        name, address = split_mailbox(written)
    except InputError as error:
        raise InputError(error.title, remedy=error.remedy, where=where, code=error.code) from error
    return name, check_address(address)


def _recipient(delivery: Delivery) -> Checked:
    checked = check_address(delivery.address)
    if checked.problem:
        raise InputError(checked.problem, remedy="Correct the address in the list.", where="to", code="address")
    return checked


def _unsubscribe(address: str) -> bytes:
    """One click in the reader's mail program writes to the reply address (RFC 2369)."""
    return b"List-Unsubscribe: <mailto:%b?subject=unsubscribe>\r\n" % quote(address, safe="@+").encode()
