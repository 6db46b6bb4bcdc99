"""What will be sent: to whom, from whom, through which account, how fast and until when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sendoff.core.language import tr
from sendoff.core.template_words import template_words
from sendoff.ui.pages.sending.facts import Facts, days_text, finish_text, pace_text, recipients_text
from sendoff.ui.pages.sending.options import LABEL_WIDTH
from sendoff.ui.pages.sending.sharing import SharingEdit
from sendoff.ui.pages.sending.start_time import FIELD_WIDTH
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.field import Choice
from sendoff.ui.widgets.text import Caption, ElidedLabel, Text


class SummaryCard(Card):
    """One line a fact."""

    account_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.mailbox = ElidedLabel("", middle=True)
        self.subject = ElidedLabel("")
        self.example = Caption("")
        self.example.hide()
        self.account = Choice(tr("Account"))
        theme().size(self.account, QWidget.setFixedWidth, FIELD_WIDTH)
        self.account.chosen.connect(self.account_chosen)
        self.sharing = SharingEdit()
        self.sharing.hide()
        self.recipients = Text("", wrap=True)
        self.pace = Text("", wrap=True)
        self.finish = Text("", wrap=True)
        self.days = Text("", "secondary", wrap=True)
        self.days.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        subject = QWidget()
        words = QVBoxLayout(subject)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self.subject)
        words.addWidget(self.example)
        rows = (
            (tr("To"), self.recipients),
            (tr("From"), self.mailbox),
            (tr("Subject"), subject),
            (tr("Account"), self.account),
            ("", self.sharing),
            (tr("Pace"), self.pace),
            (tr("Finished"), self.finish),
        )
        for row, (label, widget) in enumerate(rows):
            word = Text(label, "secondary")
            word.setBuddy(widget)
            word.setVisible(bool(label))
            top = Qt.AlignmentFlag.AlignTop if widget is not self.account else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(word, row, 0, top)
            if widget is self.account:
                grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignLeft)
            else:
                grid.addWidget(widget, row, 1)
        grid.addWidget(self.days, len(rows) + 1, 1)
        self.column.addLayout(grid)

    def show_facts(self, facts: Facts) -> None:
        """Fill the lines."""
        campaign = facts.campaign
        self.recipients.setText(recipients_text(facts) if facts.ready or facts.skipped else tr("Nobody yet."))
        self.mailbox.setText(campaign.sender or tr("No sender yet."))
        self._show_subject(facts)
        none = [] if facts.account else [("", tr("Choose an account"))]
        self.account.set_choices([*none, *((one.id, one.name) for one in facts.accounts)])
        self.account.choose(facts.account.id if facts.account else "")
        self.account.setEnabled(bool(facts.accounts))
        self.sharing.show_sharers(facts.accounts, facts.account, campaign.sharers)
        self.pace.setText(pace_text(facts) or tr("As the account says."))
        self.show_forecast(facts)

    def show_forecast(self, facts: Facts) -> None:
        """Say when it would be done."""
        self.finish.setText(finish_text(facts) if facts.account and facts.ready else "—")
        self.days.setText(days_text(facts) if facts.ready else "")
        self.days.setVisible(bool(self.days.text()))

    def _show_subject(self, facts: Facts) -> None:
        """As the first recipient reads it, where it is not the same for everybody."""
        written, (read, who) = facts.campaign.content.subject, facts.subject
        words = template_words(written, facts.campaign.titles)
        self.subject.setText(read or words or tr("No subject yet."))
        self.example.setText(tr("For example to {who}", who=who))
        self.example.setVisible(bool(read) and words != written)
