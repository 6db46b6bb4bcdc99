"""The command line's own parts: what may be typed, its sentences, and what a bug looks like."""

from __future__ import annotations

import argparse
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sendoff.bootstrap import _context
from sendoff.cli.explaining import EXAMPLES
from sendoff.cli.main import BAD_INPUT, BUG, INTERRUPTED, OK, UNWELL, WAITING, run
from sendoff.cli.parser import build_parser
from sendoff.cli.running import exit_status
from sendoff.cli.words import figures, pace_text, people
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import COUNTED
from sendoff.core.errors import HeldError
from sendoff.core.events import PaceChanged, PaceKind


def counts(**some: int) -> dict[str, int]:
    return {**dict.fromkeys(COUNTED, 0), **some}


def test_version_and_help_load_neither_database_nor_tables_nor_qt() -> None:
    code = (
        "import sys\nfrom sendoff.bootstrap import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit as end: assert not end.code\n"
        "print(sorted({'sqlalchemy', 'rich', 'PySide6', 'aiosmtpd', 'keyring'} & set(sys.modules)))"
    )
    for word in ("--version", "--help"):
        shown = subprocess.run([sys.executable, "-c", code, word], capture_output=True, text=True, check=True).stdout
        assert shown.splitlines()[-1] == "[]"


def test_an_open_data_folder_has_loaded_nothing_that_a_plain_campaign_does_without(tmp_path: Path) -> None:
    seldom = [
        *("alembic", "sqlalchemy.dialects.postgresql", "lark", "rapidfuzz", "python_calamine", "xlsxwriter"),
        *("markdown_it", "mrml", "css_inline", "babel", "dns", "oauthlib", "imap_tools", "aiosmtpd", "cryptography"),
    ]
    code = (
        "import os, sys\nfrom sendoff.adapters.system.paths import find_home\n"
        "from sendoff.bootstrap import open_services\n"
        "services = open_services(find_home(os.environ), 'test', environ=os.environ)\n"
        "loaded = sorted(set(sys.argv[1:]) & set(sys.modules))\n"
        "services.close()\nprint(loaded)"
    )
    environ = {**os.environ, "SENDOFF_HOME": str(tmp_path)}
    command = [sys.executable, "-c", code, *seldom]
    shown = subprocess.run(command, env=environ, capture_output=True, text=True, check=True).stdout
    assert shown.splitlines() == ["[]"]


@pytest.mark.parametrize(
    "words",
    [
        ["bogus"],
        ["send"],
        ["send", "a.toml", "--conn", "3"],
        ["send", "a.toml", "--connections", "0"],
        ["send", "a.toml", "--delay", "-1"],
        ["send", "a.toml", "--sandbox", "--smtp", "smtp://a"],
        ["retry"],
        ["sandbox", "--port", "70000"],
    ],
)
def test_bad_usage_is_status_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        build_parser().parse_args(words)
    assert end.value.code == BAD_INPUT
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("raised", "status", "said"),
    [
        (KeyError("mia@example.test"), BUG, "This is a bug in Sendoff."),
        (HeldError("In use.", remedy="Wait."), BAD_INPUT, "In use. Wait."),
        (KeyboardInterrupt(), INTERRUPTED, ""),
    ],
)
def test_how_a_command_ends_that_cannot_go_on(raised: BaseException, status: int, said: str, tmp_path: Path) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise raised

    out, err = io.StringIO(), io.StringIO()
    real = _context({"SENDOFF_HOME": str(tmp_path)})
    assert run(["status"], replace(real, open_services=fail, stdout=out, stderr=err)) == status
    assert said in err.getvalue()
    assert "mia@example.test" not in err.getvalue()
    assert out.getvalue() == ""
    if status == BUG:
        log = (tmp_path / "logs" / "sendoff.log").read_text()
        assert "Traceback" in log
        assert "mia@" not in log


@pytest.mark.parametrize(
    ("state", "figures_", "interrupted", "status"),
    [
        (CampaignState.FINISHED, counts(accepted=3, skipped=1, suppressed=1), False, 0),
        (CampaignState.FINISHED, counts(accepted=3, failed=1), False, 1),
        (CampaignState.FINISHED, counts(accepted=3, in_doubt=1), False, 1),
        (CampaignState.STOPPED, counts(accepted=3, cancelled=1), False, 1),
        (CampaignState.PAUSED, counts(queued=3), False, 3),
        (CampaignState.PAUSED, counts(queued=3), True, 130),
        (CampaignState.FINISHED, counts(accepted=3), True, 0),
    ],
)
def test_exit_status(state: CampaignState, figures_: dict[str, int], interrupted: bool, status: int) -> None:
    campaign = Campaign(id="a", name="A", state=state)
    assert exit_status(campaign, figures_, interrupted=interrupted) == status


def test_figures_leave_out_zeros_but_for_the_accepted() -> None:
    assert figures(counts(accepted=1212, in_doubt=1, queued=787)) == "1,212 accepted, 1 in doubt, 787 not started"
    assert figures(counts(queued=2)) == "0 accepted, 2 not started"
    assert (people(1), people(4812)) == ("1 person", "4,812 people")


@pytest.mark.parametrize(
    ("pace", "said"),
    [
        (None, "Connecting."),
        (PaceChanged("a", PaceKind.SENDING), "Sending 30 a minute."),
        (
            PaceChanged("a", PaceKind.LIMIT, "30/minute", 38_000),
            "Waiting 38 s: 30 a minute is the limit set for Microsoft 365.",
        ),
        (PaceChanged("a", PaceKind.RECONNECTING, "it closed", 4_000), "Connecting again in 4 s: it closed."),
        (PaceChanged("a", PaceKind.PARKED, "451 later", 4_000), "The server asked for a rest until "),
        (PaceChanged("a", PaceKind.DEFERRED, "", 4_000), "Trying again in 4 s: 3 recipients were deferred."),
    ],
)
def test_the_sentence_for_every_pace(pace: PaceChanged | None, said: str) -> None:
    assert said in pace_text(pace, now=0, per_second=0.5, server="Microsoft 365", deferred=3)


def commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from commands(below)


def test_every_argument_says_what_it_stands_for() -> None:
    mute = [
        f"{one.prog}: {action.dest}"
        for one in commands(build_parser())
        for action in one._actions
        if not action.help and not isinstance(action, argparse._SubParsersAction)
    ]
    assert mute == []


def test_every_example_can_be_typed_and_belongs_to_a_command() -> None:
    known = {one.prog.partition(" ")[2] for one in commands(build_parser())}
    assert set(EXAMPLES) <= known
    for name, examples in EXAMPLES.items():
        for example in examples:
            program, *words = shlex.split(example)
            assert program == "sendoff"
            assert example.startswith(f"sendoff {name}")
            assert build_parser().parse_args(words).run


def test_the_examples_keep_their_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args(["send", "--help"])
    assert "\n  sendoff send campaign.toml --first 20\n" in capsys.readouterr().out


def test_the_statuses_in_the_help_are_those_that_are_returned() -> None:
    said = build_parser().epilog or ""
    for status in (OK, UNWELL, BAD_INPUT, WAITING, BUG, INTERRUPTED):
        assert re.search(rf"\b{status} [a-z]", said), status


def test_the_shell_s_script_knows_every_command_and_option(tmp_path: Path) -> None:
    def script(shell: str) -> str:
        out = io.StringIO()
        assert run(["completion", shell], replace(_context({"SENDOFF_HOME": str(tmp_path)}), stdout=out)) == OK
        return out.getvalue()

    bash, fish = script("bash"), script("fish")
    assert script("zsh").endswith(bash)
    for one in commands(build_parser()):
        path = one.prog.partition(" ")[2]
        assert not path or f'" {path}") words=' in bash
    assert "-f -a duplicate -d 'make a draft" in fish
    if shutil.which("bash") is None:
        return
    kept = tmp_path / "script"
    kept.write_text(bash, encoding="utf-8")
    asked = f'. {kept}; COMP_WORDS=(sendoff accounts ex); COMP_CWORD=2; _sendoff; echo "${{COMPREPLY[@]}}"'
    found = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True)
    assert found.stdout == "export\n"
