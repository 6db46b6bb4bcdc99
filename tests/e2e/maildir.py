"""Dovecot as a reader of messages: a Maildir of one's own, looked at by `doveadm`, of which no server has to run."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

CONFIGURATION = """\
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
ssl = no
first_valid_uid = 1
mail_uid = dovecot
mail_gid = dovecot
mail_location = maildir:{folder}/mail
"""
Tree: TypeAlias = "str | list[Tree] | None"


@dataclass(frozen=True, slots=True)
class Part:
    """A part that holds no others, as Dovecot describes and decodes it."""

    kind: str
    filename: str
    cid: str
    disposition: str
    parameters: Mapping[str, str]
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as Dovecot reads it."""

    containers: tuple[str, ...]
    """The kinds of multipart, from the outermost."""
    parts: tuple[Part, ...]
    envelope: Sequence[Tree]
    """RFC 3501 7.4.2: date, subject, from, sender, reply-to, to, cc, bcc, in-reply-to, message-id."""


def missing() -> str:
    """Say why Dovecot cannot be run here; empty when it can."""
    if shutil.which("doveadm") is None:
        return "not installed: dovecot"
    return "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "Dovecot needs root"


def read_all(messages: Sequence[bytes], folder: Path) -> list[Letter]:
    """Keep the messages in a Maildir below `folder`, which others may enter, and read them by Dovecot."""
    for name in ("new", "cur", "tmp"):
        (folder / "mail" / name).mkdir(parents=True)
    for number, content in enumerate(messages):
        (folder / "mail" / "new" / f"{number:08}.test.here").write_bytes(content)
    for path in [folder / "mail", *(folder / "mail").rglob("*")]:
        shutil.chown(path, "dovecot", "dovecot")
    (folder / "dovecot.conf").write_text(CONFIGURATION.format(folder=folder))
    described = _fetch(folder, "uid imap.envelope imap.bodystructure")
    trees = [_tree(one["imap.bodystructure"]) for one in described]
    sections = sorted({section for tree in trees for section, _ in _leaves(tree, "")})
    fetched = _fetch(folder, " ".join(f"body.{section} binary.{section}" for section in sections))
    return [
        Letter(
            tuple(_containers(tree)),
            tuple(
                _part(leaf, found[f"body.{section}"], found[f"binary.{section}"]) for section, leaf in _leaves(tree, "")
            ),
            _tree(one["imap.envelope"]),
        )
        for one, tree, found in zip(described, trees, fetched, strict=True)
    ]


def _fetch(folder: Path, fields: str) -> list[dict[str, str]]:
    command = ["doveadm", "-c", str(folder / "dovecot.conf"), "-f", "json", "fetch", fields, "all"]
    environ = os.environ | {"USER": "root", "HOME": str(folder)}
    done = subprocess.run(command, capture_output=True, env=environ, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.decode("utf-8", "replace"))
    assert isinstance(found, list)
    return found


def _tree(text: str) -> list[Tree]:
    """Read an IMAP list: atoms, quoted strings, literals, lists."""
    raw, stack = text.encode(), list[list[Tree]]([[]])
    token = re.compile(rb'\s*(?:(\()|(\))|"((?:[^"\\]|\\.)*)"|\{(\d+)\}\r\n|([^\s()"{]+))', re.DOTALL)
    place = 0
    while place < len(raw.rstrip()):
        found = token.match(raw, place)
        assert found, raw[place:]
        place = found.end()
        if found[1]:
            stack.append([])
        elif found[2]:
            closed = stack.pop()
            stack[-1].append(closed)
        elif found[3] is not None:
            stack[-1].append(re.sub(rb"\\(.)", rb"\1", found[3]).decode())
        elif found[4]:
            stack[-1].append(raw[place : place + int(found[4])].decode())
            place += int(found[4])
        else:
            stack[-1].append(None if found[5] == b"NIL" else found[5].decode())
    return stack[0]


def _leaves(tree: Sequence[Tree], prefix: str) -> Iterator[tuple[str, Sequence[Tree]]]:
    """Every part that holds no others, with its section number (RFC 3501 6.4.5)."""
    children = [one for one in tree if isinstance(one, list)] if isinstance(tree[0], list) else []
    if not children:
        yield prefix or "1", tree
        return
    for number, child in enumerate(_inner(tree), 1):
        yield from _leaves(child, f"{prefix}.{number}" if prefix else str(number))


def _inner(tree: Sequence[Tree]) -> Iterator[list[Tree]]:
    for one in tree:
        if not isinstance(one, list):
            return
        yield one


def _containers(tree: Sequence[Tree]) -> Iterator[str]:
    if isinstance(tree[0], list):
        yield str(next(one for one in tree if isinstance(one, str)))
        for child in _inner(tree):
            yield from _containers(child)


def _part(leaf: Sequence[Tree], raw: str, decoded: str) -> Part:
    kind = f"{leaf[0]}/{leaf[1]}"
    parameters = _pairs(leaf[2])
    # Behind the size stands the number of lines in a text, then the checksum and the disposition.
    disposition = leaf[9 if leaf[0] == "text" else 8]
    how, about = (str(disposition[0]), _pairs(disposition[1])) if isinstance(disposition, list) else ("", {})
    content = base64.b64decode(raw) if leaf[5] == "base64" else decoded.encode()
    return Part(kind, _filename(about), str(leaf[3] or ""), how, parameters, content)


def _pairs(tree: Tree) -> dict[str, str]:
    texts = [str(one) for one in tree] if isinstance(tree, list) else []
    return dict(zip(texts[::2], texts[1::2], strict=True))


def _filename(about: Mapping[str, str]) -> str:
    """The name of a file, which Dovecot leaves as RFC 2231 has it."""
    from urllib.parse import unquote

    if "filename" in about:
        return about["filename"]
    pieces = [
        about[name] for name in sorted(about, key=lambda name: int(re.sub(r"\D", "", name) or 0)) if "filename" in name
    ]
    return unquote("".join(pieces).removeprefix("utf-8''"))
