"""Bringing a list in: the figures add up to the file, the blocked list is heeded, and giving up leaves nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.adapters.data_folder import open_folder, sql

from sendoff.adapters.system.blobs import Blobs
from sendoff.adapters.system.files import UserFiles
from sendoff.adapters.tabular.lists import ListFiles
from sendoff.core.campaign import Attachment, Campaign, Content
from sendoff.core.columns import BATCH
from sendoff.core.delivery import State
from sendoff.core.errors import InputError
from sendoff.core.events import ImportProgress
from sendoff.core.suppression import Suppression
from sendoff.core.triage import Marker, MarkLists
from sendoff.services.bus import Bus
from sendoff.services.recipients import BLOB_FIELD, Imported, Recipients


class Desk:
    """A data folder, a list on disk, and what was heard."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.store, self.heard = folder, open_folder(folder), list[int]()
        bus = Bus()
        bus.subscribe(lambda event: self.heard.append(event.rows) if isinstance(event, ImportProgress) else None)
        self.recipients = Recipients(
            files=UserFiles(),
            lists=ListFiles(),
            campaigns=self.store.campaigns,
            rows=self.store.deliveries,
            blobs=Blobs(folder / "blobs"),
            bus=bus,
            marker=Marker(MarkLists(roles=frozenset({"info"}))),
            blocked=self.store.suppressions.keys,
        )

    def bring(self, *lines: str, stopped: Callable[[], bool] = lambda: False) -> Imported:
        """Import a list of `email,file` lines into the audience or campaign `c`."""
        path = self.folder / "list.csv"
        path.write_text("\n".join(("email,file", *lines)))
        return self.recipients.bring_rows("c", self.recipients.look(path), stopped=stopped)

    def rows(self) -> int:
        """Rows in the database, whosever."""
        return len(sql(self.store, "SELECT 1 FROM delivery"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.store.close()


FIELDS = ("email", "file")
MANY = [f"u{row}@x.org," for row in range(25_000)]


def test_every_row_is_counted_once(desk: Desk) -> None:
    desk.store.suppressions.add(
        [Suppression(key=key, reason="manual", source="", at=1) for key in ("no@x.org", "@gone.example")]
    )
    lines = "a@x.org, A@x.org, info@x.org, NO@x.org, b@gone.example, nobody, c@x.org,".split(" ")
    imported = desk.bring(*lines)
    assert imported == Imported(rows=7, ready=2, duplicate=1, role=1, suppressed=2, invalid=1)
    assert imported.sendable == 3
    assert desk.store.deliveries.counts("c") | {} == {
        "queued": 3, "skipped": 2, "suppressed": 2,
        "accepted": 0, "failed": 0, "deferred": 0, "in_doubt": 0, "cancelled": 0,
    }  # fmt: skip


def test_progress_is_told_seldom_and_at_the_end(desk: Desk) -> None:
    assert desk.bring(*MANY).ready == 25_000
    assert desk.heard == [20_000, 25_000]


def test_giving_up_leaves_nothing(desk: Desk) -> None:
    asked = iter([False, True])
    assert desk.bring(*MANY, stopped=lambda: next(asked)) == Imported(rows=0)
    assert desk.store.deliveries.by_state("c") == {}
    assert desk.store.deliveries.page("c", FIELDS) == []
    desk.store.sweeper.wait()
    assert desk.rows() == 0


@pytest.mark.parametrize("how", ["given up", "given up at the end", "broken further down"])
def test_an_import_that_fails_leaves_the_list_that_was_there(desk: Desk, how: str) -> None:
    desk.bring("a@x.org,", "b@x.org,")
    asked = iter([False, how == "given up"] + [False] * 20)
    if how == "broken further down":
        with pytest.raises(InputError, match="cannot be read near line"):
            desk.bring(*MANY, 'b@x.org,"open')
    elif how == "given up":
        assert desk.bring(*MANY, stopped=lambda: next(asked)) == Imported(rows=0)
    else:
        batches = -(-len(MANY) // BATCH)
        asked = iter([False] * batches)
        assert desk.bring(*MANY, stopped=lambda: next(asked, True)) == Imported(rows=0)
    assert [line.address for line in desk.store.deliveries.page("c", FIELDS)] == ["a@x.org", "b@x.org"]
    assert desk.store.deliveries.by_state("c") == {State.QUEUED: 2}
    desk.store.sweeper.wait()
    assert desk.rows() == 2


def test_a_newer_list_takes_the_place_of_the_old_one(desk: Desk) -> None:
    desk.bring("a@x.org,", "b@x.org,")
    assert desk.bring("c@x.org,", "b@x.org,", "d@x.org,").ready == 3
    assert [line.address for line in desk.store.deliveries.page("c", FIELDS)] == ["c@x.org", "b@x.org", "d@x.org"]
    assert (desk.rows(), desk.store.deliveries.by_state("c")) == (3, {State.QUEUED: 3})


def test_a_list_that_is_broken_further_down_leaves_nothing(desk: Desk) -> None:
    with pytest.raises(InputError, match="cannot be read near line"):
        desk.bring(*MANY, 'b@x.org,"open')
    assert desk.store.deliveries.by_state("c") == {}
    desk.store.sweeper.wait()
    assert desk.rows() == 0


def test_files_of_a_column_are_frozen_with_the_rows(desk: Desk) -> None:
    (desk.folder / "one.txt").write_text("one")
    path = desk.folder / "list.csv"
    path.write_text("email,file\na@x.org,one.txt\nb@x.org,\nnobody,one.txt\n")
    content = Content(attachments=(Attachment(column="file", folder=str(desk.folder)),))
    campaign, imported = desk.recipients.bring(Campaign(id="c", name="c", content=content), desk.recipients.look(path))
    assert (imported.ready, imported.invalid) == (2, 1)
    lines = desk.store.deliveries.page("c", campaign.fields)
    sha = lines[0].fields[BLOB_FIELD + "file"]
    assert desk.recipients._blobs.read(sha) == b"one"
    assert [line.fields[BLOB_FIELD + "file"] for line in lines] == [sha, "", sha]
    assert replace(campaign, content=content) == desk.store.campaigns.get("c")
