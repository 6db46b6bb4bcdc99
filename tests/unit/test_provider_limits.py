"""What is published of limits, in words: each figure with how sure it is, and where an account's own come from."""

from __future__ import annotations

import pytest

from sendoff.adapters.system.resources import load_presets
from sendoff.core.provider import Published
from sendoff.core.provider_limits import _WORDS, _figure, figures, origin_text, sure_of

PRESETS = load_presets()


def test_a_figure_says_what_how_sure_and_from_where() -> None:
    first = figures(PRESETS["gmail"])[0]
    assert (first.text, first.sure) == ("500 messages a day", "fairly sure")
    assert first.why == "second hand, or two sources that agree"
    assert first.note == "in any 24 h; private account; a lock lasts 1 to 24 h"
    assert first.source.startswith("https://support.google.com/")


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (Published(what="messages_per_second", value=1), "1 message a second"),
        (Published(what="messages_per_day", value=100, most=3000), "100–3,000 messages a day"),
        (Published(what="messages_per_day", value=0), "messages a day: no figure"),
        (Published(what="max_message_bytes", value=35_882_577), "35 MB a message"),
        (Published(what="something_new", value=5), "something new: 5"),
        (Published(what="something_new", value=0), "something new: no figure"),
    ],
)
def test_a_figure_in_words(one: Published, text: str) -> None:
    assert _figure(one).text == text


@pytest.mark.parametrize(
    ("conf", "words"),
    [
        ("high", "sure"),
        ("medium", "fairly sure"),
        ("low", "unsure"),
        ("unverified", "not verified"),
        ("", "not verified"),
    ],
)
def test_how_sure_in_words(conf: str, words: str) -> None:
    assert sure_of(conf) == words


def test_every_limit_of_every_preset_has_words_of_its_own() -> None:
    published = [one for preset in PRESETS.values() for one in preset.published]
    assert {one.what for one in published} <= set(_WORDS)
    assert all(figure.text and figure.sure for preset in PRESETS.values() for figure in figures(preset))


def test_where_an_account_s_limits_come_from() -> None:
    assert origin_text(["80/hour"], "2026-11-22") == "suggested by Sendoff"
    assert origin_text(["80/hour"], "") == "set by hand"
    assert origin_text([], "2026-11-22") == "no limit is set"
