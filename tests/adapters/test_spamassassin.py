"""SpamAssassin as a child: a stand-in that is a real program, one that hangs, none, and the real one if it is here."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from sendoff.adapters.system.spamassassin import SpamAssassin
from sendoff.core.content_check import SpamScore

MESSAGE = b"From: a@example.com\r\nTo: b@example.com\r\nSubject: Hi\r\n\r\nHi\r\n"


def program(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_the_program_is_asked(path: Path) -> None:
    said = (
        "X-Spam-Status: Yes, score=6.3 required=5.0 tests=HTML_MESSAGE,\\r\\n\\tURI_SHORT"
        " autolearn=no version=4.0.0\\r\\n"
    )
    program(path, "spamassassin",
            f"import sys\nassert sys.argv[1:] == ['--local']\nread = sys.stdin.buffer.read()\n"
            f"assert read.startswith(b'From: a@')\nsys.stdout.buffer.write(b'{said}' + read)")  # fmt: skip
    assert SpamAssassin().score(MESSAGE) == SpamScore(score=6.3, threshold=5.0, rules=("HTML_MESSAGE", "URI_SHORT"))


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_without_its_daemon_the_program_itself_is_asked(path: Path) -> None:
    program(path, "spamc", "raise SystemExit(69)")
    program(path, "spamassassin", "print('X-Spam-Status: No, score=-0.1 required=5.0 tests=none\\n')")
    assert SpamAssassin().score(MESSAGE) == SpamScore(score=-0.1, threshold=5.0)


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
@pytest.mark.parametrize("body", ["import time\ntime.sleep(300)", "raise SystemExit(1)", "print('nonsense')", ""])
def test_what_does_not_answer_says_nothing_in_time(path: Path, body: str) -> None:
    program(path, "spamassassin", body)
    began = time.monotonic()
    assert SpamAssassin(seconds=0.5).score(MESSAGE) is None
    assert time.monotonic() - began < 60


def test_its_absence_is_silent(path: Path) -> None:
    assert not list(path.iterdir())
    assert SpamAssassin().score(MESSAGE) is None


PACKAGES = Path(os.environ.get("SENDOFF_MAIL_SERVERS") or "/nowhere")
PROGRAM = """#!/bin/sh
exec perl {libraries} -T {root}/usr/bin/spamassassin --configpath={root}/usr/share/spamassassin \\
    --siteconfigpath={root}/etc/spamassassin --prefspath={folder}/preferences "$@"
"""


def unpacked(folder: Path) -> bool:
    """Make a program in `folder` of SpamAssassin's Debian packages, where they are unpacked; say whether they are."""
    if not (PACKAGES / "usr/bin/spamassassin").exists():
        return False
    libraries = [PACKAGES / "usr/share/perl5", *PACKAGES.glob("usr/lib/*/perl5/*")]
    words = PROGRAM.format(libraries=" ".join(f"-I{each}" for each in libraries), root=PACKAGES, folder=folder)
    (folder / "spamassassin").write_text(words)
    (folder / "spamassassin").chmod(0o755)
    (folder / "preferences").write_text("")
    return True


def test_the_real_one_knows_its_own_test_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if unpacked(tmp_path):
        monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    elif shutil.which("spamassassin") is None:
        assert os.environ.get("SENDOFF_REQUIRE_ALL") != "1", "SpamAssassin is not there"
        pytest.skip("SpamAssassin is neither installed nor below SENDOFF_MAIL_SERVERS")
    gtube = b"XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"
    found = SpamAssassin(seconds=60).score(MESSAGE + gtube + b"\r\n")
    assert found is not None
    assert found.score > 900 > found.threshold
    assert "GTUBE" in found.rules
    plain = SpamAssassin(seconds=60).score(MESSAGE)
    assert plain is not None
    assert plain.score < 100
