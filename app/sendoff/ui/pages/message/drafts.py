"""What is being written, apart from widgets: the four ways, of which one is the message."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sendoff.core.campaign import MODES, Campaign, Content
from sendoff.core.errors import InputError
from sendoff.core.language import phrase

WRITE, DESIGN, HTML, PLAIN = "write", "design", "html", "text"
WAYS = ((WRITE, phrase("Write")), (DESIGN, phrase("Design")), (HTML, phrase("HTML")), (PLAIN, phrase("Text")))


@dataclass(slots=True)
class Bodies:
    """The texts of all ways: switching loses none of them, only the active one is sent."""

    active: str = WRITE
    texts: dict[str, str] = field(default_factory=lambda: dict.fromkeys(MODES, ""))
    alternative: str = ""
    """A plain part written beside the page; empty = made from it. Never what the Text way holds."""

    @classmethod
    def of(cls, content: Content) -> Bodies:
        """The bodies a campaign has."""
        try:
            active = content.sent or WRITE
        except InputError:  # two bodies of a campaign from before there were ways, or a way of a newer Sendoff
            active = HTML if content.html else WRITE
        plain = content.text if active == PLAIN else content.kept_text
        texts = {WRITE: content.markdown, DESIGN: content.design, HTML: content.html, PLAIN: plain}
        return cls(active, texts, content.kept_text if active == PLAIN else content.text)

    def content(self, old: Content) -> Content:
        """What is saved: every way, and the plain part that belongs to a page apart from the Text way."""
        plain, beside = self.texts[PLAIN], self.alternative
        untouched = not old.mode and Bodies.of(old) == self
        return old if untouched else replace(
            old,
            mode=self.active,
            markdown=self.texts[WRITE],
            design=self.texts[DESIGN],
            html=self.texts[HTML],
            text=plain if self.active == PLAIN else beside,
            kept_text=beside if self.active == PLAIN else plain,
        )  # fmt: skip


def merged(latest: Campaign, written: Campaign) -> Campaign:
    """The parts of a campaign that this step writes, laid over what is kept now (the list is another step's)."""
    return replace(
        latest,
        account_id=written.account_id,
        sharers=latest.sharers if written.account_id == latest.account_id else (),
        sender=written.sender,
        reply_to=written.reply_to,
        content=written.content,
    )
