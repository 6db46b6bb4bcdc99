"""What was corrected is said by name, of many the first."""

from __future__ import annotations

import pytest

from sendoff.core.recipient import Verdict
from sendoff.core.triage_words import fixed_words, sent_sum


@pytest.mark.parametrize(
    ("addresses", "said"),
    [
        (["a@b.de"], "1 address corrected: a@b.de."),
        (["a@b.de", "c@d.de"], "2 addresses corrected: a@b.de, c@d.de."),
        (
            ["a@b.de", "c@d.de", "e@f.de", "g@h.de", "i@j.de"],
            "5 addresses corrected: a@b.de, c@d.de, e@f.de and 2 more.",
        ),
    ],
)
def test_fixes_are_named(addresses: list[str], said: str) -> None:
    assert fixed_words(addresses) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, ""),
        ({Verdict.READY: 1}, "The row gets the message."),
        ({Verdict.INVALID: 1}, "The row gets no message."),
        ({Verdict.READY: 1, Verdict.INVALID: 1}, "1 of 2 rows get the message."),
    ],
)
def test_who_gets_the_message_is_said_of_one_row_too(counts: dict[Verdict, int], said: str) -> None:
    assert sent_sum(counts) == said
