"""A message without a browser: where QtWebEngine cannot be loaded. It fetches nothing, from nowhere."""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtWidgets import QTextBrowser

from sendoff.core.sight import Sight
from sendoff.ui import tokens

_NO_SIZE = re.compile(r"font-size:\s*0(?:px)?(?=[;\"'])", re.IGNORECASE)
"""Qt complains of it; mail that renders everywhere is full of it."""
_ENCODED = ";base64"


class MailBrowser(QTextBrowser):
    """A reader whose only resources are those inside the message (`data:`, `cid:`); its links lead nowhere."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._sight = Sight()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(tokens.Space.L)
        # Mail is read on white, in the dark scheme too: a letter brings its own colours.
        paper = tokens.LIGHT
        self.setStyleSheet(f"QTextBrowser {{ background: {paper.surface}; color: {paper.ink}; }}")

    def show_sight(self, sight: Sight) -> None:
        """Show a message, keeping the place in it."""
        place = self.verticalScrollBar().value()
        self._sight = sight
        self.setHtml(_NO_SIZE.sub("font-size:1px", sight.html))
        self.verticalScrollBar().setValue(place)

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """Give what the message itself holds, and nothing else."""
        url = name if isinstance(name, QUrl) else QUrl(name)
        if url.scheme() == "cid":
            picture = self._sight.pictures.get(url.path(QUrl.ComponentFormattingOption.FullyDecoded))
            return QByteArray(picture.content) if picture else None
        head, _comma, content = url.toString(QUrl.ComponentFormattingOption.FullyEncoded).partition(",")
        if url.scheme() != "data" or not head.endswith(_ENCODED):
            return None
        return QByteArray.fromBase64(QByteArray.fromPercentEncoding(content.encode()))
