"""A list at the left, the message it names at the right, and what can be done with it: templates and versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sendoff.core.campaign import Campaign, Content
from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.core.library import MessageTemplate, Version
from sendoff.core.sight import Picture, Sight
from sendoff.core.template_words import template_words
from sendoff.core.wording import clock_text
from sendoff.ui.local_time import local_zone
from sendoff.ui.operations import Stoppable
from sendoff.ui.pages.message.attachments import size_text
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.field import Field
from sendoff.ui.widgets.mail_view import Look, MailView
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.text import Caption, Heading

_SAMPLE = {"first_name": "Anna", "last_name": "Lee", "name": "Anna Lee", "city": "Rome", "company": "Example Ltd"}


class Picker(QDialog):
    """`choose` gets what was chosen; the dialog closes then."""

    def __init__(self, parent: QWidget, stage: Stage, title: str, hint: str, verb: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(860, 580)
        self.stage = stage
        self.choose: Callable[[object], object] = lambda _chosen: None
        self._looking = Stoppable(stage.operations, self)
        self.trouble = Banner("bad", dismissable=True)
        self.trouble.hide()
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        theme().size(self.list, QWidget.setFixedWidth, 280)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.about = Caption("")
        self.view = MailView(tr("Message"))
        self.use = Button(verb, "primary", run=self._use)
        self.use.setEnabled(False)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(Space.S)
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(self.about)
        right.addWidget(self.view, 1)
        both = QHBoxLayout()
        both.setSpacing(Space.L)
        both.addWidget(self.list)
        both.addLayout(right, 1)
        below = QHBoxLayout()
        below.addLayout(self.buttons)
        below.addStretch(1)
        self._cancel = Button(tr("Cancel"), run=self.reject)
        below.addWidget(self._cancel)
        below.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Heading(title))
        column.addWidget(Caption(hint))
        column.addWidget(self.trouble)
        column.addLayout(both, 1)
        column.addLayout(below)
        self.list.currentItemChanged.connect(self._current)
        self.list.itemActivated.connect(lambda _item: self._use())

    def _quiet_enter(self) -> None:
        """Enter means what it means in the field that has the cursor, never a button's press from afar."""
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes the way one reads, also to the buttons that were added last."""
        super().showEvent(event)
        items = (self.buttons.itemAt(place) for place in range(self.buttons.count()))
        added = [widget for item in items if item is not None and (widget := item.widget()) is not None]
        for one, following in pairwise([self.list, *added, self._cancel, self.use]):
            QWidget.setTabOrder(one, following)

    def chosen(self) -> Any:
        """What is chosen."""
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else None

    def show_items(self, items: Sequence[tuple[str, object]], keep: str = "") -> None:
        """Offer these: words and things; `keep` is the words to go back to."""
        self.list.clear()
        for words, thing in items:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, thing)
            self.list.addItem(item)
        found = self.list.findItems(keep, Qt.MatchFlag.MatchExactly) if keep else []
        self.list.setCurrentItem(found[0] if found else self.list.item(0))

    def look_at(self, ask: Callable[[], Content]) -> None:
        """Render a message in the background and show it."""
        self._looking.query(lambda _stopped: self._sight(ask()), self._seen, self.fail)

    def tell(self, thing: object) -> None:
        """Say what is chosen and look at it; the kinds of dialogs do."""

    def fail(self, error: KnownError) -> None:
        """Say what went wrong."""
        self.trouble.say_error(error)
        self.trouble.show()

    def _sight(self, content: Content) -> Sight:
        services = self.stage.services
        page = services.templates.page(content, _SAMPLE)
        shown = [one for one in content.images if f"cid:{one.cid}" in page]
        pictures = {
            one.cid: Picture(kind=_kind(one.name), content=services.campaigns.picture_bytes(one)) for one in shown
        }
        return Sight(
            subject=template_words(content.subject), html=page, text="" if page else content.text, pictures=pictures
        )

    def _seen(self, sight: Sight) -> None:
        self.view.show_sight(sight if sight.html else replace(sight, html=_plain_page(sight.text)), Look())

    @Slot()
    def _current(self) -> None:
        thing = self.chosen()
        self.use.setEnabled(thing is not None)
        if thing is not None:
            self.tell(thing)

    def _use(self) -> None:
        thing = self.chosen()
        if thing is not None:
            self.accept()
            self.choose(thing)


class TemplatePicker(Picker):
    """Own templates and the starting layouts; own ones can be renamed and deleted."""

    def __init__(self, parent: QWidget, stage: Stage) -> None:
        super().__init__(
            parent,
            stage,
            tr("Templates"),
            tr("What is written now is kept: “⋯” has earlier versions, and saves your own as a template."),
            tr("Use template"),
        )
        self._name = QLineEdit()
        self._name.returnPressed.connect(self._rename)
        self._rename_field = Field(tr("Name"), self._name, inline=48)
        self._rename_field.hide()
        self.copy = Button(tr("Duplicate"), icon="copy", run=self._duplicate)
        self.rename = Button(tr("Rename"), icon="edit", run=self._begin_rename)
        self.delete = Button(tr("Delete"), icon="trash", run=self._delete)
        for button in (self.copy, self.rename, self.delete):
            self.buttons.addWidget(button)
        self.buttons.addWidget(self._rename_field)
        self._quiet_enter()
        self._load()

    def tell(self, thing: object) -> None:
        """Show a template."""
        if isinstance(thing, MessageTemplate):
            self.about.setText(thing.description or template_words(thing.content.subject))
            for button in (self.rename, self.delete):
                button.setEnabled(not thing.built_in)
            self._rename_field.hide()
            self.look_at(lambda: thing.content)

    def _load(self, keep: str = "") -> None:
        self.stage.operations.query(
            self.stage.services.templates.all,
            lambda found: self.show_items([(one.name, one) for one in found], keep),
            self.fail,
            owner=self,
        )

    def _duplicate(self) -> None:
        chosen = self.chosen()
        if isinstance(chosen, MessageTemplate):
            self._do(lambda: self.stage.services.templates.duplicate(chosen).name)

    def _begin_rename(self) -> None:
        chosen = self.chosen()
        if isinstance(chosen, MessageTemplate):
            self._rename_field.show()
            self._name.setText(chosen.name)
            self._name.setFocus()
            self._name.selectAll()

    @Slot()
    def _rename(self) -> None:
        chosen, name = self.chosen(), self._name.text()
        if isinstance(chosen, MessageTemplate):
            self._do(lambda: self.stage.services.templates.rename(chosen, name).name)

    def _delete(self) -> None:
        chosen = self.chosen()
        if not isinstance(chosen, MessageTemplate):
            return
        templates = self.stage.services.templates

        def call() -> str:
            templates.delete(chosen)
            return ""

        self._do(call)
        self.trouble.clear_actions()
        self.trouble.say("info", tr("“{name}” is deleted.", name=chosen.name))
        self.trouble.add_action(tr("Undo"), lambda: self._undo(chosen))
        self.trouble.show()

    def _undo(self, deleted: MessageTemplate) -> None:
        self.trouble.hide()
        self.trouble.clear_actions()
        templates = self.stage.services.templates
        self._do(lambda: templates.save(deleted.content, deleted.name, description=deleted.description).name)

    def _do(self, call: Callable[[], str]) -> None:
        self.stage.operations.command(call, self._load, self.fail, owner=self)


class VersionPicker(Picker):
    """What the message was, newest first."""

    def __init__(self, parent: QWidget, stage: Stage, campaign: Campaign) -> None:
        super().__init__(
            parent,
            stage,
            tr("Versions"),
            tr("Every autosave is kept, across restarts too. Going back keeps what is written now as a version."),
            tr("Go back to this"),
        )
        self._campaign = campaign
        self._quiet_enter()
        # A save may be under way: commands wait for it.
        stage.operations.command(
            lambda: stage.services.templates.versions(campaign.id), self._loaded, self.fail, owner=self
        )

    def tell(self, thing: object) -> None:
        """Show a version."""
        if isinstance(thing, Version):
            newest = self.list.currentRow() == 0
            self.use.setEnabled(not newest)
            subject = template_words(thing.subject, self._campaign.titles) or tr("(no subject)")
            state = tr("The message as it is now.") if newest else tr("Subject: {subject}", subject=subject)
            self.about.setText(f"{state} {size_text(thing.size)}.")
            services, number = self.stage.services, thing.number
            self.look_at(lambda: services.templates.version(self._campaign.id, number))

    def _loaded(self, versions: Sequence[Version]) -> None:
        now = self.stage.services.clock.now()
        zone = local_zone(now)
        titles = self._campaign.titles
        self.show_items(
            [(f"{clock_text(one.at, now, zone)}   {template_words(one.subject, titles)}", one) for one in versions]
        )
        if not versions:
            self.about.setText(tr("Nothing is written yet."))


def _kind(name: str) -> str:
    ending = name.rpartition(".")[2].lower()
    return f"image/{'jpeg' if ending == 'jpg' else ending}"


def _plain_page(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<pre style='white-space:pre-wrap;font-family:sans-serif'>{escaped}</pre>"
