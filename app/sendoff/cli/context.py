"""What bootstrap hands to the command line: the outside world as values and calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sendoff.core.diagnosis_ports import LogFile
    from sendoff.core.rehearsal import SandboxRule
    from sendoff.core.report import Sheet
    from sendoff.services.app import Services
    from sendoff.services.backups import Restoring
    from sendoff.services.diagnostics import Diagnostics
    from sendoff.services.moving import Moving
    from sendoff.services.preferences import Preferences


class Opener(Protocol):
    """Opens a data folder: the usual one, the sandbox's, or a `scratch` one that is thrown away afterwards."""

    def __call__(
        self,
        face: str,
        *,
        sandbox: bool = False,
        scratch: Path | None = None,
        secret: str | None = None,
        read_only: bool = False,
    ) -> Services:
        """Raises HeldError, StorageError, InputError."""
        ...


class Server(Protocol):
    """The built-in sandbox server."""

    port: int

    @property
    def url(self) -> str: ...

    @property
    def count(self) -> int: ...

    def start(self) -> object: ...

    def stop(self) -> None: ...


class ServerFactory(Protocol):
    """Makes a sandbox server that is not started yet.

    For rehearsals: `refuse` = it refuses some recipients, `rules` = what it does to addresses of one's own.
    """

    def __call__(
        self,
        port: int = 0,
        *,
        delay: float = 0,
        folder: Path | None = None,
        refuse: bool = False,
        rules: Sequence[SandboxRule] = (),
        on_message: Callable[[Any], None] | None = None,
    ) -> Server: ...


class LetterBox(Protocol):
    """How another process is asked to act; see `core.request_ports.Requests`."""

    def post(self, action: str, campaign: str = "") -> str: ...

    def answered(self, request: str) -> bool: ...

    def withdraw(self, request: str) -> bool: ...

    def take(self) -> Sequence[object]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Everything a command may reach. Calls that take a truth value are about the sandbox's folder where it is true."""

    open_services: Opener
    server: ServerFactory
    letters: Callable[[bool], LetterBox]
    holder: Callable[[bool], str]
    """The face that holds the data folder (`window`, or a command as it was typed); empty = nobody."""
    folder: Callable[[bool], Path]
    sample: Callable[[], Path]
    """The sample's campaign file."""
    open_window: Callable[[bool], int]
    """Run the window until it is closed; True = on the sample in the sandbox. Raises ImportError without Qt."""
    render_report: Callable[[Sheet, int], bytes]
    """A campaign on one page, as PDF, and the moment it speaks of (epoch ms). Raises ImportError without Qt."""
    open_log: Callable[[], Path]
    """Make sure that there is a log, for a crash; returns where it is."""
    preferences: Callable[[], Preferences]
    """The settings; nothing is opened or locked for them."""
    restoring: Callable[[str, bool], AbstractContextManager[Restoring]]
    """What puts a backup back, under the face of who holds the folder meanwhile. Raises HeldError."""
    moving: Callable[[str], AbstractContextManager[Moving]]
    """What moves the data folder, under the face of who holds it meanwhile. Raises HeldError."""
    diagnostics: Callable[[bool], Diagnostics]
    """What makes the text for whoever helps."""
    log: Callable[[bool], LogFile]
    environ: Mapping[str, str]
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
