"""Where the program's data files are, and how the user's own files go before them."""

from __future__ import annotations

import re
import sys
import tomllib
from functools import cache
from pathlib import Path

from sendoff.adapters.system.toml_words import toml_fault
from sendoff.core.content_remarks import ContentWords
from sendoff.core.errors import InputError, KnownError
from sendoff.core.language import tr
from sendoff.core.leftovers import mark, shipped
from sendoff.core.library import MessageTemplate, layout_from_table
from sendoff.core.provider import Preset, merge, preset_from
from sendoff.core.rulebook import RuleBook
from sendoff.core.system_words import system_words
from sendoff.core.toml_table import TomlTable
from sendoff.core.triage import MarkLists, mark_lists_from


def resource_path(*parts: str) -> Path:
    """Give the path of a data file: beside a frozen program, inside an installed package, or in the checkout."""
    here = Path(__file__).resolve()
    roots = [here.parents[2] / "_resources", *(folder / "resources" for folder in here.parents)]
    if getattr(sys, "frozen", False):
        roots.insert(0, Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent)) / "resources")
    root = next((root for root in roots if (root / "rules").is_dir()), None)
    if root is None:
        raise KnownError(tr("Sendoff's own files are missing."), remedy=tr("Install Sendoff again."), code="resources")
    return root.joinpath(*parts)


def load_rules(settings_folder: Path | None = None) -> RuleBook:
    """Read the rules for replies, the user's own `rules/*.toml` first. Raises InputError with file and line."""
    paths = [*_own_files(settings_folder, "rules"), *_toml_files(resource_path("rules"))]
    return sum((_read_rules(path) for path in paths), start=RuleBook())


def load_presets(settings_folder: Path | None = None) -> dict[str, Preset]:
    """Read all presets by id, those of the gallery first; the user's `providers/*.toml` correct them key by key.

    A user's file is laid over the preset of the same file name; a new name is a new preset. Raises InputError with
    file and line.
    """
    tables = {path.stem: _read_toml(path) for path in _toml_files(resource_path("providers"))}
    presets = {name: preset_from(table, f"{name}.toml") for name, table in tables.items()}
    for path in _own_files(settings_folder, "providers"):
        presets[path.stem] = _own_preset(path, tables.get(path.stem, {}))
    shown = sorted(presets.values(), key=lambda preset: (preset.gallery or sys.maxsize, preset.name.casefold()))
    return {preset.id: preset for preset in shown}


def load_mark_lists(settings_folder: Path | None = None) -> MarkLists:
    """Read the lists of domains and role words; the user's own `lists/*.toml` add to them. Raises InputError."""
    paths = [*_toml_files(resource_path("lists")), *_own_files(settings_folder, "lists")]
    return sum((_read_mark_lists(path) for path in paths), start=MarkLists())


def _read_mark_lists(path: Path) -> MarkLists:
    try:
        return mark_lists_from(_read_toml(path), path.name)
    except InputError as error:
        if not error.code:
            raise
        raise InputError(error.title, remedy=error.remedy, where=_place(path, error.code), code=error.code) from error


def load_layouts(language: str = "en") -> list[MessageTemplate]:
    """Read the starting layouts of messages in a language, else in English, in their order. Raises InputError."""
    paths = _toml_files(_in_language(resource_path("templates"), language))
    placed = [layout_from_table(path.stem, _read_toml(path)) for path in paths]
    return [layout for _, layout in sorted(placed, key=lambda each: each[0])]


def load_content_words() -> ContentWords:
    """Read what the content check looks words and domains up in. Raises InputError."""
    path = resource_path("content", "words.toml")
    table = TomlTable(values=_read_toml(path), what=tr("The file"), where=path.name)
    table.check_keys((), ("checked", "shorteners", "traps", "leaving", "anybodys"))
    shipped = _shipped_sentences() - {mark(one) for one in table.texts("anybodys")}
    return ContentWords.of(table.texts("shorteners"), table.texts("traps"), table.texts("leaving"), shipped)


@cache
def _shipped_sentences() -> frozenset[str]:
    """What the starting layouts bring into a message, in every language: a window may have changed its own since."""
    every = sorted(resource_path("templates").rglob("*.toml"))
    return frozenset[str]().union(*(shipped(_read_toml(path)) for path in every))


def _in_language(folder: Path, language: str) -> Path:
    """The folder's own part for a language, named by its code; where there is none, the folder, which is English."""
    own = folder / language
    return own if own.is_dir() else folder


def _own_files(settings_folder: Path | None, kind: str) -> list[Path]:
    return _toml_files(settings_folder / kind) if settings_folder else []


def _toml_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InputError(
            tr("The file is not in UTF-8."),
            remedy=tr("Save it as UTF-8."),
            where=tr("{name}, line {line}", name=path.name, line=line),
        ) from error
    except OSError as error:
        why = f"{system_words(error)}: {path}"
        raise InputError(tr("The file cannot be read."), remedy=why, where=path.name) from error


def _read_toml(path: Path) -> dict[str, object]:
    text = _read_text(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, line = toml_fault(error, text)
        raise InputError(
            tr("This is not TOML: {what}.", what=what),
            remedy=tr("Correct the line, or remove the file."),
            where=tr("{name}, line {line}", name=path.name, line=line),
        ) from error


def _read_rules(path: Path) -> RuleBook:
    table = _read_toml(path)
    text = _read_text(path)
    rules = table.get("rule", [])
    if unknown := [key for key in table if key not in ("rule", "checked")]:
        raise InputError(
            tr("`{unknown}` is not known here.", unknown=unknown[0]),
            remedy=tr("Every rule starts with [[rule]]."),
            where=_place(path, unknown[0]),
        )
    if not isinstance(rules, list) or not all(isinstance(rule, dict) for rule in rules):
        raise InputError(
            tr("`rule` is not a list of rules."), remedy=tr("Start each with [[rule]]."), where=_place(path, "rule")
        )
    heads = [number for number, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[\s*rule\s*]]", line)]
    return RuleBook.from_mappings(rules, [f"{path.name}, line {head}" for head in heads] or [path.name] * len(rules))


def _own_preset(path: Path, built_in: dict[str, object]) -> Preset:
    own = _read_toml(path)
    if own.setdefault("id", path.stem) != path.stem:
        raise InputError(
            tr("`id` is not {stem}.", stem=repr(path.stem)),
            remedy=tr("A preset has the name of its file."),
            where=_place(path, "id"),
        )
    try:
        return preset_from(merge(built_in, own))
    except InputError as error:
        raise InputError(error.title, remedy=error.remedy, where=_place(path, error.code)) from error


def _place(path: Path, key: str) -> str:
    """Name the file and the line on which a key (or, failing that, its table) is written."""
    lines = enumerate(_read_text(path).splitlines(), 1)
    line = next((number for number, line in lines if re.match(rf"\s*\[*\s*{re.escape(key)}\b", line)), 1)
    return tr("{name}, line {line}", name=path.name, line=line)
