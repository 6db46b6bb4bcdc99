"""The accounts a campaign is sent through, where there may be several: who else sends, and how much of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sendoff.core.account import Account
from sendoff.core.campaign import Sharer
from sendoff.core.language import digits, pairs, phrase, tr
from sendoff.core.sharing import MOST_ACCOUNTS, check_sharers
from sendoff.services.app import Services
from sendoff.ui.pages.sending.start_time import FIELD_WIDTH
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import IconButton
from sendoff.ui.widgets.field import Choice
from sendoff.ui.widgets.text import ElidedLabel

_PARTS = (
    ("0", phrase("as many as it can")),
    ("1", phrase("1 part")),
    ("2", phrase("2 parts")),
    ("3", phrase("3 parts")),
    ("4", phrase("4 parts")),
    ("5", phrase("5 parts")),
    ("10", phrase("10 parts")),
)
_NAME_WIDTH = 140


class SharerRow(QWidget):
    """One account, its part, and the way to leave it out."""

    weighed = Signal(int)
    removed = Signal()

    def __init__(self, account: Account, weight: int, *, removable: bool) -> None:
        super().__init__()
        name = ElidedLabel(account.name)
        name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        theme().size(name, QWidget.setFixedWidth, _NAME_WIDTH)
        choices = list(pairs(_PARTS))
        if str(weight) not in dict(choices):  # from a campaign file
            choices.append((str(weight), tr("{weight} parts", weight=digits(f"{weight:,}"))))
        self.part = Choice(tr("Part of {name}", name=account.name), choices)
        self.part.choose(str(weight))
        self.part.chosen.connect(lambda key: self.weighed.emit(int(key)))
        self.remove = IconButton("close", tr("Do not send from {name}", name=account.name), run=self.removed.emit)
        self.remove.setVisible(removable)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(name)
        row.addWidget(self.part)
        row.addWidget(self.remove)
        row.addStretch(1)


class SharingEdit(QWidget):
    """Below the account: “Also send from…”, and once there are several, a row for each."""

    chosen = Signal(tuple)
    """The sharers a person wants, `core.campaign.Sharer`; none where one account is left."""

    def __init__(self) -> None:
        super().__init__()
        self.add = Choice(tr("Also send from"))
        theme().size(self.add, QWidget.setFixedWidth, FIELD_WIDTH)
        self.add.chosen.connect(self._add)
        self.rows: list[SharerRow] = []
        self._sharers: tuple[Sharer, ...] = ()
        self._first = ""
        self._shown: object = None
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_sharers(self, accounts: Sequence[Account], first: Account | None, sharers: Sequence[Sharer]) -> None:
        """Show who sends besides the first account, and who could."""
        known = {one.id: one for one in accounts}
        self._first = first.id if first else ""
        self._sharers = tuple(one for one in sharers if one.account_id in known)
        there = {self._first, *(one.account_id for one in self._sharers)}
        others = [(one.id, one.name) for one in accounts if one.id not in there]
        self.add.set_choices([("", tr("Also send from…")), *others])
        self.add.choose("")
        self.add.setVisible(bool(first and others) and len(self._sharers) < MOST_ACCOUNTS)
        self.setVisible(self.add.isVisibleTo(self) or bool(self._sharers))
        if self._shown != (self._sharers, accounts):
            self._shown = (self._sharers, accounts)
            self._build(known)

    def _build(self, known: dict[str, Account]) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for place, one in enumerate(self._sharers):
            row = SharerRow(known[one.account_id], one.weight, removable=place > 0)
            row.weighed.connect(lambda weight, place=place: self._weigh(place, weight))
            row.removed.connect(lambda place=place: self._remove(place))
            self._list.addWidget(row)
            self.rows.append(row)

    def _add(self, account_id: str) -> None:
        if account_id:
            already = self._sharers or (Sharer(account_id=self._first),)
            self.chosen.emit((*already, Sharer(account_id=account_id)))

    def _weigh(self, place: int, weight: int) -> None:
        one = Sharer(account_id=self._sharers[place].account_id, weight=weight)
        self.chosen.emit((*self._sharers[:place], one, *self._sharers[place + 1 :]))

    def _remove(self, place: int) -> None:
        left = (*self._sharers[:place], *self._sharers[place + 1 :])
        self.chosen.emit(left if len(left) > 1 else ())


def save_account(services: Services, campaign_id: str, account_id: str) -> None:
    """Send a draft through one account, with its identity. Raises InputError."""
    draft, account = services.campaigns.get(campaign_id), services.accounts.get(account_id)
    sender, reply_to = account.sender or draft.sender, account.reply_to or draft.reply_to
    services.campaigns.save(replace(draft, account_id=account_id, sharers=(), sender=sender, reply_to=reply_to))


def save_sharers(services: Services, campaign_id: str, sharers: tuple[Sharer, ...]) -> None:
    """Send a draft through these accounts, or where there are none through the one it had. Raises InputError."""
    check_sharers(sharers)
    services.campaigns.save(replace(services.campaigns.get(campaign_id), sharers=sharers))
