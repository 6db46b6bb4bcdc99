"""Pictures on their way into a message: no wider than mail shows them, encoded as mail programs read them."""

from __future__ import annotations

from pathlib import Path, PurePath

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from sendoff.core.errors import InputError
from sendoff.core.language import tr

WIDEST = 1200
"""Pixels: twice the width of a mail, for screens of double density."""
_MOST_PIXELS = 100_000_000
_AS_IS = {"png": ".png", "jpeg": ".jpg", "gif": ".gif"}
_LARGEST = 60_000_000
_OPAQUE = 0xFF
_LIGHT = 400_000
"""Bytes below which a picture that is narrow enough goes as it came."""
_QUALITY = 85


def read_picture(path: Path) -> bytes:
    """The bytes of a picture's file. Raises InputError where it cannot be read or is too large."""
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(
                tr("“{name}” is larger than 60 MB.", name=path.name),
                remedy=tr("Use a smaller picture."),
                code="oversize",
            )
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            tr("“{name}” cannot be read.", name=path.name), remedy=tr("Choose the file again."), code="no_file"
        ) from error


def fitted(content: bytes, name: str) -> tuple[str, bytes]:
    """A picture at most 1200 px wide, and its name with the right ending; small ones and moving ones stay as they are.

    Photographs become JPEG, what is transparent PNG. May be called in any thread. Raises InputError (`no_picture`).
    """
    octets = QByteArray(content)
    source = QBuffer(octets)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    reader.setAutoTransform(True)
    kind, size = bytes(reader.format().data()).decode(), reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        raise _no_picture(name)
    stem = PurePath(name).stem or "picture"
    moves = kind == "gif" and reader.imageCount() > 1
    if kind in _AS_IS and (moves or (size.width() <= WIDEST and len(content) <= _LIGHT)):
        return stem + _AS_IS[kind], content
    image = reader.read()
    if image.isNull():
        raise _no_picture(name)
    return encoded(image, stem)


def encoded(image: QImage, stem: str) -> tuple[str, bytes]:
    """A picture from the clipboard, fitted alike. Raises InputError (`no_picture`) for an empty one."""
    if image.isNull():
        raise _no_picture(stem)
    if image.width() > WIDEST:
        image = image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
    png = _written(image, "PNG", -1)
    if image.hasAlphaChannel() and _transparent(image):
        return f"{stem}.png", png
    jpeg = _written(image.convertToFormat(QImage.Format.Format_RGB32), "JPEG", _QUALITY)
    # Drawings and screenshots are smaller, and sharper, as PNG.
    return (f"{stem}.png", png) if len(png) <= 2 * len(jpeg) and len(png) <= _LIGHT else (f"{stem}.jpg", jpeg)


def _written(image: QImage, kind: str, quality: int) -> bytes:
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(target, kind, quality)  # type: ignore[call-overload]  # the stubs ask for bytes, the library for a text
    return bytes(target.data().data())


def _transparent(image: QImage) -> bool:
    """Say whether a thumbnail of the picture has a pixel that is not opaque."""
    small = image.scaled(QSize(64, 64)).convertToFormat(QImage.Format.Format_Alpha8)
    return any(octet != _OPAQUE for octet in bytes(small.constBits()))


def _no_picture(name: str) -> InputError:
    return InputError(
        tr("“{name}” is no picture that can be read.", name=name),
        remedy=tr("Use PNG, JPEG, GIF or WebP."),
        code="no_picture",
    )
