"""What bootstrap hands to the window: how to open the data folder, and the few outside things it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sendoff.core.diagnosis_ports import LogFile
from sendoff.core.errors import KnownError
from sendoff.core.rehearsal import SandboxRule
from sendoff.services.app import Services
from sendoff.services.backups import Restoring
from sendoff.services.diagnostics import Diagnostics
from sendoff.services.moving import Moving


class SandboxMessage(Protocol):
    """One message the sandbox took."""

    @property
    def number(self) -> int:
        """The first message is 1."""
        ...

    @property
    def at(self) -> int:
        """Epoch milliseconds."""
        ...

    @property
    def sender(self) -> str: ...

    @property
    def recipient(self) -> str: ...

    @property
    def subject(self) -> str: ...

    @property
    def size(self) -> int:
        """Bytes."""
        ...


class SandboxHandle(Protocol):
    """The built-in server: it takes every message and delivers none."""

    @property
    def url(self) -> str: ...

    @property
    def count(self) -> int:
        """Messages taken since it was emptied."""
        ...

    @property
    def last(self) -> int:
        """The number of the newest message ever; no number is used again, and none is left out."""
        ...

    @property
    def received(self) -> Sequence[SandboxMessage]:
        """The last messages, oldest first; after a restart those that were kept."""
        ...

    def message(self, number: int) -> bytes | None:
        """The message of this number as it came; None where it is kept no longer."""
        ...

    @property
    def refusing(self) -> bool:
        """Whether it refuses some addresses, for rehearsals."""
        ...

    def refuse(self, *, on: bool) -> None:
        """Refuse them from now on, or none."""
        ...

    def answer(self, rules: Sequence[SandboxRule]) -> None:
        """Do from now on to addresses what these rules say."""
        ...

    def empty(self, up_to: int) -> None:
        """Take away every message up to the one of this number. Raises StorageError."""
        ...

    def forget(self, address: str) -> int:
        """Take away whatever went to an address or names it; returns how many. Raises StorageError."""
        ...

    @property
    def trouble(self) -> KnownError | None:
        """Why messages are not kept for the next start; None where they are."""
        ...

    def start(self) -> object: ...

    def stop(self) -> None: ...


class SettingsStore(Protocol):
    """The window's small memory, a file in the settings folder."""

    def read(self) -> dict[str, object]: ...

    def write(self, values: Mapping[str, object]) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowContext:
    """Everything the window is started with."""

    open_services: Callable[[], Services]
    """Open the data folder; may raise KnownError, which the window shows."""
    icons: Path
    samples: Path
    sandbox: Callable[[], SandboxHandle]
    """Make a sandbox server, not started yet; its port is free."""
    settings: SettingsStore
    clean: Callable[[str], str] = str
    """Takes this session's secrets out of a text, for reports."""
    data_folder: Path | None = None
    """Where campaigns and lists are kept, for saying so; None where the window need not tell."""
    translations: Path | None = None
    """Where the catalogues of other languages are; None speaks English only."""
    language: str = ""
    """A language asked for by SENDOFF_LANGUAGE, `en` or `de`; empty takes the one of the settings."""
    restoring: Callable[[], AbstractContextManager[Restoring]] | None = None
    """What puts a backup back, while the data folder is closed."""
    diagnostics: Callable[[], Diagnostics] | None = None
    """What makes the text for whoever helps."""
    log: LogFile | None = None
    moving: Callable[[], AbstractContextManager[Moving]] | None = None
    """What moves the data folder, likewise."""
    renewed: Callable[[], WindowContext] | None = None
    """The same, after the folder was moved."""
    trial: bool = False
    """`sendoff try`: open on the sample campaign in the sandbox."""
