"""The page of accounts: the list at the left; at the right the gallery of providers or the form of one account."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sendoff.core.account import SANDBOX, Account
from sendoff.core.account_names import proposed_name
from sendoff.core.address import check_address
from sendoff.core.campaign import CampaignState
from sendoff.core.discovery import Suggestion
from sendoff.core.errors import KnownError
from sendoff.core.language import phrase, tr
from sendoff.core.signin_ports import Kept
from sendoff.ui.file_dialogs import open_name, save_name
from sendoff.ui.models.accounts import AccountRow
from sendoff.ui.pages.accounts.form import AccountForm
from sendoff.ui.pages.accounts.gallery import Gallery
from sendoff.ui.pages.accounts.listing import AccountList
from sendoff.ui.pages.accounts.presenter import AccountsPresenter, Next
from sendoff.ui.pages.accounts.way_back import WayBack
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Page
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.message import EmptyState

ADD = "add"
"""The subject that opens the gallery; any other one is an account's id."""
_LIST_WIDTH = 232
_MEASURE = 820
"""The widest form, in pixels."""
_INVITATION = phrase(
    "Sendoff sends through a mail account of yours. Connect one, test it, and nothing leaves before you say so."
)


class AccountsPage(Page):
    """Connects, tests and changes accounts."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.presenter = AccountsPresenter(stage, self)
        self.back = WayBack(stage, self)
        self._shown: Account | None = None
        self._wanted = ""
        self._new = False
        self._fresh = ""
        """The account that was saved a moment ago."""
        self._copy_shown = ""
        """The copy that was made a moment ago."""
        self._rows: list[AccountRow] = []
        self.list = AccountList()
        self.gallery = Gallery(self.presenter.presets())
        self.form = AccountForm()
        invited = tr("Connect an account")
        self.empty = EmptyState("accounts", tr(_INVITATION), invited, self.add, title=tr("Accounts"))
        self.right = QStackedWidget()
        for part in (self.empty, self.gallery, self.form):
            self.right.addWidget(part)
        for part in (self.gallery, self.form):
            part.setMaximumWidth(_MEASURE)
        self.column.addLayout(self._layout())
        self._connect()
        self.presenter.load()

    def opened(self, subject: str) -> None:
        """Show the account `subject` names, or the gallery (`add`)."""
        self.back.follow()
        if subject == ADD:
            self.add()
        elif subject:
            self._wanted = subject
            self._new = False
        self.presenter.load()

    @Slot()
    def add(self) -> None:
        """Offer the providers."""
        self._offer("")

    @Slot()
    def _another_provider(self) -> None:
        """Back to the providers, with the address that stands in the form."""
        self._offer(check_address(self.form.fields.account().sender).address)

    def _offer(self, address: str) -> None:
        self._shown, self._new = None, True
        self.presenter.forget_tests()
        self.list.select("")
        self._show(self.gallery)
        self.gallery.clear(address)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was said of an account just saved is over once the page is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.form.next.hide()

    def _layout(self) -> QHBoxLayout:
        self._add = Button(tr("Add"), icon="plus", run=self.add)
        self._add.setAccessibleName(tr("Add an account"))
        self._left = QWidget()
        theme().size(self._left, QWidget.setFixedWidth, _LIST_WIDTH)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(Space.M)
        left.addWidget(Head(tr("Accounts"), self._add))
        left.addWidget(self.list, 1)
        files = QVBoxLayout()
        files.setSpacing(0)
        self._bring = Button(tr("Import accounts…"), "flush", run=self._import)
        export = Button(tr("Export accounts…"), "flush", run=self._export)
        for button, name in (
            (self._bring, tr("Import accounts from a file")),
            (export, tr("Export the accounts to a file")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
            files.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        left.addLayout(files)
        both = QHBoxLayout()
        both.setSpacing(Space.XL)
        both.addWidget(self._left)
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(self.back)
        right.addWidget(self.right, 1)
        both.addLayout(right, 1)
        return both

    def _connect(self) -> None:
        presenter, form = self.presenter, self.form
        presenter.listed.connect(self._listed)
        presenter.kept_where.connect(form.show_kept_where)
        presenter.secret_kept.connect(self._secret_kept)
        presenter.examination.ticked.connect(form.doctor.show_step)
        presenter.examination.finished.connect(form.show_diagnosis)
        presenter.examination.finished.connect(self._test_over)
        presenter.examination.failed.connect(form.show_refused)
        presenter.saved.connect(self._saved)
        presenter.copied.connect(self._copied)
        presenter.wrong.connect(self._wrong)
        self.list.chosen.connect(self._chosen)
        presenter.found.connect(self._found)
        presenter.next_known.connect(self._lead_on)
        presenter.signed_in.connect(form.show_signed_in)
        self.gallery.chosen.connect(self._provider_chosen)
        self.gallery.address_rested.connect(presenter.find)
        self.gallery.taken.connect(self._suggestion_taken)
        self.gallery.import_wanted.connect(self._import)
        form.sign_in_wanted.connect(presenter.sign_in)
        form.test_wanted.connect(self._test)
        form.cancel_wanted.connect(presenter.cancel_test)
        form.save_wanted.connect(presenter.save)
        form.copy_wanted.connect(self._copy)
        form.removal_wanted.connect(self._remove)
        form.other_provider_wanted.connect(self._another_provider)
        form.link_wanted.connect(presenter.browse)

    def _show(self, part: QWidget) -> None:
        self._left.setVisible(bool(self._rows))
        self._bring.setVisible(part is not self.gallery)  # which offers the same
        self.right.setCurrentWidget(part)

    @Slot(object)
    def _listed(self, rows: list[AccountRow]) -> None:
        self._rows = rows
        wanted = self._wanted or (self._shown.id if self._shown and not self._new else "")
        found = next((row.account for row in rows if row.account.id == wanted), None)
        self._wanted = ""
        if found is None and rows and not self._new:
            found = rows[0].account
        self.list.show_rows(rows, found.id if found else "")
        if found is not None:
            self._open(found)
        elif not self._new:
            self._shown = None
            self._show(self.empty)
        else:
            self._left.setVisible(bool(rows))

    @Slot(str)
    def _chosen(self, account_id: str) -> None:
        self._new = False
        found = next((row.account for row in self._rows if row.account.id == account_id), None)
        if found is not None:
            self._open(found)

    def _open(self, account: Account) -> None:
        holder = self.window().focusWidget()
        chosen = holder is not None and self.gallery.isAncestorOf(holder)
        self._show(self.form)
        if chosen:  # what was pressed is gone: the keyboard would go on to Delete
            self.form.fields.sender_name.control.setFocus()
        if account == self._shown and not self._new:
            return
        self._new, self._shown = False, account
        testing = self.presenter.testing(account)
        if not testing:
            self.presenter.forget_tests()
        self.form.show_account(account, self.presenter.preset(account), new=False)
        if testing:  # it was saved meanwhile
            self.form.show_testing(account)
        self.presenter.ask_secret(account)
        if account.id == self._fresh:
            self.presenter.ask_next(account.id, self.back.campaign_id)
        if account.id == self._copy_shown:
            self.form.show_copy()
        self._fresh = self._copy_shown = ""

    @Slot(str)
    def _provider_chosen(self, preset_id: str) -> None:
        if preset_id == SANDBOX:
            self.presenter.use_sandbox()
            return
        self._open_new(self.presenter.draft(preset_id, self.gallery.address))

    @Slot(object)
    def _found(self, suggestion: Suggestion) -> None:
        self.gallery.show_found(suggestion, self.presenter.preset_named(suggestion.preset_id))

    @Slot(object)
    def _suggestion_taken(self, suggestion: Suggestion) -> None:
        self._open_new(self.presenter.suggested(suggestion, self.gallery.address))

    def _open_new(self, draft: Account) -> None:
        taken = {row.account.name for row in self._rows}
        provider = self.presenter.preset(draft).shown
        draft = replace(draft, name=proposed_name(provider, check_address(draft.sender).address, taken))
        self.form.fields.show_taken(taken)
        self._shown, self._new = draft, True
        self.form.show_account(draft, self.presenter.preset(draft), new=True)
        self._show(self.form)
        self.form.fields.sender_name.control.setFocus()

    @Slot(object, object, object)
    def _test(self, account: Account, secret: str | None, proxy_secret: str | None) -> None:
        self.form.show_testing(account)
        self.presenter.test(account, secret, proxy_secret)

    @Slot(object)
    def _test_over(self, _diagnosis: object) -> None:
        """What was saved before its test had ended says what follows once more."""
        if self.form.next.isVisible() and self._shown is not None:
            self.presenter.ask_next(self._shown.id, self.back.campaign_id)

    @Slot(str, object)
    def _secret_kept(self, account_id: str, kept: Kept) -> None:
        if self._shown is not None and self._shown.id == account_id and not self._new:
            self.form.show_secret_kept(kept)

    @Slot(str)
    def _saved(self, account_id: str) -> None:
        self._wanted, self._new, self._shown = account_id, False, None
        self._fresh = account_id
        self.presenter.load()

    @Slot(str)
    def _copied(self, account_id: str) -> None:
        self._wanted, self._new, self._shown = account_id, False, None
        self._copy_shown = account_id
        self.presenter.load()

    @Slot(str, object)
    def _lead_on(self, account_id: str, following: Next) -> None:
        if self._shown is None or self._shown.id != account_id:
            return  # another one was opened meanwhile
        proven = self.presenter.proven(self._shown)
        waiting, name = following.campaign, following.campaign.name if following.campaign else ""
        if waiting is None:
            if following.any:
                self.form.show_next(tr("Saved."), tested=proven)
            else:
                words = tr("Saved. Next: the people you write to.")
                self.form.show_next(words, tr("Bring a list"), self.presenter.bring_list, tested=proven)
            return
        step = "send" if waiting.state is CampaignState.PAUSED else "message"
        if step == "send":
            words = tr("Saved. Next: go on with “{name}”, which is paused.", name=name)
        elif waiting.account_id:
            words, step = tr("Saved. Next: go on with “{name}”.", name=name), ""
        else:
            words = tr("Saved. Next: go on with “{name}”, which has no account yet.", name=name)
        subject = self.back.subject if waiting.id == self.back.campaign_id else f"{waiting.id}/{step}".rstrip("/")
        back = partial(self.presenter.go, "campaign", subject)
        self.form.show_next(words, tr("Back to the campaign"), back, tested=proven)

    @Slot(object)
    def _wrong(self, error: KnownError) -> None:
        self.form.show_wrong(error)

    @Slot()
    def _copy(self) -> None:
        if self._shown is not None:
            self.presenter.duplicate(self._shown)

    @Slot()
    def _remove(self) -> None:
        if self._shown is not None:
            self.presenter.remove(self._shown)

    @Slot()
    def _import(self) -> None:
        kinds = tr("Accounts (*.toml);;Environment files (.env *.env);;All (*)")
        path = open_name(self, tr("Import accounts"), kinds)
        if path:
            self.presenter.bring(Path(path))

    @Slot()
    def _export(self) -> None:
        path = save_name(self, tr("Export accounts"), "sendoff-accounts.toml", tr("Accounts (*.toml)"))
        if path:
            self.presenter.export(Path(path))
