"""The log: what happened here, newest at the bottom, filtered by how grave it is and by words."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from sendoff.core.language import pairs, phrase, tr
from sendoff.ui.pages.log.presenter import LogPresenter
from sendoff.ui.pages.stage import Stage
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, Segments
from sendoff.ui.widgets.card import Page
from sendoff.ui.widgets.field import SearchEdit
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.reading import Reading
from sendoff.ui.widgets.text import Text

_LEVELS = (("debug", phrase("All")), ("warning", phrase("Warnings")), ("error", phrase("Errors")))


class LogPage(Page):
    """Follows while it is shown."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self.presenter = LogPresenter(stage, self)
        self.search = SearchEdit(tr("Search the log"))
        self.levels = Segments(tr("How grave"), pairs(_LEVELS))
        self.text = Reading(tr("Log"))
        self.text.hide()
        self.nothing = Text(tr("Nothing is in the log yet."), "secondary")
        copy = Button(tr("Copy"), icon="copy", run=self._copy)
        leave = Button(tr("Settings"), icon="arrow-left", run=lambda: stage.navigator.open("settings"))
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.search, 1)
        row.addWidget(self.levels)
        self.column.addWidget(Head(tr("Log"), copy, leave))
        self.column.addWidget(
            Text(
                tr("What happened here, without passwords; with addresses only while the settings log “Everything”."),
                "secondary",
            )
        )
        self.column.addLayout(row)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.text, 1)
        self.column.addStretch(0)  # where the log is empty and hidden
        self.search.searched.connect(self._filter)
        self.levels.chosen.connect(self._filter)
        self.presenter.anew.connect(self._show)
        self.presenter.added.connect(self._add)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow from now on."""
        super().showEvent(event)
        self.presenter.follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self.presenter.rest()

    @Slot()
    def _filter(self) -> None:
        self.presenter.filter(self.levels.choice(), self.search.text())

    @Slot(str)
    def _show(self, text: str) -> None:
        self.text.show_text(text, end=True)
        narrowed = self.presenter.narrowed
        self.nothing.setText(tr("Nothing like that is in the log.") if narrowed else tr("Nothing is in the log yet."))
        self.nothing.setVisible(not text)
        self.text.setVisible(bool(text))

    @Slot(str)
    def _add(self, text: str) -> None:
        self.text.add(text)
        self.nothing.hide()
        self.text.show()

    def _copy(self) -> None:
        chosen = self.text.textCursor().selectedText().replace("\u2029", "\n")
        QGuiApplication.clipboard().setText(chosen or self.text.toPlainText())
        self._stage.say(tr("Copied."))
