"""The recipients of a campaign: drop a list, look at what was understood, import it, and see every row's state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import Line, State
from sendoff.services.recipients import Look
from sendoff.ui import tokens
from sendoff.ui.models.columns import Column, Moment
from sendoff.ui.models.deliveries import DeliveriesModel
from sendoff.ui.pages.recipients.presenter import RecipientsPresenter
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.deliveries import DeliveriesTable
from sendoff.ui.widgets.field import Choice, Field, SearchEdit
from sendoff.ui.widgets.figures import Figure, FigureRow
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.state import LOOKS
from sendoff.ui.widgets.stepper import StepState
from sendoff.ui.widgets.table import Table
from sendoff.ui.widgets.text import Caption, ElidedLabel, Glyph, Text

FORMATS = "CSV, TSV, text, Excel (XLSX, XLS), OpenDocument (ODS) or contacts (VCF)"
_PATTERNS = "Lists (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.vcf);;All files (*)"
SAMPLE_ROWS = 20
_TWO_LINES = 46
"""Height of a header that says a column's name and its field."""
KINDS = (
    Figure("ready", "ready", "accepted", "ok", ("ready",)),
    Figure("invalid", "not valid", "error", "bad", ("invalid",)),
    Figure("duplicate", "repeated", "copy", "wait", ("duplicate",)),
)
"""The rows of a list; they always add up to it."""


def _state_text(line: Line, _moment: Moment) -> str:
    return "ready" if line.state is State.QUEUED else LOOKS[line.state].word


def _why(line: Line, _moment: Moment) -> str:
    return line.text if line.state is State.SKIPPED else ""


COLUMNS = (
    Column("Address", lambda line, _moment: line.address),
    Column("Name", lambda line, _moment: line.name),
    Column("State", _state_text, shows_state=True),
    Column("Row", lambda line, _moment: f"{line.position:,}"),
    Column("Why not", _why),
)


class DropZone(QWidget):
    """A place to let a file go, which says so."""

    dropped = Signal(Path)

    def __init__(self, choose: Callable[[], object]) -> None:
        super().__init__()
        self._over = False
        self.setAcceptDrops(True)
        self.setAccessibleName("Drop a list here")
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(Glyph("upload", "ink_2", 32), 0, centre)
        column.addWidget(Text("Drop a list here", "emphasis"), 0, centre)
        column.addWidget(Text("The column with the addresses is found by itself.", "secondary"), 0, centre)
        self.button = Button("Choose a file…", run=choose)
        column.addWidget(self.button, 0, centre)
        formats = Caption(FORMATS)
        formats.setWordWrap(False)
        column.addWidget(formats, 0, centre)
        column.addStretch(3)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file from this computer."""
        if _dropped_file(event) is not None:
            event.acceptProposedAction()
            self._over = True
            self.update()

    def dragLeaveEvent(self, _event: object) -> None:
        """The file was taken elsewhere."""
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """The file was let go."""
        self._over = False
        self.update()
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashed edge."""
        palette = theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.sheet_values(palette)["edge_hover"]
        painter.setPen(QPen(QColor(palette.accent if self._over else edge), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(palette.tint("accent", 0.08) if self._over else palette.surface))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, tokens.RADIUS_CARD, tokens.RADIUS_CARD)
        painter.end()


class RecipientsStep(QWidget):
    """The step's page."""

    changed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.presenter = RecipientsPresenter(self, stage)
        self.problem = Banner("bad", dismissable=True)
        self.problem.hide()
        self.drop = DropZone(self.ask_file)
        self.drop.dropped.connect(self.presenter.look)
        self.stack = QStackedWidget()
        for page in (self.drop, self._looking(), self._importing(), self._listed(stage)):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.problem)
        column.addWidget(self.stack, 1)

    # -- the step

    def show_campaign(self, campaign: Campaign) -> None:
        """Show the campaign's list, or the place to drop one."""
        self.presenter.show_campaign(campaign)

    def state(self) -> tuple[StepState, str]:
        """How many are ready."""
        return self.presenter.state()

    def primary(self) -> tuple[str, Callable[[], None]] | None:
        """Importing what is looked at; else the next step."""
        return self.presenter.primary()

    def leave(self) -> None:
        """Nothing is being edited here."""

    # -- what the presenter asks for

    def ask_file(self) -> None:
        """Let a file be chosen."""
        name, _kind = QFileDialog.getOpenFileName(self, "Choose a list", "", _PATTERNS)
        if name:
            self.presenter.look(Path(name))

    def show_page(self, page: int) -> None:
        """Bring one of the four faces to the front."""
        self.stack.setCurrentIndex(page)

    def show_look(self, look: Look, sheet: str) -> None:
        """Show what a file seems to hold."""
        self.file_name.setText(look.path.name)
        columns = look.mapping.columns
        self.email.set_choices([(column.header, column.header or column.field) for column in columns])
        self.email.choose(look.mapping.email.header)
        self.sheet_field.setVisible(len(look.sheets) > 1)
        self.sheet.set_choices([(name, name) for name in look.sheets])
        self.sheet.choose(sheet)
        titles = [f"{column.header or '—'}\n{{{{ {column.field} }}}}" for column in columns]
        self._fill_sample(titles, look.sample, columns.index(look.mapping.email))
        shown = min(SAMPLE_ROWS, len(look.sample))
        more = f"The first {shown} rows. " if len(look.sample) > shown else ""
        self.sample_note.setText(f"{more}Below each column's name stands the field to write in the message.")

    def show_list(self, campaign: Campaign, counts: dict[str, int]) -> None:
        """Show the figures of the campaign's list."""
        self.figures.set_counts(counts)
        self.list_name.setText(campaign.list_name or "List")
        total = sum(counts.values())
        self.list_size.setText(f"{total:,} row{'s' if total != 1 else ''}")
        self.replace.setVisible(campaign.state is CampaignState.DRAFT)

    # -- parts

    def _looking(self) -> QWidget:
        page = QWidget()
        self.file_name = ElidedLabel("", middle=True, role="emphasis")
        self.email = Choice("Addresses")
        self.email.chosen.connect(self.presenter.choose_email)
        self.sheet = Choice("Sheet")
        self.sheet.chosen.connect(self.presenter.choose_sheet)
        self.sheet_field = Field("&Sheet", self.sheet)
        self.sample = Table("The first rows of the list")
        self.sample.horizontalHeader().setFixedHeight(_TWO_LINES)
        self.sample_note = Caption("")
        head = QHBoxLayout()
        head.addWidget(Glyph("file", "ink_2"))
        head.addWidget(self.file_name, 1)
        head.addWidget(Button("Choose another file…", run=self.ask_file))
        self.cancel_look = Button("Cancel", "quiet", run=self.presenter.forget)
        head.addWidget(self.cancel_look)
        fields = QHBoxLayout()
        fields.setSpacing(Space.L)
        fields.addWidget(Field("&Addresses are in", self.email))
        fields.addWidget(self.sheet_field)
        fields.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addLayout(fields)
        column.addWidget(self.sample, 1)
        column.addWidget(self.sample_note)
        return page

    def _importing(self) -> QWidget:
        page = QWidget()
        self.progress_words = Text("", "emphasis")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(320)
        bar.setAccessibleName("Import")
        column = QVBoxLayout(page)
        column.setSpacing(Space.L)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(self.progress_words, 0, centre)
        column.addWidget(bar, 0, centre)
        self.cancel = Button("Cancel", run=self.presenter.cancel)
        column.addWidget(self.cancel, 0, centre)
        column.addStretch(3)
        return page

    def _listed(self, stage: Stage) -> QWidget:
        page = QWidget()
        self.list_name = ElidedLabel("", middle=True, role="emphasis")
        self.list_size = Text("", "secondary")
        self.replace = Button("Replace the list…", run=self.ask_file)
        self.figures = FigureRow(kinds=KINDS)
        self.figures.filtered.connect(self.presenter.filter)
        self.search = SearchEdit("Find an address or a name")
        self.search.setFixedWidth(260)
        self.search.searched.connect(self.presenter.search)
        services = stage.services
        self.model = DeliveriesModel(services.reports, stage.operations, services.clock, COLUMNS, self)
        self.table = DeliveriesTable("Recipients", self.model, actions=False)
        self.table.set_widths(230, 150, 110, 70)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(Glyph("file", "ink_2"))
        head.addWidget(self.list_name, 1)
        head.addWidget(self.list_size)
        head.addWidget(self.replace)
        chips = QHBoxLayout()
        chips.addWidget(self.figures, 1)
        chips.addWidget(self.search)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addLayout(chips)
        column.addWidget(self.table, 1)
        return page

    def _fill_sample(self, titles: Sequence[str], rows: Sequence[Sequence[str]], address: int) -> None:
        model = QStandardItemModel(self.sample)
        model.setHorizontalHeaderLabels(list(titles))
        for row in rows[:SAMPLE_ROWS]:
            model.appendRow([QStandardItem(cell) for cell in row[: len(titles)]])
        self.sample.setModel(model)
        for place in range(len(titles)):
            self.sample.setColumnWidth(place, 170)
        self.sample.setColumnWidth(max(0, address), 230)


def _dropped_file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
