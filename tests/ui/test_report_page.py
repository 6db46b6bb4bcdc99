"""The printed report: one page whatever the names and however many causes, and figures that are not rounded up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication
from tests.catalogue import FOLDER

from sendoff.core.campaign import Campaign, CampaignState, Content
from sendoff.core.delivery import COUNTED, State
from sendoff.core.report import Group, Sheet, named_text
from sendoff.core.tempo import MINUTE, Minute, busiest, timeline
from sendoff.core.wording import cause_sentence, state_label
from sendoff.ui.language import install
from sendoff.ui.report_page import render_report, sections
from sendoff.ui.tokens import LIGHT, Space
from sendoff.ui.widgets.charts import arcs, paint_donut, paint_timeline, share_text, timeline_end

NOW = 1_790_000_000_000
NAMES = ("Spring sale", "إعلان الربيع عرض كبير", "春季大促 🎉", "x" * 5_000, "a b\tc\n" * 300, "", "\u202eevil")
NAMED = ("anna@example.com", "jo@example.com")
COUNTS = st.fixed_dictionaries({key: st.integers(0, 1_000_000) for key in COUNTED})


def sheet(name: str, causes: int) -> Sheet:
    campaign = Campaign(
        id="c1", name=name, sender=f"{name[:200]} <a@example.com>", content=Content(subject=name), started_at=NOW,
        state=CampaignState.FINISHED, finished_at=NOW + MINUTE, list_name=name,
    )  # fmt: skip
    states = (State.IN_DOUBT, State.FAILED, State.CANCELLED)
    groups = tuple(
        Group(state=states[one % 3], reason=str(one), count=one, text=name, sentence=f"{name} {one}")
        for one in range(causes)
    )
    minutes = [Minute(at=NOW // MINUTE * MINUTE + one * MINUTE, state=State.ACCEPTED, count=one) for one in range(90)]
    named = tuple((f"{name}@example.com",) * min(one, 8) for one in range(causes))
    counts = {"accepted": 999, "failed": 1}
    return Sheet(campaign=campaign, counts=counts, groups=groups, named=named, line=timeline(minutes))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("causes", [0, 3, 200])
def test_a_report_is_one_page_whatever_the_names(qapp: QApplication, name: str, causes: int) -> None:
    page = render_report(sheet(name, causes), NOW)
    assert page.startswith(b"%PDF-")
    assert page.count(b"/Type /Page\n") == 1
    assert page.rstrip().endswith(b"%%EOF")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    take_back = install(qapp, FOLDER, "de")
    yield
    take_back()


def printed(full: Sheet) -> str:
    """What a reader of the page finds in it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(render_report(full, NOW)))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.pageCount() == 1
    text = document.getAllText(0).text()
    document.close()
    return " ".join(text.split())


def ended() -> Sheet:
    """Some of every state, with two who were marked as sent."""
    causes = (
        (State.IN_DOUBT, "lost"), (State.FAILED, "no_such_user"), (State.CANCELLED, "stopped"),
        (State.SKIPPED, "duplicate"), (State.SUPPRESSED, "suppressed"),
    )  # fmt: skip
    groups = tuple(
        Group(state=state, reason=why, count=2, text="", sentence=cause_sentence(state, why, 0, ""))
        for state, why in causes
    )
    counts = {**dict.fromkeys(COUNTED, 2), "accepted": 1_233}
    return replace(
        sheet("Jahresservice", 0), groups=groups, counts=counts, marked=2,
        settled=("mia@example.com", "zoë@example.com"), named=(NAMED,) * len(groups), busiest=236,
    )  # fmt: skip


@pytest.mark.usefixtures("german")
def test_a_page_with_room_cuts_no_word(qapp: QApplication) -> None:
    full = ended()
    said = printed(full)
    assert "…" not in said
    assert "99,0 %" in said
    assert len(re.findall(r" 2026, \d\d:\d\d\b", said)) == 5, "figures can be found and copied"
    for group in full.groups:
        assert f"2 {state_label(group.state)} {group.sentence} {', '.join(NAMED)}" in said
    assert "ob sie gelesen wurde, weiß niemand. Sendoff, " in said


def test_the_page_names_who_was_marked_as_sent(qapp: QApplication) -> None:
    said = printed(ended())
    title = "Marked as sent 2 By a person, not by the server."
    assert f"{title} mia@example.com, zoë@example.com" in said
    assert title not in printed(replace(ended(), marked=0, settled=()))


def test_the_pace_is_that_of_the_busiest_minute(qapp: QApplication) -> None:
    minutes = [Minute(at=MINUTE * at, state=state, count=count) for at, state, count in (
        (0, State.ACCEPTED, 231), (0, State.FAILED, 5), (17, State.ACCEPTED, 1),
    )]  # fmt: skip
    assert busiest(minutes) == 236
    assert busiest([]) == 0
    assert "up to 236 a minute" in printed(ended())


def test_a_quiet_minute_is_drawn_in_no_colour(qapp: QApplication) -> None:
    """A bar without height was a hairline on paper, in the colour of whoever is in doubt."""
    minutes = [Minute(at=MINUTE * at, state=State.ACCEPTED, count=9) for at in (0, 40)]
    full = replace(sheet("Spring sale", 0), line=timeline(minutes))
    buffer = QBuffer()
    buffer.setData(QByteArray(render_report(full, NOW)))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    image = document.render(0, document.pagePointSize(0).toSize() * 2)
    document.close()
    doubt = QColor(LIGHT.doubt).hue()
    found = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    assert not [one for one in found if one.alpha() and one.saturation() > 60 and abs(one.hue() - doubt) < 12]


def test_a_cause_names_whom_it_concerns() -> None:
    assert named_text(("anna@example.com",), 1) == "anna@example.com"
    assert named_text(("a@example.com", "b@example.com"), 2) == "a@example.com, b@example.com"
    assert named_text(("a@example.com", "b@example.com"), 1_002) == "a@example.com, b@example.com and 1,000 more"
    assert named_text((), 5) == ""


def test_a_row_that_was_left_out_is_not_told_as_refused() -> None:
    states = (State.FAILED, State.SKIPPED, State.IN_DOUBT, State.SUPPRESSED, State.CANCELLED)
    every = [(Group(state=one, reason="", count=1, text="", sentence=str(one)), ()) for one in states]
    found = {title: [group.state for group, _named in groups] for title, groups in sections(every)}
    assert found["Not accepted"] == [State.FAILED, State.CANCELLED]
    assert found["Rows of the list that were left out"] == [State.SKIPPED, State.SUPPRESSED]
    assert sum(map(len, found.values())) == len(states)


def test_the_page_grows_by_the_names(qapp: QApplication) -> None:
    full = sheet("Spring sale", 3)
    assert len(render_report(full, NOW)) > len(render_report(replace(full, named=()), NOW))


def test_a_campaign_without_anything_has_a_page_too(qapp: QApplication) -> None:
    assert render_report(Sheet(campaign=Campaign(id="c", name="Draft")), NOW).startswith(b"%PDF-")


@given(COUNTS)
def test_the_ring_is_whole_and_nothing_in_it_is_too_thin(counts: dict[str, int]) -> None:
    pieces = arcs(counts)
    assert all(degrees >= 2.49 for _key, degrees in pieces)
    if pieces:
        assert abs(sum(degrees for _key, degrees in pieces) - 360) < 1e-6


@given(st.integers(0, 10_000_000), st.integers(0, 10_000_000))
def test_the_share_says_all_only_where_it_is_all(accepted: int, failed: int) -> None:
    said = share_text({"accepted": accepted, "failed": failed})
    assert (said == "100 %") is (accepted > 0 and failed == 0)
    assert (said == "0 %") is (accepted == 0 and failed > 0)


def test_the_share_is_rounded_half_up() -> None:
    said = [
        share_text({"accepted": one, "failed": all_ - one}) for one, all_ in ((8, 13), (3, 200), (1, 999), (986, 1000))
    ]
    assert said == ["62 %", "2 %", "<1 %", "99 %"]
    assert share_text({"accepted": 9_999, "failed": 1}) == "99.9 %"


@given(st.integers(1, 90), st.integers(120, 800))
def test_the_end_of_the_time_stands_below_the_last_bar(bars: int, width: int) -> None:
    line = timeline([Minute(at=one * MINUTE, state=State.ACCEPTED, count=1) for one in range(bars)])
    image = QImage(width, 40, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_timeline(painter, QRectF(0, 0, width, 30), line, LIGHT)
    painter.end()
    last = max(x for x in range(width) if image.pixel(x, 15) != 0xFFFFFFFF)
    begins = timeline_end(width, line, (30, 30))
    assert begins >= 30
    assert begins + 30 < width + 0.1
    if begins > 30 + Space.M:
        assert abs(begins + 30 - last) <= 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20)
@given(COUNTS, st.integers(1, 90))
def test_charts_paint_inside_their_place(qapp: QApplication, counts: dict[str, int], bars: int) -> None:
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_donut(painter, QRectF(20, 20, 60, 60), counts, LIGHT)
    minutes = [Minute(at=one * MINUTE, state=State.FAILED, count=one + 1) for one in range(bars)]
    paint_timeline(painter, QRectF(100, 20, 80, 60), timeline(minutes), LIGHT)
    painter.end()
    edge = [(x, y) for x in range(200) for y in (0, 10, 110, 119)] + [(x, y) for y in range(120) for x in (5, 90, 195)]
    assert {image.pixel(x, y) for x, y in edge} == {0xFFFFFFFF}
    assert image.pixel(23, 50) != 0xFFFFFFFF
