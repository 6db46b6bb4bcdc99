"""Addresses: the verdict is email-validator's, the fast path agrees with it, and every refusal has a sentence."""

from __future__ import annotations

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import example, given
from hypothesis import strategies as st

from sendoff.core import address as module
from sendoff.core.address import PlainAddresses, check_address, duplicate_key, split_mailbox
from sendoff.core.errors import InputError

LOCAL = st.from_regex(r"[A-Za-z0-9_!#$%&'*+/=?^`{|}~.-]{1,70}", fullmatch=True) | st.sampled_from(
    ["INFO", "Sales", "postMaster", "a.b", ".a", "a.", "a..b"]
)
LABEL = st.from_regex(r"[A-Za-z0-9-]{1,65}", fullmatch=True) | st.sampled_from(
    ["xn--bcher-kva", "ab--cd", "-a", "a-", "test", "invalid", "local", "localhost", "onion", "arpa", "home", "c", "1"]
)
ADDRESSES = st.builds(
    lambda local, labels: f"{local}@{'.'.join(labels)}", LOCAL, st.lists(LABEL, min_size=1, max_size=5)
)


@given(ADDRESSES)
@example("Info@Example.COM")
@example("a@b.TEST")
@example("a@b.LOCALHOST")
@example("a@ab--cd.com")
@example(f"{'a' * 64}@{'b' * 63}.com")
@example(f"{'a' * 65}@b.com")
@example(f"a@{'b' * 64}.com")
@example(f"{'a' * 64}@{'.'.join(['b' * 61] * 3)}.com")
def test_fast_path_agrees_with_the_library(text: str) -> None:
    plain = module._plain(text)
    if plain is None:
        return
    valid = validate_email(text, check_deliverability=False, test_environment=True, strict=True)
    assert plain.address == valid.normalized
    assert plain.wire == valid.ascii_email
    assert not plain.smtputf8


@given(st.lists(ADDRESSES | st.text(max_size=30), max_size=8))
@example(["INFO@example.com", "Info@example.com", "anna@b.localhost", "anna@EXAMPLE.com"])
@example([f"{'a' * 64}@{'.'.join(['b' * 61] * 3)}.com", f"a@{'.'.join(['b' * 61] * 3)}.com"])
def test_addresses_read_at_pace_are_the_same(texts: list[str]) -> None:
    read = PlainAddresses().read
    for text in [*texts, *texts]:
        plain = module._plain(text)
        assert read(text) == (plain and (plain.address, duplicate_key(plain.address)))


def test_nearly_every_address_of_a_list_is_read_at_pace() -> None:
    read = PlainAddresses().read
    plain = ["anna.lee+news@mail.example.co.uk", "o'brien_7@Example.COM", "x@xn.example", "a-b@c-d.example"]
    assert all(read(text) for text in plain)
    assert not any(read(text) for text in ("jürgen@example.com", "a@bücher.example", "a@x.invalid", "a@b", " a@b.org"))


@given(ADDRESSES | st.text(max_size=80) | st.builds("{}@{}".format, st.text(max_size=20), st.text(max_size=20)))
@example("\ud800@example.com")
@example("a@\ud800.com")
@example("<" * 300 + "@")
@example("a" * 5_000 + "@example.com")
def test_every_text_gets_an_address_or_a_sentence(text: str) -> None:
    checked = check_address(text)
    assert bool(checked.address) != bool(checked.problem)
    assert bool(checked.wire) == bool(checked.address)
    if checked.problem:
        assert checked.problem.endswith(".")
        assert not checked.suggestion or not check_address(checked.suggestion).problem
    else:
        again = check_address(checked.address)
        assert (again.address, again.wire) == (checked.address, checked.wire)
        assert checked.wire.rpartition("@")[2].isascii()


@given(ADDRESSES)
def test_bare_addresses_the_library_refuses_are_refused(text: str) -> None:
    try:
        validate_email(text, check_deliverability=False, test_environment=True, strict=True)
    except EmailNotValidError:
        assert check_address(text).problem


@pytest.mark.parametrize(
    ("text", "address", "wire"),
    [
        ("anna@example.com", "anna@example.com", "anna@example.com"),
        ("  anna@example.com\t", "anna@example.com", "anna@example.com"),
        ("\ufeffanna@example.com\u200b\u00a0", "anna@example.com", "anna@example.com"),
        ("mailto:anna@example.com?subject=Hi", "anna@example.com", "anna@example.com"),
        ("<anna@example.com>", "anna@example.com", "anna@example.com"),
        ("bob@x.org <anna@example.com>", "anna@example.com", "anna@example.com"),
        ('"Anna, once a@x.org" <anna@example.com>', "anna@example.com", "anna@example.com"),
        ("anna+news@example.com", "anna+news@example.com", "anna+news@example.com"),
        ("Anna.Lee@EXAMPLE.Com", "Anna.Lee@example.com", "Anna.Lee@example.com"),
        ("anna@northwind.example", "anna@northwind.example", "anna@northwind.example"),
        ("anna@mail.test", "anna@mail.test", "anna@mail.test"),
        ("anna@bücher.example", "anna@bücher.example", "anna@xn--bcher-kva.example"),
        ("anna@xn--bcher-kva.example", "anna@bücher.example", "anna@xn--bcher-kva.example"),
        ("anna@例え.jp", "anna@例え.jp", "anna@xn--r8jz45g.jp"),
        ("o'brien@example.com", "o'brien@example.com", "o'brien@example.com"),
    ],
)
def test_addresses_as_people_write_them(text: str, address: str, wire: str) -> None:
    checked = check_address(text)
    assert (checked.problem, checked.address, checked.wire, checked.smtputf8) == ("", address, wire, False)
    assert checked.ascii_domain == wire.partition("@")[2]


def test_a_local_part_beyond_ascii_is_kept_and_flagged() -> None:
    checked = check_address("jürgen@bücher.example")
    assert (checked.wire, checked.smtputf8) == ("jürgen@xn--bcher-kva.example", True)


@pytest.mark.parametrize(
    ("text", "problem", "suggestion"),
    [
        ("", "The address is empty.", ""),
        ("anna", "There is no @ sign.", ""),
        ("@example.com", "There is nothing before the @.", ""),
        ("anna@", "There is nothing after the @.", ""),
        ("anna@@example.com", "There is more than one @ sign.", ""),
        ("anna@example.com; bob@example.com", "There are two addresses, anna@example.com and bob@example.com.", ""),
        ("Anna <a@x.org>, Bob <b@x.org>;", "There are two addresses, a@x.org and b@x.org.", ""),
        ("a@x.org\nb@x.org / c@x.org", "There are 3 addresses, the first two are a@x.org and b@x.org.", ""),
        ("Anna <a@x.org>, Bob <b@x.org>", "There are two addresses, a@x.org and b@x.org.", ""),
        ("a@x.org, A@x.org", "There is more than one address.", ""),
        ("anna@example", "The part after the @ has no dot.", ""),
        ("anna@test", "The part after the @ has no dot.", ""),
        ("anna lee@example.com", "There is a blank inside the address.", ""),
        ("an\u200bna@example.com", "There is an invisible character inside the address.", "anna@example.com"),
        ("anna@example.com.", "There is a full stop after the address.", "anna@example.com"),
        ("anna@example.com,", "There is a comma after the address.", "anna@example.com"),
        ("anna@example.com;", "There is a semicolon after the address.", "anna@example.com"),
        ("anna..lee@example.com", "There are two dots in a row.", "anna.lee@example.com"),
        (".anna@example.com", "The part before the @ begins or ends with a dot.", ""),
        ("anna(work)@example.com", "The character ( is not allowed there.", ""),
        ("anna@exa_mple.com", "The part after the @ is not a valid domain.", ""),
        ("anna@exa!mple.com", "The character ! is not allowed there.", ""),
        ("anna@192.0.2.1", "The part after the @ is a number, not a domain.", ""),
        ("anna@[192.0.2.1]", "There is a number in brackets after the @ instead of a domain.", ""),
        ('"anna"@example.com', "Quotation marks and backslashes in an address are not supported.", ""),
        ("anna@mail.invalid", "No mail can reach a domain that ends in .invalid.", ""),
        ("anna@pc.localhost", "No mail can reach a domain that ends in .localhost.", ""),
        ("anna@pc.LOCAL", "No mail can reach a domain that ends in .local.", ""),
        ("a" * 65 + "@example.com", "The part before the @ is longer than 64 characters.", ""),
        ("anna@" + ("b" * 60 + ".") * 4 + "example.com", "The address is longer than 254 characters.", ""),
    ],
)
def test_a_refusal_says_why(text: str, problem: str, suggestion: str) -> None:
    checked = check_address(text)
    assert (checked.problem, checked.suggestion) == (problem, suggestion)


@pytest.mark.parametrize(
    "text",
    [
        "anna(at)example.com", "anna [at] example.com", "anna at example dot com", "Anna AT example DOT com",
        "anna(ät)example(punkt)com", "anna@example dot com", "anna {at} example,com", "anna @ example.com",
        "anna@ example.com", "anna@exam ple.com", "anna@example . com", "anna@example,com", "<anna@example.com",
        "anna@example.com>", "(anna@example.com)", "'anna@example.com'", "„anna@example.com“",
        "E-Mail: anna@example.com",
        "mailto: <anna@example.com", "anna@example.com:", "anna@example.com ...", "anna at example dot com.",
    ],
)  # fmt: skip
def test_what_was_meant_is_suggested(text: str) -> None:
    checked = check_address(text)
    assert checked.problem
    assert checked.suggestion.lower() == "anna@example.com"


@pytest.mark.parametrize(
    "text",
    [
        "Anna anna@example.com", "meet me at the cafe dot com", "anna at home", "at", " at ", "dot com", "@", "(at)",
        "anna at bob@example.com", "anna at example dot com or bob at example dot com", "a b@example.com", "",
    ],
)  # fmt: skip
def test_where_nobody_can_tell_nothing_is_suggested(text: str) -> None:
    checked = check_address(text)
    assert checked.problem
    assert checked.suggestion == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna@Example.com", "anna@example.COM"),
        ("anna@bücher.example", "ANNA@xn--bcher-kva.example"),
        ("anna@BÜCHER.example", "anna@bücher.example"),
    ],
)
def test_spellings_of_one_mailbox_share_a_key(one: str, other: str) -> None:
    assert duplicate_key(one) == duplicate_key(other)


def test_different_mailboxes_have_different_keys() -> None:
    addresses = ["weiß@example.com", "weiss@example.com", "weiss+a@example.com", "w.eiss@example.com"]
    assert len({duplicate_key(address) for address in addresses}) == 4


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("anna@example.com", ("", "anna@example.com")),
        ("Anna Lee <anna@example.com>", ("Anna Lee", "anna@example.com")),
        ('"Lee, Anna" <anna@example.com>', ("Lee, Anna", "anna@example.com")),
        (r'"Anna \"Annie\" Lee" <anna@example.com>', ('Anna "Annie" Lee', "anna@example.com")),
        ("Łukasz Żak <lukasz@bücher.example>", ("Łukasz Żak", "lukasz@bücher.example")),
    ],
)
def test_a_mailbox_is_split(text: str, pair: tuple[str, str]) -> None:
    assert split_mailbox(text) == pair


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r", "\0", "\u2028", "\u0085"])
def test_a_mailbox_cannot_smuggle_a_header(line_end: str) -> None:
    with pytest.raises(InputError, match="line break"):
        split_mailbox(f"Anna{line_end}Bcc: all@example.com <anna@example.com>")


@pytest.mark.parametrize("text", ["", "Anna Lee", "Anna <anna>", "a@example.com, b@example.com"])
def test_what_is_no_mailbox_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(InputError) as caught:
        split_mailbox(text)
    assert caught.value.remedy
