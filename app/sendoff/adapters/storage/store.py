"""All repositories of one data folder, opened together; those that no plain run needs when they are first asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sendoff.adapters.storage.accounts import Accounts
from sendoff.adapters.storage.campaigns import Campaigns
from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.deliveries import Deliveries
from sendoff.adapters.storage.lineage import Lineage
from sendoff.adapters.storage.queue import DeliveryQueue
from sendoff.adapters.storage.reviews import Reviews
from sendoff.adapters.storage.sent_copies import SentCopyRows
from sendoff.adapters.storage.suppressions import Suppressions
from sendoff.adapters.storage.sweeping import Sweeper
from sendoff.adapters.storage.versions import Versions
from sendoff.adapters.storage.zones import ZonedRows

if TYPE_CHECKING:
    from sendoff.adapters.storage.audiences import Audiences
    from sendoff.adapters.storage.browsing import Browser
    from sendoff.adapters.storage.copying import ListCopies
    from sendoff.adapters.storage.forgetting import Forgetting
    from sendoff.adapters.storage.receipts import Receipts
    from sendoff.adapters.storage.templates import Templates
    from sendoff.adapters.storage.triage import Triage


class Store:
    """One data folder's database with its repositories. Raises StorageError where it cannot be opened."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self.database = Database(folder, read_only=read_only)
        self.queue = DeliveryQueue(self.database)
        self.sweeper = Sweeper(self.database)
        self.deliveries = Deliveries(self.database, self.sweeper)
        self.campaigns = Campaigns(self.database)
        self.accounts = Accounts(self.database)
        self.suppressions = Suppressions(self.database)
        self.versions = Versions(self.database)
        self.reviews = Reviews(self.database)
        self.sent_copies = SentCopyRows(self.database)
        self.zones = ZonedRows(self.database)
        self.lineage = Lineage(self.database)
        if not read_only:
            self.database.finish_anew()
            self.sweeper.take_over()

    @cached_property
    def audiences(self) -> Audiences:
        from sendoff.adapters.storage.audiences import Audiences

        return Audiences(self.database)

    @cached_property
    def browser(self) -> Browser:
        from sendoff.adapters.storage.browsing import Browser

        return Browser(self.database)

    @cached_property
    def copies(self) -> ListCopies:
        from sendoff.adapters.storage.copying import ListCopies

        return ListCopies(self.database)

    @cached_property
    def receipts(self) -> Receipts:
        from sendoff.adapters.storage.receipts import Receipts

        return Receipts(self.database)

    @cached_property
    def forgetting(self) -> Forgetting:
        from sendoff.adapters.storage.forgetting import Forgetting

        return Forgetting(self.database)

    @cached_property
    def templates(self) -> Templates:
        from sendoff.adapters.storage.templates import Templates

        return Templates(self.database)

    @cached_property
    def triage(self) -> Triage:
        from sendoff.adapters.storage.triage import Triage

        return Triage(self.database)

    def close(self) -> None:
        """Close every connection."""
        self.sweeper.close()
        self.database.close()
