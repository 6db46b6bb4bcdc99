"""The way from an account to the results on one page, each step with the button that begins it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sendoff.core.language import phrase, tr
from sendoff.ui.beginning import Beginning
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card, Hairline, Page
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.text import Glyph, Text

_MEASURE = 784
_STEPS = (
    (
        "sandbox",
        phrase("Look around"),
        phrase(
            "The sample campaign goes to 250 made-up people on a server inside Sendoff. Nothing leaves this computer."
        ),
        phrase("Open the sample"),
        "sample",
    ),
    (
        "accounts",
        phrase("Connect an account"),
        phrase("Sendoff sends through a mail account of yours. It finds the provider from your address and tests it."),
        phrase("Connect"),
        "account",
    ),
    (
        "audiences",
        phrase("Bring your list"),
        phrase(
            "Excel, CSV, contacts or addresses you copied. Who can be written to is said at once; typing errors are "
            "fixed in place. A list for many campaigns is kept under Audiences."
        ),
        phrase("Choose a list"),
        "list",
    ),
    (
        "edit",
        phrase("Write the message"),
        phrase(
            "Press a field such as First name to greet everybody by name. Beside the text stands what each person gets."
        ),
        phrase("Start writing"),
        "message",
    ),
    (
        "accepted",
        phrase("Check"),
        phrase("Every message is looked at before the first one leaves; each finding has the button that fixes it."),
        "",
        "",
    ),
    (
        "play",
        phrase("Send"),
        phrase(
            "Now, at a set time, or the first 20 and then a pause. The start can be taken back for some seconds; pause "
            "and stop work at any time, and after a crash Sendoff goes on without writing to anybody twice."
        ),
        "",
        "",
    ),
    (
        "info",
        phrase("Results"),
        phrase(
            "Who got it, who did not and why, and for each reason what can be done about it. As a page to pass on, too."
        ),
        "",
        "",
    ),
)


class FirstStepsPage(Page):
    """Read once, and at hand in the Help menu."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(scrolls=True)
        begin = Beginning(self, stage)
        ways: dict[str, Callable[[], None]] = {
            "sample": begin.look_around,
            "account": begin.connect_account,
            "list": begin.bring_list,
            "message": begin.write_first,
        }
        self.buttons: dict[str, Button] = {}
        card = Card(margin=Space.L)
        theme().size(card, Card.setMaximumWidth, _MEASURE)
        for place, (icon, title, words, button, way) in enumerate(_STEPS):
            if place:
                card.column.addWidget(Hairline())
            row = QHBoxLayout()
            row.setSpacing(Space.L)
            row.addWidget(Glyph(icon, "accent"), 0, Qt.AlignmentFlag.AlignTop)
            said = QVBoxLayout()
            said.setSpacing(Space.XS)
            said.addWidget(Text(tr("{place}. {title}", place=place + 1, title=tr(title)), "emphasis"))
            said.addWidget(Text(tr(words), "secondary", wrap=True))
            row.addLayout(said, 1)
            if button:
                made = Button(tr(button), run=ways[way])
                made.setAccessibleName(f"{tr(title)}: {tr(button)}")
                row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
                self.buttons[way] = made
            card.column.addLayout(row)
        self.column.addWidget(Head(tr("First steps")))
        self.column.addWidget(card)
        self.column.addStretch(1)
