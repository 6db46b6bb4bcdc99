"""The gallery of providers: the usual ones as cards, every other one by its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sendoff.core.account import SANDBOX, SignIn
from sendoff.core.address import check_address
from sendoff.core.discovery import Suggestion
from sendoff.core.language import phrase, tr
from sendoff.core.provider import Preset
from sendoff.ui import tokens
from sendoff.ui.pages.accounts.words import SECURITY_WORD, secret_tip
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.field import Field, SearchEdit
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.scrolled import Scrolled
from sendoff.ui.widgets.text import Caption

_COLUMNS = 3
_HEIGHT = 60
_MOST_FOUND = 12
_TYPING_MS = 500
_ASKED = phrase("Sendoff finds your provider from it; for a domain of your own, it looks up where the mail goes.")
_ANY = "custom"
"""The provider that takes every server; a search always offers it."""
_SAID = {SANDBOX: phrase("Built in, delivers nothing"), _ANY: phrase("SMTP, with any provider")}
_NOT_LISTED = phrase(
    "“{name}” is not on the list. “Another mail server” works with any provider: its help pages name the server, the "
    "port and the security for sending, often under “SMTP” or “other mail programs”."
)
_OR_ANY = phrase("Not among them? “Another mail server” works with any provider.")
TAKES = {
    SignIn.PASSWORD: phrase("Password of the mailbox"),
    SignIn.APP_PASSWORD: phrase("App password"),
    SignIn.API_KEY: phrase("API key"),
    SignIn.SMTP_CREDENTIALS: phrase("User and password for sending"),
    SignIn.XOAUTH2: phrase("Sign in with your browser"),
    SignIn.NONE: phrase("No password"),
}


class PresetCard(QAbstractButton):
    """One provider: its name, and what it takes to sign in."""

    def __init__(self, preset: Preset) -> None:
        super().__init__()
        self.preset = preset
        self.takes = tr(_SAID.get(preset.id, TAKES[preset.sign_in]))
        self.setText(preset.shown)
        self.setAccessibleName(f"{preset.shown}. {self.takes}")
        tip = "" if preset.id in _SAID else secret_tip(preset.sign_in)
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the grid makes it."""
        return QSize(120, round(_HEIGHT * theme().scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        palette = theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.hasFocus()
        pen = painter.pen()
        pen.setColor(QColor(palette.accent if lit or self.underMouse() else palette.line))
        pen.setWidthF(2 if lit else 1)
        painter.setPen(pen)
        painter.setBrush(QColor(palette.tint("ink", 0.04) if self.underMouse() else palette.surface))
        inset = pen.widthF() / 2
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(inset, inset, -inset, -inset), tokens.RADIUS_CARD, tokens.RADIUS_CARD
        )
        area = self.rect().adjusted(Space.M, Space.S + 2, -Space.M, -Space.S - 2)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(palette.ink))
        name = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, name)
        small = QFont(self.font())
        small.setPixelSize(theme().pixels(tokens.Type.CAPTION))
        painter.setFont(small)
        painter.setPen(QColor(palette.ink_2))
        takes = QFontMetrics(small).elidedText(self.takes, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignBottom, takes)
        painter.end()


class Gallery(QWidget):
    """Finds the provider of an address, or offers all; `chosen` gives a preset's id."""

    chosen = Signal(str)
    address_rested = Signal(str)
    """An address was typed, or is gone again (empty)."""
    import_wanted = Signal()
    taken = Signal(object)
    """The Suggestion that a person took."""

    def __init__(self, presets: Sequence[Preset]) -> None:
        super().__init__()
        self._presets = presets
        self._all = False
        self._address = QLineEdit()
        self._address.setPlaceholderText("anna@example.com")
        self.address_field = Field(tr("&Your e-mail address"), self._address, tr(_ASKED))
        self._rest = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._rest.timeout.connect(self._rested)
        self._address.textChanged.connect(self._typing)
        self._address.returnPressed.connect(self._entered)
        self.found = Banner()
        self._keep_room(wanted=False)
        self._suggestion: Suggestion | None = None
        self._eager = False
        """Enter was pressed, and goes on once the answer is there."""
        self.search = SearchEdit(tr("Or search {presets} providers by name", presets=len(presets)))
        self.search.searched.connect(self._found)
        self.every = Button(tr("Show all"), "quiet", run=self._show_all)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.M)
        self._none = Caption("")
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._lay_out()
        self._found("")

    @property
    def address(self) -> str:
        """The address as far as it is one; else empty."""
        return check_address(self._address.text()).address

    def clear(self, address: str = "") -> None:
        """Start anew, with an address where one was given before."""
        self._all = False
        self._address.setText(address)
        self.search.clear()
        self._keep_room(wanted=bool(address))
        self._found("")
        self._address.setFocus()

    def show_found(self, suggestion: Suggestion, preset: Preset) -> None:
        """Say whose address it is, with a button that goes on from there."""
        self._suggestion = suggestion
        self.address_field.set_hint(tr(_ASKED))
        if self._eager and not suggestion.host:
            self._eager = False
            self.chosen.emit(_ANY)
            return
        self._eager = False
        if not suggestion.host:
            self.found.say("info", tr("Choose your provider below, or “Another mail server”."), suggestion.why)
        else:
            security = SECURITY_WORD[suggestion.security]
            server = tr(
                "{host}, port {port}, {security}. {takes}.",
                host=suggestion.host,
                port=suggestion.port,
                security=security,
                takes=tr(TAKES[preset.sign_in]),
            )
            self.found.say("ok" if suggestion.sure else "wait", suggestion.why, server)
        self.found.clear_actions()
        if suggestion.host:
            words = tr("Continue with {name}", name=preset.shown) if suggestion.sure else tr("Try this server")
            self.found.add_action(words, lambda: self.taken.emit(suggestion))
        self.found.show()

    def cards(self) -> list[PresetCard]:
        """The providers that are offered now."""
        items = (self._grid.itemAt(place) for place in range(self._grid.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, PresetCard)]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(Head(tr("Connect an account")))
        above = QVBoxLayout()
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(Space.L)
        above.addWidget(self.address_field)
        above.addWidget(self.found)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.search, 1)
        row.addWidget(self.every)
        self.bring = Button(tr("Import accounts…"), "quiet", icon="upload", run=self.import_wanted.emit)
        self.bring.setToolTip(tr("Accounts exported by Sendoff, or a .env file"))
        row.addWidget(self.bring)
        above.addLayout(row)
        column.addLayout(above)
        inner = QWidget()
        below = QVBoxLayout(inner)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(Space.M)
        below.addWidget(self._none)
        below.addLayout(self._grid)
        below.addStretch(1)
        column.addWidget(Scrolled(inner), 1)

    @Slot(str)
    def _typing(self, text: str) -> None:
        self._suggestion, self._eager = None, False
        self._keep_room(wanted=bool(text))
        self.address_field.set_hint(tr(_ASKED))
        self._rest.start()

    @Slot()
    def _rested(self) -> None:
        if self.address:
            self.address_field.set_hint(tr("Looking for your provider…"))
        self.address_rested.emit(self.address)

    @Slot()
    def _entered(self) -> None:
        """Enter asks at once, and takes what was found; a server of one's own where nothing was."""
        if self._suggestion is not None and self._suggestion.host:
            self.taken.emit(self._suggestion)
        elif self._suggestion is not None:
            self.chosen.emit(_ANY)
        else:
            self._eager = bool(self.address)
            self._rest.stop()
            self._rested()

    def _keep_room(self, *, wanted: bool) -> None:
        """Take what was found away; from the first letter on its place is kept, so that no card moves when it comes."""
        self.found.hide()
        self.found.clear_actions()
        self.found.say("info", "…", "…")
        policy = self.found.sizePolicy()
        policy.setRetainSizeWhenHidden(wanted)
        self.found.setSizePolicy(policy)

    def _show_all(self) -> None:
        self._all = not self._all
        self._found(self.search.text())

    @Slot(str)
    def _found(self, text: str) -> None:
        for card in self.cards():
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.every.setText(
            tr("Show the usual ones") if self._all else tr("Show all {presets}", presets=len(self._presets))
        )
        self.every.setVisible(not text.strip())
        wanted = text.strip()
        found = list(self._presets) if self._all and not wanted else matching(self._presets, text)
        known = any(one.id != _ANY for one in found)
        if wanted:
            found += [one for one in self._presets if one.id == _ANY and one not in found]
        for place, preset in enumerate(found):
            card = PresetCard(preset)
            card.clicked.connect(lambda _checked=False, key=preset.id: self.chosen.emit(key))
            self._grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
        self._none.setText(tr(_NOT_LISTED, name=wanted) if not known else tr(_OR_ANY))
        self._none.setVisible(bool(wanted))


def matching(presets: Sequence[Preset], text: str) -> list[Preset]:
    """The gallery for an empty text; else what has it in its name (first where it begins so), domains or servers."""
    wanted = text.strip().casefold().rpartition("@")[2]
    if not wanted:
        return sorted((one for one in presets if one.gallery), key=lambda one: one.gallery)
    found = [one for one in presets if any(wanted in words for words in _words(one))]
    return sorted(found, key=lambda one: not one.shown.casefold().startswith(wanted))[:_MOST_FOUND]


def _words(preset: Preset) -> list[str]:
    return [
        word.casefold()
        for word in (preset.shown, preset.name, preset.id, *preset.domains, *(e.host for e in preset.endpoints))
    ]
