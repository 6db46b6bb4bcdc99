"""What stands beside the live table, and what of it is left where there is little room."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.desk import Desk
from tests.ui.test_sending import at_send, several

from sendoff.core.account import Account, Security, SignIn
from sendoff.core.campaign import Campaign, CampaignState, Pace, Sharer
from sendoff.core.events import Lane, PaceChanged, PaceKind
from sendoff.core.hours import SendingHours
from sendoff.core.limits import parse_limit, room
from sendoff.core.plan import Part, Plan
from sendoff.core.wording import room_text
from sendoff.ui.pages.sending.beside import Beside, Entry
from sendoff.ui.pages.sending.ways import course, days, tries, ways

NOW = 1_700_000_000_000
"""Tuesday, 14 November 2023, 22:13 UTC."""
HOUR, DAY = 3_600_000, 86_400_000


def account(name: str, *limits: str) -> Account:
    return Account(
        id=name.lower(),
        name=name,
        host="127.0.0.1",
        port=25,
        security=Security.NONE,
        sign_in=SignIn.NONE,
        limits=limits,
    )


def campaign(**changes: object) -> Campaign:
    return replace(Campaign(id="c", name="Spring", account_id="work"), **changes)  # type: ignore[arg-type]  # a test's own


def test_what_is_left_of_a_limit_counts_its_window_only() -> None:
    limit = parse_limit("500/day")
    left = room(limit, [NOW - 2 * DAY, NOW - DAY, NOW - DAY + 1, NOW - 5], NOW)
    assert (left.left, left.most) == (498, 500)
    assert room_text(left) == "498 of 500 a day left"
    assert room(parse_limit("2/hour"), [NOW - 1] * 3, NOW).left == 0
    grown = room(parse_limit("50/day x1.5 to 2000"), [NOW - DAY - HOUR] * 50 + [NOW - 1], NOW)
    assert grown.left == grown.most - 1 > 49
    assert room_text(grown).endswith(" a day left")


def test_each_account_says_what_it_does_and_what_is_left() -> None:
    work, other = account("Work", "40/minute", "500/day"), account("Other")
    rooms = {"work": [room(parse_limit("500/day"), [NOW - 1] * 40, NOW)]}
    assert ways(campaign(), [work], rooms, (), NOW, UTC) == [
        Entry("Work", below="460 of 500 a day left.\nAt most 40 a minute.")
    ]
    lanes = (
        Lane(account_id="work", account="Work", pace=PaceChanged("c", PaceKind.SENDING)),
        Lane(account_id="other", account="Other", out="It is blocked."),
    )
    both = ways(campaign(), [work, other], rooms, lanes, NOW, UTC)
    assert both[0].below.splitlines()[1:] == ["460 of 500 a day left.", "At most 40 a minute."]
    assert both[1] == Entry("Other", below="out, the others go on. It is blocked.")
    assert ways(campaign(pace=Pace(no_limits=True)), [other], {}, (), NOW, UTC) == [Entry("Other")]
    many = ways(campaign(), [account(f"A{number}") for number in range(9)], {}, (), NOW, UTC)
    assert [one.what for one in many] == ["A0", "A1", "A2", "A3", "and 5 more"]


def test_what_is_ahead_is_said_where_it_is_more_than_one_day() -> None:
    today = Plan(messages=80, start=NOW, parts=(Part(start=NOW, end=NOW + 60_000, messages=80),))
    assert days(None, NOW, UTC) == days(today, NOW, UTC) == []
    tomorrow = Part(start=NOW + DAY, end=NOW + DAY + 60_000, messages=20)
    hours = SendingHours(days=(0, 1, 2, 3, 4), opens=8 * 60, closes=23 * 60)
    found = days(replace(today, parts=(*today.parts, tomorrow), hours=hours), NOW, UTC)
    assert [(one.what, one.figure) for one in found] == [("Today", "80"), ("Wednesday", "20")]
    assert found[-1].below.startswith("Only Monday to Friday")
    assert tries([(NOW + 60_000, 1), (NOW + HOUR, 1204)], NOW, UTC) == [Entry("22:14", "1"), Entry("23:13", "1,204")]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (CampaignState.RUNNING, [Entry("Started", "21:13"), Entry("So far", "about 1 h")]),
        (CampaignState.PAUSED, [Entry("Started", "21:13")]),
        (CampaignState.FINISHED, [Entry("Started", "21:13"), Entry("Took", "about 30 min")]),
    ],
)
def test_a_run_says_since_when_and_how_long(state: CampaignState, said: list[Entry]) -> None:
    ran = campaign(state=state, started_at=NOW - HOUR, finished_at=NOW - HOUR // 2)
    assert course(ran, NOW, UTC) == said
    assert course(campaign(), NOW, UTC) == []


def test_the_words_stay_where_the_chart_has_no_room(qtbot: QtBot) -> None:
    beside = Beside()
    qtbot.addWidget(beside)
    beside.through.show_entries([Entry("anna@example.com", below="460 of 500 a day left.\nAt most 40 a minute.")])
    beside.run.show_entries([Entry("Started", "21:13")])
    beside.show_pace(went=True)
    shown = {}
    for height in (600, 200, 120, 20):
        fits = beside.fit(height)
        parts = {"chart": beside._pace, "through": beside.through, "tries": beside.tries, "run": beside.run}
        shown[height] = (fits, [name for name, part in parts.items() if part.isVisibleTo(beside)])
    assert shown == {
        600: (True, ["chart", "through", "run"]),
        200: (True, ["through", "run"]),
        120: (True, ["through"]),
        20: (False, []),
    }
    assert beside.chart.minimumHeight() >= 92
    assert beside.brief() == "Through anna@example.com: 460 of 500 a day left. At most 40 a minute."


def test_the_live_view_says_what_is_left_beside_the_table_or_above_it(desk: Desk) -> None:
    desk.opened.window.resize(1280, 800)
    desk.account(limits=("500/day",))
    desk.account(id="second", name="Second", limits=("2/minute",))
    draft = replace(desk.draft(*several(12)), sharers=(Sharer(account_id="work"), Sharer(account_id="second")))
    desk.services.campaigns.save(draft)
    desk.services.sending.begin(draft.id)
    desk.opened.stage.dispatcher.start(draft.id)
    desk.until(lambda: desk.services.campaigns.get(draft.id).state is CampaignState.FINISHED)
    desk.until(lambda: not desk.opened.stage.dispatcher.running())
    _flow, step = at_send(desk, draft)
    live = step.live
    desk.until(live.beside.isVisible)
    assert [one.what for one in live.beside.through.entries] == ["Work", "Second"]
    assert [one.what for one in live.beside.run.entries] == ["Started", "Took"]
    assert not live.brief.isVisible()
    desk.opened.window.resize(1024, 700)
    desk.until(live.brief.isVisible)
    assert not live.beside.isVisible()
    assert live.brief.whole().startswith("Through Work")
