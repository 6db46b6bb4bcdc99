"""The check step: what is found and how it is said, when it runs, and the plan that a list's limits make."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.stand import Stand

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, Content
from sendoff.core.errors import InputError
from sendoff.core.message import ProblemKind
from sendoff.core.review import Check, Finding
from sendoff.ui.pages.check.domain import domain_items
from sendoff.ui.pages.check.item import Item
from sendoff.ui.pages.check.items import Facts, items
from sendoff.ui.pages.check.view import CheckStep
from sendoff.ui.pages.sending.facts import gather
from sendoff.ui.pages.sending.inspecting import Inspection

NOON = 1_795_953_600_000
ACCOUNT = Account(id="a", name="Work", host="smtp.example.com", port=587, limits=("80/hour",))


def shown(stand: Stand, qtbot: QtBot, campaign: Campaign) -> CheckStep:
    step = CheckStep(stand.stage)
    stand.window.navigator.register("campaign", lambda: step)
    stand.window.navigator.open("campaign")
    stand.window.show()
    step.show_campaign(campaign)
    checked(step, qtbot)
    return step


def checked(step: CheckStep, qtbot: QtBot) -> None:
    def done() -> bool:
        facts = step.presenter.facts
        answered = facts is not None and (facts.check is not None or facts.error is not None)
        return answered and not step.presenter.running

    qtbot.waitUntil(done)


def titled(step: CheckStep, title: str) -> Item:
    return next(line.item for line in step.lines if line.item.title == title)


def not_offered(step: CheckStep, kind: str) -> bool:
    return all(line.item.accept != kind for line in step.lines)


def button(step: CheckStep, words: str) -> None:
    next(line.button for line in step.lines if line.button is not None and line.button.text() == words).click()


def written(campaign: Campaign, html: str) -> Campaign:
    return replace(campaign, content=Content(subject="Hi", html=html))


def test_a_campaign_in_order_is_all_fine(stand: Stand, qtbot: QtBot) -> None:
    step = shown(stand, qtbot, stand.sample())
    assert step.state() == ("done", "nothing to fix")
    assert step.summary.text() == "Nothing to fix. 2 things are not done yet."
    assert titled(step, "245 recipients will get the message.").body == (
        "List: people.csv. 5 of 250 rows are skipped, each with its reason."
    )
    assert "All 245 were filled in" in titled(step, "Every message can be made.").body


def test_findings_are_said_in_words_with_rows_to_look_at(stand: Stand, qtbot: QtBot) -> None:
    draft = written(stand.sample(), "<p>Hi {{ first_name }}, {{ '{{' }}</p>")
    step = shown(stand, qtbot, draft)
    assert step.state() == ("problem", "1 to fix")
    gap = titled(step, "4 recipients have no “First name”.")
    assert (gap.kind, gap.button) == ("wait", "Say what stands there")
    assert [row for row, _address in gap.examples] == [18, 66, 135, 205]
    assert next(line.item for line in step.lines if "the code of a field" in line.item.title).kind == "bad"
    line = next(line for line in step.lines if line.item is gap)
    assert (gap.action, gap.field) == ("message", "first_name")
    assert "{{ first_name | default('there') }} says what stands there" in gap.body, "it is written in HTML"
    line.peeks[0].click()
    qtbot.waitUntil(step.peek.isVisible)
    assert step.peek._subject.text() == "Hi"
    assert step.peek._text.toPlainText().startswith("Hi ,")


def test_a_gap_in_the_subject_is_said_to_be_there(stand: Stand, qtbot: QtBot) -> None:
    draft = replace(stand.sample(), content=Content(subject="{{ first_name }}, hi", html="<p>Hi</p>"))
    gap = titled(shown(stand, qtbot, draft), "4 recipients have no “First name”.")
    assert gap.body == "Their subject has a gap there. Press the field in it to say what stands there instead."


def test_a_gap_where_one_does_not_write_code_is_said_without_code(stand: Stand, qtbot: QtBot) -> None:
    draft = replace(stand.sample(), content=Content(subject="Hi", mode="write", markdown="Hi {{ first_name }}"))
    gap = titled(shown(stand, qtbot, draft), "4 recipients have no “First name”.")
    assert gap.body.startswith("Nothing stands there in their message. Where that does not read well, press the field")


def test_a_template_that_is_wrong_for_all_is_told_once(stand: Stand, qtbot: QtBot) -> None:
    step = shown(stand, qtbot, written(stand.sample(), "<p>{{ citty }}</p>"))
    item = titled(step, "HTML: Line 1 uses “citty”, which the list does not have.")
    assert (item.kind, item.body, item.action) == ("bad", "Use “city” instead.", "message")


def test_an_empty_draft_says_what_is_missing(stand: Stand, qtbot: QtBot) -> None:
    step = shown(stand, qtbot, stand.services.campaigns.new("Autumn"))
    assert [line.item.title for line in step.lines] == [
        "There are no recipients yet.",
        "The message is empty.",
        "No account is chosen.",
    ]
    assert step.state() == ("problem", "3 to fix")
    facts = step.presenter.facts
    assert facts is not None
    facts.domain, facts.asking = None, True  # however slow the answer: there is no domain to ask about
    assert list(domain_items(facts, UTC)) == []


def test_a_missing_sender_is_said_in_words(stand: Stand, qtbot: QtBot) -> None:
    step = shown(stand, qtbot, replace(stand.sample(), sender=""))
    assert titled(step, "Nobody is named as the sender.").action == "message"


def test_the_result_is_kept_until_the_message_changes(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    assert step.presenter.facts is not None
    first = step.presenter.facts.check
    step.show_campaign(replace(draft, name="Other name"))
    qtbot.waitUntil(lambda: step.presenter.facts is not None and step.presenter.facts.campaign.name == "Other name")
    assert not step.presenter.running
    assert step.presenter.facts.check is first
    step.show_campaign(written(draft, "<p>{{ first_name }}</p>"))
    qtbot.waitUntil(lambda: step.state()[0] == "attention")


def test_nothing_runs_while_nobody_looks(stand: Stand, qtbot: QtBot) -> None:
    step = CheckStep(stand.stage)
    qtbot.addWidget(step)
    step.show_campaign(stand.sample())
    qtbot.waitUntil(lambda: step.presenter.facts is not None and step.presenter.facts.counts != {})
    assert not step.presenter.running
    assert step.state() == ("todo", "not checked yet")


def test_a_check_can_be_stopped(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    facts = step.presenter.facts
    assert facts is not None
    facts.check = None
    step.presenter._checked.clear()
    step.presenter._run(facts)
    assert step.presenter.running
    step.presenter.cancel()
    assert step.state() == ("todo", "not checked yet")
    qtbot.wait(150)
    assert facts.check is None


def test_account_and_test_message_are_tried_from_here(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    button(step, "Test now")
    qtbot.waitUntil(lambda: any("is ready: 127.0.0.1 answered." in line.item.title for line in step.lines))
    assert not [line for line in step.lines if line.item.action == "try_sandbox"], "the test shows the same"
    button(step, "Send a test…")
    assert step.test_row.isVisible()
    assert step.test_to.text() == "mira@northwind.example"
    step.test_to.setText("nobody")
    step._send.click()
    assert step._problem.text() == "There is no @ sign."
    assert stand.sandbox.count == 0
    step.test_to.setText("me@example.com")
    step._send.click()
    qtbot.waitUntil(lambda: any("A test went to me@example.com" in line.item.title for line in step.lines))
    (message,) = stand.sandbox.received
    assert message.recipient == "me@example.com"
    assert message.subject == "[Test] Anna, the spring sale starts today"
    assert not step.test_row.isVisible()
    went = next(line for line in step.lines if "A test went to me@example.com" in line.item.title)
    assert step.window().focusWidget() is went.button, "the focus stays where one looks"
    assert stand.said[-1] == "The sandbox took the test to me@example.com. “Show it” opens it."
    assert b"To: me@example.com\r\n" in (stand.sandbox.message(message.number) or b""), "under no member's name"
    step.show_campaign(written(draft, "<p>New</p>"))
    qtbot.waitUntil(lambda: any(line.item.body == "The message was changed since then." for line in step.lines))


def test_the_test_opens_below_its_line_and_stays_while_others_change(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    step = shown(stand, qtbot, draft)
    button(step, "Send a test…")
    step.test_to.setText("me@example.com")

    def below() -> bool:
        (line,) = (one for one in step.lines if one.item.action == "send_test")
        column = step._card.column
        return column.indexOf(step.test_row) == column.indexOf(line) + 1 and line.button is not None

    assert below()
    (opens,) = (one.button for one in step.lines if one.item.action == "send_test")
    assert opens is not None
    assert opens.nextInFocusChain() is step.test_to
    before = step.lines
    step.show_campaign(written(draft, "<p>New</p>"))
    qtbot.waitUntil(lambda: step.lines is not before)
    checked(step, qtbot)
    assert below()
    assert step.test_row.isVisible()
    assert step.test_to.text() == "me@example.com"


def test_a_template_that_nobody_changed_is_to_look_at(stand: Stand, qtbot: QtBot) -> None:
    templates = stand.services.templates
    step = shown(stand, qtbot, templates.use(templates.find("Invitation"), stand.sample()))
    left = next(line.item for line in step.lines if line.item.title.endswith("sentences are still the template's own."))
    assert (left.kind, left.button) == ("wait", "Open the message")
    assert "“A summer evening”" in left.places
    assert titled(step, "2 links still lead to an example's address.").kind == "wait"


def test_an_account_that_was_tested_elsewhere_is_ready(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    stand.services.accounts.test(stand.services.accounts.get(draft.account_id))
    step = shown(stand, qtbot, draft)
    ready = titled(step, "“Sandbox” is ready: 127.0.0.1 answered.")
    assert (ready.kind, ready.body) == ("ok", "No encryption, messages up to 26 MB.")
    button(step, "Test again")
    qtbot.waitUntil(lambda: any(line.item.body.startswith("No encryption") for line in step.lines))


def test_an_account_that_does_not_answer_is_to_fix(stand: Stand, qtbot: QtBot) -> None:
    draft = stand.sample()
    gone = replace(ACCOUNT, id="gone", host="127.0.0.1", port=9, limits=())
    stand.services.accounts.save(gone)
    step = shown(stand, qtbot, replace(draft, account_id="gone"))
    button(step, "Test now")
    qtbot.waitUntil(lambda: any(line.item.title == "127.0.0.1 port 9 refuses connections." for line in step.lines))
    assert step.state() == ("problem", "1 to fix")


def test_every_kind_of_finding_has_its_words() -> None:
    titles = set()
    for kind in ProblemKind:
        finding = Finding(
            kind=kind, count=1_200, rows=1_200, examples=tuple((n, "a@b.example", "“city” is empty.") for n in (1, 2))
        )
        facts = Facts(Campaign(id="c", name="C"), {"queued": 2}, ACCOUNT, Check(rows=2, findings=(finding,)), now=NOON)
        item = next(one for one in items(facts, UTC) if one.finding is finding)
        assert "1,200" in item.title
        assert item.kind == ("bad" if finding.blocks else "note" if finding.note else "wait")
        assert item.accept == (kind.value if finding.blocks else "")
        assert item.examples == ((1, "a@b.example"), (2, "a@b.example"))
        assert bool(item.button) is not finding.note
        titles.add(item.title)
    assert len(titles) == len(ProblemKind)


def test_what_blocks_can_be_accepted_until_something_changes(stand: Stand, qtbot: QtBot) -> None:
    draft = written(stand.sample(), "<p>{{ '{{' }} <a href='#'>Shop</a></p>")
    stand.services.campaigns.save(draft)
    step = shown(stand, qtbot, draft)
    assert step.state() == ("problem", "2 to fix")
    dead = titled(step, "A link leads nowhere.")
    assert dead.places == ("Line 1: “Shop”: its address is “#”",)
    with pytest.raises(InputError, match="leftover, dead link"):
        stand.services.sending.begin(draft.id)
    for kind in ("dead_link", "leftover"):
        next(line.accept for line in step.lines if line.accept is not None and line.item.accept == kind).click()
        qtbot.waitUntil(partial(not_offered, step, kind))
    assert step.state()[0] == "attention"
    stand.services.checks.gate(draft)
    changed = replace(draft, content=replace(draft.content, subject="Ho"))
    with pytest.raises(InputError) as refused:
        stand.services.checks.gate(changed)
    assert refused.value.code == "check"


def test_what_is_accepted_opens_the_send_step_on_the_way_back(stand: Stand, qtbot: QtBot) -> None:
    draft = written(stand.sample(), "<p>{{ '{{' }}</p>")
    stand.services.campaigns.save(draft)
    inspection = Inspection(stand.stage, stand.window)
    facts = gather(stand.services, draft)
    inspection.changed.connect(lambda: inspection.look(facts, complete=True))
    inspection.look(facts, complete=True)
    qtbot.waitUntil(lambda: inspection.blocked)
    inspection.rest()
    checks = stand.services.checks
    checks.accept(draft, checks.run(draft), "leftover")
    inspection.look(facts, complete=True)
    qtbot.waitUntil(lambda: inspection.passed)


def test_all_rows_of_a_finding_are_a_press_away(stand: Stand, qtbot: QtBot) -> None:
    step = shown(stand, qtbot, written(stand.sample(), "<p>{{ '{{' }}</p>"))
    line = next(line for line in step.lines if line.rows is not None and line.item.accept == "leftover")
    assert line.rows is not None
    assert line.rows.text() == "Show all 245 rows"
    line.rows.click()
    qtbot.waitUntil(step.rows.isVisible)
    model = step.rows.table.model()
    assert model.rowCount() == 490  # in the HTML and in the text
    step.rows.table.activated.emit(model.index(2, 0))
    qtbot.waitUntil(step.peek.isVisible)
    assert step.peek._subject.text() == "Hi"


def test_one_press_shows_the_real_result_in_the_sandbox(stand: Stand, qtbot: QtBot) -> None:
    stand.services.accounts.save(ACCOUNT)
    opened: list[str] = []

    class Sandbox(QWidget):
        def opened(self, subject: str) -> None:
            opened.append(subject)

    stand.window.navigator.register("sandbox", Sandbox)
    campaign = replace(stand.sample(), account_id="a")
    step = shown(stand, qtbot, campaign)
    button(step, "Send to the sandbox")
    qtbot.waitUntil(lambda: opened == [f"{campaign.id}/check"])  # where the way back leads
    assert stand.sandbox.count == 1
    assert stand.services.checks.tested(step.presenter.facts.campaign) is None  # type: ignore[union-attr]  # it is shown


def test_without_a_list_a_merge_field_is_nothing_to_fix(stand: Stand, qtbot: QtBot) -> None:
    stand.services.accounts.save(ACCOUNT)
    content = Content(subject="Hi", text="Hi {{ first_name }}")
    draft = replace(stand.services.campaigns.new("Autumn"), account_id="a", sender="anna@example.com", content=content)
    stand.services.campaigns.save(draft)
    facts = shown(stand, qtbot, draft).presenter.facts
    assert facts is not None
    assert facts.error is not None
    assert "first_name" in facts.error.title
    assert not [one for one in items(facts, UTC) if "first_name" in one.title]


def test_one_is_not_said_as_many(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text("email,name\nmia@example.com,Mia\nnobody,\n", "utf-8")
    services = stand.services
    draft, _done = services.recipients.bring(
        replace(
            services.campaigns.new("One"), sender="Mia <mia@example.com>", content=Content(subject="Hi", text="Hi")
        ),
        services.recipients.look(tmp_path / "one.csv"),
    )
    services.campaigns.save(draft)
    step = shown(stand, qtbot, draft)
    people = titled(step, "1 recipient will get the message.")
    assert people.body == "List: one.csv. 1 of 2 rows is skipped, with its reason."
    assert titled(step, "Every message can be made.").body.startswith("It was filled in")
