"""The forms a field's panel offers, each by an example of the list."""

from __future__ import annotations

from sendoff.core.language import pairs, tr
from sendoff.core.shown import Forms, in_form
from sendoff.ui.pages.message.merge import CASES


def form_choices(forms: Forms, now: str) -> list[tuple[str, str]]:
    """Filters and how a value looks in them, as in the list first; the one that is chosen `now` is among them."""
    choices = pairs(CASES)
    if forms.offered:
        choices = [("", tr("As in the list: {raw}", raw=forms.raw))]
        choices += [(one.filter, one.example) for one in forms.offered]
    if now and now not in dict(choices):
        choices.append((now, in_form(now, forms.raw) or now))
    return choices
