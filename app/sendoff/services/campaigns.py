"""Campaigns: drafts, the campaign file, previews, and the check of every row before the first message."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from sendoff.core.address import split_mailbox
from sendoff.core.campaign import Attachment, Campaign, CampaignState, Content
from sendoff.core.campaign_file import CampaignFile, read_campaign_file
from sendoff.core.delivery import Delivery, Line, State
from sendoff.core.envelope import Envelope
from sendoff.core.errors import InputError
from sendoff.core.events import CampaignChanged, CheckProgress
from sendoff.core.listing import ReadOptions
from sendoff.core.message import Composer, Preview, Problem, ProblemKind
from sendoff.core.mime import encoded_size
from sendoff.core.ports import AccountStore, Blobs, CampaignStore, Clock, Files, Rows
from sendoff.core.recipient import refuse_repeated
from sendoff.services.bus import Bus
from sendoff.services.recipients import BLOB_FIELD, Imported, Recipients, own_file_name

_PAGE = 1_000
_EXAMPLES = 100
BLOCKING = frozenset({
    ProblemKind.UNKNOWN_FIELD, ProblemKind.RENDER_ERROR, ProblemKind.OVERSIZE, ProblemKind.LEFTOVER,
    ProblemKind.MISSING_ATTACHMENT,
})  # fmt: skip
"""Problems that close sending; the others are said and may be accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One kind of problem with its first rows: (row of the list, address, what exactly)."""

    kind: ProblemKind
    count: int
    examples: tuple[tuple[int, str, str], ...]

    @property
    def blocks(self) -> bool:
        """Say whether sending stays closed until this is mended."""
        return self.kind in BLOCKING


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The whole list rendered, before anything is sent."""

    rows: int
    findings: tuple[Finding, ...] = ()

    @property
    def blocked(self) -> bool:
        """Say whether anything keeps the campaign from being sent."""
        return any(finding.blocks for finding in self.findings)


@dataclass(slots=True)
class _Tally:
    counts: Counter[ProblemKind] = field(default_factory=Counter)
    examples: dict[ProblemKind, list[tuple[int, str, str]]] = field(default_factory=dict)

    def add(self, kind: ProblemKind, line: Line, detail: str) -> None:
        self.counts[kind] += 1
        shown = self.examples.setdefault(kind, [])
        if len(shown) < _EXAMPLES:
            shown.append((line.position, line.address, detail))


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
    ) -> None:
        self._accounts = accounts
        self._store = store
        self._rows = rows
        self._blobs = blobs
        self._files = files
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
        """Keep a draft as it is now; a started campaign stays what it was."""
        self._store.save(draft)
        self._bus.publish(CampaignChanged(draft.id, draft.state))

    def get(self, campaign_id: str) -> Campaign:
        """One campaign. Raises InputError where there is none."""
        found = self._store.get(campaign_id)
        if found is None:
            raise InputError("That campaign does not exist any more.", code="no_campaign")
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
        names = ", ".join(f"“{one.name}”" for one in every[:5])
        raise InputError(
            f"There is no campaign “{reference}” here." if reference else "There is no campaign here yet.",
            remedy=f"The newest are: {names}." if names else "Start one with `sendoff send`.",
            code="no_campaign",
        )

    def remove(self, campaign_id: str) -> None:
        """Forget a campaign with its rows; a running one must be stopped first."""
        if self.get(campaign_id).state is CampaignState.RUNNING:
            raise InputError("The campaign is running.", remedy="Stop it first.")
        self._store.remove(campaign_id)
        self._bus.publish(CampaignChanged(campaign_id, "removed"))

    def duplicate(self, campaign_id: str) -> Campaign:
        """A new draft with the same message, without recipients."""
        old = self.get(campaign_id)
        draft = replace(
            old,
            id=secrets.token_hex(6),
            name=f"{old.name} (copy)",
            state=CampaignState.DRAFT,
            reason="",
            source="",
            fields=(),
            list_name="",
            parent_id=old.id,
            created_at=self._clock.now(),
            started_at=0,
            finished_at=0,
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
        folder = path.parent
        content = Content(
            subject=said.subject,
            html=self._text(folder, said.html),
            markdown=self._text(folder, said.markdown),
            text=self._text(folder, said.text),
            attachments=(
                *(self.attach(self._files.path_below(folder, name), size_limit) for name in said.attachments),
                *(Attachment(column=column, folder=str(folder)) for column in said.attachment_columns),
            ),
        )
        draft = Campaign(
            id=secrets.token_hex(6),
            name=said.name,
            account_id=account_id,
            sender=said.sender or sender,
            reply_to=said.reply_to,
            content=content,
            pace=said.pace,
            source=_source(path),
            created_at=self._clock.now(),
        )
        split_mailbox(draft.sender)
        bring = bring or self._bring_file(recipients or self._files.path_below(folder, said.recipients), said)
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

    def _text(self, folder: Path, name: str) -> str:
        return self._files.text_below(folder, name) if name else ""

    def attach(self, path: Path, size_limit: int = 0) -> Attachment:
        """Freeze a file for every recipient. Raises InputError where it alone exceeds `size_limit` (bytes)."""
        if size_limit and (size := encoded_size(path.stat().st_size)) > size_limit:
            raise InputError(
                f"“{path.name}” makes a message of {_megabytes(size)}, and the server takes {_megabytes(size_limit)}.",
                remedy="Attach a smaller file, or put it on a web page and link to it.",
                code="oversize",
            )
        blob, size = self._blobs.put(path)
        return Attachment(name=path.name, blob=blob, size=size)

    # -- what is sent

    def composer(self, campaign: Campaign) -> Composer:
        """The campaign's message, compiled. Raises InputError for a template or header that cannot be sent."""
        known = [name for name in campaign.fields if not name.startswith(BLOB_FIELD)]
        campaign = self.signed(campaign)
        return Composer(campaign=campaign, read_blob=self._blobs.read, fields=known)

    def signed(self, campaign: Campaign) -> Campaign:
        """A draft with its account's signature as it is now; a started campaign keeps the one it started with."""
        if campaign.state is not CampaignState.DRAFT or self._accounts is None:
            return campaign
        account = self._accounts.get(campaign.account_id)
        return replace(campaign, content=replace(campaign.content, signature=account.signature if account else ""))

    def compose_with(self, campaign: Campaign) -> Callable[[Delivery], Envelope]:
        """How the engine turns a row into an envelope."""
        composer, date = self.composer(campaign), campaign.started_at or self._clock.now()

        def compose(delivery: Delivery) -> Envelope:
            return composer.compose(delivery, date=date, own=self.own_files(campaign, delivery))

        return compose

    def own_files(self, campaign: Campaign, delivery: Delivery) -> list[tuple[str, bytes]]:
        """The recipient's own attachments, read from what was frozen."""
        return [
            (own_file_name(delivery.fields[one.column]), self._blobs.read(blob))
            for one in campaign.content.attachments
            if one.column and (blob := delivery.fields.get(BLOB_FIELD + one.column, ""))
        ]

    def preview(self, campaign: Campaign, position: int) -> Preview:
        """What the recipient in this row will see. Raises InputError."""
        line = self._rows.at(campaign.id, campaign.fields, position)
        if line is None:
            raise InputError(f"The list has no row {position:,}.", code="no_row")
        return self.composer(campaign).preview(_delivery(campaign, line))

    def check(
        self,
        campaign: Campaign,
        *,
        size_limit: int = 0,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Check:
        """Render every waiting row: nothing is found out in the 4,000th message that could be known before the first.

        `size_limit` is the server's or provider's, in bytes. Raises InputError for a template that is wrong for all.
        """
        composer, tally = self.composer(campaign), _Tally()
        counts = self._rows.by_state(campaign.id)
        total, rows = counts.get(State.QUEUED, 0) + counts.get(State.DEFERRED, 0), 0
        for line in self._waiting(campaign):
            rows += 1
            delivery = _delivery(campaign, line)
            sizes = [self._blobs.size(blob) for blob in self._own_blobs(campaign, delivery)]
            for problem in (
                *composer.problems(delivery, own_sizes=sizes, limit=size_limit),
                *self._missing(campaign, delivery),
            ):
                tally.add(problem.kind, line, problem.detail)
            if rows % _PAGE == 0:
                self._bus.publish(CheckProgress(campaign.id, rows, total))
                if stopped():
                    break
        findings = tuple(
            Finding(kind=kind, count=count, examples=tuple(tally.examples[kind]))
            for kind, count in sorted(tally.counts.items())
        )
        return Check(rows=rows, findings=findings)

    def _waiting(self, campaign: Campaign) -> Iterator[Line]:
        after = 0
        while page := self._rows.page(
            campaign.id, campaign.fields, after=after, limit=_PAGE, states=(State.QUEUED, State.DEFERRED)
        ):
            yield from page
            after = page[-1].id

    def _missing(self, campaign: Campaign, delivery: Delivery) -> Iterator[Problem]:
        for one in campaign.content.attachments:
            if one.column and not delivery.fields.get(BLOB_FIELD + one.column):
                value = delivery.fields.get(one.column, "")
                detail = f"The file “{value}” is not there." if value else f"“{one.column}” is empty."
                yield Problem(ProblemKind.MISSING_ATTACHMENT, detail)

    @staticmethod
    def _own_blobs(campaign: Campaign, delivery: Delivery) -> list[str]:
        names = (BLOB_FIELD + one.column for one in campaign.content.attachments if one.column)
        return [blob for name in names if (blob := delivery.fields.get(name, ""))]


def _delivery(campaign: Campaign, line: Line) -> Delivery:
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


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


def _source(path: Path) -> str:
    return str(PurePath(path.expanduser().absolute()))
