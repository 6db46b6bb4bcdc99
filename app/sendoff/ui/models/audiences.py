"""The list of audiences: name, people, tags, where it came from, and when it changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from sendoff.core.audience import Audience
from sendoff.core.language import phrase, tr
from sendoff.core.wording import count_text
from sendoff.ui.local_time import dated
from sendoff.ui.models.listing import Index, Listing

_PEOPLE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceEntry:
    """One audience with the people in it who can be sent to."""

    audience: Audience
    ready: int = 0
    rows: int = 0
    """All its rows, those that are not sent to among them."""


class AudiencesModel(Listing[AudienceEntry]):
    """Audiences by name, those whose name, tags or source match the search."""

    titles = (phrase("Audience"), phrase("People"), phrase("Tags"), phrase("From"), phrase("Changed"))

    def key(self, one: AudienceEntry) -> str:
        """The audience's id."""
        return one.audience.id

    def searched(self, one: AudienceEntry) -> Sequence[str]:
        """Name, source and tags."""
        return one.audience.name, one.audience.source, *one.audience.tags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell."""
        if not index.isValid():
            return None
        one = self.entry(index.row())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _PEOPLE:
            if one.rows == 1:
                return tr("Its one row can be sent to") if one.ready else tr("Its one row cannot be sent to")
            return tr("{ready} of {rows} rows can be sent to", ready=count_text(one.ready), rows=count_text(one.rows))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(one)[index.column()]
        return None

    def _words(self, one: AudienceEntry) -> tuple[str, ...]:
        audience = one.audience
        changed = dated(audience.updated_at, self._clock.now())
        return audience.name, count_text(one.ready), ", ".join(audience.tags), audience.source, changed
