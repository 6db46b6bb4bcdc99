"""The rules for answers over HTTP: every example lands on its own rule, and SMTP's replies land on none of them."""

from __future__ import annotations

import tomllib

import pytest

from sendoff.adapters.system.resources import load_rules, resource_path
from sendoff.core.outcome import Stage, parse_reply
from sendoff.core.rulebook import Rule, RuleBook

API = RuleBook.from_mappings(tomllib.loads(resource_path("rules", "api.toml").read_text(encoding="utf-8"))["rule"])
SMTP = RuleBook.from_mappings(tomllib.loads(resource_path("rules", "replies.toml").read_text(encoding="utf-8"))["rule"])
ALL = load_rules()


@pytest.mark.parametrize(
    ("rule", "said"),
    [pytest.param(rule, said, id=rule.id) for rule in API.rules for said in rule.examples],
)
def test_every_example_lands_on_its_own_rule(rule: Rule, said: str) -> None:
    found = ALL.match(parse_reply(rule.stage or Stage.END, int(said[:3]), said))
    assert found is not None
    assert found.id == rule.id


def test_the_rules_are_complete() -> None:
    assert all(rule.examples and rule.source for rule in API.rules)
    assert not {rule.id for rule in API.rules} & {rule.id for rule in SMTP.rules}
    assert len(ALL.rules) == len(API.rules) + len(SMTP.rules)


def test_no_reply_over_smtp_lands_on_them() -> None:
    for rule in SMTP.rules:
        for said in rule.examples:
            reply = parse_reply(rule.stage or Stage.END, int(said[:3]), said)
            assert API.match(reply, rule.provider) is None, said
