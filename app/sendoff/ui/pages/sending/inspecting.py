"""Looks at what could go wrong before the first message: the server, then every message with its size limit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import InputError, KnownError
from sendoff.core.language import quoted
from sendoff.core.review import Check
from sendoff.services.app import Services
from sendoff.ui.operations import Stoppable, Stopped
from sendoff.ui.pages.sending.facts import Facts
from sendoff.ui.pages.stage import Stage
from sendoff.ui.sandbox import awake


def _named(services: Services, account: Account) -> Capabilities:
    """Connect through one of several accounts; what goes wrong names it. Raises KnownError."""
    try:
        return services.sending.preflight(account)
    except KnownError as error:
        title = f"{quoted(account.name)}: {error.title}"
        raise InputError(title, remedy=error.remedy, code=error.code) from error


class Inspection(QObject):
    """What was found holds as long as the account, the campaign and its list stay as they were."""

    changed = Signal()

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._asked: tuple[Account, ...] = ()
        self._checked: tuple[Campaign, int] | None = None
        self._connecting, self._checking = Stoppable(stage.operations, self), Stoppable(stage.operations, self)
        self.server: Capabilities | KnownError | None = None
        """What the server offered, or why it cannot be used; None while it was not asked or has not answered."""
        self.rows: Check | KnownError | None = None
        """What the check of every message found; None while it has not ended."""

    @property
    def problem(self) -> KnownError | None:
        """Why the server cannot be used."""
        return self.server if isinstance(self.server, KnownError) else None

    @property
    def blocked(self) -> bool:
        """Say whether some messages cannot be sent."""
        return isinstance(self.rows, Check) and self.rows.blocked

    @property
    def passed(self) -> bool:
        """Say whether everything was looked at and is fine."""
        return isinstance(self.server, Capabilities) and isinstance(self.rows, Check) and not self.rows.blocked

    @property
    def checking(self) -> bool:
        """Say whether messages are being checked now."""
        return self._checked is not None and self.rows is None

    def look(self, facts: Facts, *, complete: bool) -> None:
        """Connect if the account is new or failed before, then check every message if the campaign is `complete`."""
        account = facts.account
        if account is None or facts.needs_secret:
            return
        if self._asked != facts.senders or self.problem is not None:
            self._connect(facts.senders)
        elif isinstance(self.server, Capabilities) and complete:
            self._check(facts, self.server)

    def forget(self) -> None:
        """Another campaign is shown, or its password is another."""
        self._connecting.cancel()
        self._checking.cancel()
        self._asked = ()
        self._checked = self.server = self.rows = None

    def rest(self) -> None:
        """Another page is shown, where something may be accepted: what is not fine is checked anew on the way back."""
        self._checking.cancel()
        if not isinstance(self.rows, Check) or self.rows.blocked:
            self._checked = None

    def _connect(self, accounts: tuple[Account, ...]) -> None:
        self._asked, self.server = accounts, None
        self.changed.emit()
        services, sandbox = self._stage.services, self._stage.context.sandbox()

        def read(_stopped: Stopped) -> Capabilities:
            first, *others = accounts
            found = [services.sending.preflight(awake(services, sandbox, first.id))]
            found += [_named(services, one) for one in others]
            sizes = [one.size for one in found if one.size]
            return replace(found[0], size=min(sizes, default=0))

        def came(found: Capabilities | KnownError) -> None:
            self.server = found
            self.changed.emit()

        self._connecting.query(read, came, came)

    def _check(self, facts: Facts, server: Capabilities) -> None:
        key = (facts.campaign, facts.ready)
        if self._checked == key:
            return
        self._checked, self.rows = key, None
        self.changed.emit()
        checks, campaign = self._stage.services.checks, facts.campaign

        def read(stopped: Stopped) -> Check:
            return checks.run(campaign, size_limit=server.size, stopped=stopped)

        def came(found: Check | KnownError) -> None:
            self.rows = found
            self.changed.emit()

        self._checking.query(read, came, came)
