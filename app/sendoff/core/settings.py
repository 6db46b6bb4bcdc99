"""The settings: each declared once, with what the window and the command line need to show, explain and check it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from sendoff.core.errors import InputError
from sendoff.core.language import one_of, phrase, tr

Value = str | int | bool
_ON, _OFF = frozenset({"on", "yes", "true", "1"}), frozenset({"off", "no", "false", "0"})


class Kind(StrEnum):
    """What a setting's value is."""

    CHOICE = "choice"
    NUMBER = "number"
    SWITCH = "switch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One thing that can be chosen for the whole program."""

    key: str
    section: str
    title: str
    explanation: str
    kind: Kind
    default: Value
    choices: tuple[tuple[str, str], ...] = ()
    """The keys that can be chosen, each with its word."""
    least: int = 0
    most: int = 0
    unit: str = ""
    words: str = ""
    """Further words under which it is found."""


LOOK, SENDING, NOTES, RECORDS = phrase("Look"), phrase("Sending"), phrase("Notifications and tray"), phrase("Log")
THEME, LANGUAGE = "theme", "language"
UNDO, AWAKE, CLOSING = "undo_seconds", "keep_awake", "close_while_sending"
REFUSED = "pause_refused_percent"
ON_FINISH, ON_TROUBLE, TRAY = "notify_finished", "notify_attention", "tray"
LOG_LEVEL = "log_level"

SETTINGS: tuple[Setting, ...] = (
    Setting(
        key=THEME,
        section=LOOK,
        title=phrase("Colours"),
        explanation=phrase("Light or dark. “As the system” changes with it."),
        kind=Kind.CHOICE,
        default="auto",
        choices=(("auto", phrase("As the system")), ("light", phrase("Light")), ("dark", phrase("Dark"))),
        words=phrase("theme appearance dark mode night scheme"),
    ),
    Setting(
        key=LANGUAGE,
        section=LOOK,
        title=phrase("Language"),
        explanation=phrase("The language of the window, from the next start on."),
        kind=Kind.CHOICE,
        default="system",
        choices=(("system", phrase("As the system")), ("en", phrase("English")), ("de", phrase("Deutsch"))),
        words=phrase("translation german english locale sprache"),
    ),
    Setting(
        key=UNDO,
        section=SENDING,
        title=phrase("Time to undo"),
        explanation=phrase(
            "After you press Send, nothing leaves for this long, in the sandbox 3 s at most. 0: at once."
        ),
        kind=Kind.NUMBER,
        default=10,
        least=0,
        most=60,
        unit="s",
        words=phrase("countdown take back delay seconds"),
    ),
    Setting(
        key=AWAKE,
        section=SENDING,
        title=phrase("Keep the computer awake"),
        explanation=phrase("While a campaign is being sent, the computer does not go to sleep by itself."),
        kind=Kind.SWITCH,
        default=True,
        words=phrase("sleep suspend standby power energy"),
    ),
    Setting(
        key=CLOSING,
        section=SENDING,
        title=phrase("Closing the window while sending"),
        explanation=phrase("Keep sending in the tray, pause and quit, or ask each time."),
        kind=Kind.CHOICE,
        default="ask",
        choices=(("ask", phrase("Ask")), ("tray", phrase("Keep sending")), ("pause", phrase("Pause and quit"))),
        words=phrase("quit exit background tray"),
    ),
    Setting(
        key=REFUSED,
        section=SENDING,
        title=phrase("Pause when many are refused"),
        explanation=phrase(
            "Pauses when more of the last 50 recipients are refused for good, or 5 in a row in the same words. "
            "0 never pauses for that."
        ),
        kind=Kind.NUMBER,
        default=10,
        least=0,
        most=100,
        unit="%",
        words=phrase("guard bounces invalid bad addresses permanent failures share stop"),
    ),
    Setting(
        key=ON_FINISH,
        section=NOTES,
        title=phrase("Tell when a campaign is finished"),
        explanation=phrase("A notification of the system with the figures."),
        kind=Kind.SWITCH,
        default=True,
        words=phrase("notification message bubble done"),
    ),
    Setting(
        key=ON_TROUBLE,
        section=NOTES,
        title=phrase("Tell when a campaign needs you"),
        explanation=phrase("A notification of the system when a campaign pauses by itself, with the reason."),
        kind=Kind.SWITCH,
        default=True,
        words=phrase("notification message paused trouble error attention"),
    ),
    Setting(
        key=TRAY,
        section=NOTES,
        title=phrase("Icon in the tray"),
        explanation=phrase("It shows how far the sending is, and opens, pauses and quits Sendoff."),
        kind=Kind.CHOICE,
        default="sending",
        choices=(("sending", phrase("While sending")), ("always", phrase("Always"))),
        words=phrase("system tray menu bar status icon"),
    ),
    Setting(
        key=LOG_LEVEL,
        section=RECORDS,
        title=phrase("What is logged"),
        explanation=phrase(
            "“Everything” also notes every recipient's result, with the address. Passwords are never logged."
        ),
        kind=Kind.CHOICE,
        default="info",
        choices=(("info", phrase("What matters")), ("debug", phrase("Everything"))),
        words=phrase("debug verbose trace level records"),
    ),
)
"""Every setting, in the order in which they are shown."""
_BY_KEY = {one.key: one for one in SETTINGS}


def setting(key: str) -> Setting:
    """The setting of that key. Raises InputError, which names the nearest ones."""
    if found := _BY_KEY.get(key):
        return found
    near = get_close_matches(key, _BY_KEY, n=2, cutoff=0.5)
    remedy = (
        tr("Did you mean {near}?", near=one_of(near)) if near else tr("`sendoff settings list` shows every setting.")
    )
    raise InputError(tr("There is no setting “{key}”.", key=key), remedy=remedy, code="no_setting")


def value_in(one: Setting, kept: Mapping[str, object]) -> Value:
    """The setting's value among what a file holds; the default where it holds none, or none that fits."""
    raw = kept.get(one.key)
    return raw if raw is not None and _fits(one, raw) else one.default  # type: ignore[return-value]  # _fits checked it


def parse(one: Setting, text: str) -> Value:
    """The value that was typed. Raises InputError, which says what can be."""
    word = text.strip().casefold()
    value: Value | None = None
    if one.kind is Kind.SWITCH:
        value = True if word in _ON else False if word in _OFF else None
    elif one.kind is Kind.NUMBER:
        digits = word.removesuffix(one.unit).strip()
        value = int(digits) if digits.isascii() and digits.isdecimal() else None
    else:
        value = next((key for key, said in one.choices if word in (key, said.casefold())), None)
    if value is None or not _fits(one, value):
        raise InputError(
            tr("“{text}” does not fit {key}.", text=text, key=one.key),
            remedy=tr("It takes {offer}.", offer=offer(one)),
            code="bad_setting",
        )
    return value


def offer(one: Setting) -> str:
    """What the setting takes, in words: `auto, light or dark`."""
    if one.kind is Kind.SWITCH:
        return tr("on or off")
    if one.kind is Kind.NUMBER:
        return tr("a whole number from {least} to {most}", least=one.least, most=one.most)
    *first, last = (key for key, _word in one.choices)
    return tr("{first} or {last}", first=", ".join(first), last=last)


def typed(one: Setting, value: Value) -> str:
    """The value as it is typed on the command line."""
    return ("on" if value else "off") if one.kind is Kind.SWITCH else str(value)


def matching(text: str, settings: Sequence[Setting] = SETTINGS) -> list[Setting]:
    """The settings in which every word of `text` occurs somewhere."""
    wanted = text.casefold().split()
    return [one for one in settings if all(word in _searched(one) for word in wanted)]


def _searched(one: Setting) -> str:
    words = (one.section, one.title, one.explanation, one.words, *(word for _key, word in one.choices))
    return " ".join((one.key, *words, *map(tr, words))).casefold()


def _fits(one: Setting, value: object) -> bool:
    if one.kind is Kind.SWITCH:
        return isinstance(value, bool)
    if one.kind is Kind.NUMBER:
        return isinstance(value, int) and not isinstance(value, bool) and one.least <= value <= one.most
    return value in {key for key, _word in one.choices}
