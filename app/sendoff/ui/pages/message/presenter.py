"""What the message step asks of the services."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from sendoff.core.account import Account
from sendoff.core.campaign import Attachment, Campaign, CampaignState
from sendoff.core.delivery import Delivery
from sendoff.core.errors import InputError
from sendoff.core.events import AccountsChanged, Event
from sendoff.core.message import Preview, templates
from sendoff.ui.operations import Operation
from sendoff.ui.pages.message.drafts import merged
from sendoff.ui.pages.stage import Stage

_STAND_IN = "preview@example.com"
"""The sender of a preview while the campaign has none: the text can be looked at before an account is connected."""
_FARTHEST = 200_000
"""Rows looked through at most for one with an empty field."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the step needs beside the campaign."""

    accounts: Sequence[Account]
    total: int
    """Rows of the list."""


class MessagePresenter(QObject):
    """Saves the draft, renders previews, freezes attachments; answers come as signals."""

    known = Signal(str, object)
    """A campaign's id and its Facts."""
    saved = Signal(object, int)
    """The campaign as it is kept now, and the number of the edit that was saved."""
    not_saved = Signal(object)
    """The KnownError that kept the draft from being saved."""
    previewed = Signal(object)
    """A Preview."""
    not_previewed = Signal(object)
    """The InputError that says what is wrong with the text."""
    attached = Signal(str, object)
    """A campaign's id, and the list of its new attachments."""
    not_attached = Signal(object)
    row_found = Signal(int)
    """The next row with an empty field, 0 where there is none."""
    accounts_changed = Signal()

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._campaigns = stage.services.campaigns
        self._preview: Operation | None = None
        stage.bridge.batch.connect(self._heard)

    def ask(self, campaign: Campaign) -> None:
        """Find out the accounts and the length of the list."""
        self._stage.operations.query(
            lambda: self._facts(campaign), lambda facts: self.known.emit(campaign.id, facts), owner=self
        )

    def save(self, written: Campaign, edit: int) -> None:
        """Keep what this step writes; a campaign that was started meanwhile stays what it was."""
        self._stage.operations.command(
            lambda: self._save(written), lambda kept: self.saved.emit(kept, edit), self.not_saved.emit, owner=self
        )

    def preview(self, written: Campaign, position: int, total: int) -> None:
        """Render one row; only the newest answer is wanted."""
        if self._preview is not None:
            self._preview.cancel()
        self._preview = self._stage.operations.query(
            lambda: self._rendered(written, position, total), self.previewed.emit, self.not_previewed.emit, owner=self
        )

    def attach(self, campaign: Campaign, paths: Sequence[Path]) -> None:
        """Freeze files for every recipient."""
        self._stage.operations.command(
            lambda: [self._campaigns.attach(path) for path in paths],
            lambda found: self._attached(campaign, found),
            self.not_attached.emit,
            owner=self,
        )

    def find_empty(self, written: Campaign, after: int) -> None:
        """Look for the next row, after row `after` and then from the top, in which a printed field is empty."""
        self._stage.operations.query(
            lambda: self._empty_row(written, after),
            self.row_found.emit,
            lambda _error: self._stage.say("Correct the text first; then empty fields can be found."),
            owner=self,
        )

    def connect_account(self) -> None:
        """Go to the accounts, to connect one."""
        self._stage.navigator.open("accounts", "add")

    def say(self, text: str) -> None:
        """A note at the bottom of the window."""
        self._stage.say(text)

    def _facts(self, campaign: Campaign) -> Facts:
        accounts = list(self._stage.services.accounts.all())
        if campaign.account_id and not any(one.id == campaign.account_id for one in accounts):
            with suppress(InputError):  # deleted: the chooser says so
                accounts.append(self._stage.services.accounts.get(campaign.account_id))
        return Facts(accounts, sum(self._stage.services.reports.counts(campaign).values()))

    def _save(self, written: Campaign) -> Campaign:
        latest = self._campaigns.get(written.id)
        if latest.state is not CampaignState.DRAFT:
            return latest
        draft = merged(latest, written)
        if draft != latest:
            self._campaigns.save(draft)
        return draft

    def _rendered(self, written: Campaign, position: int, total: int) -> Preview:
        shown = written if written.sender.strip() else replace(written, sender=_STAND_IN)
        if total:
            return self._campaigns.preview(shown, position)
        nobody = Delivery(id=0, campaign_id=written.id, position=1, address="someone@example.com")
        return self._campaigns.composer(shown).preview(nobody)

    def _attached(self, campaign: Campaign, found: Sequence[Attachment]) -> None:
        self.attached.emit(campaign.id, found)

    def _empty_row(self, written: Campaign, after: int) -> int:
        used = [one for one in templates(written.content) if one is not None]
        bare = frozenset().union(*(one.bare for one in used)) & set(written.fields)
        first = 0
        for line in islice(self._stage.services.reports.every(written), _FARTHEST):
            if any(not line.fields.get(name, "").strip() for name in bare):
                if line.position > after:
                    return line.position
                first = first or line.position
        return first

    @Slot(tuple)
    def _heard(self, events: tuple[Event, ...]) -> None:
        if any(isinstance(event, AccountsChanged) for event in events):
            self.accounts_changed.emit()
