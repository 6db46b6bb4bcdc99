"""The files that go with a message: for everyone, or each recipient's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from sendoff.core.campaign import Attachment
from sendoff.core.language import digits, tr
from sendoff.core.template_words import template_words
from sendoff.core.titles import UNTITLED, Titles, shortened
from sendoff.core.wording import count_text
from sendoff.services.own_files import OwnFilesFound
from sendoff.ui import tokens
from sendoff.ui.file_dialogs import folder_name, open_names
from sendoff.ui.pages.message.panels import Panel
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton
from sendoff.ui.widgets.field import Choice, Field
from sendoff.ui.widgets.text import ElidedLabel, Glyph, Text
from sendoff.ui.widgets.wrap import Wrap

_LONGEST_NAME = 28
_KILO = 1_000
_MEGA = 1_000_000


def size_text(size: int) -> str:
    """Write a size: `740 KB`, `1.2 MB`."""
    if size >= _MEGA:
        return tr("{size} MB", size=digits(f"{size / _MEGA:,.1f}"))
    return tr("{value} KB", value=max(1, round(size / _KILO)))


def own_sentence(found: OwnFilesFound, titles: Titles = UNTITLED) -> str:
    """How many rows have a file: `244 of 245 rows have a file from “invoice”. None for no. 7.`."""
    total = found.found + found.missing
    words = tr(
        "{found} of {total} rows have a file from “{column}”",
        found=count_text(found.found),
        total=count_text(total),
        column=titles.of(found.column),
    )
    words += tr(", {size} in all.", size=size_text(found.size)) if found.found else "."
    if found.first_missing:
        rows = ", ".join(count_text(row) for row in found.first_missing)
        more = tr(" and others") if found.missing > len(found.first_missing) else ""
        words += tr(" None for no. {rows}{more}.", rows=rows, more=more)
    return words


class OwnFilesPanel(Panel):
    """Which column names each recipient's file, and where the files are."""

    def __init__(self, parent: QWidget, columns: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent, tr("Each recipient's own file"), tr("Attach"))
        self._folder = self.line(tr("&Folder of the files"), "", tr("Choose a folder"))
        self.column.addWidget(Button(tr("Choose…"), run=self._choose))
        self._column = Choice(tr("Column"), columns)
        self.column.addWidget(Field(tr("&Column with the file's name"), self._column))

    def column_name(self) -> str:
        """The column."""
        return self._column.choice()

    def folder(self) -> str:
        """The folder."""
        return self._folder.text().strip()

    def apply(self) -> None:
        """Attach, where a folder is named."""
        if self.folder():
            super().apply()
        else:
            self._folder.setFocus()

    def _choose(self) -> None:
        if folder := folder_name(self, tr("Folder of the files")):
            self._folder.setText(folder)


class AttachmentBar(QWidget):
    """A button to add files, and the files with a button each to take them away (`removed` gives the place).

    Other buttons may be added to `row`.
    """

    add_wanted = Signal(object)
    """Paths of files for everyone."""
    own_wanted = Signal(str, object)
    """A column, and the folder its files are in."""
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._columns: list[str] = []
        self._titles = Titles()
        self.panel: OwnFilesPanel | None = None
        self._add = Button(tr("Attach"), icon="file")
        menu = QMenu(self._add)
        for words, run in (
            (tr("Files for everyone…"), self._choose_files),
            (tr("Each recipient's own file…"), self.choose_own),
            (tr("A calendar invitation…"), self._choose_calendar),
        ):
            menu.addAction(words).triggered.connect(lambda _checked=False, run=run: run())
        self._own = menu.actions()[1]
        self._add.setMenu(menu)
        holder = self._holder = QWidget()
        self._files = Wrap(holder)
        self._note = ElidedLabel("", role="caption")
        self._note.hide()
        self.row = QHBoxLayout()
        self.row.setSpacing(Space.S)
        self.row.addWidget(self._add)
        self.row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(holder)
        column.addWidget(self._note)
        column.addLayout(self.row)
        self._editable = True
        self.show_columns([], Titles())

    def set_editable(self, *, editable: bool) -> None:
        """Offer to add and remove, or only show."""
        self._editable = editable
        self._add.setVisible(editable)

    def show_columns(self, names: Sequence[str], titles: Titles) -> None:
        """The columns that may name files, and what they are called."""
        self._columns, self._titles = list(names), titles
        self._own.setEnabled(bool(names))

    def show_files(self, attachments: Sequence[Attachment]) -> None:
        """Show these files."""
        self._files.clear()
        for place, one in enumerate(attachments):
            self._files.addWidget(self._chip(place, one))
        self._holder.setVisible(bool(attachments))
        common = [one.size for one in attachments if one.blob]
        self._note.setText(tr("{common} together.", common=size_text(sum(common))) if len(common) > 1 else "")
        self._note.setVisible(len(common) > 1)

    def show_own(self, found: Sequence[OwnFilesFound], attachments: Sequence[Attachment]) -> None:
        """Say for how many rows there is a file, and how large the largest message's files are."""
        self.show_files(attachments)
        if not found:
            return
        common = sum(one.size for one in attachments if one.blob)
        most = common + sum(one.largest for one in found)
        words = [own_sentence(one, self._titles) for one in found]
        self._note.setText(" ".join([*words, tr("At most {most} in one message.", most=size_text(most))]))
        self._note.show()

    def choose_own(self) -> None:
        """Ask for the column and the folder."""
        panel = self.panel = OwnFilesPanel(self, self._titles.offered(self._columns))
        panel.on_apply = lambda: self.own_wanted.emit(panel.column_name(), Path(panel.folder()))
        panel.destroyed.connect(self._panel_gone)
        panel.open_at(self._add.mapToGlobal(self._add.rect().topLeft()))

    @Slot()
    def _panel_gone(self) -> None:
        self.panel = None

    def _choose_files(self) -> None:
        self._chosen(open_names(self, tr("Attach files")))

    def _choose_calendar(self) -> None:
        self._chosen(open_names(self, tr("Attach an invitation"), tr("Calendar files (*.ics)")))

    def _chosen(self, paths: Sequence[str]) -> None:
        if paths:
            self.add_wanted.emit([Path(path) for path in paths])

    def _chip(self, place: int, one: Attachment) -> QFrame:
        column = self._titles.of(one.column)
        name = template_words(one.name, self._titles) if one.blob else tr("own file, from “{column}”", column=column)
        shown = shortened(name, _LONGEST_NAME)
        chip = QFrame()
        chip.setProperty("role", "well")
        chip.setToolTip(name)
        theme().size(chip, QWidget.setFixedHeight, tokens.ROW_HEIGHT - 2)
        row = QHBoxLayout(chip)
        row.setContentsMargins(Space.S, 0, Space.XS, 0)
        row.setSpacing(Space.XS)
        row.addWidget(Glyph("file", "ink_2", tokens.GLYPH))
        row.addWidget(Text(shown))
        if one.blob:
            row.addWidget(Text(size_text(one.size), "caption"))
        if self._editable:
            take = IconButton("close", tr("Remove {name}", name=name), run=lambda: self.removed.emit(place))
            take.setFixedSize(24, 24)
            row.addWidget(take)
        return chip
