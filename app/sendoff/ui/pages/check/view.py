"""The check step: a list of what is fine, what to look at and what to fix, each with the button that does it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from sendoff.core.address import check_address
from sendoff.core.campaign import Campaign
from sendoff.core.errors import KnownError
from sendoff.core.language import phrase, tr
from sendoff.core.message import Preview
from sendoff.core.review import Finding
from sendoff.core.wording import count_text
from sendoff.ui.local_time import local_zone
from sendoff.ui.pages.check.gathering import is_draft
from sendoff.ui.pages.check.item import Item
from sendoff.ui.pages.check.items import group, items
from sendoff.ui.pages.check.kept import kept_items
from sendoff.ui.pages.check.line import Line
from sendoff.ui.pages.check.peek import Peek
from sendoff.ui.pages.check.presenter import CheckPresenter
from sendoff.ui.pages.check.rows import RowsList
from sendoff.ui.pages.stage import Stage
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card, Hairline
from sendoff.ui.widgets.field import NumberEdit, propose
from sendoff.ui.widgets.scrolled import Scrolled
from sendoff.ui.widgets.stepper import StepState
from sendoff.ui.widgets.text import Text

_SENT = phrase("As it stood before the start.")


class _Heading(Text):
    """The name of a group of lines."""

    def __init__(self, words: str) -> None:
        super().__init__(words, "caption")
        self.setContentsMargins(Space.L, Space.M, Space.L, 0)


class CheckStep(QWidget):
    """Renders the whole list before the first message leaves."""

    changed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.presenter = CheckPresenter(stage, self)
        self._campaign: Campaign | None = None
        self._state: tuple[StepState, str] = ("todo", tr("not checked yet"))
        self._shown: list[Item] = []
        self.lines: list[Line] = []
        self.peek = Peek(self)
        self.rows = RowsList(self)
        self.rows.chosen.connect(lambda position: self._want_peek(position, self._listed))
        self._listed: QWidget = self
        self._say = stage.say
        self._follows = False
        """A test went: its line is scrolled to where it stands in the next list."""
        self._beside: QWidget = self
        self._lay_out()
        self.presenter.shown.connect(self._show)
        self.presenter.progressed.connect(self._progress)
        self.presenter.peeked.connect(self._peeked)
        self.presenter.test_sent.connect(self._test_went)

    # -- the frame's side (Step)

    def show_campaign(self, campaign: Campaign) -> None:
        """Show a campaign; it is checked while this step is in front, unless nothing changed since."""
        before, self._campaign = self._campaign, campaign
        if before is None or before.id != campaign.id or is_draft(before) is not is_draft(campaign):
            self._begin(draft=is_draft(campaign))
        self.presenter.show(campaign, visible=self.isVisible())

    def state(self) -> tuple[StepState, str]:
        """What the stepper says."""
        return self._state

    def primary(self) -> tuple[str, Callable[[], None]] | None:
        """The frame's own button is the primary one here."""
        return None

    def leave(self) -> None:
        """Nothing is edited here."""

    def showEvent(self, event: QShowEvent) -> None:
        """Check what was not checked yet."""
        super().showEvent(event)
        if self._campaign is not None:
            self.presenter.show(self._campaign, visible=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """A check that nobody looks at ends."""
        super().hideEvent(event)
        self.presenter.leave()

    # -- how it is made

    def _lay_out(self) -> None:
        self.summary = Text("", "emphasis")
        self._again = Button(tr("Check again"), run=self.presenter.again)
        self._results = Button(tr("Show the results"), run=lambda: self.presenter.go("results"))
        self._stop = Button(tr("Stop"), icon="stop", run=self.presenter.cancel)
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self._again)
        head.addWidget(self._stop)
        head.addWidget(self._results)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(tr("Rows checked"))
        self._card = Card(margin=0)
        self._card.column.setSpacing(0)
        self.test_row = self._test_form()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._card)
        column.addStretch(1)
        self._area = Scrolled(inner, sideways=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(Space.M)
        outer.addLayout(head)
        outer.addWidget(self._bar)
        outer.addWidget(self._area, 1)

    def _test_form(self) -> QWidget:
        self.test_to = QLineEdit()
        self.test_to.setPlaceholderText("you@example.com")
        self.test_to.setAccessibleName(tr("Address of the test"))
        self.test_to.returnPressed.connect(self._send_test)
        self.test_position = NumberEdit(tr("Number of the person whose data is used"), 1, 1, 1)
        self._send = Button(tr("Send the test"), run=self._send_test)
        self._problem = Text("", "problem", wrap=True)
        self._problem.hide()
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        to, data = Text(tr("To")), Text(tr("with the data of no."))
        to.setBuddy(self.test_to)
        data.setBuddy(self.test_position)
        row.addWidget(to)
        row.addWidget(self.test_to, 1)
        row.addWidget(data)
        row.addWidget(self.test_position)
        row.addWidget(self._send)
        self._close = Button(tr("Close"), "quiet", run=self._close_test)
        row.addWidget(self._close)
        form = QWidget(self._card)
        form.setAccessibleName(tr("Send a test message"))
        column = QVBoxLayout(form)
        column.setContentsMargins(Space.L, 0, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(row)
        column.addWidget(self._problem)
        form.hide()
        return form

    # -- what is shown

    def _begin(self, *, draft: bool) -> None:
        """Nothing is known yet of another campaign, or of this one as it is since its start."""
        self.test_row.hide()
        self._rebuild([])
        self._card.hide()
        self.summary.setText("")
        self._state = ("todo", tr("not checked yet")) if draft else ("done", tr("checked"))
        self._again.setVisible(draft)
        self._results.setVisible(not draft)

    @Slot()
    def _show(self) -> None:
        facts = self.presenter.facts
        if facts is None or not facts.now:  # nothing was read yet
            return
        running, draft = self.presenter.running, is_draft(facts.campaign)
        self._again.setVisible(draft and not running)
        self._results.setVisible(not draft)
        self._stop.setVisible(running)
        self._bar.setVisible(running)
        if running and self._bar.maximum() != facts.waiting:
            self._bar.setRange(0, max(1, facts.waiting))
            self._bar.setValue(0)
        zone = local_zone(facts.plan.end if facts.plan else facts.now)
        found = items(facts, zone) if draft else kept_items(facts, zone)
        self._card.setVisible(bool(found))
        self._rebuild(found)
        self.test_position.setMaximum(max(1, sum(facts.counts.values())))
        self._send.setEnabled(not self.presenter.sending)
        self._send.setText(tr("Sending…") if self.presenter.sending else tr("Send the test"))
        before, self._state = self._state, self._judge(found, draft=draft, running=running)
        self.summary.setText(self._sentence(found, draft=draft, running=running))
        if before != self._state:
            self.changed.emit()

    def _judge(self, found: list[Item], *, draft: bool, running: bool) -> tuple[StepState, str]:
        facts = self.presenter.facts
        bad, wait = (sum(item.kind == kind for item in found) for kind in ("bad", "wait"))
        if not draft:
            return "done", tr("checked")
        if running:
            return "todo", tr("checking")
        if bad:
            return "problem", tr("{bad} to fix", bad=bad)
        if facts is None or facts.check is None:
            return "todo", tr("not checked yet")
        return ("attention", tr("{wait} to look at", wait=wait)) if wait else ("done", tr("nothing to fix"))

    def _sentence(self, found: list[Item], *, draft: bool, running: bool) -> str:
        if not draft:
            return tr(_SENT)
        if running:
            return tr("Filling in the message of every recipient…")
        bad, wait = (sum(item.kind == kind for item in found) for kind in ("bad", "wait"))
        words = [tr("{bad} to fix before this can be sent", bad=bad)] * bool(bad) + [
            tr("{wait} to look at", wait=wait)
        ] * bool(wait)
        if words:
            return f"{', '.join(words)}."
        facts = self.presenter.facts
        if facts is None or facts.check is None:
            return tr("Not checked yet.")
        return _in_order(sum(item.kind == "todo" for item in found))

    def _rebuild(self, found: list[Item]) -> None:
        testing = self.presenter.testing
        if found != self._shown:
            self._shown = found
            focused = self._focused()
            column = self._card.column
            while (taken := column.takeAt(0)) is not None:
                if (widget := taken.widget()) is not None and widget is not self.test_row:
                    widget.hide()
                    widget.deleteLater()
            self.lines = [Line(item) for item in found]
            heading = ""
            for line in self.lines:
                if heading:
                    column.addWidget(Hairline())
                if (above := group(line.item)) != heading:
                    heading = above
                    column.addWidget(_Heading(heading))
                column.addWidget(line)
                if line.item.action == "send_test":
                    column.addWidget(self.test_row)  # below the line whose button opens it
                line.accepted.connect(self.presenter.accept)
                line.listed.connect(self._list_rows)
                line.acted.connect(self._act)
                line.copied.connect(self._copy)
                line.peeked.connect(self._want_peek)
            self._refocus(focused)
        self._place_test()
        for line in self.lines:
            if line.button is not None and line.item.action == "test":
                line.button.setEnabled(not testing)
                line.button.setText(tr("Testing…") if testing else line.item.button)

    def _focused(self) -> Line | None:
        """The line whose button has the focus."""
        now = self.window().focusWidget()
        return next((one for one in self.lines if now is not None and now is one.button), None)

    def _refocus(self, before: Line | None) -> None:
        """Give the focus back to the line that does the same in the new list, and not to what is next by chance."""
        if before is None:
            return
        action, field = before.item.action, before.item.field
        same = [one for one in self.lines if one.button is not None and one.item.action == action]
        if action == "send_test" and not same:  # the sandbox took it, and shows it
            same = [one for one in self.lines if one.item.action == "sandbox"]
        line = next((one for one in same if one.item.field == field), same[0] if same else None)
        if line is not None and line.button is not None:
            line.button.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._follows:
            self._follows = False
            QTimer.singleShot(0, self, self._show_focused)

    @Slot()
    def _show_focused(self) -> None:
        """Scroll to the line that has the focus, once it has its place."""
        line = self._focused()
        if line is not None:
            self._area.ensureWidgetVisible(line)

    def _place_test(self) -> None:
        """Let Tab come to the test's fields after the button that opens them."""
        opens = next((one.button for one in self.lines if one.item.action == "send_test"), None)
        if opens is None:
            self.test_row.hide()
            return
        for before, after in pairwise((opens, self.test_to, self.test_position, self._send, self._close)):
            QWidget.setTabOrder(before, after)

    @Slot(int, int)
    def _progress(self, rows: int, total: int) -> None:
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(rows)
        if self.presenter.running:
            self.summary.setText(
                tr("{rows} of {total} messages filled in…", rows=count_text(rows), total=count_text(total))
            )

    # -- what a person does

    @Slot(str, str)
    def _act(self, action: str, field: str) -> None:
        if action == "test":
            self.presenter.test_account()
        elif action == "send_test":
            self._open_test()
        elif action == "look_again":
            self.presenter.look_again()
        elif action == "try_sandbox":
            self.presenter.try_sandbox()
        elif action == "leave_out":
            self.presenter.leave_out()
        else:
            self.presenter.go(action, field)

    @Slot(str)
    def _copy(self, value: str) -> None:
        QGuiApplication.clipboard().setText(value)

    def _open_test(self) -> None:
        facts = self.presenter.facts
        if facts is not None:
            propose(self.test_to, facts.test_to)
        self.test_row.show()
        self.test_to.setFocus()
        self._area.ensureWidgetVisible(self.test_row)

    @Slot()
    def _close_test(self) -> None:
        """Close the form, with the focus on the button that opens it."""
        opens = next((one.button for one in self.lines if one.item.action == "send_test"), None)
        if opens is not None and self.test_row.isVisible():
            opens.setFocus(Qt.FocusReason.OtherFocusReason)
        self.test_row.hide()

    @Slot(str)
    def _test_went(self, to: str) -> None:
        self._close_test()
        self._follows = True
        facts = self.presenter.facts
        if facts is not None and facts.account is not None and facts.account.is_sandbox:
            self._say(tr("The sandbox took the test to {to}. “Show it” opens it.", to=to))
        else:
            self._say(tr("The server took the test. Look for it at {to}.", to=to))

    @Slot()
    def _send_test(self) -> None:
        to = self.test_to.text().strip()
        problem = check_address(to).problem
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if not problem:
            self.presenter.send_test(to, self.test_position.value())

    @Slot(int, object)
    def _want_peek(self, position: int, beside: QWidget) -> None:
        self._beside = beside
        self.presenter.peek(position)

    @Slot(object, object)
    def _list_rows(self, finding: Finding, beside: QWidget) -> None:
        self._listed = beside
        self.rows.show_rows(finding, beside)

    @Slot(int, object)
    def _peeked(self, position: int, found: Preview | KnownError) -> None:
        self.peek.show_row(position, found, self._beside)


def _in_order(todo: int) -> str:
    """The headline where nothing is wrong: what may still be done is no fault, but it is not done."""
    if not todo:
        return tr("Everything is fine.")
    if todo == 1:
        return tr("Nothing to fix. 1 thing is not done yet.")
    return tr("Nothing to fix. {todo} things are not done yet.", todo=todo)
