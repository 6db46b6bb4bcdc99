"""Copies of what was accepted, filed in the Sent folder after the sending, from what is in the data folder.

It never touches a row of the queue: whatever becomes of the copies, what was sent stays sent.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from threading import Event as Pause

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.copies import CopyRows, CopyState, Filed, SentFolder, SentFolderFactory
from sendoff.core.delivery import Delivery, Line, State
from sendoff.core.envelope import Envelope
from sendoff.core.errors import ConnectError, InputError, KnownError, StorageError
from sendoff.core.events import CampaignChanged, CopiesProgress, Event
from sendoff.core.language import tr
from sendoff.core.ports import Clock, Rows
from sendoff.core.stopping import never
from sendoff.services.accounts import Accounts, unknown_sign_in
from sendoff.services.bus import Bus
from sendoff.services.campaigns import Campaigns, delivery_of
from sendoff.services.paging import pages
from sendoff.services.reports import sent_id

BATCH = 20
"""Copies between two commits: as many are looked for at most after the program was cut off."""
SETTLED = 30_000
"""Milliseconds after which a copy that a server makes by itself, or was handed without an answer, can be seen there."""
AGAIN = (0, 1_000, 5_000)
"""Milliseconds before each connection that is tried in one go."""
_PAGE = 500
_PROBED = 5
_REFUSALS = 3
"""Refused copies in a row, after which no more are tried."""


class _KeptError(Exception):
    """The server has a copy that nobody filed."""


class Copies:
    """Files copies. `file` blocks its thread."""

    def __init__(
        self,
        *,
        marks: CopyRows,
        rows: Rows,
        accounts: Accounts,
        campaigns: Campaigns,
        folders: SentFolderFactory,
        bus: Bus,
        clock: Clock,
    ) -> None:
        self._marks = marks
        self._rows = rows
        self._accounts = accounts
        self._campaigns = campaigns
        self._folders = folders
        self._bus = bus
        self._clock = clock

    def hear(self, event: Event) -> None:
        """Remember each campaign that begins to run where copies are asked for: then a crash forgets none."""
        if isinstance(event, CampaignChanged) and event.state == CampaignState.RUNNING:
            with contextlib.suppress(InputError, StorageError):  # the run itself meets what is wrong there, and says it
                if self._asking(self._campaigns.get(event.campaign_id)):
                    self._marks.expect(event.campaign_id)

    def standing(self, campaign_id: str) -> Filed:
        """How the copies of a campaign stand."""
        return self._marks.standing(campaign_id)

    def unfinished(self) -> Sequence[str]:
        """Campaigns that have, or may have, copies to file, by id."""
        return self._marks.unfinished()

    def asked_for(self, campaign_id: str) -> bool:
        """Whether an account of the campaign asks for copies."""
        return bool(self._asking(self._campaigns.get(campaign_id)))

    def after_run(self, campaign_id: str, stopped: Callable[[], bool] = never) -> Filed | None:
        """File copies by itself after a run; None where no account of the campaign asks for them."""
        return self.file(campaign_id, stopped) if self.asked_for(campaign_id) else None

    def file(self, campaign_id: str, stopped: Callable[[], bool] = never) -> Filed:
        """File a copy of every accepted message that has none; `stopped` ends it between two of them.

        What is refused or cut off is left, with `why`. Raises InputError where no account asks for copies.
        """
        campaign = self._campaigns.get(campaign_id)
        asking = self._asking(campaign)
        if not asking:
            raise InputError(
                tr("No account of “{name}” files copies.", name=campaign.name),
                remedy=tr("Switch it on in the account, under Security and network."),
                code="no_copies",
            )
        self._marks.expect(campaign.id)
        for account in asking:
            if not stopped():
                self._file_in(campaign, account, stopped)
        standing = self.standing(campaign.id)
        if not (standing.left or stopped()) and self._campaigns.get(campaign.id).state is not CampaignState.RUNNING:
            self._marks.settle(campaign.id)
        return standing

    def _asking(self, campaign: Campaign) -> list[Account]:
        found = []
        for account_id in campaign.account_ids:
            with contextlib.suppress(InputError):  # an account that is gone asks for nothing
                found.append(self._accounts.get(account_id))
        return [one for one in found if one.file_copies]

    def _file_in(self, campaign: Campaign, account: Account, stopped: Callable[[], bool]) -> None:
        first = self._marks.want(campaign.id, account.id, campaign.account_id, after=0, limit=_PAGE)
        if account.keeps_copies:
            self._marks.close_open(campaign.id, account.id, self._clock.now())
            return
        if not any(self._waiting(campaign, account)):
            return
        if self._accounts.needs_secret(account):
            self._marks.explain(campaign.id, account.id, str(unknown_sign_in(account)))
            return
        why = ""
        try:
            for pause in AGAIN:
                self._wait(self._clock.now() + pause, stopped)
                if stopped():
                    break
                why, lost = self._connected(campaign, account, first, stopped)
                if not lost:
                    break
        except _KeptError:
            why = ""
            self._accounts.save(replace(self._accounts.get(account.id), keeps_copies=True))
            self._marks.close_open(campaign.id, account.id, self._clock.now())
        finally:
            self._marks.explain(campaign.id, account.id, "" if stopped() else why)
            self._tell(campaign)

    def _connected(
        self, campaign: Campaign, account: Account, first: int, stopped: Callable[[], bool]
    ) -> tuple[str, bool]:
        """File over one connection; why some are left, and whether another connection may file them."""
        folder = self._folders(account, lambda: self._accounts.secret(account), stopped)
        try:
            folder.open()
            self._probe(campaign, account, folder, stopped)
            while first and not stopped():  # every one, so that how many are left is known
                first = self._marks.want(campaign.id, account.id, campaign.account_id, after=first, limit=_PAGE)
            return self._file_all(campaign, account, folder, stopped), False
        except ConnectError as error:
            return str(error), not (error.permanent or error.code in ("copy_refused", "mailbox_full"))
        except StorageError:
            raise
        except KnownError as error:  # the keyring, or a sign-in that was taken back
            return str(error), False
        finally:
            folder.close()

    def _probe(self, campaign: Campaign, account: Account, folder: SentFolder, stopped: Callable[[], bool]) -> None:
        """Look for messages that nobody handed over, once the server had the time to copy them. Raises _KeptError."""
        first = islice(self._waiting(campaign, account), _PAGE)
        untouched = list(islice((line for line, begun in first if not begun), _PROBED))
        newest = max((line.updated_at for line in untouched), default=0)
        self._wait(max(newest, self._marks.latest(campaign.id, account.id)) + SETTLED, stopped)
        for line in untouched:
            if not stopped() and folder.find(sent_id(campaign, line)):
                raise _KeptError

    def _wait(self, until: int, stopped: Callable[[], bool]) -> None:
        while (left := until - self._clock.now()) > 0 and not stopped():
            Pause().wait(min(left, 100) / 1000)

    def _file_all(self, campaign: Campaign, account: Account, folder: SentFolder, stopped: Callable[[], bool]) -> str:
        """File batch by batch; the reason why some are left, or nothing. Raises ConnectError and _KeptError."""
        compose, refused, why = self._composing(campaign, account), 0, ""
        waiting = self._waiting(campaign, account)
        while (batch := list(islice(waiting, BATCH))) and not stopped():
            self._marks.move([line.id for line, _ in batch], CopyState.BEGUN, self._clock.now())
            filed, untouched = list[int](), {line.id for line, begun in batch if not begun}
            try:
                for line, begun in batch:
                    if stopped():
                        break
                    try:
                        content = compose(delivery_of(campaign, line)).content
                    except KnownError as error:  # a file of this one's own that is gone, say
                        why = str(error)
                        continue
                    try:
                        if not folder.find(sent_id(campaign, line)):
                            untouched.discard(line.id)
                            folder.file(content, line.updated_at)
                        elif not begun:
                            raise _KeptError
                        filed.append(line.id)
                        refused = 0
                    except ConnectError as error:
                        if error.code != "copy_refused" or (refused := refused + 1) >= _REFUSALS:
                            raise
                        why = str(error)
            finally:
                self._marks.move(filed, CopyState.FILED, self._clock.now())
                self._marks.move(sorted(untouched), CopyState.WANTED, self._clock.now())
                self._tell(campaign)
        return why

    def _tell(self, campaign: Campaign) -> None:
        standing = self._marks.standing(campaign.id)
        self._bus.publish(CopiesProgress(campaign.id, standing.filed, standing.total))

    def _composing(self, campaign: Campaign, account: Account) -> Callable[[Delivery], Envelope]:
        """The very bytes: the campaign is frozen, and so is the date of its messages."""
        sharer = next((one for one in campaign.sharers if one.account_id == account.id), None)
        return self._campaigns.compose_with(campaign, sharer)

    def _waiting(self, campaign: Campaign, account: Account) -> Iterator[tuple[Line, bool]]:
        """The accepted rows whose copies are left, and whether each was begun."""
        for page in pages(self._rows, campaign, states=(State.ACCEPTED,)):
            states = self._marks.states(account.id, [line.id for line in page])
            for line in page:
                state = states.get(line.id)
                if state in (CopyState.WANTED, CopyState.BEGUN):
                    yield line, state is CopyState.BEGUN
