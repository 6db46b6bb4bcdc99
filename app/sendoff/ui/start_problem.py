"""Said in place of the window where the data folder cannot be opened, restored or moved."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from sendoff.core.errors import KnownError
from sendoff.core.language import phrase
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.text import Text


class StartProblem(QDialog):
    """Something that needs the data folder did not work: what happened, what to do."""

    def __init__(
        self, error: KnownError, title: str = phrase("Sendoff cannot start"), button: str = phrase("Quit")
    ) -> None:
        super().__init__()
        self.setWindowTitle("Sendoff")
        self.setMinimumWidth(520)
        banner = Banner()
        banner.say_error(error)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.L)
        column.addWidget(Text(title, "title"))
        column.addWidget(banner)
        self.quit = Button(button, "primary", run=self.reject)
        self.quit.setDefault(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.quit)
        column.addLayout(row)
