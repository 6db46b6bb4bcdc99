"""The program finds its own files wherever it runs, and the user's files go before them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sendoff
from sendoff.adapters.system.resources import load_presets, load_rules, resource_path
from sendoff.core.errors import InputError
from sendoff.core.outcome import Stage, classify, parse_reply

CHECKOUT = Path(__file__).parents[2]


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_in_the_checkout() -> None:
    assert resource_path("rules", "replies.toml") == CHECKOUT / "resources" / "rules" / "replies.toml"
    assert resource_path().is_dir()


def test_in_an_installed_package(tmp_path: Path) -> None:
    package = tmp_path / "site" / "sendoff"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(Path(sendoff.__file__).parent, package, ignore=ignored)
    shutil.copytree(CHECKOUT / "resources", package / "_resources")
    code = "from sendoff.adapters.system.resources import resource_path; print(resource_path('rules'))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(package.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == package / "_resources" / "rules"


def test_in_a_frozen_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(CHECKOUT / "resources" / "rules", tmp_path / "resources" / "rules")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "sendoff"))
    assert resource_path("rules") == tmp_path / "resources" / "rules"
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setattr(sys, "executable", "/nowhere/sendoff")
    assert resource_path("rules") == tmp_path / "resources" / "rules"


def test_all_rules_and_presets_load() -> None:
    assert len(load_rules(None).rules) == 85
    presets = load_presets(None)
    assert list(presets)[:3] == ["gmail", "microsoft365", "outlook"]
    assert len(presets) == 41


def test_a_settings_folder_may_be_empty_or_absent(tmp_path: Path) -> None:
    assert load_rules(tmp_path) == load_rules(None)
    assert load_presets(tmp_path / "none") == load_presets(None)


def test_a_user_s_rules_go_first(tmp_path: Path) -> None:
    write(
        tmp_path,
        "rules/mine.toml",
        '[[rule]]\nid = "mine"\norder = 999\ncode = "550"\ntext = "club closed"\nclass = "policy_spam"\n'
        'action = "drop_suppress"\nsuppress = "soft"\n',
    )
    book = load_rules(tmp_path)
    assert len(book.rules) == 86
    reply = parse_reply(Stage.RCPT, 550, "5.1.1 Club closed")
    assert classify(reply, book, now=0).rule == "mine"
    assert classify(reply, load_rules(None), now=0).rule == "no-user-enhanced"


def test_a_user_s_preset_corrects_key_by_key_and_a_new_one_is_added(tmp_path: Path) -> None:
    write(tmp_path, "providers/gmail.toml", "[suggest]\nmessages_per_day = 90\n")
    write(
        tmp_path,
        "providers/office.toml",
        'name = "Our office"\nkind = "custom"\nchecked = 2026-11-22\n[[endpoints]]\nhost = "mail.example.com"\n'
        'port = 465\nsecurity = "tls"\n[[auth]]\nmethod = "password"\nworks = "yes"\n',
    )
    presets = load_presets(tmp_path)
    assert presets["gmail"].limits == ("20/minute", "90/day")
    assert presets["gmail"].endpoints == load_presets(None)["gmail"].endpoints
    assert presets["office"].endpoint.host == "mail.example.com"


RULE = '[[rule]]\nid = "a"\ncode = "5.."\nclass = "auth"\naction = "reconnect"\n'


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("[[rule]]\nid = \n", 2, "not TOML"),
        ('[[rule]]\nid = "open', 2, "not TOML"),
        (RULE + "\n" + RULE + "text = '('\n", 7, "not a regular expression"),
        ("# mine\n\n[[rule]]\nid = 'x'\n", 3, "`code` is missing"),
        ("# mine\n[[rules]]\nid = 'x'\n", 2, "`rules` is not known here"),
        ("\n[rule]\nid = 'x'\n", 2, "not a list of rules"),
    ],
)
def test_a_broken_rules_file_names_file_and_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    write(tmp_path, "rules/mine.toml", text)
    with pytest.raises(InputError) as caught:
        load_rules(tmp_path)
    assert caught.value.where == f"mine.toml, line {line}"
    assert says in caught.value.title
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("name = Gmail\n", 1, "not TOML"),
        ("\ncolour = 'red'\n", 2, "`colour` is not known here"),
        ("# mine\n\nname = 5\n", 3, "`name` is not a text"),
        ("[suggest]\nmessages_per_day = 'many'\n", 2, "not a whole number"),
        ("[[endpoints]]\nhost = 'x'\nport = 465\nsecurity = 'ssl'\n", 4, "cannot be 'ssl'"),
        ("\nid = 'yahoo'\n", 2, "`id` is not 'gmail'"),
    ],
)
def test_a_broken_preset_names_file_and_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    write(tmp_path, "providers/gmail.toml", text)
    with pytest.raises(InputError) as caught:
        load_presets(tmp_path)
    assert caught.value.where == f"gmail.toml, line {line}"
    assert says in caught.value.title


def test_a_file_in_another_encoding_names_the_line(tmp_path: Path) -> None:
    write(tmp_path, "rules/mine.toml", "")
    (tmp_path / "rules" / "mine.toml").write_bytes("# one\n# Größe\n".encode("latin-1"))
    with pytest.raises(InputError) as caught:
        load_rules(tmp_path)
    assert caught.value.where == "mine.toml, line 2"


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "rules" / "mine.toml").mkdir(parents=True)
    with pytest.raises(InputError, match="cannot be read"):
        load_rules(tmp_path)
