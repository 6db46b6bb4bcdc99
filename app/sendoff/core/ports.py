"""What the services need from the outside: where two implementations exist, or where a test needs a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sendoff.core.list_ports import Intake

if TYPE_CHECKING:
    from sendoff.core.account import Account
    from sendoff.core.campaign import Campaign, CampaignState, Priority
    from sendoff.core.content_check import SpamScore
    from sendoff.core.corrections import Corrections
    from sendoff.core.delivery import Delivery, Happening, Line, Move, State
    from sendoff.core.envelope import Capabilities, Envelope
    from sendoff.core.listing import ReadOptions, TableSource
    from sendoff.core.outcome import Reply
    from sendoff.core.tempo import Minute


Cell = str | int | datetime
"""What a workbook's cell holds."""


class Clock(Protocol):
    """Time as a value."""

    def now(self) -> int:
        """Wall clock, epoch milliseconds, UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back."""
        ...


class Transport(Protocol):
    """One session with a server. Not thread-safe, except `abort`."""

    @property
    def usable(self) -> bool:
        """Say whether the session can take another message."""
        ...

    def connect(self) -> Capabilities:
        """Open, protect and sign in. Raises ConnectError."""
        ...

    def send(self, envelope: Envelope, commit: Callable[[], bool]) -> Reply:
        """Send one message in two phases and return the server's last word on it.

        `commit` is called once, after the whole body and before the first byte that can make the server
        take the message; it returns True when the intent is on disk. False ends the session without that
        byte. A refusal is returned, at whatever stage it came. Raises SessionLost, Withheld.
        """
        ...

    def close(self) -> None:
        """Say goodbye if the session lives; never raises."""
        ...

    def abort(self) -> None:
        """Drop the connection now; may be called from another thread; never raises."""
        ...


class TransportFactory(Protocol):
    """Makes a session for an account; `secret` is asked for when it is needed."""

    def __call__(self, account: Account, secret: Callable[[], str]) -> Transport: ...


class Opening(Protocol):
    """Opens a connection as the account wants it: its proxy, its trust, its time limits. Raises ConnectError."""

    def __call__(
        self,
        account: Account,
        host: str,
        port: int,
        *,
        protected: bool,
        stopped: Callable[[], bool],
        keep: Callable[[Any], None],
    ) -> Any:
        """A connected socket, which core must not know.

        `keep` gets the bare one at once, so that another thread can shut it down; `stopped` says it did.
        """
        ...


class Resolver(Protocol):
    """Asks name servers, for 5 seconds at most. Raises ConnectError (`no_dns`) where none answers."""

    def mx(self, domain: str) -> Sequence[str]:
        """The mail exchangers of a domain, the preferred first; empty where there are none."""
        ...

    def srv(self, name: str) -> Sequence[tuple[str, int]]:
        """Host and port of a service (RFC 2782), the preferred first; empty where it is not offered."""
        ...

    def takes_mail(self, domain: str) -> bool:
        """Say whether a domain has a mail exchanger or else an address (RFC 5321 5.1), and no null MX (RFC 7505)."""
        ...


class Queue(Protocol):
    """The durable queue of one data folder, as the engine sees it. One thread at a time."""

    def enlist(self, campaign_id: str, account: Account, now: int) -> str:
        """Write down that a campaign is now sent through an account; returns the token for what it claims."""

    def claim(
        self, campaign_id: str, token: str, limit: int, now: int, zones: Sequence[str] | None = None
    ) -> Sequence[Delivery]:
        """Take up to `limit` rows that are due (in `zones`), marked with `token`: oldest first, domains mixed."""
        ...

    def record(self, campaign_id: str, moves: Sequence[Move]) -> Sequence[bool]:
        """Make all moves in one durable commit; say for each whether it took effect.

        A move to `sending` is granted only while the campaign runs and the address is not suppressed.
        Raises StorageError; then no move took effect.
        """
        ...

    def release(self, campaign_id: str, token: str, now: int) -> int:
        """Give back every row still claimed with `token`."""
        ...

    def next_due(self, campaign_id: str) -> int | None:
        """When the next deferred row is due (epoch ms), or None when nothing waits."""
        ...

    def recover(self, campaign_id: str, now: int) -> tuple[int, int]:
        """After a crash: rows found in `sending` are in doubt, claimed ones are queued again; how many of each."""
        ...

    def forget(self, campaign_id: str) -> None:
        """Read the campaign's frozen parts anew at the next use: it was a draft until now."""
        ...


class CampaignStore(Protocol):
    """Campaigns on disk."""

    def save(self, one: Campaign, /) -> None:
        """Insert a campaign, or replace it while it is a draft."""
        ...

    def move(self, campaign_id: str, new: CampaignState, reason: str, now: int) -> bool:
        """Change the state if the table of moves allows it; say whether it did."""
        ...

    def set_priority(self, campaign_id: str, priority: Priority, /) -> None: ...

    def get(self, campaign_id: str) -> Campaign | None: ...

    def all(self) -> Sequence[Campaign]:
        """Every campaign, newest first."""
        ...

    def remove(self, campaign_id: str) -> None: ...


class RowReader(Protocol):
    """Deliveries as people see them."""

    def by_state(self, campaign_id: str) -> dict[State, int]: ...

    def counts(self, campaign_id: str) -> dict[str, int]:
        """The eight figures of `core.delivery.COUNTED`."""
        ...

    def page(
        self,
        campaign_id: str,
        fields: Sequence[str],
        *,
        after: int = 0,
        limit: int = 256,
        states: Sequence[State] = (),
        reasons: Sequence[str] = (),
        search: str = "",
        marked: bool | None = None,
    ) -> list[Line]:
        """Rows by key, after row id `after`; `marked`: only those a person marked as sent, or none of them."""

    def window(self, campaign_id: str, fields: Sequence[str], first: int, limit: int) -> list[Line]:
        """Rows by their place in the list, from position `first` on."""

    def causes(self, campaign_id: str) -> list[tuple[State, str, int, int, str, bool, int]]:
        """Who was not accepted, by cause: (state, reason, rows, a reply code, what was said, to all, how many blocked).

        Blocked are those of the failed, cancelled and doubtful whose address has come onto the blocked list since.
        """
        ...

    def marked(self, campaign_id: str) -> int:
        """How many of the accepted count as such by a person's word alone; see `core.doubts.marked_as_sent`."""

    def at(self, campaign_id: str, fields: Sequence[str], position: int) -> Line | None: ...

    def beside(self, campaign_id: str, position: int, by: int, states: Sequence[State]) -> int:
        """The place `by` rows in these states on from here, or back; the last where there are fewer, 0 for none."""

    def count_to(self, campaign_id: str, position: int, states: Sequence[State]) -> int:
        """How many rows of the list up to this place, it included, are in these states."""

    def newest(self, campaign_id: str, fields: Sequence[str], state: State, limit: int) -> list[Line]:
        """The last rows of the list in a state, the very last first."""
        ...

    def history(self, delivery_id: int) -> list[Happening]: ...

    def minutes(self, campaign_id: str, since: int = 0) -> Sequence[Minute]:
        """Outcomes counted by the minute, from `since` (epoch ms) on, oldest first."""
        ...

    def corrections(self, owner_id: str) -> Corrections:
        """What a person corrected in a list; see `core.corrections`."""
        ...

    def compare(self, before: Iterable[tuple[str, str, str]], after: Iterable[tuple[str, str, str]]) -> Compared:
        """Compare two lists of any length in bounded memory; an entry is (key, address, the fields as text)."""

    def digest(self, campaign_id: str) -> str:
        """What the whole list is: addresses, names, fields and states, as a SHA-256."""


class RowWriter(Intake, Protocol):
    """What is done to deliveries outside the engine."""

    def set_fields(self, campaign_id: str, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Give rows of a draft, by their ids, other values in the order of its fields; all of them or none."""
        ...

    def shift(
        self, campaign_id: str, old: State, new: State, reason: str, now: int, *, only: str = "", but: str = ""
    ) -> int:
        """Move rows from one state to another by a person's word; returns how many. Nobody who is blocked is queued.

        `only`: those that stand there for this reason; `but`: all except those.
        """
        ...

    def shift_one(self, campaign_id: str, delivery_id: int, old: State, new: State, reason: str, now: int) -> bool: ...

    def find_accepted(self, campaign_id: str, delivery_id: int, text: str, now: int) -> bool:
        """Move a row from doubt to accepted by the evidence in `text`; say whether it was still in doubt."""
        ...

    def note_doubt(self, campaign_id: str, delivery_id: int, reason: str, text: str) -> bool:
        """Write beside a row in doubt what was looked for in vain; an empty `reason` leaves the row's own.

        It moves nothing, so the quarantine goes on. Says whether the row was still in doubt.
        """
        ...


class Rows(RowReader, RowWriter, Protocol):
    """Reading and writing together."""


class AccountStore(Protocol):
    """Accounts on disk, without their secrets."""

    def save(self, one: Account, /) -> None: ...

    def get(self, account_id: str) -> Account | None: ...

    def all(self) -> Sequence[Account]: ...

    def remove(self, account_id: str) -> None: ...

    def used(self, account_id: str, since: int) -> Sequence[int]:
        """When messages went through the account since `since`, oldest first."""
        ...

    def used_for(self, account_id: str, domain: str, since: int) -> Sequence[int]:
        """The same, for the recipients of one domain, as far as their campaigns are kept."""
        ...

    def note_use(self, account_id: str, at: int) -> None: ...


class SpamJudge(Protocol):
    """A spam filter of this computer."""

    def score(self, message: bytes) -> SpamScore | None:
        """What it says of a message; None where there is none, or it does not answer in time."""
        ...


class Blobs(Protocol):
    """Frozen files, named by their content."""

    def put(self, source: Path | bytes) -> tuple[str, int]:
        """Keep a file; returns its SHA-256 and size."""
        ...

    def read(self, sha: str) -> bytes: ...

    def size(self, sha: str) -> int:
        """Bytes of a kept file."""
        ...

    def remove(self, sha: str) -> None:
        """Take a file away that nothing names any more. Raises StorageError where it cannot be."""
        ...


class Files(Protocol):
    """The user's files. Raises InputError with the file's name."""

    def tables(self, path: Path) -> dict[str, Any]:
        """A TOML file's tables."""
        ...

    def text_below(self, folder: Path, name: str) -> str:
        """A text file in UTF-8 below a folder."""
        ...

    def path_below(self, folder: Path, name: str) -> Path:
        """The path of an existing file below a folder; it may not lie outside."""
        ...

    def text(self, path: Path) -> str:
        """A text file in UTF-8."""
        ...

    def keep(self, path: Path, text: str) -> None:
        """Write a text file, whole or not at all."""
        ...

    def content(self, path: Path, largest: int) -> bytes:
        """The bytes of a file of at most `largest`."""
        ...

    def keep_bytes(self, path: Path, content: bytes) -> None:
        """Write a file, whole or not at all."""
        ...


class Lists(Protocol):
    """Lists of recipients in files. Raises InputError with the file's name."""

    def open_list(self, path: Path, options: ReadOptions = ..., /) -> TableSource: ...

    def keep_list(self, name: str, parts: Iterable[bytes], /) -> Path:
        """Keep what was pasted or piped in until the program ends, so that it can be read again; returns its path."""
        ...

    def write_list(self, path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
        """Write a CSV file, guarded against formulas; returns the number of rows."""
        ...

    def write_workbook(self, path: Path, headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
        """Write an XLSX file in which no text runs as a formula; returns the number of rows."""
        ...


class Settings(Protocol):
    """A small file of settings. Raises KnownError."""

    def read(self) -> dict[str, object]: ...

    def write(self, values: Mapping[str, object], /) -> None: ...


class Compared(Protocol):
    """What a comparison found."""

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """New, changed, gone, the same."""
        ...

    @property
    def examples(self) -> Sequence[tuple[str, str, str, str]]:
        """The first few that differ: `new`, `changed` or `gone`, address, fields before, fields after."""
        ...
