"""A message in a browser of its own (Chromium by QtWebEngine) that can do nothing but show it.

No script runs, no file is opened, nothing is fetched: the page and its `cid:` pictures (RFC 2392) are handed over by
this module, and every other request is refused before it is made. Importing this module loads QtWebEngine, so it is
imported when the first message is shown.
"""

from __future__ import annotations

import re
import secrets

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPoint, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QWidget

from sendoff.core.sight import Picture, Sight
from sendoff.ui import tokens
from sendoff.ui.widgets.mail_bars import OWN_WORLD, bars

_SCHEME = QByteArray(b"cid")
_SCHEMED = re.compile(r"\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)", re.IGNORECASE)
_HINT = re.compile(r"<(?=link\b)", re.IGNORECASE)
_TRUE, _FALSE = "(min-width: 0)", "(max-width: 0)"
_Kind = QWebEngineUrlRequestInfo.ResourceType
_Setting = QWebEngineSettings.WebAttribute
_OFF = (
    _Setting.JavascriptEnabled,
    _Setting.JavascriptCanOpenWindows,
    _Setting.JavascriptCanAccessClipboard,
    _Setting.LocalStorageEnabled,
    _Setting.LocalContentCanAccessRemoteUrls,
    _Setting.LocalContentCanAccessFileUrls,
    _Setting.PluginsEnabled,
    _Setting.PdfViewerEnabled,
    _Setting.HyperlinkAuditingEnabled,
    _Setting.AutoLoadIconsForPage,
    _Setting.FullScreenSupportEnabled,
    _Setting.ScreenCaptureEnabled,
    _Setting.WebGLEnabled,
    _Setting.DnsPrefetchEnabled,
    _Setting.NavigateOnDropEnabled,
    _Setting.BackForwardCacheEnabled,
)

# Drawn as widgets are: for a graphics card's sake Qt would make the whole window anew, under a typing hand.
QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)


class Gate(QWebEngineUrlRequestInterceptor):
    """Lets the message itself through, and pictures from the web where a person allowed them; nothing else."""

    refused = Signal(str)
    """The address of a picture on the web that was not fetched."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.web_pictures = False

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Refuse a request before it is made."""
        scheme, kind = info.requestUrl().scheme(), info.resourceType()
        picture = kind is _Kind.ResourceTypeImage
        if scheme == "cid":
            info.block(not (picture or kind is _Kind.ResourceTypeMainFrame))
        elif scheme == "data":
            info.block(kind not in {_Kind.ResourceTypeImage, _Kind.ResourceTypeFontResource})
        elif not (self.web_pictures and picture and scheme in {"http", "https"}):
            info.block(True)  # noqa: FBT003 - Qt's signature
            if picture and scheme in {"http", "https"}:
                self.refused.emit(info.requestUrl().toString())


class Source(QWebEngineUrlSchemeHandler):
    """Answers `cid:` requests: the page by a name nobody can guess, its pictures by theirs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._parts: dict[str, Picture] = {}

    def offer(self, page: str, sight: Sight) -> str:
        """Take a message; returns the address of its page."""
        name = f"page-{secrets.token_hex(16)}"
        html = Picture(kind="text/html; charset=utf-8", content=page.encode("utf-8", "replace"))
        self._parts = {**sight.pictures, name: html}
        return f"cid:{name}"

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Hand a part over."""
        part = self._parts.get(job.requestUrl().path(QUrl.ComponentFormattingOption.FullyDecoded))
        if part is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(QByteArray(part.content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(part.kind.encode("ascii", "replace")), buffer)


class StillPage(QWebEnginePage):
    """Goes nowhere: a pressed link is told (`pressed`), not opened."""

    pressed = Signal(str)

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        self.address = ""
        """Of the message; nothing else is shown."""

    def acceptNavigationRequest(self, url: QUrl | str, kind: QWebEnginePage.NavigationType, _main: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Allow the message itself, and places within it."""
        target = QUrl(url).toString()
        within = target.partition("#")[0] == self.address
        if kind is QWebEnginePage.NavigationType.NavigationTypeLinkClicked and not within:
            self.pressed.emit(target)
        return within

    def javaScriptConsoleMessage(self, *_message: object) -> None:
        """Complaints about a message are no news of this program."""

    def createWindow(self, _kind: QWebEnginePage.WebWindowType) -> QWebEnginePage | None:  # type: ignore[override]  # Qt takes None for "no window"
        """Open none."""
        return None


class MailWeb(QWebEngineView):
    """Shows one message at a time. `pressed` gives the address of a link, `refused` of a picture on the web."""

    pressed = Signal(str)
    refused = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        _register_scheme()
        # Not this widget's child: it must outlive the page, and children go in the order they came.
        app = QApplication.instance()
        profile = QWebEngineProfile(app)
        profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
        profile.downloadRequested.connect(lambda wish: wish.cancel())
        self.destroyed.connect(profile.deleteLater)
        self.gate, self._source = Gate(profile), Source(profile)
        self.gate.refused.connect(self.refused)
        profile.setUrlRequestInterceptor(self.gate)
        profile.installUrlSchemeHandler(_SCHEME, self._source)
        self.still = StillPage(profile, self)
        self.still.pressed.connect(self.pressed)
        for one in _OFF:
            self.still.settings().setAttribute(one, False)  # noqa: FBT003 - Qt's signature
        self.setPage(self.still)
        self._place = QPointF()
        self.loadFinished.connect(self._return)
        # Where the application ends before this widget does, the profile goes with it, and must find no page on it.
        if app is not None:
            app.aboutToQuit.connect(self.still.deleteLater)

    def show_sight(self, sight: Sight, *, dark: bool, pictures: bool, web_pictures: bool) -> None:
        """Show a message, as a program in the dark scheme does, or one that shows no pictures."""
        settings = self.still.settings()
        settings.setAttribute(_Setting.ForceDarkMode, dark)
        settings.setAttribute(_Setting.AutoLoadImages, pictures)
        self.gate.web_pictures = web_pictures
        self._place = self.still.scrollPosition() / self.zoomFactor()
        # Mail is read on white: a letter brings its own colours.
        self.still.setBackgroundColor(QColor(tokens.DARK.canvas if dark else tokens.LIGHT.surface))
        self.still.scripts().clear()
        self.still.scripts().insert(bars(tokens.DARK if dark else tokens.LIGHT))
        self.still.address = self._source.offer(without_hints(in_scheme(sight.html, dark=dark)), sight)
        self.load(QUrl(self.still.address))

    def _return(self, ok: bool) -> None:  # noqa: FBT001 - Qt's `loadFinished` gives the flag by position
        if ok and not self._place.isNull():
            place: QPoint = self._place.toPoint()
            self.still.runJavaScript(f"window.scrollTo({place.x()}, {place.y()})", OWN_WORLD)


def without_hints(html: str) -> str:
    """Disarm every `<link>`: Chromium opens a connection for `rel=preconnect` without asking the gate."""
    return _HINT.sub("<x-", html)


def in_scheme(html: str, *, dark: bool) -> str:
    """Settle what a page asks of the colour scheme: it is the preview's, not this computer's."""
    return _SCHEMED.sub(lambda found: _TRUE if (found[1].lower() == "dark") == dark else _FALSE, html)


def _register_scheme() -> None:
    if QWebEngineUrlScheme.schemeByName(_SCHEME).name():
        return
    scheme = QWebEngineUrlScheme(_SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Path)
    QWebEngineUrlScheme.registerScheme(scheme)
