"""Templates: Jinja2 over plain texts, strict about names, and never longer or slower than a message needs.

The allow-list is in `core.template_grammar`, the filters and the meter are in `core.template_filters`.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Any, cast

import jinja2
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from sendoff.core.errors import InputError
from sendoff.core.language import digits, tr
from sendoff.core.said import figure, said
from sendoff.core.template_faults import calculates, filling_words, syntax_words
from sendoff.core.template_filters import Exhausted, Rendering, arithmetic, filters, printable
from sendoff.core.template_forms import forms_in
from sendoff.core.template_grammar import admit
from sendoff.core.template_tests import DATE_TESTS

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
        self.tests = {**self.tests, **DATE_TESTS}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        return arithmetic(cast("Rendering", context), operator, self.binop_table[operator], left, right)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if not (isinstance(obj, (str, list, tuple, range)) and isinstance(argument, int)):
            raise SecurityError(said("[ ] takes a position in a text or a list, counted from 0"))
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
    constants: tuple[str, ...]
    """The texts between which what is filled in goes: one more than there are places."""
    order: tuple[int, ...]
    """Which of the `fillings` goes behind each constant but the last."""
    varying: str
    """All constant texts within the parts that are worked out for each row."""
    _html: bool
    _parts: tuple[str | jinja2.Template, ...]
    """What is filled in: fields that are printed as they are, and whatever else must be worked out."""
    _size: int
    """Characters of all constants."""
    stand_ins: frozenset[str] = frozenset()
    """Fields for which a `default` or an `or` stands in where they are empty."""
    formed: frozenset[tuple[str, str]] = frozenset()
    """Fields that are printed in a form of their own, and whether that reads a `date` or a `number`."""
    raw: frozenset[str] = frozenset()
    """Fields that are printed as the list has them, outside of links."""
    chosen: bool = False
    """Some of it is shown to some rows only."""

    def render(self, values: Mapping[str, str]) -> str:
        """Fill in one row. Raises InputError: `unknown_field`, `template_limit`, or `render_error` with the line."""
        fillings = self.fillings(values)
        texts = [self.constants[0]]
        for number, constant in zip(self.order, self.constants[1:], strict=True):
            texts += (fillings[number], constant)
        return "".join(texts)

    def fillings(self, values: Mapping[str, str]) -> list[str]:
        """Work out what one row fills in. Raises InputError as `render` does."""
        if not self.fields <= values.keys():
            self.require(values)
        made: list[str] = []
        context: Context | None = None
        part: str | jinja2.Template = ""
        try:
            for part in self._parts:
                if isinstance(part, str):
                    # As a bare text, which is the same to whoever remembers what it becomes.
                    made.append(str(escape(values[part])) if self._html else values[part])
                else:
                    context = context or _context(part, values)
                    made.append(_bounded(part.root_render_func(context)))
            if self._is_too_long(made):
                raise _too_long()
        except Exhausted as error:
            raise InputError(
                said("The template is too much work: {error}.", error=error.args[0]),
                remedy=said("Shorten its loops and texts."),
                where=self.where,
                code="template_limit",
            ) from error
        except (TemplateError, *_WRONG) as error:
            line = 1 if isinstance(part, str) else _line(part, error.__traceback__)
            raise InputError(
                said("Line {line} cannot be filled in: {error}.", line=line, error=filling_words(error)),
                remedy=said("Correct the expression on that line; | float makes a number of a field.")
                if calculates(error)
                else said("Correct the expression on that line."),
                where=self.where,
                code="render_error",
            ) from error
        return made

    def _is_too_long(self, made: Sequence[str]) -> bool:
        most = self._size + len(self.order) * max(map(len, made), default=0)
        return most > LONGEST_OUTPUT and self._size + sum(len(made[at]) for at in self.order) > LONGEST_OUTPUT

    def require(self, known: Collection[str]) -> None:
        """Raise InputError (`unknown_field`), naming the nearest field, where the template uses one not in `known`."""
        for name in sorted(self.fields.difference(known), key=lambda name: (self.lines.get(name, 0), name)):
            near = difflib.get_close_matches(name.lower(), known, 1) or difflib.get_close_matches(
                name.lower(), known, 1, 0.4
            )
            listed = ", ".join(sorted(known)[:12])
            raise InputError(
                said("Line {get} uses “{name}”, which the list does not have.", get=self.lines.get(name, 1), name=name),
                remedy=said("Use “{near}” instead.", near=near[0])
                if near
                else said("The list has: {listed}.", listed=listed),
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
        formed, raw = forms_in(tree)
        chosen = any(tree.find(kind) is not None for kind in (nodes.If, nodes.CondExpr, nodes.For))
        tree = admit(tree)
        fields = frozenset(meta.find_undeclared_variables(tree))
        constants, order, varying, parts = _taken_apart(environment, tree, fields)
    except TemplateSyntaxError as error:
        raise _syntax(
            tr("Line {lineno}: {message}.", lineno=error.lineno, message=syntax_words(error.message or "")), where
        ) from error
    # What Python refuses of the code that Jinja2 makes: too deep, or too many blocks in each other.
    except (RecursionError, SyntaxError, MemoryError, *_WRONG) as error:
        raise _syntax(tr("The template is nested too deeply, or a number in it is too long."), where) from error
    size = sum(map(len, constants))
    return Template(
        where, fields, bare & fields, lines, constants, order, varying, html, parts, size, stand_ins & fields,
        frozenset(one for one in formed if one[0] in fields), raw & fields, chosen,
    )  # fmt: skip


def parsed(source: str) -> nodes.Template | None:
    """The syntax tree of a template, to read; None where it is none, or too long."""
    try:
        _measure(_TEXT, source)
        return _TEXT.parse(source)
    except (TemplateSyntaxError, RecursionError, SyntaxError, MemoryError, *_WRONG):
        return None


def _taken_apart(
    environment: jinja2.Environment, tree: nodes.Template, fields: frozenset[str]
) -> tuple[tuple[str, ...], tuple[int, ...], str, tuple[str | jinja2.Template, ...]]:
    """The constants, the order and the parts of a template: what is the same for all rows is not worked out again."""
    assigned = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    plain = fields - assigned
    constants, order = [""], list[int]()
    varying = ""
    parts: list[str | jinja2.Template] = []
    for node in _pieces(tree):
        if isinstance(node, nodes.TemplateData):
            constants[-1] += node.data
            continue
        if isinstance(node, nodes.Name) and node.name in plain:
            part: str | jinja2.Template = node.name
        else:
            part = _compiled(environment, node)
            varying += "".join([data.data for data in node.find_all(nodes.TemplateData)])
        if part not in parts:
            parts.append(part)
        order.append(parts.index(part))
        constants.append("")
    return tuple(constants), tuple(order), varying, tuple(parts)


def _pieces(tree: nodes.Template) -> Iterator[nodes.Node]:
    for node in tree.body:
        if isinstance(node, nodes.Output):
            yield from node.nodes
        else:
            yield node


def _compiled(environment: jinja2.Environment, node: nodes.Node) -> jinja2.Template:
    """One expression or statement as a template of its own; what it assigns, the next ones see in their context."""
    body = nodes.Output([node], lineno=node.lineno) if isinstance(node, nodes.Expr) else node
    alone = nodes.Template([body], lineno=1)
    alone.set_environment(environment)
    return jinja2.Template.from_code(environment, environment.compile(alone), {})


def _context(compiled: jinja2.Template, values: Mapping[str, str]) -> Context:
    return compiled.environment.context_class(compiled.environment, values, None, {})  # type: ignore[arg-type]  # a template without a name


def _syntax(title: str, where: str) -> InputError:
    return InputError(title, remedy=tr("Correct it there."), where=where, code="template_syntax")


def _measure(environment: jinja2.Environment, source: str) -> None:
    if len(source) > LONGEST_SOURCE:
        words = tr("the template is longer than {most} characters", most=digits(f"{LONGEST_SOURCE:,}"))
        raise TemplateSyntaxError(words, 1)
    for number, (line, _, _) in enumerate(environment.lex(source)):
        if number > MOST_TOKENS:
            words = tr("the template has more than {most} words and signs in its tags", most=digits(f"{MOST_TOKENS:,}"))
            raise TemplateSyntaxError(words, line)


def _bounded(pieces: Iterator[str]) -> str:
    parts, size = [], 0
    # Counted by handfuls: no piece is longer than a filter may make it.
    while handful := list(islice(pieces, _HANDFUL)):
        part = "".join(handful)
        size += len(part)
        if size > LONGEST_OUTPUT:
            raise _too_long()
        parts.append(part)
    return "".join(parts)


def _too_long() -> Exhausted:
    return Exhausted(
        said("it writes more than {longest_output} characters", longest_output=figure(f"{LONGEST_OUTPUT:,}"))
    )


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
