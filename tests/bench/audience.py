"""A million people: how long the audience table takes to open, search, filter, sort and scroll, and to be copied.

python -m tests.bench.audience --rows 1000000

Each line is the best and the worst of some rounds in milliseconds: the first page, then the whole order as row ids.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from sendoff import bootstrap
from sendoff.bootstrap.program import home_of
from sendoff.core.audience import Audience, Combination, Selection, Sort
from sendoff.core.recipient import Verdict
from sendoff.core.segment_grammar import parse_segment
from sendoff.services.app import Services

_FIRST = "Anna Ben Carla David Émile Frida Georg Hanna Ines Jörg Karl Lena Marie Nils Olga Paul".split()
_LAST = "Meyer Smith Dubois Garcia Rossi Novak Jensen Kowalski Tanaka Lee Brown Martin Weber Silva Kumar Chen".split()
_CITY = "Paris Berlin London Madrid Roma Praha Oslo Warszawa Tokyo Zürich".split()
_PAGE = 200


def lines(rows: int) -> Iterator[str]:
    """A list of eight columns."""
    chance = random.Random(4)
    yield "email,first_name,last_name,city,age,plan,signup,customer\n"
    for row in range(1, rows + 1):
        first, last = chance.choice(_FIRST), chance.choice(_LAST)
        plain = f"{first.encode('ascii', 'ignore').decode().lower()}.{last.lower()}{row}"
        address = f"{'info' if row % 500 == 0 else plain}@firma{row % 2000 if row % 500 else row}.example.com"
        city, age, plan = chance.choice(_CITY), chance.randint(18, 90), chance.choice(("free", "trial", "pro"))
        yield f"{address},{first},{last},{city},{age},{plan},2026-{chance.randint(1, 12):02},C{row:08}\n"


def timed(task: Callable[[], object], rounds: int = 1) -> list[float]:
    """Milliseconds of each round."""
    spans = []
    for _ in range(rounds):
        began = time.perf_counter()
        task()
        spans.append(1000 * (time.perf_counter() - began))
    return spans


def say(what: str, found: int, first: list[float], whole: list[float]) -> None:
    """One line of the table."""
    print(f"| {what} | {found:,} | {min(first):.0f}–{max(first):.0f} | {min(whole):.0f}–{max(whole):.0f} |", flush=True)


def browse(services: Services, audience: Audience, rounds: int) -> None:
    """Open, search, filter and sort."""

    def chosen(text: str = "", expression: str = "", *verdicts: Verdict) -> Selection:
        segment = parse_segment(expression, audience.fields)
        return Selection(owner_id=audience.id, fields=audience.fields, text=text, verdicts=verdicts, segment=segment)

    prepared = timed(lambda: services.selections.prepare(audience.id))
    print(f"Text for searching read in {prepared[0]:.0f} ms.\n")
    print("| what | rows | first page ms | whole order ms |\n|---|---|---|---|")
    for what, selection, sort in (
        ("open", chosen(), Sort()),
        ("search: a few people", chosen("99999@firma"), Sort()),
        ("search: nobody", chosen("nobody@nowhere"), Sort()),
        ("search: nearly everybody", chosen("e"), Sort()),
        ("tab: role addresses", chosen("", "", Verdict.ROLE), Sort()),
        ("tab: ready", chosen("", "", Verdict.READY), Sort()),
        ('segment: city = "Paris"', chosen("", 'city = "Paris"'), Sort()),
        ("segment: nobody", chosen("", 'city = "Nowhere"'), Sort()),
        ("segment: age > 89", chosen("", "age > 89"), Sort()),
        ("sorted by address", chosen(), Sort(field="address")),
        ("sorted by city, from the end", chosen(), Sort(field="city", descending=True)),
    ):
        whole = services.selections.order(selection, sort)
        first = timed(partial(services.selections.first, selection, sort, _PAGE), rounds)
        again = timed(partial(services.selections.order, selection, sort), rounds)
        say(what, len(whole or ()), first, again)
    ids = services.selections.order(chosen(), Sort()) or array("q")
    middle = ids[len(ids) // 2 :][:_PAGE]
    jump = timed(lambda: services.selections.rows_by_id(middle, audience.fields), rounds)
    say("scroll: a page in the middle", len(middle), jump, jump)


def copy(services: Services, audience: Audience, path: Path) -> None:
    """Use, combine, block."""
    draft = services.campaigns.new("bench")

    def less() -> None:
        half = services.audiences.segment("Half", audience, 'plan = "free" or age > 60')
        services.audiences.combine("Less", Combination.DIFFERENCE, audience, half)

    print("\n| what | seconds |\n|---|---|")
    tasks: dict[str, Callable[[], object]] = {
        "use the whole audience in a campaign": lambda: services.audiences.use(
            draft, services.audiences.select(audience)
        ),
        "a segment of 60 %, and everybody but those": less,
        "block as many addresses": lambda: services.suppressions.bring(path),
        "search the blocked list": lambda: services.suppressions.page(search="chen9999"),
    }
    for what, task in tasks.items():
        print(f"| {what} | {timed(task)[0] / 1000:.2f} |", flush=True)


def main() -> None:
    """Make the list, import it, measure."""
    parser = argparse.ArgumentParser(description="the audience table of a million people")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "people.csv"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(lines(given.rows))
        home = home_of({"SENDOFF_HOME": str(Path(name) / "home")})
        services = bootstrap.open_services(home, "bench", environ={})
        try:
            look = services.recipients.look(path)
            audience, imported = services.audiences.bring("People", look)
            print(f"{imported.rows:,} rows imported.")
            browse(services, audience, given.rounds)
            copy(services, audience, path)
        finally:
            services.close()


if __name__ == "__main__":
    main()
