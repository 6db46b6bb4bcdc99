"""Every sentence of docs/guarantees.md names the tests that prove it, and they exist."""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "guarantees.md"
REFERENCE = re.compile(r"\b(tests/[\w/]+\.py)(?:::(\w+))?")


def page() -> str:
    if not PAGE.exists() and os.environ.get("SENDOFF_REQUIRE_ALL") != "1":
        pytest.skip("there is no docs/guarantees.md yet")
    return PAGE.read_text("utf-8")


def names_in(path: Path) -> set[str]:
    """The functions and classes of a test file."""
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {node.name for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, defined)}


def test_every_test_that_is_named_exists() -> None:
    references = REFERENCE.findall(page())
    assert sum(1 for _, name in references if name) >= 8
    absent = [
        f"{path}::{name}"
        for path, name in references
        if not (ROOT / path).is_file() or (name and name not in names_in(ROOT / path))
    ]
    assert absent == []


def test_every_name_is_a_test_s() -> None:
    named = [name for _, name in REFERENCE.findall(page()) if name]
    assert [name for name in named if not name.startswith("test_")] == []
