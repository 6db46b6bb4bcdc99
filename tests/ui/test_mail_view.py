"""The preview's browser shows a message and does nothing else: a hostile page reaches no server and no file."""

from __future__ import annotations

import base64
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.mouse import over

from sendoff.core.sight import Picture, Sight
from sendoff.ui import tokens
from sendoff.ui.widgets import mail_view
from sendoff.ui.widgets.mail_browser import MailBrowser
from sendoff.ui.widgets.mail_view import Look, MailView

if os.environ.get("SENDOFF_REQUIRE_ALL") != "1":
    pytest.importorskip("PySide6.QtWebEngineWidgets", exc_type=ImportError)
from sendoff.ui.widgets.mail_web import MailWeb

pytestmark = pytest.mark.browser
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)

HOSTILE = """<!doctype html><html manifest="{web}/manifest"><head>
<base href="{web}/base/"><title>x</title>
<meta http-equiv="refresh" content="0; url={web}/refresh">
<meta http-equiv="refresh" content="0; url={file}">
<link rel="stylesheet" href="{web}/a.css"><link rel="stylesheet" href="{file}">
<link rel="icon" href="{web}/favicon.ico"><link rel="shortcut icon" href="{web}/f2.ico">
<link rel="prefetch" href="{web}/prefetch"><link rel="prerender" href="{web}/prerender">
<link rel="preload" as="image" href="{web}/preload.png"><link rel="modulepreload" href="{web}/m.js">
<link rel="preload" as="font" href="{web}/preload.woff" crossorigin>
<link rel="dns-prefetch" href="{web}"><link rel="preconnect" href="{web}"><link rel="manifest" href="{web}/m.json">
<style>@import url("{web}/import.css"); @import url("{file}");
@font-face {{ font-family: evil; src: url("{web}/font.woff"); }}
@font-face {{ font-family: local; src: url("{file}"); }}
body {{ font-family: evil, local; background: url("{web}/background.png"); cursor: url("{web}/cursor.cur"), auto; }}
li {{ list-style-image: url("{web}/list.png"); }} p::before {{ content: url("{web}/before.png"); }}
div {{ background: image-set(url("{web}/set.png") 1x); mask-image: url("{web}/mask.svg#m");
  filter: url("{web}/filter.svg#f"); }}
</style>
<script src="{web}/script.js"></script>
<script>fetch("{web}/fetch"); new WebSocket("{socket}/socket"); new Image().src = "{web}/image";
navigator.sendBeacon("{web}/beacon"); new EventSource("{web}/events"); location = "{web}/location";
window.open("{web}/window"); new Worker("{web}/worker.js");
var x = new XMLHttpRequest(); x.open("GET", "{file}"); x.send();</script>
<script type="module">import "{web}/module.js"</script></head>
<body background="{web}/body.png" onload="fetch('{web}/onload')">
<p>Hello</p><ul><li>one</li></ul><div>two</div>
<img src="{web}/picture.png"><img src="relative.png"><img src="//{place}/bare.png"><img src="{file}">
<img srcset="{web}/set1.png 1x, {web}/set2.png 2x" src="{web}/set0.png"><img src="x" onerror="fetch('{web}/onerror')">
<img lowsrc="{web}/low.png" src="cid:missing"><img src="ftp://{place}/ftp.png"><img src="blob:{web}/1">
<picture><source srcset="{web}/source.png"><img src="{web}/img.png"></picture>
<table background="{web}/table.png"><tr><td background="{web}/cell.png">x</td></tr></table>
<iframe src="{web}/frame"></iframe><iframe src="{file}"></iframe>
<iframe srcdoc="&lt;img src='{web}/srcdoc.png'&gt;"></iframe>
<iframe src="data:text/html;base64,{inner}"></iframe><frameset><frame src="{web}/frame2"></frameset>
<object data="{web}/object"></object><object data="{file}" type="text/html"></object>
<object data="{web}/o.svg" type="image/svg+xml"></object>
<embed src="{web}/embed"><embed src="{file}" type="text/plain"><applet code="{web}/a.class"></applet>
<video src="{web}/video.mp4" poster="{web}/poster.png" autoplay preload="auto"></video>
<audio src="{web}/audio.mp3" autoplay preload="auto"></audio>
<video autoplay><source src="{web}/v.mp4"><track default src="{web}/track.vtt"></video>
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"><image href="{web}/svg.png" width="9" height="9"/>
<image xlink:href="{file}" width="9" height="9"/><use href="{web}/use.svg#a"/><script href="{web}/svg.js"/>
<foreignObject width="9" height="9"><img src="{web}/foreign.png"></foreignObject></svg>
<img src="data:image/svg+xml;base64,{vector}">
<form action="{web}/form" method="post"><input type="image" src="{web}/input.png"><input autofocus
 onfocus="this.form.submit()"><button formaction="{web}/button">b</button></form>
<a href="{web}/link" ping="{web}/ping">link</a><a href="{file}" download>file</a>
<math><mtext><img src="{web}/math.png"></mtext></math><portal src="{web}/portal"></portal>
<div style="background-image:url({web}/inline.png)">x</div><input type="text" style="background:url({web}/in2.png)">
<marquee onstart="fetch('{web}/marquee')">x</marquee><bgsound src="{web}/bg.wav"><isindex action="{web}/isindex">
<template shadowrootmode="open"><img src="{web}/shadow.png"></template>
</body></html>"""


class Canary:
    """A server that notes who connects and what is asked."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()
        self.place = f"127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        self._over.set()
        self._thread.join()
        self._listener.close()

    def _listen(self) -> None:
        while not self._over.is_set():
            try:
                line, _address = self._listener.accept()
            except TimeoutError:
                continue
            with line:
                line.settimeout(5)
                try:
                    asked = line.recv(2000).decode("latin-1").partition("\r\n")[0]
                    line.sendall(
                        b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\n"
                        b"Content-Length: %d\r\n\r\n" % len(PIXEL) + PIXEL
                    )
                except OSError:
                    asked = ""
                self.heard.append(asked or "a connection")


@pytest.fixture
def canary() -> Iterator[Canary]:
    made = Canary()
    yield made
    made.close()


def hostile(canary: Canary, secret: Path) -> str:
    web = f"http://{canary.place}"
    return HOSTILE.format(
        web=web,
        place=canary.place,
        socket=f"ws://{canary.place}",
        file=secret.as_uri(),
        inner=base64.b64encode(f"<img src='{web}/inner.png'><script>fetch('{web}/in')</script>".encode()).decode(),
        vector=base64.b64encode(
            f"<svg xmlns='http://www.w3.org/2000/svg'><image href='{web}/vector.png'/></svg>".encode()
        ).decode(),
    )


def view_on(qtbot: QtBot) -> MailView:
    view = MailView("Message")
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    return view


def show(qtbot: QtBot, view: MailView, sight: Sight, look: Look | None = None) -> None:
    view.show_sight(sight, look or Look())
    assert isinstance(view._reader, MailWeb)
    with qtbot.waitSignal(view._reader.loadFinished):
        pass


def until_painted(qtbot: QtBot, view: MailView, true: Callable[[QImage], bool]) -> None:
    """Wait for a picture: the browser lays out and paints in processes of its own, some time after it has loaded."""
    qtbot.waitUntil(lambda: true(view.grab().toImage()))


def test_a_hostile_message_reaches_no_server_and_no_file(qtbot: QtBot, tmp_path: Path, canary: Canary) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("<h1 style='background:#ff00ff;height:900px'>secret</h1>", encoding="utf-8")
    long_ago = 1_000_000_000
    os.utime(secret, (long_ago, long_ago))  # so that the first reading moves the time of access (relatime)
    view = view_on(qtbot)
    refused: list[str] = []
    view.refused.connect(refused.append)
    show(qtbot, view, Sight(html=hostile(canary, secret)))
    qtbot.wait(1200)
    assert canary.heard == []
    assert secret.stat().st_atime == long_ago
    assert f"http://{canary.place}/picture.png" in refused


LETTER = (
    "<style>@media (prefers-color-scheme: dark) { div { background: #00c000 !important } }</style>"
    "<body style='margin:0'><div style='background:#c00000;height:100px'></div>"
    "<img src='cid:blue@x' width=300 height=100 style='display:block'>"
    "<a href='https://shop.example/?a=1' style='display:block;height:100px;background:#c0c000'>shop</a>"
)


def colour(image: QImage, x: int, y: int) -> str:
    return QColor(image.pixel(x, y)).name()


def letter() -> Sight:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("#0000c0"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs do not know that a format is text
    return Sight(html=LETTER, pictures={"blue@x": Picture(kind="image/png", content=bytes(buffer.data().data()))})


def test_a_message_is_shown_in_every_way_of_reading_it(qtbot: QtBot) -> None:
    view, sight = view_on(qtbot), letter()

    def shown(look: Look, true: Callable[[QImage], bool]) -> None:
        show(qtbot, view, sight, look)
        until_painted(qtbot, view, true)

    def dark(image: QImage) -> bool:
        div = QColor(colour(image, 20, 50))
        return div.green() > div.red() and QColor(colour(image, 20, 450)).lightness() < 60

    def wide(image: QImage) -> bool:
        return [colour(image, x, y) for x, y in ((20, 50), (690, 50), (20, 150))] == ["#c00000", "#c00000", "#0000c0"]

    shown(Look(), wide)
    shown(Look(phone=True), lambda image: colour(image, 350, 50) == "#c00000" != colour(image, 20, 50))
    shown(Look(), wide)
    shown(
        Look(pictures=False), lambda image: colour(image, 20, 50) == "#c00000" and colour(image, 150, 150) != "#0000c0"
    )
    shown(Look(dark=True), dark)


def test_a_pressed_link_is_told_and_opens_nothing(qtbot: QtBot, canary: Canary) -> None:
    view, sight = view_on(qtbot), letter()
    target = f"http://{canary.place}/?a=1"
    show(qtbot, view, replace(sight, html=sight.html.replace("https://shop.example/?a=1", target)))
    until_painted(qtbot, view, lambda image: colour(image, 20, 250) == "#c0c000")
    web = view._reader
    assert isinstance(web, QWidget)
    inner = web.focusProxy()
    assert inner is not None
    with qtbot.waitSignal(view.pressed) as told:
        over(inner, QPoint(20, 250))
        QTest.mouseClick(inner, Qt.MouseButton.LeftButton, pos=QPoint(20, 250))
    assert told.args == [target]
    qtbot.wait(300)
    assert canary.heard == []
    assert colour(view.grab().toImage(), 20, 50) == "#c00000"


def test_the_place_in_a_long_message_is_kept_while_one_writes(qtbot: QtBot) -> None:
    view = view_on(qtbot)
    view.resize(400, 500)  # narrower than a desktop: the message is shown smaller
    show(qtbot, view, Sight(html="<div style='height:4000px'>a</div>"))
    web = view._reader
    assert isinstance(web, MailWeb)
    web.still.runJavaScript("window.scrollTo(0, 900)", 1)
    qtbot.waitUntil(lambda: web.still.scrollPosition().y() > 0)
    place = web.still.scrollPosition().y()
    show(qtbot, view, Sight(html="<div style='height:4000px'>b</div>"))
    qtbot.waitUntil(lambda: abs(web.still.scrollPosition().y() - place) < 3)


def test_the_bars_are_the_windows_and_nothing_is_written_into_the_message(qtbot: QtBot) -> None:
    view = view_on(qtbot)
    told: list[object] = []
    ask = (
        "const bars = document.adoptedStyleSheets[0];"
        "[document.adoptedStyleSheets.length, bars.cssRules[0].selectorText,"
        " [...bars.cssRules].map(one => one.cssText).join(), document.documentElement.outerHTML].join('|')"
    )
    for look, palette in ((Look(), tokens.LIGHT), (Look(dark=True), tokens.DARK)):
        show(qtbot, view, Sight(html="<div style='height:4000px'>a</div>"), look)
        web = view._reader
        assert isinstance(web, MailWeb)
        told.clear()
        web.still.runJavaScript(ask, 1, told.append)
        qtbot.waitUntil(lambda: bool(told))
        number, selector, rules, page = str(told[0]).split("|")
        assert (number, selector) == ("1", "::-webkit-scrollbar")
        handle = QColor(tokens.sheet_values(palette)["handle"])
        assert f"rgb({handle.red()}, {handle.green()}, {handle.blue()})" in rules
        assert "scrollbar" not in page


def test_pictures_from_the_web_come_when_they_are_allowed(qtbot: QtBot, canary: Canary) -> None:
    view = view_on(qtbot)
    page = f"<link rel=stylesheet href='http://{canary.place}/a.css'><img src='http://{canary.place}/a.png'>"
    show(qtbot, view, Sight(html=page), Look(web_pictures=True))
    qtbot.waitUntil(lambda: "GET /a.png HTTP/1.1" in canary.heard)
    assert not any("a.css" in one for one in canary.heard)


def test_chromium_is_not_loaded_before_a_message_is_shown() -> None:
    lines = (
        "import sys",
        "import sendoff.ui.app, sendoff.ui.pages.message.view",
        "assert not [name for name in sys.modules if 'WebEngine' in name or 'mail_web' in name]",
    )
    subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True, timeout=200)


def test_without_a_browser_a_plainer_reader_says_so(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sendoff.ui.widgets.mail_web", None)
    view = view_on(qtbot)
    with qtbot.waitSignal(view.became_poor):
        view.show_sight(letter(), Look())
    assert view.poor.startswith("Shown roughly: the browser cannot be loaded")
    assert isinstance(view._reader, MailBrowser)
    assert colour(view.grab().toImage(), 60, 40) != "#000000"


def test_root_gets_the_plainer_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert "root" in mail_view.obstacle()
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert mail_view.obstacle() == ""


def test_where_the_browser_ends_the_plainer_reader_goes_on(qtbot: QtBot) -> None:
    view = view_on(qtbot)
    show(qtbot, view, Sight(html="<p>Hello</p>"))
    web = view._reader
    assert isinstance(web, MailWeb)
    with qtbot.waitSignal(view.became_poor):
        os.kill(web.still.renderProcessPid(), signal.SIGKILL)
    reader: object = view._reader
    assert isinstance(reader, MailBrowser)
    assert reader.toPlainText() == "Hello"
    assert view.poor == "Shown roughly: the browser ended unexpectedly."
