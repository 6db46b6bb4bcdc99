"""Shows a finished message as mail programs do: wide or as on a phone, light or dark, with or without pictures."""

from __future__ import annotations

import os
from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from sendoff.core.language import tr
from sendoff.core.sight import Sight
from sendoff.ui.widgets.mail_browser import MailBrowser
from sendoff.ui.widgets.taborder import stand_at

PHONE = 375
"""Pixels of a phone's screen."""
DESK = 680
"""Pixels of a message on a desk; where there is less room, it is shown smaller."""
_SMALLEST_ZOOM = 0.25
_FRAME = 8
"""Pixels around the message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a message is shown."""

    phone: bool = False
    dark: bool = False
    pictures: bool = True
    web_pictures: bool = False
    """Fetch pictures from the web: a person said so for this message."""


class MailView(QFrame):
    """`pressed` gives the address of a link that was pressed, `refused` of a picture that was not fetched.

    The browser starts with the first message. Where it cannot, `poor` says why, and a plainer reader takes its place.
    """

    pressed = Signal(str)
    refused = Signal(str)
    loaded = Signal()
    """Everything of the present message was asked for."""
    became_poor = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        # Mail is white: in the dark look the frame keeps it from glaring at its edges.
        self.setProperty("role", "frame")
        self.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        self._name = name
        self._sight, self._look = Sight(), Look()
        self._shown: tuple[Sight, Look] | None = None
        self._reader: QWidget | None = None
        self.poor = ""

    def show_sight(self, sight: Sight, look: Look) -> None:
        """Show a message."""
        if self._shown == (sight, look):
            return
        self._sight, self._look = sight, look
        self._shown = (sight, look)
        reader = self._reader if self._reader is not None else self._start()
        if isinstance(reader, MailBrowser):
            reader.show_sight(sight)
        else:
            reader.show_sight(sight, dark=look.dark, pictures=look.pictures, web_pictures=look.web_pictures)  # type: ignore[attr-defined]  # a MailWeb, whose module is loaded late
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the width of the screen that is played."""
        super().resizeEvent(event)
        self._fit()

    def _start(self) -> QWidget:
        self.poor = obstacle()
        if not self.poor:
            try:
                from sendoff.ui.widgets.mail_web import MailWeb
            except ImportError as error:
                self.poor = tr("Shown roughly: the browser cannot be loaded ({error}).", error=error)
            else:
                web = MailWeb(self._name, self)
                web.pressed.connect(self.pressed)
                web.refused.connect(self.refused)
                web.loadFinished.connect(self._finished)
                web.still.renderProcessTerminated.connect(self._fallen)
                return self._take(web)
        self.became_poor.emit()
        return self._take(MailBrowser(self._name))

    def _take(self, reader: QWidget) -> QWidget:
        reader.setParent(self)
        reader.show()
        self._reader = reader
        stand_at(self, reader)
        self.setFocusProxy(reader)
        return reader

    def _fit(self) -> None:
        if self._reader is None:
            return
        room = self.contentsRect()
        width = min(PHONE, room.width()) if self._look.phone else room.width()
        self._reader.setGeometry(QRect(room.left() + (room.width() - width) // 2, room.top(), width, room.height()))
        if not isinstance(self._reader, MailBrowser):
            wanted = PHONE if self._look.phone else DESK
            self._reader.setZoomFactor(max(_SMALLEST_ZOOM, min(1.0, width / wanted)))  # type: ignore[attr-defined]  # likewise

    @Slot()
    def _finished(self) -> None:
        self.loaded.emit()

    @Slot()
    def _fallen(self) -> None:
        """The browser's own process ended: go on without it."""
        old, self._shown = self._reader, None
        if old is not None:
            old.hide()
            old.deleteLater()
        self.poor = tr("Shown roughly: the browser ended unexpectedly.")
        self.became_poor.emit()
        self._take(MailBrowser(self._name))
        self.show_sight(self._sight, self._look)


def obstacle() -> str:
    """Why Chromium would end the whole program at its start; empty where it would not."""
    administrator = hasattr(os, "geteuid") and os.geteuid() == 0
    if administrator and not os.environ.get("QTWEBENGINE_DISABLE_SANDBOX"):
        return tr("Shown roughly: the browser does not run for the administrator (root).")
    return ""
