"""The content check: for every kind one message that has it and one that has not; any text at all; its speed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.yardstick import begun, in_time

from sendoff.adapters.system.resources import load_content_words
from sendoff.core.content_check import ContentKind, Letter, Severity, SpamScore, check_content, spam_remark
from sendoff.core.lookalikes import lookalike
from sendoff.core.page_reading import read_page

WORDS = load_content_words()
PROSE = "A letter about seeds and what to do with them in spring, told at some length. " * 4
GOOD = Letter(
    subject="Seeds for the spring",
    preheader="Forty kinds of tomatoes, and basil.",
    html=f'<html><body><h1 id="up">Seeds</h1><p>{PROSE}</p><img src="cid:a" alt="Tomatoes" width="300">'
    '<p><a href="https://shop.example/x">See them</a> <a href="#up">Up</a> '
    '<a href="https://shop.example/leave">Unsubscribe</a></p><p>12 Mill Lane, Exeter EX4 3PQ</p></body></html>',
    text="Seeds",
    sender="mira@northwind.example",
)


def page(inner: str) -> Letter:
    return replace(GOOD, html=GOOD.html.replace("</h1>", f"</h1>{inner}"))


def kinds(letter: Letter) -> set[ContentKind]:
    return {one.kind for one in check_content(letter, WORDS) if one.severity is not Severity.GOOD}


BAD = [
    (ContentKind.CLIPPED, page(f"<p>{'x' * 110_000}</p>"), page(f"<p>{'x' * 50_000}</p>")),
    (ContentKind.NO_ALT, page('<img src="https://a.example/b.png">'),
     page('<img src="https://a.example/b.png" alt="">')),
    (ContentKind.LINK_TEXT, page('<a href="https://evil.example/">https://bank.example</a>'),
     page('<a href="https://www.bank.example/a?b">https://bank.example/a</a>')),
    (ContentKind.LINK_TEXT, page('<a href="mailto:x@evil.example">me@bank.example</a>'),
     page('<a href="mailto:me@bank.example?subject=Hi">me@bank.example</a>')),
    (ContentKind.DEAD_LINK, page('<a href="#">Shop</a>'), page('<a href="https://a.example">Shop</a>')),
    (ContentKind.DEAD_LINK, page('<a href="">Shop</a>'), page('<a name="here"></a>')),
    (ContentKind.DEAD_LINK, page("<a>Shop</a>"), page('<a href="tel:+4912345">Call</a>')),
    (ContentKind.DEAD_LINK, page('<a href="www.a.example">Shop</a>'), page('<a href="#top">Up</a>')),
    (ContentKind.LOST_ANCHOR, page('<a href="#down">Down</a>'), page('<a href="#d">D</a><a name="d"></a>')),
    (ContentKind.SHORT_LINK, page('<a href="https://bit.ly/3x">Shop</a>'),
     page('<a href="https://orbit.ly/3x">Shop</a>')),
    (ContentKind.EXAMPLE_LINK, page('<a href="https://example.com/story">Read</a>'),
     page('<a href="https://example.com.au/story">Read</a>')),
    (ContentKind.LEFTOVER, page("<p>The Old Nursery</p>"), page("<p>At the Old Nursery</p>")),
    (ContentKind.NO_UNSUBSCRIBE, replace(GOOD, html=GOOD.html.replace("Unsubscribe", "Next")),
     replace(GOOD, html=GOOD.html.replace("Unsubscribe", "Next"), unsubscribe=True)),
    (ContentKind.NO_UNSUBSCRIBE, replace(GOOD, html="", text="Hi"),
     replace(GOOD, html="", text="Zum Abmelden antworten")),
    (ContentKind.NO_POSTAL, replace(GOOD, html=GOOD.html.replace("EX4 3PQ", "")),
     replace(GOOD, html=GOOD.html.replace("EX4 3PQ", ""), postal=True)),
    (ContentKind.NO_POSTAL, replace(GOOD, html=GOOD.html.replace("Exeter EX4 3PQ", "since 13.04.1992, 40.00 EUR")),
     replace(GOOD, html=GOOD.html.replace("12 Mill Lane, Exeter EX4 3PQ", "Am Markt 1<br>80331 München"))),
    (ContentKind.SHOUTING, replace(GOOD, subject="SEEDS FOR SPRING now"),
     replace(GOOD, subject="NASA and UNESCO on seeds")),
    (ContentKind.TRAP_WORDS, replace(GOOD, subject="Act now, no obligation"), replace(GOOD, subject="Free seeds")),
    (ContentKind.TRAP_WORDS, replace(GOOD, subject="Seeds!!"), replace(GOOD, subject="Seeds!")),
    (ContentKind.SUBJECT_LENGTH, replace(GOOD, subject="a " * 40), replace(GOOD, subject="a " * 30)),
    (ContentKind.PREHEADER_LENGTH, replace(GOOD, preheader="Hi"), replace(GOOD, preheader="")),
    (ContentKind.MOSTLY_PICTURES, replace(GOOD, html=GOOD.html.replace(PROSE, "")),
     replace(GOOD, html=GOOD.html.replace(PROSE, "").replace('width="300"', 'width="1" height="1"'))),
    (ContentKind.BROKEN_HTML, page("<div><b>a</div>"), page("<div><p>a<p>b<br><ul><li>c<li>d</ul></div>")),
    (ContentKind.BROKEN_HTML, page("</table>"), page("<!--[if mso]></table><![endif]-->")),
    (ContentKind.BROKEN_HTML, page('<p class="a>b</p>'), page('<p class="a>b">b</p>')),
    (ContentKind.LOOKALIKE, replace(GOOD, sender="me@pаypal.example"), replace(GOOD, sender="ich@müller.example")),
    (ContentKind.LOOKALIKE, page('<a href="https://xn--pypal-4ve.example/">Pay</a>'),
     page('<a href="https://xn--mller-kva.example/">Pay</a>')),
    (ContentKind.INSECURE_PICTURE, page('<img src="http://a.example/b.png" alt="b">'),
     page('<img src="https://a.example/b.png" alt="b">')),
    (ContentKind.ACTIVE, page("<script>let a = '<b>';</script>"), page("<style>a > b {}</style>")),
    (ContentKind.ACTIVE, page('<form action="/x"></form>'), page("<p>form</p>")),
    (ContentKind.HEAVY, replace(GOOD, attachments=(("a.pdf", 11_000_000),)),
     replace(GOOD, attachments=(("a.pdf", 9_000_000),))),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "bad", "good"), BAD)
def test_each_kind_is_found_where_it_is_and_only_there(kind: ContentKind, bad: Letter, good: Letter) -> None:
    assert kind in kinds(bad)
    assert kind not in kinds(good)


def test_every_kind_is_tried() -> None:
    said_by_others = {ContentKind.FINE, ContentKind.SPAM_SCORE, ContentKind.NO_DOMAIN, ContentKind.RAW_VALUE}
    assert {kind for kind, *_ in BAD} == set(ContentKind) - said_by_others


def test_a_good_message_is_only_praised() -> None:
    assert kinds(GOOD) == set()
    assert len(check_content(GOOD, WORDS)) == 7


def test_a_remark_says_where() -> None:
    letter = replace(GOOD, html=f'<p>{PROSE}\n<a\nhref="#">Shop</a></p>')
    remark = next(one for one in check_content(letter, WORDS) if one.kind is ContentKind.DEAD_LINK)
    assert remark.severity is Severity.BLOCKING
    assert [(place.line, place.excerpt) for place in remark.places] == [(2, "“Shop”: its address is “#”")]


def test_nothing_inside_scripts_and_comments_is_read() -> None:
    read = read_page('<!-- <a href=""> --><style><a></style><title><b></title><script>"</div>"</script>ok')
    assert (read.links, read.broken, read.text) == ([], [], "ok")


def test_spamassassins_score_is_told() -> None:
    assert spam_remark(SpamScore(score=6.1, threshold=5.0, rules=("HTML_ONLY",))).severity is Severity.WARNING
    assert spam_remark(SpamScore(score=-0.1, threshold=5.0)).severity is Severity.GOOD


MARKUP = st.lists(
    st.sampled_from(
        ["<a ", 'href="', "#x", '"', "'", ">", "</a>", "<", "</", "<!--", "-->", "<p", "<img", " alt", "=",
        "&#", "9" * 5000,
         "<script", "</script>", "<!", "http://", "xn--", "mailto:", "@", "Ж", "\ud800", "[", "\x00", " id=x", "/>"]
    )
    | st.text(max_size=5),
    max_size=60,
).map("".join)  # fmt: skip


@given(MARKUP, MARKUP, st.text(max_size=60))
def test_any_text_is_read(html: str, subject: str, sender: str) -> None:
    letter = Letter(subject=subject, html=html, preheader=subject, text=html, sender=sender)
    remarks = check_content(letter, WORDS)
    assert all(one.sentence and one.count >= len(one.places[:1]) for one in remarks)
    lookalike(subject)


@pytest.mark.parametrize(
    "unit",
    ["<p>Words and <b>more</b> words &amp; so on, <a href='https://a.example/x'>a link</a></p>\n", "<a '\"",
    "<a ", "</b>",
     "<div>", "<!--", "<script", "<a href='#'>", "&#9", "<p id=x>", '<img src="http://a">', "<"],
)  # fmt: skip
def test_200_kb_take_no_longer_than_a_blink(unit: str) -> None:
    letter = replace(GOOD, html=unit * (200_000 // len(unit)))
    began = begun()
    check_content(letter, WORDS)
    # About 25 ms for ordinary text on an idle core; a reader in quadratic time needs many times this bound.
    assert in_time(began, 0.5)
