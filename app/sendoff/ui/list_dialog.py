"""Dialogs about a list in a file: choose it, see what was understood, correct it, make or renew an audience."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from sendoff.core.audience import Audience, Merged
from sendoff.core.errors import KnownError
from sendoff.core.language import phrase, tr
from sendoff.core.listing import ReadOptions, understood_sentences
from sendoff.core.titles import UNTITLED
from sendoff.core.wording import count_text
from sendoff.services.looks import Look
from sendoff.services.recipients import Imported
from sendoff.ui.file_dialogs import open_name
from sendoff.ui.operations import Newest, Stoppable
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.field import Choice, Field
from sendoff.ui.widgets.form_dialog import FormDialog
from sendoff.ui.widgets.same_columns import SameColumns
from sendoff.ui.widgets.table import Table
from sendoff.ui.widgets.text import Caption, ElidedLabel, Glyph
from sendoff.ui.work import Work

_PATTERNS = phrase("Lists (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.vcf);;All files (*)")
_SAMPLE_ROWS = 20
_SIZE = (720, 560)
_ADDRESS_WIDTH, _COLUMN_WIDTH = 230, 120
_SAMPLE_HEIGHT = 140


class ListDialog(FormDialog):
    """One list, looked at; what is done with it is its heirs' business."""

    SCROLLS = True

    def __init__(self, title: str, button: str, stage: Stage, parent: QWidget | None) -> None:
        super().__init__(title, button, parent)
        self._stage = stage
        self._list: Look | None = None
        self._looking, self._counting = Newest(stage.operations, self), Stoppable(stage.operations, self)
        self.finished.connect(self._counting.cancel)
        self._work = Work(self, stage)
        self.setAcceptDrops(True)
        self.form.addLayout(self._head())
        self.understood = Caption(tr("CSV, TSV, text, Excel (XLSX, XLS), OpenDocument (ODS) or contacts (VCF)"))
        self.form.addWidget(self.understood)
        self.email = Choice(tr("Addresses are in"))
        self.email.chosen.connect(lambda header: self._again(mapping={"email": header}))
        self.sheet = Choice(tr("Sheet"))
        self.sheet.chosen.connect(lambda sheet: self._again(sheet=sheet))
        self._sheet_field = Field(tr("&Sheet"), self.sheet)
        self._said = QWidget()
        said = QHBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(Space.L)
        for field in (*self.own_fields(), Field(tr("&Addresses are in"), self.email), self._sheet_field):
            said.addWidget(field, 1)
        self.form.addWidget(self._said)
        self.sample = Table(tr("The first rows of the list"))
        theme().size(self.sample, QWidget.setMinimumHeight, _SAMPLE_HEIGHT)
        self.form.addWidget(self.sample, 1)
        self._show_rest(shown=False)

    def look(self, path: Path, options: ReadOptions | None = None) -> None:
        """Open a list and show what was understood."""
        recipients = self._stage.services.recipients
        asked = options or ReadOptions()
        self._looking.cancel()
        self._looking.query(lambda: recipients.look(path, asked), self._looked, self._bad)

    def own_fields(self) -> list[Field]:
        """What else is asked, before the column of the addresses."""
        return []

    def looked(self, look: Look) -> None:
        """Another list, or the same read otherwise, is shown."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file from this computer."""
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The file was let go."""
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.look(path)

    def _head(self) -> QHBoxLayout:
        self.file = ElidedLabel(tr("Choose a list, or drop it here."), middle=True)
        self.choose = Button(tr("Choose a file…"), run=self._ask_file)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(Glyph("file", "ink_2"))
        head.addWidget(self.file, 1)
        head.addWidget(self.choose)
        return head

    def _again(self, *, sheet: str = "", mapping: dict[str, str] | None = None) -> None:
        if self._list is None:
            return
        said = self._list.options
        # Another sheet has columns of its own.
        options = ReadOptions(sheet=sheet) if sheet else ReadOptions(mapping=mapping or {}).over(said)
        self.look(self._list.path, options)

    def _looked(self, look: Look) -> None:
        if self._list is None:
            self.widen(*_SIZE)
        self._list = look
        self.problem.hide()
        self.file.setText(look.path.name)
        self.choose.setText(tr("Choose another…"))
        self.understood.setText(understood_sentences(look.understood, remembered=look.remembered))
        columns = look.mapping.columns
        self.email.set_choices(
            [(column.header, column.header or column.field) for column in columns[: len(look.headers)]]
        )
        self.email.choose(look.mapping.email.header)
        self.sheet.set_choices([(name, name) for name in look.sheets])
        self.sheet.choose(look.understood.sheet)
        self._fill(look)
        self._count(look)
        self._show_rest(shown=True)
        self._sheet_field.setVisible(len(look.sheets) > 1)
        self.looked(look)

    def _fill(self, look: Look) -> None:
        columns = look.mapping.columns
        model = QStandardItemModel(self.sample)
        own = len(look.headers)  # what follows is taken from one of them
        titles = [UNTITLED.of(one.header) if at >= own else one.header or one.field for at, one in enumerate(columns)]
        model.setHorizontalHeaderLabels(titles)
        for row in look.sample[:_SAMPLE_ROWS]:
            model.appendRow([QStandardItem(cell) for cell in row[: len(columns)]])
        self.sample.setModel(model)
        for place, column in enumerate(columns):
            self.sample.set_width(place, _ADDRESS_WIDTH if column == look.mapping.email else _COLUMN_WIDTH)

    def _count(self, look: Look) -> None:
        """Say how many rows there are, where more than those in sight."""
        self._counting.cancel()
        if len(look.sample) <= _SAMPLE_ROWS:
            return
        recipients, before = self._stage.services.recipients, self.understood.text()

        def came(rows: int) -> None:
            number = tr(
                "These are the first {shown} of {rows} rows; all of them come in.",
                shown=_SAMPLE_ROWS,
                rows=count_text(rows),
            )
            self.understood.setText(f"{before} {number}")

        self._counting.query(lambda stopped: recipients.count(look, stopped), came, lambda _error: None)

    def _bad(self, error: KnownError) -> None:
        self.fail(error)
        self.primary.setEnabled(self._list is not None)

    def _show_rest(self, *, shown: bool) -> None:
        self._said.setVisible(shown)
        self.sample.setVisible(shown)
        self.primary.setEnabled(shown)

    def _ask_file(self) -> None:
        name = open_name(self, tr("Choose a list"), tr(_PATTERNS))
        if name:
            self.look(Path(name))


class BringDialog(ListDialog):
    """A list becomes an audience."""

    brought = Signal(object, object)
    """The new Audience, and what the import brought (Imported)."""

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(tr("New audience from a file"), tr("Import"), stage, parent)
        self.submit = self.bring

    def own_fields(self) -> list[Field]:
        """The name and the tags."""
        self.name, self.tags = QLineEdit(), QLineEdit()
        return [Field(tr("&Name"), self.name), Field(tr("&Tags"), self.tags, tr("Commas between them."))]

    def looked(self, look: Look) -> None:
        """Suggest the file's name."""
        if not self.name.isModified():
            self.name.setText(look.path.stem)
            self.name.setFocus()

    def bring(self) -> None:
        """Import the list under the name given."""
        look, name, tags = self._list, self.name.text(), tags_of(self.tags.text())
        if look is None:
            return
        audiences = self._stage.services.audiences
        self._work.run(
            lambda stopped: audiences.bring(name, look, tags=tags, stopped=stopped),
            self._done,
            tr("Reading {name}", name=look.path.name),
        )

    def _done(self, result: tuple[Audience, Imported]) -> None:
        self.brought.emit(*result)


class MergeDialog(ListDialog):
    """A newer list is brought into an audience: first what it changes, then it is done."""

    def __init__(self, one: Audience, stage: Stage, done: Callable[[Merged], object], parent: QWidget | None) -> None:
        self._gone = QCheckBox(tr("Remove who is gone from the newer list"))
        super().__init__(tr("Bring a newer list into “{name}”", name=one.name), tr("Compare"), stage, parent)
        self._one = one
        self._finished = done
        self._gone.hide()
        self.columns = SameColumns()
        self.columns.changed.connect(self._begin)
        self.form.addWidget(self.columns)
        self.form.addWidget(self._gone)
        self.submit = self._compare

    def looked(self, look: Look) -> None:
        """Compare anew, and ask what its columns are here."""
        self.columns.show_lists(self._one.fields, self._one.titles, look.mapping.fields, look.mapping.titles)
        self._begin()

    @Slot()
    def _begin(self) -> None:
        self.problem.hide()
        self._gone.hide()
        self.submit = self._compare
        self.primary.setText(tr("Compare"))

    def _compare(self) -> None:
        look, audiences, same = self._list, self._stage.services.audiences, self.columns.same()
        if look is None:
            return
        self._work.run(
            lambda stopped: audiences.merge(self._one, look, preview=True, same=same, stopped=stopped)[1],
            self._compared,
            tr("Comparing with {name}", name=look.path.name),
            stays=True,
        )

    def _compared(self, merged: Merged) -> None:
        remedy = tr("Who was left out by hand stays out.")
        if merged.gone == 1:
            self._gone.setText(tr("Remove the one who is gone from the newer list"))
        elif merged.gone:
            self._gone.setText(tr("Remove the {gone} who are gone from the newer list", gone=count_text(merged.gone)))
        self._gone.setVisible(bool(merged.gone))
        self.problem.say("info", merged_text(merged), remedy)
        self.problem.show()
        self.primary.setText(tr("Bring in"))
        self.submit = self._merge

    def _merge(self) -> None:
        look, audiences, remove = self._list, self._stage.services.audiences, self._gone.isChecked()
        same = self.columns.same()
        if look is None:
            return
        self._work.run(
            lambda stopped: audiences.merge(self._one, look, remove_gone=remove, same=same, stopped=stopped)[1],
            self._finished,
            tr("Reading {name}", name=look.path.name),
        )


def tags_of(text: str) -> list[str]:
    """The tags in a text, parted by commas."""
    return [tag.strip() for tag in text.split(",") if tag.strip()]


def merged_text(merged: Merged) -> str:
    """Say what a newer list changes."""
    counted = (
        (merged.new, tr("new")),
        (merged.changed, tr("changed")),
        (merged.same, tr("the same")),
        (merged.gone, tr("gone")),
    )
    said = ", ".join(f"{count_text(number)} {word}" for number, word in counted)
    left = merged.invalid + merged.duplicate
    rows = tr("row is") if left == 1 else tr("rows are")
    corrected = merged.corrected
    kept = (
        tr(" {number} kept as you corrected it.", number=count_text(corrected))
        if corrected == 1
        else tr(" {number} kept as you corrected them.", number=count_text(corrected))
    )
    if not corrected:
        kept = ""
    return f"{said}.{kept}" + (
        tr(" {left} {rows} invalid or repeated and left aside.", left=count_text(left), rows=rows) if left else ""
    )


def _dropped_file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
