"""A draft is called by its subject until a person names it."""

from __future__ import annotations

from dataclasses import replace

from sendoff.core.campaign import Campaign, Content
from sendoff.ui.drafts import named


def with_subject(draft: Campaign, subject: str) -> Campaign:
    return named(replace(draft, content=Content(subject=subject)), draft)


def test_a_draft_follows_its_subject() -> None:
    draft = Campaign(id="c", name="Untitled campaign")
    assert with_subject(draft, "").name == "Untitled campaign"
    draft = with_subject(draft, "Summer")
    assert draft.name == "Summer"
    draft = with_subject(draft, "Summer for {{ first_name }}")
    assert draft.name == "Summer for [First name]"
    assert with_subject(draft, " ").name == "Untitled campaign"
    assert len(with_subject(draft, "long " * 40).name) <= 60


def test_the_name_a_person_gave_stays() -> None:
    draft = with_subject(Campaign(id="c", name="Untitled campaign"), "Summer")
    assert with_subject(replace(draft, name="Members, July"), "Autumn").name == "Members, July"
