"""From what is written to the page: ways of writing, the preheader, the footer, where answers and goodbyes go."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.messages import composed, composer, content_of, delivery, kinds, leaves, parsed, preview

from sendoff.core.campaign import Content
from sendoff.core.design import Design, Footer, Text
from sendoff.core.design_json import design_to_json
from sendoff.core.errors import InputError
from sendoff.core.headers import one_line
from sendoff.core.markdown import html_from_markdown
from sendoff.core.message import ProblemKind

DESIGN = design_to_json(Design(blocks=(Text(text="Dear {{ first_name }}"), Footer(text="You asked for it."))))
ALL = Content(subject="S", html="<p>as HTML</p>", markdown="as **Markdown**", design=DESIGN, text="as text")
WEB, MAIL = "https://sender.example/leave?who={{ email | urlencode }}", "mailto:leave@sender.example"
BOTH = "<https://sender.example/leave?who=a>, <mailto:leave@sender.example?subject=unsubscribe>"
LEAVING = Content(
    subject="S", html="<html><body><p>Hi</p></body></html>", unsubscribe=f"{WEB}, {MAIL}", postal="Ltd & Co\nTown"
)
ANY = st.text(max_size=200) | st.sampled_from(
    [
        "\r\nBcc: x@example.com",
        "a>, <https://evil.example",
        "{{ 7 * 7 }}",
        "</div>",
        '"><script>',
        "\x00",
        "\u2028X: y",
        "%",
        " ",
    ]
)


@pytest.mark.parametrize(
    ("mode", "seen", "page"),
    [
        ("write", "as text", "as <strong>Markdown</strong>"),
        ("design", "as text", "Dear Anna"),
        ("html", "as text", "<p>as HTML</p>"),
        ("text", "as text", ""),
    ],
)
def test_the_mode_says_which_of_the_ways_is_sent(mode: str, seen: str, page: str) -> None:
    shown = preview(replace(ALL, mode=mode))
    assert shown.text == seen
    assert page in shown.html
    assert bool(shown.html) == (mode != "text")
    made = preview(replace(ALL, mode=mode, text="")).text if mode != "text" else "made"
    assert "as text" not in made


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (replace(ALL, mode="html", html=" "), "no_body"),
        (replace(ALL, mode="poem"), "unknown_mode"),
        (ALL, "two_bodies"),
        (Content(subject="S"), "no_body"),
        (Content(subject="S", design="{"), ""),
        (Content(subject="S", design=DESIGN), None),
    ],
)
def test_a_message_of_no_kind_or_two(content: Content, code: str | None) -> None:
    if code is None:
        assert "Dear Anna" in preview(content).html
        return
    with pytest.raises(InputError) as caught:
        composer(content)
    assert caught.value.code == code or not code


def test_markdown_is_a_letter_with_buttons_and_its_ending_inside() -> None:
    button = '[Buy now](https://x.example/{{ code | urlencode }} "button")'
    words = f'# Hi\n\n{button} [plain](https://y.example "A title")'
    shown = preview(Content(subject="S", markdown=words, signature="Anna", postal="Town"))
    assert re.search(
        r'<a href="https://x.example/A%201/2" class="button" style="[^"]*background: #1d4ed8;[^"]*">', shown.html
    )
    assert 'title="A title"' in shown.html
    assert re.search(
        r'<td class="words" style="[^"]*padding: 32px;.*Anna</div>\n.*Town.*</td></tr>', shown.html, re.DOTALL
    )
    assert "end of message" not in shown.html
    assert shown.text.startswith("Hi\n\nBuy now (https://x.example/A%201/2) plain")
    assert len(html_from_markdown("x")) < 4_000


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<html><body class='a>b'><p>x", r"<body class='a>b'><div .*?>Hi A&amp;lt;\d</div><p>x"),
        ("<!-- <body> --><BODY>x", r"<!-- <body> --><BODY><div .*?</div>x"),
        ("<!doctype html><head></head>x", r"<!doctype html><head></head><div .*?</div>x"),
        ("{% if '<body>' %}x{% endif %}", r"<div .*?</div>x"),
    ],
)
def test_the_preheader_is_hidden_at_the_start_of_the_page(page: str, expected: str) -> None:
    shown = preview(Content(subject="S", html=page, preheader="Hi {{ first_name }}\n&lt;{{ 1 }}"), first_name="A")
    assert re.search(expected.replace(r"A&amp;lt;\d", r"A &amp;lt;1.*?"), shown.html)
    assert shown.preheader == "Hi A &lt;1"
    assert "Hi A" not in shown.text
    assert shown.html.count("Hi A") == 1


HIDDEN = composer(Content(subject="S", html="<body>x", preheader="{{ city }}"))


@given(preheader=ANY)
def test_no_value_in_a_preheader_leaves_its_place(preheader: str) -> None:
    shown = HIDDEN.preview(delivery(city=preheader))
    inner = re.fullmatch(r"<body><div [^<>]*>([^<>]*)</div>x", shown.html)
    assert inner
    assert shown.preheader == one_line(preheader)


@given(preheader=ANY)
def test_no_preheader_as_written_leaves_its_place(preheader: str) -> None:
    try:
        shown = preview(Content(subject="S", html="<body>x", preheader=preheader))
    except InputError:
        return
    assert re.fullmatch(r"<body>(<div [^<>]*>([^<>]*)</div>)?x", shown.html)


def test_an_error_names_the_line_and_the_part_that_was_written() -> None:
    for content, where, line in (
        (Content(subject="S", html="<style>p{a:b}</style>\n<body>\n<p>{{ nme }}", preheader="x"), "html", 3),
        (Content(subject="S", html="<p>", preheader="{{ nme }}"), "preheader", 1),
        (Content(subject="S", html="<p>", unsubscribe="https://x.example/{{ nme }}"), "unsubscribe", 1),
        (Content(subject="S", markdown="\n\n{{ nme }"), "markdown", 3),
    ):
        with pytest.raises(InputError, match=f"Line {line}") as caught:
            composer(content)
        assert caught.value.where == where


def test_both_parts_end_with_address_and_link() -> None:
    shown = preview(LEAVING, email="a+b@x.example")
    link = "https://sender.example/leave?who=a%2Bb%40x.example"
    assert shown.text == f"Hi\n\nLtd & Co\nTown\nUnsubscribe: {link}\n"
    assert re.search(
        rf'<p>Hi</p><div [^<]*>Ltd &amp; Co<br>\nTown<br>\n<a href="{re.escape(link)}"[^<]*>Unsubscribe</a>',
        shown.html,
    )
    signed = preview(replace(LEAVING, signature="Anna", postal=""))
    assert signed.text.startswith("Hi\n\n-- \nAnna\n\n\nUnsubscribe: https:")
    assert preview(replace(LEAVING, unsubscribe="")).text == "Hi\n\nLtd & Co\nTown\n"


def test_the_link_says_what_the_message_wants() -> None:
    said = preview(replace(LEAVING, leave_text=" Abmelden\n& <Tschüs>"), email="a")
    assert "\nAbmelden & <Tschüs>: https://sender.example/leave?who=a\n" in said.text
    assert re.search(r'<a href="[^"]*"[^<]*>Abmelden &amp; &lt;Tschüs&gt;</a>', said.html)


def test_a_message_may_place_address_and_link_itself() -> None:
    page = '<p>{{ postal_address | nl2br }}</p><a href="{{ unsubscribe_url }}">Abmelden</a>'
    shown = preview(replace(LEAVING, html=page), email="a")
    assert shown.html == (
        '<p>Ltd &amp; Co<br>\nTown</p><a href="https://sender.example/leave?who=a">Abmelden</a>'
    )  # fmt: skip
    assert shown.text == "Ltd & Co\nTown\n\nAbmelden (https://sender.example/leave?who=a)"
    by_hand = preview(replace(LEAVING, html=page, text="Hi"))
    assert "Unsubscribe: https:" in by_hand.text
    design = preview(replace(LEAVING, html="", design=DESIGN), email="a")
    assert design.html.count("https://sender.example/leave?who=a") == 1
    assert "Ltd &amp; Co<br>\nTown" in design.html
    with pytest.raises(InputError, match="an address for unsubscribing, and the campaign has none"):
        composer(Content(subject="S", html=page))


@pytest.mark.parametrize(
    ("unsubscribe", "expected", "post"),
    [
        (
            f"{WEB} {MAIL}",
            "<https://sender.example/leave?who=a>, <mailto:leave@sender.example?subject=unsubscribe>",
            True,
        ),
        (f"<{MAIL}>,\n <{WEB}>", BOTH, True),
        ("https://sender.example/ü?a,b", "<https://sender.example/%C3%BC?a,b>", True),
        ("{{ city }}", "<https://köln.example>".replace("ö", "oe"), True),
        ("leave+{{ email }}@sender.example", "<mailto:leave+a@sender.example?subject=unsubscribe>", False),
        ("mailto:leave@sender.example?subject=Stop it", "", False),
        ("", "<mailto:r@example.com?subject=unsubscribe>", False),
    ],
)
def test_list_unsubscribe_and_post_only_beside_https(unsubscribe: str, expected: str, *, post: bool) -> None:
    content = Content(subject="S", text="T", unsubscribe=unsubscribe)
    if not expected:
        with pytest.raises(InputError):
            composer(content)
        return
    message = composed(content, row=delivery(email="a", city="https://koeln.example"), reply_to="r@example.com")
    assert message["List-Unsubscribe"] == expected
    assert message["List-Unsubscribe-Post"] == ("List-Unsubscribe=One-Click" if post else None)


@pytest.mark.parametrize(
    "unsubscribe",
    [
        "http://x.example",
        "ftp://x.example",
        "https://",
        "https:// x",
        "leave",
        "javascript:alert(1)",
        "mailto:nobody",
        WEB + " " + WEB,
        "https://a.example https://b.example",
        "https://münchen.example",
        "https://x.example/" + "a" * 1000,
        "https://[x",
        "a@b.example c@b.example",
    ],
)
def test_what_is_no_address_for_leaving_is_refused(unsubscribe: str) -> None:
    with pytest.raises(InputError) as caught:
        composer(Content(subject="S", text="T", unsubscribe=unsubscribe)).compose(delivery(), date=0)
    assert caught.value.where == "unsubscribe"


BY_VALUE = {
    written: composer(Content(subject="S", html="<p>", unsubscribe=written))
    for written in ("https://x.example/{{ city }}", "mailto:{{ city }}@x.example", "{{ city }}")
}


@given(value=ANY, unsubscribe=st.sampled_from(sorted(BY_VALUE)))
def test_no_value_in_an_address_for_leaving_adds_anything(value: str, unsubscribe: str) -> None:
    made, row = BY_VALUE[unsubscribe], delivery(city=value)
    try:
        message = parsed(made.compose(row, date=0))
    except InputError:
        assert ProblemKind.RENDER_ERROR in [one.kind for one in made.problems(row)]
        return
    keys = {"Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Content-Type", "List-Unsubscribe"}
    assert set(message.keys()) - {"List-Unsubscribe-Post"} == keys
    (field,) = message.get_all("List-Unsubscribe", [])
    assert re.fullmatch(r"<(https://|mailto:)[!-;=?-~]+>", field)
    assert kinds(message) == ["multipart/alternative", "text/plain", "text/html"]
    page = content_of(leaves(message)[1]).decode()
    assert re.search(r'<a href="[^"<>\s]+" style="color:#666">Unsubscribe</a>', page)


ANSWERED = composer(Content(subject="S", text="T"), reply_to="{{ city }} <{{ code }}>")


@given(name=ANY, address=st.sampled_from(["agent@example.com", "bøb@bücher.example.com"]) | ANY)
def test_no_value_in_a_reply_address_adds_anything(name: str, address: str) -> None:
    row = delivery(city=name, code=address)
    try:
        envelope = ANSWERED.compose(row, date=0)
    except InputError:
        assert ProblemKind.RENDER_ERROR in [one.kind for one in ANSWERED.problems(row)]
        return
    message = parsed(envelope)
    (mailbox,) = message["Reply-To"].addresses
    assert "@" in mailbox.addr_spec
    assert envelope.smtputf8 == (not mailbox.addr_spec.isascii())
    assert len(message.get_all("List-Unsubscribe", [])) == 1
    assert len(set(message.keys())) == len(message.keys())


def test_a_reply_address_of_each_recipient() -> None:
    message = composed(
        Content(subject="S", text="T"), row=delivery(city="Zoë", code="z@x.example"), reply_to="{{ city }} <{{ code }}>"
    )
    assert message["Reply-To"] == "Zoë <z@x.example>"
    assert message["List-Unsubscribe"] == "<mailto:z@x.example?subject=unsubscribe>"
