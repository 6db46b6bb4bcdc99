"""The connection doctor in the account form: steps that tick live, then what was found, or one cause and one button."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sendoff.core.account import Account, Route, SignIn
from sendoff.core.doctor import Diagnosis, Probe, StepResult, StepState, step_text, steps_of
from sendoff.core.doctor_steps import Step
from sendoff.core.errors import KnownError
from sendoff.core.language import phrase, tr
from sendoff.ui import tokens
from sendoff.ui.operations import Operation
from sendoff.ui.pages.stage import Stage
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Hairline
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.state import Look
from sendoff.ui.widgets.text import ElidedLabel, Glyph, Text

_LOOKS = {
    StepState.PENDING: Look("waiting", "ink_2", phrase("not yet")),
    StepState.RUNNING: Look("arrow-right", "accent", phrase("running")),
    StepState.OK: Look("accepted", "ok", phrase("good")),
    StepState.FAILED: Look("error", "bad", phrase("failed")),
    StepState.SKIPPED: Look("skipped", "ink_2", phrase("skipped")),
    StepState.WARNED: Look("warning", "wait", phrase("good, with a word of warning")),
}
_TICK_MS = 40
_COPIED_MS = 1500


class Examination(QObject):
    """One examination at a time, in the background; what it publishes comes as signals on the window's thread."""

    ticked = Signal(object)
    """A StepResult."""
    finished = Signal(object)
    """The Diagnosis."""
    failed = Signal(object)
    """The KnownError that kept the examination from beginning."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._ticks: SimpleQueue[StepResult] = SimpleQueue()
        self._operation: Operation | None = None
        self._stopped = threading.Event()
        self._probes: list[Probe] = []
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._deliver)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.cancel)

    def start(self, prepare: Callable[[], Account], secret: str | None, proxy_secret: str | None) -> None:
        """Examine the account that `prepare` gives, in the background; a secret that is None is the kept one."""
        self.cancel()
        ticks: SimpleQueue[StepResult] = SimpleQueue()
        stopped, probes, doctor = threading.Event(), list[Probe](), self._stage.services.doctor

        def run() -> Diagnosis:
            probe = doctor.examination(prepare(), secret, proxy_secret)
            probes.append(probe)
            if stopped.is_set():
                probe.abort()
            return probe.run(ticks.put)

        self._ticks, self._stopped, self._probes = ticks, stopped, probes
        self._operation = self._stage.operations.query(run, self._done, self._refused, owner=self)
        self._timer.start()

    @Slot()
    def cancel(self) -> None:
        """End what is under way, and want no answer of it."""
        operation, self._operation = self._operation, None
        if operation is None:
            return
        self._timer.stop()
        operation.cancel()
        self._stopped.set()
        for probe in self._probes:
            probe.abort()

    @Slot()
    def _deliver(self) -> None:
        try:
            while True:
                self.ticked.emit(self._ticks.get_nowait())
        except Empty:
            pass

    def _done(self, diagnosis: Diagnosis) -> None:
        self._end()
        self.finished.emit(diagnosis)

    def _refused(self, error: KnownError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._timer.stop()
        self._deliver()
        self._operation = None


class StepList(QWidget):
    """The steps, one a line: a glyph, what it does in plain words, and what it waits for or found, in the trade's."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(Space.M, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(2, 1)
        self._rows: dict[Step, tuple[Glyph, Text, ElidedLabel]] = {}

    def begin(self, steps: tuple[Step, ...]) -> None:
        """Show steps that have not begun."""
        for row in self._rows.values():
            for part in row:
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._rows = {}
        for at, step in enumerate(steps):
            row = Glyph("waiting", "ink_2", tokens.GLYPH), Text(), ElidedLabel("", role="secondary")
            for column, widget in enumerate(row):
                self._grid.addWidget(widget, at, column)
            self._rows[step] = row
            self.show_step(StepResult(step=step, state=StepState.PENDING))

    def show_step(self, result: StepResult) -> None:
        """Show how far a step is."""
        if result.step not in self._rows:
            return
        glyph, word, found = self._rows[result.step]
        look = _LOOKS[result.state]
        glyph.show_glyph(look.glyph, look.token)
        word.setText(step_text(result))
        found.setText(result.found)
        word.setAccessibleName(f"{word.text()}: {tr(look.word)}. {result.found}".strip())

    def said(self) -> list[str]:
        """Every line as a screen reader says it."""
        return [word.accessibleName() for _glyph, word, _found in self._rows.values()]


class DoctorPanel(QWidget):
    """The test area: the steps while they run; then a banner, with the steps folded behind it."""

    fix_wanted = Signal(object)
    """A Fix."""

    def __init__(self) -> None:
        super().__init__()
        self._transcript = ""
        self._running = False
        self.steps = StepList()
        self.result = Banner()
        self._fold = Button(tr("Show steps"), "flush", icon="chevron-right", run=self._turn)
        self._copy = Button(tr("Copy for support"), "quiet", icon="copy", run=self._copy_transcript)
        self._copy.setToolTip(tr("What Sendoff and the server said to each other, without passwords"))
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        for button in (self._fold, self._copy):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        self._line = Hairline()
        for part in (self._line, self.result, self._foot, self.steps):
            column.addWidget(part)
        self.clear()

    def begin(self, account: Account) -> None:
        """An examination is under way."""
        self.clear()
        self._running = True
        self.steps.begin(steps_of(account))
        self._line.show()
        self.steps.show()
        self.show()

    def show_step(self, result: StepResult) -> None:
        """A step ticked."""
        self.steps.show_step(result)

    def show_diagnosis(self, diagnosis: Diagnosis, account: Account) -> None:
        """The examination is over."""
        self._running, self._transcript = False, diagnosis.transcript
        for result in diagnosis.steps:
            self.steps.show_step(result)
        found = diagnosis.finding
        self.result.clear_actions()
        if diagnosis.ok:
            self.result.say("wait" if found else "ok", _connected(account), _summary(diagnosis))
        elif found:
            self.result.say("bad", found.title, found.remedy)
        if found and found.fix:
            fix = found.fix
            self.result.add_action(fix.label, lambda: self.fix_wanted.emit(fix)).setToolTip(fix.url)
        self._show_steps(shown=False)
        self._line.hide()
        self.result.show()
        self._foot.show()
        self.show()

    def show_error(self, error: KnownError) -> None:
        """Something else went wrong: nothing was examined, or the account was not saved."""
        self.clear()
        self.result.say_error(error)
        self.result.clear_actions()
        self.result.show()
        self.show()

    def dismiss(self) -> None:
        """The account has changed, so the last answer does not hold any more; a running one stays."""
        if not self._running:
            self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._running, self._transcript = False, ""
        for part in (self._line, self.result, self._foot, self.steps, self):
            part.hide()

    def _turn(self) -> None:
        self._show_steps(shown=not self.steps.isVisibleTo(self))

    def _show_steps(self, *, shown: bool) -> None:
        self.steps.setVisible(shown)
        self._fold.setText(tr("Hide steps") if shown else tr("Show steps"))
        self._fold.show_icon("chevron-down" if shown else "chevron-right")
        self._fold.setAccessibleName(self._fold.text())

    def _copy_transcript(self) -> None:
        QGuiApplication.clipboard().setText(self._transcript)
        self._copy.setText(tr("Copied"))
        QTimer.singleShot(_COPIED_MS, self._copy, lambda: self._copy.setText(tr("Copy for support")))


def _connected(account: Account) -> str:
    if account.route is not Route.SMTP:
        return tr("Connected.")
    return (
        tr("Connected. {host} took the sign-in.", host=account.host)
        if account.sign_in is not SignIn.NONE and account.username
        else tr("Connected. {host} takes messages without signing in.", host=account.host)
    )


def _summary(diagnosis: Diagnosis) -> str:
    found = {one.step: one for one in diagnosis.steps}
    tls, features = found.get(Step.TLS), found.get(Step.EHLO)
    secure = tls is not None and tls.state is StepState.OK
    protection = tr("Encrypted") if secure else tr("No encryption")
    signed_in = found.get(Step.SIGN_IN)
    # What else it offers is for those who read the steps.
    offers = features.found.split(" · ")[:1] if features else [signed_in.found] if signed_in else []
    parts = [protection, *offers] if features else offers
    warning = diagnosis.finding
    return "\n".join(filter(None, (" · ".join(parts), f"{warning.title} {warning.remedy}" if warning else "")))
