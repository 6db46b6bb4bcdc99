"""What is being written, apart from widgets: the three bodies, of which one is the message."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sendoff.core.campaign import Campaign, Content

PLAIN, HTML, MARKDOWN = "text", "html", "markdown"
BODIES = ((PLAIN, "Plain"), (HTML, "HTML"), (MARKDOWN, "Markdown"))


@dataclass(slots=True)
class Bodies:
    """The texts of all three kinds: switching loses none of them, only the active one is sent."""

    active: str = PLAIN
    texts: dict[str, str] = field(default_factory=lambda: dict.fromkeys((PLAIN, HTML, MARKDOWN), ""))
    alternative: str = ""
    """A plain part written beside the HTML or Markdown (in a campaign file); empty = made from it."""

    @classmethod
    def of(cls, content: Content) -> Bodies:
        """The bodies a campaign has."""
        bodies = cls()
        bodies.active = HTML if content.html else MARKDOWN if content.markdown else PLAIN
        bodies.texts |= {HTML: content.html, MARKDOWN: content.markdown, PLAIN: content.text}
        bodies.alternative = content.text if bodies.active != PLAIN else ""
        return bodies

    def content(self, old: Content, subject: str) -> Content:
        """What is saved: the active body, and the plain part that belongs to it."""
        body = self.texts[self.active]
        text = body if self.active == PLAIN else self.alternative
        return replace(
            old,
            subject=subject,
            html=body if self.active == HTML else "",
            markdown=body if self.active == MARKDOWN else "",
            text=text if body or self.active == PLAIN else "",
        )


def merged(latest: Campaign, written: Campaign) -> Campaign:
    """The parts of a campaign that this step writes, laid over what is kept now (the list is another step's)."""
    return replace(
        latest,
        account_id=written.account_id,
        sender=written.sender,
        reply_to=written.reply_to,
        content=written.content,
    )
