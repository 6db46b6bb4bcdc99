"""Every sentence of the window goes through `tr`, and the catalogues have all of them and nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.catalogue import APP, FOLDER, TABLES, places, read, spoken

CATALOGUES = sorted(FOLDER.glob("*.ts"))
_KEYS = {
    # What Qt, Python and our own kit are told, and nobody reads.
    *("setObjectName", "setProperty", "property", "QKeySequence", "setStyleSheet", "setStyle", "setFamilies", "cast"),
    *("setApplicationName", "setApplicationDisplayName", "setDesktopFileName", "TypeVar", "compile", "sub", "index"),
    *("replace", "startswith", "endswith", "removeprefix", "removesuffix", "encode", "get", "runJavaScript", "getattr"),
    *("AssertionError", "RuntimeError", "TypeError", "ValueError", "search", "split"),
}
_UNSPOKEN = re.compile(
    r"\b(?:px|utf-8|https?:|mailto:|cid:)|^\W*$|^[A-Z0-9_+-]+$|^<|</|^\{%|\{%|\\[swdb(]|^[a-z]+[A-Z]\w*$|Ctrl\+|Alt\+|"
    r"^image/|^text/|: \w+;"
)
ALLOWED = {
    # The program's and other people's names, and what stands for itself in every language.
    *("Sendoff", "Google", "Microsoft", "Arial", "Verdana", "Trebuchet", "Georgia", "Message-ID", "Del", "Esc"),
    *("Anna", "Lee", "Anna Lee", "Rome", "Example Ltd", "Maxine", "Anna Lee <anna@example.com>", "Fusion"),
    *("anna@example.com, *@gmx.de", "ShowItems"),
    *("Inter", "Cantarell", "Ubuntu", "Noto Sans", "Sans", "Sans Serif", "DejaVu Sans", "Bitstream Vera Sans"),
    *("Python , Qt", "Sendoff , Python , Qt ,", "city == 'Berlin' and amount > 500", 'city = "Paris" and age >= 18'),
    *("date('en', 'long')", "date('de', 'long')", "money('EUR', 'en')", "money('EUR', 'de')"),
    *("HTTP CONNECT", "Alt+Down", "DejaVu Serif", "[sign-in]@", "[long value]", "(min-width: 0)", "(max-width: 0)"),
}
NOT_SPOKEN = {
    "theme.py": "style sheets",
    "tokens.py": "the names of fonts",
    "icons.py": "the names of pictures",
    "mail_bars.py": "the style of scroll bars",
    "taskbar.py": "what a system's interface calls its methods",
    "taskbar_button.py": "likewise",
    "language.py": "languages are called by their own names",
}
"""Modules of the window that say nothing to people, each with what they hold."""


def visible(source: str) -> Iterator[tuple[int, str]]:
    """The literals of a module that people would read and that no translator sees, each with its line."""
    tree = ast.parse(source)
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        text = _literal(node, above)
        if text and (_is_sentence(text) or _is_choice(node, above)) and not _is_told(node, above):
            yield node.lineno, text  # type: ignore[attr-defined]  # a literal has a line


def _literal(node: ast.AST, above: dict[ast.AST, ast.AST]) -> str:
    parent = above.get(node)
    if isinstance(parent, ast.Expr | ast.FormattedValue | ast.JoinedStr):
        return ""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) for one in node.values if isinstance(one, ast.Constant))
    return ""


def _is_sentence(text: str) -> bool:
    """Words with a blank between them, or one with a capital; a mnemonic counts."""
    if text.strip() in ALLOWED or _UNSPOKEN.search(text) or not re.search("[A-Za-z]{2}", text):
        return False
    return " " in text.strip() or text[:1].isupper() or bool(re.match("&[A-Za-z]", text))


def _is_choice(node: ast.AST, above: dict[ast.AST, ast.AST]) -> bool:
    """One of two words within a sentence, as in `{'entry' if n == 1 else 'entries'}`."""
    one = above.get(node)
    if not (isinstance(one, ast.IfExp) and isinstance(above.get(one), ast.FormattedValue)):
        return False
    return all(isinstance(two, ast.Constant) and str(two.value).isalpha() for two in (one.body, one.orelse))


def _is_told(node: ast.AST, above: dict[ast.AST, ast.AST]) -> bool:
    """Whether it is translated already, or is a key rather than a sentence."""
    child, first = node, True
    while (parent := above.get(child)) is not None:
        if isinstance(parent, ast.Compare) or (isinstance(parent, ast.Subscript) and child is parent.slice):
            return True
        if isinstance(parent, ast.Dict) and child in parent.keys:
            return True
        if isinstance(parent, ast.Call) and child is not parent.func:
            name = getattr(parent.func, "id", getattr(parent.func, "attr", ""))
            if name in {"tr", "phrase", "said"} or (first and name in _KEYS):
                return True
            first = False
        if isinstance(parent, ast.AnnAssign) and child is parent.annotation:
            return True
        child = parent
    return False


def test_every_sentence_of_the_window_is_translated() -> None:
    found = []
    for path in sorted((APP / "ui").rglob("*.py")):
        if path.name in NOT_SPOKEN or path.relative_to(APP).as_posix() in TABLES:
            continue
        found += [f"{path.relative_to(APP)}:{line}: {text!r}" for line, text in visible(path.read_text("utf-8"))]
    assert found == [], f"say these through tr(): {found}"


def test_the_watch_sees_what_is_not_translated() -> None:
    lines = (
        'Button("Try again")',
        'Text(f"{n} left over")',
        """Text(f"{n} {'row' if n == 1 else 'rows'}")""",
        'Button(tr("Fine"), more="left out"[0])',
        'd["A key"] = 1',
    )
    source = "\n".join(lines)
    assert [text for _, text in visible(source)] == ["Try again", " left over", "left out", "row", "rows"]


def test_there_is_a_german_catalogue() -> None:
    assert [path.stem for path in CATALOGUES] == ["sendoff_de"]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_has_every_sentence_and_nothing_else(path: Path) -> None:
    known, sentences = read(path), spoken()
    assert [text for text in sentences if not known.get(text)] == [], "run python -m tests.catalogue and translate"
    assert sorted(known.keys() - sentences.keys()) == [], "run python -m tests.catalogue"


def _edges(text: str) -> tuple[bool, bool]:
    return text.startswith(" "), text.endswith(" ")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_fills_in_what_the_sentence_does(path: Path) -> None:
    known = read(path)
    wrong = [text for text, said in known.items() if places(text) != places(said)]
    assert wrong == []
    edges = [
        text for text, said in known.items() if (text[:1] + text[-1:]).count(" ") != (said[:1] + said[-1:]).count(" ")
    ]
    assert edges == [], "a blank at the beginning or the end parts it from its neighbour"
