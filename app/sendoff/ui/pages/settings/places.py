"""The card that says where things are kept, with moving, backing up and restoring."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QObject, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from sendoff.core.backup import Manifest, day_text
from sendoff.core.errors import KnownError
from sendoff.core.language import phrase, tr
from sendoff.core.wording import count_text
from sendoff.services.backups import told
from sendoff.ui.file_dialogs import folder_name, open_name, save_name
from sendoff.ui.pages.settings.presenter import SettingsPresenter
from sendoff.ui.pages.stage import Stage
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.text import ElidedLabel, Text

_PATTERN = phrase("Backup (*.zip)")


class PlacesCard(Card):
    """Folder, passwords, backup."""

    def __init__(self, presenter: SettingsPresenter, stage: Stage) -> None:
        super().__init__(tr("Where things are kept"))
        self.folder = ElidedLabel(str(presenter.data_folder or ""), middle=True)
        self.kept = Text(tr("Looking…"), wrap=True, selectable=True)
        self.banner = Banner("wait")
        self.banner.hide()
        self.backups = BackupActs(self, stage)
        context = stage.context
        self.open_folder = Button(tr("Open folder"), run=presenter.open_folder)
        self.moving = Button(tr("Move…"), run=self._choose_folder)
        self.moving.setVisible(context.moving is not None)
        self.back_up = Button(tr("Back up…"), run=self._choose_target)
        self.restore = Button(tr("Restore…"), run=self._choose_backup)
        self.restore.setVisible(context.restoring is not None)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        grid.setColumnMinimumWidth(0, 140)
        grid.setColumnStretch(1, 1)
        words = Text(tr("One file of everything but the passwords."), "secondary", wrap=True)
        rows: list[tuple[str, QWidget, tuple[Button, ...]]] = [
            (tr("Passwords"), self.kept, ()),
            (tr("Backup"), words, (self.back_up, self.restore)),
        ]
        if presenter.data_folder is not None:
            rows.insert(0, (tr("Campaigns and lists"), self.folder, (self.open_folder, self.moving)))
        for place, (word, widget, buttons) in enumerate(rows):
            label = Text(word, "secondary")
            label.setBuddy(buttons[0] if buttons else widget)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(widget, place, 1)
            row = QHBoxLayout()
            row.setSpacing(Space.S)
            row.addStretch(1)
            for button in buttons:
                row.addWidget(button)
            grid.addLayout(row, place, 2)
        self.column.addLayout(grid)
        self.column.addWidget(self.banner)

    @Slot()
    def _choose_target(self) -> None:
        name = tr("Sendoff {tostring}.zip", tostring=QDate.currentDate().toString(Qt.DateFormat.ISODate))
        path = save_name(self, tr("Back up"), name, tr(_PATTERN))
        if path:
            self.backups.back_up(Path(path))

    @Slot()
    def _choose_backup(self) -> None:
        path = open_name(self, tr("Restore a backup"), tr(_PATTERN))
        if path:
            self.backups.look(Path(path))

    @Slot()
    def _choose_folder(self) -> None:
        path = folder_name(self, tr("Keep campaigns and lists in an empty folder"))
        if path:
            self.backups.move(Path(path))


class BackupActs(QObject):
    """What the card's buttons do."""

    def __init__(self, card: PlacesCard, stage: Stage) -> None:
        super().__init__(card)
        self._card = card
        self._stage = stage

    def back_up(self, target: Path) -> None:
        """Write a backup in the background; sending goes on."""
        backups = self._stage.services.backups

        def done(manifest: Manifest) -> None:
            self._card.back_up.wake()
            self._say(
                "ok",
                tr("Backed up: {holds}.", holds=_holds(manifest)),
                tr("It is {target}. Passwords are not in it.", target=target),
            )

        self._card.back_up.rest()
        self._stage.operations.query(partial(backups.make, target), done, self._failed, owner=self)

    def look(self, path: Path) -> None:
        """Say what a backup holds, and offer to put it back."""
        restoring = self._stage.context.restoring
        if restoring is None:
            return

        def act() -> str:
            with restoring() as one:
                return told(one.restore(path))

        def ask(manifest: Manifest) -> None:
            title = tr("Restore the state of {made_at}?", made_at=day_text(manifest.made_at))
            body = tr("It holds {holds}. The present data is kept in the folder “backups”.", holds=_holds(manifest))
            self._offer(title, body, tr("Restore"), tr("Restoring the backup."), act)

        self._stage.operations.query(partial(self._stage.services.backups.look, path), ask, self._failed, owner=self)

    def move(self, target: Path) -> None:
        """Offer to move the data folder."""
        moving = self._stage.context.moving
        if moving is None:
            return

        def act() -> str:
            with moving() as one:
                return one.move(target)

        title = tr("Keep campaigns and lists in {target}?", target=target)
        body = tr("Everything is copied there and compared before it is used. Keep them on this computer's own disk.")
        self._offer(title, body, tr("Move"), tr("Moving campaigns and lists."), act)

    def _offer(self, title: str, body: str, button: str, words: str, act: Callable[[], str]) -> None:
        if self._stage.dispatcher.running():
            self._say("wait", tr("A campaign is being sent."), tr("Pause it first, then try again."))
            return
        self._say("wait", title, body)
        self._card.banner.add_action(button, lambda: self._stage.meanwhile(words, act))
        self._card.banner.add_action(tr("Cancel"), self._card.banner.hide)

    def _failed(self, error: KnownError) -> None:
        self._card.back_up.wake()
        self._card.banner.clear_actions()
        self._card.banner.say_error(error)
        self._card.banner.show()

    def _say(self, kind: str, title: str, body: str) -> None:
        banner = self._card.banner
        banner.clear_actions()
        banner.say(kind, title, body)  # type: ignore[arg-type]  # one of the banner's kinds
        banner.show()


def _holds(manifest: Manifest) -> str:
    campaigns = (
        tr("1 campaign")
        if manifest.campaigns == 1
        else tr("{campaigns} campaigns", campaigns=count_text(manifest.campaigns))
    )
    audiences = (
        tr("1 audience")
        if manifest.audiences == 1
        else tr("{audiences} audiences", audiences=count_text(manifest.audiences))
    )
    accounts = (
        tr("1 account") if manifest.accounts == 1 else tr("{accounts} accounts", accounts=count_text(manifest.accounts))
    )
    return f"{campaigns}, {audiences}, {accounts}"
