"""What is written becomes the templates of a message, once per campaign.

A page goes this way: design, Markdown or HTML → HTML → styles inlined → preheader put in → compiled.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape

from sendoff.core.campaign import Content
from sendoff.core.errors import InputError
from sendoff.core.footer import LINK_FIELD, POSTAL_FIELD
from sendoff.core.inlining import inline_styles
from sendoff.core.language import tr
from sendoff.core.markdown import html_from_markdown
from sendoff.core.plaintext import text_from_html
from sendoff.core.template import Template, compile_template
from sendoff.core.template_tags import ShieldedTags

_BODY = re.compile(r"""<body\b(?:[^<>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_HEAD = re.compile(r"</head\s*>|<!doctype[^<>]*>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HIDDEN = (
    '<div style="display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden;'
    'mso-hide:all">{text}{room}</div>'
)
_ROOM = "&#847;&zwnj;&nbsp;" * 40
"""Nothing to see, so that mail programs do not show the page's first words behind a short preheader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The templates of a message's texts."""

    subject: Template
    preheader: Template
    html: Template | None
    text: Template
    text_is_made: bool
    """The plain part is made of the page and needs `tidy`."""
    page: str = ""
    """The source of `html`."""

    @property
    def used(self) -> tuple[Template, ...]:
        """All that are rendered."""
        return tuple(one for one in (self.subject, self.preheader, self.html, self.text) if one is not None)


def compile_body(content: Content) -> Body:
    """Compile the texts of a campaign. Raises InputError with the part it is in."""
    mode = content.sent
    if not mode or not content.written(mode).strip():
        raise InputError(
            tr("The message is empty."),
            remedy=tr("Write an HTML, a Markdown or a plain text, or a design."),
            code="no_body",
        )
    subject = compile_template(content.subject, html=False, where="subject")
    preheader = compile_template(content.preheader, html=False, where="preheader")
    source = page_source(content)
    html, page = None, ""
    if source:
        page = with_preheader(inline_styles(source) if mode != "design" else source, content.preheader)
        html = compile_template(page, html=True, where=_WHERE[mode])
        if mode == "write":  # the lines that the author counts
            own = compile_template(content.markdown, html=False, where=_WHERE[mode])
            html = replace(html, lines={**html.lines, **own.lines})
    own_text = content.text if mode == "text" or content.text.strip() else ""
    text = compile_template(own_text or text_from_html(source), html=False, where="text")
    return Body(subject=subject, preheader=preheader, html=html, text=text, text_is_made=not own_text, page=page)


_WHERE = {"write": "markdown", "html": "html", "design": "design"}


def page_source(content: Content) -> str:
    """The HTML template of a message before its styles are inlined; empty where plain text alone is sent.

    What the author wrote is compiled as it is first, so that an error names a line of it. Raises InputError.
    """
    match content.sent:
        case "write":
            compile_template(content.markdown, html=False, where="markdown")
            return html_from_markdown(content.markdown)
        case "design":
            # Loaded here: few messages are designs, and what becomes of one takes 2 MB.
            from sendoff.core.design_json import design_from_json
            from sendoff.core.design_mjml import html_from_design

            return html_from_design(
                design_from_json(content.design),
                postal=f"{{{{ {POSTAL_FIELD} | nl2br }}}}" if content.postal.strip() else "",
                unsubscribe=f"{{{{ {LINK_FIELD} }}}}" if content.unsubscribe.strip() else "",
            )
        case "html":
            compile_template(content.html, html=True, where="html")
            return content.html
        case _:
            return ""


def with_preheader(page: str, preheader: str) -> str:
    """Put the template of a preheader, hidden, at the start of a page; no line of the page moves."""
    if not preheader.strip():
        return page
    line = ShieldedTags(" ".join(preheader.split()))
    hidden = _HIDDEN.format(text=line.restore(escape(line.text, quote=False)), room=_ROOM)
    shielded = ShieldedTags(page)
    text = _COMMENT.sub(lambda comment: "." * len(comment[0]), shielded.text)
    found = _BODY.search(text)
    if found is None:
        *_, found = (None, *_HEAD.finditer(text))
    place = found.end() if found else 0
    return shielded.restore(shielded.text[:place]) + hidden + shielded.restore(shielded.text[place:])
