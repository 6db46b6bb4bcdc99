"""Markdown templates become HTML templates."""

from __future__ import annotations

from markdown_it import MarkdownIt

from sendoff.core.template_tags import ShieldedTags

_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_PAGE = """\
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body style="margin:0 auto;padding:16px;max-width:600px;font:16px/1.5 Arial,Helvetica,sans-serif;color:#222">
{body}</body>
</html>
"""


def html_from_markdown(source: str) -> str:
    """Turn CommonMark (with tables and raw HTML) into a small page; the template's tags stay as they are."""
    shielded = ShieldedTags(source)
    return _PAGE.replace("{body}", shielded.restore(_READER.render(shielded.as_comments())))
