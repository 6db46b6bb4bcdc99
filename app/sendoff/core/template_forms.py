"""Which fields a template prints as a date or a number, and which as the list has them."""

from __future__ import annotations

from jinja2 import nodes

from sendoff.core.dates import read_date
from sendoff.core.template_formats import read_number

FORMS = {"date": "date", "money": "number", "number": "number", "percent": "number"}
"""The filters that show a value in a form of its own, and what they read."""
_FALLBACKS = frozenset({"default", "d"})
_LINKS = ("://", "mailto:", "tel:")


def fits(kind: str, value: str) -> bool:
    """Say whether a value is a `date` or a `number`, or empty; a filter shows what it cannot read as it stands."""
    return not value.strip() or (read_date if kind == "date" else read_number)(value) is not None


def forms_in(tree: nodes.Template) -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """The fields shown in a form, each with what they must be, and the fields shown as they are, outside of links."""
    formed: set[tuple[str, str]] = set()
    raw: set[str] = set()
    for used in tree.find_all(nodes.Filter):
        name = _field(used.node) if used.name in FORMS else ""
        if name:
            formed.add((name, FORMS[used.name]))
    for output in tree.find_all(nodes.Output):
        before = ""
        for node in output.nodes:
            if isinstance(node, nodes.TemplateData):
                before = node.data
            elif not in_link(before):
                raw.add(_field(node))
    return frozenset(formed), frozenset(raw - {""})


def _field(node: nodes.Node | None) -> str:
    """The field that is printed, with or without what stands in for it; empty where something is made of it."""
    while isinstance(node, nodes.Filter) and node.name in _FALLBACKS:
        node = node.node
    return node.name if isinstance(node, nodes.Name) else ""


def in_link(before: str) -> bool:
    """Say whether the text before a field ends within an address."""
    last = before.split()[-1:] if before and not before[-1].isspace() else []
    return any(sign in word for word in last for sign in _LINKS)
