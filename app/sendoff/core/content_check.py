"""What a mail program, a filter or a reader would hold against a message, found without asking anybody.

Pure and quick; it may be given any text. The wording of a finding is one sentence, then why it matters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sendoff.core.content_links import link_remarks
from sendoff.core.content_remarks import ContentKind, ContentWords, Letter, Place, Remark, Severity
from sendoff.core.language import tr
from sendoff.core.lookalikes import lookalike
from sendoff.core.page_reading import Page, read_page

__all__ = ["ContentKind", "ContentWords", "Letter", "Place", "Remark", "Severity", "SpamScore", "check_content"]

CLIPPED = 102 * 1024
"""Bytes of HTML after which Gmail shows “[Message clipped]”."""
_NEAR = 0.85
_HEAVY = 10_000_000
"""Bytes of attachments that many servers refuse: 10 MB is a usual limit, and base64 adds a third."""
_SUBJECT = 70
"""Characters of a subject that a mail program on a computer shows; a phone shows about 40."""
_PREHEADER = (30, 140)
_LEAST_CAPITALS = 8
_SHOUTING = 0.6
_LEAST_TEXT = 200
_TEXT_PER_PICTURE = 50
_SHOWN = 10
_ENDING = 3_000
_POSTCODE = re.compile(r"\b\d{4,6}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b\d{3} ?\d{2}\b")


class _Rule(StrEnum):
    """Names of the checks, for the list of what is fine."""

    SUBJECT = "The subject is short and calm."
    LINKS = "Every link leads where it says."
    PICTURES = "Every picture has a text in its place."
    PAGE = "The HTML is well formed, without scripts or forms."
    SIZE = "Gmail shows the whole message."
    LEAVING = "It says how to unsubscribe, and a postal address."
    NAMES = "No name mixes alphabets."


@dataclass(frozen=True, slots=True, kw_only=True)
class SpamScore:
    """What SpamAssassin says of a message: junk from `threshold` on."""

    score: float
    threshold: float
    rules: tuple[str, ...] = ()


def check_content(letter: Letter, words: ContentWords) -> tuple[Remark, ...]:
    """Everything worth saying of a message: what blocks first, then warnings, then what is fine."""
    page = read_page(letter.html)
    found: list[Remark] = []
    checks: tuple[tuple[_Rule, bool, Callable[[], Iterator[Remark]]], ...] = (
        (_Rule.SUBJECT, True, lambda: _subject(letter, words)),
        (_Rule.NAMES, True, lambda: _names(letter)),
        (_Rule.LINKS, bool(page.links), lambda: link_remarks(page, words)),
        (_Rule.PICTURES, bool(page.pictures), lambda: _pictures(page)),
        (_Rule.PAGE, bool(letter.html), lambda: _markup(page)),
        (_Rule.SIZE, bool(letter.html), lambda: _sizes(letter)),
        (_Rule.LEAVING, True, lambda: _ending(letter, page, words)),
    )
    for rule, about, check in checks:
        remarks = list(check()) if about else []
        found += remarks
        if about and not remarks:
            found.append(Remark(kind=ContentKind.FINE, severity=Severity.GOOD, sentence=tr(rule.value)))
    order = list(Severity)
    return tuple(sorted(found, key=lambda one: order.index(one.severity)))


def spam_remark(score: SpamScore) -> Remark:
    """What SpamAssassin's score means."""
    bad = score.score >= score.threshold
    sentence = f"SpamAssassin gives it {score.score:g} of {score.threshold:g} points" + (": junk." if bad else ".")
    listed = ", ".join(score.rules[:_SHOWN])
    return Remark(
        kind=ContentKind.SPAM_SCORE,
        severity=Severity.WARNING if bad else Severity.GOOD,
        sentence=sentence,
        why=f"Its rules: {listed}." if listed else "",
    )


def _warning(kind: ContentKind, sentence: str, why: str, places: tuple[Place, ...] = (), count: int = 1) -> Remark:
    return Remark(kind=kind, severity=Severity.WARNING, sentence=sentence, why=why, places=places, count=count)


def _subject(letter: Letter, words: ContentWords) -> Iterator[Remark]:
    subject = letter.subject.strip()
    place = (Place(subject[:100]),)
    letters = [one for one in subject if one.isalpha()]
    shouted = sum(one.isupper() for one in letters)
    if shouted >= _LEAST_CAPITALS and shouted > _SHOUTING * len(letters):
        yield _warning(
            ContentKind.SHOUTING, "The subject is in capitals.", "Readers and filters take that for junk.", place
        )
    low = subject.casefold()
    traps = [trap for trap in words.traps if trap in low]
    if "!!" in subject or "$$" in subject or "??" in subject:
        traps.append("repeated marks")
    if traps:
        said = ", ".join(f"“{trap}”" for trap in traps[:3])
        yield _warning(ContentKind.TRAP_WORDS, f"The subject sounds like junk: {said}.",
                       "Filters know these words.", place)  # fmt: skip
    if len(subject) > _SUBJECT:
        yield _warning(ContentKind.SUBJECT_LENGTH, f"The subject has {len(subject)} characters.",
                       f"Mail programs show about {_SUBJECT}, phones about 40.", place)  # fmt: skip
    preheader, (least, most) = letter.preheader.strip(), _PREHEADER
    if preheader and not least <= len(preheader) <= most:
        yield _warning(ContentKind.PREHEADER_LENGTH, f"The preheader has {len(preheader)} characters.",
                       f"Between {least} and {most} fill the line behind the subject.",
                       (Place(preheader[:100]),))  # fmt: skip


def _names(letter: Letter) -> Iterator[Remark]:
    for what, name in (("sender", letter.sender), ("reply address", letter.reply_to)):
        if wrong := lookalike(name):
            yield Remark(
                kind=ContentKind.LOOKALIKE,
                severity=Severity.BLOCKING,
                sentence=f"The {what} looks like another: {wrong}.",
                why="Filters and browsers take that for a forgery.",
                places=(Place(name),),
            )


def _pictures(page: Page) -> Iterator[Remark]:
    seen = [one for one in page.pictures if not one.tiny]
    bare = [one for one in page.pictures if one.alt is None]
    if bare:
        many = "A picture has" if len(bare) == 1 else f"{len(bare)} pictures have"
        yield _warning(ContentKind.NO_ALT, f"{many} no text in its place (alt).",
                       'Many readers see no pictures at first. alt="" says that one is only decoration.',
                       _places(page, [one.place for one in bare]), len(bare))  # fmt: skip
    plain = [one for one in page.pictures if one.source.lower().startswith("http://")]
    if plain:
        many = "A picture comes" if len(plain) == 1 else f"{len(plain)} pictures come"
        yield _warning(ContentKind.INSECURE_PICTURE, f"{many} by http, not https.",
                       "Some mail programs do not load it.", _places(page, [one.place for one in plain]),
                       len(plain))  # fmt: skip
    shown = len(page.text)
    if seen and shown < max(_LEAST_TEXT, _TEXT_PER_PICTURE * len(seen)):
        pictures = f"{len(seen)} picture{'s' if len(seen) > 1 else ''}"
        yield _warning(ContentKind.MOSTLY_PICTURES, f"It has {pictures} and only {shown} characters of text.",
                       "Filters cannot read pictures, and readers who block them see almost nothing.")  # fmt: skip


def _markup(page: Page) -> Iterator[Remark]:
    if page.broken:
        places = tuple(Place(f"{what}: {page.excerpt(at)}", page.line(at)) for what, at in page.broken[:_SHOWN])
        many = "1 fault" if page.broken_count == 1 else f"{page.broken_count:,} faults"
        yield _warning(ContentKind.BROKEN_HTML, f"The HTML has {many}: {page.broken[0][0]}.",
                       "Mail programs guess differently what was meant.", places, page.broken_count)  # fmt: skip
    if page.active:
        names = ", ".join(f"<{name}>" for name in dict.fromkeys(name for name, _ in page.active))
        yield Remark(
            kind=ContentKind.ACTIVE,
            severity=Severity.BLOCKING,
            sentence=f"The message has {names} in it.",
            why="Mail programs take that out, and filters take the message for an attack.",
            places=_places(page, [at for _, at in page.active]),
            count=len(page.active),
        )


def _sizes(letter: Letter) -> Iterator[Remark]:
    size = len(letter.html.encode("utf-8", "replace"))
    if size > _NEAR * CLIPPED:
        verb = "clips it at 102" if size > CLIPPED else "clips at 102"
        yield _warning(ContentKind.CLIPPED, f"The HTML has {size / 1024:,.0f} KB; Gmail {verb}.",
                       "The rest, often the link to unsubscribe, is behind “View entire message”.")  # fmt: skip


def _ending(letter: Letter, page: Page, words: ContentWords) -> Iterator[Remark]:
    total = sum(size for _, size in letter.attachments)
    if total > _HEAVY:
        listed = tuple(Place(f"{name}, {size / 1e6:.1f} MB") for name, size in letter.attachments[:_SHOWN])
        yield _warning(
            ContentKind.HEAVY,
            f"The attachments have {total / 1e6:,.1f} MB.",
            "Many servers refuse messages over 10 MB. A link to the file always arrives.",
            listed,
        )
    text = f"{page.text} {letter.text}"
    low = text.casefold()
    linked = any(word in (link.href or "").casefold() for link in page.links for word in ("unsubscribe", "optout"))
    if not (letter.unsubscribe or linked or any(word in low for word in words.leaving)):
        yield _warning(ContentKind.NO_UNSUBSCRIBE, "Nothing says how to unsubscribe.",
                       "Who cannot leave presses “junk”. Gmail and Yahoo demand it of bulk senders.")  # fmt: skip
    if not (letter.postal or any(_POSTCODE.search(one[-_ENDING:]) for one in (page.text, letter.text))):
        yield _warning(ContentKind.NO_POSTAL, "No postal address was recognised.",
                       "The law of many countries wants one in advertising (US: CAN-SPAM, DE: §5 DDG).")  # fmt: skip


def _places(page: Page, at: list[int]) -> tuple[Place, ...]:
    return tuple(Place(page.excerpt(one), page.line(one)) for one in at[:_SHOWN])
