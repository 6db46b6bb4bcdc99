"""The fields of one account, grouped as the form shows them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from sendoff.core.account import Account, Route, SignIn
from sendoff.core.account_names import proposed_name
from sendoff.core.address import check_address
from sendoff.core.language import phrase, tr
from sendoff.core.provider import Preset
from sendoff.core.provider_limits import origin_text
from sendoff.core.signin_ports import Kept
from sendoff.ui.pages.accounts.fold import Fold
from sendoff.ui.pages.accounts.lines import line_of, lines_of, row_of, text_box, text_of
from sendoff.ui.pages.accounts.network import NetworkFold
from sendoff.ui.pages.accounts.published import PublishedLimits
from sendoff.ui.pages.accounts.server import ServerFold
from sendoff.ui.pages.accounts.ways import WayChooser
from sendoff.ui.pages.accounts.words import (
    SECRET_LABEL,
    connections_hint,
    limit_said,
    limits_hint,
    secret_tip,
    username_hint,
)
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.field import Choice, Field, NumberEdit, SecondsEdit, SecretEdit

_SECRET = {
    Kept.FOR_GOOD: phrase("Kept. Type to replace it."),
    Kept.SESSION: phrase("Known until Sendoff closes"),
    Kept.MISSING: phrase("Not known here. Type it."),
    Kept.NOT_NEEDED: phrase("None is needed without a user name."),
}


class AccountFields(QWidget):
    """Shows an account and gives it back as it is written now; `edited` comes with every keystroke of a person."""

    edited = Signal()
    sign_in_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._account: Account | None = None
        self._preset: Preset | None = None
        self._new = True
        self._mute = False
        self._named = False
        self._signed = False
        self._regional = False
        self._taken: Collection[str] = ()
        self._identity()
        self._more_fold()
        self._pace_fold()
        self.ways = WayChooser()
        self.server = ServerFold()
        self.network = NetworkFold()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.ways)
        column.addWidget(self.region)
        column.addLayout(row_of(self.sender_name, self.sender_address))
        column.addLayout(row_of(self.username, self.secret_field))
        column.addLayout(row_of(self.name, self.reply_to))
        column.addSpacing(Space.XS)
        for fold in (self.server, self.pace, self.more, self.network):
            column.addWidget(fold)
        self._places = {
            "name": self.name, "sender": self.sender_address, "reply_to": self.reply_to, "username": self.username,
            "secret": self.secret_field, **self.server.places,
            "limits": self.limits, "connections": self.connections, "delay": self.delay, "identities": self.identities,
            "route": self.ways.way, "client_id": self.ways.client_id, "tenant": self.ways.tenant, **self.network.places,
        }  # fmt: skip
        self._listen()

    # -- what is shown

    def show_account(self, account: Account, preset: Preset, *, new: bool) -> None:
        """Show an account of this provider."""
        self._mute = True
        self._account, self._preset, self._new = account, preset, new
        self._named, self._signed = not new, not new
        mailbox = check_address(account.sender)
        line_of(self.name).setText(account.name)
        line_of(self.sender_name).setText(mailbox.name)
        line_of(self.sender_address).setText(mailbox.address or account.sender)
        line_of(self.reply_to).setText(account.reply_to)
        line_of(self.username).setText(account.username)
        line_of(self.username).setReadOnly(bool(preset.fixed_username))
        for field in (self.name, self.sender_name, self.sender_address, self.reply_to, self.username):
            line_of(field).setCursorPosition(0)  # what is too long shows its beginning
        self.username.set_hint(username_hint(preset))
        self._edit_secret.clear()
        self._edit_secret.setPlaceholderText("")
        self.ways.show_account(account, preset)
        self._show_secret(account)
        self._show_region(account, preset)
        self.server.show_account(account, preset)
        self.network.show_account(account)
        self._identities.setPlainText("\n".join(account.identities))
        self._signature.setPlainText(account.signature)
        self._limits.setPlainText("\n".join(account.limits))
        self.limits.set_hint(limits_hint(preset))
        self.published.show_preset(preset)
        self._connections.setValue(account.connections)
        self._delay.setValue(account.delay)
        for fold in (self.pace, self.more, self.network):
            fold.unfold(shown=False)
        self.show_problems({})
        self._mute = False
        self._sum_up()

    def show_secret_kept(self, kept: Kept) -> None:
        """Say in the empty field whether a secret is kept and for how long, or whether somebody has signed in."""
        if self.by_browser():
            self.ways.show_state(tr("Not signed in yet.") if kept is Kept.MISSING else tr("Signed in."))
        self._edit_secret.setPlaceholderText(tr(_SECRET[kept]))

    def show_taken(self, names: Collection[str]) -> None:
        """Let a new account's name be another than these."""
        self._taken = names

    def show_problems(self, problems: dict[str, str]) -> None:
        """Show each problem at its field, unfold what hides one, and go to the first."""
        for place, field in self._places.items():
            field.set_problem(problems.get(place, ""))
        for fold, hidden in (
            (self.server, set(self.server.places)),
            (self.pace, {"limits", "connections", "delay"}),
            (self.more, {"identities"}),
            (self.network, set(self.network.places)),
        ):
            if problems.keys() & hidden:
                fold.unfold(shown=True)
        first = next((field for place, field in self._places.items() if place in problems), None)
        if first is not None:
            first.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def change(self, **changes: object) -> None:
        """Take other values for some of the account's fields; what was typed, the secret too, stays."""
        if self._preset is None:
            return
        folds = (self.server, self.pace, self.more, self.network)
        typed, opened = self._edit_secret.text(), [fold for fold in folds if fold.unfolded]
        new, named, signed = self._new, self._named, self._signed
        self.show_account(replace(self.account(), **changes), self._preset, new=new)  # type: ignore[arg-type]  # by name
        self._named, self._signed = named, signed
        self._edit_secret.setText(typed)
        for fold in opened:
            fold.unfold(shown=True)
        self._changed()

    def places(self) -> frozenset[str]:
        """The names of the fields that can show a problem."""
        return frozenset(self._places)

    # -- what is written

    def account(self) -> Account:
        """The account as it is written now. Raises RuntimeError before one was shown."""
        if self._account is None:
            raise RuntimeError("no account is shown")
        address, name = text_of(self.sender_address), text_of(self.sender_name).replace("<", "").replace(">", "")
        shown, limits = self.ways.applied(self._account), lines_of(self._limits)
        shown = replace(
            shown,
            name=text_of(self.name),
            sender=f"{name} <{address}>" if name and address else address,
            reply_to=text_of(self.reply_to),
            username=text_of(self.username) if shown.sign_in is not SignIn.NONE else "",
            limits=limits,
            limits_checked=self._account.limits_checked if limits == self._account.limits else "",
            connections=self._connections.value(),
            delay=round(self._delay.value(), 1),
            identities=lines_of(self._identities),
            signature=self._signature.toPlainText().strip("\n"),
        )
        return self.network.applied(self.server.applied(shown))

    def secret(self) -> str | None:
        """What was typed as secret; None where nothing was. App passwords are shown in groups: blanks are no part."""
        typed, sign_in = self._edit_secret.text(), self.account().sign_in
        if sign_in is SignIn.XOAUTH2:
            return None
        if sign_in is SignIn.APP_PASSWORD:
            typed = "".join(typed.split())
        return typed or None

    def by_browser(self) -> bool:
        """Say whether a person signs in with the browser, in the way that is chosen now."""
        return self._account is not None and self.ways.applied(self._account).sign_in is SignIn.XOAUTH2

    def secret_wanted(self) -> bool:
        """Say whether a new account still lacks its secret."""
        signs_in = not self.secret_field.isHidden() and bool(text_of(self.username))
        return self._new and signs_in and self.secret() is None

    # -- how it is made

    def _identity(self) -> None:
        self.sender_name = Field(tr("Your na&me"), QLineEdit(), tr("Recipients see both as the sender."))
        line_of(self.sender_name).setPlaceholderText("Anna Lee")
        self.sender_address = Field(tr("Your &address"), QLineEdit())
        line_of(self.sender_address).setPlaceholderText("anna@example.com")
        self.username = Field(tr("&User name"), QLineEdit())
        self._edit_secret = SecretEdit()
        self.secret_field = Field(tr("Password"), self._edit_secret)
        self.name = Field(tr("&Name of the account"), QLineEdit())
        self.reply_to = Field(tr("&Replies go to"), QLineEdit())
        line_of(self.reply_to).setPlaceholderText(tr("Your own address"))

    def _more_fold(self) -> None:
        self.more = Fold(tr("Other senders and signature"))
        self._identities = text_box()
        self.identities = Field(
            tr("&Other senders"), self._identities, tr("One a line, like Anna Lee <anna@example.com>.")
        )
        self._signature = text_box()
        self.signature = Field(tr("Signature"), self._signature, tr("Plain text, kept with the account."))
        self.more.column.addLayout(row_of(self.identities, self.signature))
        self._region = Choice(tr("Region"))
        self.region = Field(tr("Re&gion or server"), self._region)

    def _pace_fold(self) -> None:
        self.pace = Fold(tr("Limits"))
        self._limits = text_box()
        self.limits = Field(tr("&Limits"), self._limits)
        self._connections = NumberEdit(tr("Connections"), 1, 64, 1)
        self.connections = Field(tr("Connections at a &time"), self._connections)
        self._delay = SecondsEdit(0, 3600, decimals=1)
        self.delay = Field(tr("Pause &between messages"), self._delay)
        self.pace.column.addWidget(self.limits)
        self.pace.column.addLayout(row_of(self.connections, self.delay))
        self.published = PublishedLimits()
        self.pace.column.addWidget(self.published)

    def _listen(self) -> None:
        line_of(self.name).textEdited.connect(self._name_typed)
        line_of(self.username).textEdited.connect(self._user_typed)
        line_of(self.sender_address).textEdited.connect(self._address_typed)
        for field in (self.sender_name, self.reply_to):
            line_of(field).textChanged.connect(self._changed)
        self._edit_secret.textChanged.connect(self._changed)
        for box in (self._limits, self._identities, self._signature):
            box.textChanged.connect(self._changed)
        self.server.edited.connect(self._changed)
        self.network.edited.connect(self._changed)
        self.ways.edited.connect(self._way_changed)
        self.ways.sign_in_wanted.connect(self.sign_in_wanted)
        self._region.chosen.connect(self._region_chosen)
        self._connections.valueChanged.connect(self._changed)
        self._delay.valueChanged.connect(self._changed)

    @Slot(str)
    def _address_typed(self, address: str) -> None:
        """The name and, where it is the address, the user name follow until a person writes their own."""
        preset = self._preset
        if preset is not None and not self._named:
            line_of(self.name).setText(proposed_name(preset.shown, address, self._taken))
        if preset is not None and not self._signed and preset.username in {"full_address", "upn"}:
            line_of(self.username).setText(address)
        self._changed()

    @Slot(str)
    def _name_typed(self, _text: str) -> None:
        self._named = True
        self._changed()

    @Slot(str)
    def _user_typed(self, _text: str) -> None:
        self._signed = True
        self._changed()

    @Slot()
    def _way_changed(self) -> None:
        self._show_secret(self.account())
        self._changed()

    @Slot(str)
    def _region_chosen(self, region: str) -> None:
        if self._preset is not None and region in self._preset.places:
            place = self._preset.places[region]
            self.server.take(place.port, place.security, place.host)

    def _show_secret(self, account: Account) -> None:
        typed = account.sign_in not in (SignIn.NONE, SignIn.XOAUTH2)
        self.username.setVisible(account.sign_in is not SignIn.NONE)
        self.secret_field.setVisible(typed)
        self.secret_field.set_label(tr(SECRET_LABEL.get(account.sign_in, tr("Password"))))
        self.secret_field.setToolTip(secret_tip(account.sign_in))

    def _show_region(self, account: Account, preset: Preset) -> None:
        places = preset.places
        here = next((label for label, place in places.items() if place.host == account.host), "")
        own = () if here or not account.host else (("", tr("Another: {host}", host=account.host)),)
        named = [
            (label, label if label == one.host else f"{tr(label)}  ·  {one.host}") for label, one in places.items()
        ]
        self._region.set_choices((*own, *named))
        self._region.choose(here)
        self.region.set_hint(tr(preset.regions_note))
        # A second name for the same service is no choice a person has to make; the server's field takes it.
        self._regional = any(label != one.host for label, one in places.items())

    @Slot()
    def _changed(self) -> None:
        if not self._mute:
            self._sum_up()
            self.edited.emit()

    def _sum_up(self) -> None:
        account = self.account()
        self.server.sum_up(account)
        by_smtp = account.route is Route.SMTP
        self.server.setVisible(by_smtp)
        self.region.setVisible(by_smtp and self._regional)
        self.network.sum_up(account)
        senders = len(account.identities)
        self.more.set_summary(
            ", ".join(
                filter(
                    None,
                    (
                        tr("{senders} more", senders=senders) if senders else "",
                        tr("a signature") if account.signature else "",
                    ),
                )
            )
            or tr("none")
        )
        many = (
            tr("{connections} connections", connections=account.connections)
            if account.connections > 1
            else tr("{connections} connection", connections=account.connections)
        )
        origin = origin_text(account.limits, account.limits_checked)
        limits = ", ".join((*map(limit_said, account.limits), many))
        self.pace.set_summary(f"{limits} · {origin}" if account.limits else tr("none, {many}", many=many))
        if self._preset is not None:
            self.connections.set_hint(connections_hint(self._preset, account.route))
