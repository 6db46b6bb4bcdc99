"""A campaign's list kept as an audience: under which name."""

from __future__ import annotations

import threading

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sendoff.core.audience import NAME_LIMIT, Audience
from sendoff.core.campaign import Campaign
from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.core.titles import shortened
from sendoff.ui.file_names import list_title
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.field import Field
from sendoff.ui.widgets.text import Caption, Text

_WIDTH = 420


class KeepDialog(QDialog):
    """Asks for a name, and stays open until the list is kept."""

    kept = Signal(object)
    """The Audience."""

    def __init__(self, campaign: Campaign, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keep as an audience"))
        theme().size(self, QWidget.setFixedWidth, _WIDTH)
        self.name = QLineEdit(shortened(list_title(campaign.list_name), NAME_LIMIT))
        self.name.selectAll()
        self.field = Field(tr("&Name"), self.name)
        self.keep = Button(tr("Keep"), "primary", run=self._keep)
        self.keep.setDefault(True)
        self.cancel = Button(tr("Cancel"), run=self.reject)
        self._campaign = campaign
        self._stage = stage
        self._stop = threading.Event()
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Text(tr("Keep this list as an audience"), "emphasis"))
        column.addWidget(self.field)
        column.addWidget(Caption(tr("Who is invalid, repeated or left out is not kept.")))
        column.addLayout(foot)

    def reject(self) -> None:
        """Close; what is being copied is given up and leaves nothing."""
        self._stop.set()
        super().reject()

    def _keep(self) -> None:
        audiences, campaign, name, stop = self._stage.services.audiences, self._campaign, self.name.text(), self._stop
        self.keep.setEnabled(False)
        self.field.set_problem("")
        self.keep.setText(tr("Keeping …"))
        self._stage.operations.command(
            lambda: audiences.from_campaign(name, campaign, stopped=stop.is_set), self._kept, self._bad, owner=self
        )

    def _kept(self, audience: Audience) -> None:
        if audience.id:
            self.kept.emit(audience)
        self.accept()

    def _bad(self, error: KnownError) -> None:
        self.keep.setEnabled(True)
        self.keep.setText(tr("Keep"))
        self.field.set_problem(f"{error.title} {error.remedy}")
