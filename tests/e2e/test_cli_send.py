"""`sendoff send` from start to end: exit statuses, the line of JSON, resuming, and never twice."""

from __future__ import annotations

import io
import signal
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests.e2e.command_line import Desk, ended, until
from tests.fakes.ports import own_port
from tests.fakes.sink import SinkProcess
from tests.fakes.smtp_servers import Script, ScriptedServer

from sendoff.bootstrap import _context
from sendoff.cli.main import UNWELL, run

FIGURES = {"queued", "accepted", "failed", "deferred", "in_doubt", "suppressed", "skipped", "cancelled"}
FAST = ("--yes", "--json", "--no-limits")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def taken(sink: SinkProcess) -> Counter[str]:
    return Counter(record["recipient"] for record in sink.records())


def test_everything_accepted_is_status_0_and_the_figures_sum_to_the_list(desk: Desk, tmp_path: Path) -> None:
    rows = "email,first_name\na@example.test,A\nnobody,B\na@example.test,C\nd@example.test,D\n"
    campaign = desk.campaign(people_csv=rows)
    with SinkProcess(tmp_path / "sink.log") as sink:
        sent = desk.run("send", str(campaign), "--smtp", sink.url, *FAST)
        assert sent.status == 0, sent.err
        assert taken(sink) == {"a@example.test": 1, "d@example.test": 1}
    told = sent.json
    assert {"campaign", "state", "counts", "seconds", "messages_per_second"} <= set(told)
    assert set(told["counts"]) == FIGURES
    assert told["state"] == "finished"
    assert told["counts"] | {"accepted": 0, "skipped": 0} == dict.fromkeys(FIGURES, 0)
    assert (told["counts"]["accepted"], told["counts"]["skipped"]) == (2, 2)
    assert len(sent.out.splitlines()) == 1


def test_a_refused_recipient_is_status_1_and_report_says_why(desk: Desk, tmp_path: Path) -> None:
    campaign = desk.campaign(3)
    with SinkProcess(tmp_path / "sink.log", "--faults", "rcpt=550") as sink:
        sent = desk.run("send", str(campaign), "--smtp", sink.url, *FAST)
    assert (sent.status, sent.json["counts"]["failed"]) == (1, 3)
    told = desk.run("report", "--json").json
    assert [(cause["state"], cause["count"]) for cause in told["causes"]] == [("failed", 3)]
    files = {kind: tmp_path / f"report.{kind}" for kind in ("csv", "xlsx", "pdf")}
    written = desk.run("report", *(word for kind, path in files.items() for word in (f"--{kind}", str(path))))
    assert written.status == 0, written.err
    assert files["csv"].read_text(encoding="utf-8-sig").count("person") == 3
    assert files["xlsx"].read_bytes().startswith(b"PK")
    assert files["pdf"].read_bytes().startswith(b"%PDF-")
    cause = told["causes"][0]["reason"]
    assert desk.run("remedy", "Spring sale", cause, "--block", "--json").json["added"] == 3
    assert desk.run("remedy", "Spring sale", cause, "--new-draft", "--json").json["rows"] == 3
    lost = desk.run("remedy", "Spring sale", "greylisted", "--block", "--json")
    assert (lost.status, lost.json["error"]["code"]) == (2, "no_cause")
    refused = desk.run("report", "--pdf", str(tmp_path / "no" / "such" / "folder.pdf"))
    assert (refused.status, "folder.pdf" in refused.err) == (2, True)


def test_retry_sends_to_the_failed_alone(desk: Desk, tmp_path: Path) -> None:
    campaign = desk.campaign(12)
    log = tmp_path / "sink.log"
    with SinkProcess(log, "--faults", "rcpt=550:0.5", "--seed", "3") as sink:
        first = desk.run("send", str(campaign), "--smtp", sink.url, *FAST)
        port = sink.port
    assert 0 < first.json["counts"]["failed"] < 12, "the seed must fail some and not all"
    with SinkProcess(log, port=port) as sink:
        again = desk.run("retry", "Spring sale", "--yes", "--json")
        assert (again.status, again.json["counts"]["accepted"]) == (0, 12)
        assert set(taken(sink).values()) == {1}


def test_a_finished_campaign_is_never_started_twice(desk: Desk, tmp_path: Path) -> None:
    campaign = desk.campaign(3)
    with SinkProcess(tmp_path / "sink.log") as sink:
        first = desk.run("send", str(campaign), "--smtp", sink.url, *FAST)
        second = desk.run("send", str(campaign), "--smtp", sink.url, *FAST)
        assert second.status == 0
        assert second.json["counts"] == first.json["counts"]
        assert "already sent" in second.err
        assert len(sink.records()) == 3


def test_the_sandbox_starts_a_finished_campaign_anew(desk: Desk) -> None:
    campaign = str(desk.campaign(3))
    told = [desk.run("send", campaign, "--sandbox", *FAST) for _ in range(2)]
    assert [one.status for one in told] == [0, 0]
    assert told[0].json["campaign"] != told[1].json["campaign"]
    assert not (desk.home / "sendoff.db").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_pauses_and_the_same_command_goes_on(desk: Desk, tmp_path: Path, number: signal.Signals) -> None:
    command = ("send", str(desk.campaign(60)), "--yes", "--json", "--connections", "2")
    with SinkProcess(tmp_path / "sink.log", "--latency", "10") as sink:
        first = desk.start(*command, "--smtp", sink.url)
        until(lambda: len(sink.records()) >= 5, "nothing was sent")
        first.send_signal(number)
        paused = ended(first)
        assert paused.status == 130, paused.err
        assert (paused.json["state"], sum(paused.json["counts"].values())) == ("paused", 60)
        assert paused.json["counts"]["in_doubt"] == 0
        assert "Run the same command to go on." in paused.err
        second = desk.run(*command, "--smtp", sink.url)
        assert second.status == 0, second.err
        assert "Resuming" in second.err
        assert second.json["counts"]["accepted"] == 60
        assert (len(taken(sink)), set(taken(sink).values())) == (60, {1})


class Impatient(io.StringIO):
    """A terminal at which Ctrl-C is pressed while a word is written."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = word

    def write(self, text: str) -> int:
        if self._word in text:
            self._word = "\0"
            signal.raise_signal(signal.SIGINT)
        return super().write(text)


@pytest.mark.parametrize(("word", "more"), [("Done in", ()), ('"counts"', ("--json",))])
@pytest.mark.parametrize("several", [False, True])
def test_an_interrupt_after_the_end_changes_nothing_of_how_it_ended(
    desk: Desk, tmp_path: Path, word: str, more: tuple[str, ...], several: bool
) -> None:
    files = [str(desk.campaign(3))]
    if several:
        (tmp_path / "other.toml").write_text(Path(files[0]).read_text().replace("Spring", "Winter"))
        files.append(str(tmp_path / "other.toml"))
    context = replace(_context({"SENDOFF_HOME": str(desk.home)}), stdout=Impatient(word), stderr=io.StringIO())
    with SinkProcess(tmp_path / "sink.log", "--faults", "rcpt=550") as sink:
        command = ["send", *files, "--smtp", sink.url, "--yes", "--no-limits", *more]
        assert run(command, context) == UNWELL
    assert desk.run("status", "Spring sale", "--json").json["state"] == "finished"


def test_a_second_interrupt_drops_what_is_in_flight(desk: Desk, tmp_path: Path) -> None:
    campaign = desk.campaign(3)
    with SinkProcess(tmp_path / "sink.log", "--faults", "dot=silent") as sink:
        sending = desk.start("send", str(campaign), "--smtp", sink.url, *FAST)
        until(lambda: len(sink.events("refused")) == 1, "no message reached its end")
        sending.send_signal(signal.SIGINT)
        assert sending.stderr is not None
        while "Pausing" not in sending.stderr.readline():
            pass
        sending.send_signal(signal.SIGINT)
        dropped = ended(sending)
    assert dropped.status == 130
    assert dropped.json["counts"]["in_doubt"] == 1
    doubtful = desk.run("retry", "Spring sale", "--in-doubt", "--yes", "--json")
    assert "may still be about to arrive" in doubtful.err
    settled = desk.run("resolve", "Spring sale", "person1@example.test", "--accepted", "--json")
    assert (settled.status, settled.json["counts"]["accepted"], settled.json["marked_as_sent"]) == (0, 1, 1)
    told = desk.run("status")
    assert ": 0 accepted, 1 marked as sent by you, 2 " in told.err + told.out
    report = desk.run("report", "--csv", str(tmp_path / "rows.csv"))
    assert "0 accepted, 1 marked as sent by you" in report.err + report.out
    assert (tmp_path / "rows.csv").read_text(encoding="utf-8-sig").count(",marked_as_sent,") == 1


def test_a_killed_sender_resumes_without_sending_twice(desk: Desk, tmp_path: Path) -> None:
    command = ("send", str(desk.campaign(60)), "--yes", "--json", "--connections", "3")
    with SinkProcess(tmp_path / "sink.log", "--latency", "10") as sink:
        first = desk.start(*command, "--smtp", sink.url)
        until(lambda: len(sink.records()) >= 5, "nothing was sent")
        first.kill()
        ended(first)
        second = desk.run(*command, "--smtp", sink.url)
        counts = second.json["counts"]
        assert counts["accepted"] + counts["in_doubt"] == 60
        assert counts["in_doubt"] <= 3
        assert second.status == (1 if counts["in_doubt"] else 0)
        assert set(taken(sink).values()) == {1}
        assert len(taken(sink)) >= counts["accepted"]


def test_a_lost_sign_in_in_mid_run_is_status_3_and_resume_goes_on(desk: Desk, tmp_path: Path) -> None:
    campaign = str(desk.campaign(3))
    with ScriptedServer(Script(at={"MAIL": b"530 5.7.0 Authentication required\r\n"}), own_port()) as server:
        url, port = f"smtp://127.0.0.1:{server.port}?security=none", server.port
        sent = desk.run("send", campaign, "--smtp", url, *FAST)
    assert (sent.status, sent.json["state"]) == (3, "paused"), sent.err
    assert "Authentication required" in sent.json["reason"]
    away = desk.run("send", campaign, "--smtp", url, *FAST)
    assert (away.status, away.json["error"]["code"]) == (3, "refused")
    with SinkProcess(tmp_path / "sink.log", port=port) as sink:
        resumed = desk.run("resume", "--json")
        assert (resumed.status, resumed.json["counts"]["accepted"]) == (0, 3), resumed.err
        assert len(sink.records()) == 3
    nothing = desk.run("resume")
    assert (nothing.status, "nothing to resume" in nothing.err) == (2, True)


def test_a_dry_run_and_a_check_store_and_send_nothing(desk: Desk, tmp_path: Path) -> None:
    campaign = str(desk.campaign(3))
    desk.run("accounts", "list")
    with SinkProcess(tmp_path / "sink.log") as sink:
        dry = desk.run("send", campaign, "--smtp", sink.url, "--dry-run", "--json")
        checked = desk.run("check", campaign, "--json")
        assert sink.records() == []
    assert (dry.status, checked.status) == (0, 0), dry.err + checked.err
    assert "Hello Name1" in dry.err
    said = dry.json
    assert said.pop("plan")["messages"] == 3
    assert "3 messages; as fast as the server takes them." in dry.err
    told = checked.json
    assert told.pop("sender")["domain"] == "example.test"  # which only the check looks up
    assert said == told
    assert desk.run("status").status == 2


def test_a_test_goes_to_the_address_given_and_leaves_no_campaign(desk: Desk, tmp_path: Path) -> None:
    with SinkProcess(tmp_path / "sink.log") as sink:
        tested = desk.run("send", str(desk.campaign(3)), "--smtp", sink.url, "--test", "me@example.test", "--json")
        assert tested.status == 0, tested.err
        assert taken(sink) == {"me@example.test": 1}
    assert desk.run("status").status == 2


def test_without_yes_and_without_a_terminal_nothing_is_sent(desk: Desk, tmp_path: Path) -> None:
    with SinkProcess(tmp_path / "sink.log") as sink:
        asked = desk.run("send", str(desk.campaign(3)), "--smtp", sink.url, "--json")
        assert (asked.status, asked.json["error"]["code"]) == (2, "confirm")
        assert sink.records() == []
    assert desk.run("status").status == 2


def test_the_password_comes_from_the_environment_or_standard_input(desk: Desk, tmp_path: Path) -> None:
    with SinkProcess(tmp_path / "sink.log", "--auth", "anna:opensesame") as sink:
        url = sink.url.replace("smtp://", "smtp://anna@")
        missing = desk.run("send", str(desk.campaign(1, name="One")), "--smtp", url, *FAST)
        by_environment = desk.run("send", str(desk.campaign(1)), "--smtp", url, *FAST, SENDOFF_PASSWORD="opensesame")
        two = str(desk.campaign(1, name="Two"))
        by_stdin = desk.run("send", two, "--smtp", url, *FAST, "--password-stdin", given="opensesame\n")
    assert (missing.status, missing.json["error"]["code"]) == (2, "no_password")
    assert (by_environment.status, by_stdin.status) == (0, 0), by_environment.err + by_stdin.err


def test_try_does_the_whole_job(desk: Desk) -> None:
    tried = desk.run("try", "--terminal", "--recipients", "9", "--json")
    assert tried.status == 0, tried.err
    assert tried.json["counts"]["accepted"] == 9
    assert len(list((desk.home / "sandbox" / "mail").glob("*.eml"))) == 9
    assert desk.run("status", "--sandbox", "--json").json["campaign"] == tried.json["campaign"]


def test_who_got_the_same_before_is_named(desk: Desk, tmp_path: Path) -> None:
    first = desk.campaign(3)
    again = tmp_path / "again.toml"
    again.write_text(first.read_text().replace("Spring sale", "Once more"), encoding="utf-8")
    with SinkProcess(tmp_path / "sink.log") as sink:
        sent = desk.run("send", str(first), "--smtp", sink.url, "--yes", "--json")
        assert sent.status == 0, sent.err
        assert "already got" not in sent.err
        told = desk.run("send", str(again), "--smtp", sink.url, "--yes", "--json")
        assert told.status == 0, told.err  # said, not forbidden
        assert "3 of 3 people already got “Hello [First name]” " in told.err
