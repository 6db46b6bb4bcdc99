"""Messages from files into drafts (`.html`, `.eml`, `.mjml`), and one recipient's message into an `.eml` file."""

from __future__ import annotations

import hashlib
import re
from base64 import b64decode
from binascii import Error as NotBase64
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from sendoff.core.campaign import Attachment, Campaign, CampaignState, Content, Image
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.message_import import Part, ReadMessage, read_email, read_page
from sendoff.core.mjml import html_from_mjml
from sendoff.core.parts import shown
from sendoff.core.ports import Blobs, Files
from sendoff.core.template import compile_template
from sendoff.services.campaigns import Campaigns

LARGEST = 40 << 20
"""Bytes of a file that is imported."""
MOST_PICTURES = 200
_DATA = re.compile(r"data:(image/(?:png|jpeg|gif|webp))((?:;[\w=-]+)*),([^\"'()\s<>]*)", re.IGNORECASE)
_PAGES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A message from a file: its parts are frozen already. `notes` are sentences for people."""

    content: Content
    notes: tuple[str, ...] = ()


class MessageFiles:
    """Reads messages made elsewhere, and writes those made here."""

    def __init__(self, *, files: Files, blobs: Blobs, campaigns: Campaigns) -> None:
        self._files = files
        self._blobs = blobs
        self._campaigns = campaigns

    def read(self, path: Path) -> Imported:
        """Read a file and freeze the pictures and attachments in it and beside it. Raises InputError."""
        kind = path.suffix.lower()
        if kind == ".eml":
            read, folder = read_email(self._files.content(path, LARGEST), path.name), None
        elif kind == ".mjml":
            html = html_from_mjml(self._files.text(path), path.name)
            read, folder = read_page(html.encode(), path.name), path.parent
            read = replace(read, subject="")
        elif kind in _PAGES:
            read, folder = read_page(self._files.content(path, LARGEST), path.name), path.parent
        else:
            raise InputError(
                tr("Messages are not read from “{kind}” files.", kind=kind or path.name),
                remedy=tr("Choose an .html, .eml or .mjml file."),
                where=path.name,
                code="file_kind",
            )
        return self._frozen(read, folder)

    def bring(self, draft: Campaign, path: Path) -> tuple[Campaign, tuple[str, ...]]:
        """Put a file's message into a draft; also the notes. What else is written in the draft is kept.

        The subject is replaced where the file is an e-mail, and filled in where there is none. Raises InputError.
        """
        if draft.state is not CampaignState.DRAFT:
            raise InputError(
                tr("“{name}” has been started, so its message is fixed.", name=draft.name),
                remedy=tr("Duplicate the campaign and change the copy."),
                code="not_draft",
            )
        imported = self.read(path)
        said, old = imported.content, draft.content
        takes = said.subject and (path.suffix.lower() == ".eml" or not old.subject.strip())
        new_images = {one.cid for one in said.images}
        changed = replace(
            draft,
            content=replace(
                old,
                mode=said.mode,
                subject=said.subject if takes else old.subject,
                html=said.html or old.html,
                text=said.text,
                images=(*(one for one in old.images if one.cid not in new_images), *said.images),
                attachments=tuple(dict.fromkeys((*old.attachments, *said.attachments))),
            ),
        )
        self._campaigns.save(changed)
        return changed, imported.notes

    def export(self, campaign: Campaign, position: int, path: Path) -> int:
        """Write the message of the recipient in this row as an `.eml` file, as it is sent; returns its bytes.

        Raises InputError for a row that is not there or makes no message, and where the file cannot be written.
        """
        content = self._campaigns.envelope(campaign, position).content
        self._files.keep_bytes(path, content)
        return len(content)

    def keep_page(self, html: str, path: Path) -> None:
        """Write a page to look at. Raises InputError (`no_html`) where the message is plain text."""
        if not html:
            raise InputError(tr("The message is plain text: it has no page."), where=path.name, code="no_html")
        self._files.keep(path, html)

    def _frozen(self, read: ReadMessage, folder: Path | None) -> Imported:
        content = Content(mode="html" if read.html else "text", subject=read.subject, html=read.html, text=read.text)
        content = self._data_pictures(self._parts(content, read.parts))
        content, missing = self._local_pictures(content, read.local, folder)
        return Imported(content=content, notes=(*read.notes, *missing, *_template_notes(content)))

    def _local_pictures(
        self, content: Content, names: tuple[str, ...], folder: Path | None
    ) -> tuple[Content, list[str]]:
        """Embed the pictures beside a page; also a sentence on each that is not there."""
        missing = []
        for number, written in enumerate(names):
            image = self._picture(folder, unquote(written)) if folder and number < MOST_PICTURES else None
            if image:
                content = shown(content, image, written)
            else:
                missing.append(tr("The picture “{written}” is not beside the file, so it is missing.", written=written))
        return content, missing[:MOST_PICTURES]

    def _picture(self, folder: Path, name: str) -> Image | None:
        try:
            return self._campaigns.embed(self._files.path_below(folder, name), LARGEST)
        except InputError:
            return None

    def _parts(self, content: Content, parts: tuple[Part, ...]) -> Content:
        images, attachments = [], []
        for part in parts:
            blob, size = self._blobs.put(part.content)
            if part.cid:
                images.append(Image(cid=part.cid, name=part.name, blob=blob, size=size))
            else:
                attachments.append(Attachment(name=part.name, blob=blob, size=size))
        return replace(content, images=tuple(images), attachments=tuple(attachments))

    def _data_pictures(self, content: Content) -> Content:
        """Pictures written into the page become parts of the message: Gmail and Outlook show no `data:` addresses."""
        images: dict[str, Image] = {}

        def part(found: re.Match[str]) -> str:
            octets = _data(found[2], found[3])
            if not octets or len(images) >= MOST_PICTURES:
                return found[0]
            name = f"{hashlib.sha256(octets).hexdigest()[:12]}.{found[1].lower().partition('/')[2]}"
            if name not in images:
                blob, size = self._blobs.put(octets)
                images[name] = Image(cid=name, name=name, blob=blob, size=size)
            return f"cid:{name}"

        html = _DATA.sub(part, content.html)
        return replace(content, html=html, images=(*content.images, *images.values()))


def _data(parameters: str, written: str) -> bytes:
    """The octets of a `data:` address (RFC 2397); empty where they are none."""
    octets = unquote_to_bytes(written)
    if "base64" not in parameters.lower():
        return octets
    try:
        return b64decode(octets)
    except NotBase64:
        return b""


def _template_notes(content: Content) -> list[str]:
    """Say what in the file looks like a merge field and is none."""
    notes = []
    for part, source, html in (("html", content.html, True), ("text", content.text, False)):
        try:
            compile_template(source, html=html, where=part)
        except InputError as error:
            notes.append(tr("What stands in braces is read as a merge field. {error}", error=error))
    return notes
