"""What was corrected is said by name, of many the first."""

from __future__ import annotations

import pytest

from sendoff.core.triage_words import fixed_words


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
