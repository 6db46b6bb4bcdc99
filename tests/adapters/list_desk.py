"""A desk for tests of kept lists: one data folder with the services that work on audiences, and lists in files."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

from tests.adapters.data_folder import open_folder

from sendoff.adapters.system.blobs import Blobs
from sendoff.adapters.system.clock import SystemClock
from sendoff.adapters.system.files import UserFiles
from sendoff.adapters.tabular.lists import ListFiles
from sendoff.core.audience import Audience, Selection, Sort
from sendoff.services.audiences import Audiences
from sendoff.services.bus import Bus
from sendoff.services.looks import Look
from sendoff.services.recipients import Recipients
from sendoff.services.selections import Selections
from sendoff.services.suppressions import Suppressions

Row = Mapping[str, str]


class ListDesk:
    """Close it when done."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = open_folder(folder)
        self.bus, clock, lists = Bus(), SystemClock(), ListFiles()
        self._numbers = count(1)
        self.recipients = Recipients(
            files=UserFiles(),
            lists=lists,
            campaigns=self.store.campaigns,
            rows=self.store.deliveries,
            blobs=Blobs(folder / "blobs"),
            bus=self.bus,
            blocked=self.store.suppressions.keys,
        )
        self.selections = Selections(browsing=self.store.browser, copies=self.store.copies, lists=lists, bus=self.bus)
        self.audiences = Audiences(
            store=self.store.audiences,
            campaigns=self.store.campaigns,
            rows=self.store.deliveries,
            copies=self.store.copies,
            selections=self.selections,
            recipients=self.recipients,
            clock=clock,
            bus=self.bus,
        )
        self.suppressions = Suppressions(store=self.store.suppressions, lists=lists, clock=clock, bus=self.bus)

    def look(self, rows: Sequence[Row]) -> Look:
        """A list in a file, looked at."""
        path = self.folder / f"list{next(self._numbers)}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        return self.recipients.look(path, recall=False)

    def audience(self, name: str, rows: Sequence[Row]) -> Audience:
        """An audience of a list."""
        return self.audiences.bring(name, self.look(rows))[0]

    def people(self, owner: str, fields: Sequence[str], *, kept: bool = True) -> list[dict[str, str]]:
        """The rows of a list as its columns, in order."""
        selection = Selection(owner_id=owner, fields=tuple(fields), kept=kept)
        ids = self.selections.order(selection, Sort())
        assert ids is not None
        return [dict(line.fields) for line in self.selections.rows_by_id(ids, fields)]

    def addresses(self, audience: Audience) -> list[str]:
        """Who is in an audience, in order."""
        return [row["email"] for row in self.people(audience.id, audience.fields)]

    def close(self) -> None:
        """Close the data folder."""
        self.store.close()
