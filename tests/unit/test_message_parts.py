"""Pictures, files and invitations in a message."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.messages import BLOBS, INVITATION, composed, composer, content_of, delivery, kinds, leaves, parsed

from sendoff.core.calendars import canonical
from sendoff.core.campaign import Attachment, Content, Image
from sendoff.core.errors import InputError
from sendoff.core.headers import one_line
from sendoff.core.parts import shown

LOGO = Image(cid="logo@sendoff", name="Übersicht logo.png", blob="logo", alt="Logo")
PHOTO = Image(cid="photo", name="photo.jpg", blob="photo")
PAGE = '<img src="cid:logo@sendoff" alt="Logo"><p>{{ city }}</p>'
OFFER = Attachment(name="offer.pdf", blob="offer")
INVITE = Attachment(name="invite.ics", blob="invite")


def test_a_picture_travels_with_its_page_and_one_that_is_not_shown_stays_at_home() -> None:
    message = composed(Content(subject="S", html=PAGE, images=(LOGO, PHOTO)))
    assert kinds(message) == ["multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png"]
    picture = leaves(message)[-1]
    assert b'multipart/related; type="text/html"' in message.as_bytes()
    assert (picture["Content-ID"], picture.get_content_disposition()) == ("<logo@sendoff>", "inline")
    assert (picture.get_filename(), picture.get_content()) == ("Übersicht logo.png", BLOBS["logo"])


def test_everything_at_once_is_nested_as_mail_programs_expect() -> None:
    message = composed(
        Content(subject="S", html=PAGE, images=(LOGO,), attachments=(OFFER, INVITE)), own=[("a.txt", b"x")]
    )
    assert kinds(message) == [
        "multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png",
        "text/calendar", "application/pdf", "application/ics", "text/plain",
    ]  # fmt: skip


@pytest.mark.parametrize("html", ["", "<p>Hi</p>"])
def test_an_invitation_is_an_alternative_and_a_file(html: str) -> None:
    message = composed(Content(subject="S", html=html, text="Hi", attachments=(INVITE,)))
    parts = list(message.walk())
    calendar = next(part for part in parts if part.get_content_type() == "text/calendar")
    assert (calendar.get_param("method"), calendar.get_param("charset")) == ("REQUEST", "utf-8")
    assert calendar.get_content_disposition() is None
    assert calendar.get_payload(decode=True) == INVITATION
    assert (parts[-1].get_filename(), parts[-1].get_payload(decode=True)) == ("invite.ics", INVITATION)


def test_a_file_of_events_asks_for_nothing_and_is_attached() -> None:
    message = composed(Content(subject="S", text="Hi", attachments=(Attachment(name="Event.ICS", blob="event"),)))
    assert kinds(message) == ["multipart/mixed", "text/plain", "text/calendar"]
    assert leaves(message)[1].get_param("method") is None


def test_an_invitation_has_the_recipients_own_data() -> None:
    content = Content(subject="S", text="Hi", attachments=(Attachment(name="{{ first_name }}.ics", blob="personal"),))
    message = composed(content, row=delivery(email="bob@example.org", city="Köln;\r\nMETHOD:CANCEL, \\ 😀" + "x" * 90))
    _, calendar, attached = leaves(message)
    text = content_of(calendar)
    assert text == content_of(attached)
    assert (attached.get_filename(), calendar.get_param("method")) == ("Anna.ics", "REQUEST")
    assert max(map(len, text.split(b"\r\n"))) <= 75
    unfolded = text.replace(b"\r\n ", b"").decode()
    assert "ATTENDEE:mailto:bob@example.org\r\n" in unfolded
    assert "LOCATION:Köln\\;\\nMETHOD:CANCEL\\, \\\\ 😀" + "x" * 90 + "\r\n" in unfolded
    with pytest.raises(InputError, match="nme"):
        composer(Content(subject="S", text="x", attachments=(Attachment(name="{{ nme }}.ics", blob="event"),)))


INVITING = composer(Content(subject="S", text="Hi", attachments=(Attachment(name="a.ics", blob="personal"),)))


@given(city=st.text(max_size=200))
def test_no_value_adds_a_line_to_an_invitation(city: str) -> None:
    message = parsed(INVITING.compose(delivery(city=city), date=0))
    text = content_of(leaves(message)[1])
    unfolded = text.replace(b"\r\n ", b"")
    assert unfolded.count(b"\r\n") == BLOBS["personal"].count(b"\r\n")
    assert not re.search(rb"[\x00-\x08\x0b-\x1f]", unfolded.replace(b"\r\n", b""))


LINE = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=300)


@given(st.lists(LINE.map(lambda line: "X" + line), min_size=1, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_folding_an_invitation_keeps_its_content(lines: list[str], end: str) -> None:
    folded = canonical(end.join(lines).encode())
    assert max(map(len, folded.split(b"\r\n"))) <= 75
    assert folded.replace(b"\r\n ", b"").decode() == "\r\n".join(lines) + "\r\n"


def test_names_of_files_take_merge_fields() -> None:
    common = Attachment(name="For {{ first_name }} {{ code }}.pdf", blob="offer")
    own = Attachment(column="invoice", name="Invoice {{ code }}.pdf")
    made = composer(Content(subject="S", text="T", attachments=(common, own)))
    row = delivery(first_name="Zoë")
    assert made.own_name("invoice", row) == "Invoice A 1-2.pdf"
    assert made.own_name("other", row) == ""
    message = composed(Content(subject="S", text="T", attachments=(common, own)), row=row, own=[("x.bin", b"1")])
    names = [(part.get_filename(), part.get_content_type()) for part in message.iter_attachments()]
    assert names == [("For Zoë A 1-2.pdf", "application/pdf"), ("x.bin", "application/octet-stream")]


@pytest.mark.parametrize(
    "one",
    [
        Attachment(column="c", name="{{ code | plural('a', 'b') }}"),
        Attachment(name="{{ code | plural('a', 'b') }}", blob="offer"),
    ],
)
def test_the_check_of_a_row_finds_a_name_that_cannot_be_filled_in(one: Attachment) -> None:
    made = composer(Content(subject="S", text="T", attachments=(one,)))
    assert [problem.kind for problem in made.problems(delivery(code="soon"))] == ["render_error"]
    assert made.problems(delivery(code="3")) == ()


NAMED = composer(
    Content(subject="S", html=PAGE, images=(LOGO,), attachments=(Attachment(name="{{ code }}.pdf", blob="offer"),))
)


@given(value=st.text(max_size=120))
def test_no_value_in_a_name_changes_the_parts(value: str) -> None:
    message = parsed(NAMED.compose(delivery(code=value), date=0))
    assert len(kinds(message)) == 7
    (part,) = message.iter_attachments()
    assert sorted(part.keys()) == ["Content-Disposition", "Content-Transfer-Encoding", "Content-Type"]
    assert part.get_payload(decode=True) == BLOBS["offer"]
    wanted = re.sub(r"[/\\]", "-", one_line(value.replace("\r\n", "\n") + ".pdf"))
    assert "".join(str(part.get_filename()).split()) == "".join(wanted.split())


@pytest.mark.parametrize("cid", ["", "a b", "a>\r\nX: y", "ü", "x" * 300, "a@b@c"])
def test_a_cid_that_cannot_be_a_header_is_refused(cid: str) -> None:
    with pytest.raises(InputError) as caught:
        composer(Content(subject="S", html=f"cid:{cid}", images=(Image(cid=cid, blob="logo"),)))
    assert caught.value.where == "images"


def test_a_page_that_names_a_file_shows_the_picture() -> None:
    content = Content(
        html='<img src="pics/logo.png"><img SRC=\'./pics/logo.png\'><a href="pics/logo.png">',
        markdown="![Logo](pics/logo.png)",
    )
    seen = shown(content, Image(cid="c"), "pics/logo.png")
    assert seen.html == '<img src="cid:c"><img SRC=\'cid:c\'><a href="pics/logo.png">'
    assert (seen.markdown, seen.images) == ("![Logo](cid:c)", (Image(cid="c"),))
