"""How many messages a campaign sends at most, besides what its account allows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sendoff.core.language import all_of, pairs, phrase, tr
from sendoff.core.limits import parse_limit
from sendoff.core.wording import limit_text
from sendoff.ui.pages.sending.start_time import FIELD_WIDTH
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.field import Choice, NumberEdit

_EACH = (("minute", phrase("per minute")), ("hour", phrase("per hour")), ("day", phrase("per day")))
_USUAL = 100
_HALF = (FIELD_WIDTH - Space.S) // 2
_MOST = 1_000_000
_TYPING_MS = 600


class SpeedEdit(QObject):
    """`kind`, and below it the one `limit` a person sets; several, from a campaign file, are shown and left alone."""

    chosen = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.kind = Choice(tr("How fast"))
        self.number = NumberEdit(tr("Messages"), 1, _MOST, _USUAL)
        self.each = Choice(tr("In which time"), pairs(_EACH))
        for one, width in ((self.kind, FIELD_WIDTH), (self.number, _HALF), (self.each, _HALF)):
            theme().size(one, QWidget.setFixedWidth, width)
        self._several: tuple[str, ...] = ()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.chosen)
        self.limit = QWidget()
        below = QHBoxLayout(self.limit)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(Space.S)
        for control in (self.number, self.each):
            below.addWidget(control)
        self.kind.chosen.connect(self._choose)
        self.each.chosen.connect(self.chosen)
        self.number.valueChanged.connect(self._typing.start)
        self.show_limits(())

    def settle(self) -> bool:
        """Say whether something was typed a moment ago that nobody was told, and count it as told."""
        waiting = self._typing.isActive()
        self._typing.stop()
        return waiting

    def show_limits(self, limits: Sequence[str]) -> None:
        """Show what was decided; what is being typed is left alone."""
        if self._typing.isActive() or self.number.hasFocus():
            return
        plain = [one for one in map(parse_limit, limits) if not one.domain and not one.warm_up]
        one = plain[0].text.partition("/") if len(plain) == len(limits) == 1 else None
        single = one is not None and one[2] in dict(_EACH)
        self._several = () if single else tuple(limits)
        kinds = [("", tr("As fast as the account allows")), ("most", tr("At most"))]
        if self._several:
            words = all_of(limit_text(each) for each in self._several)
            kinds.append(("several", tr("At most {limits}", limits=words)))
        self.kind.set_choices(kinds)
        self.kind.choose("several" if self._several else "most" if single else "")
        if one is not None and single:
            self.number.blockSignals(True)  # noqa: FBT003 -- Qt's own way
            self.number.setValue(int(one[0]))
            self.number.blockSignals(False)  # noqa: FBT003 -- likewise
            self.each.choose(one[2])
        elif not self.each.choice() or not limits:
            self.each.choose("hour")
        self._reveal()

    def limits(self) -> tuple[str, ...]:
        """The campaign's own limits."""
        match self.kind.choice():
            case "most":
                return (f"{self.number.value()}/{self.each.choice()}",)
            case "several":
                return self._several
            case _:
                return ()

    def _choose(self, _key: str) -> None:
        self._reveal()
        self.chosen.emit()

    def _reveal(self) -> None:
        single = self.kind.choice() == "most"
        self.limit.setVisible(single)
