"""What the page of accounts asks of the services."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.discovery import Suggestion
from sendoff.core.doctor import Diagnosis
from sendoff.core.errors import ConnectError, InputError, KnownError
from sendoff.core.events import AccountsChanged, Event
from sendoff.core.language import tr
from sendoff.core.provider import Preset
from sendoff.core.signin_ports import Kept
from sendoff.services.account_files import Brought
from sendoff.services.proofs import Proof, way_of
from sendoff.ui.drafts import new_draft
from sendoff.ui.models.accounts import AccountRow
from sendoff.ui.operations import Newest, Stoppable, Stopped
from sendoff.ui.pages.accounts.doctor import Examination
from sendoff.ui.pages.stage import Stage
from sendoff.ui.sandbox import awake, sandbox_account

_ENDED = (CampaignState.FINISHED, CampaignState.STOPPED)


@dataclass(frozen=True, slots=True)
class Next:
    """What may follow an account that was saved: a campaign to go on with; and whether there is any at all."""

    campaign: Campaign | None
    any: bool


def following(campaigns: Sequence[Campaign], account_id: str, came_from: str = "") -> Next:
    """The campaign that waits for this account.

    The one that led here, else one that paused, a draft without any, or a draft of its own.
    """
    led = (one for one in campaigns if one.id == came_from and one.state not in _ENDED)
    using = [one for one in campaigns if account_id in one.account_ids]
    paused = (one for one in using if one.state is CampaignState.PAUSED)
    drafts = (one for one in campaigns if one.state is CampaignState.DRAFT and not one.account_id)
    own = (one for one in using if one.state is CampaignState.DRAFT)
    return Next(next(chain(led, paused, drafts, own), None), bool(campaigns))


Secrets = tuple[str | None, str | None]
"""An account's and its proxy's, as typed; None is the one that is kept."""


class AccountsPresenter(QObject):
    """Lists, tests, keeps and removes accounts; answers come as signals."""

    listed = Signal(object)
    """A list of AccountRow."""
    kept_where = Signal(str)
    """Where secrets live, in words."""
    secret_kept = Signal(str, object)
    """An account's id, and whether its secret is on this computer (Kept)."""
    next_known = Signal(str, object)
    """The id of the account that was saved, and a Next."""
    found = Signal(object)
    """The Suggestion for the address that was asked for last."""
    signed_in = Signal(object)
    """None after a sign-in by browser, or the KnownError that ended it."""
    saved = Signal(str)
    """The id of the account that was kept."""
    copied = Signal(str)
    """The id of an account's copy."""
    wrong = Signal(object)
    """The KnownError that kept an account from being saved, copied or deleted."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._accounts = stage.services.accounts
        self._listing, self._keeping = Newest(stage.operations, self), Newest(stage.operations, self)
        self._leading = Newest(stage.operations, self)
        self.examination = Examination(stage, self)
        self.examination.finished.connect(self._examined)
        self.examination.failed.connect(self._not_examined)
        self._given: tuple[Account, str | None, str | None] | None = None
        """What is tested: an account, its secret and its proxy's, each as typed or None."""
        self._saved_as: Secrets = (None, None)
        """What of it was saved since the test began; None is what was kept before."""
        self._outcomes: dict[tuple[tuple[object, ...], Secrets], Proof] = {}
        """How the tests of what is written went, by the way to the server and by the secrets."""
        self._search, self._signing = Stoppable(stage.operations, self), Stoppable(stage.operations, self)
        stage.bridge.batch.connect(self._heard)

    def load(self) -> None:
        """Ask for the accounts and for the place of their secrets."""
        self._listing.query(self._rows, self.listed.emit)
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

    def preset_named(self, preset_id: str) -> Preset:
        """A provider by its id, one that Sendoff knows."""
        return self._accounts.preset(preset_id)

    def draft(self, preset_id: str, address: str = "") -> Account:
        """A new account as its provider suggests."""
        draft = self._accounts.draft(preset_id, address)
        return replace(draft, host="") if preset_id == "cpanel" else draft

    def suggested(self, suggestion: Suggestion, address: str) -> Account:
        """A new account as a suggestion says."""
        return self._accounts.found(suggestion, address)

    def find(self, address: str) -> None:
        """Look for an address's provider in the background; the answer is `found`. An empty address only cancels."""
        self._search.cancel()
        if address:
            self._search.query(lambda _stopped: self._accounts.find(address), self.found.emit, lambda _error: None)

    def sign_in(self, account: Account, client_secret: str | None) -> None:
        """Sign in by browser, and keep the account once that went well; the answer is `signed_in`."""
        self.cancel_test()
        sign_ins = self._stage.services.sign_ins

        def run(stopped: Stopped) -> None:
            self._accounts.validate(account)
            sign_ins.sign_in(account, client_secret=client_secret, stopped=stopped)
            self._accounts.proofs.forget(account.id)
            self._accounts.save(account)  # even if given up since: its tokens are kept

        self._signing.query(run, lambda _none: self._signed_in(account), self._not_signed_in)

    def ask_secret(self, account: Account) -> None:
        """Find out whether the secret is on this computer; the answer is `secret_kept`."""
        self._keeping.query(
            lambda: self._accounts.kept(account),
            lambda kept: self.secret_kept.emit(account.id, kept),
            lambda _error: self.secret_kept.emit(account.id, Kept.MISSING),
        )

    def test(self, account: Account, secret: str | None, proxy_secret: str | None) -> None:
        """Examine the connection without sending anything; a secret that is None means the kept one."""
        self.cancel_test()
        self._given, self._saved_as = (account, secret, proxy_secret), (None, None)
        self.examination.start(lambda: self._awake(account), secret, proxy_secret)

    def cancel_test(self) -> None:
        """Want no answer any more of the test or the sign-in that is under way."""
        self._signing.cancel()
        self._given = None
        self.examination.cancel()

    def testing(self, account: Account) -> bool:
        """Say whether a test of this very way to the server is under way, with the secrets that are kept by now."""
        if self._given is None:
            return False
        tested, *secrets = self._given
        return tuple(secrets) == self._saved_as and tested.id == account.id and way_of(tested) == way_of(account)

    def forget_tests(self) -> None:
        """Another account is shown: what was written in the last one is gone."""
        self.cancel_test()
        self._outcomes.clear()

    def save(self, account: Account, secret: str | None, proxy_secret: str | None) -> None:
        """Keep an account, and its secrets if they were typed."""
        before = self._saved_as
        now = tuple(old if new is None else new for old, new in zip(before, (secret, proxy_secret), strict=True))

        def keep() -> None:
            self._saved_as = now[0], now[1]  # before anybody hears of it
            try:
                self._accounts.save(account, secret, proxy_secret)
            except KnownError:
                self._saved_as = before
                raise
            proof = self._outcomes.get((way_of(account), (secret, proxy_secret)))
            if proof is not None:
                self._accounts.proofs.note(account, proof)

        self._stage.operations.command(keep, lambda _none: self._kept(account), self.wrong.emit, owner=self)

    def proven(self, account: Account) -> bool:
        """Say whether a test of the account as it is kept went well in this session."""
        return self._accounts.proven(account)

    def duplicate(self, account: Account) -> None:
        """Keep a copy under another name, without the secret."""
        self._stage.operations.command(
            lambda: self._accounts.duplicate(account.id),
            lambda copy: self.copied.emit(copy.id),
            self.wrong.emit,
            owner=self,
        )

    def export(self, path: Path) -> None:
        """Write every account to a file, without the secrets."""
        self._stage.operations.command(
            lambda: self._stage.services.account_files.write(path),
            lambda number: self._stage.wrote(
                tr("Exported {number}, without passwords.", number=_accounts(number)), path
            ),
            owner=self,
        )

    def bring(self, path: Path) -> None:
        """Add the accounts of an exported file, or the one of a `.env`."""
        files = self._stage.services.account_files
        self._stage.operations.command(
            lambda: files.bring(path) if path.suffix.lower() == ".toml" else files.bring_env_file(path),
            self._brought,
            owner=self,
        )

    def remove(self, account: Account) -> None:
        """Forget an account and its secret, unless a campaign is being sent through it."""
        self._stage.operations.command(
            lambda: self._remove(account),
            lambda _none: self._stage.say(tr("Deleted “{name}”.", name=account.name)),
            self.wrong.emit,
            owner=self,
        )

    def use_sandbox(self) -> None:
        """Start the sandbox and keep its account; the answer is `saved`."""
        services, context = self._stage.services, self._stage.context
        self._stage.operations.command(
            lambda: sandbox_account(services, context.sandbox()), self._kept, self.wrong.emit, owner=self
        )

    def go(self, place: str, subject: str = "") -> None:
        """Open another page."""
        self._stage.navigator.open(place, subject)

    def ask_next(self, account_id: str, came_from: str) -> None:
        """Find out what may follow an account that was saved; the answer is `next_known`.

        `came_from` is the id of the campaign that led here; empty where none did.
        """
        campaigns = self._stage.services.campaigns
        self._leading.query(
            lambda: following(campaigns.all(), account_id, came_from),
            lambda found: self.next_known.emit(account_id, found),
            lambda _error: None,
        )

    def bring_list(self) -> None:
        """Open a new campaign at its recipients."""
        services = self._stage.services
        self._stage.operations.command(
            lambda: new_draft(services), lambda draft: self.go("campaign", f"{draft.id}/recipients"), owner=self
        )

    def browse(self, url: str) -> None:
        """Open a provider's page in the browser."""
        QDesktopServices.openUrl(QUrl(url))

    @Slot(object)
    def _examined(self, diagnosis: Diagnosis) -> None:
        given, self._given = self._given, None
        if given is None:
            return
        account, secret, proxy_secret = given
        found = diagnosis.finding
        if diagnosis.ok:
            proof = Proof()
        elif found is not None:
            proof = Proof(error=ConnectError(found.title, remedy=found.remedy, code=found.code))
        else:
            return
        self._outcomes[way_of(account), (secret, proxy_secret)] = proof
        if (secret, proxy_secret) == self._saved_as:
            self._accounts.proofs.note(account, proof)

    @Slot(object)
    def _not_examined(self, _error: object) -> None:
        self._given = None

    def _awake(self, account: Account) -> Account:
        if not account.is_sandbox:
            return account
        return awake(self._stage.services, self._stage.context.sandbox(), account.id)

    def _rows(self) -> list[AccountRow]:
        return [AccountRow(one, self._accounts.provider_name(one)) for one in self._accounts.all()]

    def _remove(self, account: Account) -> None:
        for campaign in self._stage.services.campaigns.all():
            unfinished = campaign.state in (CampaignState.RUNNING, CampaignState.PAUSED)
            if account.id in campaign.account_ids and unfinished:
                raise InputError(
                    tr("“{name}” is not sent to everyone yet and uses this account.", name=campaign.name),
                    remedy=tr("Let it finish, or stop it first."),
                    code="account_busy",
                )
        self._accounts.remove(account.id)

    def _kept(self, account: Account) -> None:
        self.saved.emit(account.id)
        if self._stage.navigator.current != "accounts":  # there the form says it
            self._stage.say(tr("Saved “{name}”.", name=account.name))

    def _brought(self, brought: Brought) -> None:
        known = tr(" {known} here already.", known=_accounts(len(brought.known))) if brought.known else ""
        self._stage.say(
            " ".join(
                (tr("Added {accounts}.{known}", accounts=_accounts(len(brought.accounts)), known=known), *brought.notes)
            )
        )
        if brought.accounts:
            self.saved.emit(brought.accounts[0].id)

    def _signed_in(self, account: Account) -> None:
        self.signed_in.emit(None)
        self._kept(account)

    def _not_signed_in(self, error: KnownError) -> None:
        self.signed_in.emit(error)

    @Slot(tuple)
    def _heard(self, events: tuple[Event, ...]) -> None:
        if any(isinstance(event, AccountsChanged) for event in events):
            self._listing.query(self._rows, self.listed.emit)


def _accounts(number: int) -> str:
    return tr("{number} account", number=number) if number == 1 else tr("{number} accounts", number=number)
