"""Where messages come from and go to: templates, versions, files; the buttons beside the ways to write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sendoff.core.campaign import Campaign
from sendoff.core.errors import KnownError
from sendoff.core.language import phrase, tr
from sendoff.core.library import MessageTemplate, Version
from sendoff.ui.file_dialogs import open_name
from sendoff.ui.pages.message.panels import Panel
from sendoff.ui.pages.message.picker import Picker, TemplatePicker, VersionPicker
from sendoff.ui.pages.stage import Stage
from sendoff.ui.widgets.button import Button, IconButton

_FILES = phrase("Messages (*.html *.htm *.eml *.mjml)")


class Shelf(QObject):
    """`buttons` stand in the editor's head; `written` must give the campaign with what is typed."""

    changed = Signal(object)
    """A call that gives the draft another message (see `MessagePresenter.change`)."""
    file_chosen = Signal(object)
    plain_wanted = Signal()

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = stage
        self._page = parent
        self._campaign: Campaign | None = None
        self.written: Callable[[], Campaign] = self._known
        self.dialog: Picker | None = None
        self.panel: Panel | None = None
        self._templates = Button(tr("Templates"), "quiet", run=self.choose_template)
        self._more = IconButton("more", tr("More for this message"))
        menu = QMenu(self._more)
        self._actions = [
            self._action(menu, tr("Save as a template…"), self.save_template),
            self._action(menu, tr("Earlier versions…"), self.choose_version),
            self._action(menu, tr("Import a file…"), self._choose_file),
            self._action(menu, tr("Write the plain part yourself"), self.plain_wanted.emit),
        ]
        self._more.setMenu(menu)
        self._more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.buttons = (self._templates, self._more)

    def show_campaign(self, campaign: Campaign, *, editable: bool) -> None:
        """Work for this campaign; a started one keeps its message but can lend it."""
        self._campaign = campaign
        self._templates.setEnabled(editable)
        for action in self._actions[1:]:
            action.setEnabled(editable)

    def choose_template(self) -> None:
        """Let a person begin with a template."""
        self._open(TemplatePicker(self._page, self._stage), self._use)

    def choose_version(self) -> None:
        """Let a person go back."""
        self._open(VersionPicker(self._page, self._stage, self._known()), self._restore)

    def save_template(self) -> None:
        """Ask for a name and keep the message."""
        panel = self.panel = Panel(self._page, tr("Save as a template"), tr("Save"))
        name = panel.line(tr("&Name"), self._known().name)
        panel.on_apply = lambda: self._save(name.text())
        panel.destroyed.connect(self._panel_gone)
        panel.open_at(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _use(self, chosen: object) -> None:
        if not isinstance(chosen, MessageTemplate):
            return
        services, campaign_id = self._stage.services, self._known().id

        def call() -> tuple[Campaign, str]:
            draft = services.campaigns.get(campaign_id)
            changed = services.templates.use(chosen, draft, letter=chosen.built_in)
            name = chosen.name
            if chosen.built_in and changed.content.design != chosen.content.design:
                return changed, tr("Your letter is in “{name}” now. “Earlier versions” goes back.", name=name)
            return changed, tr("The message is “{name}” now. “Earlier versions” goes back.", name=name)

        self.changed.emit(call)

    def _restore(self, chosen: object) -> None:
        if not isinstance(chosen, Version):
            return
        services, campaign_id = self._stage.services, self._known().id
        self.changed.emit(
            lambda: (services.templates.restore(campaign_id, chosen.number), tr("The message is as it was then."))
        )

    def _save(self, name: str) -> None:
        content, templates = self.written().content, self._stage.services.templates
        self._stage.operations.command(
            lambda: templates.save(content, name),
            lambda kept: self._stage.say(tr("Saved as the template “{name}”.", name=kept.name)),
            lambda error: self._not_saved(error, name),
            owner=self,
        )

    def _not_saved(self, error: KnownError, name: str) -> None:
        if error.code != "name_taken":
            self._stage.fail(error)
            return
        panel = self.panel = Panel(self._page, tr("Replace the template “{name}”?", name=name), tr("Replace"))
        content, templates = self.written().content, self._stage.services.templates
        panel.on_apply = lambda: self._stage.operations.command(
            lambda: templates.save(content, name, over=True),
            lambda kept: self._stage.say(tr("Replaced the template “{name}”.", name=kept.name)),
            owner=self,
        )
        panel.destroyed.connect(self._panel_gone)
        panel.open_at(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _choose_file(self) -> None:
        path = open_name(self._page, tr("Import a message"), tr(_FILES))
        if path:
            self.file_chosen.emit(Path(path))

    def _open(self, dialog: Picker, choose: Callable[[object], object]) -> None:
        self.dialog = dialog
        dialog.choose = choose
        dialog.destroyed.connect(self._dialog_gone)
        dialog.open()

    def _panel_gone(self) -> None:
        self.panel = None

    def _dialog_gone(self) -> None:
        self.dialog = None

    def _known(self) -> Campaign:
        if self._campaign is None:
            raise RuntimeError("no campaign is shown")
        return self._campaign

    def _action(self, menu: QMenu, words: str, run: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda _checked=False: run())
        return action
