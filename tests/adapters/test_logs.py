"""No secret and no whole address reaches the log: canaries."""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.adapters.system import logs
from sendoff.core.errors import StorageError

CANARY = 'kanari "§ vogel/7+\\'
ENCODED = base64.b64encode(CANARY.encode()).decode()
log = logging.getLogger("sendoff.test")


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    yield
    logs.stop_logging()
    logging.getLogger("sendoff").setLevel(logging.NOTSET)


def written(folder: Path) -> str:
    return "".join(path.read_text("utf-8") for path in sorted(folder.iterdir()))


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO])
def test_a_registered_secret_never_shows(tmp_path: Path, level: int) -> None:
    logs.start_logging(tmp_path, level)
    logs.redact(CANARY)
    log.info("%s", CANARY)
    log.info("as repr %r, as JSON %s", CANARY, json.dumps({"p": CANARY}))
    log.debug("smtp://anna:%s@host", quote(CANARY, safe=""))
    log.info("plain %s", base64.b64encode(f"\0anna\0{CANARY}".encode()).decode())
    log.info("login b'%s'", ENCODED)
    log.info("url-safe %s", base64.urlsafe_b64encode(CANARY.encode()).decode())
    try:
        int(CANARY)
    except ValueError:
        log.exception("with a traceback")
    text = written(tmp_path)
    assert "Traceback" in text
    assert text.count("[hidden]") >= 7
    assert "vogel" not in text
    assert ENCODED not in text
    assert quote(CANARY, safe="") not in text


@pytest.mark.parametrize(
    "line",
    [
        "send: 'AUTH PLAIN AGFubmEAa2FuYXJp\\r\\n'",
        "send: b'auth plain AGFubmEAa2FuYXJp\\r\\n'",
        "AUTH LOGIN AGFubmEAa2FuYXJp",
        "AUTH XOAUTH2 AGFubmEAa2FuYXJp and more",
        "('127.0.0.1', 5) >> b'AUTH CRAM-MD5 AGFubmEAa2FuYXJp'",
        "smtp://anna:AGFubmEAa2FuYXJp@host:587",
        "smtp://:AGFubmEAa2FuYXJp@host:587",
    ],
)
def test_what_follows_auth_never_shows_though_nobody_registered_it(tmp_path: Path, line: str) -> None:
    logs.start_logging(tmp_path, logging.DEBUG)
    log.debug(line)
    assert "AGFubmEAa2FuYXJp" not in written(tmp_path)
    assert "[hidden]" in written(tmp_path)


def test_harmless_lines_stay_readable(tmp_path: Path) -> None:
    logs.start_logging(tmp_path)
    logs.redact("kanari7")
    lines = ["the auth plan failed for everybody", "250-AUTH PLAIN LOGIN", "https://example.com/a:b", "AUTH PLAIN"]
    for line in lines:
        log.info(line)
    assert [line.split("sendoff.test: ")[1] for line in written(tmp_path).splitlines()] == lines


def test_a_short_secret_is_hidden_where_it_stands_alone(tmp_path: Path) -> None:
    logs.start_logging(tmp_path)
    logs.redact("7k")
    log.info("535 no such password: 7k, at 17kB of 7kB, %s", base64.b64encode(b"\0anna\x007k").decode())
    assert "535 no such password: [hidden], at 17kB of 7kB, [hidden]" in written(tmp_path)


def test_addresses_are_shortened_but_for_the_fault_finder(tmp_path: Path) -> None:
    logs.start_logging(tmp_path, logging.DEBUG)
    log.info("to <anna.lee@example.com>, RCPT TO:<jürgen+x@bücher.example>")
    log.debug("to bert@example.com")
    text = written(tmp_path)
    assert "<a…@example.com>" in text
    assert "<j…@bücher.example>" in text
    assert "anna.lee" not in text
    assert "bert@example.com" in text


@given(
    name=st.from_regex(r"[a-z0-9.+_-]{2,30}", fullmatch=True),
    domain=st.from_regex(r"[a-z]{1,9}\.[a-z]{2,5}", fullmatch=True),
)
def test_no_local_part_survives(name: str, domain: str) -> None:
    record = logging.LogRecord("x", logging.INFO, "", 0, "to %s now", (f"{name}@{domain}",), None)
    assert logs.RedactingFormatter("%(message)s").format(record) == f"to {name[0]}…@{domain} now"


def test_the_log_is_at_most_five_files(tmp_path: Path) -> None:
    logs.start_logging(tmp_path)
    for _ in range(70):
        log.info("x" * 100_000)
    files = list(tmp_path.iterdir())
    assert len(files) == 5
    assert all(path.stat().st_size <= 1_000_000 for path in files)


def test_levels_and_others_warnings(tmp_path: Path) -> None:
    logs.start_logging(tmp_path)
    log.debug("unheard")
    logging.getLogger("other").info("unheard")
    logging.getLogger("other").warning("heard")
    lines = written(tmp_path).splitlines()
    assert [line.split("Z ")[1] for line in lines] == ["WARNING other: heard"]


def test_starting_twice_writes_once(tmp_path: Path) -> None:
    logs.start_logging(tmp_path / "one")
    logs.start_logging(tmp_path / "two")
    log.info("here")
    assert written(tmp_path / "one") == ""
    assert written(tmp_path / "two").count("here") == 1


def test_a_disk_that_fills_up_does_not_disturb(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.start_logging(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(logs._LogFile, "shouldRollover", full)
    log.info("lost")
    assert capsys.readouterr().err == ""


def test_a_line_that_cannot_be_made_is_told_without_its_arguments(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.start_logging(tmp_path)
    # Where the test library hears of it, it fails the test.
    logging.getLogger().handlers[-1].handle(logging.makeLogRecord({"msg": "%d rows of %s", "args": ("a", CANARY)}))
    said = capsys.readouterr().err
    assert "TypeError" in said
    assert "%d rows of %s" in said
    assert "vogel" not in said
    log.info("the next one")
    assert "the next one" in written(tmp_path)


def test_a_log_that_cannot_be_opened_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError):
        logs.start_logging(tmp_path / "file")
