"""The window's language: Qt's translators, chosen by the person, the environment or the system."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from sendoff.core.language import Language, speak, spoken

CONTEXT = "sendoff"
"""The one context of our catalogue, as Qt calls it."""
LANGUAGES = ("en", "de")
_SIGNS = {"de": (".", ",")}
"""What parts thousands and decimals, where it is not `,` and `.`."""


def chosen(*wishes: str) -> str:
    """The code of the first wish that is a language; else the system's, if there is one of it; else English."""
    system = (one[:2] for one in QLocale.system().uiLanguages())
    return next((one for one in (*wishes, *system) if one in LANGUAGES), "en")


def install(app: QCoreApplication, folder: Path, code: str) -> Callable[[], None]:
    """Speak a language from now on, in our sentences and in Qt's own; `folder` has `sendoff_de.qm`.

    Widgets that exist keep their words, so this comes before the first one. Returns how to take it back.
    """
    before, locale, made = spoken(), QLocale(), []
    if QLocale.system().language() != QLocale(code).language():
        QLocale.setDefault(QLocale(code))
    if code != "en":
        of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for path in (of_qt / f"qtbase_{code}.qm", folder / f"sendoff_{code}.qm"):
            translator = QTranslator(app)
            if translator.load(str(path)):
                app.installTranslator(translator)
                made.append(translator)
    thousands, decimal = _SIGNS.get(code, (",", "."))
    speak(Language(code=code, translate=translated, thousands=thousands, decimal=decimal))

    def take_back() -> None:
        for translator in made:
            app.removeTranslator(translator)
        QLocale.setDefault(locale)
        speak(before)

    return take_back


def translated(text: str) -> str:
    """What the installed translators make of a sentence; itself where none knows it."""
    return QCoreApplication.translate(CONTEXT, text)
