"""The frame of one campaign: its name and state, the stepper, the step's page, and the buttons at the bottom right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from sendoff.core.language import phrase, tr
from sendoff.ui.pages.flow.presenter import FlowPresenter
from sendoff.ui.pages.stage import Stage, Step
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Page
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.scrolled import Scrolled
from sendoff.ui.widgets.state import StatePill
from sendoff.ui.widgets.stepper import Stepper
from sendoff.ui.widgets.text import Text

FROZEN = phrase("Frozen when it started.")
FROZEN_WHY = phrase("What was sent stays as it was. Duplicate the campaign to change it.")
_INSET = 2
"""Pixels that Qt leaves beside the text of every line edit; a title begins at the page's edge."""


class NameEdit(QLineEdit):
    """The campaign's name: a title that can be typed over while the campaign is a draft."""

    renamed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "title")
        self.setAccessibleName(tr("Name of the campaign"))
        self.setPlaceholderText(tr("Name of the campaign"))
        self.setMaxLength(120)
        self.setTextMargins(-_INSET, 0, -_INSET, 0)
        self._kept = ""
        self.editingFinished.connect(self._finish)

    def show_name(self, name: str, *, fixed: bool) -> None:
        """Show a name, unless one is being typed."""
        self._kept = name
        self.setReadOnly(fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if fixed else Qt.FocusPolicy.StrongFocus)
        if not self.hasFocus() or fixed:
            self.setText(name)
            self.setCursorPosition(0)

    def settle(self) -> None:
        """Another campaign follows: what is being typed is still this one's name."""
        self.clearFocus()

    def _finish(self) -> None:
        name = " ".join(self.text().split())
        if not name:
            self.setText(self._kept)
        elif name != self._kept:
            self._kept = name
            self.renamed.emit(name)


class FlowPage(Page):
    """One campaign at a time; `steps` build the five pages, once."""

    def __init__(self, stage: Stage, steps: Sequence[Callable[[], QWidget]]) -> None:
        super().__init__()
        self.name = NameEdit()
        self.pill = StatePill("draft")
        self.saved = Text("", "secondary")
        self.stepper = Stepper()
        self.frozen = Banner("info", tr(FROZEN), tr(FROZEN_WHY))
        self.frozen.hide()
        self.origin = Banner(dismissable=True)
        self.origin.hide()
        self.back = Button(tr("Back"))
        self.primary = Button(tr("Next step"), "primary")
        self.pages = QStackedWidget()
        for build in steps:
            self.pages.addWidget(build())
        self._lay_out()
        self.presenter = FlowPresenter(self, stage)
        self.frozen.add_action(tr("Duplicate"), self.presenter.duplicate)
        self.origin.add_action(tr("Show the results"), self.presenter.open_parent)
        self.origin.dismissed.connect(self.presenter.put_away)
        self.stepper.chosen.connect(self.presenter.go)
        self.name.renamed.connect(self.presenter.rename)
        self.back.clicked.connect(lambda _checked=False: self.presenter.back())
        self.primary.clicked.connect(lambda _checked=False: self.presenter.act())

    def opened(self, subject: str) -> None:
        """Show the campaign (and step) that `subject` names: `<id>` or `<id>/<step>`."""
        self.presenter.open(subject)

    def step(self, place: int) -> Step:
        """The page of a step."""
        return self.pages.widget(place)  # type: ignore[return-value]  # Qt knows what `steps` build as widgets only

    def show_step(self, place: int) -> None:
        """Bring a step to the front, from its top."""
        self.stepper.set_current(place)
        self.pages.setCurrentIndex(place)
        shown = self.pages.currentWidget()
        for part in shown.findChildren(Scrolled) if shown is not None else ():
            part.verticalScrollBar().setValue(0)
        self.back.setVisible(place > 0)

    def show_primary(self, words: str, *, first: bool = True) -> None:
        """Name the primary button; an empty name takes it away. It stands back where `first` is something else."""
        self.primary.set_kind("primary" if first else "secondary")
        self.primary.setText(words)
        self.primary.setAccessibleName(words)
        if not words and self.window().focusWidget() is self.primary:
            self.pages.setFocus()  # else the next place in the window takes it, which is the rail
        self.primary.setVisible(bool(words))

    def _lay_out(self) -> None:
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        head = Head(self.name, state := QWidget())
        states = QHBoxLayout(state)
        states.setContentsMargins(0, 0, 0, 0)
        states.setSpacing(Space.XS)
        states.addWidget(self.pill)
        states.addWidget(self.saved)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.primary)
        body = QVBoxLayout()
        body.setSpacing(Space.M)
        body.addWidget(self.frozen)
        body.addWidget(self.origin)
        body.addWidget(self.pages, 1)
        self.column.setSpacing(Space.M)
        self.column.addWidget(head)
        self.column.addWidget(self.stepper)
        self.column.addLayout(body, 1)
        self.column.addLayout(foot)
