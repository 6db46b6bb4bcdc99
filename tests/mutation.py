"""Break a module in every small way, one at a time, and see whether its tests notice.

    python -m tests.mutation                      every module of `SUBJECTS`
    python -m tests.mutation core/limits.py       one of them

A mutant changes one comparison, one operator, one number, one word of a condition, or takes one member out of a set.
It runs in a forked process whose import finds the broken source, so nothing on the disk changes. Survivors are printed;
`docs/proofs.md` says of each that stands why it is the same program, or which figure nobody promised.
"""

from __future__ import annotations

import ast
import copy
import importlib.abc
import importlib.util
import os
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "app" / "sendoff"
SUBJECTS = {
    "core/delivery.py": ("unit/test_delivery.py",),
    "core/retry.py": ("unit/test_retry.py",),
    "core/governor.py": ("unit/test_governor.py",),
    "core/limits.py": ("unit/test_limits.py", "unit/test_provider_limits.py"),
    "core/warm_up.py": ("unit/test_warm_up.py",),
    "core/hours.py": ("unit/test_hours.py",),
    "core/plan.py": ("unit/test_plan_edges.py", "unit/test_plan.py", "unit/test_plan_sharing.py"),
    "services/sending/judge.py": ("unit/test_judge.py",),
    "services/sending/guards.py": ("unit/test_guards.py",),
    "services/sending/portion.py": ("unit/test_portion.py",),
}
LONGEST = 60
"""Seconds after which a mutant that does not end counts as found."""
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Pow: ast.Mult,
}  # fmt: skip
TWINS = {"min": "max", "max": "min"}


def changed(node: ast.AST) -> Iterator[ast.AST]:  # noqa: C901 -- one case a kind of node
    """Every node that could stand in a node's place."""
    match node:
        case ast.Compare(ops=[op]):
            yield _with(node, ops=[COMPARISONS[type(op)]()])
        case ast.BinOp(op=op) if type(op) in OPERATORS:
            yield _with(node, op=OPERATORS[type(op)]())
        case ast.BoolOp(op=op):
            yield _with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.IfExp(body=body, orelse=orelse):
            yield body
            yield orelse
        case ast.Constant(value=bool() as value):
            yield _with(node, value=not value)
        case ast.Constant(value=int() | float() as value):
            yield _with(node, value=value + 1)
        case ast.Call(func=ast.Name(id=name)) if name in TWINS:
            yield _with(node, func=ast.Name(id=TWINS[name], ctx=ast.Load()))
        case ast.Set(elts=elements) if len(elements) > 1:
            for place in range(len(elements)):
                yield _with(node, elts=elements[:place] + elements[place + 1 :])


def _with(node: ast.AST, **fields: object) -> ast.AST:
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def mutants(source: str) -> Iterator[tuple[str, ast.Module]]:
    """Each broken program, and what was broken in words."""
    tree = ast.parse(source)
    # Whether a dataclass is frozen or slotted is no rule of state.
    spared = {node for each in ast.walk(tree) for one in getattr(each, "decorator_list", ()) for node in ast.walk(one)}
    for parent in ast.walk(tree):
        if parent in spared:
            continue
        for name, value in ast.iter_fields(parent):
            for place, node in enumerate(value if isinstance(value, list) else [value]):
                if not isinstance(node, ast.AST):
                    continue
                for other in changed(node):
                    whole = list(value) if isinstance(value, list) else other
                    if isinstance(whole, list):
                        whole[place] = other
                    setattr(parent, name, whole)
                    yield f"line {node.lineno}: {ast.unparse(node)}  →  {ast.unparse(other)}", copy.deepcopy(tree)  # type: ignore[attr-defined]  # expressions have places
                    setattr(parent, name, value)


class Broken(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds one module in its broken form."""

    def __init__(self, name: str, tree: ast.Module) -> None:
        self._name, self._tree = name, tree

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return importlib.util.spec_from_loader(fullname, self) if fullname == self._name else None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(ast.fix_missing_locations(self._tree), self._name, "exec"), module.__dict__)


def survives(name: str, tree: ast.Module, tests: Sequence[str]) -> bool:
    """Run the tests over a broken module in a child; say whether all of them passed."""
    child = os.fork()
    if not child:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        sys.meta_path.insert(0, Broken(name, tree))
        options = ["-x", "-q", "-n", "0", "-p", "no:cacheprovider", "-p", "no:randomly", f"--rootdir={ROOT}"]
        os._exit(int(pytest.main([*options, *(str(ROOT / "tests" / test) for test in tests)])) & 0xFF)
    deadline = time.monotonic() + LONGEST
    while not (ended := os.waitpid(child, os.WNOHANG))[0]:
        if time.monotonic() > deadline:
            os.kill(child, 9)
            os.waitpid(child, 0)
            return False
        time.sleep(0.005)
    return os.waitstatus_to_exitcode(ended[1]) == 0


def main() -> None:
    """Break, test and tell."""
    for subject in sys.argv[1:] or SUBJECTS:
        name = "sendoff." + subject.removesuffix(".py").replace("/", ".")
        number, alive = 0, []
        source = (SOURCE / subject).read_text(encoding="utf-8")
        if not survives(name, ast.parse(source), SUBJECTS[subject]):
            raise SystemExit(f"{subject}: its tests fail without any mutant")
        for words, tree in mutants(source):
            number += 1
            if survives(name, tree, SUBJECTS[subject]):
                alive.append(words)
                print(f"{subject}, {words}", flush=True)
        print(f"{subject}: {number} mutants, {number - len(alive)} found, {len(alive)} alive\n", flush=True)


if __name__ == "__main__":
    main()
