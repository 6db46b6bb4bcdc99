"""The lines above and below the text: account, sender, reply address, subject, preview text, and the footer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.errors import KnownError
from sendoff.core.footer import LEAVE_TEXT
from sendoff.core.language import phrase, tr
from sendoff.core.library import MessageTemplate
from sendoff.core.shown import Forms
from sendoff.core.titles import UNTITLED, Titles
from sendoff.ui.pages.message.chip_line import ChipLine
from sendoff.ui.pages.message.merge import ENCODED, for_place
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.field import Choice, Field, freeze

_GONE = phrase("An account that was deleted")
_LABEL = 92
_BESIDE = 1
"""A label beside another field is as wide as its words."""
_LINK = "mailto:"
"""What stands before a field that is part of an address."""
_WEB = re.compile(r"https?:", re.IGNORECASE)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_SUBJECT_LONG, _PREHEADER_SHORT, _PREHEADER_LONG = 60, 30, 140
"""Characters: what phones show of a subject; the room for the preview text beside it."""


class Heading(QObject):
    """`who`, `lines` and `footer` are widgets for the page; `edited` comes when a person changed a line."""

    edited = Signal()

    def __init__(self, parent: QObject, connect: Button) -> None:
        super().__init__(parent)
        self._accounts: Sequence[Account] = ()
        self._campaign: Campaign | None = None
        self._account_id = ""
        self._choice = Choice(tr("Account"))
        self._choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.account = Field(tr("&Account"), self._choice)
        self.no_account = Field(tr("Account"), connect)
        connect.setAccessibleName(tr("Connect an account"))
        self.sender_field = _Line(tr("&From"), "Anna Lee <anna@example.com>")
        self.reply_to = ChipField(tr("Re&plies go to"), tr("The same address"))
        self.subject = ChipField(tr("&Subject"), tr("The spring sale starts today"), _LABEL)
        shown = tr("What mail programs show behind the subject")
        self.preheader = ChipField(tr("Pre&view text"), shown, _LABEL)
        self.preheader.setToolTip(tr("In an inbox it stands after the subject, before the message is opened"))
        self.unsubscribe = ChipField(tr("&Unsubscribe"), "leave@example.com", _LABEL)
        self.leaving = _Line(tr("Link sa&ys"), LEAVE_TEXT, _BESIDE)
        self.postal = QPlainTextEdit()
        self.postal.setPlaceholderText(tr("Example Ltd, 1 High Street, London"))
        self.postal.setProperty("role", "lines")
        theme().size(self.postal, QWidget.setFixedHeight, 62)
        self.postal.setTabChangesFocus(True)
        self.who, self.lines, self.footer = self._lay_out()
        self.footer.hide()
        self._choice.chosen.connect(self._account_chosen)
        self.unsubscribe.edit.textEdited.connect(self._name_leaving)
        for line in self._lines():
            line.edit.textEdited.connect(self.edited)
        self.leaving.edit.textEdited.connect(self.edited)
        self.unsubscribe.edit.textChanged.connect(self._show_link_text)
        self.postal.textChanged.connect(self._postal_typed)
        for line in (self.subject, self.preheader):
            line.edit.textChanged.connect(self._show_lengths)
        self.unsubscribe.edit.textChanged.connect(self._show_leaving)
        self._show_leaving()

    # -- what they hold

    def show_fields(self, names: Sequence[str], titles: Titles = UNTITLED) -> None:
        """The fields of the list, and what they are called."""
        for line in (self.subject, self.preheader, self.reply_to, self.unsubscribe):
            line.edit.show_fields(names, titles)

    def show_forms(self, forms: Mapping[str, Forms]) -> None:
        """How the values of the fields can be shown."""
        for edit in self.inputs():
            edit.forms = forms

    def load(self, campaign: Campaign, *, editable: bool) -> None:
        """Show a campaign's lines."""
        self._campaign, self._account_id = campaign, campaign.account_id
        content = campaign.content
        for line, text in zip(
            self._lines(),
            (campaign.sender, campaign.reply_to, content.subject, content.preheader, content.unsubscribe),
            strict=True,
        ):
            if line.edit.text() != text:  # the cursor stays in what stays
                line.edit.setText(text)
                _to_start(line.edit)
            freeze(line.edit, frozen=not editable)
            line.set_problem("")
        if self.leaving.edit.text() != content.leave_text:
            self.leaving.edit.setText(content.leave_text)
        freeze(self.leaving.edit, frozen=not editable)
        self._show_link_text()
        if self.postal.toPlainText() != content.postal:
            self.postal.setPlainText(content.postal)
        freeze(self.postal, frozen=not editable)
        self._choice.setEnabled(editable)
        self._show_lengths()
        self.show_accounts(self._accounts)

    def written(self, campaign: Campaign) -> Campaign:
        """The campaign with what the lines say."""
        return replace(
            campaign,
            account_id=self._choice.choice() or self._account_id,
            sender=self.sender_field.edit.text().strip(),
            reply_to=self.reply_to.edit.text().strip(),
            content=replace(
                campaign.content,
                subject=self.subject.edit.text(),
                preheader=self.preheader.edit.text(),
                unsubscribe=self.unsubscribe.edit.text().strip(),
                leave_text=self.leaving.edit.text().strip(),
                postal=self.postal.toPlainText(),
            ),
        )

    @Slot(object)
    def begin_with(self, template: MessageTemplate) -> None:
        """Take the subject of a layout where none is written; its preview text would be sent without being seen."""
        if (subject := template.content.subject) and not self.subject.edit.text().strip():
            self.subject.edit.setText(subject)
        self.edited.emit()

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Offer these accounts; the only one is taken by a draft that has none."""
        self._accounts, campaign = accounts, self._campaign
        if campaign is None:
            return
        chosen = self._account_id
        choices = [(one.id, one.name) for one in accounts]
        if chosen and accounts and not any(one.id == chosen for one in accounts):
            choices.insert(0, (chosen, tr(_GONE)))
        elif not chosen and len(choices) > 1:
            choices.insert(0, ("", tr("Choose an account")))
        self._choice.set_choices(choices)
        self._choice.choose(chosen)
        self.account.setVisible(bool(choices))
        self.no_account.setVisible(not choices)
        self._offer_senders(chosen)
        if not chosen and len(accounts) == 1 and campaign.state is CampaignState.DRAFT:
            self._account_chosen(accounts[0].id)

    def missing(self) -> tuple[str, ...]:
        """What a campaign cannot be sent without and is not said."""
        said = ((tr("account"), self._choice.choice()), (tr("From address"), self.sender_field.edit.text()))
        return tuple(word for word, value in said if not value.strip())

    def inputs(self) -> tuple[ChipLine, ...]:
        """The lines a merge field can go into; the postal address is the same for everybody."""
        return (self.subject.edit, self.preheader.edit, self.reply_to.edit, self.unsubscribe.edit)

    def insert_field(self, place: QWidget, expression: str) -> None:
        """Put a merge field into one of them."""
        address = place in (self.reply_to.edit, self.unsubscribe.edit)
        words = for_place(expression, _LINK if address else "")
        in_link = place is self.unsubscribe.edit and bool(_WEB.match(place.text()))
        if isinstance(place, ChipLine):
            place.insert("{{ " + words + (f" | {ENCODED}" if in_link else "") + " }}")
            place.setFocus()

    def point_at(self, name: str) -> bool:
        """Open the box of the first field of this name that nothing stands in for; say whether there is one."""
        return any(edit.point_at(name) for edit in self.inputs())

    def show_error(self, error: KnownError | None) -> bool:
        """Show an error at its line; say whether it is one of a line."""
        words = f"{error.title} {error.remedy}".strip() if error is not None else ""
        where = error.where if error is not None else ""
        own = {
            "from": self.sender_field,
            "reply_to": self.reply_to,
            "subject": self.subject,
            "preheader": self.preheader,
            "unsubscribe": self.unsubscribe,
        }
        for place, line in own.items():
            line.set_problem(words if where == place else "")
        if where in ("unsubscribe", "postal"):
            self.footer.show()
        return where in own

    def footer_words(self) -> str:
        """What the footer's button says."""
        said = [
            word
            for word, value in (
                (tr("unsubscribe"), self.unsubscribe.edit.text()),
                (tr("address"), self.postal.toPlainText()),
            )
            if value.strip()
        ]
        words = tr(" and ").join(said)
        return tr("Footer: {words}", words=words) if said else tr("Footer: none yet")

    # -- how they are made

    def _lines(self) -> tuple[_Line | ChipField, ...]:
        return self.sender_field, self.reply_to, self.subject, self.preheader, self.unsubscribe

    def _lay_out(self) -> tuple[QWidget, QWidget, QWidget]:
        who, lines, footer = QWidget(), QWidget(), QWidget()
        row = QHBoxLayout(who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        for field, share in ((self.account, 3), (self.no_account, 3), (self.sender_field, 4), (self.reply_to, 3)):
            row.addWidget(field, share)
        postal = Field(tr("Posta&l address"), self.postal, inline=_LABEL)
        held: tuple[tuple[QWidget, tuple[QWidget, ...]], ...] = (
            (lines, (self.subject, self.preheader)),
            (footer, (self._link(), postal)),
        )
        for widget, parts in held:
            column = QVBoxLayout(widget)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.S)
            for part in parts:
                column.addWidget(part)
        return who, lines, footer

    def _link(self) -> QWidget:
        """The address to unsubscribe at beside what its link says, so that nothing moves while one types."""
        both, row = QWidget(), QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.unsubscribe, 5)
        row.addWidget(self.leaving, 3)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self.unsubscribe.below())
        return both

    def _offer_senders(self, account_id: str) -> None:
        """While one types into From, the account's identities are offered."""
        account = next((one for one in self._accounts if one.id == account_id), None)
        senders = [] if account is None else [one for one in (account.sender, *account.identities) if one]
        completer = QCompleter(senders, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.sender_field.edit.setCompleter(completer)

    @Slot(str)
    def _account_chosen(self, account_id: str) -> None:
        self._account_id = account_id
        known = {one.id: one for one in self._accounts}
        untouched = {"", *(one.sender for one in known.values())}
        if account_id in known and self.sender_field.edit.text().strip() in untouched:
            self.sender_field.edit.setText(known[account_id].sender)
        self._offer_senders(account_id)
        self.edited.emit()

    @Slot()
    def _show_link_text(self) -> None:
        self.leaving.setEnabled(bool(self.unsubscribe.edit.text().strip()))

    @Slot()
    def _name_leaving(self) -> None:
        """The link speaks the window's language, until somebody writes what it says."""
        usual = tr("Unsubscribe")
        if usual != LEAVE_TEXT and not self.leaving.edit.text().strip():
            self.leaving.edit.setText(usual)

    @Slot()
    def _postal_typed(self) -> None:
        if self._campaign is not None and self.postal.toPlainText() != self._campaign.content.postal:
            self.edited.emit()

    @Slot()
    def _show_leaving(self) -> None:
        """What an address to unsubscribe at does, by its kind."""
        written = _TAG.sub("x", self.unsubscribe.edit.text()).split()
        web = any(_WEB.match(one) for one in written)
        if web:
            said = (
                tr("A link to the page; mail programs take either.")
                if len(written) > 1
                else tr("A link to the page; one click in mail programs.")
            )
        else:
            said = (
                tr("A link that writes an e-mail to this address.")
                if written
                else tr("A web page's address, or a plain e-mail address.")
            )
        self.unsubscribe.set_hint(said)

    @Slot()
    def _show_lengths(self) -> None:
        subject, preheader = (_length(line.edit.text()) for line in (self.subject, self.preheader))
        if self._campaign is not None and self._campaign.state is not CampaignState.DRAFT:
            subject = preheader = 0  # nobody can heed the advice any more
        self.subject.set_hint(
            tr("{subject} characters: phones cut it at about 40.", subject=subject) if subject > _SUBJECT_LONG else ""
        )
        words = ""
        if preheader == 1:
            words = tr("1 character: there is room for about 90.")
        elif 0 < preheader < _PREHEADER_SHORT:
            words = tr("{preheader} characters: there is room for about 90.", preheader=preheader)
        elif preheader > _PREHEADER_LONG:
            words = tr("{preheader} characters: most programs show about 90.", preheader=preheader)
        self.preheader.set_hint(words)


def _length(text: str) -> int:
    """About as many characters as a reader sees: a merge field counts as a first name."""
    return len(re.sub(r"\{%.*?%\}", "", re.sub(r"\{\{.*?\}\}", "Maxine", text)).strip())


class _Line(Field):
    """A field of one line."""

    def __init__(self, label: str, placeholder: str, inline: int = 0) -> None:
        edit = QLineEdit()
        edit.setPlaceholderText(placeholder)
        super().__init__(label, edit, inline=inline)
        self.edit = edit


class ChipField(Field):
    """A field of one line whose merge fields are chips."""

    def __init__(self, label: str, placeholder: str, inline: int = 0) -> None:
        edit = ChipLine()
        edit.setPlaceholderText(placeholder)
        super().__init__(label, edit, inline=inline)
        self.edit = edit


def _to_start(edit: ChipLine | QLineEdit) -> None:
    if isinstance(edit, ChipLine):
        edit.moveCursor(QTextCursor.MoveOperation.Start)
    else:
        edit.setCursorPosition(0)
