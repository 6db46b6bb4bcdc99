"""From a campaign to bytes: what every reader of mail must find in them, whatever a list contains."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.campaign import Attachment, Campaign, Content, message_id
from sendoff.core.delivery import Delivery
from sendoff.core.errors import InputError
from sendoff.core.headers import attachment_fields, one_line, text_field
from sendoff.core.message import Composer, ProblemKind
from sendoff.core.mime import encoded_file, encoded_size, settled

DATE = 1_700_000_000_000
FIELDS = {"email": "anna@example.org", "first_name": "Anna", "city": "Köln"}
HEADERS = ["Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Content-Type"]
CONTENT = Content(
    subject="Hello {{ first_name }}", html="<p>Dear {{ first_name }} of {{ city }}</p>", text="Dear {{ first_name }}"
)
BLOBS = {"aa": b"%PDF-1.7 offer", "bb": b""}


def campaign(content: Content = CONTENT, **changes: Any) -> Campaign:
    given: dict[str, Any] = {"id": "c1", "name": "Sale", "sender": "Anna Lee <lee@example.com>", "content": content}
    return Campaign(**given | changes)


def composer(content: Content = CONTENT, **changes: Any) -> Composer:
    return Composer(campaign=campaign(content, **changes), read_blob=BLOBS.__getitem__, fields=tuple(FIELDS))


def delivery(address: str = "bob@example.org", name: str = "Bob", **fields: str) -> Delivery:
    return Delivery(id=1, campaign_id="c1", position=7, address=address, name=name, fields=FIELDS | fields)


def parsed(content: bytes) -> EmailMessage:
    return BytesParser(policy=default).parsebytes(content)


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def wire_is_clean(content: bytes) -> bool:
    rest = content.replace(b"\r\n", b"")
    lines = content.split(b"\r\n")
    return not re.search(rb"[\r\n\x00]", rest) and content.endswith(b"\r\n") and max(map(len, lines)) <= 998


def test_a_message_with_two_bodies() -> None:
    envelope = composer().compose(delivery(), date=DATE)
    message = parsed(envelope.content)
    assert sorted(message.keys()) == sorted(HEADERS)
    assert (envelope.sender, envelope.recipient) == ("lee@example.com", "bob@example.org")
    assert (envelope.smtputf8, envelope.eight_bit) == (False, False)
    assert envelope.message_id == message["Message-ID"] == message_id("c1", 7, "example.com")
    assert message["From"] == "Anna Lee <lee@example.com>"
    assert message["To"] == "Bob <bob@example.org>"
    assert message["Date"] == "Tue, 14 Nov 2023 22:13:20 +0000"
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert body(message, "plain") == "Dear Anna"
    assert body(message, "html") == "<p>Dear Anna of Köln</p>"


def test_a_message_with_text_alone() -> None:
    message = parsed(
        composer(Content(subject="S", text="Grüße, {{ city }}\n.\n")).compose(delivery(), date=DATE).content
    )
    assert message.get_content_type() == "text/plain"
    assert body(message, "plain") == "Grüße, Köln\n.\n\n"


def test_the_signature_stands_below_both_bodies_and_is_no_template() -> None:
    signed = composer(
        Content(subject="Hi", html="<html><body><p>Hi</p></body></html>", signature="Anna & Co\n{{ 1 }} Road")
    )
    seen = signed.preview(delivery())
    assert seen.text == "Hi\n\n-- \nAnna & Co\n{{ 1 }} Road\n"
    assert seen.html.endswith("Anna &amp; Co<br>\n{{ 1 }} Road</div>\n</body></html>")
    bare = composer(Content(subject="Hi", html="<p>Hi</p>", signature="Anna")).preview(delivery())
    assert bare.html.endswith("<p>Hi</p>" + '<div style="margin-top:24px">Anna</div>\n')


def test_the_same_delivery_makes_the_same_bytes() -> None:
    assert composer().compose(delivery(), date=DATE) == composer().compose(delivery(), date=DATE)


def test_a_reply_address_brings_reply_to_and_unsubscribe() -> None:
    envelope = composer(reply_to="Sales <sales+x@bücher.example.com>").compose(delivery(), date=DATE)
    message = parsed(envelope.content)
    assert sorted(message.keys()) == sorted([*HEADERS, "Reply-To", "List-Unsubscribe"])
    assert message["Reply-To"] == "Sales <sales+x@xn--bcher-kva.example.com>"
    assert message["List-Unsubscribe"] == "<mailto:sales+x@xn--bcher-kva.example.com?subject=unsubscribe>"


@pytest.mark.parametrize("html", ["", "<p>{{ city }}</p>"])
@pytest.mark.parametrize("own", [[], [("Rechnung Übersicht.pdf", b"\x00own\r\n.\r\n" * 99)]])
@pytest.mark.parametrize(
    "common", [(), (Attachment(name="offer.pdf", blob="aa"), Attachment(name="empty.bin", blob="bb"))]
)
def test_attachments(html: str, own: list[tuple[str, bytes]], common: tuple[Attachment, ...]) -> None:
    content = Content(subject="S", html=html, text="T", attachments=(*common, Attachment(column="invoice")))
    envelope = composer(content).compose(delivery(), date=DATE, own=own)
    message = parsed(envelope.content)
    found = [(part.get_filename(), part.get_content()) for part in message.iter_attachments()]
    assert found == [*((item.name, BLOBS[item.blob]) for item in common), *own]
    assert body(message, "plain").rstrip("\n") == "T"
    assert not html or body(message, "html") == "<p>Köln</p>"
    assert wire_is_clean(envelope.content)
    assert not any(part.defects for part in message.walk())


def test_a_size_is_never_underestimated() -> None:
    for size in (0, 1, 56, 57, 58, 10_000):
        assert len(encoded_file("Übersicht.pdf", b"x" * size)) <= encoded_size(size)


def test_a_domain_travels_in_ascii_and_a_local_part_needs_smtputf8() -> None:
    idn = composer().compose(delivery("bob@bücher.example.org"), date=DATE)
    assert (idn.recipient, idn.smtputf8, idn.eight_bit) == ("bob@xn--bcher-kva.example.org", False, False)
    assert "bob@xn--bcher-kva.example.org" in parsed(idn.content)["To"]
    local = composer().compose(delivery("bøb@bücher.example.org", name="Bøb"), date=DATE)
    assert (local.recipient, local.smtputf8, local.eight_bit) == ("bøb@xn--bcher-kva.example.org", True, True)
    assert "<bøb@xn--bcher-kva.example.org>".encode() in local.content
    sender = composer(sender="lée@example.com").compose(delivery(), date=DATE)
    assert (sender.sender, sender.smtputf8) == ("lée@example.com", True)


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"sender": ""}, "from"),
        ({"sender": "Anna"}, "from"),
        ({"sender": "a@example.com, b@example.com"}, "from"),
        ({"sender": "Anna\r\nBcc: x@example.com <a@example.com>"}, "from"),
        ({"reply_to": "nobody"}, "reply_to"),
        ({"reply_to": "Anna\nBcc: x@example.com <a@example.com>"}, "reply_to"),
        ({"content": Content(subject="{{ nme }}", text="T")}, "subject"),
        ({"content": Content(subject="S", html="{{ nme }}")}, "html"),
        ({"content": Content(subject="S", markdown="{{ nme }}")}, "markdown"),
        ({"content": Content(subject="S", html="x", text="{{ nme }}")}, "text"),
        ({"content": Content(subject="S", markdown="a\n{% if %}")}, "markdown"),
        ({"content": Content(subject="S")}, ""),
        ({"content": Content(subject="S", html="x", markdown="y")}, ""),
    ],
)
def test_a_campaign_that_cannot_work_is_refused_at_once(changes: dict[str, Any], where: str) -> None:
    with pytest.raises(InputError) as caught:
        composer(**changes)
    assert caught.value.where == where
    assert caught.value.title


@pytest.mark.parametrize(
    "address", ["", "bob", "bob@example.org\r\nBcc: x@example.com", "a@example.org,b@example.org", "<>"]
)
def test_a_row_with_no_address_makes_no_message(address: str) -> None:
    with pytest.raises(InputError):
        composer().compose(delivery(address), date=DATE)
    assert [problem.kind for problem in composer().problems(delivery(address))] == [ProblemKind.RENDER_ERROR]


def test_markdown_becomes_a_page_with_escaped_fields() -> None:
    words = "**{{ city }}** [go](https://x.example/{{ city | urlencode }})"
    title = '# Hi {{ first_name | default("you") }}'
    source = title + "\n\n{% if city == 'Köln' %}\n" + words + "\n{% endif %}\n"
    seen = composer(Content(subject="S", markdown=source)).preview(delivery(first_name="<b>", city="Köln"))
    assert ">Hi &lt;b&gt;</h1>" in seen.html
    assert re.search(
        r'<p [^>]*><strong>Köln</strong> <a href="https://x.example/K%C3%B6ln" [^>]*>go</a></p>', seen.html
    )
    assert seen.text == "Hi <b>\n\nKöln go (https://x.example/K%C3%B6ln)"
    elsewhere = composer(Content(subject="S", markdown=source)).preview(delivery(city="Bonn"))
    assert elsewhere.text == "Hi Anna"
    assert "<p></p>" not in elsewhere.html


def test_markdown_cannot_bring_in_a_template_through_entities() -> None:
    seen = composer(Content(subject="S", markdown="&#123;&#123; nme }} `{{ city }}`")).preview(delivery())
    assert "{{ nme }} <code>Köln</code>" in seen.html


def test_a_preview_shows_what_is_sent() -> None:
    seen = composer().preview(delivery(first_name="A\r\nB\x00"))
    message = parsed(composer().compose(delivery(first_name="A\r\nB\x00"), date=DATE).content)
    assert (seen.subject, seen.to) == (message["Subject"], message["To"]) == ("Hello A B", "Bob <bob@example.org>")
    assert (seen.html, seen.text) == (body(message, "html"), body(message, "plain"))


@pytest.mark.parametrize(
    ("content", "fields", "kinds"),
    [
        (CONTENT, {}, []),
        (CONTENT, {"city": ""}, ["empty_field"]),
        (
            Content(subject="{{ city | default('x') }}", text="{% if city %}{{ city }}{% endif %}"),
            {"city": " "},
            ["fallback_used"],
        ),
        (Content(subject="{{ city }}", text="T"), {"city": " "}, ["empty_field", "empty_subject"]),
        (Content(subject="", text="T"), {}, ["empty_subject"]),
        (Content(subject="S", text="{% raw %}{{ name }}{% endraw %}"), {}, ["leftover"]),
        (Content(subject="S", html="{{ city }}"), {"city": "}}"}, ["leftover", "leftover"]),
        (Content(subject="S", text="{{ 1 // (city | int) }}"), {}, ["render_error"]),
        (Content(subject="S", text="{% if city %}{{ email }}{% endif %}"), {"email": "", "city": "x"}, ["empty_field"]),
        (Content(subject="S", text="{% if city %}{{ email | upper }}{% endif %}"), {"email": "", "city": ""}, []),
        (
            Content(subject="S", text="{% if city %}{{ email | default('x') }}{% endif %}"),
            {"email": "", "city": ""},
            [],
        ),
        (Content(subject="S", text="{% if city %}{{ email | date }}{% endif %}"), {"email": "soon", "city": ""}, []),
        (
            Content(subject="{{ email }}", text="{% if city %}{{ email }}{% endif %}"),
            {"email": "", "city": ""},
            ["empty_field", "empty_subject"],
        ),
        (
            Content(subject="S", text="{% if email %}{{ city }}{% endif %}{{ email }}"),
            {"email": "", "city": ""},
            ["empty_field"],
        ),
        (Content(subject="S", text="{{ city if first_name else email }}"), {"first_name": "", "city": ""}, []),
        (
            Content(subject="{{ first_name | date }}", text="{{ first_name | date('de') | default('soon') }}"),
            {},
            ["no_date"],
        ),
        (Content(subject="{{ first_name | date }}", text="{{ first_name | number }}"), {}, ["no_date", "no_number"]),
        (
            Content(subject="{{ first_name | date }}", text="{{ city | money }}"),
            {"first_name": "2026-03-14", "city": "8,5"},
            [],
        ),
        (Content(subject="S", text="{{ first_name | date | default('soon') }}"), {"first_name": ""}, ["fallback_used"]),
        (
            Content(subject="S", text="{{ first_name | default('soon') | date }}"),
            {"first_name": " "},
            ["fallback_used"],
        ),
    ],
)
def test_problems_of_a_row(content: Content, fields: dict[str, str], kinds: list[str]) -> None:
    found = composer(content).problems(delivery(**fields))
    assert [problem.kind.value for problem in found] == kinds
    assert all(problem.detail for problem in found)


def test_a_value_that_is_no_date_is_sent_as_it_stands_and_named() -> None:
    made = composer(
        Content(subject="{{ first_name | date('en', 'd MMMM yyyy') }}", text="{{ first_name | money }} & <b>")
    )
    row = delivery(first_name="soon, I hope")
    assert made.preview(row).subject == "soon, I hope"
    assert [one.detail for one in made.problems(row)] == [
        "“first_name” is no date, it says “soon, I hope”.",
        "“first_name” is no number, it says “soon, I hope”.",
    ]


@pytest.mark.parametrize(
    ("content", "raw"),
    [
        (Content(subject="{{ first_name }}", text="{{ city | upper }}"), {"first_name"}),
        (
            Content(subject="S", text="{{ first_name | default('x') }} {% if city %}{{ city }}{% endif %}"),
            {"first_name", "city"},
        ),
        (Content(subject="S", html="<a href='https://x.example/?c={{ first_name }}'>{{ city | date }}</a>"), set()),
        (Content(subject="S", html="<p>See https://x.example/ {{ first_name }}</p>"), {"first_name"}),
        (Content(subject="S", text="{{ first_name ~ city }} {{ first_name | number }}"), set()),
    ],
)
def test_which_fields_are_shown_as_in_the_list(content: Content, raw: set[str]) -> None:
    assert composer(content).raw == raw


def test_a_row_without_a_field_is_an_unknown_field() -> None:
    row = Delivery(id=1, campaign_id="c1", position=1, address="bob@example.org", fields={"first_name": "A"})
    assert [problem.kind for problem in composer().problems(row)] == [ProblemKind.UNKNOWN_FIELD]


def test_a_message_over_the_limit_is_oversize() -> None:
    size = len(composer().compose(delivery(), date=DATE).content)
    assert composer().problems(delivery(), limit=size) == ()
    assert [problem.kind for problem in composer().problems(delivery(), limit=size - 1)] == [ProblemKind.OVERSIZE]
    with_file = composer().problems(delivery(), own_sizes=[1000], limit=size + 1000)
    assert [problem.kind for problem in with_file] == [ProblemKind.OVERSIZE]


ANY = st.text(alphabet=st.characters(), max_size=300) | st.sampled_from(
    [
        "\r\nBcc: x@example.com", "\n.\r\n", ".", "a\r.\r\nMAIL FROM:<x>", "=?utf-8?B?QQ==?=", "--=_a_",
        "From x", "\x00",
        "x" * 2000, "é" * 700, "\u2028Bcc: x", "a " * 400, '"Q\\" <x@example.com>,', "=" * 90,
        " lead", "trail \t", "😀" * 99, "\ud800",
    ]
)  # fmt: skip


@given(first_name=ANY, city=ANY, name=ANY)
def test_no_value_of_a_list_can_change_the_message(first_name: str, city: str, name: str) -> None:
    content = Content(subject="{{ first_name }}", html="{{ first_name }}<p>{{ city | safe }}</p>", text="{{ city }}")
    envelope = composer(content, reply_to="r@example.com").compose(
        delivery(name=name, first_name=first_name, city=city), date=DATE
    )
    message = parsed(envelope.content)
    assert wire_is_clean(envelope.content)
    assert envelope.content.isascii()
    assert sorted(message.keys()) == sorted([*HEADERS, "Reply-To", "List-Unsubscribe"])
    assert [address.addr_spec for address in message["To"].addresses] == ["bob@example.org"]
    assert unfolded(message["Subject"]) == unfolded(one_line(first_name))
    assert body(message, "plain") == settled(city)
    seen = composer(content).preview(delivery(name=name, first_name=first_name, city=city))
    assert body(message, "html") == seen.html
    assert len(list(message.walk())) == 3


@given(subject=st.text(max_size=200), name=st.text(max_size=100))
def test_no_template_or_sender_name_can_change_the_headers(subject: str, name: str) -> None:
    sender = '"' + re.sub(r'(["\\])', r"\\\1", name) + '" <lee@example.com>'
    content = Content(subject="{% raw %}" + subject + "{% endraw %}", text="T")
    try:
        envelope = composer(content, sender=sender).compose(delivery(), date=DATE)
    except InputError:
        return
    message = parsed(envelope.content)
    assert wire_is_clean(envelope.content)
    assert sorted(message.keys()) == sorted([*HEADERS, "Content-Transfer-Encoding"])
    assert [address.addr_spec for address in message["From"].addresses] == ["lee@example.com"]
    assert unfolded(message["Subject"]) == unfolded(one_line(subject.replace("\r\n", "\n")))


@given(name=ANY, content=st.binary(max_size=200))
def test_no_file_name_can_change_the_part(name: str, content: bytes) -> None:
    envelope = composer().compose(delivery(), date=DATE, own=[(name, content)])
    message = parsed(envelope.content)
    (part,) = message.iter_attachments()
    wanted = one_line(re.split(r"[/\\]", name)[-1]) or "attachment"
    assert wire_is_clean(envelope.content)
    assert sorted(message.keys()) == sorted(HEADERS)
    assert sorted(part.keys()) == ["Content-Disposition", "Content-Transfer-Encoding", "Content-Type"]
    assert part.get_content_disposition() == "attachment"
    assert part.get_payload(decode=True) == content
    assert unfolded(str(part.get_filename())) == unfolded(wanted)


@given(value=st.text(max_size=400))
def test_encoded_headers_keep_their_lines_short(value: str) -> None:
    assert all(len(line) <= 76 for line in text_field("Subject", value).split(b"\r\n"))


def test_a_plain_file_name_is_quoted_and_another_is_rfc_2231() -> None:
    assert b'filename="a b.pdf"' in attachment_fields("dir/a b.pdf", "x/y")
    assert b"filename*=utf-8''%C3%BC.pdf" in attachment_fields("ü.pdf", "x/y")


def unfolded(value: str) -> str:
    """What a reader shows of a field: the parser may keep or drop a blank where lines met."""
    return " ".join(str(value).split())


def test_fields_may_be_any_mapping() -> None:
    row: Mapping[str, str] = dict(FIELDS)
    assert composer().preview(Delivery(id=1, campaign_id="c", position=1, address="a@example.org", fields=row)).to


def test_a_text_travels_without_control_characters_and_lone_carriage_returns() -> None:
    assert settled("a\x00b\r\nc\rd\x07\te\x7f\ud800\n") == "ab\nc\nd\te?\n"
