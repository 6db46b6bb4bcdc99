"""What a list seems to hold, before it is imported: how it is read, its first rows, and what each column is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QMouseEvent, QPainter, QStandardItem
from PySide6.QtGui import QStandardItemModel as _Cells
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QInputDialog, QMenu, QVBoxLayout, QWidget

from sendoff.core.language import phrase, quoted, tr
from sendoff.core.listing import ReadOptions, encoding_label
from sendoff.core.recipient import ColumnMapping
from sendoff.core.shown import as_shown
from sendoff.core.titles import MEANINGS, UNTITLED
from sendoff.core.wording import count_text
from sendoff.services.looks import PASTED, Look
from sendoff.ui import tokens
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.field import Choice, Field
from sendoff.ui.widgets.same_columns import SameColumns
from sendoff.ui.widgets.table import Table
from sendoff.ui.widgets.text import Caption, ElidedLabel, Glyph, Text

SAMPLE_ROWS = 20
_TWO_LINES = 46
"""Height of a header that says a column's name and its field."""
_HEADER_ROWS = 10
_ENCODINGS = (
    "utf-8", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "iso8859-15", "utf-16",
    "mac-roman", "shift_jis", "gb18030", "big5", "euc_kr",
)  # fmt: skip
"""Offered after those that seem likely."""
_DELIMITERS = {",": phrase("Comma"), ";": phrase("Semicolon"), "\t": phrase("Tab"), "|": phrase("Bar")}


class _Header(QHeaderView):
    """Column names that open a menu."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theme().size(self, QWidget.setFixedHeight, _TWO_LINES)
        self.setAccessibleName(tr("Columns"))
        self._pressed = QPoint()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 -- Qt's name
        """Paint a chevron at the right."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        glyph = theme().glyph("chevron-down", "ink_2")
        painter.drawPixmap(rect.right() - tokens.GLYPH - Space.S, rect.center().y() - tokens.GLYPH // 2, glyph)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, because a drag changes a width."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the menu."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        resizing = self.cursor().shape() is Qt.CursorShape.SplitHCursor
        if not resizing and (place - self._pressed).manhattanLength() < Space.XS and self.logicalIndexAt(place) >= 0:
            self.wanted.emit(self.logicalIndexAt(place))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button opens the same menu."""
        if self.logicalIndexAt(event.pos()) >= 0:
            self.wanted.emit(self.logicalIndexAt(event.pos()))


class LookView(QWidget):
    """Shows a `Look` and emits the options a person wants it read with."""

    corrected = Signal(ReadOptions)
    """Read it like this instead."""
    anew = Signal()
    """Forget what was said last time."""

    def __init__(self, choose: Callable[[], object], cancel: Callable[[], object]) -> None:
        super().__init__()
        self._look: Look | None = None
        self.file_name = ElidedLabel("", middle=True, role="emphasis")
        self.email, self._email_field = self._choice(tr("&Addresses are in"), self._choose_email)
        self.sheet, self._sheet_field = self._choice(tr("&Sheet"), lambda key: self._say(sheet=key, header=None))
        self.header, self._header_field = self._choice(tr("Column &names"), lambda key: self._say(header=int(key)))
        self.delimiter, self._delimiter_field = self._choice(
            tr("&Cells separated by"), lambda key: self._say(delimiter=key)
        )
        self.encoding, self._encoding_field = self._choice(tr("&Letters read as"), lambda key: self._say(encoding=key))
        self.encoding.setToolTip(tr("Choose another where letters such as é, ü or ł look wrong below."))
        self.sample = Table(tr("The first rows of the list"))
        self._columns = _Header()
        self._columns.wanted.connect(self.open_menu)
        self.sample.setHorizontalHeader(self._columns)
        self._columns.setStretchLastSection(True)
        what = QAction(tr("What this column is…"), self.sample)
        what.setShortcut(QKeySequence("Alt+Down"))
        what.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        what.triggered.connect(lambda _checked=False: self.open_menu(max(0, self.sample.currentIndex().column())))
        self.sample.addAction(what)
        self.note = Caption("")
        self.remembered = Text(tr("Read as last time."), "secondary")
        self.guess_anew = Button(tr("Guess anew"), "link", run=self.anew.emit)
        self.names = Text("", "secondary", wrap=True)
        self.names_button = Button("", "link", run=self._turn_names)
        self.same = SameColumns(tr("What the message calls its columns"))
        self.same.changed.connect(self._say_same)
        self._shown_as: Mapping[str, str] = {}
        self.difference = Text("", "strong", wrap=True)
        self.difference_more = Caption("")
        self.cancel = Button(tr("Cancel"), "quiet", run=cancel)
        self._lay_out(Button(tr("Choose another file…"), run=choose))

    def show_look(self, look: Look) -> None:
        """Show what a list seems to hold."""
        self._look = look
        said, columns = look.understood, look.mapping.columns
        pasted = look.path.name == PASTED
        self.file_name.setText(tr("What you pasted") if pasted else look.path.name)
        self.email.set_choices(
            [(str(place), one.header or one.field) for place, one in enumerate(columns[: len(look.headers)])]
        )
        self.email.choose(str(look.mapping.sources["email"]))
        self.sheet.set_choices([(name, name) for name in look.sheets])
        self.sheet.choose(said.sheet)
        self._sheet_field.setVisible(len(look.sheets) > 1)
        rows = sorted({*range(1, _HEADER_ROWS + 1), said.header} - {0})
        self.header.set_choices(
            [("0", tr("there are none")), *((str(row), tr("in row {row}", row=count_text(row))) for row in rows)]
        )
        self.header.choose(str(said.header))
        self._header_field.setVisible(said.kind in {"csv", "workbook"})
        signs = dict.fromkeys((*filter(None, (said.delimiter,)), *said.delimiters, *_DELIMITERS))
        self.delimiter.set_choices(
            [(sign, tr(_DELIMITERS[sign]) if sign in _DELIMITERS else quoted(sign)) for sign in signs]
        )
        self.delimiter.choose(said.delimiter)
        self._delimiter_field.setVisible(said.kind == "csv")
        names = dict.fromkeys((*filter(None, (said.encoding,)), *said.encodings, *_ENCODINGS))
        labels = {encoding_label(name): name for name in reversed(names)}
        self.encoding.set_choices([(name, label) for label, name in reversed(labels.items())])
        self.encoding.choose(said.encoding)
        self._encoding_field.setVisible(bool(said.encoding) and not pasted)
        self.remembered.setVisible(look.remembered)
        self.guess_anew.setVisible(look.remembered)
        self.show_difference("")
        self._show_names(look)
        self._fill(look)

    def _show_names(self, look: Look) -> None:
        """Say where first and last names come from, with one as an example."""
        one = look.names
        for part in (self.names, self.names_button):
            part.setVisible(one is not None)
        if one is None:
            return
        values = {"column": one.header, "written": one.written, "first": one.first, "last": one.last}
        self.names.setText(
            tr("“{column}” holds whole names, such as “{written}”.", column=one.header, written=one.written)
            if not one.taken
            else tr("From “{column}” come first and last names: “{written}” is “{first}” and “{last}”.", **values)
            if one.last
            else tr("From “{column}” come first names: “{written}” is “{first}”.", **values)
        )
        words = tr("Leave them whole") if one.taken else tr("Take first and last names from it")
        self.names_button.setText(words)
        self.names_button.setAccessibleName(words)

    def _turn_names(self) -> None:
        if self._look is not None and self._look.names is not None:
            names = "whole" if self._look.names.taken else "split"
            self.corrected.emit(replace(self._look.options, names=names))

    def show_same(self, shown_as: Mapping[str, str]) -> None:
        """Offer fields of the message for columns that are called otherwise: the list's field → the message's."""
        look, self._shown_as = self._look, shown_as
        if look is None:
            return
        self.same.show_lists(tuple(dict.fromkeys(shown_as.values())), UNTITLED, tuple(shown_as), look.mapping.titles)
        for field, choice in self.same.choices.items():
            choice.choose(shown_as[field] if shown_as[field] in look.mapping.sources else "")

    def _say_same(self) -> None:
        look = self._look
        if look is None:
            return
        mapping = dict(look.options.mapping)
        for field, name in self.same.same().items():
            column = look.reference(look.mapping.sources[field])
            for old in (self._shown_as[field], field):
                mapping.pop(old, None)
            mapping[name or field] = column
        self.corrected.emit(replace(look.options, mapping=mapping))

    def show_number(self, rows: int) -> None:
        """Say of how many rows these are the first; 0 = that is not known yet."""
        press = tr("Press a column's name to say what it holds.")
        if self._look is None or len(self._look.sample) <= SAMPLE_ROWS:
            self.note.setText(press)
            return
        first = (
            tr(
                "These are the first {shown} of {rows} rows; all of them come in.",
                shown=SAMPLE_ROWS,
                rows=count_text(rows),
            )
            if rows
            else tr("These are the first {shown} rows; the others come in as well.", shown=SAMPLE_ROWS)
        )
        self.note.setText(f"{first} {press}")

    def show_difference(self, sentence: str, more: str = "") -> None:
        """Say what the list would change in the present one, and what else is to be known of that."""
        for label, words in ((self.difference, sentence), (self.difference_more, more)):
            label.setText(words)
            label.setVisible(bool(words))

    def menu_of(self, column: int) -> QMenu:
        """What a column can be."""
        menu = QMenu(self)
        look = self._look
        if look is None or not 0 <= column < len(look.mapping.columns):
            return menu
        if column >= len(look.headers):  # taken from another column
            menu.addAction(tr("Leave them whole")).triggered.connect(lambda _checked=False: self._turn_names())
            return menu
        for field, word in MEANINGS.items():
            action = menu.addAction(tr(word))
            action.setCheckable(True)
            action.setChecked(look.mapping.sources.get(field) == column)
            action.triggered.connect(lambda _checked=False, field=field: self._map(field, column))
        menu.addSeparator()
        menu.addAction(tr("Another field…")).triggered.connect(lambda _checked=False: self._ask_field(column))
        said = [name for name, wanted in look.options.mapping.items() if wanted == self._reference(column)]
        back = menu.addAction(tr("As guessed"))
        back.setEnabled(bool(said))
        back.triggered.connect(lambda _checked=False: self._unmap(said))
        return menu

    def open_menu(self, column: int) -> None:
        """Open a column's menu below its header."""
        menu = self.menu_of(column)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = QPoint(self._columns.sectionViewportPosition(column), self._columns.height())
        menu.popup(self._columns.viewport().mapToGlobal(place))

    # -- what a person says

    def _say(self, **changed: object) -> None:
        """Read it otherwise; the columns may then have other names, so they are guessed again."""
        if self._look is not None:
            self.corrected.emit(replace(self._look.options, mapping={}, **changed))  # type: ignore[arg-type]  # as named

    def _choose_email(self, key: str) -> None:
        self._map("email", int(key))

    def _map(self, field: str, column: int) -> None:
        if self._look is not None:
            mapping = {**self._look.options.mapping, field: self._reference(column)}
            self.corrected.emit(replace(self._look.options, mapping=mapping))

    def _unmap(self, fields: list[str]) -> None:
        if self._look is not None:
            mapping = {name: where for name, where in self._look.options.mapping.items() if name not in fields}
            self.corrected.emit(replace(self._look.options, mapping=mapping))

    def _ask_field(self, column: int) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Another field"))
        dialog.setLabelText(tr("The name to write in the message:"))
        dialog.textValueSelected.connect(lambda name: self._map(name, column) if name.strip() else None)
        dialog.open()

    def _reference(self, column: int) -> str:
        """How the options name a column: by its header, or by its field where the header is shared or empty."""
        return self._look.reference(column) if self._look is not None else ""

    # -- parts

    def _choice(self, label: str, chosen: Callable[[str], object]) -> tuple[Choice, Field]:
        choice = Choice(label.replace("&", ""))
        theme().size(choice, QWidget.setMaximumWidth, 284)
        choice.chosen.connect(chosen)
        return choice, Field(label, choice)

    def _lay_out(self, another: Button) -> None:
        head = QHBoxLayout()
        head.addWidget(Glyph("file", "ink_2"))
        head.addWidget(self.file_name, 1)
        head.addWidget(another)
        head.addWidget(self.cancel)
        fields = QHBoxLayout()
        fields.setSpacing(Space.M)
        for field in (
            self._email_field, self._sheet_field, self._header_field, self._delimiter_field, self._encoding_field,
        ):  # fmt: skip
            fields.addWidget(field)
        fields.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.remembered)
        foot.addWidget(self.guess_anew)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addLayout(fields)
        column.addWidget(self.sample, 1)
        names = QHBoxLayout()
        names.setSpacing(Space.S)
        names.addWidget(self.names, 1)
        names.addWidget(self.names_button)
        column.addLayout(names)
        column.addWidget(self.same)
        column.addWidget(self.difference)
        column.addWidget(self.difference_more)
        column.addLayout(foot)

    def _fill(self, look: Look) -> None:
        model, mapping = _Cells(self.sample), look.mapping
        model.setHorizontalHeaderLabels([_heading(look, place) for place in range(len(mapping.columns))])
        forms = look.own_forms()
        for row in look.sample[:SAMPLE_ROWS]:
            cells = row[: len(mapping.columns)]
            model.appendRow([QStandardItem(as_shown(forms, place, cell).strip()) for place, cell in enumerate(cells)])
        self.sample.setModel(model)
        for place in range(len(mapping.columns)):
            self.sample.set_width(place, 170)
        self.sample.set_width(mapping.sources["email"], 230)
        self.show_number(0)


def _heading(look: Look, place: int) -> str:
    """A column's name, above what it is where that is something else."""
    header = look.mapping.columns[place].header or "—"
    if place >= len(look.headers) and look.names is not None:  # taken from another column
        return f"{UNTITLED.of(header)}\n{tr('from “{column}”', column=look.names.header)}"
    said = said_of(look.mapping, place)
    return f"{header}\n{said}" if said.casefold() not in ("", header.casefold()) else header


def said_of(mapping: ColumnMapping, column: int) -> str:
    """What a column is, as its header says it: its meanings; empty for a field like any other."""
    fields = [name for name, place in mapping.sources.items() if place == column]
    meanings = [tr(MEANINGS[name]) for name in fields if name in MEANINGS]
    own = [UNTITLED.of(name) for name in fields if name not in MEANINGS and name != mapping.columns[column].field]
    return ", ".join((*meanings, *own))
