"""Who was not accepted, by cause: each cause with its sentence, what a server said, and what can be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sendoff.core.delivery import PUT_OFF, State
from sendoff.core.language import phrase, tr
from sendoff.core.remedies import Remedy, correctable, remedy_for
from sendoff.core.report import RETRIED, Group, again, doubtful
from sendoff.core.wording import count_text
from sendoff.ui import tokens
from sendoff.ui.again import missed_text
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.state import LOOKS
from sendoff.ui.widgets.text import Caption, ElidedLabel, Glyph, Role, Text
from sendoff.ui.widgets.wrap import Wrap

IN_DOUBT = phrase("These may have got the message, so it was not sent again.")
ONE_IN_DOUBT = phrase("{who} may have got the message, so it was not sent again.")
SETTLE = phrase(
    "Look for it in the account's Sent folder, or ask them. Whoever has it: mark as sent. Whoever has not: send again."
)
SETTLE_REHEARSED = phrase("Look for it in the sandbox. Whoever has it: mark as sent. Whoever has not: send again.")
REMEDIES = {
    Remedy.RETRY: phrase("Send again"),
    Remedy.BLOCK: phrase("Block them"),
    Remedy.MEND: phrase("Fix in a new draft"),
    Remedy.SIGN_IN: phrase("Open the account"),
    Remedy.SLOW_DOWN: phrase("Set a limit"),
}
"""What can be done about one cause, as its button says it."""
_WHILE_BUSY = (Remedy.BLOCK, Remedy.SIGN_IN, Remedy.MEND)
"""What can be done while the campaign is being sent."""
NOBODY: Mapping[tuple[State, str], str] = {}
LOOK, STOP = phrase("Look in the Sent folder"), phrase("Stop looking")
LOOK_REHEARSED = phrase("Look in the sandbox")
_SETTLING = ("look", "accepted", "failed", "again")
"""The buttons about those in doubt."""


class GroupRow(QWidget):
    """One cause."""

    def __init__(
        self,
        group: Group,
        show: Callable[[], object],
        act: Callable[[], object],
        insist: Callable[[], object],
        correct: Callable[[], object],
        *,
        busy: str,
        who: str = "",
    ) -> None:
        super().__init__()
        look = LOOKS[group.state]
        self.setAccessibleName(f"{count_text(group.count)} {tr(look.word)}: {group.sentence}")
        number = Text(count_text(group.count), "strong")
        theme().size(number, QWidget.setMinimumWidth, 28)
        button = Button(tr("Show"), "quiet", run=show)
        button.setAccessibleName(
            tr(
                "Show the {count} {word}: {sentence}",
                count=count_text(group.count),
                word=tr(look.word),
                sentence=group.sentence,
            )
        )
        words = QHBoxLayout()
        words.setSpacing(Space.M)
        self.setAccessibleDescription(who)
        sentence = ElidedLabel(
            f"{who}: {group.sentence}" if who else group.sentence
        )  # it makes room last, after the server's words
        sentence.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        sentence.setMinimumWidth(1)
        words.addWidget(sentence)
        silent = group.state in (State.SKIPPED, State.SUPPRESSED, State.CANCELLED) and group.reason != PUT_OFF
        if group.text and not silent:
            words.addWidget(ElidedLabel(group.shown, role="secondary"), 1)
        else:
            words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(Glyph(look.glyph, look.token, tokens.GLYPH))
        row.addWidget(number)
        row.addLayout(words, 1)
        if group.dead:
            self.anyway = Button(tr("Send anyway…"), "quiet", run=insist)
            self.anyway.setAccessibleName(f"{tr('Send anyway…')} {group.sentence}")
            self.anyway.setEnabled(not busy)
            self.anyway.setToolTip(busy)
            row.addWidget(self.anyway)
        if group.state is State.FAILED and correctable(group.state, group.reason):
            row.addWidget(_correction(group, correct))
        self.remedy = remedy_for(group.state, group.reason)
        if self.remedy is not Remedy.NONE:
            never = self.remedy is Remedy.RETRY and group.state is State.CANCELLED
            helps = tr("Send") if never else tr(REMEDIES[self.remedy])
            self.act = Button(helps, "quiet", run=act)
            self.act.setAccessibleName(f"{helps}: {group.sentence}")
            self.act.setEnabled(not busy or self.remedy in _WHILE_BUSY)
            self.act.setToolTip("" if self.act.isEnabled() else busy)
            if group.blocked == group.count:
                self.act.setText(tr("Blocked"))
                self.act.setAccessibleName(f"{tr('Blocked')}: {group.sentence}")
                self.act.setEnabled(False)
            row.addWidget(self.act)
        row.addWidget(button)


def _correction(group: Group, run: Callable[[], object]) -> Button:
    """What asks for the address of the only one of a cause, or takes several into a new draft."""
    if group.count > 1:
        button = Button(tr(REMEDIES[Remedy.MEND]), "quiet", run=run)
        button.setAccessibleName(f"{button.text()} {group.sentence}")
        return button
    button = Button(tr("Correct…"), "quiet", run=run)
    button.setToolTip(tr("Correct the address…"))
    button.setAccessibleName(f"{button.toolTip()} {group.sentence}")
    return button


class GroupsView(QWidget):
    """All causes, those with something to do first."""

    shown = Signal(object)
    """A Group whose rows are wanted."""
    remedied = Signal(object)
    """A Group whose remedy is wanted."""
    insisted = Signal(object)
    """A Group whose addresses do not exist is to be sent to all the same."""
    corrected = Signal(object)
    """A Group whose right addresses are known."""
    retry = Signal()
    settle = Signal(bool)
    send_doubtful = Signal()
    look = Signal()
    """Look in the Sent folder or the sandbox, or stop looking."""
    stop = Signal()
    """Try nobody again who was put off."""
    vanished = Signal()
    """The focus was here, and nothing is left of what it was about."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, Button] = {}
        self._busy = ""
        self._names: Mapping[tuple[State, str], str] = NOBODY
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)

    def show_groups(
        self,
        groups: Sequence[Group],
        *,
        busy: str,
        put_off: bool,
        quarantine: str,
        obstacle: str = "",
        looking: bool = False,
        rehearsed: bool = False,
        doubtful: str = "",
        names: Mapping[tuple[State, str], str] = NOBODY,
        alone: str = "",
    ) -> None:
        """Show the causes. `busy` says why nobody can be sent to again now, empty where that can be done.

        `put_off`: it is busy only with those who are tried again later. `quarantine` says until when those in doubt
        cannot be sent again; empty where they can. `obstacle` says why nobody can look in the Sent folder; `looking`
        that it is being done; `rehearsed`, that the sandbox is the place to look. `doubtful` names who is in doubt,
        where that is only one, `names` the only one of other causes, and `alone` whom sending to the failed again
        would reach.
        """
        column, held = self._column, self._held()
        settling = held in [self.buttons[key].accessibleName() for key in _SETTLING if key in self.buttons]
        for card in self.findChildren(Card):
            column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.buttons, self._busy, self._names = {}, busy, names
        unclear = [one for one in groups if one.state is State.IN_DOUBT]
        retried = [one for one in groups if one.state in RETRIED]
        others = [one for one in groups if one.state not in (State.IN_DOUBT, *RETRIED)]
        if busy and (unclear or retried):
            column.addWidget(self._wait(busy, put_off=put_off))
        if unclear:
            said = tr(ONE_IN_DOUBT, who=doubtful) if doubtful else tr(IN_DOUBT)
            settle = "\n".join(
                part for part in (tr(SETTLE_REHEARSED if rehearsed else SETTLE), quarantine, obstacle) if part
            )
            column.addWidget(self._doubt(unclear, said, settle, busy=busy, quarantine=quarantine))
            self._show_looking(obstacle, tr(LOOK_REHEARSED) if rehearsed else tr(STOP) if looking else tr(LOOK))
            self.buttons["look"].setEnabled(looking or not obstacle)
        if retried:
            column.addWidget(self._again(retried, busy=busy, alone=alone))
        if others:
            column.addWidget(self._rest(others))
        self.setVisible(bool(groups))
        if held and (not groups or (settling and not unclear)):
            self.vanished.emit()
        elif held:
            self._hold(held)

    def _held(self) -> str:
        """The name of what has the focus here; empty where nothing has."""
        holder = self.window().focusWidget()
        return holder.accessibleName() if holder is not None and self.isAncestorOf(holder) else ""

    def _hold(self, name: str) -> None:
        """Give the focus to what stands where the focus was, else to the whole: never to another place."""
        buttons = [one for card in self._cards() for one in card.findChildren(Button) if one.isEnabled()]
        same = next((one for one in buttons if one.accessibleName() == name), self)
        same.setFocus()

    def _cards(self) -> Iterator[Card]:
        for place in range(self._column.count()):
            item = self._column.itemAt(place)
            card = item.widget() if item is not None else None
            if isinstance(card, Card):
                yield card

    def _wait(self, why: str, *, put_off: bool) -> Card:
        stop = (self._button("stop", tr("Stop trying"), self.stop.emit),) if put_off else ()
        return _card(why, stop, role="secondary")

    def show_looked(self, looked: int, total: int) -> None:
        """Say how far the looking has come."""
        if button := self.buttons.get("look"):
            button.setText(
                tr("{stop} ({looked} of {total})", stop=tr(STOP), looked=count_text(looked), total=count_text(total))
            )

    def _show_looking(self, obstacle: str, words: str) -> None:
        button = self.buttons["look"]
        button.setText(words)
        button.setAccessibleName(words)
        button.setAccessibleDescription(obstacle)

    def _doubt(self, groups: Sequence[Group], said: str, settle: str, *, busy: str, quarantine: str) -> Card:
        number = sum(one.count for one in groups)
        look = self._button("look", tr(LOOK), self.look.emit)
        actions = (
            self._button("accepted", tr("Mark as sent"), lambda: self.settle.emit(True)),  # noqa: FBT003 -- a signal
            self._button("failed", tr("Mark as failed"), lambda: self.settle.emit(False)),  # noqa: FBT003 -- likewise
            self._button("again", tr("Send again…"), self.send_doubtful.emit),
        )
        card = _card(tr("{number} in doubt", number=count_text(number)))
        card.column.setSpacing(Space.S)
        card.column.addWidget(Text(said, wrap=True))
        self._fill(card, groups)
        card.column.addWidget(Caption(settle))
        buttons = QWidget()  # more than a line takes where words are long
        wrap = Wrap(buttons, Space.S)
        for button in (look, *actions):
            wrap.addWidget(button)
        card.column.addWidget(buttons)
        if absent := doubtful(groups, absent=True):
            self.buttons["again"].setText(tr("Send to the {absent} not there…", absent=count_text(absent)))
            self.buttons["again"].setAccessibleName(
                tr("Send again to the {absent} without a copy", absent=count_text(absent))
            )
        # Whose absence is proven is past the half hour.
        nobody = "" if doubtful(groups) else tr("All of them are blocked")
        self.buttons["again"].setEnabled(not busy and not nobody and (bool(absent) or not quarantine))
        self.buttons["again"].setToolTip("" if self.buttons["again"].isEnabled() else busy or nobody or quarantine)
        return card

    def _rest(self, groups: Sequence[Group]) -> Card:
        number = Counter[State]()
        for one in groups:
            number[one.state] += one.count
        card = _card(", ".join(f"{count_text(many)} {tr(LOOKS[state].word)}" for state, many in number.items()))
        self._fill(card, groups)
        return card

    def _again(self, groups: Sequence[Group], *, busy: str, alone: str) -> Card:
        failed = sum(one.count for one in groups if one.state is State.FAILED)
        cancelled = sum(one.count for one in groups if one.state is State.CANCELLED)
        words = [tr("{failed} failed", failed=count_text(failed))] * bool(failed)
        words += [tr("{cancelled} cancelled", cancelled=count_text(cancelled))] * bool(cancelled)
        reached = again(groups)
        whom = count_text(reached.number) if reached.left_out else tr("failed")
        sending = tr("Send to the {whom} again", whom=whom)
        if cancelled:  # they never got it
            sending = missed_text(reached.number)
        elif alone:
            sending = tr("Send to “{who}” again", who=alone)
        if not reached.number:
            sending = tr("Nobody to send to again") if reached.dead else tr("All of them are blocked")
        button = self._button("retry", sending, self.retry.emit)
        button.setEnabled(not busy and reached.number > 0)
        button.setToolTip(busy)
        card = _card(", ".join(words), (button,))
        if reached.left_out:
            card.column.addWidget(Caption(reached.left_out))
        self._fill(card, groups)
        return card

    def _button(self, key: str, words: str, run: Callable[[], object]) -> Button:
        self.buttons[key] = Button(words, run=run)
        return self.buttons[key]

    def _fill(self, card: Card, groups: Sequence[Group]) -> None:
        for group in groups:
            ways = (self.shown, self.remedied, self.insisted, self.corrected)
            who = self._names.get((group.state, group.reason), "")
            card.column.addWidget(
                GroupRow(group, *(partial(one.emit, group) for one in ways), busy=self._busy, who=who)
            )


def _card(title: str, actions: Sequence[Button] = (), role: Role = "emphasis") -> Card:
    card = Card(margin=Space.M)
    card.column.setSpacing(Space.XS)
    card.setAccessibleName(title)
    words = Text(title, role, wrap=role != "emphasis")
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    row.addWidget(words, 1)
    for button in actions:
        row.addWidget(button)
    card.column.addLayout(row)
    return card
