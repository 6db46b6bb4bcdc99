"""The message that one recipient gets, beside the editor; any row can be chosen, and any way of reading it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sendoff.core.language import pairs, phrase, tr
from sendoff.core.sight import Sight
from sendoff.ui.pages.message.preview_steps import Steps
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, Segments
from sendoff.ui.widgets.mail_view import Look, MailView
from sendoff.ui.widgets.text import Caption, ElidedLabel, Text

DESKTOP, PHONE, PLAIN = "desktop", "phone", "plain"
_KINDS = ((DESKTOP, phrase("Desktop")), (PHONE, phrase("Phone")), (PLAIN, phrase("Text")))
_STALE = phrase("Not up to date: the text beside it cannot be filled in.")


class PreviewPane(QWidget):
    """`row_chosen` gives the row to show, `row_wanted` asks for one worth a look (`services.previews.Worth`)."""

    row_chosen = Signal(int)
    place_wanted = Signal(int)
    """The number of one of those who get the message, typed."""
    row_wanted = Signal(str)
    step_wanted = Signal(int)
    """So many recipients on, or back: only those who get the message count."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Preview"))
        self._sight = Sight()
        self._look = Look()
        self.steps = Steps()
        self.search = self.steps.search
        self.steps.step_wanted.connect(self.step_wanted)
        self.steps.place_wanted.connect(self.place_wanted)
        self.steps.row_wanted.connect(self.row_wanted)
        self._position = 1
        self._begun = False
        """A row was chosen, or this campaign's first recipient."""
        self._wanted = DESKTOP
        self._refused: set[str] = set()
        self._newly_refused: set[str] = set()
        self._subject = ElidedLabel("", role="strong")
        self._to = ElidedLabel("", middle=True)
        self._html = MailView(tr("Message, as mail programs show it"))
        self._plain = QPlainTextEdit(readOnly=True)
        self._plain.setAccessibleName(tr("Message, as plain text"))
        self._plain.document().setDocumentMargin(Space.L)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._html)
        self._stack.addWidget(self._plain)
        self._note = Caption("")
        self._note.hide()
        self._link = ElidedLabel("", middle=True, role="caption")
        self._link.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._head())
        column.addLayout(self._envelope())
        column.addWidget(self._note)
        column.addLayout(self._web())
        column.addWidget(self._link)
        column.addWidget(self._stack, 1)
        column.addWidget(self.steps)
        self._html.pressed.connect(self._link_pressed)
        self._html.refused.connect(self._picture_refused)
        self._html.loaded.connect(self._loaded)
        self._html.became_poor.connect(self._say_poor)
        self._show_kind()

    def show_total(self, total: int, sent: int) -> None:
        """Say how many rows there are to look at, and how many of them are sent."""
        self._position = min(self._position, max(1, total))
        self.steps.show_total(total, sent)

    def begin_at(self, position: int) -> bool:
        """Begin with this row, unless one is looked at already; say whether it is another now. No signal follows."""
        if self._begun or not position:
            return False
        self._begun = True
        before, self._position = self._position, position
        return self._position != before

    def row(self) -> int:
        """The row that is shown, by its number in the list, from 1."""
        return self._position

    def show_row(self, position: int) -> None:
        """Go to a row; the signal follows."""
        self._begun = True
        if position != self._position:
            self._position = position
            self.row_chosen.emit(position)

    def show_place(self, position: int, place: int) -> None:
        """Say which of those who get the message a row is, where it is the one that is shown; 0 for nobody of them."""
        if position == self._position:
            self.steps.show_place(place)

    def forget(self) -> None:
        """Another campaign: the last one's message is not shown under its name, nor is what was allowed for it."""
        self._refused.clear()
        self._begun = False
        self.search.clear()
        self._look = replace(self._look, web_pictures=False)
        self.show_preview(Sight())

    def show_preview(self, sight: Sight) -> None:
        """Show a finished message, keeping the place in the text."""
        self._note.setText(sight.note)
        self._note.setVisible(bool(sight.note))
        self._say_link("")
        self._sight = sight
        self._subject.setText(sight.subject or tr("(no subject)"))
        self._to.setText(sight.to)
        place = self._plain.verticalScrollBar().value()
        self._plain.setPlainText(sight.text)
        self._plain.verticalScrollBar().setValue(place)
        self._show_kind()

    def show_stale(self, note: str = "") -> None:
        """Say that what is shown is older than what is written."""
        self._note.setText(note or tr(_STALE))
        self._note.show()

    def _say_link(self, words: str) -> None:
        self._link.setText(words)
        self._link.setVisible(bool(words))

    def _head(self) -> QHBoxLayout:
        self._kinds = Segments(tr("Preview"), pairs(_KINDS))
        self._kinds.explain({PLAIN: tr("Words only, as programs show it that show no pictures and colours")})
        self._kinds.chosen.connect(self._kind_chosen)
        self._dark = _Toggle(tr("Dark"), tr("As programs show it that darken messages"))
        self._pictures = _Toggle(tr("Pictures"), tr("With its pictures, or without as many programs begin"))
        self._pictures.setChecked(True)
        self._dark.toggled.connect(self._dark_chosen)
        self._pictures.toggled.connect(self._pictures_chosen)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        for widget in (self._kinds, self._dark, self._pictures):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _envelope(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for place, (word, value) in enumerate(((tr("To"), self._to), (tr("Subject"), self._subject))):
            grid.addWidget(Text(word, "secondary"), place, 0)
            grid.addWidget(value, place, 1)
        return grid

    def _web(self) -> QHBoxLayout:
        self._kept_out = Text("", "caption")
        self._allow = Button(tr("Show them"), "link", run=self._allow_web)
        self._allow.setAccessibleName(tr("Fetch the pictures from the web for this message"))
        self._allow.setToolTip(tr("Their servers see that this message is looked at."))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._kept_out)
        row.addWidget(self._allow)
        row.addStretch(1)
        self._say_refused()
        return row

    def _show_kind(self) -> None:
        page = bool(self._sight.html) and self._wanted != PLAIN
        self._kinds.choose(self._wanted if page else PLAIN)
        self._kinds.setEnabled(bool(self._sight.html))
        self._stack.setCurrentWidget(self._html if page else self._plain)
        if page:
            self._newly_refused = set()
            self._html.show_sight(self._sight, self._look)
        for toggle in (self._dark, self._pictures):  # the plainer reader knows neither
            toggle.setVisible(page and not self._html.poor)

    def _show_look(self, look: Look) -> None:
        self._look = look
        self._show_kind()

    def _allow_web(self) -> None:
        self._refused.clear()
        self._say_refused()
        self._show_look(replace(self._look, web_pictures=True))

    def _say_refused(self) -> None:
        count = len(self._refused)
        words = (
            tr("{count} pictures on the web are not shown.", count=count)
            if count > 1
            else tr("A picture on the web is not shown.")
        )
        self._kept_out.setText(words)
        self._kept_out.setVisible(count > 0)
        self._allow.setVisible(count > 0)

    @Slot(str)
    def _kind_chosen(self, kind: str) -> None:
        self._wanted = kind
        self._show_look(replace(self._look, phone=kind == PHONE))

    @Slot(bool)
    def _dark_chosen(self, dark: bool) -> None:  # noqa: FBT001 - Qt's `toggled` gives the flag by position
        self._show_look(replace(self._look, dark=dark))

    @Slot(bool)
    def _pictures_chosen(self, pictures: bool) -> None:  # noqa: FBT001 - likewise
        self._show_look(replace(self._look, pictures=pictures))

    @Slot(str)
    def _link_pressed(self, address: str) -> None:
        self._say_link(tr("Opens {address}", address=address))

    @Slot(str)
    def _picture_refused(self, address: str) -> None:
        self._refused.add(address)
        self._newly_refused.add(address)
        self._say_refused()

    @Slot()
    def _loaded(self) -> None:
        """Only now, so that the sentence does not come and go while one writes."""
        self._refused = set(self._newly_refused)
        self._say_refused()

    @Slot()
    def _say_poor(self) -> None:
        self._say_link(self._html.poor)
        for toggle in (self._dark, self._pictures):
            toggle.hide()


class _Toggle(QToolButton):
    """A way of showing the message that is on or off; it says itself in a word."""

    def __init__(self, word: str, more: str) -> None:
        super().__init__()
        self.setText(word)
        self.setToolTip(more)
        self.setAccessibleName(word)
        self.setAccessibleDescription(more)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "toggle")
