"""The ways to begin (an account, the sample, a list, the message), for the first page, the campaigns and the menu."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sendoff.core.campaign import Campaign
from sendoff.core.language import phrase, tr
from sendoff.ui.drafts import new_draft, sample_campaign
from sendoff.ui.pages.stage import Stage
from sendoff.ui.widgets.choices import ChoiceCard

_CARDS = {
    "account": (
        "accounts",
        phrase("Connect an account"),
        phrase("Gmail, Microsoft 365, your own server: anything that sends mail."),
        phrase("Connect"),
    ),
    "list": (
        "upload",
        phrase("Bring a list"),
        phrase("CSV, Excel or contacts. See who can be written to; nothing is sent yet."),
        phrase("Choose a list"),
    ),
    "message": (
        "edit",
        phrase("Write first"),
        phrase("The message, with a template or without. The people come later."),
        phrase("Start writing"),
    ),
    "sample": (
        "sandbox",
        phrase("Look around with a sample"),
        phrase("A campaign for 250 people that goes to a server inside Sendoff. Nothing leaves this computer."),
        phrase("Look around"),
    ),
}


class Beginning(QObject):
    """Does what the cards say."""

    def __init__(self, owner: QObject, stage: Stage) -> None:
        super().__init__(owner)
        self._stage = stage
        self._ways = {
            "account": self.connect_account,
            "list": self.bring_list,
            "message": self.write_first,
            "sample": self.look_around,
        }

    def card(self, key: str) -> ChoiceCard:
        """The card of one way: `account`, `list`, `message` or `sample`."""
        icon, title, words, button = _CARDS[key]
        return ChoiceCard(icon, tr(title), tr(words), tr(button), self._ways[key])

    def connect_account(self) -> None:
        """Open the gallery of providers."""
        self._stage.navigator.open("accounts", "add")

    def look_around(self) -> None:
        """Open the sample, in the sandbox."""
        services, context = self._stage.services, self._stage.context

        def make() -> Campaign:
            return sample_campaign(services, context.samples, context.sandbox())

        self._stage.operations.command(make, lambda draft: self._open(draft, "recipients"), owner=self)

    def bring_list(self) -> None:
        """Open a new campaign at its recipients."""
        self._begin("recipients")

    def write_first(self) -> None:
        """Open a new campaign at its message."""
        self._begin("message")

    def _begin(self, step: str) -> None:
        services = self._stage.services
        self._stage.operations.command(lambda: new_draft(services), lambda draft: self._open(draft, step), owner=self)

    def _open(self, draft: Campaign, step: str) -> None:
        self._stage.navigator.open("campaign", f"{draft.id}/{step}")
