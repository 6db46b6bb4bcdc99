"""The message step: sender, subject and body at the left, the preview of any recipient at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCompleter, QFileDialog, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from sendoff.core.campaign import Attachment, Campaign, CampaignState
from sendoff.core.errors import KnownError
from sendoff.core.message import Preview
from sendoff.ui.pages.message.attachments import AttachmentBar
from sendoff.ui.pages.message.drafts import Bodies
from sendoff.ui.pages.message.editor import BodyEditor
from sendoff.ui.pages.message.insert import InsertBar, visible
from sendoff.ui.pages.message.presenter import Facts, MessagePresenter
from sendoff.ui.pages.message.preview import PreviewPane
from sendoff.ui.pages.stage import Stage
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.field import Choice, Field
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.stepper import StepState

SAVE_MS = 500
_PREVIEW_MS = 250
_GONE = "An account that was deleted"


class MessageStep(QWidget):
    """Writes the message of a draft, and shows the one of a campaign that was started."""

    changed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.presenter = MessagePresenter(stage, self)
        self._campaign: Campaign | None = None
        self._facts = Facts((), 0)
        self._attachments: tuple[Attachment, ...] = ()
        self._edit = 0
        self._saved_edit = 0
        self._error: KnownError | None = None
        self._saving = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._rendering = QTimer(self, singleShot=True, interval=_PREVIEW_MS)
        self._fields()
        self._lay_out()
        self._connect()

    # -- the frame's side (Step)

    def show_campaign(self, campaign: Campaign) -> None:
        """Show a campaign; what is being typed in the same one is left alone."""
        other = self._campaign is None or self._campaign.id != campaign.id
        if other:
            self.leave()
            self._saved_edit = self._edit = 0
            self._error = None
            self._load(campaign)
        elif self._saved_edit == self._edit and campaign != self._written():
            self._load(campaign)
        else:
            self._campaign = campaign
        self.editor.show_fields(campaign.fields)
        self.insert.show_fields(visible(campaign.fields))
        self.presenter.ask(campaign)
        self._rendering.start()

    def state(self) -> tuple[StepState, str]:
        """How far the message is."""
        if self._campaign is None:
            return "todo", ""
        content = self._written().content
        body = content.html or content.markdown or content.text
        if self._campaign.state is not CampaignState.DRAFT:
            return "done", "sent as it was"
        if self._error is not None:
            return "problem", "1 to fix"
        missing = [word for word, value in (("text", body), ("subject", content.subject)) if not value.strip()]
        if missing:
            return "todo", "not written yet" if len(missing) > 1 else f"no {missing[0]} yet"
        unknown = [
            word
            for word, value in (("account", self._account.choice()), ("From address", _line(self.sender_field).text()))
            if not value.strip()
        ]
        return ("attention", f"no {unknown[0]} yet") if unknown else ("done", "written")

    def primary(self) -> tuple[str, Callable[[], None]] | None:
        """The frame's own button is the primary one here."""
        return None

    def leave(self) -> None:
        """Save what waits to be saved, now; render nothing more."""
        self._rendering.stop()
        if self._saving.isActive():
            self._saving.stop()
            self._save()

    # -- how it is made

    def _fields(self) -> None:
        self.trouble = Banner("bad", dismissable=True)
        self.trouble.hide()
        self._account = Choice("Account")
        self._account.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.account = Field("&Account", self._account)
        connect = Button("Connect an account", icon="plus", run=self.presenter.connect_account)
        self.no_account = Field("Account", connect)
        connect.setAccessibleName("Connect an account")
        self.sender_field = Field("&From", QLineEdit())
        _line(self.sender_field).setPlaceholderText("Anna Lee <anna@example.com>")
        self.reply_to = Field("Re&ply-To", QLineEdit())
        _line(self.reply_to).setPlaceholderText("The same")
        self.subject = Field("&Subject", QLineEdit())
        _line(self.subject).setPlaceholderText("{{ first_name | default('Hello') }}, the spring sale starts today")
        self.editor = BodyEditor()
        self.insert = InsertBar()
        self.files = AttachmentBar()
        self.preview = PreviewPane()
        self._last: QWidget = self.editor
        for widget in (_line(self.subject), *self.editor.edits.values()):
            widget.installEventFilter(self)

    def _lay_out(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(Space.M)
        who.addWidget(self.account, 3)
        who.addWidget(self.no_account, 3)
        who.addWidget(self.sender_field, 4)
        who.addWidget(self.reply_to, 3)
        left = QWidget()
        writing = QVBoxLayout(left)
        writing.setContentsMargins(0, 0, 0, 0)
        writing.setSpacing(Space.S)
        writing.addWidget(self.subject)
        writing.addWidget(self.insert)
        writing.addWidget(self.editor, 1)
        writing.addWidget(self.files)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(Space.L)
        both.setStyleSheet("QSplitter::handle { background: transparent; }")
        both.addWidget(left)
        both.addWidget(self.preview)
        both.setSizes([560, 500])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.trouble)
        column.addLayout(who)
        column.addWidget(both, 1)

    def _connect(self) -> None:
        self._saving.timeout.connect(self._save)
        self._rendering.timeout.connect(self._render)
        self._account.chosen.connect(self._account_chosen)
        for field in (self.sender_field, self.reply_to, self.subject):
            _line(field).textEdited.connect(self._edited)
        self.editor.edited.connect(self._edited)
        self.insert.wanted.connect(self._insert)
        self.files.add_wanted.connect(self._choose_files)
        self.files.removed.connect(self._remove_file)
        self.preview.row_chosen.connect(self._render)
        self.preview.empty_wanted.connect(self._find_empty)
        presenter = self.presenter
        presenter.known.connect(self._known)
        presenter.saved.connect(self._saved)
        presenter.not_saved.connect(self._failed)
        presenter.not_attached.connect(self._failed)
        presenter.previewed.connect(self._previewed)
        presenter.not_previewed.connect(self._not_previewed)
        presenter.attached.connect(self._attached)
        presenter.row_found.connect(self._row_found)
        presenter.accounts_changed.connect(self._ask)

    # -- from the campaign to the widgets and back

    def _load(self, campaign: Campaign) -> None:
        self._campaign = campaign
        editable = campaign.state is CampaignState.DRAFT
        _line(self.sender_field).setText(campaign.sender)
        self._offer_senders(campaign.account_id)
        _line(self.reply_to).setText(campaign.reply_to)
        for field in (self.sender_field, self.reply_to):
            _line(field).setCursorPosition(0)
        _line(self.subject).setText(campaign.content.subject)
        _line(self.subject).setCursorPosition(0)
        self.editor.show_bodies(Bodies.of(campaign.content), editable=editable)
        self._attachments = campaign.content.attachments
        self.insert.setVisible(editable)
        self.files.set_editable(editable=editable)
        self.files.show_files(self._attachments)
        self._account.setEnabled(editable)
        for field in (self.sender_field, self.reply_to, self.subject):
            _line(field).setReadOnly(not editable)
            field.set_problem("")
        self.editor.show_problem(None)
        self.editor.show_state("")
        self._show_accounts()

    def _written(self) -> Campaign:
        """The campaign with what is in the fields. Only where one is shown."""
        campaign = self._campaign
        if campaign is None:
            raise RuntimeError("no campaign is shown")
        subject = _line(self.subject).text()
        content = replace(self.editor.bodies().content(campaign.content, subject), attachments=self._attachments)
        return replace(
            campaign,
            account_id=self._account.choice() or campaign.account_id,
            sender=_line(self.sender_field).text().strip(),
            reply_to=_line(self.reply_to).text().strip(),
            content=content,
        )

    def _show_accounts(self) -> None:
        campaign, accounts = self._campaign, self._facts.accounts
        if campaign is None:
            return
        choices = [(one.id, one.name) for one in accounts]
        known = any(one.id == campaign.account_id for one in accounts)
        if campaign.account_id and not known and accounts:
            choices.insert(0, (campaign.account_id, _GONE))
        elif not campaign.account_id and len(choices) > 1:
            choices.insert(0, ("", "Choose an account"))
        self._account.set_choices(choices)
        self._account.choose(campaign.account_id)
        self.account.setVisible(bool(choices))
        self.no_account.setVisible(not choices)

    # -- what a person does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember where the cursor was last: fields are inserted there."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._last = watched
        return super().eventFilter(watched, event)

    @Slot()
    def _edited(self) -> None:
        if self._campaign is None or self._campaign.state is not CampaignState.DRAFT:
            return
        self._edit += 1
        self.editor.show_state("Saving…")
        self._saving.start()
        self._rendering.start()

    @Slot(str)
    def _account_chosen(self, account_id: str) -> None:
        sender, known = _line(self.sender_field), {one.id: one for one in self._facts.accounts}
        if account_id in known and sender.text().strip() in {"", *(one.sender for one in known.values())}:
            sender.setText(known[account_id].sender)
        self._offer_senders(account_id)
        self._edited()

    def _offer_senders(self, account_id: str) -> None:
        """While one types into From, the account's identities are offered."""
        account = next((one for one in self._facts.accounts if one.id == account_id), None)
        senders = [] if account is None else [one for one in (account.sender, *account.identities) if one]
        completer = QCompleter(senders, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        _line(self.sender_field).setCompleter(completer)

    @Slot(str)
    def _insert(self, words: str) -> None:
        subject = _line(self.subject)
        if self._last is subject:
            subject.insert("{{ " + words + " }}")
            subject.setFocus()
            self._edited()
        else:
            self.editor.active().insert_field(words)

    def _choose_files(self) -> None:
        paths, _kind = QFileDialog.getOpenFileNames(self, "Attach files")
        self.attach([Path(path) for path in paths])

    def attach(self, paths: list[Path]) -> None:
        """Add files for every recipient; each is copied now, so that later changes to it do no harm."""
        if paths and self._campaign is not None:
            self.presenter.attach(self._campaign, paths)

    @Slot(int)
    def _remove_file(self, place: int) -> None:
        self._attachments = tuple(one for here, one in enumerate(self._attachments) if here != place)
        self.files.show_files(self._attachments)
        self._edited()

    @Slot()
    def _find_empty(self) -> None:
        self.presenter.find_empty(self._written(), self.preview.row())

    # -- what comes back

    @Slot()
    def _ask(self) -> None:
        if self._campaign is not None:
            self.presenter.ask(self._campaign)

    @Slot(str, object)
    def _known(self, campaign_id: str, facts: Facts) -> None:
        if self._campaign is None or self._campaign.id != campaign_id:
            return
        more = facts.total != self._facts.total
        self._facts = facts
        if self._campaign is not None:
            self._offer_senders(self._campaign.account_id)
        self.preview.show_total(facts.total)
        self._show_accounts()
        if not self._campaign.account_id and len(facts.accounts) == 1 and self._account.isEnabled():
            self._account_chosen(facts.accounts[0].id)
        if more:
            self._rendering.start()
        self.changed.emit()

    @Slot()
    def _save(self) -> None:
        if self._campaign is not None and self._edit != self._saved_edit:
            self.presenter.save(self._written(), self._edit)

    @Slot(object, int)
    def _saved(self, kept: Campaign, edit: int) -> None:
        if self._campaign is None or self._campaign.id != kept.id:
            return
        self._saved_edit = edit
        self._campaign = kept
        self.trouble.hide()
        if edit == self._edit:
            self.editor.show_state("Saved just now")
        self.changed.emit()

    @Slot(object)
    def _failed(self, error: KnownError) -> None:
        self.trouble.say_error(error)
        self.trouble.show()
        self.editor.show_state("")

    @Slot()
    def _render(self) -> None:
        if self._campaign is not None:
            self.presenter.preview(self._written(), self.preview.row(), self._facts.total)

    @Slot(object)
    def _previewed(self, preview: Preview) -> None:
        self._show_error(None)
        self.preview.show_preview(preview)

    @Slot(object)
    def _not_previewed(self, error: KnownError) -> None:
        if error.code == "no_body":
            self._show_error(None)
            self.preview.show_preview(Preview(subject=_line(self.subject).text(), html="", text="", to=""))
            self.preview.show_stale("The preview appears as you write.")
            return
        self._show_error(error)
        self.preview.show_stale()

    def _show_error(self, error: KnownError | None) -> None:
        before, self._error = self._error, error
        words = f"{error.title} {error.remedy}".strip() if error is not None else ""
        where = error.where if error is not None else ""
        for place, field in (("from", self.sender_field), ("reply_to", self.reply_to), ("subject", self.subject)):
            field.set_problem(words if where == place else "")
        self.editor.show_problem(error if where not in {"from", "reply_to", "subject"} else None)
        if (before is None) != (error is None):
            self.changed.emit()

    @Slot(str, object)
    def _attached(self, campaign_id: str, found: list[Attachment]) -> None:
        if self._campaign is not None and self._campaign.id == campaign_id:
            self._attachments = (*self._attachments, *found)
            self.files.show_files(self._attachments)
            self._edited()

    @Slot(int)
    def _row_found(self, position: int) -> None:
        if position:
            self.preview.show_row(position)
        else:
            self.presenter.say("No row has an empty field that this message prints.")


def _line(field: Field) -> QLineEdit:
    control = field.control
    if not isinstance(control, QLineEdit):
        raise TypeError("this field is not a line")
    return control
