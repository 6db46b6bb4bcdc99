"""What the message step asks of the services."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from sendoff.core.account import Account
from sendoff.core.campaign import Attachment, Campaign, CampaignState, Content, Image
from sendoff.core.column_names import twins_of
from sendoff.core.errors import InputError
from sendoff.core.events import AccountsChanged, Event
from sendoff.core.language import tr
from sendoff.core.shown import Forms
from sendoff.core.sight import Sight
from sendoff.services.forms import list_forms
from sendoff.services.previews import UNSENT, Worth
from sendoff.ui.drafts import named
from sendoff.ui.operations import Newest, Stoppable, Stopped
from sendoff.ui.pages.message.attachments import own_sentence
from sendoff.ui.pages.message.drafts import merged
from sendoff.ui.pages.message.finding import LIMIT, Person
from sendoff.ui.pages.message.merge import visible
from sendoff.ui.pages.stage import Stage
from sendoff.ui.pictures import encoded, fitted, read_picture
from sendoff.ui.widgets.figures import addressed

_SAMPLE = 100
"""Rows that tell which columns say the same."""
_ROWS = 300
"""Rows that tell what a column holds."""
_STAND_IN = "preview@example.com"
"""The sender of a preview while the campaign has none: the text can be looked at before an account is connected."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the step needs beside the campaign."""

    accounts: Sequence[Account]
    total: int
    """Rows of the list."""
    sent: int = 0
    """Those of them who are written to."""
    first: int = 0
    """The row of the first of them; of the list's first row where there is nobody."""
    twins: frozenset[str] = frozenset()
    """Fields that say the same as one with a meaning of its own: `vorname` beside `first_name`."""
    forms: Mapping[str, Forms] = field(default_factory=dict)
    """How the values of the fields can be shown."""


class MessagePresenter(QObject):
    """Saves the draft, renders previews, freezes attachments; answers come as signals."""

    known = Signal(str, object)
    """A campaign's id and its Facts."""
    saved = Signal(object, int)
    """The campaign as it is kept now, and the number of the edit that was saved."""
    not_saved = Signal(object)
    """The KnownError that kept the draft from being saved."""
    previewed = Signal(object)
    """A Sight."""
    not_previewed = Signal(object)
    """The InputError that says what is wrong with the text."""
    attached = Signal(str, object)
    """A campaign's id, and the list of its new attachments."""
    not_attached = Signal(object)
    own_found = Signal(str, object)
    """A campaign's id, and the OwnFilesFound of its columns."""
    embedded = Signal(str, object)
    """A campaign's id, and the list of its new Images."""
    pictures_read = Signal(str, object)
    """A campaign's id, and its pictures' bytes by `cid`."""
    replaced = Signal(object)
    """The campaign whose message is another now: a template's, a version's, a file's."""
    plain_part = Signal(str)
    """The plain part as it is made from the page."""
    row_found = Signal(int)
    """The row that was looked for."""
    stepped = Signal(int)
    """The row of the recipient one went to, 0 where there is nobody that way."""
    placed = Signal(int, int)
    """A row, and which of those who get the message it is; 0 for one who does not."""
    counted = Signal(object)
    """For how many people each condition of a block holds."""
    people_found = Signal(str, object)
    """The text that was looked for, and the People."""
    accounts_changed = Signal()

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._campaigns = stage.services.campaigns
        self._asking = Newest(stage.operations, self)
        self._preview, self._people = Stoppable(stage.operations, self), Stoppable(stage.operations, self)
        self._counting = Stoppable(stage.operations, self)
        self._row, self._plain = Newest(stage.operations, self), Newest(stage.operations, self)
        self._placing, self._own = Newest(stage.operations, self), Newest(stage.operations, self)
        stage.bridge.batch.connect(self._heard)

    def ask(self, campaign: Campaign) -> None:
        """Find out the accounts and the length of the list."""
        self._asking.query(lambda: self._facts(campaign), lambda facts: self.known.emit(campaign.id, facts))

    def save(self, written: Campaign, edit: int) -> None:
        """Keep what this step writes; a campaign that was started meanwhile stays what it was."""
        self._stage.operations.command(
            lambda: self._save(written), lambda kept: self.saved.emit(kept, edit), self.not_saved.emit, owner=self
        )

    def preview(self, written: Campaign, position: int, total: int) -> None:
        """Render one row; only the newest answer is wanted."""
        self._preview.query(
            lambda _stopped: self._rendered(written, position, total), self.previewed.emit, self.not_previewed.emit
        )

    def attach(self, campaign: Campaign, paths: Sequence[Path]) -> None:
        """Freeze files for every recipient."""
        self._stage.operations.command(
            lambda: [self._campaigns.attach(path) for path in paths],
            lambda found: self._attached(campaign, found),
            self.not_attached.emit,
            owner=self,
        )

    def enclose(self, campaign_id: str, files: Sequence[Attachment]) -> None:
        """Put files into a draft that is not shown any more, now that they are frozen."""

        def call() -> None:
            draft = self._campaigns.get(campaign_id)
            attachments = (*draft.content.attachments, *files)
            self._campaigns.save(replace(draft, content=replace(draft.content, attachments=attachments)))

        self._stage.operations.command(call, lambda _none: None, self.not_attached.emit, owner=self)

    def attach_own(self, campaign: Campaign, column: str, folder: Path) -> None:
        """Freeze each recipient's own file."""
        services = self._stage.services

        def call() -> tuple[Campaign, str]:
            changed, found = services.own_files.attach(services.campaigns.get(campaign.id), column, folder)
            return changed, own_sentence(found, changed.titles)

        self.change(call)

    def look_at_own(self, campaign: Campaign) -> None:
        """Find out for which rows there is a file."""
        columns = [one.column for one in campaign.content.attachments if one.column]
        self._own.cancel()
        if columns:
            self._own.query(
                lambda: [self._stage.services.own_files.look(campaign, one) for one in columns],
                lambda found: self.own_found.emit(campaign.id, found),
            )

    def embed(self, campaign: Campaign, pictures: Sequence[Path | QImage]) -> None:
        """Fit pictures to a mail and freeze them."""
        self._stage.operations.command(
            lambda: [self._embedded(one) for one in pictures],
            lambda found: self.embedded.emit(campaign.id, found),
            self.not_attached.emit,
            owner=self,
        )

    def read_pictures(self, campaign: Campaign, images: Sequence[Image]) -> None:
        """Read frozen pictures, to show them."""
        self._stage.operations.query(
            lambda: {one.cid: self._campaigns.picture_bytes(one) for one in images},
            lambda found: self.pictures_read.emit(campaign.id, found),
            owner=self,
        )

    def change(self, call: Callable[[], tuple[Campaign, str]]) -> None:
        """Do something that gives the draft another message; `call` gives it and a sentence for the person."""
        self._stage.operations.command(call, self._changed, self.not_saved.emit, owner=self)

    def bring_file(self, campaign: Campaign, path: Path) -> None:
        """Put the message of an `.html`, `.eml` or `.mjml` file into the draft."""

        def call() -> tuple[Campaign, str]:
            changed, notes = self._stage.services.message_files.bring(self._campaigns.get(campaign.id), path)
            return changed, " ".join((tr("Read from “{name}”.", name=path.name), *notes))

        self.change(call)

    def ask_plain_part(self, content: Content) -> None:
        """Make the plain part from the page."""
        self._plain.query(
            lambda: self._stage.services.templates.text(replace(content, text="")),
            self.plain_part.emit,
            self.not_attached.emit,
        )

    def forget(self) -> None:
        """Another campaign is shown: nothing more is made for the one before."""
        self._plain.cancel()
        self._placing.cancel()
        self._preview.cancel()
        self._people.cancel()
        self._counting.cancel()

    def count_shown(self, campaign: Campaign, conditions: Collection[str]) -> None:
        """Find out for how many people each condition holds; only the newest answer is wanted."""
        self._counting.cancel()
        if conditions:
            self._counting.query(
                lambda stopped: self._stage.services.previews.shown_to(campaign, conditions, stopped),
                self.counted.emit,
            )

    def find_row(self, written: Campaign, worth: str, after: int) -> None:
        """Look for a row worth a look (`services.previews.Worth`); the next one is the next after row `after`."""
        self._row.cancel()
        self._row.query(
            lambda: self._stage.services.previews.find(_sendable(written), Worth(worth), after),
            lambda position: self._row_found(position, worth),
            lambda _error: self._stage.say(tr("Correct the text first; then rows can be compared.")),
        )

    def step(self, campaign: Campaign, position: int, by: int) -> None:
        """Go on from a row, or back, by so many recipients who get the message; only the newest answer is wanted."""
        self._row.cancel()
        self._row.query(lambda: self._stage.services.previews.step(campaign, position, by), self.stepped.emit)

    def place(self, campaign: Campaign, position: int) -> None:
        """Find out which of those who get the message a row is."""
        self._placing.query(
            lambda: self._stage.services.previews.place(campaign, position),
            lambda place: self.placed.emit(position, place),
        )

    def look_for(self, campaign: Campaign, text: str) -> None:
        """Look for people by a part of the name or the address; what was looked for before is given up."""
        self._people.query(
            lambda stopped: self._found_people(campaign, text, stopped),
            lambda people: self.people_found.emit(text, people),
        )

    def look_for_nobody(self) -> None:
        """Give up whom one goes to and who is looked for."""
        self._people.cancel()
        self._row.cancel()

    def connect_account(self, campaign: Campaign | None) -> None:
        """Go to the accounts, to connect one for a campaign."""
        self._stage.navigator.open("accounts", "add", back=f"{campaign.id}/message" if campaign else "")

    def say(self, text: str) -> None:
        """A note at the bottom of the window."""
        self._stage.say(text)

    def _facts(self, campaign: Campaign) -> Facts:
        accounts = list(self._stage.services.accounts.all())
        if campaign.account_id and not any(one.id == campaign.account_id for one in accounts):
            with suppress(InputError):  # deleted: the chooser says so
                accounts.append(self._stage.services.accounts.get(campaign.account_id))
        counts = self._stage.services.reports.counts(campaign)
        rows = self._stage.services.reports.page(campaign, limit=_ROWS)
        twins = twins_of(visible(campaign.fields), rows[:_SAMPLE])
        same = frozenset(name for each in twins.values() for name in each)
        total = sum(counts.values())
        first = self._stage.services.previews.step(campaign, 0) or min(total, 1)
        return Facts(accounts, total, addressed(counts), first, same, list_forms(campaign, rows))

    def _row_found(self, position: int, worth: str) -> None:
        if position:
            self.row_found.emit(position)
        elif worth == Worth.UNSENT:
            self.say(tr("Everybody on the list gets the message."))
        else:
            self.say(tr("No row has an empty field that this message prints."))

    def _found_people(self, campaign: Campaign, text: str, stopped: Stopped) -> Sequence[Person]:
        lines = self._stage.services.previews.people(campaign, text, LIMIT, stopped)
        return [
            Person(position=one.position, address=one.address, name=one.name, sent=one.state not in UNSENT)
            for one in lines
        ]

    def _save(self, written: Campaign) -> Campaign:
        latest = self._campaigns.get(written.id)
        if latest.state is not CampaignState.DRAFT:
            return latest
        draft = named(merged(latest, written), latest)
        if draft != latest:
            self._campaigns.save(draft)
        return draft

    def _rendered(self, written: Campaign, position: int, total: int) -> Sight:
        previews, shown = self._stage.services.previews, _sendable(written)
        return previews.at(shown, position) if total else previews.sample(shown)

    def _embedded(self, picture: Path | QImage) -> Image:
        if isinstance(picture, QImage):
            return self._campaigns.picture(*encoded(picture, "pasted"))
        return self._campaigns.picture(*fitted(read_picture(picture), picture.name))

    def _changed(self, found: tuple[Campaign, str]) -> None:
        self.replaced.emit(found[0])
        self._stage.say(found[1])

    def _attached(self, campaign: Campaign, found: Sequence[Attachment]) -> None:
        self.attached.emit(campaign.id, found)

    @Slot(tuple)
    def _heard(self, events: tuple[Event, ...]) -> None:
        if any(isinstance(event, AccountsChanged) for event in events):
            self.accounts_changed.emit()


def _sendable(written: Campaign) -> Campaign:
    return written if written.sender.strip() else replace(written, sender=_STAND_IN)
