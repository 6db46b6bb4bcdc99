"""Diagnostics: the whole text is shown before anybody passes it on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from sendoff.core.errors import InputError, KnownError
from sendoff.core.language import phrase, tr
from sendoff.core.system_words import system_words
from sendoff.services.diagnostics import data_of
from sendoff.ui.file_dialogs import save_name
from sendoff.ui.operations import Newest
from sendoff.ui.pages.stage import Stage
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Page
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.reading import Reading
from sendoff.ui.widgets.text import Text

_WORDS = phrase(
    "Versions, settings, kinds of accounts, a test of the disk and the last lines of the log, for whoever helps you. "
    "Names, addresses, hosts and secrets are taken out. Read it before you pass it on."
)


class DiagnosticsPage(Page):
    """Made anew each time it is opened."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.text = Reading(tr("Diagnostics"))
        self.banner = Banner("bad")
        self.banner.hide()
        self.save = Button(tr("Save…"), "primary", run=self._choose)
        self.copy = Button(tr("Copy"), icon="copy", run=self._copy)
        self.presenter = DiagnosticsPresenter(stage, self)
        self._stage = stage
        leave = Button(tr("Settings"), icon="arrow-left", run=lambda: stage.navigator.open("settings"))
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(self.save)
        self.column.addWidget(Head(tr("Diagnostics"), leave))
        self.column.addWidget(Text(tr(_WORDS), "secondary", wrap=True))
        self.column.addWidget(self.banner)
        self.column.addWidget(self.text, 1)
        self.column.addLayout(foot)

    def opened(self, _subject: str) -> None:
        """Make the text."""
        self.banner.hide()
        self.presenter.make()

    def show_text(self, text: str) -> None:
        """Show what was made; an empty text means that it is being made."""
        self.text.show_text(text or tr("Testing the disk…"))
        self.save.setEnabled(bool(text))
        self.copy.setEnabled(bool(text))

    def _choose(self) -> None:
        path = save_name(self, tr("Save the diagnostics"), tr("Sendoff diagnostics.txt"), tr("Text (*.txt)"))
        if path:
            self.presenter.save(Path(path))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._stage.say(tr("Copied."))


class DiagnosticsPresenter(QObject):
    """Behind the page."""

    def __init__(self, stage: Stage, page: DiagnosticsPage) -> None:
        super().__init__(page)
        self._stage = stage
        self._page = page
        self._making = Newest(stage.operations, self)

    def make(self) -> None:
        """Gather the text in the background."""
        diagnostics, services = self._stage.context.diagnostics, self._stage.services
        if diagnostics is None:
            return
        made = diagnostics
        self._page.show_text("")
        self._making.query(lambda: made().text(data_of(services)), self._page.show_text)

    def save(self, path: Path) -> None:
        """Write what is shown to a file."""
        text = self._page.text.toPlainText()

        def write() -> None:
            try:
                path.write_text(text, encoding="utf-8")
            except OSError as error:
                raise InputError(
                    tr("The file cannot be written: {strerror}.", strerror=system_words(error)),
                    remedy=tr("Choose another place."),
                    where=str(path),
                ) from error

        def failed(error: KnownError) -> None:
            self._page.banner.say_error(error)
            self._page.banner.show()

        self._stage.operations.query(write, lambda _none: self._stage.wrote(tr("Saved."), path), failed, owner=self)
