"""Which addresses the sandbox is told to refuse: what may be written, what fits, and what is kept."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.errors import InputError
from sendoff.core.rehearsal import MOST_RULES, Answer, SandboxRule, rules_in, rules_text
from sendoff.core.rehearsal_rules import RuleBook, read_patterns, with_rules


@pytest.mark.parametrize(
    ("written", "patterns"),
    [
        ("Anna@Example.com", ["anna@example.com"]),
        ("*@gmx.de", ["*@gmx.de"]),
        ("@gmx.de", ["*@gmx.de"]),
        ("gmx.de", ["*@gmx.de"]),
        ("*@*.gmx.de", ["*@*.gmx.de"]),
        ("*@*", ["*@*"]),
        ("anna*@bücher.example", ["anna*@xn--bcher-kva.example"]),
        ("*@*.bücher.example", ["*@*.xn--bcher-kva.example"]),
        ("anna@a.test, bert@a.test;\n*@b.test  bert@a.test", ["anna@a.test", "bert@a.test", "*@b.test"]),
    ],
)
def test_addresses_patterns_and_domains_are_read(written: str, patterns: list[str]) -> None:
    assert [*read_patterns(written)] == patterns


@pytest.mark.parametrize("written", ["", "  ", "anna", "anna@", "@", "a@b@c.de", "*@gm_x*.de", "anna@gmx", "*@gmx..de"])
def test_what_is_neither_is_said(written: str) -> None:
    with pytest.raises(InputError, match="neither an address nor a pattern"):
        read_patterns(written)


def book(**rules: Answer) -> RuleBook:
    return RuleBook(SandboxRule(pattern=pattern, answer=answer) for pattern, answer in rules.items())


def test_an_address_goes_before_a_pattern_and_a_long_pattern_before_a_short_one() -> None:
    rules = book(**{"*@*": Answer.LATER, "*@gmx.de": Answer.FULL, "anna@gmx.de": Answer.LOST})
    assert rules.answer("Anna@GMX.de") is Answer.LOST
    assert rules.answer("bert@gmx.de") is Answer.FULL
    assert rules.answer("bert@gmx.at") is Answer.LATER
    assert RuleBook().answer("bert@gmx.at") is None
    assert book(**{"*@gmx.de": Answer.FULL}).answer("bert@gmx.de.example") is None


def test_a_domain_in_its_own_script_is_found_in_either_spelling() -> None:
    rules = RuleBook(SandboxRule(pattern=one, answer=Answer.FULL) for one in read_patterns("*@bücher.example"))
    assert rules.answer("anna@bücher.example") is Answer.FULL
    assert rules.answer("anna@xn--bcher-kva.example") is Answer.FULL


@given(st.text("ab*", min_size=1, max_size=8), st.text("ab", max_size=10))
def test_a_pattern_fits_as_an_expression_would(pattern: str, local: str) -> None:
    fits = re.fullmatch(pattern.replace("*", ".*"), local) is not None
    rules = book(**{f"{pattern}@a.test": Answer.LATER})
    assert (rules.answer(f"{local}@a.test") is Answer.LATER) == fits


@given(st.lists(st.tuples(st.text("abc*", min_size=1, max_size=5), st.sampled_from(Answer)), max_size=8))
def test_what_is_kept_comes_back(written: list[tuple[str, Answer]]) -> None:
    rules: tuple[SandboxRule, ...] = ()
    for local, answer in written:
        rules = with_rules(rules, [f"{local}@a.test"], answer)
    assert rules_in(rules_text(rules)) == rules
    assert {one.pattern: one.answer for one in rules} == {f"{local}@a.test": answer for local, answer in written}


def test_a_kept_text_that_was_spoilt_does_no_harm() -> None:
    assert rules_in("full:*@a.test no-such:b@a.test full: lost") == (
        SandboxRule(pattern="*@a.test", answer=Answer.FULL),
    )


def test_too_many_rules_are_refused() -> None:
    every = [f"p{number}@a.test" for number in range(MOST_RULES + 1)]
    with pytest.raises(InputError, match="at most"):
        with_rules((), every, Answer.FULL)
