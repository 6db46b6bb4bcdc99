"""A message's content as JSON, as campaigns, templates and versions store it."""

from __future__ import annotations

import json
from dataclasses import asdict

from sendoff.core.campaign import Attachment, Content, Image


def content_to_json(content: Content) -> str:
    """Write a content."""
    return json.dumps(asdict(content), ensure_ascii=False)


def content_from_json(text: str) -> Content:
    """Read a content; what an older Sendoff did not know is as usual."""
    values = json.loads(text)
    values["attachments"] = tuple(Attachment(**each) for each in values.get("attachments", ()))
    values["images"] = tuple(Image(**each) for each in values.get("images", ()))
    return Content(**values)
