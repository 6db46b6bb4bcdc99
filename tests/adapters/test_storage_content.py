"""A message as it is stored: everything comes back, and what an older Sendoff wrote is read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from tests.adapters.data_folder import open_folder

from sendoff.adapters.storage.contents import content_from_json
from sendoff.core.campaign import Attachment, Campaign, Content, Image

WHOLE = Content(
    subject="S", html="<p>ü</p>", markdown="# m", text="t", signature="Anna", mode="write", design='{"blocks": []}',
    preheader="{{ p }}", unsubscribe="https://x.example", postal="1 Road\nTown",
    attachments=(Attachment(name="a.pdf", blob="b", size=3), Attachment(column="c", folder="/f", name="{{ c }}.pdf")),
    images=(Image(cid="c@x", name="n.png", blob="d", size=4, alt="A logo"),),
)  # fmt: skip


def test_every_part_of_a_message_comes_back(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    campaign = Campaign(id="c", name="n", content=WHOLE)
    store.campaigns.save(campaign)
    assert store.campaigns.get("c") == campaign
    store.campaigns.save(replace(campaign, content=Content()))
    assert store.campaigns.get("c") == replace(campaign, content=Content())
    store.close()


def test_what_an_older_version_stored_is_read() -> None:
    attachment = {"name": "a.pdf", "blob": "b", "size": 3, "column": "", "folder": ""}
    old = {"subject": "S", "html": "<p>", "markdown": "", "text": "", "attachments": [attachment], "signature": ""}
    seen = content_from_json(json.dumps(old))
    assert seen == Content(subject="S", html="<p>", attachments=(Attachment(name="a.pdf", blob="b", size=3),))
    assert seen.sent == "html"
