"""Starts and stops the sandbox, empties it, tells it whom to refuse, and brings the sample campaign to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign
from sendoff.core.errors import InputError, KnownError
from sendoff.core.language import tr
from sendoff.core.rehearsal import KEPT_MESSAGES, Answer, SandboxRule
from sendoff.core.sight import Sight, read_sight
from sendoff.services.sandbox_choices import SandboxChoices
from sendoff.ui.context import SandboxMessage
from sendoff.ui.drafts import sample_campaign
from sendoff.ui.operations import Stoppable, Stopped
from sendoff.ui.pages.stage import Stage
from sendoff.ui.sandbox import OneSandbox, sandbox_account
from sendoff.ui.widgets.toast import Toast


class SandboxPresenter(QObject):
    """Behind the sandbox page."""

    changed = Signal()
    """The server was started or stopped."""
    failed = Signal(object)
    """The KnownError that kept it from starting."""
    read = Signal(int, object, str)
    """A message's number, what a mail program shows of it (a Sight), and its headers as they came."""
    told = Signal()
    """It does something else to addresses."""
    not_told = Signal(object)
    """The KnownError that says why what was typed is no address."""

    def __init__(self, stage: Stage, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._toast = toast
        self._choices = SandboxChoices(stage.preferences)
        self._hidden = 0
        """Messages up to this number are out of sight: taken away, or about to be."""
        self._opening = Stoppable(stage.operations, self)
        self._doomed: Callable[[], None] | None = None
        """Takes them away for good, while that can be undone."""
        stage.navigator.moved.connect(self._moved)
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
        """Messages taken since it was emptied."""
        return min(self._sandbox.count, max(0, self._sandbox.last - self._hidden))

    @property
    def last(self) -> int:
        """The number of the newest message ever."""
        return self._sandbox.last

    @property
    def trouble(self) -> KnownError | None:
        """Why messages are not kept for the next start; None where they are."""
        return self._sandbox.trouble

    def received(self) -> Sequence[SandboxMessage]:
        """The last messages, oldest first."""
        count = self.count
        first = self.last - count
        return [one for one in self._sandbox.received if one.number > first]

    def wake(self, then: Callable[[], object] | None = None) -> None:
        """Know what was kept since the last time; the answer is `changed`, and `then`."""

        def woken(_none: None) -> None:
            self.told.emit()
            self.changed.emit()
            if then is not None and self._stage.navigator.current == "sandbox":
                then()

        self._stage.operations.query(self._sandbox.look, woken, self.failed.emit, owner=self)

    def empty(self) -> None:
        """Take every message away: out of sight at once, off the disk when nobody has undone it."""
        before, up_to = self._hidden, self.last

        def back() -> None:
            self._hidden, self._doomed = before, None
            self.changed.emit()

        def expire() -> None:
            self._doomed = None
            command = self._stage.operations.command
            command(lambda: self._sandbox.empty(up_to), lambda _none: None, self.failed.emit, owner=self)

        self._toast.say(tr("The sandbox is empty."), tr("Undo"), back, on_expire=expire)
        self._hidden, self._doomed = up_to, expire
        self.changed.emit()

    @Slot(str, str)
    def _moved(self, page: str, _rail: str) -> None:
        """The window is closed: what was taken away goes now."""
        if not page and self._doomed is not None:
            self._doomed()

    # -- whom it refuses

    @property
    def refusing(self) -> bool:
        """Whether the server refuses some addresses."""
        return self._sandbox.refusing

    @Slot(bool)
    def refuse(self, on: bool) -> None:  # noqa: FBT001 -- Qt's `toggled` gives the flag by position
        """Refuse the usual addresses from now on, or none; also after a restart."""
        self._sandbox.refuse(on=on)
        self._stage.operations.command(lambda: self._choices.refuse(on=on), lambda _none: None, owner=self)

    @property
    def rules(self) -> tuple[SandboxRule, ...]:
        """What happens to addresses of one's own."""
        return self._sandbox.rules

    def tell(self, text: str, answer: Answer, done: Callable[[], object]) -> None:
        """Do this to the addresses and patterns of a text from now on; the answer is `told`, or `not_told`."""

        def taken(rules: Sequence[SandboxRule]) -> None:
            self._hold(rules)
            done()

        self._stage.operations.command(lambda: self._choices.add(text, answer), taken, self.not_told.emit, owner=self)

    def forget(self, rule: SandboxRule) -> None:
        """Take an address as any other from now on; Undo puts it back."""
        command = self._stage.operations.command

        def undo() -> None:
            command(lambda: self._choices.add(rule.pattern, rule.answer), self._hold, owner=self)

        def done(rules: Sequence[SandboxRule]) -> None:
            self._hold(rules)
            self._toast.say(tr("{pattern} is removed.", pattern=rule.pattern), tr("Undo"), undo)

        command(lambda: self._choices.remove([rule.pattern]), done, owner=self)

    def _hold(self, rules: Sequence[SandboxRule]) -> None:
        self._sandbox.answer(rules)
        self.told.emit()

    # -- its messages and its server

    def look(self, number: int) -> None:
        """Read a message; the answer is `read`, or `failed` where it is kept no longer."""

        def reading(_stopped: Stopped) -> tuple[Sight, str]:
            content = self._sandbox.message(number)
            if content is None:
                raise InputError(
                    tr("This message is not kept any more."),
                    remedy=tr("The sandbox keeps the last {most} messages.", most=KEPT_MESSAGES),
                )
            head = content.partition(b"\r\n\r\n")[0].replace(b"\r\n", b"\n")
            return read_sight(content), head.decode("utf-8", "replace")

        self._opening.query(reading, lambda found: self.read.emit(number, *found), self.failed.emit)

    def look_at_none(self) -> None:
        """The list is shown: no message opens any more."""
        self._opening.cancel()

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
