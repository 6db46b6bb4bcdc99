"""Markdown templates become HTML templates."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sendoff.core.template_tags import ShieldedTags

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_BUTTON = "button"
"""The title that makes a link a button: `[Buy now](https://example.com "button")`."""
END = "<!--end of message-->"
"""Where the signature and the footer go; a page without it has them before `</body>`."""
_PAGE = """\
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light only">
<style>
body { margin: 0; padding: 0; background: #f4f4f5; }
h1, h2, h3, h4 { margin: 28px 0 12px; line-height: 1.25; color: #18181b; }
h1 { font-size: 28px; margin-top: 0; }
h2 { font-size: 22px; }
h3, h4 { font-size: 18px; }
p, ul, ol, pre, blockquote { margin: 0 0 16px; }
ul, ol { padding-left: 24px; }
a { color: #1d4ed8; }
a.button { display: inline-block; padding: 12px 22px; border-radius: 6px; background: #1d4ed8; color: #ffffff;
  font-weight: bold; text-decoration: none; }
img { max-width: 100%; height: auto; border: 0; }
hr { margin: 24px 0; border: 0; border-top: 1px solid #d4d4d8; }
blockquote { padding-left: 16px; border-left: 3px solid #d4d4d8; color: #52525b; }
pre { padding: 12px; background: #f4f4f5; font-size: 14px; white-space: pre-wrap; }
th, .letter td { padding: 6px 12px 6px 0; text-align: left; vertical-align: top; }
.frame { background: #f4f4f5; }
.letter { width: 100%; max-width: 600px; background: #ffffff; border-radius: 8px; }
.letter .words { padding: 32px; font: 16px/1.55 -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;
  color: #27272a; }
@media (max-width: 480px) { .letter .words { padding: 24px 20px !important; } }
</style>
</head>
<body>
<table role="presentation" class="frame" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td align="center" style="padding:24px 8px">
<table role="presentation" class="letter" width="600" cellpadding="0" cellspacing="0" border="0">
<tr><td class="words">
{body}{end}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
"""


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    reader.core.ruler.push("buttons", _buttons)
    return reader


def _buttons(state: StateCore) -> None:
    for block in state.tokens:
        for token in block.children or ():
            if token.type == "link_open" and token.attrGet("title") == _BUTTON:
                del token.attrs["title"]
                token.attrSet("class", _BUTTON)


def markdown_tokens(shielded: ShieldedTags) -> list[Token]:
    """What a Markdown source is made of, its tags hidden; buttons are links of the class `button`."""
    return _reader().parse(shielded.as_comments())


def html_from_markdown(source: str) -> str:
    """Turn CommonMark (with tables, raw HTML and buttons) into a page; the template's tags stay as they are."""
    shielded = ShieldedTags(source)
    return _PAGE.replace("{end}", END).replace("{body}", shielded.restore(_reader().render(shielded.as_comments())))
