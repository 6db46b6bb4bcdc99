"""The recipients of a campaign: bring a list, see and correct what was understood, import it, and sort out its rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from sendoff.core.campaign import Campaign
from sendoff.core.language import phrase, tr
from sendoff.ui.file_dialogs import open_name, save_name
from sendoff.ui.models.triage import TriageModel
from sendoff.ui.pages.recipients.choosing import ChoosingView
from sendoff.ui.pages.recipients.dropping import DropZone, brought
from sendoff.ui.pages.recipients.frozen import FrozenView
from sendoff.ui.pages.recipients.keeping import KeepDialog
from sendoff.ui.pages.recipients.looking import LookView
from sendoff.ui.pages.recipients.presenter import RecipientsPresenter
from sendoff.ui.pages.recipients.triage import TriageView
from sendoff.ui.pages.stage import Stage
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.stepper import StepState
from sendoff.ui.widgets.text import Text
from sendoff.ui.widgets.toast import Toast

_PATTERNS = phrase("Lists (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.vcf);;All files (*)")


class ImportingView(QWidget):
    """How far an import is, and the way out of it."""

    def __init__(self, cancel: Callable[[], object]) -> None:
        super().__init__()
        self.words = Text("", "emphasis")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(320)
        bar.setAccessibleName(tr("Import"))
        self.cancel = Button(tr("Cancel"), run=cancel)
        column = QVBoxLayout(self)
        column.setSpacing(Space.L)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(self.words, 0, centre)
        column.addWidget(bar, 0, centre)
        column.addWidget(self.cancel, 0, centre)
        column.addStretch(3)


class RecipientsStep(QWidget):
    """The step's page: one of six faces."""

    changed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self.toast = Toast(self)
        self.problem = Banner("bad", dismissable=True)
        self.problem.hide()
        self.drop = DropZone(self.ask_file, self.paste, self.use_audience)
        self.look = LookView(self.ask_file, self.back)
        self.importing = ImportingView(self.cancel)
        self.model = TriageModel(stage.services.selections, stage.operations, self)
        self.triage = TriageView(self.model, self._ways())
        self.frozen = FrozenView(stage)
        self.choosing = ChoosingView(self.back)
        self.stack = QStackedWidget()
        for page in (self.drop, self.look, self.importing, self.triage, self.frozen, self.choosing):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.problem)
        column.addWidget(self.stack, 1)
        self.presenter = RecipientsPresenter(self, stage)
        self.drop.dropped.connect(self.presenter.take)
        self.triage.keep.clicked.connect(lambda _checked=False: self.ask_keep())
        self.triage.asked.connect(self._asked)
        self.setAcceptDrops(True)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    # -- the step

    def show_campaign(self, campaign: Campaign) -> None:
        """Show the campaign's list, or the place to drop one."""
        self.presenter.show_campaign(campaign)

    def state(self) -> tuple[StepState, str]:
        """How many are ready."""
        return self.presenter.state()

    def primary(self) -> tuple[str, Callable[[], None]] | None:
        """Importing what is looked at, using who is chosen; else the next step."""
        return self.presenter.primary()

    def point_at(self, name: str) -> None:
        """Show the rows of a draft's list that hold an address."""
        self.presenter.triage.find(name)

    def leave(self) -> None:
        """Nothing is being edited here."""

    # -- ways in

    def ask_file(self) -> None:
        """Let a file be chosen."""
        name = open_name(self, tr("Choose a list"), tr(_PATTERNS))
        if name:
            self.presenter.take(Path(name))

    def paste(self) -> None:
        """Take what was copied: cells, addresses, or a file."""
        copied: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where it is empty; the stubs differ
        found = brought(copied) if copied is not None else None
        self.presenter.take(found if found is not None else "")

    def use_audience(self) -> None:
        """Let an audience be chosen."""
        self.presenter.choose_audience()

    def back(self) -> None:
        """Go back without a change."""
        self.presenter.forget()

    def cancel(self) -> None:
        """Give the import up."""
        self.presenter.cancel()

    def ask_keep(self) -> None:
        """Ask under which name the list is kept."""
        campaign = self.presenter.campaign
        if campaign is None:
            return
        dialog = KeepDialog(campaign, self._stage, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.kept.connect(lambda audience: self.toast.say(tr("Kept as the audience “{name}”.", name=audience.name)))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A list can be dropped anywhere on the page of a draft."""
        if self.presenter.is_open() and brought(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        found = brought(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self.presenter.take(found)

    def show_page(self, page: int) -> None:
        """Bring one of the faces to the front."""
        self.stack.setCurrentIndex(page)

    # -- parts

    def _ways(self) -> QMenu:
        menu = QMenu(self)
        for words, run in (
            (tr("Choose a file…"), self.ask_file),
            (tr("Paste"), self.paste),
            (tr("Use an audience…"), self.use_audience),
        ):
            menu.addAction(words).triggered.connect(lambda _checked=False, run=run: run())
        return menu

    def _asked(self, key: str) -> None:
        if key != "export":
            return
        name = save_name(self, tr("Export"), self.presenter.triage.proposed(), tr("CSV (*.csv)"))
        if name:
            self.presenter.triage.export(Path(name))
