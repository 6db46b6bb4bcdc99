"""The files of a campaign's messages: whatever is the same for everybody is encoded once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sendoff.core.calendars import calendar_template, filled_calendar, is_calendar, method_of
from sendoff.core.campaign import Attachment, Content, Image
from sendoff.core.errors import InputError
from sendoff.core.headers import one_line
from sendoff.core.language import tr
from sendoff.core.mime import base64_lines, calendar_part, encoded_file, file_fields
from sendoff.core.template import Template, compile_template

_WHERE = "attachment name"
_CID = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+(?:@[A-Za-z0-9.-]+)?")
_LONGEST_CID = 200
_PART = tuple[bytes, bytes]
"""The part of an invitation, or nothing, and the attached file."""


class Files:
    """The attachments of a campaign. Raises InputError for a name or an invitation that is no template."""

    def __init__(self, attachments: Sequence[Attachment], read_blob: Callable[[str], bytes]) -> None:
        self._common = [_made(one.name, read_blob(one.blob)) for one in attachments if one.blob]
        self._own = {one.column: _name(one.name) for one in attachments if one.column and one.name.strip()}
        names = (*(one.name for one in self._common), *self._own.values())
        texts = (one.calendar for one in self._common)
        self.templates = tuple(one for one in (*names, *texts) if isinstance(one, Template))

    def own_name(self, column: str, values: Mapping[str, str]) -> str:
        """The name of a recipient's own file; empty where the campaign gives none. Raises InputError."""
        return _called(self._own[column], values) if column in self._own else ""

    def check(self, values: Mapping[str, str]) -> None:
        """Fill in every name and invitation. Raises InputError where one of them cannot be."""
        for template in self.templates:
            template.render(values)

    def parts(self, values: Mapping[str, str], own: Sequence[tuple[str, bytes]]) -> tuple[bytes, list[bytes]]:
        """The invitation of a message (the first there is; else nothing) and its attached files. Raises InputError."""
        if not (self._common or own):
            return b"", []
        found = [_filled(one, values) for one in self._common] + [_part(name, content) for name, content in own]
        return next((invitation for invitation, _ in found if invitation), b""), [file for _, file in found]


def pictures(images: Sequence[Image], page: str, read_blob: Callable[[str], bytes]) -> tuple[bytes, ...]:
    """The parts of the pictures that a page shows; the others stay at home. Raises InputError for a wrong `cid`."""
    shown = [one for one in images if f"cid:{one.cid}" in page]
    for one in shown:
        if not _CID.fullmatch(one.cid) or len(one.cid) > _LONGEST_CID:
            raise InputError(
                tr("“{cid}” cannot name a picture in a message.", cid=one.cid),
                remedy=tr("Use letters, digits, dots and hyphens."),
                where="images",
                code="cid",
            )
    return tuple(encoded_file(one.name or one.cid, read_blob(one.blob), cid=one.cid) for one in shown)


def shown(content: Content, image: Image, written: str) -> Content:
    """Add a picture; where a page names its file as `written` (`src="logo.png"`), it shows the picture from now on."""
    source = re.compile(
        rf"""(\bsrc\s*=\s*["']?|]\(|"source"\s*:\s*")(?:\./)?{re.escape(written)}(?=["'\s>)])""", re.IGNORECASE
    )
    target = rf"\g<1>cid:{image.cid}"
    return replace(
        content,
        html=source.sub(target, content.html),
        markdown=source.sub(target, content.markdown),
        design=source.sub(target, content.design),
        images=(*content.images, image),
    )


@dataclass(frozen=True, slots=True)
class _Common:
    """A file for everybody: `part` is ready where neither its name nor its text has merge fields."""

    name: str | Template
    part: _PART | None
    calendar: Template | None
    content: bytes
    encoded: bytes
    invitation: bytes


def _made(name: str, content: bytes) -> _Common:
    called = _name(name)
    calendar = calendar_template(content, name) if is_calendar(name) else None
    if calendar:
        return _Common(called, None, calendar, content, b"", b"")
    if isinstance(called, str):
        return _Common(called, _part(called, content), None, b"", b"", b"")
    invitation, _ = _part(name, content)
    return _Common(called, None, None, content, base64_lines(content), invitation)


def _filled(one: _Common, values: Mapping[str, str]) -> _PART:
    if one.part is not None:
        return one.part
    name = _called(one.name, values)
    if one.calendar is not None:
        return _part(name, filled_calendar(one.calendar, values))
    return one.invitation, file_fields(name, one.content) + one.encoded


def _part(name: str, content: bytes) -> _PART:
    invites = is_calendar(name) and method_of(content)
    return calendar_part(content) if invites else b"", encoded_file(name, content)


def _name(written: str) -> str | Template:
    return compile_template(written, html=False, where=_WHERE) if "{" in written else written


def _called(name: str | Template, values: Mapping[str, str]) -> str:
    """The name for one row; a value that looks like a path stays part of the name."""
    if isinstance(name, str):
        return name
    return re.sub(r"[/\\]", "-", one_line(name.render(values)))
