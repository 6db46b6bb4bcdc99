"""Who the sandbox refuses: those of known beginnings, and addresses of one's own with what happens to each."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from sendoff.core.errors import KnownError
from sendoff.core.language import pairs, phrase, tr
from sendoff.core.rehearsal import ANSWERS, Answer
from sendoff.ui.models.sandbox_rules import SandboxRulesModel
from sendoff.ui.pages.sandbox.presenter import SandboxPresenter
from sendoff.ui.theme import restyle, theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.field import Choice
from sendoff.ui.widgets.message import EmptyState
from sendoff.ui.widgets.table import ListTable
from sendoff.ui.widgets.text import Caption, Text

_REFUSED = phrase(
    "Addresses that begin with “bounce” or “blocked” are then refused, “full” and “grey” are deferred, and after "
    "“lost” the connection breaks, so that the message is in doubt."
)
_OWN = phrase("Or choose yourself. What stands here always holds, also on the command line.")


class Refusals(QWidget):
    """The switch, a line to add an address, and the table of those there are."""

    def __init__(self, presenter: SandboxPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.refuse = QCheckBox(tr("Refuse some, to see what failures look like"))
        self.refuse.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.refuse.setChecked(presenter.refusing)
        self.refuse.toggled.connect(presenter.refuse)
        usual = Card()
        usual.column.addWidget(self.refuse)
        usual.column.addWidget(Caption(tr(_REFUSED)))
        self.address = QLineEdit()
        self.address.setPlaceholderText("anna@example.com, *@gmx.de")
        self.address.returnPressed.connect(self._add)
        self.address.textEdited.connect(lambda _text: self._problem(""))
        self.answer = Choice(tr("What happens"), pairs((one.value, words) for one, words in ANSWERS))
        self.add = Button(tr("Add"), run=self._add)
        self.model = SandboxRulesModel()
        self.model.setParent(self)
        self.table = ListTable(tr("Addresses of your own"), self.model, 320)
        self.table.set_address_column(0)
        self.table.act(tr("Remove"), self._remove_row, QKeySequence(QKeySequence.StandardKey.Delete).toString())
        self.table.selectionModel().selectionChanged.connect(lambda *_change: self._offer())
        self.empty = EmptyState("sandbox", tr("No addresses of your own yet."))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self.remove = Button(tr("Remove"), icon="trash", run=self._remove_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(usual)
        column.addLayout(self._line())
        column.addWidget(self.stack, 1)
        presenter.told.connect(self.show_told)
        presenter.not_told.connect(self._refused)
        self.show_told()

    def _line(self) -> QGridLayout:
        self.below = Text("", "caption", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        words = (tr("&Addresses or patterns"), self.address), (tr("What &happens"), self.answer)
        for column, (label, control) in enumerate(words):
            title = Text(label, "label")
            title.setBuddy(control)
            control.setAccessibleName(label.replace("&", ""))
            grid.addWidget(title, 0, column)
            grid.addWidget(control, 1, column)
        theme().size(self.answer, QWidget.setMinimumWidth, 250)
        grid.addWidget(self.add, 1, 2)
        grid.addWidget(self.below, 2, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        self._problem("")
        return grid

    def _problem(self, problem: str) -> None:
        self.below.setText(problem or tr(_OWN))
        self.below.set_role("problem" if problem else "caption")
        self.address.setAccessibleDescription(problem or tr(_OWN))
        self.address.setProperty("problem", bool(problem))
        restyle(self.address)

    @Slot()
    def show_told(self) -> None:
        """Show what holds now."""
        self.refuse.blockSignals(True)  # noqa: FBT003 -- Qt's signature
        self.refuse.setChecked(self._presenter.refusing)
        self.refuse.blockSignals(False)  # noqa: FBT003 -- likewise
        self.model.show(self._presenter.rules)
        self.stack.setCurrentWidget(self.table if self._presenter.rules else self.empty)
        self._offer()

    def _add(self) -> None:
        self._problem("")
        self._presenter.tell(self.address.text(), Answer(self.answer.choice()), self.address.clear)

    def _offer(self) -> None:
        self.remove.setEnabled(self.table.chosen() is not None)

    def _remove_chosen(self) -> None:
        if (row := self.table.chosen()) is not None:
            self._remove_row(row)

    def _remove_row(self, row: int) -> None:
        self._presenter.forget(self.model.entry(row))

    @Slot(object)
    def _refused(self, error: KnownError) -> None:
        self._problem(f"{error.title} {error.remedy}")
        self.address.setFocus()
