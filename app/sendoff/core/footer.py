"""What stands below every message: the account's signature, the postal address, the link to leave the list."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from html import escape

LINK_FIELD = "unsubscribe_url"
"""The field by which a message sets its own link to unsubscribe."""
POSTAL_FIELD = "postal_address"
"""The field by which a message sets its own place for the postal address."""

_HTML = (
    '<div style="max-width:600px;margin:32px auto 0;padding:16px;border-top:1px solid #ddd;text-align:center;'
    'font:12px/1.5 Arial,Helvetica,sans-serif;color:#666">{inner}</div>\n'
)


@dataclass(frozen=True, slots=True)
class Ending:
    """Constant but for the link, which goes between `before` and `after`; without `linked` both are one text."""

    before: str = ""
    after: str = ""
    linked: bool = False

    def filled(self, link: str) -> str:
        """The ending of one recipient's message; `link` is escaped already."""
        return f"{self.before}{link}{self.after}" if self.linked else self.before


LEAVE_TEXT = "Unsubscribe"
"""What the link says where the message does not."""


def html_ending(signature: str, postal: str, *, link: bool, used: Collection[str], says: str = LEAVE_TEXT) -> Ending:
    """What goes before the end of the page, less what the page says itself by one of the fields it `used`."""
    signed, postal = _lines(signature), "" if POSTAL_FIELD in used else _lines(postal)
    above = f'<div style="margin-top:24px">{signed}</div>\n' if signed else ""
    link = link and LINK_FIELD not in used
    if not link:
        return Ending(above + (_HTML.format(inner=postal) if postal else ""))
    inner = f"{postal}<br>\n" if postal else ""
    before, _, after = _HTML.partition("{inner}")
    shown = f'" style="color:#666">{escape(says)}</a>{after}'
    return Ending(f'{above}{before}{inner}<a href="', shown, linked=True)


def text_ending(signature: str, postal: str, *, link: bool, used: Collection[str], says: str = LEAVE_TEXT) -> Ending:
    """The same for the plain part; the mark before a signature is RFC 3676 4.3's."""
    above = f"\n\n-- \n{signature.strip()}\n" if signature.strip() else ""
    postal = "" if POSTAL_FIELD in used else postal.strip()
    link = link and LINK_FIELD not in used
    if not (postal or link):
        return Ending(above)
    above += f"\n\n{postal}\n" if postal else "\n\n"
    return Ending(f"{above}{says}: ", "\n", linked=True) if link else Ending(above)


def _lines(text: str) -> str:
    return "<br>\n".join(escape(line) for line in text.strip().split("\n"))
