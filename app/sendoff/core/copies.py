"""Copies of accepted messages, filed in the Sent folder where the server keeps none itself.

A copy is written down as wanted, then as begun, then as filed, and no message is handed over before a look has shown
that none with its Message-ID is there. So one that was begun and cut off is not filed twice; and one that is there
although nobody handed it over shows that the server keeps copies itself: then no more are filed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sendoff.core.account import Account
from sendoff.core.doubts import SentCopies
from sendoff.core.language import digits, tr


class CopyState(StrEnum):
    """How far the copy of one message is."""

    WANTED = "wanted"
    """Never handed to the server."""
    BEGUN = "begun"
    """Handed over, perhaps: it may be there."""
    FILED = "filed"
    NEEDLESS = "needless"
    """The server keeps its own."""


class SentFolder(SentCopies, Protocol):
    """A Sent folder that takes copies."""

    def file(self, content: bytes, at: int) -> None:
        """Put a message there as read, with its time (epoch ms). Raises ConnectError.

        The code is `mailbox_full` or `copy_refused` where the server said that it did not take it, and another one
        where nobody knows.
        """
        ...


class SentFolderFactory(Protocol):
    """Makes the way to an account's Sent folder; `stopped` gives up. `secret` is asked for when it is needed."""

    def __call__(self, account: Account, secret: Callable[[], str], stopped: Callable[[], bool]) -> SentFolder: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """How the copies of a campaign stand."""

    filed: int = 0
    left: int = 0
    """Wanted, and not filed yet."""
    needless: int = 0
    """The server keeps its own."""
    why: str = ""
    """Why some are left, as a sentence; empty where nobody tried or somebody stopped it."""

    @property
    def total(self) -> int:
        """Every copy that was ever wanted."""
        return self.filed + self.left + self.needless


class CopyRows(Protocol):
    """What is written down about copies. Raises StorageError."""

    def expect(self, campaign_id: str) -> None:
        """Remember a campaign whose copies are to be filed, before the first is wanted."""
        ...

    def settle(self, campaign_id: str) -> None:
        """Forget it again: every copy is filed or needless."""
        ...

    def want(self, campaign_id: str, account_id: str, usual: str, *, after: int, limit: int) -> int:
        """Write down accepted messages of an account whose copies are not written down; the last row's id, 0 = no more.

        At most `limit` rows behind `after`. `usual` is the account of rows that name none. What was found in the Sent
        folder has its copy.
        """
        ...

    def states(self, account_id: str, rows: Sequence[int]) -> Mapping[int, CopyState]:
        """How far these rows' copies in this account are; rows without one are left out."""
        ...

    def handed(self, rows: Sequence[int]) -> AbstractSet[int]:
        """Those of these rows whose copy was handed over, perhaps: where one is there it may be ours."""
        ...

    def latest(self, campaign_id: str, account_id: str) -> int:
        """When the last of the copies that were begun and not filed was begun (epoch ms); 0 = there is none."""
        ...

    def move(self, rows: Sequence[int], new: CopyState, now: int) -> None:
        """Write down how far these copies are now."""
        ...

    def close_open(self, campaign_id: str, account_id: str, now: int) -> None:
        """Every copy that is not filed is needless."""
        ...

    def explain(self, campaign_id: str, account_id: str, why: str) -> None:
        """Keep why copies are left."""
        ...

    def standing(self, campaign_id: str) -> Filed:
        """How a campaign's copies stand."""
        ...

    def unfinished(self) -> Sequence[str]:
        """Campaigns that are expected to have copies to file."""
        ...


def filed_text(filed: Filed) -> str:
    """Say in a sentence or two how the copies stand; empty where none was ever wanted."""
    said = []
    if filed.filed:
        said.append(
            tr("1 copy is in the Sent folder.")
            if filed.filed == 1
            else tr("{number} copies are in the Sent folder.", number=digits(f"{filed.filed:,}"))
        )
    if filed.needless:
        said.append(tr("The server keeps copies itself, so none is filed."))
    if filed.left:
        said.append(_left(filed))
    return " ".join(said)


def _left(filed: Filed) -> str:
    number = digits(f"{filed.left:,}")
    if not filed.why:
        return (
            tr("1 copy is not filed yet.")
            if filed.left == 1
            else tr("{number} copies are not filed yet.", number=number)
        )
    if filed.left == 1:
        return tr("1 copy could not be filed: {why}", why=filed.why)
    return tr("{number} copies could not be filed: {why}", number=number, why=filed.why)
