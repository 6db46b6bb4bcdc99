"""What the services need to correct a list: its rows on disk, and what is known of domains."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sendoff.core.recipient import Verdict
    from sendoff.core.triage_rows import Chosen, Judge, Keep, TriageRow


class TriageStore(Protocol):
    """Corrects the rows of a draft or an audience, an act in one transaction.

    Raises InputError (`not_a_draft`) where the list belongs to a campaign that was started.
    """

    def counts(self, owner_id: str) -> dict[Verdict, int]:
        """How many rows have each verdict; they add up to the list."""
        ...

    def rewrite(
        self,
        owner_id: str,
        chosen: Chosen,
        change: Callable[[TriageRow], TriageRow],
        judge: Judge,
        now: int,
        stopped: Callable[[], bool] = ...,
        told: Callable[[int], object] = ...,
    ) -> int:
        """Make of each chosen row what `change` says, then settle who keeps an address; returns how many changed.

        A row taken in stands for its address before one that stood there unless that one is chosen, too. `told` hears
        the number in the list of each repeated row that takes the place of another.
        Raises InputError (`stopped`) where it was stopped; then the list is as it was.
        """
        ...

    def leave_out(self, owner_id: str, verdict: Verdict, now: int) -> int:
        """Leave out every row with a verdict and those that repeat one of them; returns how many."""
        ...

    def keep(self, owner_id: str, which: Keep, judge: Judge, now: int) -> int:
        """Let the first or the last of the rows with one address keep it; returns how many now do that did not."""
        ...

    def refresh(self, owner_id: str, judge: Judge, now: int, *, unasked: bool = False) -> int:
        """Heed the blocked list as it is now; returns how many rows have another verdict.

        Where nobody asked for it, it is no act of a person's: `undo` takes back what was done before it.
        """
        ...

    def stale(self, owner_id: str) -> bool:
        """Whether some row of a draft or an audience says otherwise than the blocked list; False while it is read."""
        ...

    def undo(self, owner_id: str) -> int:
        """Take back a person's last act of this session; returns how many rows. Raises InputError (`no_undo`)."""
        ...

    def domains(self, owner_id: str) -> Sequence[str]:
        """The domains of the rows that would be sent, as `@example.com`."""
        ...


class DomainMemory(Protocol):
    """What was found out about domains, kept between sessions."""

    def load(self) -> dict[str, tuple[bool, int]]:
        """Whether each domain takes mail, and when that was asked (epoch ms); nothing where the memory is lost."""
        ...

    def keep(self, known: Mapping[str, tuple[bool, int]]) -> None:
        """Replace what is remembered. Raises StorageError."""
        ...
