"""Every shape of message, read by Python's parser and by Dovecot's: both find what was put in, and nothing else."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.header import decode_header, make_header
from itertools import product
from pathlib import Path

import pytest
from tests.e2e.maildir import Letter, missing, read_all
from tests.unit.messages import BLOBS, DATE, INVITATION, composer, content_of, delivery, leaves, parsed

from sendoff.core.campaign import Attachment, Content, Image
from sendoff.core.envelope import Envelope

WORDS = {
    "latin": "Grüße aus Köln – 19,90 € „heute“",
    "arabic": "مرحبا بالعالم، عرض الربيع",
    "hebrew": "שלום עולם",
    "cjk": "春の特別セール 中文 한국어" * 9,
    "hindi": "नमस्ते दुनिया",
    "emoji": "🌷 Spring 👩‍👩‍👧 sale 🇩🇪" * 7,
    "long": "word " * 400 + "x" * 3000,
    "odd": "From here\n.\n..\n--=_a_ =?utf-8?q?x?= {# =3D \ttab  \n\n",
}
PICTURES = (
    Image(cid="logo.1@sendoff", name="logo.png", blob="logo"),
    Image(cid="photo", name="Übersicht – ausführlich, mit sehr langem Namen und 春.jpg", blob="photo"),
)
FILES = (Attachment(name="offer.pdf", blob="offer"), Attachment(name="Angebot für {{ first_name }}.pdf", blob="photo"))
OWN = (("Rechnung «7».bin", bytes(range(256)) * 9), ("empty.txt", b""))


@dataclass(frozen=True)
class Case:
    """One message and what must be found in it."""

    words: str
    html: bool
    pictures: int
    files: int
    calendar: bool
    utf8: bool

    def made(self) -> Envelope:
        shown = "".join(f'<img src="cid:{one.cid}" alt="">' for one in PICTURES[: self.pictures])
        files = FILES[: self.files] + ((Attachment(name="invite.ics", blob="invite"),) if self.calendar else ())
        content = Content(
            subject="{{ city }}",
            html=f"<html><body>{shown}<pre>{{{{ city }}}}</pre></body></html>" if self.html else "",
            text="{{ city }}",
            images=PICTURES,
            attachments=files,
            preheader="{{ city }}",
            unsubscribe="https://x.example/{{ city | urlencode | truncate(90, true, '') }} mailto:u@x.example",
            postal="Straße 1\n中",
        )
        address = "bøb@bücher.example.org" if self.utf8 else "bob@example.org"
        row = delivery(address, name=WORDS[self.words][:40], city=WORDS[self.words], first_name="Zoë")
        return composer(content, reply_to="{{ first_name }} <a@example.com>").compose(
            row, date=DATE, own=OWN[: self.files]
        )

    @property
    def found(self) -> list[tuple[str, str, str, bytes]]:
        """The files of the message: kind, name, content-id, content."""
        pictures = [
            (f"image/{one.name[-3:].replace('jpg', 'jpeg')}", one.name, f"<{one.cid}>", BLOBS[one.blob])
            for one in PICTURES[: self.pictures]
            if self.html
        ]
        names = ("offer.pdf", "Angebot für Zoë.pdf")
        files = [("application/pdf", name, "", BLOBS[one.blob]) for name, one in zip(names, FILES, strict=True)]
        own = [("application/octet-stream", OWN[0][0], "", OWN[0][1]), ("text/plain", OWN[1][0], "", OWN[1][1])]
        calendar = [("text/calendar", "", "", INVITATION)] if self.calendar else []
        attached = [("application/ics", "invite.ics", "", INVITATION)] if self.calendar else []
        return [*pictures, *calendar, *files[: self.files], *attached, *own[: self.files]]


SHAPES = list(product((False, True), (0, 2), (0, 1, 2), (False, True)))
CASES = [
    Case(words, html, pictures, files, calendar, utf8=number % 3 == 0)
    for number, (words, (html, pictures, files, calendar)) in enumerate(product(WORDS, SHAPES))
    if html or not pictures
]


@pytest.fixture(scope="module")
def open_folder() -> Iterator[Path]:
    # Not pytest's folder: only root may enter that one, and Dovecot reads as another user.
    folder = Path(tempfile.mkdtemp(prefix="sendoff-maildir-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def plain(text: str) -> str:
    return text.replace("\r\n", "\n")


def by_python(case: Case, envelope: Envelope) -> None:
    message = parsed(envelope)
    parts = leaves(message)
    texts = [
        part for part in parts if part.get_content_type() in {"text/plain", "text/html"} and not part.get_filename()
    ]
    assert len(texts) == 1 + case.html
    for text in texts:
        check_text(case, content_of(text).decode(), html=text.get_content_type() == "text/html")
    others = [part for part in parts if not any(part is text for text in texts)]
    seen = [
        (part.get_content_type(), part.get_filename() or "", part["Content-ID"] or "", content_of(part))
        for part in others
    ]
    assert seen == case.found
    assert "".join(str(message["Subject"]).split()) == "".join(WORDS[case.words].split())
    assert [one.addr_spec for one in message["Reply-To"].addresses] == ["a@example.com"]
    assert envelope.smtputf8 == case.utf8


def by_dovecot(case: Case, letter: Letter) -> None:
    texts = [part for part in letter.parts if part.kind in {"text/plain", "text/html"} and not part.filename]
    assert [part.kind for part in texts] == ["text/plain", "text/html"][: 1 + case.html]
    for text in texts:
        assert text.parameters == {"charset": "utf-8"}
        check_text(case, text.content.decode(), html=text.kind == "text/html")
    others = [part for part in letter.parts if part not in texts]
    assert [(part.kind, part.filename, part.cid, part.content) for part in others] == case.found
    for part in others:
        wanted = "" if part.kind == "text/calendar" else "inline" if part.cid else "attachment"
        assert part.disposition == wanted
    containers = ["mixed"] * bool(case.files or case.calendar) + ["alternative"] * bool(case.html or case.calendar)
    assert list(letter.containers) == containers + ["related"] * bool(case.pictures)
    subject = str(make_header(decode_header(str(letter.envelope[1]))))
    assert "".join(subject.split()) == "".join(WORDS[case.words].split())


def check_text(case: Case, text: str, *, html: bool) -> None:
    words = WORDS[case.words]
    if html:
        page = plain(text).partition("<pre>")[2].partition("</pre>")[0]
        assert page == words
        assert "Straße 1<br>\n中<br>\n" in plain(text)
    else:
        assert plain(text).startswith(words + "\n\nStraße 1\n中\nUnsubscribe: https://x.example/")


def test_two_parsers_find_the_same_and_all_of_it(open_folder: Path) -> None:
    why = missing()
    if why and os.environ.get("SENDOFF_REQUIRE_ALL") == "1":
        pytest.fail(why)
    envelopes = [case.made() for case in CASES]
    for case, envelope in zip(CASES, envelopes, strict=True):
        by_python(case, envelope)
    if why:
        pytest.skip(why)
    letters = read_all([envelope.content for envelope in envelopes], open_folder / "whole")
    for case, letter in zip(CASES, letters, strict=True):
        by_dovecot(case, letter)


def test_a_difference_would_be_seen(open_folder: Path) -> None:
    case = next(case for case in CASES if case.html and case.pictures and case.files and case.words == "latin")
    broken = replace(case.made(), content=case.made().content.replace(b'boundary="=_r_', b'boundary="=_x_'))
    with pytest.raises(AssertionError):
        by_python(case, broken)
    if not missing():
        (letter,) = read_all([broken.content], open_folder / "broken")
        with pytest.raises(AssertionError):
            by_dovecot(case, letter)
