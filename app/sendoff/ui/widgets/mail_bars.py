"""The scroll bars of a preview: thin ones as everywhere in the window, in place of Chromium's own."""

from __future__ import annotations

import json

from PySide6.QtWebEngineCore import QWebEngineScript

from sendoff.ui import tokens

OWN_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
"""Where the application's own scripts run: the message's stay off."""


def bars(palette: tokens.Palette) -> QWebEngineScript:
    """Scroll bars as the window has them, around the message: nothing is written into it."""
    handle = tokens.sheet_values(palette)
    style = (
        "::-webkit-scrollbar { width: 10px; height: 10px; background: transparent }"
        "::-webkit-scrollbar-corner { background: transparent }"
        "::-webkit-scrollbar-thumb { border: 2px solid transparent; border-radius: 5px; background-clip: content-box;"
        f" background-color: {handle['handle']} }}"
        f"::-webkit-scrollbar-thumb:hover {{ background-color: {handle['handle_hover']} }}"
    )
    script = QWebEngineScript()
    script.setWorldId(OWN_WORLD)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentReady)
    script.setSourceCode(
        f"{{ const bars = new CSSStyleSheet(); bars.replaceSync({json.dumps(style)});"
        " document.adoptedStyleSheets = [...document.adoptedStyleSheets, bars]; }"
    )
    return script
