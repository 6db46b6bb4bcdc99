"""Claims by the recipients' time zones: `python -m tests.bench.zones` on 200,000 rows that are sorted by zone.

Sorted is the worst case for a claim that would have to pass over rows whose hours are closed.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.adapters.data_folder import batch, judged

from sendoff.adapters.storage.store import Store
from sendoff.adapters.system.zones import zone_of
from sendoff.core.campaign import Campaign, CampaignState, Content
from sendoff.core.recipient import Judged

_ZONES = (
    "Europe/Vienna", "America/New_York", "Asia/Tokyo", "America/Los_Angeles", "Asia/Kolkata", "nowhere", "",
    "Australia/Sydney",
)  # fmt: skip
_CLAIMS = 60
_BATCH = 5_000


def fill(store: Store, rows: int) -> None:
    """A running campaign, sorted by zone."""
    store.campaigns.save(Campaign(id="c", name="c", content=Content(subject="s", text="t"), fields=("email", "tz")))

    def row(number: int) -> Judged:
        address = f"u{number}@d{number % 50}.example"
        return judged(number, address, (address, _ZONES[number * len(_ZONES) // (rows + 1)]))

    starts = range(1, rows + 1, _BATCH)
    store.deliveries.add("c", [batch(map(row, range(one, min(one + _BATCH, rows + 1)))) for one in starts])
    store.campaigns.move("c", CampaignState.RUNNING, "", 1)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def claims(store: Store, zones: Sequence[str] | None) -> str:
    """The cost of claims of 32 rows, as words."""
    taken = sorted(seconds(lambda: store.queue.claim("c", "t", 32, 10, zones)) for _ in range(_CLAIMS))
    return f"{1000 * taken[_CLAIMS // 2]:.1f} ms in the middle, {1000 * taken[-1]:.1f} ms at worst"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    rows = parser.parse_args().rows
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        fill(store, rows)
        laid = seconds(lambda: store.zones.lay("c", 1, lambda name: str(zone_of(name) or "") if name else ""))
        print(f"{rows:,} rows: zones written beside them in {laid:.1f} s")
        print(f"a claim without hours: {claims(store, None)}")
        print(f"every zone open:       {claims(store, sorted(store.zones.keys('c')))}")
        print(f"only the last open:    {claims(store, ['Australia/Sydney'])}")
        print(f"who waits by zone, for the plan: {seconds(lambda: store.zones.waiting('c', 1)):.1f} s")
        store.close()


if __name__ == "__main__":
    main()
