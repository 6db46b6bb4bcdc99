"""The message step: sender, subject and body at the left, the preview of any recipient at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.core.sight import Sight
from sendoff.core.template_words import template_words
from sendoff.core.titles import UNTITLED
from sendoff.ui.columns import in_words
from sendoff.ui.pages.message.design_editor import DesignEditor
from sendoff.ui.pages.message.drafts import Bodies
from sendoff.ui.pages.message.editor import BodyEditor
from sendoff.ui.pages.message.enclosures import Enclosures
from sendoff.ui.pages.message.fallback import give_fallback
from sendoff.ui.pages.message.heading import Heading
from sendoff.ui.pages.message.insert import InsertBar
from sendoff.ui.pages.message.merge import RAW, visible
from sendoff.ui.pages.message.panels import FieldPanel
from sendoff.ui.pages.message.presenter import Facts, MessagePresenter
from sendoff.ui.pages.message.preview import PreviewPane
from sendoff.ui.pages.message.room import Room
from sendoff.ui.pages.message.shelf import Shelf
from sendoff.ui.pages.message.whose import Whose
from sendoff.ui.pages.stage import Stage
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.stepper import StepState

SAVE_MS = 500
_PREVIEW_MS = 250


class MessageStep(QWidget):
    """Writes the message of a draft, and shows the one of a campaign that was started."""

    changed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.presenter = MessagePresenter(stage, self)
        self._campaign: Campaign | None = None
        self._facts = Facts((), 0)
        self._known_of = ""
        """The campaign whose facts these are; of another nothing is rendered: who it is sent to is not known."""
        self._edit = 0
        self._saved_edit = 0
        self._pointed = ""
        """The field to select once it is known what the list holds."""
        self._error: KnownError | None = None
        self._saving = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._rendering = QTimer(self, singleShot=True, interval=_PREVIEW_MS)
        self._fields(stage)
        self._lay_out()
        self._connect()

    # -- the frame's side (Step)

    def show_campaign(self, campaign: Campaign) -> None:
        """Show a campaign; what is being typed in the same one is left alone."""
        other = self._campaign is None or self._campaign.id != campaign.id
        self.editor.write.flush()  # what was typed a moment ago is an edit too
        if other:
            self.leave()
            self._saved_edit = self._edit = 0
            self._error = None
            self.presenter.forget()
            self.preview.forget()
            self.insert.forget()
            self.heading.footer.hide()
            self._load(campaign)
        elif self._saved_edit == self._edit and campaign != self._written():
            self._load(campaign)
        else:
            self._campaign = campaign
        self.editor.show_fields(campaign.fields, campaign.titles)
        self.heading.show_fields(campaign.fields, campaign.titles)
        self._offer_fields(campaign)
        self.enclosures.show_columns(campaign.fields, campaign.titles)
        self.whose.show_campaign(campaign)
        self.presenter.ask(campaign)
        self._rendering.start()

    def state(self) -> tuple[StepState, str]:
        """How far the message is."""
        if self._campaign is None:
            return "todo", ""
        content = self._written().content
        body = content.written(content.mode or "write") if content.mode else content.html or content.markdown
        body = body or (content.design or content.text if not content.mode else "")
        if self._campaign.state is not CampaignState.DRAFT:
            return "done", tr("sent as it was")
        if self._error is not None:
            return "problem", tr("1 to fix")
        missing = [word for word, value in ((tr("text"), body), (tr("subject"), content.subject)) if not value.strip()]
        if missing:
            return "todo", tr("not written yet") if len(missing) > 1 else tr("no {missing} yet", missing=missing[0])
        unknown = self.heading.missing()
        return ("attention", tr("no {unknown} yet", unknown=unknown[0])) if unknown else ("done", tr("written"))

    def point_at(self, name: str) -> None:
        """Select the field of this name that has a gap where it is empty: in the lines, else in the text.

        `#14` is no field: it shows the message of no. 14 of the list; `~postal` and `~unsubscribe` open the footer.
        """
        if name.startswith("~"):
            self.room.open_footer(name[1:])
            return
        known = self._campaign is not None and self._campaign.id == self._known_of
        self._pointed = "" if known else name
        if name.startswith("#"):
            if known:
                self.preview.show_row(int(name[1:]))
            return
        self.room.unfold()
        if known and not self.heading.point_at(name):
            self.room.close_footer()
            self.editor.point_at(name)
        for panel in self.window().findChildren(FieldPanel) if name.endswith(RAW) else ():
            panel.offer_form()

    def primary(self) -> tuple[str, Callable[[], None]] | None:
        """The frame's own button is the primary one here."""
        return None

    def leave(self) -> None:
        """Save what waits to be saved, now; render nothing more."""
        self.editor.write.flush()
        self._rendering.stop()
        self.whose.leave()
        if self._saving.isActive():
            self._saving.stop()
            self._save()

    # -- how it is made

    def _fields(self, stage: Stage) -> None:
        self.trouble = Banner("bad", dismissable=True)
        self.trouble.hide()
        connect = Button(tr("Connect an account"), icon="plus")
        connect.clicked.connect(lambda: self.presenter.connect_account(self._campaign))
        self.heading = Heading(self, connect)
        self.subject = self.heading.subject
        self.editor = BodyEditor(DesignEditor(stage))
        self.insert = InsertBar()
        self.enclosures = Enclosures(self, self.presenter, self.editor)
        self.files = self.enclosures.bar
        self.shelf = Shelf(stage, self)
        self.shelf.written = self._written
        for button in self.shelf.buttons:
            self.editor.head.addWidget(button)
        self.preview = PreviewPane()
        self.whose = Whose(self.preview, self.presenter, self._written)
        self.room = Room(self, self.heading, self.editor, self.insert, (self.preview, self.files))
        self._last: QWidget = self.editor
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]  # there is one

    def _lay_out(self) -> None:
        left = QWidget()
        writing = QVBoxLayout(left)
        writing.setContentsMargins(0, 0, 0, 0)
        writing.setSpacing(Space.S)
        writing.addWidget(self.heading.lines)
        writing.addWidget(self.insert)
        writing.addWidget(self.editor, 1)
        writing.addWidget(self.heading.footer)
        self.files.row.addWidget(self.room.footer)
        self.files.row.addWidget(self.room.more)
        writing.addWidget(self.room.filler, 1)
        writing.addWidget(self.files)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(Space.L)
        both.setStyleSheet("QSplitter::handle { background: transparent; }")
        both.addWidget(left)
        both.addWidget(self.preview)
        both.setSizes([550, 490])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.trouble)
        column.addWidget(self.heading.who)
        column.addWidget(self.room.line)
        column.addWidget(both, 1)

    def _connect(self) -> None:
        self._saving.timeout.connect(self._save)
        self._rendering.timeout.connect(self._render)
        self.heading.edited.connect(self._edited)
        self.editor.edited.connect(self._edited)
        self.insert.wanted.connect(self._insert)
        self.insert.fallback_said.connect(self._give_fallback)
        self.editor.design.layout_chosen.connect(self.heading.begin_with)
        self.shelf.changed.connect(self._change)
        self.shelf.file_chosen.connect(self._bring_file)
        self.shelf.plain_wanted.connect(self._ask_plain)
        self.enclosures.edited.connect(self._edited)
        self.enclosures.leaving.connect(self.leave)
        self.preview.row_chosen.connect(self._render)
        presenter = self.presenter
        presenter.known.connect(self._known)
        presenter.saved.connect(self._saved)
        presenter.not_saved.connect(self._failed)
        presenter.not_attached.connect(self._failed)
        presenter.previewed.connect(self._previewed)
        presenter.not_previewed.connect(self._not_previewed)
        presenter.replaced.connect(self._replaced)
        presenter.counted.connect(self.editor.design.outline.show_counts)
        presenter.plain_part.connect(self.editor.write_beside)
        presenter.accounts_changed.connect(self._ask)

    # -- from the campaign to the widgets and back

    def _load(self, campaign: Campaign) -> None:
        self._campaign = campaign
        editable = campaign.state is CampaignState.DRAFT
        self.heading.load(campaign, editable=editable)
        self.editor.show_bodies(Bodies.of(campaign.content), editable=editable)
        self.shelf.show_campaign(campaign, editable=editable)
        self.enclosures.load(campaign, editable=editable)
        self.editor.show_problem(None)
        self.room.show_campaign(editable=editable)

    def _written(self) -> Campaign:
        """The campaign with what is in the fields. Only where one is shown."""
        campaign = self._campaign
        if campaign is None:
            raise RuntimeError("no campaign is shown")
        said = self.heading.written(campaign)
        content = self.editor.bodies().content(said.content)
        return replace(said, content=self.enclosures.written(content))

    # -- what a person does

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Remember where the cursor was last, in a line or in the text: fields are inserted there."""
        if new in self.heading.inputs():
            self._last = new
        elif new is not None and self.editor.isAncestorOf(new):
            self._last = self.editor

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes back finds the text, not a footer that stood in its place."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.room.close_footer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has room side by side may have changed."""
        super().resizeEvent(event)
        self.room.show()

    @Slot()
    def _edited(self) -> None:
        if self._campaign is None or self._campaign.state is not CampaignState.DRAFT:
            return
        self._edit += 1
        self.room.name_footer()
        self._saving.start()
        self._rendering.start()

    @Slot(str)
    def _insert(self, words: str) -> None:
        if self._last in self.heading.inputs():
            self.heading.insert_field(self._last, words)
        else:
            self.editor.insert_field(words)

    @Slot(str)
    def _give_fallback(self, words: str) -> None:
        if give_fallback(self._last if self._last in self.heading.inputs() else self.editor.writing(), words):
            self.insert.forget()

    @Slot(object)
    def _bring_file(self, path: Path) -> None:
        if self._campaign is not None:
            self.leave()
            self.presenter.bring_file(self._campaign, path)

    @Slot(object)
    def _change(self, call: Callable[[], tuple[Campaign, str]]) -> None:
        self.leave()  # what is typed becomes a version first
        self.presenter.change(call)

    @Slot()
    def _ask_plain(self) -> None:
        self.presenter.ask_plain_part(self._written().content)

    # -- what comes back

    @Slot()
    def _ask(self) -> None:
        if self._campaign is not None:
            self.presenter.ask(self._campaign)

    @Slot(str, object)
    def _known(self, campaign_id: str, facts: Facts) -> None:
        if self._campaign is None or self._campaign.id != campaign_id:
            return
        more = facts.total != self._facts.total or self._known_of != campaign_id
        self._facts, self._known_of = facts, campaign_id
        self._offer_fields(self._campaign)
        self.preview.show_total(facts.total, facts.sent)
        self.heading.show_accounts(facts.accounts)
        if self.preview.begin_at(facts.first) or more:
            self._rendering.start()
        self.whose.ask_place()
        self.changed.emit()
        if self._pointed:
            self.point_at(self._pointed)

    def _offer_fields(self, campaign: Campaign) -> None:
        """One chip for each column; those with a second name can still be typed."""
        columns = campaign.titles.offered(visible(campaign.fields))
        self.insert.show_fields([one for one in columns if one[0] not in self._facts.twins], self._facts.forms)
        self.editor.show_forms(self._facts.forms)
        self.heading.show_forms(self._facts.forms)

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
        self.changed.emit()

    @Slot(object)
    def _failed(self, error: KnownError) -> None:
        self.trouble.say_error(error)
        self.trouble.show()

    @Slot()
    def _render(self) -> None:
        if self._campaign is not None and self._campaign.id == self._known_of:
            written, design = self._written(), self.editor.design
            self.presenter.preview(written, self.preview.row(), self._facts.total)
            shown = self.editor.active() is design
            self.presenter.count_shown(written, design.outline.conditions() if shown else ())

    @Slot(object)
    def _previewed(self, sight: Sight) -> None:
        self._show_error(None)
        self.preview.show_preview(sight)

    @Slot(object)
    def _not_previewed(self, error: KnownError) -> None:
        if error.code == "no_body":
            self._show_error(None)
            titles = self._campaign.titles if self._campaign is not None else UNTITLED
            self.preview.show_preview(Sight(subject=template_words(self.heading.subject.edit.text(), titles)))
            self.preview.show_stale(tr("The preview appears as you write."))
            return
        self._show_error(error)
        self.preview.show_stale()

    def _show_error(self, error: KnownError | None) -> None:
        before, self._error = self._error, error
        said = in_words(error, self._campaign) if error is not None and self._campaign is not None else error
        in_line = self.heading.show_error(said)
        self.editor.show_problem(None if in_line else error, said)
        if in_line:
            self.room.unfold()
        if (before is None) != (error is None):
            self.changed.emit()

    @Slot(object)
    def _replaced(self, campaign: Campaign) -> None:
        if self._campaign is not None and self._campaign.id == campaign.id:
            self._saving.stop()
            self._saved_edit = self._edit
            self._load(campaign)
            self._rendering.start()
            self.changed.emit()
