"""What a look-up proves, and where an account's Sent folder may be."""

from __future__ import annotations

import argparse
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.adapters.system.resources import load_presets
from sendoff.cli.account_options import changed, imap_from, imap_text
from sendoff.cli.parser import build_parser
from sendoff.core.account import Account, ImapPlace, Security
from sendoff.core.account_check import check_account
from sendoff.core.delivery import State
from sendoff.core.doubts import Probe, Resolved, absence, found_text, resolved_text
from sendoff.core.errors import InputError
from sendoff.core.wording import cause_sentence

ACCOUNT = Account(id="a", name="Work", host="mail.example.com", port=587)


@given(looked=st.integers(0, 30), found=st.integers(0, 30), quarantined=st.booleans())
def test_absence_proves_only_where_nothing_accepted_is_absent(looked: int, found: int, quarantined: bool) -> None:
    proven, words = absence("Sent", Probe(looked=looked, found=min(looked, found)), quarantined=quarantined)
    assert proven == (looked > 0 and found >= looked and not quarantined)
    assert words.startswith("not in Sent")


def test_what_a_look_up_brought_is_said() -> None:
    assert resolved_text(Resolved()) == "Nobody is in doubt."
    said = resolved_text(Resolved(found=1200, absent=1, unknown=3, why="It is gone.", place="Sent of anna@example.com"))
    assert said == (
        "Looked in Sent of anna@example.com: 1,200 found and accepted, 1 not there, so most likely never sent, "
        "3 not looked up. It is gone."
    )


def test_a_copy_and_a_persons_word_are_told_apart() -> None:
    assert cause_sentence(State.ACCEPTED, "found", 0, found_text("Sent", "uid 3")) == "A copy is in the Sent folder."
    assert cause_sentence(State.ACCEPTED, "found", 0, "connection lost") == "Marked as sent by you."


@pytest.mark.parametrize("text", ["imaps://imap.example.com:993", "imap://127.0.0.1:1143", "none"])
def test_a_place_is_written_as_it_is_read(text: str) -> None:
    assert imap_text(imap_from(text)) == text


def test_the_port_follows_the_protection() -> None:
    assert imap_from("imaps://imap.example.com") == ImapPlace(host="imap.example.com")
    assert imap_from("imap://h") == ImapPlace(host="h", port=143, security=Security.STARTTLS)


@pytest.mark.parametrize("text", ["", "imap.example.com", "https://a", "imaps://", "imaps://a:b", "imaps://u:p@a"])
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is not an IMAP server"):
        imap_from(text)


def test_the_option_changes_only_the_place() -> None:
    args: argparse.Namespace = build_parser().parse_args(["accounts", "edit", "Work", "--imap", "imaps://i.example"])
    made = changed(ACCOUNT, args, load_presets()["custom"])
    assert made == replace(ACCOUNT, imap=ImapPlace(host="i.example"))


@pytest.mark.parametrize(
    "imap",
    [
        ImapPlace(host="two words"),
        ImapPlace(host="h", port=0),
        ImapPlace(host="h", port=70_000),
        ImapPlace(host="h", security=Security.NONE),
    ],
)
def test_a_place_that_cannot_work_is_refused_at_its_field(imap: ImapPlace) -> None:
    with pytest.raises(InputError) as caught:
        check_account(replace(ACCOUNT, imap=imap))
    assert caught.value.where == "imap"
