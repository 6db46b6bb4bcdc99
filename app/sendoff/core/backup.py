"""A backup: what is in the file, and what is known after it was put back."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sendoff.core.errors import InputError
from sendoff.core.language import phrase, tr
from sendoff.core.said import is_said_from, said

FORMAT = 1
DATABASE = "data/sendoff.db"
_PART = re.compile(
    r"data/sendoff\.db|data/blobs/[0-9a-f]{64}|settings/settings\.toml|settings/(providers|rules|lists)/[^/\\:\0]{1,200}"
)
_REMEDY = phrase("Choose a file that “Back up” or `sendoff backup` wrote.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file in a backup."""

    name: str
    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself; there is no password and no token in it."""

    version: str
    """The Sendoff that wrote it."""
    made_at: int
    """Epoch milliseconds."""
    campaigns: int
    audiences: int
    accounts: int
    parts: tuple[Part, ...] = ()
    format: int = FORMAT

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(part.size for part in self.parts)

    def to_json(self) -> str:
        """The text that is kept in the file."""
        return json.dumps(asdict(self), indent=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What putting a backup back has done."""

    manifest: Manifest
    carried: int
    """Recipients whose state was newer in the data that was replaced, and was taken over."""
    held: int
    """Campaigns that wait for a person's word, because nobody knows what was sent since the backup."""
    kept: str
    """Where the replaced database is; empty where there was none."""


def manifest_from_json(text: str) -> Manifest:
    """Read a manifest. Raises InputError for what is none, or is of a newer Sendoff."""
    try:
        raw = json.loads(text)
        parts = tuple(
            Part(name=str(one["name"]), size=int(one["size"]), sha256=str(one["sha256"])) for one in raw["parts"]
        )
        numbers = {key: int(raw[key]) for key in ("made_at", "campaigns", "audiences", "accounts", "format")}
        manifest = Manifest(version=str(raw["version"]), parts=parts, **numbers)
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(tr("This is no backup of Sendoff."), remedy=tr(_REMEDY), code="no_backup") from error
    if manifest.format > FORMAT:
        raise InputError(
            tr("This backup was written by a newer Sendoff, {version}.", version=manifest.version),
            remedy=tr("Install that version first."),
            code="newer_backup",
        )
    names = [part.name for part in parts]
    if DATABASE not in names or len(set(names)) < len(names) or not all(_PART.fullmatch(one) for one in names):
        raise InputError(tr("This backup holds files that do not belong there."), remedy=tr(_REMEDY), code="no_backup")
    return manifest


_HELD = phrase(
    "This campaign was put back from a state {since}. Who was written to since then may "
    "still be listed as waiting, and would get the message again. Look in the Sent folder "
    "first."
)


def day_text(at: int) -> str:
    """`22 November 2026, 14:10 UTC`: a moment that is kept in words for long."""
    day = datetime.fromtimestamp(at / 1000, tz=UTC)
    return tr("{day} {day_2} UTC", day=day.day, day_2=f"{day:%B %Y, %H:%M}")


def held_words(made_at: int) -> str:
    """Why a campaign waits for a person's word; `made_at` is the backup's time, 0 where nobody knows it."""
    since = said("of {made_at}", made_at=day_text(made_at)) if made_at else said("of an earlier time")
    return said(_HELD, since=since)


def tells_of_backup(reason: str) -> bool:
    """Say whether a campaign is paused for this reason because it was put back: `held_words`."""
    return is_said_from(reason, _HELD)
