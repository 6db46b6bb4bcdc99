"""Campaigns: drafts, the campaign file, and what each recipient will see."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from sendoff.core.address import split_mailbox
from sendoff.core.campaign import Attachment, Campaign, CampaignState, Image, Priority, Sharer
from sendoff.core.campaign_file import CampaignFile, read_campaign_file
from sendoff.core.delivery import Delivery, Line
from sendoff.core.envelope import Envelope
from sendoff.core.errors import InputError
from sendoff.core.events import CampaignChanged
from sendoff.core.free_names import copy_name
from sendoff.core.language import quoted, tr
from sendoff.core.listing import ReadOptions
from sendoff.core.message import Composer, Preview
from sendoff.core.ports import AccountStore, Blobs, CampaignStore, Clock, Files, Rows
from sendoff.core.recipient import refuse_repeated
from sendoff.core.sharing import frozen
from sendoff.core.titles import UNTITLED
from sendoff.services.bus import Bus
from sendoff.services.contents import Contents
from sendoff.services.paging import row_at
from sendoff.services.recipients import BLOB_FIELD, Imported, Recipients, own_file_name
from sendoff.services.versions import Versions


class Campaigns:
    """Everything about campaigns but sending them."""

    def __init__(
        self,
        *,
        store: CampaignStore,
        rows: Rows,
        blobs: Blobs,
        files: Files,
        recipients: Recipients,
        bus: Bus,
        clock: Clock,
        accounts: AccountStore | None = None,
        versions: Versions | None = None,
    ) -> None:
        self._accounts = accounts
        self._versions = versions
        self._store = store
        self._rows = rows
        self._blobs = blobs
        self._files = files
        self._contents = Contents(blobs, files)
        self._recipients = recipients
        self._bus = bus
        self._clock = clock

    def new(self, name: str) -> Campaign:
        """Start a draft."""
        draft = Campaign(id=secrets.token_hex(6), name=name, created_at=self._clock.now())
        self._store.save(draft)
        self._bus.publish(CampaignChanged(draft.id, draft.state))
        return draft

    def save(self, draft: Campaign) -> None:
        """Keep a draft as it is now, and its message as a version; a started campaign stays what it was."""
        before = self._store.get(draft.id)
        self._store.save(draft)
        if self._versions and (before is None or before.state is CampaignState.DRAFT):
            self._versions.note(draft, before)
        self._bus.publish(CampaignChanged(draft.id, draft.state))

    def get(self, campaign_id: str) -> Campaign:
        """One campaign. Raises InputError where there is none."""
        found = self._store.get(campaign_id)
        if found is None:
            raise InputError(tr("That campaign does not exist any more."), code="no_campaign")
        return found

    def all(self) -> Sequence[Campaign]:
        """Every campaign, newest first."""
        return self._store.all()

    def find(self, reference: str) -> Campaign:
        """A campaign by id, name or file; an empty reference means the newest. Raises InputError."""
        every = self._store.all()
        source = _source(Path(reference)) if reference else ""
        for one in every:
            if not reference or reference in (one.id, one.name) or one.source == source:
                return one
        names = ", ".join(quoted(one.name) for one in every[:5])
        raise InputError(
            tr("There is no campaign “{reference}” here.", reference=reference)
            if reference
            else tr("There is no campaign here yet."),
            remedy=tr("The newest are: {names}.", names=names) if names else tr("Start one with `sendoff send`."),
            code="no_campaign",
        )

    def remove(self, campaign_id: str) -> None:
        """Forget a campaign with its rows; a running one must be stopped first."""
        if self.get(campaign_id).state is CampaignState.RUNNING:
            raise InputError(tr("The campaign is running."), remedy=tr("Stop it first."))
        self._store.remove(campaign_id)
        self._bus.publish(CampaignChanged(campaign_id, "removed"))

    def duplicate(self, campaign_id: str, name: str = "") -> Campaign:
        """A new draft with the same message, without recipients; `services.duplicates` brings them along."""
        old = self.get(campaign_id)
        draft = replace(
            old,
            id=secrets.token_hex(6),
            name=name.strip() or copy_name(old.name, {one.name for one in self._store.all()}),
            state=CampaignState.DRAFT,
            reason="",
            source="",
            fields=(),
            titles=UNTITLED,
            formats=(),
            list_name="",
            parent_id=old.id,
            created_at=self._clock.now(),
            started_at=0,
            finished_at=0,
            scheduled_at=0,
        )
        self.save(draft)
        return draft

    # -- the campaign file

    def named_in(self, path: Path, people: Mapping[str, object] | None = None) -> tuple[CampaignFile, Campaign | None]:
        """Read a campaign file; also the campaign it already became, if it did. Raises InputError.

        `people` takes the place of what the file says about recipients.
        """
        tables = {**self._files.tables(path), **(people or {})}
        if people and people.get("audience"):
            tables.pop("recipients", None)
        said = read_campaign_file(tables, path.name)
        source = _source(path)
        known = next((one for one in self._store.all() if one.source == source and one.name == said.name), None)
        return said, known

    def from_file(
        self,
        path: Path,
        said: CampaignFile,
        account_id: str,
        sender: str,
        *,
        size_limit: int = 0,
        recipients: Path | None = None,
        bring: Callable[[Campaign], tuple[Campaign, Imported]] | None = None,
    ) -> tuple[Campaign, Imported]:
        """Make a draft of a campaign file: message, list and attachments are frozen now. Raises InputError.

        An attachment over `size_limit` bytes is not even copied. `recipients` takes the place of the file's list, and
        so does `bring`, which fills the draft from elsewhere.
        """
        content = self._contents.of_file(path.parent, said, size_limit)
        draft = Campaign(
            id=secrets.token_hex(6),
            name=said.name,
            account_id=account_id,
            sender=said.sender or sender,
            reply_to=said.reply_to,
            content=content,
            pace=said.pace,
            priority=said.priority or Priority.NORMAL,
            source=_source(path),
            created_at=self._clock.now(),
        )
        split_mailbox(draft.sender)
        bring = bring or self._bring_file(recipients or self._files.path_below(path.parent, said.recipients), said)
        self._store.save(draft)
        try:
            draft, imported = bring(draft)
            self.composer(draft)
        except InputError:
            self._store.remove(draft.id)
            raise
        return draft, imported

    def _bring_file(self, path: Path, said: CampaignFile) -> Callable[[Campaign], tuple[Campaign, Imported]]:
        # A file says all it means: what somebody once corrected in the window must not change it, nor it the window.
        look = self._recipients.look(path, ReadOptions(mapping=said.mapping), recall=False)
        refuse_repeated(look.headers)
        return lambda draft: self._recipients.bring(draft, replace(look, shape=""))

    def attach(self, path: Path, size_limit: int = 0) -> Attachment:
        """Freeze a file for every recipient. Raises InputError where it alone exceeds `size_limit` (bytes)."""
        return self._contents.attach(path, size_limit)

    def embed(self, path: Path, size_limit: int = 0) -> Image:
        """Freeze a picture for the page, which shows it by `cid:` and its `cid`.

        Raises InputError where it is no picture, or alone exceeds `size_limit` (bytes).
        """
        return self._contents.embed(path, size_limit)

    def picture(self, name: str, content: bytes) -> Image:
        """Freeze a picture that was dropped or pasted. Raises InputError where it is no picture."""
        return self._contents.picture(name, content)

    def picture_bytes(self, image: Image) -> bytes:
        """A frozen picture. Raises InputError where it is gone."""
        return self._blobs.read(image.blob)

    # -- what is sent

    def composer(self, campaign: Campaign, sharer: Sharer | None = None) -> Composer:
        """The campaign's message, compiled; as one of its accounts sends it, if one is given.

        Raises InputError for a template or header that cannot be sent.
        """
        known = [name for name in campaign.fields if not name.startswith(BLOB_FIELD)]
        campaign, sender = self.signed(campaign), campaign.sender
        if sharer is not None:
            content = replace(campaign.content, signature=sharer.signature)
            campaign = replace(
                campaign, sender=sharer.sender or sender, reply_to=sharer.reply_to or campaign.reply_to, content=content
            )
        return Composer(campaign=campaign, read_blob=self._blobs.read, fields=known, known_as=sender)

    def signed(self, campaign: Campaign) -> Campaign:
        """A draft with its account's signature as it is now; a started campaign keeps the one it started with."""
        if campaign.state is not CampaignState.DRAFT or self._accounts is None:
            return campaign
        account = self._accounts.get(campaign.account_id)
        known = {one.id: one for one in self._accounts.all()} if campaign.sharers else {}
        return replace(
            campaign,
            content=replace(campaign.content, signature=account.signature if account else ""),
            sharers=tuple(
                frozen(campaign, one, known[one.account_id]) for one in campaign.sharers if one.account_id in known
            ),
        )

    def compose_with(self, campaign: Campaign, sharer: Sharer | None = None) -> Callable[[Delivery], Envelope]:
        """How the engine turns a row into an envelope, for one of the campaign's accounts if it has several."""
        composer, date = self.composer(campaign, sharer), campaign.started_at or self._clock.now()

        def compose(delivery: Delivery) -> Envelope:
            return composer.compose(delivery, date=date, own=self.own_files(campaign, delivery, composer))

        return compose

    def own_files(self, campaign: Campaign, delivery: Delivery, composer: Composer) -> list[tuple[str, bytes]]:
        """The recipient's own attachments, read from what was frozen. Raises InputError for a name that is wrong."""
        return [
            (
                composer.own_name(one.column, delivery) or own_file_name(delivery.fields[one.column]),
                self._blobs.read(blob),
            )
            for one in campaign.content.attachments
            if one.column and (blob := delivery.fields.get(BLOB_FIELD + one.column, ""))
        ]

    def preview(self, campaign: Campaign, position: int) -> Preview:
        """What the recipient in this row will see. Raises InputError."""
        return self.composer(campaign).preview(delivery_of(campaign, row_at(self._rows, campaign, position)))

    def envelope(self, campaign: Campaign, position: int) -> Envelope:
        """The message of the recipient in this row, exactly as it is sent. Raises InputError."""
        return self.compose_with(campaign)(delivery_of(campaign, row_at(self._rows, campaign, position)))


def delivery_of(campaign: Campaign, line: Line) -> Delivery:
    """A row of the list as it is composed."""
    return Delivery(
        id=line.id,
        campaign_id=campaign.id,
        position=line.position,
        address=line.address,
        name=line.name,
        fields=line.fields,
        state=line.state,
        attempts=line.attempts,
    )


def _source(path: Path) -> str:
    return str(PurePath(path.expanduser().absolute()))
