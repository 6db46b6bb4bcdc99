"""What a line of a template says, for people: `Hello [First name], our spring list is here`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from jinja2 import nodes

from sendoff.core.language import spoken
from sendoff.core.template import parsed
from sendoff.core.titles import UNTITLED, Titles, isolated

_FIELD = re.compile(r"\{\{-?\s*([^\W\d]\w*)[^{}]*\}\}")
_STATEMENT = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_CODE = re.compile(r"\{(?=[{%#])|(?<=[}%#])\}")
_SOMETHING = "…"
"""For what is worked out and names no field."""
_Local = Mapping[str, tuple[str, ...]]


def template_words(source: str, titles: Titles = UNTITLED) -> str:
    """A template in words: fields by their titles in brackets, however they are shown; of a condition all it may say.

    Never raises. What cannot be read as a template comes out nearly as it is written.
    """
    if "{{" not in source and "{%" not in source and "{#" not in source:
        return source
    return _words(source, titles, spoken().code)


@lru_cache(maxsize=512)
def _words(source: str, titles: Titles, _language: str) -> str:
    tree = parsed(source)
    try:
        if tree is not None:
            return _CODE.sub("", _Reader(titles).body(tree.body, {}))
    except RecursionError:
        pass
    return _STATEMENT.sub("", _FIELD.sub(lambda found: _bracketed(found[1], titles), source))


def _bracketed(field: str, titles: Titles) -> str:
    return f"[{isolated(titles.of(field))}]"


class _Reader:
    """Reads a tree aloud; `local` says which fields a name of the template's own stands for."""

    def __init__(self, titles: Titles) -> None:
        self._titles = titles

    def body(self, body: Sequence[nodes.Node], local: _Local) -> str:
        """Nodes that follow each other."""
        said = ""
        for node in body:
            match node:
                case nodes.Output():
                    said += "".join(self._value(one, local) for one in node.nodes)
                case nodes.If():
                    ways = [node.body, *(one.body for one in node.elif_), node.else_]
                    said += _either([self.body(way, local) for way in ways])
                case nodes.For():
                    inner = {**local, **dict.fromkeys(_names(node.target), tuple(_fields(node.iter, local)))}
                    said += self.body(node.body, inner) or self.body(node.else_, local)
                case nodes.Assign():
                    local = {**local, **dict.fromkeys(_names(node.target), tuple(_fields(node.node, local)))}
                case _:
                    pass
        return said

    def _value(self, node: nodes.Node | None, local: _Local) -> str:
        """An expression that is printed."""
        match node:
            case nodes.TemplateData(data=text) | nodes.Const(value=str(text)):
                said = text
            case nodes.Const(value=number):
                said = str(number) if isinstance(number, int | float) else ""
            case nodes.Filter(node=inner):
                said = self._value(inner, local)
            case nodes.Concat():
                said = "".join(self._value(one, local) for one in node.nodes)
            case nodes.Or():
                said = self._value(node.left, local) or self._value(node.right, local)
            case nodes.CondExpr():
                said = _either([self._value(node.expr1, local), self._value(node.expr2, local)])
            case nodes.Expr():
                fields = dict.fromkeys(_fields(node, local))
                said = " ".join(_bracketed(one, self._titles) for one in fields) or _SOMETHING
            case _:
                said = ""
        return said


def _either(ways: Sequence[str]) -> str:
    """What is said one way or another: `Hello / Good day`; as it stands where there is only one."""
    said = list(dict.fromkeys(way for way in ways if way.strip()))
    return said[0] if len(said) == 1 else " / ".join(way.strip() for way in said)


def _fields(node: nodes.Node, local: _Local) -> Iterator[str]:
    """The fields of the list that an expression uses, in its order."""
    names = [node] if isinstance(node, nodes.Name) else node.find_all(nodes.Name)
    for name in names:
        yield from local.get(name.name, () if name.name in ("loop", "range") else (name.name,))


def _names(target: nodes.Node) -> list[str]:
    return [target.name] if isinstance(target, nodes.Name) else [one.name for one in target.find_all(nodes.Name)]
