"""One account: what its provider takes, the fields, the test of the connection, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sendoff.core.account import SANDBOX, Account, SignIn
from sendoff.core.doctor import Diagnosis
from sendoff.core.doctor_fixes import Fix
from sendoff.core.doctor_steps import FixKind
from sendoff.core.errors import KnownError
from sendoff.core.language import phrase, tr
from sendoff.core.provider import Preset, secret_hint
from sendoff.core.signin_ports import Kept
from sendoff.ui.file_dialogs import open_name
from sendoff.ui.pages.accounts.doctor import DoctorPanel
from sendoff.ui.pages.accounts.fields import AccountFields
from sendoff.ui.pages.accounts.words import browser_hint, bulk_warning, problems
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.scrolled import Scrolled
from sendoff.ui.widgets.text import Caption, ElidedLabel

_CERTIFICATES = phrase("Certificates (*.pem *.crt *.cer);;All (*)")
_FILES = {
    FixKind.CA_FILE: ("ca_file", phrase("Choose a certificate file")),
    FixKind.CLIENT_CERT: ("client_cert", phrase("Choose this computer's certificate")),
}
"""The doctor's buttons that want a file: the account's field for it, and the dialogue's words."""
_BROWSER = frozenset({FixKind.GOOGLE, FixKind.MICROSOFT, FixKind.GRAPH})


class AccountForm(QWidget):
    """The right side of the page. Its signals carry what a person wants; the view knows how."""

    test_wanted = Signal(object, object, object)
    """An Account, its secret and its proxy's, each as typed or None."""
    sign_in_wanted = Signal(object, object)
    """An Account, and the client secret that was typed or None."""
    cancel_wanted = Signal()
    save_wanted = Signal(object, object, object)
    """An Account, its secret and its proxy's, each as typed or None."""
    copy_wanted = Signal()
    removal_wanted = Signal()
    other_provider_wanted = Signal()
    link_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._preset: Preset | None = None
        self._kept_where = ""
        self._by_browser = False
        self._hinted = True
        """Whether the secret is still to be typed, or there is none to type."""
        self.hint = Banner()
        self.caution = Banner("wait")
        self.confirm = Banner("wait")
        self.confirm.add_action(tr("Delete"), self._confirmed)
        self.confirm.add_action(tr("Keep it"), self.confirm.hide)
        self.next = Banner("ok")
        self.doctor = DoctorPanel()
        self.doctor.fix_wanted.connect(self._take)
        self._tested: Account | None = None
        self._kept: tuple[Account, str | None, str | None] | None = None
        """What the fields hold of the account as it is saved; None of a new one."""
        self.fields = AccountFields()
        self.fields.edited.connect(self._edited)
        self.fields.sign_in_wanted.connect(self._want_sign_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._head())
        column.addWidget(self._scrolled(), 1)
        foot = QVBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self.doctor)
        foot.addWidget(self.next)
        foot.addLayout(self._foot())
        column.addLayout(foot)
        self._area.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)

    # -- what is shown

    def show_account(self, account: Account, preset: Preset, *, new: bool) -> None:
        """Show an account, or a draft of a new one."""
        self._preset = preset
        self._title.setText(preset.shown if new else account.name)
        self._other.setVisible(new)
        self._copy.setVisible(not new and preset.id != SANDBOX)
        self._remove.setVisible(not new)
        self.confirm.hide()
        self.fields.show_account(account, preset, new=new)
        self._area.verticalScrollBar().setValue(0)
        self._hinted = new or preset.sign_in is SignIn.NONE
        self._show_hint(preset)
        self.hint.setVisible(self._hinted)
        self.caution.say("wait", bulk_warning(preset))
        self.caution.setVisible(bool(bulk_warning(preset)))
        self._kept = None if new else self._written()
        self.show_idle()

    def show_kept_where(self, words: str) -> None:
        """Say where the secret is kept."""
        self._kept_where = words
        if self._preset is not None:
            self._show_hint(self._preset)

    def show_secret_kept(self, kept: Kept) -> None:
        """Say whether a saved account's secret is there; where it is missing, which one the provider takes."""
        self.fields.show_secret_kept(kept)
        self.hint.setVisible(kept is Kept.MISSING or self._hinted)

    def show_next(self, words: str, button: str = "", run: Callable[[], object] | None = None, *, tested: bool) -> None:
        """Say what follows an account that was saved; `tested` means that it is known to work."""
        works = tr("The test went well.") if tested else tr("A test shows whether it works; nothing is sent by it.")
        self._unsaved.hide()
        self.next.say("ok", words, works)
        self.next.clear_actions()
        if run is not None:
            self.next.add_action(button, run)
        self.next.show()

    def show_copy(self) -> None:
        """Say what a copy still needs, and go there."""
        wanted = not self.fields.secret_field.isHidden() and bool(self.fields.account().username)
        body = tr("Its password did not come along: type it, then test.") if wanted else tr("Change what is different.")
        self.next.say("info", tr("This is the copy."), body)
        self.next.clear_actions()
        self.next.show()
        field = self.fields.secret_field if wanted else self.fields.name
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_testing(self, account: Account) -> None:
        """A test is under way."""
        self._tested = account
        self.doctor.begin(account)
        self._test.setText(tr("Testing {host}…", host=account.host))
        self._cancel.show()
        if self.window().focusWidget() is self._test:
            self._cancel.setFocus()  # or it goes on to Save, and Enter keeps what does not work
        self._test.setEnabled(False)

    def show_idle(self) -> None:
        """No test is under way."""
        self.doctor.clear()
        self.next.hide()
        self._stand()

    @Slot(object)
    def show_diagnosis(self, diagnosis: Diagnosis) -> None:
        """The test is over."""
        self._stand()
        if self._tested is not None:
            self.doctor.show_diagnosis(diagnosis, self._tested)
        self._unsaved.setVisible(diagnosis.ok and self._written() != self._kept)

    @Slot(object)
    def show_refused(self, error: KnownError) -> None:
        """The test could not begin."""
        self._stand()
        self.doctor.show_error(error)

    def show_signed_in(self, error: KnownError | None) -> None:
        """The browser came back: signed in, or why not."""
        self._stand()
        self.fields.ways.show_state("" if error else tr("Signed in."))
        if error is not None:
            self.show_wrong(error)

    def show_wrong(self, error: KnownError) -> None:
        """The account was not saved: at its field where that is known, else in the banner."""
        if error.where in self.fields.places():
            self.fields.show_problems({error.where: f"{error.title} {error.remedy}".strip()})
            return
        self.doctor.show_error(error)

    # -- how it is made

    def _head(self) -> Head:
        self._title = ElidedLabel("", middle=True, role="title")
        self._other = Button(tr("Another provider"), "quiet", icon="arrow-left", run=self.other_provider_wanted.emit)
        self._copy = Button(tr("Duplicate"), "quiet", icon="copy", run=self.copy_wanted.emit)
        self._remove = Button(tr("Delete…"), "quiet", icon="trash", run=self._ask)
        return Head(self._title, self._other, self._copy, self._remove)

    def _scrolled(self) -> Scrolled:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        for part in (self.confirm, self.hint, self.caution, self.fields):
            column.addWidget(part)
        column.addStretch(1)
        self._area = Scrolled(inner)
        return self._area

    @Slot()
    def _keep_in_sight(self) -> None:
        """Scroll to what was being written when the test below takes more room."""
        held = self.fields.focusWidget()
        if held is not None and self.doctor.isVisible():
            self._area.ensureWidgetVisible(held)

    def _foot(self) -> QHBoxLayout:
        self._test = Button(tr("Test connection"), run=self._want_test)
        self._cancel = Button(tr("Cancel"), "quiet", run=self._want_cancel)
        self._save = Button(tr("Save"), "primary", run=self._want_save)
        self._unsaved = Caption(tr("Not saved yet."))
        self._unsaved.hide()
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._test)
        row.addWidget(self._cancel)
        row.addStretch(1)
        row.addWidget(self._unsaved)
        row.addWidget(self._save)
        return row

    def _show_hint(self, preset: Preset) -> None:
        by_browser = self.fields.by_browser()
        kept = self._kept_where if by_browser or preset.sign_in is not SignIn.NONE else ""
        self._by_browser = by_browser
        self.hint.say("info", browser_hint(preset) if by_browser else secret_hint(preset), kept)
        self.hint.clear_actions()
        if preset.key_url and not by_browser:
            self.hint.add_action(tr("Make one"), lambda: self.link_wanted.emit(preset.key_url)).setToolTip(
                preset.key_url
            )
        if preset.help:
            self.hint.add_action(tr("Help"), lambda: self.link_wanted.emit(preset.help)).setToolTip(preset.help)

    def _stand(self) -> None:
        self._unsaved.hide()
        self._test.setText(tr("Test connection"))
        self._test.setEnabled(True)
        if self.window().focusWidget() is self._cancel:
            self._test.setFocus()
        self._cancel.hide()

    @Slot(object)
    def _take(self, fix: Fix) -> None:
        """Do what the doctor's button says."""
        if fix.url:
            self.link_wanted.emit(fix.url)
            return
        if fix.kind is FixKind.SECRET:
            self.fields.secret_field.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if fix.kind is FixKind.PROXY_SECRET:
            self.fields.network.go_to_proxy_sign_in()
            return
        changes = dict(fix.changes)
        if fix.kind in _FILES:
            field, title = _FILES[fix.kind]
            path = open_name(self, tr(title), tr(_CERTIFICATES))
            changes = {field: path} if path else {}
        if changes:
            self.fields.change(**changes)
        if fix.kind in _BROWSER:
            self._want_sign_in()
        elif changes and fix.tests_again:
            self._want_test()

    def _written(self) -> tuple[Account, str | None, str | None]:
        return self.fields.account(), self.fields.secret(), self.fields.network.proxy_secret()

    def _want_test(self) -> None:
        account = self.fields.account()
        found = problems(account, secret_wanted=self.fields.secret_wanted())
        found = {place: words for place, words in found.items() if place in {"host", "secret"}}
        self.fields.show_problems(found)
        if not found:
            self.test_wanted.emit(account, self.fields.secret(), self.fields.network.proxy_secret())

    def _want_sign_in(self) -> None:
        account = self.fields.account()
        found = problems(account, secret_wanted=False)
        self.fields.show_problems(found)
        if not found:
            self.fields.ways.show_state(tr("Your browser is open. Say yes there."), busy=True)
            self._test.setEnabled(False)
            self._cancel.show()
            self.sign_in_wanted.emit(account, self.fields.ways.secret())

    def _want_cancel(self) -> None:
        self.cancel_wanted.emit()
        self.fields.ways.show_state("")
        self.show_idle()

    def _want_save(self) -> None:
        account = self.fields.account()
        found = problems(account, secret_wanted=self.fields.secret_wanted())
        self.fields.show_problems(found)
        if not found:
            self.save_wanted.emit(account, self.fields.secret(), self.fields.network.proxy_secret())

    def _ask(self) -> None:
        name = self.fields.account().name
        self.confirm.say(
            "wait",
            tr("Delete “{name}” and its password?", name=name),
            tr("What was sent through it stays in the results."),
        )
        self.confirm.show()
        self._area.ensureWidgetVisible(self.confirm)

    def _confirmed(self) -> None:
        self.confirm.hide()
        self.removal_wanted.emit()

    @Slot()
    def _edited(self) -> None:
        self.doctor.dismiss()
        self._unsaved.hide()
        self.next.hide()
        if self._preset is not None and self._by_browser != self.fields.by_browser():
            self._show_hint(self._preset)
            self.hint.show()
