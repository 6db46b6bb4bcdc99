"""The log's lines become entries, and are filtered by how grave they are and by words."""

from __future__ import annotations

from sendoff.core.log_lines import entries, matching, shown

LINES = """\
2026-11-22T21:43:05.001Z INFO sendoff.services.journal: campaign a is running
2026-11-22T21:43:06.002Z ERROR sendoff: A bug in Sendoff
Traceback (most recent call last):
  ValueError: no
2026-11-22T21:43:07.003Z WARNING urllib: slow""".splitlines()


def test_a_traceback_belongs_to_its_entry() -> None:
    found = entries(LINES)
    assert [one.level for one in found] == ["info", "error", "warning"]
    assert found[1].text.endswith("ValueError: no")
    assert shown(found[1]).splitlines() == [
        "2026-11-22 21:43:06  error     sendoff: A bug in Sendoff",
        "    Traceback (most recent call last):",
        "      ValueError: no",
    ]


def test_filters_by_level_and_by_every_word() -> None:
    found = entries(LINES)
    assert [one.level for one in matching(found, "warning")] == ["error", "warning"]
    assert [one.level for one in matching(found, words="valueerror bug")] == ["error"]
    assert matching(found, "error", "campaign") == []
    assert entries(["cut line", *LINES])[0].text == "cut line"
