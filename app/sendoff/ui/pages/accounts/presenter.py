"""What the page of accounts asks of the services."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from sendoff.core.account import Account
from sendoff.core.campaign import CampaignState
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import InputError, KnownError
from sendoff.core.events import AccountsChanged, Event
from sendoff.core.provider import Preset
from sendoff.ui.models.accounts import AccountRow
from sendoff.ui.operations import Operation
from sendoff.ui.pages.stage import Stage
from sendoff.ui.sandbox import SANDBOX, awake


class AccountsPresenter(QObject):
    """Lists, tests, keeps and removes accounts; answers come as signals."""

    listed = Signal(object)
    """A list of AccountRow."""
    kept_where = Signal(str)
    """Where secrets live, in words."""
    secret_known = Signal(str, bool)
    """An account's id, and whether its secret is on this computer."""
    tested = Signal(object)
    """Capabilities of the server that was tested."""
    refused = Signal(object)
    """The KnownError that ended a test."""
    saved = Signal(str)
    """The id of the account that was kept."""
    wrong = Signal(object)
    """The KnownError that kept an account from being saved, copied or deleted."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._accounts = stage.services.accounts
        self._test: Operation | None = None
        stage.bridge.batch.connect(self._heard)

    def load(self) -> None:
        """Ask for the accounts and for the place of their secrets."""
        self._stage.operations.query(self._rows, self.listed.emit, owner=self)
        self._stage.operations.query(self._accounts.vault.describe, self.kept_where.emit, owner=self)

    def presets(self) -> Sequence[Preset]:
        """Every provider, in the order of the gallery."""
        return self._accounts.presets()

    def preset(self, account: Account) -> Preset:
        """The provider of an account; one that is not known any more counts as a custom server."""
        try:
            return self._accounts.preset(account.preset)
        except InputError:
            return self._accounts.preset("custom")

    def draft(self, preset_id: str) -> Account:
        """A new account as its provider suggests."""
        draft = self._accounts.draft(preset_id)
        return replace(draft, host="") if preset_id == "cpanel" else draft

    def ask_secret(self, account: Account) -> None:
        """Find out whether the secret is on this computer; the answer is `secret_known`."""
        self._stage.operations.query(
            lambda: not self._accounts.needs_secret(account),
            lambda known: self.secret_known.emit(account.id, known),
            lambda _error: self.secret_known.emit(account.id, False),  # noqa: FBT003 - a signal takes no names
            owner=self,
        )

    def test(self, account: Account, secret: str | None) -> None:
        """Connect and sign in without sending anything; `secret` None means the kept one."""
        self.cancel_test()
        self._test = self._stage.operations.query(
            lambda: self._tested(account, secret), self._passed, self._refused, owner=self
        )

    def cancel_test(self) -> None:
        """Want no answer of the test under way any more."""
        if self._test is not None:
            self._test.cancel()
            self._test = None

    def save(self, account: Account, secret: str | None) -> None:
        """Keep an account, and its secret if one was typed."""
        self._stage.operations.command(
            lambda: self._accounts.save(account, secret), lambda _none: self._kept(account), self.wrong.emit, owner=self
        )

    def duplicate(self, account: Account) -> None:
        """Keep a copy under another name, with the secret."""
        copy = replace(account, id=secrets.token_hex(6), name=f"{account.name} (copy)")
        self._stage.operations.command(
            lambda: self._accounts.save(copy, self._accounts.secret(account) or None),
            lambda _none: self._kept(copy),
            self.wrong.emit,
            owner=self,
        )

    def remove(self, account: Account) -> None:
        """Forget an account and its secret, unless a campaign is being sent through it."""
        self._stage.operations.command(
            lambda: self._remove(account),
            lambda _none: self._stage.say(f"Deleted “{account.name}”."),
            self.wrong.emit,
            owner=self,
        )

    def go(self, place: str) -> None:
        """Open another page."""
        self._stage.navigator.open(place)

    def browse(self, url: str) -> None:
        """Open a provider's page in the browser."""
        QDesktopServices.openUrl(QUrl(url))

    def _tested(self, account: Account, secret: str | None) -> Capabilities:
        if account.preset == SANDBOX:
            account = awake(self._stage.services, self._stage.context.sandbox(), account.id)
        return self._accounts.test(account, secret)

    def _rows(self) -> list[AccountRow]:
        return [AccountRow(one, self._accounts.provider_name(one)) for one in self._accounts.all()]

    def _remove(self, account: Account) -> None:
        for campaign in self._stage.services.campaigns.all():
            if campaign.account_id == account.id and campaign.state in (CampaignState.RUNNING, CampaignState.PAUSED):
                raise InputError(
                    f"“{campaign.name}” is not sent to everyone yet and uses this account.",
                    remedy="Let it finish, or stop it first.",
                    code="account_busy",
                )
        self._accounts.remove(account.id)

    def _kept(self, account: Account) -> None:
        self.saved.emit(account.id)
        self._stage.say(f"Saved “{account.name}”.")

    def _passed(self, found: Capabilities) -> None:
        self._test = None
        self.tested.emit(found)

    def _refused(self, error: KnownError) -> None:
        self._test = None
        self.refused.emit(error)

    @Slot(tuple)
    def _heard(self, events: tuple[Event, ...]) -> None:
        if any(isinstance(event, AccountsChanged) for event in events):
            self._stage.operations.query(self._rows, self.listed.emit, owner=self)
