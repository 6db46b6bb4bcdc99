"""The files of a message: attachments and pictures are frozen, so that nothing changes after the start."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from sendoff.core.campaign import Attachment, Content, Image
from sendoff.core.campaign_file import AttachedFile, CampaignFile
from sendoff.core.errors import InputError
from sendoff.core.language import digits, tr
from sendoff.core.mime import encoded_size, is_picture
from sendoff.core.parts import shown
from sendoff.core.ports import Blobs, Files


class Contents:
    """Makes messages out of files."""

    def __init__(self, blobs: Blobs, files: Files) -> None:
        self._blobs = blobs
        self._files = files

    def of_file(self, folder: Path, said: CampaignFile, size_limit: int = 0) -> Content:
        """Read what a campaign file in `folder` names. Raises InputError."""
        content = Content(
            subject=said.subject,
            html=self._text(folder, said.html),
            markdown=self._text(folder, said.markdown),
            text=self._text(folder, said.text),
            design=self._text(folder, said.design),
            preheader=said.preheader,
            unsubscribe=said.unsubscribe,
            leave_text=said.leave_text,
            postal=said.postal,
            attachments=tuple(self._attachment(folder, one, size_limit) for one in said.attachments),
        )
        for name in said.images:
            image = self.embed(self._files.path_below(folder, name), size_limit)
            taken = any(one.cid == image.name for one in content.images)
            content = shown(content, image if taken else replace(image, cid=image.name), name)
        return content

    def attach(self, path: Path, size_limit: int = 0) -> Attachment:
        """See `Campaigns.attach`."""
        blob, size = self._frozen(path, size_limit)
        return Attachment(name=path.name, blob=blob, size=size)

    def embed(self, path: Path, size_limit: int = 0) -> Image:
        """See `Campaigns.embed`; the picture's name is safe in an address."""
        _check_picture(path.name)
        return _image(path.name, *self._frozen(path, size_limit))

    def picture(self, name: str, content: bytes) -> Image:
        """See `Campaigns.picture`."""
        _check_picture(name)
        return _image(name, *self._blobs.put(content))

    def _attachment(self, folder: Path, one: AttachedFile, size_limit: int) -> Attachment:
        if one.column:
            return Attachment(column=one.column, folder=str(folder), name=one.name)
        attachment = self.attach(self._files.path_below(folder, one.file), size_limit)
        return replace(attachment, name=one.name or attachment.name)

    def _text(self, folder: Path, name: str) -> str:
        return self._files.text_below(folder, name) if name else ""

    def _frozen(self, path: Path, size_limit: int) -> tuple[str, int]:
        if size_limit and path.is_file() and (size := encoded_size(path.stat().st_size)) > size_limit:
            raise InputError(
                tr(
                    "“{name}” makes a message of {size}, and the server takes {size_limit}.",
                    name=path.name,
                    size=_megabytes(size),
                    size_limit=_megabytes(size_limit),
                ),
                remedy=tr("Attach a smaller file, or put it on a web page and link to it."),
                code="oversize",
            )
        return self._blobs.put(path)


def _check_picture(name: str) -> None:
    if not is_picture(name):
        raise InputError(
            tr("“{name}” is no picture that mail programs show.", name=name),
            remedy=tr("Use PNG, JPEG, GIF or WebP."),
            code="no_picture",
        )


def _image(name: str, blob: str, size: int) -> Image:
    name = re.sub(r"[^A-Za-z0-9.]+", "-", name).strip("-.")
    return Image(cid=f"{blob[:12]}.{name}", name=name, blob=blob, size=size)


def _megabytes(size: int) -> str:
    return tr("{size} MB", size=digits(f"{size / 1000000:.1f}"))
