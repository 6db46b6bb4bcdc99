"""Messages from files: what they hold comes over whole, broken ones are refused with a sentence, nothing is fetched."""

from __future__ import annotations

from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.errors import InputError
from sendoff.core.message_import import MOST_PARTS, Part, read_email, read_page

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(40))


def letter() -> EmailMessage:
    """A message with both bodies, a picture the page shows, one it does not, and two files."""
    message = EmailMessage()
    message["From"] = "Anna <anna@example.test>"
    message["Subject"] = "Grüße aus Bath ☕, {{ first_name }}"
    message.set_content("Hello {{ first_name }},\nplain.\n")
    message.add_alternative('<title>t</title><p>Hé <img src="cid:logo@a.test" alt="Us"></p>', subtype="html")
    page = message.get_payload()[1]  # type: ignore[index]  # a multipart has a list
    page.add_related(PNG, "image", "png", cid="<logo@a.test>", filename="logo.png")  # type: ignore[union-attr]  # a part
    message.add_attachment(b"%PDF", "application", "pdf", filename="Preisliste/März.pdf")
    inner = EmailMessage()
    inner["Subject"] = "inner"
    inner.set_content("not this")
    message.add_attachment(inner)
    return message


def test_an_email_comes_over_whole() -> None:
    read = read_email(letter().as_bytes(), "a.eml")
    assert read.subject == "Grüße aus Bath ☕, {{ first_name }}"
    assert read.text == "Hello {{ first_name }},\nplain."
    assert '<img src="cid:logo@a.test" alt="Us">' in read.html
    assert read.parts[0] == Part(name="logo.png", content=PNG, cid="logo@a.test")
    assert read.parts[1] == Part(name="Preisliste-März.pdf", content=b"%PDF")
    assert read.parts[2].name == "part-1.eml"
    assert b"Subject: inner" in read.parts[2].content
    assert read.notes == ()


def test_a_picture_that_nothing_shows_is_an_attachment() -> None:
    raw = letter().as_bytes().replace(b"cid:logo@a.test", b"cid:else@a.test")
    assert read_email(raw, "a.eml").parts[0] == Part(name="logo.png", content=PNG)


def test_a_cid_that_cannot_stand_in_a_page_is_replaced() -> None:
    raw = letter().as_bytes().replace(b"<logo@a.test>", b"<lo go@a.test>").replace(b"cid:logo@", b"cid:lo%20go@")
    read = read_email(raw, "a.eml")
    assert read.parts[0].cid == "picture-1"
    assert 'src="cid:picture-1"' in read.html


def test_old_charsets_and_wrong_ones() -> None:
    head = b"Subject: =?windows-1251?B?z/Do4uXy?=\nContent-Type: text/plain; charset="
    assert read_email(head + b"koi8-r\n\n\xf0\xd2\xc9", "a.eml").text == "При"
    assert read_email(head + b"koi8-r\n\nx", "a.eml").subject == "Привет"
    assert read_email(head + b"no-such\n\nx \xff", "a.eml").text == "x \ufffd"
    assert read_email(head + b"hex\n\nx", "a.eml").text == "x"
    broken = b"Subject: =?utf-8?B?####?=\n\ntext"
    assert read_email(broken, "a.eml").text == "text"


def deep(levels: int) -> bytes:
    """A message of containers within containers."""
    marks = [f"b{level}".encode() for level in range(levels)]
    opened = b"".join(b"Content-Type: multipart/mixed; boundary=%b\n\n--%b\n" % (mark, mark) for mark in marks)
    return b"Subject: x\n" + opened + b"\ntext\n"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "has no header"),
        (b"just words", "has no header"),
        (PNG, "has no header"),
        (b"Subject: x\n\n", "has no text"),
        (b"Subject: x\nContent-Type: image/png\n\nabc", "has no text"),
        (deep(3000), "broken"),
        (b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * (MOST_PARTS + 1), "broken"),
    ],
)
def test_what_is_no_message_is_said(content: bytes, says: str) -> None:
    with pytest.raises(InputError) as refused:
        read_email(content, "a.eml")
    assert says in refused.value.title
    assert (refused.value.where, refused.value.code) == ("a.eml", "no_email")


@given(st.data())
def test_a_damaged_message_is_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(letter().as_bytes())
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=6))
    with suppress(InputError):
        read_email(bytes(raw), "a.eml").html.encode()


@given(st.lists(st.sampled_from([b"Subject", b"Content-Type", b"Content-Disposition", b"Content-ID", b":", b" ", b"\n",
    b"=?utf-8?q?=ff?=", b"multipart/mixed", b"; boundary=", b"--", b"x", b"; filename*0*=", b"'", b"%ff", b"\xff", b";",
    b"attachment", b"message/rfc822", b"text/html", b"; charset=", b"\x00"]), max_size=40))  # fmt: skip
def test_any_header_is_read_or_refused(pieces: list[bytes]) -> None:
    with suppress(InputError):
        read_email(b"Subject: x\n" + b"".join(pieces) + b"\n\ntext", "a.eml")


# -- pages


def test_a_page_and_what_there_is_to_say_about_it() -> None:
    page = (
        "\ufeff<html><head><title>Spring\n sale</title><style>@media x{.a{b:c}}</style><script>run()</script></head>"
        '<body><img src="https://a.test/x.png"><img src=" img/logo.png"><img src="img/logo.png"><img src="cid:a">'
        '<img src="{{ picture }}"><img src="data:image/png;base64,AA=="></body></html>'
    )
    read = read_page(page.encode(), "a.html")
    assert read.subject == "Spring sale"
    assert read.local == ("img/logo.png",)
    assert ".a{b:c} }" in read.html
    assert "<script>run()</script>" in read.html
    assert [note.split(":")[0] for note in read.notes] == [
        "Pictures on the web", "The page has a script. It stays as written, and mail programs do not run it.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "holds", "notes"),
    [
        ("<p>é</p>".encode("utf-16"), "é", 0),
        ('<meta charset="iso-8859-2"><p>ł</p>'.encode("iso-8859-2"), "ł", 0),
        (b"<p>\x93caf\xe9\x94</p>", "“café”", 1),
        (b"<meta charset=bogus><p>\xff</p>", "\ufffd", 0),
    ],
)
def test_a_page_in_any_encoding(content: bytes, holds: str, notes: int) -> None:
    read = read_page(content, "a.html")
    assert holds in read.html
    assert len(read.notes) == notes


@pytest.mark.parametrize(
    "content",
    [b"", b"words", b"%PDF-1.7", b"<p>" + b"a" * 2_000_001]
    + [b"<p>" + unit * 100_000 for unit in (b"<style ", b"<!--", b'<a "', b"</a ")],
)
def test_what_is_no_page_is_said(content: bytes) -> None:
    with pytest.raises(InputError) as refused:
        read_page(content, "a.html")
    assert refused.value.code in {"no_html", "too_long"}


@given(st.binary(max_size=80))
def test_any_bytes_are_a_page_or_refused(content: bytes) -> None:
    with suppress(InputError):
        read_page(content, "a.html").html.encode()
