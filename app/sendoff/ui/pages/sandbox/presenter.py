"""Starts and stops the sandbox, and brings the sample campaign to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign
from sendoff.core.errors import InputError, KnownError
from sendoff.core.language import tr
from sendoff.core.sight import Sight, read_sight
from sendoff.ui.context import SandboxMessage
from sendoff.ui.drafts import sample_campaign
from sendoff.ui.pages.stage import Stage
from sendoff.ui.sandbox import OneSandbox, sandbox_account


class SandboxPresenter(QObject):
    """Behind the sandbox page."""

    changed = Signal()
    """The server was started or stopped."""
    failed = Signal(object)
    """The KnownError that kept it from starting."""
    read = Signal(int, object, str)
    """A message's number, what a mail program shows of it (a Sight), and its headers as they came."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        handle = stage.context.sandbox()
        self._sandbox = handle if isinstance(handle, OneSandbox) else OneSandbox(lambda: handle)

    @property
    def running(self) -> bool:
        """Whether the server takes messages."""
        return self._sandbox.runs

    @property
    def address(self) -> str:
        """Host and port, `127.0.0.1:2525`."""
        return self._sandbox.url.removeprefix("smtp://").partition("?")[0]

    @property
    def count(self) -> int:
        """Messages taken so far."""
        return self._sandbox.count

    @property
    def refusing(self) -> bool:
        """Whether the server refuses some addresses."""
        return self._sandbox.refusing

    @Slot(bool)
    def refuse(self, on: bool) -> None:  # noqa: FBT001 -- Qt's `toggled` gives the flag by position
        """Refuse the usual addresses from now on, or none."""
        self._sandbox.refuse(on=on)

    def received(self) -> Sequence[SandboxMessage]:
        """The last messages, oldest first."""
        return self._sandbox.received

    def look(self, number: int) -> None:
        """Read a message; the answer is `read`, or `failed` where it is kept no longer."""

        def reading() -> tuple[Sight, str]:
            content = self._sandbox.message(number)
            if content is None:
                raise InputError(
                    tr("This message is not kept any more."), remedy=tr("The sandbox keeps the last 1,000 messages.")
                )
            head = content.partition(b"\r\n\r\n")[0].replace(b"\r\n", b"\n")
            return read_sight(content), head.decode("utf-8", "replace")

        self._stage.operations.query(
            reading, lambda found: self.read.emit(number, *found), self.failed.emit, owner=self
        )

    def go_back(self, subject: str) -> None:
        """Return to the campaign that led here."""
        self._stage.navigator.open("campaign", subject)

    def now(self) -> int:
        """Epoch milliseconds."""
        return self._stage.services.clock.now()

    def start(self) -> None:
        """Start the server and keep its account up to date."""
        self._stage.operations.command(
            lambda: sandbox_account(self._stage.services, self._sandbox), self._started, self.failed.emit, owner=self
        )

    def stop(self) -> None:
        """Stop the server; what it took can still be looked at."""
        self._stage.operations.command(
            self._sandbox.stop, lambda _none: self.changed.emit(), self.failed.emit, owner=self
        )

    def bring_sample(self) -> None:
        """Make the sample campaign for the sandbox and open it."""
        stage = self._stage

        def make() -> Campaign:
            return sample_campaign(stage.services, stage.context.samples, self._sandbox)

        stage.operations.command(make, self._brought, self._not_brought, owner=self)

    def _started(self, _account: Account) -> None:
        self.changed.emit()

    def _brought(self, draft: Campaign) -> None:
        self.changed.emit()
        self._stage.navigator.open("campaign", draft.id)

    def _not_brought(self, error: KnownError) -> None:
        self.changed.emit()
        self.failed.emit(error)
