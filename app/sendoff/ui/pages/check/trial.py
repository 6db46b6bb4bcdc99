"""The check's line about the test message: whether one went out, where it is, and whether it still shows the same."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from sendoff.core.language import tr
from sendoff.core.wording import clock_text
from sendoff.ui.pages.check.item import Item

if TYPE_CHECKING:
    from sendoff.ui.pages.check.items import Facts


def trial_item(facts: Facts, zone: tzinfo) -> Item:
    """The line: what a test may still tell, or told."""
    if facts.refused is not None:
        return Item(kind="bad", title=facts.refused.title, body=facts.refused.remedy, action="send_test",
                    button=tr("Try again…"))  # fmt: skip
    if facts.sent is None:
        body = tr("Look at it in your own inbox before everyone gets it.")
        if facts.account is not None and facts.account.is_sandbox:
            body = tr("It goes to the sandbox, where you can look at it.")
        return Item(kind="todo", title=tr("No test message was sent yet."), body=body, action="send_test",
                    button=tr("Send a test…"))  # fmt: skip
    title = tr("A test went to {to} at {clock}.", to=facts.sent.to, clock=clock_text(facts.sent.at, facts.now, zone))
    if facts.sent_same and facts.account is not None and facts.account.is_sandbox:
        body = tr("The sandbox took it: it is on its page, and in nobody's inbox. The message is still the same.")
        return Item(kind="ok", title=title, body=body, action="sandbox", field=facts.sent.to, button=tr("Show it"))
    if facts.sent_same:
        body = tr("The server accepted it. The message is still the same.")
        return Item(kind="ok", title=title, body=body, action="send_test", button=tr("Send another…"))
    return Item(kind="wait", title=title, body=tr("The message was changed since then."), action="send_test",
                button=tr("Send another…"))  # fmt: skip
