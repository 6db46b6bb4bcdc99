"""`sendoff check`, what can be accepted, and what takes that back, as they are typed."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sendoff.bootstrap import _context
from sendoff.cli.main import BAD_INPUT, OK, run
from sendoff.core.campaign import CampaignState
from sendoff.core.errors import InputError
from sendoff.services.app import Services

PAGE = "<p>Hi {{ name | default('you') }}, %s</p><p>Unsubscribe, EX4 3PQ</p>"


@contextmanager
def services_of(folder: Path) -> Iterator[Services]:
    services = _context({"SENDOFF_HOME": str(folder / "home")}).open_services("a test")
    try:
        yield services
    finally:
        services.close()


def campaign(folder: Path, inner: str = "welcome", names: tuple[str, ...] = ("Anna", "Ben", "")) -> Path:
    """A campaign file with a person for every name."""
    rows = "".join(f"p{number}@example.com,{name}\n" for number, name in enumerate(names, 1))
    (folder / "people.csv").write_text(f"email,name\n{rows}", encoding="utf-8")
    (folder / "page.html").write_text(PAGE % inner, encoding="utf-8")
    path = folder / "campaign.toml"
    path.write_text(
        'name = "Sale"\nfrom = "Anna <anna@example.com>"\nsubject = "Seeds"\nhtml = "page.html"\n'
        'recipients = "people.csv"\n',
        encoding="utf-8",
    )
    return path


def typed(folder: Path, *words: str) -> tuple[int, str, dict[str, Any]]:
    """Run a command in this process: its status, all it said, and its JSON."""
    context, out, err = _context({"SENDOFF_HOME": str(folder / "home")}), io.StringIO(), io.StringIO()
    status = run((*words, "--json"), replace(context, stdin=io.StringIO(), stdout=out, stderr=err))
    return status, err.getvalue(), json.loads(out.getvalue().splitlines()[-1])


def kinds(told: dict[str, Any]) -> dict[str, int]:
    return {one["kind"]: one["rows"] for one in told["findings"]}


def test_a_file_is_checked_row_by_row_and_as_a_message(tmp_path: Path) -> None:
    path = campaign(tmp_path, '<a href="#">Shop</a>', ("Anna", "Ben", "", "Anna"))
    status, said, told = typed(tmp_path, "check", str(path))
    assert status == BAD_INPUT
    assert kinds(told) == {"fallback_used": 1, "identical": 1}
    assert told["findings"][1]["examples"][0] == {
        "row": 4, "address": "p4@example.com", "detail": "The same as no. 1."
    }  # fmt: skip
    (dead,) = (one for one in told["content"] if one["severity"] == "blocking")
    assert (dead["kind"], dead["places"]) == ("dead_link", [{"line": 1, "excerpt": "“Shop”: its address is “#”"}])
    assert told["error"]["code"] == "dead_link"
    assert "send with --accept dead_link" in said


def test_a_date_that_is_shown_raw_is_said_with_the_filter_that_mends_it(tmp_path: Path) -> None:
    path = campaign(tmp_path, "since {{ joined }}, until {{ ends | date }}")
    (tmp_path / "people.csv").write_text("email,name,joined,ends\np@example.com,Anna,2026-03-14,soon\n", "utf-8")
    _status, said, told = typed(tmp_path, "check", str(path))
    (raw,) = (one for one in told["content"] if one["kind"] == "raw_value")
    assert raw["sentence"] == "“joined” is shown as 2026-03-14."
    assert raw["why"] == "{{ joined | date('en', 'd MMMM yyyy') }} shows it as 14 March 2026."
    assert raw["why"] in said
    assert kinds(told) == {"no_date": 1}
    assert not told["blocked"]


def test_a_message_without_fields_is_the_same_for_all_and_that_is_no_finding(tmp_path: Path) -> None:
    path = campaign(tmp_path)
    (tmp_path / "page.html").write_text("<p>Hi. Unsubscribe, EX4 3PQ</p>", encoding="utf-8")
    status, _said, told = typed(tmp_path, "check", str(path))
    assert (status, told["findings"], told["blocked"]) == (OK, [], False)


def test_a_draft_is_checked_by_its_name_and_nothing_is_stored(tmp_path: Path) -> None:
    path = campaign(tmp_path, "{{ '{{' }}")
    with services_of(tmp_path) as services:
        said, _ = services.campaigns.named_in(path)
        services.campaigns.from_file(path, said, "", "")
    status, words, told = typed(tmp_path, "check", "Sale")
    assert (status, kinds(told)["leftover"]) == (BAD_INPUT, 3)
    assert "line 1" not in words  # a leftover is about rows
    assert typed(tmp_path, "check", "Nobody")[2]["error"]["code"] == "no_campaign"


def test_sending_is_closed_until_each_kind_is_accepted(tmp_path: Path) -> None:
    path = campaign(tmp_path, '{{ "{{" }} <a href="#">Shop</a>')
    assert typed(tmp_path, "send", str(path), "--sandbox", "--yes")[0] == BAD_INPUT
    status, said, told = typed(tmp_path, "send", str(path), "--sandbox", "--yes", "--accept", "leftover")
    assert (status, told["error"]["code"]) == (BAD_INPUT, "dead_link")
    assert "accepted" in said
    status, _said, told = typed(tmp_path, "send", str(path), "--sandbox", "--yes", "--accept", "nonsense")
    assert (status, told["error"]["code"]) == (BAD_INPUT, "unknown_kind")
    both = ("--accept", "leftover", "--accept", "dead_link")
    status, _said, told = typed(tmp_path, "send", str(path), "--sandbox", "--yes", *both)
    assert (status, told["counts"]["accepted"]) == (OK, 3)


def test_what_a_file_was_started_with_outlives_its_next_check(tmp_path: Path) -> None:
    path = campaign(tmp_path, '<a href="#">Shop</a>')
    with services_of(tmp_path) as services:
        account = services.accounts.sandbox("127.0.0.1", 9)
        said, _ = services.campaigns.named_in(path)
        draft, _ = services.campaigns.from_file(path, said, account.id, "")
        services.checks.accept(draft, services.checks.run(draft), "dead_link")
        services.sending.begin(draft.id)
        started = services.campaigns.get(draft.id)
        again = replace(started, id="again", state=CampaignState.DRAFT, content=replace(started.content, html="<p>Hi"))
        services.checks.run(again)
        kept = services.checks.at_start(started)
        assert (kept.accepted, kept.rows) == (("dead_link",), 3)
        assert kept.check is not None
        assert [one.sentence for one in kept.check.remarks if one.kind == "dead_link"] == ["A link leads nowhere."]
    status, heard, told = typed(tmp_path, "check", draft.id, "--offline")
    assert (status, told["state"]) == (OK, "running")
    assert (told["check"]["accepted"], told["check"]["rows"]) == (["dead_link"], 3)
    assert "“Sale” was started. The check had found, in 3 messages:" in heard
    assert "A link leads nowhere." in heard


def test_a_draft_cannot_begin_past_the_check_and_any_change_takes_acceptance_back(tmp_path: Path) -> None:
    path = campaign(tmp_path, '<a href="#">Shop</a>')
    with services_of(tmp_path) as services:
        account = services.accounts.sandbox("127.0.0.1", 9)
        said, _ = services.campaigns.named_in(path)
        draft, _ = services.campaigns.from_file(path, said, account.id, "")
        with pytest.raises(InputError, match="dead link"):
            services.sending.begin(draft.id)  # nobody checked it, so it is checked now
        check = services.checks.run(draft)
        services.checks.accept(draft, check, "dead_link")
        services.checks.gate(draft)
        assert services.checks.run(draft).accepted == {"dead_link"}
    with services_of(tmp_path) as services:  # it outlives the program
        draft = services.campaigns.get(draft.id)
        services.checks.gate(draft)
        with pytest.raises(InputError, match="dead link"):
            services.checks.gate(replace(draft, content=replace(draft.content, subject="Other")))
        services.checks.run(draft)
        services.checks.accept(draft, services.checks.run(draft), "dead_link")
        draft, _ = services.recipients.bring(draft, services.recipients.look(campaign(tmp_path).parent / "people.csv"))
        services.checks.gate(draft)  # the same list again is the same list
        (tmp_path / "people.csv").write_text("email,name\nnew@example.com,New\n", encoding="utf-8")
        draft, _ = services.recipients.bring(draft, services.recipients.look(tmp_path / "people.csv"))
        with pytest.raises(InputError, match="dead link"):
            services.checks.gate(draft)
        with pytest.raises(InputError, match="was changed since"):
            services.checks.accept(replace(draft, sender="b@example.com"), check, "dead_link")


def test_a_test_of_an_older_message_is_said(tmp_path: Path) -> None:
    path = campaign(tmp_path)
    assert typed(tmp_path, "send", str(path), "--sandbox", "--test", "me@example.com")[0] == OK
    status, said, _told = typed(tmp_path, "send", str(path), "--sandbox", "--dry-run")
    assert (status, "changed since the test" in said) == (OK, False)
    campaign(tmp_path, "good bye")
    _status, said, _told = typed(tmp_path, "send", str(path), "--sandbox", "--yes")
    assert "The message was changed since the test to me@example.com" in said


def test_the_plan_goes_by_the_account_that_would_send_and_by_what_it_sent_already(tmp_path: Path) -> None:
    path = campaign(tmp_path, names=tuple(f"Name {number}" for number in range(30)))
    status, said, told = typed(tmp_path, "check", str(path))
    assert (status, "plan" in told) == (OK, False)  # nobody knows an account
    assert not (tmp_path / "home").exists()
    with services_of(tmp_path) as services:
        for name, limits in (("work", ("20/hour",)), ("second", ("10/hour",))):
            account = services.accounts.from_url("smtp://mail.example.com:587")
            services.accounts.save(replace(account, id=name, name=name, ad_hoc=False, limits=limits))
        now = services.clock.now()
        services.accounts._store.note_use("work", now - 1_800_000)
    assert "plan" not in typed(tmp_path, "check", str(path))[2]  # two accounts, and none is named
    path.write_text('account = "work"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    status, said, told = typed(tmp_path, "check", str(path))
    assert status == OK
    assert [one["messages"] for one in told["plan"]["parts"]] == [19, 1, 10]
    assert told["plan"]["messages"] == 30
    assert 3_600_000 <= told["plan"]["end"] - now < 3_800_000
    assert "30 messages; 20 an hour until" in said
    both = path.read_text(encoding="utf-8").replace('account = "work"', 'accounts = ["work", "second"]')
    path.write_text(both, encoding="utf-8")
    assert typed(tmp_path, "check", str(path))[2]["plan"]["end"] - now < 1_900_000


def test_the_check_of_a_draft_has_its_plan(tmp_path: Path) -> None:
    path = campaign(tmp_path)
    with services_of(tmp_path) as services:
        account = services.accounts.from_url("smtp://mail.example.com:587")
        services.accounts.save(replace(account, id="work", name="work", ad_hoc=False))
        said, _ = services.campaigns.named_in(path)
        services.campaigns.from_file(path, said, "work", "")
    assert typed(tmp_path, "check", "Sale")[2]["plan"]["messages"] == 3
