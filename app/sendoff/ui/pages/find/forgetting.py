"""Before a person is forgotten: where they are, what goes, what stays. It cannot be undone, so it is asked for here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from sendoff.core.errors import KnownError
from sendoff.core.forgetting import Forgotten, Places, block_text, foretold, obstacle, places_text
from sendoff.core.language import tr
from sendoff.ui.pages.stage import Stage
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.text import Caption, Text


class ForgettingCard(Card):
    """Hidden until `ask`; it says in counts what will happen, and does it when it is told to."""

    forgotten = Signal(str)
    """Whom to look at next: who may be the same person, by a correction; empty for nobody."""
    cancelled = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self.address = ""
        self._title = Text("", "emphasis", wrap=True)
        self.words = QWidget()
        self._lines = QVBoxLayout(self.words)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(Space.XS)
        self.problem = Banner("wait")
        self._blocked = Caption("")
        self._blocked.setWordWrap(True)
        self.block = QCheckBox(tr("And never write to them again"))
        self.block.toggled.connect(lambda on: self._blocked.setText(block_text(block=on)))
        self.sure = Button(tr("Forget for good"), "danger", run=self._forget)
        self.cancel = Button(tr("Cancel"), run=self._cancel)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.sure)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        for widget in (self._title, self.words, self.problem, self.block, self._blocked):
            self.column.addWidget(widget)
        self.column.setAlignment(self.block, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(buttons)
        self.hide()

    def ask(self, address: str) -> None:
        """Look where the person is, then say what would happen."""
        self.address = address
        forgetting = self._stage.services.forgetting
        self._stage.operations.query(
            lambda: forgetting.look(address), lambda places: self._show(address, places), owner=self
        )

    def _show(self, address: str, places: Places) -> None:
        if address != self.address:
            return
        self._title.setText(tr("Forget {address}?", address=address))
        self.setAccessibleName(self._title.text())
        self._say(foretold(places))
        self.block.setChecked(True)
        self._blocked.setText(block_text(block=True))
        self._refused(obstacle(places))
        self.show()
        (self.cancel if self.problem.isVisibleTo(self) else self.block).setFocus()

    def _say(self, sentences: Sequence[str]) -> None:
        while (item := self._lines.takeAt(0)) is not None and (line := item.widget()) is not None:
            line.deleteLater()
        for sentence in sentences:
            self._lines.addWidget(Text(sentence, wrap=True, selectable=True))

    def _refused(self, error: KnownError | None) -> None:
        for widget in (self.words, self.block, self._blocked, self.sure):
            widget.setVisible(error is None)
        self.problem.setVisible(error is not None)
        if error is not None:
            self.problem.say("wait", error.title, error.remedy)
        self.sure.setEnabled(True)

    def _forget(self) -> None:
        stage, address, block = self._stage, self.address, self.block.isChecked()
        sandbox = stage.context.sandbox()
        self.sure.setEnabled(False)

        def forget() -> Forgotten:
            done = stage.services.forgetting.forget(address, block=block)
            sandbox.forget(address)
            return done

        stage.operations.command(forget, self._done, self._refused, owner=self)

    def _done(self, done: Forgotten) -> None:
        said = tr("Forgotten in: {places}.", places=places_text(done.places))
        if not done.anew:
            said = tr("Forgotten. The next start clears the last traces from the data file.")
        self.hide()
        self._stage.say(said)
        self.forgotten.emit(next(iter(done.places.also), ""))

    def _cancel(self) -> None:
        self.hide()
        self.cancelled.emit()
