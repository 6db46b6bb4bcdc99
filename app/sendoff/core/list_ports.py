"""What the services need of kept lists: audiences, the blocked list, ways through rows, and copies of rows."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from sendoff.core.stopping import never

if TYPE_CHECKING:
    from sendoff.core.audience import Audience, Selection, Sort
    from sendoff.core.columns import Batch
    from sendoff.core.corrections import Found
    from sendoff.core.delivery import Line
    from sendoff.core.recipient import Verdict
    from sendoff.core.suppression import Suppression


class Intake(Protocol):
    """Ways in for the rows of a list, so that its owner has the whole new one or what it had."""

    def begin(self, owner_id: str) -> str:
        """Start an import into a draft or an audience; returns the id its rows go to.

        They are shown to nobody before `finish`. Raises InputError for a campaign that was started.
        """
        ...

    def add(self, owner_id: str, batches: Iterable[Batch], told: Callable[[int], None] = ...) -> Mapping[Verdict, int]:
        """Append judged rows; returns how many there are of each verdict.

        After each batch `told` hears how many rows are in; what it raises ends the import, and what is in stays.
        """
        ...

    def finish(
        self,
        owner_id: str,
        target_id: str,
        stopped: Callable[[], bool] = ...,
        *,
        fields: Sequence[str] | None = None,
        list_name: str = "",
    ) -> bool:
        """Make the rows the owner's in place of those it had, in one commit; False = stopped, nothing has changed.

        With `fields` a draft gets these and the name of the list in the same commit.
        """
        ...

    def discard(self, owner_id: str) -> None:
        """Forget every row of a list: at once for everybody who looks, on disk soon."""
        ...


class AudienceStore(Protocol):
    """Audiences on disk; their rows are kept with everybody's."""

    def save(self, one: Audience, /) -> None:
        """Insert or replace by id. Raises InputError where another audience has the name."""
        ...

    def get(self, audience_id: str) -> Audience | None: ...

    def all(self) -> Sequence[Audience]:
        """Every audience by name."""
        ...

    def remove(self, audience_id: str) -> None:
        """Forget the audience; its rows are another's business."""
        ...


class SuppressionStore(Protocol):
    """The blocked list on disk."""

    def add(self, entries: Iterable[Suppression]) -> int:
        """Block; what is blocked already keeps its first reason. Returns how many are new."""
        ...

    def remove(self, keys: Sequence[str], now: int) -> int:
        """Unblock, keeping each entry aside so that it can be put back. Returns how many were blocked."""
        ...

    def restore(self, keys: Sequence[str]) -> int:
        """Block again who was unblocked, with the old reason and date. Returns how many."""
        ...

    def keys(self) -> frozenset[str]: ...

    def known(self, keys: Sequence[str]) -> int:
        """How many of these keys are on the list."""
        ...

    def fresh(self, keys: Sequence[str]) -> Sequence[str]:
        """Those of the keys that are not on the list, in their order."""
        ...

    def mark(self, keys: Sequence[str], reason: str) -> int:
        """Give entries another reason; returns how many had another."""
        ...

    def count(self, *, search: str = "", reason: str = "") -> int: ...

    def page(
        self, *, search: str = "", reason: str = "", after: Suppression | None = None, limit: int = 256
    ) -> Sequence[Suppression]:
        """Entries, newest first, after the given one."""
        ...


class Browsing(Protocol):
    """Ways through a list of any length. May be called from any thread."""

    def prepare(self, owner_id: str, stopped: Callable[[], bool] = never) -> None:
        """Read what a search needs, so that the first one is as quick as the others."""
        ...

    def forget(self, owner_id: str) -> None:
        """The rows have changed: read them anew for the next search."""
        ...

    def first(
        self, selection: Selection, sort: Sort, limit: int, stopped: Callable[[], bool] | None = None
    ) -> Sequence[int]:
        """The ids of the first rows; those found after 0.15 s (none where it has to sort first), or until `stopped`."""
        ...

    def order(self, selection: Selection, sort: Sort, stopped: Callable[[], bool] = never) -> array[int] | None:
        """The ids of all rows in their order; None where it was stopped."""
        ...

    def by_ids(self, ids: Sequence[int], fields: Sequence[str]) -> Sequence[Line]:
        """Some rows in the order of their ids as given; rows that are gone are left out."""
        ...


class Copies(Protocol):
    """Rows copied between lists inside the database."""

    def copy(
        self, ids: Sequence[int], fields: Sequence[str], target_id: str, target_fields: Sequence[str]
    ) -> Counter[Verdict]:
        """Append rows to a draft or audience in one commit, judged by today's blocked list; how many of each."""
        ...

    def widen(self, owner_id: str, fields: Sequence[str], wider: Sequence[str], stopped: Callable[[], bool]) -> None:
        """Give every row the columns that were added."""
        ...

    def pairs(self, old: Audience, new: Audience) -> tuple[int, Sequence[tuple[int, int]]]:
        """How many addresses of `new` are in `old`, and (old row, new row) of those that differ."""
        ...

    def correct(self, old: Audience, new: Audience) -> Sequence[Found]:
        """Give rows of `new` the address a person gave theirs in `old`, and say which; see `core.corrections`."""
        ...

    def overwrite(self, pairs: Sequence[tuple[int, int]], old: Audience, new: Audience) -> None:
        """Give the old rows the new ones' cells in one commit; columns the new list does not have stay."""
        ...

    def drop(self, owner_id: str, ids: Sequence[int]) -> None:
        """Forget rows of a draft or audience in one commit."""
        ...
