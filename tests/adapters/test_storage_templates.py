"""Own templates and the versions of drafts on disk: kept whole, bounded, and gone with their campaign."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.adapters.data_folder import add_campaign, open_folder, sql

from sendoff.adapters.storage.contents import content_from_json, content_to_json
from sendoff.core.campaign import Attachment, CampaignState, Content, Image
from sendoff.core.errors import InputError
from sendoff.core.library import MOST_BYTES, MOST_VERSIONS, MessageTemplate, Version, superfluous

MINUTE, DAY = 60_000, 86_400_000
FULL = Content(
    subject="Hello {{ name }}",
    html="<p>é</p>",
    markdown="*x*",
    text="t",
    mode="design",
    design='{"format": 1, "blocks": []}',
    preheader="p",
    unsubscribe="https://a.test/u",
    postal="4 Mill Lane\nBath",
    attachments=(Attachment(name="a.pdf", blob="0" * 64, size=3), Attachment(column="invoice", folder="/f")),
    images=(Image(cid="logo", name="logo.png", blob="1" * 64, size=4, alt="Us"),),
)


def test_a_template_is_kept_whole(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    one = MessageTemplate(id="1", name="zoo", content=FULL, description="d", changed_at=5)
    store.templates.save(one)
    store.templates.save(MessageTemplate(id="2", name="Aunt"))
    assert [each.name for each in store.templates.all()] == ["Aunt", "zoo"]
    assert store.templates.all()[1] == one
    with pytest.raises(InputError) as refused:
        store.templates.save(MessageTemplate(id="2", name="zoo"))
    assert refused.value.code == "name_taken"
    store.templates.remove("1")
    assert [each.name for each in store.templates.all()] == ["Aunt"]
    store.close()


def test_what_an_older_sendoff_wrote_is_read() -> None:
    old = '{"subject": "s", "html": "<p>", "markdown": "", "text": "", "attachments": [{"name": "a", "blob": "b"}]}'
    assert content_from_json(old) == Content(subject="s", html="<p>", attachments=(Attachment(name="a", blob="b"),))
    assert content_from_json(content_to_json(FULL)) == FULL


def test_a_version_for_each_difference(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    for at, text in enumerate(("a", "a", "b", "a")):
        store.versions.keep("c", Content(subject=text, text=text), at)
    assert [(one.number, one.at, one.subject) for one in store.versions.all("c")] == [
        (3, 3, "a"),
        (2, 2, "b"),
        (1, 0, "a"),
    ]
    assert store.versions.get("c", 2) == Content(subject="b", text="b")
    assert store.versions.get("c", 4) is None
    assert store.versions.get("other", 1) is None
    assert store.versions.keep("c", FULL, 9)
    store.close()
    store = open_folder(tmp_path)
    assert store.versions.get("c", 4) == FULL
    store.close()


def test_versions_are_bounded_and_numbers_never_used_again(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    for number in range(1, 121):
        store.versions.keep("c", Content(text=str(number)), number * DAY)
    kept = [one.number for one in store.versions.all("c")]
    assert kept == list(range(120, 70, -1))
    store.close()


def test_versions_go_with_their_campaign(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    for name in ("c", "other"):
        add_campaign(store, 1, name, state=CampaignState.DRAFT)
        store.versions.keep(name, FULL, 1)
    store.campaigns.remove("c")
    assert sql(store, "SELECT campaign_id FROM content_version") == [("other",)]
    store.close()


def version(number: int, at: int, size: int = 10) -> Version:
    return Version(number=number, at=at, size=size)


def test_the_newest_stay_and_the_older_thin_out() -> None:
    every_ten_seconds = [version(number, number * 10_000) for number in range(200, 0, -1)]
    dropped = set(superfluous(every_ten_seconds))
    kept = [one for one in every_ten_seconds if one.number not in dropped]
    assert [one.number for one in kept[:10]] == list(range(200, 190, -1))
    minutes, rest = [one.at // 30_000 for one in kept[10:25]], [one.at // (10 * MINUTE) for one in kept[25:]]
    assert len(set(minutes)) == 15
    assert len(set(rest)) == len(rest) >= 2
    assert kept[-1].at < 10 * MINUTE


@given(st.lists(st.tuples(st.integers(0, 10 * MINUTE), st.integers(1, MOST_BYTES // 3)), max_size=120))
def test_the_bounds_hold_and_the_newest_is_never_dropped(steps: list[tuple[int, int]]) -> None:
    at = 0
    versions: list[Version] = []
    for number, (later, size) in enumerate(steps, 1):
        at += later
        versions.insert(0, version(number, at, size))
    dropped = set(superfluous(versions))
    kept = [one for one in versions if one.number not in dropped]
    assert len(kept) <= MOST_VERSIONS
    assert kept[:1] == versions[:1]
    assert sum(one.size for one in kept) <= MOST_BYTES
    assert superfluous(kept) == ()


def test_the_newest_stays_however_large() -> None:
    assert superfluous([version(2, 1, MOST_BYTES * 2), version(1, 0)]) == (1,)
