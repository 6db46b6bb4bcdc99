"""`sendoff send A.toml B.toml`: both are checked first, then sent at the same time in one process."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.command_line import Desk
from tests.fakes.sink import SinkProcess


def two(folder: Path, second: str = "people.csv") -> tuple[Desk, str, str]:
    """Two campaign files beside each other."""
    desk = Desk(folder)
    sale = desk.campaign(40)
    news = folder / "news.toml"
    news.write_text(sale.read_text().replace("Spring sale", "News").replace("people.csv", second))
    return desk, str(sale), str(news)


def test_both_are_sent_at_the_same_time(tmp_path: Path) -> None:
    desk, sale, news = two(tmp_path)
    with SinkProcess(tmp_path / "sink.log", "--latency", "20") as sink:
        words = ("--smtp", sink.url, "--connections", "2", "--yes", "--json")
        sent = desk.run("send", sale, news, *words)
        assert sent.status == 0, sent.err
        assert [(one["name"], one["counts"]["accepted"]) for one in sent.json["campaigns"]] == [
            ("Spring sale", 40),
            ("News", 40),
        ]
        order = [record["message_id"].split(".")[0] for record in sink.records()]
        assert len(order) == 80
        assert len(set(order[:40])) == 2
        again = desk.run("send", sale, news, *words)
        assert (again.status, len(sink.records())) == (0, 80)


def test_what_is_wrong_with_one_sends_none(tmp_path: Path) -> None:
    desk, sale, news = two(tmp_path, "missing.csv")
    with SinkProcess(tmp_path / "sink.log") as sink:
        sent = desk.run("send", sale, news, "--smtp", sink.url, "--yes")
        assert (sent.status, sink.records()) == (2, [])
    assert "missing.csv" in sent.err
