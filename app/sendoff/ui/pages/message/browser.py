"""Shows a message's HTML as mail programs do, and fetches nothing: no picture, no style sheet, no file."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtWidgets import QTextBrowser

from sendoff.ui import tokens

_ENCODED = ";base64"


class MailBrowser(QTextBrowser):
    """A reader whose only resources are those inside the message (`data:`); its links lead nowhere."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(tokens.Space.L)
        # Mail is read on white, in the dark scheme too: a letter brings its own colours.
        paper = tokens.LIGHT
        self.setStyleSheet(f"QTextBrowser {{ background: {paper.surface}; color: {paper.ink}; }}")

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """Give what the message itself holds, and nothing else."""
        url = name if isinstance(name, QUrl) else QUrl(name)
        head, _comma, content = url.toString(QUrl.ComponentFormattingOption.FullyEncoded).partition(",")
        if url.scheme() != "data" or not head.endswith(_ENCODED):
            return None
        return QByteArray.fromBase64(QByteArray.fromPercentEncoding(content.encode()))
