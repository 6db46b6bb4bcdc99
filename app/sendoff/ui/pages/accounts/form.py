"""One account: what its provider takes, the fields, the test of the connection, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sendoff.core.account import Account, SignIn
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import ConnectError, KnownError
from sendoff.core.provider import Preset, secret_hint
from sendoff.ui.pages.accounts.fields import AccountFields
from sendoff.ui.pages.accounts.words import OtherWay, bulk_warning, found_text, other_way, problems
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.text import ElidedLabel

_NO_MICROSOFT = "Nothing can be saved here until this version can sign in with Microsoft."
_SIGN_IN_FAULTS = frozenset({"sign_in_refused", "sign_in_unsupported"})


class AccountForm(QWidget):
    """The right side of the page. Its signals carry what a person wants; the view knows how."""

    test_wanted = Signal(object, object)
    """An Account, and the secret that was typed or None."""
    cancel_wanted = Signal()
    save_wanted = Signal(object, object)
    """The same."""
    copy_wanted = Signal()
    removal_wanted = Signal()
    other_provider_wanted = Signal()
    link_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._preset: Preset | None = None
        self._kept_where = ""
        self.hint = Banner()
        self.caution = Banner("wait")
        self.confirm = Banner("wait")
        self.confirm.add_action("Delete", self._confirmed)
        self.confirm.add_action("Keep", self.confirm.hide)
        self.result = Banner()
        self.fields = AccountFields()
        self.fields.edited.connect(self._edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(self._head())
        column.addWidget(self._scrolled(), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 0, Space.M, 0)  # in line with the fields, which leave room for the scroll bar
        foot.setSpacing(Space.M)
        foot.addWidget(self.result)
        foot.addLayout(self._foot())
        column.addLayout(foot)

    # -- what is shown

    def show_account(self, account: Account, preset: Preset, *, new: bool) -> None:
        """Show an account, or a draft of a new one."""
        self._preset = preset
        usable = account.sign_in is not SignIn.XOAUTH2
        self._title.setText(preset.name if new else account.name)
        self._other.setVisible(new)
        self._copy.setVisible(not new and preset.id != "sandbox")
        self._remove.setVisible(not new)
        self.confirm.hide()
        self._show_hint(preset, usable=usable)
        self.caution.say("wait", bulk_warning(preset))
        self.caution.setVisible(bool(bulk_warning(preset)))
        self.fields.show_account(account, preset, new=new)
        self.fields.setVisible(usable)
        self._test.setEnabled(usable)
        self._save.setEnabled(usable)
        self._save.setToolTip("" if usable else _NO_MICROSOFT)
        self._save.setAccessibleDescription("" if usable else _NO_MICROSOFT)
        self._reason.setText("" if usable else _NO_MICROSOFT)
        self.show_idle()

    def show_kept_where(self, words: str) -> None:
        """Say where the secret is kept."""
        self._kept_where = words
        if self._preset is not None:
            self._show_hint(self._preset, usable=self._save.isEnabled())

    def show_testing(self, host: str) -> None:
        """A test is under way."""
        self.result.hide()
        self._test.setText(f"Testing {host}…")
        self._test.setEnabled(False)
        self._cancel.show()

    def show_idle(self) -> None:
        """No test is under way."""
        self.result.hide()
        self._stand()

    def show_found(self, found: Capabilities, account: Account) -> None:
        """The test went well."""
        self._stand()
        title = (
            f"{account.host} took the sign-in." if account.sign_in is not SignIn.NONE else f"{account.host} answered."
        )
        self.result.say("ok", f"Connected. {title}", found_text(found))
        self.result.clear_actions()
        self.result.show()

    def show_refused(self, error: KnownError, account: Account) -> None:
        """The test failed: what happened, what to do, and a button where one can do it."""
        self._stand()
        preset = self._preset
        self.result.say_error(error)
        self.result.clear_actions()
        if preset is not None and error.code in _SIGN_IN_FAULTS and preset.id != "custom":
            self.result.say("bad", error.title, secret_hint(preset))
            if preset.key_url:
                self.result.add_action("Make one", lambda: self.link_wanted.emit(preset.key_url))
        other = other_way(account, error) if isinstance(error, ConnectError) else None
        if other is not None:
            self.result.add_action(other.words, lambda: self._take(other))
        self.result.show()

    def show_wrong(self, error: KnownError) -> None:
        """The account was not saved: at its field where that is known, else in the banner."""
        if error.where in self.fields.places():
            self.fields.show_problems({error.where: f"{error.title} {error.remedy}".strip()})
            return
        self.result.say_error(error)
        self.result.clear_actions()
        self.result.show()

    # -- how it is made

    def _head(self) -> QHBoxLayout:
        self._title = ElidedLabel("", role="title")
        self._other = Button("Another provider", "quiet", icon="arrow-left", run=self.other_provider_wanted.emit)
        self._copy = Button("Duplicate", "quiet", icon="copy", run=self.copy_wanted.emit)
        self._remove = Button("Delete…", "quiet", icon="trash", run=self._ask)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, Space.M, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self._title, 1)
        for button in (self._other, self._copy, self._remove):
            row.addWidget(button)
        return row

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, Space.M, 0)
        column.setSpacing(Space.L)
        for part in (self.confirm, self.hint, self.caution, self.fields):
            column.addWidget(part)
        column.addStretch(1)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        return self._area

    def _foot(self) -> QHBoxLayout:
        self._test = Button("Test connection", run=self._want_test)
        self._cancel = Button("Cancel", "quiet", run=self._want_cancel)
        self._reason = ElidedLabel("", role="secondary")
        self._save = Button("Save", "primary", run=self._want_save)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._test)
        row.addWidget(self._cancel)
        row.addWidget(self._reason, 1)
        row.addWidget(self._save)
        return row

    def _show_hint(self, preset: Preset, *, usable: bool) -> None:
        kept = self._kept_where if usable and preset.sign_in is not SignIn.NONE else ""
        self.hint.say("info" if usable else "wait", secret_hint(preset), kept)
        self.hint.clear_actions()
        if preset.key_url:
            self.hint.add_action("Make one", lambda: self.link_wanted.emit(preset.key_url)).setToolTip(preset.key_url)
        if preset.help:
            self.hint.add_action("Help", lambda: self.link_wanted.emit(preset.help)).setToolTip(preset.help)

    def _stand(self) -> None:
        self._test.setText("Test connection")
        self._test.setEnabled(self._save.isEnabled())
        self._cancel.hide()

    def _take(self, other: OtherWay) -> None:
        self.fields.show_server(other.port, other.security)
        self.fields.server.unfold(shown=True)
        self._want_test()

    def _want_test(self) -> None:
        account = self.fields.account()
        found = problems(account, secret_wanted=self.fields.secret_wanted())
        found = {place: words for place, words in found.items() if place in {"host", "secret"}}
        self.fields.show_problems(found)
        if not found:
            self.test_wanted.emit(account, self.fields.secret())

    def _want_cancel(self) -> None:
        self.cancel_wanted.emit()
        self.show_idle()

    def _want_save(self) -> None:
        account = self.fields.account()
        found = problems(account, secret_wanted=self.fields.secret_wanted())
        self.fields.show_problems(found)
        if not found:
            self.save_wanted.emit(account, self.fields.secret())

    def _ask(self) -> None:
        name = self.fields.account().name
        self.confirm.say("wait", f"Delete “{name}” and its password?", "What was sent through it stays in the results.")
        self.confirm.show()
        self._area.ensureWidgetVisible(self.confirm)

    def _confirmed(self) -> None:
        self.confirm.hide()
        self.removal_wanted.emit()

    @Slot()
    def _edited(self) -> None:
        self.result.hide()
