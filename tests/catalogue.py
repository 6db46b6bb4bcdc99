"""The catalogues of other languages: what the source says goes into `resources/i18n/*.ts` and `.qm`.

`python -m tests.catalogue` after a sentence was added or changed: a new one stands in the file as unfinished, one that
is gone is dropped, and the `.qm`, which the program loads, is made anew by Qt's own lrelease.
"""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import PySide6

ROOT = Path(__file__).parents[1]
APP = ROOT / "app" / "sendoff"
FOLDER = ROOT / "resources" / "i18n"
CONTEXT = "sendoff"
RESOURCES = {"providers": ("hint", "regions_note")}
"""What of the program's own data files is shown to people, by folder."""
TABLES = ("core/doctor_faults.py", "ui/pages/message/design_specs.py")
"""Modules that are tables of sentences: every literal with a capital or a blank in it counts."""
_SAYING = frozenset({"tr", "said", "phrase"})
_SAYS = re.compile(r"^Sandbox$|(?<![.\w])[a-z]{3,}(?![.\w])|Australia|Canada|India|Japan")
"""What makes a provider's name, or that of one of its servers, more than a brand or a host."""
_WORDS = re.compile(r"[A-Z]|\w \w")


def spoken(app: Path = APP) -> dict[str, str]:
    """Every sentence that is said, marked with `phrase` or shown from a data file, with the first that has it."""
    found: dict[str, str] = {}
    for path in sorted(app.rglob("*.py")):
        name = path.relative_to(app).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for text in _table_of(node) if name in TABLES else _said_by(node):
                found.setdefault(text, name)
    for folder, keys in RESOURCES.items():
        for path in sorted((FOLDER.parent / folder).glob("*.toml")):
            values = tomllib.loads(path.read_text("utf-8"))
            for text in (*(values[key] for key in keys if values.get(key)), *_names(folder, values)):
                found.setdefault(text, f"{folder}/{path.name}")
    return found


def _names(folder: str, values: dict[str, Any]) -> list[str]:
    """The names of a provider and its servers that are words, and what is to be said of its limits."""
    if folder != "providers":
        return []
    labels = [one["label"] for one in values["endpoints"] if one.get("label")]
    notes = [one["note"] for one in values.get("limits", ()) if one.get("note")]
    return [*(name for name in (values["name"], *labels) if _SAYS.search(name)), *notes]


def _said_by(node: ast.AST) -> list[str]:
    if not (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"tr", "phrase", "said"}
    ):
        return []
    first = node.args[0] if node.args else None
    return [first.value] if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value else []


def _table_of(node: ast.AST) -> list[str]:
    """The literals a row of a table is made of."""
    if not isinstance(node, ast.Call | ast.Assign):
        return []
    parts = node.args if isinstance(node, ast.Call) else [node.value]
    texts = [one.value for one in parts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return [text for text in texts if _WORDS.search(text)]


def read(path: Path) -> dict[str, str]:
    """The translations of a `.ts` file; empty where one is missing."""
    if not path.exists():
        return {}
    messages = ET.parse(path).getroot().iter("message")
    return {one.findtext("source", ""): one.findtext("translation", "") for one in messages}


def places(text: str) -> list[str]:
    """The names in braces, sorted; none where the text is not filled in, as with braces of its own."""
    try:
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)
    except ValueError:
        return []


def write(path: Path, language: str, sentences: dict[str, str], known: dict[str, str]) -> None:
    """Write a `.ts` file: by module, then as the source has them."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" language="{language}">']
    lines += ["<context>", f"    <name>{CONTEXT}</name>"]
    for text, module in sorted(sentences.items(), key=lambda one: one[1]):
        done = known.get(text, "")
        translation = f"<translation>{escape(done)}" if done else '<translation type="unfinished">'
        lines += [
            "    <message>",
            f'        <location filename="{module}"/>',
            f"        <source>{escape(text)}</source>",
        ]
        lines += [f"        {translation}</translation>", "    </message>"]
    path.write_text("\n".join([*lines, "</context>", "</TS>", ""]), encoding="utf-8")


def release(path: Path) -> None:
    """Make the `.qm` beside a `.ts`."""
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([tool, "-silent", "-nounfinished", path, "-qm", path.with_suffix(".qm")], check=True)


def main() -> int:
    """Update every catalogue; says what is still to be translated."""
    sentences, missing = spoken(), 0
    for path in sorted(FOLDER.glob("*.ts")):
        known = read(path)
        write(path, path.stem.rpartition("_")[2], sentences, known)
        release(path)
        left = [text for text in sentences if not known.get(text)]
        gone = len(known.keys() - sentences.keys())
        missing += len(left)
        print(f"{path.name}: {len(sentences)} sentences, {len(left)} to translate, {gone} dropped")
        for text in left:
            print(f"    {text!r}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
