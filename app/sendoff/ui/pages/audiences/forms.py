"""The questions from which an audience is made of others, or of a campaign."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sendoff.core.audience import Audience, Combination
from sendoff.core.campaign import Campaign
from sendoff.core.language import phrase, tr
from sendoff.core.wording import people_text
from sendoff.ui.widgets.field import Choice, Field
from sendoff.ui.widgets.form_dialog import FormDialog
from sendoff.ui.widgets.same_columns import SameColumns
from sendoff.ui.widgets.text import Caption, Text

HOWS = (
    (
        Combination.UNION,
        phrase("together with"),
        phrase("{first} and {second}"),
        phrase("Everybody in either; the first one's fields win."),
    ),
    (
        Combination.DIFFERENCE,
        phrase("without"),
        phrase("{first} without {second}"),
        phrase("Who is in the first and not in the second."),
    ),
    (
        Combination.INTERSECTION,
        phrase("also in"),
        phrase("{first} also in {second}"),
        phrase("Who is in both, with the first one's fields."),
    ),
)


class CombineForm:
    """Two audiences, how they go together, and the name of the third."""

    def __init__(self, dialog: FormDialog, audiences: Sequence[Audience]) -> None:
        self._audiences = {one.id: one for one in audiences}
        choices = [(one.id, one.name) for one in audiences]
        self.first = Choice(tr("First"), choices)
        self.how = Choice(tr("How"), [(how.value, tr(word)) for how, word, _name, _hint in HOWS])
        self.second = Choice(tr("Second"), choices)
        if len(choices) > 1:
            self.second.choose(choices[1][0])
        self.chosen: Callable[[Combination, Audience, Audience], object] = _nothing
        """Hears which two are to go together, and how."""
        self._primary = dialog.primary
        self._hint, self.number = Caption(""), Text("", "strong")
        dialog.form.addWidget(Field(tr("&People of"), self.first))
        dialog.form.addWidget(Field(tr("&How"), self.how))
        dialog.form.addWidget(Field(tr("&And the people of"), self.second))
        dialog.form.addWidget(self._hint)
        self.columns = SameColumns()
        dialog.form.addWidget(self.columns)
        dialog.form.addWidget(self.number)
        self.name = dialog.add_text(tr("&Name of the new audience"))
        for choice in (self.first, self.how, self.second):
            choice.currentIndexChanged.connect(lambda _row: self._suggest())
        self._suggest()

    def values(self) -> tuple[str, Combination, Audience, Audience]:
        """The name, how, and the two."""
        first, second = self._audiences[self.first.choice()], self._audiences[self.second.choice()]
        return self.name.text(), Combination(self.how.choice()), first, second

    def show_number(self, number: int) -> None:
        """Say how many people these are together; nobody makes no audience."""
        self.number.setText(people_text(number) if number else tr("Nobody."))
        self._primary.setEnabled(number > 0)

    def look(self) -> None:
        """Tell what is chosen; one with itself is nothing to combine."""
        _name, how, first, second = self.values()
        self.number.setText("")
        self._primary.setEnabled(False)
        if first.id == second.id:
            self.number.setText(tr("Choose two different audiences."))
        else:
            self.chosen(how, first, second)

    def _suggest(self) -> None:
        how, _word, name, hint = HOWS[self.how.currentIndex()]
        first, second = (self._audiences.get(one.choice()) for one in (self.first, self.second))
        if first is not None and second is not None and how is Combination.UNION:
            self.columns.show_lists(first.fields, first.titles, second.fields, second.titles)
        else:
            self.columns.hide()
        self._hint.setText(tr(hint))
        if not self.name.isModified():
            self.name.setText(tr(name, first=self.first.currentText(), second=self.second.currentText()))
        self.look()


class FromCampaignForm:
    """A campaign, and the audience's name."""

    def __init__(self, dialog: FormDialog, campaigns: Sequence[Campaign]) -> None:
        self._campaigns = {one.id: one for one in campaigns}
        self.campaign = Choice(tr("Campaign"), [(one.id, one.name) for one in campaigns])
        dialog.form.addWidget(Field(tr("&Campaign"), self.campaign))
        self.name = dialog.add_text(tr("&Name of the new audience"))
        self.campaign.currentIndexChanged.connect(lambda _row: self._suggest())
        self._suggest()
        if not campaigns:
            dialog.primary.setEnabled(False)
            dialog.problem.say(
                "info", tr("No campaign has a list yet."), tr("Import one, or make an audience of a file.")
            )
            dialog.problem.show()

    def values(self) -> tuple[str, Campaign]:
        """The name and the campaign."""
        return self.name.text(), self._campaigns[self.campaign.choice()]

    def _suggest(self) -> None:
        if not self.name.isModified():
            self.name.setText(self.campaign.currentText())


def _nothing(_how: Combination, _first: Audience, _second: Audience) -> None:
    """Nobody asked yet."""
