"""A moment that does not exist is an empty place, and no day in 1970."""

from __future__ import annotations

from sendoff.cli.words import time_text
from sendoff.core.suppression import Suppression
from sendoff.services.suppressions import _cells
from sendoff.ui.local_time import dated

NOW = 1_795_000_000_000


def test_what_never_happened_has_no_date() -> None:
    assert dated(0, NOW) == ""
    assert time_text(0, NOW) == ""
    assert _cells(Suppression(key="anna@example.com", reason="manual", at=0, source="")) == (
        "anna@example.com",
        "manual",
        "",
        "",
    )


def test_what_happened_has_its_date() -> None:
    assert dated(NOW - 1, NOW)
    assert time_text(NOW - 1, NOW)
