"""What a template may say: an allow-list over Jinja2's syntax tree, and the rewriting that puts the meter in.

Everything not named here is refused: imports, macros, blocks, attributes and calls, whatever a later Jinja2 adds.
"""

from __future__ import annotations

from typing import cast

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

from sendoff.core.language import phrase, tr
from sendoff.core.segment import period
from sendoff.core.template_filters import FILTERS
from sendoff.core.template_tests import DATE_TESTS

DEEPEST = 60
"""Nesting of one template's tree."""

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Assign, nodes.Name, nodes.Const,
    nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr,
    nodes.Concat, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos,
    nodes.Getitem, nodes.Getattr, nodes.Slice, nodes.List, nodes.Tuple, nodes.Keyword, nodes.Call,
)  # fmt: skip
_NAMES = {
    nodes.Import: phrase("import"),
    nodes.FromImport: phrase("import"),
    nodes.Include: phrase("include"),
    nodes.Extends: phrase("extends"),
    nodes.Macro: phrase("macro"),
    nodes.Block: phrase("block"),
    nodes.AssignBlock: phrase("a set block"),
    nodes.CallBlock: phrase("call"),
    nodes.FilterBlock: phrase("a filter block"),
    nodes.Pow: "**",
    nodes.Dict: phrase("a dictionary"),
    nodes.With: phrase("with"),
}
_TESTS = frozenset(
    {"defined", "divisibleby", "even", "float", "integer", "none", "number", "odd", "string", "undefined"}
)
_ORDERS = frozenset({"gt", "gteq", "lt", "lteq"})
_LOOP = frozenset(
    {"depth", "first", "index", "index0", "last", "length", "nextitem", "previtem", "revindex", "revindex0"}
)
_METHODS = {name: name for name in ("capitalize", "lower", "replace", "split", "title", "upper")} | {"strip": "trim"}


class _Rewriter(NodeTransformer):
    """Check each node, then turn what can grow or repeat into a metered filter."""

    def __init__(self) -> None:
        self.depth = 0
        self.loops = 0

    def visit(self, node: nodes.Node, *args: object, **kwargs: object) -> nodes.Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise TemplateSyntaxError(tr("it is nested too deeply"), node.lineno)
        if not isinstance(node, _ALLOWED):
            what = tr(_NAMES.get(type(node), type(node).__name__.lower()))
            raise TemplateSyntaxError(tr("{what} cannot be used in a message", what=what), node.lineno)
        visited: nodes.Node = super().visit(node, *args, **kwargs)
        self.depth -= 1
        return visited

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802 -- Jinja2's naming
        if node.ctx == "store" and node.name == "loop":
            raise TemplateSyntaxError(tr("the name “loop” is taken"), node.lineno)
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 -- likewise
        if node.recursive:
            raise TemplateSyntaxError(tr("a recursive loop cannot be used in a message"), node.lineno)
        weight = sum(1 for _ in node.find_all(nodes.Node))
        self.loops += 1
        self.generic_visit(node)
        self.loops -= 1
        node.iter = _filter(node.iter, " loop", nodes.Const(weight))
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802 -- likewise
        if node.name not in FILTERS:
            raise TemplateSyntaxError(tr("there is no filter “{name}”", name=node.name), node.lineno)
        _plain_arguments(node)
        return self.generic_visit(node)

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802 -- likewise
        if node.name not in _TESTS and node.name not in DATE_TESTS:
            raise TemplateSyntaxError(tr("there is no test “{name}”", name=node.name), node.lineno)
        _plain_arguments(node)
        if node.name in DATE_TESTS:
            _refuse_no_date(node)
        return self.generic_visit(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 -- likewise
        self.generic_visit(node)
        return _filter(node.nodes[0], " concat", *node.nodes[1:])

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802 -- likewise
        self.generic_visit(node)
        if self.loops:
            node.expr = _filter(node.expr, " weigh")
            for operand in node.ops:
                operand.expr = _filter(operand.expr, " weigh")
        if any(operand.op in _ORDERS for operand in node.ops):
            node.expr = _filter(node.expr, " compare")
            for operand in node.ops:
                operand.expr = _filter(operand.expr, " compare") if operand.op in _ORDERS else operand.expr
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802 -- likewise
        self.generic_visit(node)
        return _filter(node, " weigh") if isinstance(node.arg, nodes.Slice) else node

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802 -- likewise
        if not (self.loops and isinstance(node.node, nodes.Name) and node.node.name == "loop" and node.attr in _LOOP):
            said = tr("“.{name}” cannot be used; use a filter such as | upper", name=node.attr)
            raise TemplateSyntaxError(said, node.lineno)
        return node

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802 -- likewise
        self.generic_visit(node)
        return node if all(isinstance(item, nodes.Const) for item in node.items) else _filter(node, " flat")

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802 -- likewise
        if node.ctx == "store":
            return self.generic_visit(node)
        return self.visit_List(nodes.List(node.items, lineno=node.lineno))

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 -- likewise
        _plain_arguments(node)
        target = node.node
        if isinstance(target, nodes.Name) and target.name == "range" and node.args and not node.kwargs:
            made = _filter(node.args[0], " range", *node.args[1:])
        elif isinstance(target, nodes.Getattr) and target.attr in _METHODS:
            made = nodes.Filter(
                target.node, _METHODS[target.attr], node.args, node.kwargs, None, None, lineno=node.lineno
            )
        else:
            raise TemplateSyntaxError(tr("only range() can be called; use a filter such as | upper"), node.lineno)
        return self.generic_visit(made)


def _filter(value: nodes.Node, name: str, *args: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(cast("nodes.Expr", value), name, list(args), [], None, None, lineno=value.lineno)


def _plain_arguments(node: nodes.Filter | nodes.Test | nodes.Call) -> None:
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        raise TemplateSyntaxError(tr("* and ** cannot be used in a message"), node.lineno)


def _refuse_no_date(node: nodes.Test) -> None:
    """A test by date has one day to compare with; one that is written there must be a day."""
    if len(node.args) != 1 or node.kwargs:
        raise TemplateSyntaxError(tr("{name} needs a date such as '2026-01-31'", name=node.name), node.lineno)
    day = node.args[0]
    if isinstance(day, nodes.Const) and not period(str(day.value)):
        raise TemplateSyntaxError(tr("{name} needs a date such as '2026-01-31'", name=node.name), node.lineno)


def admit(tree: nodes.Template) -> nodes.Template:
    """Check a parsed template and put the meter in. Raises TemplateSyntaxError with the line."""
    return cast("nodes.Template", _Rewriter().visit(tree))
