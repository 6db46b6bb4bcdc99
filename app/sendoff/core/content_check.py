"""What a mail program, a filter or a reader would hold against a message, found without asking anybody.

Pure and quick; it may be given any text. The wording of a finding is one sentence, then why it matters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sendoff.core.content_links import link_remarks
from sendoff.core.content_remarks import ContentKind, ContentWords, Letter, Place, Remark, Severity
from sendoff.core.language import phrase
from sendoff.core.leftovers import left
from sendoff.core.lookalikes import lookalike
from sendoff.core.page_reading import Page, read_page
from sendoff.core.postcode import has_postcode
from sendoff.core.said import figure, joined, quoted, said

__all__ = ["ContentKind", "ContentWords", "Letter", "Place", "Remark", "Severity", "SpamScore", "check_content"]

CLIPPED = 102 * 1024
"""Bytes of HTML after which Gmail shows “[Message clipped]”."""
_NEAR = 0.85
_HEAVY = 10_000_000
"""Bytes of attachments that many servers refuse: 10 MB is a usual limit, and base64 adds a third."""
_SUBJECT = 70
"""Characters of a subject that a mail program on a computer shows; a phone shows about 40."""
_PREHEADER, _PREHEADER_ROOM = (30, 140), 90
_LEAST_CAPITALS = 8
_SHOUTING = 0.6
_LEAST_TEXT = 200
_TEXT_PER_PICTURE = 50
_SHOWN = 10
_ENDING = 3_000


class _Rule(StrEnum):
    """Names of the checks, for the list of what is fine."""

    SUBJECT = phrase("The subject is short and calm.")
    LINKS = phrase("Every link leads where it says.")
    PICTURES = phrase("Every picture has a text in its place.")
    PAGE = phrase("The HTML is well formed, without scripts or forms.")
    SIZE = phrase("Gmail shows the whole message.")
    LEAVING = phrase("It says how to unsubscribe, and a postal address.")
    NAMES = phrase("No name mixes alphabets.")


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
            found.append(Remark(kind=ContentKind.FINE, severity=Severity.GOOD, sentence=said(rule.value)))
    found += _leftovers(letter, page, words)
    order = list(Severity)
    return tuple(sorted(found, key=lambda one: order.index(one.severity)))


def spam_remark(score: SpamScore) -> Remark:
    """What SpamAssassin's score means."""
    bad = score.score >= score.threshold
    points = said(
        "SpamAssassin gives it {score} of {threshold} points",
        score=figure(f"{score.score:g}"),
        threshold=figure(f"{score.threshold:g}"),
    )
    listed = ", ".join(score.rules[:_SHOWN])
    return Remark(
        kind=ContentKind.SPAM_SCORE,
        severity=Severity.WARNING if bad else Severity.GOOD,
        sentence=joined("", (points, said(": junk.") if bad else ".")),
        why=said("Its rules: {listed}.", listed=listed) if listed else "",
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
            ContentKind.SHOUTING,
            said("The subject is in capitals."),
            said("Readers and spam filters take that for junk."),
            place,
        )
    low = subject.casefold()
    traps = [trap for trap in words.traps if trap in low]
    if "!!" in subject or "$$" in subject or "??" in subject:
        traps.append(said("repeated marks"))
    if traps:
        named = joined(", ", map(quoted, traps[:3]))
        yield _warning(ContentKind.TRAP_WORDS, said("The subject sounds like junk: {said}.", said=named),
                       said("Spam filters know these words."), place)  # fmt: skip
    if len(subject) > _SUBJECT:
        yield _warning(
            ContentKind.SUBJECT_LENGTH,
            said("The subject has {subject} characters.", subject=len(subject)),
            said("Mail programs show about {subject}, phones about 40.", subject=_SUBJECT),
            place,
        )
    preheader, (least, most) = letter.preheader.strip(), _PREHEADER
    if preheader and not least <= len(preheader) <= most:
        yield _warning(
            ContentKind.PREHEADER_LENGTH,
            said("The preview text has 1 character.")
            if len(preheader) == 1
            else said("The preview text has {preheader} characters.", preheader=len(preheader)),
            said("There is room for about {room} behind the subject.", room=_PREHEADER_ROOM),
            (Place(preheader[:100]),),
        )


def _leftovers(letter: Letter, page: Page, words: ContentWords) -> Iterator[Remark]:
    body = page.lines if letter.html else letter.text.splitlines()
    lines = [letter.subject, letter.preheader, *body, *(one.alt or "" for one in page.pictures)]
    if found := left(lines, words.shipped):
        many = (
            said("A sentence is") if len(found) == 1 else said("{count} sentences are", count=figure(f"{len(found):,}"))
        )
        yield _warning(
            ContentKind.LEFTOVER,
            said("{many} still the template's own.", many=many),
            said("Say it in your words, or take it out."),
            tuple(Place(quoted(one[:100])) for one in found[:_SHOWN]),
            len(found),
        )


def _names(letter: Letter) -> Iterator[Remark]:
    for what, name in ((said("sender"), letter.sender), (said("reply address"), letter.reply_to)):
        if wrong := lookalike(name):
            yield Remark(
                kind=ContentKind.LOOKALIKE,
                severity=Severity.BLOCKING,
                sentence=said("The {what} looks like another: {wrong}.", what=what, wrong=wrong),
                why=said("Filters and browsers take that for a forgery."),
                places=(Place(name),),
            )


def _pictures(page: Page) -> Iterator[Remark]:
    seen = [one for one in page.pictures if not one.tiny]
    bare = [one for one in page.pictures if one.alt is None]
    if bare:
        many = said("A picture has") if len(bare) == 1 else said("{bare} pictures have", bare=len(bare))
        yield _warning(ContentKind.NO_ALT, said("{many} no text in its place (alt).", many=many),
                       said('Many readers see no pictures at first. alt="" says that one is only decoration.'),
                       _places(page, [one.place for one in bare]), len(bare))  # fmt: skip
    plain = [one for one in page.pictures if one.source.lower().startswith("http://")]
    if plain:
        many = said("A picture comes") if len(plain) == 1 else said("{plain} pictures come", plain=len(plain))
        yield _warning(ContentKind.INSECURE_PICTURE, said("{many} by http, not https.", many=many),
                       said("Some mail programs do not load it."), _places(page, [one.place for one in plain]),
                       len(plain))  # fmt: skip
    shown = len(page.text)
    if seen and shown < max(_LEAST_TEXT, _TEXT_PER_PICTURE * len(seen)):
        pictures = said("{seen} pictures", seen=len(seen)) if len(seen) > 1 else said("{seen} picture", seen=len(seen))
        yield _warning(
            ContentKind.MOSTLY_PICTURES,
            said("It has {pictures} and only {shown} characters of text.", pictures=pictures, shown=shown),
            said("Spam filters cannot read pictures, and whoever has pictures switched off sees almost nothing."),
        )


def _markup(page: Page) -> Iterator[Remark]:
    if page.broken:
        places = tuple(
            Place(joined(": ", (what, page.excerpt(at))), page.line(at)) for what, at in page.broken[:_SHOWN]
        )
        many = (
            said("1 fault")
            if page.broken_count == 1
            else said("{broken_count} faults", broken_count=figure(f"{page.broken_count:,}"))
        )
        yield _warning(
            ContentKind.BROKEN_HTML,
            said("The HTML has {many}: {broken}.", many=many, broken=page.broken[0][0]),
            said("Mail programs guess differently what was meant."),
            places,
            page.broken_count,
        )
    if page.active:
        names = ", ".join(f"<{name}>" for name in dict.fromkeys(name for name, _ in page.active))
        yield Remark(
            kind=ContentKind.ACTIVE,
            severity=Severity.BLOCKING,
            sentence=said("The message has {names} in it.", names=names),
            why=said("Mail programs take that out, and filters take the message for an attack."),
            places=_places(page, [at for _, at in page.active]),
            count=len(page.active),
        )


def _sizes(letter: Letter) -> Iterator[Remark]:
    size = len(letter.html.encode("utf-8", "replace"))
    if size > _NEAR * CLIPPED:
        verb = said("clips it at 102") if size > CLIPPED else said("clips at 102")
        yield _warning(
            ContentKind.CLIPPED,
            said("The HTML has {size} KB; Gmail {verb}.", size=figure(f"{size / 1024:,.0f}"), verb=verb),
            said("The rest, often the link to unsubscribe, is behind “View entire message”."),
        )


def _ending(letter: Letter, page: Page, words: ContentWords) -> Iterator[Remark]:
    total = sum(size for _, size in letter.attachments)
    if total > _HEAVY:
        listed = tuple(Place(f"{name}, {size / 1e6:.1f} MB") for name, size in letter.attachments[:_SHOWN])
        yield _warning(
            ContentKind.HEAVY,
            said("The attachments have {total} MB.", total=figure(f"{total / 1000000.0:,.1f}")),
            said("Many servers refuse messages over 10 MB. A link to the file always arrives."),
            listed,
        )
    text = f"{page.text} {letter.text}"
    low = text.casefold()
    linked = any(word in (link.href or "").casefold() for link in page.links for word in ("unsubscribe", "optout"))
    if not (letter.unsubscribe or linked or any(word in low for word in words.leaving)):
        yield _warning(ContentKind.NO_UNSUBSCRIBE, said("Nothing says how to unsubscribe."),
                       said("Who cannot leave presses “junk”. Gmail and Yahoo demand it of bulk senders."))  # fmt: skip
    if not (letter.postal or any(has_postcode(one[-_ENDING:]) for one in ("\n".join(page.lines), letter.text))):
        yield _warning(
            ContentKind.NO_POSTAL,
            said("No postal address was recognised."),
            said("The law of many countries wants one in advertising (US: CAN-SPAM, DE: §5 DDG)."),
        )


def _places(page: Page, at: list[int]) -> tuple[Place, ...]:
    return tuple(Place(page.excerpt(one), page.line(one)) for one in at[:_SHOWN])
