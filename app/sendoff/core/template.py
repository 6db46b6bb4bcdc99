"""Templates: Jinja2 over plain texts, strict about names, and never longer or slower than a message needs.

The allow-list is in `core.template_grammar`, the filters and the meter are in `core.template_filters`.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Any, cast

import jinja2
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sendoff.core.errors import InputError
from sendoff.core.template_filters import Exhausted, Rendering, arithmetic, filters, printable
from sendoff.core.template_grammar import admit

LONGEST_SOURCE = 2_000_000
"""Characters of a template."""
LONGEST_OUTPUT = 2_000_000
"""Characters of what it becomes."""
_HANDFUL = 16
"""Pieces of output counted at once."""
MOST_TOKENS = 20_000
"""Words and signs inside `{{ }}` and `{% %}`, and the pieces of text between them."""

_WRONG = (TypeError, ValueError, ArithmeticError, LookupError, RecursionError)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox with only texts, numbers and flat lists in it."""

    context_class = Rendering
    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

    def __init__(self, *, html: bool) -> None:
        super().__init__(
            autoescape=html, undefined=StrictUndefined, finalize=printable, optimized=False, keep_trailing_newline=True
        )
        self.globals.clear()
        self.filters = filters(html=html)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        return arithmetic(cast("Rendering", context), operator, self.binop_table[operator], left, right)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if not (isinstance(obj, (str, list, tuple, range)) and isinstance(argument, int)):
            raise SecurityError("[ ] takes a position in a text or a list, counted from 0")
        return obj[argument]


_HTML = _Sandbox(html=True)
_TEXT = _Sandbox(html=False)


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A compiled template; see `compile_template`."""

    where: str
    fields: frozenset[str]
    """Merge fields it uses."""
    bare: frozenset[str]
    """Fields printed somewhere with no `default`, `or` or `if` for the rows where they are empty."""
    lines: Mapping[str, int]
    """The line on which each field is first used."""
    _compiled: jinja2.Template
    stand_ins: frozenset[str] = frozenset()
    """Fields for which a `default` or an `or` stands in where they are empty."""

    def render(self, values: Mapping[str, str]) -> str:
        """Fill in one row. Raises InputError: `unknown_field`, `template_limit`, or `render_error` with the line."""
        if not self.fields <= values.keys():
            self.require(values)
        compiled = self._compiled
        context = compiled.environment.context_class(compiled.environment, values, None, {})  # type: ignore[arg-type]  # a template without a name
        try:
            return _bounded(compiled.root_render_func(context))
        except Exhausted as error:
            raise InputError(
                f"The template is too much work: {error}.",
                remedy="Shorten its loops and texts.",
                where=self.where,
                code="template_limit",
            ) from error
        except (TemplateError, *_WRONG) as error:
            line = _line(compiled, error.__traceback__)
            raise InputError(
                f"Line {line} cannot be filled in: {error}.",
                remedy="Correct the expression on that line.",
                where=self.where,
                code="render_error",
            ) from error

    def require(self, known: Collection[str]) -> None:
        """Raise InputError (`unknown_field`), naming the nearest field, where the template uses one not in `known`."""
        for name in sorted(self.fields.difference(known), key=lambda name: (self.lines.get(name, 0), name)):
            near = difflib.get_close_matches(name.lower(), known, 1) or difflib.get_close_matches(
                name.lower(), known, 1, 0.4
            )
            listed = ", ".join(sorted(known)[:12])
            raise InputError(
                f"Line {self.lines.get(name, 1)} uses “{name}”, which the list does not have.",
                remedy=f"Use “{near[0]}” instead." if near else f"The list has: {listed}.",
                where=self.where,
                code="unknown_field",
            )


def compile_template(source: str, *, html: bool, where: str) -> Template:
    """Compile once per campaign; `html` escapes every value. `where` names the part in errors.

    Raises InputError (`template_syntax`) with the line of what Jinja2 or the allow-list refuses.
    """
    environment = _HTML if html else _TEXT
    try:
        _measure(environment, source)
        tree = environment.parse(source)
        lines: dict[str, int] = {}
        for name in tree.find_all(nodes.Name):
            lines.setdefault(name.name, name.lineno)
        bare, stand_ins = frozenset(_bare(tree, frozenset())), frozenset(_stood_in(tree))
        tree = admit(tree)
        fields = frozenset(meta.find_undeclared_variables(tree))
        compiled = jinja2.Template.from_code(environment, environment.compile(tree), {})
    except TemplateSyntaxError as error:
        raise _syntax(f"Line {error.lineno}: {error.message}.", where) from error
    # What Python refuses of the code that Jinja2 makes: too deep, or too many blocks in each other.
    except (RecursionError, SyntaxError, MemoryError, *_WRONG) as error:
        raise _syntax("The template is nested too deeply, or a number in it is too long.", where) from error
    return Template(where, fields, bare & fields, lines, compiled, stand_ins & fields)


def _syntax(title: str, where: str) -> InputError:
    return InputError(title, remedy="Correct the template there.", where=where, code="template_syntax")


def _measure(environment: jinja2.Environment, source: str) -> None:
    if len(source) > LONGEST_SOURCE:
        raise TemplateSyntaxError(f"the template is longer than {LONGEST_SOURCE:,} characters", 1)
    for number, (line, _, _) in enumerate(environment.lex(source)):
        if number > MOST_TOKENS:
            raise TemplateSyntaxError(f"the template has more than {MOST_TOKENS:,} words and signs in its tags", line)


def _bounded(pieces: Iterator[str]) -> str:
    parts, size = [], 0
    # Counted by handfuls: no piece is longer than a filter may make it.
    while handful := list(islice(pieces, _HANDFUL)):
        part = "".join(handful)
        size += len(part)
        if size > LONGEST_OUTPUT:
            raise Exhausted(f"it writes more than {LONGEST_OUTPUT:,} characters")
        parts.append(part)
    return "".join(parts)


def _line(compiled: jinja2.Template, trace: TracebackType | None) -> int:
    line = 1
    while trace is not None:
        if trace.tb_frame.f_code is compiled.root_render_func.__code__:
            line = compiled.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def _bare(node: nodes.Node, guarded: frozenset[str]) -> Iterator[str]:
    """Walk to every printed field that nothing stands in for when it is empty."""
    if isinstance(node, nodes.Name):
        if node.ctx == "load" and node.name not in guarded:
            yield node.name
        return
    if isinstance(node, nodes.Filter) and node.name in {"default", "d"}:
        guarded |= _names(node.node)
    elif isinstance(node, nodes.Or):
        yield from _bare(node.right, guarded | _names(node.left))
        return
    elif isinstance(node, (nodes.If, nodes.CondExpr)):
        guarded |= _names(node.test)
    elif isinstance(node, (nodes.Compare, nodes.Test, nodes.Not)):
        return
    elif isinstance(node, nodes.For):
        guarded |= _names(node.iter)
    for child in node.iter_child_nodes():
        yield from _bare(child, guarded)


def _stood_in(tree: nodes.Node) -> Iterator[str]:
    for either in tree.find_all(nodes.Or):
        yield from _names(either.left)
    for used in tree.find_all(nodes.Filter):
        if used.name in {"default", "d"}:
            yield from _names(used.node)


def _names(node: nodes.Node | None) -> frozenset[str]:
    if isinstance(node, nodes.Name):
        return frozenset({node.name})
    return frozenset(name.name for name in node.find_all(nodes.Name)) if node is not None else frozenset()
